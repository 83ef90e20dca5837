// See tally/similarity.h.
#include "tally/similarity.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "page/characters.h"

namespace tally {
namespace {

using page::is_word_byte;
using page::to_lower;

constexpr std::size_t kShingle = 3;

// splitmix64 (Steele et al. 2014): a good mixer that is the same everywhere.
constexpr std::uint64_t mix(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

struct Word {
  Span span;
  std::uint64_t hash;
};

// Words in order; typographic quotes and dashes are no part of them.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at]) || text[at] == '\xE2') {
      at += text[at] == '\xE2' ? 3 : 1;
      continue;
    }
    const auto begin = at;
    std::uint64_t hash = 14695981039346656037U;
    while (at < text.size() && is_word_byte(text[at]) && text[at] != '\xE2') {
      hash = (hash ^ static_cast<unsigned char>(to_lower(text[at]))) * 1099511628211U;
      ++at;
    }
    words.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, mix(hash)});
  }
  return words;
}

struct Multipliers {
  std::array<std::uint64_t, kSignatureSize> times{}, plus{};
};
constexpr Multipliers make_multipliers() {
  Multipliers table;
  for (std::size_t i = 0; i < kSignatureSize; ++i) {
    table.times[i] = mix(2 * i + 1) | 1U;
    table.plus[i] = mix(2 * i + 2);
  }
  return table;
}
constexpr auto kFamilies = make_multipliers();

// The shortest edit script, kept as the furthest reaching path of every diagonal for each number
// of edits.
class Diff {
 public:
  Diff(const std::vector<Word>& a, const std::vector<Word>& b, std::size_t limit)
      : a_(a), b_(b), limit_(static_cast<int>(limit)) {}

  // Pairs of indices of words that are the same, in order; where the limit is reached, those up to there.
  std::vector<std::pair<int, int>> matches() {
    const int n = static_cast<int>(a_.size()), m = static_cast<int>(b_.size());
    const int most = std::min(n + m, limit_);
    std::vector<int> furthest(2 * static_cast<std::size_t>(most) + 3, 0);
    const auto at = [&](int k) -> int& {
      const int index = k + most + 1;
      return furthest[static_cast<std::size_t>(index)];
    };
    for (int d = 0; d <= most; ++d) {
      trace_.emplace_back();
      for (int k = -d; k <= d; k += 2) {
        int x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
        x = std::min(x, n);
        while (x < n && x - k < m && x - k >= 0 &&
               a_[static_cast<std::size_t>(x)].hash == b_[static_cast<std::size_t>(x - k)].hash)
          ++x;
        at(k) = x;
        trace_.back().push_back(x);
        if (x >= n && x - k >= m) return walk_back(d, k);
      }
    }
    return {};
  }

 private:
  // The furthest x on diagonal k after d edits.
  [[nodiscard]] int reached(int d, int k) const {
    return trace_[static_cast<std::size_t>(d)][static_cast<std::size_t>((k + d) / 2)];
  }

  [[nodiscard]] std::vector<std::pair<int, int>> walk_back(int d, int k) const {
    std::vector<std::pair<int, int>> pairs;
    for (int x = reached(d, k); d >= 0; --d) {
      int from = 0, next = k;
      if (d > 0) {
        const bool down = k == -d || (k != d && reached(d - 1, k - 1) < reached(d - 1, k + 1));
        next = down ? k + 1 : k - 1;
        from = down ? reached(d - 1, next) : reached(d - 1, next) + 1;
      }
      for (; x > from; --x) pairs.emplace_back(x - 1, x - 1 - k);
      if (d > 0) x = reached(d - 1, next);
      k = next;
    }
    std::ranges::reverse(pairs);
    return pairs;
  }

  const std::vector<Word>& a_;
  const std::vector<Word>& b_;
  int limit_;
  std::vector<std::vector<int>> trace_;
};

