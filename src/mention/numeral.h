// A number token as printed → its value: "1,417", "2.5", "007", "1.234,5", "½".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "tally/decimal.h"

namespace tally::grammar {

struct Numeral {
  Decimal value;
  Decimal step = 1;          // one unit of the last printed digit
  std::uint16_t digits = 0;  // how many, where nothing else stands in it; else 0
};

// What a text shows of how it writes numbers: "1.234,5 and 2.300", or not.
enum class Habit : std::uint8_t { unknown, decimal_comma };

// nullopt where it is no number in any habit of writing, or too large to hold. A comma before
// groups of three is a thousands separator, a single one before any other count of digits a
// decimal comma; the same for points, but that a lone point is decimal unless the text's habit is
// the decimal comma ("2.300"), in which every lone comma is decimal.
[[nodiscard]] std::optional<Numeral> read_numeral(std::string_view token, Habit habit = Habit::unknown);

// The habit of a text, out of its number tokens one after the other. It takes a number that can be read
// in one way only ("1.234,5"), or two that hardly are anything else ("2,5"), and none of the other habit.
class Habits {
 public:
  void see(std::string_view token);
  [[nodiscard]] Habit habit() const {
    const bool shown = sure_commas_ > 0 || (commas_ > 1 && groups_ == 0);
    return shown && points_ == 0 ? Habit::decimal_comma : Habit::unknown;
  }

 private:
  std::uint32_t sure_commas_ = 0;  // "1.234,5"
  std::uint32_t commas_ = 0;       // "2,5"
  std::uint32_t groups_ = 0;       // "1,234"
  std::uint32_t points_ = 0;       // "2.5", "1,234.5", "1,234,567"
};

// Groups of digits with one sign between them: "10:30", "12.03.2016". `count` is 0 where the token
// is no such thing; at most four groups of at most four digits.
struct Groups {
  std::uint8_t count = 0;
  char separator = 0;
  std::array<std::int16_t, 4> values{};
  std::array<std::uint8_t, 4> digits{};
};
[[nodiscard]] Groups read_groups(std::string_view token);

[[nodiscard]] inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "3rd", "1990s": digits, then letters. The length of the digits; 0 where it is not so.
[[nodiscard]] std::size_t digits_before_letters(std::string_view token);

}  // namespace tally::grammar
