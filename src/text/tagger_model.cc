// See tagger_model.h.
#include "text/tagger_model.h"

#include <cassert>
#include <cstring>

namespace tally::tagger {

Model::Model(std::string_view bytes) {
  ModelHeader header;
  if (bytes.size() < sizeof header) return;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.version != kModelVersion) return;
  const char* at = bytes.data() + sizeof header;
  const auto take = [&]<class T>(std::span<const T>& table, std::size_t count) {
    table = {reinterpret_cast<const T*>(at), count};
    at += count * sizeof(T);
  };
  take(labels_, header.labels);
  take(sieve_, (std::size_t{1} << kSieveBits) / 32);
  take(buckets_, (std::size_t{1} << kBucketBits) + 1);
  take(features_, header.size);
  assert(at <= bytes.data() + bytes.size());
}

}  // namespace tally::tagger
