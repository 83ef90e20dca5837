// What a verb group does to the clauses that are open: fills one, starts one beside it, goes back to one
// that waits.
//
//   "The number of people [who fled] [rose]"   the second verb belongs to the outer clause
#include "text/clause_finder.h"

#include <algorithm>

#include "text/vocabulary.h"

namespace tally {

void ClauseFinder::take_verb(Index at) {
  mend_verb_of_time(at);
  mend_end_of_period(at);
  mend_report(at);
  mend_plural(at);
  const VerbGroup group = group_of(at);
  if (group.infinitive) {
    open_with_verb(ClauseKind::infinitive, at, made_to_act(at) ? at - 1 : top().subject);
  } else if (!group.finite) {
    take_participle(at);
  } else {
    take_finite(at);
  }
}

// "Analysts expect [sales] to grow": the object of the one verb does what the other tells.
bool ClauseFinder::made_to_act(Index at) {
  const Index verb = top().verb;
  return verb != kNone && verb + 2 == at && is_kind(at - 1, ChunkKind::noun) &&
         is(article_.tokens[chunk(verb).head], WordClass::direct_verb) && !top().passive;
}

void ClauseFinder::open_with_verb(ClauseKind kind, Index at, Index subject) {
  push(kind, at, kNone);
  set_verb(at);
  top().subject = subject;
}

void ClauseFinder::set_verb(Index at) {
  Clause& clause = top();
  clause.verb = at;
  const VerbGroup& group = group_of(at);
  clause.passive = group.passive;
  clause.negated = group.negated;
  clause.finite = group.finite;
}

void ClauseFinder::take_participle(Index at) {
  if (mend_waiting(at)) {
    take_finite(at);
    return;
  }
  const Clause& current = top();
  const bool describes = is_kind(at - 1, ChunkKind::noun) && current.marker != kNone && verb_follows(at);
  const bool fills = !describes && current.verb == kNone && current.kind != ClauseKind::main &&
                     current.kind != ClauseKind::fragment && current.kind != ClauseKind::relative;
  if (fills) {
    set_verb(at);
    if (top().subject == kNone) top().subject = subject_before(at);
    return;
  }
  if (answers_auxiliary(at)) return;
  // Directly after a noun the participle describes it; after a comma, the subject.
  Index noun = kNone;
  if (is_kind(at - 1, ChunkKind::noun)) noun = at - 1;
  if (is_kind(at - 1, ChunkKind::time) && is_kind(at - 2, ChunkKind::noun)) noun = at - 2;
  const bool reduced = noun != kNone;
  open_with_verb(reduced ? ClauseKind::relative : ClauseKind::participle, at,
                 reduced ? noun : subject_of(open_.back()));
}

void ClauseFinder::take_finite(Index at) {
  if (is_inverted_report(at)) {
    start_report(at);
    return;
  }
  if (top().verb == kNone) {
    fill(at);
    return;
  }
  if (const Index subject = contact_subject(at); subject != kNone) {
    start_contact_clause(at, subject);
    return;
  }
  if (const Index joint = conjunction_before(at);
      joint != kNone && subject_between(top().verb, at) == kNone) {
    coordinate(at, joint);
    return;
  }
  const Index subject = subject_between(top().verb, at);
  if (subject != kNone && starts_clause(subject)) {
    start_clause(at, subject);
    return;
  }
  return_to_waiting(at);
}

bool ClauseFinder::is_reporting(Index verb) const {
  const Token& word = article_.tokens[article_.chunks[verb].head];
  return is(word, WordClass::report_verb) || is(word, WordClass::claim_verb) ||
         is(word, WordClass::confirm_verb) || is(word, WordClass::deny_verb);
}

bool ClauseFinder::is_inverted_report(Index at) {
  if (at == chunks_.begin || !is_kind(at - 1, ChunkKind::punctuation) || !is_reporting(at)) return false;
  if (!is_kind(at + 1, ChunkKind::noun) || conjunction_before(at) != kNone) return false;
  const Tag tag = head_tag(at);
  if (tag != Tag::vbd && tag != Tag::vbz && tag != Tag::vbp) return false;
  // "…, said they did not want": the noun behind it has a verb of its own.
  if (is_kind(at + 2, ChunkKind::verb) && group_of(at + 2).finite) return false;
  // A subject that waits for its verb over an apposition keeps it ("Lee, a researcher, said X").
  const Index depth = waiting();
  const bool waits =
      depth != kNone && first_free_noun(article_.clauses[open_[depth]].chunks.begin, at) != kNone;
  const bool quoted = head_tag(at - 1) == Tag::close_quote;
  return quoted || !waits;
}

void ClauseFinder::start_report(Index at) {
  while (open_.size() > 1) pop(at);
  pop(at);
  push(ClauseKind::main, at, kNone);
  set_verb(at);
  top().subject = at + 1;
}

void ClauseFinder::start_contact_clause(Index at, Index subject) {
  push(ClauseKind::relative, subject, kNone);
  for (Index i = subject; i < at; ++i) chunk(i).clause = open_.back();
  set_verb(at);
  top().subject = subject;
}

void ClauseFinder::fill(Index at) {
  const Index subject = subject_before(at);
  set_verb(at);
  Clause& clause = top();
  if (clause.kind == ClauseKind::relative) {
    // "the diplomat whom they met": the pronoun is no subject where one stands of its own.
    if (subject != kNone && subject > clause.marker) clause.subject = subject;
  } else {
    clause.subject = subject;
  }
}

void ClauseFinder::coordinate(Index at, Index joint) {
  const Index with = coordinate_partner(at);
  const Clause partner = article_.clauses[with];
  while (open_.back() != with) pop(joint);
  pop(joint);
  push(partner.kind, joint, partner.marker);
  for (Index i = joint; i < at; ++i) chunk(i).clause = open_.back();
  const bool time_is_subject =
      is_kind(at - 1, ChunkKind::time) && is_boundary(at - 2) && is_kind(at + 1, ChunkKind::noun);
  top().subject = time_is_subject ? at - 1 : partner.subject;
  top().shares = with;
  set_verb(at);
}

void ClauseFinder::start_clause(Index at, Index subject) {
  const Index verb = top().verb;
  const Token& word = article_.tokens[chunk(verb).head];
  const bool said =
      follows(verb, subject) && (is(word, WordClass::report_verb) || is(word, WordClass::claim_verb) ||
                                 is(word, WordClass::confirm_verb) || is(word, WordClass::deny_verb));
  Index from = subject;
  while (!said && from > verb + 1 && !is_boundary(from - 1)) --from;
  if (!said) {
    mend_reported_verb(at);
    // A clause inside which another waits for its verb is closed by that verb.
    if (waiting() != kNone) {
      return_to_waiting(at);
      return;
    }
    while (open_.size() > 1) pop(from);
    pop(from);
  }
  push(said ? ClauseKind::complement : ClauseKind::main, from, kNone);
  for (Index i = from; i < at; ++i) {
    if (chunk(i).clause == kNone || chunk(i).clause < first_ || i >= from) chunk(i).clause = open_.back();
  }
  set_verb(at);
  top().subject = subject;
}

void ClauseFinder::return_to_waiting(Index at) {
  if (const Index depth = waiting(); depth != kNone) {
    give_to_waiting(depth, at);
    return;
  }
  if (mend_participle(at)) return;
  if (const Index subject = subject_over_apposition(at); subject != kNone) {
    start_clause(at, subject);
    return;
  }
  while (open_.size() > 1) pop(at);
  const Index subject = last_stretch_noun(top().verb + 1, at);
  const Index shared = top().subject;
  const Index with = open_.back();
  pop(subject != kNone ? subject : at);
  push(ClauseKind::main, subject != kNone ? subject : at, kNone);
  for (Index i = top().chunks.begin; i < at; ++i) chunk(i).clause = open_.back();
  set_verb(at);
  top().subject = subject != kNone ? subject : shared;
  if (subject == kNone) top().shares = with;
}

void ClauseFinder::give_to_waiting(Index depth, Index at) {
  Index from = at;
  while (from > top().chunks.begin && !is_boundary(from - 1)) --from;
  const bool boundary = from > chunks_.begin && is_boundary(from - 1);
  const Index noun = boundary ? last_stretch_noun(from, at) : kNone;
  while (open_.size() > depth + 1) pop(noun != kNone ? from : at);
  if (noun == kNone && first_free_noun(top().chunks.begin, at) == kNone) take_noun_after_comma(at);
  if (noun != kNone && first_free_noun(top().chunks.begin, from) == kNone) {
    for (Index i = from; i < at; ++i) chunk(i).clause = open_.back();
  }
  fill(at);
}

}  // namespace tally
