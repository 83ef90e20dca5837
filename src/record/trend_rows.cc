// Sentences → rows of the record, by words and numbers.
#include "record/trend_rows.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <tuple>

#include "record/nearby.h"
#include "record/reckoning.h"
#include "record/shared_words.h"
#include "record/slots.h"
#include "record/trend_doubts.h"

namespace tally {
namespace {

constexpr int kBeside = 1;           // sentences
constexpr std::size_t kLeast = 3;    // stops of a row
constexpr std::size_t kCommon = 12;  // rows that have a word: of more it says nothing
constexpr std::size_t kFew = 2;

int months_from(Date from, Date to) {
  return (to.year - from.year) * 12 + (to.month == 0 ? 1 : to.month) - (from.month == 0 ? 1 : from.month);
}

// How long a stretch its numbers are of, days of one month alike: "on 1 October" of each year.
Grain kind_of(const Period& period) {
  if (is_season(period)) return Grain::season;
  return period.grain();
}

// Of days those of one date in several years, where most are: "1 October" of 2022, 2023 and 2024.
void keep_one_day(std::vector<Stop>& days) {
  std::map<std::pair<int, int>, std::size_t> count;
  for (const Stop& stop : days) ++count[{stop.at.from.month, stop.at.from.day}];
  for (const auto& [date, times] : count) {
    if (times < kLeast || times * 2 <= days.size()) continue;
    std::erase_if(days,
                  [&](const Stop& s) { return std::pair<int, int>(s.at.from.month, s.at.from.day) != date; });
    return;
  }
}

// The stops of the grain that most have, in order; what stood on a day counts by its month.
std::vector<Stop> stops_of(const Line& line) {
  std::map<Grain, std::vector<Stop>> by_grain;
  for (const auto& [period, point] : line) {
    if (period.open_from || period.open_to || !point.chosen().value.best) continue;
    by_grain[kind_of(period)].push_back({period, &point});
  }
  keep_one_day(by_grain[Grain::day]);
  std::vector<Stop> most;
  for (auto& [grain, stops] : by_grain) {
    if (grain != Grain::none && stops.size() > most.size()) most = std::move(stops);
  }
  return most;
}

// The distance that all but few neighbours keep; 0: none.
int even_distance(const std::vector<Stop>& stops) {
  std::map<int, std::size_t> count;
  for (std::size_t s = 1; s < stops.size(); ++s) ++count[months_from(stops[s - 1].at.from, stops[s].at.from)];
  for (const auto& [months, times] : count) {
    if (months > 0 && times * 3 >= (stops.size() - 1) * 2) return months;
  }
  return 0;
}

// The row has this rare number at its time.
bool gives(const Line& line, const Claim& figure) {
  constexpr int kRare = 4;  // digits
  if (!figure.period || !figure.period->known() || surprise(*figure.value) < kRare) return false;
  return std::ranges::any_of(line, [&](const auto& entry) {
    const auto& [period, point] = entry;
    return period.overlaps(*figure.period) && point.chosen().value.best == figure.value->best;
  });
}

}  // namespace

RowFinder::RowFinder(const Checks& checks) : checks_(checks) {
  const Sheet& sheet = checks.sheet;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Index variable = sheet.variable[i];
    const Line* line = variable == kNone ? nullptr : checks.chart.line(variable);
    if (line == nullptr || line->size() < kLeast || !sheet.counts(i)) continue;
    member_.try_emplace(variable, i);
    for (const Root root : slots_of(sheet.claim(i), words_).core()) {
      auto& variables = by_word_[root];
      if (std::ranges::find(variables, variable) == variables.end()) variables.push_back(variable);
    }
    const auto number = sheet.claim(i).value->best;
    if (number && surprise(Value::exact(*number)) >= 3) {
      auto& variables = by_number_[*number];
      if (std::ranges::find(variables, variable) == variables.end()) variables.push_back(variable);
    }
  }
}

void RowFinder::weigh_words(Index claim, std::map<Index, Row>& rows) {
  const Sheet& sheet = checks_.sheet;
  Roots told = words_.roots(words_up_to(sheet, claim));
  told = together(told, slots_of(sheet.claim(claim), words_).core());
  const Roots telling = words_.without_measures(told);
  for (const Root root : told) {
    const auto found = by_word_.find(root);
    // "The fare", "turnout": a measure names a row where hardly another is of it.
    const std::size_t most = includes(telling, {root}) ? kCommon : kFew;
    if (found == by_word_.end() || found->second.size() > most) continue;
    for (const Index variable : found->second) ++rows[variable].words;
  }
}

