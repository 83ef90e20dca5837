// Claims by where their quotes begin.
#include "claim/claim_index.h"

#include <algorithm>

namespace tally {

std::vector<Index> ClaimIndex::around(Span span) const {
  for (; seen_ < article_.claims.size(); ++seen_) {
    const std::size_t bucket = article_.claims[seen_].quote.begin / kStretch;
    if (bucket >= buckets_.size()) buckets_.resize(bucket + 1);
    buckets_[bucket].push_back(seen_);
  }
  std::vector<Index> found;
  const std::size_t first = (span.begin > 2 * kLongest ? span.begin - 2 * kLongest : 0) / kStretch;
  // A quote that grew may begin a little before where it was seen.
  const std::size_t last = (span.end + kLongest) / kStretch;
  for (std::size_t b = first; b <= last && b < buckets_.size(); ++b)
    found.insert(found.end(), buckets_[b].begin(), buckets_[b].end());
  std::ranges::sort(found);
  return found;
}

}  // namespace tally
