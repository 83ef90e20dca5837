// Claims of one report that the numbers of another bear out: echoes, rows and their sums.
#include <gtest/gtest.h>

#include <algorithm>
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

void add_rolls(Document& report, const std::vector<Told>& figures) {
  for (const Told& told : figures) {
    Claim claim = figure_of(report.text, told.number, told.value);
    claim.measure.population = "roll";
    claim.measure.property = "enrol";
    if (!told.period.empty()) claim.period = Period::parse(told.period);
    add_claim(report, std::move(claim));
  }
}

Claim change_of(std::string_view text, std::string_view quote, Decimal percent) {
  Claim claim;
  claim.kind = ClaimKind::change;
  claim.quote = span_in(text, quote);
  claim.measure.population = "roll";
  claim.change = ChangeDetail();
  claim.change->direction = Direction::down;
  claim.change->percent = percent;
  return claim;
}

bool holds(const Record& record, const Id& claim, std::string_view kind) {
  return std::ranges::any_of(record.findings, [&](const Finding& f) {
    return f.claim == claim && f.kind == kind && f.verdict == Verdict::holds;
  });
}

constexpr std::string_view kTold =
    "The schools of Corva in Tarrin had 4,215 on their rolls in 2021. In 2022 it was 3,626, 14 percent "
    "fewer.";

Document first_report() {
  Document report = report_of("a", kTold, "2023-02-01");
  add_rolls(report, {{"4,215", 4215, "2021"}, {"3,626", 3626, "2022"}});
  Claim change = change_of(kTold, "14 percent", 14);
  change.about = 1;
  change.period = Period::parse("2022");
  change.change->base_period = Period::parse("2021");
  add_claim(report, std::move(change));
  return report;
}

TEST(AcrossReports, AChangeThatAnotherTellsWithItsNumbers) {
  constexpr std::string_view kEcho = "In Corva, in Tarrin, the rolls were 14 percent shorter.";
  for (const int percent : {14, 18}) {
    Document echo = report_of("b", kEcho, "2023-02-03");
    add_claim(echo, change_of(kEcho, "14 percent", percent));
    EXPECT_EQ(holds(draw_up({first_report(), echo}, {}), "b1", "percent"), percent == 14);
  }
}

TEST(AcrossReports, TheSumOfARow) {
  constexpr std::string_view kRow =
      "The clinic of Corva in Tarrin took in 47 in 2018, 118 in 2019, 84 in 2020 and 203 in 2021.";
  constexpr std::string_view kSum = "Since it opened the clinic of Corva in Tarrin has taken in 452 in all.";
  for (const std::int64_t sum : {452, 453}) {
    Document row = report_of("a", kRow, "2022-02-01");
    add_rolls(row, {{"47", 47, "2018"}, {"118", 118, "2019"}, {"84", 84, "2020"}, {"203", 203, "2021"}});
    Document total = report_of("b", kSum, "2022-02-03");
    add_rolls(total, {{"452", sum, ""}});
    total.claims[0].measure.aggregate = Aggregate::total;
    EXPECT_EQ(holds(draw_up({row, total}, {}), "b1", "sum"), sum == 452);
  }
}

TEST(AcrossReports, AnExtremeOfAnothersRow) {
  constexpr std::string_view kRow =
      "The schools of Corva in Tarrin enrolled 2,813 in 2019, 2,581 in 2020, 2,425 in 2021, 2,682 in 2022 "
      "and 2,914.";
  constexpr std::string_view kClaim =
      "The schools of Corva in Tarrin enrolled 2,682 in 2022 and 2,914 in 2023. That is the highest number "
      "since 2019.";
  for (const std::int64_t between : {2581, 2981}) {
    Document row = report_of("a", kRow, "2024-02-01");
    add_rolls(row, {{"2,813", 2813, "2019"},
                    {"2,581", between, "2020"},
                    {"2,425", 2425, "2021"},
                    {"2,682", 2682, "2022"},
                    {"2,914", 2914, "2023"}});
    Document report = report_of("b", kClaim, "2024-02-03");
    add_rolls(report, {{"2,682", 2682, "2022"}, {"2,914", 2914, "2023"}});
    Claim claim;
    claim.kind = ClaimKind::comparison;
    claim.quote = span_in(kClaim, "the highest number since 2019");
    claim.comparison = ComparisonDetail();
    claim.comparison->sense = "highest";
    claim.comparison->since = Period::parse("2019");
    add_claim(report, std::move(claim));
    EXPECT_EQ(holds(draw_up({row, report}, {}), "b3", "superlative"), between == 2581);
  }
}

}  // namespace
}  // namespace tally
