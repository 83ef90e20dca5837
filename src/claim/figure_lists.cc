// Figures that leave their noun out because a figure before them has it.
//
//   "Kent gave 5.7 and Essex 4.6 million tonnes"   "1,397 in 2014, 1,276 in 2015"   "They take 14.7 million"
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include "base/characters.h"
#include "claim/figure_finder.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {

// "… in the four quarters of last year", "from 2017 to 2021 …": as many stretches as there are numbers, one
// after the other.
std::vector<Period> FigureFinder::steps_of(const When& when, std::size_t size, Span sentence) const {
  if (!when.period || !when.period->known() || size < 2) return {};
  if (when.period->open_from || when.period->open_to) return {};
  const Period& whole = *when.period;
  const int year = whole.from.year;
  const std::string words = lower_case(article_.text(sentence));
  const bool quarters = size == 4 && words.find("quarter") != std::string::npos;
  const bool halves = size == 2 && words.find("halves") != std::string::npos;
  std::vector<Period> steps;
  // "By quarter 8,700, 9,900, 12,400 and 8,800" in a report on the last quarter: those of its year.
  const bool to_year_end = whole.grain() == Grain::quarter && whole == Period::quarter(year, 4) &&
                           words.find("fourth") == std::string::npos;
  if (quarters && (whole.grain() == Grain::year || to_year_end)) {
    for (const int quarter : {1, 2, 3, 4}) steps.push_back(Period::quarter(year, quarter));
  } else if (halves && whole.grain() == Grain::year) {
    for (const int half : {1, 2}) steps.push_back(Period::half(year, half));
  } else if (size < 3) {
    return {};
  } else if (whole.from.month == 0 && whole.interval && whole.to.year - year + 1 == static_cast<int>(size)) {
    for (int at = year; at <= whole.to.year; ++at)
      steps.push_back(Period::of(Date{.year = static_cast<std::int16_t>(at)}));
  } else if (whole.from.day == 0 && whole.from.month != 0 && whole.from.year == whole.to.year &&
             whole.to.month - whole.from.month + 1 == static_cast<int>(size)) {
    for (std::uint8_t month = whole.from.month; month <= whole.to.month; ++month)
      steps.push_back(Period::of(Date{.year = whole.from.year, .month = month}));
  } else if (whole.last_day() - whole.first_day() + std::chrono::days(1) ==
             std::chrono::days(7 * static_cast<int>(size))) {
    for (auto day = whole.first_day(); day < whole.last_day(); day += std::chrono::days(7))
      steps.push_back(Period::between(Date::of(day), Date::of(day + std::chrono::days(6))));
  }
  return steps;
}

std::vector<Index> FigureFinder::figures_of(const NumberList& run,
                                            std::span<const Mention* const> amounts) const {
  std::vector<Index> figures;
  for (std::size_t i = run.first; i <= run.last; ++i) {
    figures.push_back(scene_.figure_of(*amounts[i]));
    if (figures.back() == kNone) return {};
  }
  return figures;
}

// "6,205 sexual offences, 8,340 drug offences and 6,225 others" are parts, not one thing in three months.
bool FigureFinder::count_the_same(std::span<const Index> figures) const {
  const auto& head = article_.claims[figures.front()].measure.population;
  return std::ranges::all_of(figures, [&](Index figure) {
    const Claim& claim = article_.claims[figure];
    const auto& own = claim.measure.population;
    return claim.rule == "figure.told" || own.empty() || own == head;
  });
}

void FigureFinder::set_step(Claim& figure, const Period& period) {
  figure.period = period;
  figure.relative.reset();
  figure.period_basis = Basis::implied;
  figure.measure.aggregate = aggregate_of(period.grain());
}

// "212, 468, 1,105, 902 and 317 in the successive weeks": of the stretch told here or before.
void FigureFinder::step_runs(Index sentence, std::span<const Mention* const> amounts) {
  for (const NumberList& run : number_runs(article_, amounts)) {
    const std::vector<Index> figures = figures_of(run, amounts);
    if (figures.empty() || !count_the_same(figures)) continue;
    std::vector<Period> steps;
    const Span span = article_.sentences[sentence].span;
    const Range chunks = scene_.chunks_of(sentence);
    // "The quarters of 2020 brought …; those of 2021 brought 402, 452, 431 and 398": the nearest before the
    // run.
    for (Index i = chunks.begin; i < chunks.end; ++i) {
      const bool behind = scene_.span(i).begin > amounts[run.first]->span.begin;
      if (behind && !steps.empty()) break;
      if (scene_.kind(i) != ChunkKind::time) continue;
      if (auto told = steps_of(when_of(scene_, i), run.size(), span); !told.empty()) steps = std::move(told);
    }
    const bool goes_on = carried_from_ != kNone && near(carried_from_, sentence);
    if (steps.empty() && goes_on) steps = steps_of(carried_, run.size(), span);
    if (steps.empty()) continue;
    const Claim& head = article_.claims[figures.front()];
    const Measure measure = head.measure;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      Claim& figure = article_.claims[figures[i]];
      if (figure.rule == "figure.told") figure.measure = measure;
      set_step(figure, steps[i]);
    }
  }
}

