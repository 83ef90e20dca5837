// The grammar engine: vocabularies (*.tsv) and patterns (*.rules) of lexicon/<language>/ → one matcher,
// compiled once. Numbers, quantities and dates are read by it; docs/grammar.md has the notation.
//
//   million<TAB>multiplier<TAB>1000000
//   rule month-day: <month:m> <int(1..31):d> => <date> date(month=m, day=d)
//
// A cascade of finite-state layers, each over the results of the one before (Hobbs et al. 1997,
// FASTUS); patterns are indexed by what they can begin with, so that a token of no grammar class
// costs one look-up, and a sentence is cut into islands first. No pattern looks at more than a bounded number
// of tokens: linear time.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mention/lexicon.h"
#include "mention/numeral.h"
#include "mention/table.h"
#include "tally/article.h"
#include "tally/decimal.h"
#include "tally/result.h"

namespace tally::grammar {

using Symbol = std::uint32_t;  // an interned word: a class, a unit, a name; 0: none

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
struct Item {
  Symbol kind = 0;
  std::uint32_t begin = 0;  // tokens, half-open
  std::uint32_t end = 0;
  std::uint32_t meaning = 0;
  std::uint32_t next = 0;  // the next item at the same place, or kNone
  std::uint32_t first_child = 0;
  std::uint16_t children = 0;
  std::uint16_t rule = 0;  // 0: a vocabulary entry or number token
};

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
// A split keeps the number of its look in `symbol`.
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
  Range choices;            // of the grammar's
  std::uint64_t words = 0;  // where all of them are words, as bits of word_bit
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
// What a rule needs: sets of which something must stand in the sentence, as bits (grammar_index.cc).
struct Needs {
  std::array<std::uint64_t, 4> bits{};
  void add(const Needs& other) {
    for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
  }
  [[nodiscard]] bool are_met_by(const Needs& there) const {
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < bits.size(); ++i) missing |= bits[i] & ~there.bits[i];
    return missing == 0;
  }
  friend bool operator==(const Needs&, const Needs&) = default;
};
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
  friend auto operator<=>(const Look&, const Look&) = default;
};
// At a split: what either way can go on with.
struct Ways {
  Look next;
  Look other;
};
// A rule at something that it can begin with, what can stand second in it, what it needs, and which
// integers it begins with: most attempts end on one of these looks.
struct Start {
  std::uint16_t rule = 0;
  std::uint8_t rank = 0;
  std::uint8_t integers = 0;  // which of the grammar's sets; 0: any
  std::uint16_t needs = 0;    // which of the grammar's; 0: nothing
  std::uint16_t second = 0;   // which of the grammar's looks
};
// The starts of one rank at one beginning, and what any of them can begin with and have second.
struct Group {
  Range starts;
  Look second;
  std::uint64_t integers = 0;
};
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
// In which ranks a rule may begin with a class or a literal word, as bits, and the group of starts of
// the first of them; those of the others follow. And which needs of rules it meets.
struct Beginnings {
  std::uint32_t ranks = 0;
  std::uint32_t first_group = 0;
  std::uint32_t meets = 0;  // which of the grammar's needs; 0: none
};
// std::popcount is a call into libgcc where the processor is not known to have an instruction for it.
constexpr std::uint32_t count_bits(std::uint32_t bits) {
  bits -= (bits >> 1U) & 0x55555555U;
  bits = (bits & 0x33333333U) + ((bits >> 2U) & 0x33333333U);
  return (((bits + (bits >> 4U)) & 0x0F0F0F0FU) * 0x01010101U) >> 24U;
}
struct Word {  // a lower-case form that the grammar knows
  std::uint32_t first_entry = 0;
  std::uint16_t entries = 0;
  Beginnings beginnings;
};
// How a token is written, as far as its neighbours ask: a mark, a word without and with a capital, a number,
// letters and digits in one.
enum class Form : std::uint8_t { mark, small, capital, number, mixed };
inline constexpr std::size_t kForms = 5;
inline constexpr std::uint16_t kCore = 1;   // every match has such a token
inline constexpr std::uint16_t kAlone = 2;  // a rule may match on it alone
// What a token may be joined to in one match, as numbers into Grammar::joins.
struct Joint {
  std::uint16_t after = 0;   // what it can go on with
  std::uint16_t before = 0;  // what it can go on
  std::uint16_t flags = 0;
};
struct Shape {  // of words that go with the same neighbours
  std::array<Joint, kForms> forms{};
  bool begins_phrase = false;
  bool continues_phrase = false;
};
struct WordSlot {  // of the hash table
  std::uint32_t hash = 0;
  std::uint32_t word = 0;
};
}  // namespace detail

