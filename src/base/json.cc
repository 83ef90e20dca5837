// JSON out. Strings are scanned for the few bytes that need an escape and copied in stretches.
#include "tally/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <utility>

#include "base/byte_block.h"
#include "tally/utf8.h"

namespace tally {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

constexpr auto kNeedsEscape = [] {
  std::array<bool, 256> needs{};
  for (unsigned c = 0; c < 0x20; ++c) needs[c] = true;
  for (unsigned c = 0x80; c < 0x100; ++c) needs[c] = true;  // to be looked at
  needs['"'] = needs['\\'] = true;
  return needs;
}();

constexpr std::size_t kLongestEscape = 6;
constexpr auto kEscapes = [] {
  std::array<std::array<char, kLongestEscape>, 0x20> escapes{};
  constexpr std::string_view kHex = "0123456789abcdef";
  for (unsigned c = 0; c < 0x20; ++c) escapes[c] = {'\\', 'u', '0', '0', kHex[c >> 4U], kHex[c & 15U]};
  return escapes;
}();

std::string_view escape_of(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default: {
      const auto& escape = kEscapes[static_cast<unsigned char>(c)];
      return {escape.data(), escape.size()};
    }
  }
}

bool is_plain(std::uint64_t block) {
  return !block_holds<0x20, '"', '\\'>(block);
}

// The first byte from `at` on that is no plain ASCII character, or the end.
std::size_t plain_end(std::string_view value, std::size_t at) {
  if (value.size() < kByteBlock) {
    if (is_plain(short_block(value))) return value.size();
  } else {
    while (at + kByteBlock <= value.size() && is_plain(block_at(value.data() + at))) at += kByteBlock;
    // What is left is seen with some of what was seen already.
    if (value.size() - at < kByteBlock && is_plain(block_at(value.data() + value.size() - kByteBlock)))
      return value.size();
  }
  while (at < value.size() && !kNeedsEscape[static_cast<unsigned char>(value[at])]) ++at;
  return at;
}

}  // namespace

JsonWriter& JsonWriter::string(std::string_view value) {
  char* to = separate(value.size() + kLongestEscape + 2);
  *to++ = '"';
  std::size_t from = 0;
  for (std::size_t at = plain_end(value, 0); at < value.size(); at = plain_end(value, at)) {
    const bool is_ascii = static_cast<unsigned char>(value[at]) < 0x80;
    if (const std::size_t size = is_ascii ? 0 : valid_utf8_length(value, at); size > 0) {
      at += size;
      continue;
    }
    to = copy(value.substr(from, at - from), to);
    to = copy(is_ascii ? escape_of(value[at]) : kReplacement, to);
    from = ++at;
    end_at(to);
    to = room(value.size() - from + kLongestEscape + 1);
  }
  to = copy(value.substr(from), to);
  *to++ = '"';
  end_at(to);
  return *this;
}

JsonWriter& JsonWriter::number(Decimal value) {
  if (value.scale() == 0) return integer(value.coefficient());
  return raw(value.to_string());
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  constexpr std::size_t kMostDigits = 20;  // with the sign
  char* to = separate(kMostDigits);
  end_at(std::to_chars(to, to + kMostDigits, value).ptr);
  return *this;
}

void JsonWriter::grow(std::size_t more) {
  constexpr std::size_t kLeast = 256;
  const std::size_t room = std::max(kLeast, size_ + std::max(size_, more));
  out_.resize_and_overwrite(room, [](char*, std::size_t size) { return size; });  // no zeros are needed
}

std::string JsonWriter::take() {
  out_.resize(size_);
  std::string out = std::exchange(out_, {});
  clear();
  return out;
}

void JsonWriter::clear() {
  size_ = 0;
  fresh_ = true;
}

}  // namespace tally
