// Times carried to a number, and the time that another report prints beside it.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "record/report_for_test.h"

namespace tally {
namespace {

Claim goats(std::string_view text, std::string_view number, Decimal value, std::string_view period,
            Basis basis) {
  Claim claim = figure_of(text, number, value);
  claim.measure.population = "goat";
  claim.measure.property = "keep";
  claim.period = Period::parse(period);
  claim.period_basis = basis;
  return claim;
}

// What becomes of the time 2022, carried to 8,215 in a report whose sentence is given, where another prints
// 2019.
std::string time_of_number(std::string_view sentence) {
  Document printed = report_of("a", "In 2019 the shepherds of Valdor kept 8,215 goats.", "2022-12-02");
  add_claim(printed, goats(printed.text, "8,215", 8215, "2019", Basis::printed));
  Document carried = report_of("b", sentence, "2023-01-09");
  add_claim(carried, goats(carried.text, "8,215", 8215, "2022", Basis::implied));
  Claim change;
  change.kind = ClaimKind::change;
  change.quote = span_in(carried.text, "8,215");
  change.change = ChangeDetail{.direction = Direction::down, .to = Decimal(8215)};
  change.period = Period::parse("2022");
  change.about = 0;
  add_claim(carried, std::move(change));
  const Record record = draw_up({printed, carried}, {});
  std::string times;
  for (const RecordClaim& claim : record.claims) {
    if (claim.id.starts_with("b")) times += (times.empty() ? "" : " ") + claim.claim.period->to_string();
  }
  return times;
}

TEST(BorrowedTimes, ACarriedTimeGivesWayToAPrintedOneAndTakesItsChangeAlong) {
  EXPECT_EQ(time_of_number("When the wolves came, the shepherds of Valdor kept 8,215 goats."), "2019 2019");
}

TEST(BorrowedTimes, ATimeToldInTheSentenceStays) {
  EXPECT_EQ(time_of_number("Last year the shepherds of Valdor kept 8,215 goats."), "2022 2022");
  EXPECT_EQ(time_of_number("In 2022 the shepherds of Valdor kept 8,215 goats."), "2022 2022");
}

}  // namespace
}  // namespace tally
