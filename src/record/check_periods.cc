// Figures of one kind over different stretches of time: quarters and months against their year,
// flows against the running totals that they feed.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "record/checks.h"
#include "record/slots.h"

namespace tally {
namespace {

constexpr double kMeantToSum = 0.2;
constexpr double kRevision = 0.02;  // gaps up to this are what revisions leave behind

// The lines of one family: the same slots, whatever the stretch of time.
using Lines = std::vector<const Line*>;

std::map<Index, Lines> families(const Checks& checks) {
  std::map<Index, Lines> found;
  std::map<Index, Index> family_of;
  for (Index i = 0; i < checks.sheet.claims.size(); ++i) {
    if (checks.sheet.variable[i] != kNone && checks.sheet.family[i] != kNone) {
      family_of[checks.sheet.variable[i]] = checks.sheet.family[i];
    }
  }
  for (const auto& [variable, family] : family_of) {
    if (const Line* line = checks.chart.line(variable)) found[family].push_back(line);
  }
  return found;
}

const ChartPoint* find(const Lines& lines, const Period& period) {
  const ChartPoint* found = nullptr;
  for (const Line* line : lines) {
    const auto at = line->find(period);
    if (at == line->end() || !at->second.chosen().value.best) continue;
    if (found != nullptr) return nullptr;  // two lines give it: no telling which is the part
    found = &at->second;
  }
  return found;
}

std::vector<Period> quarters_of(int year) {
  return {Period::quarter(year, 1), Period::quarter(year, 2), Period::quarter(year, 3),
          Period::quarter(year, 4)};
}

std::vector<Period> months_of(const Period& period) {
  std::vector<Period> months;
  const int first = period.interval ? period.from.month : 1;
  const int last = period.interval ? period.to.month : 12;
  for (int m = first; m <= last; ++m)
    months.push_back(Period::of({period.from.year, static_cast<std::uint8_t>(m), 0, false}));
  return months;
}

// The ways to cut a stretch into equal parts.
std::vector<std::vector<Period>> cuts_of(const Period& period) {
  const int year = period.from.year;
  switch (period.grain()) {
    case Grain::year:
      if (period.interval) return {};
      return {quarters_of(year), {Period::half(year, 1), Period::half(year, 2)}, months_of(period)};
    case Grain::half:
      return period.from.month == 1
                 ? std::vector<std::vector<Period>>{{Period::quarter(year, 1), Period::quarter(year, 2)},
                                                    months_of(period)}
                 : std::vector<std::vector<Period>>{{Period::quarter(year, 3), Period::quarter(year, 4)},
                                                    months_of(period)};
    case Grain::quarter:
      return {months_of(period)};
    default:
      return {};
  }
}

bool flows(const Checks& checks, const ChartPoint& point) {
  return is_flow(checks.sheet.claim(point.chosen().claims.front()).measure.aggregate);
}

// All values are told by one report.
Index common_report(const std::vector<const ChartPoint*>& points) {
  std::set<Index> common = points.front()->chosen().documents;
  for (const ChartPoint* point : points) {
    std::erase_if(common, [&](Index d) { return !point->chosen().documents.contains(d); });
  }
  return common.empty() ? kNone : *common.begin();
}

// Of the values that reports give for the whole the one that the parts make up: "62 + 89 = 151" is no reason
// to doubt the 148 of the title, but one to trust the 151 of the text.
const Rival* rival_of(const ChartPoint& point, Decimal sum) {
  const auto fit =
      std::ranges::find_if(point.rivals, [&](const Rival& rival) { return rival.value.best == sum; });
  return fit == point.rivals.end() || fit->claims.empty() ? nullptr : &*fit;
}

// The report's own claim of the value, else the first.
Index claim_of(const Sheet& sheet, const Rival& rival, Index report) {
  const auto own =
      std::ranges::find_if(rival.claims, [&](Index i) { return sheet.claims[i].document == report; });
  return own == rival.claims.end() ? rival.claims.front() : *own;
}

void judge_cut(Checks& checks, const Period& whole, const ChartPoint& point, const std::vector<Period>& cut,
               const Lines& lines) {
  std::vector<const ChartPoint*> all = {&point};
  Decimal sum = 0;
  std::string words;
  for (const Period& period : cut) {
    const ChartPoint* part = find(lines, period);
    if (part == nullptr || !flows(checks, *part)) return;
    const auto next = sum.plus(*part->chosen().value.best);
    if (!next) return;
    sum = *next;
    words += (words.empty() ? "" : " + ") + in_words(part->chosen().value);
    all.push_back(part);
  }
  const Decimal year = *point.chosen().value.best;
  const Index report = common_report(all);
  const Rival* fit = rival_of(point, sum);
  Draft draft{
      .verdict = Verdict::holds,
      .kind = "sum",
      .claim = fit != nullptr ? claim_of(checks.sheet, *fit, report) : point.claim_near(checks.sheet, report),
      .against = {},
      .explanation = words + " = " + in_words(sum),
      .suspect = "",
      .rank = Rank::plain,
      .relative_size = percent_apart(sum, year)};
  for (std::size_t p = 1; p < all.size(); ++p)
    draft.against.push_back(all[p]->claim_near(checks.sheet, report));
  const Rivalry how = rivalry(point.chosen().value, Value::exact(sum));
  if (fit != nullptr || how == Rivalry::agree || how == Rivalry::rounding)
    return add(checks, std::move(draft));
  const double gap = year.is_zero() ? 1 : std::abs(sum.to_double() - year.to_double()) / year.to_double();
  if (gap > kMeantToSum) return;
  draft.explanation += ", not " + said(point.chosen().value, whole);
  draft.rank = Rank::wrong_period;
  if (report != kNone) {
    draft.verdict = Verdict::fails;
    draft.suspect = "report";
  } else if (gap <= kRevision) {
    draft.verdict = Verdict::explained;
    draft.explanation += ": such a gap is what a revision leaves between reports";
  } else {
    draft.verdict = Verdict::cannot_tell;
    draft.explanation += "; the reports may count to different dates";
  }
  add(checks, std::move(draft));
}

void check_cuts(Checks& checks, const Lines& lines) {
  for (const Line* line : lines) {
    for (const auto& [period, point] : *line) {
      if (!point.chosen().value.best || !flows(checks, point)) continue;
      for (const auto& cut : cuts_of(period)) judge_cut(checks, period, point, cut, lines);
    }
  }
}

bool is_exact_value(const ChartPoint& point) {
  return point.chosen().value.modifier == Modifier::exact && point.chosen().value.best;
}

bool is_total(const Checks& checks, const ChartPoint& point) {
  return checks.sheet.claim(point.chosen().claims.front()).measure.aggregate == Aggregate::total;
}

// The total at the end of a year, whether printed by the year or by its December.
const ChartPoint* total_at_end(const Checks& checks, const Lines& lines, int year) {
  const auto y = static_cast<std::int16_t>(year);
  for (const Date date : {Date{y, 0, 0, false}, Date{y, 12, 0, false}, Date{y, 12, 31, false}}) {
    const ChartPoint* point = nullptr;
    for (const Line* line : lines) {
      const auto at = line->find(Period::of(date));
      if (at != line->end() && is_total(checks, at->second)) point = &at->second;
    }
    if (point != nullptr && is_exact_value(*point)) return point;
  }
  return nullptr;
}

// total at the end − total a year before = flow of the year.
void check_totals(Checks& checks, const Lines& lines) {
  for (const Line* line : lines) {
    for (const auto& [period, point] : *line) {
      if (period.grain() != Grain::year || period.interval || !is_exact_value(point) || !flows(checks, point))
        continue;
      const ChartPoint* now = total_at_end(checks, lines, period.from.year);
      const ChartPoint* before = total_at_end(checks, lines, period.from.year - 1);
      if (now == nullptr || before == nullptr) continue;
      const Decimal flow = *point.chosen().value.best;
      const auto growth = now->chosen().value.best->minus(*before->chosen().value.best);
      if (!growth || flow.is_zero()) continue;
      const double gap = std::abs(growth->to_double() - flow.to_double()) / flow.to_double();
      if (gap > kMeantToSum) continue;
      const bool fits = *growth == flow;
      add(checks,
          {.verdict = fits ? Verdict::holds : Verdict::explained,
           .kind = "total",
           .claim = now->chosen().claims.front(),
           .against = {before->chosen().claims.front(), point.chosen().claims.front()},
           .explanation = "the total grew by " + in_words(*growth) + " to " + in_words(now->chosen().value) +
                          (fits ? ", as the year's " : "; the year's figure is ") + in_words(flow) +
                          (fits ? " says" : ": such a gap is what a revision leaves"),
           .suspect = "",
           .rank = fits ? Rank::plain : Rank::revision,
           .relative_size = percent_apart(*growth, flow)});
    }
  }
}

}  // namespace

void check_periods(Checks& checks) {
  for (const auto& [family, lines] : families(checks)) {
    check_cuts(checks, lines);
    check_totals(checks, lines);
  }
}

}  // namespace tally
