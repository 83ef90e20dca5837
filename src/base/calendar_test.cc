// Weeks, Easter and month ends against dates that anyone can look up.
#include "base/calendar.h"

#include <gtest/gtest.h>

namespace tally {
namespace {

TEST(Calendar, CutsTheDayAtTheEndOfTheMonth) {
  EXPECT_EQ(add_months({2016, 1, 31}, 1).to_string(), "2016-02-29");
  EXPECT_EQ(add_years({2016, 2, 29}, -1).to_string(), "2015-02-28");
  EXPECT_EQ(add_months({2016, 4}, -4).to_string(), "2015-12");
  EXPECT_EQ(add_days({2016, 12, 31}, 1).to_string(), "2017-01-01");
  EXPECT_EQ(add_days({2016, 12}, 1).to_string(), "2016-12");
}

TEST(Calendar, CountsWeeksAsIso8601) {
  EXPECT_EQ(iso_week({2016, 1, 1}), (IsoWeek{2015, 53}));
  EXPECT_EQ(iso_week({2016, 1, 4}), (IsoWeek{2016, 1}));
  EXPECT_EQ(iso_week({2018, 12, 31}), (IsoWeek{2019, 1}));
  EXPECT_EQ(weeks_in_year(2015), 53);
  EXPECT_EQ(week_start(IsoWeek{2016, 15}).to_string(), "2016-04-11");
}

TEST(Calendar, EveryDayLiesInItsOwnWeek) {
  for (Date day = make_date(1999, 1, 1); day.year < 2031; day = add_days(day, 1)) {
    const Date monday = week_start(iso_week(day));
    ASSERT_EQ(monday, week_start(day)) << day.to_string();
    ASSERT_EQ(add_days(monday, weekday(day) - 1), day);
  }
}

TEST(Calendar, FindsEasterAndNthWeekdays) {
  EXPECT_EQ(easter(2016).to_string(), "2016-03-27");
  EXPECT_EQ(easter(2011).to_string(), "2011-04-24");
  EXPECT_EQ(nth_weekday({2016, 11}, 4, 4).to_string(), "2016-11-24");
  EXPECT_EQ(nth_weekday({2016, 5}, 1, -1).to_string(), "2016-05-30");
  EXPECT_FALSE(nth_weekday({2016, 2}, 7, 5).known());
}

TEST(Calendar, SeasonsDecadesCenturies) {
  EXPECT_EQ(season_of(2015, 4).to_string(), "2015-12/2016-02");
  EXPECT_EQ(decade_of(1990).to_string(), "1990/1999");
  EXPECT_EQ(century_of(20).to_string(), "1900/1999");
}

}  // namespace
}  // namespace tally
