// Lines of plain text that are rows of a table: a label and a number.
//
//   "December 2022 ..... 468"    "2020-21: 846"    "Jan 2024  120"    "Males – 61%"    "2018 1,940"
#pragma once

#include <string_view>

namespace tally::page {

// `line` is trimmed. What stands alone may be an address or a date; three such lines in a row are a table.
[[nodiscard]] bool is_row(std::string_view line);

}  // namespace tally::page
