// The short words that texts have again and again, with what the vocabulary knows of them: one look at
// sixteen letters instead of three at far memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/short_word.h"
#include "text/vocabulary.h"
#include "text/vocabulary_growth.h"

namespace tally {

class RecentWords {
 public:
  struct Slot {
    ShortWord::Letters letters{};
    WordId word = 0;

    // Two numbers at once: as arrays they would be compared by a call.
    [[nodiscard]] bool holds(const ShortWord::Letters& others) const {
      return ((letters[0] ^ others[0]) | (letters[1] ^ others[1])) == 0;
    }
  };

  // What is known is forgotten where the vocabulary has grown since.
  void keep_up() {
    if (slots_.empty() || growth_ != vocabulary_growth) slots_.assign(kSlots, {});
    growth_ = vocabulary_growth;
  }
  // Where a word stands if it is known.
  [[nodiscard]] Slot& slot(const ShortWord::Letters& letters) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
    const std::uint64_t mixed = (letters[0] ^ letters[1] * kFactor) * kFactor;
    return slots_[mixed >> (64U - kBits)];
  }

 private:
  static constexpr unsigned kBits = 13;
  static constexpr std::size_t kSlots = std::size_t{1} << kBits;
  std::vector<Slot> slots_;
  std::uint32_t growth_ = 0;
};

}  // namespace tally
