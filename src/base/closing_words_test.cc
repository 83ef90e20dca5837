// By which words a stretch of time ends with a date, and by which it does not.
#include "base/closing_words.h"

#include <gtest/gtest.h>

namespace tally {
namespace {

TEST(ClosingWords, AreHowAStretchEnds) {
  EXPECT_EQ(closing_words("Results for the year ended"), 6U);
  EXPECT_EQ(closing_words("SIX MONTHS ENDING "), 8U);
  EXPECT_EQ(closing_words("the nine months to"), 3U);
  EXPECT_EQ(closing_words("the year to the"), 7U);
  EXPECT_EQ(closing_words("the quarter ended on"), 9U);
}

TEST(ClosingWords, AreNoOthers) {
  EXPECT_EQ(closing_words(""), 0U);
  EXPECT_EQ(closing_words("   "), 0U);
  EXPECT_EQ(closing_words("to"), 0U);
  EXPECT_EQ(closing_words("the year before"), 0U);
  EXPECT_EQ(closing_words("hitherto"), 0U);
  EXPECT_EQ(closing_words("how the road was mended"), 0U);
}

}  // namespace
}  // namespace tally
