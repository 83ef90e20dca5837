// Numbers that two others make by division or multiplication, and those that only seem to.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "record/report_for_test.h"

namespace tally {
namespace {

struct Told {
  std::string_view number;
  std::string_view value;
  std::string_view unit;
};

// Whether the report's numbers make one of them.
bool is_reckoned(std::string_view text, const std::vector<Told>& figures) {
  Document document = report_of("d1", text);
  for (const Told& told : figures) {
    Claim claim = figure_of(text, told.number, *Decimal::parse(told.value));
    claim.unit = std::string(told.unit);
    add_claim(document, std::move(claim));
  }
  const Record record = draw_up({document}, {});
  return std::ranges::any_of(
      record.findings, [](const Finding& f) { return f.kind == "rate" && f.verdict == Verdict::holds; });
}

TEST(Rates, SoMuchForEach) {
  EXPECT_TRUE(is_reckoned("The county has 11 lawyers, who handled 3,905 cases, some 355 apiece.",
                          {{"11", "11", "person"}, {"3,905", "3905", ""}, {"355", "355", ""}}));
  EXPECT_TRUE(
      is_reckoned("In all 264,960 people came on 184 evenings. The average house was 1,440.",
                  {{"264,960", "264960", "person"}, {"184", "184", ""}, {"1,440", "1440", "person"}}));
  EXPECT_FALSE(is_reckoned("The county has 11 lawyers, who handled 3,905 cases. A fee is 355 dollars each.",
                           {{"11", "11", "person"}, {"3,905", "3905", ""}, {"355", "355", "USD"}}));
}

TEST(Rates, SoManyTimesWhatEachIsWorth) {
  EXPECT_TRUE(is_reckoned("Each of the 46 families is to get 18,500 dollars. That makes 851,000 dollars.",
                          {{"46", "46", ""}, {"18,500", "18500", "USD"}, {"851,000", "851000", "USD"}}));
  // Nothing says that the one is for each of the others.
  EXPECT_FALSE(
      is_reckoned("The town has 46 halls. A roof cost 18,500 dollars. The budget is 851,000 dollars.",
                  {{"46", "46", ""}, {"18,500", "18500", "USD"}, {"851,000", "851000", "USD"}}));
}

TEST(Rates, SmallNumbersWithAPrice) {
  EXPECT_TRUE(is_reckoned("Rope, 6 coils at $700: another $4,200.",
                          {{"6", "6", ""}, {"700", "700", "USD"}, {"4,200", "4200", "USD"}}));
  EXPECT_FALSE(is_reckoned("Rope, 6 coils at $700: another $4,300.",
                           {{"6", "6", ""}, {"700", "700", "USD"}, {"4,300", "4300", "USD"}}));
  EXPECT_TRUE(is_reckoned("A set of five lessons costs 5,750 kroner, or 1,150 kroner a lesson.",
                          {{"five", "5", ""}, {"5,750", "5750", "DKK"}, {"1,150", "1150", "DKK"}}));
  EXPECT_FALSE(is_reckoned("A set of five lessons costs 5,750 kroner, or 1,150 kroner a guest.",
                           {{"five", "5", ""}, {"5,750", "5750", "DKK"}, {"1,150", "1150", "DKK"}}));
}

TEST(Rates, PercentIsNoRate) {
  EXPECT_FALSE(
      is_reckoned("It will cut 1,150 of 9,400 jobs, about 12 per cent, after a loss of 10,810,000 euros.",
                  {{"1,150", "1150", ""}, {"9,400", "9400", ""}, {"10,810,000", "10810000", ""}}));
}

}  // namespace
}  // namespace tally
