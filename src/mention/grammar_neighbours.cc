// Which words can stand side by side in one match: what grammar_islands.cc cuts sentences by.
//
//   rule of-year: "of" <year>        "of" may be followed by whatever begins a year
//
// What can begin and end a class is found by going round the rules until nothing new turns up (the FIRST and
// LAST sets of a context-free grammar, Aho and Ullman 1972); two words are joined where some rule has a piece
// that the one can end before a piece, or a look ahead, that the other can begin. The answer may be yes where
// no rule matches in the end, never no where one does.
#include <algorithm>
#include <bit>
#include <map>

#include "mention/grammar_compiler.h"

namespace tally::grammar {

using detail::Form;
using detail::Op;

namespace {

// A set of atoms: literal words, classes and wildcards by number.
class AtomSet {
 public:
  explicit AtomSet(std::size_t atoms = 0) : bits_((atoms + 63) / 64) {}
  void add(std::size_t atom) { bits_[atom / 64] |= std::uint64_t{1} << atom % 64; }
  // Whether anything was new.
  bool add(const AtomSet& other) {
    std::uint64_t grown = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      grown |= other.bits_[i] & ~bits_[i];
      bits_[i] |= other.bits_[i];
    }
    return grown != 0;
  }
  [[nodiscard]] bool meets(const AtomSet& other) const {
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      if ((bits_[i] & other.bits_[i]) != 0) return true;
    }
    return false;
  }
  [[nodiscard]] bool has(std::size_t atom) const { return (bits_[atom / 64] >> atom % 64 & 1U) != 0; }
  template <class Visit>
  void visit(Visit visit) const {
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      for (std::uint64_t rest = bits_[i]; rest != 0; rest &= rest - 1)
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
    }
  }
  friend auto operator<=>(const AtomSet&, const AtomSet&) = default;

 private:
  std::vector<std::uint64_t> bits_;
};

bool is_wildcard(Op op) {
  return op == Op::any_word || op == Op::capital;
}
bool reads(Op op) {
  return op == Op::kind || op == Op::word || op == Op::integer || op == Op::numeral || is_wildcard(op);
}

// The numbers of things in the order in which they turn up.
template <class Thing>
class Numbers {
 public:
  std::size_t of(const Thing& thing) {
    const auto [found, is_new] = numbers_.try_emplace(thing, all_.size());
    if (is_new) all_.push_back(thing);
    return found->second;
  }
  [[nodiscard]] const std::vector<Thing>& all() const { return all_; }

 private:
  std::map<Thing, std::size_t> numbers_;
  std::vector<Thing> all_;
};

}  // namespace

class Compiler::Neighbours {
 public:
  Neighbours(const Compiler& compiler, Grammar& grammar) : compiler_(compiler), grammar_(grammar) {}

  void find() {
    number_atoms();
    for (auto* sets : {&begins_, &ends_, &follow_}) sets->assign(atoms_.size(), AtomSet(atoms_.size()));
    for (std::size_t atom = 0; atom < atoms_.size(); ++atom) {
      begins_[atom].add(atom);
      ends_[atom].add(atom);
    }
    alone_ = AtomSet(atoms_.size());
    core_ = AtomSet(atoms_.size());
    in_vocabulary_ = AtomSet(atoms_.size());
    for (const detail::Entry& entry : grammar_.entries_) in_vocabulary_.add(kind(entry.kind));
    for (const Symbol made : kinds_of_digits()) in_vocabulary_.add(kind(made));
    for (std::size_t rule = 1; rule < grammar_.rules_.size(); ++rule) read_rule(grammar_.rules_[rule]);
    close();
    for (const auto& [one, two] : pairs_)
      ends_[one].visit([&](std::size_t atom) { follow_[atom].add(begins_[two]); });
    find_core();
    find_early_wildcards();
    lay_out();
  }

 private:
  // An atom: a literal word (true) or a class; of a wildcard, where it stands in the program.
  enum class What : std::uint8_t { word, kind, wildcard };
  using Atom = std::pair<What, std::uint32_t>;
  using Steps = std::vector<std::uint16_t>;

