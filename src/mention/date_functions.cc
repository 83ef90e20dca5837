// The producing functions of dates.rules for dates: pieces of a pattern → When. Those for dates in
// digits stand in date_calendar.cc, for clock times in date_clocks.cc, for lengths of time in
// date_lengths.cc. Entry: functions().
//
//   date(year=, month=, day=, …, of=, with=)   numbers into their places, other dates merged in
//   relative(unit=, offset=, …)                "last year", "that day"
#include "mention/date_functions.h"

#include <algorithm>
#include <vector>

#include "mention/date_merge.h"
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

std::optional<Decimal> quarters_in(const Call& call, const Meaning* number) {
  const auto piece = std::ranges::find(call.pieces, number, &grammar::Piece::meaning);
  if (number == nullptr || piece == call.pieces.end()) return std::nullopt;
  const auto words = call.text(*piece);
  if (!words.ends_with("quarters") && !words.ends_with("quarter")) return std::nullopt;
  const auto count = number->number.times(4);
  return count && *count > Decimal(1) ? count : std::nullopt;
}

std::string_view word_of(const Call& call, const Meaning* meaning) {
  return meaning == nullptr ? std::string_view{} : call.grammar.text(meaning->symbol);
}

namespace {

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
  const When all = when_of(out);
  const bool half_of_month = all.half != 0 && all.month != 0;
  return exists(all) && takes_clock(all) && !half_of_month && (all.week == 0 || all.weekday == 0);
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

// flagged(of, flag, mod, day, year, week): a date with a flag or a TIMEX3 modifier.
bool make_flagged(const Call& call, Meaning& out) {
  When own;
  if (!set_number(call.arguments[3], 1, 31, own.day) || !set_year(call.arguments[4], own) ||
      !set_number(call.arguments[5], 1, 53, own.week))
    return false;
  put(own, out);
  if (!join(out, call.arguments[0])) return false;
  out.flags |= flag_named(word_of(call, call.arguments[1]));
  When when = when_of(out);
  const bool has_day = when.day != 0 || when.weekday != 0 || when.holiday != 0 ||
                       when.grain == static_cast<std::int8_t>(Grain::day);
  if ((out.flags & (kWeekOf | kWeekendOf)) != 0 && !has_day) return false;
  if (call.arguments[2] != nullptr) {
    when.mod = static_cast<std::int8_t>(mod_named(word_of(call, call.arguments[2])));
  }
  put(when, out);
  return true;
}

// about(of): "around tomorrow 10am"; a day alone is no time that one is around.
bool make_about(const Call& call, Meaning& out) {
  if (!join(out, call.arguments[0])) return false;
  When when = when_of(out);
  when.mod = static_cast<std::int8_t>(Mod::approximate);
  put(when, out);
  return when.clock != 0;
}

// reference(flag): "now", "recently".
bool make_reference(const Call& call, Meaning& out) {
  out.flags = flag_named(word_of(call, call.arguments[0]));
  return out.flags != 0;
}

// range_in(year, of): "last year" + "January to March".
bool make_range_in(const Call& call, Meaning& out) {
  const Meaning* year = call.arguments[0];
  const Meaning* of = call.arguments[1];
  if (year == nullptr || of == nullptr || (of->flags & kUntil) == 0) return false;
  const When range = when_of(*of), in = when_of(*year);
  const bool of_days = range.month == 0 && range.day != 0 && range.year == 0 && range.reach == 0;
  if (of_days && (only_relative(in, Grain::month) || (in.month != 0 && in.day == 0 && in.weekday == 0)))
    return join(out, of) && join(out, year);
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

// toward_day(of, sign): "next" + "6 April"; without a sign "this" + "6 April".
bool make_toward_day(const Call& call, Meaning& out) {
  const bool same = call.arguments[1] == nullptr;
  const auto sign = same ? std::optional(0) : whole(call.arguments[1], -1, 1);
  if (!sign || (*sign == 0 && !same) || !join(out, call.arguments[0])) return false;
  When when = when_of(out);
  if (when.month == 0 || when.day == 0 || when.year != 0 || when.reach != 0 || when.clock != 0) return false;
  when.reach = static_cast<std::int8_t>(Reach::publication);
  when.offset = static_cast<std::int16_t>(*sign);
  if (same) when.grain = static_cast<std::int8_t>(Grain::year);
  when.pick = static_cast<std::int8_t>(*sign > 0 ? RelativeDate::Pick::future : RelativeDate::Pick::past);
  put(when, out);
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

// nth_week(nth, of, month): "the first week of March".
bool make_nth_week(const Call& call, Meaning& out) {
  When when;
  if (!set_number(call.arguments[0], -1, 53, when.nth) || !set_number(call.arguments[2], 1, 12, when.month)) {
    return false;
  }
  put(when, out);
  if (!join(out, call.arguments[1])) return false;
  out.flags |= kWeekOfMonth;
  when = when_of(out);
  return (when.month != 0 || when.year != 0 || when.grain >= static_cast<std::int8_t>(Grain::month)) &&
         when.day == 0 && when.weekday == 0;
}

// counted_part(nth, count, unit, of): "the first two months of 2016", "the ninth month of next year", "the
// first three quarters of 2015", "the four quarters of last year". The unit is smaller than the stretch,
// which is no day.
bool make_part_of(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  if (!join(out, given[3])) return false;
  When when = when_of(out);
  const auto quarters = given[2] == nullptr ? quarters_in(call, given[1]) : std::nullopt;
  const Grain unit = quarters ? Grain::quarter : grain_named(word_of(call, given[2]));
  const bool takes_part = when.nth == 0 && when.until == 0 && when.week == 0 && when.day == 0 &&
                          when.weekday == 0 && when.clock == 0 && when.day_part == 0 && when.holiday == 0;
  const bool has_stretch = when.year != 0 || when.month != 0 || when.grain > static_cast<std::int8_t>(unit);
  if (!takes_part || !has_stretch || unit < Grain::day || unit > Grain::year) return false;
  when.until = 1;
  if (!set_number(given[0], -1, 366, when.nth)) return false;
  if (!quarters && !set_number(given[1], 1, 366, when.until)) return false;
  if (quarters) when.until = static_cast<std::int16_t>(quarters->to_double());
  when.week = static_cast<std::int16_t>(unit);
  put(when, out);
  out.flags &= ~static_cast<std::uint32_t>(kWeakYear);
  out.flags |= kPartOf;
  return when.nth != 0;
}

// half_of_month(half, of): "the first half of" + "May", "next month": up to the 15th, or from the 16th on.
bool make_half_of_month(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  if (given[0] == nullptr || given[1] == nullptr || !join(out, given[1])) return false;
  const int half = when_of(*given[0]).half;
  When when = when_of(out);
  const bool of_month = only_relative(when, Grain::month) ||
                        (when.month != 0 && when.day == 0 && when.weekday == 0 && when.clock == 0);
  if (!of_month || when.nth != 0 || when.until != 0 || when.half != 0 || half == 0) return false;
  constexpr int kMiddle = 15;
  when.nth = static_cast<std::int16_t>(half == 1 ? 1 : kMiddle + 1);
  when.until = static_cast<std::int16_t>(half == 1 ? kMiddle : 0);
  when.week = static_cast<std::int16_t>(Grain::day);
  put(when, out);
  out.flags |= kPartOf;
  return true;
}

// "2015", "last year": no month, no part of it.
bool is_one_year(const When& when) {
  return only_relative(when, Grain::year) || (when.year != 0 && when.grain == 0 && when.month == 0 &&
                                              when.quarter == 0 && when.half == 0 && when.season == 0);
}

// whole_of(parts, of): "the four quarters" + "last year": all of it.
bool make_whole_of(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  if (given[0] == nullptr || given[1] == nullptr || !join(out, given[1])) return false;
  const Length parts = length_of(*given[0]);
  constexpr int kMonths = 12;
  return parts.units == 1 && parts.counts[1] == kMonths && is_one_year(when_of(out));
}

// first_part(length, half): "in the first nine months", "in the second half", of a year that is not said.
bool make_first_part(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  if (const Meaning* half = call.arguments[1]; half != nullptr) {
    When when;
    when.nth = when_of(*half).half == 1 ? 1 : -1;
    when.until = 1;
    when.week = static_cast<std::int16_t>(Grain::half);
    put(when, out);
    out.flags = kPartOf | kWeakYear;
    return when_of(*half).half != 0;
  }
  if (of == nullptr) return false;
  const Length length = length_of(*of);
  constexpr int kYear = 12;
  const bool of_months = length.units == 1 && length.counts[1] > 1 && length.counts[1] < kYear;
  if (!of_months || (of->flags & kVagueCount) != 0) return false;
  When when;
  when.nth = 1;
  when.until = length.counts[1];
  when.week = static_cast<std::int16_t>(Grain::month);
  put(when, out);
  out.flags = kPartOf;
  return true;
}

// words_date(day, month, year): "May twenty-nine"; the day stands in words.
bool make_words_date(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  When when;
  if (!is_spelled(call, given[0]) || !set_number(given[0], 1, 31, when.day) ||
      !set_number(given[1], 1, 12, when.month) || !set_year(given[2], when)) {
    return false;
  }
  put(when, out);
  return exists(when);
}

bool make_parts(const Call& /*call*/, Meaning& /*out*/) {
  return true;
}

std::vector<Function> all_functions() {
  std::vector<Function> all;
  for (const auto some :
       {grammar::number_functions(), length_functions(), calendar_functions(), clock_functions()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  const std::vector<Function> own = {
      {"date",
       {"year", "month", "day", "weekday", "quarter", "half", "season", "holiday", "nth", "of", "with",
        "week"},
       make_date_of},
      {"relative",
       {"unit", "offset", "month", "weekday", "season", "holiday", "reach", "pick", "keep", "part", "length",
        "flag"},
       make_relative},
      {"flagged", {"of", "flag", "mod", "day", "year", "week"}, make_flagged},
      {"about", {"of"}, make_about},
      {"reference", {"flag"}, make_reference},
      {"joined", {"of", "with"}, make_joined},
      {"toward_day", {"of", "sign"}, make_toward_day},
      {"week_day", {"day", "week", "weekday"}, make_week_day},
      {"nth_week", {"nth", "of", "month"}, make_nth_week},
      {"counted_part", {"nth", "count", "unit", "of"}, make_part_of},
      {"first_part", {"length", "half"}, make_first_part},
      {"half_of_month", {"half", "of"}, make_half_of_month},
      {"whole_of", {"parts", "of"}, make_whole_of},
      {"words_date", {"day", "month", "year"}, make_words_date},
      {"parts", {}, make_parts},
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
