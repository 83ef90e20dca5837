// The parts of a record as JSON; field names and their order are those of tally-record/1.
#include "render/record_parts_json.h"

namespace tally {
namespace {

void write_attribution(JsonWriter& json, const RecordClaim& claim) {
  json.key("attribution").open('[');
  for (std::size_t i = 0; i < claim.claim.attribution.size(); ++i) {
    json.open('{');
    write_source_fields(json, claim.claim.attribution[i]);
    if (i < claim.source_entities.size()) json.key("entity").string_or_null(claim.source_entities[i]);
    json.close('}');
  }
  json.close(']');
}

// "documents" and "origins" of a point are counts; those of candidates are their claims'.
void write_candidate(JsonWriter& json, const Candidate& candidate) {
  const Value& value = candidate.value;
  json.open('{').key("best").number(value.best).key("low").number(value.low).key("high").number(value.high);
  json.key("modifier").string(name(value.modifier)).key("claims");
  write_strings(json, candidate.claims);
  json.key("vintage").string_or_null(candidate.vintage.known() ? candidate.vintage.to_string() : "");
  json.key("chosen").boolean(candidate.chosen).key("why").string(candidate.why).close('}');
}

}  // namespace

void write_record_claim(JsonWriter& json, const RecordClaim& claim, const Document& document,
                        const QuotedText& text) {
  json.open('{').key("id").string(claim.id).key("kind").string(name(claim.claim.kind));
  json.key("document").string(document.id).key("quote");
  write_quote(json, claim.claim.quote, text);
  write_claim_values(json, claim.claim);
  json.key("variable").string_or_null(claim.variable).key("event").string_or_null(claim.event);
  write_attribution(json, claim);
  json.key("origin").string_or_null(claim.origin);
  write_claim_standing(json, claim.claim, text);
  if (claim.claim.in_title) json.key("in_title").boolean(true);
  json.close('}');
}

void write_document(JsonWriter& json, const Document& document) {
  json.open('{').key("id").string(document.id).key("file").string(document.info.file);
  json.key("url").string_or_null(document.info.url).key("title").string_or_null(document.info.title);
  json.key("outlet").string_or_null(document.info.outlet).key("language");
  json.string_or_null(document.info.language).key("published");
  if (document.published.date.known()) {
    json.open('{').key("edtf").string(document.published.date.to_string());
    json.key("basis").string(name(document.published.basis)).key("because");
    write_strings(json, document.published_because);
    json.close('}');
  } else {
    json.null();
  }
  json.key("sha256").string(document.sha256).key("copy_of").string_or_null(document.copy_of);
  json.key("replaced_by").string_or_null(document.replaced_by);
  json.key("retrieved").string_or_null(document.retrieved);
  json.key("event").string_or_null(document.event).close('}');
}

void write_variable(JsonWriter& json, const Variable& variable) {
  json.open('{').key("id").string(variable.id).key("label").string(variable.label);
  json.key("unit").string_or_null(variable.unit);
  json.key("population").string_or_null(variable.measure.population);
  json.key("property").string_or_null(variable.measure.property);
  json.key("place").string_or_null(variable.measure.place);
  if (!variable.measure.origin.empty()) json.key("origin").string(variable.measure.origin);
  json.key("aggregate").string_or_null(name(variable.measure.aggregate));
  if (!variable.joined_by.empty()) json.key("joined_by").string(variable.joined_by);
  json.close('}');
}

void write_point(JsonWriter& json, const Point& point) {
  json.open('{').key("period");
  write_period(json, point.period);
  json.key("best").number(point.value.best).key("low").number(point.value.low);
  json.key("high").number(point.value.high).key("modifier").string(name(point.value.modifier));
  json.key("claims");
  write_strings(json, point.claims);
  json.key("documents").integer(point.documents).key("origins").integer(point.origins);
  json.key("standing").string(name(point.standing)).key("candidates").open('[');
  for (const Candidate& candidate : point.candidates) write_candidate(json, candidate);
  json.close(']').close('}');
}

void write_series(JsonWriter& json, const Series& series) {
  json.open('{').key("variable").string(series.variable).key("points").open('[');
  for (const Point& point : series.points) write_point(json, point);
  json.close(']').close('}');
}

namespace {

void write_mention(JsonWriter& json, const EventMention& mention, const Lookup& lookup) {
  const Document* document = lookup.document(mention.document);
  if (document == nullptr || mention.span.end > document->text.size()) return;
  json.open('{').key("document").string(mention.document).key("quote");
  write_quote(json, mention.span, QuotedText(document->text));
  json.close('}');
}

}  // namespace

void write_record_event(JsonWriter& json, const Event& event, const Lookup& lookup) {
  json.open('{').key("id").string(event.id).key("label").string(event.label).key("when");
  write_period(json, event.when);
  json.key("where");
  write_strings(json, event.where);
  json.key("who");
  write_strings(json, event.who);
  json.key("count");
  write_value(json, event.count);
  json.key("parts");
  write_event_parts(json, event.parts);
  json.key("status").string(name(event.status)).key("status_by");
  write_strings(json, event.status_by);
  json.key("claims");
  write_strings(json, event.claims);
  json.key("documents");
  write_strings(json, event.documents);
  json.key("mentions").open('[');
  for (const EventMention& mention : event.mentions) write_mention(json, mention, lookup);
  json.close(']').close('}');
}

void write_finding(JsonWriter& json, const Finding& finding) {
  json.open('{').key("id").string(finding.id).key("verdict").string(name(finding.verdict));
  json.key("kind").string(finding.kind).key("claim").string_or_null(finding.claim).key("against");
  write_strings(json, finding.against);
  json.key("explanation").string(finding.explanation);
  if (!finding.suspect.empty()) json.key("suspect").string(finding.suspect);
  json.key("rank").integer(finding.rank);
  if (finding.relative_size) json.key("relative_size").number(finding.relative_size);
  if (!finding.fold_under.empty()) json.key("fold_under").string(finding.fold_under);
  json.close('}');
}

void write_origin(JsonWriter& json, const Origin& origin) {
  json.open('{').key("id").string(origin.id).key("label").string(origin.label);
  json.key("anonymous").boolean(origin.anonymous).key("documents");
  write_strings(json, origin.documents);
  json.close('}');
}

void write_entity(JsonWriter& json, const Entity& entity) {
  json.open('{').key("id").string(entity.id).key("kind").string(entity.kind);
  json.key("label").string(entity.label).key("aliases");
  write_strings(json, entity.aliases);
  json.close('}');
}

void write_decision(JsonWriter& json, const Decision& decision) {
  json.open('{').key("id").string(decision.id).key("op").string(name(decision.op)).key("target");
  write_strings(json, decision.target);
  if (!decision.value.empty()) json.key("value").string(decision.value);
  json.key("by").string_or_null(decision.by).key("at").string(decision.at);
  json.key("why").string_or_null(decision.why);
  json.key("state").string(decision.applied ? "applied" : "needs_review").close('}');
}

}  // namespace tally
