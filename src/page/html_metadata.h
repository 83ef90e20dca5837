// What an HTML page says of its report: title, byline, outlet, section, address, agency, dates,
// each from the first of its places that has it.
#pragma once

#include <string>
#include <string_view>

#include "page/html_blocks.h"
#include "page/html_main.h"
#include "tally/article.h"

namespace tally::html {

// Ends the rule of a date that was written with slashes, so that day and month may be the other way round.
inline constexpr std::string_view kSlashes = ", slashes";

// The head of the page and its JSON-LD: fills what `info` does not have yet. Returns the text of the report
// as the page tells it to machines; empty where it does not.
[[nodiscard]] std::string find_metadata(const Document& document, const Blocks& blocks, ArticleInfo& info);
// Dates and agency that only the text around the report tells; after find_main_text.
void find_printed_dates(const Document& document, const Blocks& blocks, const MainText& main,
                        ArticleInfo& info);

}  // namespace tally::html
