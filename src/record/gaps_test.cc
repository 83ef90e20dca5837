// Numbers of a row that later sentences tell in other words.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/report_for_test.h"

namespace tally {
namespace {

struct Told {
  std::string_view number;
  std::int64_t value = 0;
  std::string_view period;
  std::string_view counted;
  std::string_view unit;
};

Record record_of(std::string_view text, const std::vector<Told>& figures) {
  Document document = report_of("a", text, "2024-05-02");
  for (const Told& told : figures) {
    Claim claim = figure_of(text, told.number, told.value);
    claim.period = Period::parse(told.period);
    claim.measure.population = told.counted;
    claim.unit = told.unit;
    claim.evidence = {claim.quote};
    add_claim(document, std::move(claim));
  }
  return draw_up({document}, {});
}

std::size_t longest(const Record& record) {
  std::size_t most = 0;
  for (const Series& series : record.series) most = std::max(most, series.points.size());
  return most;
}

constexpr std::string_view kMeter =
    "The mills burnt 4,010 tonnes in 2021 and 5,120 tonnes in 2022. Back in 2020 the scales stood at 3,060.";

TEST(Gaps, WhatTheOneRowOfItsSizeLacksIsOfTheRow) {
  EXPECT_EQ(longest(record_of(kMeter, {{"4,010", 4010, "2021", "peat", "tonne"},
                                       {"5,120", 5120, "2022", "peat", "tonne"},
                                       {"3,060", 3060, "2020", "scale", "tonne"}})),
            3U);
}

TEST(Gaps, WhatTheRowHasForThatTimeIsNot) {
  EXPECT_EQ(
      longest(record_of("The mills burnt 4,010 tonnes in 2021 and 5,120 tonnes in 2022. In 2021 the scales "
                        "stood at 3,060.",
                        {{"4,010", 4010, "2021", "peat", "tonne"},
                         {"5,120", 5120, "2022", "peat", "tonne"},
                         {"3,060", 3060, "2021", "scale", "tonne"}})),
      2U);
}

TEST(Gaps, NumbersSideBySideAreOneRow) {
  EXPECT_EQ(longest(record_of("It had 14,210 outages in the first quarter, 3,340 in the second.",
                              {{"14,210", 14210, "2023-01/2023-03", "outage", ""},
                               {"3,340", 3340, "2023-04/2023-06", "grid", ""}})),
            2U);
}

TEST(Gaps, AnEarlierCountIsNone) {
  EXPECT_EQ(longest(record_of(
                "It put the toll of 2023 at 1,121, correcting an earlier count of 398 in 2022.",
                {{"1,121", 1121, "2023", "toll", "person"}, {"398", 398, "2022", "board", "person"}})),
            1U);
}

}  // namespace
}  // namespace tally
