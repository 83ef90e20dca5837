// Changes: to a figure just read ("dropped to 1514"), by an amount ("a rise of 11% compared to
// 2015"), by a factor ("arrivals doubled").
#include <algorithm>

#include "claim/figure_finder.h"
#include "claim/modality.h"
#include "claim/stages.h"
#include "claim/use_finder.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kLongestTrend = 200;

}  // namespace

void FigureFinder::add_change_to(Index figure) {
  const Claim& of = article_.claims[figure];
  const Index clause = scene_.clause_of(focus_.chunk);
  const auto goes_with = [&](const Claim& told) {
    // "an increase of 56 per cent, pushing the share up to 16.1 per cent": another verb moves another thing.
    const Index last = chunk_at(article_, told.quote.end - 1);
    bool other_verb = false;
    for (Index i = last + 1; told.change->percent && last != kNone && i < focus_.chunk; ++i)
      other_verb = other_verb || scene_.kind(i) == ChunkKind::verb;
    return !told.change->to && !other_verb;
  };
  if (const Index told = change_of_clause(clause); told != kNone && goes_with(article_.claims[told])) {
    Claim& change = article_.claims[told];
    change.change->to = of.value->printed();
    change.about = figure;
    change.quote = cover(change.quote, of.quote);
    // "in 2019, before the pandemic brought a fall of 14 % to 341 in 2020": when it got there.
    if (of.period || of.relative) take_time(change, of);
    return;
  }
  Claim claim = of;
  claim.kind = ClaimKind::change;
  claim.about = figure;
  claim.rule = "change.to";
  claim.change = ChangeDetail{.direction = focus_.direction,
                              .to = of.value->printed(),
                              .modifier = of.value->modifier,
                              .step = of.value->step};
  // "from 5,400 in 2017 to 3,100 in 2021": the base was told before.
  // "were 81 per cent full, against 80 in 2022, but the fare fell to 118": another thing's base.
  const bool alike = is_one_run() && base_figure_ != kNone &&
                     (of.unit == "percent") == (article_.claims[base_figure_].unit == "percent");
  if (alike && preposition_of(article_, focus_.chunk) == "to") {
    claim.change->from = article_.claims[base_figure_].value->printed();
    claim.change->base_period = article_.claims[base_figure_].period;
    claim.quote = cover(claim.quote, article_.claims[base_figure_].quote);
    // "from 31 to 46 days"
    if (article_.claims[base_figure_].unit.empty() && is_time_unit(claim.unit))
      article_.claims[base_figure_].unit = claim.unit;
    base_figure_ = kNone;
  }
  article_.claims.push_back(std::move(claim));
  last_change_ = static_cast<Index>(article_.claims.size() - 1);
}

// "5,641, against 3,905 in the three months before; then it came down to 4,061": two changes.
bool FigureFinder::is_one_run() const {
  if (base_figure_ == kNone) return false;
  const std::uint32_t base = article_.claims[base_figure_].quote.end;
  const std::uint32_t end = scene_.span(focus_.chunk).begin;
  return end <= base || article_.text(Span{base, end}).find(';') == std::string_view::npos;
}

Index FigureFinder::change_of_clause(Index clause) const {
  if (last_change_ == kNone || clause == kNone) return kNone;
  const Index chunk = chunk_at(article_, article_.claims[last_change_].quote.end - 1);
  return chunk != kNone && scene_.clause_of(chunk) == clause ? last_change_ : kNone;
}

// "193 were hurt, of whom 21 remain in hospital, down from 58": what goes down to is less than what it starts
// from; of two numbers told, that which fits.
Index FigureFinder::figure_moved(const Claim& base, Direction way) const {
  const auto fits = [&](const Claim& to) {
    if (!to.value || !to.value->printed() || !base.value || !base.value->printed()) return false;
    return (way == Direction::down) == (*to.value->printed() < *base.value->printed());
  };
  if (fits(article_.claims[focus_.claim])) return focus_.claim;
  const Span sentence = article_.sentences[focus_.sentence].span;
  for (Index i = static_cast<Index>(article_.claims.size()); i > focus_.claim + 1; --i) {
    const Claim& part = article_.claims[i - 1];
    if (part.kind == ClaimKind::figure && part.whole == focus_.claim && sentence.contains(part.quote) &&
        part.quote.end < base.quote.end && fits(part))
      return i - 1;
  }
  return focus_.claim;
}

