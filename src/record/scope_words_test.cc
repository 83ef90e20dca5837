// Clauses that tell what a count takes in, and such as only sound like it.
#include "record/scope_words.h"

#include <gtest/gtest.h>

#include <string_view>

namespace tally {
namespace {

TEST(ScopeWords, ToldByWhoCounts) {
  EXPECT_EQ(scope_told("The club, which counts tickets sold, put it at 38,200"), "which counts tickets sold");
  EXPECT_EQ(scope_told("It also counts calves that starved"), "It also counts calves that starved");
  EXPECT_EQ(scope_told("the police do not count them"), "the police do not count them");
}

TEST(ScopeWords, ToldByWhatIsLeftOut) {
  EXPECT_EQ(scope_told("Without them it comes to 3,760"), "Without them it comes to 3,760");
  EXPECT_EQ(scope_told("he said, because it had left out the drillers"),
            "because it had left out the drillers");
  EXPECT_EQ(scope_told("If loans are counted, it is 61"), "If loans are counted");
}

TEST(ScopeWords, ToldByTheYardstick) {
  EXPECT_EQ(scope_told("By the international definition, it was 6.9"), "By the international definition");
}

TEST(ScopeWords, APartIsNoScope) {
  EXPECT_TRUE(scope_told("including 12 women").empty());
  EXPECT_TRUE(scope_told("including seven of its own").empty());
}

TEST(ScopeWords, OtherWordsAreNone) {
  EXPECT_TRUE(scope_told("The count rose for the third year").empty());
  EXPECT_TRUE(scope_told("It had taken 1,400 in 2021").empty());
  EXPECT_TRUE(scope_told("They left the mine without help").empty());
  EXPECT_TRUE(scope_told("published without fanfare").empty());
  EXPECT_TRUE(scope_told("").empty());
}

}  // namespace
}  // namespace tally
