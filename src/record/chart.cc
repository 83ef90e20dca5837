// Claims → points with rivals: the chosen value first, and why each other differs.
#include "record/chart.h"

#include <algorithm>
#include <tuple>

#include "record/nearby.h"
#include "record/slots.h"
#include "tally/rounding.h"

namespace tally {
namespace {

// Reports further apart than this may quote different vintages of one row.
constexpr auto kVintage = std::chrono::days(30);

constexpr int kSlight = 15;  // percent: a recount seldom goes further

using Points = std::map<Period, std::vector<Index>>;

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

bool is_preferred(const Sheet& sheet, const Rival& rival) {
  return std::ranges::any_of(rival.claims, [&](Index i) { return sheet.preferred[i]; });
}

// Chosen before all reasoning: what a person prefers, then what most independent sources give.
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

// Whose count it is: its named source, else the one source that its report names for the same row ("the
// operator registered 318 … in 2022 it reached 655"); kNone where nobody is named, or more than one.
Index authority(const Sheet& sheet, Index claim) {
  if (!sheet.claim(claim).attribution.empty()) return sheet.origin[claim];
  const Index document = sheet.claims[claim].document;
  const Index begin = sheet.first_claim[document];
  Index named = kNone;
  for (Index i = begin; i < begin + sheet.documents[document].claims.size(); ++i) {
    if (sheet.variable[i] != sheet.variable[claim] || sheet.claim(i).attribution.empty()) continue;
    if (named != kNone && sheet.origin[i] != named) return kNone;
    named = sheet.origin[i];
  }
  return named;
}

// The named sources of a value; empty where some claim has none.
std::set<Index> authorities(const Sheet& sheet, const Rival& rival) {
  std::set<Index> named;
  for (const Index i : rival.claims) {
    const Index source = authority(sheet, i);
    if (source == kNone) return {};
    named.insert(source);
  }
  return named;
}

bool other_authority(const Sheet& sheet, const Rival& a, const Rival& b) {
  const auto x = authorities(sheet, a);
  const auto y = authorities(sheet, b);
  // Two values in one report, one with a source of its own, are set against each other on purpose.
  const bool set_apart = a.documents.size() == 1 && a.documents == b.documents && (x.empty() != y.empty());
  if (set_apart) return true;
  if (x.empty() || y.empty()) return false;
  return std::ranges::none_of(x, [&](Index origin) { return y.contains(origin); });
}

// Told in one breath, however far apart: "6,007 … died; the Organization recorded 959".
bool side_by_side(const Sheet& sheet, const Rival& a, const Rival& b) {
  return std::ranges::any_of(a.claims, [&](Index i) {
    return std::ranges::any_of(b.claims, [&](Index j) { return sentences_between(sheet, i, j) == 0; });
  });
}

// "Corrected the number from 361 to 355": the report itself says that one count replaced the other.
bool stated_revision(const Sheet& sheet, const Rival& a, const Rival& b) {
  return std::ranges::any_of(a.claims, [&](Index i) {
    return std::ranges::any_of(b.claims, [&](Index j) {
      return sets_right(sheet, i, j) ||
             (near_in_size(a.value, b.value) && sentences_between(sheet, i, j) == 0 &&
              (tells_revision(sheet, i) || tells_revision(sheet, j)));
    });
  });
}

bool share_a_report(const Rival& a, const Rival& b) {
  return std::ranges::any_of(b.documents, [&](Index d) { return a.documents.contains(d); });
}

// A report that gives both may say which took the place of which, where others give the one only.
bool are_told_anew(const Sheet& sheet, const Rival& a, const Rival& b) {
  return a.documents != b.documents && std::ranges::any_of(a.claims, [&](Index i) {
           return std::ranges::any_of(b.claims, [&](Index j) { return hints_at_correction(sheet, i, j); });
         });
}

bool other_vintage(const Rival& a, const Rival& b, std::chrono::days least) {
  if (!a.vintage.known() || !b.vintage.known()) return false;
  // A date known to the month or year only may be any of its days.
  const auto gap_of = [](Date x, Date y) { return y.first_day() - x.last_day(); };
  return std::max(gap_of(a.vintage, b.first_vintage), gap_of(b.vintage, a.first_vintage)) >= least;
}

// How long after the one the other was first given.
std::chrono::days first_apart(const Rival& a, const Rival& b) {
  if (!a.first_vintage.known() || !b.first_vintage.known()) return std::chrono::days(0);
  return std::max(b.first_vintage.first_day() - a.first_vintage.last_day(),
                  a.first_vintage.first_day() - b.first_vintage.last_day());
}

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

bool one_variable_for_sure(const Sheet& sheet, const Rival& a, const Rival& b) {
  return std::ranges::any_of(a.claims, [&](Index i) {
    return std::ranges::any_of(b.claims, [&](Index j) { return sheet.core[i] == sheet.core[j]; });
  });
}

// A report that prints both numbers, neither in its title, knows what tells them apart.
bool known_to_one_report(const Sheet& sheet, const Rival& a, const Rival& b) {
  const auto titled = [&](Index i) { return sheet.claim(i).in_title; };
  if (a.documents == b.documents && a.documents.size() == 1) return false;
  if (std::ranges::any_of(a.claims, titled) || std::ranges::any_of(b.claims, titled)) return false;
  return share_a_report(a, b);
}

// Head-counts of one crowd differ by a factor, seldom by ten.
bool within_reach(const Rival& a, const Rival& b) {
  constexpr double kWildest = 8;
  const auto x = a.value.printed();
  const auto y = b.value.printed();
  return x && y && x->to_double() <= kWildest * y->to_double() && y->to_double() <= kWildest * x->to_double();
}

bool grows(Aggregate aggregate) {
  return aggregate == Aggregate::event || aggregate == Aggregate::total || aggregate == Aggregate::level;
}

// Years before the first report that gives either.
bool is_long_past(const Period& period, const Rival& best, const Rival& other) {
  constexpr auto kYears = std::chrono::days(5 * 365);
  if (!period.known() || period.open_to || !best.first_vintage.known() || !other.first_vintage.known())
    return false;
  return best.first_vintage.first_day() - period.last_day() > kYears &&
         other.first_vintage.first_day() - period.last_day() > kYears;
}

// The months and quarters of a running year are counted anew with every bulletin.
bool is_still_counted(const Period& period, const Rival& best) {
  constexpr auto kYear = std::chrono::days(365);
  const Grain grain = period.grain();
  return (grain == Grain::month || grain == Grain::quarter || grain == Grain::week) &&
         best.first_vintage.known() && best.first_vintage.first_day() - period.last_day() < kYear;
}

// "2,940 beds" and "2,490": recounts of three digits or more seldom go so far, and none by chance so.
bool is_wide(const Rival& best, const Rival& other) {
  const auto x = best.value.best;
  const auto y = other.value.best;
  const auto gap = x && y ? percent_apart(*y, *x) : std::nullopt;
  return gap && *gap > Decimal(5) && surprise(best.value) >= 3 && surprise(other.value) >= 3;
}

Cause cause_of(const Sheet& sheet, const Period& period, const Rival& best, const Rival& other) {
  const Rivalry how = rivalry(best.value, other.value);
  const bool sure = one_variable_for_sure(sheet, best, other) && !known_to_one_report(sheet, best, other);
  if (stated_revision(sheet, best, other)) return Cause::revision;
  const auto apart =
      best.value.best && other.value.best ? percent_apart(*other.value.best, *best.value.best) : std::nullopt;
  if (apart && *apart <= Decimal(kSlight) && share_a_report(best, other) && are_told_anew(sheet, best, other))
    return Cause::revision;
  const bool crowd =
      sheet.claim(best.claims.front()).measure.aggregate == Aggregate::event && within_reach(best, other);
  // Two authorities seldom give numbers that differ by two digits changed places, and nobody recounts
  // what is long past.
  if (how == Rivalry::swapped && (sure || is_long_past(period, best, other) || is_wide(best, other)))
    return Cause::swapped;
  if (other_authority(sheet, best, other) &&
      (how != Rivalry::far || crowd || side_by_side(sheet, best, other)))
    return Cause::authority;
  if (how == Rivalry::factor_ten && sure) return Cause::factor_ten;
  const bool counted_as_it_grows = grows(sheet.claim(best.claims.front()).measure.aggregate);
  const auto least = counted_as_it_grows              ? std::chrono::days(1)
                     : is_still_counted(period, best) ? std::chrono::days(7)
                                                      : kVintage;
  if (other_vintage(best, other, least)) return Cause::revision;
  // "The survey of 2019 said 690. Now it is 703": a report gives both, and an earlier one the first.
  if (how == Rivalry::near && known_to_one_report(sheet, best, other) && first_apart(best, other) >= least)
    return Cause::revision;
  // Hedges and bounds were never meant to the digit.
  if (how == Rivalry::far || !sure || !is_exact(best.value) || !is_exact(other.value)) return Cause::unclear;
  // What differs by more than a tenth is more often a part, or another scope, than a contradiction.
  const auto gap = percent_apart(*other.value.best, *best.value.best);
  if (!gap || *gap > Decimal(10)) return Cause::unclear;
  return Cause::contradiction;
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

// The reports that give a number of a unit for a time, whatever words they have for it.
using Givers = std::map<std::tuple<std::string, Period, Decimal>, std::set<Index>>;

Givers givers_of(const Sheet& sheet) {
  Givers givers;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (sheet.counts(i) && c.period && c.period->known() && is_exact(*c.value))
      givers[{unit_key(c.unit), *c.period, *c.value->best}].insert(sheet.claims[i].document);
  }
  return givers;
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
      if (!is_preferred(sheet, point.rivals[0])) {
        choose_latest(sheet, point.rivals);
        choose_corrected(sheet, point.rivals);
        choose_row(points, sheet, givers, point.rivals);
      }
      line.emplace(period, std::move(point));
    }
    find_neighbours(sheet, line);
    for (auto& [period, point] : line) point.standing = standing_of(point);
  }
  return chart;
}

}  // namespace tally
