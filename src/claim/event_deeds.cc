// Which verbs tell that something happened: mishaps, decisions, losses, harm; what is only so tells nothing.
//
//   "The roof gave way", "Parliament passed the bill", "Four guards were injured"
#include <string>
#include <string_view>
#include <vector>

#include "claim/event_details.h"
#include "claim/event_finder.h"
#include "claim/measures.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// Verbs that tell of a state, a wish, a thought or a relation: they hold on a day, they do not happen on it.
constexpr NamedWords kStates = {
    "presume", "plague",  "succeed", "be",      "have",       "know",     "want",      "need",   "believe",
    "think",   "feel",    "seem",    "appear",  "remain",     "include",  "live",      "work",   "like",
    "hope",    "expect",  "plan",    "mean",    "show",       "consider", "contain",   "belong", "depend",
    "reflect", "concern", "involve", "require", "allow",      "become",   "continue",  "try",    "do",
    "use",     "see",     "hear",    "help",    "let",        "mark",     "represent", "follow", "lead",
    "cause",   "keep",    "exist",   "compare", "experience", "spend",    "track",     "wait",   "stay",
    "employ",  "house",   "lie",     "number",  "own",        "suppose",  "rely"};

// Verbs that tell nothing without what stands with them: "went out", "made an emergency landing".
constexpr NamedWords kLight = {"make", "go", "come", "get", "take", "call", "bring", "begin", "start", "end"};

}  // namespace

bool EventFinder::is_state(Index verb) const {
  return kStates.contains(head_lemma(article_, verb));
}

bool EventFinder::is_light(std::string_view verb) {
  return kLight.contains(verb);
}

Index EventFinder::harm_of(const Clause& clause) const {
  // "Were found dead", "was left homeless", "remain missing", "fell ill"
  static constexpr NamedWords kLeaving = {"be", "find", "leave", "declare", "shoot", "remain", "fall"};
  const Index next = clause.verb + 1;
  if (!scene_.same_sentence(clause.verb, next) || scene_.kind(next) != ChunkKind::adjective) return kNone;
  const Spelling verb = lemma(article_, scene_.head(clause.verb));
  const bool active = verb == "be" || verb == "remain" || verb == "fall";
  if (!kLeaving.contains(verb) || (!active && !clause.passive)) return kNone;
  if (verb == "fall") return is(scene_.head(next), WordClass::infected_adjective) ? next : kNone;
  for (const WordClass c : {WordClass::killed_adjective, WordClass::injured_adjective,
                            WordClass::arrested_adjective, WordClass::displaced_adjective}) {
    if (is(scene_.head(next), c)) return next;
  }
  return kNone;
}

Index EventFinder::harm_left(const Clause& clause) const {
  if (clause.object == kNone || clause.passive || lemma(article_, scene_.head(clause.verb)) != "leave")
    return kNone;
  for (Index i = clause.object + 1; i < clause.chunks.end; ++i) {
    if (scene_.kind(i) == ChunkKind::verb || scene_.kind(i) == ChunkKind::relative) break;
    if (scene_.kind(i) != ChunkKind::adjective) continue;
    const std::string_view role = role_of(scene_.head(i));
    if (role == "killed" || role == "injured" || role == "displaced" || role == "missing") return i;
  }
  return kNone;
}

bool EventFinder::tells_event(Index index) const {
  return tells_by_verb(index) || tells_occurrence(index);
}

