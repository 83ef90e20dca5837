// The producing functions of lexicon/*/mention/amounts.rules: amounts with units, bounds, ranges, rates.
#pragma once

#include <span>

#include "mention/grammar.h"

namespace tally::grammar {

// Meaning::part of amounts. kModifier holds a Modifier + 1, or kNearly; 0: none.
enum AmountPart : std::uint8_t { kModifier, kDirection, kRange };
inline constexpr std::int16_t kNearly = 100;
// Meaning::flags of amounts, beside those of numbers.
inline constexpr std::uint32_t kImpliedUnit = 16;  // "$": which dollar is a guess
inline constexpr std::uint32_t kMoves = 32;        // "from 5 to 7": a change where a verb of change stands by
inline constexpr std::uint32_t kAge = 64;

// Those of numbers as well.
[[nodiscard]] std::span<const Function> amount_functions();

}  // namespace tally::grammar
