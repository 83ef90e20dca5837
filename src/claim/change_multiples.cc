// Changes told without a difference: multiples and levels.
//
//   "Arrivals have doubled since 2019", "the herd has grown fivefold"    up by a factor of 2, of 5
//   "Exports remained unchanged at 40,000 tonnes"                        neither up nor down, to 40,000
#include <algorithm>

#include "claim/figure_finder.h"
#include "claim/modality.h"
#include "claim/use_finder.h"
#include "text/vocabulary.h"

namespace tally {

void FigureFinder::read_multiples(Index sentence) {
  const Range clauses = scene_.clauses_of(sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene_.clause(i);
    if (clause.verb == kNone) continue;
    const bool multiplies = is(scene_.head(clause.verb), WordClass::multiply_verb);
    if (multiplies && is_phrasal(clause.verb)) continue;
    const std::optional<Decimal> factor =
        multiplies ? factor_of(lemma(article_, scene_.head(clause.verb))) : fold_of(clause);
    if (factor) add_multiple(i, *factor);
  }
}

// "Pupils double [up] in classes", "the shed doubles [as] a shop": nothing becomes twice as much.
bool FigureFinder::is_phrasal(Index verb) const {
  const Index behind = verb_group(article_, verb).main + 1;
  if (behind >= article_.tokens.size()) return false;
  const Spelling word = lower(article_, article_.tokens[behind]);
  return word == "up" || word == "as" || word == "over";
}

std::optional<Decimal> FigureFinder::factor_of(std::string_view verb) {
  if (verb == "double") return Decimal(2);
  if (verb == "triple" || verb == "treble") return Decimal(3);
  if (verb == "quadruple") return Decimal(4);
  if (verb == "quintuple") return Decimal(5);
  if (verb == "halve") return Decimal(5, 1);
  return std::nullopt;
}

// "has grown fivefold", "rose by a factor of three": so many times as much as before.
std::optional<Decimal> FigureFinder::fold_of(const Clause& clause) const {
  constexpr Index kBehind = 2;  // chunks
  if (direction_of(scene_, clause.verb) != Direction::up) return std::nullopt;
  for (Index i = clause.verb + 1; i <= clause.verb + kBehind && scene_.same_sentence(clause.verb, i); ++i) {
    for (const Mention& amount : Scene::starting_in(article_.amounts, scene_.span(i))) {
      const bool fold = amount.unit == "fold" && amount.value && amount.value->printed() &&
                        number_words(amount).end >= scene_.span(i).end;
      if (fold) return amount.value->printed();
    }
  }
  return std::nullopt;
}

// "has almost doubled", "more than tripled": the hedge is the multiple's.
Modifier FigureFinder::hedge_of(Index verb) const {
  for (const Mention& amount : Scene::starting_in(article_.amounts, scene_.span(verb))) {
    if (amount.unit == "fold" && amount.value) return amount.value->modifier;
  }
  return Modifier::exact;
}

void FigureFinder::add_multiple(Index index, Decimal factor) {
  const Clause& clause = scene_.clause(index);
  if (const Index told = change_of_clause(index); told != kNone && !article_.claims[told].change->factor) {
    article_.claims[told].change->factor = factor;
    article_.claims[told].change->modifier = hedge_of(clause.verb);
    return;
  }
  AmountUse use{.use = Use::change_by,
                .chunk = clause.verb,
                .clause = index,
                .verb = clause.verb,
                .measure = clause.subject};
  if (!clause.passive && clause.object != kNone && scene_.kind(clause.object) == ChunkKind::noun &&
      Scene::starting_in(article_.amounts, scene_.span(clause.object)).empty())
    use.measure = clause.object;
  use.direction = direction_of(scene_, clause.verb);
  Claim claim;
  claim.kind = ClaimKind::change;
  claim.rule = "change.factor";
  ChangeDetail change{.direction = use.direction, .factor = factor, .modifier = hedge_of(clause.verb)};
  const Span verb = scene_.span(clause.verb);
  claim.quote = clause.subject != kNone && clause.subject < clause.verb
                    ? cover(scene_.span(clause.subject), verb)
                    : verb;
  if (const std::optional<Measured> measured = measure_named(use)) {
    claim.measure = measured->measure;
    claim.unit = measured->unit;
  } else {
    return;
  }
  set_time(claim, when_of_clause(scene_, index));
  change.base_period = base_period_after(clause.verb);
  if (!change.base_period) change.base_period = since_told(clause.verb);
  // "has doubled since 2019"
  if (const When when = when_of_clause(scene_, index); !change.base_period && when.role == TimeRole::since)
    change.base_period = when.period ? std::optional(Period::of(when.period->from)) : std::nullopt;
  claim.change = change;
  claim.modality = modality_of(scene_, index);
  article_.claims.push_back(std::move(claim));
}

// "remained [largely unchanged]", "stayed flat": the word behind a verb, over adverbs.
bool FigureFinder::says_unchanged(Index verb) const {
  constexpr Index kWords = 3;
  const Index begin = article_.chunks[verb].tokens.end;
  for (Index t = begin; t < begin + kWords && t < article_.tokens.size(); ++t) {
    if (is(article_.tokens[t], WordClass::unchanged)) return true;
    if (article_.tokens[t].tag != Tag::rb) return false;
  }
  return false;
}

// "remained at [the level of] 2022": the time that it is no other than; null where none is told so.
const Mention* FigureFinder::level_kept(Index verb) const {
  const Index level = verb + 2;
  const Index time = verb + 4;
  const bool told = scene_.same_sentence(verb, time) && scene_.is_word(verb + 1, "at") &&
                    scene_.is_word(level, "level") && scene_.is_word(level + 1, "of");
  return told ? scene_.date_of(time) : nullptr;
}

void FigureFinder::read_levels(Index sentence) {
  const Range clauses = scene_.clauses_of(sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene_.clause(i);
    if (clause.verb == kNone || !clause.finite || clause.negated) continue;
    const bool level = is(scene_.head(clause.verb), WordClass::level_verb);
    const bool is_so = lemma(article_, scene_.head(clause.verb)) == "be";
    if (!level && !is_so) continue;
    const Mention* kept = level ? level_kept(clause.verb) : nullptr;
    if (kept == nullptr && !says_unchanged(clause.verb)) continue;
    add_level(i, kept != nullptr ? kept->period : base_period_after(clause.verb));
  }
}

void FigureFinder::add_level(Index index, const std::optional<Period>& base) {
  const Clause& clause = scene_.clause(index);
  const Index subject = scene_.subject_of(index);
  if (subject == kNone || scene_.kind(subject) != ChunkKind::noun) return;
  Index figure = kNone;
  for (const Index i : scene_.claims_around(scene_.span(clause.verb))) {
    const Claim& claim = article_.claims[i];
    if (claim.kind == ClaimKind::figure && claim.rule != "figure.base" && claim.value &&
        claim.quote.end > scene_.span(clause.verb).end && claim.quote.contains(scene_.span(clause.verb)))
      figure = i;
  }
  // "His condition remained stable" tells of no measure.
  if (figure == kNone && !base) return;
  Claim claim;
  if (figure != kNone) {
    claim = article_.claims[figure];
    claim.about = figure;
  } else {
    if (is_anaphoric(scene_, subject)) return;
    const Measured measured = measure_of_noun(scene_, subject);
    claim.measure = measured.measure;
    claim.unit = measured.unit;
    set_time(claim, when_of_clause(scene_, index));
    if (claim.period == base) claim.period.reset();
    claim.quote = cover(scene_.span(subject), scene_.span(clause.verb));
  }
  claim.kind = ClaimKind::change;
  claim.rule = "change.level";
  claim.change = ChangeDetail{.direction = Direction::none, .base_period = base};
  if (figure != kNone) claim.change->to = article_.claims[figure].value->printed();
  claim.modality = modality_of(scene_, index);
  article_.claims.push_back(std::move(claim));
}

}  // namespace tally
