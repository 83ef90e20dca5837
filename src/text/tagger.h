// tokens → part of speech and tag: a log-linear model (Ratnaparkhi 1996) with greedy decoding from
// left to right. See docs/tagger.md.
//
// Far memory is what costs: a place that no cache holds takes longer to read than a tag takes to
// reckon. So sentences are gathered into a batch, and the batch is gone through step by step; each
// step asks for the memory that the next one reads (hash slots, types, pairs, scores).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tally/article.h"
#include "text/tagger_model.h"
#include "text/tagger_types.h"

namespace tally::tagger {

class Tagger {
 public:
  explicit Tagger(const Model& model);

  // Takes a sentence of the article in. Its tags are there after finish().
  void take(Article& article, Range tokens);
  void finish(Article& article);

 private:
  // A token of the batch, or a border between two sentences: two stand before and after each.
  struct Place {
    Index token = kNone;  // kNone: a border
    std::uint32_t type = 0;
    std::uint8_t state = 0;
  };

  void find_types(const Article& article);
  void find_pairs();
  void ask_for_pairs();
  void prefetch_scores(std::size_t place) const;
  [[nodiscard]] Label decide(std::size_t place);
  void add_words(std::size_t place, const Type& itself);
  [[nodiscard]] const Scores& scores_of_tags(Label two_before, Label before);
  [[nodiscard]] WordView view_of(const Article& article, std::size_t place);

  const Model& model_;
  Types types_;
  std::vector<Index> tag_rows_;  // by the two labels before: a row of the scores, or kNone until asked for
  std::vector<Scores> tag_scores_;

  std::vector<Place> places_;
  std::vector<std::uint64_t> hashes_;  // by place
  // A word with one beside it, by its place.
  struct Pair {
    std::uint32_t place = 0;
    std::uint32_t feature = 0;
  };
  std::vector<Pair> asked_;  // those that the text has
  std::vector<Pair> pairs_;  // those of them that the model may know
  std::size_t next_pair_ = 0;
  // A word with the label that the word before it is likely to have.
  struct Guess {
    std::uint32_t feature = 0;
    Label before = 0;
    bool is_known = false;  // to the model, perhaps
  };
  std::vector<Guess> guesses_;  // by place
  Scores sums_;
  Label before_ = 0;
  Label two_before_ = 0;
  std::string lower_;
};

}  // namespace tally::tagger
