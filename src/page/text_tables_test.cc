// Tables of plain text: which lines are one.
#include "page/text_tables.h"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace tally::page {
namespace {

TEST(TextTables, TakesYearsForHeadsOfColumns) {
  constexpr std::array<std::string_view, 3> lines = {"Region      2021   2020", "Kent        410    395",
                                                     "Essex       388    402"};
  const auto rows = table_at(lines);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows.front().size(), 3U);
}

TEST(TextTables, TakesRowsOfYearsForNoHead) {
  constexpr std::array<std::string_view, 3> lines = {"2017    11,870", "2018    12,310", "2019    12,760"};
  EXPECT_TRUE(table_at(lines).empty());
}

TEST(TextTables, PutsInTheHeadThatALineLacks) {
  constexpr std::array<std::string_view, 3> lines = {"2022-23      2023-24", "Kent        410    395",
                                                     "Essex       388    402"};
  const auto rows = table_at(lines);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows.front().size(), 3U);
  EXPECT_TRUE(rows.front().front().empty());
}

TEST(TextTables, TakesYearsAndWordsForHeads) {
  constexpr std::array<std::string_view, 3> lines = {"Zone   Oct-21   2022   Growth (%)",
                                                     "North   410    395   -4", "South   388    402   4"};
  EXPECT_EQ(table_at(lines).size(), 3U);
}

TEST(TextTables, EndsBeforeARowOfOtherColumns) {
  constexpr std::array<std::string_view, 4> lines = {"Zone   2022   2023", "North   410    395",
                                                     "South   388    402", "East   12   13   14"};
  EXPECT_EQ(table_at(lines).size(), 3U);
  EXPECT_TRUE(table_at(std::span(lines).subspan(1)).empty());
}

}  // namespace
}  // namespace tally::page
