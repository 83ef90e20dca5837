// Numbers in brackets that a date labels, here or in a row before → figures of the measure beside them.
//
//   "6,210 tonnes (2021: 5,890)"   "Oats: 5,480 tonnes (5,120)" in the row behind it
#include <algorithm>
#include <ranges>

#include "claim/figure_finder.h"
#include "text/phrases.h"

namespace tally {
namespace {

// "([2022]: 5,890)", "([2022/23]: £1.9 million)", "([Q3]: 79.2%)": the date that labels a number in brackets;
// null where none does.
const Mention* date_label(const Scene& scene, const Mention& amount) {
  const Article& article = scene.article();
  const Index at = token_from(article, amount.span.begin);
  if (at < 3 || article.text(article.tokens[at - 1]) != ":") return nullptr;
  constexpr std::uint32_t kLongestLabel = 40;  // bytes
  const std::uint32_t end = article.tokens[at - 1].span.begin;
  for (const Mention& date : Scene::starting_in(article.dates, {end - std::min(end, kLongestLabel), end})) {
    if (date.span.end != end || date.kind != MentionKind::date || !date.period) continue;
    const Index first = token_from(article, date.span.begin);
    const std::string_view opens = first == 0 ? "" : article.text(article.tokens[first - 1]);
    if (opens == "(" || opens == ";" || opens == ",") return &date;
  }
  return nullptr;
}

// "Syria: 5,480 ([5,120])": alone in a bracket.
bool is_bracketed(const Article& article, const Mention& amount) {
  const Index at = token_from(article, amount.span.begin);
  const Index after = token_from(article, amount.span.end);
  return at > 0 && after < article.tokens.size() && article.text(article.tokens[at - 1]) == "(" &&
         article.text(article.tokens[after]) == ")";
}

// The number right before a bracket that holds a number alone and of its size: "612,000 ([588,000])",
// "NOK 3.42 billion ([3.11])", "86.4 per cent ([91.2 per cent])"; null where there is none.
const Mention* number_beside(const Article& article, std::size_t at) {
  const Mention& aside = article.amounts[at];
  if (!aside.value || !aside.value->best || !is_bracketed(article, aside)) return nullptr;
  constexpr std::size_t kInside = 4;  // mentions: a quantity holds its number
  for (std::size_t i = at; i > 0 && at - i < kInside; --i) {
    const Mention& before = article.amounts[i - 1];
    const bool joined =
        before.span.end < aside.span.begin && article.text(Span{before.span.end, aside.span.begin}) == " (";
    if (!joined || !before.value || !before.value->best) continue;
    if (aside.unit != before.unit && !(aside.unit.empty() && aside.kind == MentionKind::number)) continue;
    Value value = *aside.value;
    take_scale(value, *before.value);
    constexpr double kAlike = 2;  // times the other
    const double now = before.value->best->to_double();
    const double then = value.best->to_double();
    const bool alike = then > 0 && now != then && now < then * kAlike && then < now * kAlike;
    return alike ? &before : nullptr;
  }
  return nullptr;
}

}  // namespace

// "Revenue NOK 3.42 billion (3.11). Survival was 86.4 per cent (91.2 per cent)": a report that puts a like
// number behind one and another gives the year before in brackets.
bool FigureFinder::has_column_before() {
  if (!column_before_) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < article_.amounts.size(); ++i) found += number_beside(article_, i) != nullptr;
    constexpr std::size_t kFewest = 2;
    column_before_ = found >= kFewest;
  }
  return *column_before_;
}

bool FigureFinder::read_year_before(const Mention& amount) {
  const auto at = static_cast<std::size_t>(&amount - article_.amounts.data());
  if (article_.claims.empty() || !is_bracketed(article_, amount) || !has_column_before()) return false;
  const Mention* number = number_beside(article_, at);
  const Index model = number == nullptr ? kNone : scene_.figure_of(*number);
  if (model == kNone) return false;
  Claim figure = article_.claims[model];
  const std::optional<Period> now = figure.period;
  if (!now || !now->known() || now->open_from || now->open_to) return false;
  figure.evidence.push_back(figure.quote);
  figure.value = amount.value;
  take_scale(*figure.value, *article_.claims[model].value);
  figure.period = in_year(*now, static_cast<std::int16_t>(now->from.year - 1));
  figure.period_basis = Basis::implied;
  figure.relative.reset();
  figure.whole = kNone;
  figure.quote = amount.span;
  figure.rule = "figure.labelled";
  article_.claims.push_back(std::move(figure));
  return true;
}

bool FigureFinder::read_labelled(const Mention& amount) {
  const Index chunk = chunk_at(article_, amount.span.begin);
  const bool open = focus_.claim != kNone || label_.legend;
  if (chunk == kNone || !amount.value || !open || article_.claims.empty()) return false;
  const Index sentence = article_.chunks[chunk].sentence;
  const Mention* date = date_label(scene_, amount);
  constexpr Index kRows = 2;  // sentences from one row to the next
  const bool near = sentence <= label_.sentence + kRows && sentence != label_.sentence;
  const bool same_column = label_.when.known() && (near || label_.legend) && is_bracketed(article_, amount);
  if (date == nullptr && !same_column) return read_year_before(amount);
  // The number before the bracket says what both count.
  const Claim* model = nullptr;
  for (const Claim& claim : std::views::reverse(article_.claims)) {
    if (claim.kind != ClaimKind::figure) continue;
    model = &claim;
    break;
  }
  if (model == nullptr || !article_.sentences[sentence].span.contains(model->quote)) return false;
  const bool units = amount.unit.empty() ? model->unit != "percent" : amount.unit == model->unit;
  if (!units) return false;
  if (date != nullptr) label_.when = when_of_label(*date, chunk);
  label_.legend = label_.legend && date == nullptr;
  label_.sentence = sentence;
  Claim figure = *model;
  figure.evidence.push_back(model->quote);
  figure.value = amount.value;
  figure.period = label_.when.period;
  figure.period_basis = date != nullptr ? label_.when.basis : Basis::implied;
  figure.relative = label_.when.relative;
  figure.measure.aggregate = figure.period ? aggregate_of(figure.period->grain()) : Aggregate::unknown;
  figure.whole = kNone;
  figure.quote = cover(amount.span, scene_.span(chunk));
  figure.rule = "figure.labelled";
  article_.claims.push_back(std::move(figure));
  return true;
}

// "Between January and March, 84.6 % ([Q3]: 79.2 %)": a part of a year is the last one before what it is held
// against.
When FigureFinder::when_of_label(const Mention& date, Index chunk) const {
  When when = when_printed(date, chunk);
  const std::optional<Period>& told = focus_.when.period;
  if (when.basis != Basis::implied || !when.period || !told || !told->known() || !when.period->known())
    return when;
  if (told->open_from || told->open_to || when.period->first_day() <= told->last_day()) return when;
  when.period = in_year(*when.period, static_cast<std::int16_t>(told->from.year - 1));
  return when;
}

}  // namespace tally
