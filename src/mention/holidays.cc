// Rules of holidays, read anew each time: they are short, and holidays are rare.
#include "mention/holidays.h"

#include <array>
#include <charconv>

#include "base/calendar.h"

namespace tally::dates {
namespace {

// A number at the front, with its sign; what follows it stays in `text`.
std::optional<int> take_number(std::string_view& text) {
  const std::size_t plus = text.starts_with('+') ? 1 : 0;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data() + plus, text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

}  // namespace

std::optional<Date> holiday_in(std::string_view rule, int year) {
  constexpr std::string_view kEaster = "easter";
  if (rule.starts_with(kEaster)) {
    rule.remove_prefix(kEaster.size());
    const auto days = take_number(rule);
    return days ? std::optional(add_days(easter(year), *days)) : std::nullopt;
  }
  std::array<int, 3> parts{};
  std::size_t count = 0;
  while (count < parts.size() && !rule.empty() && rule.front() != '+') {
    if (count > 0) rule.remove_prefix(1);  // the hyphen
    const auto part = take_number(rule);
    if (!part) return std::nullopt;
    parts[count++] = *part;
  }
  if (count == 2) return make_date(year, parts[0], parts[1]);
  const auto later = rule.empty() ? std::optional(0) : take_number(rule);
  const Date day = nth_weekday(make_date(year, parts[0]), parts[1], parts[2]);
  return later && day.known() ? std::optional(add_days(day, *later)) : std::nullopt;
}

std::optional<Date> fixed_holiday(std::string_view rule) {
  const auto month = take_number(rule);
  if (!month || rule.empty()) return std::nullopt;
  rule.remove_prefix(1);
  const auto day = take_number(rule);
  return day && rule.empty() ? std::optional(make_date(0, *month, *day)) : std::nullopt;
}

}  // namespace tally::dates
