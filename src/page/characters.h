// Questions about single bytes of UTF-8 text. Bytes above 0x7F count as letters: what they spell
// is for ICU to say, that they are part of a word is enough here.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace tally::page {

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_letter(char c) {
  return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
}
// Asked of every byte of every text.
inline constexpr auto kWordBytes = [] {
  std::array<bool, 256> in_word{};
  for (unsigned c = 0; c < 256; ++c)
    in_word[c] = is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c));
  return in_word;
}();
[[nodiscard]] constexpr bool is_word_byte(char c) {
  return kWordBytes[static_cast<unsigned char>(c)];
}
[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
// How many bytes a space beyond ASCII takes at the begin of `text`: no-break, en, em, thin, ideographic …;
// 0 where there is none.
[[nodiscard]] constexpr std::size_t wide_space(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.size() < 3) return 0;
  const auto last = static_cast<unsigned char>(text[2]);
  const bool general = text.starts_with("\xE2\x80") && (last <= 0x8A || last == 0xAF);
  return general || text.starts_with("\xE2\x81\x9F") || text.starts_with("\xE3\x80\x80") ? 3 : 0;
}
[[nodiscard]] constexpr char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c + 32) : c;
}

// Without white space at both ends; no-break spaces and byte order marks count as white space.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with("\xC2\xA0")) {
      text.remove_prefix(2);
    } else if (text.starts_with("\xE2\x80\x8B") || text.starts_with("\xEF\xBB\xBF")) {
      text.remove_prefix(3);
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && is_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with("\xC2\xA0")) {
      text.remove_suffix(2);
    } else if (text.ends_with("\xE2\x80\x8B")) {
      text.remove_suffix(3);
    } else {
      break;
    }
  }
  return text;
}

}  // namespace tally::page
