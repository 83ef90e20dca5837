// Lexicon files → Grammar: reads vocabularies and rules, compiles patterns to instructions, and
// indexes the rules by what they can begin with. Used by Grammar::compile only.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mention/grammar.h"

namespace tally::grammar {

class Compiler {
 public:
  explicit Compiler(std::span<const Function> functions) : functions_(functions) {}

  Result<Grammar> compile(std::span<const lexicon::File> files);

 private:
  struct Line {
    std::string text;
    std::string where;
  };
  struct Vocabulary {  // a line of a .tsv, as views into its text
    std::string_view phrase, kind, value, form;
    const lexicon::File* file = nullptr;
    int line = 0;
  };
  struct PlacedEntry {
    std::uint32_t word = 0;  // the first of the phrase
    detail::Entry entry;
  };
  using Instruction = detail::Instruction;

  // Vocabularies.
  Result<void> read_vocabulary(const lexicon::File& file);
  Result<void> add_entries();
  void add_entry(const Vocabulary& line, std::span<const std::uint32_t> words);
  std::uint32_t constant(std::string_view value);

  // Rules.
  Result<void> read_rules(const lexicon::File& file);
  Result<void> read_line(const Line& line);
  Result<void> read_rule(const Line& line);
  Result<void> read_product(std::string_view product, detail::Rule& rule);
  Result<void> read_arguments(std::string_view arguments, const Function& function, detail::Rule& rule);
  std::string with_macros(std::string_view pattern) const;

  // Patterns: recursive descent over pattern_, emitting instructions.
  Result<void> conditions_before(detail::Rule& rule);
  Result<void> choices();
  Result<void> sequence();
  Result<void> piece();
  Result<void> atom();
  Result<void> angle();
  Result<void> quoted();
  Result<void> look_ahead(detail::Op op);
  Result<std::vector<Instruction>> condition_choices(char closing);
  Result<Instruction> angle_instruction();
  void skip_space();
  [[nodiscard]] bool take(std::string_view word);
  [[nodiscard]] std::uint16_t here() const { return static_cast<std::uint16_t>(grammar_.program_.size()); }
  std::uint16_t emit(Instruction instruction);
  std::uint8_t slot_named(std::string_view name);
  std::uint16_t bounds_number(const detail::Bounds& bounds);
  std::unexpected<Error> broken(std::string what) const;

  // The index.
  void index_rules();
  void index_rule(std::uint16_t rule);
  void shorten_jumps();
  template <class Visit>
  void visit_next(std::uint16_t from, Visit visit) const;
  [[nodiscard]] detail::Look look_at(std::uint16_t from) const;
  void look_ahead_of_splits();
  void lay_out_starts();
  void mark_literals();
  void ask_at_beginnings();
  void cut_integers();
  void add_chains();
  std::uint8_t add_chain(Symbol from);
  [[nodiscard]] const detail::Rule* pass_of(Symbol kind, int rank) const;
  [[nodiscard]] std::span<const detail::Entry> short_entries(std::size_t word) const;
  void tell_conditions();
  [[nodiscard]] bool passes_on(const detail::Rule& rule, Symbol kind) const;
  [[nodiscard]] bool is_asked_by(const detail::Rule& rule, Symbol kind) const;
  [[nodiscard]] std::uint64_t bounds_around(std::int64_t low, std::int64_t high, std::int64_t digits) const;

  Symbol intern(std::string_view text);
  void order_symbols();
  std::uint32_t word(std::string_view lower_case);
  void grow_words();
  void put_in_slot(std::uint32_t word);
  const std::vector<std::uint32_t>& words_of(std::string_view phrase);

  std::span<const Function> functions_;
  Grammar grammar_;
  std::unordered_map<std::string, Symbol> symbol_ids_;
  std::vector<Vocabulary> vocabulary_;
  std::vector<PlacedEntry> placed_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> cut_phrases_;
  std::map<std::string, std::string, std::less<>> macros_;
  int rank_ = 1;
  std::string pattern_;
  std::size_t at_ = 0;
  std::string where_;
  std::vector<std::string> slots_;
  struct PendingStart {
    bool word = false;  // else a class
    std::uint32_t what = 0;
    std::uint16_t rule = 0;
    friend auto operator<=>(const PendingStart&, const PendingStart&) = default;
  };
  std::vector<PendingStart> starts_;
};

}  // namespace tally::grammar
