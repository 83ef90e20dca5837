// See date_votes.h.
#include "record/date_votes.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string_view>

#include "page/dateline.h"
#include "record/told_times.h"
#include "record/vantage.h"

namespace tally {
namespace {

// The best date of some, where its lead over the next is clear.
const std::pair<const Date, Evidence>* leader(const Votes& votes) {
  const std::pair<const Date, Evidence>* best = nullptr;
  int second = 0;
  for (const auto& entry : votes) {
    if (best == nullptr || entry.second.digits > best->second.digits) {
      second = best == nullptr ? 0 : best->second.digits;
      best = &entry;
    } else {
      second = std::max(second, entry.second.digits);
    }
  }
  return best != nullptr && best->second.digits * 2 >= second * 3 ? best : nullptr;
}

}  // namespace

void vote(Votes& votes, Date date, int digits, std::initializer_list<Index> claims) {
  Evidence& evidence = votes[date];
  evidence.digits += digits;
  evidence.claims.insert(claims);
}

std::optional<std::pair<Date, Evidence>> winner(const Votes& votes, int not_before) {
  Votes years;
  for (const auto& [date, evidence] : votes) {
    if (date.year < not_before) continue;
    Evidence& whole = years[year_of(date)];
    whole.digits += evidence.digits;
    whole.claims.insert(evidence.claims.begin(), evidence.claims.end());
  }
  const auto* year = leader(years);
  if (year == nullptr || year->second.digits < kEvidenceThatDates) return std::nullopt;
  Votes finer;
  for (const auto& [date, evidence] : votes) {
    if (date.year == year->first.year && date.month != 0) finer[date] = evidence;
  }
  const auto* date = leader(finer);
  return std::pair(date != nullptr ? date->first : year->first, year->second);
}

Date settled(const Sheet& sheet, Index document, const std::pair<Date, Evidence>& found) {
  Date date = found.first;
  const auto yearless = [&](Index i) { return is_yearless(sheet.claim(i)); };
  if (date.month != 0) return date;
  constexpr int kAlone = 2;  // claims that tell the month though others told the year
  constexpr int kLate = 8;   // months: a later one may be that of the year before
  std::uint8_t month = 0;
  int told = 0;
  const Index begin = sheet.first_claim[document];
  for (Index i = begin; i < begin + sheet.documents[document].claims.size(); ++i) {
    if (!yearless(i) || sheet.claim(i).modality != Modality::observed) continue;
    month = std::max(month, sheet.claim(i).relative->month);
    ++told;
  }
  if (std::ranges::any_of(found.second.claims, yearless) || (told >= kAlone && month <= kLate))
    date.month = month;
  return date;
}

namespace {

// The day that a dateline prints without its year ("PRAGUE, 17 January (Wire) —"); its year is 0.
std::optional<Date> open_dateline(std::string_view text) {
  constexpr int kFirstLines = 8;
  for (int line = 0; line < kFirstLines && !text.empty(); ++line) {
    const std::string_view paragraph = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(paragraph.size() + 1, text.size()));
    const auto dateline = page::read_dateline(paragraph);
    if (!dateline || dateline->date.known()) continue;
    const auto told = told_times(paragraph.substr(0, dateline->end), {});
    const bool day = told.size() == 1 && told.front().date.year == 0 && told.front().date.day != 0;
    return day ? std::optional(told.front().date) : std::nullopt;
  }
  return std::nullopt;
}

// Of the days that a dateline without its year may be the one nearest to a date.
Date nearest(Date open, Date date) {
  open.year = date.year;
  if (date.month == 0) return open.valid() ? open : date;
  Date best = open;
  const auto distance = [&](Date day) { return std::chrono::abs(day.first_day() - date.first_day()); };
  for (const int step : {-1, 1}) {
    Date other = open;
    other.year = static_cast<std::int16_t>(open.year + step);
    if (distance(other) < distance(best)) best = other;
  }
  return best.valid() ? best : date;
}

}  // namespace

void set_date(Sheet& sheet, Index document, Date date, const std::set<Index>& because) {
  Document& d = sheet.documents[document];
  const auto open = open_dateline(d.text);
  d.published.date = open && date.known() ? nearest(*open, date) : date;
  d.published.basis = DateBasis::inferred;
  for (const Index i : because) d.published_because.push_back(sheet.claims[i].id);
  std::ranges::sort(d.published_because);
  const auto twice = std::ranges::unique(d.published_because);
  d.published_because.erase(twice.begin(), twice.end());
}

}  // namespace tally
