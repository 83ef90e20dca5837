// The producing functions of dates.rules for clock times: pieces of a pattern → When.
// Entry: clock_functions().
//
//   clock_of(of=)                            "10:30", "10.30 p.m."
//   clock(hour=, minute=, half_day=, …)      "half past three in the afternoon"
#include <vector>

#include "mention/date_functions.h"
#include "mention/date_merge.h"
#include "mention/date_words.h"

namespace tally::dates {
namespace {

using grammar::Call;
using grammar::Function;
using grammar::Meaning;

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

// clock_digits(of, half_day, zone): "1430 hours", "0800 UTC"
bool make_clock_digits(const Call& call, Meaning& out) {
  const auto digits = whole(call.arguments[0], 0, 2400);
  When when;
  if (!digits || *digits % 100 > 59 || !set_clock(*digits / 100 * 60 + *digits % 100, Grain::minute, when))
    return false;
  if (!set_half_day(call, call.arguments[1], when, out.flags)) return false;
  out.flags &= ~static_cast<std::uint32_t>(kHalfDayOpen);
  if (call.arguments[2] != nullptr)
    when.zone = static_cast<std::int16_t>(2000 + whole(call.arguments[2], -900, 900).value_or(0));
  put(when, out);
  return true;
}

// Hours and minutes in words: "two thirty", "seven fifteen p.m."
bool make_spelled_clock(const Call& call, Meaning& out) {
  const auto& given = call.arguments;
  const Meaning* hours = given[10] != nullptr ? given[10] : given[0];
  const auto hour = whole(hours, 1, 24), minute = whole(given[11], 5, 59);
  if (!hour || !minute || !is_spelled(call, hours) || !is_spelled(call, given[11])) return false;
  When when;
  if (!set_clock(*hour * 60 + *minute, Grain::minute, when)) return false;
  if (!set_half_day(call, given[2], when, out.flags)) return false;
  put(when, out);
  return true;
}

// seconds(of, second): "7:56" + "30 seconds past".
bool make_seconds(const Call& call, Meaning& out) {
  const auto second = whole(call.arguments[1], 0, 59);
  if (!second || !join(out, call.arguments[0])) return false;
  When when = when_of(out);
  if (when.clock == 0 || when.second != 0) return false;
  when.second = static_cast<std::int8_t>(*second + 1);
  put(when, out);
  return true;
}

bool is_hour(const Meaning* meaning) {
  return whole(meaning, 1, 24).has_value();
}

// hours(from, to): "between 3 and 8"; which half of the day is left open.
bool make_hours(const Call& call, Meaning& /*out*/) {
  const auto& given = call.arguments;
  return is_hour(given[0]) && is_hour(given[1]) && given[0]->number < given[1]->number;
}

// hours_in(date): hours right behind a date are clock times where the date names a part of its day.
bool make_hours_in(const Call& call, Meaning& /*out*/) {
  return call.arguments[0] != nullptr && when_of(*call.arguments[0]).day_part != 0;
}

// on_day(date): clock times stand beside a day, not beside a year or month.
bool make_on_day(const Call& call, Meaning& /*out*/) {
  if (call.arguments[0] == nullptr) return false;
  When when = when_of(*call.arguments[0]);
  when.day_part = static_cast<std::int8_t>(DayPart::daytime);
  return takes_clock(when);
}

// set_at(of, at): "every day" + "3 p.m.".
bool make_set_at(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  const Meaning* at = call.arguments[1];
  if (of == nullptr) return false;
  out = *of;
  const bool of_days = of->symbol == 0 || word_of(call, of) == "day";
  if (at == nullptr) return of->symbol == 0;
  if (!of_days) return true;
  When when = of->symbol == 0 ? when_of(*of) : When{};
  const When clock = when_of(*at);
  when.clock = clock.clock;
  when.clock_grain = clock.clock_grain;
  if (when.clock == 0) when.day_part = clock.day_part;
  std::uint32_t flags = at->flags;
  if (when.clock != 0) {
    settle_half_day(when, flags, static_cast<DayPart>(when.day_part));
    when.day_part = 0;
  }
  put(when, out);
  out.symbol = 0;
  return true;
}

// clock(hour, minute, half_day, zone, part, of, past, part_past, to, part_to): `spelled_hour` stands
// in words, `spelled_minute` beside it, "two thirty".
bool make_clock(const Call& call, Meaning& out) {
  if (call.arguments[11] != nullptr) return make_spelled_clock(call, out);
  const auto& given = call.arguments;
  if (!join(out, given[5])) return false;
  When when = when_of(out);
  const bool spelled = given[10] != nullptr;  // "tomorrow at eleven"
  if (spelled && !is_spelled(call, given[10])) return false;
  const Meaning* const told = spelled ? given[10] : given[0];
  if (told != nullptr) {
    const auto hour = whole(told, spelled ? 1 : 0, spelled ? 12 : 24);
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
    if (told->symbol != 0 || minutes == 0) out.flags &= ~static_cast<std::uint32_t>(kHalfDayOpen);
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

}  // namespace

std::span<const Function> clock_functions() {
  static const std::vector<Function> all = {
      {"clock_of", {"of", "half_day"}, make_clock_of},
      {"clock_digits", {"of", "half_day", "zone"}, make_clock_digits},
      {"clock",
       {"hour", "minute", "half_day", "zone", "part", "of", "past", "part_past", "to", "part_to",
        "spelled_hour", "spelled_minute"},
       make_clock},
      {"seconds", {"of", "second"}, make_seconds},
      {"hours", {"from", "to"}, make_hours},
      {"hours_in", {"date"}, make_hours_in},
      {"on_day", {"date"}, make_on_day},
      {"set_at", {"of", "at"}, make_set_at},
  };
  return all;
}

}  // namespace tally::dates
