// See layout.h.
#include "vocabulary/layout.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <span>

namespace tally::format {
namespace {

template <class T>
void put(std::ofstream& out, const std::vector<T>& items) {
  out.write(reinterpret_cast<const char*>(items.data()),
            static_cast<std::streamsize>(items.size() * sizeof(T)));
}

std::vector<Slotted> table_of(std::span<const std::string> words) {
  if (words.size() >> kWordBits != 0) {
    std::cerr << "more words than a place of the hash table can name (format::kWordBits)\n";
    std::exit(2);
  }
  std::vector<Slotted> table(std::bit_ceil(words.size() * 4 / 3));
  for (std::uint32_t id = 1; id < words.size(); ++id) {
    const auto hashed = hash(words[id]);
    auto at = static_cast<std::size_t>(hashed >> 32U) & (table.size() - 1);
    while (table[at] != 0) at = (at + 1) & (table.size() - 1);
    table[at] = check_of(hashed) | id;
  }
  return table;
}

// Puts the words into the text of their blocks and says where each stands; gives the rest, which stands
// behind the summaries.
std::string place_texts(Tables& tables) {
  const std::size_t before = tables.blocks.size() * sizeof(Block) + tables.summaries.size() * sizeof(Summary);
  std::string rest;
  std::size_t used = 0;
  for (std::size_t id = 0; id < tables.words.size(); ++id) {
    if (id % kBlockWords == 0) used = 0;
    const std::string& word = tables.words[id];
    auto& text = tables.blocks[id / kBlockWords].text;
    Entry& entry = tables.entry(id);
    entry.text_size = static_cast<std::uint8_t>(word.size());
    if (used + word.size() <= text.size()) {
      std::ranges::copy(word, text.begin() + static_cast<std::ptrdiff_t>(used));
      const std::size_t block = id / kBlockWords * sizeof(Block);
      entry.text = static_cast<std::uint32_t>(block + offsetof(Block, text) + used);
      used += word.size();
    } else {
      entry.text = static_cast<std::uint32_t>(before + rest.size());
      rest += word;
    }
  }
  return rest;
}

}  // namespace

void write(Tables tables, const std::string& path) {
  const auto table = table_of(tables.words);
  const std::string rest = place_texts(tables);
  const std::vector<Header> header = {{.entries = static_cast<std::uint32_t>(tables.words.size()),
                                       .table = static_cast<std::uint32_t>(table.size()),
                                       .class_sets = static_cast<std::uint32_t>(tables.class_sets.size()),
                                       .senses = static_cast<std::uint32_t>(tables.senses.size()),
                                       .synsets = static_cast<std::uint32_t>(tables.synsets.size()),
                                       .text_size = static_cast<std::uint32_t>(rest.size())}};
  if (tables.senses.size() % 2 != 0) tables.senses.push_back(0);  // keeps what follows on eight bytes
  std::ofstream out(path, std::ios::binary);
  put(out, header);
  put(out, tables.class_sets);
  put(out, table);
  put(out, tables.synsets);
  put(out, tables.senses);
  put(out, tables.blocks);
  put(out, tables.summaries);
  out << rest;
}

}  // namespace tally::format
