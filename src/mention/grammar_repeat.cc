// Islands to and from the memory of those that were read before (grammar_derivations.h). Part of Chart.
#include <algorithm>

#include "mention/grammar.h"

namespace tally::grammar {

// Between which borders of the rules' bounds a number lies, and how many digits it has: what rules ask of it.
std::uint32_t Chart::number_class(const Meaning& read) const {
  constexpr std::uint32_t kMostDigits = 255;
  if (read.digits == 0 || read.number.scale() != 0) return 0;
  const auto border = std::ranges::upper_bound(number_borders_, read.number.coefficient());
  const auto between = static_cast<std::uint32_t>(border - number_borders_.begin());
  return (between + 1) << 8U | std::min<std::uint32_t>(read.digits, kMostDigits);
}

// Which of the entries of a word that ask for its very letters have them.
std::uint32_t Chart::exact_entries(std::uint32_t at) const {
  const detail::Word& word = grammar_->words_[words_[at - range_.begin]];
  std::uint32_t bits = 0;
  for (std::uint32_t i = 0; i < word.entries; ++i) {
    const detail::Entry& entry = grammar_->entries_[word.first_entry + i];
    if (entry.form == detail::kExactCase && stands(entry, at)) bits |= 1U << i % 32;
  }
  return bits;
}

// False: too much for the memory.
bool Chart::write_key(Range island) {
  auto& key = draft_.key;
  key.clear();
  if (island.size() > Derivations::kMostTokens) return false;
  const auto spelling = [&](std::uint32_t at) { return std::uint32_t{spellings_[at - range_.begin]}; };
  const std::uint32_t left = island.begin == range_.begin ? kBorder : spelling(island.begin - 1) & ~kSpaced;
  const std::uint32_t right = island.end == range_.end ? kBorder : spelling(island.end);
  key.push_back((left << 8U | right) & 0xFFFFU);
  std::size_t made = 0;
  for (std::uint32_t at = island.begin; at < island.end; ++at) {
    const detail::Shape& shape = shape_at(at);
    if (shape.has_many_entries) return false;
    key.push_back(words_[at - range_.begin] << 8U | spelling(at));
    if (shape.has_exact) key.push_back(exact_entries(at));
    for (; made < digits_.size() && digits_[made].token == at; ++made) {
      const Made& one = digits_[made];
      key.push_back(one.kind);
      if (one.kind == grammar_->numeral_) key.push_back(number_class(meanings_[one.meaning]));
    }
  }
  return true;
}

// Makes again what was made of such an island; false: a function answers otherwise here.
bool Chart::repeat(Range island, const Origin& origin, const Derivations::Found& found) {
  if (found.steps.empty() && found.tops == 0) return true;
  const auto fixed = static_cast<std::uint32_t>(grammar_->meanings_.size());
  for (const Derivations::Item& item : found.items) {
    const bool is_fixed = (item.meaning & Derivations::kFixed) != 0;
    items_.push_back(
        {.kind = item.kind,
         .begin = island.begin + item.begin,
         .end = island.begin + item.end,
         .meaning = is_fixed ? item.meaning & ~Derivations::kFixed : fixed + origin.meanings + item.meaning,
         .next = item.next == 0 ? kNone : origin.items + item.next - 1,
         .first_child = origin.children + item.first_child,
         .children = item.children,
         .rule = item.rule});
  }
  auto numbers = found.numbers;
  const auto take = [&](std::size_t count) {
    const auto taken = numbers.first(count);
    numbers = numbers.subspan(count);
    return taken;
  };
  std::uint32_t at = island.begin;
  for (const std::uint16_t first : take(island.size())) {
    covered_[at - range_.begin] = 0;
    head(at++) = first == 0 ? kNone : origin.items + first - 1;
  }
  const auto tops = take(found.tops);
  for (const std::uint16_t child : take(found.children)) children_.push_back(origin.items + child);
  for (const Derivations::Step& step : found.steps) {
    if (!repeat_step(island, origin, step, numbers.subspan(step.first_operand, step.operands))) return false;
  }
  for (const std::uint16_t top : tops) tops_.push_back(origin.items + top);
  return true;
}

bool Chart::repeat_step(Range island, const Origin& origin, const Derivations::Step& step,
                        std::span<const std::uint16_t> operands) {
  Match& match = scratch_;
  match.rule = step.rule;
  match.begin = island.begin + step.begin;
  match.count = step.pieces;
  for (std::size_t i = 0; i < step.pieces; ++i) {
    if ((operands[i] & Derivations::kToken) != 0) {
      const std::uint32_t at = island.begin + (operands[i] & ~std::uint32_t{Derivations::kToken});
      match.pieces[i] = {0, {at, at + 1}, nullptr};
    } else {
      const Item& item = items_[origin.items + operands[i]];
      match.pieces[i] = {item.kind, {item.begin, item.end}, &meaning(item)};
    }
  }
  const detail::Rule& rule = grammar_->rules_[step.rule];
  const auto arguments = grammar_->arguments_.rows(rule.arguments.begin, rule.arguments.end);
  for (std::size_t i = 0; i < arguments.size(); ++i)
    match.slots[arguments[i].slot] = static_cast<std::uint8_t>(operands[step.pieces + i]);
  if (produce(match, island.begin + step.end, match.made) != step.holds) return false;
  if (step.holds) meanings_.push_back(match.made);
  return true;
}

// What was made of the island is forgotten but for the meanings of its numbers.
void Chart::forget(Range island, const Origin& origin, std::size_t meanings) {
  items_.resize(origin.items);
  children_.resize(origin.children);
  meanings_.resize(meanings);
  for (std::uint32_t at = island.begin; at < island.end; ++at) head(at) = kNone;
}

// A call of a function while an island is read, for the next time.
void Chart::record(const Match& match, std::uint32_t end, bool holds) {
  const detail::Rule& rule = grammar_->rules_[match.rule];
  const auto arguments = grammar_->arguments_.rows(rule.arguments.begin, rule.arguments.end);
  draft_.steps.push_back({.rule = match.rule,
                          .operands = static_cast<std::uint16_t>(match.count + arguments.size()),
                          .first_operand = static_cast<std::uint16_t>(draft_.operands.size()),
                          .begin = static_cast<std::uint8_t>(match.begin - origin_.token),
                          .end = static_cast<std::uint8_t>(end - origin_.token),
                          .pieces = match.count,
                          .holds = holds});
  for (std::uint8_t i = 0; i < match.count; ++i) {
    const std::size_t what = match.items[i] == kNone
                                 ? (match.pieces[i].tokens.begin - origin_.token) | Derivations::kToken
                                 : match.items[i] - origin_.items;
    draft_.operands.push_back(static_cast<std::uint16_t>(what));
  }
  for (const detail::Argument& argument : arguments)
    draft_.operands.push_back(argument.slot == 0 ? 0 : match.slots[argument.slot]);
}

// Of the functions that said no at a place only those matter that would have beaten the match that was kept.
void Chart::drop_checks(std::size_t from) {
  if (best_.end == 0) return;
  const auto end = static_cast<std::uint8_t>(best_.end - origin_.token);
  const auto first = draft_.steps.begin() + static_cast<std::ptrdiff_t>(from);
  const auto loses = [&](const Derivations::Step& step) {
    return step.end < end || (step.end == end && step.rule > best_.rule);
  };
  draft_.steps.erase(std::remove_if(first, draft_.steps.end(), loses), draft_.steps.end());
}

// All that was made of the island, counted from where it begins.
void Chart::keep_derivation(Range island, std::size_t first_top) {
  constexpr std::size_t kMostOperands = 60000;
  if (items_.size() - origin_.items > Derivations::kMostItems || draft_.operands.size() > kMostOperands)
    return;
  const auto fixed = static_cast<std::uint32_t>(grammar_->meanings_.size());
  const auto number = [](std::size_t value) { return static_cast<std::uint16_t>(value); };
  const auto from_one = [&](std::uint32_t at) {
    return at == kNone ? number(0) : number(at - origin_.items + 1);
  };
  for (auto* all : {&draft_.heads, &draft_.tops, &draft_.children}) all->clear();
  draft_.items.clear();
  for (std::uint32_t at = island.begin; at < island.end; ++at) draft_.heads.push_back(from_one(head(at)));
  for (std::size_t i = first_top; i < tops_.size(); ++i)
    draft_.tops.push_back(number(tops_[i] - origin_.items));
  for (std::size_t i = origin_.children; i < children_.size(); ++i)
    draft_.children.push_back(number(children_[i] - origin_.items));
  for (const Item& item : std::span(items_).subspan(origin_.items)) {
    draft_.items.push_back(
        {.meaning = item.meaning < fixed ? item.meaning | Derivations::kFixed
                                         : item.meaning - fixed - origin_.meanings,
         .kind = number(item.kind),
         .next = from_one(item.next),
         .first_child = item.children == 0 ? number(0) : number(item.first_child - origin_.children),
         .rule = item.rule,
         .begin = static_cast<std::uint8_t>(item.begin - island.begin),
         .end = static_cast<std::uint8_t>(item.end - island.begin),
         .children = static_cast<std::uint8_t>(item.children)});
  }
  derivations_.keep(draft_);
}

}  // namespace tally::grammar
