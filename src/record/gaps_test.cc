// Numbers of a row that later sentences tell in other words.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tally/record.h"

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
  Document document;
  document.id = "a";
  document.text = std::string(text);
  document.info.published.date = Period::parse("2024-05-02")->from;
  document.info.published.basis = DateBasis::given;
  for (const Told& told : figures) {
    Claim claim;
    claim.kind = ClaimKind::figure;
    claim.value = Value::exact(Decimal(told.value));
    claim.period = Period::parse(told.period);
    claim.measure.population = told.counted;
    claim.unit = told.unit;
    const auto at = static_cast<std::uint32_t>(text.find(told.number));
    claim.quote = {at, at + static_cast<std::uint32_t>(told.number.size())};
    claim.evidence = {claim.quote};
    document.claims.push_back(claim);
    document.claim_ids.push_back("a" + std::to_string(document.claims.size()));
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
