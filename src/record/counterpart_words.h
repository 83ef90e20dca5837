// Questions about the words around a number that may be another count of what was told before.
#pragma once

#include <string_view>

#include "record/sheet.h"

namespace tally {

// "Against 1,310", "compared with 870".
[[nodiscard]] bool is_base(const Sheet& sheet, Index figure);
// "Of the 930 pupils", "out of 4,200".
[[nodiscard]] bool is_whole_of_part(const Sheet& sheet, Index figure);
// "Thirty-seven of the athletes", "12 of them".
[[nodiscard]] bool is_some_of(const Sheet& sheet, Index figure);
// "47 cases", "71 names", "34 of its members": of whatever was counted before.
[[nodiscard]] bool counts_anything(std::string_view head);
// "6.9 percent.", "11.9 million tonnes,", "the figure of 4,870 that …": a unit, and nothing counted.
[[nodiscard]] bool is_bare(const Sheet& sheet, Index figure);
// "Well above the 31,678", "more than the 412": compared, and counted at another time or place.
[[nodiscard]] bool is_held_against(const Sheet& sheet, Index figure);
// "Automatic counters at the doors show 12,900".
[[nodiscard]] bool is_shown(const Sheet& sheet, Index figure);
// "An internal list that this newspaper has seen runs to 812".
[[nodiscard]] bool is_of_list(const Sheet& sheet, Index figure);

// "Police in Arlen counted 46 houses. Firefighters in Bohl counted 52": each names a place of its own.
[[nodiscard]] bool are_of_two_places(const Sheet& sheet, Index a, Index b);
// "Net profit was 142 million, the firm said. Operating profit came to 188 million": another measure, and
// nobody ("profit") who counts.
[[nodiscard]] bool measures_its_own(const Claim& a, const Claim& b, std::string_view who);

}  // namespace tally
