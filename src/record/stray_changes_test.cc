// Changes borne out by numbers that no words tie them to.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/report_for_test.h"

namespace tally {
namespace {

struct Told {
  std::string_view number;
  Decimal value;
};

// Whether the last words of the text are a change that holds; it is tied to the first of the figures.
bool holds(std::string_view text, std::string_view quote, ChangeDetail detail,
           const std::vector<Told>& figures) {
  Document document = report_of("d1", text);
  for (const Told& told : figures) {
    Claim claim = figure_of(text, told.number, told.value);
    claim.measure.population = "goat";
    add_claim(document, std::move(claim));
  }
  Claim change;
  change.kind = ClaimKind::change;
  change.quote = span_in(text, quote);
  change.change = detail;
  change.about = 0;
  add_claim(document, std::move(change));
  const Record record = draw_up({document}, {});
  return std::ranges::any_of(record.findings, [&](const Finding& f) {
    return f.claim == document.claim_ids.back() && f.verdict == Verdict::holds;
  });
}

constexpr std::string_view kGoats =
    "The valley has 37 shepherds. In the year of the flood it kept 6,104 goats. It rained. Nobody minded. It "
    "keeps "
    "8,215 now. The stock has grown by 2,111.";

TEST(StrayChanges, AnAmountOfThreeDigitsMayBeOfAnotherThanItsSubject) {
  const std::vector<Told> figures = {{"37", 37}, {"8,215", 8215}, {"6,104", 6104}};
  EXPECT_TRUE(
      holds(kGoats, "has grown by 2,111", {.direction = Direction::up, .by = Decimal(2111)}, figures));
  EXPECT_FALSE(
      holds(kGoats, "has grown by 2,111", {.direction = Direction::up, .by = Decimal(2121)}, figures));
}

constexpr std::string_view kShare =
    "The valley has 37 shepherds. It keeps 8,215 goats. It rained. Nobody minded. In the year of the flood "
    "it kept "
    "6,104. The stock has grown by 34.6 percent.";

TEST(StrayChanges, APercentageOfNumbersSomeSentencesAway) {
  const std::vector<Told> figures = {{"37", 37}, {"8,215", 8215}, {"6,104", 6104}};
  const auto by = [](std::string_view percent) {
    return ChangeDetail{
        .direction = Direction::up, .percent = Decimal::parse(percent), .step = *Decimal::parse("0.1")};
  };
  EXPECT_TRUE(holds(kShare, "has grown by 34.6 percent", by("34.6"), figures));
  EXPECT_FALSE(holds(kShare, "has grown by 34.6 percent", by("36.4"), figures));
}

}  // namespace
}  // namespace tally
