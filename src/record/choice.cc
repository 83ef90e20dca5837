// The rival values of one point → the one that stands first. See rivals.h.
#include <algorithm>
#include <tuple>

#include "record/nearby.h"
#include "record/rivals.h"
#include "record/slots.h"
#include "record/told_corrections.h"
#include "tally/rounding.h"

namespace tally {
namespace {

// When a value was last given by a report that does not know the other: "the survey of 2019 said 690. Now it
// is 703" gives no more than what the first had been.
Date last_without(const Sheet& sheet, const Rival& rival, const Rival& other) {
  Date last;
  for (const Index document : rival.documents) {
    const Date date = sheet.documents[document].published.date;
    if (!other.documents.contains(document) && date.known() && (!last.known() || date > last)) last = date;
  }
  return last;
}

// Of vintages of one row the latest stands.
void choose_latest(const Sheet& sheet, std::vector<Rival>& rivals) {
  std::size_t latest = 0;
  for (std::size_t r = 1; r < rivals.size(); ++r) {
    const Rival& rival = rivals[r];
    if (rival.cause != Cause::revision || !is_exact(rival.value)) continue;
    const bool shared = share_a_report(rival, rivals[latest]);
    if (shared && !are_told_anew(sheet, rival, rivals[latest])) continue;
    const Date before = last_without(sheet, rivals[latest], rival);
    // A report without a date that gives both corrects those that give the one.
    const bool undated = !before.known() || !rival.first_vintage.known();
    const bool knows_better =
        shared && undated && std::ranges::includes(rivals[latest].documents, rival.documents);
    if (knows_better || (before.known() && rival.first_vintage > before)) latest = r;
  }
  if (latest == 0) return;
  rivals[0].cause = Cause::revision;
  rivals[latest].cause = Cause::none;
  std::rotate(rivals.begin(), rivals.begin() + static_cast<std::ptrdiff_t>(latest),
              rivals.begin() + static_cast<std::ptrdiff_t>(latest) + 1);
}

// "Corrected to 356 from 352": the report that gives both says which one stands.
bool takes_the_place(const Sheet& sheet, const Rival& now, const Rival& before) {
  return std::ranges::any_of(before.claims, [&](Index old) {
    if (!is_replaced(sheet, old)) return false;
    return std::ranges::any_of(now.claims, [&](Index i) {
      return sheet.claims[i].document == sheet.claims[old].document && sentences_between(sheet, i, old) == 0;
    });
  });
}

void choose_corrected(const Sheet& sheet, std::vector<Rival>& rivals) {
  for (std::size_t r = 1; r < rivals.size(); ++r) {
    if (rivals[r].cause != Cause::revision || !takes_the_place(sheet, rivals[r], rivals[0])) continue;
    std::swap(rivals[0], rivals[r]);
    std::swap(rivals[0].cause, rivals[r].cause);
    return;
  }
}

// How many periods of the line a report gives: one that prints the row whole is nearer to its source than one
// that quotes a number of it.
std::size_t row_of(const std::map<Period, std::vector<Index>>& points, const Sheet& sheet,
                   const Rival& rival) {
  std::size_t most = 0;
  for (const Index document : rival.documents) {
    const auto gives = [&](const auto& point) {
      return std::ranges::any_of(point.second, [&](Index i) { return sheet.claims[i].document == document; });
    };
    most = std::max(most, static_cast<std::size_t>(std::ranges::count_if(points, gives)));
  }
  return most;
}

std::size_t reports_that_give(const Givers& givers, const Sheet& sheet, const Rival& rival) {
  const Claim& c = sheet.claim(rival.claims.front());
  if (!c.period || !rival.value.best) return 0;
  const auto known = givers.find({unit_key(c.unit), *c.period, *rival.value.best});
  return known == givers.end() ? 0 : known->second.size();
}

// Of two numbers one of which is a slip, that of the longer row stands, where as many sources give either.
void choose_row(const Points& points, const Sheet& sheet, const Givers& givers, std::vector<Rival>& rivals) {
  for (std::size_t r = 1; r < rivals.size(); ++r) {
    if (rivals[r].cause != Cause::swapped || rivals[r].origins.size() < rivals[0].origins.size() ||
        rivals[r].documents.size() < rivals[0].documents.size())
      continue;
    const std::size_t givers_here = reports_that_give(givers, sheet, rivals[r]);
    const std::size_t givers_there = reports_that_give(givers, sheet, rivals[0]);
    if (givers_here < givers_there ||
        (givers_here == givers_there && row_of(points, sheet, rivals[r]) <= row_of(points, sheet, rivals[0])))
      continue;
    std::swap(rivals[0], rivals[r]);
    std::swap(rivals[0].cause, rivals[r].cause);
    return;
  }
}

}  // namespace

Givers givers_of(const Sheet& sheet) {
  Givers givers;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (sheet.counts(i) && c.period && c.period->known() && is_exact(*c.value))
      givers[{unit_key(c.unit), *c.period, *c.value->best}].insert(sheet.claims[i].document);
  }
  return givers;
}

bool is_preferred(const Sheet& sheet, const Rival& rival) {
  return std::ranges::any_of(rival.claims, [&](Index i) { return sheet.preferred[i]; });
}

void sort_by_support(const Sheet& sheet, std::vector<Rival>& rivals) {
  std::ranges::stable_sort(rivals, [&](const Rival& a, const Rival& b) {
    const auto rank = [&](const Rival& r) {
      return std::tuple(is_preferred(sheet, r), is_exact(r.value), r.origins.size(), r.documents.size());
    };
    if (rank(a) != rank(b)) return rank(a) > rank(b);
    if (a.first_vintage != b.first_vintage && a.first_vintage.known() && b.first_vintage.known()) {
      return a.first_vintage < b.first_vintage;
    }
    return a.claims.front() < b.claims.front();
  });
}

void choose_by_cause(const Points& points, const Sheet& sheet, const Givers& givers,
                     std::vector<Rival>& rivals) {
  if (is_preferred(sheet, rivals[0])) return;
  choose_latest(sheet, rivals);
  choose_corrected(sheet, rivals);
  choose_row(points, sheet, givers, rivals);
}

}  // namespace tally
