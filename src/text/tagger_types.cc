// See tagger_types.h.
#include "text/tagger_types.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <span>
#include <utility>

#include "text/tagger_words.h"

namespace tally::tagger {
namespace {

// What a word's own weights put this far behind another label it does not have, whatever stands beside
// it: no neighbour's weights reach as far but by rare chance (docs/tagger.md has the measurement).
constexpr int kBehind = 500;

// The labels whose scores are above a bound, in their order; returns how many. All are compared at once: few
// are.
std::size_t labels_above(int bound, const Scores& scores, std::array<Label, kLabels>& labels) {
  const auto limit =
      static_cast<std::int16_t>(std::max<int>(bound, std::numeric_limits<std::int16_t>::min()));
  std::array<std::int16_t, kLabels> above{};
  for (std::size_t i = 0; i < kLabels; ++i) above[i] = scores[i] > limit ? -1 : 0;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < kLabels; begin += 4) {
    std::uint64_t any = 0;
    std::memcpy(&any, &above[begin], sizeof any);
    if (any == 0) continue;
    for (std::size_t i = begin; i < begin + 4; ++i) {
      labels[count] = static_cast<Label>(i);
      count += above[i] != 0 ? 1 : 0;
    }
  }
  return count;
}

// Of labels in their order the best `kCandidates`, in their order; of equals the first.
void keep_best(const Scores& scores, std::span<Label> labels) {
  std::array<int, kCandidates> best;  // score and label in one number, the highest first
  best.fill(std::numeric_limits<int>::min());
  for (const Label label : labels) {
    const int key = scores[label] * static_cast<int>(kLabels) + static_cast<int>(kLabels - 1U - label);
    if (key <= best.back()) continue;
    std::size_t at = kCandidates - 1;
    for (; at > 0 && best[at - 1] < key; --at) best[at] = best[at - 1];
    best[at] = key;
  }
  std::uint64_t chosen = 0;
  for (const int key : best)
    chosen |= std::uint64_t{1} << (kLabels - 1U - (static_cast<unsigned>(key) & (kLabels - 1U)));
  for (std::size_t i = 0; i < kCandidates; ++i, chosen &= chosen - 1)
    labels[i] = static_cast<Label>(std::countr_zero(chosen));
}

void choose_candidates(const Scores& scores, Type& type) {
  std::int16_t highest = scores[0];
  for (const std::int16_t score : scores) highest = std::max(highest, score);
  std::array<Label, kLabels> near{};
  std::size_t count = labels_above(highest - kBehind, scores, near);
  if (count > kCandidates) {
    keep_best(scores, std::span(near).first(count));
    count = kCandidates;
  }
  for (std::size_t i = 0; i < count; ++i) {
    type.labels[i] = near[i];
    type.own[i] = scores[near[i]];
  }
  type.guess = static_cast<std::int8_t>(std::ranges::find(scores, highest) - scores.begin());
  if (count == 1) type.certain = type.guess;
  type.common = type.labels[count - 1] < kCommonLabels;
}

void add_row(Scores& scores, const Scores& more) {
  for (std::size_t i = 0; i < kLabels; ++i) scores[i] = static_cast<std::int16_t>(scores[i] + more[i]);
}

}  // namespace

Types::Types(const Model& model) : model_(model), likely_scores_(1) {
  types_.reserve(kMostTypes);  // of memory, no more than what is used is touched
  rows_.reserve(kMostRows);
  forget();
}

void Types::make_room(std::size_t words) {
  if (types_.size() + words > kMostTypes || rows_.size() + words * kRowsOfType > kMostRows) forget();
}

void Types::forget() {
  slots_.assign(kFewestSlots, {});
  alikes_.assign(kFewestSlots, {});
  alike_count_ = 0;
  types_.clear();
  rows_.assign(1, {});
  add_type(border());
}

std::uint32_t Types::add(std::uint64_t hash, const WordView& view) {
  const auto type = static_cast<std::uint32_t>(types_.size());
  if (types_.size() * 2 > slots_.size()) double_slots();
  slots_[slot_for(hash)] = {static_cast<std::uint32_t>(hash), type};
  add_type(view).place = upper(hash);
  return type;
}

