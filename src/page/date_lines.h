// Where in a line its date stands → whether it is the report's own day, or the end of what it reports on.
//
//   "Bulletin | 17 March 2019"                 the report's day
//   "Quarterly report, period ended 30 June"   what its figures go up to
#pragma once

#include <string_view>

#include "tally/span.h"

namespace tally::page {

// Nothing or the day's name: "Saturday, 16 March 2024   No. 64".
[[nodiscard]] bool is_weekday_alone(std::string_view words);
// A date in a column of its own, wide blanks or a bar on both sides: "THE GAZETTE      3 October
// 2023      1.50".
[[nodiscard]] bool stands_in_column(std::string_view line, Span date);
// "Quarterly report, period ended 30 June 2023": the day that a report's figures go up to.
[[nodiscard]] bool closes_figures(std::string_view line, Span date);
// "Reporting period: 1-30 June 2023", "24 February – 1 March 2020": the end of a stretch.
[[nodiscard]] bool ends_stretch(std::string_view line, Span date);
// "Treasurer's report, Lake Ostra, 18 November 2023", "STORM UPDATE – Sunday 14 January 2018, 6 pm": the line
// ends with its date, set off from what stands before.
[[nodiscard]] bool closes_with_date(std::string_view line, Span date);
// The same of a title, which may as well end with the day of what it tells of: with the day of the week, the
// hour, or the place before.
[[nodiscard]] bool closes_title(std::string_view line, Span date);
// "… the year to March. By Ada Berg, legal editor, 18 June 2020": a byline run into the first paragraph.
[[nodiscard]] bool closes_byline(std::string_view line, Span date);

}  // namespace tally::page
