// Two counts of one thing and the number by which the words say that they differ.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tally/record.h"

namespace tally {
namespace {

using Numbers = std::vector<std::pair<std::string_view, int>>;

Document report_of(std::string_view id, std::string_view text, const Numbers& numbers) {
  Document document;
  document.id = std::string(id);
  document.text = std::string(text);
  for (const auto& [printed, value] : numbers) {
    Claim claim;
    claim.kind = ClaimKind::figure;
    claim.value = Value::exact(Decimal(value));
    const auto at = static_cast<std::uint32_t>(text.find(printed));
    claim.quote = {at, at + static_cast<std::uint32_t>(printed.size())};
    document.claims.push_back(claim);
    document.claim_ids.push_back(std::string(id) + std::string(printed));
  }
  return document;
}

bool is_told(std::string_view text, const Numbers& numbers) {
  const Record record = draw_up({report_of("report", text, numbers)}, {});
  return std::ranges::any_of(record.findings, [](const Finding& f) {
    return f.verdict == Verdict::explained && f.explanation.contains("by which they differ");
  });
}

TEST(ToldGaps, WhatWasAddedSince) {
  EXPECT_TRUE(is_told("The mill had 434 fires. They were 411 at first; 23 more were published late.",
                      {{"434", 434}, {"411", 411}, {"23", 23}}));
}

TEST(ToldGaps, WhatTheDifferenceIs) {
  EXPECT_TRUE(
      is_told("The board has 148 names. Rain fell.\n\nOn our list stand 171. The difference of 23 is "
              "made up of those who died later.",
              {{"148", 148}, {"171", 171}, {"23", 23}}));
}

TEST(ToldGaps, PartsOfASumAreNone) {
  EXPECT_FALSE(
      is_told("The club has 434 members, 411 men and 23 women.", {{"434", 434}, {"411", 411}, {"23", 23}}));
}

TEST(ToldGaps, NothingHoldsOfOtherNumbers) {
  EXPECT_FALSE(
      is_told("The board has 148 names. On our list stand 171. The difference of 25 is made up of "
              "those who died later.",
              {{"148", 148}, {"171", 171}, {"25", 25}}));
}

TEST(ToldGaps, WhatWasCountedTwice) {
  EXPECT_TRUE(is_told(
      "At the end of May 641 families waited. The number given by the towns is higher, 688. Their lists "
      "name 47 twice.",
      {{"641", 641}, {"688", 688}, {"47", 47}}));
  EXPECT_FALSE(is_told(
      "At the end of May 641 families waited. The number given by the towns is higher, 688. Their lists "
      "name 46 twice.",
      {{"641", 641}, {"688", 688}, {"46", 46}}));
}

TEST(ToldGaps, WhatWasTakenOffAnEarlierIssue) {
  EXPECT_TRUE(is_told(
      "The county had 257 fires. Readers of our last issue will find 261 there. The office took four off "
      "the count in May.",
      {{"257", 257}, {"261", 261}, {"four", 4}}));
  EXPECT_FALSE(is_told(
      "The county had 257 fires. Readers of the story will find 261 there. The office hired four in May.",
      {{"257", 257}, {"261", 261}, {"four", 4}}));
}

}  // namespace
}  // namespace tally
