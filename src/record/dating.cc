// Dates of reports by shared facts. A report that prints no date still says "last year" beside a
// figure; where that figure stands under a printed year, in the same report or in another, the
// report's own year follows. A happening that it tells as "on Thursday" then gives the month.
//
//   A: "1,276 last year"    B: "1,276 in 2015"    → A was published in 2016
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "record/date_votes.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/strata.h"
#include "record/vantage.h"

namespace tally {
namespace {

bool needs_date(const Document& document) {
  return !document.published.date.known();
}

bool is_dated(const Sheet& sheet, Index i) {
  const Claim& c = sheet.claim(i);
  if (!c.period || !c.period->known()) return false;
  return !c.relative || !needs_date(sheet.document_of(i));
}

// The year that a change is counted from, where it is one.
const Period* base_year(const Claim& claim) {
  if (claim.kind != ClaimKind::change || !claim.change || !claim.change->base_period) return nullptr;
  const Period& base = *claim.change->base_period;
  return base.known() && base.grain() == Grain::year && !base.interval ? &base : nullptr;
}

// The last year that the report speaks of as past: it was not written before.
int last_printed_year(const Sheet& sheet, Index document) {
  int year = 0;
  const Index begin = sheet.first_claim[document];
  for (Index i = begin; i < begin + sheet.documents[document].claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.modality != Modality::observed) continue;
    if (const auto* base = base_year(c)) year = std::max<int>(year, base->from.year);
    if (c.relative || !c.period || c.period->open_to) continue;
    year = std::max<int>(year, c.period->to.year);
  }
  return year;
}

// "680 in March, against 610 last March": that of the year before.
std::optional<Date> seen_from_beside(const Sheet& sheet, Index i, const Period& target) {
  const RelativeDate& said = *sheet.claim(i).relative;
  const bool last_named = said.month != 0 && said.day == 0 && said.offset == -1 && said.grain == Grain::none;
  if (!last_named) return seen_from(said, target);
  const Index document = sheet.claims[i].document;
  const Index begin = sheet.first_claim[document];
  for (Index j = begin; j < begin + sheet.documents[document].claims.size(); ++j) {
    const Claim& c = sheet.claim(j);
    const bool this_one =
        hangs_on_publication(c) && c.relative->month == said.month && c.relative->offset == 0;
    if (this_one && target.from.month == said.month && !target.open_from)
      return Date{static_cast<std::int16_t>(target.from.year + 1), 0, 0, false};
  }
  return std::nullopt;
}

using ByValue = std::map<std::string, std::vector<Index>>;

ByValue dated_by_value(const Sheet& sheet) {
  ByValue found;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (sheet.counts(i) && is_dated(sheet, i) && surprise(*sheet.claim(i).value) > 0) {
      found[value_key(sheet.claim(i))].push_back(i);
    }
  }
  return found;
}

// "Some 6.8 million": the digits that it prints.
int digits_of(const Value& value) {
  if (value.modifier == Modifier::about && value.best) return surprise(Value::exact(*value.best));
  return surprise(value);
}

// What one coincidence is worth: much inside one variable, little between any two figures; more where the day
// or the month is the same as well.
int worth(const Sheet& sheet, Index relative, Index dated) {
  const RelativeDate& said = *sheet.claim(relative).relative;
  const bool part = said.month != 0 || said.quarter != 0 || said.half != 0;
  const bool day = said.grain == Grain::none && said.month != 0 && said.day != 0;
  const int same_day = static_cast<int>(day) + static_cast<int>(part);
  const int value = digits_of(*sheet.claim(relative).value);
  const int digits = value > 1 ? value + same_day : value;
  const bool one_variable =
      sheet.variable[relative] != kNone && sheet.variable[relative] == sheet.variable[dated];
  const bool one_report = sheet.claims[relative].document == sheet.claims[dated].document;
  if (one_variable || one_report) return digits >= 2 ? digits + 1 : 0;
  return digits >= 3 ? digits : digits == 2 ? 1 : 0;
}

// When a change came about, as its report says it: by itself, or of the number that it is told of.
const RelativeDate* said_of_change(const Sheet& sheet, Index i) {
  const Claim& c = sheet.claim(i);
  if (hangs_on_publication(c)) return &*c.relative;
  const Index figure = sheet.tied(i, c.about);
  const bool open = !c.relative && (!c.period || !c.period->known());
  return open && figure != kNone && hangs_on_publication(sheet.claim(figure)) ? &*sheet.claim(figure).relative
                                                                              : nullptr;
}

