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

}  // namespace

Chart::Chart(const Grammar& grammar) : grammar_(&grammar) {}

void Chart::parse(const Article& article, Range tokens) {
  article_ = &article;
  tokens_ = article.tokens.data();
  range_ = tokens;
  if (grammar_->has_suffixes_) cut_tokens(tokens);
  find_words();
  if (has_glue_ && !grammar_->has_suffixes_ && has_glued_amount(tokens)) {
    cut_tokens(tokens);
    find_words();
  }
  items_.clear();
  children_.clear();
  meanings_.clear();
  tops_.clear();
  heads_.assign(range_.size(), kNone);
  covered_.assign(range_.size(), kUnread);
  ranks_.assign(range_.size(), 0);
  // The bit of the end stands for nothing; every rule that may end after its first piece has all bits.
  there_.assign(range_.size() + 1, {.items = kNothing});
  find_islands();
  for (const Range island : islands_) read_island(island);
}

void Chart::read_island(Range island) {
  digits_.clear();
  for (std::uint32_t at = island.begin; at < island.end; ++at) read_digits(at);
  run_ranks(island);
}

void Chart::run_ranks(Range island) {
  active_.clear();
  any_ranks_ = 0;
  longest_ = 1;
  met_ = {};
  for (const Made& made : digits_) {
    const auto meaning = static_cast<std::uint32_t>(grammar_->meanings_.size() + made.meaning);
    link({.kind = made.kind, .begin = made.token, .end = made.token + 1, .meaning = meaning});
  }
  for (std::uint32_t at = island.begin; at < island.end; ++at) {
    covered_[at - range_.begin] = 0;
    if (words_[at - range_.begin] != 0) read_entries(at);
    arm_token(at);
  }
  for (const std::uint32_t at : active_) look_again(at);
  for (const std::uint32_t rank : grammar_->ranks_used_) {
    if ((any_ranks_ >> rank & 1) != 0) run_rank(static_cast<int>(rank));
  }
  add_tops();
}

// What a token and its items may begin and be good for.
void Chart::arm_token(std::uint32_t at) {
  for (std::uint32_t i = head(at); i != kNone; i = items_[i].next) show(items_[i]);
  if (const std::uint32_t word = words_[at - range_.begin]; word != 0) {
    note(at, grammar_->words_[word].beginnings);
    there_[at - range_.begin].items |= detail::word_bit(word);
  }
  if (ranks_[at - range_.begin] != 0) active_.push_back(at);
}

// What stands at a place: which rules may begin there, and what it is good for elsewhere.
void Chart::note(std::uint32_t at, const detail::Beginnings& beginnings) {
  ranks_[at - range_.begin] |= beginnings.ranks;
  if (beginnings.meets != 0) met_.add(grammar_->needs_[beginnings.meets]);
}

void Chart::link(Item item) {
  std::uint32_t* link = &head(item.begin);
  while (*link != kNone && items_[*link].end > item.end) link = &items_[*link].next;
  item.next = *link;
  *link = static_cast<std::uint32_t>(items_.size());
  items_.push_back(item);
}

// To the rules.
void Chart::show(const Item& item) {
  note(item.begin, grammar_->kind_beginnings_[item.kind]);
  detail::Look& there = there_[item.begin - range_.begin];
  there.items |= detail::kind_bit(item.kind);
  if (item.kind == grammar_->numeral_) there.integers |= integers_at(item);
  longest_ = std::max(longest_, item.end - item.begin);
}

// The bounds that a number token lies in.
std::uint64_t Chart::integers_at(const Item& item) const {
  std::uint64_t in = detail::kAnyNumeral;
  const Meaning& read = meaning(item);
  if (read.digits == 0 || read.number.scale() != 0) return in;
  const std::int64_t value = read.number.coefficient();
  for (std::size_t i = 0; i < grammar_->bounds_.size(); ++i) {
    const detail::Bounds& bounds = grammar_->bounds_[i];
    const bool inside =
        (bounds.digits == 0 || read.digits == bounds.digits) && bounds.low <= value && value <= bounds.high;
    in |= inside ? detail::bounds_bit(i) : 0;
  }
  return in;
}

