// "삼백명이" → "삼" "백" "명" "이": the cheapest way to cut a word into words of the grammar and the
// suffixes at its end, by dynamic programming over its characters. A word that cannot be cut whole
// stays whole, but that a digit before it lets its beginning be read ("208" + "명이었다고").
#include <algorithm>
#include <array>

#include "base/characters.h"
#include "mention/cut.h"
#include "mention/grammar_chart.h"
#include "mention/lower.h"
#include "tally/utf8.h"

namespace tally::grammar {
namespace {

constexpr std::size_t kMostCharacters = 32;
constexpr std::size_t kLongestPiece = 8;
constexpr int kFar = 1 << 20;

// The cheapest way to a place: where its last piece begins, and whether suffixes had begun there.
struct Cut {
  int cost = kFar;
  std::uint8_t from = 0;
  bool after_suffix = false;
  bool run = false;
};
// The cheapest way to each place, one among the words [0] and one among the suffixes [1]: "만이" may be a
// particle, but not in the middle of "일만이천".
using Ways = std::array<std::array<Cut, kMostCharacters + 1>, 2>;

std::size_t cheaper(const Ways& ways, std::size_t at) {
  return ways[1][at].cost < ways[0][at].cost ? 1 : 0;
}

// A piece of the vocabulary between two places, into the ways.
void consider(Ways& ways, std::size_t from, std::size_t to, const Cut& piece, bool suffix) {
  const std::size_t before = suffix ? cheaper(ways, from) : 0;
  Cut& way = ways[suffix ? 1 : 0][to];
  const int whole = ways[before][from].cost + piece.cost;
  if (whole < way.cost) way = {whole, static_cast<std::uint8_t>(from), before == 1, piece.run};
}

// The ends of the pieces of the cheapest way to a place, from the last to the first.
struct Stops {
  std::array<std::uint8_t, kMostCharacters + 2> at{};
  std::array<bool, kMostCharacters + 2> suffix{};
  std::size_t count = 0;
};
Stops stops_of(const Ways& ways, std::size_t end) {
  Stops stops;
  std::size_t state = cheaper(ways, end);
  for (std::size_t to = end; to > 0;) {
    stops.at[stops.count] = static_cast<std::uint8_t>(to);
    stops.suffix[stops.count++] = state == 1;
    const Cut& way = ways[state][to];
    to = way.from;
    state = way.after_suffix ? 1 : 0;
  }
  return stops;
}

// How far a way leads: to the end, or, of what stands behind a digit, as far as one does: it may go on as
// it likes after a counter. 0: nowhere.
std::size_t reach(const Ways& ways, std::size_t count, bool after_digit) {
  const auto is_far = [&](std::size_t to) { return ways[cheaper(ways, to)][to].cost >= kFar; };
  if (!is_far(count)) return count;
  std::size_t end = count;
  while (after_digit && end > 0 && is_far(end)) --end;
  return after_digit ? end : 0;
}

}  // namespace

// The letters of "RM214" before ".6": those of a currency's code in front of digits, or 0.
std::uint32_t Chart::code_size(const Token& token) const {
  return code_size(article_->text(token));
}

std::uint32_t Chart::code_size(std::string_view text) const {
  const std::size_t letters = letters_before_digits(text);
  if (letters == 0) return 0;
  LowerBuffer buffer;
  const detail::Word& word = grammar_->words_[grammar_->find_word(buffer.lower(text.substr(0, letters)))];
  for (std::uint32_t i = 0; i < word.entries; ++i) {
    const detail::Entry& entry = grammar_->entries_[word.first_entry + i];
    const bool same =
        entry.form != detail::kExactCase || grammar_->exact_forms_[entry.exact] == text.substr(0, letters);
    const bool code = entry.kind == grammar_->code_ || entry.kind == grammar_->letter_sign_;
    if (code && entry.rest_count == 0 && same) return static_cast<std::uint32_t>(letters);
  }
  return 0;
}

// The end of the number that goes on behind the digits of a token: ".6", ",021.7".
Index Chart::end_of_amount(Index token, Index end) const {
  const auto& tokens = article_->tokens;
  const auto is_glued = [&](Index at) { return at < end && (tokens[at].flags & kSpaceBefore) == 0; };
  Index at = token + 1;
  while (is_glued(at) && is_glued(at + 1) && tokens[at + 1].kind == TokenKind::number &&
         (article_->text(tokens[at]) == "." || article_->text(tokens[at]) == ","))
    at += 2;
  return at;
}

namespace {

// Where the group of letters or of digits that begins at a place ends.
std::size_t end_of_group(std::string_view text, std::size_t begin) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t end = begin;
  while (end < text.size() && is_digit(text[end]) == is_digit(text[begin])) ++end;
  return end;
}

}  // namespace

