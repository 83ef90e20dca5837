// Clauses → events: "Hail destroyed the crop near Kostanay on 3 August".
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "claim/event_details.h"
#include "claim/event_finder.h"
#include "claim/measures.h"
#include "claim/modality.h"
#include "mention/names.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Verbs that tell of a state, a wish or a relation, not of something that happened.
constexpr std::array<std::string_view, 70> kStates = {
    "presume", "plague",  "succeed",    "be",        "have",   "know",     "want",     "need",   "believe",
    "think",   "feel",    "seem",       "appear",    "remain", "include",  "live",     "work",   "like",
    "hope",    "expect",  "plan",       "mean",      "show",   "consider", "contain",  "belong", "depend",
    "reflect", "concern", "involve",    "require",   "allow",  "become",   "continue", "try",    "do",
    "make",    "go",      "come",       "get",       "take",   "use",      "see",      "hear",   "call",
    "help",    "let",     "mark",       "represent", "follow", "lead",     "cause",    "bring",  "keep",
    "exist",   "compare", "experience", "spend",     "track",  "wait",     "stay",     "employ", "house",
    "number",  "own",     "suppose",    "rely",      "begin",  "start",    "end"};

}  // namespace

void EventFinder::read_clause(Index index) {
  const Clause& clause = scene_.clause(index);
  if (clause.verb == kNone) return;
  remember(index, own_time(scene_, index));
  if (read_there_was(index)) return;
  const Index harm = harm_of(clause);
  if (harm == kNone && !tells_event(index)) return;
  const VerbGroup verb = verb_group(article_, clause.verb);
  const bool told =
      verb.past || verb.perfect || (verb.passive && !verb.finite && !verb.infinitive) || is_headline(clause);
  if (!told || modality_of(scene_, index) != Modality::observed) return;
  // "A team was assessing the whales", "the plant has stood idle": what goes on, not what happened.
  if (goes_on(clause, verb)) return;
  std::vector<Index> who = participants(clause);
  const When when = when_of_event(index, who);
  if (when.role == TimeRole::as_of) return;  // so it stood that day
  if (who.empty() && is_dated_and_placed(clause, when)) who = {clause.subject};
  if (who.empty() && tells_mishap(clause)) who = {thing_meant(clause)};
  if (who.empty() && is_to_the_month(when)) who = person_meant(clause);
  if (who.empty()) return;
  // "Defectors [who entered the South]", but "when [farmers] blocked the road".
  const bool of_antecedent = clause.marker == kNone || clause.subject < clause.marker;
  if (clause.kind == ClauseKind::relative && clause.subject != kNone && of_antecedent &&
      is_generic(clause.subject) && !(is_to_the_day(when) && befallen(clause) != kNone) &&
      !(is_to_the_day(when) && loses_life(clause)))
    return;
  if (is_of_many(clause, when)) return;
  EventDetail detail;
  const Index told_by = harm == kNone ? clause.verb : harm;
  detail.trigger = trigger_of(clause, told_by);
  detail.trigger_span = scene_.span(told_by);
  fill(detail, who, clause.chunks);
  // "A dam above the town of Ventillo … burst and sent": what stands between subject and verb is of both.
  if (detail.where.empty() && clause.subject != kNone && clause.subject < clause.verb)
    add_places_of(scene_, {clause.subject, clause.verb}, detail);
  add_antecedent_place(clause, detail);
  if (detail.where.empty()) add_place_around(clause, detail);
  // "[In Lindhaven] candles burn before the house in Mill Lane where …"
  if (clause.kind == ClauseKind::relative && detail.where.size() == 1)
    add_fronted_place(clause.sentence, detail);
  if (is(scene_.head(clause.verb), WordClass::reach_verb)) add_reached(detail, clause.object);
  if (!detail.count) detail.count = count_aboard(clause);
  if (!detail.count) add_count_behind(clause, detail);
  const bool once = (is_since_when(clause) || goes_on_since_when(index)) && when.known();
  if (!once && (!happened(detail, when, who) || is_flow(clause, detail, when))) return;
  const std::string_view role = loses_life(clause)   ? "killed"
                                : loses_home(clause) ? "displaced"
                                                     : role_of(scene_.head(told_by));
  add_counted(detail, role);
  for (const Index votes : votes_in(clause)) {
    for (const Mention& amount : Scene::starting_in(article_.amounts, scene_.span(votes))) {
      if (!amount.value) continue;
      detail.parts.push_back({.what = "vote", .role = {}, .value = *amount.value, .span = amount.span});
      break;
    }
  }
  add_casualties(scene_, figures_of(clause.sentence), clause.sentence, detail);
  add(detail, quote_of(clause, who), when, index);
}

