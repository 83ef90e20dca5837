// What numbers count: the noun group behind them, and the unit of a count.
//
//   "24 of 36 crates"    24 {crates}, 36 {crates}
#include <gtest/gtest.h>

#include <string>

#include "mention/read_for_test.h"

namespace tally {
namespace {

// The counts of a text: what is printed, its unit in brackets, what is counted.
std::string counts(const std::string& text) {
  const Article article = read_to_counted(text);
  std::string found;
  for (const Mention& amount : article.amounts) {
    if (amount.counted.empty()) continue;
    found += (found.empty() ? "" : "; ") + std::string(article.text(amount.span)) + " (" + amount.unit +
             "): " + std::string(article.text(amount.counted));
  }
  return found;
}

TEST(Counted, PeoplesWithNamesOfTwoWords) {
  EXPECT_EQ(counts("Some 29 New Yorkers stayed."), "29 New Yorkers (): New Yorkers");
  EXPECT_EQ(counts("They sold 2026 Norham Swift shares."), "");
}

TEST(Counted, ThePlusOfABoundStandsBetween) {
  EXPECT_EQ(counts("The mill has 40+ looms."), "40+ looms (): looms");
}

TEST(Counted, ASizeBetweenIsAnAmountByItself) {
  EXPECT_EQ(counts("They took two 40-foot boxes."), "two (): boxes");
}

TEST(Counted, PartsOfANumberOfThem) {
  EXPECT_EQ(counts("He filled 24 of 36 crates."), "24 (): crates; 36 crates (): crates");
}

TEST(Counted, ARankStandsBetween) {
  EXPECT_EQ(counts("She made three No. 1 albums."), "three No. 1 albums (): albums");
}

TEST(Counted, TwoNumbersShareANoun) {
  EXPECT_EQ(counts("The guild has five northern and four southern weavers."),
            "five (person): weavers; four southern weavers (person): southern weavers");
  EXPECT_EQ(counts("It hired 40 full-time and 12 part-time clerks."),
            "40 (person): clerks; 12 part-time clerks (person): part-time clerks");
  EXPECT_EQ(counts("Six ewes and two old rams left."), "Six ewes (): ewes; two old rams (): old rams");
}

// The kinds of the mentions of time of a text, as printed.
std::string times(const std::string& text) {
  const Article article = read_to_counted(text);
  std::string found;
  for (const Mention& date : article.dates)
    found += (found.empty() ? "" : "; ") + std::string(article.text(date.span)) + " (" +
             std::string(name(date.kind)) + ")";
  return found;
}

TEST(Counted, HowOftenIsNoLengthOfTime) {
  EXPECT_EQ(times("They bake 12 loaves of rye bread a day."), "a day (set)");
  EXPECT_EQ(times("They burn 30 tonnes of peat a year."), "a year (set)");
  EXPECT_EQ(times("They slept a day."), "a day (duration)");
}

TEST(Counted, AShareOfPeopleIsNoPerson) {
  EXPECT_EQ(counts("One in six nurses left."), "One in six nurses (): nurses");
  EXPECT_EQ(counts("Six nurses left."), "Six nurses (person): nurses");
}

TEST(Counted, WordsThatHyphensJoinDescribe) {
  EXPECT_EQ(counts("It built five state-of-the-art plants."),
            "five state-of-the-art plants (): state-of-the-art plants");
  EXPECT_EQ(counts("Two well-known hosts left."), "Two well-known hosts (person): well-known hosts");
  EXPECT_EQ(counts("He sold six one-litre bottles."), "six (): bottles");
}

TEST(Counted, QuotationMarksMayStandBetween) {
  EXPECT_EQ(counts("There were 25 \"open fires\" in the county."), "25 (): open fires");
}

// The amounts with a unit of a text, as printed.
std::string measured(const std::string& text) {
  std::string found;
  const Article article = read_to_counted(text);
  for (const Mention& amount : article.amounts) {
    if (amount.unit.empty()) continue;
    found += (found.empty() ? "" : "; ") + std::string(article.text(amount.span)) + " " + amount.unit;
  }
  return found;
}

TEST(Counted, ARateMayStandBehindBrackets) {
  EXPECT_EQ(measured("They earn £30,000 ($38,000) a year."), "£30,000 GBP_per_year; $38,000 USD");
  EXPECT_EQ(measured("They earned £30,000 ($38,000) a year earlier."), "£30,000 GBP; $38,000 USD");
}

TEST(Counted, DaysOfAMonthAreNoRangeOfNumbers) {
  const Article article = read_to_counted("It was asked on May 3-9 in all towns.");
  for (const Mention& amount : article.amounts) EXPECT_NE(amount.kind, MentionKind::range);
}

// The ages of a text, as printed.
std::string ages(const std::string& text) {
  std::string found;
  const Article article = read_to_counted(text);
  for (const Mention& amount : article.amounts) {
    if (amount.concept_word != "age") continue;
    found += (found.empty() ? "" : "; ") + std::string(article.text(amount.span)) + " " + amount.unit;
  }
  return found;
}

TEST(Counted, AgesAreNoCounts) {
  EXPECT_EQ(ages("Voters under 30 turned out, and 67 were 65 or older."), "30 year; 65 year");
  EXPECT_EQ(ages("The median age of the dead was 38."), "38 year");
  EXPECT_EQ(ages("They held a woman, 24."), "24 year");
  EXPECT_EQ(ages("It was a boy of nine. A man of 40 met a mother of three."), "nine year; 40 year");
  EXPECT_EQ(ages("Teams under 30 points lose, and drivers over 80 mph pay."), "");
}

TEST(Counted, PointsOfAPercentageAreSteps) {
  EXPECT_EQ(counts("It was 79 percent, two points lower. He hit 48 percent and scored 25 points."),
            "25 points (): points");
}

TEST(Counted, WhatBefallsSoManyOfAMillion) {
  EXPECT_EQ(counts("The rate was 12 deaths per million."), "12 deaths (person_per_1000000): deaths");
}

}  // namespace
}  // namespace tally
