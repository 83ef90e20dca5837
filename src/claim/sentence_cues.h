// Which kinds of claim a sentence may tell at all, by its words: most sentences have no word that a kind
// needs, and are not read for it.
//
//   "No one has said when"        silence
//   "the lowest since 2011"       rank, reach
#pragma once

#include <cstdint>

#include "tally/article.h"

namespace tally {

enum class Cue : std::uint8_t {
  silence,  // "no", "without", "yet", "unclear": that something is kept back, but for "refused to say"
  rank,     // "lowest", "record", "first", "each": a noun that is held against its own series
  than,     // "than any"
  reach,    // "since", "ever", "so", "for": how far back that goes
  within    // "in six years"
};

class Cues {
 public:
  constexpr void add(Cue cue, bool here = true) {
    if (here) bits_ |= 1U << static_cast<unsigned>(cue);
  }
  constexpr void add(Cues other) { bits_ |= other.bits_; }
  [[nodiscard]] constexpr bool has(Cue cue) const { return (bits_ >> static_cast<unsigned>(cue) & 1U) != 0; }

 private:
  std::uint32_t bits_ = 0;
};

[[nodiscard]] Cues cues_of(const Article& article, Range tokens);

}  // namespace tally
