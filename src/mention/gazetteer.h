// What is known of names and of the words beside them: countries, peoples, places, given names,
// organisations, titles, heads of organisations. Made when the program is built by
// tools/make-gazetteer and read in place: constant data, nothing is parsed at the start.
//
//   gazetteer::find("ningbo")   →  {city, "Ningbo", CN, population 3491597}
//   gazetteer::find("ministry") →  {head}, {tail}
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tally::gazetteer {

// In the order of tools/make-gazetteer; a key's entries are sorted by kind, then the most populous
// first.
enum class Kind : std::uint8_t {
  country,
  people,
  region,       // continents, seas, the Middle East
  subdivision,  // provinces, states
  city,
  given_name,
  organisation,
  outlet,  // news agencies, papers, broadcasters
  person,
  title,       // stands before a name: Mr, President
  role,        // what somebody is: spokesman, officials
  head,        // "Ministry of …"
  tail,        // "… Ministry", "… Corp"
  place_head,  // "Lake …"
  place_tail,  // "… Province"
  numbered,    // takes a number into the name: Office 39, Boeing 737
  particle,    // de, van, bin
  joiner,
  common,  // capitalised at the start of a sentence or a headline, and no name
  group,
  work,
  calendar,      // months, weekdays, holidays
  family_first,  // family names that stand before the given name
  prefix         // the first word of some entry of several words
};

struct Entry {
  std::uint32_t key;  // these three are offsets into the texts
  std::uint32_t name;
  std::uint32_t admin;
  std::uint32_t population;
  Kind kind;
  std::uint8_t run;  // how many entries the key has
  char country[2];   // NOLINT(modernize-avoid-c-arrays): a layout in the file
};
static_assert(sizeof(Entry) == 20);

// The key of a name: lower case, straight apostrophes, single spaces.
[[nodiscard]] std::string key_of(std::string_view name);
// `key` as made by key_of.
[[nodiscard]] std::span<const Entry> find(std::string_view key);
// A bit for each kind that an entry of the key has: `1 << kind`.
[[nodiscard]] std::uint32_t kinds(std::string_view key);
// A key of several words, and the keys that it begins with, gone through once for all of them.
class Beginnings {
 public:
  explicit Beginnings(std::string key);
  [[nodiscard]] std::size_t size() const { return key_.size(); }
  // The kinds of its first so many bytes.
  [[nodiscard]] std::uint32_t kinds(std::size_t size) const;

 private:
  static constexpr std::size_t kHashed = 63;  // bytes; names are hardly longer
  std::string key_;
  std::array<std::uint32_t, kHashed + 1> hashes_;  // by size
};
[[nodiscard]] constexpr std::uint32_t bit(Kind kind) {
  return 1U << static_cast<unsigned>(kind);
}

[[nodiscard]] std::string_view name(const Entry& entry);
[[nodiscard]] std::string_view admin(const Entry& entry);    // "Texas"; empty where not known
[[nodiscard]] std::string_view country(const Entry& entry);  // "CN"; empty where none
// "CN" → "China"; empty where no such country.
[[nodiscard]] std::string_view country_name(std::string_view code);

}  // namespace tally::gazetteer
