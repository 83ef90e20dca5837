// What is told of one day in the past tense happened, whatever its verb, unless the verb tells of a state, a
// thought or what somebody says.
//
//   "The lights went out on Tuesday", "Skyhaven sought protection from its creditors on 11 March"
#include <array>

#include "claim/event_finder.h"
#include "claim/measures.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// Where something or somebody goes or comes to: "went out", "came off the rails", "got into a fold".
constexpr NamedWords kPaths = {"out",   "off",  "into",    "onto",    "over",   "under",  "before",
                               "home",  "back", "through", "ashore",  "across", "aboard", "down",
                               "loose", "free", "without", "missing", "live",   "on"};

bool is_measured(const Token& head) {
  return is_any(head,
                {WordClass::measure, WordClass::count_noun, WordClass::rate_noun, WordClass::total_noun,
                 WordClass::share_noun, WordClass::average_noun, WordClass::money, WordClass::change_noun,
                 WordClass::killed_noun, WordClass::statement_noun, WordClass::report_noun});
}

}  // namespace

// A thing, an animal, a place: what somebody does something to, and no word, plan or number.
bool EventFinder::is_solid(Index noun) const {
  return noun != kNone && scene_.kind(noun) == ChunkKind::noun && !is_measured(scene_.head(noun)) &&
         is_any(scene_.head(noun), {WordClass::thing, WordClass::animal, WordClass::place, WordClass::food,
                                    WordClass::substance, WordClass::body_part});
}

// "Went out", "got into a fold", "made an emergency landing": a light verb tells by what stands with it.
bool EventFinder::tells_with_more(const Clause& clause) const {
  const Spelling verb = lemma(article_, scene_.head(clause.verb));
  const Index next = clause.verb + 1;
  if (verb == "go" || verb == "come" || (verb == "get" && clause.object == kNone)) {
    if (!scene_.same_sentence(clause.verb, next)) return false;
    const Token& word = article_.tokens[article_.chunks[next].tokens.begin];
    const bool path = kPaths.contains_lower(article_.text(word));
    const Index goal = next + 1;
    const bool of_measure = scene_.same_sentence(next, goal) && scene_.kind(goal) == ChunkKind::noun &&
                            (is_measured(scene_.head(goal)) || counts_anything(goal));
    return path && !of_measure;
  }
  if (!is_light(verb)) return true;
  const Index object = clause.passive ? clause.subject : clause.object;
  if (object != kNone) {
    // "made my brother violent": no making
    return scene_.kind(object) == ChunkKind::noun && !is_measured(scene_.head(object)) &&
           is_nominal(scene_.head(object).tag) && !(verb == "make" && is_person_noun(scene_, object));
  }
  // "Took to the streets", "the trial began"; "began shooting" is told by what follows.
  if (verb == "take") return scene_.is_word(next, "to");
  const bool phase = verb == "begin" || verb == "start" || verb == "end";
  return phase && clause.subject != kNone && is_happening(clause.subject) &&
         !(scene_.same_sentence(clause.verb, next) && scene_.kind(next) == ChunkKind::verb);
}

// "Recalled 41,000 pushchairs": done to things, where the verb else tells what is said.
bool EventFinder::does_more_than_say(Index index) const {
  const Clause& clause = scene_.clause(index);
  const Token& head = scene_.head(clause.verb);
  static constexpr NamedWords kCalling = {"recall", "call"};
  const bool speaks = is_any(head, {WordClass::report_verb, WordClass::claim_verb, WordClass::confirm_verb,
                                    WordClass::deny_verb, WordClass::disclose_verb, WordClass::forecast_verb,
                                    WordClass::opinion_verb, WordClass::urge_verb});
  const bool hands = is(head, WordClass::disclose_verb) || kCalling.contains(lemma(article_, head));
  if (is(head, WordClass::plan_verb)) {
    static constexpr NamedWords kSettling = {"agree", "decide", "resolve", "seek"};
    return kSettling.contains(lemma(article_, head));
  }
  const Index object = clause.passive ? clause.subject : clause.object;
  // "Declared a state of emergency", "declared an amber alert": it is so by being said.
  const bool declares = lemma(article_, head) == "declare" && object != kNone &&
                        scene_.kind(object) == ChunkKind::noun && scene_.head(object).tag == Tag::nn &&
                        !is_measured(scene_.head(object));
  return !speaks || declares || (hands && is_solid(object));
}

// "Slipped its moorings", "cut the ribbon", "lost its licence": what else moves a measure is done to a thing.
bool EventFinder::moves_no_measure(Index index) const {
  const Clause& clause = scene_.clause(index);
  if (!is_any(scene_.head(clause.verb),
              {WordClass::up_verb, WordClass::down_verb, WordClass::reach_verb, WordClass::exceed_verb}))
    return true;
  const Index object = clause.passive ? clause.subject : clause.object;
  if (!is_solid(object) || counts_anything(object)) return false;
  const Index behind = object + 1;
  return scene_.head(object).tag != Tag::nns ||
         !(scene_.same_sentence(object, behind) &&
           (scene_.is_word(behind, "by") || scene_.is_word(behind, "to") || scene_.is_word(behind, "from")));
}

// "The trial began in June": of a happening the month is enough.
bool EventFinder::begins_of_itself(Index index) const {
  static constexpr NamedWords kPhases = {"begin", "start", "end", "open"};
  const Clause& clause = scene_.clause(index);
  return clause.object == kNone && clause.subject != kNone &&
         kPhases.contains(lemma(article_, scene_.head(clause.verb))) &&
         scene_.kind(clause.subject) == ChunkKind::noun && is_happening(clause.subject) &&
         scene_.head(clause.subject).tag == Tag::nn && is_to_the_month(own_time(scene_, index));
}

// "On 6 February some 900 of us stood in the rain on Castle Square": a crowd that is counted, on a day.
bool EventFinder::gathers(Index index) const {
  static constexpr NamedWords kPostures = {"stand", "sit", "wait", "lie", "kneel", "queue"};
  const Clause& clause = scene_.clause(index);
  return clause.subject != kNone && kPostures.contains(lemma(article_, scene_.head(clause.verb))) &&
         count_of(clause.subject).has_value() && is_to_the_day(own_or_told_time(index));
}

bool EventFinder::tells_occurrence(Index index) const {
  const Clause& clause = scene_.clause(index);
  const VerbGroup verb = verb_group(article_, clause.verb);
  if (!verb.past || verb.modal) return false;
  const bool stands = head_lemma(article_, clause.verb) == "stand";
  if (stands || is_state(clause.verb)) return gathers(index);
  if (begins_of_itself(index)) return true;
  if (!is_to_the_day(own_or_told_time(index)) || thing_meant(clause) == kNone) return false;
  return tells_with_more(clause) && does_more_than_say(index) && moves_no_measure(index);
}

// "Some 3,400 people had [to leave their homes]", "were forced to leave": what they had to do they did.
bool EventFinder::is_made_to(const Clause& clause) const {
  if (clause.kind != ClauseKind::infinitive || clause.parent == kNone || clause.verb == 0) return false;
  const Index above = scene_.clause(clause.parent).verb;
  if (above == kNone || above + 1 != clause.verb) return false;
  const VerbGroup verb = verb_group(article_, above);
  const Spelling made = lemma(article_, scene_.head(above));
  return verb.past && !verb.negated && !verb.modal && (made == "have" || (made == "force" && verb.passive));
}

}  // namespace tally