// A compiled grammar: immutable, shared by all threads.
class Grammar {
 public:
  static constexpr int kRanks = 32;

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
  friend class Chart;
  friend class Store;

  static std::uint64_t next_serial();
  static std::vector<Produce> functions_of(std::span<const Function> functions);
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
  // Rules by what they can begin with, and rank.
  Table<detail::Beginnings> kind_beginnings_;  // by class
  Table<detail::Group> start_groups_;
  Table<detail::Needs> needs_ = {{}};
  Table<std::uint64_t> integers_ = {detail::kAnyInteger};
  Table<detail::Look> looks_;  // of starts
  Table<detail::Ways> ways_;   // of splits
  Table<detail::Start> starts_;
  Table<std::uint32_t> ranks_used_;
  // Which tokens may stand side by side in one match (grammar_neighbours.cc): a row of bits for all that can
  // come next, and a last one of the wildcards (<word>, <capital>) that can.
  Table<detail::Shape> shapes_;
  Table<std::uint16_t> word_shapes_;  // by word
  Table<std::uint64_t> joined_;
  Table<std::uint16_t> kind_afters_;  // by class: what a phrase of it can go on with
  Table<std::uint16_t> wild_afters_;  // by wildcard
  std::uint64_t wild_words_ = 0, wild_capitals_ = 0;
  std::uint64_t wild_early_ = 0;  // of which no core need stand before
  std::uint32_t joined_stride_ = 0;
  bool is_cut_by_neighbours_ = false;
  std::vector<Produce> functions_;                // by Rule::function
  bool has_suffixes_ = false;                     // words are cut (grammar_cut.cc)
  Symbol numeral_ = 0;                            // the classes of number tokens
  Symbol colons_ = 0;                             // "10:30"
  Symbol points_ = 0;                             // "12.03.2016"
  Symbol code_ = 0;                               // the class of letters that may stand glued before digits
  Symbol dollar_letters_ = 0, glued_dollar_ = 0;  // the letters of "$US55", and "US55"
  Symbol letter_sign_ = 0, glued_letter_ = 0;     // the letter of "P50,000", and "P5" of "P5 million"
  Symbol glued_code_ = 0;                         // "USD115"

  [[nodiscard]] std::uint32_t find_word(std::string_view lower_case) const;
  [[nodiscard]] std::uint32_t find_form(std::string_view word) const;  // in any letter case
  [[nodiscard]] bool joins(std::uint32_t after, std::uint32_t before) const {
    return (joined_[std::size_t{after} * joined_stride_ + before / 64] >> before % 64 & 1U) != 0;
  }
  [[nodiscard]] std::uint64_t wildcards_after(std::uint32_t after) const {
    return joined_[std::size_t{after + 1} * joined_stride_ - 1];
  }
  // The group of the rules that may begin with what has these beginnings, in a rank that is among them.
  [[nodiscard]] static std::uint32_t group(const detail::Beginnings& beginnings, int rank) {
    const auto before = beginnings.ranks & ((1U << static_cast<unsigned>(rank)) - 1);
    return beginnings.first_group + detail::count_bits(before);
  }
};

// The work on one stretch of tokens. Keep one and reuse it: its buffers stay.
class Chart {
 public:
  explicit Chart(const Grammar& grammar);

