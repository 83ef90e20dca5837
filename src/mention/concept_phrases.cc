// Noun phrases around an amount as words: with the prepositional phrases behind them, with the nouns that
// they hang on, under the heading of a list.
//
//   "activity in the brains of 13 people"   13 people: "brains, activity"
#include "mention/concept_finder.h"

namespace tally {
namespace {

constexpr Index kFarthestHeading = 400;  // chunks

}  // namespace

Index ConceptFinder::add_chain(Index noun) {
  for (Index links = 0; links < kMostLinks; ++links) {
    const Index first = first_of_names(noun);
    for (Index i = first; i <= noun; i += 2)
      i == first ? words_.add(article_, chunk(i).tokens) : words_.extend(article_, chunk(i).tokens);
    if (first != noun) return first;
    if (noun < 2 || !is_kind(noun - 1, ChunkKind::preposition) || !is_noun(noun - 2)) break;
    if (is_subject(noun - 2) || is_pronoun(noun - 2) || is_amount(noun - 2)) break;
    noun -= 2;
  }
  return noun;
}

Index ConceptFinder::first_of_names(Index noun) const {
  const bool two = noun > 1 && is_text(noun - 1, "and") && is_noun(noun - 2);
  return two && is_name(noun) && is_name(noun - 2) && !is_amount(noun - 2) ? noun - 2 : noun;
}

void ConceptFinder::add_phrase(Index noun, bool only_of) {
  const Index first = first_of_names(noun);
  words_.add(article_, chunk(first).tokens);
  if (first != noun) words_.extend(article_, chunk(noun).tokens);
  // "West Texas Intermediate (WTI)".
  if (is_text(noun + 1, "(") && is_noun(noun + 2) && is_text(noun + 3, ")")) {
    if (noun + 2 != at_ && !is_amount(noun + 2)) words_.extend(article_, chunk(noun + 2).tokens);
    noun += 3;
  }
  extend_with_links(noun, only_of);
}

void ConceptFinder::extend_with_links(Index noun, bool only_of) {
  for (Index links = 0; links < kMostLinks; ++links) {
    Index next = noun + 1;
    if (only_of && !is_text(next, "of")) return;
    if (!only_of && is_text(next, "and") && is_noun(next + 1) && next + 1 != at_ &&
        (is_kind(next + 2, ChunkKind::verb) || links > 0) && !is_amount(next + 1)) {
      noun = next + 1;
      words_.extend(article_, chunk(noun).tokens);
      continue;
    }
    const bool undergone = !only_of && is_undergone(next);
    if (undergone) ++next;
    if (!is_kind(next, ChunkKind::preposition) || !is_noun(next + 1)) return;
    if (next + 1 == at_ || is_pronoun(next + 1) || is_amount(next + 1)) return;
    if (undergone) words_.extend(article_, chunk(next - 1).tokens);
    noun = next + 1;
    words_.extend(article_, chunk(noun).tokens);
  }
}

bool ConceptFinder::is_undergone(Index verb) const {
  if (!is_kind(verb, ChunkKind::verb) || chunk(verb).tokens.size() != 1) return false;
  return head_tag(verb) == Tag::vbn && !is_text(verb + 1, "by") && !is_text(verb + 1, "to") && verb < at_;
}

void ConceptFinder::add_heading() {
  const Index clause = chunk(at_).clause;
  if (clause == kNone || article_.clauses[clause].verb != kNone || settled_) return;
  const Index last_colon = at_ > kFarthestHeading ? at_ - kFarthestHeading : 0;
  Index first = at_;
  while (first > last_colon && chunk(first - 1).sentence == sentence_) --first;
  if (first == at_ || !is_noun(first) || is_pronoun(first) || is_amount(first)) return;
  const bool heads = is_text(first + 1, ":") || is_text(first + 1, "including");
  if (!heads || first + 1 >= at_) return;
  const Index item = item_before(first + 2);
  if (item != kNone) words_.add(article_, chunk(item).tokens);
  words_.add(article_, chunk(first).tokens);
}

Index ConceptFinder::item_before(Index from) const {
  for (Index item = at_; item > from; --item) {
    if (is_noun(item - 1)) return is_amount(item - 1) || is_pronoun(item - 1) ? kNone : item - 1;
  }
  return kNone;
}

}  // namespace tally
