// Times told from another time → periods: "a year earlier", "the week before", "that year" seen from what the
// report tells, not from the date that happens to stand before.
//
//   "2,312 cases in March, 900 fewer than in February. A year earlier it had been 1,870."   2,312 is of
//   March, so 1,870 is of the March before
//   "4,800 in the second quarter, 7 % more than in the same quarter of 2022"   2022-04/2022-06
#include <algorithm>
#include <optional>

#include "claim/periods.h"
#include "mention/date_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

bool is_plain(const RelativeDate& relative) {
  return relative.length == 0 && relative.months == 0 && relative.month == 0 && relative.weekday == 0 &&
         relative.quarter == 0 && relative.half == 0 && relative.season == 0 && relative.day == 0;
}

// The same stretch so many years, months, weeks or days away; nothing where it is no such stretch.
std::optional<Period> moved(const Period& from, Grain grain, int offset) {
  const bool years = grain == Grain::year || (grain == Grain::month && offset % 12 == 0);
  if (years && from.from.known())
    return in_year(from,
                   static_cast<std::int16_t>(from.from.year + (grain == Grain::year ? offset : offset / 12)));
  const bool same_grain = grain == from.grain();
  return same_grain ? period_before(from, -offset) : std::nullopt;
}

// The year, month … that a stretch lies in.
std::optional<Period> around(const Period& period, Grain grain) {
  if (grain == period.grain()) return period;
  const Date last = period.to.known() ? period.to : period.from;
  if (grain == Grain::year && period.from.year == last.year) return Period::of(Date{.year = last.year});
  if (grain == Grain::month && last.month != 0 && period.from.month == last.month)
    return Period::of(Date{.year = last.year, .month = last.month});
  return std::nullopt;
}

// "A year earlier", "that month", "the previous March" from a stretch.
std::optional<Period> told_from(const RelativeDate& relative, const Period& reference) {
  if (!is_plain(relative)) {
    // "the previous winter", "the March before"
    const bool of_year = relative.length == 0 && relative.months == 0 && relative.offset != 0;
    return of_year && reference.from.known() ? resolve(relative, reference.from) : std::nullopt;
  }
  if (relative.keep != Grain::none && relative.offset != 0)
    return moved(reference, relative.grain, relative.offset);
  const auto own = around(reference, relative.grain);
  // "4,100 in the winter of 2021/22 …, in the year before 3,900"
  if (!own && relative.grain == Grain::year && relative.offset != 0 && reference.interval)
    return in_year(reference, static_cast<std::int16_t>(reference.from.year + relative.offset));
  if (!own) return std::nullopt;
  return relative.offset == 0 ? own : period_before(*own, -relative.offset);
}

// The month that a stretch of a whole year begins in; 0 where it is none.
int first_month_of_year(const Period& period) {
  if (!period.known() || period.open_from || period.open_to || period.from.day != 0) return 0;
  if (!period.interval) return period.grain() == Grain::year ? 1 : 0;
  if (period.from.month == 0) return 0;
  const int months = (period.to.year - period.from.year) * 12 + period.to.month - period.from.month;
  return period.to.day == 0 && months == 11 ? period.from.month : 0;
}

// The quarters of a year told one by one: "14,210 in the first quarter, 11,860 in the second, 7,340 in the
// …".
bool tells_parts_in_turn(const Scene& scene, Span date) {
  const Article& article = scene.article();
  const Index sentence = date.empty() ? kNone : sentence_at(article, date.begin);
  if (sentence == kNone) return false;
  constexpr int kRow = 3;
  int next = 1;
  for (const Mention& amount : Scene::starting_in(article.amounts, article.sentences[sentence].span)) {
    if (amount.kind != MentionKind::ordinal || !amount.value || !amount.value->best) continue;
    if (*amount.value->best == Decimal(next)) ++next;
  }
  return next > kRow;
}

bool is_of_the_year(const Scene& scene, Span date) {
  const std::string_view words = date.empty() ? "" : scene.article().text(date);
  return words.ends_with(" of the year") || words.ends_with(" of that year");
}

// "In 2022/23 … in the second quarter [of the year]": of the year told before, whichever month it begins in.
std::optional<Period> part_of_year(const RelativeDate& part, const Period& year) {
  const int first = first_month_of_year(year);
  if (first == 0 || part.quarter == 0 || part.offset != 0) return std::nullopt;
  const int month = first - 1 + (part.quarter - 1) * 3;
  const auto in = [&](int months) {
    return Date{.year = static_cast<std::int16_t>(year.from.year + months / 12),
                .month = static_cast<std::uint8_t>(months % 12 + 1)};
  };
  return Period::between(in(month), in(month + 2));
}

