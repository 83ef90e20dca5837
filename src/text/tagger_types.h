// The word types that the tagger has met so far (a type is a surface with its letter case and place
// in the sentence) and the sums of their weights, by itself and as the neighbour of another.
//
//   slots, by hash → types, in the order met → rows of scores
//
// In that order the common words come to lie close together, and what is used most stays in the
// processor's cache. Words that the model does not know as neighbours share the rows of what they are
// like: most do. Beyond a bound all is forgotten and begun anew, so that memory stays bounded; tags do
// not depend on what is remembered.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/tagger_model.h"

namespace tally::tagger {

inline constexpr std::size_t kCandidates = 10;
// A sum of weights below any that a label can have.
inline constexpr std::array<std::int16_t, kCandidates> kNever = [] {
  std::array<std::int16_t, kCandidates> own{};
  own.fill(std::numeric_limits<std::int16_t>::min());
  return own;
}();
// Labels are in the order of their frequency: of nearly all words the first half of a row of scores, one line
// of the processor's cache, is all that is needed.
inline constexpr std::size_t kCommonLabels = kLabels / 2;

// One line of the processor's cache.
struct alignas(64) Type {
  std::uint32_t lower = 0;                       // WordKeys::lower
  std::uint32_t place = 0;                       // the upper half of its hash
  std::array<std::uint32_t, kRoles - 1> rows{};  // of its scores as a neighbour, by role - 1
  std::uint16_t likely = 0;                      // by WordKeys::likely: which of those met so far
  std::int8_t guess = 0;                         // the label that its own weights favour
  std::int8_t certain = -1;  // the one label that the word can have, or is taken to have, if so
  // The labels that it may have, in their order, and its own weights for them; behind them labels that never
  // are the best.
  std::array<std::int16_t, kCandidates> own = kNever;
  std::array<Label, kCandidates> labels{};
  bool common = false;  // all of them are among the common labels
};
static_assert(sizeof(Type) == 64);

class Types {
 public:
  explicit Types(const Model& model);

  // Types found before may be forgotten here: call it before the first look-up of a batch.
  void make_room(std::size_t words);

  // Type 0 is the border. `view` gives any word of the type, and is called where the type is new.
  void prefetch_slot(std::uint64_t hash) const { __builtin_prefetch(&slots_[place_of(upper(hash))]); }
  template <class View>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, View view) {
    const std::uint32_t found = slots_[slot_for(hash)].type;
    return found != 0 ? found : add(hash, view());
  }
  void prefetch(std::uint32_t type) const { __builtin_prefetch(&types_[type]); }
  [[nodiscard]] const Type& operator[](std::uint32_t type) const { return types_[type]; }

  void prefetch_scores(std::uint32_t type, Role role, bool common) const {
    const Scores& both_lines = scores(type, role);
    __builtin_prefetch(&both_lines);
    if (!common) __builtin_prefetch(&both_lines[kCommonLabels]);
  }
  // Of a neighbour.
  [[nodiscard]] const Scores& scores(std::uint32_t type, Role role) const {
    return rows_[types_[type].rows[role - 1U]];
  }
  // The weights of a word's likely part of speech together with the label before it; there until the next
  // call.
  [[nodiscard]] const Scores& scores_of_likely(const Type& type, Label before) {
    const std::uint32_t row = likely_rows_[std::size_t{type.likely} * kLabels + before];
    return likely_scores_[row != 0 ? row : add_likely_row(type.likely, before)];
  }

  void prefetch_scores_of_likely(const Type& type, Label before) const {
    __builtin_prefetch(&likely_scores_[likely_rows_[std::size_t{type.likely} * kLabels + before]]);
  }

 private:
  struct Slot {
    std::uint32_t check = 0;
    std::uint32_t type = 0;  // 0: free
  };
  // The row of what words share (what the vocabulary says of them, how they begin or end), or the rows of
  // neighbours that are alike, in two roles, which stand one after the other.
  struct Alike {
    std::uint64_t key = 0;
    std::uint32_t row = 0;  // 0: free
  };
  static constexpr std::size_t kFewestSlots = std::size_t{1} << 12U;  // they are doubled as types come in
  static constexpr std::size_t kMostTypes = std::size_t{1} << 16U;
  static constexpr std::size_t kMostRows = std::size_t{1} << 17U;
  static constexpr std::size_t kRowsOfType = 20;  // at most

  [[nodiscard]] static std::uint32_t upper(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32U);
  }
  [[nodiscard]] std::size_t place_of(std::uint32_t upper) const { return upper & (slots_.size() - 1); }
  // Where the type of the hash stands, or would stand.
  [[nodiscard]] std::size_t slot_for(std::uint64_t hash) const {
    std::size_t at = place_of(upper(hash));
    while (slots_[at].type != 0 && slots_[at].check != static_cast<std::uint32_t>(hash))
      at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void forget();
  std::uint32_t add(std::uint64_t hash, const WordView& view);
  void double_slots();
  Type& add_type(const WordView& view);
  void weigh_itself(Type& type, const WordView& view);
  template <class Features>
  [[nodiscard]] const Scores& scores_alike(std::uint64_t key, Features features);
  [[nodiscard]] Scores scores_beside(const WordView& view, Role role);
  [[nodiscard]] std::uint32_t rows_beside(const WordView& view, Role first, Role second);
  void add_neighbour_rows(Type& type, const WordView& view, Role first, Role second);
  [[nodiscard]] Alike& alike(std::uint64_t key);
  void prefetch_alike(std::uint64_t key) const {
    __builtin_prefetch(&alikes_[(key >> 32U) & (alikes_.size() - 1)]);
  }
  std::uint32_t add_likely_row(std::uint16_t likely, Label before);
  template <class Features>
  void add_weights(Scores& scores, Features features) const;

  const Model& model_;
  std::vector<Slot> slots_;
  std::vector<Type> types_;
  std::vector<Scores> rows_;
  std::vector<Alike> alikes_;  // by key
  std::size_t alike_count_ = 0;
  std::unordered_map<std::uint32_t, std::uint16_t> likely_numbers_;  // a few hundred at most
  std::vector<std::uint32_t> likelies_;                              // WordKeys::likely, by number
  std::vector<std::uint32_t> likely_rows_;  // by number and label before; 0: not yet added up
  std::vector<Scores> likely_scores_;
};

}  // namespace tally::tagger
