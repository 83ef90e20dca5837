// The day that a holiday of dates.tsv falls on in a year, by its rule.
//
//   12-25          25 December
//   easter-2       two days before Easter Sunday
//   11-4-4         the fourth Thursday of November; 5-1--1 the last Monday of May
//   11-4-4+1       the day after that
#pragma once

#include <optional>
#include <string_view>

#include "tally/edtf.h"

namespace tally::dates {

// The month and day of one that has the same in every year, in year 0.
[[nodiscard]] std::optional<Date> fixed_holiday(std::string_view rule);
[[nodiscard]] std::optional<Date> holiday_in(std::string_view rule, int year);

}  // namespace tally::dates
