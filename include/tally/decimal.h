// Exact decimal numbers. Money and counts are never floating point.
//
// A Decimal is coefficient × 10^-scale and keeps the scale it was made with: "11.0" is
// {110, 1} and "11" is {11, 0}. They compare equal; the printed precision differs.
// Coefficients hold 18 digits and more; results that would not fit are nullopt.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tally {

class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t coefficient,
                    int scale = 0)  // NOLINT(google-explicit-constructor): numbers are decimals
      : coefficient_(coefficient), scale_(static_cast<std::int8_t>(scale)) {}

  // Reads "-12.50"; digits, at most one '.', an optional sign, nothing else.
  static std::optional<Decimal> parse(std::string_view digits);
  // The nearest decimal with `digits` digits after the point. For ratios shown to people.
  static std::optional<Decimal> round(double value, int digits);

  [[nodiscard]] constexpr std::int64_t coefficient() const { return coefficient_; }
  // Digits after the decimal point; negative where trailing zeros are not significant.
  [[nodiscard]] constexpr int scale() const { return scale_; }
  [[nodiscard]] bool is_integer() const;
  [[nodiscard]] bool is_zero() const { return coefficient_ == 0; }
  [[nodiscard]] bool is_negative() const { return coefficient_ < 0; }
  [[nodiscard]] double to_double() const;
  // Shortest exact notation without exponent: "1200000", "0.5", "-3.25". Trailing zeros
  // after the point are dropped.
  [[nodiscard]] std::string to_string() const;
  // The same value with no trailing zeros in the coefficient after the point.
  [[nodiscard]] Decimal normalised() const;
  [[nodiscard]] Decimal operator-() const { return {-coefficient_, scale_}; }
  [[nodiscard]] Decimal abs() const { return coefficient_ < 0 ? -*this : *this; }

  [[nodiscard]] std::optional<Decimal> plus(Decimal other) const;
  [[nodiscard]] std::optional<Decimal> minus(Decimal other) const;
  [[nodiscard]] std::optional<Decimal> times(Decimal other) const;
  // × 10^power, exact.
  [[nodiscard]] std::optional<Decimal> shifted(int power) const;

  // By value: 11 == 11.0.
  friend std::strong_ordering operator<=>(Decimal a, Decimal b);
  friend bool operator==(Decimal a, Decimal b) { return (a <=> b) == 0; }

 private:
  std::int64_t coefficient_ = 0;
  std::int8_t scale_ = 0;
};

}  // namespace tally
