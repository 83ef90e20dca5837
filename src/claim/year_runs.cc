// Numbers told year by year of which only some say their year.
//
//   "from 2,914 in 2018 to 3,127, then 1,680, 2,745, 3,240 and, last year, 3,506"   as many numbers as years
//   "… He keeps the other column too: 31, 38, 12, 27, 44, 52"                        the same years again
#include <algorithm>
#include <optional>
#include <vector>

#include "claim/figure_finder.h"
#include "claim/number_lists.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kFarthest = 9;        // tokens between two numbers of a run
constexpr std::size_t kFewest = 4;    // numbers whose years another run takes over
constexpr Index kSentencesAfter = 6;  // up to which it does

// The year that a date names by itself.
std::optional<int> year_of(const Mention& date) {
  const bool year = date.kind == MentionKind::date && date.period && date.period->known() &&
                    !date.period->interval && date.period->grain() == Grain::year;
  return year ? std::optional<int>(date.period->from.year) : std::nullopt;
}

// The years told between two numbers: of the one before where nothing but a preposition stands between them,
// else of the one behind.
struct Between {
  std::optional<int> of_first;
  std::optional<int> of_second;
};

Between years_between(const Article& article, Span gap) {
  Between years;
  for (const Mention& date : Scene::starting_in(article.dates, gap)) {
    const auto year = year_of(date);
    if (!year) continue;
    const Index first = token_from(article, gap.begin);
    const Index at = token_from(article, date.span.begin);
    bool beside = at <= first + 1;
    for (Index t = first; t < at; ++t) beside = beside && article.tokens[t].kind != TokenKind::punctuation;
    (beside ? years.of_first : years.of_second) = year;
  }
  return years;
}

Period year(int number) {
  return Period::of(Date{.year = static_cast<std::int16_t>(number)});
}

bool parts_runs(const Article& article, Span gap) {
  const Index first = token_from(article, gap.begin);
  const Index end = token_from(article, gap.end);
  if (end > first + kFarthest) return true;
  return std::any_of(article.tokens.begin() + first, article.tokens.begin() + end, [&](const Token& token) {
    return article.text(token) == ";" || article.text(token) == "." || token.tag == Tag::vbd ||
           token.tag == Tag::vbz || token.tag == Tag::vbp;
  });
}

}  // namespace

// Fills the years between two that are told, where there are as many numbers as years.
void FigureFinder::fill_years(const std::vector<YearOfFigure>& run, Index sentence) {
  std::vector<Index> told;
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (run[i].year) told.push_back(static_cast<Index>(i));
  }
  for (std::size_t i = 1; i < told.size(); ++i) {
    const Index first = told[i - 1];
    const Index last = told[i];
    if (last - first < 2 || *run[last].year - *run[first].year != static_cast<int>(last - first)) continue;
    for (Index at = first; at <= last; ++at)
      set_step(article_.claims[run[at].figure], year(*run[first].year + static_cast<int>(at - first)));
    if (last - first + 1 >= kFewest)
      years_told_ = {.first = *run[first].year, .size = last - first + 1, .sentence = sentence};
  }
}

void FigureFinder::read_year_runs(Index sentence, std::span<const Mention* const> amounts) {
  constexpr std::size_t kFew = 3;
  const Span span = article_.sentences[sentence].span;
  if (amounts.size() >= kFew && !Scene::starting_in(article_.dates, span).empty()) {
    std::vector<YearOfFigure> run;
    for (std::size_t i = 0; i <= amounts.size(); ++i) {
      const Span gap{i == 0 ? span.begin : amounts[i - 1]->span.end,
                     i == amounts.size() ? span.end : amounts[i]->span.begin};
      const Between years = years_between(article_, gap);
      if (!run.empty() && years.of_first) run.back().year = years.of_first;
      const Index figure = i == amounts.size() ? kNone : scene_.figure_of(*amounts[i]);
      const bool goes_on = figure != kNone && !run.empty() && !parts_runs(article_, gap) &&
                           article_.claims[figure].unit == article_.claims[run.back().figure].unit;
      if (!goes_on) {
        fill_years(run, sentence);
        run.clear();
      }
      if (figure != kNone) run.push_back({figure, years.of_second});
    }
  }
  repeat_years(sentence, amounts);
}

// A run of as many numbers as years were told, not far behind, that says no time of its own.
void FigureFinder::repeat_years(Index sentence, std::span<const Mention* const> amounts) {
  if (years_told_.size == 0 || sentence <= years_told_.sentence ||
      sentence > years_told_.sentence + kSentencesAfter ||
      !Scene::starting_in(article_.dates, article_.sentences[sentence].span).empty())
    return;
  for (const NumberList& list : number_runs(article_, amounts, kFewest)) {
    if (list.size() != years_told_.size) continue;
    const std::vector<Index> figures = figures_of(list, amounts);
    for (std::size_t i = 0; i < figures.size(); ++i)
      set_step(article_.claims[figures[i]], year(years_told_.first + static_cast<int>(i)));
  }
}

}  // namespace tally
