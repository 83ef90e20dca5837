// Dates and periods: EDTF out and in. Also reads what others write and news does not print:
// seasons ("2016-21" is March to May), quarters ("2016-33"), halves ("2016-40"), decades ("201X"),
// unspecified parts ("2016-04-XX") and years before Christ ("-0489" is 490 BC).
#include "tally/edtf.h"

#include <array>
#include <charconv>
#include <cstdlib>

#include "base/calendar.h"

namespace tally {
namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr sys_days kFirstDay = sys_days(year{-32000} / 1 / 1);
constexpr sys_days kLastDay = sys_days(year{32000} / 12 / 31);

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

// Drops what is printed as not known: "2016-04-XX" is 2016-04.
std::string_view without_unknown_parts(std::string_view text) {
  while (text.size() > 4 && text.ends_with("-XX")) text.remove_suffix(3);
  return text;
}

std::optional<Date> parse_date(std::string_view text) {
  Date date;
  const bool before_christ = text.starts_with('-');
  if (before_christ) text.remove_prefix(1);
  if (!text.empty() && (text.back() == '~' || text.back() == '%')) {
    date.approximate = true;
    text.remove_suffix(1);
  }
  text = without_unknown_parts(text);
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto y = digits(text.substr(0, 4));
  if (!y) return std::nullopt;
  date.year = static_cast<std::int16_t>(before_christ ? -*y : *y);
  if (text.size() >= 7) {
    const auto m = digits(text.substr(5, 2));
    if (text[4] != '-' || !m) return std::nullopt;
    date.month = static_cast<std::uint8_t>(*m);
  }
  if (text.size() == 10) {
    const auto d = digits(text.substr(8, 2));
    if (text[7] != '-' || !d) return std::nullopt;
    date.day = static_cast<std::uint8_t>(*d);
  }
  return date.valid() ? std::optional(date) : std::nullopt;
}

// "2016-21" … "2016-24" seasons, "2016-33" … "2016-36" quarters, "2016-40", "2016-41" halves.
std::optional<Period> parse_division(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto year_number = digits(text.substr(0, 4));
  const auto code = digits(text.substr(5));
  if (!year_number || !code) return std::nullopt;
  if (*code >= 21 && *code <= 24) return season_of(*year_number, *code - 20);
  if (*code >= 33 && *code <= 36) return Period::quarter(*year_number, *code - 32);
  if (*code == 40 || *code == 41) return Period::half(*year_number, *code - 39);
  return std::nullopt;
}

// "201X", "20XX".
std::optional<Period> parse_rounded_year(std::string_view text) {
  if (text.size() != 4 || text[3] != 'X') return std::nullopt;
  const std::size_t known = text[2] == 'X' ? 2 : 3;
  const auto number = digits(text.substr(0, known));
  if (!number || (known == 2 && *number == 0)) return std::nullopt;
  return known == 2 ? century_of(*number + 1) : decade_of(*number * 10);
}

}  // namespace

Date Date::of(sys_days at) {
  const year_month_day ymd(at);
  return {static_cast<std::int16_t>(static_cast<int>(ymd.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day())), false};
}

sys_days Date::first_day() const {
  return sys_days(year_month_day(std::chrono::year(year), std::chrono::month(month != 0 ? month : 1U),
                                 std::chrono::day(day != 0 ? day : 1U)));
}

sys_days Date::last_day() const {
  if (day != 0) return first_day();
  return sys_days(std::chrono::year(year) / std::chrono::month(month != 0 ? month : 12U) / last);
}

bool Date::valid() const {
  if (year == 0 || month > 12 || (day != 0 && month == 0)) return false;
  if (day == 0) return true;
  return year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)).ok();
}

namespace {

// With zeros in front up to so many digits.
void add_number(unsigned number, std::size_t digits, std::string& out) {
  std::array<char, 8> text{};
  std::size_t at = text.size();
  for (; number != 0 || text.size() - at < digits; number /= 10)
    text[--at] = static_cast<char>('0' + number % 10);
  out.append(text.data() + at, text.size() - at);
}

}  // namespace

