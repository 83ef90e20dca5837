// Which figure is a part of which: "13 workers (12 women and one man)", "48 hurt, including 12
// children", "of whom 30 were women", "the total was made up of 33,290 men and 1,980 women".
#pragma once

#include "claim/amount_use.h"
#include "claim/scene.h"

namespace tally {

// How a number is said to be a part: not at all, some of the whole, or one of the parts that make
// it up.
enum class PartOf : std::uint8_t { none, some, all };

// `whole` is the chunk of the figure that stands before; `part` the chunk of the part just read, or
// kNone.
[[nodiscard]] PartOf part_of(const Scene& scene, const AmountUse& use, Index whole);

// Nothing but commas and joints, and what hangs on the first noun, between two parts of one list.
[[nodiscard]] bool goes_on_list(const Scene& scene, Index part, Index chunk);

}  // namespace tally