  std::size_t number(What what, std::uint32_t which) {
    const auto [found, is_new] = numbers_.try_emplace({what, which}, atoms_.size());
    if (is_new) atoms_.emplace_back(what, which);
    return found->second;
  }
  [[nodiscard]] std::size_t kind(Symbol symbol) const { return numbers_.at({What::kind, symbol}); }
  [[nodiscard]] std::size_t atom_of(std::uint16_t at) const {
    const Instruction& step = grammar_.program_[at];
    if (is_wildcard(step.op)) return numbers_.at({What::wildcard, at});
    return atom_of(step);
  }
  [[nodiscard]] std::size_t atom_of(const Instruction& step) const {
    return numbers_.at({step.op == Op::word ? What::word : What::kind, step.symbol});
  }

  void number_atoms() {
    for (const auto* steps : {&grammar_.program_, &grammar_.choices_}) {
      for (const Instruction& step : *steps) {
        if (reads(step.op) && !is_wildcard(step.op))
          number(step.op == Op::word ? What::word : What::kind, step.symbol);
      }
    }
    for (const detail::Rule& rule : grammar_.rules_) number(What::kind, rule.kind);
    for (const detail::Entry& entry : grammar_.entries_) number(What::kind, entry.kind);
    for (const Symbol made : kinds_of_digits()) number(What::kind, made);
    for (std::size_t rule = 1; rule < grammar_.rules_.size(); ++rule) {
      for (const std::uint16_t at : pieces_of(grammar_.rules_[rule])) {
        const Op op = grammar_.program_[at].op;
        if (!is_wildcard(op)) continue;
        number(What::wildcard, at);
        wildcards_.push_back(at);
      }
    }
  }

  // The classes that a token with a digit in it may be read as, but for what the vocabulary says.
  [[nodiscard]] std::vector<Symbol> kinds_of_digits() const {
    return {grammar_.numeral_,      grammar_.colons_,       grammar_.points_,
            grammar_.glued_dollar_, grammar_.glued_letter_, grammar_.glued_code_};
  }

  // What can be read next at an instruction, where looks go, and whether the rule may end here: before
  // anything, or at the end of the sentence only.
  struct Ahead {
    Steps pieces;
    Steps looks;
    bool ends = false;
    bool closes = false;
  };
  [[nodiscard]] Ahead ahead_of(std::uint16_t from) const {
    Ahead ahead;
    Steps open = {from};
    Steps seen;
    while (!open.empty()) {
      const std::uint16_t at = open.back();
      open.pop_back();
      if (std::ranges::find(seen, at) != seen.end()) continue;
      seen.push_back(at);
      const Instruction& step = grammar_.program_[at];
      if (step.op == Op::accept) {
        ahead.ends = true;
      } else if (reads(step.op)) {
        ahead.pieces.push_back(at);
      } else if (step.op == Op::ahead && looks_at_end_only(step.next)) {
        ahead.closes = true;
      } else {
        if (step.op == Op::ahead || step.op == Op::not_ahead) add_looks(step.next, ahead.looks);
        open.push_back(step.op == Op::ahead || step.op == Op::not_ahead ? step.other : step.next);
        if (step.op == Op::split) open.push_back(step.other);
      }
    }
    return ahead;
  }
  [[nodiscard]] bool looks_at_end_only(std::uint16_t look) const {
    for (; grammar_.program_[look].op != Op::accept; ++look) {
      if (grammar_.program_[look].op != Op::start) return false;
    }
    return true;
  }
  // Wildcards of a look need no item there: every token tells by itself whether it is one.
  void add_looks(std::uint16_t look, Steps& looks) const {
    for (; grammar_.program_[look].op != Op::accept; ++look) {
      const Op op = grammar_.program_[look].op;
      if (reads(op) && !is_wildcard(op)) looks.push_back(look);
    }
  }
  // All instructions of a rule that read.
  [[nodiscard]] Steps pieces_of(const detail::Rule& rule) const {
    Steps open = ahead_of(rule.entry).pieces;
    Steps seen;
    while (!open.empty()) {
      const std::uint16_t at = open.back();
      open.pop_back();
      if (std::ranges::find(seen, at) != seen.end()) continue;
      seen.push_back(at);
      const Steps next = ahead_of(grammar_.program_[at].next).pieces;
      open.insert(open.end(), next.begin(), next.end());
    }
    return seen;
  }
  [[nodiscard]] bool begins_sentence(std::uint16_t at) const {
    while (grammar_.program_[at].op == Op::jump) at = grammar_.program_[at].next;
    return grammar_.program_[at].op == Op::start;
  }

