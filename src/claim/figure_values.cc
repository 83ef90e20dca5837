// Numbers that are the value of a measure → figures, and the measure that they belong to.
//
//   "The number of deaths dropped to 1,514"    number of deaths
//   "The count stood at 312, down from 340"    what was told before
#include <algorithm>
#include <ranges>

#include "claim/figure_finder.h"
#include "claim/use_finder.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::int64_t kAddedUp = 1000;  // hours or days: a sum over many

}  // namespace

void FigureFinder::read_value(const Mention& amount, const AmountUse& use) {
  std::optional<Measured> measured = measure_named(use);
  // "The count is higher than the 3,657 cases of 2021": a base that says what it counts.
  if (!measured && !amount.counted.empty()) measured = measure_of_counted(scene_, use.chunk, amount);
  // "the count has reached 124 dead"
  const Index after = use.chunk + 1;
  if (!measured && scene_.same_sentence(use.chunk, after) && is_casualty(scene_.head(after)))
    measured = Measured{.measure = {.population = "person"}, .unit = "person"};
  if (!measured) return;
  settle_measure(*measured, amount, use);
  if (tells_mean_age(amount, use)) measured->unit = "year";
  if (is_time_unit(amount.unit)) {
    // "It was eight months": only where a length of time was told before.
    const bool goes_on =
        use.measure == kNone || !scene_.is_word(use.measure, "it") || is_time_unit(focus_.unit);
    if (!goes_on) return;
    // "The average patient waited 46 days, in 2019 it was 31": no patients.
    measured->unit = amount.unit;
  }
  // "1,004 poached rhinos; the toll reached 1,215": the dead are what was counted before.
  const bool of_animals = measured->unit == "person" && use.measure != kNone && counts_animals() &&
                          is(scene_.head(use.measure), WordClass::killed_noun);
  if (of_animals) {
    measured->unit.clear();
    if (measured->measure.population.empty())
      measured->measure.population = focus_.measured.measure.population;
  }
  if (use.is_sum) measured->measure.place.clear();
  // "3. California - $16.00": whose row it is.
  if (use.use == Use::value && use.gap != kNone) measured->measure.place = place_named(use.gap);
  const bool base = use.use == Use::base;
  const When when = when_of_value(amount, use, *measured);
  const Index claim = add_figure(amount, use, *measured, when);
  if (base) {
    add_base(claim, use);
    previous_ = use.chunk;
    return;
  }
  if (use.is_sum) tie_parts(claim);
  const Claim& figure = article_.claims[claim];
  Direction way = use.direction;
  // "corrected the number from 361 to 355": the numbers say which way.
  if (way == Direction::unknown && base_figure_ != kNone && figure.value->best &&
      article_.claims[base_figure_].value->best && preposition_of(article_, use.chunk) == "to") {
    const auto from = *article_.claims[base_figure_].value->best;
    way = *figure.value->best < from ? Direction::down : Direction::up;
  }
  if (is_time_unit(amount.unit) && !is_time_unit(focus_.unit)) before_length_ = focus_;
  set_focus(claim, use, *measured, when);
  focus_.direction = way;
  if (way != Direction::unknown) add_change_to(claim);
}

// "They lost 14.6 years on average. Ohio had [nine]": no years, but what was spoken of before.
void FigureFinder::leave_length(const Mention& amount, const AmountUse& use) {
  if (!before_length_) return;
  const bool told = is_time_unit(focus_.unit);
  if (told && (is_time_unit(amount.unit) || use.chunk == kNone)) return;
  const bool here = told && scene_.same_sentence(focus_.chunk, use.chunk) &&
                    (use.use == Use::base || use.use == Use::listed);
  const bool same = told && use.measure != kNone && scene_.kind(use.measure) == ChunkKind::noun &&
                    (scene_.is_word(use.measure, "it") || is_told_of_many(scene_, use));
  if (here || same) return;
  if (told) {
    focus_ = *before_length_;
    if (focus_.sentence != kNone && !near(focus_.sentence, article_.chunks[use.chunk].sentence)) focus_ = {};
  }
  before_length_.reset();
}

When FigureFinder::when_of_value(const Mention& amount, const AmountUse& use, const Measured& measured) {
  const bool base = use.use == Use::base;
  When when;
  // "from 250,600 in the third quarter to 249,900 in the fourth"
  if (!base && base_figure_ != kNone)
    when = when_of_ordinal(use.chunk, {.period = article_.claims[base_figure_].period,
                                       .span = article_.claims[base_figure_].quote});
  if (!when.known()) when = base ? when_of_base(use) : when_of_figure(use, measured);
  // "The inquiry took 31 months": only a time of its own sentence says when.
  const bool once = is_time_unit(amount.unit) && use.use == Use::value && !is_time_unit(focus_.unit) &&
                    amount.value->printed() < Decimal(kAddedUp) && !is_told_of_many(scene_, use);
  if (once && !(when.chunk != kNone && scene_.same_sentence(when.chunk, use.chunk))) when = {};
  // "Between 2017 and 2021 it fell from 5,400 to 3,100": the interval's end.
  if (!base && base_figure_ != kNone && when.period && when.period->interval &&
      article_.claims[base_figure_].period == Period::of(when.period->from)) {
    when.period = Period::of(when.period->to);
  }
  return when;
}

