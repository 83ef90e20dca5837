// Fields of a date → the period that they make by themselves.
#include "mention/date_shapes.h"

#include <chrono>

#include "base/calendar.h"
#include "mention/holidays.h"

namespace tally::dates {

MaybePeriod valid(const Date& date) {
  return date.valid() ? MaybePeriod(Period::of(date)) : std::nullopt;
}

namespace {

Date date_of(const When& when) {
  return make_date(when.year, when.month, when.day);
}

// The nth week of a month or year, as ISO 8601 counts the weeks of a year: those that have most of their
// days in it.
Period nth_week(const Period& stretch, int nth) {
  const Date first = Date::of(stretch.first_day());
  const Date last = Date::of(stretch.last_day());
  if (nth < 0) return week_of(add_days(last, weekday(last) < 4 ? -7 : 0));
  const Date thursday_week = week_start(first);
  const bool counts = weekday(first) <= 4;  // as ISO 8601 counts the weeks of a year
  return week_of(add_days(thursday_week, ((counts ? 0 : 1) + nth - 1) * 7));
}

// "The first two weeks of 2021" begin with its first week.
MaybePeriod weeks_of(const Period& stretch, int nth, int count) {
  const Period week = nth_week(stretch, nth);
  const int more = 7 * (count - 1);
  const Date from = nth > 0 ? week.from : add_days(week.from, -more);
  const Date to = nth > 0 ? add_days(week.to, more) : week.to;
  const bool fits = to.first_day() <= stretch.last_day() + std::chrono::days(3);
  return fits ? MaybePeriod(Period::between(from, to)) : std::nullopt;
}

// So many units from the start or the end of a stretch, or the nth: "the last four months of 2021".
MaybePeriod part_of(const Period& stretch, const When& when) {
  const Date first = Date::of(stretch.first_day());
  const Date last = Date::of(stretch.last_day());
  const int count = when.until, skipped = when.nth > 0 ? when.nth - 1 : 0;
  const auto grain = static_cast<Grain>(when.week);
  if (grain == Grain::week && !stretch.interval) return weeks_of(stretch, when.nth, count);
  const bool of_days = grain == Grain::day || grain == Grain::week;
  const int unit = grain == Grain::week ? 7 : grain == Grain::quarter ? 3 : grain == Grain::half ? 6 : 1;
  const auto moved_by = [&](const Date& date, int units) {
    if (of_days) return add_days(date, units * unit);
    return grain == Grain::year ? add_years(date, units) : add_months(date, units * unit);
  };
  Date from = when.nth > 0 ? moved_by(first, skipped) : moved_by(add_days(last, 1), -count);
  Date to = count == 0 ? last : add_days(moved_by(from, count), -1);  // 0: all that follows
  if (from < first || to > last) return std::nullopt;
  if (!of_days) from.day = to.day = 0;
  if (grain == Grain::year) from.month = to.month = 0;
  return Period::between(from, to);
}

// The week that holds a day; the Saturday and Sunday next to it, with the Friday or Monday that it is.
MaybePeriod week_around(const Period& day) {
  return day.from.day == 0 ? std::nullopt : MaybePeriod(week_of(week_start(day.from)));
}
MaybePeriod weekend_around(const Period& period) {
  const Date day = period.from;
  if (day.day == 0) return std::nullopt;
  constexpr int kThursday = 4, kSaturday = 6, kSunday = 7;
  const int at = weekday(day);
  if (at < kThursday) return Period::between(add_days(day, -1 - at), at == 1 ? day : add_days(day, -at));
  return Period::between(at < kSaturday ? day : add_days(day, kSaturday - at), add_days(day, kSunday - at));
}

}  // namespace

Date workday(Date day, const Date& seen_from) {
  constexpr int kFriday = 5;
  const int step = day < seen_from ? -1 : 1;
  while (weekday(day) > kFriday) day = add_days(day, step);
  return day;
}

MaybePeriod shaped(const MaybePeriod& period, std::uint32_t flags) {
  if (!period || (flags & (kWeekOf | kWeekendOf)) == 0) return period;
  return (flags & kWeekOf) != 0 ? week_around(*period) : weekend_around(*period);
}

MaybePeriod day_on_weekday(const When& when, const Date& at, RelativeDate::Pick pick) {
  if (at.month == 0) return std::nullopt;
  constexpr int kFarthest = 14;
  for (int away = 0; away <= kFarthest; ++away) {
    const Date month =
        add_months(make_date(at.year, at.month), pick == RelativeDate::Pick::future ? away : -away);
    const Date day = make_date(month.year, month.month, when.day);
    if (day.valid() && weekday(day) == when.weekday) return Period::of(day);
  }
  return std::nullopt;
}

MaybePeriod absolute(const When& when, std::uint32_t flags, const grammar::Grammar& grammar) {
  if ((flags & kFiscal) != 0) return std::nullopt;
  if ((flags & kDecade) != 0 && when.half != 0) {
    constexpr int kHalf = 5;
    const int first = when.year + (when.half == 2 ? kHalf : 0);
    return Period::between(make_date(first), make_date(first + kHalf - 1));
  }
  if ((flags & kDecade) != 0) return decade_of(when.year);
  if ((flags & kCentury) != 0) {
    if ((flags & kBeforeChrist) != 0) return std::nullopt;
    return century_of(when.year);
  }
  if (when.holiday != 0) {
    const auto day = holiday_in(grammar.text(static_cast<std::uint16_t>(when.holiday)), when.year);
    return day ? valid(*day) : std::nullopt;
  }
  if (when.quarter != 0) return Period::quarter(when.year, when.quarter);
  if (when.half != 0) return Period::half(when.year, when.half);
  if (when.season != 0) return season_of(when.year, when.season);
  if (when.week != 0) {
    if (when.week > weeks_in_year(when.year)) return std::nullopt;
    return week_of(week_start(IsoWeek{when.year, when.week}));
  }
  if ((flags & kWeekOfMonth) != 0) {
    const auto stretch = valid(make_date(when.year, when.month));
    return stretch ? MaybePeriod(nth_week(*stretch, when.nth)) : std::nullopt;
  }
  if (when.nth != 0 && when.weekday != 0) {
    if (when.month == 0) return std::nullopt;
    return valid(nth_weekday(make_date(when.year, when.month), when.weekday, when.nth));
  }
  return valid(date_of(when));
}

MaybePeriod counted_within(const When& when, std::uint32_t flags, const MaybePeriod& stretch) {
  if (stretch && (flags & kPartOf) != 0) return part_of(*stretch, when);
  if (stretch && when.week != 0) {
    if (stretch->interval || stretch->from.month != 0) return std::nullopt;
    if (when.week > weeks_in_year(stretch->from.year)) return std::nullopt;
    return week_of(week_start(IsoWeek{stretch->from.year, when.week}));
  }
  if (!stretch || stretch->interval) return std::nullopt;
  if ((flags & kWeekOfMonth) != 0) return nth_week(*stretch, when.nth);
  if (stretch->from.month == 0) return std::nullopt;
  return valid(nth_weekday(stretch->from, when.weekday, when.nth));
}

}  // namespace tally::dates