// The number that a change starts from, with its date: "down from 22,316 in 2021", "from 96,000".
void FigureFinder::add_base(Index figure, const AmountUse& use) {
  const Claim base = article_.claims[figure];
  if (last_change_ == kNone && focus_.claim != kNone &&
      focus_.sentence == article_.chunks[use.chunk].sentence && use.direction != Direction::unknown) {
    const Index moved = figure_moved(base, use.direction);
    Claim claim = article_.claims[moved];
    claim.kind = ClaimKind::change;
    claim.about = moved;
    claim.rule = "change.from";
    claim.quote = cover(claim.quote, base.quote);
    claim.change = ChangeDetail{.direction = use.direction, .to = claim.value->printed()};
    article_.claims.push_back(std::move(claim));
    last_change_ = static_cast<Index>(article_.claims.size() - 1);
  }
  // "lost 14 percent, falling from 6.50 to 5.59": the base of the second verb.
  const bool other_verb = last_change_ != kNone && use.clause != kNone &&
                          change_of_clause(scene_.clause_of(use.chunk)) == kNone && use.verb != kNone &&
                          direction_of(scene_, use.verb) != Direction::unknown && base.unit != "percent" &&
                          article_.claims[last_change_].unit == "percent" &&
                          preposition_of(article_, use.chunk) == "from" &&
                          scene_.clause(use.clause).kind == ClauseKind::participle;
  if (last_change_ == kNone || other_verb || !article_.claims[last_change_].change) {
    base_figure_ = figure;
    // "revised the number to 49, from 52": the numbers say which way.
    const bool told = focus_.claim != kNone && focus_.sentence == article_.chunks[use.chunk].sentence &&
                      preposition_of(article_, use.chunk) == "from" && base.value->best &&
                      preposition_of(article_, focus_.chunk) == "to" &&
                      article_.claims[focus_.claim].value->best && base.unit == focus_.unit;
    if (!told) return;
    focus_.direction =
        *article_.claims[focus_.claim].value->best < *base.value->best ? Direction::down : Direction::up;
    add_change_to(focus_.claim);
    return;
  }
  ChangeDetail& change = *article_.claims[last_change_].change;
  if (change.from || !base.value) return;
  // "The area fell by 11 percent, and the yield was 7.3 tonnes, against 8.1": of the yield.
  const bool of_another = focus_.claim != kNone &&
                          article_.claims[focus_.claim].quote.begin > article_.claims[last_change_].quote.end;
  if (of_another) return;
  // "an increase of 56 percent, pushing the share up from 10.7 percent": the base of a share, not of a count.
  const Index about = article_.claims[last_change_].about;
  const bool share = base.unit == "percent" || (base.value->best && *base.value->best < Decimal(1));
  const bool of_share = about != kNone && article_.claims[about].unit == "percent";
  if (share && change.percent && !of_share) return;
  change.from = base.value->printed();
  change.base_period = base.period;
}

// "Five annual declines": so many times, and not by five.
bool FigureFinder::counts_changes(const Mention& amount, const AmountUse& use) const {
  if (amount.unit == "percent" || use.chunk == kNone || scene_.kind(use.chunk) != ChunkKind::noun)
    return false;
  const Token& head = scene_.head(use.chunk);
  return head.tag == Tag::nns && scene_.span(use.chunk).contains(amount.span) &&
         (is(head, WordClass::up_noun) || is(head, WordClass::down_noun));
}

// "shrank from 680 to 677, a fall of 1.8%": one change.
bool FigureFinder::complete_change(Index figure, const ChangeDetail& change, Span quote) {
  if (figure == kNone || last_change_ == kNone || article_.claims[last_change_].about != figure) return false;
  Claim& whole = article_.claims[last_change_];
  ChangeDetail& told = *whole.change;
  if (told.direction != change.direction || !told.to || told.percent || told.by) return false;
  told.percent = change.percent;
  told.by = change.by;
  told.modifier = change.modifier;
  told.step = change.step;
  whole.quote = cover(whole.quote, quote);
  completed_ = true;
  return true;
}

