// The bytes of a sentence as they are cut into tokens (tokens.cc): what stands at a place, how far a run of
// one class goes, where an address and a number's suffix end.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/characters.h"
#include "tally/utf8.h"

namespace tally {

// The bytes of ASCII letters, digits and the underscore.
inline constexpr auto kInWord = [] {
  std::array<bool, 256> in_word{};
  for (unsigned c = 0; c < 128; ++c) {
    in_word[c] = class_of(c) == CharClass::letter || class_of(c) == CharClass::digit || c == '_';
  }
  return in_word;
}();

// The bytes of the name in a mail address.
inline constexpr auto kInMailName = [] {
  auto in_name = kInWord;
  for (const char c : {'.', '_', '-', '+'}) in_name[static_cast<unsigned char>(c)] = true;
  return in_name;
}();

// What cuts a sentence derives from it: from `at_` on nothing is cut yet, at `end_` the sentence ends.
class SentenceBytes {
 public:
  explicit SentenceBytes(std::string_view text) : text_(text) {}

 protected:
  // The code point at a place; U+0000, a space, past the end of the sentence.
  [[nodiscard]] CodePoint peek(std::size_t at) const {
    if (at >= end_) return {0, 0};
    const auto c = static_cast<unsigned char>(text_[at]);
    if (c < 0x80) return {c, 1};
    auto found = code_point_at(text_, at);
    found.size = static_cast<std::uint8_t>(std::min<std::size_t>(found.size, end_ - at));
    return found;
  }
  [[nodiscard]] CharClass class_at(std::size_t at) const { return class_of(peek(at).value); }
  [[nodiscard]] char byte(std::size_t at) const { return at < end_ ? text_[at] : '\0'; }
  [[nodiscard]] char32_t before(std::size_t at) const {
    const auto c = static_cast<unsigned char>(text_[at - 1]);
    return c < 0x80 ? c : U'x';
  }
  [[nodiscard]] bool is_letter_or_digit(std::size_t at) const {
    const auto found = class_at(at);
    return found == CharClass::letter || found == CharClass::digit || found == CharClass::unspaced;
  }
  [[nodiscard]] bool is_apostrophe(std::size_t at) const {
    const auto c = peek(at).value;
    return c == '\'' || c == 0x2019;
  }

  // The end of a run of one class; marks belong to what they stand on.
  [[nodiscard]] std::size_t skip(std::size_t at, CharClass wanted) const {
    for (;;) {
      const auto c = peek(at);
      if (c.size == 0) return at;
      const auto found = class_of(c.value);
      if (found != wanted && found != CharClass::mark) return at;
      at += c.size;
    }
  }
  [[nodiscard]] std::size_t skip_letters_and_digits(std::size_t at) const {
    for (;;) {
      while (at < end_ && kInWord[static_cast<unsigned char>(text_[at])]) ++at;
      if (at >= end_ || static_cast<unsigned char>(text_[at]) < 0x80) return at;
      const auto c = peek(at);
      const auto found = class_of(c.value);
      if (found != CharClass::letter && found != CharClass::digit && found != CharClass::mark) return at;
      at += c.size;
    }
  }

  [[nodiscard]] std::size_t skip_digits(std::size_t at) const {
    while (at < end_ && text_[at] >= '0' && text_[at] <= '9') ++at;
    return at < end_ && static_cast<unsigned char>(text_[at]) >= 0x80 ? skip(at, CharClass::digit) : at;
  }

  // "3rd", "1990s" are words.
  [[nodiscard]] std::size_t after_number_suffix(std::size_t at) const {
    const auto letter = [&](std::size_t i) { return static_cast<char>(byte(at + i) | 0x20); };
    const char a = letter(0);
    if (a == 's' && !is_letter_or_digit(at + 1)) return at + 1;
    const char b = letter(1);
    const bool ordinal =
        (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
    return ordinal && !is_letter_or_digit(at + 2) ? at + 2 : at;
  }

  // Web and mail addresses: to the next space, without the punctuation that ends them.
  [[nodiscard]] std::size_t address_end(std::size_t word_end) const {
    const char next = byte(word_end);
    if (next != ':' && next != '.' && next != '@' && next != '-' && next != '+') return at_;
    const auto rest = text_.substr(at_, end_ - at_);
    const bool is_web = rest.starts_with("http://") || rest.starts_with("https://") ||
                        rest.starts_with("www.") || rest.starts_with("WWW.");
    if (!is_web && (next == ':' || !is_mail())) return at_;
    std::size_t after = at_;
    while (after < end_ && is_address_byte(text_[after])) ++after;
    while (after > at_ + 1 && !is_letter_or_digit(after - 1) && text_[after - 1] != '/') --after;
    return after;
  }
  static bool is_address_byte(char c) {
    return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F && c != '"' &&
           c != '<' && c != '>' && c != ')' && c != ']' && c != '|';
  }
  // "name.surname@example": looks ahead no further than such a name may be long.
  [[nodiscard]] bool is_mail() const {
    constexpr std::size_t kLongestName = 64;
    const std::size_t last = std::min(end_, at_ + kLongestName);
    std::size_t at = at_;
    while (at < last && kInMailName[static_cast<unsigned char>(text_[at])]) ++at;
    return at < last && text_[at] == '@' && class_at(at + 1) == CharClass::letter;
  }

  std::string_view text_;  // of the whole article
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

}  // namespace tally
