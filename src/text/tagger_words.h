// Tokens → words as the tagger's features see them: surface, lower-case form with digits as "0",
// state. The trainer and the tagger share it.
//
//   "In" 1,514   →   "In" "in" kCapitalised|kStartsSentence,  "" "0,000"
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tally/article.h"
#include "text/tagger_features.h"

namespace tally::tagger {

// What stands before the first and after the last word.
[[nodiscard]] WordView border();

// kInHeadline where nearly all words of the sentence are capitalised, else 0.
[[nodiscard]] std::uint8_t headline_state(const Article& article, Range tokens);
// The state of a token in a sentence of that state.
[[nodiscard]] inline std::uint8_t state_of(const Token& token, std::uint8_t sentence_state) {
  const std::uint8_t start = (token.flags & kSentenceStart) != 0 ? kStartsSentence : 0;
  return static_cast<std::uint8_t>((token.flags & 3U) | start | sentence_state);
}
// Words with the same hash and state are one type. No view is needed for it.
[[nodiscard]] std::uint64_t hash_of(const Article& article, const Token& token);
// `lower` holds the lower-case form for as long as the view is used.
[[nodiscard]] WordView view_of(const Article& article, const Token& token, std::uint8_t state,
                               std::string& lower);

// The words of one sentence.
class SentenceView {
 public:
  void read(const Article& article, Range tokens);
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] const WordView& operator[](std::size_t i) const { return words_[i]; }

 private:
  std::vector<WordView> words_;
  std::vector<std::string> lower_;
};

}  // namespace tally::tagger
