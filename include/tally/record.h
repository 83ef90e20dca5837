// The record: what many reports say together. Pure: documents with their claims in; variables,
// series, events, findings, origins and entities out. The same documents in any order give the
// same record, byte for byte.
//
// It is drawn up in fixed strata, each a pure function of those before (docs/architecture.md):
// printed periods align variables; aligned variables date reports; dated reports resolve implied
// periods; those join events; events and series refine dates; checks come last.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tally/article.h"
#include "tally/claim.h"
#include "tally/edtf.h"
#include "tally/value.h"

namespace tally {

using Id = std::string;

// What the record needs of one report. `text` is the article's whole text.
struct Document {
  Id id;
  ArticleInfo info;
  std::string text;
  std::string sha256;     // of the text, hex
  std::string retrieved;  // ISO 8601 instant at which the page was fetched; empty: unknown
  std::vector<Claim> claims;
  std::vector<Id> claim_ids;  // parallel to `claims`
  // Set by draw_up:
  Publication published;              // given, found or inferred
  std::vector<Id> published_because;  // claims that an inferred date rests on
  Id copy_of;                         // empty: no copy
  Id replaced_by;                     // the next version of the same page; empty: the newest, or the only one
  Id event;                           // the event it is mainly about; empty: none
};

// A claim as the record sees it: resolved by what the other reports say.
struct RecordClaim {
  Id id;
  Index document = kNone;  // index into Record::documents
  Claim claim;             // period resolved anew where the report's date was inferred
  Id variable;
  Id event;
  Id origin;
  std::vector<Id> source_entities;  // parallel to claim.attribution
};

struct Variable {
  Id id;
  std::string label;  // "defectors who entered South Korea, per year"
  std::string unit;
  Measure measure;
  std::string joined_by;  // which evidence joined its claims, in words; empty where one wording
};

enum class Standing : std::uint8_t { single, repeated, agreed, revised, disputed, set_aside };
[[nodiscard]] std::string_view name(Standing standing);

struct Candidate {
  Value value;
  std::vector<Id> claims;
  Date vintage;  // as of when the source gave it
  bool chosen = false;
  std::string why;
};

struct Point {
  Period period;
  Value value;
  std::vector<Id> claims;
  std::uint32_t documents = 0;
  std::uint32_t origins = 0;
  Standing standing = Standing::single;
  std::vector<Candidate> candidates;
};

struct Series {
  Id variable;
  std::vector<Point> points;  // by period
};

// A sentence of a report that tells no event of its own there, and speaks of one: "the fire last May".
struct EventMention {
  Id document;
  Span span;
  friend auto operator<=>(const EventMention&, const EventMention&) = default;
};

struct Event {
  Id id;
  std::string label;
  std::optional<Period> when;
  std::vector<std::string> where;
  std::vector<std::string> who;
  std::optional<Value> count;
  std::vector<EventPart> parts;
  Status status = Status::stated;
  std::vector<std::string> status_by;
  std::vector<Id> claims;
  std::vector<Id> documents;
  std::vector<EventMention> mentions;  // of the documents none of whose claims tells it
};

enum class Verdict : std::uint8_t { holds, fails, explained, depends, cannot_tell };
[[nodiscard]] std::string_view name(Verdict verdict);            // "holds"
[[nodiscard]] std::string_view said_to_people(Verdict verdict);  // "adds up"

struct Finding {
  Id id;
  Verdict verdict = Verdict::holds;
  std::string
      kind;  // direction, percent, sum, superlative, trend, revision, contradiction, rounding, total, date …
  Id claim;
  std::vector<Id> against;
  std::string explanation;               // the reckoning in one plain sentence
  std::string suspect;                   // report, source, reading; empty: nothing suspect
  std::uint8_t rank = 0;                 // 0 first
  std::optional<Decimal> relative_size;  // percent of the base
  Id fold_under;                         // the first finding of the same cause; empty: it is the first
};

struct Origin {
  Id id;
  std::string label;
  bool anonymous = false;
  std::vector<Id> documents;
};

struct Entity {
  Id id;
  std::string kind;  // person, organisation, place
  std::string label;
  std::vector<std::string> aliases;
};

enum class DecisionOp : std::uint8_t { accept, correct, reject, same, different, prefer, exclude };
[[nodiscard]] std::string_view name(DecisionOp op);
struct Decision {
  Id id;
  DecisionOp op = DecisionOp::accept;
  std::vector<Id> target;
  std::string value;  // `correct`: the right value, as JSON
  std::string by;
  std::string at;  // ISO 8601 instant
  std::string why;
  bool applied = false;  // false: its target is not there any more, a person must look
};

struct Record {
  std::vector<Document> documents;
  std::vector<RecordClaim> claims;
  std::vector<Variable> variables;
  std::vector<Series> series;
  std::vector<Event> events;
  std::vector<Finding> findings;  // ranked: what fails first
  std::vector<Origin> origins;
  std::vector<Entity> entities;
  std::vector<Decision> decisions;
};

[[nodiscard]] Record draw_up(std::vector<Document> documents, std::vector<Decision> decisions = {});

}  // namespace tally