bool EventFinder::goes_on(const Clause& clause, const VerbGroup& verb) const {
  if (verb.progressive && !verb.passive && verb.finite) return true;
  const Index next = clause.verb + 1;
  return lemma(article_, scene_.head(clause.verb)) == "stand" && scene_.same_sentence(clause.verb, next) &&
         scene_.kind(next) == ChunkKind::adjective;
}

// "The chain went into [administration] in June": kNone where it went elsewhere.
Index EventFinder::state_entered(const Clause& clause) const {
  const Index state = clause.verb + 2;
  const std::string verb = lemma(article_, scene_.head(clause.verb));
  if ((verb != "go" && verb != "enter" && verb != "fall" && verb != "file") ||
      !scene_.same_sentence(clause.verb, state))
    return kNone;
  const Index at = clause.object != kNone ? clause.object : state;
  const bool led =
      clause.object != kNone || scene_.is_word(state - 1, "into") || scene_.is_word(state - 1, "for");
  return led && scene_.kind(at) == ChunkKind::noun && is(scene_.head(at), WordClass::bankrupt_deed) ? at
                                                                                                    : kNone;
}

std::string EventFinder::trigger_of(const Clause& clause, Index told_by) const {
  if (loses_life(clause)) return "die";
  if (const Index state = state_entered(clause); state != kNone) return lemma(article_, scene_.head(state));
  std::string phrase = told_by == clause.verb ? happening_told_by(told_by) : std::string();
  if (phrase.empty()) return head_lemma(article_, told_by);
  std::ranges::replace(phrase, '_', ' ');
  return phrase;
}

bool EventFinder::happened(const EventDetail& detail, const When& when, const std::vector<Index>& who) const {
  const bool named = std::ranges::any_of(who, [&](Index i) { return is_named_person(i); });
  const bool long_time = is_long(when);
  if (long_time && detail.where.empty() && !named) return false;
  // "27,377 people were treated": a count alone tells of no one happening.
  return when.known() || !detail.where.empty() || named;
}

// "219 deaths have occurred", "18 % of the victims were guided", "most of the dead covered wars": what is
// told of many at many times; on one day it may be one thing.
bool EventFinder::is_of_many(const Clause& clause, const When& when) const {
  if (clause.subject == kNone || scene_.kind(clause.subject) != ChunkKind::noun || is_to_the_day(when))
    return false;
  const Token& head = scene_.head(clause.subject);
  const std::string first = lower(article_, article_.tokens[article_.chunks[clause.subject].tokens.begin]);
  const auto amounts = Scene::starting_in(article_.amounts, scene_.span(clause.subject));
  const bool share = !amounts.empty() && amounts.front().kind == MentionKind::percent;
  const bool counted = !amounts.empty() && head.tag == Tag::nns &&
                       is_any(head, {WordClass::happening, WordClass::killed_noun}) &&
                       !is_person_noun(scene_, clause.subject);
  return share || counted || first == "most" || first == "anyone" || first == "anybody";
}

// "…, when a bus hit a wall [and eight were killed]"
bool EventFinder::goes_on_since_when(Index index) const {
  const Clause& clause = scene_.clause(index);
  return index > 0 && clause.chunks.begin > 0 && scene_.clause(index - 1).sentence == clause.sentence &&
         scene_.kind(clause.chunks.begin - 1) == ChunkKind::conjunction &&
         tells_since_when(scene_.clause(index - 1));
}

bool EventFinder::is_since_when(const Clause& clause) const {
  return tells_since_when(clause) && clause.subject != kNone && takes_part(clause.subject);
}

bool EventFinder::tells_since_when(const Clause& clause) const {
  if (clause.kind != ClauseKind::relative || clause.marker == kNone || !scene_.is_word(clause.marker, "when"))
    return false;
  const Index comma = clause.marker - 1;
  return clause.marker >= 3 && scene_.same_sentence(clause.marker, clause.marker - 3) &&
         scene_.is_word(comma, ",") && scene_.kind(comma - 1) == ChunkKind::time &&
         scene_.is_word(comma - 2, "since");
}

