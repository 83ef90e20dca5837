// Claims by where their quotes begin.
#include "claim/claim_index.h"

#include <algorithm>
#include <span>

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
  const auto some = std::span(buckets_).subspan(std::min(first, buckets_.size()));
  const auto near = some.first(std::min(last + 1 - first, some.size()));
  std::size_t count = 0;
  for (const std::vector<Index>& bucket : near) count += bucket.size();
  found.reserve(count);
  for (const std::vector<Index>& bucket : near) found.insert(found.end(), bucket.begin(), bucket.end());
  std::ranges::sort(found);
  return found;
}

}  // namespace tally
