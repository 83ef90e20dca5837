// The whole record as one JSON document, tally-record/1; its claims as JSON Lines; the listings of
// the command line as arrays.
#include <algorithm>
#include <set>

#include "render/lookup.h"
#include "render/record_parts_json.h"
#include "render/words.h"
#include "tally/export.h"
#include "tally/similarity.h"

namespace tally {
namespace {

// Claims stand in order of their documents; the way from bytes to code points is kept for one text.
class ClaimWriter {
 public:
  explicit ClaimWriter(const Record& record) : record_(record) {}

  void write(JsonWriter& json, const RecordClaim& claim) {
    const Document& document = record_.documents[claim.document];
    if (claim.document != document_) {
      text_.emplace(document.text);
      document_ = claim.document;
    }
    write_record_claim(json, claim, document, *text_);
  }

 private:
  const Record& record_;
  Index document_ = kNone;
  std::optional<QuotedText> text_;
};

template <class T, class Function>
void write_list(JsonWriter& json, std::string_view key, const std::vector<T>& items, Function&& write) {
  json.line_break().key(key).open('[');
  for (const T& item : items) {
    json.line_break();
    write(json, item);
  }
  json.close(']');
}

template <class T, class Keep, class Write>
std::string listing(const std::vector<T>& items, Keep&& keep, Write&& write) {
  JsonWriter json;
  json.open('[');
  for (const T& item : items) {
    if (!keep(item)) continue;
    json.line_break();
    write(json, item);
  }
  return json.close(']').take() + "\n";
}

std::string speaker_words(const RecordClaim& claim) {
  const auto& speaker = claim.claim.speaker;
  return speaker ? speaker->name + " " + speaker->role + " " + speaker->of : std::string{};
}

void write_place(JsonWriter& json, const PagePlace& place) {
  json.key("page").open('{').key("sha256").string(place.page);
  json.key("media_type").string_or_null(place.media_type);
  json.key("start").integer(place.span.begin).key("end").integer(place.span.end);
  json.key("bytes").string(place.bytes).close('}');
}

// What differs between a report and the one that it copies or that took its place.
void write_differences(JsonWriter& json, const Record& record, const Document& document) {
  const Id& other = document.replaced_by.empty() ? document.copy_of : document.replaced_by;
  const auto found = std::ranges::find(record.documents, other, &Document::id);
  if (other.empty() || found == record.documents.end()) return;
  const bool version = !document.replaced_by.empty();
  const std::string_view before = version ? document.text : found->text;
  const std::string_view after = version ? found->text : document.text;
  json.key("differences").open('[');
  for (const TextChange& change : changes_between(before, after)) {
    json.open('{').key("before").string(before.substr(change.before.begin, change.before.size()));
    json.key("after").string(after.substr(change.after.begin, change.after.size())).close('}');
  }
  json.close(']');
}

}  // namespace

std::string export_json(const Record& record) {
  JsonWriter json;
  ClaimWriter claims(record);
  json.open('{').line_break().key("format").string("tally-record/1");
  write_list(json, "documents", record.documents, write_document);
  write_list(json, "claims", record.claims,
             [&](JsonWriter& out, const RecordClaim& claim) { claims.write(out, claim); });
  write_list(json, "variables", record.variables, write_variable);
  write_list(json, "series", record.series, write_series);
  const Lookup lookup(record);
  write_list(json, "events", record.events,
             [&](JsonWriter& out, const Event& event) { write_record_event(out, event, lookup); });
  write_list(json, "findings", record.findings, write_finding);
  write_list(json, "origins", record.origins, write_origin);
  write_list(json, "entities", record.entities, write_entity);
  write_list(json, "decisions", record.decisions, write_decision);
  return json.close('}').take() + "\n";
}

std::string export_jsonl(const Record& record) {
  std::string out;
  JsonWriter json;
  ClaimWriter claims(record);
  for (const RecordClaim& claim : record.claims) {
    json.clear();
    claims.write(json, claim);
    (out += json.text()) += '\n';
  }
  return out;
}

std::string series_as_json(const Record& record, std::string_view words) {
  const Lookup lookup(record);
  return listing(
      record.series, [&](const Series& series) { return speaks_of(lookup.words_of(series), words); },
      [&](JsonWriter& json, const Series& series) {
        json.open('{').key("variable");
        if (const Variable* variable = lookup.variable(series.variable)) {
          write_variable(json, *variable);
        } else {
          json.string(series.variable);
        }
        json.key("series");
        write_series(json, series);
        json.close('}');
      });
}

std::string events_as_json(const Record& record, std::string_view words) {
  const Lookup lookup(record);
  return listing(
      record.events, [&](const Event& event) { return speaks_of(lookup.words_of(event), words); },
      [&](JsonWriter& json, const Event& event) { write_record_event(json, event, lookup); });
}

std::string findings_as_json(const Record& record, std::string_view words) {
  const Lookup lookup(record);
  return listing(
      record.findings, [&](const Finding& finding) { return speaks_of(lookup.words_of(finding), words); },
      write_finding);
}

std::string speakers_as_json(const Record& record, std::string_view words) {
  ClaimWriter claims(record);
  return listing(
      record.claims,
      [&](const RecordClaim& claim) { return claim.claim.speaker && speaks_of(speaker_words(claim), words); },
      [&](JsonWriter& json, const RecordClaim& claim) { claims.write(json, claim); });
}

const Point* point_of(const Record& record, std::string_view id) {
  const auto slash = id.find('/');
  if (slash == std::string_view::npos) return nullptr;
  for (const Series& series : record.series) {
    if (series.variable != id.substr(0, slash)) continue;
    for (const Point& point : series.points) {
      if (point.period.to_string() == id.substr(slash + 1)) return &point;
    }
  }
  return nullptr;
}

Result<Id> whole_id(const Record& record, std::string_view start) {
  if (const auto slash = start.find('/'); slash != std::string_view::npos) {
    auto id = whole_id(record, start.substr(0, slash));
    if (!id) return id;
    *id += start.substr(slash);
    if (point_of(record, *id) != nullptr) return id;
    return fail(ErrorCode::not_found,
                "the series has no point \"" + std::string(start.substr(slash + 1)) + "\"");
  }
  std::set<std::string_view> found;
  const auto look = [&](const auto& items) {
    for (const auto& item : items) {
      if (!start.empty() && item.id.starts_with(start)) found.insert(item.id);
    }
  };
  look(record.claims);
  look(record.variables);
  look(record.events);
  look(record.findings);
  look(record.documents);
  look(record.origins);
  look(record.entities);
  look(record.decisions);
  if (found.contains(start) || found.size() == 1) return Id(found.contains(start) ? start : *found.begin());
  const std::string words(start);
  return found.empty() ? fail(ErrorCode::not_found, "nothing in the book has the id \"" + words + "\"")
                       : fail(ErrorCode::usage, "several ids begin with \"" + words + "\"; give more of it");
}

std::optional<std::string> explanation_as_json(const Record& record, std::string_view id,
                                               const PagePlace* place) {
  const auto whole = whole_id(record, id);
  if (!whole) return std::nullopt;
  JsonWriter json;
  ClaimWriter claims(record);
  if (const Point* point = point_of(record, *whole)) {
    json.open('{').key("point");
    write_point(json, *point);
    json.close('}');
  }
  const auto look = [&](std::string_view kind, const auto& items, auto&& write) {
    const auto found = std::ranges::find_if(items, [&](const auto& item) { return item.id == *whole; });
    if (found == items.end()) return;
    json.open('{').key(kind);
    write(json, *found);
    json.close('}');
  };
  look("claim", record.claims, [&](JsonWriter& out, const RecordClaim& claim) {
    claims.write(out, claim);
    if (place != nullptr) write_place(out, *place);
  });
  look("variable", record.variables, write_variable);
  look("event", record.events,
       [&](JsonWriter& out, const Event& event) { write_record_event(out, event, Lookup(record)); });
  look("finding", record.findings, write_finding);
  look("document", record.documents, [&](JsonWriter& out, const Document& document) {
    write_document(out, document);
    write_differences(out, record, document);
  });
  look("origin", record.origins, write_origin);
  look("entity", record.entities, write_entity);
  look("decision", record.decisions, write_decision);
  return json.take() + "\n";
}

}  // namespace tally
