// What a grammar is compiled to: words, vocabulary entries, and rules as programs of a small matching
// machine. Flat rows, read where they lie in the program (table.h).
//
//   <number:n> "-"? <unit:u>     kind number · split · word "-" · kind unit · accept
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "tally/syntax.h"

namespace tally::grammar {

using Symbol = std::uint32_t;  // an interned word: a class, a unit, a name; 0: none

namespace detail {
enum class Op : std::uint8_t {
  kind,
  word,
  integer,
  numeral,
  any_word,
  capital,
  jump,
  split,
  glued,
  apart,
  start,
  not_ahead,
  ahead,
  accept
};
// Twelve bytes: the program of a grammar is walked all the time and has to stay in the cache.
// A split keeps the number of its look in `symbol`, the end of a rule the rule.
struct Instruction {
  Op op = Op::accept;
  std::uint8_t slot = 0;  // 0: not captured
  std::uint16_t next = 0;
  std::uint16_t other = 0;   // split: the second choice; not_ahead: where to go on
  std::uint16_t bounds = 0;  // integer: which of the grammar's bounds
  Symbol symbol = 0;         // class or literal word; the class of numerals for integer and numeral
};
struct Bounds {  // of an integer
  std::int64_t low = 0, high = INT64_MAX;
  std::int64_t digits = 0;  // 0: any count
  friend bool operator==(const Bounds&, const Bounds&) = default;
};
struct Condition {  // on the token before
  bool wanted = true;
  Range choices;  // of the grammar's
  std::uint64_t told =
      0;  // where what stands before tells, as bits of word_bit and kind_bit, and kBehindCapital
};
struct Argument {
  std::uint8_t parameter = 0;
  std::uint8_t slot = 0;       // 0: the constant
  std::uint32_t constant = 0;  // meaning index
};
struct Rule {
  int rank = 0;
  Symbol kind = 0;
  std::uint16_t entry = 0;
  std::uint16_t function = 0;  // 0: the meaning of the first captured piece
  Range before;                // of the grammar's conditions
  Range arguments;             // of the grammar's
};
struct Passing {  // a rule that passes on what one piece means as something of another class
  Symbol kind = 0;
  std::uint16_t rule = 0;
  std::uint16_t rank = 0;
};
struct Chain {      // what an item of a class is passed on as, one out of the other: of the grammar's passes
  Symbol from = 0;  // the class
  std::uint16_t first = 0;
  std::uint16_t count = 0;
};
struct Entry {  // one vocabulary line
  Symbol kind = 0;
  std::uint32_t meaning = 0;
  std::uint32_t rest = 0;  // words after the first: an index into phrase_words_
  std::uint16_t rest_count = 0;
  std::uint8_t form = 0;  // kAnyCase, kExactCase, kCapital
  std::uint32_t exact = 0;
};
// kSuffix: hangs on the end of words that are written together; kDigit goes before it where a kRun
// (ten, hundred) stands before.
enum EntryForm : std::uint8_t { kAnyCase, kExactCase, kCapital, kSuffix, kDigit, kRun };
// What may stand at a place: classes and words, as bits of kind_bit and word_bit, and number tokens, as
// bits of bounds_bit.
struct Look {
  std::uint64_t items = 0;
  std::uint64_t integers = 0;
  void add(const Look& other) {
    items |= other.items;
    integers |= other.integers;
  }
  [[nodiscard]] bool sees(const Look& there) const {
    return ((items & there.items) | (integers & there.integers)) != 0;
  }
};
// How a token is written, and where it stands, as bits.
inline constexpr std::uint32_t kIsWord = 1, kIsCapital = 2, kSpaced = 4, kIsSuffix = 8, kOpens = 16,
                               kCovered = 32, kPastEnd = 64;
inline constexpr std::uint32_t kSpelling = 15;
// What rules ask for at some point of theirs: classes, words and numbers; those of them that may stand inside
// something else; marks of how it is written.
struct Asked {
  Look look;
  Look covered;
  std::uint32_t marks = 0;
  void add(const Asked& other) {
    look.add(other.look);
    covered.add(other.covered);
    marks |= other.marks;
  }
};
// At a split: what either way can go on with.
struct Ways {
  Look next;
  Look other;
};
inline constexpr std::uint64_t kBehindCapital = std::uint64_t{1} << 63U;
// Bits 0 to 62; bit 63 stands for any number token, whole or not.
inline constexpr std::uint64_t kAnyNumeral = std::uint64_t{1} << 63U;
inline constexpr std::uint64_t kAnyInteger = ~std::uint64_t{0};
inline std::uint64_t bounds_bit(std::size_t bounds) {
  return std::uint64_t{1} << bounds % 63;
}
// Bits 0 to 62; bit 63 stands for nothing at all (grammar_chart.cc).
inline std::uint64_t kind_bit(Symbol kind) {
  return std::uint64_t{1} << (((kind * 0x9E3779B1U) >> 16U) * 63U >> 16U);
}
inline std::uint64_t word_bit(std::uint32_t word) {
  return std::uint64_t{1} << (((word * 0x85EBCA6BU) >> 16U) * 63U >> 16U);
}
// The rules that may begin with a class or a literal word: of the grammar's starts.
struct Beginnings {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};
struct Word {  // a lower-case form that the grammar knows
  std::uint32_t first_entry = 0;
  std::uint16_t entries = 0;
  bool is_literal : 1 = false;  // some rule reads or looks for this very word
  bool is_exact : 1 = false;    // an entry of it is matched in one letter case only
  std::uint8_t chain = 0;       // of the grammar's, for the one entry that is passed on; 0: none
  Beginnings beginnings;
  std::array<std::uint64_t, 4> nexts{};  // what stands second in its phrases, as bits

  [[nodiscard]] bool may_go_on_with(std::uint32_t word) const {
    return word != 0 && (nexts[word / 64 % 4] >> word % 64 & 1U) != 0;
  }
  void go_on_with(std::uint32_t word) { nexts[word / 64 % 4] |= std::uint64_t{1} << word % 64; }
};
struct WordSlot {  // of the hash table
  std::uint32_t hash = 0;
  std::uint32_t word = 0;
};
}  // namespace detail

}  // namespace tally::grammar
