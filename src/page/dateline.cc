// See dateline.h.
#include "page/dateline.h"

#include <array>

#include "page/characters.h"
#include "page/page_dates.h"
#include "page/page_words.h"

namespace tally::page {
namespace {

constexpr std::size_t kLongestDateline = 110;

// Where the first dash that can end a dateline begins and ends; npos where none does.
struct Dash {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
};
Dash first_dash(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '.' && at + 2 < text.size() && is_space(text[at + 1]) && is_lower(text[at - 1]) &&
        at > 20)
      return {};
    for (const std::string_view dash : {"—", "–", "--", "-", "―"}) {
      if (!text.substr(at).starts_with(dash)) continue;
      const auto end = at + dash.size();
      const bool spaced = is_space(text[at - 1]) || text[at - 1] == ')' || dash == "—" || dash == "--";
      if (!spaced || end >= text.size()) continue;
      if (dash == "-" && !is_space(text[end])) continue;
      return {at, end};
    }
  }
  return {};
}

// Words in capitals throughout ("SEOUL", "NEW YORK") at the start.
bool begins_in_capitals(std::string_view text) {
  std::size_t letters = 0;
  while (letters < text.size() && is_upper(text[letters])) ++letters;
  return letters >= 3 && (letters >= text.size() || !is_lower(text[letters]));
}

// What stands in the last brackets before the dash, if an agency can.
std::string bracketed_agency(std::string_view head) {
  const auto open = head.rfind('(');
  const auto close = head.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  const auto name = trimmed(head.substr(open + 1, close - open - 1));
  const auto known = agency_named(lower_ascii(name));
  if (!known.empty()) return std::string(known);
  return {};
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view paragraph) {
  const auto text = paragraph.substr(0, kLongestDateline);
  if (text.empty() || (!is_letter(text.front()) && text.front() != '(')) return std::nullopt;
  const auto dash = first_dash(text);
  if (dash.begin == std::string_view::npos) return std::nullopt;
  const auto head = trimmed(text.substr(0, dash.begin));
  Dateline line;
  line.agency = bracketed_agency(head);
  const auto dates = find_page_dates(head, SlashOrder::day_first, 1);
  if (!dates.empty() && dates.front().date.day != 0) line.date = dates.front().date;
  if (line.agency.empty() && !begins_in_capitals(head)) return std::nullopt;
  line.place = std::string(trimmed(head.substr(0, head.find_first_of(",("))));
  line.end = dash.end;
  while (line.end < text.size() && is_space(text[line.end])) ++line.end;
  return line;
}

}  // namespace tally::page
