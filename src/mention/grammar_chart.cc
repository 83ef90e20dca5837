// Tokens of one sentence → items: the ranks one after the other. Entry: Chart::parse.
#include "mention/grammar_chart.h"

#include <algorithm>
#include <bit>
#include <ranges>
#include <utility>

#include "mention/number_functions.h"

namespace tally::grammar {

Chart::Chart(const Grammar& grammar) : grammar_(&grammar), automaton_(grammar) {
  forget_words();
}

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
  items_.resize(1);  // of no number
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
  if (automaton_.ends_at_once(standings_[place], standings_[place + 1])) {
    here.endings = 0;
    here.ranks = 0;
    here.reach = place + 1;
    return;
  }
  here.first_ending = static_cast<std::uint32_t>(endings_.size());
  const Automaton::Reading reading = automaton_.read(standings_, place, told_before(place), endings_);
  here.endings = static_cast<std::uint16_t>(endings_.size() - here.first_ending);
  here.reach = reading.reach;
  here.ranks = here.is_passed_on() ? reading.new_ranks : reading.ranks;
  any_ranks_ |= here.ranks;
}

void Chart::look_everywhere() {
  endings_.clear();
  any_ranks_ = 0;
  for (const std::uint32_t place : active_) look(place);
}

void Chart::run_ranks() {
  look_everywhere();
  // What a rank makes is for those behind it.
  for (std::uint32_t done = 0; (any_ranks_ & ~done) != 0;) {
    const std::uint32_t rank = static_cast<std::uint32_t>(std::countr_zero(any_ranks_ & ~done));
    done = (2U << rank) - 1;
    if (automaton_.make_room_for_endings()) look_everywhere();
    run_rank(rank);
  }
}

void Chart::run_rank(std::uint32_t rank) {
  changed_.clear();
  std::uint32_t from = 0;
  for (const std::uint32_t place : active_) {
    if ((places_[place].ranks >> rank & 1U) == 0 || places_[place].is_covered != 0 || place < from) continue;
    const std::uint32_t end = run_place(range_.begin + place, rank);
    if (end != 0) from = end - range_.begin;
  }
  if (!changed_.empty()) look_again();
}

