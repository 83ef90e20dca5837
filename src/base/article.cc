// Helpers over the layers of an article.
#include "tally/article.h"

#include <algorithm>

namespace tally {

std::vector<Mention> all_mentions(const Article& article) {
  std::vector<Mention> all;
  all.reserve(article.amounts.size() + article.dates.size() + article.bounds.size() + article.names.size() +
              article.quotes.size());
  for (const auto* layer :
       {&article.amounts, &article.dates, &article.bounds, &article.names, &article.quotes}) {
    all.insert(all.end(), layer->begin(), layer->end());
  }
  std::ranges::stable_sort(all, [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return all;
}

}  // namespace tally
