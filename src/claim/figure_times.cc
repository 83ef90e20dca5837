// When a figure holds and over which stretch: the time beside it, of its clause, of the clause that
// hangs on its noun, or of what was told last.
#include <algorithm>

#include "claim/figure_finder.h"
#include "claim/modality.h"
#include "claim/stages.h"
#include "text/vocabulary.h"

namespace tally {

When FigureFinder::when_of_figure(const AmountUse& use, const Measured& measured) {
  if (When when = when_beside(scene_, use.chunk, limit_); when.known()) return when;
  if (use.use == Use::counted) {
    if (When when = when_of_hanging(measured.head == kNone ? use.chunk : measured.head); when.known())
      return when;
  }
  if (use.use == Use::value && use.measure != kNone && scene_.kind(use.measure) == ChunkKind::noun) {
    // "the number of people [who came in 2016] was 1,417": over the phrases of the measure.
    for (Index noun = use.measure; noun < use.measure + 6 && scene_.kind(noun) == ChunkKind::noun;
         noun += 2) {
      if (When when = when_of_hanging(noun); when.known()) return when;
      if (When when = when_beside(scene_, noun, use.verb); when.known()) return when;
      if (scene_.kind(noun + 1) != ChunkKind::preposition) break;
    }
  }
  const Index clause = scene_.clause_of(use.chunk) != kNone ? scene_.clause_of(use.chunk) : use.clause;
  if (clause != kNone) {
    if (When when = when_of_clause(scene_, clause); when.known() && !dates_base(when, use.chunk)) return when;
  }
  return when_in_focus(use);
}

When FigureFinder::when_of_hanging(Index noun) {
  const Range clauses = scene_.clauses_of(article_.chunks[noun].sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene_.clause(i);
    if (clause.kind != ClauseKind::relative || clause.subject != noun || clause.verb == kNone) continue;
    if (When when = when_of_clause(scene_, i); when.known()) return when;
  }
  return {};
}

// "1,510,900 in the fourth quarter, after 2,114,300 in [the third]": the ordinal counts what the date
// of the figure before counts.
When FigureFinder::when_of_ordinal(Index chunk, const When& before) const {
  if (!before.period || before.period->grain() != Grain::quarter) return {};
  for (const Index noun : {chunk + 2, chunk - 1}) {
    if (!scene_.same_sentence(chunk, noun) || scene_.kind(noun) != ChunkKind::noun) continue;
    for (const Mention& amount : Scene::starting_in(article_.amounts, scene_.span(noun))) {
      if (amount.kind != MentionKind::ordinal || !amount.value || !amount.value->best) continue;
      const auto quarter = static_cast<int>(amount.value->best->to_double());
      if (quarter < 1 || quarter > 4) continue;
      return {.period = Period::quarter(before.period->from.year, quarter),
              .basis = Basis::implied,
              .chunk = noun,
              .span = scene_.span(noun)};
    }
  }
  return {};
}

// A clause's date that stands right behind what the number is compared with is that one's: "to 78,000
// from 96,000 [in September]".
bool FigureFinder::dates_base(const When& when, Index chunk) const {
  if (when.chunk == kNone || !scene_.same_sentence(when.chunk, chunk)) return false;
  Index before = when.chunk;
  while (before > 0 && scene_.same_sentence(before, before - 1)) {
    --before;
    if (scene_.kind(before) != ChunkKind::preposition && scene_.kind(before) != ChunkKind::adverb) break;
  }
  if (before == chunk || scene_.kind(before) != ChunkKind::noun) return false;
  const std::string preposition = preposition_of(article_, before);
  const bool compared = preposition == "from" || preposition == "than" || preposition == "against";
  return compared && !Scene::starting_in(article_.amounts, scene_.span(before)).empty();
}

// The date of the first thing that a sentence tells in the simple past: when something was said, or
// what had been before, does not count.
When FigureFinder::when_told(Index sentence) const {
  const Range clauses = scene_.clauses_of(sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene_.clause(i);
    if (clause.verb == kNone || clause.negated) continue;
    const Token& head = scene_.head(clause.verb);
    const VerbGroup verb = verb_group(article_, clause.verb);
    const bool says = is(head, WordClass::report_verb) || is(head, WordClass::confirm_verb) ||
                      is(head, WordClass::deny_verb) || is(head, WordClass::claim_verb);
    if (!verb.past || verb.perfect || verb.modal || verb.future || says) continue;
    const When when = own_time(scene_, i);
    const bool dated = when.relative || (when.period && when.period->from.day != 0);
    if (when.known() && dated && when.role == TimeRole::at) return when;
  }
  return {};
}

When FigureFinder::when_in_focus(const AmountUse& use) {
  const bool carried = focus_.claim != kNone && focus_.when.known() && !focus_.earlier;
  const When& last = sentence_when_.known() ? sentence_when_ : carried ? focus_.when : scene_when_;
  if (!last.known() || use.verb == kNone) return {};
  const VerbGroup verb = verb_group(article_, use.verb);
  if (!verb.past || last.role != TimeRole::at) return {};
  When when = last;
  when.basis = Basis::implied;
  when.chunk = kNone;
  return when;
}

void FigureFinder::set_time(Claim& claim, const When& when) {
  if (!when.known()) return;
  claim.period = when.period;
  claim.relative = when.relative;
  claim.period_basis = when.basis;
  if (when.role == TimeRole::since) {
    if (when.period) claim.period = since_until_publication(article_, *when.period);
    claim.period_basis = Basis::implied;
  }
}

void FigureFinder::set_aggregate(Claim& claim, const AmountUse& use) {
  Aggregate& aggregate = claim.measure.aggregate;
  if (aggregate != Aggregate::unknown) return;
  if (claim.unit == "percent") {
    aggregate = claim.measure.property.find("rate") != std::string::npos ? Aggregate::rate : Aggregate::share;
  } else if (says_total(use)) {
    aggregate = Aggregate::total;
  } else if (claim.period) {
    aggregate = aggregate_of(claim.period->grain());
  }
}

// A running total without a date stands as of the report's own.
void FigureFinder::stand_at_publication(Claim& claim) const {
  claim.relative = RelativeDate{.grain = Grain::day};
  claim.period_basis = Basis::implied;
  if (article_.info.published.date.known()) claim.period = Period::of(article_.info.published.date);
}

bool FigureFinder::says_total(const AmountUse& use) const {
  const Span sentence = article_.sentences[article_.chunks[use.chunk].sentence].span;
  const Span clause =
      use.clause == kNone ? sentence : span_of_chunks(article_, scene_.clause(use.clause).chunks);
  const Index from = use.clause == kNone ? use.chunk : scene_.clause(use.clause).chunks.begin;
  for (Index i = from; i < article_.chunks.size() && scene_.span(i).begin < clause.end; ++i) {
    const Range tokens = article_.chunks[i].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      const std::string word = lower(article_, article_.tokens[t]);
      if (word == "total" || word == "altogether" || word == "cumulative" || word == "overall" ||
          word == "so-far")
        return true;
    }
  }
  return false;
}

Aggregate FigureFinder::aggregate_of(Grain grain) {
  switch (grain) {
    case Grain::year:
      return Aggregate::year;
    case Grain::half:
      return Aggregate::half;
    case Grain::quarter:
      return Aggregate::quarter;
    case Grain::month:
      return Aggregate::month;
    case Grain::week:
      return Aggregate::week;
    case Grain::day:
      return Aggregate::day;
    default:
      return Aggregate::unknown;
  }
}

}  // namespace tally
