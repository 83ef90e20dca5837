// Claims → points with rivals: the chosen value first, and why each other differs.
#include "record/chart.h"

#include <algorithm>
#include <tuple>

#include "record/rivals.h"
#include "tally/rounding.h"

namespace tally {
namespace {

std::map<Index, Points> points_of(const Sheet& sheet) {
  std::map<Index, Points> all;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (sheet.variable[i] == kNone || !sheet.counts(i) || !c.period || !c.period->known()) continue;
    if (!c.value->printed() && !c.value->low && !c.value->high) continue;  // "dozens"
    all[sheet.variable[i]][*c.period].push_back(i);
  }
  return all;
}

void support(const Sheet& sheet, Index i, Rival& rival) {
  rival.documents.insert(sheet.claims[i].document);
  if (sheet.origin[i] != kNone) rival.origins.insert(sheet.origin[i]);
  const Date date = sheet.document_of(i).published.date;
  if (!date.known()) return;
  if (date > rival.vintage) rival.vintage = date;
  if (!rival.first_vintage.known() || date < rival.first_vintage) rival.first_vintage = date;
}

// Exact numbers first, the finer printed before the rounder, so that the rounder find them.
std::vector<Rival> rivals_among(const Sheet& sheet, std::vector<Index> claims) {
  const auto rank = [&](Index i) {
    const Value& v = *sheet.claim(i).value;
    return std::tuple(!is_exact(v), v.printed() ? last_unit(*v.printed(), v.step) : Decimal(0), i);
  };
  std::ranges::sort(claims, {}, rank);
  std::vector<Rival> rivals;
  for (const Index i : claims) {
    const Value& v = *sheet.claim(i).value;
    const auto same = std::ranges::find_if(rivals, [&](const Rival& r) {
      return r.value.modifier == v.modifier && r.value.best == v.best && r.value.low == v.low &&
             r.value.high == v.high;
    });
    const auto agrees = std::ranges::find_if(rivals, [&](const Rival& r) {
      const Rivalry how = rivalry(r.value, v);
      return how == Rivalry::agree || how == Rivalry::rounding;
    });
    if (same != rivals.end()) {
      same->claims.push_back(i);
      support(sheet, i, *same);
    } else if (agrees != rivals.end()) {
      agrees->rounded.push_back(i);
      support(sheet, i, *agrees);
    } else {
      rivals.push_back({v, {i}, {}, {}, {}, {}, {}, Cause::none, kNone});
      support(sheet, i, rivals.back());
    }
  }
  return rivals;
}

// The report gives the number for that time.
bool gives(const Sheet& sheet, const ChartPoint& point, Index document) {
  return std::ranges::any_of(point.chosen().claims,
                             [&](Index i) { return sheet.claims[i].document == document; });
}

// "The dead of 2018 numbered 701" against a report that has 655 for 2018 and 701 for 2019: the row knows
// better.
void set_row_right(const Sheet& sheet, ChartPoint& point, const ChartPoint& beside) {
  if (is_preferred(sheet, point.rivals[0]) || surprise(point.chosen().value) < 3 ||
      point.chosen().value.best != beside.chosen().value.best)
    return;
  for (std::size_t r = 1; r < point.rivals.size(); ++r) {
    const bool knows =
        is_exact(point.rivals[r].value) &&
        std::ranges::any_of(point.rivals[r].documents, [&](Index document) {
          return gives(sheet, beside, document) && !point.rivals[0].documents.contains(document);
        });
    if (!knows || point.rivals[r].documents.size() < point.rivals[0].documents.size()) continue;
    std::swap(point.rivals[0], point.rivals[r]);
    point.rivals[r].cause = Cause::unclear;  // find_neighbours says more
    point.rivals[0].cause = Cause::none;
    return;
  }
}

// A rival that is the chosen value of the period beside it was taken from the wrong row.
void find_neighbours(const Sheet& sheet, Line& line) {
  for (auto& [period, point] : line) {
    if (point.rivals.size() < 2) continue;
    for (const int step : {1, -1}) {
      const auto beside = period_before(period, step);
      const auto at = beside ? line.find(*beside) : line.end();
      if (at == line.end()) continue;
      set_row_right(sheet, point, at->second);
      for (Rival& rival : point.rivals) {
        if (rival.cause == Cause::none || rival.cause == Cause::authority || surprise(rival.value) < 3)
          continue;
        if (rival.value.best != at->second.chosen().value.best) continue;
        rival.cause = Cause::neighbour;
        rival.beside = at->second.chosen().claims.front();
      }
    }
  }
}

Standing standing_of(const ChartPoint& point) {
  bool revised = false;
  bool disputed = false;
  for (const Rival& rival : point.rivals) {
    revised = revised || rival.cause == Cause::revision || rival.cause == Cause::growing;
    disputed = disputed || rival.cause == Cause::authority || rival.cause == Cause::contradiction ||
               rival.cause == Cause::unclear;
  }
  if (disputed) return Standing::disputed;
  if (revised) return Standing::revised;
  if (point.chosen().documents.size() < 2) return Standing::single;
  return point.chosen().origins.size() < 2 ? Standing::repeated : Standing::agreed;
}

}  // namespace

bool is_slip(Cause cause) {
  return cause == Cause::swapped || cause == Cause::factor_ten || cause == Cause::neighbour;
}

Index ChartPoint::claim_near(const Sheet& sheet, Index document) const {
  for (const auto* claims : {&chosen().claims, &chosen().rounded}) {
    for (const Index i : *claims) {
      if (sheet.claims[i].document == document) return i;
    }
  }
  return chosen().claims.front();
}

const Line* Chart::line(Index variable) const {
  const auto at = lines.find(variable);
  return at == lines.end() ? nullptr : &at->second;
}

const ChartPoint* Chart::at(Index variable, const Period& period) const {
  const Line* found = line(variable);
  if (found == nullptr) return nullptr;
  const auto point = found->find(period);
  return point == found->end() ? nullptr : &point->second;
}

Chart draw_chart(const Sheet& sheet) {
  Chart chart;
  const Givers givers = givers_of(sheet);
  for (const auto& [variable, points] : points_of(sheet)) {
    Line& line = chart.lines[variable];
    for (const auto& [period, claims] : points) {
      ChartPoint point;
      point.rivals = rivals_among(sheet, claims);
      sort_by_support(sheet, point.rivals);
      for (std::size_t r = 1; r < point.rivals.size(); ++r) {
        point.rivals[r].cause = cause_of(sheet, period, point.rivals[0], point.rivals[r]);
      }
      choose_by_cause(points, sheet, givers, point.rivals);
      line.emplace(period, std::move(point));
    }
    find_neighbours(sheet, line);
    for (auto& [period, point] : line) point.standing = standing_of(point);
  }
  return chart;
}

}  // namespace tally
