// Tables in plain text: lines that one mark parts into as many cells each, under a line of heads.
//
//   Year / all students / of whom foreign        Year    Cases    Deaths
//   2019 / 212,418 / 24,310                      2022    397      4
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tally/span.h"
#include "tally/syntax.h"

namespace tally::page {

// The rows of a table that the lines begin with, its heads first, each of as many cells (spans within its
// line); none where they begin with no table.
[[nodiscard]] std::vector<std::vector<Span>> table_at(std::span<const std::string_view> lines);

// The cells of such a table as blocks, each with the heads of its row and column. `lines`: the blocks of its
// lines; `number`: of the table in its article, from 1.
[[nodiscard]] std::vector<Block> cells_of_table(std::span<const Block> lines,
                                                const std::vector<std::vector<Span>>& rows,
                                                std::uint16_t number);

}  // namespace tally::page
