// Bases looked up by their value.
#include "record/far_bases.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "record/nearby.h"
#include "record/reckoning.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "tally/rounding.h"

namespace tally {
namespace {

// How much more a coincidence must say than there are figures that it may hit.
constexpr double kMargin = 0.7;
constexpr std::size_t kSubjects = 4;  // figures near the change that it may speak of

// The figures that stand before the change, the nearest first.
std::vector<Index> figures_before(const Sheet& sheet, Index claim) {
  std::vector<Index> figures;
  for (const Index i : printed_near(sheet, claim, 1)) {
    if (sheet.claim(i).quote.begin <= sheet.claim(claim).quote.begin && sheet.claim(i).unit != "percent")
      figures.push_back(i);
  }
  std::ranges::reverse(figures);
  if (figures.size() > kSubjects) figures.resize(kSubjects);
  return figures;
}

// The figures that the change may speak of: the one it is tied to, else those before it.
std::vector<Index> subjects_of(const Sheet& sheet, Index claim) {
  if (const Index subject = subject_of(sheet, claim); subject != kNone) return {subject};
  return figures_before(sheet, claim);
}

// Where the number lies that the change started from.
struct Window {
  Decimal low = 0;
  Decimal high = 0;
};

std::optional<Window> around(double low, double high) {
  const auto l = Decimal::round(std::min(low, high), 6);
  const auto h = Decimal::round(std::max(low, high), 6);
  if (!l || !h || *h <= Decimal(0)) return std::nullopt;
  return Window{*l, *h};
}

// A little wider than the words: what lies in it is judged by them afterwards.
std::optional<Window> window_of(const ChangeDetail& change, Decimal end) {
  const bool down = change.direction == Direction::down;
  if (change.by) {
    const auto base = down ? end.plus(*change.by) : end.minus(*change.by);
    return base && *base > Decimal(0) ? std::optional(Window{*base, *base}) : std::nullopt;
  }
  const double to = end.to_double();
  if (change.percent) {
    const double p = (down ? -1 : 1) * change.percent->to_double() / 100;
    const double room = std::max(change.step.to_double(), 0.1) / 100;
    if (p - room <= -1) return std::nullopt;
    return around(to / (1 + p + room), to / (1 + p - room));
  }
  if (!change.factor || *change.factor <= Decimal(0)) return std::nullopt;
  const double f = change.factor->to_double();
  const double times = down && f > 1 ? 1 / f : f;
  constexpr double kRoom = 1.25;
  return around(to / times / kRoom, to / times * kRoom);
}

// Their own words join or part them.
double likeness(const Claim& to, const Claim& base) {
  const Measure& a = to.measure;
  const Measure& b = base.measure;
  if (!a.place.empty() && !b.place.empty() && a.place != b.place) return -1.5;
  if (!a.population.empty() && a.population == b.population) return 1;
  if (!a.property.empty() && a.property == b.property) return 1;
  return a.population.empty() || b.population.empty() ? 0 : -0.7;
}

bool in_time(const Sheet& sheet, const Period& wanted, Index base) {
  const Claim& b = sheet.claim(base);
  const Date told = sheet.document_of(base).published.date;
  return (b.period && b.period->overlaps(wanted)) || (told.known() && wanted.overlaps(Period::of(told)));
}

// What speaks for a number being the base, beside the coincidence: it stands by, or in the time named.
double weight_of(const Sheet& sheet, Index claim, Index to, Index base) {
  const Claim& c = sheet.claim(claim);
  const Claim& b = sheet.claim(base);
  double weight = 0;
  if (sheet.claims[base].document == sheet.claims[claim].document) {
    constexpr int kNear = 1;
    weight += sentences_between(sheet, claim, base) <= kNear ? 3 : 1.5;
  }
  const auto& wanted = c.change->base_period;
  if (wanted && wanted->known() && in_time(sheet, *wanted, base)) weight += 1.5;
  const auto& at = sheet.claim(to).period;
  const auto before = at ? period_before(*at) : std::nullopt;
  if (before && b.period && b.period == before) weight += 1;
  if (!c.change->by) weight += likeness(sheet.claim(to), b);
  return weight;
}

// How much the coincidence itself says: the digits of the number hit, or how narrow the change is.
double digits_of_hit(const ChangeDetail& change, const Value& base) {
  if (change.by) return surprise(Value::exact(*base.printed()));
  return -std::log10(openness(change));
}

Judgement judged(const Sheet& sheet, Index claim, Index to, Index base) {
  const Claim& b = sheet.claim(base);
  const Claim& t = sheet.claim(to);
  const Ends ends{{*b.value, b.period, base}, {*t.value, t.period, to}, false, false};
  if (!sheet.claim(claim).change->by) return judge(ends, *sheet.claim(claim).change);
  return {.fits = true, .rounded = false, .kind = "difference_by", .words = difference_in_words(ends)};
}

}  // namespace

bool later_than(const Claim& base, const Claim& to) {
  return base.period && to.period && base.period->known() && to.period->known() &&
         base.period->first_day() > to.period->last_day();
}

double openness(const ChangeDetail& change) {
  constexpr double kSpread = 4.2;  // of the logarithm of a change that is no larger than eightfold
  if (change.percent) {
    const Stretch s = percent_stretch(stated(*change.percent, change));
    if (!s.low || !s.high) return 1;
    const double base = change.direction == Direction::down ? 100 - change.percent->to_double()
                                                            : 100 + change.percent->to_double();
    return (s.high->to_double() - s.low->to_double()) / std::max(base, 1.0) / kSpread;
  }
  return change.factor ? 1 / std::max(change.factor->to_double(), 1.0) / kSpread : 1;
}

FarBases::FarBases(const Sheet& sheet) : sheet_(sheet) {
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (!is_printed(sheet, i)) continue;
    const auto number = sheet.claim(i).value->printed();
    if (!number || surprise(Value::exact(*number)) < 2) continue;
    by_unit_[unit_key(sheet.claim(i).unit)].emplace(*number, i);
  }
}

