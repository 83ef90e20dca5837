// Why a superlative or trend that two numbers refute may be right all the same.
//
//   "slid from 219,580 to 215,870, the second fall in a row"   the report says itself which of the two came
//   first
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "record/chart.h"
#include "record/sheet.h"

namespace tally {

// What a reader would say against the refutation by these figures; empty where nothing speaks against it.
[[nodiscard]] std::string_view doubt_about(const Sheet& sheet, Index claim,
                                           const std::vector<Index>& against);
// "The sixth fall in a row, the centre said" beside the number of an aid group in the same report.
[[nodiscard]] bool is_anothers(const Sheet& sheet, Index claim, Index figure);
// Some other count of one of the two times makes the step go the way that the trend says.
[[nodiscard]] bool goes_on_another_count(const ChartPoint& before, const ChartPoint& after, bool rising);

// "Every year", "the fifth quarterly rise": how many months apart the steps are that the words name, those of
// the claim and so many bytes behind; 0: not said, -1: less than a month.
[[nodiscard]] int months_told(const Sheet& sheet, Index claim, std::uint32_t behind);

}  // namespace tally
