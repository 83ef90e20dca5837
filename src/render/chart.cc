#include "render/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>
#include <vector>

#include "render/html.h"
#include "render/words.h"

namespace tally {
namespace {

constexpr double kWidth = 720;
constexpr double kHeight = 250;
constexpr double kTop = 14;
constexpr double kRight = 24;
constexpr double kBottom = 30;
constexpr double kCharacter = 6.6;  // width of a digit at the size of the labels

enum class Shape { ring, dot, twin, square, diamond, cross, at_least, at_most, range };

struct Mark {
  Shape shape = Shape::ring;
  double day = 0;
  double value = 0;
  double low = 0;
  double high = 0;
  bool approximate = false;
  bool joined = false;  // part of the line
  std::string period;
  std::string label;  // what it says, in words
  Id claim;
};

Shape shape_of(Standing standing) {
  switch (standing) {
    case Standing::single:
      return Shape::ring;
    case Standing::repeated:
      return Shape::twin;
    case Standing::agreed:
      return Shape::dot;
    case Standing::revised:
      return Shape::square;
    case Standing::disputed:
      return Shape::diamond;
    case Standing::set_aside:
      return Shape::cross;
  }
  return Shape::ring;
}

std::string_view class_of(Shape shape) {
  constexpr std::array<std::string_view, 9> kNames = {"ring",  "dot",      "twin",    "square", "diamond",
                                                      "cross", "at-least", "at-most", "range"};
  return kNames[static_cast<std::size_t>(shape)];
}

std::string_view words_for(Shape shape) {
  constexpr std::array<std::string_view, 9> kWords = {"one report",
                                                      "independent reports agree",
                                                      "several reports, one origin",
                                                      "revised",
                                                      "disputed",
                                                      "set aside",
                                                      "at least so many",
                                                      "at most so many",
                                                      "from – to"};
  return kWords[static_cast<std::size_t>(shape)];
}

double middle_of(const Period& period) {
  const auto days = [](std::chrono::sys_days day) {
    return static_cast<double>(day.time_since_epoch().count());
  };
  if (period.open_from) return days(period.to.last_day());
  if (period.open_to) return days(period.from.first_day());
  return (days(period.first_day()) + days(period.last_day())) / 2;
}

double number_of(const std::optional<Decimal>& number) {
  return number ? number->to_double() : 0;
}

// Whether the value can be drawn; fills in the shape and where it stands.
bool place(const Value& value, Mark& mark) {
  if (value.best) {
    mark.value = mark.low = mark.high = value.best->to_double();
    mark.approximate = value.modifier == Modifier::about;
    mark.joined = true;
    return true;
  }
  if (value.low && value.high) {
    mark.shape = Shape::range;
    mark.low = number_of(value.low);
    mark.high = mark.value = number_of(value.high);
    return true;
  }
  if (!value.low && !value.high) return false;
  mark.shape = value.low ? Shape::at_least : Shape::at_most;
  mark.value = mark.low = mark.high = number_of(value.low ? value.low : value.high);
  return true;
}

void add_rivals(const Point& point, const Variable& variable, const Mark& chosen, std::vector<Mark>& marks) {
  for (const Candidate& candidate : point.candidates) {
    if (candidate.chosen || candidate.claims.empty()) continue;
    Mark mark = chosen;
    if (!place(candidate.value, mark)) continue;
    mark.joined = false;
    mark.shape = Shape::cross;
    mark.claim = candidate.claims.front();
    mark.label = chosen.period + ": also " + amount_in_words(candidate.value, variable.unit);
    if (!candidate.why.empty()) mark.label += ", " + one_line(candidate.why);
    marks.push_back(std::move(mark));
  }
}

std::vector<Mark> marks_of(const Series& series, const Variable& variable) {
  std::vector<Mark> marks;
  for (const Point& point : series.points) {
    Mark mark;
    if (!point.period.known() || point.claims.empty()) continue;
    mark.shape = shape_of(point.standing);
    if (!place(point.value, mark)) continue;
    mark.day = middle_of(point.period);
    mark.period = period_in_words(point.period);
    std::string standing(words_for(shape_of(point.standing)));
    mark.label =
        fmt::format("{}: {} ({})", mark.period, amount_in_words(point.value, variable.unit), standing);
    mark.claim = point.claims.front();
    add_rivals(point, variable, mark, marks);
    marks.push_back(std::move(mark));
  }
  return marks;
}

// Steps of 1, 2 or 5 times a power of ten, at most five of them.
double nice_step(double span) {
  const double raw = span / 4;
  const double power = std::pow(10, std::floor(std::log10(raw)));
  for (const double step : {1.0, 2.0, 5.0}) {
    if (raw <= step * power) return step * power;
  }
  return 10 * power;
}

class Scales {
 public:
  explicit Scales(const std::vector<Mark>& marks) {
    first_ = last_ = marks.front().day;
    for (const Mark& mark : marks) {
      first_ = std::min(first_, mark.day);
      last_ = std::max(last_, mark.day);
      low_ = std::min(low_, mark.low);
      high_ = std::max(high_, mark.high);
    }
    if (high_ <= low_) high_ = low_ + 1;
    step = nice_step(high_ - low_);
    if (std::ranges::all_of(marks, [](const Mark& mark) { return mark.high == std::floor(mark.high); }))
      step = std::max(step, 1.0);  // what is counted in whole numbers has no half of one
    low_ = std::floor(low_ / step) * step;
    high_ = std::ceil(high_ / step) * step;
    for (double tick = low_; tick <= high_ + step / 2; tick += step) ticks.push_back(tick);
    std::size_t longest = 1;
    for (const double tick : ticks) longest = std::max(longest, label(tick).size());
    left = 14 + static_cast<double>(longest) * kCharacter;
  }