void FigureFinder::read_change(const Mention& amount, const AmountUse& use) {
  if (use.direction == Direction::unknown || !amount.value || !amount.value->printed() ||
      counts_changes(amount, use))
    return;
  Claim claim;
  claim.kind = ClaimKind::change;
  claim.rule = points_back(use) && use.change_noun == use.measure ? "change.noun" : "change.by";
  claim.unit = amount.unit;
  ChangeDetail change{
      .direction = use.direction, .modifier = amount.value->modifier, .step = amount.value->step};
  const Decimal printed = amount.value->printed()->abs();  // "down -1.7 %"
  if (is_fraction(amount)) {
    // "fell by a fifth"
    change.percent = printed.shifted(2);
    change.step = fraction_step(printed);
    claim.unit = "percent";
  } else {
    (amount.unit == "percent" ? change.percent : change.by) = printed;
  }
  const Index figure = figure_changed(use);
  if (use.change_noun != kNone && complete_change(figure, change, quote_of(amount, use, {}))) return;
  When when;
  if (figure != kNone) {
    claim.about = figure;
    claim.measure = article_.claims[figure].measure;
    take_time(claim, article_.claims[figure]);
  } else {
    std::optional<Measured> told = measure_changed(amount, use);
    if (!told ||
        (told->measure.property.empty() && told->measure.population.empty() && told->measure.place.empty()))
      told = measure_moved_before(use.chunk);
    const Measured& measured = *told;
    claim.measure = measured.measure;
    if (claim.measure.place.empty()) claim.measure.place = place_of_change(use);
    when = when_of_change(use, measured, change);
    set_time(claim, when);
  }
  if (const std::optional<Period> base = base_period_after(use.chunk)) change.base_period = base;
  // "2,914 cases, against 1,950 the week before, an increase of 49%"
  if (base_figure_ != kNone && !change.base_period && use.gap == kNone) {
    change.from = article_.claims[base_figure_].value->printed();
    change.base_period = article_.claims[base_figure_].period;
    base_figure_ = kNone;
  }
  // "is a third below that of 2019": the time of what it is held against is not its own.
  if (claim.about == kNone && claim.period && claim.period == change.base_period) {
    claim.period.reset();
    claim.relative.reset();
  }
  claim.change = change;
  claim.quote = quote_of(amount, use, when);
  give_to_owner(claim, use.chunk);
  claim.modality = modality_of(scene_, use.clause);
  if (figure == kNone) tell_time(claim, use, when);
  if (!claim.measure.property.empty() || !claim.measure.population.empty())
    moved_ = {.measure = claim.measure, .sentence = article_.chunks[use.chunk].sentence};
  article_.claims.push_back(std::move(claim));
  last_change_ = static_cast<Index>(article_.claims.size() - 1);
}

void FigureFinder::read_trends(Index sentence) {
  if (last_change_ != kNone) return;
  const Range clauses = scene_.clauses_of(sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene_.clause(i);
    if (clause.verb == kNone || !clause.finite || clause.negated || clause.object != kNone) continue;
    // "more than doubled from last year" is read as a multiple.
    if (is(scene_.head(clause.verb), WordClass::multiply_verb)) continue;
    const Direction way = direction_of(scene_, clause.verb);
    const Index subject = clause.subject;
    if (way == Direction::unknown || subject == kNone || scene_.kind(subject) != ChunkKind::noun) continue;
    // "Twice as many boats were lost as in 2019"
    if (!Scene::starting_in(article_.amounts, scene_.span(subject)).empty()) continue;
    // "since a lamp fell over in 2018" only dates what is told.
    if (clause.marker != kNone && scene_.is_word(clause.marker, "since")) continue;
    const bool moves = !clause.passive || is(scene_.head(clause.verb), WordClass::cause_change_verb);
    const std::optional<Period> base = moves ? base_period_after(clause.verb) : std::nullopt;
    if (!base || is_anaphoric(scene_, subject) || reaches_back(clause.verb)) continue;
    // "Part of a building collapsed on Friday": the day on which it did, and no measure that is lower since.
    if (base->grain() == Grain::day) continue;
    const Measured measured = measure_of_noun(scene_, subject);
    Claim claim;
    claim.kind = ClaimKind::change;
    claim.rule = "change.trend";
    claim.measure = measured.measure;
    claim.unit = measured.unit;
    claim.change = ChangeDetail{.direction = way, .base_period = base};
    set_time(claim, when_of_clause(scene_, i));
    claim.quote = span_of_chunks(article_, {subject, clause.chunks.end});
    if (claim.quote.size() > kLongestTrend)
      claim.quote = cover(scene_.span(subject), scene_.span(clause.verb));
    claim.modality = modality_of(scene_, i);
    article_.claims.push_back(std::move(claim));
    return;
  }
}

// "have doubled in the five years [since 2018]"
std::optional<Period> FigureFinder::since_told(Index verb) const {
  constexpr Index kFarthest = 8;
  for (Index i = verb + 1; i < verb + kFarthest && scene_.same_sentence(verb, i + 1); ++i) {
    if (scene_.kind(i) == ChunkKind::punctuation || scene_.kind(i) == ChunkKind::verb) break;
    if (!scene_.is_word(i, "since") || scene_.kind(i + 1) != ChunkKind::time) continue;
    const When when = when_of(scene_, i + 1);
    return when.period ? std::optional(Period::of(when.period->from)) : std::nullopt;
  }
  return std::nullopt;
}

