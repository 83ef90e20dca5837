// Calendar arithmetic over std::chrono's proleptic Gregorian calendar.
#include "base/calendar.h"

#include <algorithm>

namespace tally {

using std::chrono::days;
using std::chrono::sys_days;

namespace {

constexpr int kFirstYear = -9999;
constexpr int kLastYear = 9999;

std::int16_t clamped_year(int year) {
  return static_cast<std::int16_t>(std::clamp(year, kFirstYear, kLastYear));
}

}  // namespace

int days_in_month(int year, int month) {
  const auto last =
      std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

Date make_date(int year, int month, int day) {
  return {clamped_year(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day), false};
}

Date add_days(Date date, int count) {
  if (date.day == 0) return date;
  const Date moved = Date::of(date.first_day() + days(std::clamp(count, -4'000'000, 4'000'000)));
  return make_date(moved.year, moved.month, moved.day);
}

Date add_months(Date date, int months) {
  if (date.month == 0) return date;
  const int at = date.year * 12 + date.month - 1 + months;
  const int year = at >= 0 ? at / 12 : (at - 11) / 12;
  const int month = at - year * 12 + 1;
  const int day = date.day == 0 ? 0 : std::min<int>(date.day, days_in_month(year, month));
  return make_date(year, month, day);
}

Date add_years(Date date, int years) {
  if (date.month != 0) return add_months(date, years * 12);
  return make_date(date.year + years);
}

Date coarsened(Date date, Grain grain) {
  if (grain >= Grain::month) date.day = 0;
  if (grain >= Grain::year) date.month = 0;
  return date;
}

int weekday(Date date) {
  return static_cast<int>(std::chrono::weekday(date.first_day()).iso_encoding());
}

Date week_start(Date date) {
  return add_days(date, 1 - weekday(date));
}

IsoWeek iso_week(Date date) {
  const Date thursday = add_days(week_start(date), 3);
  const auto first = sys_days(make_date(thursday.year, 1, 1).first_day());
  return {thursday.year, static_cast<int>((thursday.first_day() - first).count()) / 7 + 1};
}

Date week_start(IsoWeek week) {
  return add_days(week_start(make_date(week.year, 1, 4)), (week.week - 1) * 7);
}

int weeks_in_year(int year) {
  return iso_week(make_date(year, 12, 28)).week;
}

Date nth_weekday(Date month, int day_of_week, int nth) {
  const int length = days_in_month(month.year, month.month);
  if (nth < 0) {
    const Date last = make_date(month.year, month.month, length);
    return add_days(last, -((weekday(last) - day_of_week + 7) % 7) + (nth + 1) * 7);
  }
  const int first = 1 + (day_of_week - weekday(make_date(month.year, month.month, 1)) + 7) % 7;
  const int day = first + (nth - 1) * 7;
  return day <= length ? make_date(month.year, month.month, day) : Date{};
}

Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return make_date(year, n / 31, n % 31 + 1);
}

Period season_of(int year, int season) {
  const Date first = make_date(year, season * 3);
  return Period::between(first, add_months(first, 2));
}

Period decade_of(int first_year) {
  return Period::between(make_date(first_year), make_date(first_year + 9));
}

Period century_of(int century) {
  return Period::between(make_date(std::max(1, (century - 1) * 100)), make_date(century * 100 - 1));
}

Period week_of(Date date) {
  const Date monday = week_start(date);
  return Period::between(monday, add_days(monday, 6));
}

}  // namespace tally
