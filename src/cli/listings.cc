// `tally series`, `events`, `check`, `who`, `explain`: what the record holds, for people or as JSON.
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

std::optional<std::string> explain(const Record& record, const Id& id, bool json) {
  if (json) return explanation_as_json(record, id);
  if (const Point* point = point_of(record, id)) return explain_point(record, *point);
  return explanation_as_text(record, id, text_options());
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
  const auto words = explain(*record, *id, arguments.has("json"));
  if (!words) return give_up({ErrorCode::not_found, "nothing is known of " + *id, {}});
  print(*words);
  return kDone;
}

}  // namespace tally::cli
