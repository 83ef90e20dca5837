// Questions about two figures that may be two counts of one thing: how far apart they are, how they are tied,
// who gives them.
#pragma once

#include <string>

#include "record/sheet.h"

namespace tally {

[[nodiscard]] bool within_factor(const Value& a, const Value& b, double most);
[[nodiscard]] bool within_twice(const Value& a, const Value& b);
[[nodiscard]] bool is_plan(const Claim& claim);
[[nodiscard]] bool is_hedged(const Claim& claim);
[[nodiscard]] bool same_or_unsaid(const std::string& a, const std::string& b);
// One is part of the other, or both are parts of a third.
[[nodiscard]] bool is_tied(const Sheet& sheet, Index a, Index b);
// Who is named for a figure; kNone where nobody is.
[[nodiscard]] Index named_source(const Sheet& sheet, Index figure);
// "[Against] 1,310", "[compared] with 870": words that hold one number against another.
[[nodiscard]] bool compares(const std::string& word);
// "Against 597,845", "compared with 13,813": two things, two times.
[[nodiscard]] bool is_compared(const Sheet& sheet, Index a, Index b);
// A change of its sentence starts from it.
[[nodiscard]] bool starts_a_change(const Sheet& sheet, Index figure);
// "Of its 2,610 nurses", "out of 4,200": what another number is some of.
[[nodiscard]] bool is_whole_told(const Sheet& sheet, Index figure);
// "A further 29 were reported": beside those told before, not instead of them.
[[nodiscard]] bool is_added(const Sheet& sheet, Index figure);
// "The port gives 865, the union 1,140: two authorities, two counts"
[[nodiscard]] std::string two_authorities(const Sheet& sheet, Index a, Index b);
// " (by 12, 0.8 %)"
[[nodiscard]] std::string apart(const Value& a, const Value& b);

}  // namespace tally
