// Years that a report only labels ("2021/22") → the months that the other reports on its subject tell for
// such years.
//
//   A: "carried 94,100 in 2022/23"   B: "94,100 in 2022/23 (April 2022 to March 2023)"
//   A's is of 2022-04/2023-03 in the record, and its "88,200 in 2021/22" of 2021-04/2022-03
//
// The claims themselves are written out with the label: more than that their report does not say.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claim/periods.h"
#include "record/nearby.h"
#include "record/slots.h"
#include "record/strata.h"
#include "record/subjects.h"
#include "text/named_words.h"

namespace tally {
namespace {

constexpr int kMonths = 12;

// 2021/2022: two years that follow each other.
bool is_labelled(const Period& period) {
  return period.interval && !period.open_from && !period.open_to && period.from.grain() == Grain::year &&
         period.to.grain() == Grain::year && period.to.year == period.from.year + 1;
}

// The month in which twelve months begin that reach into the next year; 0 for any other period.
int first_month(const Period& period) {
  const bool months = period.interval && !period.open_from && !period.open_to &&
                      period.from.grain() == Grain::month && period.to.grain() == Grain::month;
  const bool whole =
      months && period.to.year == period.from.year + 1 && period.to.month + 1 == period.from.month;
  return whole ? period.from.month : 0;
}

Period year_from(const Period& label, int month) {
  Period year = label;
  year.from.month = static_cast<std::uint8_t>(month);
  year.to.month = static_cast<std::uint8_t>(month == 1 ? kMonths : month - 1);
  return year;
}

// Years of sport, weather and schools run otherwise than those of accounts.
bool tells_other_years(std::string_view text) {
  static constexpr NamedWords kOther = {"season", "seasons", "winter",   "winters",
                                        "school", "term",    "academic", "league"};
  return std::ranges::any_of(plain_words(text),
                             [](const std::string& word) { return kOther.contains(word); });
}

// The words that a label stands between: "the winter of 2021/22 was", "the 2021/22 season".
std::string_view around(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kReach = 24;  // bytes
  const std::size_t from = begin < kReach ? 0 : begin - kReach;
  return text.substr(from, end + kReach - from);
}

// The text prints the label for a year of accounts: "2021/22", "2021-22", "2021/2022"; "2021 and 2022" are
// two years.
bool prints_label(std::string_view text, const Period& label) {
  const std::string from = std::to_string(label.from.year);
  const std::string to = std::to_string(label.to.year);
  bool printed = false;
  for (const std::string_view between : {"/", "-", "\u2013", "\u2011"}) {
    const std::string start = from + std::string(between);
    for (std::size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
      const std::string_view rest = text.substr(at + start.size());
      if (!rest.starts_with(to) && !rest.starts_with(std::string_view(to).substr(2))) continue;
      if (tells_other_years(around(text, at, at + start.size() + to.size()))) return false;
      printed = true;
    }
  }
  return printed;
}

// What one report tells of years that are no calendar years.
struct Years {
  std::set<std::pair<std::string, int>> runs;  // the unit of what is counted, and the month they begin in
  std::vector<Index> labelled;                 // claims
  bool printed = false;                        // some label stands in the text
};

std::vector<Years> years_of(const Sheet& sheet) {
  std::vector<Years> years(sheet.documents.size());
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (!c.period) continue;
    Years& own = years[sheet.claims[i].document];
    if (const int month = first_month(*c.period); month != 0 && c.kind == ClaimKind::figure)
      own.runs.emplace(unit_key(c.unit), month);
    if (!is_labelled(*c.period)) continue;
    own.labelled.push_back(i);
    own.printed = own.printed || prints_label(sheet.document_of(i).text, *c.period);
  }
  return years;
}

// The month in which the years of the reports on the subject begin, where they tell no other for that unit.
int month_told(const std::vector<Years>& years, const Subjects& subjects, Index document,
               const std::string& unit) {
  std::set<int> months;
  for (Index other = 0; other < years.size(); ++other) {
    if (other == document || years[other].runs.empty() || !subjects.are_one(document, other)) continue;
    for (const auto& [counted, month] : years[other].runs) {
      if (counted == unit) months.insert(month);
    }
  }
  return months.size() == 1 ? *months.begin() : 0;
}

}  // namespace

void lend_years(Sheet& sheet, const Subjects& subjects) {
  const std::vector<Years> years = years_of(sheet);
  if (std::ranges::none_of(years, [](const Years& one) { return one.printed; })) return;
  for (Index d = 0; d < years.size(); ++d) {
    if (!years[d].printed || !years[d].runs.empty()) continue;
    for (const Index i : years[d].labelled) {
      const int month = month_told(years, subjects, d, unit_key(sheet.claim(i).unit));
      if (month == 0) continue;
      auto& period = sheet.claim(i).period;
      sheet.labelled.emplace(i, *period);
      period = year_from(*period, month);
    }
  }
}

}  // namespace tally
