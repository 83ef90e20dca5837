// Exact decimals on a 64-bit coefficient, with 128-bit intermediates.
#include "tally/decimal.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tally {
namespace {

__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using): -Wpedantic wants the keyword

constexpr int kMaxScale = 30;

std::optional<Wide> scaled_up(Wide value, int places) {
  for (; places > 0; --places) {
    if (value > std::numeric_limits<Wide>::max() / 10 || value < std::numeric_limits<Wide>::min() / 10) {
      return std::nullopt;
    }
    value *= 10;
  }
  return value;
}

std::optional<Decimal> narrow(Wide value, int scale) {
  while ((value > std::numeric_limits<std::int64_t>::max() ||
          value < std::numeric_limits<std::int64_t>::min()) &&
         value % 10 == 0) {
    value /= 10;
    --scale;
  }
  if (value > std::numeric_limits<std::int64_t>::max() || value <= std::numeric_limits<std::int64_t>::min() ||
      scale > kMaxScale || scale < -kMaxScale) {
    return std::nullopt;
  }
  return Decimal(static_cast<std::int64_t>(value), scale);
}

std::optional<Decimal> sum(Decimal a, Decimal b, int sign) {
  const int scale = std::max(a.scale(), b.scale());
  const auto x = scaled_up(a.coefficient(), scale - a.scale());
  const auto y = scaled_up(b.coefficient(), scale - b.scale());
  if (!x || !y) return std::nullopt;
  return narrow(*x + sign * *y, scale);
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view digits) {
  bool negative = false;
  if (!digits.empty() && (digits.front() == '-' || digits.front() == '+')) {
    negative = digits.front() == '-';
    digits.remove_prefix(1);
  }
  Wide value = 0;
  int scale = 0;
  bool point = false;
  bool any = false;
  for (const char c : digits) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    any = true;
    value = value * 10 + (c - '0');
    if (value > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    if (point) ++scale;
  }
  if (!any || scale > kMaxScale) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(negative ? -value : value), scale);
}

std::optional<Decimal> Decimal::round(double value, int digits) {
  const double scaled = std::round(value * std::pow(10.0, digits));
  if (!std::isfinite(scaled) || std::abs(scaled) > 9e17) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(scaled), digits);
}

bool Decimal::is_integer() const {
  return normalised().scale_ <= 0;
}

double Decimal::to_double() const {
  return static_cast<double>(coefficient_) * std::pow(10.0, -scale_);
}

Decimal Decimal::normalised() const {
  Decimal d = *this;
  while (d.scale_ > 0 && d.coefficient_ % 10 == 0) {
    d.coefficient_ /= 10;
    --d.scale_;
  }
  if (d.coefficient_ == 0) d.scale_ = 0;
  return d;
}

std::string Decimal::to_string() const {
  const Decimal d = normalised();
  std::string digits = std::to_string(d.coefficient_ < 0 ? -d.coefficient_ : d.coefficient_);
  if (d.scale_ < 0) digits.append(static_cast<std::size_t>(-d.scale_), '0');
  if (d.scale_ > 0) {
    const auto places = static_cast<std::size_t>(d.scale());
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return d.coefficient_ < 0 ? "-" + digits : digits;
}

std::optional<Decimal> Decimal::plus(Decimal other) const {
  return sum(*this, other, 1);
}
std::optional<Decimal> Decimal::minus(Decimal other) const {
  return sum(*this, other, -1);
}

std::optional<Decimal> Decimal::times(Decimal other) const {
  return narrow(static_cast<Wide>(coefficient_) * other.coefficient_, scale_ + other.scale_);
}

std::optional<Decimal> Decimal::shifted(int power) const {
  const int scale = scale_ - power;
  if (scale >= 0) return narrow(coefficient_, scale);
  const auto value = scaled_up(coefficient_, -scale);
  if (!value) return std::nullopt;
  return narrow(*value, 0);
}

std::strong_ordering operator<=>(Decimal a, Decimal b) {
  if (a.scale() == b.scale()) return a.coefficient() <=> b.coefficient();
  const int scale = std::max(a.scale(), b.scale());
  const auto x = scaled_up(a.coefficient(), scale - a.scale());
  const auto y = scaled_up(b.coefficient(), scale - b.scale());
  if (x && y)
    return *x < *y   ? std::strong_ordering::less
           : *x > *y ? std::strong_ordering::greater
                     : std::strong_ordering::equal;
  const double difference = a.to_double() - b.to_double();
  return difference < 0 ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace tally
