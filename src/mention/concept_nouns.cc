// The nouns beside an amount: what it describes, what follows it, what it gives the size or the new value of.
//
//   "a [25% premium]"   "5% [of its workforce]"   "[a fine] of $3 billion"   "cut [its forecast] to 2%"
#include "mention/concept_finder.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kLongestGroup = 60;  // tokens

}  // namespace

bool ConceptFinder::add_described(Span amount) {
  const Range tokens = chunk(at_).tokens;
  if (tokens.size() > kLongestGroup) return false;
  Index from = tokens.begin;
  while (from < tokens.end && article_.tokens[from].span.begin < amount.end) ++from;
  Index to = tokens.begin;
  while (to < tokens.end && article_.tokens[to].span.end <= amount.begin) ++to;
  if (!counted_ && is_text(at_ - 1, "+") && is_noun(at_ - 2))
    return words_.add(article_, chunk(at_ - 2).tokens);
  // "76 percent year on year", "the film cost $5 million".
  const bool time = from < tokens.end && is(article_.tokens[from], WordClass::time);
  const bool noun = from < tokens.end && article_.tokens[from].tag != Tag::vbg && !time;
  if (to > tokens.begin && is(article_.tokens[to - 1], WordClass::size_verb)) return false;
  if (noun && is_change(at_)) {
    change_ = true;
    return false;
  }
  if (noun && words_.add(article_, {from, tokens.end})) {
    extend_described();
    return true;
  }
  return !counted_ && words_.add_names(article_, {tokens.begin, to});
}

void ConceptFinder::extend_described() {
  const Index next = at_ + 1;
  if (!is_text(next, "of") && !is_text(next, "in") && !is_text(next, "for")) return;
  if (!is_noun(next + 1) || is_pronoun(next + 1) || is_amount(next + 1)) return;
  words_.extend(article_, chunk(next + 1).tokens);
  extend_with_links(next + 1, true);
}

bool ConceptFinder::is_change(Index noun) const {
  const Token& head = article_.tokens[chunk(noun).head];
  return is(head, WordClass::up_noun) || is(head, WordClass::down_noun) || is(head, WordClass::change_noun);
}

bool ConceptFinder::add_following(const Mention& amount) {
  Index next = end_ + 1;
  if (is_text(next, "(")) {
    while (next < end_ + 5 && !is_text(next, ")")) ++next;
    ++next;
  }
  if (!is_kind(next, ChunkKind::preposition) || !is_noun(next + 1) || is_pronoun(next + 1)) return false;
  // "$20 for a pair of shoes", "93 percent of 259 bottles"
  const bool bought = (money_ && is_text(next, "for")) || (is_share(amount) && is_text(next, "of"));
  if (is_amount(next + 1)) return add_before_amount(next + 1) || (bought && add_counted(next + 1));
  const bool share = amount.kind == MentionKind::percent && amount.change == Direction::unknown;
  const bool fits = is_text(next, "of") || (is_text(next, "for") && money_) ||
                    (is_text(next, "on") && money_ && is_kind(at_ - 1, ChunkKind::verb)) ||
                    (is_text(next, "from") && share) || (is_text(next, "off") && !counted_) ||
                    (is_text(next, "in") && (change_ || (money_ && is_bare_noun(next + 1))));
  if (!fits) return false;
  add_phrase(next + 1, true);
  return true;
}

bool ConceptFinder::add_before_amount(Index noun) {
  const Range tokens = chunk(noun).tokens;
  Index to = tokens.begin;
  while (to < tokens.end && !ConceptWords::is_amount(article_, to)) ++to;
  return words_.add_names(article_, {tokens.begin, to});
}

bool ConceptFinder::add_counted(Index noun) {
  if (words_.add(article_, chunk(noun).tokens)) return true;
  return is_text(noun + 1, "of") && is_noun(noun + 2) && words_.add(article_, chunk(noun + 2).tokens);
}

bool ConceptFinder::is_bare_noun(Index at) const {
  return chunk(at).tokens.size() == 1 && (head_tag(at) == Tag::nns || head_tag(at) == Tag::nn);
}

bool ConceptFinder::add_governing(bool share) {
  if (at_ < 2 || !is_kind(at_ - 1, ChunkKind::preposition) || !is_noun(at_ - 2)) return false;
  const Index noun = at_ - 2;
  if (is_pronoun(noun) || is_amount(noun)) return false;
  const bool of = is_text(at_ - 1, "of");
  const bool to = is_text(at_ - 1, "to") || is_text(at_ - 1, "at") || is_text(at_ - 1, "by") ||
                  is_text(at_ - 1, "from") || (money_ && is_text(at_ - 1, "for"));
  const bool on = !share && counted_ && !to && !is_text(at_ - 1, "for");
  if (is_text(at_ - 1, "with") && !share) {
    add_phrase(noun);
    return true;
  }
  if (to && is_text(noun - 1, "with") && !is_text(at_ - 1, "to")) {  // "with fees at 5 percent"
    add_phrase(noun);
    return true;
  }
  if (const Index object = to ? object_over(noun) : kNone; object != kNone && object != noun) {
    add_phrase(object);
    return false;
  }
  if ((of && !is_vacuous(noun)) || on || (to && is_object(noun))) {
    const Index top = add_chain(noun);
    // "below the guideline of 15 ppb", "the brains of 13 people": the clause says nothing of it.
    const bool possessed = is_text(noun - 1, "with") && top != noun;
    const bool value = is_text(top - 1, "to") || is_text(top - 1, "at") || is_text(top - 1, "from");
    const bool adjunct =
        !value && is_kind(top - 1, ChunkKind::preposition) && !is_kind(top - 2, ChunkKind::verb);
    apart_ = of && !value && (counted_ || adjunct || possessed) && !is_subject(top);
  }
  return false;
}

bool ConceptFinder::is_vacuous(Index noun) const {
  const Token& head = article_.tokens[chunk(noun).head];
  if (is_change(noun)) return !money_;  // "a loss of $3 million" is a thing of its own
  if (chunk(noun).tokens.size() > 2) return false;
  return is(head, WordClass::total_noun) || is(head, WordClass::average_noun) ||
         is(head, WordClass::count_noun);
}

Index ConceptFinder::object_over(Index noun) const {
  for (Index links = 0; links < kMostLinks; ++links) {
    if (is_object(noun)) return noun;
    if (noun < 2 || !is_text(noun - 1, "of") || !is_noun(noun - 2)) return kNone;
    noun -= 2;
  }
  return kNone;
}

bool ConceptFinder::is_object(Index noun) const {
  const Index clause = chunk(at_).clause;
  const bool joins = is_kind(noun - 1, ChunkKind::adverb) || is_particle(noun - 1);
  const bool after_verb = is_kind(noun - 1, ChunkKind::verb) || (joins && is_kind(noun - 2, ChunkKind::verb));
  return after_verb || (clause != kNone && article_.clauses[clause].object == noun);
}

bool ConceptFinder::is_subject(Index noun) const {
  const Index clause = chunk(at_).clause;
  return clause != kNone && article_.clauses[clause].subject == noun;
}

}  // namespace tally