  void read_rule(const detail::Rule& rule) {
    const std::size_t made = kind(rule.kind);
    const bool opens = begins_sentence(rule.entry);
    for (const std::uint16_t at : ahead_of(rule.entry).pieces) {
      const std::size_t first = atom_of(at);
      if (!opens) first_.emplace_back(made, first);
      const Ahead ahead = ahead_of(grammar_.program_[at].next);
      if (ahead.ends || ahead.closes) alone_.add(first);
      read_conditions(rule, first);
    }
    for (const std::uint16_t at : pieces_of(rule)) {
      const Ahead ahead = ahead_of(grammar_.program_[at].next);
      if (ahead.ends) last_.emplace_back(made, atom_of(at));
      for (const Steps* nexts : {&ahead.pieces, &ahead.looks}) {
        for (const std::uint16_t next : *nexts) pairs_.emplace(atom_of(at), atom_of(next));
      }
    }
  }
  void read_conditions(const detail::Rule& rule, std::size_t first) {
    for (const auto& condition : grammar_.conditions_.rows(rule.before.begin, rule.before.end)) {
      for (const Instruction& choice :
           grammar_.choices_.rows(condition.choices.begin, condition.choices.end)) {
        if (reads(choice.op) && !is_wildcard(choice.op)) pairs_.emplace(atom_of(choice), first);
      }
    }
  }

  void close() {
    for (bool grown = true; grown;) {
      grown = false;
      for (const auto& [made, piece] : first_) grown |= begins_[made].add(begins_[piece]);
      for (const auto& [made, piece] : last_) grown |= ends_[made].add(ends_[piece]);
    }
  }

  // A choice of atoms such that whatever matches has one of them in it: of every rule the rarest of the sets
  // of which every match reads something. A class that only rules make has the atoms of those rules in it.
  void find_core() {
    std::map<Needed, int> costs;
    for (const detail::Entry& entry : grammar_.entries_) costs[{false, entry.kind}] += kEntryCost;
    for (const Symbol made : kinds_of_digits()) costs[{false, made}] += kEntryCost;
    const auto cost_of = [&](const Needed& one) {
      if (core_.has(number(one.first ? What::word : What::kind, one.second))) return 0;
      if (!one.first) return std::min(costs[one], kKindCost);
      return kWordCost >> std::min<std::size_t>(grammar_.word_texts_[one.second].size(), kLongWord);
    };
    for (std::size_t i = 1; i < grammar_.rules_.size(); ++i) {
      const detail::Rule& rule = grammar_.rules_[i];
      std::vector<NeedSet> sets = compiler_.need_sets(rule);
      sets.push_back(compiler_.readable_at(rule.entry));
      const NeedSet* best = nullptr;
      int least = 0;
      for (const NeedSet& set : sets) {
        int cost = 0;
        for (const Needed& one : set) cost += cost_of(one);
        if (set.empty() || (best != nullptr && cost >= least)) continue;
        best = &set;
        least = cost;
      }
      if (best == nullptr) return all_core();
      for (const Needed& one : *best) core_.add(number(one.first ? What::word : What::kind, one.second));
    }
  }
  void all_core() {
    for (std::size_t atom = 0; atom < atoms_.size(); ++atom) core_.add(atom);
  }

  // The wildcards to which a way leads from the beginning of their rule that reads nothing of the core.
  void find_early_wildcards() {
    for (std::size_t rule = 1; rule < grammar_.rules_.size(); ++rule) {
      Steps open = ahead_of(grammar_.rules_[rule].entry).pieces;
      Steps seen;
      while (!open.empty()) {
        const std::uint16_t at = open.back();
        open.pop_back();
        if (std::ranges::find(seen, at) != seen.end()) continue;
        seen.push_back(at);
        if (is_surely_core(at)) continue;
        const auto wild = std::ranges::find(wildcards_, at);
        if (wild != wildcards_.end())
          grammar_.wild_early_ |= std::uint64_t{1} << (wild - wildcards_.begin()) % 64;
        const Steps next = ahead_of(grammar_.program_[at].next).pieces;
        open.insert(open.end(), next.begin(), next.end());
      }
    }
  }
  // Every class that rules make has something of the core in it; one of the vocabulary is of it or not.
  [[nodiscard]] bool is_surely_core(std::uint16_t at) const {
    const Instruction& step = grammar_.program_[at];
    if (is_wildcard(step.op)) return false;
    const std::size_t atom = atom_of(at);
    return core_.has(atom) || (step.op == Op::kind && !in_vocabulary_.has(atom));
  }

