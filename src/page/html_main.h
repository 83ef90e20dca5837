// Which blocks of a page are its report. Each block has a value (running text for, links and
// scraps against it); the element whose blocks add up to most holds the report, after the
// maximum subsequence segmentation of Pasternack and Roth (WWW 2009) with the page's own structure
// for borders; within it, furniture is left out block by block (Kohlschütter et al., WSDM 2010).
#pragma once

#include <string>
#include <vector>

#include "page/html_blocks.h"
#include "page/html_tables.h"
#include "tally/syntax.h"

namespace tally::html {

struct MainText {
  NodeId container = kNoNode;  // kNoNode: no report found
  std::vector<Index> blocks;   // of Blocks::blocks, in order
  std::vector<BlockKind> kinds;
};

// `title` is the report's title as the page tells it, in lower case.
[[nodiscard]] MainText find_main_text(const Document& document, const Blocks& blocks, const Tables& tables,
                                      const std::string& title);

}  // namespace tally::html
