// lexicon/*/wordnet_classes.tsv → the classes of nouns, by the synsets that they stand for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "text/vocabulary_format.h"
#include "vocabulary/wordnet.h"

namespace tally::wordnet {

class NounClasses {
 public:
  NounClasses(const Database& database, std::string_view tsv);
  // Of a lemma's first sense and of further senses with a third of its uses or more.
  [[nodiscard]] format::ClassSet of(const std::string& word, const Lemma& lemma);
  [[nodiscard]] bool is_instance(std::uint32_t synset) const;

 private:
  [[nodiscard]] format::ClassSet of(std::uint32_t synset);
  [[nodiscard]] std::size_t first_sense(const Lemma& lemma) const;
  [[nodiscard]] bool is_capitalised(const std::string& word, std::uint32_t synset) const;

  const Database& database_;
  std::unordered_map<int, format::ClassSet> by_file_;
  std::unordered_map<std::uint32_t, format::ClassSet> by_kind_;    // roots
  std::unordered_map<std::uint32_t, format::ClassSet> inherited_;  // found so far
};

}  // namespace tally::wordnet
