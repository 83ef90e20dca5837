// A text file as an article with all its layers, for the programs that print what the engine sees.
#pragma once

#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "tally/article.h"
#include "tally/pipeline.h"

namespace tally {

// nullopt, with the reason on standard error, where it cannot be read.
inline std::optional<Article> read_text(const char* path) {
  std::ifstream in(path, std::ios::binary);
  Page page;
  page.bytes.assign(std::istreambuf_iterator<char>(in), {});
  page.media_type = "text/plain";
  Result<Article> article = read(page);
  if (article) return std::move(*article);
  std::fprintf(stderr, "%s\n", message(article.error()).c_str());
  return std::nullopt;
}

}  // namespace tally
