// Stretches of numbers that printed values stand for.
#include "tally/rounding.h"

namespace tally {
namespace {

Decimal half(Decimal unit) {
  return unit.times(Decimal(5, 1)).value_or(unit);
}

Stretch around(Decimal number, Decimal unit) {
  return {number.minus(half(unit)), number.plus(half(unit)), false, false};
}

// "nearly 17,000" reaches up to 17,000 and no further.
Stretch within_bounds(Stretch wide, const Value& value) {
  if (value.low) wide.low = value.low;
  if (value.high) wide.high = value.high;
  return wide;
}

}  // namespace

bool Stretch::holds(Decimal number) const {
  if (low && (number < *low || (above_low && number == *low))) return false;
  return !(high && (number > *high || (below_high && number == *high)));
}

bool Stretch::meets(const Stretch& other) const {
  const auto apart = [](const Stretch& left, const Stretch& right) {
    if (!left.high || !right.low) return false;
    return *left.high < *right.low || (*left.high == *right.low && (left.below_high || right.above_low));
  };
  return !apart(*this, other) && !apart(other, *this);
}

Decimal last_unit(Decimal number, Decimal step) {
  const Decimal exact = number.normalised();
  if (exact.scale() > 0 || step < Decimal(1)) return step;
  Decimal unit = 1;
  std::int64_t rest = exact.coefficient();
  for (int zeros = exact.scale(); zeros < 0; ++zeros) unit = unit.times(10).value_or(unit);
  for (; rest != 0 && rest % 10 == 0; rest /= 10) unit = unit.times(10).value_or(unit);
  return unit < step ? step : unit;
}

bool is_exact(const Value& value) {
  return value.modifier == Modifier::exact && value.best.has_value();
}

Stretch stretch(const Value& value) {
  switch (value.modifier) {
    case Modifier::exact:
      return {value.best, value.best, false, false};
    case Modifier::about:
      if (!value.best) return {value.low, value.high, false, false};
      return within_bounds(around(*value.best, last_unit(*value.best, value.step)), value);
    case Modifier::more_than:
      return {value.low, std::nullopt, true, false};
    case Modifier::less_than:
      return {std::nullopt, value.high, false, true};
    default:
      return {value.low, value.high, false, false};
  }
}

Stretch rounded_stretch(const Value& value) {
  if (!is_exact(value)) return stretch(value);
  const Decimal unit = last_unit(*value.best, value.step);
  // A number that ends in no zero and is printed to the unit claims to be exact.
  if (unit == Decimal(1)) return stretch(value);
  return around(*value.best, unit);
}

Stretch percent_stretch(const Value& value) {
  if (!is_exact(value)) return stretch(value);
  return {value.best->minus(half(value.step)), value.best->plus(value.step), false, true};
}

}  // namespace tally
