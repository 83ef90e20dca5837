// Any text → names, through sentences and tokens. Asserts that names lie inside the text, in order, and
// that roles and places of each can be asked for.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "mention/names.h"
#include "mention/stages.h"
#include "tally/article.h"
#include "tally/utf8.h"
#include "text/stages.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (tally::first_invalid_utf8(text)) return 0;
  tally::Article article(text);
  article.blocks.push_back(
      {.span = {0, static_cast<std::uint32_t>(size)}, .kind = tally::BlockKind::paragraph});
  tally::find_sentences(article);
  tally::find_tokens(article);
  tally::find_names(article);
  std::uint32_t last = 0;
  for (const tally::Mention& name : article.names) {
    if (name.span.begin < last || name.span.empty() || name.span.end > size) std::abort();
    last = name.span.begin;
    (void)tally::role_of(article, name);
    (void)tally::where_of(article, name);
  }
  return 0;
}