std::string Date::to_string() const {
  if (!known()) return "..";
  std::string out = year < 0 ? "-" : "";
  add_number(static_cast<unsigned>(std::abs(year)), 4, out);
  for (const unsigned part : {unsigned{month}, unsigned{day}}) {
    if (part == 0) continue;
    out += '-';
    add_number(part, 2, out);
  }
  if (approximate) out += '~';
  return out;
}

Period Period::between(Date from, Date to) {
  if (from == to) return of(from);
  return {from, to, true, !from.known(), !to.known()};
}

Period Period::quarter(int year, int quarter) {
  const auto y = static_cast<std::int16_t>(year);
  return between({y, static_cast<std::uint8_t>(quarter * 3 - 2), 0, false},
                 {y, static_cast<std::uint8_t>(quarter * 3), 0, false});
}

Period Period::half(int year, int half) {
  const auto y = static_cast<std::int16_t>(year);
  return between({y, static_cast<std::uint8_t>(half * 6 - 5), 0, false},
                 {y, static_cast<std::uint8_t>(half * 6), 0, false});
}

std::optional<int> second_of_day(std::string_view edtf) {
  constexpr std::size_t kTime = 11;  // after "2016-04-07T"
  if (edtf.size() < kTime + 2 || (edtf[kTime - 1] != 'T' && edtf[kTime - 1] != ' ')) return std::nullopt;
  const auto part = [&](std::size_t at, char before) -> std::optional<int> {
    if (at + 2 > edtf.size() || (before != 0 && edtf[at - 1] != before)) return std::nullopt;
    return digits(edtf.substr(at, 2));
  };
  const auto hour = part(kTime, 0);
  if (!hour || *hour > 24) return std::nullopt;
  const int minute = part(kTime + 3, ':').value_or(0), second = part(kTime + 6, ':').value_or(0);
  return minute < 60 && second < 61 ? std::optional(*hour * 3600 + minute * 60 + second) : std::nullopt;
}

std::optional<Period> Period::parse(std::string_view edtf) {
  if (second_of_day(edtf)) edtf = edtf.substr(0, 10);
  const auto slash = edtf.find('/');
  if (slash == std::string_view::npos) {
    if (const auto date = parse_date(edtf)) return of(*date);
    if (const auto division = parse_division(edtf)) return division;
    return parse_rounded_year(edtf);
  }
  const auto left = edtf.substr(0, slash);
  const auto right = edtf.substr(slash + 1);
  const auto from = parse_date(left);
  const auto to = parse_date(right);
  const bool open_from = left.empty() || left == "..";
  const bool open_to = right.empty() || right == "..";
  if ((!from && !open_from) || (!to && !open_to) || (open_from && open_to)) return std::nullopt;
  if (from && to) return between(*from, *to);
  return from ? since(*from) : until(*to);
}

std::string Period::to_string() const {
  if (!interval) return from.known() ? from.to_string() : std::string();
  return (open_from ? std::string("..") : from.to_string()) + "/" +
         (open_to ? std::string("..") : to.to_string());
}

Grain Period::grain() const {
  if (!interval) return from.grain();
  if (open_from || open_to) return Grain::none;
  const auto length = (last_day() - first_day()).count() + 1;
  if (from.day != 0 && to.day != 0) return length == 7 ? Grain::week : Grain::none;
  if (from.month != 0 && to.month != 0 && from.year == to.year) {
    const int months = to.month - from.month + 1;
    if (months == 3) return from.month % 3 == 1 ? Grain::quarter : Grain::season;
    if (months == 6 && from.month % 6 == 1) return Grain::half;
    if (months == 12) return Grain::year;
  }
  if (from.month == 0 && to.month == 0 && to.year - from.year == 9) return Grain::decade;
  if (from.month != 0 && to.month != 0 && length >= 363 && length <= 367) return Grain::year;
  return Grain::none;
}

sys_days Period::first_day() const {
  return open_from || !from.known() ? kFirstDay : from.first_day();
}
sys_days Period::last_day() const {
  return open_to || !to.known() ? kLastDay : to.last_day();
}

bool Period::contains(const Period& other) const {
  return first_day() <= other.first_day() && other.last_day() <= last_day();
}

bool Period::overlaps(const Period& other) const {
  return first_day() <= other.last_day() && other.first_day() <= last_day();
}

}  // namespace tally
