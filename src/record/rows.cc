// Figures near a claim → a row by period.
#include "record/rows.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "claim/periods.h"
#include "record/nearby.h"
#include "record/reckoning.h"
#include "record/rivalry.h"
#include "record/slots.h"

namespace tally {
namespace {

constexpr int kReach = 3;          // sentences
constexpr std::size_t kLeast = 3;  // periods
constexpr std::size_t kMost = 40;  // figures in reach: a table is no row beside a sentence

// Per period its figure.
using Nearest = std::map<Period, Index>;

std::optional<Period> year_of(const Period& period) {
  if (!period.known() || period.open_from || period.open_to || period.from.year != period.to.year)
    return std::nullopt;
  return Period::of(Date{.year = period.from.year});
}

// All of one grain; where grains are mixed ("69 in last November's sitting, 64 in 2022"), by year. nullopt
// where one period has two values: then they are two rows.
std::optional<Nearest> by_period(const Sheet& sheet, const std::vector<Index>& figures) {
  Grain grain = Grain::none;
  bool mixed = false;
  for (const Index i : figures) {
    const Grain own = sheet.claim(i).period->grain();
    mixed = mixed || (grain != Grain::none && own != grain);
    grain = own;
  }
  Nearest row;
  for (const Index i : figures) {
    const auto period = mixed ? year_of(*sheet.claim(i).period) : sheet.claim(i).period;
    if (!period || !is_step(period->grain())) continue;
    const auto [at, added] = row.try_emplace(*period, i);
    if (!added && sheet.claim(at->second).value->best != sheet.claim(i).value->best) return std::nullopt;
  }
  return row;
}

// No step is wilder than steps are, and the periods follow each other.
bool is_row(const Sheet& sheet, const Nearest& nearest) {
  if (nearest.size() < kLeast) return false;
  for (auto at = std::next(nearest.begin()); at != nearest.end(); ++at) {
    const auto before = std::prev(at);
    const auto a = sheet.claim(before->second).value->best;
    const auto b = sheet.claim(at->second).value->best;
    if (!a || !b || !tame(*a, *b)) return false;
  }
  return true;
}

// The longest row that one sentence tells.
std::optional<Nearest> of_one_sentence(const Sheet& sheet, const std::vector<Index>& figures) {
  std::optional<Nearest> best;
  for (const Index first : figures) {
    std::vector<Index> together;
    for (const Index i : figures) {
      if (sentences_between(sheet, first, i) == 0) together.push_back(i);
    }
    auto row = by_period(sheet, together);
    if (row && is_row(sheet, *row) && (!best || row->size() > best->size())) best = std::move(row);
  }
  return best;
}

void keep_longer(const Sheet& sheet, std::optional<Nearest> row, std::optional<Nearest>& best) {
  if (row && is_row(sheet, *row) && (!best || row->size() > best->size())) best = std::move(row);
}

// The longest row of one measure, where several stand side by side.
std::optional<Nearest> of_one_variable(const Sheet& sheet, const std::vector<Index>& figures) {
  std::map<Index, std::vector<Index>> by_variable;
  for (const Index i : figures) by_variable[sheet.variable[i]].push_back(i);
  std::optional<Nearest> best;
  for (const auto& [variable, members] : by_variable) {
    if (variable != kNone) keep_longer(sheet, by_period(sheet, members), best);
  }
  return best;
}

// The periods follow each other, and are told of two measures at most: one row told in two places.
bool is_unbroken(const Sheet& sheet, const Nearest& row) {
  std::set<Index> variables;
  for (auto at = row.begin(); at != row.end(); ++at) {
    variables.insert(sheet.variable[at->second]);
    if (at != row.begin() && period_before(at->first) != std::prev(at)->first) return false;
  }
  return variables.size() <= 2 && !variables.contains(kNone);
}

// The longest row of numbers of one size, each within twice the next: 341, 367 and 352 among 8,740 and
// 10,450.
std::optional<Nearest> of_one_size(const Sheet& sheet, const std::vector<Index>& figures) {
  constexpr double kTwice = 2;
  std::optional<Nearest> best;
  std::map<Grain, std::vector<Index>> by_grain;
  for (const Index i : figures) by_grain[sheet.claim(i).period->grain()].push_back(i);
  for (auto& [grain, members] : by_grain) {
    std::ranges::stable_sort(members, {}, [&](Index i) { return *sheet.claim(i).value->best; });
    std::vector<Index> alike;
    for (const Index i : members) {
      if (!alike.empty() && sheet.claim(i).value->best->to_double() >
                                kTwice * sheet.claim(alike.back()).value->best->to_double()) {
        if (auto row = by_period(sheet, alike); row && is_unbroken(sheet, *row))
          keep_longer(sheet, std::move(row), best);
        alike.clear();
      }
      alike.push_back(i);
    }
    if (auto row = by_period(sheet, alike); row && is_unbroken(sheet, *row))
      keep_longer(sheet, std::move(row), best);
  }
  return best;
}

Line line_of(const Sheet& sheet, const Nearest& nearest) {
  Line line;
  for (const auto& [period, i] : nearest) {
    Rival rival{*sheet.claim(i).value, {i}, {}, {}, {}, {}, {}, Cause::none, kNone};
    rival.documents.insert(sheet.claims[i].document);
    ChartPoint point;
    point.rivals.push_back(std::move(rival));
    line.emplace(period, std::move(point));
  }
  return line;
}

}  // namespace

std::optional<Line> row_beside(const Sheet& sheet, Index claim) {
  std::map<std::string, std::vector<Index>> by_unit;
  for (const Index i : figures_near(sheet, claim, kReach)) {
    const Claim& c = sheet.claim(i);
    bool dated = c.period && c.period->known() && !c.period->open_from && !c.period->open_to;
    // What has been observed does not lie ahead: "the next year brought 612" was misread.
    const Date told = sheet.document_of(i).published.date;
    dated = dated && !(told.known() && c.period->first_day() > told.last_day());
    const std::string& place = sheet.claim(claim).measure.place;
    const bool here = place.empty() || c.measure.place.empty() || c.measure.place == place;
    if (dated && here && c.value->best && (c.whole == kNone || is_of_its_time(sheet, i)))
      by_unit[unit_key(c.unit)].push_back(i);
  }
  std::optional<Nearest> best;
  for (const auto& [unit, figures] : by_unit) {
    if (figures.size() < kLeast || figures.size() > kMost) continue;
    auto row = by_period(sheet, figures);
    if (!row || !is_row(sheet, *row)) {
      row = of_one_variable(sheet, figures);
      if (!row) row = of_one_sentence(sheet, figures);
      keep_longer(sheet, of_one_size(sheet, figures), row);
    }
    if (row && is_row(sheet, *row) && (!best || row->size() > best->size())) best = std::move(row);
  }
  return best ? std::optional(line_of(sheet, *best)) : std::nullopt;
}

}  // namespace tally
