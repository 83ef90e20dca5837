// Words of a sentence → the times they tell.
#include "record/told_times.h"

#include <gtest/gtest.h>

namespace tally {
namespace {

constexpr Date kPublished{2024, 6, 12};  // a Wednesday

Agreement agreed(std::string_view sentence, std::string_view when, Date published = kPublished) {
  return agreement(told_times(sentence, published), *Period::parse(when), published);
}

TEST(ToldTimes, ADayWithoutItsYear) {
  EXPECT_EQ(agreed("the power failure of 30 May", "2024-05-30"), Agreement::day);
  EXPECT_EQ(agreed("the May 30 blackout", "2024-05-30"), Agreement::day);
  EXPECT_EQ(agreed("the power failure of 29 May", "2024-05-30"), Agreement::against);
  EXPECT_EQ(agreed("the power failure of 30 May", "2019-05-30"), Agreement::against);
}

TEST(ToldTimes, AYearSaysWhich) {
  EXPECT_EQ(agreed("the blast of 3 March 2019", "2019-03-03"), Agreement::day);
  EXPECT_EQ(agreed("the blast of 3 March 2019", "2024-03-03"), Agreement::against);
  EXPECT_EQ(agreed("in August of last year", "2023-08-09"), Agreement::month);
  EXPECT_EQ(agreed("in August of last year", "2022-08-09"), Agreement::against);
  EXPECT_EQ(agreed("the 2019 blast", "2019-03-03"), Agreement::year);
}

TEST(ToldTimes, WhatHangsOnTheDayOfTheReport) {
  EXPECT_EQ(agreed("the court said on Monday", "2024-06-10"), Agreement::weekday);
  EXPECT_EQ(agreed("the court said yesterday", "2024-06-11"), Agreement::weekday);
  EXPECT_EQ(agreed("the explosion last month", "2024-05-12"), Agreement::month);
  EXPECT_EQ(agreed("flooded a year ago", "2023-05-14"), Agreement::year);
  EXPECT_EQ(agreed("flooded a year ago", "2021-05-14"), Agreement::against);
  EXPECT_EQ(agreed("the explosion last month", "2024-05-12", Date{}), Agreement::silent);
}

TEST(ToldTimes, WordsThatAreNoMonths) {
  EXPECT_EQ(agreed("Marchers may come again", "2024-05-12"), Agreement::silent);
  EXPECT_EQ(agreed("May it never happen again", "2024-05-12"), Agreement::silent);
}

TEST(ToldTimes, OneOfSeveralIsEnough) {
  EXPECT_EQ(agreed("fined on 12 June for the failure of 30 May", "2024-05-30"), Agreement::day);
}

}  // namespace
}  // namespace tally