  // Reads the tokens of one sentence. What was read before is forgotten. Where the grammar has
  // suffixes, words that are written together are cut first ("208" "명이" → "208" "명" "이"), and the
  // items' token numbers are those of the pieces: only span() leads back to the text.
  void parse(const Article& article, Range tokens);
  // How the text writes numbers, for the sentences that are read from now on.
  void set_habit(Habit habit) { habit_ = habit; }
  [[nodiscard]] Span span(Range tokens) const {
    return {token(tokens.begin).span.begin, token(tokens.end - 1).span.end};
  }
  [[nodiscard]] Span span(const Item& item) const { return span(Range{item.begin, item.end}); }

  [[nodiscard]] Range tokens() const { return range_; }
  // By its place in the chart, which is its place in the article unless tokens were cut.
  [[nodiscard]] const Token& token(std::uint32_t at) const { return tokens_[at]; }
  // Whether tokens were cut or joined, so that the chart's places are not those of the article.
  [[nodiscard]] bool is_cut() const { return tokens_ == cut_.data() && !cut_.empty(); }
  // The items that begin at a token of a match, longest first, rule products before vocabulary entries.
  [[nodiscard]] std::uint32_t first_at(std::uint32_t token) const { return heads_[token - range_.begin]; }
  [[nodiscard]] const Item& item(std::uint32_t at) const { return items_[at]; }
  [[nodiscard]] const Meaning& meaning(const Item& item) const {
    const std::size_t fixed = grammar_->meanings_.size();
    return item.meaning < fixed ? grammar_->meanings_[item.meaning] : meanings_[item.meaning - fixed];
  }
  [[nodiscard]] std::span<const std::uint32_t> children(const Item& item) const;
  // Whether an item of a class begins at the token and ends up to there.
  [[nodiscard]] bool has(std::uint32_t token, Symbol kind, std::uint32_t end = kNone) const;
  // Products of rules that no other product covers, from left to right.
  [[nodiscard]] const std::vector<std::uint32_t>& tops() const { return tops_; }
  [[nodiscard]] const Grammar& grammar() const { return *grammar_; }

 private:
  // The state of one attempt: which rule, what has matched so far.
  struct Match {
    static constexpr std::size_t kMostPieces = 24;
    std::uint16_t rule = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint8_t count = 0;
    std::array<Piece, kMostPieces> pieces{};
    std::array<std::uint32_t, kMostPieces> items{};
    std::array<std::uint8_t, 16> slots{};  // by slot: the piece + 1
    Meaning made;
  };

  // What it has learnt of the vocabulary's words: which words of the grammar they are. Few stretches of the
  // vocabulary are met: the others take no memory.
  struct Known {
    static constexpr std::size_t kStretch = 64;
    std::vector<std::uint32_t> places;  // by stretch: of its first word; 0: nowhere yet
    std::vector<std::uint32_t> words;   // and one; 0: not met. With kDigitEdge
    std::uint32_t& word(std::uint32_t word);
  };