  // What a word, or what it ends, can be read as in a form of the token.
  [[nodiscard]] AtomSet atoms_of(std::size_t word, Form form, bool begins) const {
    AtomSet atoms(atoms_.size());
    if (form == Form::number || form == Form::mixed) {
      for (const Symbol made : kinds_of_digits()) atoms.add(kind(made));
    }
    if (form == Form::mixed) atoms.add(suffixed_);
    if (word == 0) return atoms;
    const auto literal = numbers_.find({What::word, static_cast<std::uint32_t>(word)});
    if (literal != numbers_.end()) atoms.add(literal->second);
    for (const detail::Entry& entry : entries_of(word)) {
      if (begins || entry.rest_count == 0) atoms.add(kind(entry.kind));
    }
    return atoms;
  }
  [[nodiscard]] std::span<const detail::Entry> entries_of(std::size_t word) const {
    const detail::Word& found = grammar_.words_[word];
    return grammar_.entries_.rows(found.first_entry, found.first_entry + found.entries);
  }
  [[nodiscard]] AtomSet after(const AtomSet& atoms) const {
    AtomSet all(atoms_.size());
    atoms.visit([&](std::size_t atom) { all.add(follow_[atom]); });
    return all;
  }

  void lay_out() {
    suffixed_ = AtomSet(atoms_.size());
    for (std::size_t word = 1; word < grammar_.words_.size(); ++word) {
      if (!grammar_.word_texts_[word].starts_with('#')) continue;
      for (const detail::Entry& entry : entries_of(word)) suffixed_.add(kind(entry.kind));
    }
    in_phrases_.assign(grammar_.words_.size(), false);
    for (const detail::Entry& entry : grammar_.entries_) {
      for (const std::uint32_t word : grammar_.phrase_words_.rows(entry.rest, entry.rest + entry.rest_count))
        in_phrases_[word] = true;
    }
    Numbers<std::vector<std::size_t>> shapes;
    for (std::size_t word = 0; word < grammar_.words_.size(); ++word) {
      grammar_.word_shapes_.push_back(static_cast<std::uint16_t>(shapes.of(shape_of(word))));
    }
    for (const std::uint16_t at : wildcards_) wild_after_.push_back(afters_.of(follow_[atom_of(at)]));
    std::vector<std::size_t> kinds_after(grammar_.symbols_.size() + 1);
    for (const detail::Entry& entry : grammar_.entries_) {
      if (entry.rest_count != 0) kinds_after[entry.kind] = afters_.of(follow_[kind(entry.kind)]);
    }
    write(shapes.all(), kinds_after);
  }

  // Of each form what follows it and what it begins as, by number, and its flags; then whether
  // phrases begin with the word, or go on with it, and what its entries are.
  std::vector<std::size_t> shape_of(std::size_t word) {
    std::vector<std::size_t> shape;
    for (std::size_t form = 0; form < detail::kForms; ++form) {
      const AtomSet begins = atoms_of(word, static_cast<Form>(form), true);
      shape.push_back(afters_.of(after(atoms_of(word, static_cast<Form>(form), false))));
      shape.push_back(befores_.of(begins));
      shape.push_back((begins.meets(core_) ? detail::kCore : 0U) |
                      (begins.meets(alone_) ? detail::kAlone : 0U));
    }
    const auto is_phrase = [](const detail::Entry& entry) { return entry.rest_count > 0; };
    shape.push_back(std::ranges::any_of(entries_of(word), is_phrase) ? 1 : 0);
    shape.push_back(in_phrases_[word] ? 1 : 0);
    return shape;
  }

