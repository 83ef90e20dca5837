// Days that a report tells without their year → dates, where the year of the report is all that is known of
// it.
//
//   "The fourth march, on 7 July, …", of a report of 2025 whose march of 9 June others date 2024   2024-07-07
//   "On 22 February 900 members stopped work", of a report of 2023 2023-02-22
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "record/strata.h"

namespace tally {
namespace {

// A day of a month, the last before the report, and nothing says of which year.
bool is_open(const Claim& claim) {
  if (!claim.relative || (claim.period && claim.period->known())) return false;
  const RelativeDate& said = *claim.relative;
  return said.anchor == RelativeDate::Anchor::publication && said.pick == RelativeDate::Pick::past &&
         said.month != 0 && said.day != 0 && said.grain == Grain::none && said.offset == 0 &&
         said.length == 0;
}

// What one report's open days are in other reports.
struct YearsTold {
  std::set<int> years;
  Date first;  // the earliest of them
};

std::map<Index, YearsTold> years_told(const Sheet& sheet) {
  std::map<std::pair<Index, std::pair<int, int>>, Date> days;  // happening, month and day
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.kind != ClaimKind::event || sheet.event[i] == kNone || !c.period ||
        c.period->grain() != Grain::day || c.period->interval)
      continue;
    const Date day = c.period->from;
    days.try_emplace({sheet.event[i], {day.month, day.day}}, day);
  }
  std::map<Index, YearsTold> told;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.kind != ClaimKind::event || sheet.event[i] == kNone || !is_open(c)) continue;
    const auto day = days.find({sheet.event[i], {c.relative->month, c.relative->day}});
    if (day == days.end()) continue;
    YearsTold& of = told[sheet.claims[i].document];
    if (of.years.empty() || day->second < of.first) of.first = day->second;
    of.years.insert(day->second.year);
  }
  return told;
}

// The date that an open day is: of the year of those beside it that others date, otherwise of the report's
// own, where that year was not young. What may as well be of the year after stays open.
std::optional<Date> date_of(const RelativeDate& said, const YearsTold* told, Date published) {
  constexpr int kLate = 8;  // months: a later one may be that of the year before
  Date date{.year = published.year, .month = said.month, .day = said.day};
  if (told != nullptr) {
    if (told->years.size() != 1) return std::nullopt;
    date.year = told->first.year;
    const bool same_year = published.known() && published.year == date.year;
    if (!same_year && date < told->first) return std::nullopt;
  } else if (!published.known() || said.month > kLate || (said.month == 1 && said.day == 1)) {
    return std::nullopt;  // "when the year began": any of those told of
  }
  return date.valid() ? std::optional(date) : std::nullopt;
}

}  // namespace

void date_open_days(Sheet& sheet) {
  const std::map<Index, YearsTold> told = years_told(sheet);
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    Claim& c = sheet.claim(i);
    const Publication& published = sheet.document_of(i).published;
    if (!is_open(c) || published.date.month != 0) continue;
    const auto found = told.find(sheet.claims[i].document);
    const auto date = date_of(*c.relative, found == told.end() ? nullptr : &found->second, published.date);
    if (!date) continue;
    c.period = Period::of(*date);
    c.period_basis = Basis::implied;
  }
}

}  // namespace tally
