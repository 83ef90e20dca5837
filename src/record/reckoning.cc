// Reckoning with the two ends of a change.
#include "record/reckoning.h"

#include <algorithm>
#include <cmath>

#include "tally/rounding.h"

namespace tally {
namespace {

constexpr double kWildest = 8;

// The lowest and the highest that a number may be. Unhedged numbers are exact, but for round ones
// of two significant digits or more where `leniently`.
struct Reach {
  double low = 0;
  double high = 0;
};

Reach reach_of(const Value& value, bool leniently) {
  Stretch s = stretch(value);
  if (value.best && is_exact(value)) {
    const Decimal unit = last_unit(*value.best, value.step);
    const bool round = unit > Decimal(10) && unit.to_double() * 10 <= std::abs(value.best->to_double());
    if (value.step > Decimal(1) || (leniently && round)) s = rounded_stretch(value);
  }
  const double printed = value.printed().value_or(Decimal(0)).to_double();
  return {s.low ? s.low->to_double() : printed, s.high ? s.high->to_double() : printed};
}

struct Ratio {
  double low = 0;
  double high = 0;
};

std::optional<Ratio> ratio(const Ends& ends, bool leniently) {
  const Reach from = reach_of(ends.from.value, leniently);
  const Reach to = reach_of(ends.to.value, leniently);
  if (from.low <= 0) return std::nullopt;
  return Ratio{to.low / from.high, to.high / from.low};
}

bool meets(double low, double high, const Stretch& wanted) {
  constexpr double kDust = 1e-9;
  if (wanted.low && high < wanted.low->to_double() - kDust) return false;
  if (wanted.above_low && wanted.low && high <= wanted.low->to_double() + kDust) return false;
  return !(wanted.high && low > wanted.high->to_double() + kDust);
}

std::string_view noun(Direction direction) {
  return direction == Direction::up ? "a rise" : direction == Direction::down ? "a drop" : "no change";
}

Direction direction_of(const Ends& ends) {
  const auto from = ends.from.value.printed();
  const auto to = ends.to.value.printed();
  if (!from || !to || *from == *to) return Direction::none;
  return *to > *from ? Direction::up : Direction::down;
}

bool direction_fits(const Ends& ends, Direction claimed) {
  if (claimed == Direction::unknown) return true;
  const Reach from = reach_of(ends.from.value, false);
  const Reach to = reach_of(ends.to.value, false);
  if (claimed == Direction::up) return to.high > from.low;
  if (claimed == Direction::down) return to.low < from.high;
  return std::abs(to.low - from.high) <= 0.02 * std::abs(from.high) ||
         (to.high >= from.low && from.high >= to.low);
}

// "Doubled" without a hedge: what rounds to twice as much, but for what falls short a reader is told
// "almost doubled".
Stretch multiple_stretch(Decimal factor) {
  constexpr double kShort = 0.93;
  constexpr double kOver = 1.15;
  const double f = factor.to_double();
  return {.low = Decimal::round(f * (f < 1 ? 1 / kOver : kShort), 4),
          .high = Decimal::round(f * (f < 1 ? 1 / kShort : kOver), 4)};
}

// "Nearly one in four": what is meant to a tenth of it.
Stretch fraction_stretch(Decimal factor) {
  constexpr double kTenth = 0.1;
  const double f = factor.to_double();
  return {.low = Decimal::round(f * (1 - kTenth), 4), .high = Decimal::round(f * (1 + kTenth), 4)};
}

// Percentages, amounts and factors: true, false, or true with rounding.
bool amount_fits(const Ends& ends, const ChangeDetail& change, bool leniently) {
  const auto r = ratio(ends, leniently);
  if (change.percent && r) {
    double low = (r->low - 1) * 100;
    double high = (r->high - 1) * 100;
    if (change.direction == Direction::down || (change.direction == Direction::unknown && high < 0)) {
      std::swap(low, high);
      low = -low;
      high = -high;
    }
    if (!meets(low, high, percent_stretch(stated(*change.percent, change)))) return false;
  }
  if (change.by) {
    const Reach from = reach_of(ends.from.value, leniently);
    const Reach to = reach_of(ends.to.value, leniently);
    double low = to.low - from.high;
    double high = to.high - from.low;
    if (high < 0) {
      std::swap(low, high);
      low = -low;
      high = -high;
    }
    const Value by = stated(*change.by, change);
    if (!meets(low, high, leniently ? rounded_stretch(by) : stretch(by))) return false;
  }
  if (change.factor && r && !change.percent) {
    Value factor = stated(*change.factor, change);
    Stretch wanted = stretch(factor);
    if (change.modifier == Modifier::exact) wanted = multiple_stretch(*change.factor);
    if (change.modifier == Modifier::about && *change.factor < Decimal(1))
      wanted = fraction_stretch(*change.factor);
    const bool shrinks = change.direction == Direction::down && *change.factor > Decimal(1);
    if (!meets(shrinks ? 1 / r->high : r->low, shrinks ? 1 / r->low : r->high, wanted)) return false;
  }
  return true;
}

// A third is 33.3 percent to a reader.
Decimal plain(Decimal number) {
  return number.scale() > 2 ? Decimal::round(number.to_double(), 1).value_or(number) : number;
}

// "3 times as many", "less than half as many"
std::string factor_in_words(Decimal factor, const ChangeDetail& change) {
  const double f = factor.to_double();
  if (f >= 1) return in_words(stated(plain(factor), change)) + " times as many";
  ChangeDetail share = change;
  share.step = 1;
  return in_words(stated(plain(factor.shifted(2).value_or(factor)), share)) + " % of it";
}

// How many times the one the other is.
std::string times_in_words(const Ends& ends) {
  const auto from = ends.from.value.printed();
  const auto to = ends.to.value.printed();
  if (!from || !to || from->is_zero()) return difference_in_words(ends);
  const double ratio = to->to_double() / from->to_double();
  const auto times = Decimal::round(ratio >= 1 ? ratio : ratio * 100, 1);
  if (!times) return difference_in_words(ends);
  return said(ends.to.value, ends.to.period) + " is " + in_words(*times) +
         (ratio >= 1 ? " times " : " % of ") + said(ends.from.value, ends.from.period);
}

std::string claimed_in_words(const ChangeDetail& change) {
  if (change.percent) return in_words(stated(plain(*change.percent), change)) + " %";
  if (change.by) return in_words(stated(*change.by, change));
  if (change.factor) return factor_in_words(*change.factor, change);
  return std::string(noun(change.direction));
}

}  // namespace

Value stated(Decimal number, const ChangeDetail& change) {
  Value v = Value::exact(number, change.step);
  v.modifier = change.modifier;
  switch (change.modifier) {
    case Modifier::more_than:
    case Modifier::at_least:
      v.best.reset();
      v.high.reset();
      break;
    case Modifier::less_than:
    case Modifier::at_most:
      v.best.reset();
      v.low.reset();
      break;
    case Modifier::about:
      v.low.reset();
      v.high.reset();
      break;
    default:
      break;
  }
  return v;
}

std::string difference_in_words(const Ends& ends) {
  const auto from = ends.from.value.printed();
  const auto to = ends.to.value.printed();
  if (!from || !to)
    return said(ends.to.value, ends.to.period) + " against " + said(ends.from.value, ends.from.period);
  const auto by = to->minus(*from).value_or(Decimal(0));
  const auto percent = percent_apart(*to, *from);
  std::string words = said(ends.to.value, ends.to.period) + " is ";
  if (by.is_zero()) {
    words += "the same as ";
  } else {
    words += in_words(by.abs()) + (percent ? " (" + in_words(*percent) + " %)" : "") +
             (by.is_negative() ? " less than " : " more than ");
  }
  return words + said(ends.from.value, ends.from.period);
}

namespace {

std::string reckoned_in_words(const Ends& ends, const ChangeDetail& change) {
  const bool multiple = change.factor && !change.percent && !change.by;
  return multiple ? times_in_words(ends) : difference_in_words(ends);
}

}  // namespace

Judgement judge(const Ends& ends, const ChangeDetail& change) {
  Judgement j;
  const bool amounts = change.percent || change.by || change.factor;
  if (!direction_fits(ends, change.direction)) {
    j.fits = false;
    j.words = difference_in_words(ends) + ": " + std::string(noun(direction_of(ends))) + ", not " +
              std::string(noun(change.direction));
    return j;
  }
  if (change.percent) {
    j.kind = "percent";
  } else if (change.by) {
    j.kind = "difference_by";
  } else if (change.factor) {
    j.kind = "factor";
  }
  if (amounts && !amount_fits(ends, change, false)) {
    j.rounded = amount_fits(ends, change, true);
    j.fits = j.rounded;
    j.words = reckoned_in_words(ends, change) +
              (j.rounded ? ": the round numbers leave room for " : ", not ") + claimed_in_words(change);
    return j;
  }
  j.words = reckoned_in_words(ends, change) + (amounts ? ": " + claimed_in_words(change) + " fits" : "");
  return j;
}

bool tame(Decimal from, Decimal to) {
  const double x = std::abs(from.to_double());
  const double y = std::abs(to.to_double());
  return x > 0 && y > 0 && x <= kWildest * y && y <= kWildest * x;
}

std::optional<Decimal> rescaled(Decimal from, Decimal to, const ChangeDetail& change) {
  const bool said_so = change.factor || (change.percent && *change.percent >= Decimal(500));
  if (tame(from, to) || said_so || from.is_zero() || to.is_zero()) return from;
  for (const int power : {3, 6, 9, 12}) {
    const auto larger = from.shifted(power);
    if (larger && tame(*larger, to)) return larger;
  }
  return std::nullopt;
}

}  // namespace tally
