// Ranks held against the series: "the second-highest since 2010". A record without gaps in which as many
// values lie beyond as the rank says makes such a claim hold; anything else cannot tell, and says how many
// there are.
#include <string>

#include "record/reckoning.h"
#include "record/scopes.h"

namespace tally {
// Every period from the first to the last is on record.
bool is_complete(const Scope& scope, const Period& last) {
  const auto steps = steps_between(scope.first, last);
  if (!steps || *steps < 0) return false;
  for (int s = 0; s <= *steps; ++s) {
    const auto period = period_before(last, s);
    if (!period || !scope.line().contains(*period)) return false;
  }
  return true;
}

void check_rank(Checks& checks, const Scope& scope) {
  const Sheet& sheet = scope.sheet;
  const Claim& claim = sheet.claim(scope.claim);
  const auto own = number_of(*sheet.claim(scope.figure).value);
  const bool lowest = claim.comparison->sense == "lowest";
  Draft draft{.verdict = Verdict::cannot_tell,
              .kind = "superlative",
              .claim = scope.claim,
              .against = {scope.figure},
              .explanation = {},
              .suspect = "",
              .rank = Rank::wide_claim,
              .relative_size = std::nullopt};
  int beyond = 0;
  for (const auto& [period, point] : scope.line()) {
    const auto& there = point.chosen().value.best;
    const bool covered = period.last_day() < scope.at.first_day() && period.grain() == scope.at.grain() &&
                         (!scope.bounded || period.first_day() >= scope.first.first_day());
    if (!covered || !own || !there || !(lowest ? *there < *own : *there > *own)) continue;
    ++beyond;
    draft.against.push_back(point.claim_near(sheet, sheet.claims[scope.claim].document));
  }
  draft.explanation = std::to_string(beyond) + (beyond == 1 ? " value" : " values") + " on record " +
                      (beyond == 1 ? "is " : "are ") + (lowest ? "lower" : "higher") + " than " +
                      said(*sheet.claim(scope.figure).value, scope.at);
  if (own && scope.bounded && is_complete(scope, scope.at) && beyond + 1 == *claim.comparison->rank) {
    draft.verdict = Verdict::holds;
    draft.rank = Rank::plain;
  } else {
    draft.explanation += ": it would take every value that the rank is among";
  }
  add(checks, std::move(draft));
}

}  // namespace tally
