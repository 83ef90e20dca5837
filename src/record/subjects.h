// What reports are about, by the names that they write: two reports on one subject share names that most
// others do not write.
//
//   Subjects subjects(sheet, words);
//   subjects.are_one(a, b)    both write "Kesselrig" and "Harrow Gold"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/sheet.h"
#include "record/words.h"

namespace tally {

class Subjects {
 public:
  Subjects(const Sheet& sheet, Words& words);

  std::vector<Roots> names;  // per document: words that it writes as names

  // They share the names that they write and that most other reports do not.
  [[nodiscard]] bool are_one(Index document_a, Index document_b) const;
  // Two names at least that most other reports do not write.
  [[nodiscard]] bool share_names(Index document_a, Index document_b) const;
  // So many of them that one wording must mean one thing.
  [[nodiscard]] bool are_closely_one(Index document_a, Index document_b) const;

 private:
  std::vector<Roots> telling_;  // per document: names that few reports write
};

// Words with a capital inside a sentence, the most frequent first: what a report is about.
[[nodiscard]] std::vector<std::string> names_in(std::string_view text);

}  // namespace tally
