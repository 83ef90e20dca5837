// What a figure measures: the typed slots of a variable, read off noun groups and clauses.
#pragma once

#include <string>
#include <string_view>

#include "claim/scene.h"
#include "tally/claim.h"

namespace tally {

// What a measure was read from, so that later sentences can point back to it ("it then fell").
struct Measured {
  Measure measure;
  std::string unit;    // "person" where people are counted; empty where the number says it
  Index head = kNone;  // noun chunk that names it
  Span span;           // its words
};

// The number's own noun group counts something: "[1,417 defectors] entered South Korea".
[[nodiscard]] Measured measure_of_counted(const Scene& scene, Index chunk, const Mention& amount);

// A noun group that names a measure: "[the number of defectors who entered South Korea]",
// "[unemployment] in the region".
[[nodiscard]] Measured measure_of_noun(const Scene& scene, Index chunk);

// Where a clause happens or leads to, and from where: fills the slots that are empty. Of a number's own
// places: those behind a later bare number are that one's ("47 floods, with 13 [in Hawaii]").
void add_places(const Scene& scene, Index clause, Measure& measure, Index counted = kNone);
// "arrivals [in South Korea]", "exports [from Chile]"
void add_noun_places(const Scene& scene, Index noun, Measure& measure);
// "Kent, 40; [Essex], 30": the place that stands right before the number of a row; empty where none does.
[[nodiscard]] std::string place_of_row(const Scene& scene, Index chunk);

// Lower-case lemmas of a noun group without numbers, hedges, determiners and possessors.
[[nodiscard]] std::string population_of(const Scene& scene, Index chunk, Span number);

// "Number", "total", "figure": says only that something is counted.
[[nodiscard]] bool is_bare_count(std::string_view lemma);
[[nodiscard]] bool is_person_noun(const Scene& scene, Index chunk);
[[nodiscard]] bool counts_people(const Scene& scene, Index chunk);
// "It", "this", "the figure", "the total": stands for a measure named before.
[[nodiscard]] bool is_anaphoric(const Scene& scene, Index chunk);

}  // namespace tally