  [[nodiscard]] double x(double day) const {
    const double inset = 18;
    const double room = kWidth - left - kRight - 2 * inset;
    return left + inset + (last_ > first_ ? (day - first_) / (last_ - first_) : 0.5) * room;
  }
  [[nodiscard]] double y(double value) const {
    return kTop + (high_ - value) / (high_ - low_) * (kHeight - kTop - kBottom);
  }
  [[nodiscard]] std::string label(double tick) const {
    const int digits = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step)));
    return grouped(Decimal::round(tick, digits).value_or(Decimal(0)));
  }

  double left = 60;
  double step = 1;
  std::vector<double> ticks;

 private:
  double first_ = 0, last_ = 0, low_ = 0, high_ = 0;
};

std::string draw_axes(const Scales& scales, const std::vector<Mark>& marks) {
  std::string out;
  for (const double tick : scales.ticks) {
    out += fmt::format("<line class=\"grid\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>",
                       scales.left, kWidth - kRight, scales.y(tick), scales.y(tick));
    out += fmt::format("<text class=\"tick\" text-anchor=\"end\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>",
                       scales.left - 8, scales.y(tick) + 4, escape(scales.label(tick)));
  }
  double free_from = 0;
  for (const Mark& mark : marks) {
    const double half = static_cast<double>(mark.period.size()) * kCharacter / 2;
    const double at = std::clamp(scales.x(mark.day), half, kWidth - half);
    if (at - half < free_from) continue;
    free_from = at + half + 8;
    out += fmt::format("<text class=\"tick\" text-anchor=\"middle\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", at,
                       kHeight - 8, escape(mark.period));
  }
  return out;
}

// From point to point; dashed where a period lies between that nobody gives.
std::string draw_line(const Scales& scales, const std::vector<Mark>& marks) {
  std::vector<const Mark*> joined;
  for (const Mark& mark : marks) {
    if (mark.joined) joined.push_back(&mark);
  }
  double shortest = 0;
  for (std::size_t i = 1; i < joined.size(); ++i) {
    const double step = joined[i]->day - joined[i - 1]->day;
    if (step > 0 && (shortest == 0 || step < shortest)) shortest = step;
  }
  std::string out;
  for (std::size_t i = 1; i < joined.size(); ++i) {
    const Mark& from = *joined[i - 1];
    const Mark& to = *joined[i];
    const bool gap = to.day - from.day > shortest * 1.5;
    out += fmt::format("<line class=\"run{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>",
                       gap ? " gap" : "", scales.x(from.day), scales.y(from.value), scales.x(to.day),
                       scales.y(to.value));
  }
  return out;
}

