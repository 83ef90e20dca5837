// See dateline.h.
#include "page/dateline.h"

#include <algorithm>
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
    if (text[at] != '-' && static_cast<unsigned char>(text[at]) < 0x80) continue;
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

// "(Adriapress)", "[Linea Nord]": a name in brackets and nothing else.
std::string name_in_brackets(std::string_view text) {
  if (text.size() < 4 || (text.front() != '(' && text.front() != '[') || !is_upper(text[1])) return {};
  if (text.back() != ')' && text.back() != ']') return {};
  return std::string(trimmed(text.substr(1, text.size() - 2)));
}

// A place of at most four words and a comma, as stands before the date of a dateline.
bool is_place(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 3 || !is_upper(text.front()) || text.back() != ',') return false;
  std::size_t words = 1;
  for (const char c : text) words += is_space(c) ? 1 : 0;
  return words <= 4;
}

// The dateline whose date is printed with its year: place, date, perhaps an agency, then a dash or
// a stop. Its shape is proof enough; it need not stand in capitals.
std::optional<Dateline> read_dated(std::string_view text) {
  const auto dates = find_page_dates(text, SlashOrder::day_first, 1);
  if (dates.empty()) return std::nullopt;
  const auto& found = dates.front();
  // "(LNA) 4 November 2024 – Dealers sold": the agency instead of a place
  const std::string agency = name_in_brackets(trimmed(text.substr(0, found.span.begin)));
  if (agency.empty() && !is_place(text.substr(0, found.span.begin))) return std::nullopt;
  const auto rest = text.substr(found.span.end);
  std::size_t at = rest.find_first_not_of(' ');
  if (at == std::string_view::npos) return std::nullopt;
  Dateline line;
  line.date = found.date;
  line.agency = agency;
  if (rest[at] == '(' || rest[at] == '[') {
    const auto close = rest.find_first_of(")]", at);
    if (close == std::string_view::npos) return std::nullopt;
    line.agency = name_in_brackets(rest.substr(at, close + 1 - at));
    at = rest.find_first_not_of(' ', close + 1);
    if (at == std::string_view::npos) return std::nullopt;
  }
  std::size_t length = 0;
  for (const std::string_view mark : {"—", "–", "--", "-", "―", ".", ":"}) {
    if (length == 0 && rest.substr(at).starts_with(mark)) length = mark.size();
  }
  if (length == 0 || at + length >= rest.size() || (length == 1 && !is_space(rest[at + length])))
    return std::nullopt;
  if (agency.empty()) line.place = std::string(trimmed(text.substr(0, text.find(','))));
  line.end = found.span.end + at + length;
  while (line.end < text.size() && is_space(text[line.end])) ++line.end;
  return line;
}

// "PRINE CREEK, Ore. (CN) - Thursday, July 22, 2021 - A wildfire": the date behind the first dash.
void take_date_behind(std::string_view text, Dateline& line) {
  constexpr std::size_t kLongestDate = 36;  // with its weekday
  const auto rest = text.substr(line.end, kLongestDate + 4);
  const auto dates = find_page_dates(rest, SlashOrder::day_first, 1);
  if (dates.empty() || dates.front().date.day == 0) return;
  const auto before = trimmed(rest.substr(0, dates.front().span.begin));
  if (before.size() > 11 || before.find(' ') != std::string_view::npos) return;
  const auto dash = first_dash(rest.substr(dates.front().span.end));
  if (dash.begin > 2) return;  // none at all is farther still
  line.date = dates.front().date;
  line.end += dates.front().span.end + dash.end;
}

// "TEPCO said 47 pumps failed in 2024 –": words of a sentence, in small letters, stand in no dateline.
bool tells_something(std::string_view head) {
  static constexpr std::array<std::string_view, 16> joints = {"and", "of",   "the",  "de", "la",  "le",
                                                              "du",  "del",  "di",   "da", "von", "am",
                                                              "an",  "upon", "near", "via"};
  for (std::size_t at = 0; at < head.size();) {
    if (head[at] == '(' || head[at] == '[') break;
    std::size_t end = at;
    while (end < head.size() && !is_space(head[end])) ++end;
    const auto word = trimmed(head.substr(at, end - at));
    if (word.size() > 1 && is_lower(word.front()) && std::ranges::find(joints, word) == joints.end())
      return true;
    at = end + 1;
  }
  return false;
}

// Place, agency, date, then a dash.
std::optional<Dateline> read_placed(std::string_view text) {
  if (text.empty() || (!is_letter(text.front()) && text.front() != '(')) return std::nullopt;
  if (auto dated = read_dated(text)) return dated;
  const auto dash = first_dash(text);
  if (dash.begin == std::string_view::npos) return std::nullopt;
  const auto head = trimmed(text.substr(0, dash.begin));
  Dateline line;
  line.agency = bracketed_agency(head);
  const auto dates = find_page_dates(head, SlashOrder::day_first, 1);
  if (!dates.empty() && dates.front().date.day != 0) line.date = dates.front().date;
  if (line.agency.empty() && (!begins_in_capitals(head) || tells_something(head))) return std::nullopt;
  line.place = std::string(trimmed(head.substr(0, head.find_first_of(",("))));
  line.end = dash.end;
  if (!line.date.known()) take_date_behind(text, line);
  while (line.end < text.size() && is_space(text[line.end])) ++line.end;
  return line;
}

// "Date 2017-12-19 A total of …", "Published: 4 May 2021 HILLTON (AP) - …": what a page's layout had in a
// line of its own, run into the report.
std::optional<Dateline> read_labelled(std::string_view text) {
  constexpr std::size_t kLongestLabel = 40;
  const auto head = text.substr(0, kLongestLabel);
  const auto dates = find_page_dates(head, SlashOrder::day_first, 1);
  if (dates.empty() || dates.front().date.day == 0) return std::nullopt;
  auto label = trimmed(head.substr(0, dates.front().span.begin));
  if (label.ends_with(':')) label.remove_suffix(1);
  if (!is_phrase(lower_ascii(label), PhraseKind::published)) return std::nullopt;
  Dateline line;
  line.date = dates.front().date;
  line.end = dates.front().span.end;
  if (line.end >= text.size() || !is_space(text[line.end])) return std::nullopt;
  while (line.end < text.size() && is_space(text[line.end])) ++line.end;
  if (line.end >= text.size() || !is_upper(text[line.end])) return std::nullopt;
  const auto rest = text.substr(line.end);
  if (auto placed = read_placed(rest.substr(0, kLongestDateline))) {
    line.place = placed->place;
    line.agency = placed->agency;
    line.end += placed->end;
  }
  return line;
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view paragraph) {
  if (auto labelled = read_labelled(paragraph)) return labelled;
  return read_placed(paragraph.substr(0, kLongestDateline));
}

}  // namespace tally::page
