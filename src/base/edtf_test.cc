// EDTF in and out, and what a stretch of time is judged by its ends.
#include "tally/edtf.h"

#include <gtest/gtest.h>

#include <array>

namespace tally {
namespace {

std::string round_trip(std::string_view edtf) {
  const auto period = Period::parse(edtf);
  return period ? period->to_string() : "none";
}

TEST(Edtf, WritesWhatItReads) {
  for (const auto* edtf : {"2016", "2016-04", "2016-04-07", "2011/2016", "../2009", "2009/..", "2016~",
                           "-0489", "0079-08-24", "2016-01/2016-03", "2016-02-29", "1999-12-31/2000-01-01"}) {
    EXPECT_EQ(round_trip(edtf), edtf);
  }
}

TEST(Edtf, ReadsDivisionsOfTheYearAsIntervals) {
  EXPECT_EQ(round_trip("2016-21"), "2016-03/2016-05");
  EXPECT_EQ(round_trip("2016-24"), "2016-12/2017-02");
  EXPECT_EQ(round_trip("2016-33"), "2016-01/2016-03");
  EXPECT_EQ(round_trip("2016-41"), "2016-07/2016-12");
  EXPECT_EQ(round_trip("199X"), "1990/1999");
  EXPECT_EQ(round_trip("19XX"), "1900/1999");
  EXPECT_EQ(round_trip("2016-04-XX"), "2016-04");
  EXPECT_EQ(round_trip("2016-XX-XX"), "2016");
}

TEST(Edtf, RefusesWhatIsNoDate) {
  for (const auto* edtf : {"", "2015-02-29", "2016-13", "2016-00-07", "16", "2016-4", "x016", "../..",
                           "2016-04-31", "20160407", "2016-25", "-", "--", "/", "201X-04", "0000"}) {
    EXPECT_EQ(round_trip(edtf), "none") << edtf;
  }
}

TEST(Edtf, OpenEndsMayBeLeftEmpty) {
  EXPECT_EQ(round_trip("2016/"), "2016/..");
  EXPECT_EQ(round_trip("/2016"), "../2016");
}

TEST(Edtf, JudgesTheGrainByTheEnds) {
  const std::array<std::pair<const char*, Grain>, 9> cases = {{{"2016", Grain::year},
                                                               {"2016-04", Grain::month},
                                                               {"2016-04-07", Grain::day},
                                                               {"2016-01/2016-03", Grain::quarter},
                                                               {"2016-07/2016-12", Grain::half},
                                                               {"2016-03/2016-05", Grain::season},
                                                               {"2016-04-04/2016-04-10", Grain::week},
                                                               {"1990/1999", Grain::decade},
                                                               {"2015-10/2016-09", Grain::year}}};
  for (const auto& [edtf, grain] : cases) EXPECT_EQ(Period::parse(edtf)->grain(), grain) << edtf;
}

TEST(Edtf, TakesTheDayOfADateAndTime) {
  EXPECT_EQ(round_trip("2016-04-07T10:30:00+09:00"), "2016-04-07");
  EXPECT_EQ(second_of_day("2016-04-07T10:30:05Z"), 10 * 3600 + 30 * 60 + 5);
  EXPECT_EQ(second_of_day("2016-04-07"), std::nullopt);
  EXPECT_EQ(second_of_day("2016-04-07T99:00"), std::nullopt);
}

TEST(Edtf, ContainsAndOverlaps) {
  const auto year = *Period::parse("2016"), month = *Period::parse("2016-04"),
             open = *Period::parse("2016-04-15/..");
  EXPECT_TRUE(year.contains(month));
  EXPECT_FALSE(month.contains(year));
  EXPECT_TRUE(open.overlaps(month));
  EXPECT_FALSE(open.contains(month));
}

}  // namespace
}  // namespace tally
