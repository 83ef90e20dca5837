// From when a report speaks: what it says relative to its own date, and when that was → its date.
//
//   "last year", known to be 2015     2016
//   "on Thursday", known to be the 7th of April     April of that year
#pragma once

#include <optional>

#include "record/sheet.h"

namespace tally {

// The date of publication from which `relative` reaches `target`; nullopt where many would do.
[[nodiscard]] std::optional<Date> seen_from(const RelativeDate& relative, const Period& target);
// "In the first six months of this year": the one year from which it is the stretch that is known.
[[nodiscard]] std::optional<Date> year_seen_from(const RelativeDate& relative, const Period& target);

[[nodiscard]] inline bool hangs_on_publication(const Claim& claim) {
  return claim.relative && claim.relative->anchor == RelativeDate::Anchor::publication;
}
// "In March": of which year only the report's date tells.
[[nodiscard]] bool is_yearless(const Claim& claim);

[[nodiscard]] Date month_of(std::chrono::sys_days day);
[[nodiscard]] inline Date year_of(Date date) {
  return {date.year, 0, 0, false};
}

}  // namespace tally
