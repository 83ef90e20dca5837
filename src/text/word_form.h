// A word → its lower-case form, by which the vocabulary knows it, and its flags of letter case.
//
//   Korea’s  →  korea's, kCapitalised
#pragma once

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
    size_ = 0;
    bool has_lower = false;
    int uppers = 0;
    bool first_upper = false;
    for (std::size_t at = 0; at < word.size();) {
      const auto c = static_cast<unsigned char>(word[at]);
      if (c < 0x80) {
        const bool upper = c >= 'A' && c <= 'Z';
        uppers += upper ? 1 : 0;
        has_lower |= c >= 'a' && c <= 'z';
        first_upper |= upper && at == 0;
        put(static_cast<char>(upper ? c + 32 : c));
        ++at;
        continue;
      }
      const auto [value, size] = code_point_at(word, at);
      const bool upper = is_upper(value);
      uppers += upper ? 1 : 0;
      has_lower |= is_lower(value);
      first_upper |= upper && at == 0;
      put_code_point(value == 0x2019 ? U'\'' : to_lower(value));
      at += size;
    }
    const bool all = uppers > 1 && !has_lower;
    return static_cast<std::uint8_t>((first_upper ? kCapitalised : 0) | (all ? kAllCapitals : 0));
  }

  [[nodiscard]] std::string_view text() const {
    return size_ <= kCapacity ? std::string_view(bytes_.data(), size_) : std::string_view();
  }

 private:
  void put(char c) {
    if (size_ < kCapacity) bytes_[size_] = c;
    if (size_ <= kCapacity) ++size_;
  }
  void put_code_point(char32_t value) {
    std::string encoded;  // four bytes at most: no allocation
    append_utf8(encoded, value);
    for (const char c : encoded) put(c);
  }

  std::array<char, kCapacity> bytes_{};
  std::size_t size_ = 0;
};

}  // namespace tally
