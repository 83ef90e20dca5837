// Calendar arithmetic on dates of any fineness: months and days added, weeks after ISO 8601,
// Easter, the nth weekday of a month.
//
//   add_months({2016, 1, 31}, 1)      2016-02-29
//   iso_week({2016, 1, 1})            week 53 of 2015
//   easter(2016)                      2016-03-27
//   nth_weekday({2016, 11}, 4, 4)     2016-11-24, the fourth Thursday
#pragma once

#include "tally/edtf.h"

namespace tally {

struct IsoWeek {
  int year = 0;
  int week = 0;
  friend constexpr auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};

[[nodiscard]] int days_in_month(int year, int month);
[[nodiscard]] Date make_date(int year, int month = 0, int day = 0);
// Dates with no day take days as nothing, dates with no month take months as nothing.
[[nodiscard]] Date add_days(Date date, int days);
[[nodiscard]] Date add_months(Date date, int months);
[[nodiscard]] Date add_years(Date date, int years);
// The date no finer than `grain`: 2016-04-07 by month is 2016-04.
[[nodiscard]] Date coarsened(Date date, Grain grain);

// 1 Monday … 7 Sunday. Call on dates with a day only.
[[nodiscard]] int weekday(Date date);
[[nodiscard]] IsoWeek iso_week(Date date);
[[nodiscard]] int weeks_in_year(int year);
// The Monday of the week that holds the date, or of a numbered week.
[[nodiscard]] Date week_start(Date date);
[[nodiscard]] Date week_start(IsoWeek week);
// The nth (from 1; −1 is the last) given weekday of a month; unknown where there is none.
[[nodiscard]] Date nth_weekday(Date month, int weekday, int nth);
// Easter Sunday, Gregorian (Meeus, Astronomical Algorithms, 1991, chapter 8).
[[nodiscard]] Date easter(int year);

// Seasons by calendar months of the northern half: 1 spring (March to May) … 4 winter (December to
// February of the next year).
[[nodiscard]] Period season_of(int year, int season);
// Decades and centuries by their digits: 1990 to 1999; 1900 to 1999 is century 20.
[[nodiscard]] Period decade_of(int first_year);
[[nodiscard]] Period century_of(int century);
[[nodiscard]] Period week_of(Date date);

}  // namespace tally
