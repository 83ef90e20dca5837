// What the checks have in common: findings with ids and order, subjects, words.
#include "record/checks.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "record/assemble.h"
#include "record/ids.h"
#include "record/strata.h"
#include "record/trend_rows.h"

namespace tally {
namespace {

bool same_measure(const Claim& a, const Claim& b) {
  return a.measure.population == b.measure.population && a.measure.property == b.measure.property &&
         a.measure.place == b.measure.place && a.measure.origin == b.measure.origin;
}

// How well a figure of the same report fits as the subject of a change or comparison; 0: not.
int fit(const Claim& claim, const Claim& figure) {
  const bool same_words = same_measure(claim, figure) && !(claim.measure == Measure{});
  const bool same_unit = claim.unit.empty() || claim.unit == figure.unit;
  if (!same_unit || figure.unit == "percent") return 0;
  int score = 0;
  const auto number = number_of(*figure.value);
  if (claim.change && claim.change->to && number == claim.change->to) score += 4;
  if (claim.quote.overlaps(figure.quote)) score += 2;
  if (same_words) score += 3;
  if (claim.period && claim.period == figure.period) score += 1;
  return same_words || score >= 4 ? score : 0;
}

// What is said of a number fails by no time that its report does not give.
bool hangs_on_borrowed_time(const Sheet& sheet, const Draft& draft) {
  if (sheet.claim(draft.claim).kind == ClaimKind::figure) return false;
  const Index subject = subject_of(sheet, draft.claim);
  return (subject != kNone && sheet.borrowed[subject]) ||
         std::ranges::any_of(draft.against, [&](Index i) { return i != kNone && sheet.borrowed[i]; });
}

// What comes out, or is explained, holds for each of its numbers.
bool speaks_for_all(const Finding& f) {
  constexpr int kNear = 30;  // percent: what lies further apart is hardly one thing
  if (f.verdict == Verdict::holds) return f.kind == "sum" || f.kind == "share";
  const bool counted_twice = f.kind == "revision" || f.kind == "difference";
  return f.verdict == Verdict::explained && counted_twice && f.against.size() == 1 && f.relative_size &&
         *f.relative_size <= Decimal(kNear);
}

// A sum that comes out speaks for its whole and for each of its parts, what explains one of two counts for
// the other too: whoever asks for one of them finds it.
void tell_of_each(std::vector<Finding>& findings) {
  std::set<std::pair<Id, std::string>> told;
  std::set<Id> settled;
  for (const Finding& f : findings) {
    told.emplace(f.claim, f.kind);
    if (f.verdict == Verdict::fails || f.verdict == Verdict::explained) settled.insert(f.claim);
  }
  const std::size_t count = findings.size();
  for (std::size_t f = 0; f < count; ++f) {
    if (!speaks_for_all(findings[f])) continue;
    for (const Id& member : std::vector<Id>(findings[f].against)) {
      if (findings[f].verdict == Verdict::explained && settled.contains(member)) continue;
      if (!told.emplace(member, findings[f].kind).second) continue;
      Finding other = findings[f];
      std::ranges::replace(other.against, member, findings[f].claim);
      other.claim = member;
      other.id = hashed_id('f', other.kind + ' ' + member);
      findings.push_back(std::move(other));
    }
  }
}

// Of several numbers that one count is told to differ from, in the same way, the nearest is meant.
void keep_nearest(std::vector<Finding>& findings) {
  std::map<Id, std::size_t> first;
  for (std::size_t f = 0; f < findings.size(); ++f) {
    const Finding& other = findings[f];
    if (other.verdict != Verdict::explained || !other.relative_size) continue;
    const auto [known, fresh] = first.emplace(other.id, f);
    if (!fresh && other.relative_size < findings[known->second].relative_size)
      std::swap(findings[known->second], findings[f]);
  }
}

}  // namespace

bool is_of_change(const Finding& finding) {
  return finding.kind == "direction" || finding.kind == "percent" || finding.kind == "difference_by" ||
         finding.kind == "factor";
}

void add(Checks& checks, Draft draft) {
  if (draft.verdict == Verdict::fails && hangs_on_borrowed_time(checks.sheet, draft)) {
    draft.verdict = Verdict::cannot_tell;
    draft.suspect = "";
    draft.explanation += "; the time is what another report gives the number";
  }
  Finding f;
  f.verdict = draft.verdict;
  f.kind = draft.kind;
  f.claim = checks.sheet.claims[draft.claim].id;
  for (const Index i : draft.against) {
    if (i == kNone || i == draft.claim) continue;
    const Id& id = checks.sheet.claims[i].id;
    if (std::ranges::find(f.against, id) == f.against.end()) f.against.push_back(id);
  }
  f.explanation = std::move(draft.explanation);
  f.suspect = draft.suspect;
  f.rank = static_cast<std::uint8_t>(draft.rank);
  f.relative_size = draft.relative_size;
  f.id = hashed_id('f', f.kind + ' ' + f.claim);
  checks.findings.push_back(std::move(f));
}

bool rests_on(const Sheet& sheet, const Finding& finding, Index a, Index b) {
  const auto names = [&](Index claim) {
    const Id& id = sheet.claims[claim].id;
    return finding.claim == id || std::ranges::find(finding.against, id) != finding.against.end();
  };
  return names(a) && names(b);
}

bool is_borne_out(const Checks& checks, Index claim) {
  const Id& id = checks.sheet.claims[claim].id;
  return std::ranges::any_of(checks.findings, [&](const Finding& f) {
    const bool reckoned =
        f.kind == "sum" || f.kind == "share" || f.kind == "percent" || f.kind == "difference_by";
    return f.verdict == Verdict::holds && reckoned &&
           (f.claim == id || std::ranges::find(f.against, id) != f.against.end());
  });
}

bool at_other_times(const Claim& a, const Claim& b) {
  return a.period && b.period && a.period->known() && b.period->known() && !a.period->overlaps(*b.period);
}

Index subject_of(const Sheet& sheet, Index claim) {
  const Claim& c = sheet.claim(claim);
  const Index tied = sheet.tied(claim, c.about);
  if (tied != kNone && sheet.claim(tied).kind == ClaimKind::figure) return tied;
  const Index document = sheet.claims[claim].document;
  const Index begin = sheet.first_claim[document];
  Index best = kNone;
  int best_fit = 0;
  for (Index i = begin; i < begin + sheet.documents[document].claims.size(); ++i) {
    if (!sheet.counts(i)) continue;
    const int score = fit(c, sheet.claim(i));
    if (score > best_fit) {
      best = i;
      best_fit = score;
    }
  }
  return best;
}

std::vector<Index> likely_subjects(const Sheet& sheet, Index claim) {
  const Claim& c = sheet.claim(claim);
  const Index begin = sheet.first_claim[sheet.claims[claim].document];
  const auto end = begin + sheet.document_of(claim).claims.size();
  std::vector<Index> found;
  for (Index i = begin; i < end; ++i) {
    const Claim& figure = sheet.claim(i);
    if (!sheet.counts(i) || sheet.variable[i] == kNone || figure.unit == "percent") continue;
    if (c.period && figure.period == c.period) found.push_back(i);
  }
  const auto distance = [&](Index i) {
    const auto a = static_cast<std::int64_t>(sheet.claim(i).quote.begin);
    return std::abs(a - static_cast<std::int64_t>(c.quote.begin));
  };
  std::ranges::stable_sort(found, {}, distance);
  constexpr std::size_t kFew = 6;
  if (found.size() > kFew) found.resize(kFew);
  return found;
}

std::string said(const Period& period) {
  if (period.open_from) return "up to " + period.to.to_string();
  if (period.open_to) return "since " + period.from.to_string();
  return period.to_string();
}

std::string said(const Value& value, const std::optional<Period>& period) {
  return in_words(value) + (period && period->known() ? " in " + said(*period) : "");
}

void check(Sheet& sheet, const Subjects& subjects) {
  const Chart chart = draw_chart(sheet);
  Checks checks{sheet, chart, subjects, sheet.findings};
  check_changes(checks);
  check_stray_changes(checks);
  check_printed_bases(checks);
  check_beside_changes(checks);
  check_comparisons(checks);
  check_trend_rows(checks);
  check_extreme_rows(checks);
  check_sums(checks);
  check_shares(checks);
  check_fractions(checks);
  check_open_shares(checks);
  check_told_comparisons(checks);
  check_rates(checks);
  check_periods(checks);
  check_rivals(checks);
  check_counterparts(checks);
  check_told_gaps(checks);
  check_accounts(checks);
  check_corrections(checks);
  check_reckoned_slips(checks);
  check_slips(checks);
  check_tolls(checks);
  check_recounts(checks);
  check_titles(checks);
  check_own_slips(checks);
  check_overfull_lists(checks);
  check_calendar(checks);
  check_coincidences(checks);
  check_far_sums(checks);
  check_row_totals(checks);
  check_closed_lists(checks);
  check_echoes(checks);
  check_versions(checks);
  tell_of_each(checks.findings);
  // One finding for each claim and kind; what fails first.
  std::ranges::stable_sort(sheet.findings, comes_first);
  keep_nearest(sheet.findings);
  std::set<Id> told;
  std::set<Id> explained;
  for (const Finding& f : sheet.findings) {
    if (f.verdict != Verdict::cannot_tell) told.insert(f.claim);
    if (f.verdict == Verdict::explained) explained.insert(f.claim);
  }
  std::vector<Finding> kept;
  std::set<Id> seen;
  for (Finding& f : sheet.findings) {
    // What one check settles, another need not leave open.
    if (f.verdict == Verdict::cannot_tell && is_of_change(f) && told.contains(f.claim)) continue;
    if (f.verdict == Verdict::cannot_tell && f.kind == "difference" && explained.contains(f.claim)) continue;
    if (seen.insert(f.id).second) kept.push_back(std::move(f));
  }
  fold(sheet, kept);
  sheet.findings = std::move(kept);
}

}  // namespace tally