// Where something new stands, what reached up to there may go on with it.
void Chart::look_again() {
  const std::uint32_t last = changed_.back();
  std::size_t i = active_.size();
  while (i > 0 && active_[i - 1] > last) --i;
  const Place* const places = places_.data();
  std::uint32_t first_behind = last;  // of the places that changed the first that is not before this one
  for (std::size_t next = changed_.size() - 1; i-- > 0;) {
    const std::uint32_t place = active_[i];
    while (next > 0 && changed_[next - 1] >= place) first_behind = changed_[--next];
    if (first_behind <= places[place].reach && places[place].is_covered == 0) look(place);
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

// What the vocabulary has at the place. Shortest first, so that the longest comes to stand at the head.
void Chart::list(std::uint32_t at) {
  if (place(at).is_listed != 0) return;
  make_number(at);
  place(at).is_listed = 1;
  for (const detail::Entry& entry : entries_at(at)) {
    if (stands(entry, at))
      link({.kind = entry.kind, .begin = at, .end = at + 1 + entry.rest_count, .meaning = entry.meaning});
  }
  if (place(at).passes != 0 && place(at).chain != Grammar::kNumeralChain) pass_on_word(at);
}

Item Chart::product_of(const Match& match) {
  const auto first = static_cast<std::uint32_t>(children_.size());
  for (std::uint8_t i = 0; i < match.count; ++i) {
    if (match.items[i] != kNoItem) children_.push_back(match.items[i]);
  }
  meanings_.push_back(match.made);
  return {.kind = grammar_->rules_[match.rule].kind,
          .begin = match.begin,
          .end = match.end,
          .meaning = last_meaning(),
          .first_child = first,
          .children = static_cast<std::uint16_t>(children_.size() - first),
          .rule = match.rule};
}

// A numeral in digits, or a word such as "two", is passed on at once through the ranks to come, where no rule
// can tell; what comes in between after all takes it back.
void Chart::pass_on(std::uint32_t at, std::uint32_t item) {
  for (const detail::Passing& pass : passes_at(at)) {
    children_.push_back(std::exchange(item, static_cast<std::uint32_t>(items_.size())));
    link({.kind = pass.kind,
          .begin = at,
          .end = at + 1,
          .meaning = items_[children_.back()].meaning,
          .first_child = static_cast<std::uint32_t>(children_.size() - 1),
          .children = 1,
          .rule = pass.rule});
  }
}

void Chart::pass_on_word(std::uint32_t at) {
  const Symbol from = grammar_->chains_[place(at).chain].from;
  std::uint32_t word = place(at).head;
  while (items_[word].kind != from) word = items_[word].next;
  Meaning spelled = meaning(items_[word]);
  spelled.flags |= kSpelled;  // as value() has it
  meanings_.push_back(spelled);
  const std::uint32_t passed = static_cast<std::uint32_t>(items_.size());
  pass_on(at, word);
  for (std::size_t i = passed; i < items_.size(); ++i) items_[i].meaning = last_meaning();
}

std::span<const detail::Passing> Chart::passes_at(std::uint32_t at) {
  return grammar_->passes(place(at).chain).first(place(at).passes);
}

// What was passed on in the rank or a later one is no more.
void Chart::take_back(std::uint32_t at, std::uint32_t rank) {
  Place& here = place(at);
  const bool is_made = here.chain == Grammar::kNumeralChain ? here.number == 0 : here.is_listed != 0;
  while (here.passes > 0 && passes_at(at).back().rank >= rank) {
    const detail::Passing& pass = passes_at(at).back();
    --here.passes;
    here.is_cut_short = 1;
    if (is_made) {
      std::uint32_t* link = &here.head;
      while (items_[*link].rule != pass.rule) link = &items_[*link].next;
      *link = items_[*link].next;
    }
    Standing& standing = standings_[at - range_.begin];
    standing = automaton_.without_item(standing, pass.kind, 1);
  }
}

bool Chart::is_passed(std::uint32_t at, std::uint32_t rule) {
  const auto passes = passes_at(at);
  return std::ranges::find(passes, rule, &detail::Passing::rule) != passes.end();
}

void Chart::keep(const Match& match) {
  const auto rank = static_cast<std::uint32_t>(grammar_->rules_[match.rule].rank);
  for (std::uint32_t at = match.begin; at < match.end; ++at) {
    if (place(at).passes != 0) take_back(at, rank);
  }
  const Item made = product_of(match);
  list(made.begin);
  link(made);
  place(made.begin).is_grown = 1;
  const std::uint32_t begin = made.begin - range_.begin;
  Standing& standing = standings_[begin];
  standing = automaton_.with_item(standing, made.kind, made.end - made.begin);
  if (made.kind == grammar_->numeral_) standing = automaton_.with_integer(standing, match.made);
  for (std::uint32_t inner = begin + 1; inner < made.end - range_.begin; ++inner) {
    places_[inner].is_covered = 1;
    standings_[inner] = automaton_.covered(standings_[inner]);
  }
  changed_.push_back(begin);
}

std::span<const std::uint32_t> Chart::children(const Item& item) const {
  return std::span(children_).subspan(item.first_child, item.children);
}

void Chart::add_tops() {
  if (meanings_.empty() && (!has_passes_ || leaves_numerals_)) return;
  for (const std::uint32_t at : active_) {
    if (places_[at].is_covered != 0) continue;
    if (places_[at].passes != 0 && !leaves_numerals_) list(range_.begin + at);
    // The longest product; of equals the one made last, which stands first.
    for (std::uint32_t i = places_[at].head; i != kNoItem; i = items_[i].next) {
      if (items_[i].rule == 0) continue;
      tops_.push_back(i);
      break;
    }
  }
}

// What the vocabulary may have at a place: its phrases only where the next word goes on with one.
std::span<const detail::Entry> Chart::entries_at(std::uint32_t at) const {
  const std::size_t place = at - range_.begin;
  const detail::Word& word = grammar_->words_[words_[place]];
  const auto entries = grammar_->entries_.rows(word.first_entry, word.first_entry + word.entries);
  if (place + 1 < words_.size() && word.may_go_on_with(words_[place + 1])) return entries;
  const auto longer = std::ranges::find_if(entries, [](const auto& entry) { return entry.rest_count != 0; });
  return {entries.begin(), longer};
}

bool Chart::has_item(std::uint32_t at, Symbol kind, std::uint32_t end) const {
  if (places_[at - range_.begin].is_listed != 0) {
    for (std::uint32_t i = first_at(at); i != kNoItem; i = items_[i].next) {
      if (items_[i].kind == kind && items_[i].end <= end) return true;
    }
    return false;
  }
  return std::ranges::any_of(entries_at(at), [&](const detail::Entry& entry) {
    return entry.kind == kind && at + 1 + entry.rest_count <= end && stands(entry, at);
  });
}

}  // namespace tally::grammar
