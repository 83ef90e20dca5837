// The dates that a page prints about itself, in the common notations of many languages.
//
//   "Published: 12 April 2016 Updated April 13, 2016 10:30"  → 2016-04-12, 2016-04-13
//   "2016/04/12"  "12.04.2016"  "20160412T1030"  "2016년 4월 12일"  "12. dubna 2016"
//
// Only dates with a year from 1900 to 2100 are found; those of the running text are the mention
// stage's business.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "tally/edtf.h"
#include "tally/span.h"

namespace tally::page {

struct PageDate {
  Date date;
  Span span;
};

// How "04/05/2016" is read where nothing else tells.
enum class SlashOrder : std::uint8_t { day_first, month_first };

// Whether a text has what every notation has: four digits in a row, or two marks behind digits ("12/4/16").
// Most lines have neither.
[[nodiscard]] bool may_hold_date(std::string_view text);
// All dates of `text`, in order, at most `limit`. Linear.
[[nodiscard]] std::vector<PageDate> find_page_dates(std::string_view text, SlashOrder order,
                                                    std::size_t limit = 64);
// ", No. 2 (Year 61)": the number of an issue, as a paper prints it behind its month, and nothing else.
[[nodiscard]] bool is_issue_number(std::string_view words);
// The date that `text` begins with (after white space, a weekday), as machine-readable
// attributes give it; nullopt where there is none.
[[nodiscard]] std::optional<Date> read_date(std::string_view text, SlashOrder order = SlashOrder::day_first);

}  // namespace tally::page
