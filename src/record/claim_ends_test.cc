// Changes and comparisons held against the numbers that their own sentences name, and against no others.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "record/report_for_test.h"

namespace tally {
namespace {

Claim at(std::string_view text, std::string_view quote) {
  Claim claim;
  claim.quote = span_in(text, quote);
  return claim;
}

Claim figure(std::string_view text, std::string_view quote, std::string_view number, int year) {
  Claim claim = at(text, quote);
  claim.value = Value::exact(*Decimal::parse(number));
  claim.measure.population = "child";
  claim.period = Period::of({.year = static_cast<std::int16_t>(year)});
  return claim;
}

bool tells(const Document& document, Verdict verdict, std::string_view kind) {
  const auto findings = draw_up({document}, {}).findings;
  return std::ranges::any_of(findings,
                             [&](const Finding& f) { return f.verdict == verdict && f.kind == kind; });
}

Document slid(std::string_view points) {
  const std::string text =
      "The share slid from 95.1 percent in 2018, the last good year, to 88.6 percent in 2023, a loss of " +
      std::string(points) + " points.";
  Document document = report_of("d1", text);
  Claim base = figure(text, "95.1 percent in 2018", "95.1", 2018);
  base.rule = "figure.base";
  Claim end = figure(text, "to 88.6 percent in 2023", "88.6", 2023);
  end.rule = "figure.told";
  base.unit = end.unit = "percent";
  add_claim(document, base);
  add_claim(document, end);
  Claim change = at(text, "a loss of " + std::string(points) + " points");
  change.kind = ClaimKind::change;
  change.unit = "percentage_point";
  change.change = ChangeDetail{.direction = Direction::down};
  change.change->by = Decimal::parse(points);
  change.change->from = Decimal::parse("95.1");
  add_claim(document, change);
  return document;
}

TEST(ChangeEnds, StandInTheSentence) {
  EXPECT_TRUE(tells(slid("6.5"), Verdict::holds, "difference_by"));
  EXPECT_TRUE(tells(slid("5.6"), Verdict::fails, "difference_by"));
}

Document fell_by(std::string_view points) {
  const std::string text = "Shares fell from 27.4% to 23.1%, or by " + std::string(points) +
                           " points, and the cable has doubled, from 1,260 km to 2,540 km.";
  Document document = report_of("d1", text);
  Claim ends = at(text, "fell from 27.4% to 23.1%");
  ends.kind = ClaimKind::change;
  ends.unit = "percent";
  ends.change = ChangeDetail{.direction = Direction::down};
  ends.change->from = Decimal::parse("27.4");
  ends.change->to = Decimal::parse("23.1");
  add_claim(document, ends);
  Claim by = at(text, "fell from 27.4% to 23.1%, or by " + std::string(points) + " points");
  by.kind = ClaimKind::change;
  by.unit = "percentage_point";
  by.change = ChangeDetail{.direction = Direction::down};
  by.change->by = Decimal::parse(points);
  by.change->from = Decimal::parse("1260");
  by.change->to = Decimal::parse("2540");
  add_claim(document, by);
  return document;
}

TEST(ChangeEnds, OfPointsArePercentages) {
  EXPECT_FALSE(tells(fell_by("4.3"), Verdict::fails, "direction"));
  EXPECT_TRUE(tells(fell_by("4.3"), Verdict::holds, "difference_by"));
  EXPECT_TRUE(tells(fell_by("5.3"), Verdict::fails, "difference_by"));
}

TEST(Superlatives, OfRisesAreNotOfLevels) {
  const std::string text = "Losses were 857 in 2022 and 1,021 in 2023. It was the smallest percentage rise.";
  Document document = report_of("d1", text);
  add_claim(document, figure(text, "857 in 2022", "857", 2022));
  add_claim(document, figure(text, "1,021 in 2023", "1021", 2023));
  Claim lowest = at(text, "was the smallest percentage rise");
  lowest.kind = ClaimKind::comparison;
  lowest.about = 1;
  lowest.comparison = ComparisonDetail{};
  lowest.comparison->sense = "lowest";
  add_claim(document, lowest);
  EXPECT_FALSE(tells(document, Verdict::fails, "superlative"));
  EXPECT_TRUE(tells(document, Verdict::cannot_tell, "superlative"));
}

Document grown(std::string_view who) {
  const std::string text =
      "Our port moved 300 boxes in 2021, 280 in 2022 and 310 in 2023. Rotterdam is back, and little " +
      std::string(who) + " has grown for three years running.";
  Document document = report_of("d1", text);
  add_claim(document, figure(text, "300 boxes in 2021", "300", 2021));
  add_claim(document, figure(text, "280 in 2022", "280", 2022));
  add_claim(document, figure(text, "310 in 2023", "310", 2023));
  Claim rising = at(text, "has grown for three years running");
  rising.kind = ClaimKind::comparison;
  rising.about = 2;
  rising.comparison = ComparisonDetail{};
  rising.comparison->sense = "rising";
  rising.comparison->steps = 2;
  add_claim(document, rising);
  return document;
}

TEST(Trends, OfAnotherPlaceFailByNoRow) {
  EXPECT_FALSE(tells(grown("Zandhaven"), Verdict::fails, "trend"));
  EXPECT_TRUE(tells(grown("port"), Verdict::fails, "trend"));
}

}  // namespace
}  // namespace tally
