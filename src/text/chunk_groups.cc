// Noun groups and the single words between groups.
//
//   [the third largest town] [of] [those] [who] …
#include <algorithm>
#include <array>
#include <string>

#include "base/characters.h"
#include "text/chunker.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {

Index Chunker::noun_group_end(Index begin) {
  head_ = kNone;
  last_amount_ = kNone;
  Index at = begin;
  if (tag(at) == Tag::pdt) ++at;
  const bool determined = tag(at) == Tag::dt || tag(at) == Tag::prps || tag(at) == Tag::wps;
  if (determined) ++at;
  if (tag(at) == Tag::prp || tag(at) == Tag::ex) return pronoun_group(begin, at);
  Index end = at;
  while (at < end_) {
    const Index head_before = head_;
    const Index after = modifier_end(at, determined || at > begin, begin);
    if (after == at) break;
    at = after;
    // What follows the last noun without another ("34 dead") is no part of the group.
    if (head_ != head_before) end = at;
  }
  if (head_ != kNone) return std::max(end, begin) + (is_run(begin, end) ? 1 : 0);
  if (is_adjective(tag(begin)) && begin + 1 == at && token_is(at, "of")) return quantifier_group(begin, at);
  return headless_group(begin, at, determined);
}

bool Chunker::is_run(Index begin, Index end) const {
  return end > begin + 1 && is(token(end - 1), WordClass::time) && token_is(end, "running");
}

Index Chunker::pronoun_group(Index begin, Index at) {
  if (at != begin && tag(at) == Tag::ex) return begin;
  head_ = at;
  return at + 1;
}

bool Chunker::token_is(Index at, std::string_view word) const {
  return at < end_ && article_.text(token(at)) == word;
}

Index Chunker::quantifier_group(Index begin, Index at) {
  head_ = begin;
  return at;
}

Index Chunker::headless_group(Index begin, Index at, bool determined) {
  if (!determined && tag(begin) != Tag::pdt) return begin;
  if (tag(at - 1) == Tag::prps || tag(at - 1) == Tag::wps) return begin;
  head_ = at - 1;
  return at;
}

Index Chunker::modifier_end(Index at, bool inside, Index begin) {
  if (inside && hedges_verb(at)) return at;
  if (const Index after = amount_end(at); after > at) {
    // "planted 4,000 trees [over] two years": behind a noun it is how long, and no bound.
    if (inside && head_ == at - 1 && is_nominal(tag(at - 1)) &&
        equals_lower(article_.text(token(at)), "over"))
      return at;
    if (is_gapped(at, after, begin) || is_ordinal_gap(at, after, begin) || is_counted_behind(at) ||
        is_second_object(at, after) || (head_ != kNone && head_ == last_amount_))
      return at;
    last_amount_ = after - 1;
    had_amount_ = true;
    head_ = after - 1;
    return after;
  }
  const Tag t = tag(at);
  // A date ends the group unless it stands before its noun ("the 2016 figures").
  if (inside) {
    if (const Index after = date_end(at); after > at && !is_nominal(tag(after))) return at;
  }
  if (is_nominal(t)) {
    head_ = at;
    return possessive_end(at + 1);
  }
  if (is_adjective(t)) return joined_end(at + 1);
  if (t == Tag::cd || t == Tag::currency) {
    head_ = at;
    return joined_end(at + 1);
  }
  // "the remaining 228"
  if (t == Tag::vbg && inside && tag(at + 1) == Tag::cd && tag(at - 1) == Tag::dt) return at + 1;
  // "a barge [carrying] rock" carries it; "a drug smuggling ring" does not.
  if (t == Tag::vbg && head_ != kNone && head_ + 1 == at && is(token(at), WordClass::travel_verb)) return at;
  if ((t == Tag::vbn || t == Tag::vbg) && token(at).pos != Pos::aux && !is_preposition_by_now(at) &&
      (inside || is_nominal(tag(at + 1)))) {
    return is_nominal(tag(at + 1)) || is_adjective(tag(at + 1)) || is_hyphen(at + 1) ? joined_end(at + 1)
                                                                                     : at;
  }
  if ((t == Tag::rb || t == Tag::rbs || t == Tag::rbr) && inside_adjective(at + 1) && !is_way(at))
    return at + 1;
  if (t == Tag::hyph || t == Tag::afx) return at > 0 && inside ? at + 1 : at;
  if (t == Tag::cc && joins_names(at)) return at + 1;
  return at;
}

bool Chunker::is_way(Index at) const {
  return tag(at + 1) == Tag::cd && (token_is(at, "up") || token_is(at, "down") || token_is(at, "together") ||
                                    token_is(at, "altogether"));
}

bool Chunker::is_gapped(Index at, Index after, Index begin) const {
  if (at == 0 || head_ != at - 1) return false;
  if (is_nominal(tag(after)) || is_adjective(tag(after))) return false;
  if (tag(at - 1) != Tag::nnp && tag(at - 1) != Tag::nnps) return is_noun_gap(after, begin);
  const std::uint32_t byte = token(at).span.begin;
  return std::ranges::none_of(article_.names, [&](const Mention& name) { return name.span.contains(byte); });
}

bool Chunker::is_ordinal_gap(Index at, Index after, Index begin) const {
  if (at != begin + 2 || tag(begin) != Tag::dt || !is(token(begin + 1), WordClass::ordinal)) return false;
  return after >= end_ || token(after).kind == TokenKind::punctuation || tag(after) == Tag::cc;
}

