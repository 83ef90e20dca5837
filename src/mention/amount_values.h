// What the grammar of amounts makes of a number and a word of bounds → the value of a mention.
#pragma once

#include <cstdint>

#include "mention/grammar.h"
#include "tally/value.h"

namespace tally {

// `modifier`: as in Meaning::part[kModifier] of what stands around the amount, 0 for none.
[[nodiscard]] Value amount_value(const grammar::Meaning& meaning, std::int16_t modifier);

}  // namespace tally
