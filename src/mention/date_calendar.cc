// The producing functions of dates.rules for dates whose parts are printed: numbers in their places → When.
// Entry: calendar_functions().
//
//   numeric(first=, second=, year=)   04/03/2016
//   days(day=, until=, month=)        "3–5 March 2016"
//   stretch(decade=, century=)        "the 1990s", "the 20th century"
#include <algorithm>
#include <vector>

#include "base/calendar.h"
#include "mention/date_functions.h"
#include "mention/date_merge.h"
#include "mention/date_words.h"

namespace tally::dates {
namespace {

using grammar::Call;
using grammar::Function;
using grammar::Meaning;

// days(day, until, month, year, of): "3-5 March 2016", "from 3 to 5 of" + "next month"
bool make_days(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  When when;
  if (!set_number(given[0], 1, 31, when.day) || !set_number(given[1], 1, 31, when.until) ||
      !set_number(given[2], 1, 12, when.month) || !set_year(given[3], when)) {
    return false;
  }
  put(when, out);
  out.flags = kUntil;
  if (given[4] != nullptr) {
    const When month = when_of(*given[4]);
    const bool is_month = only_relative(month, Grain::month) ||
                          (month.month != 0 && month.day == 0 && month.weekday == 0 && month.clock == 0);
    if (!is_month || !join(out, given[4])) return false;
  }
  When last = when_of(out);
  last.day = static_cast<std::int8_t>(when.until);
  return when.day < when.until && exists(last);
}

// years(from, to, longest): "2012–13", "from 2011 to 2016"
bool make_years(const Call& call, Meaning& out) {
  const auto from = whole(call.arguments[0], 1000, 2999);
  auto to = whole(call.arguments[1], 0, 2999);
  if (!from || !to) return false;
  const bool is_short = *to < 100;
  if (is_short) *to += *from / 100 * 100 + (*to == 0 && *from % 100 == 99 ? 100 : 0);
  const int longest = whole(call.arguments[2], 1, 400).value_or(400);
  if (*to <= *from || *to - *from > longest) return false;
  When when;
  when.year = static_cast<std::int16_t>(*from);
  when.until = static_cast<std::int16_t>(*to);
  put(when, out);
  out.flags = kUntil;
  return true;
}

// years_over(from, to): "the 1950-51 through the 2016-17" season
bool make_years_over(const Call& call, Meaning& out) {
  const Meaning* from = call.arguments[0];
  const Meaning* to = call.arguments[1];
  if (from == nullptr || to == nullptr || (from->flags & to->flags & kUntil) == 0) return false;
  const When first = when_of(*from), last = when_of(*to);
  const bool of_years = first.year != 0 && last.year != 0 && first.month == 0 && last.month == 0 &&
                        first.day == 0 && last.day == 0;
  if (!of_years || last.until <= first.until) return false;
  When when;
  when.year = first.year;
  when.until = last.until;
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

// A year with a clock time glued behind it: "2024:14:15".
bool set_year_and_clock(const Meaning& groups, When& when) {
  if (groups.digits != 3 || groups.part[4] != 4 || groups.part[5] != 2 || groups.part[6] != 2) return false;
  if (groups.part[1] > 23 || groups.part[2] > 59) return false;
  when.year = groups.part[0];
  when.clock = static_cast<std::int16_t>(groups.part[1] * 60 + groups.part[2] + 1);
  when.clock_grain = static_cast<std::int8_t>(Grain::minute);
  return true;
}

// numeric(first, second, year, clock): 04/03/2016, month first until the text's habit is known.
bool make_numeric(const Call& call, Meaning& out) {
  const auto first = whole(call.arguments[0], 1, 31), second = whole(call.arguments[1], 1, 31);
  if (!first || !second || (*first > 12 && *second > 12)) return false;
  When when;
  if (!set_year(call.arguments[2], when)) return false;
  if (call.arguments[3] != nullptr && !set_year_and_clock(*call.arguments[3], when)) return false;
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

// year_points(of, full): "2016.4.8", the year first; `full`: with its day only.
bool make_year_points(const Call& call, Meaning& out) {
  const Meaning* groups = call.arguments[0];
  if (groups == nullptr || groups->digits < 2 || groups->digits > 3 || groups->part[4] != 4) return false;
  if (call.arguments[1] != nullptr && groups->digits != 3) return false;
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
  // "March 24 - March 7 end": no range goes back, but over the end of the year.
  const auto place = [](const When& when) { return when.month * 31 + when.day; };
  const bool yearless = from.year == 0 && to.year == 0 && from.month != 0 && to.month != 0;
  constexpr int kHalfYear = 6 * 31;
  if (yearless && place(to) < place(from) && place(from) - place(to) < kHalfYear) return false;
  return from.reach != 0 || to.reach == 0;
}

// slash_range(from, to): "from 10/25 to 1/25": one of the four shows that they are days, not odds.
bool make_slash_range(const Call& call, Meaning& /*out*/) {
  const auto& given = call.arguments;
  if (given[0] == nullptr || given[1] == nullptr) return false;
  return when_of(*given[1]).year != 0 || (given[0]->flags & given[1]->flags & kEitherOrder) == 0;
}

// glued_day(of, year): "Dec31": the vocabulary has the letters as month-12.
bool make_glued_day(const Call& call, Meaning& out) {
  constexpr std::string_view kMonth = "month-";
  const auto word = word_of(call, call.arguments[0]);
  const auto day = whole(call.arguments[0], 1, 31);
  if (!day || !word.starts_with(kMonth)) return false;
  const auto month = Decimal::parse(word.substr(kMonth.size()));
  When when;
  if (!month || !set_year(call.arguments[1], when)) return false;
  when.month = static_cast<std::int8_t>(month->to_double());
  when.day = static_cast<std::int8_t>(*day);
  out = Meaning{};
  put(when, out);
  return exists(when);
}

// week_code(year, of): "2016-W12": the vocabulary has the letter as week-1.
bool make_week_code(const Call& call, Meaning& out) {
  const auto week = whole(call.arguments[1], 1, 53);
  if (!week || word_of(call, call.arguments[1]) != "week-1") return false;
  When when;
  when.week = static_cast<std::int16_t>(*week);
  if (!set_year(call.arguments[0], when)) return false;
  put(when, out);
  return true;
}

// Takes the half or quarter that is told of a year.
bool set_part(const Meaning* part, When& when) {
  if (part == nullptr) return true;
  const When told = when_of(*part);
  when.quarter = told.quarter;
  when.half = told.half;
  return when.quarter != 0 || when.half != 0;
}

// part_of_years(of, years): "the first half of 2023/24", a year that is named by both.
bool make_part_of_years(const Call& call, Meaning& out) {
  const Meaning* part = call.arguments[0];
  const Meaning* years = call.arguments[1];
  if (part == nullptr || years == nullptr || (years->flags & kUntil) == 0) return false;
  const When label = when_of(*years);
  if (label.until != label.year + 1 || label.month != 0) return false;
  When when;
  when.year = label.until;
  if (!set_part(part, when)) return false;
  put(when, out);
  out.flags = kFiscal;
  return true;
}

// year_code(of, part): "CY2018", "FY19", "Q2 FY19": the vocabulary has the letters as calendar-1, fiscal-1.
bool make_year_code(const Call& call, Meaning& out) {
  const auto word = word_of(call, call.arguments[0]);
  const auto year = whole(call.arguments[0], 0, 2100);
  constexpr int kFirst = 1900, kShort = 100;
  if (!year || (*year >= kShort && *year < kFirst) || (word != "calendar-1" && word != "fiscal-1"))
    return false;
  When when;
  when.year = static_cast<std::int16_t>(*year < kShort ? *year + kShortYear : *year);
  if (!set_part(call.arguments[1], when)) return false;
  out = Meaning{};
  put(when, out);
  out.flags = word == "fiscal-1" ? kFiscal : 0U;
  return true;
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

// year_words(century, rest, whole): "nineteen ninety-six", "two thousand and fifteen".
bool make_year_words(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  if (given[2] != nullptr) {
    const auto year = whole(given[2], 1100, 2099);
    if (!year || !is_spelled(call, given[2])) return false;
    out.number = Decimal(*year);
    return true;
  }
  const auto century = whole(given[0], 11, 20), rest = whole(given[1], 10, 99);
  if (!century || !rest || !is_spelled(call, given[0]) || !is_spelled(call, given[1])) return false;
  out.number = Decimal(*century * 100 + *rest);
  return true;
}

// fiscal(year)
bool make_fiscal(const Call& call, Meaning& out) {
  When when;
  if (!set_year(call.arguments[0], when)) return false;
  put(when, out);
  out.flags = kFiscal;
  return true;
}

}  // namespace

std::span<const Function> calendar_functions() {
  static const std::vector<Function> all = {
      {"days", {"day", "until", "month", "year", "of"}, make_days},
      {"years", {"from", "to", "longest"}, make_years},
      {"years_over", {"from", "to"}, make_years_over},
      {"months", {"month", "until", "year"}, make_months},
      {"eras", {"from", "to", "era"}, make_eras},
      {"weak_year", {"year"}, make_weak_year},
      {"numeric", {"first", "second", "year", "clock"}, make_numeric},
      {"slash_date", {}, make_slash_date},
      {"points_date", {"of"}, make_points_date},
      {"compact_date", {"of"}, make_compact_date},
      {"stretch", {"decade", "century", "era", "year", "month", "day", "mod"}, make_stretch},
      {"year_words", {"century", "rest", "whole"}, make_year_words},
      {"fiscal", {"year"}, make_fiscal},
      {"calendar_parts", {"from", "to"}, make_calendar_parts},
      {"year_points", {"of", "full"}, make_year_points},
      {"slash_range", {"from", "to"}, make_slash_range},
      {"glued_day", {"of", "year"}, make_glued_day},
      {"week_code", {"year", "of"}, make_week_code},
      {"year_code", {"of", "part"}, make_year_code},
      {"part_of_years", {"of", "years"}, make_part_of_years},
  };
  return all;
}

}  // namespace tally::dates
