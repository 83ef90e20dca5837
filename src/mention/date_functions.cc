// The producing functions of dates.rules for dates and clock times: pieces of a pattern → When. Those
// for lengths of time stand in date_lengths.cc. Entry: functions().
//
//   date(year=, month=, day=, …, of=, with=)   numbers into their places, other dates merged in
//   relative(unit=, offset=, …)                "last year", "that day"
//   clock(hour=, minute=, half_day=, …)        "3.30 p.m."
#include "mention/date_functions.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "mention/date_words.h"
#include "mention/number_functions.h"

namespace tally::dates {

using grammar::Call;
using grammar::Function;
using grammar::Meaning;

std::optional<int> whole(const Meaning* meaning, int low, int high) {
  if (meaning == nullptr || !meaning->number.is_integer()) return std::nullopt;
  if (meaning->number < Decimal(low) || meaning->number > Decimal(high)) return std::nullopt;
  return static_cast<int>(meaning->number.to_double());
}

std::string_view word_of(const Call& call, const Meaning* meaning) {
  return meaning == nullptr ? std::string_view{} : call.grammar.text(meaning->symbol);
}

namespace {

// Takes over what `to` has not; false where both have it and differ.
template <class T>
bool merge(T& to, T from) {
  if (from == 0) return true;
  if (to != 0 && to != from) return false;
  to = from;
  return true;
}

bool merge_calendar(When& to, const When& from) {
  return merge(to.year, from.year) && merge(to.month, from.month) && merge(to.day, from.day) &&
         merge(to.weekday, from.weekday) && merge(to.quarter, from.quarter) && merge(to.half, from.half) &&
         merge(to.season, from.season) && merge(to.week, from.week) && merge(to.holiday, from.holiday) &&
         merge(to.nth, from.nth) && merge(to.until, from.until);
}

bool merge_relative(When& to, const When& from) {
  if (from.grain == 0 && from.reach == 0) return true;
  if (to.grain != 0 || to.reach != 0) return false;
  to.grain = from.grain;
  to.offset = from.offset;
  to.length = from.length;
  to.reach = from.reach;
  to.pick = from.pick;
  to.keep = from.keep;
  return true;
}

bool merge_clock(When& to, const When& from) {
  if (to.clock != 0 && from.clock != 0) return false;
  if (from.clock != 0) {
    to.clock = from.clock;
    to.second = from.second;
    to.clock_grain = from.clock_grain;
  }
  if (to.day_part != 0 && from.day_part != 0) return false;
  if (from.day_part != 0) to.day_part = from.day_part;
  return merge(to.zone, from.zone);
}

// The half of the day that a part of the day settles: "8 in the evening".
void settle_half_day(When& when, std::uint32_t& flags, DayPart part) {
  if ((flags & kHalfDayOpen) == 0 || when.clock == 0 || part == DayPart::none) return;
  constexpr int kNoon = 12 * 60;
  const int minutes = when.clock - 1;
  const bool noon_hour = minutes >= kNoon;
  const bool late_night = part == DayPart::night && minutes >= 6 * 60 && !noon_hour;
  const bool midday = part == DayPart::midday && minutes < 6 * 60;
  const bool after_noon = part == DayPart::afternoon || part == DayPart::evening || late_night || midday;
  if (after_noon && !noon_hour) when.clock = static_cast<std::int16_t>(when.clock + kNoon);
  if (!after_noon && noon_hour && part != DayPart::midday)
    when.clock = static_cast<std::int16_t>(when.clock - kNoon);
  flags &= ~static_cast<std::uint32_t>(kHalfDayOpen);
}

bool join(Meaning& out, const Meaning* piece) {
  if (piece == nullptr) return true;
  When made = when_of(out);
  const When other = when_of(*piece);
  std::uint32_t flags = out.flags | piece->flags;
  if (!merge_calendar(made, other) || !merge_relative(made, other) || !merge_clock(made, other)) return false;
  merge(made.mod, other.mod);
  if (made.clock != 0) {
    settle_half_day(made, flags, static_cast<DayPart>(made.day_part));
    made.day_part = 0;
  }
  put(made, out);
  out.flags = flags;
  return true;
}

bool set_year(const Meaning* year, When& when) {
  if (year == nullptr) return true;
  const auto value = whole(year, 0, 9999);
  if (!value) return false;
  const bool is_short = year->digits == 2;
  when.year = static_cast<std::int16_t>(*value + (is_short ? kShortYear : 0));
  return when.year != 0;
}

template <class T>
bool set_number(const Meaning* meaning, int low, int high, T& field) {
  if (meaning == nullptr) return true;
  const auto value = whole(meaning, low, high);
  if (!value) return false;
  field = static_cast<T>(*value);
  return true;
}

bool exists(const When& when) {
  if (when.day == 0 || when.month == 0) return true;
  const int year = when.year > 0 && when.year < kShortYear ? when.year : 2000;
  return when.day <= days_in_month(year, when.month);
}

// A clock time or a part of the day belongs to a day, not to a week, month or year.
bool takes_clock(const When& when) {
  if ((when.clock == 0 && when.day_part == 0) || !when.has_date()) return true;
  return when.day != 0 || when.weekday != 0 || when.holiday != 0 ||
         when.grain == static_cast<std::int8_t>(Grain::day);
}

// date(year, month, day, weekday, quarter, half, season, holiday, nth, of, with, week)
bool make_date_of(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  When when;
  const bool fits = set_year(given[0], when) && set_number(given[1], 1, 12, when.month) &&
                    set_number(given[2], 1, 31, when.day) &&
                    set_number(given[3], 1, kWeekend, when.weekday) &&
                    set_number(given[4], 1, 4, when.quarter) && set_number(given[5], 1, 2, when.half) &&
                    set_number(given[6], 1, 4, when.season) && set_number(given[8], -1, 5, when.nth) &&
                    set_number(given[11], 1, 53, when.week);
  if (!fits) return false;
  if (given[7] != nullptr) when.holiday = static_cast<std::int16_t>(given[7]->symbol);
  out.flags = 0;
  put(when, out);
  if (!join(out, given[9]) || !join(out, given[10])) return false;
  return exists(when_of(out)) && takes_clock(when_of(out));
}

// days(day, until, month, year): "3-5 March 2016"
bool make_days(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  When when;
  if (!set_number(given[0], 1, 31, when.day) || !set_number(given[1], 1, 31, when.until) ||
      !set_number(given[2], 1, 12, when.month) || !set_year(given[3], when)) {
    return false;
  }
  put(when, out);
  out.flags = kUntil;
  When last = when;
  last.day = static_cast<std::int8_t>(when.until);
  return when.day < when.until && exists(last);
}

// years(from, to): "2012–13", "from 2011 to 2016"
bool make_years(const Call& call, Meaning& out) {
  const auto from = whole(call.arguments[0], 1000, 2999);
  auto to = whole(call.arguments[1], 0, 2999);
  if (!from || !to) return false;
  const bool is_short = *to < 100;
  if (is_short) *to += *from / 100 * 100 + (*to == 0 && *from % 100 == 99 ? 100 : 0);
  constexpr int kLongest = 400;
  if (*to <= *from || *to - *from > kLongest) return false;
  When when;
  when.year = static_cast<std::int16_t>(*from);
  when.until = static_cast<std::int16_t>(*to);
  put(when, out);
  out.flags = kUntil;
  return true;
}

// months(month, until, year): "Jan–Mar 2019"
bool make_months(const Call& call, Meaning& out) {
  When when;
  if (!set_number(call.arguments[0], 1, 12, when.month) ||
      !set_number(call.arguments[1], 1, 12, when.until) || !set_year(call.arguments[2], when)) {
    return false;
  }
  put(when, out);
  out.flags = kUntil;
  return when.month != when.until;
}

std::int16_t before_christ(int year) {
  return static_cast<std::int16_t>(1 - year);  // astronomical: 1 BC is year 0
}

// eras(from, to, era): "490–480 BC"
bool make_eras(const Call& call, Meaning& out) {
  const auto from = whole(call.arguments[0], 1, 9999), to = whole(call.arguments[1], 1, 9999);
  const bool before = word_of(call, call.arguments[2]) == "before";
  if (!from || !to || (before ? *from <= *to || *to < 2 : *from >= *to)) return false;
  When when;
  when.year = before ? before_christ(*from) : static_cast<std::int16_t>(*from);
  when.until = before ? before_christ(*to) : static_cast<std::int16_t>(*to);
  put(when, out);
  out.flags = kUntil | (before ? kBeforeChrist : 0U);
  return true;
}

// weak_year(year)
bool make_weak_year(const Call& call, Meaning& out) {
  When when;
  if (!set_year(call.arguments[0], when)) return false;
  put(when, out);
  out.flags = kWeakYear;
  return true;
}

// numeric(first, second, year): 04/03/2016, month first until the text's habit is known.
bool make_numeric(const Call& call, Meaning& out) {
  const auto first = whole(call.arguments[0], 1, 31), second = whole(call.arguments[1], 1, 31);
  if (!first || !second || (*first > 12 && *second > 12)) return false;
  When when;
  if (!set_year(call.arguments[2], when)) return false;
  const bool day_first = *first > 12;
  when.month = static_cast<std::int8_t>(day_first ? *second : *first);
  when.day = static_cast<std::int8_t>(day_first ? *first : *second);
  put(when, out);
  out.flags = *first <= 12 && *second <= 12 ? kEitherOrder : 0U;
  return exists(when);
}

// slash_date(): "4/22" as it stands in the text; the numbers read it as a fraction.
bool make_slash_date(const Call& call, Meaning& out) {
  if (call.tokens.size() != 3 || call.article.text(call.all_tokens[call.tokens.begin + 1]) != "/")
    return false;
  const auto number_at = [&](std::uint32_t at) {
    const auto value = Decimal::parse(call.article.text(call.all_tokens[at]));
    return value && value->is_integer() && *value >= Decimal(1) && *value <= Decimal(31)
               ? static_cast<int>(value->to_double())
               : 0;
  };
  const int first = number_at(call.tokens.begin), second = number_at(call.tokens.begin + 2);
  if (first == 0 || second == 0 || (first > 12 && second > 12)) return false;
  When when;
  when.month = static_cast<std::int8_t>(first > 12 ? second : first);
  when.day = static_cast<std::int8_t>(first > 12 ? first : second);
  put(when, out);
  out.flags = first <= 12 && second <= 12 ? kEitherOrder : 0U;
  return exists(when);
}

// points_date(of): "12.03.2016" is 12 March.
bool make_points_date(const Call& call, Meaning& out) {
  const Meaning* groups = call.arguments[0];
  if (groups == nullptr || groups->digits != 3 || groups->part[4] > 2 || groups->part[5] > 2) return false;
  if (groups->part[6] != 4 && (groups->part[6] != 2 || groups->part[4] != 2 || groups->part[5] != 2))
    return false;
  When when;
  if (groups->part[0] < 1 || groups->part[0] > 31 || groups->part[1] < 1 || groups->part[1] > 12)
    return false;
  when.day = static_cast<std::int8_t>(groups->part[0]);
  when.month = static_cast<std::int8_t>(groups->part[1]);
  when.year = static_cast<std::int16_t>(groups->part[2] + (groups->part[6] == 2 ? kShortYear : 0));
  put(when, out);
  return exists(when);
}

// year_points(of): "2016.4.8", the year first.
bool make_year_points(const Call& call, Meaning& out) {
  const Meaning* groups = call.arguments[0];
  if (groups == nullptr || groups->digits < 2 || groups->digits > 3 || groups->part[4] != 4) return false;
  When when;
  if (groups->part[1] < 1 || groups->part[1] > 12 ||
      (groups->digits == 3 && (groups->part[2] < 1 || groups->part[2] > 31))) {
    return false;
  }
  when.year = groups->part[0];
  when.month = static_cast<std::int8_t>(groups->part[1]);
  if (groups->digits == 3) when.day = static_cast<std::int8_t>(groups->part[2]);
  put(when, out);
  return when.year >= 1000 && exists(when);
}

// calendar_parts(from, to): two dates with a dash. What stands behind a dateline ("March 31 - Today's …")
// is no end of a range: a printed date goes on with a printed date.
bool make_calendar_parts(const Call& call, Meaning& /*out*/) {
  if (call.arguments[0] == nullptr || call.arguments[1] == nullptr) return false;
  const When from = when_of(*call.arguments[0]), to = when_of(*call.arguments[1]);
  const auto only_weekday = [](const When& when) {
    return when.weekday != 0 && when.month == 0 && when.day == 0;
  };
  if (only_weekday(to) && !only_weekday(from) && from.reach == 0) return false;
  return from.reach != 0 || to.reach == 0;
}

// compact_date(of): 20160407
bool make_compact_date(const Call& call, Meaning& out) {
  const auto value = whole(call.arguments[0], 10000101, 29991231);
  if (!value) return false;
  When when;
  when.year = static_cast<std::int16_t>(*value / 10000);
  when.month = static_cast<std::int8_t>(*value / 100 % 100);
  when.day = static_cast<std::int8_t>(*value % 100);
  if (when.month < 1 || when.month > 12 || when.day < 1) return false;
  put(when, out);
  return exists(when);
}

// stretch(decade, century, era, year, month, day, mod)
bool make_stretch(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  When when;
  if (!set_number(given[4], 1, 12, when.month) || !set_number(given[5], 1, 31, when.day)) return false;
  if (given[0] != nullptr) {
    const auto decade = whole(given[0], 10, 2990);
    if (!decade || *decade % 10 != 0 || (*decade >= 100 && *decade < 1000)) return false;
    when.year = static_cast<std::int16_t>(*decade < 100 ? *decade + (*decade < 20 ? 2000 : 1900) : *decade);
    out.flags |= kDecade;
  }
  if (!set_number(given[1], 1, 30, when.year) || !set_year(given[3], when)) return false;
  if (given[1] != nullptr) out.flags |= kCentury;
  if (given[2] != nullptr) {
    if (when.year >= kShortYear) when.year = static_cast<std::int16_t>(when.year - kShortYear);
    if (word_of(call, given[2]) == "before") {
      out.flags |= kBeforeChrist;
      if (given[1] == nullptr && when.year < 2) return false;
      if (given[1] == nullptr) when.year = before_christ(when.year);
    }
  }
  if (given[6] != nullptr) when.mod = static_cast<std::int8_t>(mod_named(word_of(call, given[6])));
  put(when, out);
  return exists(when);
}

// fiscal(year)
bool make_fiscal(const Call& call, Meaning& out) {
  When when;
  if (!set_year(call.arguments[0], when)) return false;
  put(when, out);
  out.flags = kFiscal;
  return true;
}

RelativeDate::Pick pick_named(std::string_view word, int offset) {
  if (word == "future" || (word == "toward" && offset > 0)) return RelativeDate::Pick::future;
  return word == "same" ? RelativeDate::Pick::same : RelativeDate::Pick::past;
}

// relative(unit, offset, month, weekday, season, holiday, reach, pick, keep, part, length, flag)
bool make_relative(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  When when;
  const auto unit = word_of(call, given[0]);
  const auto grain = grain_named(unit);
  if (given[0] != nullptr && grain == Grain::none) return false;
  when.grain = static_cast<std::int8_t>(grain);
  const bool fits = set_number(given[1], -30000, 30000, when.offset) &&
                    set_number(given[2], 1, 12, when.month) &&
                    set_number(given[3], 1, kWeekend, when.weekday) &&
                    set_number(given[4], 1, 4, when.season) && set_number(given[10], -1, 1, when.length);
  if (!fits) return false;
  if (unit == "weekend") when.weekday = kWeekend;
  if (given[5] != nullptr) when.holiday = static_cast<std::int16_t>(given[5]->symbol);
  when.reach =
      static_cast<std::int8_t>(word_of(call, given[6]) == "focus" ? Reach::focus : Reach::publication);
  when.pick = static_cast<std::int8_t>(pick_named(word_of(call, given[7]), when.offset));
  when.keep = static_cast<std::int8_t>(grain_named(word_of(call, given[8])));
  when.day_part = static_cast<std::int8_t>(day_part_named(word_of(call, given[9])));
  out.flags = flag_named(word_of(call, given[11]));
  put(when, out);
  return grain == Grain::none || grain >= Grain::day;
}

// flagged(of, flag, mod): a date with a flag or a TIMEX3 modifier.
bool make_flagged(const Call& call, Meaning& out) {
  if (!join(out, call.arguments[0])) return false;
  out.flags |= flag_named(word_of(call, call.arguments[1]));
  When when = when_of(out);
  if (call.arguments[2] != nullptr) {
    when.mod = static_cast<std::int8_t>(mod_named(word_of(call, call.arguments[2])));
  }
  put(when, out);
  return true;
}

// reference(flag): "now", "recently".
bool make_reference(const Call& call, Meaning& out) {
  out.flags = flag_named(word_of(call, call.arguments[0]));
  return out.flags != 0;
}

bool only_relative(const When& when, Grain grain) {
  return when.grain == static_cast<std::int8_t>(grain) && when.month == 0 && when.weekday == 0 &&
         when.length == 0 && when.quarter == 0 && when.half == 0 && when.season == 0 && when.day == 0 &&
         when.clock == 0;
}

// range_in(year, of): "last year" + "January to March".
bool make_range_in(const Call& call, Meaning& out) {
  const Meaning* year = call.arguments[0];
  const Meaning* of = call.arguments[1];
  if (year == nullptr || of == nullptr || (of->flags & kUntil) == 0) return false;
  const When range = when_of(*of), in = when_of(*year);
  const bool fits = range.month != 0 && range.year == 0 && range.reach == 0;
  if (!fits || !(only_relative(in, Grain::year) || (in.year != 0 && in.month == 0))) return false;
  return join(out, of) && join(out, year);
}

// joined(of, with): "May" + "last year", "Christmas" + "last year".
bool make_joined(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  const Meaning* with = call.arguments[1];
  if (of == nullptr || with == nullptr) return false;
  const When part = when_of(*of);
  const When year = when_of(*with);
  const bool has_part =
      part.month != 0 || part.season != 0 || part.quarter != 0 || part.half != 0 || part.holiday != 0;
  if (!has_part || part.year != 0 || part.reach != 0 || part.clock != 0) return false;
  const bool fits = only_relative(year, Grain::year) || (year.holiday != 0 && false);
  if (!fits || !join(out, of) || !join(out, with)) return false;
  out.flags &= ~static_cast<std::uint32_t>(kOpenPick);
  return true;
}

// week_day(day, week, weekday): "Friday of next week", "next week Friday".
bool make_week_day(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  if (given[1] == nullptr || !only_relative(when_of(*given[1]), Grain::week)) return false;
  When when;
  if (!set_number(given[2], 1, 7, when.weekday)) return false;
  if (given[0] != nullptr) {
    const When day = when_of(*given[0]);
    if (day.weekday == 0 || day.month != 0 || day.year != 0 || day.reach != 0 || day.clock != 0) return false;
    when.weekday = day.weekday;
  }
  put(when, out);
  return join(out, given[1]);
}

// nth_week(nth, of): "the first week of March".
bool make_nth_week(const Call& call, Meaning& out) {
  When when;
  if (!set_number(call.arguments[0], -1, 53, when.nth)) return false;
  put(when, out);
  if (!join(out, call.arguments[1])) return false;
  out.flags |= kWeekOfMonth;
  when = when_of(out);
  return (when.month != 0 || when.year != 0 || when.grain >= static_cast<std::int8_t>(Grain::month)) &&
         when.day == 0 && when.weekday == 0;
}

bool set_clock(int minutes, Grain grain, When& when) {
  if (minutes < 0 || minutes > 24 * 60) return false;
  when.clock = static_cast<std::int16_t>(minutes + 1);
  when.clock_grain = static_cast<std::int8_t>(grain);
  return true;
}

bool set_half_day(const Call& call, const Meaning* half_day, When& when, std::uint32_t& flags) {
  if (when.clock > 1 && when.clock <= 13 * 60) flags |= kHalfDayOpen;
  if (when.clock > 0 && when.clock <= 60) flags &= ~static_cast<std::uint32_t>(kHalfDayOpen);
  if (half_day == nullptr) return true;
  if (when.clock == 0 || when.clock > 13 * 60) return false;
  const int minutes = (when.clock - 1) % (12 * 60) + (word_of(call, half_day) == "pm" ? 12 * 60 : 0);
  when.clock = static_cast<std::int16_t>(minutes + 1);
  flags &= ~static_cast<std::uint32_t>(kHalfDayOpen);
  return true;
}

// clock_of(of, half_day): "10:30", "10:30:15", "10.30 p.m."
bool make_clock_of(const Call& call, Meaning& out) {
  const Meaning* groups = call.arguments[0];
  if (groups == nullptr || groups->digits < 2 || groups->digits > 3) return false;
  if (groups->part[4] > 2 || groups->part[5] != 2 || groups->part[0] > 24 || groups->part[1] > 59)
    return false;
  When when;
  if (groups->digits == 3) {
    if (groups->part[6] != 2 || groups->part[2] > 59) return false;
    when.second = static_cast<std::int8_t>(groups->part[2] + 1);
  }
  if (!set_clock(groups->part[0] * 60 + groups->part[1], Grain::minute, when)) return false;
  out.flags = 0;
  if (!set_half_day(call, call.arguments[1], when, out.flags)) return false;
  if (groups->part[4] == 2 && groups->part[0] < 10) out.flags &= ~static_cast<std::uint32_t>(kHalfDayOpen);
  put(when, out);
  return true;
}

// clock_digits(of, half_day): "1430 hours"
bool make_clock_digits(const Call& call, Meaning& out) {
  const auto digits = whole(call.arguments[0], 0, 2400);
  When when;
  if (!digits || *digits % 100 > 59 || !set_clock(*digits / 100 * 60 + *digits % 100, Grain::minute, when))
    return false;
  if (!set_half_day(call, call.arguments[1], when, out.flags)) return false;
  out.flags &= ~static_cast<std::uint32_t>(kHalfDayOpen);
  put(when, out);
  return true;
}

// clock(hour, minute, half_day, zone, part, of, past, part_past, to, part_to)
bool make_clock(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  if (!join(out, given[5])) return false;
  When when = when_of(out);
  if (given[0] != nullptr) {
    const auto hour = whole(given[0], 0, 24);
    const auto minute = given[1] == nullptr ? std::optional(0) : whole(given[1], 0, 59);
    if (!hour || !minute || when.clock != 0) return false;
    const int past = whole(given[6], 0, 59).value_or(0) + whole(given[7], 0, 59).value_or(0);
    const int to = whole(given[8], 0, 59).value_or(0) + whole(given[9], 0, 59).value_or(0);
    if ((given[6] != nullptr && past == 0) || (given[8] != nullptr && to == 0)) return false;
    const bool says_minutes = given[1] != nullptr || past != 0 || to != 0;
    const int minutes = (*hour * 60 + *minute + past - to + 24 * 60) % (24 * 60);
    if (!set_clock(minutes, says_minutes ? Grain::minute : Grain::hour, when)) return false;
    // noon and midnight say their half themselves
    if (!set_half_day(call, given[2], when, out.flags)) return false;
    if (given[0]->symbol != 0 || minutes == 0) out.flags &= ~static_cast<std::uint32_t>(kHalfDayOpen);
  }
  if (given[3] != nullptr)
    when.zone = static_cast<std::int16_t>(2000 + whole(given[3], -900, 900).value_or(0));
  if (given[4] != nullptr) {
    const auto part = day_part_named(word_of(call, given[4]));
    if (when.clock != 0) {
      settle_half_day(when, out.flags, part);
    } else {
      when.day_part = static_cast<std::int8_t>(part);
    }
  }
  if (when.clock != 0) {
    settle_half_day(when, out.flags, static_cast<DayPart>(when.day_part));
    when.day_part = 0;
  }
  put(when, out);
  return (when.clock != 0 || when.day_part != 0) && takes_clock(when);
}

bool make_parts(const Call& /*call*/, Meaning& /*out*/) {
  return true;
}

std::vector<Function> all_functions() {
  const auto numbers = grammar::number_functions();
  std::vector<Function> all(numbers.begin(), numbers.end());
  const auto lengths = length_functions();
  all.insert(all.end(), lengths.begin(), lengths.end());
  const std::vector<Function> own = {
      {"date",
       {"year", "month", "day", "weekday", "quarter", "half", "season", "holiday", "nth", "of", "with",
        "week"},
       make_date_of},
      {"days", {"day", "until", "month", "year"}, make_days},
      {"years", {"from", "to"}, make_years},
      {"months", {"month", "until", "year"}, make_months},
      {"eras", {"from", "to", "era"}, make_eras},
      {"weak_year", {"year"}, make_weak_year},
      {"numeric", {"first", "second", "year"}, make_numeric},
      {"slash_date", {}, make_slash_date},
      {"points_date", {"of"}, make_points_date},
      {"compact_date", {"of"}, make_compact_date},
      {"stretch", {"decade", "century", "era", "year", "month", "day", "mod"}, make_stretch},
      {"fiscal", {"year"}, make_fiscal},
      {"relative",
       {"unit", "offset", "month", "weekday", "season", "holiday", "reach", "pick", "keep", "part", "length",
        "flag"},
       make_relative},
      {"flagged", {"of", "flag", "mod"}, make_flagged},
      {"reference", {"flag"}, make_reference},
      {"joined", {"of", "with"}, make_joined},
      {"week_day", {"day", "week", "weekday"}, make_week_day},
      {"nth_week", {"nth", "of"}, make_nth_week},
      {"clock_of", {"of", "half_day"}, make_clock_of},
      {"clock_digits", {"of", "half_day"}, make_clock_digits},
      {"clock",
       {"hour", "minute", "half_day", "zone", "part", "of", "past", "part_past", "to", "part_to"},
       make_clock},
      {"parts", {}, make_parts},
      {"calendar_parts", {"from", "to"}, make_calendar_parts},
      {"year_points", {"of"}, make_year_points},
      {"range_in", {"year", "of"}, make_range_in},
  };
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

}  // namespace

std::span<const Function> functions() {
  static const std::vector<Function> all = all_functions();
  return all;
}

}  // namespace tally::dates