// The same stretch a year later.
Period next_year(Period period) {
  ++period.from.year;
  ++period.to.year;
  return period;
}

// "138 million in the first half, up on the same half of 2023": the half of the next year, told when it is
// over.
std::optional<Date> year_of_part(const RelativeDate& said, const Period& base) {
  const bool part = said.grain == Grain::none && said.offset == 0 && (said.half != 0 || said.quarter != 0);
  if (!part || said.pick != RelativeDate::Pick::past) return std::nullopt;
  const int year = base.from.year + 1;
  const auto reached = said.half != 0 ? Period::half(year, said.half) : Period::quarter(year, said.quarter);
  return year_seen_from(said, reached);
}

// "6.8 million last year, up from 6.63 million in 2023": what it rose from was the year before, where the
// report prints none later.
void vote_by_bases(const Sheet& sheet, std::map<Index, Votes>& votes) {
  constexpr int kWorth = 3;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.kind != ClaimKind::change || !c.change || !needs_date(sheet.document_of(i)) || sheet.out[i])
      continue;
    const Period* base = base_year(c);
    const RelativeDate* said = base == nullptr ? nullptr : said_of_change(sheet, i);
    if (said == nullptr || base->from.year < last_printed_year(sheet, sheet.claims[i].document)) continue;
    if (const auto date =
            said->grain == Grain::year ? seen_from(*said, next_year(*base)) : year_of_part(*said, *base))
      vote(votes[sheet.claims[i].document], *date, kWorth, {i});
  }
}

bool says_last_year(const Claim& claim) {
  return hangs_on_publication(claim) && claim.relative->grain == Grain::year &&
         claim.relative->offset == -1 && claim.relative->month == 0 && claim.relative->length == 0;
}

// Where the last year that a report prints is the one that "last year" would be, or the one before, the year
// that others speak for is borne out.
void vote_by_last_year(const Sheet& sheet, std::map<Index, Votes>& votes) {
  for (auto& [document, dates] : votes) {
    const int printed = last_printed_year(sheet, document);
    const Index begin = sheet.first_claim[document];
    for (Index i = begin; i < begin + sheet.documents[document].claims.size(); ++i) {
      if (printed == 0 || !says_last_year(sheet.claim(i))) continue;
      // Two years on by the rule; one on where the report calls the same year by both names.
      for (const int worth : {2, 1}) {
        const Date year{static_cast<std::int16_t>(printed + worth), 0, 0, false};
        const bool told =
            std::ranges::any_of(dates, [&](const auto& entry) { return entry.first.year == year.year; });
        if (told) vote(dates, year, worth, {i});
      }
      break;
    }
  }
}

// A year's money that stands under a day: that of its announcement, not of what it is of.
bool is_years_sum(const Claim& said, const Claim& dated) {
  const bool money =
      !said.unit.empty() && std::ranges::all_of(said.unit, [](char c) { return c >= 'A' && c <= 'Z'; });
  return money && said.relative->grain == Grain::year && dated.period->grain() == Grain::day;
}

void date_one_pass(Sheet& sheet, bool within_report) {
  const ByValue dated = dated_by_value(sheet);
  std::map<Index, Votes> votes;
  vote_by_bases(sheet, votes);
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (!needs_date(sheet.document_of(i)) || !sheet.counts(i) || !hangs_on_publication(c)) continue;
    if (digits_of(*c.value) == 0 || !c.value->best) continue;
    const auto twins = dated.find(value_key(c));
    if (twins == dated.end()) continue;
    std::set<Date> counted;  // many reports that repeat one figure are one piece of evidence
    for (const Index j : twins->second) {
      if ((sheet.claims[j].document == sheet.claims[i].document) != within_report) continue;
      if (is_years_sum(c, sheet.claim(j))) continue;
      const auto date = seen_from_beside(sheet, i, *sheet.claim(j).period);
      const int digits = date ? worth(sheet, i, j) : 0;
      if (digits > 0 && counted.insert(*date).second)
        vote(votes[sheet.claims[i].document], *date, digits, {i, j});
    }
  }
  vote_by_last_year(sheet, votes);
  for (const auto& [document, found] : votes) {
    const auto best = winner(found, last_printed_year(sheet, document));
    if (best) set_date(sheet, document, settled(sheet, document, *best), best->second.claims);
  }
}