void FigureFinder::spread(const NumberList& list, std::span<const Mention* const> amounts) {
  const Index last = focus_.claim;
  if (last == kNone) return;
  const Mention& tail = *amounts[list.last];
  const Span sentence = article_.sentences[focus_.sentence].span;
  const Span behind{tail.span.end, sentence.end};
  const Span before{sentence.begin, amounts[list.first]->span.begin};
  const auto dates = parallel_run(article_, article_.dates, behind, list.size());
  const std::vector<Period> steps =
      dates.empty() ? steps_of(focus_.when, list.size(), sentence) : std::vector<Period>{};
  auto places = parallel_run(article_, article_.names, before, list.size());
  if (places.empty()) places = parallel_run(article_, article_.names, behind, list.size());
  for (std::size_t i = list.first; i <= list.last; ++i) {
    Claim claim = article_.claims[last];
    const std::size_t at = i - list.first;
    if (!dates.empty()) {
      claim.period = dates[at]->period;
      claim.relative = dates[at]->relative;
      claim.period_basis = dates[at]->basis;
    } else if (!steps.empty()) {
      set_step(claim, steps[at]);
    }
    if (!places.empty()) {
      const std::string& canonical = places[at]->canonical;
      claim.measure.place = canonical.empty() ? std::string(article_.text(places[at]->span)) : canonical;
    }
    if (i == list.last) {
      article_.claims[last] = std::move(claim);
      break;
    }
    claim.value = value_of_item(article_, *amounts[i], tail);
    claim.quote = cover(amounts[i]->span, tail.span);
    claim.rule = "figure.list";
    article_.claims.push_back(std::move(claim));
  }
}

// The time of one of a list: beside it, or counted on from the one before.
When FigureFinder::when_of_listed(const AmountUse& use, const Focus& head) {
  When when = anchored(when_beside(scene_, use.chunk, limit_));
  // "14,210 in the first quarter, 11,860 in [the second]"
  const bool quarter = when.period && when.period->grain() == Grain::quarter && when.basis == Basis::implied;
  if (!when.known() || quarter) {
    const bool in_run = head.when.period && head.when.period->grain() == Grain::quarter;
    const When counted = when_of_ordinal(use.chunk, in_run || !quarter ? head.when : times_.reference());
    if (counted.known()) when = counted;
  }
  return when.known() ? when : when_next(use);
}

// Whether a bare number may be of what was told last, or of what its clause speaks of.
bool FigureFinder::goes_on_listing(const Mention& amount, const AmountUse& use) {
  // "90 per cent in 2019, [82] in 2020" goes on in percent.
  const bool goes_on = use.use == Use::listed && scene_.same_sentence(focus_.chunk, use.chunk);
  const bool other_noun =
      amount.unit.empty() && !goes_on &&
      (focus_.unit == "percent" || (!is_money_unit(focus_.unit) && !continues_unit(amount)));
  if (!other_noun) return true;
  // "641 million kroner on 39,800 tonnes. The owners get 352 million": a sum of money.
  const Index like = figure_like(amount);
  if (like != kNone && is_money_unit(article_.claims[like].unit)) return false;
  return refocus(use);
}

void FigureFinder::read_listed(const Mention& amount, const AmountUse& use) {
  if (focus_.claim == kNone) return;
  if (use.use == Use::listed && part_chunk_ != kNone && part_chunk_ == previous_) {
    Measured part = article_.claims.empty()
                        ? focus_.measured
                        : Measured{.measure = article_.claims.back().measure, .unit = focus_.unit};
    if (const std::string place = place_beside(use.chunk); !place.empty()) part.measure.place = place;
    add_part(amount, use, part, part_kind_);
    return;
  }
  // "March with 39", where no date was read.
  if (use.gap != kNone && is(scene_.head(use.gap), WordClass::month)) return;
  if (!goes_on_listing(amount, use)) return;
  const Focus head = focus_;
  When when = when_of_listed(use, head);
  Measured measured = head.measured;
  const std::string place = place_beside(use.chunk);
  const bool parallel = use.use == Use::elided && is_parallel(use);
  if ((!when.known() && (use.is_object || parallel)) || is_done_otherwise(use)) {
    read_object(amount, use);
    return;
  }
  if (!when.known() && place.empty() && use.gap == kNone && read_phrase_part(amount, use)) return;
  if (!when.known() && place.empty() && use.gap == kNone) return;
  const bool counter = use.gap != kNone && counts_too(use.gap);
  if (!place.empty())
    measured.measure.place = place;
  else if (use.gap != kNone && !counter && is_measure_too(use.gap))
    measured = measured_beside(use.gap);
  else if (use.gap != kNone && !counter)
    set_owner(measured, use);
  if (!when.known()) when = head.when;
  const Index claim = add_figure(amount, use, measured, when);
  Claim& figure = article_.claims[claim];
  if (figure.unit.empty()) figure.unit = head.unit;
  if (amount.kind == MentionKind::number && figure.unit == head.unit)
    take_scale(*figure.value, *article_.claims[head.claim].value);
  if (counter) figure.attribution.push_back(source_of(use.gap));
  if (use.use == Use::elided) {
    previous_ = use.chunk;
    return;
  }
  figure.evidence.push_back(article_.claims[head.claim].quote);
  if (!head_place_) head_place_ = head.measured.measure.place;
  set_focus(claim, use, measured, when);
  focus_.direction = head.direction;
  if (head.direction != Direction::unknown) add_change_to(claim);
}

