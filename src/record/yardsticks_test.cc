// Ways of counting that one of two texts names, and texts that name none.
#include "record/yardsticks.h"

#include <gtest/gtest.h>

namespace tally {
namespace {

TEST(Yardsticks, NamedOnBothSides) {
  EXPECT_EQ(ways_apart("a net wage of 2,380", "before tax it came to 3,410"), "net against before tax");
  EXPECT_EQ(ways_apart("Before tax it was 3,410", "the net wage came to 2,380"), "before tax against net");
}

TEST(Yardsticks, NamedOnOneSide) {
  EXPECT_EQ(ways_apart("The ward has 614 beds on paper", "only 548 can be used"), "on paper");
}

TEST(Yardsticks, TheSameOnBothIsNone) {
  EXPECT_EQ(ways_apart("a net profit of 14 million", "net profit was 12 million"), "");
  EXPECT_EQ(ways_apart("the ship caught 41 nets", "the other 38"), "");
}

}  // namespace
}  // namespace tally
