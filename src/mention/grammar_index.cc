// Where a rule is worth trying: what it can begin with, what can stand second, and what it needs.
//
//   rule month-day-era: ($month) ($day) ","? <int(1..999):y> <era:e>
//     begins with   month, name_month, short_month …
//     second        numeral, ordinal
//     needs         one of {numeral, ordinal}, one of {",", numeral}, one of {era}
//
// A rule whose needs do not all stand in the sentence cannot match there. The needs are found at the
// instructions that every way through the rule's program passes (its dominators, Allen 1970): whatever
// can be read next at one of them is such a set.
#include <algorithm>
#include <map>

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
  std::uint32_t used = 0;
  for (std::size_t rule = 1; rule < grammar_.rules_.size(); ++rule) {
    index_rule(static_cast<std::uint16_t>(rule));
    used |= 1U << grammar_.rules_[rule].rank;
  }
  for (std::uint32_t rank = 0; rank < Grammar::kRanks; ++rank) {
    if ((used >> rank & 1U) != 0) grammar_.ranks_used_.push_back(rank);
  }
  find_needs();
  lay_out_starts();
}

// Starts in order of what they begin with and rank, those of one rule at one place made one.
void Compiler::lay_out_starts() {
  const auto place = [](const PendingStart& s) { return std::tuple(s.word, s.what, s.start.rank); };
  const auto rule = [](const PendingStart& s) { return s.start.rule; };
  std::ranges::stable_sort(starts_, {}, [&](const PendingStart& s) { return std::pair(place(s), rule(s)); });
  std::vector<PendingStart> kept;
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    const PendingStart& here = starts_[i];
    const bool new_place = i == 0 || place(starts_[i - 1]) != place(here);
    if (!new_place && rule(starts_[i - 1]) == rule(here)) {
      kept.back().second.add(here.second);
      kept.back().integers |= here.integers;
      continue;
    }
    if (new_place) {
      auto& beginnings =
          here.word ? grammar_.words_[here.what].beginnings : grammar_.kind_beginnings_[here.what];
      const auto group = static_cast<std::uint32_t>(grammar_.start_groups_.size());
      if (beginnings.ranks == 0) beginnings.first_group = group;
      beginnings.ranks |= 1U << here.start.rank;
      const auto at = static_cast<std::uint32_t>(grammar_.starts_.size());
      grammar_.start_groups_.push_back({.starts = {at, at}});
    }
    grammar_.starts_.push_back(here.start);
    kept.push_back(here);
    ++grammar_.start_groups_.back().starts.end;
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    grammar_.starts_[i].integers = integers_number(kept[i].integers);
    grammar_.starts_[i].second = look_number(kept[i].second);
  }
  for (detail::Group& group : grammar_.start_groups_) {
    for (std::uint32_t i = group.starts.begin; i < group.starts.end; ++i) {
      group.second.add(kept[i].second);
      group.integers |= grammar_.integers_[grammar_.starts_[i].integers];
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
  const int rank = grammar_.rules_[rule].rank;
  visit_next(grammar_.rules_[rule].entry, [&](const Instruction& step) {
    const bool numeral = step.op == Op::integer || step.op == Op::numeral;
    if (step.op != Op::kind && step.op != Op::word && !numeral) return;
    const std::uint32_t what = numeral ? grammar_.numeral_ : step.symbol;
    starts_.push_back({step.op == Op::word,
                       what,
                       {.rule = rule, .rank = static_cast<std::uint8_t>(rank)},
                       look_at(step.next),
                       step.op == Op::integer ? detail::bounds_bit(step.bounds) : detail::kAnyInteger});
  });
}

namespace {

// Where an instruction may go on; both are the same where there is one way only.
std::array<std::uint16_t, 2> ways_on(const detail::Instruction& step) {
  using detail::Op;
  if (step.op == Op::split) return {step.next, step.other};
  if (step.op == Op::ahead || step.op == Op::not_ahead) return {step.other, step.other};
  return {step.next, step.next};
}

}  // namespace

// The instructions of a rule that can be reached when one of them is left out.
std::vector<std::uint16_t> Compiler::reached_without(std::uint16_t entry, std::uint16_t left_out) const {
  std::vector<std::uint16_t> reached;
  std::vector<std::uint16_t> open = {entry};
  while (!open.empty()) {
    const std::uint16_t at = open.back();
    open.pop_back();
    if (at == left_out || std::ranges::find(reached, at) != reached.end()) continue;
    reached.push_back(at);
    if (grammar_.program_[at].op == detail::Op::accept) continue;
    for (const std::uint16_t next : ways_on(grammar_.program_[at])) open.push_back(next);
  }
  return reached;
}

// What can be read next at an instruction; empty where that may be anything, or nothing at all.
Compiler::NeedSet Compiler::readable_at(std::uint16_t at) const {
  using detail::Op;
  NeedSet found;
  bool anything = false;
  visit_next(at, [&](const Instruction& step) {
    anything |= step.op == Op::any_word || step.op == Op::capital || step.op == Op::accept;
    found.emplace(step.op == Op::word, step.symbol);
  });
  return anything ? NeedSet{} : found;
}

// The sets of a rule, but for what it begins with.
std::vector<Compiler::NeedSet> Compiler::need_sets(const detail::Rule& rule) const {
  const auto is_accept = [&](std::uint16_t at) { return grammar_.program_[at].op == detail::Op::accept; };
  const NeedSet first = readable_at(rule.entry);
  std::vector<NeedSet> sets;
  for (const std::uint16_t at : reached_without(rule.entry, 0)) {
    if (is_accept(at) || std::ranges::any_of(reached_without(rule.entry, at), is_accept)) continue;
    NeedSet set = readable_at(at);
    if (!set.empty() && set != first) sets.push_back(std::move(set));
  }
  std::ranges::sort(sets);
  const auto twice = std::ranges::unique(sets);
  sets.erase(twice.begin(), twice.end());
  return sets;
}

// Gives the sets that most rules share a bit each, and tells of every rule which it needs, of every class
// and word which it meets.
void Compiler::find_needs() {
  constexpr std::size_t kMost = std::tuple_size_v<decltype(detail::Needs::bits)> * 64;
  std::vector<std::vector<NeedSet>> of_rules;
  std::map<NeedSet, std::size_t> uses;
  for (const detail::Rule& rule : grammar_.rules_) {
    of_rules.push_back(rule.rank == 0 ? std::vector<NeedSet>{} : need_sets(rule));
    for (const NeedSet& set : of_rules.back()) ++uses[set];
  }
  std::vector<std::pair<std::size_t, NeedSet>> order;
  order.reserve(uses.size());
  for (const auto& [set, count] : uses) order.emplace_back(count, set);
  std::ranges::stable_sort(order, std::ranges::greater{}, [](const auto& one) { return one.first; });
  order.resize(std::min(order.size(), kMost));

  std::map<NeedSet, std::size_t> bits;
  std::map<Needed, detail::Needs> meets;
  for (std::size_t bit = 0; bit < order.size(); ++bit) {
    bits[order[bit].second] = bit;
    for (const Needed& one : order[bit].second) meets[one].bits[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  for (PendingStart& pending : starts_) {
    detail::Needs needs;
    for (const NeedSet& set : of_rules[pending.start.rule]) {
      if (const auto found = bits.find(set); found != bits.end())
        needs.bits[found->second / 64] |= std::uint64_t{1} << found->second % 64;
    }
    pending.start.needs = needs_number(needs);
  }
  for (const auto& [one, met] : meets) {
    auto& beginnings =
        one.first ? grammar_.words_[one.second].beginnings : grammar_.kind_beginnings_[one.second];
    beginnings.meets = needs_number(met);
  }
}

// Beyond so many sets no more are told apart.
std::uint8_t Compiler::integers_number(std::uint64_t integers) {
  auto& all = grammar_.integers_;
  const auto found = std::ranges::find(all, integers);
  if (found != all.end()) return static_cast<std::uint8_t>(found - all.begin());
  if (all.size() > UINT8_MAX) return 0;
  all.push_back(integers);
  return static_cast<std::uint8_t>(all.size() - 1);
}

std::uint16_t Compiler::look_number(const detail::Look& look) {
  const auto [found, is_new] =
      look_numbers_.try_emplace(look, static_cast<std::uint16_t>(grammar_.looks_.size()));
  if (is_new) grammar_.looks_.push_back(look);
  return found->second;
}

std::uint16_t Compiler::needs_number(const detail::Needs& needs) {
  const auto found = std::ranges::find(grammar_.needs_, needs);
  const auto number = static_cast<std::uint16_t>(found - grammar_.needs_.begin());
  if (found == grammar_.needs_.end()) grammar_.needs_.push_back(needs);
  return number;
}

}  // namespace tally::grammar
