// Any bytes as a text: every mention of time must quote the text, hold together by itself, come out the
// same again, and be found in time that grows with the text. The first byte says in which language and
// whether as chat.
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

struct Reading {
  bool korean = false;
  bool chat = false;
};

void require(bool holds) {
  if (!holds) std::abort();
}

tally::Article read(const std::string& text, const Reading& reading) {
  tally::Article article(text);
  article.info.language = reading.korean ? "ko" : "en";
  article.info.published.date = {2016, 4, 12, false};
  article.info.published.second_of_day = 45000;
  article.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, tally::BlockKind::paragraph});
  tally::find_sentences(article);
  tally::find_tokens(article);
  tally::find_dates(article, {.prefer = reading.chat ? tally::RelativeDate::Pick::future
                                                     : tally::RelativeDate::Pick::past});
  return article;
}

void check(const tally::Article& article, const tally::Mention& mention) {
  require(!mention.span.empty() && mention.span.end <= article.text().size());
  require(!tally::first_invalid_utf8(article.text(mention.span)));
  require(!mention.rule.empty() && mention.timex && !mention.timex->value.empty());
  if (!mention.period || !mention.period->known()) return;
  const auto edtf = mention.period->to_string();
  const auto again = tally::Period::parse(edtf);
  require(again && again->to_string() == edtf);
  require(mention.period->first_day() <= mention.period->last_day());
}

void check(const tally::Article& article) {
  for (const auto* layer : {&article.dates, &article.bounds}) {
    std::uint32_t last = 0;
    for (const tally::Mention& mention : *layer) {
      check(article, mention);
      require(mention.span.begin >= last);
      last = mention.span.begin;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 20000) return 0;
  const Reading reading = {(data[0] & 1) != 0, (data[0] & 2) != 0};
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  if (tally::first_invalid_utf8(text)) return 0;
  const auto start = std::chrono::steady_clock::now();
  const tally::Article article = read(text, reading);
  const auto spent = std::chrono::steady_clock::now() - start;
  check(article);
  const tally::Article again = read(text, reading);
  require(again.dates == article.dates && again.bounds == article.bounds);
  // A generous bound for a build with sanitizers: 20 microseconds a byte and a start.
  require(spent < std::chrono::milliseconds(500) + std::chrono::microseconds(20) * size);
  return 0;
}
