#include "tally/similarity.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace tally {
namespace {

std::string story(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i)
    text += "Sentence " + std::to_string(i * 7919 % 10007) + " tells of boat " + std::to_string(i) + ". ";
  return text;
}

TEST(Similarity, CopiesAreOne) {
  const auto signature = signature_of(story(0, 200));
  EXPECT_EQ(similarity(signature, signature_of(story(0, 200))), 1.0);
  EXPECT_LT(similarity(signature, signature_of(story(1000, 1200))), 0.3);
  EXPECT_EQ(similarity(signature, signature_of("Too short")), 0.0);
}

TEST(Similarity, LocalEditsAreFound) {
  const auto whole = signature_of(story(0, 200));
  const auto edited = signature_of("A local paper's own first sentence. " + story(0, 120) + story(126, 200));
  EXPECT_GT(similarity(whole, edited), 0.75);
  const auto cut = signature_of(story(0, 80));
  EXPECT_GT(containment(whole, cut), 0.7);
  const auto keys = band_keys(whole), other = band_keys(edited);
  int shared = 0;
  for (std::size_t i = 0; i < kBands; ++i) shared += keys[i] == other[i] ? 1 : 0;
  EXPECT_GT(shared, 0);
}

TEST(Changes, AreTheWordsThatDiffer) {
  const std::string before = "The office counted 212 wells on Monday, it said.";
  const std::string after = "The office counted 221 dry wells on Monday.";
  const auto changes = changes_between(before, after);
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(before.substr(changes[0].before.begin, changes[0].before.size()), "212");
  EXPECT_EQ(after.substr(changes[0].after.begin, changes[0].after.size()), "221 dry");
  EXPECT_EQ(before.substr(changes[1].before.begin, changes[1].before.size()), "it said");
  EXPECT_TRUE(changes[1].after.empty());
  EXPECT_TRUE(changes_between(before, before).empty());
}

TEST(Changes, OfLargeTextsAreBounded) {
  const auto begin = std::chrono::steady_clock::now();
  const auto changes = changes_between(story(0, 30'000), story(40'000, 70'000), 500);
  EXPECT_FALSE(changes.empty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace
}  // namespace tally
