// What a date says → the period it means in this report: seen from the day of publication, from the
// date spoken of last, or by itself.
//
//   "in April"    in a report of 2016-04-12                 2016-04, implied
//   "that year"   after "in 2013"                           2013, implied
//   "4 March 2016"                                          2016-03-04, printed
#pragma once

#include <optional>
#include <string_view>

#include "mention/when.h"
#include "tally/mention.h"

namespace tally::dates {

// From where the dates of a report are seen.
struct Viewpoint {
  Date published;
  RelativeDate::Pick prefer = RelativeDate::Pick::past;
  // A text that tells of the past in order, and prints its years: what is not printed whole is seen
  // from the date before, never from the day of publication.
  bool narrative = false;
  bool day_first = false;       // 04/03/2016 is 4 March
  std::optional<Period> focus;  // the date spoken of last
  bool under_year = false;      // a heading names the year
  // The year that the title or the first lines name, in a report without a day of its own.
  std::optional<Period> lead;
  std::optional<Period> told;  // the last of those that the story itself has come to
  std::optional<Period> day;   // the day spoken of last
  // The quarter or half that the report is about: the one its first lines print, or one that its story came
  // to.
  std::optional<Period> part;

  void speak_of(const std::optional<Period>& period) {
    focus = period;
    if (period && !period->interval && period->from.day != 0) day = period;
  }
};

struct Resolved {
  std::optional<Period> period;
  std::optional<Period> stretch;  // "later this month": the month, of which `period` is a part
  std::optional<RelativeDate> relative;
  Basis basis = Basis::printed;
};

// `pick` is what the tense says of dates that could be the last or the next.
[[nodiscard]] Resolved resolve_when(const When& when, std::uint32_t flags, const Viewpoint& viewpoint,
                                    RelativeDate::Pick pick, const grammar::Grammar& grammar);

// The year that two digits mean.
[[nodiscard]] int full_year(int two_digits, const Viewpoint& viewpoint);
// A length before (sign −1) or after a period, as fine as both allow.
[[nodiscard]] std::optional<Period> moved(const Period& from, const Length& length, int sign);
// The length as a relative date, where it is a count of one unit.
[[nodiscard]] std::optional<RelativeDate> relative_of(const Length& length);
// Quarters and halves are months in a Length: counts them as what they are.
void count_in_unit(RelativeDate& relative, const Length& length);

}  // namespace tally::dates
