// What an HTML page says of its report: title, byline, outlet, section, address, agency, dates,
// each from the first of its places that has it.
#pragma once

#include "page/html_blocks.h"
#include "tally/article.h"

namespace tally::html {

// Fills what `info` does not have yet.
void find_metadata(const Document& document, const Blocks& blocks, ArticleInfo& info);

}  // namespace tally::html
