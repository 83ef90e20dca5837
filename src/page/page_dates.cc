// See page_dates.h. One pass: at each run of digits and at each word that names a month, the
// notations are tried in turn.
#include "page/page_dates.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/byte_block.h"
#include "page/characters.h"
#include "page/page_words.h"

namespace tally::page {
namespace {

struct Digits {
  int value = 0;
  std::size_t begin = 0, end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

Digits digits_at(std::string_view text, std::size_t at) {
  Digits digits{0, at, at};
  while (digits.end < text.size() && is_digit(text[digits.end])) {
    if (digits.size() < 8) digits.value = digits.value * 10 + (text[digits.end] - '0');
    ++digits.end;
  }
  return digits;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  for (;;) {
    if (at < text.size() && is_space(text[at])) {
      ++at;
    } else if (const auto wide = wide_space(text.substr(at)); wide > 0) {
      at += wide;
    } else {
      return at;
    }
  }
}

std::optional<Date> make(int year, int month, int day) {
  if (year < 1900 || year > 2100 || month < 0 || month > 12 || day < 0 || day > 31) return std::nullopt;
  Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day),
            false};
  if (!date.valid()) return std::nullopt;
  return date;
}

struct Found {
  Date date;
  std::size_t end;
};

std::optional<Found> found(std::optional<Date> date, std::size_t end) {
  if (!date) return std::nullopt;
  return Found{*date, end};
}

bool is_one_of(std::string_view text, std::size_t at, std::string_view characters) {
  return at < text.size() && characters.find(text[at]) != std::string_view::npos;
}

// The month that a word names, and where the word (with its full stop) ends.
struct Month {
  int number = 0;
  std::size_t end = 0;
};
Month month_at(std::string_view text, std::size_t at) {
  std::array<char, 24> lower{};
  auto end = at;
  for (; end < text.size() && is_letter(text[end]) && end - at < lower.size(); ++end) {
    if (text[end] == '\xC2' && text.substr(end).starts_with("\xC2\xA0")) break;
    lower[end - at] = to_lower(text[end]);
  }
  if (end - at < 3) return {};
  const auto number = month_named({lower.data(), end - at});
  if (number != 0 && is_one_of(text, end, ".")) ++end;
  return {number, end};
}

// "2016-04-12", "2016/4/12", "2016.04.12", "2016 04 12"; year at `first`.
std::optional<Found> year_first(std::string_view text, const Digits& first) {
  if (!is_one_of(text, first.end, "-/._")) return std::nullopt;
  const char separator = text[first.end];
  auto at = first.end + 1;
  if (separator == '.') at = skip_spaces(text, at);
  if (const auto month = month_at(text, at); month.number != 0) {  // 2016-Apr-12
    const auto day = digits_at(text, std::min(month.end + 1, text.size()));
    if (day.size() != 1 && day.size() != 2) return std::nullopt;
    return found(make(first.value, month.number, day.value), day.end);
  }
  const auto month = digits_at(text, at);
  if (month.size() != 1 && month.size() != 2) return std::nullopt;
  if (!is_one_of(text, month.end, {&separator, 1})) return std::nullopt;
  at = month.end + 1;
  if (separator == '.') at = skip_spaces(text, at);
  const auto day = digits_at(text, at);
  if (day.size() != 1 && day.size() != 2) return std::nullopt;
  return month.value == 0 || day.value == 0 ? std::nullopt
                                            : found(make(first.value, month.value, day.value), day.end);
}

// "2016년 4월 12일", "2016年4月12日"
std::optional<Found> year_marked(std::string_view text, const Digits& first) {
  static constexpr std::array<std::array<std::string_view, 3>, 2> kMarks = {
      {{"년", "월", "일"}, {"年", "月", "日"}}};
  for (const auto& mark : kMarks) {
    if (!text.substr(first.end).starts_with(mark[0])) continue;
    const auto month = digits_at(text, skip_spaces(text, first.end + mark[0].size()));
    if (month.size() == 0 || !text.substr(month.end).starts_with(mark[1])) continue;
    const auto after = month.end + mark[1].size();
    const auto day = digits_at(text, skip_spaces(text, after));
    if (day.size() == 0 || !text.substr(day.end).starts_with(mark[2])) {
      return found(make(first.value, month.value, 0), after);
    }
    return found(make(first.value, month.value, day.value), day.end + mark[2].size());
  }
  return std::nullopt;
}

std::optional<Found> all_digits(const Digits& first) {
  return first.value / 10000 < 1990
             ? std::nullopt
             : found(make(first.value / 10000, first.value / 100 % 100, first.value % 100), first.end);
}

int full_year(const Digits& digits) {
  if (digits.size() == 4) return digits.value;
  if (digits.size() != 2) return 0;
  return digits.value < 70 ? 2000 + digits.value : 1900 + digits.value;
}

// "12.04.2016", "12/4/16", "4-12-2016"
std::optional<Found> day_or_month_first(std::string_view text, const Digits& first, SlashOrder order) {
  if (!is_one_of(text, first.end, "./-")) return std::nullopt;
  const char separator = text[first.end];
  auto at = first.end + 1;
  if (separator == '.') at = skip_spaces(text, at);
  const auto second = digits_at(text, at);
  if ((second.size() != 1 && second.size() != 2) || !is_one_of(text, second.end, {&separator, 1}))
    return std::nullopt;
  at = second.end + 1;
  if (separator == '.') at = skip_spaces(text, at);
  const auto third = digits_at(text, at);
  if (third.size() != 4 && (third.size() != 2 || separator == '-')) return std::nullopt;
  bool day_first = separator == '.' || order == SlashOrder::day_first;
  if (first.value > 12) day_first = true;
  if (second.value > 12) day_first = false;
  const int day = day_first ? first.value : second.value;
  const int month = day_first ? second.value : first.value;
  if (day == 0 || month == 0) return std::nullopt;
  return found(make(full_year(third), month, day), third.end);
}

std::size_t skip_day_ending(std::string_view text, std::size_t at) {
  for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "º", "ª", "."}) {
    if (text.substr(at).starts_with(ending)) return at + ending.size();
  }
  return at;
}