std::string draw_shape(Shape shape, double x, double y) {
  switch (shape) {
    case Shape::ring:
    case Shape::dot:
      return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\"/>", x, y);
    case Shape::twin:
      return fmt::format(
          "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5.5\"/><circle class=\"core\" cx=\"{:.1f}\" cy=\"{:.1f}\" "
          "r=\"2\"/>",
          x, y, x, y);
    case Shape::square:
      return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"10\" height=\"10\"/>", x - 5, y - 5);
    case Shape::diamond:
      return fmt::format("<path d=\"M{:.1f} {:.1f}l7 7l-7 7l-7 -7z\"/>", x, y - 7);
    case Shape::cross:
      return fmt::format("<path d=\"M{:.1f} {:.1f}l9 9m0 -9l-9 9\"/>", x - 4.5, y - 4.5);
    case Shape::at_least:
      return fmt::format(
          "<path d=\"M{:.1f} {:.1f}v-18m-4 5l4 -5l4 5\"/><path class=\"body\" d=\"M{:.1f} {:.1f}l6 "
          "10h-12z\"/>",
          x, y - 5, x, y - 5);
    case Shape::at_most:
      return fmt::format(
          "<path d=\"M{:.1f} {:.1f}v18m-4 -5l4 5l4 -5\"/><path class=\"body\" d=\"M{:.1f} {:.1f}l6 "
          "-10h-12z\"/>",
          x, y + 5, x, y + 5);
    case Shape::range:
      break;
  }
  return {};
}

std::string draw_range(double x, double high, double low) {
  return fmt::format("<path d=\"M{:.1f} {:.1f}h12m-6 0V{:.1f}m-6 0h12\"/>", x - 6, high, low);
}

std::string draw_mark(const Scales& scales, const Mark& mark) {
  const double x = scales.x(mark.day);
  const double y = scales.y(mark.value);
  const std::string shape = mark.shape == Shape::range
                                ? draw_range(x, scales.y(mark.high), scales.y(mark.low))
                                : draw_shape(mark.shape, x, y);
  return fmt::format(
      "<a class=\"mark {}{}\" href=\"{}\" aria-label=\"{}\"><title>{}</title><circle class=\"reach\" "
      "cx=\"{:.1f}\" "
      "cy=\"{:.1f}\" r=\"12\"/>{}</a>",
      class_of(mark.shape), mark.approximate ? " approximate" : "", link_to_claim(mark.claim),
      escape(mark.label), escape(mark.label), x,
      mark.shape == Shape::range ? (scales.y(mark.high) + scales.y(mark.low)) / 2 : y, shape);
}

std::string draw_legend(const std::vector<Mark>& marks) {
  std::set<Shape> used;
  for (const Mark& mark : marks) used.insert(mark.shape);
  std::string out = "<ul class=\"legend\">";
  for (const Shape shape : used) {
    const std::string drawn = shape == Shape::range ? draw_range(10, 4, 20)
                                                    : draw_shape(shape, 10,
                                                                 shape == Shape::at_least  ? 21
                                                                 : shape == Shape::at_most ? 5
                                                                                           : 12);
    out += fmt::format(
        "<li><svg viewBox=\"0 0 20 26\" width=\"20\" height=\"26\" aria-hidden=\"true\"><g class=\"mark "
        "{}\">{}</g></svg>{}</li>",
        class_of(shape), drawn, escape(words_for(shape)));
  }
  return out + "</ul>";
}

}  // namespace

std::string chart_of(const Series& series, const Variable& variable, const std::string& title_id) {
  std::vector<Mark> marks = marks_of(series, variable);
  std::ranges::sort(marks, {}, [](const Mark& mark) { return std::tie(mark.day, mark.claim); });
  std::set<double> days;
  for (const Mark& mark : marks) days.insert(mark.day);
  if (days.size() < 2) return {};
  const Scales scales(marks);
  std::string out =
      fmt::format("<svg class=\"chart\" viewBox=\"0 0 {} {}\" role=\"group\" aria-labelledby=\"{}\">", kWidth,
                  kHeight, escape(title_id));
  out += draw_axes(scales, marks);
  if (variable.measure.aggregate != Aggregate::event) out += draw_line(scales, marks);
  for (const Mark& mark : marks) out += draw_mark(scales, mark);
  return out + "</svg>" + draw_legend(marks);
}

}  // namespace tally
