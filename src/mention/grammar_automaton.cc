// See grammar_automaton.h. Here: the states, made as they are met; grammar_standings.cc has the standings.
#include "mention/grammar_automaton.h"

#include <algorithm>
#include <array>

namespace tally::grammar {

using detail::Instruction;
using detail::Op;

template <class Number>
void MemoOf<Number>::add(Number key, Number value) {
  if ((size_ + 1) * 2 > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    mask_ = slots_.size() - 1;
    ++bits_;
    size_ = 0;
    for (const Slot& slot : old) {
      if (slot.key != 0) add(slot.key, slot.value);
    }
  }
  std::size_t slot = place_of(key);
  while (slots_[slot].key != 0 && slots_[slot].key != key) slot = (slot + 1) & mask_;
  size_ += slots_[slot].key == 0 ? 1 : 0;
  slots_[slot] = {key, value};
}

template class MemoOf<std::uint32_t>;
template class MemoOf<std::uint64_t>;

std::uint32_t Rows::of(std::span<const std::uint32_t> row) {
  if (row.empty()) return 0;
  std::uint64_t hash = row.size();
  for (const std::uint32_t number : row) hash = (hash ^ number) * 0x9E3779B97F4A7C15U ^ hash >> 31U;
  // Where two rows share a hash the next one is free, or is this row's.
  for (hash = std::max<std::uint64_t>(hash, 1);; hash += hash == UINT64_MAX ? 2 : 1) {
    const auto known = static_cast<std::uint32_t>(by_hash_.find(hash));
    if (known == 0) break;
    if (std::ranges::equal((*this)[known], row)) return known;
  }
  const auto made = static_cast<std::uint32_t>(size());
  numbers_.insert(numbers_.end(), row.begin(), row.end());
  begins_.push_back(static_cast<std::uint32_t>(numbers_.size()));
  by_hash_.add(hash, made);
  return made;
}

void Rows::clear() {
  *this = {};
}

// One look at the place where nothing is that the state asks for, one look-up otherwise.
inline Automaton::Step Automaton::step_of(std::uint32_t from, Standing standing) {
  const Facts& facts = facts_[standing];
  const State& state = states_[from];
  if (facts.look.sees((facts.marks & detail::kCovered) != 0 ? state.covered : state.look)) {
    if ((from | standing) >> kKeyBits != 0) return read_step(from, standing);
    const std::uint32_t key = from << kKeyBits | standing;
    Recent& slot = recent(key);
    if (slot.key == key) return unpacked(slot.step);
    const Step step = read_step(from, standing);
    if (is_small(step)) slot = {key, packed(step)};
    return step;
  }
  const std::uint32_t plain = plain_of(facts.marks & state.marks);
  const Step known = plains_[from][plain];
  return known.is_known() ? known : plain_step(from, plain);
}

Automaton::Reading Automaton::read(std::span<const Standing> standings, std::uint32_t at,
                                   std::uint64_t before, std::vector<Ending>& endings) {
  Reading reading;
  Step step = first_step(standings[at]);
  std::uint32_t place = at;
  for (int count = 1;; ++count) {
    reading.reach = place;
    if (step.rules() != 0) {
      const List& list = lists_[step.rules()];
      const std::uint32_t behind = (before & list.wanted) == 0 ? 0 : ranks_behind(step.rules(), before);
      reading.ranks |= list.ranks | behind;
      reading.new_ranks |= list.new_ranks | behind;
      endings.push_back({place, step.rules()});
    }
    if (count == 2 && step.next() == kDead && step.rules() == 0) learn_end(standings[at], standings[place]);
    place += 1 + step.skip();
    if (step.next() == kDead || place >= standings.size() || count == kMostPlaces) return reading;
    step = step_of(step.next(), standings[place]);
  }
}

Automaton::Step Automaton::first_step(Standing standing) {
  if (!facts_[standing].first.is_known()) {
    const Step made = make_step_of_part(beginning_, standing);
    facts_[standing].first = made;
  }
  return facts_[standing].first;
}

// Most of what may begin a rule ("the", "in") ends with the next place, where nothing that matters stands.
void Automaton::learn_end(Standing first, Standing second) {
  Facts& facts = facts_[first];
  if (facts.first.rules() != 0 || facts.first.skip() != 0) return;
  const State& state = states_[facts.first.next()];
  if (state.look.sees(facts_[second].look)) return;
  facts.second = state.look;
  facts.ends_at |= static_cast<std::uint16_t>(1U << plain_of(facts_[second].marks));
}

Automaton::Step Automaton::read_step(std::uint32_t from, Standing standing) {
  const Step step = known_step(from, standing);
  return step.is_known() ? step : make_step_of_part(from, standing);
}

Automaton::Step Automaton::plain_step(std::uint32_t state, std::uint32_t plain) {
  const Step made = make_step(state, plain == kPlains - 1 ? past_end_ : plain_[plain]);
  return plains_[state][plain] = made;
}

Automaton::Step Automaton::make_step_of_part(std::uint32_t state, Standing standing) {
  const Standing part = part_of(standing, states_[state]);
  if (const Step known = known_step(state, part); known.is_known()) {
    keep_step(state, standing, steps_.find(state << kKeyBits | part));
    return known;
  }
  const Step made = make_step(state, part);
  const auto number = static_cast<std::uint32_t>(made_steps_.size());
  made_steps_.push_back(made);
  keep_step(state, part, number);
  if (part != standing) keep_step(state, standing, number);
  return made;
}

// What of a standing a state asks for: the rest might as well not be there.
Standing Automaton::part_of(Standing standing, const detail::Asked& asked) {
  const auto whole = standings_[standing];
  const bool is_covered = (whole[kMarksAt] & detail::kCovered) != 0;
  const detail::Look& look = is_covered ? asked.covered : asked.look;
  row_.assign(whole.begin(), whole.begin() + kItemsAt);
  if (whole[kWordAt] != 0 && (detail::word_bit(whole[kWordAt]) & look.items) == 0) row_[kWordAt] = 0;
  row_[kMarksAt] &= asked.marks | detail::kCovered;
  const std::uint64_t integers = whole[kIntegersAt] | std::uint64_t{whole[kIntegersAt + 1]} << 32U;
  const bool is_number = (integers & look.integers) != 0;
  for (std::size_t i = kItemsAt; i < whole.size(); i += 2) {
    const bool is_asked = (look.items & detail::kind_bit(whole[i])) != 0;
    if (is_asked || (is_number && whole[i] == grammar_->numeral_))
      row_.insert(row_.end(), {whole[i], whole[i + 1]});
  }
  const std::uint64_t asked_integers = is_number ? integers & look.integers : 0;
  row_[kIntegersAt] = static_cast<std::uint32_t>(asked_integers);
  row_[kIntegersAt + 1] = static_cast<std::uint32_t>(asked_integers >> 32U);
  return keep(row_);
}

// The ranks of the rules of a list that go behind this only.
std::uint32_t Automaton::ranks_behind(std::uint32_t list, std::uint64_t before) const {
  std::uint32_t ranks = 0;
  for (const std::uint32_t rule : list_rows_[list]) {
    const detail::Rule& known = grammar_->rules_[rule];
    if ((wanted_before(known) & before) != 0) ranks |= 1U << static_cast<unsigned>(known.rank);
  }
  return ranks;
}

// What a rule wants one of before it, as bits; 0 where it wants none of which that can be told.
std::uint64_t Automaton::wanted_before(const detail::Rule& rule) const {
  for (const detail::Condition& condition : grammar_->conditions_.rows(rule.before.begin, rule.before.end)) {
    if (condition.wanted && condition.told != 0) return condition.told;
  }
  return 0;
}

std::uint32_t Automaton::keep_rules() {
  if (ended_.empty()) return 0;
  const auto place = [&](std::uint32_t rule) { return std::pair(grammar_->rules_[rule].rank, rule); };
  std::ranges::sort(ended_, {}, place);
  ended_.erase(std::ranges::unique(ended_).begin(), ended_.end());
  const std::uint32_t list = list_rows_.of(ended_);
  if (list < lists_.size()) return list;
  List& made = lists_.emplace_back();
  for (const std::uint32_t rule : ended_) {
    const std::uint64_t words = wanted_before(grammar_->rules_[rule]);
    const auto rank = 1U << static_cast<unsigned>(grammar_->rules_[rule].rank);
    const bool passes =
        std::ranges::find(grammar_->passes_, rule, &detail::Passing::rule) != grammar_->passes_.end();
    if (words == 0) made.ranks |= rank;
    if (words == 0 && !passes) made.new_ranks |= rank;
    made.wanted |= words;
  }
  return list;
}

std::uint32_t Automaton::keep_state(std::span<const std::uint32_t> ways) {
  const std::uint32_t number = state_rows_.of(ways);
  if (number < states_.size()) return number;
  State state;
  for (const std::uint32_t way : ways) {
    if (way >> kWayBits == 0) state.add(way_from(static_cast<std::uint16_t>(way)).asked);
  }
  states_.push_back(state);
  plains_.push_back({});
  return number;
}

Automaton::Step Automaton::make_step(std::uint32_t state, Standing standing) {
  const std::vector<std::uint32_t> from(state_rows_[state].begin(), state_rows_[state].end());
  const auto here = standings_[standing];
  here_ = facts_[standing].look;
  ways_.clear();
  ended_.clear();
  std::ranges::fill(seen_, 0);
  if (from.front() == kBeginning) {
    begin_rules(here);
  } else {
    for (const std::uint32_t way : from) {
      if (way >> kWayBits != 0) {
        ways_.push_back(way - (1U << kWayBits));
      } else {
        follow(static_cast<std::uint16_t>(way), here, false);
      }
    }
  }
  std::ranges::sort(ways_);
  ways_.erase(std::ranges::unique(ways_).begin(), ways_.end());
  // The ways stand in order of how far they are from going on.
  const std::uint32_t skip = ways_.empty() ? 0 : ways_.front() >> kWayBits;
  for (std::uint32_t& way : ways_) way -= skip << kWayBits;
  return Step(keep_state(ways_), skip, keep_rules());
}

void Automaton::begin_rules(std::span<const std::uint32_t> here) {
  if ((here[kMarksAt] & (detail::kCovered | detail::kPastEnd)) != 0) return;
  if (here[kWordAt] != 0) begin_rules(grammar_->words_[here[kWordAt]].beginnings, here);
  for (std::size_t i = kItemsAt; i < here.size(); i += 2)
    begin_rules(grammar_->kind_beginnings_[here[i]], here);
}

void Automaton::begin_rules(const detail::Beginnings& beginnings, std::span<const std::uint32_t> here) {
  for (const std::uint16_t rule :
       grammar_->starts_.rows(beginnings.first, beginnings.first + beginnings.count))
    follow(grammar_->rules_[rule].entry, here, true);
}

const Automaton::Way& Automaton::way_from(std::uint16_t at) {
  if (way_numbers_[at] == 0) learn_way(at);
  return known_ways_[way_numbers_[at]];
}

// Through jumps and choices.
std::vector<std::uint16_t> Automaton::leads_from(std::uint16_t from) {
  std::vector<std::uint16_t> leads;
  std::ranges::fill(seen_by_way_, 0);
  open_ = {from};
  while (!open_.empty()) {
    const std::uint16_t at = open_.back();
    open_.pop_back();
    if ((seen_by_way_[at / 64] >> at % 64 & 1U) != 0) continue;
    seen_by_way_[at / 64] |= std::uint64_t{1} << at % 64;
    const Instruction& step = grammar_->program_[at];
    if (step.op == Op::split) open_.push_back(step.other);
    if (step.op == Op::split || step.op == Op::jump) {
      open_.push_back(step.next);
    } else {
      leads.push_back(at);
    }
  }
  return leads;
}

void Automaton::learn_way(std::uint16_t from) {
  Way made;
  auto leads = leads_from(from);
  const auto look_of = [&](std::uint16_t at) {
    const Instruction& step = grammar_->program_[at];
    detail::Look look;
    if (step.op == Op::kind) look.items = detail::kind_bit(step.symbol);
    if (step.op == Op::word) look.items = detail::word_bit(step.symbol);
    if (step.op == Op::integer) look.integers = detail::bounds_bit(step.bounds);
    if (step.op == Op::numeral) look.integers = detail::kAnyNumeral;
    return look;
  };
  const auto reads = [&](std::uint16_t at) { return (look_of(at).items | look_of(at).integers) != 0; };
  const auto rest = std::ranges::partition(leads, reads);
  made.first = static_cast<std::uint32_t>(leads_.size());
  made.count = static_cast<std::uint32_t>(leads.size());
  made.readings = made.count - static_cast<std::uint32_t>(rest.size());
  for (const std::uint16_t at : leads) made.reads.add(look_of(at));
  leads_.insert(leads_.end(), leads.begin(), leads.end());
  std::ranges::fill(seen_by_way_, 0);
  grammar_->ask_from(from, open_, seen_by_way_, made.asked);
  way_numbers_[from] = static_cast<std::uint16_t>(known_ways_.size());
  known_ways_.push_back(made);
}

// Goes on from an instruction to the ways behind what is read here, and to the ends of rules.
void Automaton::follow(std::uint16_t from, std::span<const std::uint32_t> here, bool opening) {
  const Way& way = way_from(from);
  std::uint32_t lead = way.first + (way.reads.sees(here_) ? 0 : way.readings);
  for (const std::uint32_t end = way.first + way.count; lead < end; ++lead)
    follow_step(leads_[lead], here, opening);
}

void Automaton::follow_step(std::uint16_t at, std::span<const std::uint32_t> here, bool opening) {
  if ((seen_[at / 64] >> at % 64 & 1U) != 0) return;
  seen_[at / 64] |= std::uint64_t{1} << at % 64;
  const Instruction& step = grammar_->program_[at];
  const bool past_end = (here[kMarksAt] & detail::kPastEnd) != 0;
  const bool spaced = (here[kMarksAt] & detail::kSpaced) != 0;
  switch (step.op) {
    case Op::glued:
    case Op::apart:
      if (!past_end && spaced == (step.op == Op::apart)) follow(step.next, here, opening);
      break;
    case Op::start:
      if ((here[kMarksAt] & detail::kOpens) != 0) follow(step.next, here, opening);
      break;
    case Op::not_ahead:
    case Op::ahead:
      if (any_fits(step.next, here) == (step.op == Op::ahead)) follow(step.other, here, opening);
      break;
    case Op::accept:
      if (!opening) ended_.push_back(step.symbol);
      break;
    default:
      if (!past_end) follow_reading(step, here);
  }
}

void Automaton::follow_reading(const Instruction& step, std::span<const std::uint32_t> here) {
  const std::uint32_t marks = here[kMarksAt];
  if (step.op == Op::word || step.op == Op::any_word || step.op == Op::capital) {
    const bool read = step.op == Op::word       ? here[kWordAt] == step.symbol
                      : step.op == Op::any_word ? (marks & detail::kIsWord) != 0
                                                : (marks & detail::kIsCapital) != 0;
    if (read) ways_.push_back(step.next);
    return;
  }
  if ((marks & detail::kCovered) != 0) return;
  for (std::size_t i = kItemsAt; i < here.size(); i += 2) {
    if (item_fits(step, here[i], here)) ways_.push_back(step.next | (here[i + 1] - 1) << kWayBits);
  }
}

bool Automaton::item_fits(const Instruction& step, Symbol kind, std::span<const std::uint32_t> here) const {
  if (step.op == Op::kind) return kind == step.symbol;
  if (kind != grammar_->numeral_) return false;
  const std::uint64_t integers = here[kIntegersAt] | std::uint64_t{here[kIntegersAt + 1]} << 32U;
  return step.op == Op::numeral || (integers & detail::bounds_bit(step.bounds)) != 0;
}

bool Automaton::any_fits(std::uint16_t choice, std::span<const std::uint32_t> here) const {
  for (; grammar_->program_[choice].op != Op::accept; ++choice) {
    if (fits(grammar_->program_[choice], here)) return true;
  }
  return false;
}

bool Automaton::fits(const Instruction& choice, std::span<const std::uint32_t> here) const {
  const std::uint32_t marks = here[kMarksAt];
  const bool past_end = (marks & detail::kPastEnd) != 0;
  if (choice.op == Op::start) return past_end;
  if (past_end) return false;
  switch (choice.op) {
    case Op::word:
      return here[kWordAt] == choice.symbol;
    case Op::any_word:
      return (marks & detail::kIsWord) != 0;
    case Op::capital:
      return (marks & detail::kIsCapital) != 0;
    case Op::glued:
      return (marks & detail::kSpaced) == 0;
    default:
      break;
  }
  for (std::size_t i = kItemsAt; i < here.size(); i += 2) {
    if (item_fits(choice, here[i], here)) return true;
  }
  return false;
}

}  // namespace tally::grammar
