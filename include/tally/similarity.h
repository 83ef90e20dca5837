// How alike two texts are, without comparing every pair: min-hash signatures over word shingles
// (Broder 1997), and what differs between two versions.
//
//   similarity(signature_of(a), signature_of(b))   1 for copies, 0.7 and more for local edits of one
//                                                  agency report, near 0 for other reports
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tally/span.h"

namespace tally {

inline constexpr std::size_t kSignatureSize = 128;

struct TextSignature {
  std::array<std::uint32_t, kSignatureSize> least{};  // the least hash of each family
  std::uint32_t shingles = 0;                         // how many the text has; 0: too short to compare
  friend bool operator==(const TextSignature&, const TextSignature&) = default;
};

// Words are compared in lower case, without punctuation; a shingle is three of them in a row. Linear in
// the text. The same text gives the same signature on every machine.
[[nodiscard]] TextSignature signature_of(std::string_view text);

// The estimated share of shingles that two texts have in common (Jaccard), 0 to 1; the error is about
// 0.09 at one standard deviation, at worst.
[[nodiscard]] double similarity(const TextSignature& a, const TextSignature& b);
// The estimated share of the smaller text that stands in the larger: high for a text that was cut.
[[nodiscard]] double containment(const TextSignature& a, const TextSignature& b);

// Keys by which signatures that are alike find each other: texts at least 0.6 alike share one of them nearly
// always, unlike ones rarely (banding, Leskovec et al., Mining of Massive Datasets, 3.4).
inline constexpr std::size_t kBands = 32;
[[nodiscard]] std::array<std::uint64_t, kBands> band_keys(const TextSignature& signature);

// A stretch of `before` that is another in `after`; either may be empty.
struct TextChange {
  Span before;
  Span after;
  friend bool operator==(const TextChange&, const TextChange&) = default;
};

// What changed between two versions, word by word (Myers 1986), at most `limit` edits of one word;
// what lies beyond is one change to the end.
[[nodiscard]] std::vector<TextChange> changes_between(std::string_view before, std::string_view after,
                                                      std::size_t limit = 2000);

}  // namespace tally
