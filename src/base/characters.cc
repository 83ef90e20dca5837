// Unicode character classes and lower case, by ICU where ASCII does not settle it.
#include "base/characters.h"

#include <unicode/uchar.h>

#include <cstring>

#include "tally/utf8.h"

namespace tally {
namespace {

bool is_unspaced(char32_t c) {
  return (c >= 0x1100 && c < 0x1200) || (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xA960 && c < 0xA980) ||
         (c >= 0xAC00 && c < 0xD800) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF66 && c < 0xFFDD) ||
         (c >= 0x20000 && c < 0x40000) || (c >= 0x0E00 && c < 0x0EE0) || (c >= 0x1780 && c < 0x1800);
}

CharClass class_of_category(int category) {
  const auto mask = U_MASK(category);
  if ((mask & U_GC_L_MASK) != 0) return CharClass::letter;
  if ((mask & U_GC_M_MASK) != 0) return CharClass::mark;
  if ((mask & U_GC_ND_MASK) != 0) return CharClass::digit;
  if ((mask & U_GC_P_MASK) != 0) return CharClass::punctuation;
  if ((mask & (U_GC_Z_MASK | U_GC_CC_MASK)) != 0) return CharClass::space;
  return CharClass::symbol;
}

}  // namespace

CharClass detail::class_beyond_ascii(char32_t c) {
  if (c == 0x00AD || (c >= 0x200C && c <= 0x200F) || c == 0x2060) return CharClass::mark;
  if (c == 0x200B || c == 0xFEFF) return CharClass::space;
  const auto found = class_of_category(u_charType(static_cast<UChar32>(c)));
  return found == CharClass::letter && is_unspaced(c) ? CharClass::unspaced : found;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const auto category = u_charType(static_cast<UChar32>(c));
  return category == U_UPPERCASE_LETTER || category == U_TITLECASE_LETTER;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_charType(static_cast<UChar32>(c)) == U_LOWERCASE_LETTER;
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

namespace {

using detail::kUpperBits;

// Eight bytes at once.
std::uint64_t lower_block(std::uint64_t block) {
  return block | (detail::capitals_in(block) >> 2U);
}

// Blocks may overlap: small letters stay what they are. Returns what was there.
template <class Block>
Block lower_at(char* text) {
  Block block = 0;
  std::memcpy(&block, text, sizeof block);
  const auto lower = static_cast<Block>(lower_block(block));
  std::memcpy(text, &lower, sizeof lower);
  return block;
}

}  // namespace

bool lower_ascii(char* text, std::size_t size) {
  std::uint64_t all = 0;
  if (size >= sizeof(std::uint64_t)) {
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= size; at += sizeof(std::uint64_t))
      all |= lower_at<std::uint64_t>(text + at);
    if (at < size) all |= lower_at<std::uint64_t>(text + size - sizeof(std::uint64_t));
  } else if (size >= sizeof(std::uint32_t)) {
    all = lower_at<std::uint32_t>(text);
    all |= lower_at<std::uint32_t>(text + size - sizeof(std::uint32_t));
  } else {
    for (std::size_t at = 0; at < size; ++at) all |= lower_at<std::uint8_t>(text + at);
  }
  return (all & kUpperBits) != 0;
}

void append_lower(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  out += text;
  if (!lower_ascii(out.data() + begin, text.size())) return;
  out.resize(begin);
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = code_point_at(text, at);
    append_utf8(out, to_lower(value));
    at += size;
  }
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  if (lower_ascii(out.data(), out.size())) {
    out.clear();
    append_lower(out, text);
  }
  return out;
}

bool detail::equals_lower(std::string_view text, std::string_view lower) {
  std::size_t at = 0;
  for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; ++at) {
    if (at >= lower.size() || static_cast<char>(to_lower(static_cast<unsigned char>(text[at]))) != lower[at])
      return false;
  }
  return at == text.size() ? at == lower.size() : lower_case(text) == lower;
}

}  // namespace tally