// "[the same quarter] of 2023", "in the corresponding months of [last year]": the grain that the words name,
// none for "period", "months"; nothing where they do not speak of the same stretch.
std::optional<Grain> same_stretch(const Scene& scene, Span date) {
  const Article& article = scene.article();
  const Index sentence = date.empty() ? kNone : sentence_at(article, date.begin);
  if (sentence == kNone) return std::nullopt;
  constexpr Index kBefore = 4;  // words before the date
  const Index first = token_from(article, date.begin);
  const Range tokens = article.sentences[sentence].tokens;
  for (Index back = 0; back <= kBefore + 1 && back <= first; ++back) {
    // Its own first words, then those before it: "the same …", "same …"
    const Index t = back == 0 ? first + 1 : first + 1 - back;
    if (t < tokens.begin || t + 1 >= tokens.end) continue;
    if (t < first && article.tokens[t].kind == TokenKind::punctuation) break;
    if (!is(article.tokens[t], WordClass::sameness)) continue;
    return dates::grain_named(lemma(article, article.tokens[t + 1]));
  }
  return std::nullopt;
}

// The stretch of the reference in the year that a date tells.
std::optional<Period> same_in_year(const When& when, const Period& reference, Grain named) {
  if (!when.period || !when.period->from.known() || !reference.from.known()) return std::nullopt;
  const Grain own = reference.grain();
  const bool of_months = reference.interval ? reference.from.day == 0 : own == Grain::month;
  const bool fits = named == own || (of_months && (named == Grain::none || named == Grain::month));
  const bool whole_year = own == Grain::year && reference.from.month == 0;
  const bool other_year = when.period->from.year != reference.from.year;
  if (!fits || whole_year || !other_year) return std::nullopt;
  return in_year(reference, when.period->from.year);
}

// A month, a quarter, a year of a report whose day nobody knows: "in January", "last month", "this year".
bool is_stretch(const RelativeDate& relative) {
  return relative.anchor == RelativeDate::Anchor::publication && relative.length == 0 &&
         relative.weekday == 0 && relative.day == 0 &&
         (relative.grain == Grain::year || relative.grain == Grain::month ||
          (relative.grain == Grain::none && relative.offset == 0));
}

// "1,990 in January, 14 % fewer than the 2,310 of [a year earlier]" where the report has no date: January of
// last year, whenever that is. `named` is the grain of "the same quarter of [last year]".
std::optional<RelativeDate> moved(const RelativeDate& from, const When& when, std::optional<Grain> named) {
  const RelativeDate& step = *when.relative;
  if (!is_stretch(from) || !is_plain(step) || step.grain != Grain::year || step.offset == 0) return {};
  RelativeDate reached = from;
  if (step.anchor == RelativeDate::Anchor::focus) {
    reached.offset = static_cast<std::int16_t>(reached.offset +
                                               (from.grain == Grain::month ? step.offset * 12 : step.offset));
  } else {
    if (!named || from.grain == Grain::month) return {};
    reached.offset = step.offset;
  }
  if (reached.grain == Grain::none) reached.grain = Grain::year;
  return reached;
}

}  // namespace

bool is_multiple(const Scene& scene, Index chunk) {
  const Span words = scene.span(chunk);
  return std::ranges::any_of(Scene::starting_in(scene.article().amounts, words), [&](const Mention& amount) {
    return amount.unit == "fold" && amount.span.end >= words.end;
  });
}

When seen_from(const Scene& scene, When when, const When& reference) {
  const bool unplaced = !reference.period && !when.period;
  if (unplaced && reference.relative && when.relative && when.basis == Basis::implied) {
    const auto reached = moved(*reference.relative, when, same_stretch(scene, when.span));
    if (!reached) return when;
    when.relative = reached;
    return when;
  }
  if (!reference.period || !reference.period->known() || reference.period->open_from ||
      reference.period->open_to)
    return when;
  const std::optional<Grain> named = same_stretch(scene, when.span);
  Period from = *reference.period;
  // "on 30 July … in the same month of last year": of the month
  if (named && *named > from.grain() && from.grain() != Grain::none)
    from = around(from, *named).value_or(from);
  // "of the same month of 2019" says its year itself.
  const bool points =
      when.relative && when.relative->anchor == RelativeDate::Anchor::focus && when.basis == Basis::implied;
  // "2,706 in 2011. In the year after that …": "that" is the date printed last, be it only what the figure
  // before was held against.
  const bool after_that = !when.span.empty() && scene.article().text(when.span).ends_with(" that");
  if (points && after_that && when.period && when.period->known()) return when;
  std::optional<Period> period = named ? same_in_year(when, from, *named) : std::nullopt;
  const bool of_told_year = when.relative && when.basis == Basis::implied &&
                            (is_of_the_year(scene, when.span) ||
                             (first_month_of_year(from) > 1 && tells_parts_in_turn(scene, when.span)));
  if (!period && of_told_year) period = part_of_year(*when.relative, from);
  if (!period && points) {
    period = told_from(*when.relative, from);
    if (period) when.basis = Basis::implied;
  }
  if (period) when.period = period;
  return when;
}

}  // namespace tally