// "The average age was 46", "the average member is 49": so many years, and no persons.
bool FigureFinder::tells_mean_age(const Mention& amount, const AmountUse& use) const {
  if (!amount.unit.empty() || use.measure == kNone || use.verb == kNone ||
      scene_.kind(use.measure) != ChunkKind::noun || lemma(article_, scene_.head(use.verb)) != "be")
    return false;
  const std::optional<Decimal> printed = amount.value->printed();
  constexpr std::int64_t kOldest = 115;
  if (!printed || *printed > Decimal(kOldest)) return false;
  const Token& head = scene_.head(use.measure);
  const bool mean = says_average(scene_, use.measure) && head.tag == Tag::nn;
  return mean && (lemma(article_, head) == "age" || is(head, WordClass::person) || is(head, WordClass::role));
}

// What the clause speaks of where it does not name it.
void FigureFinder::settle_measure(Measured& measured, const Mention& amount, const AmountUse& use) const {
  // "1.2 million people were fed. It costs $38": a sum of money counts nobody told before.
  const bool carried = use.use == Use::value && use.measure != kNone && is_anaphoric(scene_, use.measure) &&
                       amount.kind == MentionKind::money && focus_.unit == "person";
  if (carried) measured = Measured{};
  // "The authority has vaccinated 38,400 people and hopes to reach 60,000": of whom it speaks.
  const bool reaches = use.use == Use::value && use.measure != kNone && amount.unit.empty() &&
                       use.verb != kNone && focus_.claim != kNone &&
                       focus_.sentence == article_.chunks[use.chunk].sentence &&
                       is_any(scene_.head(use.verb), {WordClass::reach_verb, WordClass::exceed_verb}) &&
                       is_any(scene_.head(use.measure), {WordClass::organisation, WordClass::role}) &&
                       !focus_.unit.empty() && focus_.unit != "percent";
  if (reaches) measured = focus_.measured;
}

// "104 million in the first half and 27 million in the second, or 141 million in all": what a sentence
// lists makes up what it calls the sum.
void FigureFinder::tie_parts(Index sum) {
  const Span sentence = article_.sentences[focus_.sentence].span;
  for (Index i = sum; i > 0; --i) {
    Claim& part = article_.claims[i - 1];
    if (!sentence.contains(part.quote)) break;
    if (part.kind != ClaimKind::figure || part.unit != article_.claims[sum].unit || part.whole != kNone)
      continue;
    part.whole = sum;
    part.exhaustive = true;
  }
}

// "The minister decreed a rise to 25.42": one person is no measure, whatever he does with one.
bool FigureFinder::is_somebody(Index noun) const {
  if (noun == kNone || scene_.kind(noun) != ChunkKind::noun) return false;
  const Token& head = scene_.head(noun);
  if (head.tag != Tag::nn && head.tag != Tag::nnp) return false;
  const Mention* name = scene_.name_in(scene_.span(noun));
  const bool person =
      name != nullptr && name->name_kind == NameKind::person && name->span.end >= scene_.span(noun).end;
  return person || (is(head, WordClass::role) && head.tag == Tag::nn);
}

// "[The number of people killed] after a block collapsed has risen to 21": what opens the sentence, where the
// noun before the verb is that of a clause in between, with a verb of its own.
Index FigureFinder::measure_outside(Index noun) const {
  if (noun == kNone || noun == 0 || scene_.kind(noun) != ChunkKind::noun) return noun;
  const Index first = scene_.chunks_of(article_.chunks[noun].sentence).begin;
  const bool within = first + 2 < noun && scene_.kind(noun - 1) == ChunkKind::subordinator &&
                      scene_.kind(first) == ChunkKind::noun && is(scene_.head(first), WordClass::measure) &&
                      scene_.kind(noun + 1) == ChunkKind::verb;
  if (!within) return noun;
  for (Index i = first; i < noun; ++i) {
    if (scene_.kind(i) == ChunkKind::punctuation) return noun;
    // "The number is known after a block …": the sentence has told its verb.
    if (scene_.kind(i) == ChunkKind::verb && is_finite(scene_.head(i).tag) && scene_.head(i).tag != Tag::vbd)
      return noun;
  }
  return first;
}

