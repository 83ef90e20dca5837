// Some words that the program names, and whether a word is one of them: for most words its first letter and
// its length say that it is none.
//
//   constexpr NamedWords kQuiet = {"silent", "quiet", "mum"};   kQuiet.contains("quiet")
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/characters.h"

namespace tally {

template <std::size_t size>
class NamedWords {
 public:
  template <class... Words>
  consteval NamedWords(Words... words) : words_{std::string_view(words)...} {  // NOLINT: a list of words
    for (const std::string_view word : words_) lengths_[slot_of(word)] |= bit_of(word);
  }

  [[nodiscard]] constexpr bool contains(std::string_view lower_case) const {
    return may_contain(lower_case) && std::ranges::find(words_, lower_case) != words_.end();
  }
  // The same of a word as it is written.
  [[nodiscard]] bool contains_lower(std::string_view text) const {
    return may_contain(text) &&
           std::ranges::any_of(words_, [&](std::string_view word) { return equals_lower(text, word); });
  }

 private:
  static constexpr std::size_t kLetters = 32;  // as their last five bits tell them, capitals or not
  static constexpr std::size_t slot_of(std::string_view word) {
    return static_cast<unsigned char>(word.front()) % kLetters;
  }
  static constexpr std::uint32_t bit_of(std::string_view word) {
    return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
  }
  [[nodiscard]] constexpr bool may_contain(std::string_view word) const {
    return !word.empty() && (lengths_[slot_of(word)] & bit_of(word)) != 0;
  }

  std::array<std::string_view, size> words_;
  std::array<std::uint32_t, kLetters> lengths_{};  // by first letter: the lengths that the words have
};

template <class... Words>
NamedWords(Words...) -> NamedWords<sizeof...(Words)>;

}  // namespace tally
