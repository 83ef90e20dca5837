// Any text → quotations. Asserts that every quotation lies inside the text, begins and ends with a mark,
// never crosses another and comes in order; and that reading twice gives the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "mention/quotes.h"
#include "mention/stages.h"
#include "tally/article.h"
#include "tally/utf8.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (tally::first_invalid_utf8(text)) return 0;
  text.shrink_to_fit();
  tally::Article article(text);
  tally::find_quotes(article);
  std::vector<tally::Span> open;
  std::uint32_t last = 0;
  for (const tally::Mention& quote : article.quotes) {
    check(quote.span.begin < quote.span.end && quote.span.end <= text.size());
    check(quote.span.contains(tally::inside(article, quote)));
    check(quote.span.begin >= last);
    while (!open.empty() && open.back().end <= quote.span.begin) open.pop_back();
    check(open.empty() || open.back().contains(quote.span));
    check((static_cast<unsigned char>(text[quote.span.begin]) & 0xC0U) != 0x80U);
    open.push_back(quote.span);
    last = quote.span.begin;
  }
  const std::vector<tally::Mention> once = article.quotes;
  tally::find_quotes(article);
  check(article.quotes == once);
  return 0;
}
