// The tagger's model: a table from feature hashes to weights, as the trainer writes it.
//
//   header | labels | sieve | buckets | features
//
// A feature's bucket is its upper bits; a bucket is the place of its first feature. Features stand one
// after another, each with its lower bits, the number of its weights and the weights, so that looking one up
// touches two places of memory. A weight is a pair of label and weight, packed to 16 bits. The sieve has a
// bit for the upper bits of each context feature: most of those that a text asks for do not exist.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "tally/syntax.h"
#include "text/tagger_features.h"

namespace tally::tagger {

inline constexpr std::uint32_t kModelVersion = 3;
inline constexpr unsigned kBucketBits = 16;
inline constexpr unsigned kSieveBits = 20;
inline constexpr int kLargestWeight = 511;  // ten bits, signed

struct ModelHeader {
  std::uint32_t version = kModelVersion;
  std::uint32_t labels = 0;
  std::uint32_t features = 0;
  std::uint32_t size = 0;  // of all features together, in units of 16 bits
};

struct LabelName {
  Pos pos = Pos::x;
  Tag tag = Tag::none;
};

struct alignas(64) Scores : std::array<std::int16_t, kLabels> {};

[[nodiscard]] constexpr std::uint16_t pack(Label label, int weight) {
  return static_cast<std::uint16_t>((static_cast<unsigned>(weight + 512) << 6U) | label);
}

class Model {
 public:
  // The bytes stay the caller's, aligned to four; an empty model tags nothing.
  explicit Model(std::string_view bytes);

  [[nodiscard]] bool empty() const { return labels_.empty(); }
  [[nodiscard]] std::span<const LabelName> labels() const { return labels_; }
  // The weights of a feature, packed; none for one that the model does not know.
  [[nodiscard]] std::span<const std::uint16_t> weights_of(std::uint32_t feature) const {
    const auto bucket = feature >> (32 - kBucketBits);
    const auto low = static_cast<std::uint16_t>(feature);
    const auto* at = features_.data() + buckets_[bucket];
    const auto* const end = features_.data() + buckets_[bucket + 1];
    for (; at != end; at += 2 + at[1]) {
      if (at[0] == low) return {at + 2, at[1]};
    }
    return {};
  }
  // Asks for the memory of a feature's bucket, then for that of the feature itself.
  void prefetch_bucket(std::uint32_t feature) const {
    __builtin_prefetch(&buckets_[feature >> (32 - kBucketBits)]);
  }
  void prefetch_weights(std::uint32_t feature) const {
    __builtin_prefetch(&features_[buckets_[feature >> (32 - kBucketBits)]]);
  }
  void prefetch_sieve(std::uint32_t feature) const {
    __builtin_prefetch(&sieve_[(feature >> (32 - kSieveBits)) / 32]);
  }
  // Whether the model may know a context feature: most do not exist.
  [[nodiscard]] bool may_have(std::uint32_t feature) const {
    const auto bit = feature >> (32 - kSieveBits);
    return ((sieve_[bit / 32] >> (bit % 32)) & 1U) != 0;
  }
  void add(std::uint32_t feature, Scores& scores) const {
    for (const unsigned packed : weights_of(feature)) {
      auto& score = scores[packed & 63U];
      score = static_cast<std::int16_t>(score + static_cast<int>(packed >> 6U) - 512);
    }
  }

 private:
  std::span<const LabelName> labels_;
  std::span<const std::uint32_t> sieve_;
  std::span<const std::uint32_t> buckets_;  // where each begins, and the end
  std::span<const std::uint16_t> features_;
};

}  // namespace tally::tagger
