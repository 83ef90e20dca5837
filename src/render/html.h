// What the parts of the HTML page share: escaping and the names of places on the page.
//
//   escape("a <b> & \"c\"")  →  a &lt;b&gt; &amp; &quot;c&quot;
//
// Every text goes through escape(), ours as well as an article's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/lookup.h"
#include "tally/render.h"

namespace tally {

[[nodiscard]] std::string escape(std::string_view text);
// "#claim-c41f09"; ids are escaped.
[[nodiscard]] std::string link_to_claim(std::string_view id);
[[nodiscard]] std::string link_to_document(std::string_view id);
// A claim's sentence as a quotation with its words marked, and the report it stands in, linked.
[[nodiscard]] std::string quotation(const Lookup& lookup, const RecordClaim& claim);
// "holds" → class name and sign of a verdict.
[[nodiscard]] std::string badge(Verdict verdict);

// The sections of the page.
[[nodiscard]] std::string findings_section(const Record& record, const Lookup& lookup);
[[nodiscard]] std::string series_section(const Record& record, const Lookup& lookup);
[[nodiscard]] std::string events_section(const Record& record, const Lookup& lookup);
[[nodiscard]] std::string reports_section(const Record& record, const Lookup& lookup,
                                          const PageOptions& options);
// The style sheet, the same for every page.
[[nodiscard]] std::string_view style_sheet();

}  // namespace tally
