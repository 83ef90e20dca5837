// A plain text → its units: paragraphs, of which the lines of hard-wrapped ones are joined, and lines that
// stand for themselves. Public entry: units_of.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tally/article.h"

namespace tally::page {

struct Unit {
  Span span;
  bool opens = false;  // the first after a blank line
};

[[nodiscard]] std::vector<Unit> units_of(const Article& article);

// Length of the bullet or number that a list item begins with; 0: no list item.
[[nodiscard]] std::size_t bullet_length(std::string_view line);

}  // namespace tally::page
