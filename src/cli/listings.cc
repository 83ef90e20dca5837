// `tally series`, `events`, `check`, `who`, `explain`: what the record holds, for people or as JSON.
#include <algorithm>

#include "cli/console.h"
#include "cli/wishes.h"
#include "tally/export.h"
#include "tally/render.h"

namespace tally::cli {
namespace {

using AsText = std::string (*)(const Record&, const TextOptions&);
using AsJson = std::string (*)(const Record&, std::string_view);

void list(const Arguments& arguments, const Record& record, AsText as_text, AsJson as_json) {
  TextOptions options = text_options();
  options.words = joined(arguments.words);
  options.unfolded = arguments.has("all");
  print(arguments.has("json") ? as_json(record, options.words) : as_text(record, options));
}

int list(const Arguments& arguments, AsText as_text, AsJson as_json) {
  const auto record = record_of(arguments);
  if (!record) return give_up(record.error());
  list(arguments, *record, as_text, as_json);
  return kDone;
}

// A point rests on claims: those that stand behind its value, then its rivals with the reason.
std::string explain_point(const Record& record, const Point& point) {
  std::string out;
  for (const Id& id : point.claims)
    out += explanation_as_text(record, id, text_options()).value_or("") + "\n";
  for (const Candidate& candidate : point.candidates) {
    if (candidate.chosen) continue;
    out += "not chosen: " + candidate.why + "\n\n";
    for (const Id& id : candidate.claims)
      out += explanation_as_text(record, id, text_options()).value_or("") + "\n";
  }
  return out;
}

// Where the words of a claim stand in its page; nothing for everything else.
std::optional<PagePlace> place_of(const Arguments& arguments, const Record& record, const Id& id) {
  const auto claim = std::ranges::find(record.claims, id, &RecordClaim::id);
  if (claim == record.claims.end()) return std::nullopt;
  auto book = Book::open(book_path(arguments), Book::Access::read);
  if (!book) return std::nullopt;
  auto place = book->place_in_page(record.documents[claim->document].id, claim->claim.quote);
  return place ? std::optional(std::move(*place)) : std::nullopt;
}

std::optional<std::string> explain(const Arguments& arguments, const Record& record, const Id& id) {
  const auto place = place_of(arguments, record, id);
  if (arguments.has("json")) return explanation_as_json(record, id, place ? &*place : nullptr);
  if (const Point* point = point_of(record, id)) return explain_point(record, *point);
  auto words = explanation_as_text(record, id, text_options());
  if (words && place) *words += place_as_text(*place, text_options());
  return words;
}

}  // namespace

int run_series(const Arguments& arguments) {
  return list(arguments, series_as_text, series_as_json);
}

int run_events(const Arguments& arguments) {
  return list(arguments, events_as_text, events_as_json);
}

int run_who(const Arguments& arguments) {
  return list(arguments, speakers_as_text, speakers_as_json);
}

int run_check(const Arguments& arguments) {
  const auto record = record_of(arguments);
  if (!record) return give_up(record.error());
  list(arguments, *record, findings_as_text, findings_as_json);
  return count_failing(*record, joined(arguments.words)) > 0 ? kFails : kDone;
}

int run_explain(const Arguments& arguments) {
  const auto record = record_of(arguments);
  if (!record) return give_up(record.error());
  const auto id = whole_id(*record, arguments.words.front());
  if (!id) return give_up(id.error());
  const auto words = explain(arguments, *record, *id);
  if (!words) return give_up({ErrorCode::not_found, "nothing is known of " + *id, {}});
  print(*words);
  return kDone;
}

}  // namespace tally::cli
