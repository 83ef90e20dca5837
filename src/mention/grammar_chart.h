// The work of a grammar on the tokens of one sentence: which items it makes of them. A cascade of ranks,
// each longest first from left to right, over what the vocabulary and the ranks before have made.
//
//   tokens   about  1.2       million  workers
//   rank 0          numeral   multiplier            vocabulary and number tokens
//   rank 1          number────────────              covers "million": nothing begins there later
//   rank 2   hedged─────────────────
//
// At every place where rules may begin an automaton (grammar_automaton.h) tells in which ranks and up to
// where one may match; only those are walked through, for what their pieces are.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "mention/grammar.h"
#include "mention/grammar_automaton.h"
#include "mention/numeral.h"
#include "tally/article.h"

namespace tally::grammar {

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
  // Numerals in digits of which nothing is made are no products then.
  void leave_numerals() { leaves_numerals_ = true; }
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
  [[nodiscard]] std::uint32_t first_at(std::uint32_t token) const {
    return places_[token - range_.begin].head;
  }
  [[nodiscard]] const Item& item(std::uint32_t at) const { return items_[at]; }
  [[nodiscard]] const Meaning& meaning(const Item& item) const {
    const std::size_t fixed = grammar_->meanings_.size();
    return item.meaning < fixed ? grammar_->meanings_[item.meaning] : meanings_[item.meaning - fixed];
  }
  [[nodiscard]] std::span<const std::uint32_t> children(const Item& item) const;
  // Whether an item of a class begins at the token and ends up to there.
  [[nodiscard]] bool has(std::uint32_t token, Symbol kind, std::uint32_t end = kNone) const {
    return (look_at(token).items & detail::kind_bit(kind)) != 0 && has_item(token, kind, end);
  }
  // Whether one of some classes (bits of kind_bit) may begin at the token.
  [[nodiscard]] bool may_have(std::uint32_t token, std::uint64_t kinds) const {
    return (look_at(token).items & kinds) != 0;
  }
  // Products of rules that no other product covers, from left to right.
  [[nodiscard]] const std::vector<std::uint32_t>& tops() const { return tops_; }
  [[nodiscard]] const Grammar& grammar() const { return *grammar_; }

 private:
  // The state of one attempt: which rule, what has matched so far.
  struct Match {
    static constexpr std::size_t kMostPieces = 24;
    std::uint16_t rule = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  // where the match is to end
    std::uint8_t count = 0;
    std::array<Piece, kMostPieces> pieces{};
    std::array<std::uint32_t, kMostPieces> items{};
    std::array<std::uint8_t, 16> slots{};  // by slot: the piece + 1
    Meaning made;
    bool is_found = false;
  };

  // What it has learnt of the vocabulary's words, by their numbers: which of the words met they are, by
  // number and one; 0: not met. Of the table only what is looked at takes memory.
  class Known {
   public:
    static constexpr std::uint16_t kUnmet = 0;
    [[nodiscard]] std::uint16_t met(std::uint32_t word) const { return word < kMost ? met_[word] : kUnmet; }
    void learn(std::uint32_t word, std::size_t met) {
      if (word < kMost && met <= UINT16_MAX) met_[word] = static_cast<std::uint16_t>(met);
    }

   private:
    static constexpr std::size_t kMost = std::size_t{1} << 18U;
    struct Free {
      void operator()(std::uint16_t* met) const { std::free(met); }
    };
    std::unique_ptr<std::uint16_t[], Free> met_{
        static_cast<std::uint16_t*>(std::calloc(kMost, sizeof(std::uint16_t)))};
  };
  // A word as tokens have it, with and without a capital, with and without a space before it: what stands
  // there, and what of it cannot be told by the word alone. The first is all words that mean nothing to the
  // grammar, as most do. Half a line of the cache.
  struct alignas(32) Met {
    std::uint32_t word = 0;   // of the grammar
    std::uint32_t marks = 0;  // kOpen where more depends on how it is written, kDigits, kPassed; and in the
                              // lowest bits whether anything may begin, by how it is written
    std::uint64_t nexts = 0;  // what stands second in its phrases, as bits of next_bit
    std::array<Standing, 4> standings{};  // by way
  };
  static std::uint64_t next_bit(std::uint32_t word) { return word == 0 ? 0 : std::uint64_t{1} << word % 64; }
  // A short word that the vocabulary lacks ("dlrs", "mln"), by its letters.
  struct Lacking {
    std::uint64_t letters = 0;
    std::uint32_t met = 0;  // of met_ and one; 0: not met
    TokenKind kind = TokenKind::word;
  };
  static constexpr std::size_t kLacking = 1024;
  static constexpr std::size_t kShort = sizeof(Lacking::letters);