void RowFinder::weigh_numbers(Index claim, std::map<Index, Row>& rows) {
  const Sheet& sheet = checks_.sheet;
  for (const Index i : figures_near(sheet, claim, kBeside)) {
    const int near = kBeside + 1 - sentences_between(sheet, claim, i);
    const auto number = sheet.claim(i).value->best;
    if (sheet.variable[i] != kNone && member_.contains(sheet.variable[i])) {
      Row& row = rows[sheet.variable[i]];
      row.beside = std::max(row.beside, near);
      row.own = true;
    }
    const auto found = number ? by_number_.find(*number) : by_number_.end();
    if (found == by_number_.end()) continue;
    for (const Index variable : found->second) {
      if (unit_key(sheet.claim(member_[variable]).unit) != unit_key(sheet.claim(i).unit)) continue;
      Row& row = rows[variable];
      row.beside = std::max(row.beside, near);
      row.anchored = row.anchored || gives(*checks_.chart.line(variable), sheet.claim(i));
    }
  }
}

bool RowFinder::fits(Index claim, const Row& row) const {
  if (row.stops.size() < kLeast || row.months == 0) return false;
  constexpr std::uint32_t kBehind = 60;  // bytes
  const int wanted = months_told(checks_.sheet, claim, kBehind);
  if (wanted != 0 && wanted != row.months) return false;
  const bool share = checks_.sheet.claim(member_.at(row.variable)).unit == "percent";
  return !share || row.words > 0;
}

std::vector<Row> RowFinder::rows_for(Index claim) {
  std::map<Index, Row> rows;
  weigh_words(claim, rows);
  weigh_numbers(claim, rows);
  std::vector<Row> found;
  for (auto& [variable, row] : rows) {
    row.variable = variable;
    row.stops = stops_of(*checks_.chart.line(variable));
    row.months = even_distance(row.stops);
    if (fits(claim, row)) found.push_back(std::move(row));
  }
  std::ranges::stable_sort(found, [](const Row& a, const Row& b) {
    const auto rank = [](const Row& r) {
      return std::tuple(r.beside > kBeside, (r.own || r.anchored) && r.words > 0, r.anchored, r.own, r.beside,
                        r.words, r.stops.size());
    };
    return rank(a) > rank(b);
  });
  return found;
}