// The stretch from the end of one word to the begin of another, without the white space around it.
Span stretch(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  if (begin >= end) {
    const auto at = begin < words.size() ? words[begin].span.begin
                    : words.empty()      ? 0
                                         : words.back().span.end;
    return {at, at};
  }
  return {words[begin].span.begin, words[end - 1].span.end};
}

}  // namespace

TextSignature signature_of(std::string_view text) {
  TextSignature signature;
  signature.least.fill(std::numeric_limits<std::uint32_t>::max());
  const auto words = words_of(text);
  if (words.size() < kShingle) return signature;
  std::vector<std::uint64_t> shingles;
  shingles.reserve(words.size());
  for (std::size_t i = 0; i + kShingle <= words.size(); ++i) {
    shingles.push_back(mix(words[i].hash + mix(words[i + 1].hash + mix(words[i + 2].hash))));
  }
  std::ranges::sort(shingles);
  const auto repeated = std::ranges::unique(shingles);
  shingles.erase(repeated.begin(), repeated.end());
  signature.shingles = static_cast<std::uint32_t>(shingles.size());
  for (const auto shingle : shingles) {
    for (std::size_t i = 0; i < kSignatureSize; ++i) {
      const auto hash = static_cast<std::uint32_t>((shingle * kFamilies.times[i] + kFamilies.plus[i]) >> 32);
      signature.least[i] = std::min(signature.least[i], hash);
    }
  }
  return signature;
}

double similarity(const TextSignature& a, const TextSignature& b) {
  if (a.shingles == 0 || b.shingles == 0) return 0.0;
  std::size_t same = 0;
  for (std::size_t i = 0; i < kSignatureSize; ++i) same += a.least[i] == b.least[i] ? 1 : 0;
  return static_cast<double>(same) / kSignatureSize;
}

double containment(const TextSignature& a, const TextSignature& b) {
  const double jaccard = similarity(a, b);
  if (jaccard == 0.0) return 0.0;
  const double common = jaccard / (1 + jaccard) * (static_cast<double>(a.shingles) + b.shingles);
  return std::min(1.0, common / std::min(a.shingles, b.shingles));
}

std::array<std::uint64_t, kBands> band_keys(const TextSignature& signature) {
  constexpr auto kRows = kSignatureSize / kBands;
  std::array<std::uint64_t, kBands> keys{};
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t key = mix(band);
    for (std::size_t row = 0; row < kRows; ++row) key = mix(key ^ signature.least[band * kRows + row]);
    keys[band] = key;
  }
  return keys;
}

std::vector<TextChange> changes_between(std::string_view before, std::string_view after, std::size_t limit) {
  const auto a = words_of(before), b = words_of(after);
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head].hash == b[head].hash) ++head;
  std::size_t tail = 0;
  while (tail < a.size() - head && tail < b.size() - head &&
         a[a.size() - 1 - tail].hash == b[b.size() - 1 - tail].hash)
    ++tail;
  const std::vector<Word> a_middle(a.begin() + static_cast<std::ptrdiff_t>(head),
                                   a.end() - static_cast<std::ptrdiff_t>(tail));
  const std::vector<Word> b_middle(b.begin() + static_cast<std::ptrdiff_t>(head),
                                   b.end() - static_cast<std::ptrdiff_t>(tail));
  std::vector<TextChange> changes;
  auto pairs = Diff(a_middle, b_middle, limit).matches();
  pairs.emplace_back(static_cast<int>(a_middle.size()), static_cast<int>(b_middle.size()));
  std::size_t i = 0, j = 0;
  for (const auto& [x, y] : pairs) {
    const auto to_i = static_cast<std::size_t>(x), to_j = static_cast<std::size_t>(y);
    if (to_i > i || to_j > j) {
      changes.push_back({stretch(a, head + i, head + to_i), stretch(b, head + j, head + to_j)});
    }
    i = to_i + 1;
    j = to_j + 1;
  }
  return changes;
}

}  // namespace tally