// A report without any date that counts from it, but with rare values that dated reports print: it
// was written no earlier than the first of them that has each.
void date_by_what_is_known(Sheet& sheet) {
  constexpr int kOneStory = 8;  // digits, in two values or more
  struct First {
    Index claim = kNone;
    Date date;
  };
  std::map<std::string, First> first;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Date date = sheet.document_of(i).published.date;
    if (!date.known() || !sheet.counts(i) || surprise(*sheet.claim(i).value) < 3) continue;
    First& known = first[value_key(sheet.claim(i))];
    if (known.claim == kNone || date < known.date) known = {i, date};
  }
  std::map<Index, std::map<std::string, Index>> shared;  // report → value → its claim
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (!needs_date(sheet.document_of(i)) || !sheet.counts(i) || surprise(*sheet.claim(i).value) < 3)
      continue;
    const std::string key = value_key(sheet.claim(i));
    if (first.contains(key)) shared[sheet.claims[i].document].try_emplace(key, i);
  }
  for (const auto& [document, values] : shared) {
    int digits = 0;
    Date latest;
    std::set<Index> because;
    for (const auto& [key, claim] : values) {
      digits += surprise(*sheet.claim(claim).value);
      latest = std::max(latest, first[key].date);
      because.insert({claim, first[key].claim});
    }
    if (values.size() < 2 || digits < kOneStory || latest.year < last_printed_year(sheet, document)) continue;
    set_date(sheet, document, year_of(latest), because);
  }
}

bool refines(Date finer, Date coarse) {
  if (!coarse.known()) return finer.known();
  if (finer.year != coarse.year || finer.grain() == coarse.grain()) return false;
  return coarse.month == 0 || (coarse.month == finer.month && coarse.day == 0 && finer.day != 0);
}

// A fire that "started on Sunday" and "had burnt for days by Wednesday" is one, on two days: only
// what tells the same moment of it tells the day. Its month is the same for all.
bool tell_one_moment(const Claim& a, const Claim& b) {
  const bool by_day = a.relative->weekday != 0 || a.relative->day != 0 || a.relative->grain < Grain::month;
  if (!by_day || a.event->trigger == b.event->trigger) return true;
  return a.event->count && b.event->count && number_of(*a.event->count) &&
         number_of(*a.event->count) == number_of(*b.event->count);
}

}  // namespace

void date_by_figures(Sheet& sheet) {
  date_one_pass(sheet, true);
  resolve_periods(sheet);
  // A report dated by another may date a third: two rounds, no more.
  for (int round = 0; round < 2; ++round) {
    date_one_pass(sheet, false);
    resolve_periods(sheet);
  }
  date_by_weekdays(sheet);
  resolve_periods(sheet);
  date_by_what_is_known(sheet);
  resolve_periods(sheet);
}

void date_by_events(Sheet& sheet) {
  std::map<Index, std::vector<Index>> dated;  // event → claims that say when
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (sheet.event[i] != kNone && sheet.claim(i).kind == ClaimKind::event && is_dated(sheet, i))
      dated[sheet.event[i]].push_back(i);
  }
  std::map<Index, Votes> votes;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    const DateBasis basis = sheet.document_of(i).published.basis;
    if (basis == DateBasis::given || basis == DateBasis::found) continue;
    if (c.kind != ClaimKind::event || !hangs_on_publication(c) || sheet.event[i] == kNone) continue;
    std::set<Date> counted;
    for (const Index j : dated[sheet.event[i]]) {
      if (sheet.claims[j].document == sheet.claims[i].document || !tell_one_moment(c, sheet.claim(j)))
        continue;
      const auto date = seen_from(*c.relative, *sheet.claim(j).period);
      if (date && refines(*date, sheet.document_of(i).published.date) && counted.insert(*date).second)
        vote(votes[sheet.claims[i].document], *date, kEvidenceThatDates, {i, j});
    }
  }
  for (const auto& [document, found] : votes) {
    // "In August" beside a number for all of 2023 is August of that year, told in a later one.
    const int not_before =
        std::max(last_printed_year(sheet, document), first_year_told_from(sheet, document));
    const auto best = winner(found, not_before);
    if (best) set_date(sheet, document, settled(sheet, document, *best), best->second.claims);
  }
  resolve_periods(sheet);
}

}  // namespace tally
