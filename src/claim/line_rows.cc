// Lines of a label and a number → rows, and the heading of their run.
#include "claim/line_rows.h"

#include <string_view>

#include "text/named_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kLongestLabel = 6;      // tokens
constexpr Index kLongestTail = 3;       // tokens behind the number, brackets left out
constexpr Index kFarthestHeading = 40;  // sentences
constexpr Index kFewestRows = 3;

bool is_mark(const Token& token) {
  return token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol || token.tag == Tag::ls;
}

// A verb that says what somebody did; "March" and "May" may look like one.
bool is_telling(const Token& token) {
  return is_finite(token.tag) && !is(token, WordClass::month) && (token.flags & kCapitalised) == 0;
}

// The longest number that begins at a token and is none of a date; null where none does.
const Mention* amount_at(const Scene& scene, Index at) {
  const Article& article = scene.article();
  const Token& token = article.tokens[at];
  if (token.kind != TokenKind::number && token.kind != TokenKind::symbol) return nullptr;
  const Mention* found = nullptr;
  for (const Mention& amount :
       Scene::starting_in(article.amounts, {token.span.begin, token.span.begin + 1})) {
    const bool value = amount.value && amount.value->best && amount.kind != MentionKind::ordinal;
    if (value && (found == nullptr || amount.span.size() > found->span.size())) found = &amount;
  }
  if (found == nullptr) return nullptr;
  const std::string_view words = article.text(found->span);
  const bool year = words.size() == 4 && words.find_first_not_of("0123456789") == std::string_view::npos &&
                    scene.date_over(found->span) != nullptr;
  return year ? nullptr : found;
}

// Nothing but a bracket, a unit or a mark stands behind the number.
bool is_tail(const Article& article, Range tail) {
  int depth = 0;
  Index words = 0;
  for (Index i = tail.begin; i < tail.end; ++i) {
    const Token& token = article.tokens[i];
    if (token.tag == Tag::close_bracket) --depth;
    if (depth == 0 && is_telling(token)) return false;
    words += depth == 0 && !is_mark(token);
    if (token.tag == Tag::open_bracket) ++depth;
  }
  return words <= kLongestTail;
}

}  // namespace

bool is_whole_label(const Article& article, Range label) {
  static constexpr NamedWords kWhole = {"total", "totals", "overall", "all", "sum"};
  return label.size() == 1 && kWhole.contains_lower(article.text(article.tokens[label.begin]));
}

namespace {

bool is_short_heading(const Scene& scene, Index sentence) {
  constexpr Index kLongestHeading = 14;  // tokens
  const Sentence& line = scene.article().sentences[sentence];
  const BlockKind kind = scene.block_kind(sentence);
  if (kind == BlockKind::heading || kind == BlockKind::subtitle) return true;
  const std::string_view last = scene.article().text(scene.article().tokens[line.tokens.end - 1]);
  return line.tokens.size() <= kLongestHeading && (last == ":" || (last != "." && last != "!"));
}

}  // namespace

std::optional<LineRow> line_row(const Scene& scene, Index sentence) {
  const Article& article = scene.article();
  const Range tokens = article.sentences[sentence].tokens;
  Index at = tokens.begin;
  while (at < tokens.end && is_mark(article.tokens[at]) && amount_at(scene, at) == nullptr) ++at;
  LineRow row{.label = {at, at}};
  for (; at < tokens.end && row.amount == nullptr; ++at) {
    row.amount = at == row.label.begin ? nullptr : amount_at(scene, at);
    if (row.amount != nullptr) break;
    if (at - row.label.begin > kLongestLabel || is_telling(article.tokens[at])) return std::nullopt;
  }
  if (row.amount == nullptr) return std::nullopt;
  row.label.end = at;
  while (row.label.end > row.label.begin && is_mark(article.tokens[row.label.end - 1])) --row.label.end;
  bool words = false;
  for (Index i = row.label.begin; i < row.label.end; ++i)
    words = words || (article.tokens[i].kind == TokenKind::word && is_nominal(article.tokens[i].tag));
  words = words || (row.label.size() == 1 && is(article.tokens[row.label.begin], WordClass::month));
  // "Yawl 49": a capital names as well as a noun does.
  const bool capital = row.label.size() == 1 && (article.tokens[row.label.begin].flags & kCapitalised) != 0 &&
                       article.tokens[row.label.begin].pos != Pos::adv;
  words = words || capital || is_whole_label(article, row.label);
  if (!words) return std::nullopt;
  while (at < tokens.end && article.tokens[at].span.begin < row.amount->span.end) ++at;
  return is_tail(article, {at, tokens.end}) ? std::optional(row) : std::nullopt;
}

std::optional<Index> heading_of_rows(const Scene& scene, Index sentence) {
  const auto& sentences = scene.article().sentences;
  const auto is_row = [&](Index s) { return scene.is_news(s) && line_row(scene, s).has_value(); };
  Index rows = 1;
  Index first = sentence;
  while (first > 0 && sentence - first < kFarthestHeading && is_row(first - 1)) {
    --first;
    ++rows;
  }
  for (Index s = sentence + 1; s < sentences.size() && rows < kFewestRows && is_row(s); ++s) ++rows;
  const bool headed = first > 0 && scene.is_news(first - 1) && is_short_heading(scene, first - 1);
  if (rows < kFewestRows && !(headed && rows == kFewestRows - 1)) return std::nullopt;
  return headed ? first - 1 : kNone;
}

}  // namespace tally
