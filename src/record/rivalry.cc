// Comparing two printed values, and saying them in words.
#include "record/rivalry.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tally/rounding.h"

namespace tally {
namespace {

constexpr double kNear = 0.34;  // values further apart than a third are hardly rivals

bool has_no_number(const Value& value) {
  return !value.best && !value.low && !value.high;
}

std::string digits_of(Decimal number) {
  std::string digits = number.abs().to_string();
  std::erase(digits, '.');
  return digits;
}

// How many digits of a number say something: 4 of 2,706, 2 of 14,000.
int telling_digits(Decimal number) {
  std::string digits = digits_of(number.normalised());
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? 0 : static_cast<int>(digits.size() - first);
}

// Two digits changed places: 1,204 and 1,240, 22,613 and 22,316.
bool digits_swapped(const std::string& x, const std::string& y) {
  if (x.size() != y.size() || x.size() < 3) return false;
  const auto [first, first_there] = std::ranges::mismatch(x, y);
  if (first == x.end()) return false;
  const auto [second, second_there] = std::mismatch(first + 1, x.end(), first_there + 1);
  return second != x.end() && *first == *second_there && *second == *first_there &&
         std::equal(second + 1, x.end(), second_there + 1);
}

bool factor_ten(const Contender& a, const Contender& b) {
  if (a.tenfold != b.printed && b.tenfold != a.printed) return false;
  if (a.printed->is_zero() || b.printed->is_zero()) return false;
  return digits_of(last_unit(*a.printed, 1)).size() != a.digits.size();  // 500 and 50: too plain
}

bool near_in_size(double x, double y) {
  return std::abs(x - y) <= kNear * std::max(std::abs(x), std::abs(y));
}

// Of values without one number: the greatest of one is hardly less than the least of the other.
bool may_be_near(const Value& a, const Value& b) {
  const double low = std::max(a.low ? a.low->to_double() : 0, b.low ? b.low->to_double() : 0);
  const double high = std::min(a.high ? a.high->to_double() : 1e300, b.high ? b.high->to_double() : 1e300);
  return low <= high * (1 + kNear);
}

}  // namespace

Contender::Contender(const Value& told)
    : value(told),
      stretch(tally::stretch(told)),
      rounded(rounded_stretch(told)),
      printed(told.printed()),
      is_exact(tally::is_exact(told)) {
  if (value.best) {
    last_unit = tally::last_unit(*value.best, value.step);
    telling_digits = tally::telling_digits(*value.best);
  }
  if (!printed) return;
  tenfold = printed->shifted(1);
  size = printed->to_double();
  digits = digits_of(*printed);
}

std::optional<Decimal> number_of(const Value& value) {
  if (value.best) return value.best;
  if (value.low && value.high && *value.low == *value.high) return value.low;
  return std::nullopt;
}

Rivalry rivalry(const Value& a, const Value& b) {
  return rivalry(Contender(a), Contender(b));
}

Rivalry rivalry(const Contender& a, const Contender& b) {
  if (has_no_number(a.value) || has_no_number(b.value)) return Rivalry::agree;
  if (a.stretch.meets(b.stretch)) return Rivalry::agree;
  // A bound is no rounded number: it holds or it does not.
  if (a.value.best && b.value.best && a.rounded.meets(b.rounded) &&
      (!a.is_exact || !b.is_exact || a.last_unit != b.last_unit)) {
    return Rivalry::rounding;
  }
  if (!a.printed || !b.printed) return may_be_near(a.value, b.value) ? Rivalry::near : Rivalry::far;
  if (a.is_exact && b.is_exact) {
    if (digits_swapped(a.digits, b.digits)) return Rivalry::swapped;
    if (factor_ten(a, b)) return Rivalry::factor_ten;
  }
  return near_in_size(a.size, b.size) ? Rivalry::near : Rivalry::far;
}

bool near_in_size(const Value& a, const Value& b) {
  const auto x = a.printed();
  const auto y = b.printed();
  return x && y && near_in_size(x->to_double(), y->to_double());
}

bool comparable_in_size(const Value& a, const Value& b) {
  constexpr double kMost = 8;
  const auto x = a.printed();
  const auto y = b.printed();
  if (!x || !y) return false;
  const double larger = std::max(std::abs(x->to_double()), std::abs(y->to_double()));
  return larger <= kMost * std::min(std::abs(x->to_double()), std::abs(y->to_double()));
}

int surprise(const Value& value) {
  return is_exact(value) ? telling_digits(*value.best) : 0;
}

std::optional<Decimal> percent_apart(Decimal a, Decimal base) {
  if (base.is_zero()) return std::nullopt;
  const double percent = std::abs((a.to_double() - base.to_double()) / base.to_double()) * 100;
  return Decimal::round(percent, percent < 1 ? 2 : 1);
}

std::string in_words(Decimal number) {
  std::string text = number.to_string();
  const bool negative = text.starts_with('-');
  if (negative) text.erase(0, 1);
  auto point = text.find('.');
  if (point == std::string::npos) point = text.size();
  for (std::size_t at = point; at > 3; at -= 3) text.insert(at - 3, ",");
  return negative ? "-" + text : text;
}

std::string in_words(const Value& value) {
  const auto said = [](const std::optional<Decimal>& n) { return n ? in_words(*n) : std::string("?"); };
  switch (value.modifier) {
    case Modifier::exact:
      return said(value.printed());
    case Modifier::about:
      return (value.high && value.best && *value.high == *value.best ? "nearly " : "about ") +
             said(value.printed());
    case Modifier::more_than:
      return "more than " + said(value.low);
    case Modifier::at_least:
      return "at least " + said(value.low);
    case Modifier::less_than:
      return "less than " + said(value.high);
    case Modifier::at_most:
      return "at most " + said(value.high);
    case Modifier::between:
      return "between " + said(value.low) + " and " + said(value.high);
    case Modifier::vague:
      return "some";
  }
  return said(value.printed());
}

}  // namespace tally
