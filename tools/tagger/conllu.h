// CoNLL-U → articles with gold tokens, tags and lemmas: one article a sentence.
#pragma once

#include <string>
#include <vector>

#include "tally/article.h"

namespace tally {

struct GoldSentence {
  std::vector<std::string> forms;
  std::vector<std::string> lemmas;
  std::vector<Pos> pos;
  std::vector<Tag> tags;
  std::string text;  // as printed
};

[[nodiscard]] std::vector<GoldSentence> read_conllu(const std::string& path);
// The sentence as an article whose tokens are the gold ones, spaces between all of them.
[[nodiscard]] Article article_of(const std::vector<std::string>& forms);

}  // namespace tally
