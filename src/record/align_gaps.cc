// Numbers that a row of their report lacks → the row, though their words are other ones.
//
//   "4,010 gigawatt hours in 2021, 5,120 in 2022. … Back in 2020 the meter stood at 3,060 gigawatt hours": of
//   all rows of the report only one is of that unit and size, has nothing for 2020, and goes on from there
//
// What another measure would be told of the same times as well; what only fills a gap is hardly another.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "claim/periods.h"
#include "record/alignment.h"
#include "record/nearby.h"

namespace tally {
namespace {

constexpr std::size_t kRow = 2;        // periods
constexpr std::size_t kStraggler = 2;  // the most that what the row lacks may have
constexpr std::size_t kCrowd = 64;     // rows of a report

// What one report tells of one group, period by period.
struct Told {
  Index node = kNone;
  std::map<Period, Index> at;  // claims
};

// Nothing where the numbers are of times of different lengths, or one time has two.
std::optional<Told> told_of(const Sheet& sheet, Index node, const std::vector<Index>& claims) {
  Told told;
  told.node = node;
  const auto steps = steps_of(sheet, claims);
  if (!steps) return std::nullopt;
  for (const Index i : *steps) {
    const Claim& c = sheet.claim(i);
    const auto [known, fresh] = told.at.emplace(*c.period, i);
    if (!fresh && sheet.claim(known->second).value->best != c.value->best) return std::nullopt;
  }
  return told.at.empty() ? std::nullopt : std::optional(std::move(told));
}

std::map<Index, std::vector<Told>> told_by_report(Alignment& table, const Sheet& sheet) {
  std::map<Index, std::vector<Told>> told;
  for (const ToldMeasure& measure : measures_told(table)) {
    if (auto one = told_of(sheet, measure.node, measure.claims))
      told[measure.document].push_back(std::move(*one));
  }
  return told;
}

bool may_go_on(const Slots& row, const Slots& one) {
  return units_agree(row, one) && row.aggregate == one.aggregate && places_agree(row.place, one.place) &&
         places_agree(row.origin, one.origin);
}

// Neither is more than twice the other; equal ones are near too.
bool near_in_row(const Value& a, const Value& b) {
  const double x = a.best->to_double();
  const double y = b.best->to_double();
  constexpr double kSmall = 10;  // of smaller numbers every report is full
  return x >= kSmall && y >= kSmall && x <= 2 * y && y <= 2 * x;
}

// The row has a number near in size for a time no more than three steps before or after.
bool goes_on(const Sheet& sheet, const Told& row, const Period& period, Index claim) {
  static constexpr std::array kSteps = {1, -1, 2, -2, 3, -3};
  return std::ranges::any_of(kSteps, [&](int step) {
    const auto beside = period_before(period, step);
    const auto known = beside ? row.at.find(*beside) : row.at.end();
    return known != row.at.end() && near_in_row(*sheet.claim(known->second).value, *sheet.claim(claim).value);
  });
}

// Some number of it stands a few sentences away at most.
bool stands_by(const Sheet& sheet, const Told& row, Index claim) {
  constexpr int kFew = 3;
  return std::ranges::any_of(row.at, [&](const auto& told) {
    return std::abs(sentences_between(sheet, told.second, claim)) <= kFew;
  });
}

// It has numbers for none of the row's times, and one of them goes on from it.
bool fills(Alignment& table, const Sheet& sheet, const Told& row, const Told& one) {
  if (!may_go_on(table.nodes[row.node].slots, table.nodes[one.node].slots)) return false;
  return std::ranges::all_of(one.at, [&](const auto& told) { return !row.at.contains(told.first); }) &&
         std::ranges::any_of(one.at, [&](const auto& told) {
           return goes_on(sheet, row, told.first, told.second) && stands_by(sheet, row, told.second);
         });
}

// The one row that lacks the numbers; kNone where there is none, or two.
Index row_lacking(Alignment& table, const Sheet& sheet, const std::vector<Told>& told, const Told& one) {
  Index found = kNone;
  for (const Told& row : told) {
    if (row.node == one.node || row.at.size() < std::max(kRow, one.at.size()) ||
        !fills(table, sheet, row, one))
      continue;
    if (found != kNone) return kNone;
    found = row.node;
  }
  return found;
}

void fill(Alignment& table, Index row, const Told& one) {
  table.join(row, one.node, "a number that a row of its report lacks", false);
  for (const auto& [period, claim] : one.at) table.filled.push_back(claim);
}

}  // namespace

void join_gaps(Alignment& table, const Sheet& sheet) {
  for (const auto& [document, told] : told_by_report(table, sheet)) {
    if (told.size() > kCrowd || sheet.documents[document].text.empty()) continue;
    for (const Told& one : told) {
      const Index row = one.at.size() <= kStraggler ? row_lacking(table, sheet, told, one) : kNone;
      if (row == kNone) continue;
      const Contact contact = table.contact(row, one.node);
      if (contact.far == 0 && contact.clashes == 0 && contact.near <= contact.pairs) fill(table, row, one);
    }
  }
}

}  // namespace tally
