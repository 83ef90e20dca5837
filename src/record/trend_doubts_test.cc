// Trends that numbers refute, and what speaks against it.
#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/report_for_test.h"

namespace tally {
namespace {

struct Told {
  std::string_view number;
  std::int64_t value;
  std::string_view period;
};

struct Trend {
  std::string_view quote;
  std::string_view sense;
  std::optional<std::int32_t> steps;
};

// The verdict on a trend of a report whose figures are all of one measure; the last of them is its subject.
std::optional<Verdict> verdict_on(std::string_view text, const Trend& trend, const std::vector<Told>& figures,
                                  std::string_view published = "2024-06-01") {
  Document document = report_of("d1", text, published);
  for (const Told& told : figures) {
    Claim claim = figure_of(text, told.number, told.value);
    claim.measure.population = "pupil";
    claim.period = Period::parse(told.period);
    add_claim(document, std::move(claim));
  }
  Claim claim;
  claim.kind = ClaimKind::comparison;
  claim.quote = span_in(text, trend.quote);
  claim.comparison = ComparisonDetail();
  claim.comparison->sense = std::string(trend.sense);
  claim.comparison->each_step = true;
  claim.comparison->steps = trend.steps;
  claim.measure.population = "pupil";
  add_claim(document, std::move(claim));
  for (const Finding& finding : draw_up({document}, {}).findings) {
    if (finding.claim == document.claim_ids.back()) return finding.verdict;
  }
  return std::nullopt;
}

constexpr std::string_view kQuarters =
    "The number of pupils grew in every quarter, from 1,445 to 1,510 in the second, 1,590 in the third and "
    "1,625.";

TEST(TrendDoubts, AreAboutTheTimesOfNumbersToldInOrder) {
  EXPECT_EQ(verdict_on(kQuarters, {"grew in every quarter", "rising", std::nullopt},
                       {{"1,510", 1510, "2022"}, {"1,445", 1445, "2023"}, {"1,590", 1590, "2021"}}),
            Verdict::cannot_tell);
  constexpr std::string_view kBack =
      "The number of pupils grew in every year, to 1,590 in 2021, 1,510 in 2022 and 1,445 in 2023.";
  EXPECT_EQ(verdict_on(kBack, {"grew in every year", "rising", std::nullopt},
                       {{"1,590", 1590, "2021"}, {"1,510", 1510, "2022"}, {"1,445", 1445, "2023"}}),
            Verdict::fails);
}

TEST(TrendDoubts, LeavesStepsOfAnotherLengthAlone) {
  constexpr std::string_view kMonthly =
      "There were 1,445 pupils in 2021, 1,590 in 2022 and 1,510 in 2023. It was the third monthly rise in a "
      "row.";
  EXPECT_EQ(verdict_on(kMonthly, {"the third monthly rise in a row", "rising", 3},
                       {{"1,445", 1445, "2021"}, {"1,590", 1590, "2022"}, {"1,510", 1510, "2023"}}),
            Verdict::cannot_tell);
  constexpr std::string_view kYearly =
      "There were 1,445 pupils in 2021, 1,590 in 2022 and 1,510 in 2023. It was the second yearly rise in a "
      "row.";
  EXPECT_EQ(verdict_on(kYearly, {"the second yearly rise in a row", "rising", 2},
                       {{"1,445", 1445, "2021"}, {"1,590", 1590, "2022"}, {"1,510", 1510, "2023"}}),
            Verdict::fails);
}

TEST(TrendDoubts, ARunMayHaveEndedBeforeTheRowDoes) {
  constexpr std::string_view kRun =
      "The rolls fell for three years running: 1,102 pupils in 2018, 1,061 in 2019, 996 in 2020. Now, in "
      "2023, it "
      "is 1,400.";
  EXPECT_NE(
      verdict_on(
          kRun, {"fell for three years running", "falling", 3},
          {{"1,102", 1102, "2018"}, {"1,061", 1061, "2019"}, {"996", 996, "2020"}, {"1,400", 1400, "2023"}}),
      Verdict::fails);
}

}  // namespace
}  // namespace tally
