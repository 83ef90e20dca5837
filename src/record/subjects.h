// What reports are about, by the names that they write: two reports on one subject share names that most
// others do not write.
//
//   Subjects subjects(sheet.documents, words);
//   subjects.are_one(a, b)    both write "Kesselrig" and "Harrow Gold"
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/words.h"
#include "tally/record.h"

namespace tally {

class Subjects {
 public:
  Subjects(const std::vector<Document>& documents, Words& words);

  std::vector<Roots> names;  // per document: words that it writes as names

  // They share the names that they write and that most other reports do not.
  [[nodiscard]] bool are_one(Index document_a, Index document_b) const;
  // Two names at least that most other reports do not write.
  [[nodiscard]] bool share_names(Index document_a, Index document_b) const;
  // So many of them that one wording must mean one thing.
  [[nodiscard]] bool are_closely_one(Index document_a, Index document_b) const;
  // How many names both write, each the less the more reports write it.
  [[nodiscard]] double in_common(Index document_a, Index document_b) const;
  // Names of one story: rare ones in common, worth two that only a few reports write.
  [[nodiscard]] bool tell_one_story(Index document_a, Index document_b) const;

 private:
  std::vector<Roots> telling_;                     // per document: names that few reports write
  std::unordered_map<Root, std::size_t> reports_;  // of each name: how many write it
};

// Words with a capital inside a sentence, the most frequent first: what a report is about.
[[nodiscard]] std::vector<std::string> names_in(std::string_view text);

}  // namespace tally
