// Numbers that somebody gives for what was just told of.
#include "record/told_counts.h"
#include "record/number_place.h"
#include "record/report_for_test.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace tally {
namespace {

// A sheet of one report with one figure, the number in the text.
Sheet sheet_of(std::string_view text, std::string_view number, int value) {
  Document document = report_of("d1", text);
  add_claim(document, figure_of(text, number, value));
  return lay_out({document}, {});
}

TEST(ToldCounts, TakesABareNumberBehindASource) {
  const ToldCount count = told_count(
      sheet_of("Some 412 flights were cancelled. The union, which called the strike, speaks of 460.", "460",
               460),
      0);
  EXPECT_TRUE(count.told);
  EXPECT_TRUE(count.bare);
  EXPECT_EQ(count.subject, "strike");
}

TEST(ToldCounts, TakesTheFigureOfSomebody) {
  EXPECT_TRUE(told_count(sheet_of("The council's highest figure was 443.", "443", 443), 0).told);
}

TEST(ToldCounts, TakesWhatSomebodyBelieves) {
  EXPECT_TRUE(told_count(sheet_of("Police thought it nearer 600.", "600", 600), 0).told);
  EXPECT_TRUE(told_count(sheet_of("Hunters believe that there are 2000.", "2000", 2000), 0).told);
  EXPECT_TRUE(told_count(sheet_of("The union says that the number was closer to 280.", "280", 280), 0).told);
  EXPECT_FALSE(told_count(sheet_of("In May the jail had held 2140.", "2140", 2140), 0).told);
  EXPECT_FALSE(told_count(sheet_of("The next village was closer to Lorn, 12 miles.", "12", 12), 0).told);
}

TEST(ToldCounts, LeavesWhatATownHas) {
  EXPECT_FALSE(told_count(sheet_of("Lower Lorn has 1700 people.", "1700", 1700), 0).told);
}

TEST(ToldCounts, KnowsWhatWasGivenBefore) {
  EXPECT_TRUE(told_count(sheet_of("On Monday the sheriff had put the count at 19.", "19", 19), 0).earlier);
}

TEST(NumberEnd, FindsTheNumberInItsQuote) {
  const std::string text = "840 in the first year, 690 in the second and 410 so far";
  const Sheet sheet = sheet_of(text, text, 690);
  EXPECT_EQ(number_end(sheet, 0), text.find("690") + 3);
}

}  // namespace
}  // namespace tally
