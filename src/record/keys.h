// What a report can be found by: numbers made of its own words and claims alone, so that reports that
// bear on each other find each other by looking numbers up, never by comparing pairs.
//
//   keys_of(document) → links   its address, its text, "2,706 persons in 2011", "landed | Palermo | 3 May"
//                       traits  "cod", "peterhead", "18,940 tonnes", "Sea Fisheries Council"
//
// Reports that share a link belong together. A trait says something only while few reports have it
// (partition.h); some are strong, sentences in a row and the names of a subject, and one of them is enough.
// Both are sets, in order of the numbers.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tally/article.h"
#include "tally/claim.h"

namespace tally {

using ReportKey = std::int64_t;  // as SQLite holds whole numbers

[[nodiscard]] constexpr bool is_strong(ReportKey trait) {
  return (trait & 1) != 0;
}

struct ReportKeys {
  std::vector<ReportKey> links;
  std::vector<ReportKey> traits;
  friend bool operator==(const ReportKeys&, const ReportKeys&) = default;
};

// Books keep keys: whoever alters what they are made of counts this up, and books look all of them up anew.
inline constexpr int kKeysVersion = 2;

[[nodiscard]] ReportKeys keys_of(const ArticleInfo& info, std::string_view text,
                                 std::span<const Claim> claims);

}  // namespace tally
