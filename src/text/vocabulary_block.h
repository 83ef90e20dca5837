// What is known of 64 words, together with their letters: a rare word brings one stretch of the program
// into memory and not two. The part of the compiled vocabulary (vocabulary_format.h) that is asked less than
// the summaries.
#pragma once

#include <array>
#include <cstddef>

#include "text/vocabulary_format.h"

namespace tally::format {

inline constexpr std::size_t kBlockWords = 64;

struct Block {
  std::array<Entry, kBlockWords> entries{};
  std::array<char, 704> text{};  // of the words, eleven letters each; what does not fit stands at the end
};
// An odd number of cache lines: the entries of all blocks would else fall into the same few places of the
// cache.
static_assert(sizeof(Block) == std::size_t{55} * 64);

[[nodiscard]] constexpr std::size_t blocks_of(std::size_t words) {
  return (words + kBlockWords - 1) / kBlockWords;
}

}  // namespace tally::format
