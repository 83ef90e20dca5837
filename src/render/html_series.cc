// The series of the page: a chart and a table each; figures that stand alone in one table.
#include <fmt/format.h>

#include <algorithm>

#include "render/chart.h"
#include "render/html.h"
#include "render/words.h"

namespace tally {
namespace {

std::string links_to(const std::vector<Id>& claims, const Lookup& lookup) {
  std::string out;
  std::string last;  // the report named before: a second place in it is told as "again"
  for (const Id& id : claims) {
    const RecordClaim* claim = lookup.claim(id);
    if (claim == nullptr) continue;
    const std::string name = document_name(lookup.document_of(*claim));
    out += fmt::format("{}<a href=\"{}\">{}</a>", out.empty() ? "" : ", ", link_to_claim(id),
                       name == last ? "again" : escape(name));
    last = name;
  }
  return out;
}

std::string standing_cell(Standing standing) {
  std::string words(name(standing));
  std::ranges::replace(words, '_', '-');
  std::string shown = words;
  std::ranges::replace(shown, '-', ' ');
  return fmt::format("<td><span class=\"standing {}\">{}</span></td>", words, shown);
}

std::string rivals_of(const Point& point, const Lookup& lookup, std::string_view unit) {
  std::string out;
  for (const Candidate& candidate : point.candidates) {
    if (candidate.chosen) continue;
    out += fmt::format("<div class=\"rival\">also {}{}{} ({})</div>",
                       escape(amount_in_words(candidate.value, unit)),
                       candidate.vintage.known() ? ", as of " + escape(date_in_words(candidate.vintage)) : "",
                       candidate.why.empty() ? "" : ": " + escape(one_line(candidate.why)),
                       links_to(candidate.claims, lookup));
  }
  return out;
}

std::vector<Id> chosen_claims(const Point& point) {
  for (const Candidate& candidate : point.candidates) {
    if (candidate.chosen && !candidate.claims.empty()) return candidate.claims;
  }
  return point.claims;
}

std::string row_of(const Point& point, const Lookup& lookup, std::string_view unit) {
  return fmt::format(
      "<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td><td class=\"number\">{}</td><td "
      "class=\"number\">{}</td>{}"
      "<td class=\"sources\">{}{}</td></tr>",
      escape(period_in_words(point.period)), escape(amount_in_words(point.value, unit)), point.documents,
      point.origins, standing_cell(point.standing), links_to(chosen_claims(point), lookup),
      rivals_of(point, lookup, unit));
}

std::string figure_of(const Series& series, const Variable& variable, const Lookup& lookup) {
  const std::string title_id = "series-" + variable.id;
  std::string out = fmt::format("<section class=\"series\" id=\"{}\"><h3 id=\"{}-title\">{}</h3>",
                                escape(title_id), escape(title_id), escape(one_line(variable.label)));
  out += "<figure>" + chart_of(series, variable, title_id + "-title") + "</figure>";
  out +=
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"table of the "
      "series\"><table><caption>Values by period</caption><thead><tr><th scope=\"col\">period</th><th "
      "scope=\"col\" class=\"number\">value</th><th scope=\"col\" class=\"number\">reports</th><th "
      "scope=\"col\" class=\"number\">origins</th><th "
      "scope=\"col\">standing</th><th scope=\"col\">where it stands</th></tr></thead><tbody>";
  for (const Point& point : series.points) out += row_of(point, lookup, variable.unit);
  out += "</tbody></table></div>";
  if (!variable.joined_by.empty())
    out += "<p class=\"aside\">Joined by " + escape(one_line(variable.joined_by)) + ".</p>";
  return out + "</section>";
}

bool stands_alone(const Series& series) {
  return series.points.size() == 1 && series.points[0].documents < 2;
}

std::string lone_figures(const std::vector<std::pair<const Series*, const Variable*>>& lone,
                         const Lookup& lookup) {
  if (lone.empty()) return {};
  std::string out = fmt::format(
      "<details class=\"lone\"><summary>{} {} alone: one report, one period</summary><div class=\"scroll\" "
      "tabindex=\"0\" role=\"region\" aria-label=\"figures that stand alone\"><table><caption>Figures "
      "that stand alone</caption><thead><tr><th scope=\"col\">what</th><th scope=\"col\">period</th><th "
      "scope=\"col\" "
      "class=\"number\">value</th><th scope=\"col\">where it stands</th></tr></thead><tbody>",
      lone.size(), lone.size() == 1 ? "figure stands" : "figures stand");
  for (const auto& [series, variable] : lone) {
    const Point& point = series->points[0];
    out += fmt::format(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"number\">{}</td><td "
        "class=\"sources\">{}</td></tr>",
        escape(one_line(variable->label)), escape(period_in_words(point.period)),
        escape(amount_in_words(point.value, variable->unit)), links_to(point.claims, lookup));
  }
  return out + "</tbody></table></div></details>";
}

}  // namespace

std::string series_section(const Record& record, const Lookup& lookup) {
  std::string out = "<section id=\"series\"><h2>Series</h2>";
  std::vector<std::pair<const Series*, const Variable*>> lone;
  for (const Series* series : lookup.series_by_weight()) {
    const Variable* variable = lookup.variable(series->variable);
    if (variable == nullptr || series->points.empty()) continue;
    if (stands_alone(*series)) {
      lone.emplace_back(series, variable);
    } else {
      out += figure_of(*series, *variable, lookup);
    }
  }
  if (record.series.empty()) out += "<p>No figures were read.</p>";
  return out + lone_figures(lone, lookup) + "</section>";
}

}  // namespace tally
