// Any text → amounts: spans lie inside the text, on borders of code points and around their extents;
// values keep their own rules; reading twice gives the same; the work is bounded by the text.
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "mention/stages.h"
#include "tally/decimal.h"
#include "tally/utf8.h"
#include "text/stages.h"

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

bool is_border(const std::string& text, std::uint32_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

tally::Article read(const std::string& text, const char* language) {
  tally::Article article(text);
  article.info.language = language;
  tally::find_sentences(article);
  tally::find_tokens(article);
  tally::find_amounts(article, {});
  tally::tag_tokens(article);
  tally::find_dates(article, {});
  tally::find_counted(article);
  tally::find_chunks(article);
  tally::find_clauses(article);
  tally::find_concepts(article);
  return article;
}

void check(const tally::Article& article, const tally::Mention& mention) {
  demand(!mention.span.empty() && mention.span.end <= article.text().size());
  demand(is_border(article.text(), mention.span.begin) && is_border(article.text(), mention.span.end));
  demand(mention.extent.contains(mention.span) && mention.extent.end <= article.text().size());
  demand(mention.counted.end <= article.text().size() && is_border(article.text(), mention.counted.begin));
  demand(!tally::first_invalid_utf8(mention.concept_word));
  if (!mention.value) return;
  const tally::Value& value = *mention.value;
  if (value.low && value.high) demand(*value.low <= *value.high);
  for (const auto& number : {value.best, value.low, value.high}) {
    if (!number) continue;
    const auto back = tally::Decimal::parse(number->to_string());
    demand(!back || *back == *number);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // A copy of exactly this size, so that a read past its end is seen.
  const std::string text(reinterpret_cast<const char*>(data), size);  // NOLINT: libFuzzer's bytes
  if (size > 20000 || tally::first_invalid_utf8(text)) return 0;
  const auto start = std::chrono::steady_clock::now();
  for (const char* language : {"en", "ko"}) {
    const tally::Article article = read(text, language);
    for (const tally::Mention& mention : article.amounts) check(article, mention);
    // No token begins more than a few mentions.
    demand(article.amounts.size() <= 8 * article.tokens.size() + 8);
    demand(read(text, language).amounts == article.amounts);
  }
  // A generous bound for a build with sanitizers on a loaded machine: 200 microseconds a byte and a start.
  const auto spent = std::chrono::steady_clock::now() - start;
  demand(spent < std::chrono::seconds(4) + std::chrono::microseconds(200) * size);
  return 0;
}
