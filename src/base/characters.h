// What kind of character a code point is, and its lower case: the properties of the Unicode
// Character Database, with a table for ASCII so that English text never asks further.
//
//   class_of(U'é') == CharClass::letter, class_of(U'명') == CharClass::unspaced
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace tally {

enum class CharClass : std::uint8_t {
  space,     // white space, controls, zero-width characters between words
  letter,    // of scripts whose letters and digits join to one word: "G20"
  unspaced,  // letters of scripts that write numbers and words together: Hangul, Han, kana
  mark,      // combining: belongs to the letter before
  digit,     // 0 to 9, of any script
  punctuation,
  symbol
};

namespace detail {
constexpr std::array<CharClass, 128> ascii_classes() {
  std::array<CharClass, 128> classes{};
  for (unsigned c = 0x21; c < 0x7F; ++c) classes[c] = CharClass::punctuation;
  classes[0x7F] = CharClass::space;
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = CharClass::digit;
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = CharClass::letter;
  for (const char c : {'$', '%', '+', '<', '=', '>', '^', '`', '|', '~', '&', '@', '#', '*'}) {
    classes[static_cast<unsigned char>(c)] = CharClass::symbol;
  }
  return classes;
}
inline constexpr auto kAsciiClasses = ascii_classes();
[[nodiscard]] CharClass class_beyond_ascii(char32_t c);
}  // namespace detail

[[nodiscard]] constexpr CharClass class_of(char32_t c) {
  return c < 0x80 ? detail::kAsciiClasses[c] : detail::class_beyond_ascii(c);
}
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] char32_t to_lower(char32_t c);
// Makes the capitals of ASCII small in place; whether there is more than ASCII in it.
bool lower_ascii(char* text, std::size_t size);
namespace detail {
inline constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
inline constexpr std::uint64_t kUpperBits = kOnes * 0x80;
// The upper bit of each of eight bytes that is a capital of ASCII: a sum carries into it where the letter is
// at least 'A', or past 'Z'.
[[nodiscard]] constexpr std::uint64_t capitals_in(std::uint64_t block) {
  const std::uint64_t low = block & ~kUpperBits;
  const std::uint64_t from_a = low + kOnes * (0x80 - 'A');
  const std::uint64_t past_z = low + kOnes * (0x7F - 'Z');
  return from_a & ~past_z & ~block & kUpperBits;
}
template <class Block>
[[nodiscard]] std::uint64_t block_at(const char* text) {
  Block block = 0;
  std::memcpy(&block, text, sizeof block);
  return block;
}
// The first and the last bytes of a text as one block; they may overlap.
template <class Block>
[[nodiscard]] std::uint64_t both_ends(std::string_view text) {
  return block_at<Block>(text.data()) | block_at<Block>(text.data() + text.size() - sizeof(Block))
                                            << (8 * sizeof(Block));
}
}  // namespace detail
// Nothing but ASCII, and no capital in it: the text is its own lower-case form.
[[nodiscard]] inline bool is_small_ascii(std::string_view text) {
  const auto is_small = [](std::uint64_t block) {
    return ((detail::capitals_in(block) | block) & detail::kUpperBits) == 0;
  };
  if (text.size() >= 8) {
    for (std::size_t at = 0; at + 8 < text.size(); at += 8) {
      if (!is_small(detail::block_at<std::uint64_t>(text.data() + at))) return false;
    }
    return is_small(detail::block_at<std::uint64_t>(text.data() + text.size() - 8));
  }
  if (text.size() >= 4) return is_small(detail::both_ends<std::uint32_t>(text));
  if (text.size() >= 2) return is_small(detail::both_ends<std::uint16_t>(text));
  return text.empty() || is_small(static_cast<unsigned char>(text.front()));
}
// The lower-case form, code point by code point (no locale, no context).
void append_lower(std::string& out, std::string_view text);
[[nodiscard]] std::string lower_case(std::string_view text);
// Whether the lower-case form of a text is this.
namespace detail {
[[nodiscard]] bool equals_lower(std::string_view text, std::string_view lower);
}  // namespace detail
[[nodiscard]] inline bool equals_lower(std::string_view text, std::string_view lower) {
  if (text.empty() || lower.empty()) return text.empty() && lower.empty();
  // Most words differ in their first letter.
  const auto first = static_cast<unsigned char>(text.front());
  const unsigned small = first - unsigned{'A'} < 26U ? first + 32U : first;
  if (first < 0x80 && small != static_cast<unsigned char>(lower.front())) return false;
  return detail::equals_lower(text, lower);
}

}  // namespace tally
