// A report as its tests need it: read up to its figures, the stages behind them left to each test, or up to
// who says what.
#pragma once

#include <algorithm>
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

// Every line of `text` is a paragraph.
inline Article read_to_clauses(const std::string& text) {
  Article article(text);
  std::uint32_t at = 0;
  while (at < text.size()) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
    if (end > at) article.blocks.push_back({.span = {at, end}, .kind = BlockKind::paragraph});
    at = end + 1;
  }
  find_sentences(article);
  find_tokens(article);
  find_quotes(article);
  find_amounts(article, {});
  tag_tokens(article);
  find_names(article);
  find_dates(article, {});
  find_counted(article);
  find_chunks(article);
  find_clauses(article);
  return article;
}

inline Article read_to_statements(const std::string& text) {
  Article article = read_to_clauses(text);
  find_statements(article);
  return article;
}

// Who tells each figure, in order: "1098 ministry, 1254 ministry".
inline std::string who_tells(const std::string& text) {
  Article article = read_to_figures("What the latest numbers say\n\n" + text + "\n", "2024-03-04");
  find_statements(article);
  std::string all;
  for (const Claim& claim : article.claims) {
    if (claim.kind != ClaimKind::figure || !claim.value->best) continue;
    if (!all.empty()) all += ", ";
    all += claim.value->best->to_string();
    for (const Source& source : claim.attribution)
      all += " " + (source.name.empty() ? source.role : source.name);
  }
  return all;
}

// Null where there is none of that kind.
inline const Claim* first_claim(const Article& article, ClaimKind kind) {
  for (const Claim& claim : article.claims) {
    if (claim.kind == kind) return &claim;
  }
  return nullptr;
}

}  // namespace tally
