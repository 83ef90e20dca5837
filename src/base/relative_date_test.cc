// What relative dates come to, seen from references of any fineness.
#include "tally/relative_date.h"

#include <gtest/gtest.h>

namespace tally {
namespace {

using Anchor = RelativeDate::Anchor;
using Pick = RelativeDate::Pick;

std::string seen_from(std::string_view reference, const RelativeDate& relative) {
  const auto at = Period::parse(reference);
  const auto period = resolve(relative, at->from);
  return period ? period->to_string() : "none";
}

TEST(RelativeDate, StretchesByOffset) {
  EXPECT_EQ(seen_from("2016-04", {.grain = Grain::year, .offset = -1}), "2015");
  EXPECT_EQ(seen_from("2016", {.grain = Grain::month, .offset = -1}), "none");
  EXPECT_EQ(seen_from("2016-01", {.grain = Grain::month, .offset = -1}), "2015-12");
  EXPECT_EQ(seen_from("2016-04-12", {.grain = Grain::week, .offset = -1}), "2016-04-04/2016-04-10");
  EXPECT_EQ(seen_from("2016-04-12", {.grain = Grain::day, .offset = -1}), "2016-04-11");
  EXPECT_EQ(seen_from("2016-04", {.grain = Grain::quarter, .offset = -1}), "2016-01/2016-03");
  EXPECT_EQ(seen_from("2016-04", {.grain = Grain::half, .offset = 0}), "2016-01/2016-06");
  EXPECT_EQ(seen_from("2016", {.grain = Grain::decade, .offset = -1}), "2000/2009");
}

TEST(RelativeDate, KeepsWhatTheReferenceHas) {
  const RelativeDate year_earlier{
      .anchor = Anchor::focus, .grain = Grain::year, .offset = -1, .keep = Grain::month};
  EXPECT_EQ(seen_from("2016-04", year_earlier), "2015-04");
  EXPECT_EQ(seen_from("2016-04-07", year_earlier), "2015-04");
  EXPECT_EQ(seen_from("2016", year_earlier), "2015");
}

TEST(RelativeDate, NewsLooksBack) {
  EXPECT_EQ(seen_from("2016-04-12", {.month = 4}), "2016-04");
  EXPECT_EQ(seen_from("2016-03-12", {.month = 4}), "2015-04");
  EXPECT_EQ(seen_from("2016-03-12", {.pick = Pick::future, .month = 4}), "2016-04");
  EXPECT_EQ(seen_from("2016-04-12", {.month = 4, .day = 20}), "2015-04-20");
  EXPECT_EQ(seen_from("2016-04", {.month = 4, .day = 20}), "2016-04-20");
  EXPECT_EQ(seen_from("2016", {.month = 4}), "2016-04");
  EXPECT_EQ(seen_from("2016", {.grain = Grain::year, .offset = -1, .month = 5}), "2015-05");
}

TEST(RelativeDate, Weekdays) {
  EXPECT_EQ(seen_from("2016-04-12", {.weekday = 4}), "2016-04-07");
  EXPECT_EQ(seen_from("2016-04-12", {.weekday = 2}), "2016-04-12");
  EXPECT_EQ(seen_from("2016-04-12", {.offset = -1, .weekday = 2}), "2016-04-05");
  EXPECT_EQ(seen_from("2016-04-12", {.pick = Pick::future, .weekday = 4}), "2016-04-14");
  EXPECT_EQ(seen_from("2016-04-12", {.grain = Grain::week, .offset = 1, .weekday = 4}), "2016-04-21");
  EXPECT_EQ(seen_from("2016-04", {.weekday = 4}), "2016-04");
  EXPECT_EQ(seen_from("2016-04-12", {.grain = Grain::week, .offset = -1, .weekday = kWeekend}),
            "2016-04-09/2016-04-10");
}

TEST(RelativeDate, Divisions) {
  EXPECT_EQ(seen_from("2007-03-13", {.quarter = 4}), "2006-10/2006-12");
  EXPECT_EQ(seen_from("2006-08-19", {.pick = Pick::future, .quarter = 4}), "2006-10/2006-12");
  EXPECT_EQ(seen_from("2024-05-08", {.pick = Pick::future, .quarter = 2}), "2024-04/2024-06");
  EXPECT_EQ(seen_from("2016-04", {.grain = Grain::year, .offset = -1, .half = 1}), "2015-01/2015-06");
  EXPECT_EQ(seen_from("2016-04", {.season = 4}), "2015-12/2016-02");
}

TEST(RelativeDate, Seasons) {
  EXPECT_EQ(seen_from("2016-02", {.grain = Grain::year, .season = 4}), "2015-12/2016-02");
  EXPECT_EQ(seen_from("2016-10", {.grain = Grain::year, .season = 4}), "2016-12/2017-02");
  EXPECT_EQ(seen_from("2016-02", {.offset = -1, .season = 4}), "2014-12/2015-02");
  EXPECT_EQ(seen_from("2016-07", {.offset = -1, .season = 2}), "2015-06/2015-08");
}

TEST(RelativeDate, FirstAndLastMonths) {
  EXPECT_EQ(seen_from("2016-10-12", {.months = 9}), "2016-01/2016-09");
  EXPECT_EQ(seen_from("2016-08", {.months = 9}), "2015-01/2015-09");
  EXPECT_EQ(seen_from("2016", {.grain = Grain::year, .offset = -1, .months = -4}), "2015-09/2015-12");
  EXPECT_EQ(seen_from("2016-10-12", {.months = 13}), "none");
  // Of a report only the year is known.
  EXPECT_EQ(seen_from("2016", {.offset = -1, .month = 11}), "2015-11");
  EXPECT_EQ(seen_from("2016", {.offset = -1, .month = 3}), "none");
  EXPECT_EQ(seen_from("2016", {.month = 12}), "2015-12");
  EXPECT_EQ(seen_from("2016", {.month = 11}), "none");
  EXPECT_EQ(seen_from("2016", {.month = 3}), "2016-03");
  EXPECT_EQ(seen_from("2016", {.month = 3, .day = 9}), "none");
  EXPECT_EQ(seen_from("2016", {.quarter = 4}), "2015-10/2015-12");
  EXPECT_EQ(seen_from("2016", {.pick = RelativeDate::Pick::future, .month = 10}), "2016-10");
  EXPECT_EQ(seen_from("2016", {.pick = RelativeDate::Pick::future, .month = 3}), "none");
  EXPECT_EQ(seen_from("2016", {.offset = -1, .season = 4}), "2015-12/2016-02");
}

TEST(RelativeDate, Lengths) {
  EXPECT_EQ(seen_from("2016-04-12", {.grain = Grain::year, .length = -3}), "2013-04-12/2016-04-12");
  EXPECT_EQ(seen_from("2016", {.grain = Grain::year, .length = -3}), "2013/2016");
  EXPECT_EQ(seen_from("2016", {.grain = Grain::week, .length = -3}), "none");
  EXPECT_EQ(seen_from("2019-07-04", {.grain = Grain::quarter, .length = -2}), "2019-01/2019-06");
  EXPECT_EQ(seen_from("2019-07-04", {.grain = Grain::quarter, .length = 3}), "2019-10/2020-06");
}

TEST(RelativeDate, DayOfTheMonth) {
  EXPECT_EQ(seen_from("2016-04-12", {.day = 15}), "2016-03-15");
  EXPECT_EQ(seen_from("2016-04-12", {.day = 8}), "2016-04-08");
  EXPECT_EQ(seen_from("2016-04-12", {.grain = Grain::month, .offset = -1, .day = 5}), "2016-03-05");
  EXPECT_EQ(seen_from("2016-03-12", {.grain = Grain::month, .offset = -1, .day = 30}), "none");
}

}  // namespace
}  // namespace tally
