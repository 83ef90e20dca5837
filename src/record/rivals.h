// Of the rival values of one point: why one is not the chosen one, and which is chosen.
//
//   2009: 2,952 in a report of 2010, 2,914 in one of 2016     a revision; the later stands
//   2019: 1,047 and 1,074 in two reports of one month         two digits changed places
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "record/chart.h"

namespace tally {

using Points = std::map<Period, std::vector<Index>>;  // claims of one variable

// The reports that give a number of a unit for a time, whatever words they have for it.
using Givers = std::map<std::tuple<std::string, Period, Decimal>, std::set<Index>>;
[[nodiscard]] Givers givers_of(const Sheet& sheet);

// Why `other` is not the chosen value (causes.cc).
[[nodiscard]] Cause cause_of(const Sheet& sheet, const Period& period, const Rival& best, const Rival& other);
[[nodiscard]] bool share_a_report(const Rival& a, const Rival& b);
// A report that gives both may say which took the place of which, where others give the one only.
[[nodiscard]] bool are_told_anew(const Sheet& sheet, const Rival& a, const Rival& b);

// Which value stands (choice.cc).
[[nodiscard]] bool is_preferred(const Sheet& sheet, const Rival& rival);
// Chosen before all reasoning: what a person prefers, then what most independent sources give.
void sort_by_support(const Sheet& sheet, std::vector<Rival>& rivals);
// Once the causes are known: the latest vintage, what a report corrects, the longer row.
void choose_by_cause(const Points& points, const Sheet& sheet, const Givers& givers,
                     std::vector<Rival>& rivals);

}  // namespace tally
