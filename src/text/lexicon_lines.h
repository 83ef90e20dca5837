// The lines of a lexicon's *.tsv: fields by tab, "#" opens a comment line, empty lines count
// for nothing.
//
//   fall<TAB>verb<TAB>down_verb reach_verb     →     fields {"fall", "verb", "down_verb reach_verb"}
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace tally {

struct LexiconLine {
  std::size_t number = 0;  // of the line, from 1
  std::size_t count = 0;   // of fields
  std::array<std::string_view, 8> fields;
};

template <class Visit>
void for_each_lexicon_line(std::string_view text, Visit visit) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    auto rest = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    if (rest.empty() || rest.starts_with('#')) continue;
    LexiconLine line{.number = number, .count = 0, .fields = {}};
    while (line.count < line.fields.size()) {
      const auto tab = rest.find('\t');
      line.fields[line.count++] = rest.substr(0, tab);
      if (tab == std::string_view::npos) break;
      rest.remove_prefix(tab + 1);
    }
    visit(line);
  }
}

}  // namespace tally
