// Superlatives and trends → the line and the stretch that they speak of.
#include "record/scopes.h"

#include <algorithm>
#include <map>
#include <set>

#include "record/nearby.h"
#include "record/rows.h"
#include "record/slots.h"
#include "record/trend_doubts.h"
#include "record/words.h"

namespace tally {
namespace {

int months_between(Date from, Date to) {
  return (to.year - from.year) * 12 + (to.month == 0 ? 1 : to.month) - (from.month == 0 ? 1 : from.month);
}

// The period of the same kind that `date` falls in.
std::optional<Period> reached(const Period& at, Date date) {
  const auto steps = steps_between(Period::of(date), at);
  return steps ? period_before(at, *steps) : std::nullopt;
}

// The figures that a superlative or trend speaks of: those it is tied to, else those of its report
// that share its words, else those that stand right before it ("Traffic has thus grown …").
struct Spoken {
  Index figure = kNone;
  bool firm = true;  // its words name it
  bool tied = true;  // it is the very figure, not one of its line
};

bool has_line(const Checks& checks, Index figure) {
  return figure != kNone && checks.sheet.variable[figure] != kNone &&
         checks.chart.line(checks.sheet.variable[figure]) != nullptr;
}

// What only fills a gap of the line makes it no longer.
std::size_t points_at(const Checks& checks, Index figure) {
  const Line& line = *checks.chart.line(checks.sheet.variable[figure]);
  return static_cast<std::size_t>(std::ranges::count_if(line, [&](const auto& point) {
    return !std::ranges::all_of(point.second.chosen().claims,
                                [&](Index i) { return bool(checks.sheet.filled[i]); });
  }));
}

Index by_words(const Checks& checks, Index claim) {
  const Sheet& sheet = checks.sheet;
  Words words;
  const Slots wanted = slots_of(sheet.claim(claim), words);
  if (wanted.core().empty()) return kNone;
  Index best = kNone;
  const Index begin = sheet.first_claim[sheet.claims[claim].document];
  for (Index i = begin; i < begin + sheet.document_of(claim).claims.size(); ++i) {
    if (!sheet.counts(i) || !has_line(checks, i) || sheet.claim(i).unit == "percent") continue;
    const Slots slots = slots_of(sheet.claim(i), words);
    if (!share(wanted.core(), slots.core()) || !places_agree(wanted.place, slots.place)) continue;
    if (best == kNone || points_at(checks, i) > points_at(checks, best)) best = i;
  }
  return best;
}

// The nearest sentence speaks, of its figures the latest period: "18.6 million this year, after 12.1".
Index right_before(const Checks& checks, Index claim) {
  constexpr int kReach = 2;
  const Sheet& sheet = checks.sheet;
  Index best = kNone;
  int best_far = kReach + 1;
  for (const Index i : figures_near(sheet, claim, kReach)) {
    const Claim& c = sheet.claim(i);
    if (!has_line(checks, i) || c.quote.begin > sheet.claim(claim).quote.begin || c.unit == "percent" ||
        points_at(checks, i) < 2 || !c.period || !c.period->known())
      continue;
    const int far = sentences_between(sheet, claim, i);
    if (far > best_far || (far == best_far && c.period->last_day() < sheet.claim(best).period->last_day()))
      continue;
    best = i;
    best_far = far;
  }
  return best;
}

// The one row of numbers that a report gives itself: a trend told in other words is that of its row.
Index only_row(const Checks& checks, Index claim) {
  constexpr std::size_t kRow = 4;
  const Sheet& sheet = checks.sheet;
  std::map<Index, std::set<Period>> rows;
  std::map<Index, Index> last;
  const Index begin = sheet.first_claim[sheet.claims[claim].document];
  for (Index i = begin; i < begin + sheet.document_of(claim).claims.size(); ++i) {
    if (!sheet.counts(i) || !has_line(checks, i)) continue;
    const auto& period = sheet.claim(i).period;
    if (!period || !period->known()) continue;
    rows[sheet.variable[i]].insert(*period);
    last[sheet.variable[i]] = i;
  }
  Index found = kNone;
  for (const auto& [variable, periods] : rows) {
    if (periods.size() < kRow) continue;
    if (found != kNone) return kNone;
    found = last[variable];
  }
  return found;
}

bool reaches_back(const Checks& checks, Index claim, Index figure) {
  const auto& since = checks.sheet.claim(claim).comparison->since;
  if (!since || !since->known()) return false;
  return checks.chart.line(checks.sheet.variable[figure])->begin()->first.first_day() <= since->last_day();
}

Spoken spoken_of(const Checks& checks, Index claim) {
  const ComparisonDetail& detail = *checks.sheet.claim(claim).comparison;
  const bool row =
      (detail.sense == "rising" || detail.sense == "falling") && (detail.each_step || detail.steps);
  const Index figure_told = subject_of(checks.sheet, claim);
  // "Has gone up every year since 2018": of the lines that may be meant the one that goes back so far.
  if (row) {
    const Index worded = by_words(checks, claim);
    const bool told = has_line(checks, figure_told) && reaches_back(checks, claim, figure_told);
    if (!told && worded != kNone && reaches_back(checks, claim, worded)) return {worded, true, false};
  }
  if (has_line(checks, figure_told) && (!row || points_at(checks, figure_told) > 1))
    return {figure_told, true, true};
  if (row) {
    if (const Index figure = only_row(checks, claim); figure != kNone) return {figure, true, false};
  }
  if (has_line(checks, figure_told)) return {figure_told, true, true};
  if (const Index figure = by_words(checks, claim); figure != kNone) return {figure, true, false};
  return {right_before(checks, claim), false, false};
}

// A trend told without a date runs to the last whole period that its report has a number for; where it has
// none to the last before it was written.
std::optional<Period> last_on(const Sheet& sheet, const Line& line, Index claim) {
  std::optional<Period> last;
  std::optional<Period> own;
  const Index document = sheet.claims[claim].document;
  const Date published = sheet.document_of(claim).published.date;
  for (const auto& [period, point] : line) {
    if (!steps_between(period, period)) continue;
    if (!published.known() || period.last_day() <= published.last_day()) last = period;
    const auto tells = [&](const Rival& rival) { return rival.documents.contains(document); };
    if (std::ranges::any_of(point.rivals, tells)) own = period;
  }
  if (own || !last || !published.known()) return own ? own : last;
  // What ended long before the report is not what it tells of.
  const auto length = last->last_day() - last->first_day();
  return published.first_day() - last->last_day() > 2 * length + std::chrono::days(31) ? std::nullopt : last;
}

bool is_trend(const Claim& claim) {
  return claim.comparison->sense == "rising" || claim.comparison->sense == "falling";
}

// "The most since 2013" beside a row that goes back so far, where the line of its figure does not.
std::optional<Line> row_of_extreme(const Checks& checks, Index claim, Index figure) {
  const Claim& c = checks.sheet.claim(claim);
  if (figure == kNone || !c.comparison->since || !c.comparison->since->known()) return std::nullopt;
  std::optional<Line> row = row_beside(checks.sheet, claim);
  const auto& at = checks.sheet.claim(figure).period;
  if (!row || !at || !at->known() || at->grain() != row->begin()->first.grain()) return std::nullopt;
  const Claim& last = checks.sheet.claim(row->rbegin()->second.chosen().claims.front());
  if (unit_key(last.unit) != unit_key(checks.sheet.claim(figure).unit)) return std::nullopt;
  const bool reaches = row->begin()->first.first_day() <= c.comparison->since->first_day();
  if (!reaches || (has_line(checks, figure) && points_at(checks, figure) >= row->size())) return std::nullopt;
  // What the claim speaks of closes the row.
  if (!row->contains(*at) && row->rbegin()->first.last_day() < at->first_day()) {
    ChartPoint point;
    point.rivals.push_back(
        {*checks.sheet.claim(figure).value, {figure}, {}, {}, {}, {}, {}, Cause::none, kNone});
    row->emplace(*at, std::move(point));
  }
  return row->contains(*at) ? row : std::nullopt;
}

// The steps up to `end` begin before that time and do not end before it.
bool is_of_run(const Period& end, std::int32_t steps, const Period& dated) {
  const auto begin = period_before(end, steps);
  return begin && begin->first_day() <= dated.first_day() && dated.last_day() <= end.last_day();
}

// "Fell for three years running: 96 in 2018, 71 in 2019, 38 in 2020": what it fell from stands before the
// row.
bool is_run(std::int32_t steps, std::size_t entries, const Period& end, const ComparisonDetail& detail,
            const std::optional<Period>& dated) {
  constexpr std::int32_t kLeast = 2;
  const bool begins = dated && steps >= kLeast && static_cast<std::size_t>(steps) + 1 == entries;
  const std::int32_t wanted = *detail.steps - (begins ? 1 : 0);
  return steps >= wanted && (!dated || is_of_run(end, wanted, *dated));
}

// "The payments rose for three years running", of a row that fell in its last year: told without a date, a
// run of so many steps is the last such run of the row; told with one, the last that this is of.
Period end_of_run(const Line& row, const ComparisonDetail& detail, const std::optional<Period>& dated) {
  const bool rising = detail.sense == "rising";
  const Line::value_type* before = nullptr;
  std::int32_t steps = 0;
  std::size_t entries = 0;
  Period end = row.rbegin()->first;
  for (const auto& entry : row) {
    // "102 in 2017. After that it fell for three years running": until 2020.
    if (detail.steps && detail.since && detail.since->from.known() &&
        steps_between(Period::of(detail.since->from), entry.first) == *detail.steps)
      return entry.first;
    const auto& now = entry.second.chosen().value.best;
    const bool moves =
        before != nullptr && now && before->second.chosen().value.best &&
        (rising ? *now > *before->second.chosen().value.best : *now < *before->second.chosen().value.best);
    steps = moves ? steps + 1 : 0;
    ++entries;
    if (detail.steps && is_run(steps, entries, entry.first, detail, dated)) end = entry.first;
    before = &entry;
  }
  return end;
}

// "The sixth monthly rise in a row" is none of years, one "for the third year running" none of quarters.
bool has_steps(const Sheet& sheet, Index claim, const Period& period) {
  const int months = months_told(sheet, claim, 0);
  const Grain grain = period.grain();
  const bool shorter = grain == Grain::week || grain == Grain::month || grain == Grain::quarter;
  if (months == 12) return !shorter || is_season(period);
  return months <= 0 || shorter;
}

// The report's own row beside a trend of several steps, where it tells more than the line on record.
std::optional<Line> row_for(const Checks& checks, Index claim, const Spoken& spoken) {
  const Claim& c = checks.sheet.claim(claim);
  if (!is_trend(c)) return row_of_extreme(checks, claim, spoken.figure);
  if (!c.comparison->each_step && !c.comparison->steps) return std::nullopt;
  std::optional<Line> row = row_beside(checks.sheet, claim);
  if (!row || !has_steps(checks.sheet, claim, row->begin()->first)) return std::nullopt;
  const Index figure = spoken.figure;
  // "The average fare fell for the third year running" beside a row of passengers.
  const Claim& first = checks.sheet.claim(row->begin()->second.chosen().claims.front());
  if (figure != kNone && spoken.tied && sentences_between(checks.sheet, claim, figure) == 0 &&
      unit_key(first.unit) != unit_key(checks.sheet.claim(figure).unit))
    return std::nullopt;
  const bool known = figure != kNone && has_line(checks, figure);
  // "The four years from 2018 saw a continuous rise": the time told is where the row begins.
  const bool begins = c.period && c.period->known() && *c.period == row->begin()->first;
  // What only stands near by must be told better by its line than by the row.
  const std::size_t least = row->size() + (spoken.firm ? 0 : 1);
  if (known && !begins && points_at(checks, figure) >= least) return std::nullopt;
  return row;
}

// How far back the words reach: "since 2011", "in seven years", "for the third year running".
void reach_back(Scope& scope, const ComparisonDetail& detail, const std::optional<Period>& on) {
  const bool extreme = detail.sense != "rising" && detail.sense != "falling";
  const std::optional<Period>& said_since = detail.since ? detail.since : on;
  if (said_since && said_since->known()) {
    const Date since = said_since->open_from ? said_since->to : said_since->from;
    if (const auto first = reached(scope.at, since)) {
      scope.first = *first;
      scope.bounded = true;
      scope.reach = "since " + since.to_string();
    }
  } else if (detail.years && !detail.steps) {
    Date since = scope.at.from;
    // "The lowest in seven years" is that of the seven, "in more than seven" of one before them too.
    const bool counted = !detail.span.empty() && ((detail.span[0] >= '1' && detail.span[0] <= '9') ||
                                                  detail.span.find(' ') == detail.span.rfind(' '));
    const int back = static_cast<int>(detail.years->to_double()) - (counted && extreme ? 1 : 0);
    since.year = static_cast<std::int16_t>(since.year - back);
    if (const auto first = reached(scope.at, since)) {
      scope.first = *first;
      scope.bounded = true;
      scope.reach = "in " + in_words(*detail.years) + " years";
    }
  } else if (detail.steps && *detail.steps > 0) {
    if (const auto first = period_before(scope.at, *detail.steps)) {
      scope.first = *first;
      scope.bounded = true;
    }
  }
}

}  // namespace

std::optional<int> steps_between(const Period& first, const Period& at) {
  const int months = months_between(first.from, at.from);
  if (is_season(at)) return months / 12;
  switch (at.grain()) {
    case Grain::year:
      return months / 12;
    case Grain::half:
      return months / 6;
    case Grain::quarter:
      return months / 3;
    case Grain::month:
      return months;
    default:
      return std::nullopt;
  }
}

std::optional<Scope> scope_of(const Checks& checks, Index claim) {
  const Sheet& sheet = checks.sheet;
  const Claim& c = sheet.claim(claim);
  auto [figure, firm, tied] = spoken_of(checks, claim);
  std::optional<Line> row = row_for(checks, claim, {figure, firm, tied});
  if (figure == kNone && !row) return std::nullopt;
  const bool extreme = !is_trend(c);
  // "Last year's toll was the lowest", in a report without a date: no year on record is known to be meant.
  if (extreme && !tied && c.relative && (!c.period || !c.period->known())) return std::nullopt;
  if (row && !extreme) {
    figure = row->rbegin()->second.claim_near(sheet, sheet.claims[claim].document);
    firm = true;
    tied = false;
  }
  const Line* line = row ? nullptr : checks.chart.line(sheet.variable[figure]);
  // "First since 2011" is said of its figure's period; the stretch says how far back it reaches.
  // "Since 2016, when there were five": that is no time of the trend itself.
  const auto& since_told = c.comparison->since;
  const bool from_since = is_trend(c) && c.period && since_told && since_told->from.known() &&
                          Period::of(c.period->from) == Period::of(since_told->from) && !c.period->interval;
  const bool reaches_on = c.period && (c.period->open_to || from_since);
  auto spoken = c.period && c.period->known() && !reaches_on ? c.period : sheet.claim(figure).period;
  const bool between = c.period && c.period->known() && c.period->interval && !c.period->open_from &&
                       c.period->grain() == Grain::none;
  if (row && extreme) {
    spoken = sheet.claim(figure).period;
  } else if (row && !between) {
    const bool dated = c.period && c.period->known() && c.period_basis == Basis::printed;
    spoken = end_of_run(*row, *c.comparison, dated ? c.period : std::nullopt);
  } else if (!row && is_trend(c) && !tied && (!c.period || !c.period->known() || reaches_on)) {
    spoken = last_on(sheet, *line, claim);
  }
  if (!spoken || !spoken->known()) return std::nullopt;
  if (is_trend(c) && !has_steps(sheet, claim, *spoken)) return std::nullopt;
  Scope scope{sheet, line, claim, figure, *spoken, *spoken, false, {}, firm, std::move(row)};
  if (scope.row && !extreme && !between && !c.comparison->since && !c.comparison->steps) {
    scope.first = scope.row->begin()->first;
    scope.bounded = true;
  }
  const ComparisonDetail& detail = *c.comparison;
  if (!spoken->open_from && spoken->to.known() && spoken->interval && spoken->grain() == Grain::none) {
    scope.at = Period::of(spoken->to);
    scope.first = Period::of(spoken->from);
    scope.bounded = true;
  }
  reach_back(scope, detail, reaches_on ? c.period : std::nullopt);
  return scope;
}

}  // namespace tally
