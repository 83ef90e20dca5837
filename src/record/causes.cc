// Two values of one point → why they differ: one was revised, is another authority's, or is a slip; or
// nothing explains it. See rivals.h.
#include <algorithm>
#include <chrono>
#include <set>

#include "record/nearby.h"
#include "record/rivals.h"
#include "record/told_corrections.h"
#include "tally/rounding.h"

namespace tally {
namespace {

// Reports further apart than this may quote different vintages of one row.
constexpr auto kVintage = std::chrono::days(30);

constexpr int kSlight = 15;  // percent: a recount seldom goes further

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

}  // namespace

bool share_a_report(const Rival& a, const Rival& b) {
  return std::ranges::any_of(b.documents, [&](Index d) { return a.documents.contains(d); });
}

bool are_told_anew(const Sheet& sheet, const Rival& a, const Rival& b) {
  return a.documents != b.documents && std::ranges::any_of(a.claims, [&](Index i) {
           return std::ranges::any_of(b.claims, [&](Index j) { return hints_at_correction(sheet, i, j); });
         });
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

}  // namespace tally
