// See text_units.h.
#include "page/text_units.h"

#include <algorithm>
#include <string>

#include "page/characters.h"
#include "page/date_lines.h"
#include "page/line_features.h"
#include "page/numbered.h"
#include "page/page_dates.h"

namespace tally::page {
namespace {

constexpr std::size_t kShortestWrap = 40;
constexpr std::size_t kLongestWrap = 132;

struct Line {
  Span span;  // trimmed
  bool blank_before = false;
};

std::vector<Line> lines_of(const std::string& text) {
  std::vector<Line> lines;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    auto end = text.find('\n', at);
    if (end == std::string::npos) end = text.size();
    const auto line = trimmed(std::string_view(text).substr(at, end - at));
    if (line.empty()) {
      blank = true;
    } else {
      const auto begin = static_cast<std::uint32_t>(line.data() - text.data());
      lines.push_back({{begin, begin + static_cast<std::uint32_t>(line.size())}, blank});
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

// A line that stands for itself by what it says: a date, an author.
bool stands_alone(std::string_view line) {
  constexpr std::size_t kLongest = 60;
  if (line.size() > kLongest) return false;
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
// breaks stand where the next word would not have fitted.
void join_run(const Article& article, const std::vector<Line>& lines, Range run, std::vector<Unit>& units) {
  std::size_t width = 0;
  for (auto i = run.begin; i < run.end; ++i) width = std::max<std::size_t>(width, lines[i].span.size());
  std::size_t wrapped = 0;
  for (auto i = run.begin; i + 1 < run.end; ++i) {
    wrapped += is_wrapped(article.text(lines[i].span), article.text(lines[i + 1].span), width) ? 1 : 0;
  }
  const bool hard = width >= kShortestWrap && width <= kLongestWrap && run.size() >= 2 &&
                    wrapped * 5 >= (run.size() - std::size_t{1}) * 4;
  for (auto i = run.begin; i < run.end; ++i) {
    const bool join = hard && i > run.begin &&
                      is_wrapped(article.text(lines[i - 1].span), article.text(lines[i].span), width) &&
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
