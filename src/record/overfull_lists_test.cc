// Lists that come to more than the number told before them.
#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "record/report_for_test.h"

namespace tally {
namespace {

struct Told {
  std::string_view number;
  Decimal value;
};

bool fails(std::string_view text, const std::vector<Told>& figures) {
  Document document = report_of("d1", text);
  for (const Told& told : figures) {
    Claim claim = figure_of(text, told.number, told.value);
    claim.unit = "person";
    add_claim(document, std::move(claim));
  }
  const Record record = draw_up({document}, {});
  return std::ranges::any_of(record.findings,
                             [](const Finding& f) { return f.kind == "sum" && f.verdict == Verdict::fails; });
}

TEST(OverfullLists, ALittleMoreThanTheNumberBefore) {
  EXPECT_TRUE(
      fails("There were 44 people aboard the barge. Thirty swam ashore and 16 were taken off by the pilot.",
            {{"44", 44}, {"Thirty", 30}, {"16", 16}}));
  EXPECT_FALSE(
      fails("There were 46 people aboard the barge. Thirty swam ashore and 16 were taken off by the pilot.",
            {{"46", 46}, {"Thirty", 30}, {"16", 16}}));
  // It may leave some out.
  EXPECT_FALSE(
      fails("There were 48 people aboard the barge. Thirty swam ashore and 16 were taken off by the pilot.",
            {{"48", 48}, {"Thirty", 30}, {"16", 16}}));
}

TEST(OverfullLists, ANumberThatSomethingIsHeldAgainst) {
  EXPECT_FALSE(
      fails("More came than the 44 of last year. Thirty swam ashore and 16 were taken off by the pilot.",
            {{"44", 44}, {"Thirty", 30}, {"16", 16}}));
  EXPECT_FALSE(fails("There were 44 people aboard the barge. Thirty swam ashore, against 16 the day before.",
                     {{"44", 44}, {"Thirty", 30}, {"16", 16}}));
}

TEST(OverfullLists, BothSexesLeaveNobodyOut) {
  EXPECT_TRUE(
      fails("The keepers ringed 58 geese, 31 females and 23 males.", {{"58", 58}, {"31", 31}, {"23", 23}}));
  EXPECT_FALSE(
      fails("The keepers ringed 58 geese, 31 females and 27 males.", {{"58", 58}, {"31", 31}, {"27", 27}}));
}

TEST(OverfullLists, WhatTheNumberBeforeWas) {
  EXPECT_TRUE(fails("With their guides they come to 584 climbers. That was 256 clients and 338 guides.",
                    {{"584", 584}, {"256", 256}, {"338", 338}}));
  EXPECT_FALSE(fails("The price rose to 584. That was 256 for the hut and 338 for the guide.",
                     {{"584", 584}, {"256", 256}, {"338", 338}}));
}

}  // namespace
}  // namespace tally
