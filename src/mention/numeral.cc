// Digits with separators → value and printed precision. Entry: read_numeral.
#include "mention/numeral.h"

#include <algorithm>
#include <array>
#include <string>

namespace tally::grammar {
namespace {

constexpr std::size_t kLongest = 32;  // characters; more is no figure of any report

struct Fraction {
  std::string_view sign;
  int hundredths_coefficient;
  int scale;
};

// Vulgar fractions in one character that are decimals; thirds and the like are not exact.
constexpr std::array<Fraction, 8> kFractions = {{{"½", 5, 1},
                                                 {"¼", 25, 2},
                                                 {"¾", 75, 2},
                                                 {"⅛", 125, 3},
                                                 {"⅜", 375, 3},
                                                 {"⅝", 625, 3},
                                                 {"⅞", 875, 3},
                                                 {"⅕", 2, 1}}};

// Whether every separator is followed by exactly three digits and preceded by one to three.
bool in_threes(std::string_view token, char separator) {
  std::size_t from = 0;
  bool first = true;
  for (;;) {
    const std::size_t to = std::min(token.find(separator, from), token.size());
    const std::size_t run = to - from;
    if (first ? run < 1 || run > 3 : run != 3) return false;
    first = false;
    if (to == token.size()) return true;
    from = to + 1;
  }
}

// Groups of two after the first three from the right, as in "1,48,000".
bool in_indian_groups(std::string_view token) {
  const std::size_t last = token.rfind(',');
  if (last == std::string_view::npos || token.size() - last != 4) return false;
  std::size_t to = last;
  while (to > 0) {
    const std::size_t before = token.rfind(',', to - 1);
    const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
    if (to - from > 2 || to == from) return false;
    if (before == std::string_view::npos) return true;
    if (to - from != 2) return false;
    to = before;
  }
  return false;
}

struct Shape {
  char thousands = 0;
  char decimal = 0;
};

std::optional<Shape> shape_of(std::string_view token, Habit habit = Habit::unknown) {
  const auto commas = std::count(token.begin(), token.end(), ',');
  const auto points = std::count(token.begin(), token.end(), '.');
  if (commas == 0 && points == 0) return Shape{};
  if (habit == Habit::decimal_comma) {
    if (commas == 0 && in_threes(token, '.')) return Shape{'.', 0};
    if (commas == 1 && points == 0) return Shape{0, ','};
  }
  if (commas == 0) return points == 1 ? Shape{0, '.'} : Shape{'.', 0};
  if (points == 0) {
    if (in_threes(token, ',') || in_indian_groups(token)) return Shape{',', 0};
    return commas == 1 ? std::optional(Shape{0, ','}) : std::nullopt;
  }
  const bool comma_last = token.rfind(',') > token.rfind('.');
  if (comma_last) return commas == 1 ? std::optional(Shape{'.', ','}) : std::nullopt;
  return points == 1 ? std::optional(Shape{',', '.'}) : std::nullopt;
}

bool grouped_well(std::string_view token, const Shape& shape) {
  if (shape.thousands == 0) return true;
  const std::string_view whole = shape.decimal == 0 ? token : token.substr(0, token.rfind(shape.decimal));
  return in_threes(whole, shape.thousands) || (shape.thousands == ',' && in_indian_groups(whole));
}

// "1987", "12.5", "1,234.5", which most are: commas before groups of three, one point at most.
std::optional<Numeral> read_common(std::string_view token) {
  constexpr std::size_t kMostCharacters = 16;  // whose digits no number can be too large for
  if (token.size() > kMostCharacters) return std::nullopt;
  std::int64_t value = 0;
  std::size_t run = 0;
  bool grouped = false, point = false;
  for (const char c : token) {
    if (is_digit(c)) {
      value = value * 10 + (c - '0');
      ++run;
      continue;
    }
    const bool is_group_end = grouped ? run == 3 : run > 0 && (run <= 3 || c == '.');
    if (point || !is_group_end || (c != ',' && c != '.')) return std::nullopt;
    grouped |= c == ',';
    point = c == '.';
    run = 0;
  }
  if (run == 0 || (grouped && !point && run != 3)) return std::nullopt;
  const int scale = point ? static_cast<int>(run) : 0;
  const std::size_t digits = grouped || point ? 0 : run;
  return Numeral{Decimal(value, scale), Decimal(1, scale), static_cast<std::uint16_t>(digits)};
}

}  // namespace

void Habits::see(std::string_view token) {
  if (token.size() > kLongest || token.find_first_of(",.") == std::string_view::npos) return;
  const auto shape = shape_of(token);
  if (!shape || !grouped_well(token, *shape)) return;
  const bool lone = std::count_if(token.begin(), token.end(), [](char c) { return !is_digit(c); }) == 1;
  if (shape->decimal == ',') ++(lone ? commas_ : sure_commas_);
  if (shape->decimal == '.' && !(lone && in_threes(token, '.'))) ++points_;
  if (shape->thousands == ',') ++(lone ? groups_ : points_);
}

std::optional<Numeral> read_numeral(std::string_view token, Habit habit) {
  if (habit == Habit::unknown) {
    if (const auto common = read_common(token)) return common;
  }
  for (const Fraction& fraction : kFractions) {
    if (token == fraction.sign) {
      const Decimal value(fraction.hundredths_coefficient, fraction.scale);
      return Numeral{value, Decimal(1, fraction.scale), 0};
    }
  }
  if (token.empty() || token.size() > kLongest) return std::nullopt;
  const auto shape = shape_of(token, habit);
  if (!shape || !grouped_well(token, *shape)) return std::nullopt;
  std::string plain;
  for (const char c : token) {
    if (is_digit(c)) {
      plain += c;
    } else if (shape->decimal != 0 && c == shape->decimal) {
      plain += '.';
    } else if (shape->thousands == 0 || c != shape->thousands) {
      return std::nullopt;
    }
  }
  const auto value = Decimal::parse(plain);
  if (!value) return std::nullopt;
  const bool only_digits = plain.size() == token.size() && shape->decimal == 0;
  return Numeral{*value, Decimal(1, value->scale()),
                 static_cast<std::uint16_t>(only_digits ? token.size() : 0)};
}

Groups read_groups(std::string_view token) {
  Groups groups;
  std::size_t digits = 0;
  int value = 0;
  for (std::size_t i = 0; i <= token.size(); ++i) {
    if (i < token.size() && is_digit(token[i])) {
      if (++digits > 4) return {};
      value = value * 10 + (token[i] - '0');
      continue;
    }
    if (digits == 0 || groups.count == groups.values.size()) return {};
    groups.digits[groups.count] = static_cast<std::uint8_t>(digits);
    groups.values[groups.count++] = static_cast<std::int16_t>(value);
    digits = 0;
    value = 0;
    if (i == token.size()) break;
    // "2024.14:15": behind the year of a date its clock time
    const bool behind_year = groups.count == 2 && groups.digits[0] == 4 && groups.separator == '.';
    if (groups.separator != 0 && token[i] != groups.separator && !(behind_year && token[i] == ':')) return {};
    groups.separator = token[i];
  }
  return groups.count > 1 ? groups : Groups{};
}

std::size_t digits_before_letters(std::string_view token) {
  std::size_t digits = 0;
  while (digits < token.size() && is_digit(token[digits])) ++digits;
  for (std::size_t i = digits; i < token.size(); ++i) {
    if (is_digit(token[i])) return 0;
  }
  return digits < token.size() ? digits : 0;
}

}  // namespace tally::grammar
