// See html_entities.h.
#include "page/html_entities.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "page/characters.h"
#include "tally/utf8.h"

namespace tally::html {
namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};

#include "page/entities.inc"

constexpr std::size_t kLongestName = 32;
constexpr std::size_t kLongestOpenName = 6;  // names that need no semicolon are this short

// What bytes 0x80–0x9F mean in a numeric reference: windows-1252.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

const Entity* entity_named(std::string_view name) {
  const auto found = std::ranges::lower_bound(kEntities, name, {}, &Entity::name);
  return found != kEntities.end() && found->name == name ? &*found : nullptr;
}

int digit_of(char c, int base) {
  if (page::is_digit(c)) return c - '0';
  const char lower = page::to_lower(c);
  return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

char32_t allowed(std::uint32_t value) {
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0xFFFD;
  if (value >= 0x80 && value <= 0x9F) return kWindows1252[value - 0x80];
  return value;
}

std::size_t read_numeric(std::string_view raw, std::string& out) {
  const bool hex = raw.size() > 2 && page::to_lower(raw[2]) == 'x';
  const int base = hex ? 16 : 10;
  auto at = hex ? std::size_t{3} : std::size_t{2};
  const auto first = at;
  std::uint32_t value = 0;
  for (; at < raw.size(); ++at) {
    const int digit = digit_of(raw[at], base);
    if (digit < 0) break;
    if (value <= 0x10FFFF)
      value = value * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit);
  }
  if (at == first) return 0;
  append_utf8(out, allowed(value));
  return at < raw.size() && raw[at] == ';' ? at + 1 : at;
}

}  // namespace

std::size_t read_reference(std::string_view raw, bool in_attribute, std::string& out) {
  if (raw.size() < 2) return 0;
  if (raw[1] == '#') return read_numeric(raw, out);
  std::size_t end = 1;
  while (end < raw.size() && end <= kLongestName && page::is_word_byte(raw[end]) &&
         static_cast<unsigned char>(raw[end]) < 0x80)
    ++end;
  if (end == 1) return 0;
  if (end < raw.size() && raw[end] == ';') {
    if (const auto* entity = entity_named(raw.substr(1, end))) {
      out += entity->text;
      return end + 1;
    }
  }
  for (auto size = std::min(end - 1, kLongestOpenName); size >= 2; --size) {
    const auto* entity = entity_named(raw.substr(1, size));
    if (entity == nullptr) continue;
    const char next = size + 1 < raw.size() ? raw[size + 1] : ' ';
    if (in_attribute &&
        (next == '=' || (page::is_word_byte(next) && static_cast<unsigned char>(next) < 0x80)))
      return 0;
    out += entity->text;
    return size + 1;
  }
  return 0;
}

std::string decode_references(std::string_view raw, bool in_attribute) {
  std::string out;
  out.reserve(raw.size());
  while (!raw.empty()) {
    const auto amp = raw.find('&');
    out += raw.substr(0, amp);
    if (amp == std::string_view::npos) break;
    raw.remove_prefix(amp);
    const auto taken = read_reference(raw, in_attribute, out);
    if (taken == 0) out += '&';
    raw.remove_prefix(std::max<std::size_t>(taken, 1));
  }
  return out;
}

}  // namespace tally::html
