// The compiled vocabulary, as tools/vocabulary writes it and Vocabulary reads it: one block of
// bytes, tables of fixed records after a header, in the byte order of the machine that builds it.
//
//   header | class sets | hash table | synsets | senses | blocks of entries | summaries | more characters
//
// Words are sorted by how often WordNet's tagged texts use them, so that the common ones lie close
// together. Word 0 is none. What is asked most stands apart, four bytes a word.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "tally/syntax.h"
#include "text/word_class.h"

namespace tally::format {

inline constexpr std::uint32_t kVersion = 5;
inline constexpr std::size_t kLongestWord = 64;  // bytes; longer ones are in no vocabulary

// A word has at most one lemma of each of these.
using Slot = std::uint8_t;
inline constexpr Slot kNoun = 0;
inline constexpr Slot kVerb = 1;
inline constexpr Slot kAdjective = 2;
inline constexpr Slot kAdverb = 3;
inline constexpr Slot kOther = 4;  // the closed classes
inline constexpr Slot kSlots = 5;

[[nodiscard]] constexpr Slot slot_of(Pos pos) {
  switch (pos) {
    case Pos::noun:
    case Pos::propn:
      return kNoun;
    case Pos::verb:
    case Pos::aux:
      return kVerb;
    case Pos::adj:
      return kAdjective;
    case Pos::adv:
      return kAdverb;
    default:
      return kOther;
  }
}

struct ClassSet {
  std::array<std::uint64_t, 3> bits{};
  [[nodiscard]] constexpr bool has(WordClass word_class) const {
    const auto at = static_cast<std::size_t>(word_class);
    return ((bits[at / 64] >> (at % 64)) & 1U) != 0;
  }
  [[nodiscard]] constexpr bool meets(const ClassSet& other) const {
    return ((bits[0] & other.bits[0]) | (bits[1] & other.bits[1]) | (bits[2] & other.bits[2])) != 0;
  }
  constexpr void add(WordClass word_class) {
    const auto at = static_cast<std::size_t>(word_class);
    bits[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  constexpr void remove(WordClass word_class) {
    const auto at = static_cast<std::size_t>(word_class);
    bits[at / 64] &= ~(std::uint64_t{1} << (at % 64));
  }
  constexpr void add(const ClassSet& other) {
    for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
  }
  friend constexpr auto operator<=>(const ClassSet&, const ClassSet&) = default;
};
static_assert(static_cast<std::size_t>(WordClass::count) <= sizeof(ClassSet) * 8);

struct Entry {
  std::uint32_t text = 0;  // first character, from the first block on
  std::uint8_t text_size = 0;
  std::uint8_t self = 0;                      // slots in which the word is a lemma by itself, as bits
  std::array<std::uint32_t, kSlots> lemma{};  // 0: not of this part of speech
  std::uint32_t noun_root = 0;
  std::uint32_t adjective_root = 0;
  std::uint32_t senses = 0;  // first of the noun senses; the verb senses follow them
  std::uint8_t noun_senses = 0;
  std::uint8_t verb_senses = 0;
  std::uint8_t common = 0;     // the slot of most uses, kSlots where nothing is known
  std::uint8_t dominance = 0;  // of that slot: 3 for 95 % of the uses, 2 for 75 %, else 1
};

// The slots that the word may be, as bits.
[[nodiscard]] constexpr std::uint8_t slots_of(const Entry& entry) {
  unsigned slots = 0;
  for (std::size_t i = 0; i < kSlots; ++i) slots |= entry.lemma[i] != 0 ? 1U << i : 0U;
  return static_cast<std::uint8_t>(slots);
}

// What is asked of a word most.
struct Summary {
  std::uint16_t class_set = 0;
  std::uint8_t slots = 0;  // that the word may be, as bits
  std::uint8_t self = 0;   // as in its entry; and a bit of its own:
};
// Some phrase of two words or more that tells an event ("bomb attack") ends with this one, or with its lemma.
inline constexpr std::uint8_t kEndsHappening = 0x80;

// A place of the hash table: the word, and above it the lower bits of its hash, so that hardly a look-up
// leaves the table in vain. Four bytes, and the table two thirds full: it has to stay in the cache.
using Slotted = std::uint32_t;
inline constexpr unsigned kWordBits = 18;
[[nodiscard]] constexpr std::uint32_t word_in(Slotted slotted) {
  return slotted & ((1U << kWordBits) - 1);
}
[[nodiscard]] constexpr Slotted check_of(std::uint64_t hash) {
  return static_cast<Slotted>(hash) << kWordBits;
}
[[nodiscard]] constexpr bool may_be(Slotted slotted, std::uint64_t hash) {
  return (slotted ^ check_of(hash)) >> kWordBits == 0;
}

struct Synset {
  std::uint32_t parent = 0;  // synset; 0: none
  std::uint32_t word = 0;    // its first word of one piece, or 0
};

struct Header {
  std::uint32_t version = kVersion;
  std::uint32_t entries = 0;
  std::uint32_t table = 0;  // a power of two
  std::uint32_t class_sets = 0;
  std::uint32_t senses = 0;
  std::uint32_t synsets = 0;
  std::uint32_t text_size = 0;
  std::uint32_t classes = static_cast<std::uint32_t>(WordClass::count);
};

// Multiply and fold, eight bytes at a time.
[[nodiscard]] inline std::uint64_t hash(std::string_view word) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15ULL;
  std::uint64_t state = word.size() * kFactor;
  const char* at = word.data();
  std::size_t left = word.size();
  const auto mix = [&](std::uint64_t value) {
    state = (state ^ value) * kFactor;
    state ^= state >> 29U;
  };
  for (; left >= 8; left -= 8, at += 8) {
    std::uint64_t value = 0;
    std::memcpy(&value, at, 8);
    mix(value);
  }
  std::uint64_t value = 0;
  if (left >= 4) {
    std::uint32_t head = 0;
    std::uint32_t tail = 0;
    std::memcpy(&head, at, 4);
    std::memcpy(&tail, at + left - 4, 4);
    value = (std::uint64_t{head} << 32U) | tail;
  } else if (left > 0) {
    value = (std::uint64_t{static_cast<unsigned char>(at[0])} << 16U) |
            (std::uint64_t{static_cast<unsigned char>(at[left / 2])} << 8U) |
            static_cast<unsigned char>(at[left - 1]);
  }
  mix(value);
  return state * kFactor;
}

}  // namespace tally::format
