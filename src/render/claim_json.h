// Values, claims and their parts as JSON: shared by the stream and the exported record, so that both
// print the same fields in the same order.
#pragma once

#include <string_view>

#include "tally/article.h"
#include "tally/json.h"
#include "tally/utf8.h"

namespace tally {

// A text whose claims are written, with its way from bytes to code points.
struct QuotedText {
  std::string_view text;
  CodePoints points;
  explicit QuotedText(std::string_view whole) : text(whole), points(whole) {}
};

void write_value(JsonWriter& json, const std::optional<Value>& value);
void write_period(JsonWriter& json, const std::optional<Period>& period);
// {"start":…,"end":…}
void write_span(JsonWriter& json, Span span, const QuotedText& text);
// The fields between "kind" and "quote" apart, everything that both outputs have in common: value,
// unit, period, change, comparison, speaker, modality, evidence, status, rule, confidence.
void write_quote(JsonWriter& json, Span span, const QuotedText& text);
void write_claim_values(JsonWriter& json, const Claim& claim);
void write_claim_standing(JsonWriter& json, const Claim& claim, const QuotedText& text);
void write_source_fields(JsonWriter& json, const Source& source);
void write_strings(JsonWriter& json, const std::vector<std::string>& values);
void write_event_parts(JsonWriter& json, const std::vector<EventPart>& parts);
void write_measure(JsonWriter& json, const Measure& measure);
// A statement's content, source, cue: a span, a list of spans where the words are broken, or null.
void write_broken_span(JsonWriter& json, const std::vector<Span>& spans, const QuotedText& text);

}  // namespace tally
