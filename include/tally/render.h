// The record as people read it: text for a terminal, one self-contained HTML page. Pure functions:
// the same record and the same wishes give the same bytes.
//
//   fputs(findings_as_text(record, {.width = 100, .colour = true}).c_str(), stdout);
//   write_file("record.html", record_as_html(record, {.title = "Defections"}));
//
// Articles are other people's text: everything that stands in them is made harmless (no markup, no
// control characters), and no more of them is quoted than the sentence around a claim.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tally/book.h"
#include "tally/record.h"

namespace tally {

struct TextOptions {
  unsigned width = 80;  // columns; less than 40 counts as 40
  bool colour = false;  // ANSI colours, bold and underline
  // Listings show only what speaks of all these words (in a label, an explanation or a quote).
  std::string words;
  bool unfolded = false;  // findings of one cause one by one, and what holds with its words
};

// Tables of the series, a line a point.
[[nodiscard]] std::string series_as_text(const Record& record, const TextOptions& options = {});
// The events by date.
[[nodiscard]] std::string events_as_text(const Record& record, const TextOptions& options = {});
// The findings, what does not add up first, each with the words that it rests on.
[[nodiscard]] std::string findings_as_text(const Record& record, const TextOptions& options = {});
// Who said what, and what became of it.
[[nodiscard]] std::string speakers_as_text(const Record& record, const TextOptions& options = {});
// How many findings do not add up among those that `options.words` selects.
[[nodiscard]] std::size_t count_failing(const Record& record, std::string_view words = {});
// One claim, event, finding, variable, origin or report by its id or the start of it that no other
// id shares: the words, the source, the chain, the rule. nullopt where there is none such.
[[nodiscard]] std::optional<std::string> explanation_as_text(const Record& record, std::string_view id,
                                                             const TextOptions& options = {});
// Where the words of a claim stand in its page: "bytes 1,204–1,238 of the page 3f2c…: <b>12 people</b>".
[[nodiscard]] std::string place_as_text(const PagePlace& place, const TextOptions& options = {});
// Series, events and findings, one after the other: the whole record on one screen or more.
[[nodiscard]] std::string record_as_text(const Record& record, const TextOptions& options = {});

struct PageOptions {
  std::string title;       // empty: "The record"
  bool full_text = false;  // whole articles instead of the sentences around claims
};

// One page without scripts and without anything fetched: charts, time line, findings, sources.
[[nodiscard]] std::string record_as_html(const Record& record, const PageOptions& options = {});

}  // namespace tally
