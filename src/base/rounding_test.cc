// What printed numbers may stand for.
#include "tally/rounding.h"

#include <gtest/gtest.h>

namespace tally {
namespace {

Value about(std::int64_t n) {
  return {Decimal(n), std::nullopt, std::nullopt, Modifier::about, 1};
}

TEST(Rounding, HedgedNumbersStandForHalfAUnitOfTheirLastDigit) {
  EXPECT_TRUE(stretch(about(1400)).holds(1397));
  EXPECT_TRUE(stretch(about(1400)).holds(1450));
  EXPECT_FALSE(stretch(about(1400)).holds(1451));
  EXPECT_TRUE(stretch(about(20)).holds(24));
}

TEST(Rounding, NearlyReachesNoFurther) {
  Value nearly = about(17000);
  nearly.high = 17000;
  EXPECT_TRUE(stretch(nearly).holds(16900));
  EXPECT_FALSE(stretch(nearly).holds(17001));
}

TEST(Rounding, BoundsLeaveTheirOwnNumberOutOrIn) {
  const Value more = {std::nullopt, Decimal(1400), std::nullopt, Modifier::more_than, 1};
  EXPECT_TRUE(stretch(more).holds(1417));
  EXPECT_FALSE(stretch(more).holds(1400));
  const Value least = {std::nullopt, Decimal(1400), std::nullopt, Modifier::at_least, 1};
  EXPECT_TRUE(stretch(least).holds(1400));
}

TEST(Rounding, PercentagesMayBeCutOff) {
  EXPECT_TRUE(percent_stretch(Value::exact(11)).holds(Decimal(1105, 2)));
  EXPECT_TRUE(percent_stretch(Value::exact(Decimal(149, 1), Decimal(1, 1))).holds(Decimal(1496, 2)));
  EXPECT_FALSE(percent_stretch(Value::exact(11)).holds(12));
  EXPECT_FALSE(percent_stretch(Value::exact(11)).holds(Decimal(104, 1)));
}

TEST(Rounding, UnhedgedRoundNumbersMayBeRounded) {
  EXPECT_FALSE(stretch(Value::exact(1400)).holds(1397));
  EXPECT_TRUE(rounded_stretch(Value::exact(1400)).holds(1397));
  EXPECT_FALSE(rounded_stretch(Value::exact(1397)).holds(1398));
  EXPECT_TRUE(rounded_stretch(Value::exact(1200000, 100000)).holds(1234567));
}

}  // namespace
}  // namespace tally
