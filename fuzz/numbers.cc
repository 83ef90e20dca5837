// Any text → amounts: spans lie inside the text, on borders of code points and around their extents;
// values keep their own rules; reading twice gives the same; the work is bounded by the text.
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
  return article;
}

void check(const tally::Article& article, const tally::Mention& mention) {
  demand(!mention.span.empty() && mention.span.end <= article.text().size());
  demand(is_border(article.text(), mention.span.begin) && is_border(article.text(), mention.span.end));
  demand(mention.extent.contains(mention.span));
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
  if (tally::first_invalid_utf8(text)) return 0;
  for (const char* language : {"en", "ko"}) {
    const tally::Article article = read(text, language);
    for (const tally::Mention& mention : article.amounts) check(article, mention);
    // No token begins more than a few mentions.
    demand(article.amounts.size() <= 8 * article.tokens.size() + 8);
    demand(read(text, language).amounts == article.amounts);
  }
  return 0;
}
