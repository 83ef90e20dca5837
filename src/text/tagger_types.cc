// See tagger_types.h.
#include "text/tagger_types.h"

#include <algorithm>
#include <limits>
#include <span>

#include "text/tagger_words.h"

namespace tally::tagger {
namespace {

// A word whose own weights put one label this far before all others takes it whatever stands beside it: no
// neighbour's weights reach as far but by rare chance (docs/tagger.md has the measurement).
constexpr int kDecided = 500;

struct Favourite {
  std::int8_t label = 0;
  bool decided = false;
};
Favourite favourite(const Scores& scores) {
  Favourite found;
  std::int16_t highest = std::numeric_limits<std::int16_t>::min();
  std::int16_t second = highest;
  for (std::size_t i = 0; i < kLabels; ++i) {
    if (scores[i] > highest) {
      second = std::exchange(highest, scores[i]);
      found.label = static_cast<std::int8_t>(i);
    } else {
      second = std::max(second, scores[i]);
    }
  }
  found.decided = highest - second >= kDecided;
  return found;
}

}  // namespace

Types::Types(const Model& model) : model_(model), slots_(kSlots), likely_scores_(1) {
  types_.reserve(kMostTypes);  // of memory, no more than what is used is touched
  rows_.reserve(kMostRows);
  forget();
}

void Types::make_room(std::size_t words) {
  if (types_.size() + words > kMostTypes || rows_.size() + words * kRoles > kMostRows) forget();
}

void Types::forget() {
  if (!types_.empty()) slots_.assign(kSlots, {});
  types_.clear();
  rows_.assign(1, {});
  add_type(border());
}

std::uint32_t Types::add(std::uint64_t hash, const WordView& view) {
  const auto type = static_cast<std::uint32_t>(types_.size());
  slots_[slot_for(hash)] = {static_cast<std::uint32_t>(hash), type};
  add_type(view);
  return type;
}

void Types::add_type(const WordView& view) {
  Type type;
  const WordKeys keys = keys_of(view);
  type.lower = keys.lower;
  const auto [number, is_new] =
      likely_numbers_.try_emplace(keys.likely, static_cast<std::uint16_t>(likely_numbers_.size()));
  if (is_new) {
    likelies_.push_back(keys.likely);
    likely_rows_.resize(likely_numbers_.size() * kLabels);
  }
  type.likely = number->second;
  if (const auto certain = model_.weights_of(feature_of_certainty(view.surface)); !certain.empty()) {
    type.certain = type.guess = static_cast<std::int8_t>(certain[0] & 63U);
  } else {
    Scores scores{};
    add_weights(view, kItself, scores);
    const Favourite own = favourite(scores);
    type.guess = own.label;
    if (own.decided) {
      type.certain = own.label;
    } else {
      type.rows[kItself] = static_cast<std::uint32_t>(rows_.size());
      rows_.push_back(scores);
    }
  }
  types_.push_back(type);
}

std::uint32_t Types::add_row(std::uint32_t type, Role role, const WordView& view) {
  const auto row = static_cast<std::uint32_t>(rows_.size());
  add_weights(view, role, rows_.emplace_back());
  types_[type].rows[role] = row;
  return row;
}

std::uint32_t Types::add_likely_row(std::uint16_t likely, Label before) {
  const auto row = static_cast<std::uint32_t>(likely_scores_.size());
  model_.add(feature_of_likely({.likely = likelies_[likely]}, before), likely_scores_.emplace_back());
  likely_rows_[std::size_t{likely} * kLabels + before] = row;
  return row;
}

// The weights lie far apart in memory: all are asked for before the first is read.
void Types::add_weights(const WordView& view, Role role, Scores& scores) const {
  std::array<std::uint32_t, kMostFeatures> features;
  std::size_t count = 0;
  features_in_role(view, role, [&](std::uint32_t feature) {
    features[count++] = feature;
    model_.prefetch_bucket(feature);
  });
  const auto asked = std::span(features).first(count);
  for (const std::uint32_t feature : asked) model_.prefetch_weights(feature);
  for (const std::uint32_t feature : asked) model_.add(feature, scores);
}

}  // namespace tally::tagger
