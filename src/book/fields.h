// The fields of everything that the book keeps as JSON, each listed once and used both ways. A field
// that has its default value is left out; one that is not there is left as it is.
//
//   Claim{kind figure, value 1417, …} ⇄ {"kind":"figure","quote":[0,24],"value":{"best":"1417",…},…}
//
// Spans are bytes here. Decimals keep the scale they were printed with ("11.0" is not "11").
#pragma once

#include "tally/record.h"

namespace tally {

template <class A>
void fields(A& a, Value& value) {
  a("best", value.best)("low", value.low)("high", value.high)("modifier", value.modifier)("step", value.step);
}

template <class A>
void fields(A& a, Measure& measure) {
  a("property", measure.property)("population", measure.population)("place", measure.place);
  a("origin", measure.origin)("aggregate", measure.aggregate);
}

template <class A>
void fields(A& a, RelativeDate& date) {
  a("anchor", date.anchor)("pick", date.pick)("grain", date.grain)("offset", date.offset);
  a("month", date.month)("day", date.day)("weekday", date.weekday)("quarter", date.quarter);
  a("half", date.half)("season", date.season)("keep", date.keep)("length", date.length);
  a("months", date.months);
}

template <class A>
void fields(A& a, Source& source) {
  a("name", source.name)("role", source.role)("of", source.of)("verb", source.verb)("span", source.span);
  a("anonymous", source.anonymous);
}

template <class A>
void fields(A& a, ChangeDetail& change) {
  a("direction", change.direction)("percent", change.percent)("by", change.by)("from", change.from);
  a("to", change.to)("factor", change.factor)("base_period", change.base_period);
  a("modifier", change.modifier)("step", change.step);
}

template <class A>
void fields(A& a, ComparisonDetail& comparison) {
  a("sense", comparison.sense)("span", comparison.span)("since", comparison.since);
  a("steps", comparison.steps)("rank", comparison.rank)("years", comparison.years);
  a("each_step", comparison.each_step);
}

template <class A>
void fields(A& a, EventPart& part) {
  a("what", part.what)("role", part.role)("value", part.value)("span", part.span);
}

template <class A>
void fields(A& a, EventDetail& event) {
  a("trigger", event.trigger)("where", event.where)("who", event.who)("count", event.count);
  a("parts", event.parts)("trigger_span", event.trigger_span);
}

template <class A>
void fields(A& a, Speaker& speaker) {
  a("name", speaker.name)("role", speaker.role)("of", speaker.of);
}

template <class A>
void fields(A& a, MisnamedDay& day) {
  a("date", day.date)("day", day.day)("weekday", day.weekday);
}

template <class A>
void fields(A& a, Claim& claim) {
  a.always("kind", claim.kind)("status", claim.status)("modality", claim.modality);
  a("period_basis", claim.period_basis)("in_title", claim.in_title).always("quote", claim.quote);
  a("evidence", claim.evidence)("value", claim.value)("unit", claim.unit)("measure", claim.measure);
  a("period", claim.period)("relative", claim.relative)("change", claim.change);
  a("comparison", claim.comparison)("event", claim.event)("speaker", claim.speaker);
  a("attribution", claim.attribution)("status_by", claim.status_by)("content", claim.content);
  a("source", claim.source)("cue", claim.cue)("about", claim.about)("whole", claim.whole);
  a("misnamed_day", claim.misnamed_day);
  a("happening", claim.happening)("exhaustive", claim.exhaustive)("rule", claim.rule)("confidence",
                                                                                      claim.confidence);
}

// What the record says of a document.
struct DocumentFacts {
  Publication published;
  std::vector<Id> because;
  Id copy_of;
  Id event;
  Id replaced_by;
};

template <class A>
void fields(A& a, Publication& published) {
  a("date", published.date)("basis", published.basis)("rule", published.rule)("modified", published.modified);
}

template <class A>
void fields(A& a, DocumentFacts& facts) {
  a("published", facts.published)("because", facts.because)("copy_of", facts.copy_of)("event", facts.event);
  a("replaced_by", facts.replaced_by);
}

// What the record says of a claim; `claim` is there where it reads otherwise than in the report alone.
struct ClaimFacts {
  Id variable;
  Id event;
  Id origin;
  std::vector<Id> source_entities;
  std::optional<Claim> claim;
};

template <class A>
void fields(A& a, ClaimFacts& facts) {
  a("variable", facts.variable)("event", facts.event)("origin", facts.origin);
  a("source_entities", facts.source_entities)("claim", facts.claim);
}

template <class A>
void fields(A& a, Variable& variable) {
  a("label", variable.label)("unit", variable.unit)("measure", variable.measure)("joined_by",
                                                                                 variable.joined_by);
}

template <class A>
void fields(A& a, Candidate& candidate) {
  a("value", candidate.value)("claims", candidate.claims)("vintage", candidate.vintage);
  a("chosen", candidate.chosen)("why", candidate.why);
}

// A point with the series that it stands in.
struct SeriesPoint {
  Id variable;
  Point point;
};

template <class A>
void fields(A& a, SeriesPoint& at) {
  Point& point = at.point;
  a("variable", at.variable)("period", point.period)("value", point.value)("claims", point.claims);
  a.always("documents", point.documents).always("origins", point.origins).always("standing", point.standing);
  a("candidates", point.candidates);
}

template <class A>
void fields(A& a, EventMention& mention) {
  a("document", mention.document)("span", mention.span);
}

template <class A>
void fields(A& a, Event& event) {
  a("label", event.label)("when", event.when)("where", event.where)("who", event.who)("count", event.count);
  a("parts", event.parts).always("status", event.status)("status_by", event.status_by);
  a("claims", event.claims)("documents", event.documents);
  a("mentions", event.mentions);
}

template <class A>
void fields(A& a, Finding& finding) {
  a.always("verdict", finding.verdict)("kind", finding.kind)("claim", finding.claim);
  a("against", finding.against)("explanation", finding.explanation)("suspect", finding.suspect);
  a("rank", finding.rank)("relative_size", finding.relative_size)("fold_under", finding.fold_under);
}

template <class A>
void fields(A& a, Origin& origin) {
  a("label", origin.label)("anonymous", origin.anonymous)("documents", origin.documents);
}

template <class A>
void fields(A& a, Entity& entity) {
  a("kind", entity.kind)("label", entity.label)("aliases", entity.aliases);
}

template <class A>
void fields(A& a, Decision& decision) {
  a.always("op", decision.op)("target", decision.target)("value", decision.value)("by", decision.by);
  a("at", decision.at)("why", decision.why)("applied", decision.applied);
}

}  // namespace tally
