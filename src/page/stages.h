// bytes → article: the text and its blocks.
#pragma once

#include "tally/article.h"
#include "tally/page.h"
#include "tally/pipeline.h"
#include "tally/result.h"

namespace tally {

// Sniffs what the page is, decodes it and draws the article out: text, blocks, information, map
// back to the page's bytes. Plain text is kept as it is; its furniture is marked.
[[nodiscard]] Result<Article> read_page(const Page& page, const ReadOptions& options);

}  // namespace tally