// "The rate was 0.4 percent. The deaths came in May with [36]": no percentage, but what the clause speaks of.
bool FigureFinder::refocus(const AmountUse& use) {
  const Index subject = use.clause == kNone ? kNone : scene_.clause(use.clause).subject;
  const bool named = subject != kNone && scene_.kind(subject) == ChunkKind::noun &&
                     !is_anaphoric(scene_, subject) && scene_.head(subject).tag == Tag::nns;
  if (!named) return false;
  focus_.measured = {.measure = {.population = population_of(scene_, subject, {})}};
  if (counts_people(scene_, subject)) focus_.measured.unit = "person";
  focus_.measured.span = scene_.span(subject);
  focus_.unit = focus_.measured.unit;
  return true;
}

void FigureFinder::read_instead(const Mention& amount, const AmountUse& use) {
  if (focus_.claim == kNone || !scene_.same_sentence(focus_.chunk, use.chunk)) return;
  const Claim& now = article_.claims[focus_.claim];
  if (amount.unit != now.unit && !(amount.unit.empty() && amount.kind == MentionKind::number)) return;
  Claim before = now;
  before.value = amount.value;
  before.rule = "figure.instead";
  before.quote = cover(amount.span, scene_.span(use.chunk));
  before.evidence.push_back(now.quote);
  before.whole = kNone;
  article_.claims.push_back(std::move(before));
}

// "31,480 in 2017, 28,950 in 2018, then [24,310, 19,870 and 17,260]": a step further each.
When FigureFinder::when_next(const AmountUse& use) {
  if (use.use != Use::listed && use.use != Use::elided) return {};
  if (previous_ == kNone || !scene_.same_sentence(previous_, use.chunk) || !focus_.when.period) return {};
  // "and, in 2020, [187]"
  if (scene_.is_word(use.chunk - 1, ",") && scene_.kind(use.chunk - 2) == ChunkKind::time &&
      use.chunk > previous_ + 4 && scene_.kind(use.chunk - 3) == ChunkKind::preposition &&
      scene_.kind(use.chunk - 4) != ChunkKind::noun) {
    if (When set_off = when_of(scene_, use.chunk - 2); set_off.known()) return set_off;
  }
  for (Index i = previous_ + 1; i < use.chunk; ++i) {
    const bool joint = scene_.kind(i) == ChunkKind::punctuation || scene_.kind(i) == ChunkKind::conjunction;
    stepping_ = scene_.is_word(i, "then") || (stepping_ && joint);
  }
  if (!stepping_) return {};
  When when = carried_time(focus_.when);
  when.relative.reset();
  when.period = period_before(*focus_.when.period, -1);
  return when;
}

bool FigureFinder::read_phrase_part(const Mention& amount, const AmountUse& use) {
  const Index preposition = use.chunk + 1;
  const Index noun = use.chunk + 2;
  const Claim& whole = article_.claims[focus_.claim];
  if (use.use != Use::listed || !scene_.same_sentence(use.chunk, noun) || whole.unit == "percent")
    return false;
  const bool phrase = scene_.kind(preposition) == ChunkKind::preposition &&
                      scene_.kind(noun) == ChunkKind::noun && !scene_.is_word(preposition, "of") &&
                      !scene_.is_word(preposition, "to");
  if (!phrase || !amount.value->best || !whole.value->best || *amount.value->best >= *whole.value->best)
    return false;
  if (!Scene::starting_in(article_.amounts, scene_.span(noun)).empty()) return false;
  Measured part = focus_.measured;
  part.measure.place = population_of(scene_, noun, {});
  // "Six were in gardens, four in barns": the one is no part of the other.
  const Index behind = focus_.chunk + 2;
  const bool beside = scene_.same_sentence(behind, use.chunk) && scene_.kind(behind - 1) == ChunkKind::verb &&
                      lemma(article_, scene_.head(behind - 1)) == "be" &&
                      scene_.words(behind) == scene_.words(preposition);
  if (beside) {
    const Index claim = add_figure(amount, use, part, focus_.when);
    if (article_.claims[claim].unit.empty()) article_.claims[claim].unit = focus_.unit;
    return true;
  }
  add_part(amount, use, part, PartOf::some);
  if (article_.claims.back().unit.empty()) article_.claims.back().unit = focus_.unit;
  return true;
}

