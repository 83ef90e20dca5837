// A relative date and a reference → the period meant, as exact as both allow.
#include "tally/relative_date.h"

#include <algorithm>
#include <cstdlib>

#include "base/calendar.h"

namespace tally {
namespace {

using Pick = RelativeDate::Pick;
using MaybePeriod = std::optional<Period>;

int floor_to(int value, int step) {
  return value >= 0 ? value / step * step : -((-value + step - 1) / step * step);
}

// The reference moved by so many units, as fine as it was.
std::optional<Date> moved(Date at, Grain grain, int count) {
  switch (grain) {
    case Grain::day:
      return at.day == 0 ? std::nullopt : std::optional(add_days(at, count));
    case Grain::week:
      return at.day == 0 ? std::nullopt : std::optional(add_days(at, count * 7));
    case Grain::month:
      return at.month == 0 ? std::nullopt : std::optional(add_months(at, count));
    case Grain::quarter:
    case Grain::season:
      return at.month == 0 ? std::nullopt : std::optional(add_months(at, count * 3));
    case Grain::half:
      return at.month == 0 ? std::nullopt : std::optional(add_months(at, count * 6));
    case Grain::year:
      return add_years(at, count);
    case Grain::decade:
      return add_years(at, count * 10);
    case Grain::century:
      return add_years(at, count * 100);
    default:
      return std::nullopt;
  }
}

// The whole stretch of a grain that holds the date.
MaybePeriod stretch(Date at, Grain grain) {
  switch (grain) {
    case Grain::day:
      return at.day == 0 ? std::nullopt : MaybePeriod(Period::of(at));
    case Grain::week:
      return at.day == 0 ? std::nullopt : MaybePeriod(week_of(at));
    case Grain::month:
      return at.month == 0 ? std::nullopt : MaybePeriod(Period::of(coarsened(at, grain)));
    case Grain::quarter:
      return at.month == 0 ? std::nullopt : MaybePeriod(Period::quarter(at.year, (at.month + 2) / 3));
    case Grain::half:
      return at.month == 0 ? std::nullopt : MaybePeriod(Period::half(at.year, (at.month + 5) / 6));
    case Grain::season: {
      if (at.month == 0) return std::nullopt;
      const int season = at.month < 3 ? 4 : at.month / 3;
      return season_of(at.month < 3 ? at.year - 1 : at.year, season);
    }
    case Grain::year:
      return Period::of(coarsened(at, grain));
    case Grain::decade:
      return decade_of(floor_to(at.year, 10));
    case Grain::century:
      return century_of(floor_to(at.year, 100) / 100 + 1);
    default:
      return std::nullopt;
  }
}

bool counts_whole_stretches(Grain grain) {
  return grain == Grain::quarter || grain == Grain::half || grain == Grain::decade || grain == Grain::century;
}

// "the past three years": back from the reference; quarters, halves and decades are whole ones.
MaybePeriod resolve_length(const RelativeDate& relative, Date at) {
  const int length = relative.length;
  if (counts_whole_stretches(relative.grain)) {
    const auto first = moved(at, relative.grain, length < 0 ? length : 1);
    const auto last = moved(at, relative.grain, length < 0 ? -1 : length);
    const auto from = first ? stretch(*first, relative.grain) : std::nullopt;
    const auto to = last ? stretch(*last, relative.grain) : std::nullopt;
    if (!from || !to) return std::nullopt;
    return Period::between(from->from, to->interval ? to->to : to->from);
  }
  const auto other = moved(at, relative.grain, length);
  if (!other) return std::nullopt;
  // "The next three days" begin tomorrow.
  return length < 0 ? Period::between(*other, at) : Period::between(add_days(at, 1), *other);
}

Period weekend_of(Date at) {
  const Date saturday = add_days(week_start(at), 5);
  return Period::between(saturday, add_days(saturday, 1));
}

Period weekday_in_week(Date at, int weekday) {
  return weekday == kWeekend ? weekend_of(at) : Period::of(add_days(week_start(at), weekday - 1));
}

MaybePeriod resolve_weekday(const RelativeDate& relative, Date at) {
  if (at.day == 0) return Period::of(at);
  if (relative.grain == Grain::week) {
    return weekday_in_week(add_days(at, relative.offset * 7), relative.weekday);
  }
  const int wanted = relative.weekday == kWeekend ? 6 : relative.weekday;
  if (relative.pick == Pick::same) return weekday_in_week(at, relative.weekday);
  int back = (weekday(at) - wanted + 7) % 7;
  if (relative.pick == Pick::past && back == 0 && relative.offset < 0) back = 7;
  if (relative.pick == Pick::future) back = back == 0 && relative.offset <= 0 ? 0 : back - 7;
  return weekday_in_week(add_days(at, -back), relative.weekday);
}

// −1, 0, 1: a month, or a day of a month, before, at or after the reference, as far as both tell.
int compare(int month, int day, Date at) {
  if (month != at.month) return month < at.month ? -1 : 1;
  if (day == 0 || at.day == 0 || day == at.day) return 0;
  return day < at.day ? -1 : 1;
}

// Which year a stretch that begins with this month and day belongs to.
int year_of(const RelativeDate& relative, int month, Date at) {
  if (relative.grain == Grain::year) return at.year + relative.offset;
  if (relative.pick == Pick::same) return at.year;
  const int side = compare(month, relative.day, at);
  if (relative.pick == Pick::past)
    return side > 0 || (side == 0 && relative.offset < 0) ? at.year - 1 : at.year;
  return side < 0 || (side == 0 && relative.offset > 0) ? at.year + 1 : at.year;
}

// "This winter", said in February, began the year before; "last summer", said in July, is not the one that
// runs.
MaybePeriod resolve_season(const RelativeDate& relative, Date at) {
  constexpr int kWinter = 4, kSpring = 4;
  const int year = year_of(relative, relative.season * 3, at);
  const bool this_one = relative.grain == Grain::year && relative.offset == 0;
  const bool winter_gone = relative.season == kWinter && at.month != 0 && at.month <= kSpring;
  if (this_one && winter_gone) return season_of(year - 1, relative.season);
  const MaybePeriod season = season_of(year, relative.season);
  const bool last_one = relative.grain == Grain::none && relative.offset < 0;
  const bool runs = season && at.month != 0 && season->from <= coarsened(at, Grain::month) &&
                    coarsened(at, Grain::month) <= season->to;
  return last_one && runs ? season_of(year - 1, relative.season) : season;
}

// "In the first nine months": of the last year in which they were over, where the year is not said.
MaybePeriod resolve_months(const RelativeDate& relative, Date at) {
  constexpr int kYear = 12;
  const int first = relative.months > 0 ? 1 : kYear + 1 + relative.months;
  const int last = relative.months > 0 ? relative.months : kYear;
  if (first < 1 || last > kYear) return std::nullopt;
  const int year = year_of(relative, relative.pick == Pick::past ? last : first, at);
  return Period::between(make_date(year, first), make_date(year, last));
}

// The month that a part of a year ends with.
int last_month_of(const RelativeDate& relative) {
  if (relative.quarter != 0) return relative.quarter * 3;
  if (relative.half != 0) return relative.half * 6;
  return relative.months > 0 ? relative.months : relative.month;
}

// Seen from a year of which nobody knows the month. "In March" is told of that year: of the year before only
// a report of its first weeks would say so; a year's end is over only in the next. "Last November" is that of
// the year before; "last March" may be either. What is to come late in the year is of that year.
MaybePeriod resolve_from_year(const RelativeDate& relative, Date at) {
  constexpr int kEarly = 8, kLate = 9, kLast = 12, kWinter = 4;
  RelativeDate same = relative;
  same.pick = Pick::same;
  same.offset = 0;
  const bool last = relative.offset < 0;
  if (relative.pick == Pick::past && relative.season == kWinter && last && relative.grain == Grain::none)
    return resolve(same, add_years(at, -1));
  const int end = last_month_of(relative);
  if (end == 0 || relative.day != 0 || relative.grain != Grain::none || relative.offset < -1 ||
      relative.offset > 0)
    return std::nullopt;
  if (relative.pick == Pick::future) return !last && end >= kLate ? resolve(same, at) : std::nullopt;
  if (end >= (last ? kLate : kLast)) return resolve(same, add_years(at, -1));
  return !last && end <= kEarly ? resolve(same, at) : std::nullopt;
}

MaybePeriod resolve_in_year(const RelativeDate& relative, Date at) {
  const bool needs_month = relative.grain != Grain::year && relative.pick != Pick::same;
  if (needs_month && at.month == 0) return resolve_from_year(relative, at);
  if (relative.months != 0) return resolve_months(relative, at);
  // "For the second quarter he expects", told in May: of this year, until it is over.
  const bool ahead = relative.pick == Pick::future;
  if (relative.quarter != 0) {
    const int month = relative.quarter * 3 - (ahead ? 0 : 2);
    return Period::quarter(year_of(relative, month, at), relative.quarter);
  }
  if (relative.half != 0) {
    const int month = relative.half * 6 - (ahead ? 0 : 5);
    return Period::half(year_of(relative, month, at), relative.half);
  }
  if (relative.season != 0) return resolve_season(relative, at);
  const Date date = make_date(year_of(relative, relative.month, at), relative.month, relative.day);
  return date.valid() ? MaybePeriod(Period::of(date)) : std::nullopt;
}

// "on the 15th", "the 5th of last month".
MaybePeriod resolve_day(const RelativeDate& relative, Date at) {
  if (at.month == 0) return std::nullopt;
  int months = relative.grain == Grain::month ? relative.offset : 0;
  if (relative.grain != Grain::month && at.day != 0) {
    if (relative.pick == Pick::past && relative.day > at.day) months = -1;
    if (relative.pick == Pick::future && relative.day < at.day) months = 1;
  }
  Date date = add_months(coarsened(at, Grain::month), months);
  date.day = relative.day;
  return date.valid() ? MaybePeriod(Period::of(date)) : std::nullopt;
}

}  // namespace

std::optional<Period> resolve(const RelativeDate& relative, Date reference) {
  if (!reference.known()) return std::nullopt;
  if (relative.length != 0) return resolve_length(relative, reference);
  if (relative.weekday != 0) return resolve_weekday(relative, reference);
  if (relative.month != 0 || relative.quarter != 0 || relative.half != 0 || relative.season != 0 ||
      relative.months != 0) {
    return resolve_in_year(relative, reference);
  }
  if (relative.day != 0) return resolve_day(relative, reference);
  const auto at = moved(reference, relative.grain, relative.offset);
  if (!at) return std::nullopt;
  if (relative.keep != Grain::none) return Period::of(coarsened(*at, relative.keep));
  return stretch(*at, relative.grain);
}

}  // namespace tally
