// The word types that the tagger has met so far (a type is a surface with its letter case and place
// in the sentence) and the sums of their weights: those of a type in a role are added up when first
// asked for, and kept.
//
//   slots, by hash → types, in the order met → rows of scores, in the order asked for
//
// In that order the common words come to lie close together, and what is used most stays in the
// processor's cache. Beyond a bound all is forgotten and begun anew, so that memory stays bounded;
// tags do not depend on what is remembered.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/tagger_model.h"

namespace tally::tagger {

struct alignas(32) Type {
  std::uint32_t lower = 0;                   // WordKeys::lower
  std::array<std::uint32_t, kRoles> rows{};  // of its scores by role; 0: not yet added up
  std::uint16_t likely = 0;                  // by WordKeys::likely: which of those met so far
  std::int8_t guess = 0;                     // the label that its own weights favour
  std::int8_t certain = -1;  // the one label that the word can have, or is taken to have, if so
};

class Types {
 public:
  explicit Types(const Model& model);

  // Types found before may be forgotten here: call it before the first look-up of a batch.
  void make_room(std::size_t words);

  // Type 0 is the border. `view` gives any word of the type, and is called where the type is new.
  void prefetch_slot(std::uint64_t hash) const { __builtin_prefetch(&slots_[place_of(hash)]); }
  template <class View>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, View view) {
    const std::uint32_t found = slots_[slot_for(hash)].type;
    return found != 0 ? found : add(hash, view());
  }
  void prefetch(std::uint32_t type) const { __builtin_prefetch(&types_[type]); }
  [[nodiscard]] const Type& operator[](std::uint32_t type) const { return types_[type]; }

  void prefetch_scores(std::uint32_t type, Role role) const {
    const auto* bytes = reinterpret_cast<const char*>(&rows_[types_[type].rows[role]]);
    __builtin_prefetch(bytes);
    __builtin_prefetch(bytes + 64);
  }
  // The scores are there until the next call.
  template <class View>
  [[nodiscard]] const Scores& scores(std::uint32_t type, Role role, View view) {
    const std::uint32_t row = types_[type].rows[role];
    return rows_[row != 0 ? row : add_row(type, role, view())];
  }
  // The weights of a word's likely part of speech together with the label before it.
  [[nodiscard]] const Scores& scores_of_likely(const Type& type, Label before) {
    const std::uint32_t row = likely_rows_[std::size_t{type.likely} * kLabels + before];
    return likely_scores_[row != 0 ? row : add_likely_row(type.likely, before)];
  }

 private:
  struct Slot {
    std::uint32_t check = 0;
    std::uint32_t type = 0;  // 0: free
  };
  static constexpr std::size_t kSlots = std::size_t{1} << 16U;
  static constexpr std::size_t kMostTypes = kSlots / 2;
  static constexpr std::size_t kMostRows = kMostTypes * 4;

  [[nodiscard]] static std::size_t place_of(std::uint64_t hash) { return (hash >> 32U) & (kSlots - 1); }
  // Where the type of the hash stands, or would stand.
  [[nodiscard]] std::size_t slot_for(std::uint64_t hash) const {
    std::size_t at = place_of(hash);
    while (slots_[at].type != 0 && slots_[at].check != static_cast<std::uint32_t>(hash))
      at = (at + 1) & (kSlots - 1);
    return at;
  }

  void forget();
  std::uint32_t add(std::uint64_t hash, const WordView& view);
  void add_type(const WordView& view);
  std::uint32_t add_row(std::uint32_t type, Role role, const WordView& view);
  std::uint32_t add_likely_row(std::uint16_t likely, Label before);
  void add_weights(const WordView& view, Role role, Scores& scores) const;

  const Model& model_;
  std::vector<Slot> slots_;
  std::vector<Type> types_;
  std::vector<Scores> rows_;
  std::unordered_map<std::uint32_t, std::uint16_t> likely_numbers_;  // a few hundred at most
  std::vector<std::uint32_t> likelies_;                              // WordKeys::likely, by number
  std::vector<std::uint32_t> likely_rows_;  // by number and label before; 0: not yet added up
  std::vector<Scores> likely_scores_;
};

}  // namespace tally::tagger