// "hr5min" of "2hr5min", "ft10" of "5ft10": letters that the grammar knows and digits by turns, glued to a
// number, where the whole is no word of the grammar ("ft2").
bool Chart::is_run_of_units(Index token, Range tokens) const {
  constexpr std::size_t kLongest = 16, kMostDigits = 3;  // "24703m212" is a code
  if (token == tokens.begin || article_->tokens[token - 1].kind != TokenKind::number) return false;
  if (article_->tokens[token - 1].span.size() > kMostDigits) return false;
  const Token& word = article_->tokens[token];
  const std::string_view text = article_->text(word);
  if ((word.flags & kSpaceBefore) != 0 || word.kind != TokenKind::word || text.size() > kLongest)
    return false;
  if (text.find_first_of("0123456789") == std::string_view::npos) return false;
  LowerBuffer buffer;
  if (grammar_->find_word(buffer.lower(text)) != 0) return false;
  bool letters = true;
  for (std::size_t at = 0; at < text.size(); letters = !letters) {
    const std::size_t end = end_of_group(text, at);
    if (!letters && end - at >= kMostDigits) return false;
    if (letters && grammar_->find_word(buffer.lower(text.substr(at, end - at))) == 0) return false;
    at = end;
  }
  return true;
}

void Chart::cut_run_of_units(Index token) {
  const std::string_view text = article_->text(article_->tokens[token]);
  const std::uint32_t start = article_->tokens[token].span.begin;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_group(text, at);
    Token piece = article_->tokens[token];
    piece.span = {static_cast<std::uint32_t>(start + at), static_cast<std::uint32_t>(start + end)};
    piece.word = 0;
    piece.flags = 0;
    piece.kind = text[at] >= '0' && text[at] <= '9' ? TokenKind::number : TokenKind::word;
    cut_.push_back(piece);
    at = end;
  }
}

// Letters glued to mere digits may be any name ("A320"); an amount shows itself by what follows.
bool Chart::has_glued_amount(Range tokens) const {
  for (Index at = tokens.begin; at < tokens.end; ++at) {
    const Token& token = article_->tokens[at];
    if (is_run_of_units(at, tokens) || size_without_multiplier(token) != 0) return true;
    if (at + 2 >= tokens.end) continue;
    const char last = article_->text()[token.span.end - 1];
    if (token.kind == TokenKind::word && last >= '0' && last <= '9' &&
        end_of_amount(at, tokens.end) > at + 1 && code_size(token) != 0)
      return true;
  }
  return false;
}

// The code and digits of "RM45m": how long they are; 0 where the token is no such sum. One letter may be any
// name's ("R450m").
std::uint32_t Chart::size_without_multiplier(const Token& token) const {
  if (token.kind != TokenKind::word) return 0;
  const std::string_view text = article_->text(token);
  const std::size_t size = size_before_multiplier(text);
  return size != 0 && code_size(text.substr(0, size)) > 1 ? static_cast<std::uint32_t>(size) : 0;
}

// "RM45m" → "RM" "45" "m"
void Chart::cut_sum(const Token& sum, std::uint32_t size) {
  const std::uint32_t begin = sum.span.begin;
  const std::uint32_t code = code_size(article_->text(sum).substr(0, size));
  Token piece = sum;
  piece.word = 0;
  piece.span = {begin, begin + code};
  cut_.push_back(piece);
  piece.flags = 0;
  piece.kind = TokenKind::number;
  piece.span = {begin + code, begin + size};
  cut_.push_back(piece);
  piece.kind = TokenKind::word;
  piece.span = {begin + size, sum.span.end};
  cut_.push_back(piece);
}

