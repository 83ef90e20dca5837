// A sentence → islands: the stretches of tokens in which a rule may match, each by itself. Part of Chart.
//
//   Arrivals for the week ended February 22 were 155,221 bags , he said .
//                ─────────────────────────       ────────────
// Between two islands nothing is joined (grammar_neighbours.cc), so that each is read alone; a stretch that
// has nothing of what every match needs is left out. Most tokens cost a look at one table here and nothing
// more.
#include <bit>

#include "mention/grammar.h"

namespace tally::grammar {

using detail::Joint;

// Which wildcards of rules the token fits.
std::uint64_t Chart::wildcards_at(std::uint32_t at) const {
  const std::uint32_t spelling = spellings_[at - range_.begin];
  return ((spelling & kIsWord) != 0 ? grammar_->wild_words_ : 0) |
         ((spelling & kIsCapital) != 0 ? grammar_->wild_capitals_ : 0);
}

// The phrases of the vocabulary that begin at the token hold together, and what they are may go on behind.
void Chart::join_phrases(std::uint32_t at, Joining& joining) {
  const detail::Word& word = grammar_->words_[words_[at - range_.begin]];
  for (std::uint32_t i = 0; i < word.entries; ++i) {
    const detail::Entry& entry = grammar_->entries_[word.first_entry + i];
    if (entry.rest_count == 0 || !has_phrase(entry, at)) continue;
    const std::uint32_t end = at + 1 + entry.rest_count;
    joining.phrase_end = std::max(joining.phrase_end, end);
    phrases_.push_back({end, grammar_->kind_afters_[entry.kind]});
  }
}

// Whether the words of a phrase stand at the token.
bool Chart::has_phrase(const detail::Entry& entry, std::uint32_t at) const {
  if (at + 1 + entry.rest_count > range_.end) return false;
  for (std::uint32_t k = 0; k < entry.rest_count; ++k) {
    if (grammar_->phrase_words_[entry.rest + k] != words_[at + 1 + k - range_.begin]) return false;
  }
  return true;
}

// Whether the token goes with the one before it.
bool Chart::is_joined(std::uint32_t at, const Joint& joint, Joining& joining) {
  const bool more = joining.wild != 0 || !phrases_.empty() ||
                    (grammar_->wildcards_after(joining.after) & joining.open) != 0;
  return more ? is_joined_by_more(at, joint, joining) : grammar_->joins(joining.after, joint.before);
}

// With phrases and wildcards.
bool Chart::is_joined_by_more(std::uint32_t at, const Joint& joint, Joining& joining) {
  bool joined = at < joining.phrase_end || grammar_->joins(joining.after, joint.before);
  std::uint64_t wild = grammar_->wildcards_after(joining.after);
  for (const Phrase& phrase : phrases_) {
    if (phrase.end != at) continue;
    joined |= grammar_->joins(phrase.after, joint.before);
    wild |= grammar_->wildcards_after(phrase.after);
  }
  if (at >= joining.phrase_end) phrases_.clear();
  for (std::uint64_t live = joining.wild; live != 0; live &= live - 1) {
    const auto after = grammar_->wild_afters_[static_cast<std::size_t>(std::countr_zero(live))];
    joined |= grammar_->joins(after, joint.before);
    wild |= grammar_->wildcards_after(after);
  }
  joining.wild = wild & joining.open & wildcards_at(at);
  return joined || joining.wild != 0;
}

void Chart::find_islands() {
  islands_.clear();
  phrases_.clear();
  if (!grammar_->is_cut_by_neighbours_) {
    if (!range_.empty()) islands_.push_back(range_);
    return;
  }
  Joining joining{.open = grammar_->wild_early_};
  Range island = {range_.begin, range_.begin};
  std::uint32_t flags = 0;
  const auto leave = [&](std::uint32_t end) {
    island.end = end;
    const std::uint32_t wanted = island.size() == 1 ? detail::kAlone : detail::kCore;
    if ((flags & wanted) != 0) islands_.push_back(island);
    island.begin = end;
    flags = 0;
    joining.open = grammar_->wild_early_;
  };
  const detail::Shape* shape = range_.empty() ? nullptr : &shape_at(range_.begin);
  for (std::uint32_t at = range_.begin; at < range_.end; ++at) {
    const Joint& joint = shape->forms[spellings_[at - range_.begin] >> kFormBits];
    if (at > range_.begin && !is_joined(at, joint, joining)) leave(at);
    flags |= joint.flags;
    if ((joint.flags & detail::kCore) != 0) joining.open = ~std::uint64_t{0};
    joining.after = joint.after;
    if (at + 1 == range_.end) break;
    const detail::Shape& next = shape_at(at + 1);
    if (shape->begins_phrase && next.continues_phrase) join_phrases(at, joining);
    shape = &next;
  }
  if (!range_.empty()) leave(range_.end);
}

}  // namespace tally::grammar
