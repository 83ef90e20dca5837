// Two counts that a report gives close to each other, and words that tell why they differ.
#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "record/report_for_test.h"

namespace tally {
namespace {

struct Number {
  std::string_view printed;
  int value;
  std::string_view counted;
};

// How the finding that rests on both numbers reckons; empty where there is none.
std::string told(std::string_view text, std::initializer_list<Number> numbers) {
  Document document = report_of("report", text);
  for (const Number& number : numbers) {
    Claim claim = figure_of(text, number.printed, number.value);
    claim.measure.population = std::string(number.counted);
    add_claim(document, std::move(claim));
  }
  const Record record = draw_up({document}, {});
  const auto found = std::ranges::find(record.findings, Verdict::explained, &Finding::verdict);
  return found == record.findings.end() ? "" : found->explanation;
}

TEST(Counterparts, AClauseTellsWhatIsCounted) {
  EXPECT_EQ(told("The mill has 4,210 looms. That takes in rented ones. Without them it comes to 3,760.",
                 {{"4,210", 4210, "loom"}, {"3,760", 3760, ""}}),
            "3,760 beside 4,210: they do not take in the same: \"Without them it comes to 3,760\" (by 450, "
            "10.7 %)");
}

TEST(Counterparts, SoDoesTheSentenceBehind) {
  EXPECT_NE(told("Wardens found 87 herons dead. The trust knows of 104. It also counts chicks that starved.",
                 {{"87", 87, "heron"}, {"104", 104, "heron"}}),
            "");
}

TEST(Counterparts, AFinalFigureFollowsAnEarlierOne) {
  EXPECT_NE(
      told("There were 96 landslips. The final figure is 104.", {{"96", 96, "landslip"}, {"104", 104, ""}}),
      "");
}

TEST(Counterparts, AnotherPlaceIsAnotherCount) {
  EXPECT_EQ(told("The firm has 512 looms. In York there are 498, including those on loan.",
                 {{"512", 512, "loom"}, {"498", 498, ""}}),
            "");
}

TEST(Counterparts, OtherThingsAreNoOtherCount) {
  EXPECT_EQ(told("The town has 240 wells. It also lists 205 springs.",
                 {{"240", 240, "well"}, {"205", 205, "spring"}}),
            "");
}

TEST(Counterparts, TwoNounsOfOneFamily) {
  EXPECT_NE(told("The office took 2,417 asylum applications. They came from 1,980 asylum applicants.",
                 {{"2,417", 2417, "asylum application"}, {"1,980", 1980, "asylum applicant"}}),
            "");
}

TEST(Counterparts, AWayOfCounting) {
  EXPECT_NE(told("The ward has 614 beds on paper, but only 548 beds can be used.",
                 {{"614", 614, "bed"}, {"548", 548, "bed"}}),
            "");
}

TEST(Counterparts, TwoPlacesAreTwoCounts) {
  EXPECT_EQ(
      told("Police in Arlen, by their own count, saw 46 wet cellars. Firefighters in Bohl, which counts "
           "garages too, saw 52 wet cellars.",
           {{"46", 46, "cellar"}, {"52", 52, "cellar"}}),
      "");
}

}  // namespace
}  // namespace tally
