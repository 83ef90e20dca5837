// Verbs that the tagger took for participles, and the other way round, told by the clauses around them:
//
//   "The agency, which lists what it knows, [counted] 959"   a past tense, for the agency waits for a verb
//   "for the year [ended] March"                                a participle, for it stands between two times
#include "text/clause_finder.h"

#include <algorithm>

#include "text/vocabulary.h"

namespace tally {

bool ClauseFinder::mend_past_tense() {
  Index candidate = kNone;
  for (Index i = first_; i < article_.clauses.size(); ++i) {
    const Clause& clause = article_.clauses[i];
    if (clause.verb == kNone) continue;
    const Token& head = article_.tokens[chunk(clause.verb).head];
    if (clause.finite && clause.kind == ClauseKind::main) return false;
    const bool bare =
        head.tag == Tag::vbn && chunk(clause.verb).head == first_word_after_adverbs(clause.verb);
    const bool moves = is(head, WordClass::up_verb) || is(head, WordClass::down_verb);
    // "The toll rose by 13", but "the toll reported by the office"
    const bool by_whom = is_text(clause.verb + 1, "by") &&
                         !(moves && is_kind(clause.verb + 2, ChunkKind::noun) &&
                           article_.tokens[chunk(clause.verb + 2).tokens.begin].pos == Pos::num);
    if (!bare || by_whom) continue;
    candidate = clause.verb;
    if (moves) break;
  }
  if (candidate == kNone || !is_text(chunks_.end - 1, ".")) return false;
  set_head_tag(candidate, Tag::vbd);
  return true;
}

Index ClauseFinder::first_word_after_adverbs(Index verb) {
  Index token = chunk(verb).tokens.begin;
  while (token < chunk(verb).head && article_.tokens[token].tag == Tag::rb) ++token;
  return token;
}

void ClauseFinder::mend_report(Index at) {
  if (head_tag(at) != Tag::vbn || top().verb == kNone || !is_reporting(at) || is_text(at + 1, "by")) return;
  if (chunk(at).head != first_word_after_adverbs(at) || !is_kind(at - 1, ChunkKind::noun)) return;
  Index begin = at;
  while (begin > chunks_.begin && !is_boundary(begin - 1)) --begin;
  const bool set_off =
      begin > chunks_.begin && is_kind(begin - 1, ChunkKind::punctuation) && is_kind(begin, ChunkKind::noun);
  if (set_off) set_head_tag(at, Tag::vbd);
}

void ClauseFinder::mend_verb_of_time(Index at) {
  const bool after_time = at > chunks_.begin && is_kind(at - 1, ChunkKind::time) &&
                          (at - 1 == chunks_.begin || is_boundary(at - 2));
  if (!after_time || !is_kind(at + 1, ChunkKind::noun) || head_tag(at) != Tag::vbn) return;
  if (chunk(at).head == first_word_after_adverbs(at)) set_head_tag(at, Tag::vbd);
}

void ClauseFinder::mend_end_of_period(Index at) {
  if (head_tag(at) != Tag::vbd || chunk(at).tokens.size() != 1 || top().verb == kNone) return;
  if (is_kind(at - 1, ChunkKind::time) && is_kind(at + 1, ChunkKind::time)) set_head_tag(at, Tag::vbn);
}

// "14 of them [live] abroad": the bare form behind "of them" is the verb of those who are some of them.
void ClauseFinder::mend_plural(Index at) {
  if (head_tag(at) != Tag::vb || chunk(at).tokens.size() != 1 || top().verb != kNone ||
      at < chunks_.begin + 3 || !is_text(at - 2, "of") || !is_kind(at - 3, ChunkKind::noun))
    return;
  const bool them = is_text(at - 1, "them") || is_text(at - 1, "us") || is_text(at - 1, "you") ||
                    is_text(at - 1, "these") || is_text(at - 1, "those");
  if (them) set_head_tag(at, Tag::vbp);
}

bool ClauseFinder::mend_waiting(Index at) {
  if (head_tag(at) != Tag::vbn || chunk(at).head != first_word_after_adverbs(at)) return false;
  if (!is_kind(at - 1, ChunkKind::punctuation) || !is_text(at - 1, ",") || top().verb == kNone) return false;
  const Index depth = waiting();
  if (depth == kNone || !is_kind(at + 1, ChunkKind::noun)) return false;
  // "…, cost [the] company 12 million": what is done to somebody has no object of its own, but for two.
  const Token& object = article_.tokens[chunk(at + 1).tokens.begin];
  const bool acts = (object.tag == Tag::dt || object.tag == Tag::prps) &&
                    !is(article_.tokens[chunk(at).head], WordClass::two_object_verb);
  if (object.pos != Pos::num && !acts) return false;
  if (first_free_noun(article_.clauses[open_[depth]].chunks.begin, at) == kNone) return false;
  set_head_tag(at, Tag::vbd);
  return true;
}

bool ClauseFinder::verb_follows(Index at) {
  for (Index i = at + 1; i < chunks_.end && !is_boundary(i); ++i) {
    if (is_kind(i, ChunkKind::relative) || is_kind(i, ChunkKind::subordinator)) return false;
    if (is_kind(i, ChunkKind::verb) && group_of(i).finite) return true;
  }
  return false;
}

bool ClauseFinder::answers_auxiliary(Index at) {
  Clause& clause = top();
  if (clause.verb == kNone || clause.subject != kNone) return false;
  const Token& auxiliary = article_.tokens[chunk(clause.verb).head];
  if (auxiliary.pos != Pos::aux && auxiliary.tag != Tag::md) return false;
  const Index subject = first_free_noun(clause.verb + 1, at);
  if (subject == kNone) return false;
  set_verb(at);
  top().subject = subject;
  return true;
}

void ClauseFinder::mend_reported_verb(Index at) {
  const Index depth = waiting();
  if (depth == kNone || !is_reporting(at)) return;
  const Clause& outer = article_.clauses[open_[depth]];
  const Index noun = first_free_noun(outer.chunks.begin, at);
  for (Index i = first_; i < article_.clauses.size(); ++i) {
    const Clause& inner = article_.clauses[i];
    if (inner.kind != ClauseKind::relative || inner.subject != noun || inner.verb == kNone || noun == kNone)
      continue;
    if (head_tag(inner.verb) != Tag::vbn || chunk(inner.verb).head != first_word_after_adverbs(inner.verb))
      continue;
    set_head_tag(inner.verb, Tag::vbd);
    again_ = true;
    return;
  }
}

bool ClauseFinder::mend_participle(Index at) {
  const Index outer = open_.back();
  const Index verb = article_.clauses[outer].verb;
  const Index noun = article_.clauses[outer].subject;
  if (verb == kNone || noun == kNone || head_tag(verb) != Tag::vbd) return false;
  if (verb != noun + 1 || chunk(verb).tokens.size() != 1) return false;
  // "“We counted,” Ann Berg said": nothing describes a pronoun, and "came" and "were" describe nothing.
  if (head_tag(noun) == Tag::prp || is_past_only(article_, chunk(verb).head) ||
      lemma(article_, article_.tokens[chunk(verb).head]) == "be")
    return false;
  set_head_tag(verb, Tag::vbn);
  push(ClauseKind::relative, verb, kNone);
  set_verb(verb);
  top().subject = noun;
  for (Index i = verb; i < at; ++i) chunk(i).clause = open_.back();
  pop(at);
  top().verb = kNone;
  fill(at);
  return true;
}

}  // namespace tally
