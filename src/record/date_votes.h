// What the claims of a report say for one date of it and another, and which of them is to be believed.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "record/sheet.h"

namespace tally {

inline constexpr int kEvidenceThatDates = 4;  // significant digits that coincide

struct Evidence {
  int digits = 0;
  std::set<Index> claims;
};
using Votes = std::map<Date, Evidence>;

void vote(Votes& votes, Date date, int digits, std::initializer_list<Index> claims);
// The year that all votes together tell, and within it the month or day, where some tell one: "last month"
// and "in January" speak of one report.
[[nodiscard]] std::optional<std::pair<Date, Evidence>> winner(const Votes& votes, int not_before);
// The date that the winner gives: a report that leaves the year out of its dates was written soon after the
// last of them.
[[nodiscard]] Date settled(const Sheet& sheet, Index document, const std::pair<Date, Evidence>& found);
// Dates the report, because of these claims.
void set_date(Sheet& sheet, Index document, Date date, const std::set<Index>& because);

}  // namespace tally
