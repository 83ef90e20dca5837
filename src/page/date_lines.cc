// See date_lines.h.
#include "page/date_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/closing_words.h"
#include "page/characters.h"
#include "page/page_dates.h"
#include "page/page_words.h"

namespace tally::page {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

// The last run of letters and digits, in small letters.
std::string last_word(std::string_view words) {
  std::size_t begin = words.size();
  while (begin > 0 && is_word_byte(words[begin - 1])) --begin;
  return lower_ascii(words.substr(begin));
}

// The words before a date without the day of the week that belongs to it.
std::string_view without_weekday(std::string_view before) {
  before = trimmed(before);
  const std::string_view bare = before.ends_with(',') ? trimmed(before.substr(0, before.size() - 1)) : before;
  const std::string word = last_word(bare);
  if (word.empty() || !is_weekday_alone(word)) return before;
  return trimmed(bare.substr(0, bare.size() - word.size()));
}

// Nothing, or the hour: ", 6 pm", ", 18:00".
bool is_hour(std::string_view rest) {
  constexpr std::size_t kLongest = 12;  // bytes
  rest = trimmed(rest);
  if (rest.empty()) return true;
  if (rest.size() > kLongest) return false;
  if (rest.front() == ',') rest = trimmed(rest.substr(1));
  return !rest.empty() && is_digit(rest.front());
}

bool is_set_off(std::string_view before) {
  return std::ranges::any_of(std::array<std::string_view, 5>{",", "–", "—", " -", "|"},
                             [&](std::string_view mark) { return before.ends_with(mark); });
}

// "Report of the Treasurer to Congress, Lake Ostra,": a name between two commas, where the report was given.
bool names_place(std::string_view before) {
  constexpr std::size_t kLongest = 30;  // bytes
  if (!before.ends_with(',')) return false;
  const auto words = before.substr(0, before.size() - 1);
  const std::size_t comma = words.rfind(", ");
  if (comma == std::string_view::npos) return false;
  const auto place = trimmed(words.substr(comma + 1));
  return !place.empty() && is_upper(place.front()) && place.size() <= kLongest;
}

}  // namespace

bool is_weekday_alone(std::string_view before) {
  const std::string words = lower_ascii(trimmed(before));
  if (words.empty()) return true;
  const bool day = std::ranges::any_of(kDays, [&](std::string_view name) { return words.starts_with(name); });
  return day && words.size() <= 11 && words.find(' ') == std::string::npos;
}

bool stands_in_column(std::string_view line, Span date) {
  const auto is_gap = [](std::string_view between) {
    return between.find("  ") != std::string_view::npos ||
           between.find_first_of("|\t") != std::string_view::npos ||
           between.find("·") != std::string_view::npos;
  };
  std::size_t begin = date.begin;
  while (begin > 0 && !is_gap(line.substr(begin - 1, date.begin - begin + 1))) --begin;
  std::size_t end = date.end;
  while (end < line.size() && !is_gap(line.substr(date.end, end + 1 - date.end))) ++end;
  // A gap of two bytes is left whole on its own side.
  const auto is_inside = [&](std::size_t at) {
    return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80;
  };
  while (begin < date.begin && is_inside(begin)) ++begin;
  while (end > date.end && is_inside(end)) --end;
  const bool columns = begin > 0 || end < line.size();
  const auto before = trimmed(line.substr(begin, date.begin - begin));
  const auto after = trimmed(line.substr(date.end, std::min(end, line.size()) - date.end));
  return columns && is_weekday_alone(before) && (after.empty() || after == "|" || after == "·");
}

bool closes_figures(std::string_view line, Span date) {
  constexpr std::array<std::string_view, 7> kStretches = {" results", " year",   " half",     " quarter",
                                                          " period",  " months", " half-year"};
  const auto before = lower_ascii(trimmed(line.substr(0, date.begin)));
  const std::size_t closing = closing_words(before);
  if (closing == 0) return false;
  const auto stretch = std::string_view(before).substr(0, before.size() - closing);
  const bool joins = std::string_view(before).substr(before.size() - closing).starts_with(" to");
  return !joins ||
         std::ranges::any_of(kStretches, [&](std::string_view words) { return stretch.ends_with(words); });
}

bool ends_stretch(std::string_view line, Span date) {
  const auto before = trimmed(line.substr(0, date.begin));
  if (closes_figures(line, date)) return true;
  for (const std::string_view joint : {"-", "–", "—", " to", " until", " and"}) {
    if (!before.ends_with(joint)) continue;
    const auto head = trimmed(before.substr(0, before.size() - joint.size()));
    if (!head.empty() && (is_digit(head.back()) || month_named(last_word(head)) != 0 ||
                          find_page_dates(head, SlashOrder::day_first, 1).size() == 1))
      return true;
  }
  return false;
}

bool closes_with_date(std::string_view line, Span date) {
  return is_hour(line.substr(date.end)) && is_set_off(without_weekday(line.substr(0, date.begin)));
}

bool closes_title(std::string_view line, Span date) {
  if (!closes_with_date(line, date)) return false;
  const auto before = trimmed(line.substr(0, date.begin));
  const bool moment =
      without_weekday(before).size() < before.size() || !trimmed(line.substr(date.end)).empty();
  return moment || names_place(before);
}

bool closes_byline(std::string_view line, Span date) {
  constexpr std::size_t kLongest = 80;  // bytes
  if (!trimmed(line.substr(date.end)).empty()) return false;
  const auto before = trimmed(line.substr(0, date.begin));
  const std::size_t by = before.rfind(". By ");
  return by != std::string_view::npos && before.ends_with(',') && before.size() - by <= kLongest;
}

}  // namespace tally::page
