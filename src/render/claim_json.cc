// Values, claims and their parts as JSON.
#include "render/claim_json.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>

namespace tally {
namespace {

void write_change(JsonWriter& json, const std::optional<ChangeDetail>& change) {
  json.key("change");
  if (!change) {
    json.null();
    return;
  }
  json.open('{').key("direction").word_or_null(name(change->direction));
  json.key("percent").number(change->percent).key("by").number(change->by);
  json.key("from").number(change->from).key("to").number(change->to);
  if (change->factor) json.key("factor").number(change->factor);
  json.key("base_period");
  write_period(json, change->base_period);
  json.key("modifier").word(name(change->modifier)).close('}');
}

void write_comparison(JsonWriter& json, const std::optional<ComparisonDetail>& comparison) {
  json.key("comparison");
  if (!comparison) {
    json.null();
    return;
  }
  json.open('{').key("sense").string_or_null(comparison->sense);
  json.key("span").string_or_null(comparison->span).key("since");
  write_period(json, comparison->since);
  if (comparison->steps) json.key("steps").integer(*comparison->steps);
  if (comparison->rank) json.key("rank").integer(*comparison->rank);
  if (comparison->years) json.key("years").number(comparison->years);
  json.close('}');
}

// Three digits of it.
void write_confidence(JsonWriter& json, float confidence) {
  constexpr double kSteps = 1000;
  if (confidence < 0.1F || confidence > 1.0F) {
    json.raw(fmt::format("{:.3g}", confidence));
    return;
  }
  const auto thousandths = static_cast<std::int64_t>(std::nearbyint(double{confidence} * kSteps));
  json.number(Decimal(thousandths, 3).normalised());
}

void write_speaker(JsonWriter& json, const std::optional<Speaker>& speaker) {
  json.key("speaker");
  if (!speaker) {
    json.null();
    return;
  }
  json.open('{').key("name").string_or_null(speaker->name);
  json.key("role").string_or_null(speaker->role);
  json.key("of").string_or_null(speaker->of).close('}');
}

}  // namespace

void write_value(JsonWriter& json, const std::optional<Value>& value) {
  if (!value) {
    json.null();
    return;
  }
  json.open('{').key("best").number(value->best);
  if (value->low || value->high) {
    json.key("low").number(value->low).key("high").number(value->high);
  } else {
    json.raw(R"("low":null,"high":null)");
  }
  json.key("modifier").word(name(value->modifier)).close('}');
}

void write_period(JsonWriter& json, const std::optional<Period>& period) {
  if (period && period->known()) {
    json.string(period->to_string());
  } else {
    json.null();
  }
}

void write_span(JsonWriter& json, Span span, const QuotedText& text) {
  json.open('{').key("start").integer(text.points.of_byte(span.begin));
  json.key("end").integer(text.points.of_byte(span.end)).close('}');
}

void write_quote(JsonWriter& json, Span span, const QuotedText& text) {
  json.open('{').key("exact").string(text.text.substr(span.begin, span.size()));
  json.key("start").integer(text.points.of_byte(span.begin));
  json.key("end").integer(text.points.of_byte(span.end)).close('}');
}

void write_claim_values(JsonWriter& json, const Claim& claim) {
  json.key("value");
  write_value(json, claim.value);
  json.key("unit").string_or_null(claim.unit);
  json.key("period");
  write_period(json, claim.period);
  json.key("period_basis").word(name(claim.period_basis));
  if (!claim.change && !claim.comparison && !claim.speaker) {
    json.raw(R"("change":null,"comparison":null,"speaker":null)");
    return;
  }
  write_change(json, claim.change);
  write_comparison(json, claim.comparison);
  write_speaker(json, claim.speaker);
}

void write_claim_standing(JsonWriter& json, const Claim& claim, const QuotedText& text) {
  json.key("modality").word(name(claim.modality)).key("evidence").open('[');
  for (const Span span : claim.evidence) write_span(json, span, text);
  json.close(']').key("status").word(name(claim.status)).key("status_by");
  write_strings(json, claim.status_by);
  if (claim.kind == ClaimKind::statement) {
    json.key("content");
    write_broken_span(json, claim.content, text);
    json.key("source");
    write_broken_span(json, claim.source, text);
    json.key("cue");
    write_broken_span(json, claim.cue, text);
  }
  json.key("rule").string(claim.rule);
  json.key("confidence");
  write_confidence(json, claim.confidence);
}

void write_source_fields(JsonWriter& json, const Source& source) {
  json.key("name").string_or_null(source.name).key("role").string_or_null(source.role);
  json.key("of").string_or_null(source.of).key("verb").string_or_null(source.verb);
  if (source.anonymous) json.key("anonymous").boolean(true);
}

void write_strings(JsonWriter& json, const std::vector<std::string>& values) {
  json.open('[');
  for (const std::string& value : values) json.string(value);
  json.close(']');
}

void write_event_parts(JsonWriter& json, const std::vector<EventPart>& parts) {
  json.open('[');
  for (const EventPart& part : parts) {
    json.open('{').key("what").string(part.what).key("role").string_or_null(part.role);
    json.key("best").number(part.value.best).key("low").number(part.value.low);
    json.key("high").number(part.value.high).key("modifier").word(name(part.value.modifier)).close('}');
  }
  json.close(']');
}

void write_measure(JsonWriter& json, const Measure& measure) {
  json.open('{').key("property").string_or_null(measure.property);
  json.key("population").string_or_null(measure.population);
  json.key("place").string_or_null(measure.place);
  if (!measure.origin.empty()) json.key("origin").string(measure.origin);
  json.key("aggregate").word_or_null(name(measure.aggregate)).close('}');
}

void write_broken_span(JsonWriter& json, const std::vector<Span>& spans, const QuotedText& text) {
  if (spans.empty()) {
    json.null();
  } else if (spans.size() == 1) {
    write_span(json, spans.front(), text);
  } else {
    json.open('[');
    for (const Span span : spans) write_span(json, span, text);
    json.close(']');
  }
}

}  // namespace tally
