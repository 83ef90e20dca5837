// See date_votes.h.
#include "record/date_votes.h"

#include <algorithm>

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

void set_date(Sheet& sheet, Index document, Date date, const std::set<Index>& because) {
  Document& d = sheet.documents[document];
  d.published.date = date;
  d.published.basis = DateBasis::inferred;
  for (const Index i : because) d.published_because.push_back(sheet.claims[i].id);
  std::ranges::sort(d.published_because);
  const auto twice = std::ranges::unique(d.published_because);
  d.published_because.erase(twice.begin(), twice.end());
}

}  // namespace tally
