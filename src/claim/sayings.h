// Who says what: every stretch of the text that somebody is said to vouch for, with the words that
// name the source and the words that attribute.
//
//   A spokesman for the ministry said on Monday that arrivals rose by 5 percent.
//   source ----------------------  cue ---- content: that arrivals rose by 5 percent
//
// Read out of chunks and quotations; public entry: find_sayings. Statements, absences and the
// attribution of all other claims are made from sayings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/scene.h"
#include "tally/article.h"

namespace tally {

enum class SayingKind : std::uint8_t {
  speech,     // direct: all of the content stands in quotation marks
  reported,   // "said that …", "…, he said"
  according,  // "according to …", "citing …"
  noun,       // "his claim that …"
  stance,     // "criticised the deal", "wants to leave"
  hedge,      // "reportedly": nobody is named
  given       // "counted 640 burglaries": a figure's source, no statement
};

// The rule of a source in brackets, which stands for its sentence alone.
inline constexpr std::string_view kBracketed = "bracketed";

struct Saying {
  SayingKind kind = SayingKind::reported;
  std::vector<Span> content;
  Span source;      // the words that name it; empty where none do
  Span antecedent;  // what a pronoun, or "who", stands for; else equal to `source`
  Span cue;
  std::string lemma;    // of the word that attributes
  Index token = kNone;  // that word
  Index sentence = kNone;
  bool negated = false;  // "did not say"
  bool passive = false;
  bool asked = false;
  std::string_view rule;
};

// In order of the text.
[[nodiscard]] std::vector<Saying> find_sayings(const Scene& scene);

}  // namespace tally