void Types::double_slots() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& slot : old) {
    if (slot.type == 0) continue;
    std::size_t at = place_of(types_[slot.type].place);
    while (slots_[at].type != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

Type& Types::add_type(const WordView& view) {
  Type& type = types_.emplace_back();
  const WordKeys keys = keys_of(view);
  type.lower = keys.lower;
  const auto [number, is_new] =
      likely_numbers_.try_emplace(keys.likely, static_cast<std::uint16_t>(likely_numbers_.size()));
  if (is_new) {
    likelies_.push_back(keys.likely);
    likely_rows_.resize(likely_numbers_.size() * kLabels);
  }
  type.likely = number->second;
  weigh_itself(type, view);
  add_neighbour_rows(type, view, kBefore, kAfter);
  add_neighbour_rows(type, view, kTwoBefore, kTwoAfter);
  return type;
}

namespace {

// Of features that words share, a key for all of them together.
template <class Features>
std::uint64_t key_of(Features features) {
  std::uint64_t key = 1;
  features([&](std::uint32_t feature) { key = (std::rotl(key, 27) ^ feature) * 0xD6E8FEB86659FD93ULL; });
  return key;
}

}  // namespace

void Types::weigh_itself(Type& type, const WordView& view) {
  if (const auto certain = model_.weights_of(feature_of_certainty(view.surface)); !certain.empty()) {
    type.certain = type.guess = static_cast<std::int8_t>(certain[0] & 63U);
    return;
  }
  const auto kind = [&](auto visit) { features_of_kind(view, visit); };
  const auto last_letters = [&](auto visit) { features_of_last_letters(view, visit); };
  const auto beginning = [&](auto visit) { features_of_beginning(view, visit); };
  const auto shape = [&](auto visit) { features_of_shape(view, visit); };
  const std::array keys = {key_of(kind), key_of(last_letters), key_of(beginning), key_of(shape)};
  for (const std::uint64_t key : keys) prefetch_alike(key);
  Scores scores{};
  add_weights(scores, [&](auto visit) {
    features_of_letters(view, visit);
    features_of_ending(view, visit);
  });
  add_row(scores, scores_alike(keys[0], kind));
  add_row(scores, scores_alike(keys[1], last_letters));
  add_row(scores, scores_alike(keys[2], beginning));
  add_row(scores, scores_alike(keys[3], shape));
  choose_candidates(scores, type);
}

// The weights that all words of a kind share; there until the next call.
template <class Features>
const Scores& Types::scores_alike(std::uint64_t key, Features features) {
  Alike& kind = alike(key);
  if (kind.row == 0) {
    kind.row = static_cast<std::uint32_t>(rows_.size());
    ++alike_count_;
    add_weights(rows_.emplace_back(), features);
  }
  return rows_[kind.row];
}

// What a word is like, as a neighbour in that role.
Scores Types::scores_beside(const WordView& view, Role role) {
  const auto alike_in = [&](auto features) { return scores_alike(key_of(features), features); };
  Scores scores = alike_in([&](auto visit) { features_of_kind_beside(view, role, visit); });
  if (!counts_form(role)) return scores;
  add_row(scores, alike_in([&](auto visit) { features_of_last_letters_beside(view, role, visit); }));
  add_row(scores, alike_in([&](auto visit) { features_of_shape_beside(view, role, visit); }));
  add_weights(scores, [&](auto visit) { features_of_ending_beside(view, role, visit); });
  return scores;
}

// The first of two rows, one for each role, of all words that are like this one.
std::uint32_t Types::rows_beside(const WordView& view, Role first, Role second) {
  const std::uint64_t key = key_of([&](auto visit) { features_alike(view, first, visit); }) + second;
  if (const std::uint32_t row = alike(key).row; row != 0) return row;
  const std::array<Scores, 2> rows = {scores_beside(view, first), scores_beside(view, second)};
  const auto row = static_cast<std::uint32_t>(rows_.size());
  rows_.insert(rows_.end(), rows.begin(), rows.end());
  alike(key).row = row;
  ++alike_count_;
  return row;
}

// The rows of its kind; a row of its own where the model knows the word itself in that role.
void Types::add_neighbour_rows(Type& type, const WordView& view, Role first, Role second) {
  const std::uint32_t row = rows_beside(view, first, second);
  const std::uint64_t lower = format::hash(view.lower);
  for (const Role role : {first, second}) {
    type.rows[role - 1U] = role == first ? row : row + 1;
    const std::uint32_t identity = identity_as_neighbour(lower, role);
    if (model_.weights_of(identity).empty()) continue;
    const Scores of_kind = rows_[type.rows[role - 1U]];
    type.rows[role - 1U] = static_cast<std::uint32_t>(rows_.size());
    model_.add(identity, rows_.emplace_back(of_kind));
  }
}

// The kind of that key, or where it is to stand.
Types::Alike& Types::alike(std::uint64_t key) {
  const auto find = [&] {
    std::size_t at = (key >> 32U) & (alikes_.size() - 1);
    while (alikes_[at].row != 0 && alikes_[at].key != key) at = (at + 1) & (alikes_.size() - 1);
    return at;
  };
  if (alike_count_ * 2 > alikes_.size()) {
    const std::vector<Alike> old = std::exchange(alikes_, std::vector<Alike>(alikes_.size() * 2));
    const std::uint64_t wanted = key;
    for (const Alike& one : old) {
      key = one.key;
      if (one.row != 0) alikes_[find()] = one;
    }
    key = wanted;
  }
  Alike& found = alikes_[find()];
  found.key = key;
  return found;
}

std::uint32_t Types::add_likely_row(std::uint16_t likely, Label before) {
  const auto row = static_cast<std::uint32_t>(likely_scores_.size());
  model_.add(feature_of_likely({.likely = likelies_[likely]}, before), likely_scores_.emplace_back());
  likely_rows_[std::size_t{likely} * kLabels + before] = row;
  return row;
}

// The weights lie far apart in memory: all are asked for before the first is read.
template <class Features>
void Types::add_weights(Scores& scores, Features features) const {
  std::array<std::uint32_t, kMostFeatures> asked_for;
  std::size_t count = 0;
  features([&](std::uint32_t feature) {
    asked_for[count++] = feature;
    model_.prefetch_bucket(feature);
  });
  const auto asked = std::span(asked_for).first(count);
  for (const std::uint32_t feature : asked) model_.prefetch_weights(feature);
  for (const std::uint32_t feature : asked) model_.add(feature, scores);
}

}  // namespace tally::tagger