bool EventFinder::is_flow(const Clause& clause, const EventDetail& detail, const When& when) const {
  // "Through the winter avalanches had killed 21 people in North America": a count, a country and no day.
  const bool anywhere = !when.known() && !detail.where.empty() && is_wide_place(detail.where.front());
  // "80 people died in October": a month's count is a flow as well.
  const std::string_view role = role_of(scene_.head(clause.verb));
  const bool harmed = role == "killed" || role == "injured" || role == "infected" || loses_life(clause);
  const bool whole_month = harmed && is_to_the_month(when) && !is_to_the_day(when) &&
                           (detail.where.empty() || is_wide_place(detail.where.front()));
  if (!detail.count || (!is_long(when) && !anywhere && !whole_month)) return false;
  // "A smaller breach killed 17 in 2008": one thing did it.
  if (clause.subject != kNone && !count_of(clause.subject) &&
      scene_.kind(clause.subject) == ChunkKind::noun) {
    const Token& first = article_.tokens[article_.chunks[clause.subject].tokens.begin];
    if (is(first, WordClass::determiner) && scene_.head(clause.subject).tag == Tag::nn) return false;
  }
  // "At Cerro Hondo in 1994", "since Las Cruces in 2005, when 32 prisoners died": one place is meant.
  for (Index i = clause.chunks.begin; i < clause.chunks.end; ++i) {
    if (scene_.kind(i) != ChunkKind::noun || scene_.name_in(scene_.span(i)) == nullptr) continue;
    const std::string preposition = preposition_of(article_, i);
    if (preposition == "at" || preposition == "near" || preposition == "off") return false;
  }
  EventDetail antecedent;
  add_antecedent_place(clause, antecedent);
  return antecedent.where.empty() || is_wide_place(antecedent.where.front());
}

bool EventFinder::read_there_was(Index index) {
  const Clause& clause = scene_.clause(index);
  constexpr std::array<std::string_view, 6> kHappen = {"be", "occur", "happen", "erupt", "break", "begin"};
  const auto happens = [&](Index noun) {
    return scene_.kind(noun) == ChunkKind::noun && is(scene_.head(noun), WordClass::happening);
  };
  // Seldom, and soon told.
  if (clause.subject == kNone || (!happens(clause.subject) && !happens(clause.object))) return false;
  // "A blockade of the gate ended with 14 arrests"; the day on which "the strike" ended is not that of the
  // strike.
  const std::string verb = lemma(article_, scene_.head(clause.verb));
  const std::string first = lower(article_, article_.tokens[article_.chunks[clause.subject].tokens.begin]);
  const bool ended = verb == "end" && (first == "a" || first == "an");
  if (!ended && !is_one_of(kHappen, verb)) return false;
  if (!verb_group(article_, clause.verb).past || modality_of(scene_, index) != Modality::observed)
    return false;
  for (const Index noun : {clause.subject, clause.object}) {
    if (!happens(noun) || is_anaphoric(scene_, noun)) continue;
    const When when = own_time(scene_, index);
    if (!is_to_the_day(when)) return false;
    EventDetail detail;
    detail.trigger = lemma(article_, scene_.head(noun));
    detail.trigger_span = scene_.head(noun).span;
    fill(detail, {noun}, clause.chunks);
    add(detail, quote_of(clause, {noun}), when, index).rule = "event.named";
    return true;
  }
  return false;
}

