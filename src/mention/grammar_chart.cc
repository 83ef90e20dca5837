// Tokens of one sentence → items: the ranks one after the other. Entry: Chart::parse.
#include "mention/grammar_chart.h"

#include <algorithm>
#include <ranges>

namespace tally::grammar {

Chart::Chart(const Grammar& grammar) : grammar_(&grammar), automaton_(grammar) {}

void Chart::parse(const Article& article, Range tokens) {
  article_ = &article;
  tokens_ = article.tokens.data();
  range_ = tokens;
  if (automaton_.make_room()) forget_words();
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
  find_standings();
  run_ranks();
  add_tops();
}

// In which ranks a rule may match at a place, as far as can be told now.
void Chart::look(std::uint32_t place) {
  Place& here = places_[place];
  here.first_ending = static_cast<std::uint32_t>(endings_.size());
  const std::uint64_t before =
      place == 0 ? 0 : automaton_.told_by(standings_[place - 1]) | here.phrases_before;
  const Automaton::Reading reading = automaton_.read(standings_, place, before, endings_);
  here.endings = static_cast<std::uint32_t>(endings_.size()) - here.first_ending;
  here.reach = reading.reach;
  here.ranks = here.passes == grammar_->numeral_passes_.size() ? reading.new_ranks : reading.ranks;
  any_ranks_ |= here.ranks;
}

void Chart::look_everywhere() {
  endings_.clear();
  any_ranks_ = 0;
  for (const std::uint32_t place : active_) look(place);
}

void Chart::run_ranks() {
  look_everywhere();
  for (const std::uint32_t rank : grammar_->ranks_used_) {
    if ((any_ranks_ >> rank & 1U) == 0) continue;
    if (automaton_.make_room_for_endings()) look_everywhere();
    run_rank(rank);
  }
}

void Chart::run_rank(std::uint32_t rank) {
  changed_.clear();
  std::uint32_t from = 0;
  for (const std::uint32_t place : active_) {
    if ((places_[place].ranks >> rank & 1U) == 0 || places_[place].is_covered || place < from) continue;
    const std::uint32_t end = run_place(range_.begin + place, rank);
    if (end != 0) from = end - range_.begin;
  }
  if (!changed_.empty()) look_again();
}

// Where something new stands, what reached up to there may go on with it.
void Chart::look_again() {
  std::size_t next = changed_.size();
  for (std::size_t i = active_.size(); i-- > 0;) {
    const std::uint32_t place = active_[i];
    while (next > 0 && changed_[next - 1] >= place) --next;
    const bool is_reached = next < changed_.size() && changed_[next] <= places_[place].reach;
    if (is_reached && !places_[place].is_covered) look(place);
  }
}

// Makes what the rules of the rank make at the place: the longest, of equals that of the first rule. Gives
// where it ends; 0 where there is none.
std::uint32_t Chart::run_place(std::uint32_t at, std::uint32_t rank) {
  const auto endings = std::span(endings_).subspan(place(at).first_ending, place(at).endings);
  for (const Automaton::Ending& ending : std::views::reverse(endings)) {
    for (const std::uint32_t rule : automaton_.rules(ending)) {
      if (static_cast<std::uint32_t>(grammar_->rules_[rule].rank) != rank) continue;
      if (is_passed(at, rule)) return at + 1;
      if (!match_rule(static_cast<std::uint16_t>(rule), at, range_.begin + ending.end)) continue;
      keep(match_);
      return match_.end;
    }
  }
  return 0;
}

void Chart::link(Item item) {
  std::uint32_t* link = &place(item.begin).head;
  while (*link != kNone && items_[*link].end > item.end) link = &items_[*link].next;
  item.next = *link;
  *link = static_cast<std::uint32_t>(items_.size());
  items_.push_back(item);
}

// What the vocabulary has at the place. Shortest first, so that the longest comes to stand at the head.
void Chart::list(std::uint32_t at) {
  if (place(at).is_listed) return;
  place(at).is_listed = true;
  const detail::Word& word = grammar_->words_[words_[at - range_.begin]];
  for (const detail::Entry& entry :
       grammar_->entries_.rows(word.first_entry, word.first_entry + word.entries)) {
    if (stands(entry, at))
      link({.kind = entry.kind, .begin = at, .end = at + 1 + entry.rest_count, .meaning = entry.meaning});
  }
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

// A numeral in digits is passed on at once through the ranks to come, where no rule can tell; what comes in
// between after all takes it back.
void Chart::pass_on(std::uint32_t at, Standing& standing) {
  for (const detail::Passing& pass : grammar_->numeral_passes_) {
    const std::uint32_t numeral = place(at).head;
    children_.push_back(numeral);
    link({.kind = pass.kind,
          .begin = at,
          .end = at + 1,
          .meaning = items_[numeral].meaning,
          .first_child = static_cast<std::uint32_t>(children_.size() - 1),
          .children = 1,
          .rule = pass.rule});
  }
  place(at).passes = static_cast<std::uint8_t>(grammar_->numeral_passes_.size());
  standing = automaton_.with_passes(standing);
}

// What was passed on in the rank or a later one is no more.
void Chart::take_back(std::uint32_t at, std::uint32_t rank) {
  Place& here = place(at);
  while (here.passes > 0 && grammar_->numeral_passes_[here.passes - 1U].rank >= rank) {
    const detail::Passing& pass = grammar_->numeral_passes_[--here.passes];
    std::uint32_t* link = &here.head;
    while (items_[*link].rule != pass.rule) link = &items_[*link].next;
    *link = items_[*link].next;
    Standing& standing = standings_[at - range_.begin];
    standing = automaton_.without_item(standing, pass.kind, 1);
  }
}

bool Chart::is_passed(std::uint32_t at, std::uint32_t rule) {
  const auto passes = std::span(grammar_->numeral_passes_.data(), place(at).passes);
  return std::ranges::find(passes, rule, &detail::Passing::rule) != passes.end();
}

void Chart::keep(const Match& match) {
  const auto rank = static_cast<std::uint32_t>(grammar_->rules_[match.rule].rank);
  for (std::uint32_t at = match.begin; at < match.end; ++at) take_back(at, rank);
  const Item made = product_of(match);
  list(made.begin);
  link(made);
  const std::uint32_t begin = made.begin - range_.begin;
  Standing& standing = standings_[begin];
  standing = automaton_.with_item(standing, made.kind, made.end - made.begin);
  if (made.kind == grammar_->numeral_) standing = automaton_.with_integer(standing, match.made);
  for (std::uint32_t inner = begin + 1; inner < made.end - range_.begin; ++inner) {
    places_[inner].is_covered = true;
    standings_[inner] = automaton_.with_mark(standings_[inner], detail::kCovered);
  }
  changed_.push_back(begin);
}

std::span<const std::uint32_t> Chart::children(const Item& item) const {
  return std::span(children_).subspan(item.first_child, item.children);
}

void Chart::add_tops() {
  if (meanings_.empty()) return;
  for (const std::uint32_t at : active_) {
    if (places_[at].is_covered) continue;
    // The longest product; of equals the one made last, which stands first.
    for (std::uint32_t i = places_[at].head; i != kNone; i = items_[i].next) {
      if (items_[i].rule == 0) continue;
      tops_.push_back(i);
      break;
    }
  }
}

bool Chart::has(std::uint32_t at, Symbol kind, std::uint32_t end) const {
  if ((look_at(at).items & detail::kind_bit(kind)) == 0) return false;
  if (places_[at - range_.begin].is_listed) {
    for (std::uint32_t i = first_at(at); i != kNone; i = items_[i].next) {
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
