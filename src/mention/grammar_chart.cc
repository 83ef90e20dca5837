// Tokens of one sentence → items: a cascade of ranks over a chart, each rank longest first from
// left to right. Entry: Chart::parse.
//
//   tokens   about  1.2       million  workers
//   rank 0          numeral   multiplier            vocabulary and number tokens
//   rank 1          number────────────              covers "million": nothing begins there later
//   rank 2   hedged─────────────────
#include <algorithm>
#include <bit>

#include "mention/grammar.h"

namespace tally::grammar {

namespace {
// Set at every place, so that a rule of one piece (all bits) always passes.
constexpr std::uint64_t kNothing = std::uint64_t{1} << 63;

// By the serial of a grammar, what its charts on this thread have learnt of the vocabulary's words.
thread_local std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> known_words;
}  // namespace

Chart::Chart(const Grammar& grammar) : grammar_(&grammar), known_(&known_words[grammar.serial_]) {}

void Chart::parse(const Article& article, Range tokens) {
  article_ = &article;
  tokens_ = article.tokens.data();
  range_ = tokens;
  if (grammar_->has_suffixes_ || has_code_before_amount(tokens)) cut_tokens(tokens);
  items_.clear();
  children_.clear();
  meanings_.clear();
  active_.clear();
  any_ranks_ = 0;
  met_ = {};
  heads_.assign(range_.size(), kNone);
  words_.assign(range_.size(), 0);
  covered_.assign(range_.size(), 0);
  ranks_.assign(range_.size(), 0);
  // The bit of the end stands for nothing; every rule that may end after its first piece has all bits.
  masks_.assign(range_.size() + 1, kNothing);
  read_tokens();
  if (active_.empty()) return;
  for (const std::uint32_t rank : grammar_->ranks_used_) {
    if ((any_ranks_ >> rank & 1) != 0) run_rank(static_cast<int>(rank));
  }
}

// What stands at a place: which rules may begin there, and what it is good for elsewhere.
void Chart::note(std::uint32_t at, const detail::Beginnings& beginnings) {
  ranks_[at - range_.begin] |= beginnings.ranks;
  any_ranks_ |= beginnings.ranks;
  if (beginnings.meets != 0) met_.add(grammar_->needs_[beginnings.meets]);
}

void Chart::add(Item item) {
  std::uint32_t* link = &head(item.begin);
  while (*link != kNone && items_[*link].end > item.end) link = &items_[*link].next;
  note(item.begin, grammar_->kind_beginnings_[item.kind]);
  masks_[item.begin - range_.begin] |= detail::kind_bit(item.kind);
  item.next = *link;
  *link = static_cast<std::uint32_t>(items_.size());
  items_.push_back(item);
}

// The next places at which a rule of the rank may begin, as bits by their order among the active ones:
// gathered without a branch, because whether a place is one can hardly be foretold.
std::uint64_t Chart::places_of_rank(std::size_t first, int rank) const {
  std::uint64_t places = 0;
  const std::size_t count = std::min<std::size_t>(active_.size() - first, 64);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t place = active_[first + i] - range_.begin;
    const std::uint64_t begins = (ranks_[place] >> static_cast<unsigned>(rank)) & 1U & ~covered_[place];
    places |= begins << i;
  }
  return places;
}

void Chart::run_rank(int rank) {
  std::uint32_t from = 0;
  for (std::size_t first = 0; first < active_.size(); first += 64) {
    for (std::uint64_t places = places_of_rank(first, rank); places != 0; places &= places - 1) {
      const std::uint32_t at = active_[first + static_cast<std::size_t>(std::countr_zero(places))];
      if (at >= from) from = std::max(from, run_place(at, rank));
    }
  }
}

// Where the best match at the place ends; 0 where there is none.
std::uint32_t Chart::run_place(std::uint32_t at, int rank) {
  best_.end = 0;
  steps_ = 0;
  const std::uint32_t word = words_[at - range_.begin];
  if (word != 0 && (grammar_->words_[word].beginnings.ranks >> rank & 1) != 0)
    run_rules(grammar_->group(grammar_->words_[word].beginnings, rank), {at, at + 1}, best_);
  // Items added by this rank begin where the scan has been; the list does not change under it.
  for (std::uint32_t i = head(at); i != kNone; i = items_[i].next) {
    const detail::Beginnings& beginnings = grammar_->kind_beginnings_[items_[i].kind];
    if ((beginnings.ranks >> rank & 1) != 0)
      run_rules(grammar_->group(beginnings, rank), {at, items_[i].end}, best_);
  }
  if (best_.end != 0) keep(best_);
  return best_.end;
}

void Chart::keep(const Match& best) {
  const auto first = static_cast<std::uint32_t>(children_.size());
  for (std::uint8_t i = 0; i < best.count; ++i) {
    if (best.items[i] != kNone) children_.push_back(best.items[i]);
  }
  meanings_.push_back(best.made);
  add({.kind = grammar_->rules_[best.rule].kind,
       .begin = best.begin,
       .end = best.end,
       .meaning = static_cast<std::uint32_t>(grammar_->meanings_.size() + meanings_.size() - 1),
       .first_child = first,
       .children = static_cast<std::uint16_t>(children_.size() - first),
       .rule = best.rule});
  for (std::uint32_t at = best.begin + 1; at < best.end; ++at) covered_[at - range_.begin] = 1;
}

std::span<const std::uint32_t> Chart::children(const Item& item) const {
  return std::span(children_).subspan(item.first_child, item.children);
}

const std::vector<std::uint32_t>& Chart::tops() {
  tops_.clear();
  for (const std::uint32_t at : active_) {
    if (covered_[at - range_.begin] != 0) continue;
    // The longest product; of equals the one made last, which stands first.
    for (std::uint32_t i = heads_[at - range_.begin]; i != kNone; i = items_[i].next) {
      if (items_[i].rule == 0) continue;
      tops_.push_back(i);
      break;
    }
  }
  return tops_;
}

}  // namespace tally::grammar
