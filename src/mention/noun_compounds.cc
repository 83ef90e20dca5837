// Hyphens, sizes and columns inside noun groups.
//
//   "five state-of-the-art plants"      "two 40-foot boxes"      "18 fact-checkers"
//   "five Northern and four Southern senators"
#include <algorithm>

#include "mention/noun_groups.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {

bool NounGroups::is_glued(Index at) const {
  return at < sentence_.end && (article_.tokens[at].flags & kSpaceBefore) == 0;
}

// Columns of a table in plain text: blanks that no sentence has.
bool NounGroups::is_apart(Index at) const {
  constexpr std::uint32_t kBlanks = 3;
  if (at == sentence_.begin) return false;
  const Span gap = {article_.tokens[at - 1].span.end, article_.tokens[at].span.begin};
  return gap.end >= gap.begin + kBlanks && article_.text(gap).find('\n') == std::string_view::npos;
}

// A hyphen in a word of two nouns.
bool NounGroups::joins_word(Index at) const {
  return is(at, "-") && at + 1 < sentence_.end && is_glued(at) && is_glued(at + 1) && is_noun(at + 1) &&
         tag(at + 1) != Tag::nnp;
}

Index NounGroups::behind_joined_number(Index at) const {
  if (!is(at, "-") || at + 2 >= sentence_.end || !is_glued(at) || !is_glued(at + 1)) return at;
  return article_.tokens[at + 1].kind == TokenKind::number && is_noun(at + 2) ? at + 2 : at;
}

// Behind words that hyphens join; this place where none do.
Index NounGroups::behind_hyphens(Index at) const {
  const auto is_word = [&](Index token) {
    return token < sentence_.end && article_.tokens[token].kind == TokenKind::word;
  };
  Index end = at + 1;
  while (is(end, "-") && is_glued(end) && is_glued(end + 1) && is_word(end + 1)) end += 2;
  const bool joined = end > at + 1 && is_word(at) && tag(at) != Tag::cd && !is_glued(end);
  return joined ? end : at;
}

// "well-known hosts", "state-of-the-art plants", "non-U.S. members": the place behind a word of several,
// where what it describes follows; else this place.
Index NounGroups::behind_compound(Index at) const {
  const Index end = behind_hyphens(at);
  if (end == at || end >= sentence_.end || is_apart(end)) return at;
  if (tag(end - 1) == Tag::nns) return at;  // "18 fact-checkers working there"
  return is_noun(end) || is_modifier(end) || behind_compound(end) != end ? end : at;
}

Index NounGroups::behind_size(Index at) const {
  const bool number = article_.tokens[at].kind == TokenKind::number || tag(at) == Tag::cd;
  const bool measured = number && is_glued(at + 1) && is(at + 1, "-") && is_glued(at + 2) &&
                        article_.tokens[at + 2].kind == TokenKind::word;
  return measured && at + 3 < sentence_.end && is_noun(at + 3) && !is(at + 3, "-") ? at + 3 : at;
}

// Behind a word, or several that hyphens join, that tells the kind of what is counted and is no plural that
// could be counted itself; else this place.
Index NounGroups::behind_kind(Index at) const {
  if (at >= sentence_.end || article_.tokens[at].kind != TokenKind::word) return at;
  const Index end = behind_hyphens(at);
  const Tag last = tag(std::max(end, at + 1) - 1);
  if (last == Tag::nns || last == Tag::nnps) return at;
  if (end != at) return end;
  return is_adjective(last) || vocabulary().may_be(article_.tokens[at].word, Pos::adj) ? at + 1 : at;
}

// "six [No. 1] albums".
Index NounGroups::behind_rank(Index at) const {
  Index end = at;
  if (is(end, "no.")) ++end;
  if (is(end, "no") && is(end + 1, ".")) end += 2;
  const bool rank = end > at && end < sentence_.end && article_.tokens[end].kind == TokenKind::number;
  return rank ? end + 1 : at;
}

Range NounGroups::counted_with_next(Index at) const {
  const Index end = behind_kind(at);
  if (end == at || !(is(end, "and") || is(end, "or"))) return {};
  Index next = end + 1;
  while (next < sentence_.end && (article_.tokens[next].kind == TokenKind::number || tag(next) == Tag::cd))
    ++next;
  if (next == end + 1 || next >= sentence_.end) return {};
  const Range group = group_at(next);
  const Index kind = behind_kind(next);
  if (kind == next || group.end <= kind || tag(group.end - 1) != Tag::nns) return {};
  return {kind, group.end};
}

Range NounGroups::counted_in_quotes(Index at) const {
  if (!is(at, "\"") && !is(at, "“")) return {};
  const Range found = at + 1 < sentence_.end ? group_at(at + 1) : Range{};
  if (found.empty() || tag(found.end - 1) != Tag::nns) return {};
  return is(found.end, "\"") || is(found.end, "”") ? found : Range{};
}

Index NounGroups::behind_aside(Index at) const {
  constexpr Index kLongest = 10;  // tokens
  if (!is(at, "(")) return at;
  Index end = at + 1;
  while (end < sentence_.end && end - at < kLongest && !is(end, ")")) ++end;
  const bool amount = is(end, ")") && is_in(article_.amounts, {at + 1, end});
  return amount ? end + 1 : at;
}

std::string NounGroups::per_time(Index at) const {
  const bool per = is(at, "per") || is(at, "a") || is(at, "an") || is(at, "each") || is(at, "every");
  if (!per) return {};
  for (const std::string_view then : {"earlier", "ago", "before", "later", "previously", "on"}) {
    if (is(at + 2, then) && !is(at + 3, "average")) return {};
  }
  for (const std::string_view unit : {"year", "month", "week", "day", "hour", "minute", "second"}) {
    if (is(at + 1, unit)) return "_per_" + std::string(unit);
  }
  return {};
}

}  // namespace tally
