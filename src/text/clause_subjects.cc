// Which noun group a clause hangs on, is about, or acts upon.
//
//   "Since he came, around 20 [officials], who …, have fled"   the subject stands behind the comma
#include "text/clause_finder.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/characters.h"
#include "text/vocabulary.h"

namespace tally {

Index ClauseFinder::antecedent(Index at) {
  Index before = at - 1;
  if (is_kind(before, ChunkKind::punctuation) && is_text(before, ",")) --before;
  if (is_kind(before, ChunkKind::time) && is_kind(before - 1, ChunkKind::noun)) --before;
  // "the crossing of 1931, which was closed"
  if (is_kind(before, ChunkKind::time) && is_text(before - 1, "of") && is_kind(before - 2, ChunkKind::noun))
    before -= 2;
  if (!is_kind(before, ChunkKind::noun)) return kNone;
  return is_text(at, "who") ? person_before(before) : before;
}

Index ClauseFinder::person_before(Index noun) {
  for (Index back = 0; back < 8 && noun >= chunks_.begin + back; ++back) {
    const Index i = noun - back;
    if (!is_kind(i, ChunkKind::noun)) continue;
    const Token& head = article_.tokens[chunk(i).head];
    if (is(head, WordClass::person) || is(head, WordClass::role) || is(head, WordClass::group) ||
        head.tag == Tag::dt || head.tag == Tag::prp ||
        (i == noun && head.tag == Tag::cd && chunk(i).tokens.size() > 1) ||
        (i == noun && head.pos == Pos::propn && !is(head, WordClass::organisation))) {
      return i;
    }
  }
  return noun;
}

Index ClauseFinder::contact_subject(Index at) {
  Index noun = at;
  while (noun > chunks_.begin && is_kind(noun - 1, ChunkKind::adverb)) --noun;
  if (noun == chunks_.begin || !is_kind(noun - 1, ChunkKind::noun)) return kNone;
  --noun;
  if (noun == chunks_.begin || !is_kind(noun - 1, ChunkKind::noun)) return kNone;
  // "If this is the case [I would …]": a clause that waits for subject and verb has first claim.
  if (const Index depth = waiting(); depth != kNone) {
    if (first_free_noun(article_.clauses[open_[depth]].chunks.begin, noun - 1) == kNone) return kNone;
  }
  return is_reporting(top().verb) && noun - 1 == top().verb ? kNone : noun;
}

Index ClauseFinder::subject_between(Index verb, Index at) {
  // What directly follows the verb is its object, unless the verb says what somebody says.
  Index from = verb + 1;
  if (!is_reporting(verb)) {
    while (from < at && !is_boundary(from)) ++from;
  }
  return last_stretch_noun(from, at);
}

bool ClauseFinder::is_boundary(Index at) {
  return chunk(at).kind == ChunkKind::conjunction ||
         (chunk(at).kind == ChunkKind::punctuation && !is_text(at, "-"));
}

Index ClauseFinder::first_free_noun(Index from, Index to) {
  Index time = kNone;
  for (Index i = from; i < to; ++i) {
    if (!is_subject_noun(i)) continue;
    if (!is(article_.tokens[chunk(i).head], WordClass::time)) return i;
    if (time == kNone) time = i;
  }
  return time;
}

Index ClauseFinder::last_stretch_noun(Index from, Index to) {
  Index begin = to;
  while (begin > from && !is_boundary(begin - 1)) --begin;
  const Index noun = first_free_noun(begin, to);
  if (noun != kNone) return noun;
  return kNone;
}

bool ClauseFinder::is_subject_noun(Index at) {
  if (chunk(at).kind != ChunkKind::noun) return false;
  if (is_kind(at - 1, ChunkKind::preposition)) return false;
  // "In the town [itself], 18 residents drowned"
  const Token& head = article_.tokens[chunk(at).head];
  if (head.tag == Tag::prp &&
      (article_.text(head).ends_with("self") || article_.text(head).ends_with("selves")))
    return false;
  // Belongs to an inner clause that is closed already or to a bracket.
  const Index clause = chunk(at).clause;
  return clause == kNone || clause == open_.back() || std::ranges::find(open_, clause) != open_.end();
}

Index ClauseFinder::subject_over_apposition(Index at) {
  const Index verb = article_.clauses[open_.front()].verb;
  if (!is_text(at - 1, ",") || verb == kNone) return kNone;
  Index joint = at - 1;
  while (joint > verb && !is_kind(joint, ChunkKind::conjunction)) --joint;
  if (joint <= verb || is_text(joint, "or")) return kNone;
  Index noun = joint + 1;
  while (noun < at && (is_kind(noun, ChunkKind::time) || is_kind(noun, ChunkKind::adverb) ||
                       (is_kind(noun, ChunkKind::preposition) && is_kind(noun + 1, ChunkKind::time))))
    ++noun;
  if (noun >= at || !is_kind(noun, ChunkKind::noun)) return kNone;
  // What describes it before the comma: "the head of the bureau, …".
  Index comma = noun + 1;
  while (is_kind(comma, ChunkKind::preposition) && is_kind(comma + 1, ChunkKind::noun)) comma += 2;
  const bool set_off = is_text(comma, ",") && comma + 1 < at - 1;
  return set_off && top().chunks.begin < noun && top().verb < noun ? noun : kNone;
}

Index ClauseFinder::conjunction_before(Index at) {
  Index before = at - 1;
  while (before > chunks_.begin &&
         (is_kind(before, ChunkKind::adverb) || is_kind(before, ChunkKind::time) || is_text(before, ","))) {
    --before;
  }
  return is_kind(before, ChunkKind::conjunction) ? before : kNone;
}

Index ClauseFinder::coordinate_partner(Index at) {
  for (std::size_t i = open_.size(); i-- > 0;) {
    const Clause& clause = article_.clauses[open_[i]];
    // "He denied that it was locked [and said] …": who said the one says the other.
    const bool said = clause.kind == ClauseKind::complement && clause.parent != kNone && is_reporting(at) &&
                      article_.clauses[clause.parent].verb != kNone &&
                      is_reporting(article_.clauses[clause.parent].verb);
    if (clause.verb != kNone && clause.finite && !said) return open_[i];
  }
  return open_.front();
}

bool ClauseFinder::starts_clause(Index subject) {
  if (subject == chunks_.begin) return true;
  if (is_boundary(subject - 1)) return true;
  if (is_kind(subject - 1, ChunkKind::time) || is_kind(subject - 1, ChunkKind::adverb)) return true;
  const Clause& clause = top();
  return clause.verb != kNone && subject > clause.verb;
}

bool ClauseFinder::follows(Index verb, Index subject) const {
  for (Index i = verb + 1; i < subject; ++i) {
    const bool time = is_kind(i, ChunkKind::time) || is_kind(i, ChunkKind::adverb) ||
                      (is_kind(i, ChunkKind::preposition) && is_kind(i + 1, ChunkKind::time));
    if (!time) return false;
  }
  return subject > verb;
}

Index ClauseFinder::waiting() const {
  for (std::size_t i = open_.size(); i-- > 0;) {
    const Clause& clause = article_.clauses[open_[i]];
    if (clause.verb == kNone && clause.kind != ClauseKind::fragment) return static_cast<Index>(i);
  }
  return kNone;
}

bool ClauseFinder::governs_noun_only(Index at) {
  if (!governs_nouns(at) || !is_kind(at + 1, ChunkKind::noun)) return false;
  Index verb = at + 2;
  while (verb < chunks_.end && (is_kind(verb, ChunkKind::noun) || is_kind(verb, ChunkKind::preposition) ||
                                is_kind(verb, ChunkKind::time)))
    ++verb;
  const Index subject = verb - 1;
  if (!is_kind(verb, ChunkKind::verb) || !verb_group(article_, verb).finite || subject < at + 4 ||
      !is_kind(subject, ChunkKind::noun))
    return false;
  return is_kind(subject - 1, ChunkKind::time) &&
         !is(article_.tokens[chunk(at + 1).head], WordClass::time);  // "since the day the bridge opened"
}

bool ClauseFinder::governs_nouns(Index at) const {
  constexpr std::array<std::string_view, 4> kGoverning = {"since", "after", "before", "until"};
  const std::string_view word = article_.text(article_.tokens[article_.chunks[at].head]);
  return std::ranges::any_of(kGoverning, [&](std::string_view one) { return equals_lower(word, one); });
}

void ClauseFinder::take_noun_after_comma(Index at) {
  for (Index i = top().chunks.begin + 1; i < at; ++i) {
    if (chunk(i).kind != ChunkKind::noun || !is_kind(i - 1, ChunkKind::punctuation) || !is_text(i - 1, ","))
      continue;
    const Index owner = chunk(i).clause;
    if (owner == kNone || article_.clauses[owner].kind != ClauseKind::adverbial ||
        article_.clauses[owner].verb == kNone)
      continue;
    chunk(i).clause = open_.back();
    return;
  }
}

void ClauseFinder::finish(Clause& clause) {
  if (clause.verb == kNone) {
    clause.kind = clause.kind == ClauseKind::main ? ClauseKind::fragment : clause.kind;
    return;
  }
  clause.object = find_object(clause);
  // "there were 300 cases": the noun after the verb is what there is.
  if (clause.subject != kNone && head_tag(clause.subject) == Tag::ex && clause.object != kNone) {
    clause.subject = clause.object;
    clause.object = kNone;
  }
  if (clause.object == clause.subject) clause.object = kNone;
  const bool takes_subject = clause.kind == ClauseKind::participle || clause.kind == ClauseKind::infinitive ||
                             (clause.kind == ClauseKind::adverbial && !clause.finite);
  if (takes_subject && clause.subject == kNone && clause.parent != kNone) {
    clause.subject = subject_of(clause.parent);
  }
}

Index ClauseFinder::find_object(const Clause& clause) {
  for (Index i = clause.verb + 1; i < clause.chunks.end; ++i) {
    if (chunk(i).kind == ChunkKind::adverb || chunk(i).kind == ChunkKind::time) continue;
    // "shot [dead] a man"
    if (chunk(i).kind == ChunkKind::adjective &&
        is(article_.tokens[chunk(i).head], WordClass::killed_adjective))
      continue;
    if (chunk(i).kind != ChunkKind::noun) return kNone;
    const Index owner = chunk(i).clause;
    const bool own = owner == kNone || &article_.clauses[owner] == &clause;
    return own ? i : kNone;
  }
  return kNone;
}

}  // namespace tally
