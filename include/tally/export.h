// The record for other programs. The same record gives the same bytes.
//
//   export_json      "tally-record/1", the whole record as one document (docs/data-model.md)
//   export_jsonl     the claims, one JSON object a line, as in the record
//   export_csv       one table: claims, points, events or findings (RFC 4180)
//
// Nothing of an article is passed on but the quotes of its claims.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tally/book.h"
#include "tally/record.h"
#include "tally/result.h"

namespace tally {

[[nodiscard]] std::string export_json(const Record& record);
[[nodiscard]] std::string export_jsonl(const Record& record);

struct CsvOptions {
  // A cell that a spreadsheet would take for a formula gets an apostrophe in front.
  bool safe = false;
};
// nullopt where there is no table of that name.
[[nodiscard]] std::optional<std::string> export_csv(const Record& record, std::string_view table,
                                                    CsvOptions options = {});

// The listings of the command line as JSON: an array, in the order of the listing. `words` selects as
// TextOptions::words does.
[[nodiscard]] std::string series_as_json(const Record& record, std::string_view words = {});
[[nodiscard]] std::string events_as_json(const Record& record, std::string_view words = {});
[[nodiscard]] std::string findings_as_json(const Record& record, std::string_view words = {});
[[nodiscard]] std::string speakers_as_json(const Record& record, std::string_view words = {});
// The whole id of which only the start was given: of a claim, variable, event, finding, report, origin,
// entity or decision. A point is named by its variable and period: "v0265/2013".
[[nodiscard]] Result<Id> whole_id(const Record& record, std::string_view start);
// The point that has this whole id; nullptr where there is none.
[[nodiscard]] const Point* point_of(const Record& record, std::string_view id);
// What has this id, or the start of it that nothing else shares: {"claim": …}, {"event": …} …
// For a claim, `place` adds where its words stand in the page.
[[nodiscard]] std::optional<std::string> explanation_as_json(const Record& record, std::string_view id,
                                                             const PagePlace* place = nullptr);

}  // namespace tally
