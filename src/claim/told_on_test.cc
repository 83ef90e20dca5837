// Series that go on in the next sentence, in sentences of our own.
#include <gtest/gtest.h>

#include <string>

#include "claim/read_for_test.h"

namespace tally {
namespace {

TEST(ToldOn, TheSameSeriesAtAnotherTime) {
  EXPECT_EQ(
      who_tells("In 2023 the ministry counted 1,098 deaths. In 2022 there were 1,254 and in 2021 1,310."),
      "1098 ministry, 1254 ministry, 1310 ministry");
  EXPECT_EQ(who_tells("The union logged 45 accidents in 2023. In 2022 it was 38."), "45 union, 38 union");
}

TEST(ToldOn, NoFurtherThanItsOwnWordsAndSources) {
  EXPECT_EQ(
      who_tells("The ship sank. The union logged 45 accidents in 2023.\n\nMore than that: in 2022 there were "
                "38.\n\nIn 2021 there were 31."),
      "45 union, 38 union, 31");
  EXPECT_EQ(who_tells("“We had 45 fires in 2023,” said Ann Berg. In 2022 there were 38."), "45 Ann Berg, 38");
}

}  // namespace
}  // namespace tally
