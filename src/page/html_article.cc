#include "page/html_article.h"

namespace tally::page {

Result<Article> read_html(const Page& page, ArticleInfo) {
  return fail(ErrorCode::not_built, "HTML is not read yet", page.name);
}

}  // namespace tally::page