std::optional<Measured> FigureFinder::measure_named(const AmountUse& told) {
  AmountUse use = told;
  use.measure = measure_outside(told.measure);
  if (is_somebody(use.measure) && !says_average(scene_, use.measure)) return std::nullopt;
  // "12 were stranded, compared to 5 last year": the same as the figure before.
  const bool here = focus_.claim != kNone && focus_.sentence == article_.chunks[use.chunk].sentence;
  if (here && use.use == Use::base && focus_.unit != "percent" && focus_.unit != "percentage_point" &&
      preposition_of(article_, use.chunk) != "from")
    return focus_.measured;
  if (use.measure != kNone && scene_.is_word(use.measure, "we")) {
    // "We went down to nine bags of flour"
    const auto own = Scene::starting_in(article_.amounts, scene_.span(use.chunk));
    if (!own.empty() && own.front().kind == MentionKind::quantity && !own.front().counted.empty())
      return measure_of_counted(scene_, use.chunk, own.front());
    if (focus_.claim != kNone && focus_.unit == "person") return focus_.measured;
    // "We have recorded the following numbers of evicted households: 1,940 in 2018, …"
    if (use.verb != kNone && use.chunk > 0 && scene_.is_word(use.chunk - 1, ":")) {
      const Index object = scene_.clause(use.clause).object;
      if (object != kNone && scene_.kind(object) == ChunkKind::noun && object < use.chunk)
        return measure_of_noun(scene_, object);
    }
    // "We went through the files and came to 89": so many of what was counted.
    const bool reckons = use.verb != kNone && lemma(article_, scene_.head(use.verb)) == "come";
    if (reckons) return Measured{.span = scene_.span(use.measure)};
    return Measured{.measure = {.population = "people"}, .unit = "person", .span = scene_.span(use.measure)};
  }
  // "88.6 % in 2023, compared with 89.8 % in 2022": the number it is held against is no measure.
  if (use.measure != kNone && focus_.claim != kNone && use.measure == focus_.chunk) return focus_.measured;
  // "The decline from 640 to 510": of what was told before.
  const bool bare_change = use.measure != kNone && is_change_noun(scene_, use.measure) &&
                           !is(scene_.head(use.measure), WordClass::measure) &&
                           scene_.words(use.measure).starts_with("the ") &&
                           article_.chunks[use.measure].tokens.size() == 2 &&
                           !scene_.is_word(use.measure + 1, "in") && !scene_.is_word(use.measure + 1, "of");
  if (bare_change && focus_.claim != kNone) return focus_.measured;
  if (use.measure != kNone && !is_anaphoric(scene_, use.measure)) return measure_of_noun(scene_, use.measure);
  if (use.measure != kNone && scene_.kind(use.measure) != ChunkKind::noun) return std::nullopt;
  if (focus_.claim != kNone) return focus_.measured;
  return measure_before(use);
}

// "[A litre] of diesel costs 1.12 euros", "sold at 60 crowns [a kilo]": by what it is sold, and no figure.
bool FigureFinder::prices_by(const Mention& amount) const {
  if (is_price_of_many(amount)) return true;
  const bool measured = amount.kind == MentionKind::quantity && !amount.unit.empty() &&
                        amount.counted.empty() && amount.unit != "person" && amount.unit != "fold" &&
                        amount.unit != "percentage_point";
  const std::string_view words = article_.text(amount.span);
  return measured && (words.starts_with("a ") || words.starts_with("A ") || words.starts_with("an ")) &&
         amount.value && amount.value->printed() == Decimal(1);
}

// "[A dozen eggs] cost 84 rupees"
bool FigureFinder::is_price_of_many(const Mention& amount) const {
  const Index chunk = amount.counted.empty() ? kNone : chunk_at(article_, amount.span.begin);
  if (chunk == kNone || !scene_.same_sentence(chunk, chunk + 2)) return false;
  const Index clause = scene_.clause_of(chunk);
  if (clause == kNone || scene_.clause(clause).subject != chunk || scene_.clause(clause).verb != chunk + 1)
    return false;
  const Spelling verb = lemma(article_, scene_.head(chunk + 1));
  const auto price = Scene::starting_in(article_.amounts, scene_.span(chunk + 2));
  return (verb == "cost" || verb == "fetch") && !price.empty() && price.front().kind == MentionKind::money;
}

// "Is the number of placements going down? Yes. In 2006 it was [316]": up to three sentences back, into the
// paragraph before.
std::optional<Measured> FigureFinder::measure_before(const AmountUse& use) {
  constexpr Index kFarthest = 3;
  const Index sentence = article_.chunks[use.chunk].sentence;
  Index back = sentence;
  while (back > 0 && sentence - back < kFarthest && near(back - 1, sentence) && scene_.is_news(back - 1))
    --back;
  const Index first = scene_.chunks_of(back).begin;
  for (Index i = use.chunk; i-- > first;) {
    if (scene_.kind(i) != ChunkKind::noun || is_anaphoric(scene_, i)) continue;
    const Index clause = scene_.clause_of(i);
    const Index verb = clause == kNone ? kNone : scene_.clause(clause).verb;
    const bool moves = verb != kNone && scene_.clause(clause).subject == i &&
                       direction_of(scene_, verb) != Direction::unknown &&
                       !scene_.same_sentence(i, use.chunk);
    if (moves || is(scene_.head(i), WordClass::measure)) return measure_of_noun(scene_, i);
  }
  return std::nullopt;
}

}  // namespace tally
