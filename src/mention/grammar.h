// The grammar engine: vocabularies (*.tsv) and patterns (*.rules) of lexicon/<language>/ → one matcher,
// compiled once. Numbers, quantities and dates are read by it; docs/grammar.md has the notation.
//
//   million<TAB>multiplier<TAB>1000000
//   rule month-day: <month:m> <int(1..31):d> => <date> date(month=m, day=d)
//
// A cascade of finite-state layers, each over the results of the one before (Hobbs et al. 1997,
// FASTUS); which patterns may match where is told by an automaton over what stands at the places
// (grammar_automaton.h), so that a token of no grammar class costs one look-up. No pattern looks at more
// than a bounded number of tokens: linear time. Texts are read by it in grammar_chart.h.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mention/grammar_program.h"
#include "mention/lexicon.h"
#include "mention/numeral.h"
#include "mention/table.h"
#include "tally/article.h"
#include "tally/decimal.h"
#include "tally/result.h"

namespace tally::grammar {

// What a piece of text means: the value of a vocabulary entry or the product of a rule. The
// fields belong to whoever writes the producing functions; the engine itself fills `number`,
// `step` and `digits` of number tokens and `number` or `symbol` of vocabulary entries.
struct Meaning {
  Decimal number;
  Decimal high;      // the upper end of a range
  Decimal step = 1;  // one unit of the last printed digit
  Symbol symbol = 0;
  Symbol second = 0;
  std::uint32_t flags = 0;
  std::uint16_t digits = 0;             // of a number token made of nothing but digits: how many
  std::array<std::int16_t, 16> part{};  // the domain's own: dates keep year, month, day … here
};

// One matched piece: a vocabulary entry, a number token, a literal (no meaning) or an earlier
// rule's product.
struct Piece {
  Symbol kind = 0;  // its class; 0 for a literal
  Range tokens;
  const Meaning* meaning = nullptr;
};

class Grammar;

// What a producing function is called with.
struct Call {
  const Grammar& grammar;
  const Article& article;
  const Token* all_tokens;  // what the ranges of pieces index
  Range tokens;
  std::span<const Piece> pieces;  // all that matched, in order
  // By the order of Function::parameters; null where the rule or the text gives none.
  std::array<const Meaning*, 12> arguments;

  [[nodiscard]] std::string_view text(const Piece& piece) const {
    return article.text(
        Span{all_tokens[piece.tokens.begin].span.begin, all_tokens[piece.tokens.end - 1].span.end});
  }
};
// Fills `out`; false: this is no such thing after all (month 13), the match is dropped.
using Produce = bool (*)(const Call& call, Meaning& out);

struct Function {
  std::string_view name;
  std::vector<std::string_view> parameters;
  Produce produce;
};

// A result: what class, where, what it means, which rule, and what it was made of.
inline constexpr std::uint32_t kNoItem = 0;
struct Item {
  Symbol kind = 0;
  std::uint32_t begin = 0;  // tokens, half-open
  std::uint32_t end = 0;
  std::uint32_t meaning = 0;
  std::uint32_t next = kNoItem;  // the next item at the same place
  std::uint32_t first_child = 0;
  std::uint16_t children = 0;
  std::uint16_t rule = 0;  // 0: a vocabulary entry or number token
};

// A compiled grammar: immutable, shared by all threads.
class Grammar {
 public:
  static constexpr int kRanks = 32;
  static constexpr std::size_t kMostPasses = 15;  // of a chain

  // The named vocabularies and rules ("numbers" is numbers.tsv and numbers.rules, where there),
  // in this order. Errors name file and line.
  static Result<Grammar> compile(std::span<const lexicon::File> files, std::span<const Function> functions);

  // 0 where nothing uses it. A search: what asks often keeps the answer (kept_for).
  [[nodiscard]] Symbol symbol(std::string_view text) const;
  [[nodiscard]] std::uint64_t serial() const { return serial_; }  // of this one among all
  [[nodiscard]] std::string_view text(Symbol symbol) const { return symbols_[symbol]; }
  [[nodiscard]] std::string_view rule_name(std::uint16_t rule) const { return rule_names_[rule]; }

