// The gazetteer's block of bytes: a header of four numbers (magic, slots, entries, bytes of text),
// the
// names of the countries by code, a hash table of slots, the entries, the texts (a length byte before each).
// A slot is the place of an entry, from 1 on, under the upper byte of its key's hash.
#include "mention/gazetteer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/byte_block.h"
#include "base/characters.h"

namespace tally::embedded {
std::string_view gazetteer();  // NOLINT(misc-use-internal-linkage): made by the build
}

namespace tally::gazetteer {
namespace {

constexpr std::size_t kCodes = std::size_t{26} * 26;

struct Tables {
  std::span<const std::uint32_t> countries;
  std::span<const std::uint32_t> slots;
  std::span<const Entry> entries;
  const char* texts = nullptr;
};

Tables read_tables() {
  const std::string_view bytes = embedded::gazetteer();
  std::array<std::uint32_t, 4> header{};
  std::memcpy(header.data(), bytes.data(), sizeof header);
  const char* at = bytes.data() + sizeof header;
  Tables tables;
  // The block is aligned to 64 bytes and all parts before the texts are multiples of four.
  tables.countries = {reinterpret_cast<const std::uint32_t*>(at), kCodes};
  at += tables.countries.size_bytes();
  tables.slots = {reinterpret_cast<const std::uint32_t*>(at), header[1]};
  at += tables.slots.size_bytes();
  tables.entries = {reinterpret_cast<const Entry*>(at), header[2]};
  tables.texts = at + tables.entries.size_bytes();
  return tables;
}

const Tables& tables() {
  static const Tables only = read_tables();
  return only;
}

std::string_view text(std::uint32_t offset) {
  const char* at = tables().texts + offset;
  return {at + 1, static_cast<unsigned char>(*at)};
}

constexpr std::uint32_t kEmptyHash = 2166136261U;

std::uint32_t hash_with(std::uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619U;
}

std::uint32_t hash_of(std::string_view key) {
  std::uint32_t value = kEmptyHash;
  for (const char c : key) value = hash_with(value, c);
  return value;
}

bool is_beyond_ascii(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0;
}

}  // namespace

namespace {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// No blanks but single spaces between words, as nearly all names have; false for some that have no others.
bool is_single_spaced(std::string_view name) {
  if (name.size() < kByteBlock) return !block_holds<' ' + 1>(short_block(name));
  if (is_blank(name.front())) return false;
  for (std::size_t at = 0;; at += kByteBlock - 1) {
    const std::size_t begin = std::min(at, name.size() - kByteBlock);
    const std::uint64_t block = block_at(name.data() + begin);
    const std::uint64_t spaces = bytes_like<' '>(block);
    if (block_holds<' '>(block) || (spaces & spaces >> 8U) != 0) return false;
    if (begin + kByteBlock == name.size()) return true;
  }
}

// The key of a name in ASCII, which nearly all are; false where it is not.
bool read_ascii_key(std::string_view name, std::string& key) {
  if (is_single_spaced(name)) {
    key = name;
    return !lower_ascii(key.data(), key.size());
  }
  unsigned beyond_ascii = 0;
  key.resize_and_overwrite(name.size(), [&](char* bytes, std::size_t) {
    char* to = bytes;
    for (const char c : name) {
      beyond_ascii |= static_cast<unsigned char>(c) & 0x80U;
      if (is_blank(c)) {
        if (to != bytes && to[-1] != ' ') *to++ = ' ';
      } else {
        *to++ = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      }
    }
    return static_cast<std::size_t>(to - bytes);
  });
  return beyond_ascii == 0;
}

}  // namespace

std::string key_of(std::string_view name) {
  std::string key;
  if (read_ascii_key(name, key)) return key;
  key.clear();
  std::string lowered;
  append_lower(lowered, name);
  for (std::size_t i = 0; i < lowered.size(); ++i) {
    const char c = lowered[i];
    if (is_blank(c)) {
      if (!key.empty() && key.back() != ' ') key += ' ';
    } else if (is_beyond_ascii(c) && lowered.compare(i, 3, "’") == 0) {
      key += '\'';
      i += 2;
    } else if (is_beyond_ascii(c) && lowered.compare(i, 2, "\xC2\xA0") == 0) {
      if (!key.empty() && key.back() != ' ') key += ' ';
      ++i;
    } else {
      key += c;
    }
  }
  return key;
}

namespace {

std::span<const Entry> find_hashed(std::string_view key, std::uint32_t hash) {
  const Tables& t = tables();
  constexpr std::uint32_t kPlace = 0xFFFFFF;
  const std::size_t mask = t.slots.size() - 1;
  for (std::size_t at = hash & mask; t.slots[at] != 0; at = (at + 1) & mask) {
    if (((t.slots[at] ^ hash) & ~kPlace) != 0) continue;
    const std::size_t place = (t.slots[at] & kPlace) - 1;
    if (text(t.entries[place].key) == key) return t.entries.subspan(place, t.entries[place].run);
  }
  return {};
}

std::uint32_t kinds_of(std::span<const Entry> entries) {
  std::uint32_t bits = 0;
  for (const Entry& entry : entries) bits |= bit(entry.kind);
  return bits;
}

}  // namespace

std::span<const Entry> find(std::string_view key) {
  return key.empty() ? std::span<const Entry>{} : find_hashed(key, hash_of(key));
}

std::uint32_t kinds(std::string_view key) {
  return kinds_of(find(key));
}

Beginnings::Beginnings(std::string key) : key_(std::move(key)) {
  hashes_[0] = kEmptyHash;
  for (std::size_t i = 0; i < std::min(key_.size(), kHashed); ++i)
    hashes_[i + 1] = hash_with(hashes_[i], key_[i]);
}

std::uint32_t Beginnings::kinds(std::size_t size) const {
  const std::string_view key = std::string_view(key_).substr(0, size);
  return key.empty() || key.size() > kHashed ? gazetteer::kinds(key)
                                             : kinds_of(find_hashed(key, hashes_[key.size()]));
}

std::string_view name(const Entry& entry) {
  return text(entry.name);
}
std::string_view admin(const Entry& entry) {
  return text(entry.admin);
}
std::string_view country(const Entry& entry) {
  return entry.country[0] == 0 ? std::string_view() : std::string_view(entry.country, 2);
}

std::string_view country_name(std::string_view code) {
  const auto letter = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(code[i] - 'A'));
  };
  if (code.size() != 2 || letter(0) >= 26 || letter(1) >= 26) return {};
  return text(tables().countries[letter(0) * 26 + letter(1)]);
}

}  // namespace tally::gazetteer
