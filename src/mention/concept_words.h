// Noun phrases → the words of a concept, those of structure left out: "the length of the guitar's
// neck" → "length guitar neck". Phrases are parted by commas.
#pragma once

#include <string>
#include <vector>

#include "tally/article.h"

namespace tally {

class ConceptWords {
 public:
  void clear() { text_.clear(); }
  [[nodiscard]] std::string text() const { return text_; }

  // A phrase of its own; false where the tokens hold no word of content.
  bool add(const Article& article, Range tokens) { return append(article, tokens, ", "); }
  // More words of the phrase before.
  bool extend(const Article& article, Range tokens) { return append(article, tokens, " "); }
  // Only where there is a noun among them.
  bool add_names(const Article& article, Range tokens);

 private:
  bool append(const Article& article, Range tokens, const char* join);
  std::string text_;
};

}  // namespace tally