bool EventFinder::tells_by_verb(Index index) const {
  const Clause& clause = scene_.clause(index);
  const Token& head = scene_.head(clause.verb);
  if (is(head, WordClass::reach_verb) && clause.object != kNone && reaches_place(clause.object)) return true;
  if (!happening_told_by(clause.verb).empty() || tells_by_word(clause)) return true;
  if (befallen(clause) != kNone || !votes_in(clause).empty() || decides(clause)) return true;
  if (is_any(head,
             {WordClass::report_verb, WordClass::claim_verb, WordClass::confirm_verb, WordClass::deny_verb,
              WordClass::plan_verb, WordClass::forecast_verb, WordClass::disclose_verb}))
    return false;
  if (is_any(head, {WordClass::up_verb, WordClass::down_verb, WordClass::reach_verb, WordClass::exceed_verb}))
    return moves_a_thing(index) || runs_through(clause) || is_changed_thing(index);
  // "put the crowd at 14,000", "found between 47,000 and 53,000": a number is given.
  const Index at = clause.object == kNone ? kNone : clause.object + 1;
  if (is(head, WordClass::put_verb) && at != kNone && scene_.same_sentence(clause.verb, at + 1) &&
      scene_.is_word(at, "at") && counts_anything(at + 1))
    return false;
  // "put the toll at 14": a number is given, nothing happens.
  if (is(head, WordClass::put_verb) && clause.object != kNone &&
      (is(scene_.head(clause.object), WordClass::measure) ||
       is(scene_.head(clause.object), WordClass::killed_noun)))
    return false;
  // "The brakes were found to be worn": what somebody found out.
  const Index next = clause.verb + 1;
  if (clause.passive && lemma(article_, head) == "find" && scene_.same_sentence(clause.verb, next) &&
      scene_.kind(next) == ChunkKind::verb)
    return false;
  // "The prisons held 62,153 people": so many were there; but "held a rally".
  const Index held = clause.object != kNone ? clause.object : clause.subject;
  if (lemma(article_, head) == "hold" && held != kNone && counts_anything(held)) return false;
  // "Took off", "put out": with its particle a verb tells more than "take" and "put" do.
  return !(is_state(clause.verb) || is_light(head_lemma(article_, clause.verb))) ||
         (is(head, WordClass::travel_verb) &&
          // "took 603,212 votes", but "took note"
          (lemma(article_, head) != "take" || (clause.object != kNone && counts_anything(clause.object)))) ||
         (is_since_when(clause) && lemma(article_, head) != "be" && lemma(article_, head) != "have");
}

// Some verbs tell that something happened with one object or subject, and not with another.
bool EventFinder::tells_by_word(const Clause& clause) const {
  static constexpr NamedWords kTelling = {"lose", "claim", "cost",   "take",    "go",     "enter", "come",
                                          "fall", "file",  "unveil", "dismiss", "charge", "name"};
  if (!kTelling.contains(lemma(article_, scene_.head(clause.verb)))) return false;
  return loses_life(clause) || loses_home(clause) || state_entered(clause) != kNone || unveils(clause) ||
         removes(clause) || takes_effect(clause);
}

// "Took the deal by [811] votes to [203]": the figures' spans, two of them; empty where nobody was outvoted.
std::vector<Index> EventFinder::votes_in(const Clause& clause) const {
  for (Index by = clause.verb + 1; scene_.same_sentence(by + 1, clause.verb) && by < clause.chunks.end;
       ++by) {
    if (!scene_.is_word(by, "by") || !counts_anything(by + 1)) continue;
    Index to = by + 2;
    if (!scene_.same_sentence(to + 1, by) || !scene_.is_word(to, "to") || !counts_anything(to + 1)) continue;
    return {by + 1, to + 1};
  }
  return {};
}

