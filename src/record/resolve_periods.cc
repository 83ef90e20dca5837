// The dates of reports → the periods that their claims leave to them: "last year", "since 2011", a running
// total without a date, a number that one report gives for a month and another for the month's last day.
#include <algorithm>
#include <map>
#include <string>

#include "record/rivalry.h"
#include "record/slots.h"
#include "record/strata.h"
#include "record/vantage.h"

namespace tally {
namespace {

// A superlative or first time is said of its figure's period, not of the stretch it reaches over.
void date_comparison(Sheet& sheet, Index i) {
  Claim& c = sheet.claim(i);
  const Index figure = sheet.tied(i, c.about);
  if (c.kind != ClaimKind::comparison || !c.comparison || figure == kNone) return;
  if (c.comparison->sense == "rising" || c.comparison->sense == "falling") return;
  const auto& period = sheet.claim(figure).period;
  if (!period || !period->known() || (c.period && c.period->known() && !c.period->open_to)) return;
  if (c.period && !c.comparison->since) c.comparison->since = Period::of(c.period->from);
  c.period = period;
  c.period_basis = Basis::implied;
}

// "61,480 at the end of October" and "61,480 on 31 October": a number of many digits that one report
// gives for a month and another for the month's last day stands at that day.
void refine_to_days(Sheet& sheet) {
  constexpr int kRare = 4;
  std::map<std::string, Index> by_day;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (!sheet.counts(i) || surprise(*c.value) < kRare || !c.period || c.period->grain() != Grain::day)
      continue;
    if (c.period->last_day() != month_of(c.period->first_day()).last_day()) continue;
    by_day.try_emplace(value_key(c) + '|' + month_of(c.period->first_day()).to_string(), i);
  }
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    Claim& c = sheet.claim(i);
    if (!sheet.counts(i) || surprise(*c.value) < kRare || !c.period || c.period->grain() != Grain::month)
      continue;
    const auto twin = by_day.find(value_key(c) + '|' + c.period->to_string());
    if (twin == by_day.end() || sheet.claims[twin->second].document == sheet.claims[i].document) continue;
    c.period = sheet.claim(twin->second).period;
    c.period_basis = Basis::implied;
    if (c.measure.aggregate == Aggregate::month) c.measure.aggregate = Aggregate::day;
  }
}

}  // namespace

void resolve_periods(Sheet& sheet) {
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    date_comparison(sheet, i);
    Claim& c = sheet.claim(i);
    const Publication& published = sheet.document_of(i).published;
    if (!published.date.known()) continue;
    if (published.basis == DateBasis::inferred && hangs_on_publication(c)) {
      if (const auto period = resolve(*c.relative, published.date)) {
        // "At the end of last year" was read as its last day.
        const bool finer = c.period && c.period->known() && !c.period->open_from && !c.period->open_to &&
                           period->contains(*c.period);
        if (!finer) c.period = period;
        c.period_basis = Basis::implied;
      } else if (is_yearless(c)) {
        c.period.reset();  // read by a year that stood near, and nobody knows by which
      }
    }
    // "Since 2011" reaches to the report's date; a running total without a date stands as of it.
    if (c.period && c.period->open_to && c.period->from.known() && !c.period->open_from &&
        c.modality == Modality::observed && c.kind != ClaimKind::comparison) {
      c.period = Period::between(c.period->from, published.date);
      c.period_basis = Basis::implied;
    }
    const bool running = c.measure.aggregate == Aggregate::total || c.measure.aggregate == Aggregate::level;
    if (!c.period && c.kind == ClaimKind::figure && running) {
      c.period = Period::of(published.date);
      c.period_basis = Basis::implied;
    }
  }
  refine_to_days(sheet);
}

}  // namespace tally
