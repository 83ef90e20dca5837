// What the clause of an amount is about: its subject, that of the clause above, what a pronoun stands for,
// and the object that the amount is the new value of.
//
//   "The bank said it will cut its fee to $3."   $3: "fee, bank"
#include <algorithm>

#include "mention/concept_finder.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kLongestPhrase = 24;  // chunks

}  // namespace

void ConceptFinder::add_subject_of(Index at, bool bare) {
  for (Index climbs = 0; at != kNone && climbs < kMostLinks; ++climbs) {
    const Clause& clause = article_.clauses[at];
    // "cut its forecast for the year [ended] March to 2 percent"
    if (!clause.finite && clause.verb != kNone && clause.parent != kNone &&
        is_kind(clause.verb - 1, ChunkKind::time)) {
      at = clause.parent;
      continue;
    }
    const Index subject = subject_of(clause);
    if (subject != kNone && !is_pronoun(subject)) {
      if (bare) add_object(clause);
      add_subject(subject);
      return;
    }
    settled_ = settled_ || subject != kNone;
    if (subject != kNone && clause.kind == ClauseKind::main && head_tag(subject) == Tag::prp)
      pronoun_ = subject;
    if (clause.kind == ClauseKind::fragment || clause.kind == ClauseKind::main) return;
    if (!climbs_on(clause, subject)) return;
    at = clause.parent;
  }
}

bool ConceptFinder::climbs_on(const Clause& clause, Index subject) const {
  if (clause.marker != kNone && chunk(clause.marker).kind == ChunkKind::relative) return false;
  if (clause.kind == ClauseKind::relative) return subject == kNone || clause.marker == kNone;
  return clause.kind == ClauseKind::complement || clause.kind == ClauseKind::participle ||
         clause.kind == ClauseKind::infinitive || subject == kNone;
}

Index ConceptFinder::subject_of(const Clause& clause) const {
  if (const Index measured = measured_by(clause); measured != kNone) return measured;
  if (clause.kind != ClauseKind::infinitive || clause.parent == kNone) return clause.subject;
  const Clause& above = article_.clauses[clause.parent];
  if (above.object == kNone || above.verb == kNone || clause.verb < above.object) return clause.subject;
  const bool direct = is(article_.tokens[chunk(above.verb).head], WordClass::direct_verb);
  return direct ? above.object : clause.subject;
}

Index ConceptFinder::measured_by(const Clause& clause) const {
  const bool participle = clause.kind == ClauseKind::participle || clause.kind == ClauseKind::relative;
  if (!participle || clause.finite || clause.passive || clause.verb == kNone) return kNone;
  if (!is(article_.tokens[chunk(clause.verb).head], WordClass::size_verb)) return kNone;
  Index before = clause.verb - 1;
  if (is_text(before, ",")) --before;
  return is_noun(before) && !is_pronoun(before) && !is_amount(before) ? before : kNone;
}

void ConceptFinder::add_object(const Clause& clause) {
  const Index object = object_of(clause);
  if (object == kNone || object >= at_ || !is_kind(at_ - 1, ChunkKind::preposition)) return;
  const bool value = is_text(at_ - 1, "to") || is_text(at_ - 1, "at") || is_text(at_ - 1, "by") ||
                     is_text(at_ - 1, "from") || is_text(at_ - 1, "for");
  if (!value || is_pronoun(object) || is_amount(object) || holds(object)) return;
  words_.add(article_, chunk(object).tokens);
}

Index ConceptFinder::object_of(const Clause& clause) const {
  if (clause.object != kNone || clause.verb == kNone) return clause.object;
  const Index next = clause.verb + 1;
  const bool own = is_particle(next) && is_noun(next + 1);
  return own && chunk(next + 1).clause == chunk(clause.verb).clause ? next + 1 : kNone;
}

bool ConceptFinder::is_particle(Index at) const {
  return is_text(at, "down") || is_text(at, "up") || is_text(at, "off") || is_text(at, "out") ||
         is_text(at, "back");
}

void ConceptFinder::add_subject(Index subject) {
  settled_ = true;
  if (chunk(subject).sentence != sentence_ || holds(subject)) return;
  // "the rate between the dollar and [the yen] is": the phrase that the last noun belongs to.
  const bool joined = subject > 3 && is_text(subject - 1, "and") && is_noun(subject - 2);
  const bool between = joined && !is_amount(subject - 2) && !is_amount(subject - 4) &&
                       is_kind(subject - 3, ChunkKind::preposition) && is_noun(subject - 4);
  add_phrase(between ? subject - 4 : subject);
}

bool ConceptFinder::holds(Index noun) const {
  if (noun == at_) return true;
  Index end = noun + 1;
  while (end <= at_ && end < noun + kLongestPhrase && is_kind(end, ChunkKind::preposition) &&
         is_noun(end + 1))
    end += 2;
  return noun < at_ && at_ < end;
}

std::string ConceptFinder::antecedent(Index pronoun) {
  if (sentence_ == 0 || article_.sentences[sentence_].block != article_.sentences[sentence_ - 1].block)
    return {};
  const auto clause =
      std::lower_bound(article_.clauses.begin(), article_.clauses.end(), sentence_ - 1,
                       [](const Clause& one, Index sentence) { return one.sentence < sentence; });
  if (clause == article_.clauses.end() || clause->sentence + 1 != sentence_) return {};
  const Index subject = clause->subject;
  if (clause->kind != ClauseKind::main || subject == kNone || !stands_for(pronoun, subject)) return {};
  const Index here = sentence_;
  sentence_ = here - 1;
  words_.clear();
  add_phrase(subject);
  sentence_ = here;
  return words_.text();
}

bool ConceptFinder::stands_for(Index pronoun, Index noun) const {
  const Spelling word = lower(article_, article_.tokens[chunk(pronoun).head]);
  const Token& head = article_.tokens[chunk(noun).head];
  const bool plural = head.tag == Tag::nns || head.tag == Tag::nnps;
  if (word == "they") return plural;
  if (!is_nominal(head.tag) || plural || is_any(head, {WordClass::time, WordClass::group})) return false;
  const bool person = is_any(head, {WordClass::person, WordClass::role}) || is_person_name(noun);
  return word == "it" ? !person : person && (word == "he" || word == "she");
}

bool ConceptFinder::is_person_name(Index noun) const {
  const Span span = article_.span_of(chunk(noun).tokens);
  auto name = std::lower_bound(article_.names.begin(), article_.names.end(), span.begin,
                               [](const Mention& one, std::uint32_t at) { return one.span.begin < at; });
  for (; name != article_.names.end() && name->span.begin < span.end; ++name) {
    if (name->name_kind == NameKind::person) return true;
  }
  return false;
}

}  // namespace tally
