// Sentences, tokens and tags of any bytes: spans lie inside, in order, on code point borders; tokens
// leave out nothing but spaces.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/characters.h"
#include "tally/utf8.h"
#include "text/stages.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_border(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check(const tally::Article& article, bool is_valid) {
  const auto& text = article.text();
  std::size_t covered = 0;
  const auto require_spaces = [&](std::size_t end) {
    while (is_valid && covered < end) {
      const auto c = tally::code_point_at(text, covered);
      require(tally::class_of(c.value) == tally::CharClass::space);
      covered += c.size;
    }
    covered = end;
  };
  tally::Index next = 0;
  for (const auto& sentence : article.sentences) {
    require(sentence.tokens.begin == next);
    next = sentence.tokens.end;
    for (auto i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const auto span = article.tokens[i].span;
      require(!span.empty() && sentence.span.contains(span) && span.begin >= covered);
      require(!is_valid || (is_border(text, span.begin) && is_border(text, span.end)));
      require_spaces(span.begin);
      covered = span.end;
    }
  }
  require(next == article.tokens.size());
  require_spaces(text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const bool is_valid = !tally::first_invalid_utf8(text).has_value();
  tally::Article article(text);
  tally::find_sentences(article);
  tally::find_tokens(article);
  check(article, is_valid);
  tally::tag_tokens(article);
  return 0;
}
