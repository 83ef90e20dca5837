// Where a block stands in a table of data: its table, row and column, and after writing, the spans
// of its row's and column's heads.
//
//   Year | Arrivals        "1,417" stands in row 1, column 1; row head "2016", column head "Arrivals"
//   2016 | 1,417
#pragma once

#include <optional>
#include <vector>

#include "page/html_blocks.h"
#include "tally/syntax.h"

namespace tally::html {

struct Cell {
  NodeId table = kNoNode;
  std::uint16_t row = 0, column = 0;
};

// Finds the cells of those tables that hold data (several short cells a row), not a page's layout.
class Tables {
 public:
  Tables(const Document& document, const Blocks& blocks);
  // The cell that a block stands in; nullopt outside tables of data.
  [[nodiscard]] std::optional<Cell> cell_of(const TextBlock& block) const;

 private:
  void add(NodeId table);
  [[nodiscard]] bool holds_data(NodeId table) const;

  const Document& document_;
  const Blocks& blocks_;
  struct Place {
    NodeId node;
    Cell cell;
  };
  std::vector<Place> places_;  // of every td and th, sorted by node
};

// Sets row_head and column_head of all table cells among `blocks`.
void set_heads(std::vector<Block>& blocks);

}  // namespace tally::html