// "fell to its weakest level [since March]": how far a comparison reaches back is no base.
bool FigureFinder::reaches_back(Index verb) const {
  constexpr Index kFarthest = 8;
  for (Index i = verb + 1; i < verb + kFarthest && scene_.same_sentence(verb, i); ++i) {
    if (scene_.is_word(i, "since")) return true;
  }
  return false;
}

Index FigureFinder::figure_changed(const AmountUse& use) const {
  if (focus_.claim == kNone || use.gap != kNone) return kNone;
  const Index sentence = article_.chunks[use.chunk].sentence;
  // "Three towns saw increases of 4 percent": so many had one, and none of them is one.
  const bool had_by = use.change_noun != kNone && use.clause != kNone && use.verb != kNone &&
                      scene_.clause(use.clause).subject == focus_.chunk &&
                      (is_any(scene_.head(use.verb), {WordClass::report_verb, WordClass::size_verb}) ||
                       lemma(article_, scene_.head(use.verb)) == "see");
  if (had_by) return kNone;
  if (focus_.sentence == sentence) return focus_.claim;
  // "They landed 20,130 tonnes. [This] was 6 % more": the figure of the sentence before.
  const bool next = focus_.sentence + 1 == sentence && scene_.same_block(focus_.sentence, sentence);
  return next && points_back(use) ? figure_meant() : kNone;
}

// "Registrations fell to 215,312, despite the 71 plates. [That] is down 34 %": what the sentence gave as its
// value, not what it named by the way.
Index FigureFinder::figure_meant() const {
  const Span sentence = article_.sentences[focus_.sentence].span;
  if (article_.claims[focus_.claim].rule == "figure.value" || preposition_of(article_, focus_.chunk).empty())
    return focus_.claim;
  for (Index i = focus_.claim; i > 0; --i) {
    const Claim& told = article_.claims[i - 1];
    if (!sentence.contains(told.quote)) break;
    if (told.kind == ClaimKind::figure && told.rule == "figure.value") return i - 1;
  }
  return focus_.claim;
}

// "[That] was 6 % more", "[The increase] amounts to 26 %": of what was told right before.
bool FigureFinder::points_back(const AmountUse& use) const {
  const bool subject =
      use.measure != kNone && use.clause != kNone && scene_.clause(use.clause).subject == use.measure;
  return subject && (use.measure == use.change_noun || scene_.is_word(use.measure, "this") ||
                     scene_.is_word(use.measure, "that"));
}

std::optional<Period> FigureFinder::base_period_after(Index chunk) const {
  for (Index i = chunk + 1; i < chunk + 8 && scene_.same_sentence(chunk, i); ++i) {
    if (scene_.kind(i) == ChunkKind::punctuation && !scene_.is_word(i, "-")) break;
    // "up 8 % in a year and [52 %] on 2019": the base of another change.
    const bool other = scene_.kind(i) == ChunkKind::noun &&
                       std::ranges::any_of(Scene::starting_in(article_.amounts, scene_.span(i)),
                                           [](const Mention& amount) { return amount.unit == "percent"; });
    if (other) break;
    // "54 percent more than last year's 12.1 million": the date is part of the group.
    if (scene_.kind(i) == ChunkKind::noun && preposition_of(article_, i) == "than") {
      if (const Mention* date = scene_.date_in(scene_.span(i)); date != nullptr && date->period)
        return date->period;
    }
    if (scene_.kind(i) != ChunkKind::time) continue;
    const When when = when_of(scene_, i);
    const Spelling preposition = preposition_of(article_, i);
    // "to their lowest level since August 2016": how far that reaches back.
    if (preposition == "since" && when.role == TimeRole::base) break;
    // "on the year": from the one before (change_times.cc).
    if (preposition == "on" && scene_.words(i) == "the year") break;
    const bool of_that =
        preposition == "of" && i >= 2 &&
        (scene_.is_word(i - 2, "that") || scene_.is_word(i - 2, "those") || scene_.is_word(i - 2, "level"));
    if (when.role == TimeRole::base || preposition == "on" || of_that) return when.period;
  }
  return std::nullopt;
}

void FigureFinder::set_focus(Index claim, const AmountUse& use, const Measured& measured, const When& when) {
  focus_ = {.measured = measured,
            .unit = article_.claims[claim].unit,
            .direction = Direction::unknown,
            .when = when,
            .claim = claim,
            .chunk = use.chunk,
            .sentence = article_.chunks[use.chunk].sentence};
  const Aggregate aggregate = article_.claims[claim].measure.aggregate;
  if (aggregate == Aggregate::total) focus_.measured.measure.aggregate = aggregate;
  previous_ = use.chunk;
}

}  // namespace tally
