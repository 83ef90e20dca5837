// HTML → article: the main text as blocks, with a map back to the page's bytes, and what the page
// says of itself: title, byline, outlet, dates, language, address.
#pragma once

#include "tally/article.h"
#include "tally/page.h"
#include "tally/result.h"

namespace tally::page {

// `given` holds the facts given from outside; they stay.
[[nodiscard]] Result<Article> read_html(const Page& page, const ArticleInfo& given);

}  // namespace tally::page