std::string EventFinder::happening_told_by(Index verb) const {
  const Index main = article_.chunks[verb].head;
  const Index next = main + 1;
  if (next >= article_.tokens.size() ||
      article_.tokens[next].span.begin >= article_.sentences[article_.chunks[verb].sentence].span.end)
    return {};
  const auto words = [&] {
    return joined(lemma(article_, article_.tokens[main]), '_', lower(article_, article_.tokens[next]));
  };
  const WordId first = lemma_word(article_.tokens[main]);
  const WordId second = lower_word(article_.tokens[next]);
  const WordId phrase =
      first != 0 && second != 0 ? vocabulary().find_phrase(first, second) : vocabulary().find(words());
  if (phrase == 0 || !vocabulary().is(phrase, WordClass::happen_verb)) return {};
  // "The roof fell in", but "snow fell [in quantity]".
  const Index after = verb + 2;
  // In "lifted off from the pad" the particle is the verb's.
  const bool governs = scene_.kind(verb + 1) == ChunkKind::preposition && scene_.same_sentence(verb, after) &&
                       scene_.kind(after) == ChunkKind::noun && !article_.chunks[verb].tokens.contains(next);
  // "A lorry ran into nine riders"
  const bool into = scene_.is_word(verb + 1, "into") && vocabulary().is(phrase, WordClass::crash_deed);
  return governs && !into ? std::string() : words();
}

// A bill, a plan, "a state of emergency": what a body decides on.
bool EventFinder::is_decided(Index thing) const {
  if (is(scene_.head(thing), WordClass::decided_noun)) return true;
  return scene_.is_word(thing + 1, "of") && scene_.same_sentence(thing, thing + 2) &&
         scene_.kind(thing + 2) == ChunkKind::noun && is(scene_.head(thing + 2), WordClass::decided_noun);
}

// "Parliament passed the bill", "voters rejected the plan": what a body decides on a day.
bool EventFinder::decides(const Clause& clause) const {
  const Token& verb = scene_.head(clause.verb);
  const bool chooses = is_any(verb, {WordClass::appoint_deed, WordClass::vote_deed});
  if (!chooses && !is(verb, WordClass::decide_verb)) return false;
  const Index thing = clause.passive ? clause.subject : clause.object;
  const Index body = clause.passive ? kNone : clause.subject;
  if (thing == kNone || scene_.kind(thing) != ChunkKind::noun) return false;
  // "The legislature passed it in June"
  const bool it =
      scene_.is_word(thing, "it") && body != kNone && is(scene_.head(body), WordClass::organisation);
  const bool names = chooses && is_named_person(thing);
  const bool of_body =
      clause.passive || (body != kNone && scene_.kind(body) == ChunkKind::noun &&
                         is_any(scene_.head(body), {WordClass::organisation, WordClass::group,
                                                    WordClass::person, WordClass::role}));
  return of_body && (names || it || is_decided(thing)) &&
         is_to_the_month(own_time(scene_, scene_.clause_of(clause.verb)));
}

// "The head of the bank was dismissed on Monday": what is said of claims befalls people, too.
bool EventFinder::removes(const Clause& clause) const {
  static constexpr NamedWords kRemoving = {"dismiss", "charge", "name"};
  if (!clause.passive || clause.subject == kNone || scene_.kind(clause.subject) != ChunkKind::noun)
    return false;
  return kRemoving.contains(lemma(article_, scene_.head(clause.verb))) &&
         (is_person_noun(scene_, clause.subject) || is_named_person(clause.subject)) &&
         is_to_the_day(own_time(scene_, scene_.clause_of(clause.verb)));
}

// "unveiled a statue on Friday": a thing, where others unveil plans.
bool EventFinder::unveils(const Clause& clause) const {
  const Index object = clause.passive ? clause.subject : clause.object;
  return lemma(article_, scene_.head(clause.verb)) == "unveil" && object != kNone &&
         scene_.kind(object) == ChunkKind::noun && is_thing_told_of(object) &&
         is_nominal(scene_.head(object).tag) && !is(scene_.head(object), WordClass::decided_noun) &&
         is_to_the_day(own_time(scene_, scene_.clause_of(clause.verb)));
}

