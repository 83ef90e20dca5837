// What is known of a word by itself: its lemmas, its classes, its family. Built when the program
// is built, from lexicon/<language>/*.tsv and from WordNet (Fellbaum 1998), and compiled in.
//
// Words are looked up by lower-case form, once a token, by the tokeniser; everything after works
// on the id.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tally/article.h"
#include "text/word_class.h"

namespace tally {

using WordId = std::uint32_t;  // 0: not in the vocabulary

class Vocabulary {
 public:
  [[nodiscard]] WordId find(std::string_view lower_case) const;
  [[nodiscard]] std::string_view text(WordId word) const;
  [[nodiscard]] bool is(WordId word, WordClass word_class) const;
  // The lemma of the word as a noun, verb, adjective or adverb; the word itself where it is one.
  [[nodiscard]] std::string_view lemma(WordId word, Pos pos) const;
  // One word for a family of derived words: "defect", "defection" and "defector" share a root.
  [[nodiscard]] std::string_view root(WordId word) const;
};

[[nodiscard]] const Vocabulary& vocabulary();

// The lemma of a tagged token, by rule where the vocabulary does not know the word. Lower case,
// but for proper nouns.
[[nodiscard]] std::string lemma(const Article& article, const Token& token);
// The lower-case form of a token.
[[nodiscard]] std::string lower(const Article& article, const Token& token);
[[nodiscard]] inline bool is(const Token& token, WordClass word_class) {
  return vocabulary().is(token.word, word_class);
}

}  // namespace tally
