// What the letters and marks glued to a number make of it. Entry: the functions of spelling.
//
//   "29km" glued        "J1149.5+6663" a code        "2-1" begins a score
#pragma once

#include <string_view>

#include "tally/span.h"

namespace tally::spelling {

// A piece of one word: before the letters of a unit, or decimals behind the point of "US11.6".
[[nodiscard]] bool is_glued(std::string_view text, Span number);
// "9AB8", "3D", "J1149.5+6663": a piece of a name.
[[nodiscard]] bool is_code(std::string_view text, Span number);
// "lost [2]-1": another number follows behind a hyphen.
[[nodiscard]] bool begins_score(std::string_view text, Span number);

}  // namespace tally::spelling