bool FarBases::bear_out(Checks& checks, Index claim) const {
  constexpr double kOther = 1;  // more where it is said of none of them for sure
  constexpr int kTelling = 3;   // digits of an amount that others than its subject may have changed by
  const auto subjects = subjects_of(sheet_, claim);
  const bool several = subjects.size() > 1 && !sheet_.claim(claim).change->by;
  const double needed = kMargin + (several ? std::log10(static_cast<double>(subjects.size())) : 0);
  const auto fits = [&](Index to) { return bear_out(checks, claim, to, needed); };
  if (std::ranges::any_of(subjects, fits)) return true;
  const auto& by = sheet_.claim(claim).change->by;
  if (subject_of(sheet_, claim) == kNone || !by || surprise(Value::exact(*by)) < kTelling) return false;
  return std::ranges::any_of(figures_before(sheet_, claim), [&](Index to) {
    return to != subjects.front() && bear_out(checks, claim, to, needed + kOther);
  });
}

bool FarBases::bear_out(Checks& checks, Index claim, Index to, double needed) const {
  constexpr int kMost = 64;  // of one size
  const ChangeDetail& change = *sheet_.claim(claim).change;
  const auto end = number_of(*sheet_.claim(to).value);
  const auto unit = by_unit_.find(unit_key(sheet_.claim(to).unit));
  const auto window = end ? window_of(change, *end) : std::nullopt;
  if (!window || unit == by_unit_.end()) return false;
  // Few numbers on record are no sign that there are few.
  constexpr std::size_t kFewest = 30;
  const auto numbers = static_cast<double>(std::max(unit->second.size(), kFewest));
  const double least = std::log10(numbers) + needed;
  Index best = kNone;
  double most = least;
  int tries = 0;
  for (auto i = unit->second.lower_bound(window->low); i != unit->second.end() && i->first <= window->high;
       ++i) {
    const Index base = i->second;
    if (++tries > kMost) break;
    if (base == to || later_than(sheet_.claim(base), sheet_.claim(to))) continue;
    const double weight =
        weight_of(sheet_, claim, to, base) + digits_of_hit(change, *sheet_.claim(base).value);
    if (weight < least || (best != kNone && weight <= most)) continue;
    const Judgement j = judged(sheet_, claim, to, base);
    if (!j.fits || j.rounded) continue;
    best = base;
    most = weight;
  }
  if (best == kNone) return false;
  const Judgement j = judged(sheet_, claim, to, best);
  add(checks, {.verdict = Verdict::holds,
               .kind = j.kind,
               .claim = claim,
               .against = {best, to},
               .explanation = j.words,
               .suspect = "",
               .rank = Rank::plain,
               .relative_size = percent_apart(*end, *sheet_.claim(best).value->printed())});
  return true;
}

}  // namespace tally
