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
  // A phrase that is made already.
  void add(const std::string& words) {
    if (!words.empty()) text_ += (text_.empty() ? "" : ", ") + words;
  }
  // Only where there is a noun among them.
  bool add_names(const Article& article, Range tokens);
  // Whether the token belongs to an amount or to what it counts, and not to what the amount describes.
  [[nodiscard]] static bool is_amount(const Article& article, Index token);

 private:
  bool append(const Article& article, Range tokens, const char* join);
  std::string text_;
};

}  // namespace tally