  [[nodiscard]] std::uint32_t find_word(const Token& token);
  std::uint32_t learn_word(const Token& token);
  static constexpr std::uint32_t kDigitEdge = 1U << 31U;  // of a token that begins or ends with a digit
  void cut_tokens(Range tokens);
  [[nodiscard]] std::uint32_t code_size(const Token& token) const;
  [[nodiscard]] Index end_of_amount(Index token, Index end) const;
  [[nodiscard]] bool has_glued_amount(Range tokens) const;
  [[nodiscard]] bool is_run_of_units(Index token, Range tokens) const;
  void cut_run_of_units(Index token);
  void cut_code(Index token, Index last);
  void cut_word(const Token& word, bool after_digit);
  // What was found out of a group of rules before what stood second: the same is asked again and again.
  struct Seen {
    std::uint32_t group = kNone;
    std::uint32_t found = 0;
    detail::Look second;
    std::uint64_t integers = 0;
    [[nodiscard]] bool is_of(std::uint32_t g, const detail::Look& s, std::uint64_t i) const {
      return group == g && second.items == s.items && second.integers == s.integers && integers == i;
    }
  };
  struct SeenTable {
    static constexpr std::size_t kSlots = 1024;
    std::vector<Seen> slots = std::vector<Seen>(kSlots);
    Seen& at(std::uint32_t group, const detail::Look& second, std::uint64_t integers) {
      const std::uint64_t hash =
          (second.items * 0x9E3779B97F4A7C15U ^ second.integers * 0xC2B2AE3D27D4EB4FU) + integers +
          group * std::uint64_t{0x85EBCA6B27D4EB2F};
      return slots[hash * 0x9E3779B97F4A7C15U >> 54U];
    }
  };
  struct Made {  // of a token with digits
    std::uint32_t token = 0;
    Symbol kind = 0;
    std::uint32_t meaning = 0;  // of the chart's
  };
  // The spelling of a token: bits, then its detail::Form.
  static constexpr std::uint32_t kIsWord = 1, kIsCapital = 2, kSpaced = 4, kIsSuffix = 8, kFormBits = 4;
  // What goes on at a place where the sentence is cut into islands.
  struct Joining {
    std::uint32_t after = 0;       // what the token before can go on with
    std::uint32_t phrase_end = 0;  // of the longest phrase so far
    std::uint64_t wild = 0;        // the wildcards that the token before may be
    std::uint64_t open = 0;        // those that may come in the island as it is
  };
  struct Phrase {
    std::uint32_t end = 0;
    std::uint32_t after = 0;
  };
  void find_islands();
  [[nodiscard]] const detail::Shape& shape_at(std::uint32_t at) const {
    return grammar_->shapes_[grammar_->word_shapes_[words_[at - range_.begin]]];
  }
  [[nodiscard]] static std::uint32_t spelling_of(const Token& token, bool digit_edge);
  [[nodiscard]] std::uint64_t wildcards_at(std::uint32_t at) const;
  void join_phrases(std::uint32_t at, Joining& joining);
  [[nodiscard]] bool is_joined(std::uint32_t at, const detail::Joint& joint, Joining& joining);
  [[nodiscard]] bool is_joined_by_more(std::uint32_t at, const detail::Joint& joint, Joining& joining);
  [[nodiscard]] bool has_phrase(const detail::Entry& entry, std::uint32_t at) const;
  [[nodiscard]] bool stands(const detail::Entry& entry, std::uint32_t at) const;
  void find_words();
  void read_island(Range island);
  void read_digits(std::uint32_t at);
  void arm_token(std::uint32_t at);
  void run_ranks(Range island);
  void add_tops();
  void read_stop();
  [[nodiscard]] bool goes_on(std::uint32_t at, std::uint32_t next) const;
  void read_number(std::uint32_t token);
  void read_suffixed(std::uint32_t token);
  void read_prefixed(std::uint32_t token);
  void add_one(std::uint32_t token, Symbol kind, const Meaning& meaning);
  void link(Item item);
  void read_entries(std::uint32_t token);
  [[nodiscard]] std::uint64_t places_of_rank(std::size_t first, int rank) const;
  void run_rank(int rank);
  std::uint32_t run_place(std::uint32_t at, int rank);
  void run_rules(std::uint32_t group, const Item* first, std::uint32_t at, Match& best);
  void walk(Match& match, std::uint16_t at, std::uint32_t token, Match& best);
  [[nodiscard]] bool may_begin(const detail::Instruction& step, std::uint32_t token) const;
  void walk_items(Match& match, const detail::Instruction& step, std::uint32_t token, Match& best);
  void walk_token(Match& match, const detail::Instruction& step, std::uint32_t token, Match& best);
  void accept(Match& match, std::uint32_t token, Match& best);
  bool produce(const Match& match, std::uint32_t end, Meaning& out) const;
  [[nodiscard]] bool any_fits(std::uint16_t choice, std::uint32_t token) const;
  [[nodiscard]] bool fits(const detail::Instruction& step, const Item& item) const;
  [[nodiscard]] bool fits_token(const detail::Instruction& step, std::uint32_t token) const;
  [[nodiscard]] bool holds_before(const detail::Rule& rule, std::uint32_t token) const;
  [[nodiscard]] bool ends_before(const detail::Instruction& choice, std::uint32_t token) const;
  void show(const Item& item);
  [[nodiscard]] Item product_of(const Match& match);
  void note(std::uint32_t at, const detail::Beginnings& beginnings);
  [[nodiscard]] std::uint64_t integers_at(const Item& item) const;
  [[nodiscard]] std::uint32_t live_ranks(const detail::Beginnings& beginnings, std::uint32_t second,
                                         std::uint64_t integers);
  [[nodiscard]] std::span<const std::uint32_t> starts_before(std::uint32_t group, const detail::Look& second,
                                                             std::uint64_t integers);
  void look_again(std::uint32_t at);
  void tell_before(std::uint32_t at);
  void keep(const Match& best);