std::size_t skip_words(std::string_view text, std::size_t at) {
  at = skip_spaces(text, at);
  for (const std::string_view word : {"of ", "de ", "del ", "d'", "- ", "-", "/", ", ", ","}) {
    if (text.substr(at).starts_with(word)) return skip_spaces(text, at + word.size());
  }
  return at;
}

// "12 April 2016", "12. April 2016", "12th of April, 2016", "12 de abril de 2016", "12-Apr-2016"
std::optional<Found> day_then_name(std::string_view text, const Digits& first) {
  if (first.size() > 2 || first.value == 0 || first.value > 31) return std::nullopt;
  const auto month = month_at(text, skip_words(text, skip_day_ending(text, first.end)));
  if (month.number == 0) return std::nullopt;
  const auto year = digits_at(text, skip_words(text, month.end));
  if (year.size() != 4) return std::nullopt;
  return found(make(year.value, month.number, first.value), year.end);
}

// "April 12, 2016", "Apr. 12th 2016", "April 2016"
std::optional<Found> name_first(std::string_view text, const Month& month) {
  const auto first = digits_at(text, skip_words(text, month.end));
  if (first.size() == 4) return found(make(first.value, month.number, 0), first.end);
  if (first.size() != 1 && first.size() != 2) return std::nullopt;
  auto at = skip_words(text, skip_day_ending(text, first.end));
  const auto year = digits_at(text, at);
  if (year.size() != 4) return std::nullopt;
  return found(make(year.value, month.number, first.value), year.end);
}

std::optional<Found> from_digits(std::string_view text, const Digits& first, SlashOrder order) {
  if (first.size() == 4) {
    if (auto date = year_first(text, first)) return date;
    return year_marked(text, first);
  }
  if (first.size() == 8 || first.size() == 14)
    return all_digits(first.size() == 8 ? first : digits_at(text.substr(0, first.begin + 8), first.begin));
  if (first.size() > 2) return std::nullopt;
  if (auto date = day_or_month_first(text, first, order)) return date;
  return day_then_name(text, first);
}

}  // namespace

bool may_hold_date(std::string_view text) {
  constexpr std::size_t kYear = 4;  // digits
  int marks = 0;
  for (std::size_t at = digit_from(text, 0); at < text.size(); at = digit_from(text, at)) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at - begin >= kYear) return true;
    const char mark = at < text.size() ? text[at] : ' ';
    if ((mark == '.' || mark == '/' || mark == '-') && ++marks == 2) return true;
  }
  return false;
}

std::vector<PageDate> find_page_dates(std::string_view text, SlashOrder order, std::size_t limit) {
  std::vector<PageDate> dates;
  if (!may_hold_date(text)) return dates;
  auto last = text.size() - 1;
  while (!is_digit(text[last])) --last;  // every notation has some
  for (std::size_t at = 0; at <= last && dates.size() < limit;) {
    std::optional<Found> hit;
    auto next = at + 1;
    if (is_digit(text[at])) {
      const auto first = digits_at(text, at);
      hit = from_digits(text, first, order);
      next = first.end;
    } else if (is_letter(text[at])) {
      const Month month = may_name_month(text.substr(at)) ? month_at(text, at) : Month{};
      if (month.number != 0) hit = name_first(text, month);
      while (next < text.size() && is_letter(text[next]) &&
             (text[next] != '\xC2' || !text.substr(next).starts_with("\xC2\xA0")))
        ++next;
      while (next < text.size() && is_digit(text[next])) ++next;  // "T10", "B2016"
      if (month.number != 0) next = std::max(at + 1, month.end);
    }
    if (hit) {
      dates.push_back({hit->date, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(hit->end)}});
      next = hit->end;
      if (next < text.size() && text[next] == 'T') ++next;
    }
    at = next;
  }
  return dates;
}

bool is_issue_number(std::string_view words) {
  constexpr std::array<std::string_view, 9> kIssue = {"no",     "nr",   "number",  "issue", "vol",
                                                      "volume", "year", "edition", "part"};
  const std::string lowered = lower_ascii(words);
  bool numbered = false;
  for (std::size_t at = 0; at < lowered.size();) {
    if (!is_word_byte(lowered[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < lowered.size() && is_word_byte(lowered[end])) ++end;
    const std::string_view word = std::string_view(lowered).substr(at, end - at);
    const bool number = std::ranges::all_of(word, is_digit);
    if (!number && std::ranges::find(kIssue, word) == kIssue.end()) return false;
    numbered = numbered || number;
    at = end;
  }
  return numbered;
}

std::optional<Date> read_date(std::string_view text, SlashOrder order) {
  const auto dates = find_page_dates(text.substr(0, 200), order, 1);
  if (dates.empty()) return std::nullopt;
  return dates.front().date;
}

}  // namespace tally::page