// The ranks in which a rule with these beginnings may match before what stands second.
std::uint32_t Chart::live_ranks(const detail::Beginnings& beginnings, std::uint32_t second,
                                std::uint64_t integers) {
  if (beginnings.ranks == 0) return 0;
  const detail::Look& there = there_[second - range_.begin];
  Seen& seen = seen_ranks_.at(beginnings.first_group, there, integers);
  if (seen.is_of(beginnings.first_group, there, integers)) return seen.found;
  std::uint32_t live = 0;
  const detail::Group* group = grammar_->start_groups_.data() + beginnings.first_group;
  for (std::uint32_t ranks = beginnings.ranks; ranks != 0; ranks &= ranks - 1, ++group) {
    const bool may_match = group->second.sees(there) && (group->integers & integers) != 0;
    live |= may_match ? ranks & (~ranks + 1) : 0;
  }
  seen = {beginnings.first_group, live, there, integers};
  return live;
}

// In which ranks a rule may match at the place, as far as can be told now.
void Chart::look_again(std::uint32_t at) {
  const std::uint32_t place = at - range_.begin;
  const detail::Word& word = grammar_->words_[words_[place]];
  std::uint32_t live = live_ranks(word.beginnings, at + 1, detail::kAnyInteger);
  for (std::uint32_t i = heads_[place]; i != kNone; i = items_[i].next) {
    const Item& item = items_[i];
    const bool numeral = item.kind == grammar_->numeral_;
    live |= live_ranks(grammar_->kind_beginnings_[item.kind], item.end,
                       numeral ? there_[place].integers : detail::kAnyInteger);
  }
  ranks_[place] = live;
  any_ranks_ |= live;
}

// Something new stands at the place: what ends before it may go on with it.
void Chart::tell_before(std::uint32_t at) {
  const std::uint32_t first = at - std::min(at - range_.begin, longest_);
  for (std::uint32_t before = first; before < at; ++before) {
    if (covered_[before - range_.begin] == 0) look_again(before);
  }
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
    run_rules(grammar_->group(grammar_->words_[word].beginnings, rank), nullptr, at, best_);
  // Items added by this rank begin where the scan has been; the list does not change under it.
  for (std::uint32_t i = head(at); i != kNone; i = items_[i].next) {
    const detail::Beginnings& beginnings = grammar_->kind_beginnings_[items_[i].kind];
    if ((beginnings.ranks >> rank & 1) != 0)
      run_rules(grammar_->group(beginnings, rank), &items_[i], at, best_);
  }
  if (best_.end != 0) keep(best_);
  return best_.end;
}

Item Chart::product_of(const Match& match) {
  const auto first = static_cast<std::uint32_t>(children_.size());
  for (std::uint8_t i = 0; i < match.count; ++i) {
    if (match.items[i] != kNone) children_.push_back(match.items[i]);
  }
  meanings_.push_back(match.made);
  return {.kind = grammar_->rules_[match.rule].kind,
          .begin = match.begin,
          .end = match.end,
          .meaning = static_cast<std::uint32_t>(grammar_->meanings_.size() + meanings_.size() - 1),
          .first_child = first,
          .children = static_cast<std::uint16_t>(children_.size() - first),
          .rule = match.rule};
}

void Chart::keep(const Match& best) {
  const Item made = product_of(best);
  link(made);
  show(made);
  for (std::uint32_t at = best.begin + 1; at < best.end; ++at) covered_[at - range_.begin] = kCovered;
  look_again(best.begin);
  tell_before(best.begin);
}

std::span<const std::uint32_t> Chart::children(const Item& item) const {
  return std::span(children_).subspan(item.first_child, item.children);
}

void Chart::add_tops() {
  for (const std::uint32_t at : active_) {
    if (covered_[at - range_.begin] != 0) continue;
    // The longest product; of equals the one made last, which stands first.
    for (std::uint32_t i = heads_[at - range_.begin]; i != kNone; i = items_[i].next) {
      if (items_[i].rule == 0) continue;
      tops_.push_back(i);
      break;
    }
  }
}

bool Chart::has(std::uint32_t at, Symbol kind, std::uint32_t end) const {
  if (covered_[at - range_.begin] != kUnread) {
    for (std::uint32_t i = heads_[at - range_.begin]; i != kNone; i = items_[i].next) {
      if (items_[i].kind == kind && items_[i].end <= end) return true;
    }
    return false;
  }
  const detail::Word& word = grammar_->words_[words_[at - range_.begin]];
  for (std::uint32_t i = 0; i < word.entries; ++i) {
    const detail::Entry& entry = grammar_->entries_[word.first_entry + i];
    if (entry.kind == kind && at + 1 + entry.rest_count <= end && stands(entry, at)) return true;
  }
  return false;
}

}  // namespace tally::grammar
