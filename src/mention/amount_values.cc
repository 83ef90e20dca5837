// Values: exact, vague, the two ends of a range, a bound. Entry: amount_value.
//
//   "more than" 30,000  →  low 30000        "nearly" 17,000  →  about 17000, at most that
#include "mention/amount_values.h"

#include "mention/amount_functions.h"
#include "mention/number_functions.h"

namespace tally {
namespace {

Value bounded(Value value, std::int16_t modifier) {
  if (modifier == 0) return value;
  const Decimal number = *value.best;
  if (modifier == grammar::kNearly) {
    value.low.reset();
    value.modifier = Modifier::about;
    return value;
  }
  value.modifier = static_cast<Modifier>(modifier - 1);
  value.best.reset();
  value.low.reset();
  value.high.reset();
  switch (value.modifier) {
    case Modifier::more_than:
    case Modifier::at_least:
      value.low = number;
      break;
    case Modifier::less_than:
    case Modifier::at_most:
      value.high = number;
      break;
    default:
      value.best = number;
      break;
  }
  return value;
}

}  // namespace

Value amount_value(const grammar::Meaning& meaning, std::int16_t modifier) {
  Value value;
  value.step = meaning.step;
  if ((meaning.flags & grammar::kVague) != 0) {
    value.modifier = Modifier::vague;
    return value;
  }
  if (meaning.part[grammar::kRange] != 0) {
    value.low = meaning.number;
    value.high = meaning.high;
    value.modifier = Modifier::between;
    return value;
  }
  return bounded(Value::exact(meaning.number, meaning.step), modifier);
}

}  // namespace tally
