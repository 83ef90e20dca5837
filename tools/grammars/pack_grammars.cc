// Compiles the grammars of all languages and writes them as the program carries them.
//
//   pack_grammars grammars.bin
#include <cstdio>
#include <fstream>
#include <string>

#include "mention/grammars.h"

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("pack_grammars FILE\n", stderr);
    return 2;
  }
  const std::string packed = tally::grammar::packed_grammars();
  for (const tally::Error& error : tally::grammar::problems()) {
    std::fprintf(stderr, "lexicon/%s: %s\n", error.where.c_str(), error.what.c_str());
  }
  if (!tally::grammar::problems().empty()) return 2;
  std::ofstream out(words[1], std::ios::binary);
  out << packed;
  return out ? 0 : 2;
}
