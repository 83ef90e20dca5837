// A rule at a place of the chart → its longest match: a backtracking walk through the rule's program,
// bounded in its steps. Part of Chart.
//
//   <number:n> "-"? <unit:u>     kind number · split · word "-" · kind unit · accept
#include <algorithm>

#include "mention/grammar.h"

namespace tally::grammar {

using detail::Instruction;
using detail::Op;

namespace {
constexpr std::uint32_t kMostSteps = 800;    // of one attempt at one place
constexpr std::uint32_t kLongestBehind = 6;  // tokens looked back for what stands before
}  // namespace

// The starts of a group that may go on with what stands second.
std::span<const std::uint32_t> Chart::starts_before(std::uint32_t group, const detail::Look& second,
                                                    std::uint64_t integers) {
  constexpr std::size_t kMostLists = 1U << 15U;
  const auto list = [&](std::uint32_t at) {
    return std::span<const std::uint32_t>(start_lists_).subspan(at + 1, start_lists_[at]);
  };
  Seen& seen = seen_starts_.at(group, second, integers);
  if (seen.is_of(group, second, integers)) return list(seen.found);
  if (start_lists_.size() > kMostLists) {
    start_lists_.clear();
    std::ranges::fill(seen_starts_.slots, Seen{});  // where they are: `seen` is one of them
  }
  seen = {group, static_cast<std::uint32_t>(start_lists_.size()), second, integers};
  start_lists_.push_back(0);
  const Range starts = grammar_->start_groups_[group].starts;
  for (std::uint32_t i = starts.begin; i < starts.end; ++i) {
    const detail::Start& start = grammar_->starts_[i];
    if (!grammar_->looks_[start.second].sees(second)) continue;
    if ((grammar_->integers_[start.integers] & integers) == 0) continue;
    start_lists_.push_back(i);
    ++start_lists_[seen.found];
  }
  return list(seen.found);
}

// Tries the rules that can begin with an item at the place, or with its word where there is none.
void Chart::run_rules(std::uint32_t group, const Item* first, std::uint32_t at, Match& best) {
  const detail::Look& second = there_[(first == nullptr ? at + 1 : first->end) - range_.begin];
  const bool numeral = first != nullptr && first->kind == grammar_->numeral_;
  const std::uint64_t integers = numeral ? there_[at - range_.begin].integers : detail::kAnyInteger;
  const detail::Group& all = grammar_->start_groups_[group];
  if (!all.second.sees(second) || (all.integers & integers) == 0) return;
  for (const std::uint32_t i : starts_before(group, second, integers)) {
    const detail::Start& start = grammar_->starts_[i];
    if (start.needs != 0 && !grammar_->needs_[start.needs].are_met_by(met_)) continue;
    const detail::Rule& rule = grammar_->rules_[start.rule];
    if (!rule.before.empty() && !holds_before(rule, at)) continue;
    scratch_.rule = start.rule;
    scratch_.begin = at;
    scratch_.count = 0;
    scratch_.slots.fill(0);
    walk(scratch_, rule.entry, at, best);
  }
}

void Chart::walk(Match& match, std::uint16_t at, std::uint32_t next_token, Match& best) {
  for (;;) {
    if (++steps_ > kMostSteps) return;
    const Instruction& step = grammar_->program_[at];
    switch (step.op) {
      case Op::jump:
        at = step.next;
        break;
      case Op::split: {
        const detail::Ways& ways = grammar_->ways_[step.symbol];
        const detail::Look& there = there_[next_token - range_.begin];
        const bool other = ways.other.sees(there);
        if (!ways.next.sees(there)) {
          if (!other) return;
          at = step.other;
        } else {
          if (other) walk(match, step.next, next_token, best);
          at = other ? step.other : step.next;
        }
        break;
      }
      case Op::glued:
      case Op::apart: {
        const bool space = next_token < range_.end && (token(next_token).flags & kSpaceBefore) != 0;
        if (next_token >= range_.end || space != (step.op == Op::apart)) return;
        at = step.next;
        break;
      }
      case Op::start:
        if (next_token != range_.begin) return;
        at = step.next;
        break;
      case Op::not_ahead:
      case Op::ahead:
        if (any_fits(step.next, next_token) != (step.op == Op::ahead)) return;
        at = step.other;
        break;
      case Op::kind:
      case Op::integer:
      case Op::numeral:
        if (may_begin(step, next_token)) walk_items(match, step, next_token, best);
        return;
      case Op::word:
      case Op::any_word:
      case Op::capital:
        walk_token(match, step, next_token, best);
        return;
      case Op::accept:
        accept(match, next_token, best);
        return;
    }
  }
}

// One look at what stands at the token; most choices end on it.
bool Chart::may_begin(const Instruction& step, std::uint32_t at) const {
  switch (step.op) {
    case Op::kind:
    case Op::integer:
    case Op::numeral:
      return (there_[at - range_.begin].items & detail::kind_bit(step.symbol)) != 0;
    case Op::word:
      return (there_[at - range_.begin].items & detail::word_bit(step.symbol)) != 0;
    default:
      return true;
  }
}

// Whether one of a chain of choices, each of one piece, begins at the token.
bool Chart::any_fits(std::uint16_t choice, std::uint32_t at) const {
  for (; grammar_->program_[choice].op != Op::accept; ++choice) {
    if (fits_token(grammar_->program_[choice], at)) return true;
  }
  return false;
}

bool Chart::fits(const Instruction& step, const Item& item) const {
  if (step.op == Op::kind) return item.kind == step.symbol;
  if (item.kind != grammar_->numeral_) return false;
  if (step.op == Op::numeral) return true;
  if ((there_[item.begin - range_.begin].integers & detail::bounds_bit(step.bounds)) == 0) return false;
  const Meaning& read = meaning(item);
  const detail::Bounds& bounds = grammar_->bounds_[step.bounds];
  if (read.digits == 0 || (bounds.digits != 0 && read.digits != bounds.digits)) return false;
  const std::int64_t value = read.number.coefficient();
  return read.number.scale() == 0 && bounds.low <= value && value <= bounds.high;
}

bool Chart::fits_token(const Instruction& step, std::uint32_t at) const {
  if (step.op == Op::start) return at >= range_.end;
  if (at >= range_.end) return false;
  switch (step.op) {
    case Op::word:
      return words_[at - range_.begin] == step.symbol;
    case Op::any_word:
      return token(at).kind == TokenKind::word;
    case Op::capital:
      return token(at).kind == TokenKind::word && (token(at).flags & (kCapitalised | kAllCapitals)) != 0;
    case Op::glued:
      return (token(at).flags & kSpaceBefore) == 0;
    default:
      break;
  }
  for (std::uint32_t i = heads_[at - range_.begin]; i != kNone; i = items_[i].next) {
    if (fits(step, items_[i])) return true;
  }
  return false;
}

namespace {
void release(std::array<std::uint8_t, 16>& slots, std::uint8_t slot, std::uint8_t was) {
  if (slot != 0) slots[slot] = was;
}
}  // namespace

void Chart::walk_items(Match& match, const Instruction& step, std::uint32_t at, Match& best) {
  if (at >= range_.end || match.count >= Match::kMostPieces || (covered_[at - range_.begin] != 0)) return;
  for (std::uint32_t i = head(at); i != kNone; i = items_[i].next) {
    const Item& found = items_[i];
    if (!fits(step, found)) continue;
    const std::uint8_t was = match.slots[step.slot];
    match.pieces[match.count] = {found.kind, {found.begin, found.end}, &meaning(found)};
    match.items[match.count] = i;
    ++match.count;
    if (step.slot != 0) match.slots[step.slot] = match.count;
    walk(match, step.next, found.end, best);
    --match.count;
    release(match.slots, step.slot, was);
  }
}

void Chart::walk_token(Match& match, const Instruction& step, std::uint32_t at, Match& best) {
  if (match.count >= Match::kMostPieces || !fits_token(step, at)) return;
  const std::uint8_t was = match.slots[step.slot];
  match.pieces[match.count] = {0, {at, at + 1}, nullptr};
  match.items[match.count] = kNone;
  ++match.count;
  if (step.slot != 0) match.slots[step.slot] = match.count;
  walk(match, step.next, at + 1, best);
  --match.count;
  release(match.slots, step.slot, was);
}

void Chart::accept(Match& match, std::uint32_t end, Match& best) {
  if (end <= match.begin || end < best.end || (end == best.end && match.rule >= best.rule)) return;
  if (!produce(match, end, match.made)) return;
  best.rule = match.rule;
  best.begin = match.begin;
  best.end = end;
  best.count = match.count;
  best.slots = match.slots;
  std::copy_n(match.pieces.begin(), match.count, best.pieces.begin());
  std::copy_n(match.items.begin(), match.count, best.items.begin());
  best.made = match.made;
}

bool Chart::produce(const Match& match, std::uint32_t end, Meaning& out) const {
  const detail::Rule& rule = grammar_->rules_[match.rule];
  out = {};
  if (rule.function == 0) {
    for (std::uint8_t i = 0; i < match.count; ++i) {
      if (match.pieces[i].meaning != nullptr) {
        out = *match.pieces[i].meaning;
        break;
      }
    }
    return true;
  }
  Call call{*grammar_, *article_, tokens_, {match.begin, end}, std::span(match.pieces).first(match.count),
            {}};
  for (const detail::Argument& argument :
       grammar_->arguments_.rows(rule.arguments.begin, rule.arguments.end)) {
    if (argument.slot == 0) {
      call.arguments[argument.parameter] = &grammar_->meanings_[argument.constant];
    } else if (const std::uint8_t piece = match.slots[argument.slot]; piece != 0) {
      call.arguments[argument.parameter] = match.pieces[piece - 1U].meaning;
    }
  }
  return grammar_->functions_[rule.function](call, out);
}

bool Chart::ends_before(const Instruction& choice, std::uint32_t at) const {
  if (choice.op == Op::start) return at == range_.begin;
  if (choice.op == Op::glued) return at > range_.begin && (token(at).flags & kSpaceBefore) == 0;
  for (std::uint32_t back = 1; back <= kLongestBehind && at >= range_.begin + back; ++back) {
    const std::uint32_t from = at - back;
    if (choice.op == Op::word || choice.op == Op::any_word || choice.op == Op::capital)
      return fits_token(choice, from);
    for (std::uint32_t i = heads_[from - range_.begin]; i != kNone; i = items_[i].next) {
      if (items_[i].end == at && fits(choice, items_[i])) return true;
    }
  }
  return false;
}

bool Chart::holds_before(const detail::Rule& rule, std::uint32_t at) const {
  const auto conditions = grammar_->conditions_.rows(rule.before.begin, rule.before.end);
  return std::ranges::all_of(conditions, [&](const detail::Condition& condition) {
    if (condition.words != 0) {
      const bool none = at == range_.begin || (there_[at - 1 - range_.begin].items & condition.words) == 0;
      if (none) return !condition.wanted;
    }
    const auto choices = grammar_->choices_.rows(condition.choices.begin, condition.choices.end);
    const bool any =
        std::ranges::any_of(choices, [&](const Instruction& choice) { return ends_before(choice, at); });
    return any == condition.wanted;
  });
}

}  // namespace tally::grammar
