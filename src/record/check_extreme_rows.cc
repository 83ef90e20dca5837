// Superlatives that no figure of their own decides, held against the rows of the record.
//
//   "268 in 2022, 291 in 2023. That is the highest number since at least 2019"     beside the row of another
//   report, 281 in 2019, 258, 242, 268, 291
//
// They hold by it where every number since then stands on record, and never fail: another row may be meant.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "record/nearby.h"
#include "record/scopes.h"
#include "record/trend_rows.h"

namespace tally {
namespace {

// The stop that a number beside the claim is of; the last of them.
const Stop* shown_in(const Sheet& sheet, Index claim, const Row& row) {
  constexpr int kReach = 1;
  const Stop* shown = nullptr;
  for (const Index i : figures_near(sheet, claim, kReach)) {
    const Claim& c = sheet.claim(i);
    for (const Stop& stop : row.stops) {
      const bool it = c.value->best && stop.point->chosen().value.best == c.value->best && c.period &&
                      c.period->known() && stop.at.overlaps(*c.period);
      if (it && (shown == nullptr || shown->at < stop.at)) shown = &stop;
    }
  }
  return shown;
}

// From the time that the words reach back to, to what is shown; empty where one is missing.
std::vector<Stop> covered(const Row& row, const Stop& shown, const Period& since) {
  std::vector<Stop> stops;
  for (const Stop& stop : row.stops) {
    if (stop.at.last_day() >= since.first_day() && stop.at.first_day() <= shown.at.first_day())
      stops.push_back(stop);
  }
  const auto step = [](const Stop& a, const Stop& b) { return steps_between(a.at, b.at); };
  for (std::size_t s = 1; s < stops.size(); ++s) {
    if (step(stops[s - 1], stops[s]) != step(stops[0], stops[1])) return {};
  }
  const bool reaches = !stops.empty() && stops.front().at.overlaps(since);
  return reaches && stops.size() > 1 && stops.back().at == shown.at ? stops : std::vector<Stop>();
}

// "Since 2019" does not count that year itself: it may have been higher then.
bool is_extreme(const std::vector<Stop>& stops, bool lowest) {
  const Decimal own = *stops.back().point->chosen().value.best;
  return std::ranges::all_of(stops.begin() + 1, stops.end() - 1, [&](const Stop& stop) {
    const Decimal there = *stop.point->chosen().value.best;
    return lowest ? own < there : own > there;
  });
}

std::optional<Draft> judge(const Checks& checks, Index claim, const std::vector<Row>& rows) {
  const Sheet& sheet = checks.sheet;
  const ComparisonDetail& detail = *sheet.claim(claim).comparison;
  const bool lowest = detail.sense == "lowest";
  for (const Row& row : rows) {
    const Stop* shown = shown_in(sheet, claim, row);
    if (shown == nullptr) continue;
    const std::vector<Stop> stops = covered(row, *shown, *detail.since);
    if (stops.size() < 3 || !is_extreme(stops, lowest)) continue;
    Draft draft{.verdict = Verdict::holds,
                .kind = "superlative",
                .claim = claim,
                .against = {},
                .explanation = said(shown->point->chosen().value, shown->at) + " is the " +
                               (lowest ? "lowest" : "highest") + " of the " + std::to_string(stops.size()) +
                               " values on record since " + said(*detail.since),
                .suspect = "",
                .rank = Rank::plain,
                .relative_size = std::nullopt};
    for (const Stop& stop : stops)
      draft.against.push_back(stop.point->claim_near(sheet, sheet.claims[claim].document));
    return draft;
  }
  return std::nullopt;
}

bool reaches_back(const Claim& claim) {
  if (claim.kind != ClaimKind::comparison || !claim.comparison || claim.modality != Modality::observed)
    return false;
  const ComparisonDetail& detail = *claim.comparison;
  const bool extreme = detail.sense == "highest" || detail.sense == "lowest" || detail.sense == "record";
  return extreme && !detail.rank && detail.since && detail.since->known() && detail.since->from.known();
}

}  // namespace

void check_extreme_rows(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  std::map<Id, std::size_t> open;
  for (std::size_t f = 0; f < checks.findings.size(); ++f) {
    const Finding& finding = checks.findings[f];
    if (finding.kind == "superlative" && finding.verdict == Verdict::cannot_tell) open[finding.claim] = f;
  }
  std::optional<RowFinder> rows;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const auto found =
        sheet.out[i] || !reaches_back(sheet.claim(i)) ? open.end() : open.find(sheet.claims[i].id);
    if (found == open.end()) continue;
    if (!rows) rows.emplace(checks);
    auto draft = judge(checks, i, rows->rows_for(i));
    if (!draft) continue;
    add(checks, std::move(*draft));
    checks.findings[found->second] = std::move(checks.findings.back());
    checks.findings.pop_back();
  }
}

}  // namespace tally
