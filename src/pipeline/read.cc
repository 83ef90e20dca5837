// One page → one article with all its layers: the page is read, then every stage runs over it.
#include "page/stages.h"
#include "pipeline/stages.h"
#include "tally/pipeline.h"

namespace tally {

Result<Article> read(const Page& page, const ReadOptions& options) {
  Result<Article> article = read_page(page, options);
  if (article) run_stages({&*article, 1}, options);
  return article;
}

}  // namespace tally
