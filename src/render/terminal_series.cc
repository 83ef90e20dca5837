// Series as tables: a line a point, then figures that stand alone, one line each.
//
//   defectors who entered South Korea, per year  ·  people
//     period  value  range  reports  origins  standing
//     2011    2,706               2        2  agreed    ██████████████████
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/terminal.h"
#include "render/words.h"

namespace tally {
namespace {

constexpr std::size_t kLongestBar = 18;

std::string standing_in_words(Standing standing) {
  std::string words(name(standing));
  std::ranges::replace(words, '_', ' ');
  return words;
}

Ink ink_of(Standing standing) {
  switch (standing) {
    case Standing::disputed:
    case Standing::set_aside:
      return Ink::red;
    case Standing::revised:
      return Ink::yellow;
    case Standing::agreed:
      return Ink::green;
    case Standing::single:
    case Standing::repeated:
      break;
  }
  return Ink::plain;
}

// Lowest to highest of what was given for the point, where that is more than one number.
std::string range_of(const Point& point) {
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  const auto take = [&](const std::optional<Decimal>& number) {
    if (!number) return;
    if (!low || *number < *low) low = number;
    if (!high || *number > *high) high = number;
  };
  for (const Candidate& candidate : point.candidates) take(candidate.value.printed());
  if (point.value.modifier == Modifier::between) {
    take(point.value.low);
    take(point.value.high);
  }
  if (!low || !high || *low == *high) return {};
  return grouped(*low) + " – " + grouped(*high);
}

std::string bar(const Point& point, double largest) {
  const std::optional<Decimal> value = point.value.printed();
  if (!value || largest <= 0 || value->is_negative()) return {};
  const auto eighths = static_cast<std::size_t>(
      std::lround(value->to_double() / largest * static_cast<double>(kLongestBar) * 8));
  constexpr std::array<std::string_view, 8> kParts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  std::string out;
  for (std::size_t i = 0; i < eighths / 8; ++i) out += "█";
  out += kParts[eighths % 8];
  return out;
}

double largest_of(const Series& series) {
  double largest = 0;
  for (const Point& point : series.points) {
    if (const auto value = point.value.printed()) largest = std::max(largest, value->to_double());
  }
  return largest;
}

struct Row {
  std::string period, value, range, reports, origins, standing;
};

Row row_of(const Point& point, std::string_view unit) {
  const std::string sign = unit == "percent" ? " %" : "";
  return {
      period_in_words(point.period),   value_in_words(point.value) + sign, range_of(point),
      std::to_string(point.documents), std::to_string(point.origins),      standing_in_words(point.standing)};
}

// How wide each column of the table is.
struct Widths {
  std::size_t period = 6, value = 5, range = 5, standing = 8;
  void fit(const Row& row) {
    period = std::max(period, columns(row.period));
    value = std::max(value, columns(row.value));
    range = std::max(range, columns(row.range));
    standing = std::max(standing, columns(row.standing));
  }
};

std::string lay_out(const Row& row, const Widths& widths) {
  return "  " + pad(row.period, widths.period) + "  " + pad(row.value, widths.value, true) + "  " +
         pad(row.range, widths.range, true) + "  " + pad(row.reports, 7, true) + "  " +
         pad(row.origins, 7, true) + "  " + pad(row.standing, widths.standing);
}

std::string strip(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

void put_rivals(Screen& screen, const Point& point, const Widths& widths) {
  for (const Candidate& candidate : point.candidates) {
    if (candidate.chosen) continue;
    std::string words = value_in_words(candidate.value);
    if (candidate.vintage.known()) words += ", as of " + date_in_words(candidate.vintage);
    if (!candidate.why.empty()) words += ": " + one_line(candidate.why);
    screen.put(std::string(widths.period + 4, ' ') + "also ", words, Ink::dim);
  }
}

void put_table(Screen& screen, const Lookup& lookup, const Series& series) {
  const Variable* variable = lookup.variable(series.variable);
  const std::string unit = variable == nullptr ? "" : variable->unit;
  screen.put("", variable == nullptr ? series.variable : one_line(variable->label), Ink::heading);
  std::string about = unit.empty()        ? "counted"
                      : unit == "person"  ? "people"
                      : unit == "percent" ? "percent"
                                          : unit_in_words(unit);
  about += " · " + series.variable;
  screen.put("  ", about, Ink::dim);
  std::vector<Row> rows;
  Widths widths;
  for (const Point& point : series.points) widths.fit(rows.emplace_back(row_of(point, unit)));
  screen.line(screen.paint(
      strip(lay_out({"period", "value", "range", "reports", "origins", "standing"}, widths)), Ink::dim));
  const double largest = largest_of(series);
  const std::size_t used = columns(lay_out(rows.front(), widths));
  const bool room = used + 2 + kLongestBar <= screen.width();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Point& point = series.points[i];
    std::string line = lay_out(rows[i], widths);
    if (room) line += "  " + bar(point, largest);
    screen.line(screen.paint(strip(line), ink_of(point.standing)));
    put_rivals(screen, point, widths);
  }
  if (variable != nullptr && !variable->joined_by.empty()) {
    screen.put("  joined by ", one_line(variable->joined_by), Ink::dim);
  }
  screen.line();
}

bool stands_alone(const Series& series) {
  return series.points.size() == 1 && series.points[0].documents < 2;
}

void put_lone_figures(Screen& screen, const Lookup& lookup, const std::vector<const Series*>& lone) {
  if (lone.empty()) return;
  screen.line(screen.paint("Figures that stand alone", Ink::heading));
  std::size_t wide = 0;
  std::size_t periods = 0;
  const auto value_of = [&](const Series& series) {
    const Variable* variable = lookup.variable(series.variable);
    return amount_in_words(series.points[0].value, variable == nullptr ? "" : variable->unit);
  };
  for (const Series* series : lone) {
    wide = std::max(wide, columns(value_of(*series)));
    periods = std::max(periods, columns(period_in_words(series->points[0].period)));
  }
  wide = std::min<std::size_t>(wide, 26);
  for (const Series* series : lone) {
    const Variable* variable = lookup.variable(series->variable);
    const std::string lead = "  " + pad(cut(value_of(*series), wide), wide, true) + "  " +
                             pad(period_in_words(series->points[0].period), periods) + "  ";
    screen.put(lead, variable == nullptr ? series->variable : one_line(variable->label));
  }
  screen.line();
}

}  // namespace

std::string series_as_text(const Record& record, const TextOptions& options) {
  const Lookup lookup(record);
  Screen screen(options);
  std::vector<const Series*> lone;
  std::size_t shown = 0;
  for (const Series* series : lookup.series_by_weight()) {
    if (series->points.empty() || !speaks_of(lookup.words_of(*series), options.words)) continue;
    ++shown;
    if (stands_alone(*series)) {
      lone.push_back(series);
    } else {
      put_table(screen, lookup, *series);
    }
  }
  put_lone_figures(screen, lookup, lone);
  if (shown == 0)
    screen.line(options.words.empty() ? "No series yet."
                                      : "No series speaks of “" + one_line(options.words) + "”.");
  return screen.text();
}

}  // namespace tally
