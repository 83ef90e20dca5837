// Helpers over the layers of an article.
#include "tally/article.h"

#include <algorithm>

namespace tally {

std::vector<const Mention*> mentions_in_order(const Article& article) {
  std::vector<const Mention*> all;
  all.reserve(article.amounts.size() + article.dates.size() + article.bounds.size() + article.names.size() +
              article.quotes.size());
  for (const auto* layer :
       {&article.amounts, &article.dates, &article.bounds, &article.names, &article.quotes}) {
    for (const Mention& mention : *layer) all.push_back(&mention);
  }
  std::ranges::stable_sort(all, [](const Mention* a, const Mention* b) {
    return a->span.begin != b->span.begin ? a->span.begin < b->span.begin : a->span.end > b->span.end;
  });
  return all;
}

std::vector<Mention> all_mentions(const Article& article) {
  std::vector<Mention> all;
  for (const Mention* mention : mentions_in_order(article)) all.push_back(*mention);
  return all;
}

}  // namespace tally
