// The periods that fields of a date make by themselves: weeks and parts of a stretch, weekends, holidays.
//
//   year 2016, quarter 3                       2016-07/2016-09
//   the first two weeks of 2016                2016-01-04/2016-01-17
//   the last Friday of a month reached before  counted_within
#pragma once

#include <optional>

#include "mention/when.h"

namespace tally::dates {

using MaybePeriod = std::optional<Period>;

// The day, month or year, where there is such a one.
[[nodiscard]] MaybePeriod valid(const Date& date);
// What a date means whose year is known.
[[nodiscard]] MaybePeriod absolute(const When& when, std::uint32_t flags, const grammar::Grammar& grammar);
// A weekday, a week or a part counted within a stretch that was reached otherwise.
[[nodiscard]] MaybePeriod counted_within(const When& when, std::uint32_t flags, const MaybePeriod& stretch);
// The stretch that the words around a date make of it.
[[nodiscard]] MaybePeriod shaped(const MaybePeriod& period, std::uint32_t flags);
// The nearest month in which this day of the month is this day of the week: "Friday the 13th".
[[nodiscard]] MaybePeriod day_on_weekday(const When& when, const Date& at, RelativeDate::Pick pick);
// The working day at or beyond a day, away from `seen_from`.
[[nodiscard]] Date workday(Date day, const Date& seen_from);

}  // namespace tally::dates
