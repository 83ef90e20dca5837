// A report as its tests need it: read up to its figures, the stages behind them left to each test.
#pragma once

#include <string>

#include "claim/stages.h"
#include "mention/stages.h"
#include "page/stages.h"
#include "tally/pipeline.h"
#include "text/stages.h"

namespace tally {

// `text` with its title, `published` in EDTF or empty.
inline Article read_to_figures(const std::string& text, const std::string& published) {
  Page page;
  page.bytes = text;
  page.media_type = "text/plain";
  page.published = published;
  const ReadOptions options;
  Article article = *read_page(page, options);
  find_sentences(article);
  find_tokens(article);
  find_quotes(article);
  find_amounts(article, options);
  tag_tokens(article);
  find_dates(article, options);
  find_names(article);
  find_counted(article);
  find_chunks(article);
  find_clauses(article);
  find_figures(article);
  return article;
}

}  // namespace tally
