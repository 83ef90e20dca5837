// Rows of a table in running text: a date and a number, under a heading that names the measure.
//
//   Waiting list at the end of each quarter:
//   - December 2022: 61,840          the list, 61,840, December 2022
//   - March 2023: 63,205
#pragma once

#include "claim/scene.h"

namespace tally {

struct DatedRow {
  Index time = kNone;     // the time chunk that labels the row
  Index heading = kNone;  // the noun chunk that names the measure
  [[nodiscard]] bool known() const { return time != kNone && heading != kNone; }
};

// A row that a name labels: "3. California - $16.00" under "Minimum wages by state, January 2024".
struct NamedRow {
  Index label = kNone;    // the noun chunk that says whose the number is
  Index heading = kNone;  // the noun chunk that names the measure
  Index time = kNone;     // the time in the heading; kNone where there is none
  [[nodiscard]] bool known() const { return label != kNone && heading != kNone; }
};
[[nodiscard]] NamedRow named_row(const Scene& scene, Index chunk);

// The row that a number's chunk stands in; unknown where it stands in none.
[[nodiscard]] DatedRow dated_row(const Scene& scene, Index chunk);

}  // namespace tally
