// blocks → sentences: the sentence boundaries of Unicode Standard Annex 29 (its classes of
// terminators, closers and letters, taken from ICU), mended for news: abbreviations and initials by
// lexicon/en/abbreviations.tsv, "?" and "!" inside a sentence, line ends within a paragraph, and
// full stops that lost the space after them.
//
//   He met Mr. Lee.” “When?” she asked.      →   He met Mr. Lee.” | “When?” she asked.
#include <unicode/uchar.h>

#include <algorithm>

#include "base/byte_block.h"
#include "base/characters.h"
#include "page/numbered.h"
#include "page/text_units.h"
#include "tally/utf8.h"
#include "text/abbreviations.h"
#include "text/stages.h"

namespace tally {
namespace {

constexpr std::size_t kLongestWord = 24;  // no abbreviation or sentence word is longer

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

class Splitter {
 public:
  Splitter(Article& article, Index block, Span span)
      : article_(article), text_(article.text()), block_(block), at_(span.begin), end_(span.end) {}

  void run() {
    start_ = skip_space(at_).end;
    at_ = start_;
    while (at_ < end_) {
      skip_plain();
      const std::size_t block_end = std::min(at_ + kByteBlock, end_);
      while (at_ < block_end) step();
    }
    add(end_);
  }

 private:
  // Past bytes that neither end a sentence nor may be where a long one is cut.
  void skip_plain() {
    while (at_ + kByteBlock <= end_ && at_ + kByteBlock - start_ <= kLongest &&
           !block_holds<0x20, '.', '!', '?'>(block_at(text_.data() + at_)))
      at_ += kByteBlock;
  }

  struct Spaces {
    std::size_t end = 0;
    int line_ends = 0;
  };

  [[nodiscard]] CodePoint peek(std::size_t at) const {
    const auto c = static_cast<unsigned char>(text_[at]);
    if (c < 0x80) return {c, 1};
    auto found = code_point_at(text_, at);
    found.size = static_cast<std::uint8_t>(std::min<std::size_t>(found.size, end_ - at));
    return found;
  }

  [[nodiscard]] Spaces skip_space(std::size_t at) const {
    Spaces spaces{at, 0};
    while (spaces.end < end_) {
      const auto c = peek(spaces.end);
      if (class_of(c.value) != CharClass::space) break;
      if (c.value == '\n' || c.value == 0x2028) ++spaces.line_ends;
      if (c.value == 0x2029 || c.value == '\f') spaces.line_ends += 2;
      spaces.end += c.size;
    }
    return spaces;
  }

  static bool is_terminator(char32_t c) {
    if (c < 0x80) return c == '.' || c == '!' || c == '?';
    if (c < 0x0589 || (c >= 0x2010 && c < 0x203C) || (c >= 0xAC00 && c < 0xD7B0)) return false;
    const auto found = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK);
    return found == U_SB_STERM || found == U_SB_ATERM;
  }
  static bool is_closer(char32_t c) {
    if (c < 0x80) return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}';
    const auto category = u_charType(static_cast<UChar32>(c));
    return category == U_END_PUNCTUATION || category == U_FINAL_PUNCTUATION;
  }
  static bool is_opener(char32_t c) {
    if (c < 0x80) return c == '"' || c == '\'' || c == '(' || c == '[';
    const auto category = u_charType(static_cast<UChar32>(c));
    return category == U_START_PUNCTUATION || category == U_INITIAL_PUNCTUATION;
  }
  static bool continues_sentence(char32_t c) {
    return c == ',' || c == ';' || c == ':' || c == '-' || c == 0x2013 || c == 0x2014;
  }

  // Text without any end is cut at a space: what looks at a whole sentence may take its length squared.
  static constexpr std::size_t kLongest = 8000;  // bytes

  void step() {
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (at_ - start_ > kLongest && c == ' ') return cut(at_, skip_space(at_).end);
    if (c < 0x80) {
      if (c == '.' || c == '!' || c == '?') {
        after_terminator();
      } else if (is_line_end(text_[at_]) || c == '\f') {
        after_line_end();
      } else {
        ++at_;
      }
      return;
    }
    const auto [value, size] = peek(at_);
    if (is_terminator(value)) {
      after_terminator();
    } else if (value == 0x2029) {
      after_line_end();
    } else {
      at_ += size;
    }
  }

  // An empty line ends a sentence; a single line end within a block is a space.
  void after_line_end() {
    const auto spaces = skip_space(at_);
    if (spaces.line_ends > 1) {
      cut(at_, spaces.end);
    } else {
      at_ = spaces.end;
    }
  }

  void after_terminator() {
    const std::size_t terminator = at_;
    const bool is_stop = text_[at_] == '.';
    const bool is_ideographic = static_cast<unsigned char>(text_[at_]) >= 0x80;
    std::size_t after = at_;
    while (after < end_ && is_terminator(peek(after).value)) after += peek(after).size;
    const bool is_single = after == terminator + 1;
    std::size_t closed = after;
    while (closed < end_ && is_closer(peek(closed).value)) closed += peek(closed).size;
    closed = past_references(closed);
    const auto spaces = skip_space(closed);
    at_ = closed;
    if (spaces.end >= end_) return;
    const bool is_bare_stop = is_stop && is_single && closed == after;
    // "December 2022 ..... 468": dots that lead from a label to its number.
    constexpr std::size_t kLeader = 3;
    if (is_stop && after - terminator >= kLeader && class_of(peek(spaces.end).value) == CharClass::digit)
      return;
    bool ends = false;
    if (spaces.end == closed) {
      ends = is_ideographic || (is_bare_stop && is_run_on(terminator));
    } else if (spaces.line_ends > 1) {
      ends = true;
    } else {
      ends = begins_sentence(spaces) && (!is_bare_stop || stop_ends(terminator, spaces.end));
    }
    if (ends) cut(closed, spaces.end);
  }