namespace {

// The stops that the trend covers: those since its beginning, or as many as it has steps, up to the report.
std::vector<Stop> covered(const Sheet& sheet, Index claim, const Row& row) {
  const ComparisonDetail& detail = *sheet.claim(claim).comparison;
  const Date told = sheet.document_of(claim).published.date;
  const auto& until = sheet.claim(claim).period;
  const bool ends =
      until && until->known() && !until->open_to && !(detail.since && until->overlaps(*detail.since));
  std::vector<Stop> stops;
  for (const Stop& stop : row.stops) {
    if (ends && stop.at.first_day() > until->last_day()) continue;
    const Index document = sheet.claims[claim].document;
    const bool own = std::ranges::any_of(
        stop.point->rivals, [&](const Rival& rival) { return rival.documents.contains(document); });
    // A year that is not over is none of the steps, unless the report itself has a number for it.
    const bool ahead = told.known() && (own ? stop.at.first_day() : stop.at.last_day()) > told.last_day();
    const bool before = detail.since && detail.since->known() && detail.since->from.known() &&
                        stop.at.last_day() < Period::of(detail.since->from).first_day();
    if (!ahead && !before) stops.push_back(stop);
  }
  // What ended long before the report is not what it tells of.
  if (told.known() && !stops.empty()) {
    const auto behind = told.first_day() - stops.back().at.last_day();
    if (behind > std::chrono::days(31 * (2 * row.months + 1))) return {};
  }
  if (detail.steps && *detail.steps > 0 && stops.size() > static_cast<std::size_t>(*detail.steps) + 1)
    stops.erase(stops.begin(), stops.end() - *detail.steps - 1);
  return stops;
}

bool is_even(const std::vector<Stop>& stops, int months) {
  for (std::size_t s = 1; s < stops.size(); ++s) {
    if (months_from(stops[s - 1].at.from, stops[s].at.from) != months) return false;
  }
  return true;
}

// All that the trend speaks of stands on record.
bool is_whole(const Sheet& sheet, Index claim, const std::vector<Stop>& stops, int months) {
  const ComparisonDetail& detail = *sheet.claim(claim).comparison;
  if (!is_even(stops, months)) return false;
  if (detail.steps && *detail.steps > 0) return stops.size() == static_cast<std::size_t>(*detail.steps) + 1;
  return detail.since && detail.since->known() && detail.since->from.known() &&
         stops.front().at.overlaps(Period::of(detail.since->from));
}

Index told_by(const Sheet& sheet, Index claim, const Stop& stop) {
  return stop.point->claim_near(sheet, sheet.claims[claim].document);
}

std::string in_words(const Stop& stop) {
  return said(stop.point->chosen().value, stop.at);
}

// Both numbers of one report's row, or of a variable that more than likeness joined.
bool is_firm(const Sheet& sheet, const Stop& a, const Stop& b, std::vector<Index>& ends) {
  for (const Index x : a.point->chosen().claims) {
    for (const Index y : b.point->chosen().claims) {
      if (sheet.claims[x].document != sheet.claims[y].document && sheet.core[x] != sheet.core[y]) continue;
      if (sheet.filled[x] || sheet.filled[y]) continue;
      ends = {x, y};
      return true;
    }
  }
  return false;
}

// Another report's row goes back as far as the words say: what begins later may be another's.
bool goes_back(const Sheet& sheet, Index claim, const Row& row) {
  const ComparisonDetail& detail = *sheet.claim(claim).comparison;
  if (detail.steps) return true;
  return detail.since && detail.since->known() &&
         row.stops.front().at.first_day() <= detail.since->last_day();
}

// Year-on-year rises of quarters are none of the quarters that follow each other, nor of the years.
bool steps_alike(const Sheet& sheet, Index claim) {
  const auto& told = sheet.claim(claim).period;
  if (!told || !told->known() || told->grain() < Grain::week || told->grain() > Grain::half) return true;
  const std::vector<std::string> words = plain_words(words_up_to(sheet, claim));
  for (std::size_t w = 2; w < words.size(); ++w) {
    if (words[w] == "year" && words[w - 2] == "year") return false;
  }
  return true;
}

// The ends of the later steps that go the other way too, and what it is now.
void add_ends_of_others(const Sheet& sheet, Index claim, const std::vector<Stop>& stops, std::size_t from,
                        std::vector<Index>& against) {
  const bool rising = sheet.claim(claim).comparison->sense == "rising";
  const auto add_once = [&](const Stop& stop) {
    const Index told = told_by(sheet, claim, stop);
    if (std::ranges::find(against, told) == against.end()) against.push_back(told);
  };
  for (std::size_t s = from + 1; s < stops.size(); ++s) {
    const Decimal before = *stops[s - 1].point->chosen().value.best;
    const Decimal after = *stops[s].point->chosen().value.best;
    if (after == before || (after > before) == rising) continue;
    add_once(stops[s - 1]);
    add_once(stops[s]);
  }
  add_once(stops.back());
}

// What one row says of a trend; nullopt where it says nothing for sure.
std::optional<Draft> judge_by(const Checks& checks, Index claim, const Row& row) {
  const Sheet& sheet = checks.sheet;
  const bool rising = sheet.claim(claim).comparison->sense == "rising";
  const std::vector<Stop> stops = covered(sheet, claim, row);
  if (stops.size() < 2) return std::nullopt;
  Draft draft{.verdict = Verdict::holds,
              .kind = "trend",
              .claim = claim,
              .against = {},
              .explanation = {},
              .suspect = "",
              .rank = Rank::plain,
              .relative_size = std::nullopt};
  const std::string_view word = rising ? "rise" : "fall";
  for (std::size_t s = 1; s < stops.size(); ++s) {
    const Decimal before = *stops[s - 1].point->chosen().value.best;
    const Decimal after = *stops[s].point->chosen().value.best;
    if (before == after || !tame(before, after)) return std::nullopt;
    if ((after > before) == rising) continue;
    std::vector<Index> ends;
    const bool meant = row.anchored || (row.words > 0 && (row.own || goes_back(sheet, claim, row)));
    const bool step = months_from(stops[s - 1].at.from, stops[s].at.from) == row.months;
    if (!meant || !step || !steps_alike(sheet, claim) || !is_firm(sheet, stops[s - 1], stops[s], ends))
      return std::nullopt;
    if (!doubt_about(sheet, claim, ends).empty()) return std::nullopt;
    draft.verdict = Verdict::fails;
    draft.suspect = "report";
    draft.rank = Rank::wide_claim;
    draft.against = std::move(ends);
    add_ends_of_others(sheet, claim, stops, s, draft.against);
    draft.explanation = in_words(stops[s]) + " stands " + (rising ? "below " : "above ") +
                        in_words(stops[s - 1]) + ": not a " + std::string(word) + " at each step";
    return draft;
  }
  if (!is_whole(sheet, claim, stops, row.months)) return std::nullopt;
  for (const Stop& stop : stops) draft.against.push_back(told_by(sheet, claim, stop));
  draft.explanation = "a " + std::string(word) + " at each step from " + in_words(stops.front()) + " to " +
                      in_words(stops.back());
  return draft;
}

// The first row that tells; one that bears the trend out before one that does not.
std::optional<Draft> judge(const Checks& checks, Index claim, const std::vector<Row>& rows) {
  std::optional<Draft> first;
  for (const Row& row : rows) {
    auto draft = judge_by(checks, claim, row);
    if (!draft) continue;
    if (draft->verdict == Verdict::holds && (row.beside > 0 || !first)) return draft;
    if (!first) first = std::move(draft);
  }
  return first;
}

// Months between the two of its numbers that are nearest in time; nullopt where it has no two.
std::optional<int> shortest_step(const Sheet& sheet, const std::vector<Index>& against) {
  std::optional<int> shortest;
  for (std::size_t a = 0; a < against.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const auto& one = sheet.claim(against[a]).period;
      const auto& other = sheet.claim(against[b]).period;
      if (!one || !other || !one->from.known() || !other->from.known()) continue;
      const int months = std::abs(months_from(other->from, one->from));
      if (months > 0 && (!shortest || months < *shortest)) shortest = months;
    }
  }
  return shortest;
}

