// See text_rows.h.
#include "page/text_rows.h"

#include <algorithm>

#include "page/characters.h"
#include "page/page_dates.h"
#include "page/text_units.h"

namespace tally::page {
namespace {

constexpr std::size_t kLongestRow = 80;
constexpr int kMostWords = 7;

// Where the number begins that a line ends with, its sign of percent, of a currency and a bracket behind it
// included; the line's size where it ends with none.
std::size_t number_begin(std::string_view line) {
  std::size_t end = line.size();
  if (line.ends_with(')')) {
    const auto open = line.rfind('(');
    if (open == std::string_view::npos || open == 0) return line.size();
    end = trimmed(line.substr(0, open)).size();
  }
  while (end > 0 && (line[end - 1] == '%' || line[end - 1] == '*' || line[end - 1] == ' ')) --end;
  std::size_t begin = end;
  while (begin > 0 && (is_digit(line[begin - 1]) || line[begin - 1] == ',' || line[begin - 1] == '.'))
    --begin;
  // Leader dots belong to no number.
  while (begin < end && !is_digit(line[begin])) ++begin;
  return begin == end ? line.size() : begin;
}

// A label and its number are parted by a colon, a dash, dots or a wide space, or the label is a year.
bool is_parted(std::string_view before) {
  const auto label = trimmed(before);
  if (label.empty()) return false;
  if (before.ends_with('\t') || before.ends_with("  ")) return true;
  for (const std::string_view mark : {":", "-", "–", "—", "..", "…", "|", "="}) {
    if (label.ends_with(mark)) return true;
  }
  const auto year = label.substr(label.size() - std::min<std::size_t>(label.size(), 4));
  return before.ends_with(' ') && year.size() == 4 && std::ranges::all_of(year, is_digit) &&
         (year.starts_with("19") || year.starts_with("20")) &&
         (label.size() == 4 || label[label.size() - 5] == ' ');
}

bool is_date(std::string_view line) {
  const auto found = find_page_dates(line, SlashOrder::day_first, 1);
  return !found.empty() && found[0].date.day != 0 && found[0].span.end == line.size();
}

}  // namespace

bool is_row(std::string_view line) {
  line = trimmed(line.substr(std::min(bullet_length(line), line.size())));
  if (line.empty() || line.size() > kLongestRow) return false;
  const auto number = number_begin(line);
  if (number == line.size() || number == 0 || !is_parted(line.substr(0, number))) return false;
  const auto words = std::ranges::count(line.substr(0, number), ' ');
  return words <= kMostWords && !is_date(line);
}

}  // namespace tally::page
