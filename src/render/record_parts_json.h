// The parts of a record as JSON, each in one object: used by the export and by the listings.
#pragma once

#include "render/claim_json.h"
#include "render/lookup.h"
#include "tally/record.h"

namespace tally {

// `document` is the id of the report, `text` its text.
void write_record_claim(JsonWriter& json, const RecordClaim& claim, const Document& document,
                        const QuotedText& text);
void write_document(JsonWriter& json, const Document& document);
void write_variable(JsonWriter& json, const Variable& variable);
void write_point(JsonWriter& json, const Point& point);
void write_series(JsonWriter& json, const Series& series);
// The texts of `lookup` give the words of its mentions.
void write_record_event(JsonWriter& json, const Event& event, const Lookup& lookup);
void write_finding(JsonWriter& json, const Finding& finding);
void write_origin(JsonWriter& json, const Origin& origin);
void write_entity(JsonWriter& json, const Entity& entity);
void write_decision(JsonWriter& json, const Decision& decision);

}  // namespace tally
