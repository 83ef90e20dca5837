// The words of a noun phrase that are of content, by their tags; what is written in one piece
// ("self-styled", "S&P") stays so.
#include "mention/concept_words.h"

#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

bool is_content(Tag tag) {
  return is_nominal(tag) || is_adjective(tag) || tag == Tag::vbn || tag == Tag::vbg || tag == Tag::cd ||
         tag == Tag::afx || tag == Tag::none;
}

bool is_joint(const Token& token, std::string_view text) {
  return (token.flags & kSpaceBefore) == 0 &&
         (token.tag == Tag::hyph || text == "-" || text == "&" || text == "/");
}

}  // namespace

bool ConceptWords::add_names(const Article& article, Range tokens) {
  for (Index at = tokens.begin; at < tokens.end; ++at) {
    if (is_nominal(article.tokens[at].tag)) return add(article, tokens);
  }
  return false;
}

bool ConceptWords::append(const Article& article, Range tokens, const char* join) {
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
    // "adults [reporting little confidence]": what a plural noun is said to do.
    if (plural && !joined && token.tag == Tag::vbg) break;
    if (!joined && (!is_content(token.tag) || token.kind == TokenKind::punctuation)) continue;
    if (is(token, WordClass::total_adjective)) continue;
    // "one shooting", "seven brackets"; digits may be a part of the name ("Figure 12").
    if (!joined && token.tag == Tag::cd && token.kind != TokenKind::number) continue;
    plural = token.tag == Tag::nns;
    if (joined && glued) {
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
