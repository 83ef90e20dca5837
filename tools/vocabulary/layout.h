// The tables of the vocabulary → the file that is compiled in (src/text/vocabulary_format.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/vocabulary_block.h"

namespace tally::format {

// As the file has them, but for the hash table and the places of the letters, which follow from the words.
struct Tables {
  std::vector<std::string> words{1};  // their places are their ids; the first is no word
  std::vector<Block> blocks;
  std::vector<Summary> summaries{1};
  std::vector<ClassSet> class_sets{1};
  std::vector<std::uint32_t> senses;
  std::vector<Synset> synsets{1};

  // Room for so many words, of which it fills in the entries.
  explicit Tables(std::size_t count) : blocks(blocks_of(count + 1)) {}
  Entry& entry(std::size_t id) { return blocks[id / kBlockWords].entries[id % kBlockWords]; }
};

void write(Tables tables, const std::string& path);

}  // namespace tally::format
