// Tables in plain text: lines that one mark parts into as many cells each, under a line of heads.
//
//   Year / all students / of whom foreign        Year    Cases    Deaths
//   2019 / 212,418 / 24,310                      2022    397      4
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "tally/span.h"

namespace tally::page {

// The rows of a table that the lines begin with, its heads first, each of as many cells (spans within its
// line); none where they begin with no table.
[[nodiscard]] std::vector<std::vector<Span>> table_at(std::span<const std::string_view> lines);

}  // namespace tally::page
