// tokens → part of speech and tag: a log-linear model (Ratnaparkhi 1996) with greedy decoding from
// left to right. See docs/tagger.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tally/article.h"
#include "text/tagger_model.h"

namespace tally::tagger {

// The words of one sentence as the features see them: shared with the trainer.
class SentenceView {
 public:
  void read(const Article& article, Range tokens);
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] const WordView& operator[](std::size_t i) const { return words_[i]; }

 private:
  std::vector<WordView> words_;
  std::string lower_;
};

// What stands before the first and after the last word.
[[nodiscard]] WordView border();

class Tagger {
 public:
  explicit Tagger(const Model& model);
  ~Tagger();
  Tagger(const Tagger&) = delete;
  Tagger& operator=(const Tagger&) = delete;

  void tag(Article& article, Range tokens);

 private:
  struct Type;
  class Types;
  [[nodiscard]] const Scores& scores_of_tags(Label two_before, Label before);

  const Model& model_;
  std::unique_ptr<Types> types_;
  std::vector<Index> tag_rows_;  // by the two labels before: a row of the scores, or kNone until asked for
  std::vector<Scores> tag_scores_;
  void find_pairs();

  SentenceView sentence_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;  // place in the sentence, feature
  std::vector<std::uint32_t> indices_;
};

}  // namespace tally::tagger