Index EventFinder::thing_meant(const Clause& clause) const {
  const auto is_thing = [&](Index noun) {
    return noun != kNone && scene_.kind(noun) == ChunkKind::noun && !is_anaphoric(scene_, noun) &&
           is_thing_told_of(noun);
  };
  if (clause.subject == kNone || is_thing(clause.subject)) return clause.subject;
  const bool they = scene_.is_word(clause.subject, "they");
  if (!they && !scene_.is_word(clause.subject, "it")) return kNone;
  const auto agrees = [&](Index noun) {
    const Token& head = scene_.head(noun);
    const bool several = head.tag == Tag::nns || head.tag == Tag::nnps;
    return they ? several || is_any(head, {WordClass::organisation, WordClass::group}) : !several;
  };
  // "The ferry has been out of service since [it] broke its moorings"
  for (Index i = clause.parent; i != kNone; i = scene_.clause(i).parent) {
    const Index subject = scene_.clause(i).subject;
    if (clause.kind == ClauseKind::adverbial && is_thing(subject) && agrees(subject)) return subject;
  }
  if (clause.sentence == 0 || !scene_.same_block(clause.sentence, clause.sentence - 1)) return kNone;
  const Range before = scene_.clauses_of(clause.sentence - 1);
  for (Index i = before.begin; i < before.end; ++i) {
    const Clause& told = scene_.clause(i);
    if (told.kind == ClauseKind::main && is_thing(told.subject) && agrees(told.subject)) return told.subject;
  }
  return kNone;
}

bool EventFinder::tells_mishap(const Clause& clause) const {
  const Index thing = thing_meant(clause);
  if (thing == kNone) return false;
  // "Fire ran through Sector C", "the storm tore off roofs"
  if (is_any(scene_.head(thing), {WordClass::fire_deed, WordClass::blast_deed, WordClass::flood_deed,
                                  WordClass::storm_deed, WordClass::quake_deed, WordClass::slide_deed}))
    return true;
  if (is_person_noun(scene_, thing)) return false;  // "the judges came down on our side"
  return !happening_told_by(clause.verb).empty() ||
         is_any(
             scene_.head(clause.verb),
             {WordClass::fire_deed, WordClass::blast_deed, WordClass::collapse_deed, WordClass::sinking_deed,
              WordClass::crash_deed, WordClass::flood_deed, WordClass::damage_verb});
}

bool EventFinder::runs_through(const Clause& clause) const {
  const Index next = clause.verb + 1;
  return scene_.same_sentence(clause.verb, next) && clause.object == kNone && tells_mishap(clause) &&
         (scene_.is_word(next, "through") || scene_.is_word(next, "across") || scene_.is_word(next, "into"));
}

bool EventFinder::moves_a_thing(Index index) const {
  const Clause& clause = scene_.clause(index);
  if (clause.subject == kNone || scene_.kind(clause.subject) != ChunkKind::noun) return false;
  if (is(scene_.head(clause.verb), WordClass::cause_change_verb) || is_anaphoric(scene_, clause.subject))
    return false;
  const Token& subject = scene_.head(clause.subject);
  const bool body = is_any(subject, {WordClass::thing, WordClass::animal, WordClass::person,
                                     WordClass::happening, WordClass::substance});
  const bool measured = is_any(subject, {WordClass::measure, WordClass::count_noun, WordClass::rate_noun,
                                         WordClass::money, WordClass::change_noun, WordClass::killed_noun});
  // "A barge sank off Point Esk in March": of a mishap the month is enough.
  const bool mishap = is_any(scene_.head(clause.verb),
                             {WordClass::collapse_deed, WordClass::sinking_deed, WordClass::crash_deed});
  const When when = own_or_told_time(index);
  // "A plane with 64 people aboard crashed in Leon": a mishap somewhere.
  EventDetail where;
  if (mishap && !when.known()) add_places_of(scene_, clause.chunks, where);
  const bool told = mishap ? is_to_the_month(when) || !where.where.empty() : is_to_the_day(when);
  // "The Silvana sank", "the Silvana hit a rock"
  const Mention* name = scene_.name_in(scene_.span(clause.subject));
  const bool strikes = clause.object != kNone && is(scene_.head(clause.verb), WordClass::attack_verb);
  const bool the = lower(article_, article_.tokens[article_.chunks[clause.subject].tokens.begin]) == "the";
  const bool thing =
      name != nullptr && (name->name_kind == NameKind::other || (name->name_kind == NameKind::person && the));
  const bool vessel = thing && (mishap || strikes);
  if ((!body && !vessel) || measured || !told) return false;
  // "The temperature fell to 4 degrees", "the crew grew by 12": so much it moved.
  const Range tokens = article_.chunks[clause.verb].tokens;
  const Index next = clause.verb + 1;
  const bool way = scene_.kind(next) == ChunkKind::preposition &&
                   (scene_.is_word(next, "to") || scene_.is_word(next, "by") || scene_.is_word(next, "from"));
  const Index moved = way ? next + 1 : next;
  return tokens.end >= article_.tokens.size() || !scene_.same_sentence(clause.verb, moved) ||
         scene_.kind(moved) != ChunkKind::noun || !counts_anything(moved);
}