  // "were killed.[12][13] In 2016": the marks of notes belong to the sentence before.
  [[nodiscard]] std::size_t past_references(std::size_t at) const {
    while (at + 2 < end_ && text_[at] == '[') {
      std::size_t close = at + 1;
      while (close < end_ && close < at + 5 &&
             class_of(static_cast<unsigned char>(text_[close])) == CharClass::digit)
        ++close;
      if (close == at + 1 || close >= end_ || text_[close] != ']') break;
      at = close + 1;
    }
    return at;
  }

  // "said.The", "four areas.According to": a word that starts sentences, stuck to the stop, or any with a
  // capital and a space behind it.
  [[nodiscard]] bool is_run_on(std::size_t stop) const {
    const bool word = stop > start_ + 1 && is_lower(static_cast<unsigned char>(text_[stop - 1])) &&
                      is_lower(static_cast<unsigned char>(text_[stop - 2]));
    if (!word) return false;
    const std::string_view next = word_at(stop + 1);
    if (sentence_word(next) == SentenceWord::starts) return true;
    const std::size_t after = stop + 1 + next.size();
    const bool capital = next.size() >= 2 && !is_lower(static_cast<unsigned char>(next[0])) &&
                         is_lower(static_cast<unsigned char>(next[1]));
    return capital && after < end_ && text_[after] == ' ' && word_before(stop).size() >= 3 &&
           abbreviation(word_before(stop)).kind == Abbreviation::none;
  }

  // Not before a small letter (rule SB8 of the annex, for all terminators) nor before a comma or dash.
  [[nodiscard]] bool begins_sentence(const Spaces& spaces) const {
    std::size_t at = spaces.end;
    if (continues_sentence(peek(at).value)) return spaces.line_ends > 0;
    while (at < end_ && is_opener(peek(at).value) && at < spaces.end + kLongestWord) at += peek(at).size;
    return at >= end_ || !is_lower(peek(at).value);
  }

  [[nodiscard]] bool stop_ends(std::size_t stop, std::size_t next) const {
    const auto before = word_before(stop);
    if (before.empty()) return true;
    if (is_enumerator(before)) return false;
    switch (abbreviation(before).kind) {
      case Abbreviation::none:
        return true;
      case Abbreviation::before_name:
        return false;
      case Abbreviation::before_number:
        if (class_of(peek(next).value) == CharClass::digit) return false;
        return abbreviation(before).is_word ||
               sentence_word(word_after_openers(next)) == SentenceWord::starts;
      case Abbreviation::may_end:
        return sentence_word(word_after_openers(next)) == SentenceWord::starts;
      case Abbreviation::often_end:
        return sentence_word(word_after_openers(next)) != SentenceWord::continues;
    }
    return true;
  }

  // "1. Open the door": a number that opens a sentence heads a list.
  [[nodiscard]] bool is_enumerator(std::string_view word) const {
    return word.size() <= 2 && word.data() == text_.data() + start_ &&
           std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
  }

  [[nodiscard]] std::string_view word_before(std::size_t stop) const {
    std::size_t begin = stop;
    while (begin > start_ && stop - begin < kLongestWord) {
      const auto c = static_cast<unsigned char>(text_[begin - 1]);
      const auto found = c < 0x80 ? class_of(c) : CharClass::letter;
      if (found != CharClass::letter && found != CharClass::digit && c != '.') break;
      --begin;
    }
    return std::string_view(text_).substr(begin, stop - begin);
  }

  [[nodiscard]] std::string_view word_at(std::size_t begin) const {
    std::size_t after = begin;
    while (after < end_ && after - begin < kLongestWord) {
      const auto c = static_cast<unsigned char>(text_[after]);
      if (c < 0x80 && class_of(c) != CharClass::letter) break;
      ++after;
    }
    return std::string_view(text_).substr(begin, after - begin);
  }

  [[nodiscard]] std::string_view word_after_openers(std::size_t at) const {
    const std::size_t begin = at;
    while (at < end_ && is_opener(peek(at).value) && at < begin + kLongestWord) at += peek(at).size;
    return word_at(at);
  }

  void cut(std::size_t sentence_end, std::size_t next) {
    add(sentence_end);
    start_ = at_ = next;
  }

  void add(std::size_t sentence_end) {
    while (sentence_end > start_ && class_of(static_cast<unsigned char>(text_[sentence_end - 1]) < 0x80
                                                 ? static_cast<unsigned char>(text_[sentence_end - 1])
                                                 : U'x') == CharClass::space) {
      --sentence_end;
    }
    if (sentence_end <= start_) return;
    const Span span{static_cast<std::uint32_t>(start_), static_cast<std::uint32_t>(sentence_end)};
    article_.sentences.push_back({.span = span, .block = block_, .tokens = {}});
  }

  Article& article_;
  const std::string& text_;
  Index block_;
  std::size_t at_;
  std::size_t end_;
  std::size_t start_ = 0;  // of the sentence
};

}  // namespace

void find_sentences(Article& article) {
  article.sentences.clear();
  if (article.blocks.empty()) {
    Splitter(article, kNone, {0, static_cast<std::uint32_t>(article.text().size())}).run();
    return;
  }
  for (Index block = 0; block < article.blocks.size(); ++block) {
    Span span = article.blocks[block].span;
    // "- 2021: 34,000": what marks an item of a list is no word of it.
    if (article.blocks[block].kind == BlockKind::list_item)
      span.begin += static_cast<std::uint32_t>(
          std::max(page::bullet_length(article.text(span)), page::section_mark_length(article.text(span))));
    Splitter(article, block, span).run();
  }
}

}  // namespace tally