 private:
  friend class Compiler;
  friend class Automaton;
  friend class Chart;
  friend class Store;

  static std::uint64_t next_serial();
  static std::vector<Produce> functions_of(std::span<const Function> functions);
  static constexpr std::uint8_t kNumeralChain = 1;  // of number tokens
  static constexpr std::size_t kSieveBits = std::size_t{1} << 15U;
  // By a few letters in small case and the size.
  static std::size_t rough_key(std::string_view word);

  std::uint64_t serial_ = 0;  // of this grammar among all that were compiled
  TextTable symbols_;
  Table<Symbol> symbol_order_;  // by their texts
  // Words: open addressing over the lower-case forms, and a bit for each at its rough key.
  Table<std::uint64_t> sieve_;
  Table<detail::WordSlot> slots_;
  TextTable word_texts_;
  Table<detail::Word> words_ = {{}};
  Table<detail::Entry> entries_;
  Table<std::uint32_t> phrase_words_;
  TextTable exact_forms_;
  Table<Meaning> meanings_;
  Table<detail::Rule> rules_ = {{}};
  TextTable rule_names_;
  Table<detail::Condition> conditions_;
  Table<detail::Instruction> choices_;  // of conditions
  Table<detail::Argument> arguments_;
  Table<detail::Instruction> program_;
  Table<detail::Bounds> bounds_ = {{}};
  // Rules by what they can begin with.
  Table<detail::Beginnings> kind_beginnings_;  // by class
  Table<std::uint16_t> starts_;
  Table<detail::Ways> ways_;  // of splits
  detail::Asked beginning_;   // where rules begin
  // Whole numbers are told apart roughly where that is enough: by the stretches between cuts and their
  // digits.
  Table<std::int64_t> cuts_;
  Table<std::int64_t> digit_counts_;     // that some bounds ask for
  Table<std::uint64_t> bounds_in_;       // by stretch and count of digits: the bounds, as bits of bounds_bit
  Table<detail::Passing> passes_;        // of chains
  Table<detail::Chain> chains_ = {{}};   // 0: none
  std::vector<Produce> functions_;       // by Rule::function
  bool has_suffixes_ = false;            // words are cut (grammar_cut.cc)
  Symbol numeral_ = 0;                   // the classes of number tokens
  Symbol colons_ = 0;                    // "10:30"
  Symbol points_ = 0, full_points_ = 0;  // "10.30" and "12.03.2016"; those of three groups
  Symbol code_ = 0;                      // the class of letters that may stand glued before digits
  Symbol dollar_letters_ = 0, glued_dollar_ = 0;  // the letters of "$US55", and "US55"
  Symbol letter_sign_ = 0, glued_letter_ = 0;     // the letter of "P50,000", and "P5" of "P5 million"
  Symbol glued_code_ = 0;                         // "USD115"

  // What the items of a chain are passed on as, by rank.
  [[nodiscard]] std::span<const detail::Passing> passes(std::uint8_t chain) const {
    return passes_.rows(chains_[chain].first, chains_[chain].first + chains_[chain].count);
  }
  [[nodiscard]] std::uint32_t find_word(std::string_view lower_case) const;
  [[nodiscard]] std::uint32_t find_form(std::string_view word) const;  // in any letter case
  // Adds what may be read or looked for next from an instruction on, but for what was seen before.
  void ask_from(std::uint16_t way, std::vector<std::uint16_t>& open, std::vector<std::uint64_t>& seen,
                detail::Asked& asked) const;
};

// The grammar of a language by the names of its vocabularies and rules, compiled on first use
// and kept. Null where the language has none of them, or where a file of it is broken: then
// `problems` tells which file and line.
const Grammar* grammar_of(std::string_view language, std::span<const std::string_view> names,
                          std::span<const Function> functions);
[[nodiscard]] std::vector<Error> problems();

}  // namespace tally::grammar
