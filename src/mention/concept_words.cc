// The words of a noun phrase that are of content, by their tags; what is written in one piece
// ("self-styled", "S&P") stays so.
#include "mention/concept_words.h"

#include <algorithm>

#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kLongestPhrase = 40;  // tokens; what is longer is no phrase but a list

bool is_content(Tag tag) {
  return is_nominal(tag) || is_adjective(tag) || tag == Tag::vbn || tag == Tag::vbg || tag == Tag::cd ||
         tag == Tag::afx || tag == Tag::none;
}

bool is_joint(const Token& token, std::string_view text) {
  return (token.flags & kSpaceBefore) == 0 &&
         (token.tag == Tag::hyph || text == "-" || text == "&" || text == "/");
}

// "cocaine [worth an estimated] $3 million".
bool is_said_of_value(const Article& article, Index at) {
  const Token& token = article.tokens[at];
  const std::string_view text = article.text(token);
  if (text == "estimated") return true;
  if (text != "worth" || at + 1 >= article.tokens.size()) return false;
  const Token& next = article.tokens[at + 1];
  return next.tag == Tag::dt || next.tag == Tag::cd || next.tag == Tag::currency || next.tag == Tag::rb ||
         next.tag == Tag::jjr;
}

// "[5G] data": digits and letters in one piece, as well as what a hyphen joins.
bool is_word_piece(const Article& article, Index at) {
  const Token& before = article.tokens[at - 1];
  return before.kind != TokenKind::punctuation || is_joint(before, article.text(before));
}

// "[this year's] price": whose time it is, where the noun follows; in texts without apostrophes too.
bool is_time_of(const Article& article, Range tokens) {
  const Token& token = article.tokens[tokens.begin];
  if (tokens.size() < 2 || tokens.begin == 0 || !is(token, WordClass::time)) return false;
  if (article.tokens[tokens.begin + 1].tag == Tag::pos) return true;
  const Spelling before = lower(article, article.tokens[tokens.begin - 1]);
  return token.tag == Tag::nns && (before == "this" || before == "last" || before == "next");
}

// Whether an amount covers the token and the predicate holds of it.
template <typename Predicate>
bool is_covered(const Article& article, Index token, Predicate holds) {
  constexpr int kMostNested = 8;
  const Span span = article.tokens[token].span;
  const auto after =
      std::upper_bound(article.amounts.begin(), article.amounts.end(), span.begin,
                       [](std::uint32_t byte, const Mention& amount) { return byte < amount.span.begin; });
  for (auto amount = after; amount != article.amounts.begin() && after - amount < kMostNested;) {
    --amount;
    if (amount->span.contains(span) && amount->kind != MentionKind::ordinal && holds(*amount)) return true;
  }
  return false;
}

bool is_value(const Article& article, Index token) {
  return is_covered(article, token, [&](const Mention& amount) {
    const bool plain = amount.kind == MentionKind::number;
    return !plain && !amount.counted.contains(article.tokens[token].span);
  });
}

}  // namespace

bool ConceptWords::is_amount(const Article& article, Index token) {
  return is_covered(article, token, [](const Mention&) { return true; });
}

bool ConceptWords::add_names(const Article& article, Range tokens) {
  for (Index at = tokens.begin; at < tokens.end; ++at) {
    if (is_nominal(article.tokens[at].tag)) return add(article, tokens);
  }
  return false;
}

bool ConceptWords::append(const Article& article, Range tokens, const char* join) {
  tokens.end = std::min(tokens.end, tokens.begin + kLongestPhrase);
  bool any = false;
  bool plural = false;
  bool joined = false;  // the piece before was a hyphen without spaces
  for (Index at = tokens.begin; at < tokens.end; ++at) {
    const Token& token = article.tokens[at];
    const std::string_view text = article.text(token);
    const bool glued = (token.flags & kSpaceBefore) == 0;
    if (any && is_joint(token, text) && at + 1 < tokens.end &&
        (article.tokens[at + 1].flags & kSpaceBefore) == 0) {
      text_ += text;
      joined = true;
      continue;
    }
    if (is_time_of(article, {at, tokens.end})) continue;
    if (is_value(article, at)) continue;
    // "adults [reporting little confidence]": what a plural noun is said to do.
    if (plural && !joined && token.tag == Tag::vbg) break;
    if (!joined && (!is_content(token.tag) || token.kind == TokenKind::punctuation)) continue;
    if (at + 1 < tokens.end && is(token, WordClass::total_adjective)) continue;
    if (is_said_of_value(article, at)) continue;
    // "one shooting", "seven brackets"; digits may be a part of the name ("Figure 12").
    if (!joined && token.tag == Tag::cd && token.kind != TokenKind::number) continue;
    plural = token.tag == Tag::nns;
    if (any && glued && is_word_piece(article, at)) {
      text_ += text;
    } else {
      if (!text_.empty()) text_ += any ? " " : join;
      text_ += text;
    }
    joined = false;
    any = true;
  }
  return any;
}

}  // namespace tally
