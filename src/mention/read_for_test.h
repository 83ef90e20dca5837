// A paragraph as its tests need it: read up to what its numbers count.
#pragma once

#include <string>

#include "mention/stages.h"
#include "text/stages.h"

namespace tally {

inline Article read_to_counted(const std::string& text) {
  Article article(text);
  article.info.language = "en";
  article.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
  find_sentences(article);
  find_tokens(article);
  find_amounts(article, {});
  tag_tokens(article);
  find_dates(article, {});
  find_names(article);
  find_counted(article);
  return article;
}

}  // namespace tally
