// Verb groups and markers → modality.
#include "claim/modality.h"

#include <string>

#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// "demanded a rise of 4 percent", "promised 300 nurses", "proposed a wage of 8,000": what is wanted,
// whenever.
bool is_proposal(const Scene& scene, Index verb) {
  const Token& head = scene.head(verb);
  const bool wants = is(head, WordClass::urge_verb) && !is(head, WordClass::ask_verb);
  const Spelling word = lemma(scene.article(), head);
  if (wants) return word == "demand" || word == "recommend" || word == "propose" || word == "urge";
  return is(head, WordClass::plan_verb) && is(head, WordClass::report_verb);
}

// "Readers of our last issue [will miss] the 117,900": what they look for stands in print.
bool is_reading(const Scene& scene, const Clause& clause) {
  static constexpr NamedWords kReaders = {"reader", "subscriber", "you"};
  static constexpr NamedWords kReading = {"find", "miss", "see", "notice", "remember", "recall", "read"};
  return clause.subject != kNone && kReaders.contains(lemma(scene.article(), scene.head(clause.subject))) &&
         kReading.contains(lemma(scene.article(), scene.head(clause.verb)));
}

Modality modality_of_verb(const Scene& scene, const Clause& clause) {
  const VerbGroup verb = verb_group(scene.article(), clause.verb);
  if (verb.negated) return Modality::negated;
  if (verb.future) return is_reading(scene, clause) ? Modality::observed : Modality::forecast;
  if (verb.modal) return Modality::conditional;
  // "are planned", "is expected", but "the damage was estimated at 3 million", "a rise was seen in May"
  const bool come = (verb.past && is(scene.head(clause.verb), WordClass::count_verb)) ||
                    ((verb.past || verb.perfect) && is(scene.head(clause.verb), WordClass::light_verb));
  if (verb.passive && !come && is(scene.head(clause.verb), WordClass::forecast_verb))
    return Modality::forecast;
  if (verb.passive && is(scene.head(clause.verb), WordClass::plan_verb)) return Modality::planned;
  // "forecasts a profit of 3 million", "plans 300 dismissals": the noun is what is to come.
  const bool noun = clause.object != kNone && !verb.passive;
  // "The police estimated the crowd at 31,000": what was counted has come.
  if (noun && verb.past && is(scene.head(clause.verb), WordClass::count_verb)) return Modality::observed;
  // "analysts see a loss", but "May saw a record"
  const bool has_seen =
      (verb.past || verb.perfect || !verb.finite) && is(scene.head(clause.verb), WordClass::light_verb);
  if (noun && !has_seen && is(scene.head(clause.verb), WordClass::forecast_verb)) return Modality::forecast;
  if (noun && !verb.past && !verb.perfect && is(scene.head(clause.verb), WordClass::plan_verb))
    return Modality::planned;
  if (noun && is_proposal(scene, clause.verb)) return Modality::planned;
  return Modality::observed;
}

// "is estimated to have lost 2,310", "were estimated to live there": what was counted has come.
bool is_estimate_of_past(const Scene& scene, const Clause& clause) {
  if (clause.kind != ClauseKind::infinitive || clause.parent == kNone) return false;
  const Index above = scene.clause(clause.parent).verb;
  if (above == kNone || !is(scene.head(above), WordClass::count_verb)) return false;
  return verb_group(scene.article(), clause.verb).perfect || verb_group(scene.article(), above).past;
}

// "plans to cut 300 jobs", "is expected to reach 5 million".
Modality modality_of_infinitive(const Scene& scene, const Clause& clause) {
  if (clause.parent == kNone || scene.clause(clause.parent).verb == kNone) return Modality::observed;
  const Token& governing = scene.head(scene.clause(clause.parent).verb);
  if (is(governing, WordClass::forecast_verb)) return Modality::forecast;
  if (is(governing, WordClass::plan_verb)) return Modality::planned;
  return Modality::observed;
}

}  // namespace

Modality modality_of(const Scene& scene, Index clause) {
  for (Index i = clause; i != kNone; i = scene.clause(i).parent) {
    const Clause& c = scene.clause(i);
    if (c.verb == kNone) continue;
    if (is_estimate_of_past(scene, c)) return Modality::observed;
    Modality modality =
        c.kind == ClauseKind::infinitive ? modality_of_infinitive(scene, c) : modality_of_verb(scene, c);
    if (modality != Modality::observed) return modality;
    const bool marked_if = c.marker != kNone && c.kind == ClauseKind::adverbial &&
                           (scene.is_word(c.marker, "if") || scene.is_word(c.marker, "unless"));
    if (marked_if) return Modality::conditional;
    // What a relative clause says stands on its own.
    if (c.kind == ClauseKind::main || (c.kind == ClauseKind::relative && c.finite)) break;
    if (c.kind == ClauseKind::adverbial) break;
  }
  return Modality::observed;
}

}  // namespace tally
