// "The year" in a report on a year.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "claim/read_for_test.h"

namespace tally {
namespace {

std::string time_of(const std::string& text, int value) {
  const Article article = read_to_figures(text, "2024-02-05");
  const auto figure = std::ranges::find_if(article.claims, [&](const Claim& claim) {
    return claim.kind == ClaimKind::figure && claim.value && claim.value->best == Decimal(value);
  });
  return figure == article.claims.end() || !figure->period ? "none" : figure->period->to_string();
}

TEST(StretchTimes, TheYearIsTheOneThatTheReportIsAbout) {
  const std::string text =
      "Parking in Orsk: Annual Report 2023\n\n"
      "In 2023 wardens wrote 86,100 tickets. They had written 48,200 in 2020 and 61,900 in 2021.\n\n"
      "The office cancelled 6,950 tickets of the year.\n";
  EXPECT_EQ(time_of(text, 61900), "2021");
  EXPECT_EQ(time_of(text, 6950), "2023");
}

}  // namespace
}  // namespace tally