bool FigureFinder::is_parallel(const AmountUse& use) const {
  const Spelling preposition = preposition_of(article_, use.chunk);
  return !preposition.empty() && use.clause != kNone && !scene_.same_sentence(use.chunk, focus_.chunk) &&
         preposition == preposition_of(article_, focus_.chunk) &&
         use.chunk == scene_.clause(use.clause).chunks.begin + 1;
}

// "Closed 12 shops and [opened] 31 in 2019": another verb of its own, and so another measure.
bool FigureFinder::is_done_otherwise(const AmountUse& use) const {
  if (use.use != Use::elided || !use.is_object || use.clause == kNone || use.verb == kNone ||
      scene_.clause(use.clause).object != use.chunk || !scene_.same_sentence(use.chunk, focus_.chunk))
    return false;
  const Index before = scene_.clause_of(focus_.chunk);
  const Index verb = before == kNone ? kNone : scene_.clause(before).verb;
  const Token& own = scene_.head(use.verb);
  return verb != kNone && verb != use.verb && scene_.clause(before).object == focus_.chunk &&
         !is(own, WordClass::light_verb) && !is(own, WordClass::reach_verb) &&
         head_lemma(article_, use.verb) != head_lemma(article_, verb);
}

void FigureFinder::read_object(const Mention& amount, const AmountUse& use) {
  if (use.clause == kNone || is_indefinite(amount)) return;
  const Index subject = scene_.clause(use.clause).subject;
  if (subject != kNone && scene_.kind(subject) == ChunkKind::noun) {
    const Spelling word = lower(article_, scene_.head(subject));
    if (word == "he" || word == "she" || word == "i") return;
  }
  const bool thing = !focus_.unit.empty() || !focus_.measured.measure.population.empty();
  if (!thing || focus_.unit == "percent" || !amount.unit.empty() || !continues_unit(amount)) return;
  Measured measured = focus_.measured;
  if (!is(scene_.head(use.verb), WordClass::light_verb) && scene_.clause(use.clause).object == use.chunk)
    measured.measure.property = head_lemma(article_, use.verb);
  add_places(scene_, use.clause, measured.measure);
  // "The county had 301 mills. [Tarn] lost nine"
  const Mention* owner = subject == kNone ? nullptr : scene_.name_in(scene_.span(subject));
  if (owner != nullptr && owner->name_kind == NameKind::place) measured.measure.place = place_named(subject);
  const When when = when_of_figure(use, measured);
  const Index claim = add_figure(amount, use, measured, when);
  if (article_.claims[claim].unit.empty()) article_.claims[claim].unit = focus_.unit;
  article_.claims[claim].evidence.push_back(article_.claims[focus_.claim].quote);
  set_focus(claim, use, measured, when);
}

// "City police estimated the crowd at 31,000, [the organisers] at 120,000": who counts, not where.
bool FigureFinder::counts_too(Index noun) const {
  const Index clause = scene_.clause_of(focus_.chunk);
  const Index verb = clause == kNone ? kNone : scene_.clause(clause).verb;
  if (verb == kNone) return false;
  const Token& said = scene_.head(verb);
  const bool gives =
      is(said, WordClass::put_verb) || is(said, WordClass::speak_verb) || is(said, WordClass::report_verb);
  const Mention* name = scene_.name_in(scene_.span(noun));
  const bool place = name != nullptr && name->name_kind == NameKind::place;
  const Token& head = scene_.head(noun);
  return gives && !place &&
         (is(head, WordClass::person) || (name == nullptr && is(head, WordClass::place)) ||
          is(head, WordClass::organisation) || is(head, WordClass::role) ||
          (name != nullptr && name->name_kind == NameKind::organisation));
}

Source FigureFinder::source_of(Index noun) const {
  Source source;
  const Mention* name = scene_.name_in(scene_.span(noun));
  if (name != nullptr && name->name_kind == NameKind::organisation) {
    source.name = name->canonical.empty() ? std::string(article_.text(name->span)) : name->canonical;
  } else {
    source.role = lower(article_, scene_.head(noun));
  }
  source.verb = lemma(article_, scene_.head(scene_.clause(scene_.clause_of(focus_.chunk)).verb));
  source.span = scene_.span(noun);
  return source;
}

}  // namespace tally
