// Times told from another time → periods: "a year earlier", "the week before", "that year" seen from what the
// report tells, not from the date that happens to stand before.
//
//   "2,312 cases in March, 900 fewer than in February. A year earlier it had been 1,870."   2,312 is of
//   March, so 1,870 is of the March before
#include <optional>

#include "claim/periods.h"
#include "claim/time_choice.h"

namespace tally {
namespace {

bool is_plain(const RelativeDate& relative) {
  return relative.length == 0 && relative.months == 0 && relative.month == 0 && relative.weekday == 0 &&
         relative.quarter == 0 && relative.half == 0 && relative.season == 0 && relative.day == 0;
}

// The same stretch so many years, months, weeks or days away; nothing where it is no such stretch.
std::optional<Period> moved(const Period& from, Grain grain, int offset) {
  const bool years = grain == Grain::year || (grain == Grain::month && offset % 12 == 0);
  if (years && from.from.known())
    return in_year(from,
                   static_cast<std::int16_t>(from.from.year + (grain == Grain::year ? offset : offset / 12)));
  const bool same_grain = grain == from.grain();
  return same_grain ? period_before(from, -offset) : std::nullopt;
}

// The year, month … that a stretch lies in.
std::optional<Period> around(const Period& period, Grain grain) {
  if (grain == period.grain()) return period;
  const Date last = period.to.known() ? period.to : period.from;
  if (grain == Grain::year && period.from.year == last.year) return Period::of(Date{.year = last.year});
  if (grain == Grain::month && last.month != 0 && period.from.month == last.month)
    return Period::of(Date{.year = last.year, .month = last.month});
  return std::nullopt;
}

}  // namespace

When seen_from(When when, const When& reference) {
  if (!when.relative || when.relative->anchor != RelativeDate::Anchor::focus || !is_plain(*when.relative))
    return when;
  if (!reference.period || !reference.period->known() || reference.period->open_from ||
      reference.period->open_to)
    return when;
  const RelativeDate& relative = *when.relative;
  std::optional<Period> period;
  if (relative.keep != Grain::none && relative.offset != 0) {
    period = moved(*reference.period, relative.grain, relative.offset);
  } else if (const auto own = around(*reference.period, relative.grain)) {
    period = relative.offset == 0 ? own : period_before(*own, -relative.offset);
  }
  if (!period) return when;
  when.period = period;
  when.basis = Basis::implied;
  return when;
}

}  // namespace tally
