// Steps from a period to those beside it.
#include "claim/periods.h"

namespace tally {
namespace {

Date back(Date date, int months) {
  const int count = date.year * 12 + (date.month - 1) - months;
  return {static_cast<std::int16_t>(count / 12), static_cast<std::uint8_t>(count % 12 + 1), 0, false};
}

}  // namespace

bool is_season(const Period& period) {
  return period.interval && period.from.month == 0 && period.to.month == 0 &&
         period.to.year == period.from.year + 1;
}

std::optional<Period> period_before(const Period& period, int steps) {
  if (period.open_from || period.open_to || !period.from.known()) return std::nullopt;
  const Date from = period.from;
  if (is_season(period)) {
    const auto shift = static_cast<std::int16_t>(steps);
    return Period::between({static_cast<std::int16_t>(from.year - shift), 0, 0, false},
                           {static_cast<std::int16_t>(period.to.year - shift), 0, 0, false});
  }
  switch (period.grain()) {
    case Grain::year:
      if (period.interval && from.month != 0) {
        return Period::between(back(from, 12 * steps), back(period.to, 12 * steps));
      }
      return Period::of({static_cast<std::int16_t>(from.year - steps), 0, 0, false});
    case Grain::half:
      return Period::between(back(from, 6 * steps), back(period.to, 6 * steps));
    case Grain::quarter:
      return Period::between(back(from, 3 * steps), back(period.to, 3 * steps));
    case Grain::month:
      return Period::of(back(from, steps));
    case Grain::week: {
      const auto shift = std::chrono::days(7 * steps);
      return Period::between(Date::of(from.first_day() - shift), Date::of(period.to.first_day() - shift));
    }
    case Grain::day:
      return Period::of(Date::of(from.first_day() - std::chrono::days(steps)));
    default:
      return std::nullopt;
  }
}

Period as_long_as(const Period& period, const Period& base) {
  const bool months = period.interval && !period.open_from && !period.open_to && period.from.month != 0 &&
                      period.to.month != 0 && period.from.day == 0 && period.to.day == 0;
  if (!months || base.grain() != Grain::month) return base;
  if (period.from.month == base.from.month) return in_year(period, base.from.year);
  const auto before = period_before(period);
  return before && before->from == base.from ? *before : base;
}

std::optional<Period> year_before(const Period& period) {
  if (period.open_from || period.open_to || !period.from.known()) return std::nullopt;
  Date from = period.from;
  Date to = period.to;
  --from.year;
  --to.year;
  if (!from.valid() || !to.valid()) return std::nullopt;
  return period.interval ? Period::between(from, to) : Period::of(from);
}

}  // namespace tally
