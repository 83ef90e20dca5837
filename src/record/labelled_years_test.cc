// Years that one report labels and another tells the months of: one point of the record.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "record/report_for_test.h"

namespace tally {
namespace {

struct Told {
  std::string_view number;
  int value = 0;
  std::string_view period;
};

Document report(std::string_view id, std::string_view text, std::initializer_list<Told> figures) {
  Document document = report_of(id, text, "2024-05-02");
  for (const Told& told : figures) {
    Claim claim = figure_of(text, told.number, told.value);
    claim.period = Period::parse(told.period);
    claim.measure.population = "passenger";
    claim.measure.aggregate = Aggregate::year;
    claim.unit = "person";
    add_claim(document, std::move(claim));
  }
  return document;
}

constexpr std::string_view kMonths =
    "The Tarn Valley Railway carried 94,100 passengers from April 2022 to March 2023, the Tarn Valley board "
    "said.";

Document months() {
  return report("a", kMonths, {{.number = "94,100", .value = 94100, .period = "2022-04/2023-03"}});
}

std::size_t points_at(const Record& record, std::string_view period) {
  std::size_t found = 0;
  for (const Series& series : record.series) {
    found += static_cast<std::size_t>(
        std::ranges::count_if(series.points, [&](const Point& p) { return p.period.to_string() == period; }));
  }
  return found;
}

TEST(LabelledYears, TheMonthsAreThoseThatAnotherReportTells) {
  const Document labels =
      report("b", "The Tarn Valley Railway had 88,200 passengers in 2021/22, said Tarn Valley.",
             {{.number = "88,200", .value = 88200, .period = "2021/2022"}});
  const Record record = draw_up({months(), labels}, {});
  EXPECT_EQ(points_at(record, "2021-04/2022-03"), 1U);
  // The claim says no more than its report does.
  const auto claim = std::ranges::find(record.claims, Id("b1"), &RecordClaim::id);
  EXPECT_EQ(claim->claim.period->to_string(), "2021/2022");
}

TEST(LabelledYears, SeasonsAndSchoolYearsKeepTheirLabel) {
  const Document winter =
      report("b", "The Tarn Valley Railway had 88,200 passengers in the winter of 2021/22, said Tarn Valley.",
             {{.number = "88,200", .value = 88200, .period = "2021/2022"}});
  EXPECT_EQ(points_at(draw_up({months(), winter}, {}), "2021/2022"), 1U);
}

TEST(LabelledYears, TwoYearsAreNoLabel) {
  const Document two =
      report("b", "The Tarn Valley Railway had 88,200 passengers in 2021 and 2022, said Tarn Valley.",
             {{.number = "88,200", .value = 88200, .period = "2021/2022"}});
  EXPECT_EQ(points_at(draw_up({months(), two}, {}), "2021/2022"), 1U);
}

TEST(LabelledYears, OtherMonthsElsewhereLeaveItOpen) {
  const Document labels =
      report("b", "The Tarn Valley Railway had 88,200 passengers in 2021/22, said Tarn Valley.",
             {{.number = "88,200", .value = 88200, .period = "2021/2022"}});
  const Document summer = report(
      "c", "The Tarn Valley Railway carried 97,600 passengers from July 2022 to June 2023, Tarn Valley said.",
      {{.number = "97,600", .value = 97600, .period = "2022-07/2023-06"}});
  EXPECT_EQ(points_at(draw_up({months(), labels, summer}, {}), "2021/2022"), 1U);
}

}  // namespace
}  // namespace tally
