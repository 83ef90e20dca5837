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
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {

void EventFinder::read_clause(Index index) {
  const Clause& clause = scene_.clause(index);
  if (clause.verb == kNone) return;
  remember(index, own_time(scene_, index));
  if (read_there_was(index)) return;
  const VerbGroup verb = verb_group(article_, clause.verb);
  const bool told = verb.past || verb.perfect || (verb.passive && !verb.finite && !verb.infinitive) ||
                    is_headline(clause) || is_made_to(clause);
  if (!told) return;
  const Index left = harm_left(clause);
  const Index harm = left != kNone ? left : harm_of(clause);
  if (harm == kNone && !tells_event(index)) return;
  if (modality_of(scene_, index) != Modality::observed) return;
  // "A team was assessing the whales", "the plant has stood idle": what goes on, not what happened.
  if (goes_on(clause, verb)) return;
  std::vector<Index> who = participants(clause);
  const When when = when_of_event(index, who);
  if (when.role == TimeRole::as_of) return;  // so it stood that day
  if (who.empty() && is_dated_and_placed(clause, when)) who = {clause.subject};
  if (who.empty() && tells_mishap(clause)) who = {thing_meant(clause)};
  if (who.empty() && is_changed_thing(index)) who = {clause.subject};
  if (who.empty() && is_to_the_month(when)) who = person_meant(clause);
  if (const Index thing = who.empty() && is_to_the_day(when) ? thing_meant(clause) : kNone; thing != kNone)
    who = {thing};
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
  if (const Index state = state_entered(clause); state != kNone)
    detail.trigger_span = cover(detail.trigger_span, scene_.span(state));
  fill(detail, who, clause.chunks);
  add_where(clause, when, detail);
  if (is(scene_.head(clause.verb), WordClass::reach_verb)) add_reached(detail, clause.object);
  if (!detail.count) detail.count = count_aboard(clause);
  if (!detail.count) add_count_behind(clause, detail);
  const bool once = (is_since_when(clause) || goes_on_since_when(index)) && when.known();
  if (!once && (!happened(detail, when, who) || is_flow(clause, detail, when))) return;
  const std::string_view role = loses_life(clause)   ? "killed"
                                : loses_home(clause) ? "displaced"
                                                     : role_of(scene_.head(told_by));
  add_counted(detail, role);
  add_votes(clause, detail);
  add_casualties(scene_, figures_of(clause.sentence), clause.sentence, detail);
  add(detail, quote_of(clause, who), when, index);
}

// "The house voted 64 to 35": the first number of each chunk that tells votes.
void EventFinder::add_votes(const Clause& clause, EventDetail& detail) const {
  for (const Index votes : votes_in(clause)) {
    for (const Mention& amount : Scene::starting_in(article_.amounts, scene_.span(votes))) {
      if (!amount.value) continue;
      detail.parts.push_back({.what = "vote", .role = {}, .value = *amount.value, .span = amount.span});
      break;
    }
  }
}

bool EventFinder::goes_on(const Clause& clause, const VerbGroup& verb) const {
  if (verb.progressive && !verb.passive && verb.finite) return true;
  const Index next = clause.verb + 1;
  return lemma(article_, scene_.head(clause.verb)) == "stand" && scene_.same_sentence(clause.verb, next) &&
         scene_.kind(next) == ChunkKind::adjective;
}

// "The chain went into [administration] in June": kNone where it went elsewhere.
Index EventFinder::state_entered(const Clause& clause) const {
  // "Went bankrupt on 3 December"
  const Index next = clause.verb + 1;
  if (scene_.same_sentence(clause.verb, next) && scene_.kind(next) == ChunkKind::adjective &&
      lemma(article_, scene_.head(clause.verb)) == "go" && is(scene_.head(next), WordClass::bankrupt_deed))
    return next;
  const Index state = clause.verb + 2;
  const Spelling verb = lemma(article_, scene_.head(clause.verb));
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
  if (const Index state = state_entered(clause); state != kNone)
    return lemma(article_, scene_.head(state)).str();
  std::string phrase = told_by == clause.verb ? happening_told_by(told_by) : std::string();
  if (phrase.empty()) return head_lemma(article_, told_by).str();
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
  const Spelling first = lower(article_, article_.tokens[article_.chunks[clause.subject].tokens.begin]);
  const auto amounts = Scene::starting_in(article_.amounts, scene_.span(clause.subject));
  const bool share = !amounts.empty() && amounts.front().kind == MentionKind::percent;
  const bool counted = !amounts.empty() && head.tag == Tag::nns &&
                       is_any(head, {WordClass::happening, WordClass::killed_noun}) &&
                       !is_person_noun(scene_, clause.subject);
  // "was delayed three times, most recently in May"
  const Index often = clause.verb + 1;
  const bool times = scene_.same_sentence(clause.verb, often) && scene_.is_word(often, "times");
  return share || counted || times || first == "most" || first == "anyone" || first == "anybody";
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
    const Spelling preposition = preposition_of(article_, i);
    if (preposition == "at" || preposition == "near" || preposition == "off") return false;
  }
  EventDetail antecedent;
  add_antecedent_place(clause, antecedent);
  return antecedent.where.empty() || is_wide_place(antecedent.where.front());
}

bool EventFinder::read_there_was(Index index) {
  const Clause& clause = scene_.clause(index);
  static constexpr NamedWords kHappen = {"be", "occur", "happen", "erupt", "break", "begin"};
  const auto happens = [&](Index noun) {
    return scene_.kind(noun) == ChunkKind::noun && is(scene_.head(noun), WordClass::happening);
  };
  // Seldom, and soon told.
  if (clause.subject == kNone || (!happens(clause.subject) && !happens(clause.object))) return false;
  // "A blockade of the gate ended with 14 arrests"; the day on which "the strike" ended is not that of the
  // strike.
  const Spelling verb = lemma(article_, scene_.head(clause.verb));
  const Spelling first = lower(article_, article_.tokens[article_.chunks[clause.subject].tokens.begin]);
  const bool ended = verb == "end" && (first == "a" || first == "an");
  if (!ended && !kHappen.contains(verb)) return false;
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

bool EventFinder::is_dated_and_placed(const Clause& clause, const When& when) const {
  if (clause.subject == kNone || scene_.kind(clause.subject) != ChunkKind::noun) return false;
  if (is_anaphoric(scene_, clause.subject) ||
      is_any(scene_.head(clause.subject), {WordClass::measure, WordClass::negation}) ||
      scene_.is_word(clause.subject, "nobody"))
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
