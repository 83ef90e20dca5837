// A report that prints no day of its own → the day, month or year that its words equate with one that they
// print. Entry: own_day.
//
//   "a report that it puts out today, 28 February 2023"   2023-02-28
//   "ten years ago, in 2014"                              2024
#pragma once

#include <optional>
#include <string>

#include "tally/article.h"

namespace tally::dates {

struct OwnDay {
  Date date;
  std::string words;  // that tell it
};

// None where nothing tells it, or two things tell different days.
[[nodiscard]] std::optional<OwnDay> own_day(const Article& article);

}  // namespace tally::dates
