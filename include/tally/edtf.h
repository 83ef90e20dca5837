// Dates and periods as EDTF (ISO 8601-2:2019, level 1 and the parts of level 2 that news
// needs): "2016", "2016-04", "2016-04-07", "2011/2016", "../2009", "2016~".
//
// A Date has year, or year and month, or all three; 0 says not known. A Period is one date
// or an interval of two, whose ends are inclusive and may be open.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tally {

enum class Grain : std::uint8_t {
  none,
  second,
  minute,
  hour,
  day,
  week,
  month,
  quarter,
  half,
  season,
  year,
  decade,
  century
};
[[nodiscard]] std::string_view name(Grain grain);

struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;    // 1–12, 0 unknown
  std::uint8_t day = 0;      // 1–31, 0 unknown
  bool approximate = false;  // EDTF "~"

  static Date of(std::chrono::sys_days days);
  [[nodiscard]] constexpr bool known() const { return year != 0; }
  [[nodiscard]] constexpr Grain grain() const {
    return day != 0 ? Grain::day : month != 0 ? Grain::month : year != 0 ? Grain::year : Grain::none;
  }
  // The first and the last day that the date may mean. Call on known dates only.
  [[nodiscard]] std::chrono::sys_days first_day() const;
  [[nodiscard]] std::chrono::sys_days last_day() const;
  // A calendar date that exists: no 30 February, no month 13.
  [[nodiscard]] bool valid() const;
  [[nodiscard]] std::string to_string() const;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

struct Period {
  Date from;
  Date to;                 // equals `from` for a single date
  bool interval = false;   // printed as from/to
  bool open_from = false;  // "../2009"
  bool open_to = false;    // "2009/.."

  static Period of(Date date) { return {date, date, false, false, false}; }
  static Period between(Date from, Date to);  // collapses to one date where both are the same
  static Period until(Date to) { return {{}, to, true, true, false}; }
  static Period since(Date from) { return {from, {}, true, false, true}; }
  // 2016 quarter 1 → 2016-01/2016-03; half 2 → 2016-07/2016-12.
  static Period quarter(int year, int quarter);
  static Period half(int year, int half);
  static std::optional<Period> parse(std::string_view edtf);

  [[nodiscard]] bool known() const { return from.known() || to.known(); }
  [[nodiscard]] std::string to_string() const;
  // What stretch of time it is, judged by its ends: 2016-01/2016-03 is a quarter.
  [[nodiscard]] Grain grain() const;
  // First and last day; open ends reach to the ends of the calendar.
  [[nodiscard]] std::chrono::sys_days first_day() const;
  [[nodiscard]] std::chrono::sys_days last_day() const;
  [[nodiscard]] bool contains(const Period& other) const;
  [[nodiscard]] bool overlaps(const Period& other) const;
  friend constexpr auto operator<=>(const Period&, const Period&) = default;
};

// The second of the day of a date and time, "2016-04-07T10:30" or "…T10:30:05Z"; nullopt for a date
// alone. Period::parse reads the date of it.
[[nodiscard]] std::optional<int> second_of_day(std::string_view edtf);

}  // namespace tally
