// Changes held against figures: direction, percentage, amount, factor.
//
//   "dropped to 1514 in 2013" beside "1502 in 2012": 12 more than the year before, not a drop.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "record/change_bases.h"
#include "record/change_judges.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "tally/rounding.h"

namespace tally {
namespace {

std::optional<ChangeSubject> end_of(const Checks& checks, Index claim, Index subject) {
  const Claim& c = checks.sheet.claim(claim);
  ChangeSubject s;
  s.figure = subject;
  if (s.figure == kNone) return std::nullopt;
  const Claim& figure = checks.sheet.claim(s.figure);
  const auto& period = c.period && c.period->known() && !c.period->interval ? c.period : figure.period;
  const bool dated = period && period->known();
  if (!dated && !c.change->from) return std::nullopt;
  if (dated) s.period = *period;
  const ChartPoint* point = dated ? checks.chart.at(checks.sheet.variable[s.figure], *s.period) : nullptr;
  if (c.change->to) {
    s.to = {Value::exact(*c.change->to), s.period, s.figure};
    if (number_of(*figure.value) == c.change->to) s.to.value = *figure.value;
  } else if (!dated || figure.period == s.period) {
    s.to = {*figure.value, s.period, s.figure};
  } else if (point != nullptr) {
    s.to = stand_at(checks, *point, *s.period, claim);
  } else {
    return std::nullopt;
  }
  return s;
}

// A change that names no figure: one of those nearby that it fits, if any.
void look_around(Checks& checks, Index claim) {
  const ChangeDetail& change = *checks.sheet.claim(claim).change;
  if (!change.percent && !change.by && !change.factor) return;
  if (change.factor && change.base_period && !change.from && judge_row(checks, claim)) return;
  // "More than doubled" fits too much of what stands around it.
  if (!change.percent && !change.by && !change.from) return;
  if (change.from) {
    if (const auto latest = latest_after_base(checks, claim)) return judge_from(checks, claim, *latest);
  }
  for (const Index i : likely_subjects(checks.sheet, claim)) {
    if (change.from && checks.sheet.claim(i).value->printed() == change.from) continue;
    const auto subject = end_of(checks, claim, i);
    if (!subject) continue;
    const std::size_t before = checks.findings.size();
    if (change.from) {
      judge_from(checks, claim, *subject);
    } else {
      judge_against_record(checks, claim, *subject);
    }
    if (checks.findings.size() > before && checks.findings.back().verdict == Verdict::holds) return;
    checks.findings.resize(before);
  }
}

// "1,377 students or 0.6 % fewer": told twice, and neither is what changed.
bool is_told_twice(const Sheet& sheet, Index claim, Index figure) {
  constexpr std::size_t kFew = 3;  // words
  const std::uint32_t begin = number_end(sheet, figure);
  const std::uint32_t end = sheet.claim(claim).quote.begin;
  const std::string_view text = sheet.document_of(claim).text;
  if (!sheet.claim(claim).change->percent || begin >= end || end > text.size()) return false;
  const std::vector<std::string> between =
      plain_words(text.substr(begin, std::min<std::size_t>(end - begin, 80)));
  return !between.empty() && between.size() <= kFew && between.back() == "or";
}

// "By 5.3 points, and the length of cable has doubled, from 1,260 km": what was read for its base is of
// another thing.
bool has_foreign_base(const Sheet& sheet, Index claim) {
  if (sheet.claim(claim).unit != "percentage_point" || !sheet.claim(claim).change->from) return false;
  const Index base = base_told(sheet, claim);
  return *sheet.claim(claim).change->from > Decimal(100) ||
         (base != kNone && sheet.claim(base).unit != "percent");
}

// "Is holding 440. Dorchester holds 100 more than its capacity of 152": a limit is no earlier value, and what
// it is held against stands beside it.
bool is_limit_of_another(const Sheet& sheet, Index claim, Index figure) {
  const Claim& c = sheet.claim(claim);
  const Index base = base_told(sheet, claim);
  if (!c.change->from || c.change->to || c.change->base_period || base == kNone) return false;
  const Measure& limit = sheet.claim(base).measure;
  if (limit.property.empty() || limit.property == c.measure.property ||
      limit.population == c.measure.population)
    return false;
  return figure == kNone || sentences_between(sheet, claim, figure) != 0;
}

// "From 27.4 % to 23.1 %, or by 4.3 points, and the length of cable has doubled": points are of percentages.
bool is_of_shares_only(const Claim& change, const Claim& figure) {
  return change.unit == "percentage_point" && figure.unit != "percent";
}

}  // namespace

void check_changes(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.kind != ClaimKind::change || !c.change || sheet.out[i]) continue;
    const ChangeDetail& change = *c.change;
    // What a plan prints must add up too; only the record holds nothing to set it against.
    const bool planned = c.modality == Modality::planned || c.modality == Modality::forecast;
    if (c.modality != Modality::observed && !(planned && change.from)) continue;
    if (change.direction == Direction::unknown && !change.percent && !change.by && !change.factor) continue;
    if (has_foreign_base(sheet, i)) {
      if (change.by) judge_points(checks, i);
      continue;
    }
    if (change.from && !change.to && judge_between(checks, i)) continue;
    Index figure = subject_of(sheet, i);
    // "Has tripled since 2020, when it was 401": what it started from is not what it came to.
    if (figure != kNone && !change.to && change.from && sheet.claim(figure).value->printed() == change.from)
      figure = kNone;
    if (figure != kNone && (is_told_twice(sheet, i, figure) || is_of_shares_only(c, sheet.claim(figure))))
      continue;
    if (is_limit_of_another(sheet, i, figure)) continue;
    if (figure == kNone && !(change.from && change.to)) {
      look_around(checks, i);
      continue;
    }
    const auto subject = end_of(checks, i, figure);
    if (change.from && change.by && change.percent && !change.to && judge_by_itself(checks, i)) continue;
    if (change.from && change.to) {
      judge_within(checks, i, subject ? &*subject : nullptr);
    } else if (subject && change.from) {
      judge_from(checks, i, *subject);
    } else if (subject) {
      judge_against_record(checks, i, *subject);
    }
  }
}

}  // namespace tally
