// Which numbers a printed value may stand for, and whether two printed values can be true of one
// thing. A rounded or hedged number stands for half a unit of its last significant digit either
// way, as statcheck takes reported statistics (Nuijten et al. 2016).
//
//   about 1,400      1,350 to 1,450       trailing zeros of a hedged number are not significant
//   nearly 17,000    16,500 to 17,000
//   more than 30,000 above 30,000
//   11 percent       10.5 to below 12     a percentage may have been cut off instead of rounded
#pragma once

#include <optional>

#include "tally/value.h"

namespace tally {

// All numbers between two ends; an end that is missing is open.
struct Stretch {
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool above_low = false;   // the low end itself is out
  bool below_high = false;  // the high end itself is out

  [[nodiscard]] bool holds(Decimal number) const;
  [[nodiscard]] bool meets(const Stretch& other) const;
};

// What the words allow: an unhedged number stands for itself.
[[nodiscard]] Stretch stretch(const Value& value);
// What the digits allow too: an unhedged round number may have been rounded ("1,400" for 1,397).
[[nodiscard]] Stretch rounded_stretch(const Value& value);
// What a percentage allows, rounded or cut off.
[[nodiscard]] Stretch percent_stretch(const Value& value);
// One unit of the last significant digit: 100 for 1,400, 0.1 for 11.0.
[[nodiscard]] Decimal last_unit(Decimal number, Decimal step);
// True where the value is an unhedged single number.
[[nodiscard]] bool is_exact(const Value& value);

}  // namespace tally
