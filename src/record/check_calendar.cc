// Dates that the calendar does not know: the weekday printed beside a day is not that day's.
//
//   "On Sunday 17 June 2023 …"     fails: 17 June 2023 was a Saturday
//
// The weekday or the day is a slip; the text alone does not say which.
#include <array>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "record/checks.h"

namespace tally {
namespace {

std::string_view name_of_weekday(int weekday) {
  constexpr std::array<std::string_view, 7> kNames{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
  return kNames.at(static_cast<std::size_t>(weekday - 1));
}

}  // namespace

void check_calendar(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const auto& misnamed = sheet.claim(i).misnamed_day;
    if (!misnamed || sheet.out[i]) continue;
    add(checks, {.verdict = Verdict::fails,
                 .kind = "date",
                 .claim = i,
                 .against = {},
                 .explanation = misnamed->day.to_string() + " was a " +
                                std::string(name_of_weekday(weekday(misnamed->day))) + ", not a " +
                                std::string(name_of_weekday(misnamed->weekday)),
                 .suspect = "report",
                 .rank = Rank::own_figures,
                 .relative_size = std::nullopt});
  }
}

}  // namespace tally
