// What lists of events share: their order, and their head-counts in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tally/record.h"

namespace tally {

// By first day, those without a date last.
[[nodiscard]] std::vector<const Event*> events_by_day(const Record& record);
// "13 persons: 12 female employees, 1 male manager"
[[nodiscard]] std::string heads_of(const Event& event);
// Each made harmless, on one line.
[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::string_view between);

}  // namespace tally
