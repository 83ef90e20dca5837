// Copies of one text under other addresses, by shared runs of eight words (shingling, Broder
// 1997), of which an eighth is kept by its hash, so that reports are never compared pair by pair.
#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/groups.h"
#include "record/strata.h"

namespace tally {
namespace {

constexpr std::size_t kRun = 8;       // words
constexpr std::uint64_t kSample = 8;  // one in so many runs is kept
constexpr std::size_t kLeast = 6;     // kept runs that a text needs to be judged by them
constexpr double kNearSame = 0.8;     // of the runs of both
constexpr std::size_t kCrowd = 64;

using Shingles = std::vector<std::uint64_t>;

std::uint64_t mix(std::uint64_t hash, std::uint64_t with) {
  hash ^= with + 0x9E3779B97F4A7C15ULL + (hash << 6U) + (hash >> 2U);
  return hash * 0xFF51AFD7ED558CCDULL;
}

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::uint64_t hash = 0;
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    const bool letter =
        (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u >= 0x80;
    if (letter) {
      hash = mix(hash, u | 0x20U);
    } else if (hash != 0) {
      words.push_back(hash);
      hash = 0;
    }
  }
  if (hash != 0) words.push_back(hash);
  return words;
}

Shingles shingles_of(std::string_view text) {
  const auto words = word_hashes(text);
  Shingles kept;
  for (std::size_t w = 0; w + kRun <= words.size(); ++w) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kRun; ++k) hash = mix(hash, words[w + k]);
    if ((hash >> 32U) % kSample == 0) kept.push_back(hash);
  }
  std::ranges::sort(kept);
  const auto twice = std::ranges::unique(kept);
  kept.erase(twice.begin(), twice.end());
  return kept;
}

bool is_earlier(const Document& a, const Document& b) {
  const Date x = a.published.date;
  const Date y = b.published.date;
  if (x.known() && y.known() && x != y) return x < y;
  return a.id < b.id;
}

void join_near_copies(const std::vector<Shingles>& shingles, Groups& groups) {
  std::unordered_map<std::uint64_t, std::vector<Index>> holders;
  for (Index d = 0; d < shingles.size(); ++d) {
    if (shingles[d].size() < kLeast) continue;
    for (const std::uint64_t s : shingles[d]) holders[s].push_back(d);
  }
  std::map<std::pair<Index, Index>, std::size_t> shared;
  for (const auto& [hash, documents] : holders) {
    for (std::size_t x = 0; x < documents.size(); ++x) {
      for (std::size_t y = x + 1; y < documents.size() && y < x + kCrowd; ++y)
        ++shared[{documents[x], documents[y]}];
    }
  }
  for (const auto& [pair, count] : shared) {
    const std::size_t all = shingles[pair.first].size() + shingles[pair.second].size() - count;
    if (static_cast<double>(count) >= kNearSame * static_cast<double>(all))
      groups.join(pair.first, pair.second);
  }
}

}  // namespace

void find_copies(Sheet& sheet) {
  Groups groups(sheet.documents.size());
  std::map<std::string_view, Index> same_text;
  std::vector<Shingles> shingles;
  for (Index d = 0; d < sheet.documents.size(); ++d) {
    const Document& document = sheet.documents[d];
    const auto [at, fresh] = same_text.try_emplace(document.sha256, d);
    if (!fresh && !document.text.empty()) groups.join(at->second, d);
    shingles.push_back(shingles_of(document.text));
  }
  join_near_copies(shingles, groups);
  std::map<Index, Index> original;
  for (Index d = 0; d < sheet.documents.size(); ++d) {
    const auto [at, fresh] = original.try_emplace(groups.find(d), d);
    if (!fresh && is_earlier(sheet.documents[d], sheet.documents[at->second])) at->second = d;
  }
  for (Index d = 0; d < sheet.documents.size(); ++d) {
    const Index first = original[groups.find(d)];
    if (first != d) sheet.documents[d].copy_of = sheet.documents[first].id;
  }
}

}  // namespace tally
