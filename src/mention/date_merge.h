// Two pieces of what a date says → one: "Friday" with "5 May", "10:30" with "on Thursday". Shared by the
// producing functions of dates.rules.
//
//   join({month 5}, {grain year, offset −1})   "May" + "last year"
#pragma once

#include <cstdint>

#include "mention/date_functions.h"
#include "mention/when.h"

namespace tally::dates {

// What `piece` says goes to `out`; false where both say something else of one field.
[[nodiscard]] bool join(grammar::Meaning& out, const grammar::Meaning* piece);
// The half of the day that a part of the day settles: "8 in the evening".
void settle_half_day(When& when, std::uint32_t& flags, DayPart part);
// A year of four digits, or of two.
[[nodiscard]] bool set_year(const grammar::Meaning* year, When& when);
// Whether it stands in words, not in digits.
[[nodiscard]] bool is_spelled(const grammar::Call& call, const grammar::Meaning* meaning);
// Whether there is such a day in its month.
[[nodiscard]] bool exists(const When& when);
// Whether a clock time may stand with it: it belongs to a day, not to a week, month or year.
[[nodiscard]] bool takes_clock(const When& when);
// Only a distance in this unit: "last year", "next week".
[[nodiscard]] bool only_relative(const When& when, Grain grain);

// The number of a meaning, where there is one, into its field; false where it is out of bounds.
template <class T>
bool set_number(const grammar::Meaning* meaning, int low, int high, T& field) {
  if (meaning == nullptr) return true;
  const auto value = whole(meaning, low, high);
  if (!value) return false;
  field = static_cast<T>(*value);
  return true;
}

}  // namespace tally::dates
