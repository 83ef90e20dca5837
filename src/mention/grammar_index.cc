// Which rules may begin with a class or a word, and what either way of a split can go on with.
//
//   rule month-day-era: ($month) ($day) ","? <int(1..999):y> <era:e>
//     begins with   month, name_month, short_month …
#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "mention/grammar_compiler.h"

namespace tally::grammar {

// Jumps to jumps go straight to their end.
void Compiler::shorten_jumps() {
  const auto end_of = [&](std::uint16_t at) {
    for (int i = 0; i < 64 && grammar_.program_[at].op == detail::Op::jump; ++i)
      at = grammar_.program_[at].next;
    return at;
  };
  for (Instruction& step : grammar_.program_) {
    if (step.op == detail::Op::accept) continue;
    const bool chain = step.op == detail::Op::not_ahead || step.op == detail::Op::ahead;
    if (!chain) step.next = end_of(step.next);
    if (step.other != 0) step.other = end_of(step.other);
  }
  for (detail::Rule& rule : grammar_.rules_) rule.entry = end_of(rule.entry);
}

void Compiler::index_rules() {
  shorten_jumps();
  look_ahead_of_splits();
  grammar_.kind_beginnings_.assign(grammar_.symbols_.size() + 1, {});
  for (std::size_t rule = 1; rule < grammar_.rules_.size(); ++rule) {
    index_rule(static_cast<std::uint16_t>(rule));
  }
  mark_literals();
  lay_out_starts();
  ask_at_beginnings();
  cut_integers();
  add_chains();
  tell_conditions();
}

// Conditions on words, on a capital and on classes that no rule makes are told by what stands at the
// places from the first.
void Compiler::tell_conditions() {
  std::set<Symbol> made;
  for (const detail::Rule& rule : grammar_.rules_) made.insert(rule.kind);
  for (const Symbol kind : {grammar_.numeral_, grammar_.colons_, grammar_.points_, grammar_.full_points_})
    made.insert(kind);
  const auto bit_of = [&](const Instruction& choice) -> std::uint64_t {
    if (choice.op == detail::Op::word) return detail::word_bit(choice.symbol);
    if (choice.op == detail::Op::capital) return detail::kBehindCapital;
    return choice.op == detail::Op::kind && !made.contains(choice.symbol) ? detail::kind_bit(choice.symbol)
                                                                          : 0;
  };
  for (detail::Condition& condition : grammar_.conditions_) {
    for (const Instruction& choice :
         std::as_const(grammar_.choices_).rows(condition.choices.begin, condition.choices.end)) {
      const std::uint64_t bit = bit_of(choice);
      condition.told |= bit;
      if (bit != 0) continue;
      condition.told = 0;
      break;
    }
  }
}

// Starts in order of what they begin with, each once.
void Compiler::lay_out_starts() {
  std::ranges::sort(starts_);
  starts_.erase(std::ranges::unique(starts_).begin(), starts_.end());
  for (const PendingStart& start : starts_) {
    auto& beginnings =
        start.word ? grammar_.words_[start.what].beginnings : grammar_.kind_beginnings_[start.what];
    if (beginnings.count++ == 0) beginnings.first = static_cast<std::uint32_t>(grammar_.starts_.size());
    grammar_.starts_.push_back(start.rule);
  }
}

// The words that rules read or look for.
void Compiler::mark_literals() {
  for (const auto* steps : {&grammar_.program_, &grammar_.choices_}) {
    for (const Instruction& step : *steps) {
      if (step.op == detail::Op::word) grammar_.words_[step.symbol].is_literal = true;
    }
  }
}

// Follows the choices from an instruction to the pieces that may come next.
template <class Visit>
void Compiler::visit_next(std::uint16_t from, Visit visit) const {
  using detail::Op;
  std::vector<std::uint16_t> open = {from};
  std::vector<std::uint16_t> seen;
  while (!open.empty()) {
    const std::uint16_t at = open.back();
    open.pop_back();
    if (std::find(seen.begin(), seen.end(), at) != seen.end()) continue;
    seen.push_back(at);
    const Instruction& step = grammar_.program_[at];
    switch (step.op) {
      case Op::split:
        open.push_back(step.other);
        [[fallthrough]];
      case Op::jump:
      case Op::glued:
      case Op::apart:
      case Op::start:
        open.push_back(step.next);
        break;
      case Op::not_ahead:
      case Op::ahead:
        open.push_back(step.other);
        break;
      default:
        visit(step);
    }
  }
}

// What can be read next at an instruction.
detail::Look Compiler::look_at(std::uint16_t from) const {
  using detail::Op;
  detail::Look look;
  visit_next(from, [&](const Instruction& step) {
    switch (step.op) {
      case Op::kind:
        look.items |= detail::kind_bit(step.symbol);
        break;
      case Op::integer:
        look.integers |= detail::bounds_bit(step.bounds);
        break;
      case Op::numeral:
        look.integers |= detail::kAnyNumeral;
        break;
      case Op::word:
        look.items |= detail::word_bit(step.symbol);
        break;
      default:
        look = {.items = ~std::uint64_t{0}, .integers = ~std::uint64_t{0}};
    }
  });
  return look;
}

// At every split, what either way can go on with.
void Compiler::look_ahead_of_splits() {
  for (Instruction& step : grammar_.program_) {
    if (step.op != detail::Op::split) continue;
    step.symbol = static_cast<std::uint32_t>(grammar_.ways_.size());
    grammar_.ways_.push_back({look_at(step.next), look_at(step.other)});
  }
}

void Compiler::index_rule(std::uint16_t rule) {
  using detail::Op;
  visit_next(grammar_.rules_[rule].entry, [&](const Instruction& step) {
    const bool numeral = step.op == Op::integer || step.op == Op::numeral;
    if (step.op != Op::kind && step.op != Op::word && !numeral) return;
    starts_.push_back({step.op == Op::word, numeral ? grammar_.numeral_ : step.symbol, rule});
  });
}

namespace {

// A literal word may stand inside something else, and what is looked for may; what is read may not.
void ask(const detail::Instruction& step, bool ahead, detail::Asked& asked) {
  using detail::Op;
  detail::Look look;
  switch (step.op) {
    case Op::kind:
      look.items = detail::kind_bit(step.symbol);
      break;
    case Op::word:
      look.items = detail::word_bit(step.symbol);
      break;
    case Op::integer:
      look.integers = detail::bounds_bit(step.bounds);
      break;
    case Op::numeral:
      look.integers = detail::kAnyNumeral;
      break;
    case Op::any_word:
      asked.marks |= detail::kIsWord;
      break;
    case Op::capital:
      asked.marks |= detail::kIsCapital;
      break;
    case Op::glued:
    case Op::apart:
      asked.marks |= detail::kSpaced | detail::kPastEnd;
      break;
    case Op::start:
      asked.marks |= detail::kOpens | detail::kPastEnd;
      break;
    default:
      break;
  }
  asked.look.add(look);
  if (ahead || step.op == Op::word) asked.covered.add(look);
  if (ahead) asked.marks |= detail::kPastEnd;
}

}  // namespace

// All that is read or looked for next from an instruction on.
void Grammar::ask_from(std::uint16_t way, std::vector<std::uint16_t>& open, std::vector<std::uint64_t>& seen,
                       detail::Asked& asked) const {
  using detail::Op;
  open = {way};
  while (!open.empty()) {
    const std::uint16_t at = open.back();
    open.pop_back();
    if ((seen[at / 64] >> at % 64 & 1U) != 0) continue;
    seen[at / 64] |= std::uint64_t{1} << at % 64;
    const detail::Instruction& step = program_[at];
    switch (step.op) {
      case Op::ahead:
      case Op::not_ahead:
        for (std::uint16_t choice = step.next; program_[choice].op != Op::accept; ++choice)
          ask(program_[choice], true, asked);
        open.push_back(step.other);
        break;
      case Op::split:
        open.push_back(step.other);
        [[fallthrough]];
      case Op::jump:
        open.push_back(step.next);
        break;
      case Op::glued:
      case Op::apart:
      case Op::start:
        open.push_back(step.next);
        [[fallthrough]];
      default:
        ask(step, false, asked);
    }
  }
}

void Compiler::ask_at_beginnings() {
  std::vector<std::uint16_t> open;
  std::vector<std::uint64_t> seen((grammar_.program_.size() + 63) / 64);
  for (std::size_t rule = 1; rule < grammar_.rules_.size(); ++rule)
    std::as_const(grammar_).ask_from(std::as_const(grammar_).rules_[rule].entry, open, seen,
                                     grammar_.beginning_);
}

// Whether a rule is "<kind:a>|<like:a> => <other> value(of=a)".
bool Compiler::passes_on(const detail::Rule& rule, Symbol kind) const {
  using detail::Op;
  if (!rule.before.empty() || rule.function == 0 || functions_[rule.function - 1U].name != "value" ||
      rule.arguments.size() != 1)
    return false;
  const std::uint8_t slot = grammar_.arguments_[rule.arguments.begin].slot;
  bool reads = false;
  std::vector<std::uint16_t> open = {rule.entry};
  while (!open.empty()) {
    const Instruction& step = grammar_.program_[open.back()];
    open.pop_back();
    if (step.op == Op::split) {
      open.insert(open.end(), {step.next, step.other});
      continue;
    }
    const bool is_piece = (step.op == Op::kind || step.op == Op::numeral) && slot != 0 && step.slot == slot;
    if (!is_piece || grammar_.program_[step.next].op != Op::accept) return false;
    reads |= step.symbol == kind;
  }
  return reads;
}

// Whether a rule reads the class or looks for it.
bool Compiler::is_asked_by(const detail::Rule& rule, Symbol kind) const {
  const auto asks = [&](const Instruction& step) {
    return step.op == detail::Op::kind && step.symbol == kind;
  };
  const auto conditions = grammar_.conditions_.rows(rule.before.begin, rule.before.end);
  if (std::ranges::any_of(conditions, [&](const detail::Condition& condition) {
        return std::ranges::any_of(grammar_.choices_.rows(condition.choices.begin, condition.choices.end),
                                   asks);
      }))
    return true;
  const auto number = static_cast<Symbol>(&rule - grammar_.rules_.data());
  const Instruction* step = &grammar_.program_[rule.entry];
  for (; step->op != detail::Op::accept || step->symbol != number; ++step) {
    if (asks(*step)) return true;
  }
  return false;
}

// The rule by which an item of a class is passed on, the first after a rank. No rule that comes before can
// tell whether it is so already.
const detail::Rule* Compiler::pass_of(Symbol kind, int rank) const {
  const auto rules = std::span(grammar_.rules_.data(), grammar_.rules_.size()).subspan(1);
  const auto passes = [&](const detail::Rule& rule) { return rule.rank > rank && passes_on(rule, kind); };
  const auto pass = std::ranges::find_if(rules, passes);
  if (pass == rules.end()) return nullptr;
  const bool is_asked = std::ranges::any_of(rules, [&](const detail::Rule& other) {
    return other.rank <= pass->rank && is_asked_by(other, pass->kind);
  });
  return is_asked ? nullptr : &*pass;
}

// "12" is a numeral, hence digits, hence a number, unless it is part of something longer. Gives the chain.
std::uint8_t Compiler::add_chain(Symbol from) {
  detail::Chain chain{.from = from, .first = static_cast<std::uint16_t>(grammar_.passes_.size())};
  Symbol kind = from;
  int rank = 0;
  for (const detail::Rule* pass = pass_of(kind, rank); pass != nullptr && chain.count < Grammar::kMostPasses;
       pass = pass_of(kind, rank)) {
    const auto rule = static_cast<std::uint16_t>(pass - std::as_const(grammar_).rules_.data());
    grammar_.passes_.push_back({pass->kind, rule, static_cast<std::uint16_t>(pass->rank)});
    ++chain.count;
    kind = pass->kind;
    rank = pass->rank;
  }
  if (chain.count == 0 && from != grammar_.numeral_) return 0;
  grammar_.chains_.push_back(chain);
  return static_cast<std::uint8_t>(grammar_.chains_.size() - 1);
}

// Nor is "two" anything but one of the ones, hence a number: words of which one entry is passed on.
void Compiler::add_chains() {
  add_chain(grammar_.numeral_);
  std::map<Symbol, std::uint8_t> chains;
  const auto chain_of = [&](Symbol kind) {
    const auto [known, is_new] = chains.try_emplace(kind, std::uint8_t{0});
    if (is_new) known->second = add_chain(kind);
    return known->second;
  };
  for (std::size_t word = 1; word < grammar_.words_.size(); ++word) {
    const std::string_view text = std::as_const(grammar_).word_texts_[word];
    std::uint8_t chain = 0;
    bool is_plain = !text.empty() && (text.front() < '0' || text.front() > '9');
    for (const detail::Entry& entry : short_entries(word)) {
      const std::uint8_t other = chain_of(entry.kind);
      is_plain &= other == 0 || (chain == 0 && entry.form == detail::kAnyCase);
      chain = std::max(chain, other);
    }
    if (is_plain) grammar_.words_[word].chain = chain;
  }
}

// The entries of one word.
std::span<const detail::Entry> Compiler::short_entries(std::size_t word) const {
  const detail::Word& known = grammar_.words_[word];
  const auto entries = grammar_.entries_.rows(known.first_entry, known.first_entry + known.entries);
  const auto longer = std::ranges::find_if(entries, [](const auto& entry) { return entry.rest_count != 0; });
  return {entries.begin(), longer};
}

// The whole numbers are cut where most of the bounds begin and end.
void Compiler::cut_integers() {
  constexpr std::size_t kMostCuts = 8;
  const Grammar& grammar = grammar_;
  std::map<std::int64_t, int> edges;
  std::set<std::int64_t> counts;
  for (const Instruction& step : grammar.program_) {
    if (step.op != detail::Op::integer) continue;
    const detail::Bounds& bounds = grammar.bounds_[step.bounds];
    ++edges[bounds.low];
    if (bounds.high != INT64_MAX) ++edges[bounds.high + 1];
    if (bounds.digits != 0) counts.insert(bounds.digits);
  }
  std::vector<std::pair<int, std::int64_t>> order;
  order.reserve(edges.size());
  for (const auto& [edge, uses] : edges) order.emplace_back(-uses, edge);
  std::ranges::sort(order);
  order.resize(std::min(order.size(), kMostCuts));
  std::set<std::int64_t> cuts;
  for (const auto& [uses, edge] : order) cuts.insert(edge);
  for (const std::int64_t cut : cuts) grammar_.cuts_.push_back(cut);
  for (const std::int64_t count : counts) grammar_.digit_counts_.push_back(count);
  for (std::size_t i = 0; i <= cuts.size(); ++i) {
    const std::int64_t low = i == 0 ? 0 : grammar.cuts_[i - 1];
    const std::int64_t high = i == cuts.size() ? INT64_MAX : grammar.cuts_[i] - 1;
    for (const std::int64_t count : counts) grammar_.bounds_in_.push_back(bounds_around(low, high, count));
    grammar_.bounds_in_.push_back(bounds_around(low, high, 0));
  }
}

// The bounds in which a number of a stretch may lie.
std::uint64_t Compiler::bounds_around(std::int64_t low, std::int64_t high, std::int64_t digits) const {
  std::uint64_t in = detail::kAnyNumeral;
  for (std::size_t i = 0; i < grammar_.bounds_.size(); ++i) {
    const detail::Bounds& bounds = grammar_.bounds_[i];
    const bool meets = bounds.low <= high && low <= bounds.high;
    if (meets && (bounds.digits == 0 || bounds.digits == digits)) in |= detail::bounds_bit(i);
  }
  return in;
}

}  // namespace tally::grammar
