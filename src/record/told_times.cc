// Words of a sentence → times: days and months by their names, years by their digits, weekdays and stretches
// that hang on the day of the report.
#include "record/told_times.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/characters.h"

namespace tally {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 10> kSmall = {"a",   "two",   "three", "four", "five",
                                                     "six", "seven", "eight", "nine", "ten"};

struct Word {
  std::string text;  // in lower case, without "'s"
  bool capital = false;
  int number = -1;  // in digits
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// "9", "9th", "2,013": whole numbers as their value, others as none that a date has.
int number_of_digits(std::string_view word) {
  constexpr int kNone = 99'999;
  int number = 0;
  for (const char c : word) {
    if (is_letter(c)) break;
    if (!is_digit(c) || number > kNone / 10) return kNone;
    number = 10 * number + (c - '0');
  }
  return number;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter(text[at]) && !is_digit(text[at])) {
      ++at;
      continue;
    }
    const bool digits = is_digit(text[at]);
    std::size_t end = at + 1;
    while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) ||
                                 (digits && (text[end] == ',' || text[end] == '.') && end + 1 < text.size() &&
                                  is_digit(text[end + 1]))))
      ++end;
    Word word{.text = lower_case(text.substr(at, end - at)), .capital = text[at] >= 'A' && text[at] <= 'Z'};
    if (digits) word.number = number_of_digits(word.text);
    words.push_back(std::move(word));
    at = end;
  }
  return words;
}

unsigned month_of(const Word& word) {
  if (!word.capital) return 0;
  for (unsigned m = 0; m < kMonths.size(); ++m) {
    const bool shortened = word.text == kMonths[m].substr(0, 3) || (m == 8 && word.text == "sept");
    if (word.text == kMonths[m] || shortened) return m + 1;
  }
  return 0;
}

bool is_year(const Word& word) {
  return word.text.size() == 4 && word.number >= 1800 && word.number < 2100;
}

bool is_day(const Word& word) {
  return word.number >= 1 && word.number <= 31;
}

bool is(const std::vector<Word>& words, std::size_t at, std::string_view text) {
  return at < words.size() && words[at].text == text;
}

// "30 May", "May 30, 2023", "August of last year", "last March".
ToldTime month_at(const std::vector<Word>& words, std::size_t at, Date published) {
  ToldTime told;
  told.date.month = static_cast<std::uint8_t>(month_of(words[at]));
  std::size_t next = at + 1;
  if (next < words.size() && is_day(words[next])) {
    told.date.day = static_cast<std::uint8_t>(words[next++].number);
  } else if (at > 0 && is_day(words[at - 1])) {
    told.date.day = static_cast<std::uint8_t>(words[at - 1].number);
  } else if (at > 1 && words[at - 1].text == "of" && is_day(words[at - 2])) {
    told.date.day = static_cast<std::uint8_t>(words[at - 2].number);
  }
  if (is(words, next, "of")) ++next;
  const bool back = is(words, next, "last") || is(words, next, "this");
  if (next < words.size() && is_year(words[next])) {
    told.date.year = static_cast<std::int16_t>(words[next].number);
  } else if (back && is(words, next + 1, "year") && published.known()) {
    told.date.year = static_cast<std::int16_t>(published.year - (words[next].text == "last" ? 1 : 0));
  }
  return told;
}

// "May" and "March" are words too: with a number beside them, or inside a sentence.
bool names_month(const std::vector<Word>& words, std::size_t at) {
  if (month_of(words[at]) == 0) return false;
  const bool number =
      (at > 0 && words[at - 1].number > 0) || (at + 1 < words.size() && words[at + 1].number > 0);
  return number || at > 0;
}

std::optional<ToldTime> stretch(sys_days from, sys_days to) {
  return ToldTime{.date = {}, .first = from, .last = to};
}

// "Two years ago", "a month ago": about then.
std::optional<ToldTime> ago_at(const std::vector<Word>& words, std::size_t at, Date published) {
  if (!is(words, at + 2, "ago") && !is(words, at + 2, "earlier")) return std::nullopt;
  const auto small = std::ranges::find(kSmall, words[at].text);
  const int many = words[at].number > 0    ? words[at].number
                   : small != kSmall.end() ? static_cast<int>(small - kSmall.begin()) + 1
                                           : 0;
  if (many == 0 || many > 60) return std::nullopt;
  const std::string_view unit = words[at + 1].text;
  const int length = unit.starts_with("day")     ? 1
                     : unit.starts_with("week")  ? 7
                     : unit.starts_with("month") ? 30
                     : unit.starts_with("year")  ? 365
                                                 : 0;
  if (length == 0) return std::nullopt;
  const sys_days then = published.first_day() - days(length * many);
  const days slack(length == 1 ? 0 : length == 365 ? 90 : length);
  return stretch(then - slack, then + slack);
}

