// The words that a series goes by: as the reports print them, not as lemmas.
//
//   population "north korean defector", property "enter"   →   "North Korean defectors entered"
#pragma once

#include <string>
#include <vector>

#include "record/sheet.h"

namespace tally {

// The label of what the claims measure; `typical` is one of the wording that most of them share.
[[nodiscard]] std::string label_of(const Sheet& sheet, Index typical, const Measure& measure);

}  // namespace tally
