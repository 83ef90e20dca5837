// Any bytes as a text: every mention of time must quote the text, hold together by itself, and be
// found in time that grows with the text.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "mention/stages.h"
#include "tally/article.h"
#include "tally/utf8.h"
#include "text/stages.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

tally::Article read(const std::string& text) {
  tally::Article article(text);
  article.info.language = "en";
  article.info.published.date = {2016, 4, 12, false};
  article.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, tally::BlockKind::paragraph});
  tally::find_sentences(article);
  tally::find_tokens(article);
  tally::find_dates(article, {});
  return article;
}

void check(const tally::Article& article) {
  for (const tally::Mention& mention : article.dates) {
    require(!mention.span.empty() && mention.span.end <= article.text().size());
    require(!tally::first_invalid_utf8(article.text(mention.span)));
    if (!mention.period || !mention.period->known()) continue;
    const auto edtf = mention.period->to_string();
    const auto again = tally::Period::parse(edtf);
    require(again && again->to_string() == edtf);
    require(mention.period->first_day() <= mention.period->last_day());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (size > 20000 || tally::first_invalid_utf8(text)) return 0;
  const auto start = std::chrono::steady_clock::now();
  check(read(text));
  const auto spent = std::chrono::steady_clock::now() - start;
  // A generous bound for a build with sanitizers: 20 microseconds a byte and a start.
  require(spent < std::chrono::milliseconds(500) + std::chrono::microseconds(20) * size);
  return 0;
}
