// Any bytes read as an HTML page: the text is valid UTF-8, blocks stand in it in order, and the map back
// to the bytes is in order and within them. Reading twice gives the same.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "page/stages.h"
#include "tally/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const tally::Article& article, std::size_t size) {
  const auto& text = article.text();
  require(!tally::first_invalid_utf8(text));
  require(!tally::first_invalid_utf8(article.info.title));
  std::uint32_t at = 0;
  for (const auto& block : article.blocks) {
    require(block.span.begin >= at && block.span.begin <= block.span.end && block.span.end <= text.size());
    require(block.row_head.end <= text.size() && block.column_head.end <= text.size());
    at = block.span.end;
  }
  std::uint32_t in_text = 0, in_page = 0;
  for (const auto& run : article.source) {
    require(run.text.begin >= in_text && run.text.end >= run.text.begin && run.text.end <= text.size());
    require(run.page.begin >= in_page && run.page.end >= run.page.begin && run.page.end <= size);
    in_text = run.text.end;
    in_page = run.page.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  for (const char* const type : {"text/html", "text/plain", ""}) {
    tally::Page page;
    page.bytes.assign(reinterpret_cast<const char*>(data), size);  // NOLINT: bytes are bytes
    page.media_type = type;
    const auto article = tally::read_page(page, {});
    if (!article) continue;
    check(*article, size);
    require(tally::read_page(page, {})->text() == article->text());
  }
  return 0;
}
