// Where the claims of an article stand, for stages that look for those around some words: a look-up takes
// time by how many stand there, not by how many the article has.
#pragma once

#include <vector>

#include "tally/article.h"

namespace tally {

class ClaimIndex {
 public:
  explicit ClaimIndex(const Article& article) : article_(article) {}

  // The claims whose quotes may touch the span, in order of their indices, those added since the last look-up
  // too. A quote may grow after it was seen; no quote is longer than kLongest.
  [[nodiscard]] std::vector<Index> around(Span span) const;
  // Bytes of the longest quote that a claim of figures or events has.
  static constexpr std::uint32_t kLongest = 400;

 private:
  static constexpr std::uint32_t kStretch = 512;  // bytes of the text to a bucket

  const Article& article_;
  mutable std::vector<std::vector<Index>> buckets_;  // by where a quote begins
  mutable Index seen_ = 0;                           // claims before this one are in their buckets
};

}  // namespace tally
