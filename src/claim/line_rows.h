// A line that is a row of a list without marks: a label, its number, and nothing else but a bracket.
//
//   January 27,800 ha        label "January", 27,800 hectares
//   Arven City 12,960        label "Arven City"
//   Karsan 246 (251)         label "Karsan", 246
//
// One such line is no row; it takes a neighbour of the same shape.
#pragma once

#include <optional>

#include "claim/scene.h"

namespace tally {

struct LineRow {
  Range label;  // tokens
  const Mention* amount = nullptr;
};

// "Total 810": the row of all the others together.
[[nodiscard]] bool is_whole_label(const Article& article, Range label);

// The row that a sentence is, whatever stands beside it.
[[nodiscard]] std::optional<LineRow> line_row(const Scene& scene, Index sentence);

// The sentence over the run of rows that this one belongs to; nothing where it belongs to none. kNone: the
// run has no heading.
[[nodiscard]] std::optional<Index> heading_of_rows(const Scene& scene, Index sentence);

}  // namespace tally
