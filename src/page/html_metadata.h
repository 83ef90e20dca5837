// What an HTML page says of its report: title, byline, outlet, section, address, agency, dates,
// each from the first of its places that has it.
#pragma once

#include "page/html_blocks.h"
#include "page/html_main.h"
#include "tally/article.h"

namespace tally::html {

// The head of the page and its JSON-LD: fills what `info` does not have yet.
void find_metadata(const Document& document, const Blocks& blocks, ArticleInfo& info);
// Dates and agency that only the text around the report tells; after find_main_text.
void find_printed_dates(const Document& document, const Blocks& blocks, const MainText& main,
                        ArticleInfo& info);

}  // namespace tally::html
