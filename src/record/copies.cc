// Copies of one text under other addresses: the same text, or nearly the same by min-hash signatures
// (tally/similarity.h), so that reports are never compared pair by pair. An agency's report that two
// papers edited and cut stays one report; two weeks' reports of one form with other figures stay two.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/groups.h"
#include "record/strata.h"
#include "record/versions.h"
#include "tally/similarity.h"

namespace tally {
namespace {

constexpr double kNearSame = 0.6;        // of the shingles of both
constexpr double kMostlyWithin = 0.8;    // of the shingles of the shorter: a copy that was cut
constexpr std::uint32_t kLeast = 20;     // shingles that a text needs to be judged by them
constexpr double kSameFigures = 0.6;     // of the numbers of the one that has fewer
constexpr std::size_t kFewFigures = 3;   // fewer say nothing
constexpr std::int64_t kDaysApart = 10;  // agencies are copied while their news is news
constexpr std::size_t kCrowd = 64;       // that many of one band are compared

using Numbers = std::set<std::string_view>;

Numbers numbers_of(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  Numbers numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    auto end = at;
    while (end < text.size() && (is_digit(text[end]) || text[end] == ',' || text[end] == '.')) ++end;
    while (!is_digit(text[end - 1])) --end;
    numbers.insert(text.substr(at, end - at));
    at = end;
  }
  return numbers;
}

bool share_figures(std::string_view a, std::string_view b) {
  const Numbers x = numbers_of(a);
  const Numbers y = numbers_of(b);
  const auto fewer = std::min(x.size(), y.size());
  if (fewer < kFewFigures) return true;
  const auto common = std::ranges::count_if(x, [&](std::string_view number) { return y.contains(number); });
  return static_cast<double>(common) >= kSameFigures * static_cast<double>(fewer);
}

bool of_one_time(const Document& a, const Document& b) {
  const Date x = a.published.date;
  const Date y = b.published.date;
  if (!x.known() || !y.known()) return true;
  return x.first_day() <= y.last_day() + std::chrono::days(kDaysApart) &&
         y.first_day() <= x.last_day() + std::chrono::days(kDaysApart);
}

class CopyFinder {
 public:
  explicit CopyFinder(Sheet& sheet) : documents_(sheet.documents), groups_(documents_.size()) {}

  void find() {
    if (documents_.size() < 2) return;
    join_versions();
    join_same_texts();
    join_near_texts();
    name_originals();
  }

 private:
  // All versions of a page are a copy together, or none is.
  void join_versions() {
    std::unordered_map<std::string_view, Index> by_id;
    for (Index d = 0; d < documents_.size(); ++d) by_id[documents_[d].id] = d;
    newest_.resize(documents_.size());
    for (Index d = 0; d < documents_.size(); ++d) {
      Index newest = d;
      while (!documents_[newest].replaced_by.empty()) newest = by_id[documents_[newest].replaced_by];
      newest_[d] = newest;
      groups_.join(d, newest);
    }
  }

  void join_same_texts() {
    std::unordered_map<std::string_view, Index> first;
    for (Index d = 0; d < documents_.size(); ++d) {
      if (documents_[d].text.empty()) continue;
      const auto [at, fresh] = first.try_emplace(documents_[d].sha256, d);
      if (fresh) {
        distinct_.push_back(d);
      } else {
        groups_.join(at->second, d);
      }
    }
  }

  void join_near_texts() {
    std::unordered_map<std::uint64_t, std::vector<Index>> bands;
    signatures_.resize(documents_.size());
    for (const Index d : distinct_) {
      signatures_[d] = signature_of(documents_[d].text);
      if (signatures_[d].shingles < kLeast) continue;
      for (const std::uint64_t key : band_keys(signatures_[d])) {
        auto& holders = bands[key];
        for (const Index other : holders) {
          if (groups_.find(other) != groups_.find(d) && is_near(other, d)) groups_.join(other, d);
        }
        if (holders.size() < kCrowd) holders.push_back(d);
      }
    }
  }

  [[nodiscard]] bool is_near(Index a, Index b) const {
    const auto& x = signatures_[a];
    const auto& y = signatures_[b];
    if (similarity(x, y) < kNearSame && containment(x, y) < kMostlyWithin) return false;
    return of_one_time(documents_[a], documents_[b]) && share_figures(documents_[a].text, documents_[b].text);
  }

  [[nodiscard]] bool is_earlier(const Document& a, const Document& b) const {
    const Date x = a.published.date;
    const Date y = b.published.date;
    if (x.known() && y.known() && x != y) return x < y;
    return a.id < b.id;
  }

  // The earliest is the original, by its newest version.
  void name_originals() {
    std::map<Index, Index> originals;
    for (Index d = 0; d < documents_.size(); ++d) {
      if (newest_[d] != d) continue;
      const auto [at, fresh] = originals.try_emplace(groups_.find(d), d);
      if (!fresh && is_earlier(documents_[d], documents_[at->second])) at->second = d;
    }
    for (Index d = 0; d < documents_.size(); ++d) {
      const Index original = originals[groups_.find(d)];
      if (original != newest_[d]) documents_[d].copy_of = documents_[original].id;
    }
  }

  std::vector<Document>& documents_;
  Groups groups_;
  std::vector<Index> newest_;    // per document: the newest version of its page
  std::vector<Index> distinct_;  // one document for each text
  std::vector<TextSignature> signatures_;
};

}  // namespace

void find_copies(Sheet& sheet) {
  find_versions(sheet);
  CopyFinder(sheet).find();
}

}  // namespace tally
