// What a number in a text stands for: best, low, high and a modifier. Never an average of
// a range, never 12 for "dozens", never 30,000 for "more than 30,000".
//
//   "2,706"               best 2706  low 2706  high 2706   exact
//   "about 1,400"         best 1400                        about
//   "nearly 17,000"       best 17000           high 17000  about
//   "more than 30,000"               low 30000             more_than
//   "up to 40"                                 high 40     at_most
//   "18 to 25"                       low 18    high 25     between
//   "dozens"                                               vague
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "tally/decimal.h"

namespace tally {

enum class Modifier : std::uint8_t { exact, about, more_than, at_least, less_than, at_most, between, vague };
[[nodiscard]] std::string_view name(Modifier modifier);
[[nodiscard]] std::optional<Modifier> modifier_named(std::string_view word);

// Whether a value stands in the text or was worked out from it.
enum class Basis : std::uint8_t { printed, implied };
[[nodiscard]] std::string_view name(Basis basis);

enum class Direction : std::uint8_t { unknown, up, down, none };
// "up", "down", "none"; empty for unknown.
[[nodiscard]] std::string_view name(Direction direction);

struct Value {
  std::optional<Decimal> best;
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  Modifier modifier = Modifier::exact;
  // One unit of the last digit that the text prints: 1 for "1,417", 100000 for "1.2 million".
  // Trailing zeros of a plain integer count as printed here ("1,400": 1); whether they are
  // significant is for the reader of a hedged number to decide (tally/rounding.h).
  Decimal step = 1;

  static Value exact(Decimal best, Decimal step = 1) { return {best, best, best, Modifier::exact, step}; }
  // The one number that the text prints, for a value with one: best, or the single bound.
  [[nodiscard]] std::optional<Decimal> printed() const {
    if (best) return best;
    if (low && high) return *low == *high ? low : std::nullopt;
    return low ? low : high;
  }
  friend bool operator==(const Value&, const Value&) = default;
};

}  // namespace tally