  [[nodiscard]] std::uint32_t& head(std::uint32_t at) { return heads_[at - range_.begin]; }

  static constexpr std::uint32_t kCovered = 1;  // inside a product, not at its start
  static constexpr std::uint32_t kUnread = 2;   // in no island

  const Grammar* grammar_;
  Known known_;
  const Article* article_ = nullptr;
  const Token* tokens_ = nullptr;  // the article's, or cut_
  std::vector<Token> cut_;
  Range range_;
  std::vector<std::uint32_t> heads_;     // by token: its first item
  std::vector<std::uint32_t> words_;     // by token: its word in the grammar
  std::vector<std::uint8_t> spellings_;  // by token
  std::vector<Made> digits_;             // of the tokens of the island
  std::uint32_t any_ranks_ = 0;          // all of them together
  detail::Needs met_;                    // what rules may need and stands in the sentence
  std::vector<std::uint32_t> ranks_;     // by token: in which ranks a rule may match there
  std::vector<detail::Look> there_;      // by token: the classes, the word and the number there
  std::uint32_t longest_ = 1;            // of the items, in tokens
  std::vector<std::uint32_t> covered_;   // by token: kCovered, kUnread
  std::vector<std::uint32_t> active_;    // tokens of the island at which something may begin
  std::vector<Range> islands_;           // of the sentence
  std::vector<Phrase> phrases_;          // that end further on
  std::vector<Item> items_;
  Habit habit_ = Habit::unknown;
  std::vector<std::uint32_t> children_;
  std::vector<Meaning> meanings_;
  std::vector<std::uint32_t> tops_;
  std::uint32_t steps_ = 0;
  Match scratch_;
  Match best_;
  bool has_glue_ = false;  // a token of the sentence may be an amount and its unit in one
  SeenTable seen_ranks_, seen_starts_;
  std::vector<std::uint32_t> start_lists_;  // of seen_starts_: how many, then which
};

// What this thread keeps for a grammar that stays as long as the program does: a chart with its buffers,
// a table of symbols. It is made of the grammar when it is first asked for.
template <class Work>
Work& kept_for(const Grammar& grammar) {
  static thread_local std::vector<std::pair<std::uint64_t, std::unique_ptr<Work>>> kept;
  for (auto& [serial, work] : kept) {
    if (serial == grammar.serial()) return *work;
  }
  return *kept.emplace_back(grammar.serial(), std::make_unique<Work>(grammar)).second;
}

// The grammar of a language by the names of its vocabularies and rules, compiled on first use
// and kept. Null where the language has none of them, or where a file of it is broken: then
// `problems` tells which file and line.
const Grammar* grammar_of(std::string_view language, std::span<const std::string_view> names,
                          std::span<const Function> functions);
[[nodiscard]] std::vector<Error> problems();

}  // namespace tally::grammar
