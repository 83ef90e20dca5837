// Absolute dates by their fields; relative ones by tally::resolve from the right reference.
#include "mention/date_resolution.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include "base/calendar.h"
#include "mention/date_shapes.h"
#include "mention/holidays.h"

namespace tally::dates {
namespace {

using Pick = RelativeDate::Pick;
using Anchor = RelativeDate::Anchor;

// "The first nine months of last year": a relative date can say so of months of a year.
void set_months(const When& when, RelativeDate& relative) {
  const auto unit = static_cast<Grain>(when.week);
  const int months = unit == Grain::month ? 1 : unit == Grain::quarter ? 3 : unit == Grain::half ? 6 : 0;
  const int count = months * when.until;
  constexpr int kYear = 12;
  if (count == 0 || count >= kYear || (when.nth != 1 && when.nth != -1)) return;
  relative.months = static_cast<std::int8_t>(count * when.nth);
}

RelativeDate relative_date(const When& when, std::uint32_t flags) {
  RelativeDate relative;
  relative.anchor =
      when.reach == static_cast<std::int8_t>(Reach::focus) ? Anchor::focus : Anchor::publication;
  relative.pick = static_cast<Pick>(when.pick);
  relative.grain = static_cast<Grain>(when.grain);
  relative.offset = when.offset;
  relative.month = static_cast<std::uint8_t>(when.month);
  relative.day = static_cast<std::uint8_t>(when.day);
  // A day of the week beside a day of the month says nothing more.
  relative.weekday = static_cast<std::uint8_t>(when.day != 0 ? 0 : when.weekday);
  relative.quarter = static_cast<std::uint8_t>(when.quarter);
  relative.half = static_cast<std::uint8_t>(when.half);
  relative.season = static_cast<std::uint8_t>(when.season);
  relative.keep = static_cast<Grain>(when.keep);
  relative.length = when.length;
  if (when.nth != 0) relative.weekday = 0;
  const bool of_year = relative.grain == Grain::year || relative.grain == Grain::none;
  if ((flags & kPartOf) != 0 && of_year && when.month == 0) set_months(when, relative);
  return relative;
}

bool lacks_year(const RelativeDate& relative) {
  return relative.grain == Grain::none &&
         (relative.month != 0 || relative.quarter != 0 || relative.half != 0 || relative.season != 0 ||
          relative.months != 0);
}

// In a narrative a date without a year is the one nearest to the date before; but the year spoken of
// is left only for what is close on its other side.
MaybePeriod nearest(RelativeDate relative, const Period& focus) {
  relative.pick = Pick::same;
  const Date at = focus.from;
  const auto same = resolve(relative, at);
  if (!same || at.month == 0 || relative.month == 0) return same;
  const int distance = relative.month - at.month;
  constexpr int kClose = 9;  // December, then January
  if (distance <= -kClose) return resolve(relative, add_years(at, 1));
  if (distance >= kClose) return resolve(relative, add_years(at, -1));
  return same;
}

// "On 5 May … in the same week … that day": the day spoken of last, where the focus is a stretch that holds
// it. Nothing where the focus is too long for what is counted from it: "in July … that day".
MaybePeriod seat_of(const RelativeDate& relative, const Period& focus, const MaybePeriod& day) {
  const bool fine = relative.grain == Grain::day || relative.grain == Grain::week;
  const Grain seated = focus.grain();
  const bool is_day = !focus.interval && focus.from.day != 0;
  // "in the half": of no year, unless a half was told
  if (relative.grain == Grain::half && seated != Grain::half) return std::nullopt;
  if (!fine || is_day || (relative.grain == Grain::week && seated == Grain::week)) return focus;
  const bool holds = day && focus.from.known() && focus.to.known() && focus.contains(*day);
  if (holds) return day;
  return relative.offset != 0 && focus.from.day != 0 ? MaybePeriod(focus) : std::nullopt;
}

// "The quarter": the one that the report is about.
bool is_part_told_of(const Viewpoint& viewpoint, const RelativeDate& relative, std::uint32_t flags) {
  return (flags & kLatent) != 0 && relative.offset == 0 && viewpoint.part &&
         viewpoint.part->grain() == relative.grain;
}

// "The year" by itself is that of the story, not that of what a number was held against.
const MaybePeriod& focus_of(const Viewpoint& viewpoint, const RelativeDate& relative, std::uint32_t flags) {
  const bool long_one = relative.grain == Grain::year || relative.grain == Grain::month;
  return (flags & kLatent) != 0 && long_one && viewpoint.told ? viewpoint.told : viewpoint.focus;
}

// Twelve whole months that are no calendar year.
bool is_year_of_months(const Period& period) {
  if (!period.interval || !period.from.known() || !period.to.known() || period.from.month <= 1) return false;
  return period.from.day == 0 && period.to.day == 0 && add_months(period.from, 11) == period.to;
}

// A year and nothing in it.
bool lacks_part(const RelativeDate& relative) {
  return relative.month == 0 && relative.day == 0 && relative.weekday == 0 && relative.quarter == 0 &&
         relative.half == 0 && relative.season == 0 && relative.length == 0;
}

MaybePeriod from_focus(const RelativeDate& relative, std::uint32_t flags, const Viewpoint& viewpoint) {
  // "The next spring", "the previous April" say themselves on which side they lie.
  const bool open = lacks_year(relative) && relative.offset == 0;
  if (viewpoint.told && open) return nearest(relative, *viewpoint.told);
  const MaybePeriod& spoken_of = focus_of(viewpoint, relative, flags);
  if (!spoken_of || !spoken_of->known()) return std::nullopt;
  if (open) return nearest(relative, *spoken_of);
  const MaybePeriod seat = seat_of(relative, *spoken_of, viewpoint.day);
  if (!seat) return std::nullopt;
  const Period& focus = *seat;
  // "2021-04/2022-03 … the year before that": twelve months as well.
  const bool year = relative.grain == Grain::year && relative.months == 0 && lacks_part(relative) &&
                    is_year_of_months(focus);
  if (year)
    return Period::between(add_years(focus.from, relative.offset), add_years(focus.to, relative.offset));
  const Date near = relative.offset > 0 && focus.to.known() ? focus.to : focus.from;
  if (relative.keep == Grain::none || !focus.interval)
    return resolve(relative, near.known() ? near : focus.to);
  const auto from = focus.from.known() ? resolve(relative, focus.from) : std::nullopt;
  const auto to = focus.to.known() ? resolve(relative, focus.to) : std::nullopt;
  return from && to ? MaybePeriod(Period::between(from->from, to->from)) : std::nullopt;
}

MaybePeriod holiday_from(const When& when, const Viewpoint& viewpoint, Pick pick,
                         const grammar::Grammar& grammar) {
  const Date at = viewpoint.narrative && viewpoint.focus   ? viewpoint.focus->from
                  : viewpoint.lead && pick != Pick::future ? viewpoint.lead->from
                                                           : viewpoint.published;
  if (!at.known()) return std::nullopt;
  const auto rule = grammar.text(static_cast<std::uint16_t>(when.holiday));
  const bool by_year = when.grain == static_cast<std::int8_t>(Grain::year);
  auto day = holiday_in(rule, at.year + (by_year ? when.offset : 0));
  if (!day) return std::nullopt;
  if (by_year && when.offset != 0 && at.month != 0) {
    // "last Christmas": the last one before, not the one of last year.
    const auto this_year = holiday_in(rule, at.year);
    if (when.offset < 0 && this_year && *this_year < at) day = this_year;
    if (when.offset > 0 && this_year && *this_year > at) day = this_year;
  }
  if (!by_year && at.month != 0) {
    const Date until = coarsened(*day, at.day == 0 ? Grain::month : Grain::day);
    if (pick == Pick::past && until > at) day = holiday_in(rule, at.year - 1);
    if (pick == Pick::future && until < at) day = holiday_in(rule, at.year + 1);
  }
  return day ? valid(*day) : std::nullopt;
}

// "Sunday, February 10": where it is no Sunday in the year picked, the one on the other side.
void on_weekday(const When& when, const Date& seen_from, RelativeDate& relative, Resolved& out) {
  const auto fits = [&](const MaybePeriod& day) {
    return day && day->from.day != 0 && weekday(day->from) == when.weekday;
  };
  if (when.weekday == 0 || when.weekday > 7 || when.day == 0 || when.month == 0 || fits(out.period)) return;
  RelativeDate other = relative;
  other.pick = relative.pick == Pick::future ? Pick::past : Pick::future;
  const MaybePeriod day = resolve(other, seen_from);
  constexpr std::chrono::days kFarthest{190};
  if (!fits(day) || std::chrono::abs(day->first_day() - seen_from.first_day()) > kFarthest) return;
  relative = other;
  out.period = day;
}

// From the start of the stretch to the day of publication, or from that day to the end.
MaybePeriod part_of_now(const MaybePeriod& stretch, std::uint32_t flags, const Date& published) {
  if (!stretch || published.day == 0 || (flags & (kToDate | kLater | kEarlier)) == 0) return stretch;
  const bool begun = (flags & kToDate) != 0 && stretch->first_day() < published.first_day();
  if (!begun && (!stretch->contains(Period::of(published)) || stretch->grain() == Grain::day)) return stretch;
  if (begun || (flags & kEarlier) != 0) return Period::between(Date::of(stretch->first_day()), published);
  return Period::between(published, Date::of(stretch->last_day()));
}

}  // namespace

int full_year(int two_digits, const Viewpoint& viewpoint) {
  constexpr int kWithout = 2030;  // a report without a date looks no further ahead than this
  constexpr int kAhead = 15;
  const int latest = viewpoint.published.known() ? viewpoint.published.year + kAhead : kWithout;
  const int century = latest / 100 * 100;
  return century + two_digits <= latest ? century + two_digits : century - 100 + two_digits;
}

namespace {

Date seen_from(const Viewpoint& viewpoint) {
  return viewpoint.narrative && viewpoint.focus ? viewpoint.focus->from : viewpoint.published;
}

// "At this stage in 2021": from the start of that year to the report's day in it.
MaybePeriod up_to_stage(const MaybePeriod& year, const Date& published) {
  if (!year || year->grain() != Grain::year || published.day == 0) return year;
  const Date day = make_date(year->from.year, published.month, published.day);
  return day.valid() ? Period::between(Date::of(year->first_day()), day) : year;
}

// "In week 23": of this year, or of the year before where it has not come yet.
When week_of_the_year(When when, const Viewpoint& viewpoint, Pick pick) {
  when.grain = static_cast<std::int8_t>(Grain::year);
  when.reach = static_cast<std::int8_t>(Reach::publication);
  const Date& today = viewpoint.published;
  if (today.day == 0 || pick == Pick::future) return when;
  if (week_start(IsoWeek{today.year, when.week}) > today) when.offset = -1;
  return when;
}

Resolved resolve_printed(const When& when, std::uint32_t flags, Resolved out,
                         const grammar::Grammar& grammar) {
  const bool counted = (flags & kPartOf) != 0;
  When stretch = when;
  if (counted) stretch.nth = stretch.until = stretch.week = 0;
  out.period = shaped(absolute(stretch, flags, grammar), flags);
  if (counted) out.period = counted_within(when, flags, out.period);
  return out;
}

Resolved resolve_holiday(const When& when, std::uint32_t flags, const MaybePeriod& day, Pick pick,
                         std::string_view rule) {
  Resolved out{.period = shaped(day, flags), .basis = Basis::implied};
  const auto fixed = fixed_holiday(rule);
  if (!fixed || (flags & kWeekendOf) != 0 || when.is_relative()) return out;
  out.relative = RelativeDate{.pick = pick,
                              .month = static_cast<std::uint8_t>(fixed->month),
                              .day = static_cast<std::uint8_t>(fixed->day)};
  return out;
}

// "In the first quarter of 2023 … in the first half": of the year whose parts are told.
bool goes_on_in_year(const RelativeDate& relative, const MaybePeriod& focus) {
  if (relative.months == 0 || relative.grain != Grain::none || !focus || !focus->interval) return false;
  const bool of_months =
      focus->from.known() && focus->to.known() && focus->from.day == 0 && focus->from.month != 0;
  return of_months && focus->from.year == focus->to.year;
}

bool is_by_focus(const When& when, std::uint32_t flags, const Viewpoint& viewpoint,
                 const RelativeDate& relative) {
  const bool by_heading = viewpoint.under_year && viewpoint.told && when.reach == 0 && lacks_year(relative);
  return relative.anchor == Anchor::focus || by_heading ||
         goes_on_in_year(relative, viewpoint.told ? viewpoint.told : viewpoint.focus) ||
         (viewpoint.narrative && (flags & kDeictic) == 0);
}

// "In December 402,000 days were lost. On the 15th …": of the month that is told of, where that is another
// than the report's own and the day is past.
MaybePeriod in_month_told(const RelativeDate& relative, const Viewpoint& viewpoint) {
  const bool day_alone = relative.day != 0 && relative.month == 0 && relative.weekday == 0 &&
                         relative.grain == Grain::none && relative.anchor == Anchor::publication;
  if (!day_alone || !viewpoint.told || viewpoint.told->interval || relative.pick == Pick::future)
    return std::nullopt;
  const Date& month = viewpoint.told->from;
  const Date day = make_date(month.year, month.month, relative.day);
  const bool past = !viewpoint.published.known() || day <= viewpoint.published;
  return month.month != 0 && day.valid() && past ? MaybePeriod(Period::of(day)) : std::nullopt;
}

// The words around a relative date: a count within it, "later this month", "the week of".
void shape_relative(std::uint32_t flags, const Viewpoint& viewpoint, Resolved& out) {
  if ((flags & (kLater | kEarlier)) != 0) out.stretch = out.period;
  out.period = shaped(part_of_now(out.period, flags, viewpoint.published), flags);
  if ((flags & kWorkday) != 0 && out.period && out.period->from.day != 0)
    out.period = Period::of(workday(out.period->from, seen_from(viewpoint)));
  if ((flags & (kWeekOf | kWeekendOf | kWorkday)) != 0) out.relative.reset();
}

Resolved resolve_relative(When when, std::uint32_t flags, const Viewpoint& viewpoint, Pick pick) {
  Resolved out{.basis = Basis::implied};
  if (when.week != 0 && when.nth == 0 && !when.is_relative()) when = week_of_the_year(when, viewpoint, pick);
  RelativeDate relative = relative_date(when, flags);
  if (when.reach == 0) relative.pick = pick;
  // "For the year as a whole it expects 240": what is to come is told from the report.
  const bool to_come = (flags & kLatent) != 0 && pick == Pick::future && relative.grain == Grain::year;
  if (to_come) relative.anchor = Anchor::publication;
  const bool by_focus = !to_come && is_by_focus(when, flags, viewpoint, relative);
  if (is_part_told_of(viewpoint, relative, flags)) {
    out.period = viewpoint.part;
    return out;
  }
  if (by_focus) {
    relative.anchor = Anchor::focus;
    out.period = from_focus(relative, flags, viewpoint);
  } else if (const MaybePeriod day = in_month_told(relative, viewpoint); day && when.reach == 0) {
    out.period = day;
  } else if (viewpoint.lead && when.reach == 0 && lacks_year(relative) && pick != Pick::future) {
    out.period = nearest(relative, *viewpoint.lead);
  }
  // "The day", "the week" by themselves may be the report's own; "that day", "the same week" are not.
  const bool of_focus =
      when.reach == static_cast<std::int8_t>(Reach::focus) && viewpoint.focus && (flags & kLatent) == 0;
  if (!out.period && !viewpoint.narrative && !of_focus) out.period = resolve(relative, viewpoint.published);
  const bool chat = viewpoint.prefer == Pick::future;
  if (out.period && !by_focus && !chat && when.reach == 0)
    on_weekday(when, viewpoint.published, relative, out);
  if (relative.months == 0 && (when.nth != 0 || when.week != 0)) {
    out.period = counted_within(when, flags, out.period);
    return out;
  }
  out.relative = relative;
  shape_relative(flags, viewpoint, out);
  return out;
}

Resolved resolve_unstaged(const When& given, std::uint32_t flags, const Viewpoint& viewpoint, Pick pick,
                          const grammar::Grammar& grammar) {
  When when = given;
  Resolved out;
  if (when.year >= kShortYear) {
    when.year = static_cast<std::int16_t>(full_year(when.year - kShortYear, viewpoint));
    out.basis = Basis::implied;
  }
  if ((flags & kEitherOrder) != 0 && viewpoint.day_first) std::swap(when.month, when.day);
  if (when.year != 0) return resolve_printed(when, flags, out, grammar);
  out.basis = Basis::implied;
  if ((flags & kPresentReference) != 0) {
    if (viewpoint.published.known() && !viewpoint.narrative) out.period = Period::of(viewpoint.published);
    return out;
  }
  if ((flags & (kPastReference | kFutureReference | kFiscal)) != 0 || !when.has_date()) return out;
  if (when.holiday != 0) {
    const MaybePeriod day = holiday_from(when, viewpoint, pick, grammar);
    out = resolve_holiday(when, flags, day, pick, grammar.text(static_cast<std::uint16_t>(when.holiday)));
    if (viewpoint.narrative) out.relative.reset();
    return out;
  }
  if (when.day != 0 && when.weekday != 0 && when.month == 0 && !when.is_relative()) {
    out.period = day_on_weekday(when, seen_from(viewpoint), pick);
    return out;
  }
  return resolve_relative(when, flags, viewpoint, pick);
}

}  // namespace

Resolved resolve_when(const When& given, std::uint32_t flags, const Viewpoint& viewpoint, Pick pick,
                      const grammar::Grammar& grammar) {
  Resolved out = resolve_unstaged(given, flags, viewpoint, pick, grammar);
  if ((flags & kStage) == 0) return out;
  out.period = up_to_stage(out.period, viewpoint.published);
  out.basis = Basis::implied;
  out.relative.reset();
  return out;
}

std::optional<Period> moved(const Period& from, const Length& length, int sign) {
  const auto move = [&](Date date) -> std::optional<Date> {
    const auto& counts = length.counts;
    const int months = sign * (counts[0] * 12 + counts[1]);
    const int days = sign * (counts[2] * 7 + counts[3]);
    if (days != 0 && date.day == 0) return std::nullopt;
    if (months % 12 != 0 && date.month == 0) return std::nullopt;
    if (date.month == 0) return add_years(date, months / 12);
    return add_days(add_months(date, months), days);
  };
  if (!from.interval) {
    const auto date = move(from.from);
    return date ? std::optional(Period::of(*date)) : std::nullopt;
  }
  const auto first = move(from.from), last = move(from.to);
  if (!first || !last) return std::nullopt;
  return Period::between(*first, *last);
}

std::optional<RelativeDate> relative_of(const Length& length) {
  constexpr std::array<Grain, 4> kGrains = {Grain::year, Grain::month, Grain::week, Grain::day};
  RelativeDate relative;
  for (std::size_t i = 0; i < kGrains.size(); ++i) {
    if (length.counts[i] == 0) continue;
    if (relative.grain != Grain::none) return std::nullopt;
    relative.grain = kGrains[i];
    relative.offset = static_cast<std::int16_t>(length.counts[i] * length.sign);
  }
  if (relative.grain == Grain::none || length.counts[4] != 0 || length.counts[5] != 0 ||
      length.counts[6] != 0) {
    return std::nullopt;
  }
  relative.anchor =
      length.reach == static_cast<std::int8_t>(Reach::focus) ? Anchor::focus : Anchor::publication;
  return relative;
}

void count_in_unit(RelativeDate& relative, const Length& length) {
  const auto unit = static_cast<Grain>(length.unit);
  if (unit != Grain::quarter && unit != Grain::half) return;
  relative.grain = unit;
  relative.offset = static_cast<std::int16_t>(relative.offset / (unit == Grain::quarter ? 3 : 6));
}

}  // namespace tally::dates
