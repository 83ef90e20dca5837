// Two values printed for what may be one thing: can both be true, and if not, how do they differ?
//
//   1,417 and "more than 1,400"   agree
//   1,397 and 1,400               rounding
//   1,204 and 1,240               swapped digits
//   1,417 and 14,170              a factor of ten
//   2,929 and 2,914               near: a revision, a slip or a contradiction
//   1,417 and 30,208              far: hardly the same measure
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "tally/rounding.h"
#include "tally/value.h"

namespace tally {

enum class Rivalry : std::uint8_t { agree, rounding, swapped, factor_ten, near, far };

[[nodiscard]] Rivalry rivalry(const Value& a, const Value& b);

// A value that is held against many others: what is asked of it each time is reckoned once.
struct Contender {
  explicit Contender(const Value& told);

  Value value;
  Stretch stretch;
  Stretch rounded;
  std::optional<Decimal> printed;
  std::optional<Decimal> tenfold;  // of the printed number
  double size = 0;                 // the printed number
  Decimal last_unit;               // of the best number
  std::string digits;              // of the printed number
  int telling_digits = 0;          // of the best number, those without leading and closing zeros
  bool is_exact = false;
};
[[nodiscard]] Rivalry rivalry(const Contender& a, const Contender& b);
// The printed numbers are no further apart than a third, whatever the words around them.
[[nodiscard]] bool near_in_size(const Value& a, const Value& b);
// One could be the other some years on: no more than eight times as much.
[[nodiscard]] bool comparable_in_size(const Value& a, const Value& b);
// How much a coincidence of this value says, in decimal digits: 2,706 much, 12 next to nothing.
[[nodiscard]] int surprise(const Value& value);
// |a − b| as a percentage of the base, to one digit (two below one percent); nullopt for base 0.
[[nodiscard]] std::optional<Decimal> percent_apart(Decimal a, Decimal base);
// "more than 1,400", "about 20", "1,417", "between 18 and 25".
[[nodiscard]] std::string in_words(const Value& value);
// "1,417", "0.8", "-12".
[[nodiscard]] std::string in_words(Decimal number);
// "nearly": a value of which one number can be reckoned with.
[[nodiscard]] std::optional<Decimal> number_of(const Value& value);

}  // namespace tally
