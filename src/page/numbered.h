// Numbered paragraphs ("3.1 From 2015 to 2019 …", as reports of auditors, courts and parliaments have them) →
// list items, so that the number of a paragraph is read as no number of the report. Public entry:
// mark_numbered.
#pragma once

#include <cstddef>
#include <string_view>

#include "tally/article.h"

namespace tally::page {

// Length of the number that a paragraph begins with, past its space: "3.1 The", "2.4.11. The"; 0: none.
// One such number alone may be a figure ("3.5 Million flee"): see mark_numbered.
[[nodiscard]] std::size_t section_mark_length(std::string_view line);

// Makes list items of the paragraphs whose numbers go on from one another.
void mark_numbered(Article& article);

}  // namespace tally::page
