// Times told from others in a report whose own day nobody knows: what they are from that day is kept.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "claim/read_for_test.h"

namespace tally {
namespace {

// The period of the figure with that value, once the report is known to be of a day; "none" where it has
// none.
std::string seen_on(const std::string& day, const std::string& text, int value) {
  const Article article = read_to_figures("What the town counts\n\n" + text + "\n", "");
  const auto figure = std::ranges::find_if(article.claims, [&](const Claim& claim) {
    return claim.kind == ClaimKind::figure && claim.value && claim.value->best == Decimal(value);
  });
  if (figure == article.claims.end()) return "unread";
  if (figure->period) return figure->period->to_string();
  if (!figure->relative) return "none";
  const auto period = resolve(*figure->relative, Period::parse(day)->from);
  return period ? period->to_string() : "none";
}

TEST(UndatedTimes, AYearEarlierThanAMonthOfNoYearIsThatMonthOfLastYear) {
  const std::string text =
      "In January, hospitals admitted 1,990 patients with asthma, 14% fewer than the 2,310 of a year "
      "earlier.";
  EXPECT_EQ(seen_on("2025-02-11", text, 1990), "2025-01");
  EXPECT_EQ(seen_on("2025-02-11", text, 2310), "2024-01");
}

TEST(UndatedTimes, AYearEarlierThanLastMonthLiesThirteenMonthsBack) {
  const std::string text = "The port handled 61,200 boxes last month, after 58,730 a year earlier.";
  EXPECT_EQ(seen_on("2025-05-03", text, 58730), "2024-04");
}

TEST(UndatedTimes, TheSameQuarterOfLastYearIsTheQuarterToldLast) {
  const std::string text =
      "In the first quarter agents sold 5,210 flats. In the same quarter of last year it was 4,830.";
  EXPECT_EQ(seen_on("2025-07-02", text, 4830), "2024-01/2024-03");
}

TEST(UndatedTimes, AYearEarlierThanAPrintedYearStaysPrinted) {
  EXPECT_EQ(seen_on("2025-07-02", "In 2023 the council issued 14,620 licences, after 13,940 a year earlier.",
                    13940),
            "2022");
}

}  // namespace
}  // namespace tally