// "The third decline in a row" beside 710 in May, 705 in June, 690 in July: no row of years refutes it.
bool is_of_shorter_steps(const Sheet& sheet, const Finding& known, const Draft& draft) {
  std::vector<Index> against;
  const Index document = sheet.claims[draft.claim].document;
  const Index begin = sheet.first_claim[document];
  for (Index i = begin; i < begin + sheet.documents[document].claims.size(); ++i) {
    if (std::ranges::find(known.against, sheet.claims[i].id) != known.against.end()) against.push_back(i);
  }
  const auto own = shortest_step(sheet, against);
  const auto other = shortest_step(sheet, draft.against);
  return own && other && *own < *other;
}

bool is_stepwise(const Claim& claim) {
  return claim.kind == ClaimKind::comparison && claim.comparison && claim.modality == Modality::observed &&
         (claim.comparison->sense == "rising" || claim.comparison->sense == "falling") &&
         (claim.comparison->each_step || claim.comparison->steps);
}

}  // namespace

void check_trend_rows(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  std::map<Id, std::size_t> open;
  for (std::size_t f = 0; f < checks.findings.size(); ++f) {
    const Finding& finding = checks.findings[f];
    if (finding.kind == "trend" && finding.verdict == Verdict::cannot_tell) open[finding.claim] = f;
  }
  std::optional<RowFinder> rows;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (sheet.out[i] || !is_stepwise(sheet.claim(i))) continue;
    const auto found = open.find(sheet.claims[i].id);
    if (found == open.end()) continue;
    if (!rows) rows.emplace(checks);
    auto draft = judge(checks, i, rows->rows_for(i));
    if (!draft) continue;
    if (draft->verdict == Verdict::fails &&
        is_of_shorter_steps(sheet, checks.findings[found->second], *draft))
      continue;
    add(checks, std::move(*draft));
    checks.findings[found->second] = std::move(checks.findings.back());
    checks.findings.pop_back();
  }
}

}  // namespace tally