  // Sets that join alike are one.
  void write(const std::vector<std::vector<std::size_t>>& shapes,
             const std::vector<std::size_t>& kinds_after) {
    Numbers<std::vector<bool>> columns;
    std::vector<std::size_t> column_of;
    for (const AtomSet& begins : befores_.all()) {
      std::vector<bool> column;
      for (const AtomSet& follows : afters_.all()) column.push_back(follows.meets(begins));
      column_of.push_back(columns.of(column));
    }
    const std::size_t stride = (columns.all().size() + 63) / 64;
    Numbers<std::vector<std::uint64_t>> rows;
    std::vector<std::size_t> row_of;
    for (std::size_t i = 0; i < afters_.all().size(); ++i) {
      std::vector<std::uint64_t> row(stride + 1);
      for (std::size_t c = 0; c < columns.all().size(); ++c)
        row[c / 64] |= std::uint64_t{columns.all()[c][i]} << c % 64;
      for (std::size_t w = 0; w < wildcards_.size(); ++w)
        row[stride] |= std::uint64_t{afters_.all()[i].has(atom_of(wildcards_[w]))} << w;
      row_of.push_back(rows.of(row));
    }
    grammar_.joined_stride_ = static_cast<std::uint32_t>(stride + 1);
    for (const auto& row : rows.all()) grammar_.joined_.append(row);
    write_shapes(shapes, row_of, column_of);
    for (const std::size_t follows : kinds_after)
      grammar_.kind_afters_.push_back(static_cast<std::uint16_t>(row_of[follows]));
    for (const std::size_t follows : wild_after_)
      grammar_.wild_afters_.push_back(static_cast<std::uint16_t>(row_of[follows]));
    for (std::size_t w = 0; w < wildcards_.size(); ++w) {
      const bool capital = grammar_.program_[wildcards_[w]].op == Op::capital;
      (capital ? grammar_.wild_capitals_ : grammar_.wild_words_) |= std::uint64_t{1} << w % 64;
    }
    grammar_.is_cut_by_neighbours_ = wildcards_.size() <= 64 && rows.all().size() <= UINT16_MAX &&
                                     columns.all().size() <= UINT16_MAX && shapes.size() <= UINT16_MAX;
  }
  void write_shapes(const std::vector<std::vector<std::size_t>>& shapes,
                    const std::vector<std::size_t>& row_of, const std::vector<std::size_t>& column_of) {
    for (const auto& shape : shapes) {
      detail::Shape made;
      for (std::size_t form = 0; form < detail::kForms; ++form) {
        made.forms[form] = {static_cast<std::uint16_t>(row_of[shape[form * 3]]),
                            static_cast<std::uint16_t>(column_of[shape[form * 3 + 1]]),
                            static_cast<std::uint16_t>(shape[form * 3 + 2])};
      }
      const std::size_t more = detail::kForms * 3;
      made.begins_phrase = shape[more] != 0;
      made.continues_phrase = shape[more + 1] != 0;
      grammar_.shapes_.push_back(made);
    }
  }

  // Of a literal word, halved by every letter; of a class by the words that it has.
  static constexpr int kWordCost = 1 << 14, kEntryCost = 2, kKindCost = 1 << 8;
  static constexpr std::size_t kLongWord = 14;

  const Compiler& compiler_;
  Grammar& grammar_;
  std::map<Atom, std::size_t> numbers_;
  std::vector<Atom> atoms_;
  Steps wildcards_;
  std::vector<AtomSet> begins_, ends_, follow_;  // by atom
  AtomSet alone_;                                // what a rule can be made of alone
  AtomSet core_;
  AtomSet in_vocabulary_;  // the classes that tokens have by themselves
  AtomSet suffixed_;       // the classes of "3rd", "1990s"
  std::vector<std::pair<std::size_t, std::size_t>> first_, last_;  // what a class can begin and end with
  std::set<std::pair<std::size_t, std::size_t>> pairs_;
  Numbers<AtomSet> afters_, befores_;
  std::vector<std::size_t> wild_after_;
  std::vector<bool> in_phrases_;  // by word: stands in one, not at its beginning
};

void Compiler::find_neighbours() {
  Neighbours(*this, grammar_).find();
}

}  // namespace tally::grammar
