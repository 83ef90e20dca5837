// What stands at a place, made bit by bit and kept: part of Automaton.
//
//   "March" after a space      word 0 · written with a capital, spaced · month 1, name_month 1
#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "mention/grammar_automaton.h"

namespace tally::grammar {

namespace {

// Set at every place, so that a rule of one piece (all bits) always passes.
constexpr std::uint64_t kNothing = std::uint64_t{1} << 63U;

// What a standing was made of, as one number: how, from which, and by what.
enum class Making : std::uint8_t { word = 1, item, integer, mark, number, without };
std::uint64_t making(Making how, std::uint32_t from, std::uint32_t what, std::uint32_t more = 0) {
  return static_cast<std::uint64_t>(how) << 60U | std::uint64_t{from} << 36U | std::uint64_t{what} << 12U |
         more;
}

}  // namespace

Automaton::Automaton(const Grammar& grammar) : grammar_(&grammar) {
  seen_.resize((grammar.program_.size() + 63) / 64);
  seen_by_way_.resize(seen_.size());
  way_numbers_.resize(grammar.program_.size());
  forget();
}

void Automaton::forget() {
  standings_.clear();
  facts_.assign(1, {});
  made_.clear();
  recently_made_.fill({});
  forget_states();
  for (std::uint32_t spelling = 0; spelling < plain_.size(); ++spelling)
    plain_[spelling] = keep(std::array{0U, spelling, 0U, 0U});
  past_end_ = keep(std::array{0U, detail::kPastEnd, 0U, 0U});
}

void Automaton::forget_states() {
  state_rows_.clear();
  states_.assign(1, {});
  beginning_ = state_rows_.of(std::array{kBeginning});
  states_.push_back(grammar_->beginning_);
  plains_.assign(2, {});
  list_rows_.clear();
  lists_.assign(1, {});
  steps_.clear();
  made_steps_.assign(1, {});
  recent_.assign(recent_.size(), {});
  for (Facts& facts : facts_) {
    facts.first = {};
    facts.ends_at = 0;
  }
}

bool Automaton::make_room() {
  constexpr std::size_t kMostStandings = std::size_t{1} << 14U;
  const bool is_full = standings_.size() > kMostStandings;
  if (is_full) forget();
  static_cast<void>(make_room_for_endings());
  return is_full;
}

bool Automaton::make_room_for_endings() {
  constexpr std::size_t kMostStates = std::size_t{1} << 14U, kMostSteps = std::size_t{1} << 16U;
  const bool is_full =
      states_.size() > kMostStates || made_steps_.size() > kMostSteps / 4 || steps_.size() > kMostSteps;
  if (is_full) forget_states();
  return is_full;
}

// Most makings come again soon: those stand near at hand.
std::uint64_t Automaton::find_made(std::uint64_t key) {
  auto& [recent_key, made] = recently_made_[key * 0x9E3779B97F4A7C15U >> (64U - kRecentlyMadeBits)];
  if (recent_key != key) {
    const std::uint64_t known = made_.find(key);
    if (known == 0) return 0;
    recent_key = key;
    made = known;
  }
  return made;
}

Standing Automaton::keep(std::span<const std::uint32_t> row) {
  const std::uint32_t found = standings_.of(row);
  if (found < facts_.size()) return found;
  Facts facts;
  facts.look = {.items = kNothing, .integers = row[kIntegersAt] | std::uint64_t{row[kIntegersAt + 1]} << 32U};
  if (row[kWordAt] != 0) {
    facts.look.items |= detail::word_bit(row[kWordAt]);
    facts.begins = grammar_->words_[row[kWordAt]].beginnings.count != 0;
  }
  for (std::size_t i = kItemsAt; i < row.size(); i += 2) {
    facts.look.items |= detail::kind_bit(row[i]);
    facts.begins |= grammar_->kind_beginnings_[row[i]].count != 0;
  }
  facts.marks = row[kMarksAt];
  facts_.push_back(facts);
  return found;
}

Standing Automaton::of_known_word(std::uint32_t word, std::uint32_t spelling) {
  const std::uint64_t key = making(Making::word, spelling, word);
  if (const std::uint64_t known = find_made(key); known != 0) return static_cast<Standing>(known);
  const detail::Word& found = grammar_->words_[word];
  Standing standing = keep(std::array{found.is_literal ? word : 0U, spelling, 0U, 0U});
  if ((spelling & detail::kIsSuffix) == 0) {
    for (const detail::Entry& entry :
         grammar_->entries_.rows(found.first_entry, found.first_entry + found.entries)) {
      const bool in_case = entry.form != detail::kCapital || (spelling & detail::kIsCapital) != 0;
      if (entry.rest_count == 0 && entry.form != detail::kExactCase && in_case)
        standing = with_item(standing, entry.kind, 1);
    }
  }
  made_.add(key, standing);
  return standing;
}

Standing Automaton::with_item(Standing standing, Symbol kind, std::uint32_t length) {
  if (length > kLongest) return standing;
  const std::uint64_t key = making(Making::item, standing, kind, length);
  if (const std::uint64_t known = find_made(key); known != 0) return static_cast<Standing>(known);
  const auto old = standings_[standing];
  std::vector<std::uint32_t> row(old.begin(), old.end());
  std::size_t at = kItemsAt;
  while (at < row.size() && std::pair(row[at], row[at + 1]) < std::pair(kind, length)) at += 2;
  if (at == row.size() || row[at] != kind || row[at + 1] != length)
    row.insert(row.begin() + static_cast<std::ptrdiff_t>(at), {kind, length});
  const Standing made = keep(row);
  made_.add(key, made);
  return made;
}

Standing Automaton::without_item(Standing standing, Symbol kind, std::uint32_t length) {
  const std::uint64_t key = making(Making::without, standing, kind, length);
  if (const std::uint64_t known = find_made(key); known != 0) return static_cast<Standing>(known);
  const auto old = standings_[standing];
  std::vector<std::uint32_t> row(old.begin(), old.begin() + kItemsAt);
  for (std::size_t i = kItemsAt; i < old.size(); i += 2) {
    if (old[i] != kind || old[i + 1] != length) row.insert(row.end(), {old[i], old[i + 1]});
  }
  const Standing made = keep(row);
  made_.add(key, made);
  return made;
}

Standing Automaton::with_passes(Standing standing, std::uint8_t chain) {
  for (const detail::Passing& pass : grammar_->passes(chain)) standing = with_item(standing, pass.kind, 1);
  return standing;
}

Standing Automaton::with_number(Standing standing, const NumberSort& sort) {
  const std::uint32_t reading = sort.integer << 3U | (sort.full_groups != 0 ? 4U : 0U) |
                                (sort.is_numeral ? 2U : 0U) | (sort.is_passed_on ? 1U : 0U);
  const std::uint64_t key = making(Making::number, standing, sort.groups, reading);
  if (const std::uint64_t known = find_made(key); known != 0) return static_cast<Standing>(known);
  Standing made = standing;
  if (sort.is_numeral) made = with_integer_sort(with_item(made, grammar_->numeral_, 1), sort.integer);
  if (sort.is_passed_on) made = with_passes(made, Grammar::kNumeralChain);
  if (sort.groups != 0) made = with_item(made, sort.groups, 1);
  if (sort.full_groups != 0) made = with_item(made, sort.full_groups, 1);
  made_.add(key, made);
  return made;
}

std::uint32_t Automaton::integer_sort(Decimal number, std::uint16_t digits) const {
  if (digits == 0 || number.scale() != 0) return 0;
  std::uint32_t stretch = 0;
  for (const std::int64_t cut : grammar_->cuts_) stretch += cut <= number.coefficient() ? 1 : 0;
  const auto& counts = grammar_->digit_counts_;
  const auto count = static_cast<std::size_t>(std::ranges::find(counts, digits) - counts.begin());
  return static_cast<std::uint32_t>(stretch * (counts.size() + 1) + count + 1);
}

Standing Automaton::with_integer(Standing standing, const Meaning& read) {
  return with_integer_sort(standing, integer_sort(read.number, read.digits));
}

Standing Automaton::with_integer_sort(Standing standing, std::uint32_t sort) {
  const std::uint64_t key = making(Making::integer, standing, sort);
  if (const std::uint64_t known = find_made(key); known != 0) return static_cast<Standing>(known);
  const std::uint64_t integers = sort == 0 ? detail::kAnyNumeral : grammar_->bounds_in_[sort - 1];
  const auto old = standings_[standing];
  std::vector<std::uint32_t> row(old.begin(), old.end());
  row[kIntegersAt] |= static_cast<std::uint32_t>(integers);
  row[kIntegersAt + 1] |= static_cast<std::uint32_t>(integers >> 32U);
  const Standing made = keep(row);
  made_.add(key, made);
  return made;
}

Standing Automaton::with_mark(Standing standing, std::uint32_t mark) {
  const std::uint64_t key = making(Making::mark, standing, mark);
  if (const std::uint64_t known = find_made(key); known != 0) return static_cast<Standing>(known);
  const auto old = standings_[standing];
  std::vector<std::uint32_t> row(old.begin(), old.end());
  row[kMarksAt] |= mark;
  const Standing made = keep(row);
  made_.add(key, made);
  return made;
}

}  // namespace tally::grammar
