// JSON out. Strings are scanned for the few bytes that need an escape and copied in stretches.
#include "tally/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

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

void append_escape(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4U];
      out += kHex[static_cast<unsigned char>(c) & 15U];
  }
}

// Whether none of eight bytes needs an escape or is beyond ASCII (Mycroft 1987: a byte that is zero
// lends from its neighbour's upper bit).
bool is_plain_block(const char* at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  constexpr std::uint64_t kUpper = 0x8080808080808080ULL;
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  const std::uint64_t quote = word ^ (kOnes * '"');
  const std::uint64_t stroke = word ^ (kOnes * '\\');
  return ((word | (word - kOnes * 0x20) | (quote - kOnes) | (stroke - kOnes)) & kUpper) == 0;
}

// The first byte from `at` on that is no plain ASCII character, or the end.
std::size_t plain_end(std::string_view value, std::size_t at) {
  while (at + 8 <= value.size() && is_plain_block(value.data() + at)) at += 8;
  while (at < value.size() && !kNeedsEscape[static_cast<unsigned char>(value[at])]) ++at;
  return at;
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  const std::size_t from = out_.size();
  out_.resize_and_overwrite(from + name.size() + 4, [&](char* bytes, std::size_t) {
    char* to = bytes + from;
    if (!fresh_) *to++ = ',';
    *to++ = '"';
    std::memcpy(to, name.data(), name.size());
    to += name.size();
    *to++ = '"';
    *to++ = ':';
    return static_cast<std::size_t>(to - bytes);
  });
  fresh_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  separate();
  out_ += '"';
  std::size_t from = 0;
  for (std::size_t at = plain_end(value, 0); at < value.size(); at = plain_end(value, at)) {
    const bool is_ascii = static_cast<unsigned char>(value[at]) < 0x80;
    if (const std::size_t size = is_ascii ? 0 : valid_utf8_length(value, at); size > 0) {
      at += size;
      continue;
    }
    out_.append(value, from, at - from);
    if (is_ascii)
      append_escape(out_, value[at]);
    else
      out_ += kReplacement;
    from = ++at;
  }
  out_.append(value, from, value.size() - from);
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

std::string JsonWriter::take() {
  std::string out = std::move(out_);
  clear();
  return out;
}

void JsonWriter::clear() {
  out_.clear();
  fresh_ = true;
}

}  // namespace tally