bool EventFinder::is_changed_thing(Index index) const {
  const Clause& clause = scene_.clause(index);
  if (!clause.passive || clause.subject == kNone || scene_.kind(clause.subject) != ChunkKind::noun)
    return false;
  const Tag tag = scene_.head(clause.subject).tag;
  if ((tag != Tag::nn && tag != Tag::nnp) ||
      is_any(scene_.head(clause.subject),
             {WordClass::measure, WordClass::count_noun, WordClass::rate_noun, WordClass::total_noun,
              WordClass::share_noun, WordClass::average_noun, WordClass::money, WordClass::time,
              WordClass::killed_noun, WordClass::change_noun}) ||
      is_anaphoric(scene_, clause.subject) || counts_anything(clause.subject))
    return false;
  const Range behind{clause.verb + 1, clause.chunks.end};
  for (Index i = behind.begin; i < behind.end; ++i) {
    if (counts_anything(i) && scene_.kind(i) == ChunkKind::noun) return false;  // "was cut by 3 points"
  }
  return is_to_the_day(own_or_told_time(index));
}

bool EventFinder::takes_effect(const Clause& clause) const {
  static constexpr NamedWords kEffect = {"force", "effect"};
  const Index into = clause.verb + 1;
  if (!scene_.same_sentence(clause.verb, into + 1) || clause.subject == kNone ||
      scene_.kind(clause.subject) != ChunkKind::noun || !is_thing_told_of(clause.subject))
    return false;
  const Index what = clause.object != kNone ? clause.object : scene_.is_word(into, "into") ? into + 1 : kNone;
  return what != kNone && scene_.kind(what) == ChunkKind::noun &&
         kEffect.contains_lower(scene_.head_text(what)) && article_.chunks[what].tokens.size() == 1;
}

bool EventFinder::loses_home(const Clause& clause) const {
  static constexpr NamedWords kHomes = {"home", "house", "roof"};
  return clause.object != kNone && lemma(article_, scene_.head(clause.verb)) == "lose" &&
         kHomes.contains(lemma(article_, scene_.head(clause.object)));
}

bool EventFinder::loses_life(const Clause& clause) const {
  static constexpr NamedWords kTaking = {"lose", "claim", "cost", "take"};
  return clause.object != kNone && kTaking.contains(lemma(article_, scene_.head(clause.verb))) &&
         lemma(article_, scene_.head(clause.object)) == "life";
}

// "The bridge, which was closed in May 2018": of one thing that was opened, closed or sold the month is
// enough.
bool EventFinder::tells_deed(const Clause& clause) const {
  return is_nominal(scene_.head(clause.subject).tag) && scene_.head(clause.subject).tag != Tag::nns &&
         is_any(scene_.head(clause.verb),
                {WordClass::open_deed, WordClass::closure_deed, WordClass::sign_deed, WordClass::sale_deed,
                 WordClass::fire_deed, WordClass::blast_deed, WordClass::collapse_deed, WordClass::hack_deed,
                 WordClass::ruling_deed});
}

}  // namespace tally
