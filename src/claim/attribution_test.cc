// Whose word a text is: confirmed, doubted, a source line, in sentences of our own.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "claim/attribution.h"
#include "claim/read_for_test.h"

namespace tally {
namespace {

TEST(Attribution, ConfirmedByWhomAndFromWhom) {
  const Article article =
      read_to_statements("The Health Ministry confirmed a report by Reuters that a clinic had closed.");
  const Claim* claim = first_claim(article, ClaimKind::statement);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->status, Status::confirmed);
  ASSERT_EQ(claim->status_by.size(), 1U);
  EXPECT_EQ(claim->status_by[0], "Health Ministry");
  ASSERT_EQ(claim->attribution.size(), 2U);
  EXPECT_EQ(claim->attribution[0].name, "Reuters");
}

TEST(Attribution, DoubtIsKept) {
  const Article article = read_to_statements(
      "Two trains reportedly collided near Osaka. The number of dead could not be independently verified.");
  const Attributions attributions = attribute(article);
  EXPECT_EQ(attributions.of({0, 20}).status, Status::unverified);
}

TEST(Attribution, ASourceLineUnderAList) {
  Article article =
      read_to_statements("Cases by year\n2019 214\n2020 88\nSource: Ministry of Health\nIt rained in 2021.");
  for (const Index row : {1U, 2U}) article.blocks[row].kind = BlockKind::list_item;
  const Attributions attributions = attribute(article);
  const auto by = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(article.text().find(words));
    const Vouching vouching = attributions.of({at, at + static_cast<std::uint32_t>(words.size())});
    return vouching.sources.empty() ? std::string() : vouching.sources.front().name;
  };
  EXPECT_EQ(by("214"), "Ministry of Health");
  EXPECT_EQ(by("88"), "Ministry of Health");
  EXPECT_EQ(by("2021"), "");
}

}  // namespace
}  // namespace tally
