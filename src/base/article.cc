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

void Mentions::lay_out() {
  begins_.clear();
  begins_.reserve(size());
  for (const Mention& mention : *this) begins_.push_back(mention.span.begin);
}

std::size_t Mentions::first_from(std::uint32_t byte) const {
  if (begins_.size() != size()) {
    const auto found =
        std::ranges::lower_bound(*this, byte, {}, [](const Mention& one) { return one.span.begin; });
    return static_cast<std::size_t>(found - begin());
  }
  // Halves without a branch, as many times for every byte: which half it is can hardly be foretold.
  const std::uint32_t* at = begins_.data();
  for (std::size_t left = begins_.size(); left > 0; left /= 2) {
    const std::size_t half = left - left / 2;
    at += at[half - 1] < byte ? half : 0;
  }
  return static_cast<std::size_t>(at - begins_.data());
}

std::vector<Mention> all_mentions(const Article& article) {
  std::vector<Mention> all;
  for (const Mention* mention : mentions_in_order(article)) all.push_back(*mention);
  return all;
}

}  // namespace tally
