// Rows of numbers in a report, whatever variables they were aligned to: figures beside each other in
// one unit, one for each period.
//
//   "there were 171 in 2018, 166 in 2019, 188 in 2020 and 214 in 2021"
#pragma once

#include <optional>

#include "record/checks.h"

namespace tally {

// The row beside a claim, of three periods at least; nullopt where there is none.
[[nodiscard]] std::optional<Line> row_beside(const Sheet& sheet, Index claim);

}  // namespace tally
