// What hangs on the end of a word and is a token of its own: "'s", "'ll", "n't".
#pragma once

#include <cstddef>
#include <string_view>

namespace tally {

// The letters behind an apostrophe.
inline bool is_clitic(std::string_view letters) {
  if (letters.empty() || letters.size() > 2) return false;
  const auto low = [&](std::size_t i) { return static_cast<char>(letters[i] | 0x20); };
  if (letters.size() == 1) return low(0) == 's' || low(0) == 'd' || low(0) == 'm';
  return (low(0) == 'l' && low(1) == 'l') || ((low(0) == 'r' || low(0) == 'v') && low(1) == 'e');
}

// Where "don't" and "cannot" are cut; 0: nowhere.
inline std::size_t cut_of_not(std::string_view word) {
  const auto is_t = [](char c) { return (c | 0x20) == 't'; };
  const auto is_n = [](char c) { return (c | 0x20) == 'n'; };
  if (word.size() < 4 || !is_t(word.back())) return 0;
  if (word[word.size() - 2] == '\'' && is_n(word[word.size() - 3])) return word.size() - 3;
  if (word.size() > 5 && word.substr(word.size() - 4, 3) == "\u2019" && is_n(word[word.size() - 5])) {
    return word.size() - 5;
  }
  const bool is_cannot = word.size() == 6 && (word == "cannot" || word == "Cannot" || word == "CANNOT");
  return is_cannot ? 3 : 0;
}

}  // namespace tally
