// What the words of a date, time, duration or set say, before anything is resolved. The producing
// functions of lexicon/*/mention/dates.rules fill it in; find_dates makes mentions of it.
//
//   "May of last year"   month 5, grain year, offset −1
//   "3.30 p.m."          clock 930 (and one)
//   "two and a half days"  a Length: number 2.5, grain day
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "mention/grammar.h"
#include "tally/edtf.h"
#include "tally/relative_date.h"

namespace tally::dates {

// TIMEX3 mod, by and large.
enum class Mod : std::uint8_t { none, start, mid, end, approximate };
enum class DayPart : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };
// What takes the reader to the reference of a relative date.
enum class Reach : std::uint8_t { none, publication, focus };

// Flags of a Meaning that holds a When or a Length.
inline constexpr std::uint32_t kDecade = 1U << 0;
inline constexpr std::uint32_t kCentury = 1U << 1;
inline constexpr std::uint32_t kFiscal = 1U << 2;
inline constexpr std::uint32_t kSchool = 1U << 3;
inline constexpr std::uint32_t kWeakYear = 1U << 4;       // a year only if the text's other years bear it out
inline constexpr std::uint32_t kOpenPick = 1U << 5;       // tense decides between past and future
inline constexpr std::uint32_t kEitherOrder = 1U << 6;    // 04/03/2016: month and day by the text's habit
inline constexpr std::uint32_t kHalfDayOpen = 1U << 7;    // a clock of twelve hours without a.m. or p.m.
inline constexpr std::uint32_t kToDate = 1U << 8;         // from the start of the stretch to the reference
inline constexpr std::uint32_t kPastReference = 1U << 9;  // "recently"
inline constexpr std::uint32_t kPresentReference = 1U << 10;
inline constexpr std::uint32_t kFutureReference = 1U << 11;
inline constexpr std::uint32_t kVagueCount = 1U << 12;  // "several days"
inline constexpr std::uint32_t kLater = 1U << 13;       // "later this month"
inline constexpr std::uint32_t kEarlier = 1U << 14;     // "earlier this month"
inline constexpr std::uint32_t kDeictic = 1U << 15;  // stands for the report's own day: today, yesterday, now
inline constexpr std::uint32_t kLatent = 1U << 16;   // "the day": a date in reports, mere words in chat
inline constexpr std::uint32_t kBeforeChrist = 1U << 17;
inline constexpr std::uint32_t kWeekOfMonth = 1U << 18;  // nth counts weeks
// "5m": a length only in chat or where nothing else stands.
inline constexpr std::uint32_t kShortUnit = 1U << 20;
inline constexpr std::uint32_t kUntil = 1U
                                        << 19;  // a range within one stretch: `until` is its last day or year

inline constexpr std::uint32_t kWeekOf = 1U << 21;      // "the week of March 3": the week that holds the date
inline constexpr std::uint32_t kWeekendOf = 1U << 22;   // "Labor Day weekend"
inline constexpr std::uint32_t kWorkday = 1U << 24;     // "the next working day": no Saturday, no Sunday
inline constexpr std::uint32_t kSameInYear = 1U << 25;  // "the same period of 2023": the year is the number
// "the first two months of 2016": nth 1 or −1 (the last) or which one, `until` how many, `week` of which
// Grain.
inline constexpr std::uint32_t kPartOf = 1U << 23;
inline constexpr std::uint32_t kStage =
    1U << 26;  // "at this stage in 2021": up to the report's day in that year
// "the end of March", no "late March": where a range begins or ends there, the very end of it
inline constexpr std::uint32_t kEdge = 1U << 27;
// "last season", "on the second day": a date, but nothing here says which
inline constexpr std::uint32_t kUnplaced = kFiscal;
inline constexpr std::uint32_t kBare = 1U << 28;  // an article before it is no part: "the past three years"

// Years of two digits stand in `year` with this added, until their century is settled.
inline constexpr int kShortYear = 10000;

struct When {
  std::int16_t year = 0;
  std::int8_t month = 0, day = 0;
  std::int8_t weekday = 0, quarter = 0, half = 0, season = 0;
  std::int16_t week = 0;     // ISO number
  std::int16_t holiday = 0;  // symbol of its rule, see holidays.h
  std::int16_t clock = 0;    // minutes since midnight, and one
  std::int8_t second = 0;    // and one
  std::int8_t day_part = 0;
  std::int16_t zone = 0;  // minutes east of Greenwich, and 2000
  std::int16_t offset = 0;
  std::int16_t length = 0;
  std::int16_t nth = 0;    // which weekday or week of its month; −1 the last
  std::int16_t until = 0;  // with kUntil
  std::int8_t grain = 0;
  std::int8_t reach = 0;
  std::int8_t pick = 0;
  std::int8_t keep = 0;
  std::int8_t mod = 0;
  std::int8_t clock_grain = 0;  // Grain::hour: the minute was not said

  [[nodiscard]] bool is_relative() const { return grain != 0; }
  [[nodiscard]] bool has_date() const {
    return year != 0 || month != 0 || day != 0 || weekday != 0 || quarter != 0 || half != 0 || season != 0 ||
           week != 0 || holiday != 0 || grain != 0;
  }
};
static_assert(sizeof(When) == sizeof(grammar::Meaning::part));

// A length of time: counts by unit from years to seconds; a single count that is no integer, or
// too large, stands in Meaning::number with the grain in `unit`.
struct Length {
  std::array<std::int16_t, 7> counts{};  // years, months, weeks, days, hours, minutes, seconds
  std::int8_t unit = 0;                  // the Grain printed, of the first count
  std::int8_t units = 0;                 // how many different ones
  std::int8_t sign = 0;                  // away from a reference: −1 before, 1 after
  std::int8_t reach = 0;                 // Reach, from what
  std::array<std::int16_t, 7> unused{};
};
static_assert(sizeof(Length) == sizeof(grammar::Meaning::part));

inline When when_of(const grammar::Meaning& meaning) {
  return std::bit_cast<When>(meaning.part);
}
inline void put(const When& when, grammar::Meaning& meaning) {
  meaning.part = std::bit_cast<decltype(meaning.part)>(when);
}
inline Length length_of(const grammar::Meaning& meaning) {
  return std::bit_cast<Length>(meaning.part);
}
inline void put(const Length& length, grammar::Meaning& meaning) {
  meaning.part = std::bit_cast<decltype(meaning.part)>(length);
}

// The producing functions of dates.rules, by name.
[[nodiscard]] std::span<const grammar::Function> functions();

}  // namespace tally::dates