  // A token with digits only and the like. The same come again and again ("10", "1986"): short ones are kept
  // with what stands where they are.
  struct Number {
    std::uint64_t letters = 0;
    std::optional<Numeral> read;
    Automaton::NumberSort sort;
    std::uint32_t word = 0;  // of the grammar
    Habit habit = Habit::unknown;
    std::array<Standing, 2> standings{};  // without and with a space before it; 0: not asked for yet
  };
  static constexpr std::size_t kNumbers = 512;
  // Nothing but zeros at first: what a sentence has are cleared at once.
  struct Place {
    std::uint64_t phrases_before;  // classes of phrases of the vocabulary that end before it
    std::uint32_t head;            // its first item
    std::uint32_t reach;           // the last place that its reading depends on
    std::uint32_t ranks;           // in which a rule may match there
    std::uint32_t first_ending;    // of what may match there
    std::uint32_t number;          // of numbers_ and one, while no item of it is made
    std::uint16_t endings;
    std::uint8_t chain;             // of what stands there, passed on beforehand
    std::uint8_t passes : 4;        // so far
    std::uint8_t is_cut_short : 1;  // passed on less far than it might have been
    std::uint8_t is_listed : 1;     // what the vocabulary has there is among the items
    std::uint8_t is_covered : 1;    // inside a product, not at its start
    std::uint8_t is_grown : 1;      // a product begins there

    void pass_on(const Grammar& grammar, std::uint8_t by) {
      chain = by;
      passes = static_cast<std::uint8_t>(grammar.passes(by).size() & 15U);
    }
    // Nothing is to be passed on there.
    [[nodiscard]] bool is_passed_on() const { return chain != 0 && is_cut_short == 0 && is_grown == 0; }
  };
  static_assert(sizeof(Place) == 32 && std::is_trivially_default_constructible_v<Place>);

  // Of a place in active_, while standings are found.
  static constexpr std::uint32_t kOpen = 1U << 31U, kDigits = 1U << 30U, kPassed = 1U << 29U,
                                 kPlace = kPassed - 1;

  // Cutting (grammar_cut.cc).
  void cut_tokens(Range tokens);
  [[nodiscard]] std::uint32_t code_size(const Token& token) const;
  [[nodiscard]] std::uint32_t code_size(std::string_view text) const;
  [[nodiscard]] std::uint32_t size_without_multiplier(const Token& token) const;
  void cut_sum(const Token& sum, std::uint32_t size);
  [[nodiscard]] Index end_of_amount(Index token, Index end) const;
  [[nodiscard]] bool has_glued_amount(Range tokens) const;
  [[nodiscard]] bool is_run_of_units(Index token, Range tokens) const;
  void cut_run_of_units(Index token);
  void cut_code(Index token, Index last);
  void cut_word(const Token& word, bool after_digit);

  // Tokens → words and what stands there (grammar_tokens.cc).
  void forget_words();
  void find_words();
  std::uint32_t find_word(std::uint32_t place, const Token& token, const Met& met);
  void open(std::uint32_t place_and_marks) { active_[opened_++] = place_and_marks; }
  void open_phrase(std::uint32_t end);
  void find_odd_word(std::uint32_t place, const Token& token);
  [[nodiscard]] const Met& met(const Token& token);
  [[nodiscard]] std::uint32_t met_short(const Token& token);
  [[nodiscard]] bool is_short(const Token& token) const;
  [[nodiscard]] std::uint64_t letters_of(const Token& token) const;
  [[nodiscard]] std::uint32_t meet(const Token& token);
  [[nodiscard]] std::uint32_t make_met(std::uint32_t word, bool is_word, bool has_digit);
  void read_stop();
  [[nodiscard]] bool goes_on(std::uint32_t at, std::uint32_t next) const;
  void find_standings();
  void stand(std::uint32_t place, bool has_digits);
  void read_digits(std::uint32_t at, Standing& standing);
  void read_number(std::uint32_t token, Standing& standing);
  [[nodiscard]] Number& number_of(const Token& token);
  [[nodiscard]] Number learn_number(std::string_view text);
  [[nodiscard]] bool has_short_entry(std::uint32_t word) const;
  [[nodiscard]] Symbol class_of_groups(std::string_view text, Symbol& full) const;
  void make_number(std::uint32_t at);
  void read_suffixed(std::uint32_t token, Standing& standing);
  void read_prefixed(std::uint32_t token, Standing& standing);
  void add_one(std::uint32_t token, Symbol kind, const Meaning& meaning);
  [[nodiscard]] std::uint32_t last_meaning() const {
    return static_cast<std::uint32_t>(grammar_->meanings_.size() + meanings_.size() - 1);
  }
  [[nodiscard]] Standing with_read(Standing standing, Symbol kind, const Meaning& meaning);
  [[nodiscard]] bool has_phrase(const detail::Entry& entry, std::uint32_t at) const;
  [[nodiscard]] bool stands(const detail::Entry& entry, std::uint32_t at) const;

