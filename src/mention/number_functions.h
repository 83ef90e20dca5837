// The producing functions of lexicon/*/mention/numbers.rules: what "two", "hundred" and "thirty" make.
// Other grammars that build on numbers add these to their own.
#pragma once

#include <span>

#include "mention/grammar.h"

namespace tally::grammar {

// Meaning::flags of numbers.
inline constexpr std::uint32_t kSpelled = 1;   // words, no digit
inline constexpr std::uint32_t kFraction = 2;  // "two thirds"
inline constexpr std::uint32_t kVague = 4;     // "dozens": no figure at all
inline constexpr std::uint32_t kLone = 8;      // one short word that means other things as well

// Meaning::part of a number said with a multiplier: its power of ten (5 for "9 lakh").
inline constexpr std::size_t kScale = 15;
inline constexpr std::int16_t kHundredth = -2;  // of cents: "70 cents" is 0.70

[[nodiscard]] std::span<const Function> number_functions();

}  // namespace tally::grammar