// "On Thursday", "yesterday", "last week", "last month", "last year".
std::optional<ToldTime> relative_at(const std::vector<Word>& words, std::size_t at, Date published) {
  const sys_days today = published.first_day();
  const std::string_view word = words[at].text;
  const auto weekday = std::ranges::find(kWeekdays, word);
  if (weekday != kWeekdays.end() && words[at].capital) {
    const auto wanted = static_cast<unsigned>(weekday - kWeekdays.begin()) + 1;
    sys_days day = today;
    while (std::chrono::weekday(day).iso_encoding() != wanted) day -= days(1);
    return ToldTime{.date = Date::of(day), .weekday = true};
  }
  if (word == "yesterday") return ToldTime{.date = Date::of(today - days(1)), .weekday = true};
  if (word == "last" && at + 1 < words.size()) {
    const std::string_view unit = words[at + 1].text;
    if (unit == "night") return ToldTime{.date = Date::of(today - days(1)), .weekday = true};
    if (unit == "week") return stretch(today - days(13), today - days(1));
    if (unit == "month") {
      const Date then = Date::of(Date{published.year, published.month, 1}.first_day() - days(1));
      return ToldTime{.date = {then.year, then.month, 0}};
    }
    if (unit == "year") return ToldTime{.date = {static_cast<std::int16_t>(published.year - 1), 0, 0}};
  }
  return ago_at(words, at, published);
}

// A date whose year is not told is one of the last months, or of the next weeks.
bool is_recent(const Period& when, Date published) {
  if (!published.known()) return true;
  constexpr days kBack(550);
  constexpr days kAhead(45);
  return when.last_day() + kBack >= published.first_day() &&
         when.first_day() <= published.last_day() + kAhead;
}

Agreement agreement(const ToldTime& told, const Period& when, Date published) {
  if (told.is_stretch()) {
    const bool inside = when.first_day() <= told.last && told.first <= when.last_day();
    return !inside                              ? Agreement::against
           : told.last - told.first <= days(15) ? Agreement::month
                                                : Agreement::year;
  }
  const Date& date = told.date;
  const Grain grain = when.grain();
  if (date.year != 0 && (date.year < when.from.year || date.year > when.to.year)) return Agreement::against;
  if (date.month == 0) return Agreement::year;
  if (date.year == 0 && !is_recent(when, published)) return Agreement::against;
  if ((grain != Grain::day && grain != Grain::month) || when.interval) {
    Date at = date;
    if (at.year == 0) at.year = when.to.year;
    return at.first_day() <= when.last_day() && when.first_day() <= at.last_day() ? Agreement::month
                                                                                  : Agreement::against;
  }
  if (date.month != when.from.month) return Agreement::against;
  if (date.day == 0 || grain == Grain::month) return Agreement::month;
  if (date.day != when.from.day) return Agreement::against;
  return told.weekday ? Agreement::weekday : Agreement::day;
}

}  // namespace

std::vector<ToldTime> told_times(std::string_view sentence, Date published) {
  std::vector<ToldTime> told;
  const std::vector<Word> words = words_of(sentence);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (names_month(words, at)) {
      told.push_back(month_at(words, at, published));
      continue;
    }
    const bool of_month =
        at > 0 && (month_of(words[at - 1]) != 0 || (at > 1 && month_of(words[at - 2]) != 0));
    if (is_year(words[at]) && !of_month)
      told.push_back({.date = {static_cast<std::int16_t>(words[at].number), 0, 0}});
    if (published.grain() != Grain::day) continue;
    // "August of last year": told with its month.
    const bool told_before = at > 1 && words[at - 1].text == "of" && month_of(words[at - 2]) != 0;
    if (const auto relative = relative_at(words, at, published); relative && !told_before)
      told.push_back(*relative);
  }
  return told;
}

Agreement agreement(const std::vector<ToldTime>& told, const Period& when, Date published) {
  Agreement best = told.empty() ? Agreement::silent : Agreement::against;
  for (const ToldTime& time : told) {
    const Agreement one = agreement(time, when, published);
    if (one != Agreement::against && (best == Agreement::against || one > best)) best = one;
  }
  return best;
}

}  // namespace tally
