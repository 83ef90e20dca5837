// Where the number of a claim stands in its text: what stands before and behind it says what it is a number
// of.
#pragma once

#include <cstdint>

#include "record/sheet.h"

namespace tally {

// Where the claim's number ends in the text; the end of its quote where the number is told in words.
[[nodiscard]] std::uint32_t number_end(const Sheet& sheet, Index claim);

}  // namespace tally
