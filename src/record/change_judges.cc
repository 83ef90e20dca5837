// See change_judges.h.
#include "record/change_judges.h"

#include <cmath>
#include <optional>
#include <utility>

#include "record/nearby.h"
#include "record/told_corrections.h"
#include "tally/rounding.h"

namespace tally {

Stand stand_at(const Checks& checks, const ChartPoint& point, const Period& period, Index claim) {
  // The report's own value first, the one that stands nearest: a report is held against its own
  // figures, "as many as in 2023, when there were 2,178" against that of the same sentence.
  const Sheet& sheet = checks.sheet;
  std::optional<std::pair<int, Stand>> own;
  for (const Rival& rival : point.rivals) {
    for (const Index i : rival.claims) {
      if (sheet.claims[i].document != sheet.claims[claim].document) continue;
      const int far = sentences_between(sheet, claim, i);
      // "Corrected to 356 from 352": what it was corrected from is held against nothing any more.
      if (!is_replaced(sheet, i) && (!own || far < own->first)) own = {far, {rival.value, period, i}};
    }
  }
  return own ? own->second : Stand{point.chosen().value, period, point.chosen().claims.front()};
}

std::optional<Judgement> judge_forward(Ends& ends, const ChangeDetail& change) {
  Judgement j = judge(ends, change);
  const auto& from = ends.from.period;
  const auto& to = ends.to.period;
  const bool backward = from && to && from->known() && to->known() && from->first_day() > to->last_day();
  if (j.fits || !backward) return j;
  std::swap(ends.from, ends.to);
  j = judge(ends, change);
  return j.fits ? std::optional(j) : std::nullopt;
}

bool is_wild(const ChangeDetail& change, Decimal from, Decimal to) {
  constexpr double kFarOff = 3.5;
  const auto apart = percent_apart(to, from);
  if (!change.percent || !apart || change.percent->is_zero() || apart->is_zero()) return false;
  const double ratio = apart->to_double() / change.percent->to_double();
  return ratio > kFarOff || ratio < 1 / kFarOff;
}

bool is_wild_amount(const ChangeDetail& change, Decimal from, Decimal to) {
  constexpr double kFarOff = 12;
  const auto apart = to.minus(from);
  if (!change.by || !apart || change.by->is_zero() || apart->is_zero()) return false;
  const double ratio = std::abs(apart->to_double() / change.by->to_double());
  return ratio > kFarOff || ratio < 1 / kFarOff;
}

}  // namespace tally
