// Rows under a heading, in one sentence or a line each → a figure each; and the column in brackets beside
// them.
#include "base/characters.h"
#include "claim/figure_finder.h"
#include "claim/line_rows.h"
#include "page/page_words.h"
#include "text/named_words.h"
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
    read_column(sentence, row);
  }
  return true;
}

// "Osten 231,780 [(236,900)]" under "(2023 in brackets)".
void FigureFinder::read_column(Index sentence, const HeadedRow& row) {
  if (!label_.when.known() || row.tail.empty()) return;
  for (const Mention& amount : Scene::starting_in(article_.amounts, article_.span_of(row.tail))) {
    if (amount.value && amount.value->best && read_labelled(amount)) break;
  }
  label_.sentence = sentence;
}

// Nothing goes on from a claim that was taken back.
void FigureFinder::take_back(std::size_t before) {
  article_.claims.resize(before);
  if (focus_.claim != kNone && focus_.claim >= before) focus_ = {};
  for (Index* kept : {&last_change_, &list_first_, &list_focus_, &base_figure_}) {
    if (*kept != kNone && *kept >= before) *kept = kNone;
  }
}

// "Arven City 12,960": a line that none of the rules of sentences reads, in a run of such lines. `before`:
// how many claims were told before this sentence.
void FigureFinder::read_line_row(Index sentence, std::size_t before) {
  for (std::size_t i = before; i < article_.claims.size(); ++i) {
    const Claim& claim = article_.claims[i];
    const bool unplaced = claim.measure.population.empty() && claim.measure.property.empty();
    if (claim.kind != ClaimKind::figure || !unplaced) return;
  }
  const std::optional<LineRow> line = line_row(scene_, sentence);
  if (!line) return;
  const std::optional<Index> heading = heading_of_rows(scene_, sentence);
  if (!heading) return;
  HeadedRows rows;
  if (*heading != kNone) rows.head = scene_.chunks_of(*heading);
  const HeadedRow row{.label = line->label, .amount = line->amount};
  rows.by_month = row.label.size() == 1 && is(article_.tokens[row.label.begin], WordClass::month);
  const Index chunk = chunk_at(article_, row.amount->span.begin);
  if (chunk == kNone) return;
  take_back(before);
  const std::optional<Measured> headed = measure_headed(rows);
  const Measured measured = headed ? measure_of_row(row, *headed) : Measured{};
  const AmountUse use{.use = Use::listed, .chunk = chunk, .clause = scene_.clause_of(chunk)};
  When when;
  for (Index i = rows.head.begin; i < rows.head.end && !when.known(); ++i) {
    if (scene_.kind(i) == ChunkKind::time) when = when_of(scene_, i);
  }
  When own = when_of_row(rows, row, when);
  const bool goes_on = line_rows_.first != kNone && line_rows_.last + 1 == sentence;
  if (!own.known() && !goes_on) own = when_of_figure(use, measured);
  const Index claim = add_figure(*row.amount, use, measured, own);
  Claim& figure = article_.claims[claim];
  figure.quote = cover(article_.span_of(row.label), row.amount->span);
  if (!headed) figure.rule = "figure.told";
  if (!own.known() && goes_on) take_time(figure, article_.claims[line_rows_.first]);
  line_rows_ = {.first = goes_on ? line_rows_.first : claim, .last = sentence};
}

namespace {

// "January to September 2024 (2023 in brackets)": of a year beside a part of another one, the same part.
std::optional<Period> same_part(const Mention& part, const Mention& year) {
  if (&part == &year || !part.period || !part.period->known() || !year.period) return std::nullopt;
  Period same = *part.period;
  const Period& of = *year.period;
  const bool in_a_year = !same.open_from && !same.open_to && same.from.month != 0 &&
                         same.from.year == same.to.year && same.from.year != of.from.year;
  if (!in_a_year || of.interval || of.grain() != Grain::year) return std::nullopt;
  same.from.year = same.to.year = of.from.year;
  return same.from.valid() && same.to.valid() ? std::optional(same) : std::nullopt;
}

}  // namespace

// "By country, 2020 (in brackets 2019)", "Figures for 2022/23 are in brackets": what the numbers in brackets
// stand for from here on.
void FigureFinder::read_legend(Index sentence) {
  const auto dates = Scene::starting_in(article_.dates, article_.sentences[sentence].span);
  if (dates.empty()) return;
  const Range tokens = article_.sentences[sentence].tokens;
  for (Index i = tokens.begin + 1; i < tokens.end; ++i) {
    static constexpr NamedWords kBrackets = {"brackets", "parentheses"};
    if (!kBrackets.contains_lower(article_.text(article_.tokens[i]))) continue;
    if (!equals_lower(article_.text(article_.tokens[i - 1]), "in")) continue;
    const Mention* found = nullptr;
    for (const Mention& date : dates) {
      if (date.kind != MentionKind::date || !date.period) continue;
      const bool behind = date.span.begin > article_.tokens[i].span.begin;
      // "2020 (in brackets 2019)", "2024 (2023 in brackets)"
      const bool beside = behind ? date.span.begin <= article_.tokens[i].span.end + 2 : true;
      if (beside) found = &date;
    }
    if (found == nullptr) return;
    When when = when_printed(*found, kNone);
    for (const Mention& date : dates) {
      const auto same = same_part(date, *found);
      if (!same) continue;
      when = {.period = same, .basis = Basis::implied};
      break;
    }
    label_ = {.when = when, .sentence = sentence, .legend = true};
    return;
  }
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
  if (is_whole_label(article_, row.label)) return measured;
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

// "March 40,100 ha", where March may be what one does: of the heading's year, or of the row's before.
When FigureFinder::when_of_month(const HeadedRows& rows, const Token& month, const When& headed) const {
  const int number = page::month_named(lower(article_, month));
  const std::optional<Period> before =
      article_.claims.empty() || rows.head.empty() ? std::nullopt : article_.claims.back().period;
  const std::optional<Period>& told = headed.period ? headed.period : before;
  if (number == 0 || !told || !told->known()) return headed;
  const Date date{.year = told->from.year, .month = static_cast<std::uint8_t>(number)};
  return {.period = Period::of(date), .basis = Basis::implied};
}

When FigureFinder::when_of_row(const HeadedRows& rows, const HeadedRow& row, const When& headed) const {
  const Token& head = article_.tokens[row.label.begin];
  const Mention* date = scene_.date_over(head.span);
  if (date == nullptr && rows.by_month) return when_of_month(rows, head, headed);
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
