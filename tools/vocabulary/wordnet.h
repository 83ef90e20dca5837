// Reads the database files of WordNet 3 (Fellbaum 1998; formats in wndb(5WN)): synsets, senses in
// order of use, derivational links, irregular forms.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tally::wordnet {

enum Part : std::uint8_t { noun, verb, adjective, adverb, kParts };

struct Pointer {
  std::string symbol;  // "@" kind of, "@i" instance of, "+" derivation …
  Part part = noun;
  std::uint32_t offset = 0;
  int source = 0;  // word of this synset, from 1; 0: all
  int target = 0;
};

struct Synset {
  int file = 0;                    // lexicographer file
  std::vector<std::string> words;  // as written, "_" for spaces
  std::vector<Pointer> pointers;
};

struct Lemma {
  std::vector<std::uint32_t> senses;  // synset offsets, most used first
  std::vector<int> uses;              // in tagged texts, sense by sense
  std::vector<std::string> irregular;
  [[nodiscard]] int total() const;
};

struct Database {
  std::array<std::unordered_map<std::uint32_t, Synset>, kParts> synsets;
  std::array<std::map<std::string, Lemma>, kParts> lemmas;  // single words, lower case
};

// Exits with a message where a file is missing.
[[nodiscard]] Database read(const std::string& folder);
// The number of a lexicographer file: "noun.person" → 18; -1 for none such.
[[nodiscard]] int file_number(std::string_view name);
[[nodiscard]] std::string lower(std::string_view word);

}  // namespace tally::wordnet