// "RM214" "." "6" → "RM" "214.6"
void Chart::cut_code(Index token, Index last) {
  Token code = article_->tokens[token];
  Token number = code;
  code.span.end = number.span.begin = code.span.begin + code_size(code);
  code.word = number.word = 0;
  number.kind = TokenKind::number;
  number.flags = 0;
  number.span.end = article_->tokens[last].span.end;
  cut_.push_back(code);
  cut_.push_back(number);
}

void Chart::cut_tokens(Range tokens) {
  cut_.clear();
  bool after_digit = false;
  for (Index at = tokens.begin; at < tokens.end; ++at) {
    const Token& token = article_->tokens[at];
    if (is_run_of_units(at, tokens)) {
      cut_run_of_units(at);
      continue;
    }
    if (const std::uint32_t size = size_without_multiplier(token); size != 0) {
      cut_sum(token, size);
      continue;
    }
    if (const Index end = end_of_amount(at, tokens.end); end > at + 1 && code_size(token) != 0) {
      cut_code(at, end - 1);
      at = end - 1;
      after_digit = true;
      continue;
    }
    const bool glued = after_digit && (token.flags & kSpaceBefore) == 0;
    const bool unspaced =
        token.kind == TokenKind::word &&
        class_of(code_point_at(article_->text(), token.span.begin).value) == CharClass::unspaced;
    after_digit = token.kind == TokenKind::number || (after_digit && !unspaced && glued);
    if (unspaced) {
      cut_word(token, glued);
    } else {
      cut_.push_back(token);
    }
  }
  tokens_ = cut_.data();
  range_ = {0, static_cast<Index>(cut_.size())};
}

void Chart::cut_word(const Token& word, bool after_digit) {
  std::array<std::uint32_t, kMostCharacters + 1> borders{};
  std::size_t count = 0;
  const std::string_view text = article_->text();
  std::uint32_t at = word.span.begin;
  for (; at < word.span.end && count < kMostCharacters; at += code_point_at(text, at).size)
    borders[count++] = at;
  borders[count] = std::min(at, word.span.end);
  if (at < word.span.end) return cut_.push_back(word);

  Ways ways{};
  ways[0][0].cost = 0;
  for (std::size_t from = 0; from < count; ++from) {
    if (std::min(ways[0][from].cost, ways[1][from].cost) >= kFar) continue;
    for (std::size_t to = from + 1; to <= count && to - from <= kLongestPiece; ++to) {
      const auto id = grammar_->find_word(text.substr(borders[from], borders[to] - borders[from]));
      if (id == 0) continue;
      const detail::Word& known = grammar_->words_[id];
      if (known.entries == 0 || known.beginnings.count != 0) consider(ways, from, to, {.cost = 10}, false);
      for (std::uint32_t i = 0; i < known.entries; ++i) {
        const detail::Entry& entry = grammar_->entries_[known.first_entry + i];
        if (entry.form == detail::kSuffix) {
          if (from > 0) consider(ways, from, to, {.cost = 10}, true);
        } else if (entry.form == detail::kDigit) {
          consider(ways, from, to, {.cost = ways[0][from].run ? 9 : 11}, false);
        } else {
          consider(ways, from, to, {.cost = 10, .run = entry.form == detail::kRun}, false);
        }
      }
    }
  }
  const std::size_t end = reach(ways, count, after_digit);
  if (end == 0) return cut_.push_back(word);
  const Stops stops = stops_of(ways, end);
  std::size_t from = 0;
  for (std::size_t i = stops.count; i-- > 0; from = stops.at[i]) {
    Token piece = word;
    piece.word = 0;  // no longer the vocabulary's word
    piece.span = {borders[from], borders[stops.at[i]]};
    if (from > 0) piece.flags = static_cast<std::uint8_t>(piece.flags & ~(kSpaceBefore | kSentenceStart));
    if (stops.suffix[i]) piece.flags |= kCutSuffix;
    cut_.push_back(piece);
  }
  if (end < count) {
    Token rest = word;
    rest.word = 0;
    rest.span = {borders[end], word.span.end};
    rest.flags = kCutSuffix;
    cut_.push_back(rest);
  }
}

}  // namespace tally::grammar
