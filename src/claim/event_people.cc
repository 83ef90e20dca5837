// Who took part in an event, how many they were and what became of them.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "claim/event_details.h"
#include "claim/event_finder.h"
#include "claim/measures.h"
#include "text/vocabulary.h"

namespace tally {

std::optional<Value> EventFinder::count_aboard(const Clause& clause) const {
  const auto counted_with = [&](Range chunks) -> std::optional<Value> {
    for (Index i = chunks.begin; i < chunks.end; ++i) {
      if (scene_.kind(i) != ChunkKind::noun || preposition_of(article_, i) != "with") continue;
      if (auto count = count_of(i)) return count;
    }
    return std::nullopt;
  };
  if (clause.subject == kNone || scene_.kind(clause.subject) != ChunkKind::noun) return std::nullopt;
  const Range described{clause.subject + 1, description(clause.subject).end};
  if (auto count = counted_with(described)) return count;
  // "A bus carrying 38 pupils"
  for (Index i = described.begin; i + 1 < described.end; ++i) {
    const bool carries = scene_.kind(i) == ChunkKind::verb && lemma(article_, scene_.head(i)) == "carry";
    if (!carries || scene_.kind(i + 1) != ChunkKind::noun) continue;
    if (auto count = count_of(i + 1)) return count;
  }
  // "took off with 38 people on board"
  return takes_part(clause.subject) ? std::nullopt : counted_with(clause.chunks);
}

void EventFinder::add_count_behind(const Clause& clause, EventDetail& detail) {
  const Index colon = clause.chunks.end;
  if (clause.verb == kNone || !scene_.same_sentence(clause.verb, colon + 1) || !scene_.is_word(colon, ":"))
    return;
  const Index people = colon + 1;
  // What stands right before the colon is what is told at length: "lost their homes: 78 people".
  if (scene_.kind(people) != ChunkKind::noun ||
      (clause.object != kNone ? clause.object : clause.verb) + 1 != colon)
    return;
  detail.count = count_of(people);
  if (detail.count) add_parts(detail, people);
}

bool EventFinder::counts_anything(Index chunk) const {
  return !Scene::starting_in(article_.amounts, scene_.span(chunk)).empty();
}

std::vector<Index> EventFinder::participants(const Clause& clause) const {
  std::vector<Index> who;
  for (const Index chunk : {clause.subject, clause.object}) {
    if (chunk == kNone || scene_.kind(chunk) != ChunkKind::noun || !takes_part(chunk)) continue;
    // "The day after the riot the governor imposed a curfew": what is told before or after does nothing.
    const bool aside = chunk == clause.subject && chunk > 0 && scene_.same_sentence(chunk, chunk - 1) &&
                       (scene_.is_word(chunk - 1, "after") || scene_.is_word(chunk - 1, "before") ||
                        scene_.is_word(chunk - 1, "since") || scene_.is_word(chunk - 1, "during")) &&
                       clause.marker != chunk - 1;
    if (!aside) who.push_back(chunk);
  }
  if (const Index thing = antecedent_of(clause); thing != kNone) who.push_back(thing);
  if (const Index victim = befallen(clause); victim != kNone && std::ranges::find(who, victim) == who.end())
    who.push_back(victim);
  // A counted group comes before whoever acted on it ("the firm laid off 300 workers").
  std::ranges::stable_sort(who, [&](Index a, Index b) { return counts_people(a) && !counts_people(b); });
  return who;
}

// "Quay House, [which] the council opened on Monday": what the pronoun stands for, where the clause has a
// subject of its own and no object; kNone otherwise.
Index EventFinder::antecedent_of(const Clause& clause) const {
  if (clause.kind != ClauseKind::relative || clause.marker == kNone || clause.object != kNone ||
      clause.passive || clause.subject == kNone || clause.subject < clause.marker || clause.marker < 1 ||
      !(scene_.is_word(clause.marker, "which") || scene_.is_word(clause.marker, "that")))
    return kNone;
  Index before = clause.marker - 1;
  if (scene_.kind(before) == ChunkKind::punctuation && before > 0) --before;
  const bool noun = scene_.same_sentence(before, clause.marker) && scene_.kind(before) == ChunkKind::noun;
  return noun && is_thing_told_of(before) && !is_anaphoric(scene_, before) ? before : kNone;
}

Index EventFinder::befallen(const Clause& clause) const {
  const Token& verb = scene_.head(clause.verb);
  const std::string_view role = role_of(verb);
  if (role.empty() || role == "arrived") return kNone;
  const bool of_subject = clause.passive || is(verb, WordClass::die_verb);
  const Index victim = of_subject ? clause.subject : clause.object;
  if (victim == kNone || scene_.kind(victim) != ChunkKind::noun || is_anaphoric(scene_, victim)) return kNone;
  const Token& head = scene_.head(victim);
  // "Killed demand", "the plan died": what befalls people, not measures and talk.
  const bool one = scene_.is_word(victim, "one");  // "six were fined and one, a guard, was arrested"
  return (one || (is_nominal(head.tag) && is_thing_told_of(victim))) &&
                 !is_any(head, {WordClass::happening, WordClass::place, WordClass::organisation,
                                WordClass::negation})
             ? victim
             : kNone;
}

bool EventFinder::counts_people(Index chunk) const {
  return count_of(chunk).has_value();
}

bool EventFinder::takes_part(Index chunk) const {
  if (is_anaphoric(scene_, chunk) || is(scene_.head(chunk), WordClass::negation)) return false;
  if (scene_.is_word(chunk, "nobody") || scene_.is_word(chunk, "none")) return false;
  if (chunk > 0 && scene_.same_sentence(chunk, chunk - 1) && scene_.is_word(chunk - 1, "not")) return false;
  const Token& head = scene_.head(chunk);
  if (scene_.is_word(chunk, "times")) return false;  // "copied 96 times"
  return is_person_noun(scene_, chunk) || is(head, WordClass::happening) || is(head, WordClass::group) ||
         is(head, WordClass::organisation) || is_named_person(chunk) || count_of(chunk).has_value();
}

bool EventFinder::is_named_person(Index chunk) const {
  const Mention* name = scene_.name_in(scene_.span(chunk));
  return name != nullptr && name->name_kind == NameKind::person;
}

// Of the noun group, or "a group of [23 soldiers]".
Index EventFinder::head_count_at(Index chunk) const {
  const Index figure = figure_at(chunk);
  const bool group = is_any(scene_.head(chunk), {WordClass::group, WordClass::organisation}) &&
                     scene_.head(chunk).tag == Tag::nn &&
                     lower(article_, article_.tokens[article_.chunks[chunk].tokens.begin]) == "a";
  const bool of = group && scene_.same_sentence(chunk, chunk + 2) && scene_.is_word(chunk + 1, "of");
  return figure == kNone && of ? figure_at(chunk + 2) : figure;
}

std::optional<Value> EventFinder::count_of(Index chunk) const {
  const Index figure = head_count_at(chunk);
  if (figure == kNone) return std::nullopt;
  const Claim& claim = article_.claims[figure];
  if (claim.unit != "person") return std::nullopt;  // a head-count counts heads
  return claim.value;
}

void EventFinder::fill(EventDetail& detail, const std::vector<Index>& who, Range chunks) {
  for (const Index chunk : who) {
    detail.who.emplace_back(article_.text(person_span(chunk)));
    // "A woman of 63, Savitri Bai, died"
    for (Index i = chunk + 1; i <= chunk + 3 && scene_.same_sentence(chunk, i + 1); ++i) {
      if (scene_.kind(i) == ChunkKind::preposition || scene_.kind(i) == ChunkKind::noun) continue;
      if (scene_.is_word(i, ",") && scene_.kind(i + 1) == ChunkKind::noun && is_named_person(i + 1) &&
          !is_named_person(chunk))
        detail.who.emplace_back(article_.text(scene_.span(i + 1)));
      break;
    }
    if (!detail.count) detail.count = count_of(chunk);
    add_parts(detail, chunk);
    add_places_of(scene_, description(chunk), detail);
  }
  // "A bus crashed near Vern a day after a train derailed in Austria": where another thing happened is where
  // this one did only if nothing nearer says so.
  add_places_of(scene_, before_inner(chunks, true), detail);
  if (detail.where.empty()) add_places_of(scene_, before_inner(chunks, false), detail);
}

// A clause up to the first one in it that tells what somebody says ("…, saying they had fled to Chad"), or
// what happened before or after.
Range EventFinder::before_inner(Range chunks, bool others) const {
  if (chunks.empty()) return chunks;
  Range outer = chunks;
  const Range clauses = scene_.clauses_of(article_.chunks[chunks.begin].sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& inner = scene_.clause(i);
    if (inner.verb == kNone || inner.chunks.begin <= chunks.begin || inner.chunks.begin >= outer.end)
      continue;
    const bool says = inner.kind == ClauseKind::participle &&
                      is_any(scene_.head(inner.verb), {WordClass::report_verb, WordClass::claim_verb});
    const bool other = others && inner.kind == ClauseKind::adverbial && inner.marker != kNone &&
                       (scene_.is_word(inner.marker, "after") || scene_.is_word(inner.marker, "before") ||
                        scene_.is_word(inner.marker, "since"));
    if (says || other) outer.end = inner.chunks.begin;
  }
  return outer;
}

Span EventFinder::person_span(Index chunk) const {
  Span span = scene_.span(chunk);
  // "the Employment and Labour Court": all of the name, though its words are in two groups.
  for (const Mention* name : scene_.names_in(span)) {
    if (name->span.begin >= span.begin && name->span.begin < span.end) span = cover(span, name->span);
  }
  if (scene_.is_word(chunk + 1, "of") && scene_.same_sentence(chunk, chunk + 1))
    span = span_of_chunks(article_, {chunk, chunk + 3});
  return span;
}

Range EventFinder::description(Index chunk) const {
  Range range = noun_phrase(article_, chunk);
  const Range clauses = scene_.clauses_of(article_.chunks[chunk].sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene_.clause(i);
    if (clause.kind == ClauseKind::relative && clause.subject == chunk && clause.chunks.end > range.end)
      range.end = clause.chunks.end;
  }
  return range;
}

void EventFinder::add_counted(EventDetail& detail, std::string_view role) {
  if (role.empty() || !detail.count || detail.who.empty()) return;
  detail.parts.push_back({.what = detail.who.front(),
                          .role = std::string(role),
                          .value = *detail.count,
                          .span = detail.trigger_span});
}

void EventFinder::add_parts(EventDetail& detail, Index chunk) {
  const Index whole = head_count_at(chunk);
  if (whole == kNone) return;
  for (Index i = whole + 1; i < figures_ && i < whole + 12; ++i) {
    const Claim& part = article_.claims[i];
    if (part.kind != ClaimKind::figure || part.whole != whole || !part.value) continue;
    detail.parts.push_back(
        {.what = part.measure.population, .role = {}, .value = *part.value, .span = part.quote});
  }
}

}  // namespace tally
