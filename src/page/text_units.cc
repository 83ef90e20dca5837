// See text_units.h.
#include "page/text_units.h"

#include <algorithm>
#include <string>

#include "page/characters.h"
#include "page/date_lines.h"
#include "page/line_features.h"
#include "page/numbered.h"
#include "page/page_dates.h"
#include "page/page_words.h"

namespace tally::page {
namespace {

constexpr std::size_t kShortestWrap = 40;
constexpr std::size_t kLongestWrap = 132;

struct Line {
  Span span;  // trimmed
  bool blank_before = false;
  bool indented = false;  // more than the line before
};

std::vector<Line> lines_of(const std::string& text) {
  std::vector<Line> lines;
  bool blank = false;
  std::size_t indent_before = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto end = text.find('\n', at);
    if (end == std::string::npos) end = text.size();
    const auto line = trimmed(std::string_view(text).substr(at, end - at));
    if (line.empty()) {
      blank = true;
    } else {
      const auto begin = static_cast<std::uint32_t>(line.data() - text.data());
      const std::size_t indent = begin - at;
      lines.push_back(
          {{begin, begin + static_cast<std::uint32_t>(line.size())}, blank, indent > indent_before});
      indent_before = indent;
      blank = false;
    }
    at = end + 1;
  }
  return lines;
}

// Whether the break after `line` was made because the next word did not fit into `width`.
bool is_wrapped(std::string_view line, std::string_view next, std::size_t width) {
  return line.size() + 1 + next.substr(0, next.find(' ')).size() > width && bullet_length(next) == 0 &&
         section_mark_length(next) == 0;
}

// A break that wrapping explains: lines set by hand, by the width of letters or with words divided fall a few
// letters short of the longest, which is no sign of an end where no stop stands there.
bool is_nearly_wrapped(std::string_view line, std::string_view next, std::size_t width) {
  constexpr std::size_t kSlack = 12;  // one letter in so many
  constexpr std::string_view kStops = ".!?:;";
  return !line.empty() && !kStops.contains(line.back()) && is_wrapped(line, next, width - width / kSlack);
}

bool is_within(std::string_view line, std::string_view next, std::size_t width) {
  return is_wrapped(line, next, width) || is_nearly_wrapped(line, next, width);
}

// What speaks for it that the whole run is wrapped.
bool goes_on(std::string_view line, std::string_view next, std::size_t width) {
  const bool small = !next.empty() && ((next[0] >= 'a' && next[0] <= 'z') || is_digit(next[0]));
  return is_wrapped(line, next, width) || (small && is_nearly_wrapped(line, next, width));
}

// A paragraph that an indent sets off, without a blank line. The second line of a list's item is indented as
// well, and goes on with it.
bool opens_paragraph(const Article& article, const Line& before, const Line& line) {
  constexpr std::string_view kEnds = ".!?:\")";
  const std::string_view words = article.text(before.span);
  return line.indented && bullet_length(words) == 0 && (kEnds.contains(words.back()) || words.ends_with("”"));
}

// Whether a line has what a date, a clock or an author needs: most have not.
bool may_stand_alone(std::string_view line) {
  constexpr std::size_t kLongestClock = 32;
  if (line.size() <= kLongestClock || may_hold_date(line)) return true;
  return opens_with(lower_ascii(line), {PhraseKind::byline, PhraseKind::published, PhraseKind::updated});
}

// A line that stands for itself by what it says: a date, an author.
bool stands_alone(std::string_view line) {
  constexpr std::size_t kLongest = 60;
  if (line.size() > kLongest || !may_stand_alone(line)) return false;
  const LineFeatures features = features_of(line);
  return (features.date || features.byline || features.clock) && !features.final;
}

// "STORM UPDATE – Sunday 14 January 2018, 6 pm": the date closes a head's line, and nothing goes on behind
// it.
bool ends_with_its_date(std::string_view line) {
  const auto dates = find_page_dates(line, SlashOrder::day_first, 2);
  return dates.size() == 1 && dates[0].date.day != 0 &&
         (closes_with_date(line, dates[0].span) || stands_in_column(line, dates[0].span));
}

// The lines of one run (no blank line within) → units. A run is hard-wrapped if nearly all its
// breaks stand where the next word would not have fitted;
// those before an indented paragraph say nothing of it.
void join_run(const Article& article, const std::vector<Line>& lines, Range run, std::vector<Unit>& units) {
  std::size_t width = 0;
  for (auto i = run.begin; i < run.end; ++i) width = std::max<std::size_t>(width, lines[i].span.size());
  std::size_t breaks = 0;
  std::size_t wrapped = 0;
  for (auto i = run.begin; i + 1 < run.end; ++i) {
    if (opens_paragraph(article, lines[i], lines[i + 1])) continue;
    ++breaks;
    wrapped += goes_on(article.text(lines[i].span), article.text(lines[i + 1].span), width) ? 1 : 0;
  }
  const bool hard = width >= kShortestWrap && width <= kLongestWrap && wrapped * 5 >= breaks * 4;
  for (auto i = run.begin; i < run.end; ++i) {
    const bool join = hard && i > run.begin && !opens_paragraph(article, lines[i - 1], lines[i]) &&
                      is_within(article.text(lines[i - 1].span), article.text(lines[i].span), width) &&
                      !stands_alone(article.text(lines[i].span)) &&
                      !(i == run.begin + 1 && ends_with_its_date(article.text(lines[run.begin].span)));
    if (join) {
      units.back().span.end = lines[i].span.end;
    } else {
      units.push_back({lines[i].span, i == run.begin});
    }
  }
}

}  // namespace

std::size_t bullet_length(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "• ", "– ", "· ", "▪ ", "■ ", "○ ", "● ", "▲ ", "△ "}) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  const std::size_t open = line.starts_with('(') ? 1 : 0;
  std::size_t end = open;
  while (end < line.size() && is_digit(line[end])) ++end;
  if (end == open || end > open + 2 || end + 1 >= line.size() || line[end + 1] != ' ') return 0;
  return line[end] == ')' || (line[end] == '.' && open == 0) ? end + 2 : 0;
}

std::vector<Unit> units_of(const Article& article) {
  const auto lines = lines_of(article.text());
  std::vector<Unit> units;
  for (Index begin = 0; begin < lines.size();) {
    Index end = begin + 1;
    while (end < lines.size() && !lines[end].blank_before) ++end;
    join_run(article, lines, {begin, end}, units);
    begin = end;
  }
  return units;
}

}  // namespace tally::page
