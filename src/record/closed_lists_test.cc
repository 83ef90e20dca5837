// Lists that leave nothing out, and averages of numbers told before.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
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

Document told_in(std::string_view text, const std::vector<Told>& figures) {
  Document document = report_of("d1", text);
  std::size_t from = 0;
  for (const Told& told : figures) {
    Claim claim = figure_of(text, told.number, *Decimal::parse(told.value), from);
    from = claim.quote.end;
    claim.unit = std::string(told.unit);
    add_claim(document, std::move(claim));
  }
  return document;
}

std::optional<Verdict> verdict_on(const Document& document, std::string_view kind) {
  for (const Finding& finding : draw_up({document}, {}).findings) {
    if (finding.kind == kind) return finding.verdict;
  }
  return std::nullopt;
}

TEST(ClosedLists, PercentagesMakeAHundred) {
  constexpr std::string_view kParts =
      "Maize took 37% of the land, beans 24%, squash 12% and everything else 27%.";
  EXPECT_EQ(verdict_on(told_in(kParts, {{"37%", "37", "percent"},
                                        {"24%", "24", "percent"},
                                        {"12%", "12", "percent"},
                                        {"27%", "27", "percent"}}),
                       "sum"),
            Verdict::holds);
  constexpr std::string_view kMore =
      "Maize took 37% of the land, beans 24%, squash 15% and everything else 27%.";
  EXPECT_EQ(verdict_on(told_in(kMore, {{"37%", "37", "percent"},
                                       {"24%", "24", "percent"},
                                       {"15%", "15", "percent"},
                                       {"27%", "27", "percent"}}),
                       "sum"),
            Verdict::fails);
  constexpr std::string_view kSome = "Yields rose by 37% in maize, 24% in beans and 42% in squash.";
  EXPECT_EQ(
      verdict_on(
          told_in(kSome, {{"37%", "37", "percent"}, {"24%", "24", "percent"}, {"42%", "42", "percent"}}),
          "sum"),
      std::nullopt);
}

TEST(ClosedLists, PartsMakeWhatAChangeTells) {
  constexpr std::string_view kLosses =
      "The number of farms was down 835. It rained. Losses: north 348, east 366, all other districts 121.";
  Document document = told_in(kLosses, {{"348", "348", ""}, {"366", "366", ""}, {"121", "121", ""}});
  Claim change;
  change.kind = ClaimKind::change;
  change.quote = span_in(kLosses, "down 835");
  change.change = ChangeDetail();
  change.change->direction = Direction::down;
  change.change->by = Decimal(835);
  add_claim(document, change);
  EXPECT_EQ(verdict_on(document, "sum"), Verdict::holds);
  document.claims.back().change->by = Decimal(845);
  EXPECT_EQ(verdict_on(document, "sum"), std::nullopt);
}

TEST(ClosedLists, AnAverageOfTheNumbersBefore) {
  constexpr std::string_view kMean =
      "Moves fell to 10,830 and jumped to 15,874. The average of both is 13,352.";
  EXPECT_EQ(
      verdict_on(told_in(kMean, {{"10,830", "10830", ""}, {"15,874", "15874", ""}, {"13,352", "13352", ""}}),
                 "rate"),
      Verdict::holds);
  EXPECT_EQ(
      verdict_on(told_in(kMean, {{"10,830", "10830", ""}, {"15,874", "15874", ""}, {"13,352", "13452", ""}}),
                 "rate"),
      std::nullopt);
}

}  // namespace
}  // namespace tally
