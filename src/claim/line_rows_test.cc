// Lines of a label and a number, and the column in brackets beside them, read as rows of what heads them.
#include "claim/line_rows.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "claim/read_for_test.h"

namespace tally {
namespace {

std::vector<std::string> figures_of(const std::string& text) {
  const Article article = read_to_figures(text, "2025-06-12");
  std::vector<std::string> lines;
  for (const Claim& claim : article.claims) {
    if (claim.kind != ClaimKind::figure) continue;
    lines.push_back(claim.value->best->to_string() + " " + (claim.period ? claim.period->to_string() : "-"));
  }
  return lines;
}

TEST(LineRows, AreReadUnderTheirHeading) {
  const auto figures = figures_of(
      "Calls to the line\n\nThe line took 27,000 calls in 2024.\n\nFROM WHERE?\nKent City 12,960\nEssex "
      "7,810\n"
      "Surrey 5,780\n\nMost calls came at night.\n");
  ASSERT_EQ(figures.size(), 4U);
  EXPECT_EQ(figures[1].substr(0, 5), "12960");
  EXPECT_EQ(figures[3].substr(0, 4), "5780");
}

TEST(LineRows, CountWhatANameAloneWouldNumber) {
  const auto figures = figures_of(
      "The yard\n\nThe yard built 843 boats in 2024.\n\nBoats built, 2024\nKetch 192\nSloop 71\nYawl "
      "49\nTotal 312\n\nIt was a good year.\n");
  const std::vector<std::string> expected = {"843 2024", "192 2024", "71 2024", "49 2024", "312 2024"};
  EXPECT_EQ(figures, expected);
}

TEST(LineRows, HaveTheirColumnInBrackets) {
  const auto figures = figures_of(
      "Cars made\n\nOutput by maker in 2024 (2023 in brackets): Osten 231,780 (236,900); Tarvo 214,300 "
      "(247,900).\n");
  const std::vector<std::string> expected = {"231780 2024", "236900 2023", "214300 2024", "247900 2023"};
  EXPECT_EQ(figures, expected);
}

TEST(LineRows, AreNoneAlone) {
  EXPECT_TRUE(figures_of("Our pages\n\nThe club met on Monday.\n\nPhotos 1,420\n\nIt met again.\n").empty());
}

}  // namespace
}  // namespace tally
