// A word list of the lexicon (words/*.tsv): lemmas, their classes and their irregular forms.
//
//   lemma<TAB>part of speech<TAB>classes, "-class" takes one away<TAB>irregular forms
//   fall<TAB>verb<TAB>down_verb<TAB>fell fallen
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tally/result.h"
#include "text/vocabulary_format.h"

namespace tally {

struct ListedWord {
  std::string lemma;
  Pos pos = Pos::x;
  format::ClassSet add, remove;
  std::vector<std::string> forms;
};

// `file` is what an error names.
[[nodiscard]] Result<std::vector<ListedWord>> read_word_list(std::string_view text, std::string_view file);

// All forms of a lemma but itself: those given, and the regular ones of their part of speech that
// they leave open.
[[nodiscard]] std::vector<std::string> inflect(std::string_view lemma, format::Slot slot,
                                               const std::vector<std::string>& irregular);

}  // namespace tally
