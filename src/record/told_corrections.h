// What the words around numbers say of counts made anew: that one took the place of another.
#pragma once

#include <string_view>

#include "record/sheet.h"

namespace tally {

// The words around the claim say that one count replaced another: "revised", "has lowered its count".
[[nodiscard]] bool tells_revision(const Sheet& sheet, Index claim);
// How plainly a stretch of text says that a number was made anew: 2 outright, 1 maybe.
[[nodiscard]] int correction_told(std::string_view text);
// One word of it goes with a count made anew.
[[nodiscard]] bool correction_hinted(std::string_view text);
// The words around two numbers of one report say that one count took the place of the other, whichever.
[[nodiscard]] bool tells_correction(const Sheet& sheet, Index a, Index b);
// They may say so ("has been added", "now"), where something else says it too.
[[nodiscard]] bool hints_at_correction(const Sheet& sheet, Index a, Index b);
// "Corrected to 356 [from 352]": what a count was before it was revised.
[[nodiscard]] bool is_replaced(const Sheet& sheet, Index claim);
// Words that say so of a count: "was first published as", "the provisional figure of", "corrected".
[[nodiscard]] bool tells_earlier_count(std::string_view text);
// "927 incidents rather than 914": one number set in the place of the other.
[[nodiscard]] bool sets_right(const Sheet& sheet, Index a, Index b);

}  // namespace tally
