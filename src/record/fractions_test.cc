// Fractions in words.
#include "record/fractions.h"

#include <gtest/gtest.h>

#include <string_view>

namespace tally {
namespace {

std::optional<Fraction> read(std::string_view text) {
  return fraction_at(fraction_tokens(text), 0);
}

TEST(Fractions, GivesAThirdItsRoom) {
  const auto third = read("a third of them");
  ASSERT_TRUE(third);
  EXPECT_TRUE(third->holds(0.32));
  EXPECT_FALSE(third->holds(0.28));
  EXPECT_EQ(third->words, "a third");
}

TEST(Fractions, ReadsHedges) {
  EXPECT_TRUE(read("nearly a quarter")->holds(0.23));
  EXPECT_FALSE(read("nearly a quarter")->holds(0.27));
  EXPECT_TRUE(read("more than half")->holds(0.55));
  EXPECT_FALSE(read("more than half")->holds(0.48));
  EXPECT_TRUE(read("well over two thirds")->holds(0.75));
}

TEST(Fractions, ReadsRatios) {
  EXPECT_TRUE(read("three in four")->holds(0.75));
  EXPECT_TRUE(read("one in 45")->holds(0.022));
  EXPECT_TRUE(read("two out of every five")->holds(0.4));
  EXPECT_EQ(read("roughly one in six")->length, 4U);
}

TEST(Fractions, ReadsRatiosOfWhatIsCounted) {
  EXPECT_TRUE(read("one family out of four")->holds(0.25));
  EXPECT_TRUE(read("two jobs in five")->holds(0.4));
  EXPECT_EQ(read("one child in five")->length, 4U);
  EXPECT_FALSE(read("12 boats in 30"));
}

TEST(Fractions, LeavesWhatIsNone) {
  EXPECT_FALSE(read("a party in four acts"));
  EXPECT_FALSE(read("a five in ten"));
  EXPECT_FALSE(read("two of the houses"));
  EXPECT_FALSE(read("third quarter"));
  EXPECT_FALSE(read("nearly there"));
}

TEST(Fractions, KeepsNumbersWhole) {
  const auto tokens = fraction_tokens("1,290 of them, roughly");
  ASSERT_EQ(tokens.size(), 5U);
  EXPECT_EQ(tokens.front(), "1,290");
  EXPECT_EQ(tokens[3], ",");
}

}  // namespace
}  // namespace tally
