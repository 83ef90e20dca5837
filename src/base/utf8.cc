// UTF-8 validation and code point arithmetic.
#include "tally/utf8.h"

#include <algorithm>
#include <cstring>

namespace tally {
namespace {

constexpr std::size_t kStride = 256;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::uint32_t count_code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

bool is_ascii_block(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return (word & 0x8080808080808080ULL) == 0;
}

bool is_ascii(std::string_view text) {
  std::size_t at = 0;
  while (at + 8 <= text.size() && is_ascii_block(text.data() + at)) at += 8;
  return std::ranges::none_of(text.substr(at), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

std::size_t valid_utf8_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  const unsigned second = byte(1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || outside ? 0 : size;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + 8 <= text.size() && is_ascii_block(text.data() + at)) {
      at += 8;
      continue;
    }
    const std::size_t size = static_cast<unsigned char>(text[at]) < 0x80 ? 1 : valid_utf8_length(text, at);
    if (size == 0) return at;
    at += size;
  }
  return std::nullopt;
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
  if (lead < 0xF0) return {((lead & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), 3};
  return {
      ((lead & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) | (byte(3) & 0x3FU),
      4};
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](unsigned value) { out += static_cast<char>(value); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  if (is_ascii(text)) return;
  before_.reserve(text.size() / kStride + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size() || at == 0; at += kStride) {
    before_.push_back(count);
    count += count_code_points(text.substr(at, kStride));
  }
}

std::uint32_t CodePoints::of_byte(std::uint32_t byte) const {
  if (before_.empty()) return byte;
  const std::size_t block = std::min<std::size_t>(byte / kStride, before_.size() - 1);
  return before_[block] + count_code_points(text_.substr(block * kStride, byte - block * kStride));
}

std::uint32_t CodePoints::to_byte(std::uint32_t code_point) const {
  if (before_.empty()) return code_point;
  const auto after = std::ranges::upper_bound(before_, code_point);
  const auto block = static_cast<std::size_t>(after - before_.begin()) - 1;
  std::uint32_t count = before_[block];
  std::size_t at = block * kStride;
  while (at < text_.size() && is_continuation(text_[at])) ++at;
  for (; at < text_.size() && count < code_point; ++count) at += code_point_at(text_, at).size;
  return static_cast<std::uint32_t>(at);
}

}  // namespace tally
