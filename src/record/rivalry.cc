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

// Two digits changed places: 1,204 and 1,240, 22,613 and 22,316.
bool digits_swapped(Decimal a, Decimal b) {
  const std::string x = digits_of(a);
  const std::string y = digits_of(b);
  if (x.size() != y.size() || x.size() < 3) return false;
  std::vector<std::size_t> apart;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] != y[i]) apart.push_back(i);
  }
  return apart.size() == 2 && x[apart[0]] == y[apart[1]] && x[apart[1]] == y[apart[0]];
}

bool factor_ten(Decimal a, Decimal b) {
  if (a.is_zero() || b.is_zero()) return false;
  if (digits_of(last_unit(a, 1)).size() == digits_of(a).size()) return false;  // 500 and 50: too plain
  return a.shifted(1) == b || b.shifted(1) == a;
}

}  // namespace

std::optional<Decimal> number_of(const Value& value) {
  if (value.best) return value.best;
  if (value.low && value.high && *value.low == *value.high) return value.low;
  return std::nullopt;
}

Rivalry rivalry(const Value& a, const Value& b) {
  if (has_no_number(a) || has_no_number(b)) return Rivalry::agree;
  if (stretch(a).meets(stretch(b))) return Rivalry::agree;
  // A bound is no rounded number: it holds or it does not.
  if (a.best && b.best && rounded_stretch(a).meets(rounded_stretch(b)) &&
      (!is_exact(a) || !is_exact(b) || last_unit(*a.best, a.step) != last_unit(*b.best, b.step))) {
    return Rivalry::rounding;
  }
  const auto x = a.printed();
  const auto y = b.printed();
  if (!x || !y) {
    const double low = std::max(a.low ? a.low->to_double() : 0, b.low ? b.low->to_double() : 0);
    const double high = std::min(a.high ? a.high->to_double() : 1e300, b.high ? b.high->to_double() : 1e300);
    return low <= high * (1 + kNear) ? Rivalry::near : Rivalry::far;
  }
  if (is_exact(a) && is_exact(b)) {
    if (digits_swapped(*x, *y)) return Rivalry::swapped;
    if (factor_ten(*x, *y)) return Rivalry::factor_ten;
  }
  return near_in_size(a, b) ? Rivalry::near : Rivalry::far;
}

bool near_in_size(const Value& a, const Value& b) {
  const auto x = a.printed();
  const auto y = b.printed();
  if (!x || !y) return false;
  const double larger = std::max(std::abs(x->to_double()), std::abs(y->to_double()));
  return std::abs(x->to_double() - y->to_double()) <= kNear * larger;
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
  const auto number = number_of(value);
  if (!number || !is_exact(value)) return 0;
  std::string digits = digits_of(number->normalised());
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? 0 : static_cast<int>(digits.size() - first);
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
