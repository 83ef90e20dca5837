// A word → its lower-case form, by which the vocabulary knows it, and its flags of letter case.
//
//   Korea’s  →  korea's, kCapitalised
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/characters.h"
#include "tally/syntax.h"
#include "tally/utf8.h"

namespace tally {

// The lower-case form of a word, with straight apostrophes, in a buffer of its own: no vocabulary
// word is longer.
class WordForm {
 public:
  static constexpr std::size_t kCapacity = 64;  // bytes

  // Reads a word and gives its flags of letter case.
  std::uint8_t read(std::string_view word) {
    if (word.size() <= kCapacity) {
      std::ranges::copy(word, bytes_.begin());
      if (!lower_ascii(bytes_.data(), word.size())) return read_ascii(word);
    }
    Case seen;
    size_ = 0;
    std::size_t at = 0;
    while (at < word.size() && size_ < kCapacity) {
      const auto c = static_cast<unsigned char>(word[at]);
      if (c >= 0x80) {
        at += read_beyond_ascii(word, at, seen);
        continue;
      }
      const bool upper = c - unsigned{'A'} < 26;
      seen.uppers += upper ? 1 : 0;
      seen.lowers += c - unsigned{'a'} < 26 ? 1 : 0;
      bytes_[size_++] = static_cast<char>(upper ? c + 32 : c);
      ++at;
    }
    is_whole_ = at >= word.size();
    const bool all = seen.uppers > 1 && seen.lowers == 0;
    return static_cast<std::uint8_t>((starts_upper(word) ? kCapitalised : 0) | (all ? kAllCapitals : 0));
  }

  // Empty for a word that is too long.
  [[nodiscard]] std::string_view text() const {
    return is_whole_ ? std::string_view(bytes_.data(), size_) : std::string_view();
  }

 private:
  struct Case {
    unsigned uppers = 0;
    unsigned lowers = 0;
  };

  // The letters are in the buffer by now.
  std::uint8_t read_ascii(std::string_view word) {
    const auto is_upper_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_lower_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    size_ = word.size();
    is_whole_ = true;
    const bool capitalised = !word.empty() && is_upper_letter(word.front());
    const bool all = word.size() > 1 && !is_lower_letter(word.back()) &&
                     std::ranges::none_of(word, is_lower_letter) &&
                     std::ranges::count_if(word, is_upper_letter) > 1;
    return static_cast<std::uint8_t>((capitalised ? kCapitalised : 0) | (all ? kAllCapitals : 0));
  }

  static bool starts_upper(std::string_view word) {
    return !word.empty() && is_upper(code_point_at(word, 0).value);
  }

  std::size_t read_beyond_ascii(std::string_view word, std::size_t at, Case& seen) {
    const auto [value, size] = code_point_at(word, at);
    seen.uppers += is_upper(value) ? 1 : 0;
    seen.lowers += is_lower(value) ? 1 : 0;
    std::string encoded;  // four bytes at most: no allocation
    append_utf8(encoded, value == 0x2019 ? U'\'' : to_lower(value));
    for (const char c : encoded) bytes_[size_++] = c;
    return size;
  }

  std::array<char, kCapacity + 4> bytes_{};
  std::size_t size_ = 0;
  bool is_whole_ = true;
};

}  // namespace tally
