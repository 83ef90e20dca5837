// The producing functions of dates.rules for lengths of time and sets: pieces of a pattern → Length.
//
//   length(count=, unit=, plus=)   "two and a half years"
//   lengths(a=, b=, c=)            "two years and a month"
//   away(of=, sign=, reach=)       "three days ago", "a year earlier"
//   every(unit=, date=)            "every Monday", "twice a week"
#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "mention/date_functions.h"
#include "mention/date_words.h"
#include "mention/number_functions.h"

namespace tally::dates {
namespace {

using grammar::Call;
using grammar::Function;
using grammar::Meaning;

constexpr int kMost = 30000;  // of one unit: the counts are small integers

// A part of a unit, where a smaller unit counts it whole: half an hour is 30 minutes, a year and a
// half 18 months.
void set_part(Length& length, const LengthPlace& place, Decimal number) {
  constexpr std::array<int, 6> kSmaller = {12, 30, 7, 24, 60, 60};
  const auto at = static_cast<std::size_t>(place.at);
  if (at >= kSmaller.size()) return;
  const auto count = number.times(std::int64_t{kSmaller[at]} * place.factor);
  if (!count || !count->is_integer() || *count > Decimal(kMost)) return;
  length.counts[at + (at == 1 ? 2 : 1)] = static_cast<std::int16_t>(count->to_double());
}

// One count of one unit. A count that is no integer stands in Meaning::number alone.
bool set_count(const Call& call, const Meaning* unit, Decimal number, Meaning& out) {
  const auto word = word_of(call, unit);
  const LengthPlace place = length_place(word);
  if (place.at < 0 || number.is_negative()) return false;
  Length length = length_of(out);
  length.unit = static_cast<std::int8_t>(grain_named(word));
  length.units = 1;
  out.number = number;
  out.symbol = unit->symbol;
  if (number.is_integer() && number <= Decimal(kMost / place.factor)) {
    length.counts[static_cast<std::size_t>(place.at)] =
        static_cast<std::int16_t>(number.to_double() * place.factor);
  } else if (!number.is_integer()) {
    set_part(length, place, number);
  }
  put(length, out);
  return true;
}

// length(count, unit, plus, part, minutes, flag): part of one unit ("half a year"), count and plus ("two and
// a half"), hours and minutes ("1 hour 30").
bool make_length(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  const Meaning* count = given[3] != nullptr ? given[3] : given[0];
  Decimal number = count == nullptr ? Decimal(1) : count->number;
  const bool is_vague = count != nullptr && (count->flags & grammar::kVague) != 0;
  if (given[2] != nullptr) {
    const auto sum = number.plus(given[2]->number);
    if (!sum || given[2]->number >= Decimal(1)) return false;
    number = *sum;
  }
  out.step = count == nullptr ? Decimal(1) : count->step;
  out.flags = flag_named(word_of(call, given[5])) | (is_vague ? kVagueCount : 0U);
  if (given[2] != nullptr) out.step = given[2]->step;
  if (!set_count(call, given[1], number, out)) return false;
  if (given[4] == nullptr) return true;
  const auto minutes = whole(given[4], 1, 59);
  if (!minutes || !number.is_integer()) return false;
  Length length = length_of(out);
  length.counts[5] = static_cast<std::int16_t>(*minutes);
  length.units = 2;
  put(length, out);
  return true;
}

// fraction_length(count, unit): "half an hour", "three quarters of a year"; no whole number.
bool make_fraction_length(const Call& call, Meaning& out) {
  const Meaning* count = call.arguments[0];
  if (count == nullptr || count->number.is_integer()) return false;
  // "7.4 a year" is a rate, "one and three quarters of an hour" a length.
  if (count->number > Decimal(1) && (count->flags & grammar::kSpelled) == 0) return false;
  out.step = count->step;
  return set_count(call, call.arguments[1], count->number, out);
}

// vague(unit, count): "several years", "days": how many is not said; the count is what chat takes it for.
bool make_vague(const Call& call, Meaning& out) {
  const Meaning* unit = call.arguments[0];
  const auto word = word_of(call, unit);
  if (unit == nullptr || length_place(word).at < 0) return false;
  if (call.arguments[1] != nullptr && !set_count(call, unit, call.arguments[1]->number, out)) return false;
  Length length = length_of(out);
  length.unit = static_cast<std::int8_t>(grain_named(word));
  length.units = 1;
  put(length, out);
  out.symbol = unit->symbol;
  out.flags = kVagueCount;
  return true;
}

// lengths(a, b, c, d): each of a smaller unit than the one before.
bool make_lengths(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  if (given[0] == nullptr) return false;
  out = *given[0];
  Length sum = length_of(out);
  Grain last = static_cast<Grain>(sum.unit);
  for (const std::size_t at : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
    if (given[at] == nullptr) continue;
    const Length other = length_of(*given[at]);
    const auto unit = static_cast<Grain>(other.unit);
    const bool fractional =
        !given[at]->number.is_integer() || !given[0]->number.is_integer() || given[0]->number.is_zero();
    if (unit >= last || fractional || ((given[at]->flags | out.flags) & kVagueCount) != 0) return false;
    last = unit;
    for (std::size_t i = 0; i < sum.counts.size(); ++i) {
      sum.counts[i] = static_cast<std::int16_t>(sum.counts[i] + other.counts[i]);
    }
    ++sum.units;
  }
  put(sum, out);
  return true;
}

// How a length lies: before or after the present or the date spoken of.
bool set_reach(const Call& call, const Meaning* sign, const Meaning* reach, Meaning& out) {
  Length length = length_of(out);
  length.sign = static_cast<std::int8_t>(whole(sign, -1, 1).value_or(-1));
  length.reach =
      static_cast<std::int8_t>(word_of(call, reach) == "focus" ? Reach::focus : Reach::publication);
  put(length, out);
  out.flags |= kBare;
  return length.units != 0 && length.sign != 0;
}

// reach_length(of, sign, count, unit, reach): "the past three years", "the next two weeks".
bool make_reach_length(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  if (given[0] != nullptr) {
    out = *given[0];
  } else if (given[3] == nullptr ||
             !set_count(call, given[3], given[2] == nullptr ? Decimal(1) : given[2]->number, out)) {
    return false;
  }
  return set_reach(call, given[1], given[4], out);
}

// reach_quarters(count, sign, reach): "the past three quarters", "two quarters ago"
bool make_reach_quarters(const Call& call, Meaning& out) {
  const auto count = quarters_in(call, call.arguments[0]);
  const Meaning quarter{.symbol = call.grammar.symbol("quarter")};
  return count && set_count(call, &quarter, *count, out) &&
         set_reach(call, call.arguments[1], call.arguments[2], out);
}

// away(of, sign, reach, unit): a length before or after a reference.
bool make_away(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  if (given[0] != nullptr) {
    out = *given[0];
  } else if (given[3] == nullptr || !set_count(call, given[3], Decimal(1), out)) {
    return false;
  }
  Length length = length_of(out);
  length.sign = static_cast<std::int8_t>(whole(given[1], -1, 1).value_or(1));
  length.reach =
      static_cast<std::int8_t>(word_of(call, given[2]) == "focus" ? Reach::focus : Reach::publication);
  put(length, out);
  return length.sign != 0;
}

// away_count(count, unit): "in 1 mon".
bool make_away_count(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr || !set_count(call, call.arguments[1], call.arguments[0]->number, out))
    return false;
  Length length = length_of(out);
  length.sign = 1;
  length.reach = static_cast<std::int8_t>(Reach::publication);
  put(length, out);
  return true;
}

// negative_away(count, unit, rest): "-3y", "-2hr5min".
bool make_negative_away(const Call& call, Meaning& out) {
  const Meaning* count = call.arguments[0];
  if (count == nullptr || !count->number.is_negative()) return false;
  const auto number = count->number.times(-1);
  if (!number || !set_count(call, call.arguments[1], *number, out)) return false;
  Length length = length_of(out);
  if (call.arguments[2] != nullptr) {
    const Length rest = length_of(*call.arguments[2]);
    if (rest.unit >= length.unit) return false;
    for (std::size_t i = 0; i < length.counts.size(); ++i)
      length.counts[i] = static_cast<std::int16_t>(length.counts[i] + rest.counts[i]);
    ++length.units;
  }
  length.sign = -1;
  length.reach = static_cast<std::int8_t>(Reach::publication);
  put(length, out);
  return true;
}

// same_then(of): "the same month" + "last year": so many years before the date spoken of.
bool make_same_then(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr) return false;
  const When when = when_of(*call.arguments[0]);
  const bool is_year =
      when.grain == static_cast<std::int8_t>(Grain::year) && when.month == 0 && when.length == 0;
  const bool is_printed = when.year != 0 && when.year < kShortYear && when.month == 0 && when.quarter == 0 &&
                          when.half == 0 && when.season == 0 && (call.arguments[0]->flags & ~kWeakYear) == 0;
  Length length;
  if (is_printed) {
    out.number = Decimal(when.year);
    out.flags = kSameInYear;
    length.reach = static_cast<std::int8_t>(Reach::focus);
    length.unit = static_cast<std::int8_t>(Grain::year);
    length.units = 1;
    put(length, out);
    return true;
  }
  if (!is_year || when.offset == 0) return false;
  length.unit = static_cast<std::int8_t>(Grain::year);
  length.units = 1;
  length.counts[0] = static_cast<std::int16_t>(std::abs(when.offset));
  length.sign = when.offset < 0 ? -1 : 1;
  length.reach = static_cast<std::int8_t>(Reach::focus);
  put(length, out);
  return true;
}

