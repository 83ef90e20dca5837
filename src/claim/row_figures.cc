// Rows under a heading in one sentence → a figure each.
#include "base/characters.h"
#include "claim/figure_finder.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {

bool FigureFinder::read_rows(Index sentence) {
  const std::optional<HeadedRows> found = headed_rows(scene_, sentence);
  if (!found) return false;
  const std::optional<Measured> headed = measure_headed(*found);
  if (!headed) return false;
  When when;
  for (Index i = found->head.begin; i < found->head.end && !when.known(); ++i) {
    if (scene_.kind(i) == ChunkKind::time) when = when_of(scene_, i);
  }
  Index first = kNone;
  for (const HeadedRow& row : found->rows) {
    const Index chunk = chunk_at(article_, row.amount->span.begin);
    const AmountUse use{.use = Use::listed, .chunk = chunk, .clause = scene_.clause_of(chunk)};
    const Measured measured = measure_of_row(row, *headed);
    When own = when_of_row(*found, row, when);
    if (!own.known()) own = first == kNone ? when_of_figure(use, measured) : When{};
    const Index claim = add_figure(*row.amount, use, measured, own);
    Claim& figure = article_.claims[claim];
    figure.quote = cover(article_.span_of(row.label), row.amount->span);
    if (!own.known() && first != kNone) take_time(figure, article_.claims[first]);
    if (first == kNone) first = claim;
  }
  return true;
}

// "The numbers of cyclists killed in earlier years are", "Deaths by year", "Killed, by month".
std::optional<Measured> FigureFinder::measure_headed(const HeadedRows& rows) const {
  for (Index i = rows.head.begin; i < rows.head.end; ++i) {
    const bool divides = i > rows.head.begin && scene_.is_word(i - 1, "by");
    if (scene_.kind(i) == ChunkKind::noun && !divides && !is_anaphoric(scene_, i)) {
      Measured named = measure_of_noun(scene_, i);
      if (counts_people(scene_, i)) named.unit = "person";
      return named;
    }
    if (scene_.kind(i) != ChunkKind::verb || focus_.claim == kNone) continue;
    Measured done = focus_.measured;
    done.measure.property = lemma(article_, scene_.head(i));
    if (done.unit.empty()) done.unit = focus_.unit;
    return done;
  }
  return focus_.claim == kNone ? std::nullopt : std::optional(focus_.measured);
}

// A label of time leaves the measure as it is; a place is where; any other tells which of them.
Measured FigureFinder::measure_of_row(const HeadedRow& row, const Measured& headed) const {
  Measured measured = headed;
  const Span label = article_.span_of(row.label);
  const Token& head = article_.tokens[row.label.end - 1];
  if (scene_.date_over(article_.tokens[row.label.begin].span) != nullptr || is(head, WordClass::month))
    return measured;
  for (Index i = row.tail.begin; i < row.tail.end; ++i) {
    if (!is_casualty(article_.tokens[i])) continue;
    measured.measure.property = lemma(article_, article_.tokens[i]);
    measured.unit = "person";
  }
  const Mention* name = scene_.name_in(label);
  if (name != nullptr && name->name_kind == NameKind::place) {
    measured.measure.place =
        name->canonical.empty() ? std::string(article_.text(name->span)) : name->canonical;
    return measured;
  }
  if (measured.measure.property.empty()) measured.measure.property = measured.measure.population;
  measured.measure.population = lower_case(article_.text(label));
  if (is(head, WordClass::person) || is(head, WordClass::role)) measured.unit = "person";
  return measured;
}

When FigureFinder::when_of_row(const HeadedRows& rows, const HeadedRow& row, const When& headed) const {
  const Token& head = article_.tokens[row.label.begin];
  const Mention* date = scene_.date_over(head.span);
  if (date == nullptr || !date->period || !date->period->known()) return headed;
  if (!rows.by_month) return when_printed(*date, kNone);
  // "January 4" is a month and its number here; its year is that of the heading, or of the last January.
  Date month{.year = date->period->from.year, .month = date->period->from.month};
  const Date published = article_.info.published.date;
  if (published.known() && Period::of(published).last_day() < Period::of(month).first_day()) --month.year;
  if (headed.period && headed.period->known()) month.year = headed.period->from.year;
  return {.period = Period::of(month), .basis = Basis::implied};
}

}  // namespace tally
