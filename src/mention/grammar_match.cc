// A rule at a place of the chart → its match up to a given end: a backtracking walk through the rule's
// program, bounded in its steps. Part of Chart.
//
//   <number:n> "-"? <unit:u>     kind number · split · word "-" · kind unit · accept
#include <algorithm>

#include "mention/grammar_chart.h"

namespace tally::grammar {

using detail::Instruction;
using detail::Op;

namespace {
constexpr std::uint32_t kMostSteps = 800;    // of one attempt at one place
constexpr std::uint32_t kLongestBehind = 6;  // tokens looked back for what stands before
}  // namespace

// Whether the rule matches from the place to the end; then `match_` has how.
bool Chart::match_rule(std::uint16_t rule, std::uint32_t at, std::uint32_t end) {
  const detail::Rule& known = grammar_->rules_[rule];
  if (!known.before.empty() && !holds_before(known, at)) return false;
  match_.rule = rule;
  match_.begin = at;
  match_.end = end;
  match_.count = 0;
  match_.slots.fill(0);
  match_.is_found = false;
  steps_ = 0;
  walk(known.entry, at);
  return match_.is_found;
}

void Chart::walk(std::uint16_t at, std::uint32_t next_token) {
  for (;;) {
    if (++steps_ > kMostSteps) return;
    const Instruction& step = grammar_->program_[at];
    switch (step.op) {
      case Op::jump:
        at = step.next;
        break;
      case Op::split: {
        const detail::Ways& ways = grammar_->ways_[step.symbol];
        const detail::Look& there = look_at(next_token);
        const bool other = ways.other.sees(there);
        if (!ways.next.sees(there)) {
          if (!other) return;
          at = step.other;
        } else {
          if (other) walk(step.next, next_token);
          if (match_.is_found) return;
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
        if (may_begin(step, next_token)) walk_items(step, next_token);
        return;
      case Op::word:
      case Op::any_word:
      case Op::capital:
        walk_token(step, next_token);
        return;
      case Op::accept:
        match_.is_found = next_token == match_.end && produce();
        return;
    }
  }
}

// One look at what stands at the token; most choices end on it.
bool Chart::may_begin(const Instruction& step, std::uint32_t at) const {
  return (look_at(at).items & detail::kind_bit(step.symbol)) != 0;
}

// Whether one of a chain of choices, each of one piece, begins at the token.
bool Chart::any_fits(std::uint16_t choice, std::uint32_t at) {
  for (; grammar_->program_[choice].op != Op::accept; ++choice) {
    if (fits_token(grammar_->program_[choice], at)) return true;
  }
  return false;
}

bool Chart::fits(const Instruction& step, const Item& item) const {
  if (step.op == Op::kind) return item.kind == step.symbol;
  if (item.kind != grammar_->numeral_) return false;
  if (step.op == Op::numeral) return true;
  if ((look_at(item.begin).integers & detail::bounds_bit(step.bounds)) == 0) return false;
  const Meaning& read = meaning(item);
  const detail::Bounds& bounds = grammar_->bounds_[step.bounds];
  if (read.digits == 0 || (bounds.digits != 0 && read.digits != bounds.digits)) return false;
  const std::int64_t value = read.number.coefficient();
  return read.number.scale() == 0 && bounds.low <= value && value <= bounds.high;
}

bool Chart::fits_token(const Instruction& step, std::uint32_t at) {
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
  if (!may_begin(step, at)) return false;
  list(at);
  for (std::uint32_t i = first_at(at); i != kNoItem; i = items_[i].next) {
    if (fits(step, items_[i])) return true;
  }
  return false;
}

void Chart::walk_items(const Instruction& step, std::uint32_t at) {
  if (at >= range_.end || match_.count >= Match::kMostPieces || place(at).is_covered != 0) return;
  list(at);
  for (std::uint32_t i = first_at(at); i != kNoItem; i = items_[i].next) {
    const Item& found = items_[i];
    if (found.end > match_.end || !fits(step, found)) continue;
    const std::uint8_t was = match_.slots[step.slot];
    match_.pieces[match_.count] = {found.kind, {found.begin, found.end}, nullptr};
    match_.items[match_.count] = i;
    ++match_.count;
    if (step.slot != 0) match_.slots[step.slot] = match_.count;
    walk(step.next, found.end);
    if (match_.is_found) return;
    --match_.count;
    if (step.slot != 0) match_.slots[step.slot] = was;
  }
}

void Chart::walk_token(const Instruction& step, std::uint32_t at) {
  if (match_.count >= Match::kMostPieces || at >= match_.end || !fits_token(step, at)) return;
  const std::uint8_t was = match_.slots[step.slot];
  match_.pieces[match_.count] = {0, {at, at + 1}, nullptr};
  match_.items[match_.count] = kNoItem;
  ++match_.count;
  if (step.slot != 0) match_.slots[step.slot] = match_.count;
  walk(step.next, at + 1);
  if (match_.is_found) return;
  --match_.count;
  if (step.slot != 0) match_.slots[step.slot] = was;
}

// What the rule makes of the match.
bool Chart::produce() {
  const detail::Rule& rule = grammar_->rules_[match_.rule];
  // Numbers that were asked for on the way have moved what was made before them.
  for (std::uint8_t i = 0; i < match_.count; ++i) {
    if (match_.items[i] != kNoItem) match_.pieces[i].meaning = &meaning(items_[match_.items[i]]);
  }
  const auto pieces = std::span(match_.pieces).first(match_.count);
  if (rule.function == 0) {
    const auto first =
        std::ranges::find_if(pieces, [](const Piece& piece) { return piece.meaning != nullptr; });
    match_.made = first == pieces.end() ? Meaning{} : *first->meaning;
    return true;
  }
  // Copied from what is empty: to clear them in place takes the compiler an instruction that is slow to
  // begin.
  static constexpr Meaning kEmpty;
  static constexpr decltype(Call::arguments) kNoArguments{};
  match_.made = kEmpty;
  Call call{*grammar_, *article_, tokens_, {match_.begin, match_.end}, pieces, kNoArguments};
  for (const detail::Argument& argument :
       grammar_->arguments_.rows(rule.arguments.begin, rule.arguments.end)) {
    if (argument.slot == 0) {
      call.arguments[argument.parameter] = &grammar_->meanings_[argument.constant];
    } else if (const std::uint8_t piece = match_.slots[argument.slot]; piece != 0) {
      call.arguments[argument.parameter] = match_.pieces[piece - 1U].meaning;
    }
  }
  return grammar_->functions_[rule.function](call, match_.made);
}

bool Chart::ends_before(const Instruction& choice, std::uint32_t at) {
  if (choice.op == Op::start) return at == range_.begin;
  if (choice.op == Op::glued) return at > range_.begin && (token(at).flags & kSpaceBefore) == 0;
  if (choice.op == Op::word || choice.op == Op::any_word || choice.op == Op::capital)
    return at > range_.begin && fits_token(choice, at - 1);
  for (std::uint32_t back = 1; back <= kLongestBehind && at >= range_.begin + back; ++back) {
    const std::uint32_t from = at - back;
    if (!may_begin(choice, from)) continue;
    list(from);
    for (std::uint32_t i = first_at(from); i != kNoItem; i = items_[i].next) {
      if (items_[i].end == at && fits(choice, items_[i])) return true;
    }
  }
  return false;
}

// Of what stands before the token the classes that may end there, as bits.
std::uint64_t Chart::kinds_before(std::uint32_t at) const {
  std::uint64_t kinds = 0;
  for (std::uint32_t from = at; from > range_.begin && from + kLongestBehind > at; --from)
    kinds |= look_at(from - 1).items;
  return kinds;
}

// As Condition::told.
std::uint64_t Chart::told_before(std::uint32_t place) const {
  return place == 0 ? 0 : automaton_.told_by(standings_[place - 1]) | places_[place].phrases_before;
}

// A few looks come first: most conditions end there.
bool Chart::holds(const detail::Condition& condition, std::uint32_t at) {
  const bool is_told = condition.told != 0;
  if (is_told && (told_before(at - range_.begin) & condition.told) == 0) return false;
  const std::uint64_t kinds = is_told ? ~std::uint64_t{0} : kinds_before(at);
  const auto choices = grammar_->choices_.rows(condition.choices.begin, condition.choices.end);
  return std::ranges::any_of(choices, [&](const Instruction& choice) {
    const bool of_items = choice.op == Op::kind || choice.op == Op::integer || choice.op == Op::numeral;
    return (!of_items || (kinds & detail::kind_bit(choice.symbol)) != 0) && ends_before(choice, at);
  });
}

bool Chart::holds_before(const detail::Rule& rule, std::uint32_t at) {
  const auto conditions = grammar_->conditions_.rows(rule.before.begin, rule.before.end);
  return std::ranges::all_of(conditions, [&](const detail::Condition& condition) {
    return holds(condition, at) == condition.wanted;
  });
}

}  // namespace tally::grammar