// every(unit, of, date, weekday): a When for days of the week and dates, a Length for the rest.
bool make_every(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  if (given[2] != nullptr) {
    const When when = when_of(*given[2]);
    const bool says = when.has_date() || when.clock != 0 || when.day_part != 0;
    if (when.year != 0 || when.reach != 0 || !says) return false;  // "every now and then"
    out = *given[2];
    out.symbol = 0;
    return true;
  }
  if (given[3] != nullptr) {
    When when;
    when.weekday = static_cast<std::int8_t>(whole(given[3], 1, kWeekend).value_or(0));
    put(when, out);
    out.symbol = 0;
    return when.weekday != 0;
  }
  if (given[1] != nullptr) {
    out = *given[1];
    return (out.flags & kVagueCount) == 0;
  }
  return set_count(call, given[0], Decimal(1), out);
}

}  // namespace

std::span<const Function> length_functions() {
  static const std::vector<Function> all = {
      {"length", {"count", "unit", "plus", "part", "minutes", "flag"}, make_length},
      {"fraction_length", {"count", "unit"}, make_fraction_length},
      {"vague", {"unit", "count"}, make_vague},
      {"lengths", {"a", "b", "c", "d"}, make_lengths},
      {"reach_length", {"of", "sign", "count", "unit", "reach"}, make_reach_length},
      {"reach_quarters", {"count", "sign", "reach"}, make_reach_quarters},
      {"away", {"of", "sign", "reach", "unit"}, make_away},
      {"away_count", {"count", "unit"}, make_away_count},
      {"negative_away", {"count", "unit", "rest"}, make_negative_away},
      {"same_then", {"of"}, make_same_then},
      {"every", {"unit", "of", "date", "weekday"}, make_every},
  };
  return all;
}

}  // namespace tally::dates