  // Ranks over places (grammar_chart.cc).
  void look(std::uint32_t place);
  void look_everywhere();
  void look_again();
  void run_ranks();
  void run_rank(std::uint32_t rank);
  std::uint32_t run_place(std::uint32_t at, std::uint32_t rank);
  // Always inlined: the items lie where they are made.
  [[gnu::always_inline]] void link(const Item& item) {
    std::uint32_t* link = &place(item.begin).head;
    while (*link != kNoItem && items_[*link].end > item.end) link = &items_[*link].next;
    const std::uint32_t next = std::exchange(*link, static_cast<std::uint32_t>(items_.size()));
    items_.push_back(item);
    items_.back().next = next;
  }
  [[nodiscard]] std::span<const detail::Entry> entries_at(std::uint32_t at) const;
  [[nodiscard]] bool has_item(std::uint32_t at, Symbol kind, std::uint32_t end) const;
  void list(std::uint32_t at);
  [[nodiscard]] Item product_of(const Match& match);
  void keep(const Match& match);
  void pass_on(std::uint32_t at, std::uint32_t item);
  void pass_on_word(std::uint32_t at);
  [[nodiscard]] std::span<const detail::Passing> passes_at(std::uint32_t at);
  void take_back(std::uint32_t at, std::uint32_t rank);
  [[nodiscard]] bool is_passed(std::uint32_t at, std::uint32_t rule);
  void add_tops();

  // One rule at one place (grammar_match.cc).
  [[nodiscard]] bool match_rule(std::uint16_t rule, std::uint32_t at, std::uint32_t end);
  void walk(std::uint16_t at, std::uint32_t token);
  void walk_items(const detail::Instruction& step, std::uint32_t token);
  void walk_token(const detail::Instruction& step, std::uint32_t token);
  bool produce();
  [[nodiscard]] const detail::Look& look_at(std::uint32_t at) const {
    return automaton_.look(standings_[at - range_.begin]);
  }
  [[nodiscard]] bool may_begin(const detail::Instruction& step, std::uint32_t token) const;
  [[nodiscard]] bool any_fits(std::uint16_t choice, std::uint32_t token);
  [[nodiscard]] bool fits(const detail::Instruction& step, const Item& item) const;
  [[nodiscard]] bool fits_token(const detail::Instruction& step, std::uint32_t token);
  [[nodiscard]] std::uint64_t kinds_before(std::uint32_t at) const;
  [[nodiscard]] std::uint64_t told_before(std::uint32_t place) const;
  [[nodiscard]] bool holds(const detail::Condition& condition, std::uint32_t at);
  [[nodiscard]] bool holds_before(const detail::Rule& rule, std::uint32_t token);
  [[nodiscard]] bool ends_before(const detail::Instruction& choice, std::uint32_t token);

  [[nodiscard]] Place& place(std::uint32_t at) { return places_[at - range_.begin]; }

  const Grammar* grammar_;
  Automaton automaton_;
  Known known_;
  std::uint64_t nexts_ = 0;  // what goes on with a phrase of the word before (Met::nexts)
  std::vector<Met> met_;
  Memo met_by_word_;
  std::array<std::uint32_t, 128> met_marks_{};  // by the byte of a mark: of met_ and one; 0: not met
  std::vector<Lacking> lacking_ = std::vector<Lacking>(kLacking);
  Habit habit_ = Habit::unknown;
  const Article* article_ = nullptr;
  const Token* tokens_ = nullptr;  // the article's, or cut_
  std::vector<Token> cut_;
  Range range_;
  bool has_glue_ = false;  // a token of the sentence may be an amount and its unit in one
  bool leaves_numerals_ = false;
  std::vector<std::uint32_t> words_;  // by token: its word in the grammar
  std::vector<Place> places_;         // by token
  std::vector<Number> known_numbers_ = std::vector<Number>(kNumbers);
  Number long_number_;                                              // that is no short one, while it is read
  std::vector<std::pair<std::optional<Numeral>, Symbol>> numbers_;  // of the sentence: values, groups
  bool has_passes_ = false;                                         // something in it is passed on beforehand
  std::vector<Standing> standings_;                                 // by token, and of the end
  std::vector<std::uint32_t> active_;                               // places at which something may begin …
  std::size_t opened_ = 0;                                          // … so many, while words are found
  std::uint32_t any_ranks_ = 0;                                     // all of their ranks together
  std::vector<std::uint32_t> changed_;  // places with a product of the rank, from left to right
  std::vector<Automaton::Ending> endings_;
  std::vector<Item> items_;
  std::vector<std::uint32_t> children_;
  std::vector<Meaning> meanings_;
  std::vector<std::uint32_t> tops_;
  std::uint32_t steps_ = 0;
  Match match_;
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

}  // namespace tally::grammar