bool Chunker::is_counted_behind(Index at) const {
  if (at < 2 || head_ != at - 1 || !is_nominal(tag(at - 1))) return false;
  // "1,018 men share 445 places": a verb that the tagger took for a noun.
  if (tag(at - 1) == Tag::nn && tag(at - 2) == Tag::nns && vocabulary().may_be(token(at - 1).word, Pos::verb))
    return false;
  if (amount_at_[at] == kNone) return false;
  const Mention& amount = article_.amounts[amount_at_[at]];
  return amount.kind == MentionKind::quantity && !amount.counted.empty() &&
         amount.counted.begin > token(at).span.begin;
}

// "will cost the county [$41.7 million]", "gives towns [1.2 billion zloty]": a sum is no label of a noun.
bool Chunker::is_second_object(Index at, Index after) const {
  if (at == 0 || head_ != at - 1 || !is_nominal(tag(at - 1)) || head_ == last_amount_) return false;
  // "a record £1,190", "an average €30"
  if (is_any(token(at - 1), {WordClass::peak_noun, WordClass::measure})) return false;
  return amount_at_[at] != kNone && article_.amounts[amount_at_[at]].kind == MentionKind::money &&
         !is_nominal(tag(after)) && !is_adjective(tag(after)) && !is_hyphen(after);
}

bool Chunker::is_noun_gap(Index after, Index begin) const {
  if (!had_amount_ || begin <= article_.sentences[sentence_].tokens.begin) return false;
  const Tag before = tag(begin - 1);
  const bool item = before == Tag::cc || before == Tag::comma || token_is(begin - 1, ";");
  const bool last = after >= end_ || token(after).kind == TokenKind::punctuation || tag(after) == Tag::cc ||
                    tag(after) == Tag::in;
  return item && last;
}

Index Chunker::joined_end(Index at) const {
  while (is_hyphen(at) && at + 1 < end_) at += 2;
  return at;
}

Index Chunker::possessive_end(Index at) {
  at = joined_end(at);
  if (tag(at) != Tag::pos) return at;
  const Index after = at + 1;
  const bool goes_on = is_nominal(tag(after)) || is_adjective(tag(after)) || tag(after) == Tag::cd ||
                       tag(after) == Tag::vbn || tag(after) == Tag::vbg || tag(after) == Tag::rbs;
  return goes_on ? after : at;
}

bool Chunker::inside_adjective(Index at) const {
  return (is_adjective(tag(at)) || tag(at) == Tag::cd || tag(at) == Tag::vbn) &&
         (is_nominal(tag(at + 1)) || is_adjective(tag(at + 1)));
}

bool Chunker::joins_names(Index at) const {
  return at > 0 && tag(at - 1) == Tag::nnp && tag(at + 1) == Tag::nnp &&
         (tag(at + 2) == Tag::nnps || tag(at + 2) == Tag::nns) && head_ == at - 1;
}

ChunkKind Chunker::single_kind(Index at) const {
  const Token& word = token(at);
  switch (word.tag) {
    case Tag::wdt:
    case Tag::wp:
    case Tag::wps:
    case Tag::wrb:
      return ChunkKind::relative;
    case Tag::in:
      return (word.pos == Pos::sconj && !is_prepositional(at)) || is_subordinating(at)
                 ? ChunkKind::subordinator
                 : ChunkKind::preposition;
    case Tag::to:
      return ChunkKind::preposition;
    case Tag::cc:
      return ChunkKind::conjunction;
    case Tag::rb:
    case Tag::rbr:
    case Tag::rbs:
    case Tag::rp:
      return ChunkKind::adverb;
    case Tag::jj:
    case Tag::jjr:
    case Tag::jjs:
      return ChunkKind::adjective;
    case Tag::vbg:
      return ChunkKind::preposition;  // "including", "following", as the tagger has it
    default:
      return word.kind == TokenKind::punctuation ? ChunkKind::punctuation : ChunkKind::other;
  }
}

bool Chunker::is_subordinating(Index at) const {
  static constexpr std::array<std::string_view, 8> both = {"since", "after", "before",  "until",
                                                           "till",  "as",    "because", "once"};
  const std::string_view text = article_.text(token(at));
  if (std::ranges::none_of(both, [&](std::string_view one) { return equals_lower(text, one); })) return false;
  bool noun = false;
  // "after an earth dam above the town, in the north of the country, burst"
  bool set_off = false;
  const bool over_phrases = token_is(at, "after") || token_is(at, "before") || token_is(at, "because");
  for (Index i = at + 1; i < end_; ++i) {
    if (is_finite(tag(i))) return noun && !set_off;
    // "after seven people, five men and two women, were found"
    if (over_phrases && tag(i) == Tag::comma && noun) {
      if (set_off && !is_finite(tag(i + 1))) return false;
      set_off = !set_off;
      continue;
    }
    if (over_phrases && (tag(i) == Tag::in || (set_off && tag(i) == Tag::cc)) && noun) continue;
    // "after a boat [packed with] migrants overturned"
    if (over_phrases && tag(i) == Tag::vbn && noun && tag(i + 1) == Tag::in) continue;
    const bool goes_on = is_nominal(tag(i)) || is_adjective(tag(i)) || tag(i) == Tag::dt ||
                         tag(i) == Tag::prps || tag(i) == Tag::pos || tag(i) == Tag::hyph ||
                         tag(i) == Tag::prp || tag(i) == Tag::cd || tag(i) == Tag::rb;
    if (!goes_on) return false;
    noun = noun || is_nominal(tag(i)) || tag(i) == Tag::prp;
  }
  return false;
}

bool Chunker::is_prepositional(Index at) const {
  for (Index i = at + 1; i < end_; ++i) {
    if (is_verb(tag(i)) || tag(i) == Tag::md) return false;
    if (token(i).kind == TokenKind::punctuation && tag(i) != Tag::hyph) return true;
  }
  return true;
}

}  // namespace tally