bool EventFinder::is_thing_told_of(Index subject) const {
  const Token& head = scene_.head(subject);
  // "A Boeing 737": its number is part of its name.
  const bool named = scene_.name_in(scene_.span(subject)) != nullptr;
  return (is_nominal(head.tag) || named) &&
         !is_any(head, {WordClass::measure, WordClass::count_noun, WordClass::rate_noun,
                        WordClass::total_noun, WordClass::share_noun, WordClass::average_noun,
                        WordClass::money, WordClass::time, WordClass::report_noun, WordClass::killed_noun,
                        WordClass::change_noun, WordClass::statement_noun});
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

bool EventFinder::is_dated_and_placed(const Clause& clause, const When& when) const {
  if (clause.subject == kNone || scene_.kind(clause.subject) != ChunkKind::noun) return false;
  if (is_anaphoric(scene_, clause.subject) || is(scene_.head(clause.subject), WordClass::measure))
    return false;
  if (!is_to_the_month(when)) return false;
  if (is_thing_told_of(clause.subject) && (is_to_the_day(when) || tells_deed(clause))) return true;
  EventDetail place;
  add_places_of(scene_, clause.chunks, place);
  if (!place.where.empty()) return true;
  for (Index i = clause.chunks.begin; i < clause.chunks.end; ++i) {
    if (scene_.kind(i) == ChunkKind::noun && i != clause.subject && is(scene_.head(i), WordClass::place))
      return true;
  }
  return false;
}

Index EventFinder::harm_of(const Clause& clause) const {
  // "Were found dead", "was left homeless", "remain missing", "fell ill"
  constexpr std::array<std::string_view, 7> kLeaving = {"be",    "find",   "leave", "declare",
                                                        "shoot", "remain", "fall"};
  const std::string verb = lemma(article_, scene_.head(clause.verb));
  const bool active = verb == "be" || verb == "remain" || verb == "fall";
  if (!is_one_of(kLeaving, verb) || (!active && !clause.passive)) return kNone;
  const Index next = clause.verb + 1;
  if (!scene_.same_sentence(clause.verb, next) || scene_.kind(next) != ChunkKind::adjective) return kNone;
  if (verb == "fall") return is(scene_.head(next), WordClass::infected_adjective) ? next : kNone;
  for (const WordClass c : {WordClass::killed_adjective, WordClass::injured_adjective,
                            WordClass::arrested_adjective, WordClass::displaced_adjective}) {
    if (is(scene_.head(next), c)) return next;
  }
  return kNone;
}

bool EventFinder::tells_event(Index index) const {
  const Clause& clause = scene_.clause(index);
  const Token& head = scene_.head(clause.verb);
  if (is(head, WordClass::reach_verb) && clause.object != kNone && reaches_place(clause.object)) return true;
  if (loses_life(clause) || loses_home(clause) || !happening_told_by(clause.verb).empty() ||
      state_entered(clause) != kNone)
    return true;
  if (befallen(clause) != kNone || !votes_in(clause).empty() || decides(clause) || unveils(clause) ||
      removes(clause))
    return true;
  if (is_any(head,
             {WordClass::report_verb, WordClass::claim_verb, WordClass::confirm_verb, WordClass::deny_verb,
              WordClass::plan_verb, WordClass::forecast_verb, WordClass::disclose_verb}))
    return false;
  if (is_any(head, {WordClass::up_verb, WordClass::down_verb, WordClass::reach_verb, WordClass::exceed_verb}))
    return moves_a_thing(index) || runs_through(clause);
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
  return !is_one_of(kStates, head_lemma(article_, clause.verb)) ||
         (is(head, WordClass::travel_verb) &&
          // "took 603,212 votes", but "took note"
          (lemma(article_, head) != "take" || (clause.object != kNone && counts_anything(clause.object)))) ||
         (is_since_when(clause) && lemma(article_, head) != "be" && lemma(article_, head) != "have");
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
    return lemma(article_, article_.tokens[main]) + '_' + lower(article_, article_.tokens[next]);
  };
  const WordId first = lemma_word(article_.tokens[main]);
  const WordId second = lower_word(article_.tokens[next]);
  const WordId phrase =
      first != 0 && second != 0 ? vocabulary().find_phrase(first, second) : vocabulary().find(words());
  if (phrase == 0 || !vocabulary().is(phrase, WordClass::happen_verb)) return {};
  // "The roof fell in", but "snow fell [in quantity]".
  const Index after = verb + 2;
  const bool governs = scene_.kind(verb + 1) == ChunkKind::preposition && scene_.same_sentence(verb, after) &&
                       scene_.kind(after) == ChunkKind::noun;
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
  constexpr std::array<std::string_view, 3> kRemoving = {"dismiss", "charge", "name"};
  if (!clause.passive || clause.subject == kNone || scene_.kind(clause.subject) != ChunkKind::noun)
    return false;
  return is_one_of(kRemoving, lemma(article_, scene_.head(clause.verb))) &&
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
  if (!scene_.is_word(clause.subject, "it") && !scene_.is_word(clause.subject, "they")) return kNone;
  if (clause.sentence == 0 || !scene_.same_block(clause.sentence, clause.sentence - 1)) return kNone;
  const Range before = scene_.clauses_of(clause.sentence - 1);
  for (Index i = before.begin; i < before.end; ++i) {
    const Clause& told = scene_.clause(i);
    if (told.kind == ClauseKind::main && is_thing(told.subject)) return told.subject;
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
  if (!body || measured || !told) return false;
  // "The temperature fell to 4 degrees", "the crew grew by 12": so much it moved.
  const Range tokens = article_.chunks[clause.verb].tokens;
  const Index next = clause.verb + 1;
  const bool way = scene_.kind(next) == ChunkKind::preposition &&
                   (scene_.is_word(next, "to") || scene_.is_word(next, "by") || scene_.is_word(next, "from"));
  const Index moved = way ? next + 1 : next;
  return tokens.end >= article_.tokens.size() || !scene_.same_sentence(clause.verb, moved) ||
         scene_.kind(moved) != ChunkKind::noun || !counts_anything(moved);
}

bool EventFinder::loses_home(const Clause& clause) const {
  constexpr std::array<std::string_view, 3> kHomes = {"home", "house", "roof"};
  return clause.object != kNone && lemma(article_, scene_.head(clause.verb)) == "lose" &&
         is_one_of(kHomes, lemma(article_, scene_.head(clause.object)));
}

bool EventFinder::loses_life(const Clause& clause) const {
  constexpr std::array<std::string_view, 4> kTaking = {"lose", "claim", "cost", "take"};
  return clause.object != kNone && is_one_of(kTaking, lemma(article_, scene_.head(clause.verb))) &&
         lemma(article_, scene_.head(clause.object)) == "life";
}

void EventFinder::add_antecedent_place(const Clause& clause, EventDetail& detail) const {
  const Index first = clause.chunks.begin;
  constexpr Index kBack = 4;
  if (!detail.where.empty() || clause.kind != ClauseKind::relative) return;
  // The clause may begin behind its "when".
  const auto opens = [&](Index i) { return scene_.is_word(i, "when") || scene_.is_word(i, "where"); };
  const Index opener = opens(first) ? first : first > 0 && opens(first - 1) ? first - 1 : kNone;
  if (opener == kNone) return;
  for (Index back = 1; back <= std::min(kBack, opener); ++back) {
    const Index i = opener - back;
    if (!scene_.same_sentence(i, opener)) return;
    if (scene_.kind(i) == ChunkKind::verb) return;
    const Mention* name = scene_.kind(i) == ChunkKind::noun ? scene_.name_in(scene_.span(i)) : nullptr;
    if (name == nullptr || name->name_kind == NameKind::people) continue;
    detail.where = where_of(article_, *name);
    if (detail.where.empty()) detail.where.emplace_back(article_.text(name->span));
    return;
  }
}

void EventFinder::add_place_around(const Clause& clause, EventDetail& detail) const {
  if (clause.kind != ClauseKind::adverbial || clause.parent == kNone || clause.marker == kNone) return;
  // "were underground at San Lazaro when the roof came down", "dug in a mine after a gallery caved in"
  const bool mishap = tells_mishap(clause) &&
                      (scene_.is_word(clause.marker, "when") || scene_.is_word(clause.marker, "after"));
  const bool meanwhile =
      scene_.is_word(clause.marker, "as") || scene_.is_word(clause.marker, "while") || mishap;
  const Clause& outer = scene_.clause(clause.parent);
  if (meanwhile && outer.verb != kNone && outer.verb < clause.chunks.begin)
    add_places_of(scene_, {outer.chunks.begin, clause.chunks.begin}, detail);
}

bool EventFinder::reaches_place(Index object) const {
  const Mention* name = scene_.name_in(span_of_chunks(article_, noun_phrase(article_, object)));
  const bool place = name != nullptr && name->name_kind == NameKind::place;
  return (place || is(scene_.head(object), WordClass::place)) && !counts_anything(object);
}

void EventFinder::add_reached(EventDetail& detail, Index object) const {
  if (object == kNone) return;
  for (const Mention* name : scene_.names_in(span_of_chunks(article_, noun_phrase(article_, object)))) {
    std::vector<std::string> before = where_of(article_, *name);
    if (before.empty()) before = {std::string(article_.text(name->span))};
    std::erase_if(detail.where,
                  [&](const std::string& place) { return std::ranges::find(before, place) != before.end(); });
    detail.where.insert(detail.where.begin(), before.begin(), before.end());
    return;
  }
}

bool EventFinder::is_generic(Index noun) const {
  if (noun == kNone) return false;
  const Token& head = scene_.head(noun);
  return (head.tag == Tag::nns || head.tag == Tag::nnps || head.tag == Tag::prp || head.tag == Tag::dt) &&
         !counts_anything(noun);
}

bool EventFinder::is_headline(const Clause& clause) const {
  return scene_.block_kind(clause.sentence) == BlockKind::title;
}

std::vector<Index> EventFinder::person_meant(const Clause& clause) const {
  if (clause.subject == kNone ||
      !(scene_.is_word(clause.subject, "he") || scene_.is_word(clause.subject, "she")))
    return {};
  if (clause.parent != kNone) {
    const Index outer = scene_.clause(clause.parent).subject;
    if (outer != kNone && outer != clause.subject && is_named_person(outer)) return {outer};
  }
  const Index begin = scene_.chunks_of(clause.sentence).begin;
  for (Index i = clause.subject; i-- > begin;) {
    if (scene_.kind(i) == ChunkKind::noun && is_named_person(i)) return {i};
  }
  return {};
}

}  // namespace tally
