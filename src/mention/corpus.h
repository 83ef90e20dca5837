// Runs a corpus: sentences, and under each the mentions that must be found in it, one a line in the
// notation of tally/dump.h, "(nothing)" where there are none. Words left out of an expected line
// (about=…, rule=…) are not compared.
//
//   # published 2024-03-05
//   == The firm paid $1.2m.
//   money 1200000 USD "$1.2m"
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tally/article.h"

namespace tally {

struct CorpusCase {
  std::string text;
  std::string published;  // EDTF, from the last "# published" line before
  std::string language;   // from the last "# language" line before
  int line = 0;
  std::vector<std::string> expected;
};

[[nodiscard]] std::vector<CorpusCase> read_corpus(std::string_view corpus);
// Reads the text of the case and gives the lines found.
using CorpusReader = std::function<std::vector<std::string>(const CorpusCase&)>;
// The corpus with its expected lines as read; equal to what was given where all cases pass.
[[nodiscard]] std::string approved(std::string_view corpus, const CorpusReader& reader);
// Whether the line found is what was expected: the same words in the same order, but that the
// expected one may leave out trailing name=value parts.
[[nodiscard]] bool matches(std::string_view expected, std::string_view found);
// One message a failing case; empty where all pass.
[[nodiscard]] std::vector<std::string> check_corpus(std::string_view corpus, const CorpusReader& reader);

}  // namespace tally
