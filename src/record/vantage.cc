// See vantage.h.
#include "record/vantage.h"

#include <chrono>
#include <optional>

namespace tally {
namespace {

// A date that may be any day of a stretch, as exact as the stretch allows.
std::optional<Date> within(std::chrono::sys_days from, std::chrono::sys_days to) {
  const Date a = Date::of(from);
  const Date b = Date::of(to);
  if (a == b) return a;
  if (a.year != b.year) return std::nullopt;
  return a.month == b.month ? month_of(from) : year_of(a);
}

Date back_by_months(Date date, int months) {
  const int count = date.year * 12 + (date.month - 1) - months;
  return {static_cast<std::int16_t>(count / 12), static_cast<std::uint8_t>(count % 12 + 1), 0, false};
}

}  // namespace

Date month_of(std::chrono::sys_days day) {
  Date date = Date::of(day);
  date.day = 0;
  return date;
}

std::optional<Date> year_seen_from(const RelativeDate& relative, const Period& target) {
  if (!target.known() || target.open_from || target.open_to) return std::nullopt;
  std::optional<Date> found;
  for (int year = target.from.year - 1; year <= target.from.year + 2; ++year) {
    const Date date{static_cast<std::int16_t>(year), 0, 0, false};
    const auto reached = resolve(relative, date);
    if (!reached || !(*reached == target)) continue;
    if (found) return std::nullopt;
    found = date;
  }
  return found;
}

std::optional<Date> seen_from(const RelativeDate& relative, const Period& target) {
  if (relative.anchor != RelativeDate::Anchor::publication) return std::nullopt;
  const bool part =
      relative.months != 0 || relative.half != 0 || relative.quarter != 0 || relative.season != 0;
  if (relative.length != 0 || part || target.interval) return year_seen_from(relative, target);
  const Date date = target.from;
  if (target.open_from || !date.known()) return std::nullopt;
  const std::chrono::days day(1);
  if (relative.weekday != 0 && relative.weekday <= 7) {
    if (relative.offset != 0 || relative.pick != RelativeDate::Pick::past) return std::nullopt;
    if (date.day != 0) return within(date.first_day(), date.first_day() + 6 * day);
    return date.month != 0 ? std::optional(Date{date.year, date.month, 0, false}) : std::nullopt;
  }
  // "At the end of October", "on 4 November": of the year that the report stands in.
  if (relative.month != 0 && relative.offset == 0 && relative.pick == RelativeDate::Pick::past) {
    const bool same_day = relative.day == 0 || date.day == 0 || relative.day == date.day;
    if (date.month != relative.month || !same_day) return std::nullopt;
    return year_of(date);
  }
  switch (relative.grain) {
    case Grain::year:
      return Date{static_cast<std::int16_t>(date.year - relative.offset), 0, 0, false};
    case Grain::month:
      if (date.month == 0) return std::nullopt;
      return back_by_months(date, relative.offset);
    case Grain::day:
      if (date.day == 0) return std::nullopt;
      return Date::of(date.first_day() - relative.offset * day);
    case Grain::week:
      if (date.day == 0) return std::nullopt;
      return within(date.first_day() - (relative.offset * 7 + 6) * day,
                    date.first_day() - (relative.offset * 7 - 6) * day);
    default:
      return std::nullopt;
  }
}

bool is_yearless(const Claim& claim) {
  return hangs_on_publication(claim) && claim.relative->month != 0 && claim.relative->offset == 0 &&
         claim.relative->grain != Grain::year && claim.relative->pick == RelativeDate::Pick::past;
}

}  // namespace tally
