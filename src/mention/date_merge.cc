// Fields that both pieces have must agree; what only one has is taken over.
#include "mention/date_merge.h"

#include <algorithm>

#include "base/calendar.h"

namespace tally::dates {

using grammar::Meaning;

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

}  // namespace

// The half of the day that a part of the day settles: "8 in the evening".
void settle_half_day(When& when, std::uint32_t& flags, DayPart part) {
  if ((flags & kHalfDayOpen) == 0 || when.clock == 0 || part == DayPart::none) return;
  constexpr int kNoon = 12 * 60;
  const int minutes = when.clock - 1;
  const bool noon_hour = minutes >= kNoon;
  const bool late_night = part == DayPart::night && minutes >= 6 * 60 && !noon_hour;
  const bool midday = (part == DayPart::midday || part == DayPart::daytime) && minutes < 6 * 60;
  const bool after_noon = part == DayPart::afternoon || part == DayPart::evening || late_night || midday;
  if (after_noon && !noon_hour) when.clock = static_cast<std::int16_t>(when.clock + kNoon);
  if (!after_noon && noon_hour && part != DayPart::midday && part != DayPart::daytime)
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
  // "the first quarter of 2018": the words around bear the year out
  const bool borne_out = made.month != 0 || made.day != 0 || made.quarter != 0 || made.half != 0 ||
                         made.season != 0 || made.week != 0 || made.nth != 0 || made.holiday != 0;
  if (borne_out) flags &= ~static_cast<std::uint32_t>(kWeakYear);
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

bool is_spelled(const grammar::Call& call, const Meaning* meaning) {
  const auto piece = std::ranges::find(call.pieces, meaning, &grammar::Piece::meaning);
  if (meaning == nullptr || piece == call.pieces.end()) return false;
  const auto text = call.text(*piece);
  return std::ranges::none_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
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

bool only_relative(const When& when, Grain grain) {
  return when.grain == static_cast<std::int8_t>(grain) && when.month == 0 && when.weekday == 0 &&
         when.length == 0 && when.quarter == 0 && when.half == 0 && when.season == 0 && when.day == 0 &&
         when.clock == 0;
}

}  // namespace tally::dates
