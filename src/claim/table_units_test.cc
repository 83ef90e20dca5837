// The units that captions and heads of tables name.
#include "claim/table_units.h"

#include <gtest/gtest.h>

namespace tally {
namespace {

std::string unit(std::string_view words) {
  const auto found = table_unit(words);
  return found ? found->factor.to_string() + " " + found->unit : "none";
}

TEST(TableUnits, ReadsScalesAndUnits) {
  EXPECT_EQ(unit("Cargo in million tonnes"), "1000000 tonne");
  EXPECT_EQ(unit("Loans (₹ crore)"), "10000000 INR");
  EXPECT_EQ(unit("Passengers ('000)"), "1000 ");
  EXPECT_EQ(unit("Growth (%)"), "1 percent");
  EXPECT_EQ(unit("Projections (annual averages, in per cent)"), "1 percent");
  EXPECT_EQ(unit("US$ million"), "1000000 USD");
  EXPECT_EQ(unit("€m"), "1000000 EUR");
  EXPECT_EQ(unit("Rainfall, millimetres"), "1 millimetre");
  EXPECT_EQ(unit("thousands of tonnes"), "1000 tonne");
}

TEST(TableUnits, TakesNoNameForOne) {
  EXPECT_EQ(unit("Recorded offences by region"), "none");
  EXPECT_EQ(unit("Killed in Kent"), "none");
  EXPECT_EQ(unit("2022"), "none");
  EXPECT_EQ(unit(""), "none");
}

}  // namespace
}  // namespace tally
