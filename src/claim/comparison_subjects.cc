// Which figure or measure a comparison speaks of, and what that makes of "the worst".
//
//   "18.6 million tonnes …. It is the largest crop since 2011"   of the 18.6 million
//   "made 21,400 bicycles, its worst year since 2009"            the lowest of bicycles made
#include <algorithm>
#include <array>
#include <cstdint>
#include <ranges>
#include <span>
#include <string>
#include <string_view>

#include "claim/comparison_finder.h"
#include "claim/measures.h"
#include "text/named_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kNearBytes = 400;  // between a figure and the sentence that speaks of it as "it"

bool has_any(std::string_view words, std::span<const WordClass> classes) {
  const Vocabulary& known = vocabulary();
  for (const auto part : std::views::split(words, ' ')) {
    const std::string_view word(part.begin(), part.end());
    const WordId id = known.find(word);
    if (id != 0 && std::ranges::any_of(classes, [&](WordClass one) { return known.is(id, one); }))
      return true;
  }
  return false;
}

// Of what is counted, more is better: "barley harvest", "yield".
bool is_wanted(const Measure& measure) {
  constexpr std::array kWanted = {WordClass::outcome};
  return has_any(measure.property, kWanted) || has_any(measure.population, kWanted);
}

}  // namespace

// Of what is counted, more is worse: "road death", "infect".
bool is_harm(std::string_view words) {
  constexpr std::array kHarm = {WordClass::harm,
                                WordClass::killed_noun,
                                WordClass::killed_adjective,
                                WordClass::injured_noun,
                                WordClass::kill_verb,
                                WordClass::die_verb,
                                WordClass::injure_verb,
                                WordClass::infect_verb,
                                WordClass::medical,
                                WordClass::arrest_noun,
                                WordClass::arrest_verb,
                                WordClass::damage_verb,
                                WordClass::duration_noun,
                                WordClass::dismiss_verb,
                                WordClass::displace_verb,
                                WordClass::infected_adjective,
                                WordClass::any_happening,
                                WordClass::attack_verb,
                                WordClass::theft_deed,
                                WordClass::crash_deed,
                                WordClass::fire_deed,
                                WordClass::hostage_deed};
  return has_any(words, kHarm);
}

// "its worst year [for knife crime]", "the second worst on record [for wildfires]"
bool ComparisonFinder::is_harm_told_for(Index chunk) const {
  constexpr Index kFarthest = 4;  // chunks
  for (Index i = chunk + 1; i <= chunk + kFarthest && scene_.same_sentence(chunk, i + 1); ++i) {
    if (scene_.kind(i) == ChunkKind::verb || scene_.kind(i) == ChunkKind::punctuation) return false;
    if (scene_.is_word(i, "for") && scene_.kind(i + 1) == ChunkKind::noun) {
      const Token& head = scene_.head(i + 1);
      return is_harm(lemma(article_, head)) ||
             is_any(head, {WordClass::flood_deed, WordClass::storm_deed, WordClass::quake_deed,
                           WordClass::riot_deed, WordClass::sinking_deed, WordClass::slide_deed,
                           WordClass::shooting_deed, WordClass::blast_deed});
    }
  }
  return false;
}

// "the worst year since 2020": of cars made the lowest, of deaths the highest.
void ComparisonFinder::judge(Claim& claim, Index chunk) const {
  const Range tokens = article_.chunks[chunk].tokens;
  const auto says = [&](std::string_view word) {
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      if (equals_lower(article_.text(article_.tokens[t]), word)) return true;
    }
    return false;
  };
  const bool worst = says("worst");
  if (!worst && !says("best")) return;
  const bool year = is_long_time(chunk);
  const bool named = !claim.measure.property.empty() || !claim.measure.population.empty();
  const Measure measure = named || !year ? claim.measure : measure_near(chunk);
  const bool known = !measure.property.empty() || !measure.population.empty();
  const bool harm = is_harm(measure.property) || is_harm(measure.population) || is_harm_told_for(chunk);
  const bool outcome = is(scene_.head(chunk), WordClass::outcome);
  // "The worst night was 3 March": of what happened in it.
  const bool time = known && !names_its_time(chunk) &&
                    (year || is_any(scene_.head(chunk), {WordClass::time, WordClass::month}));
  // "Harvests fell to 4 million tonnes, the worst level since 2003"
  const bool low = known && !harm && (is_wanted(measure) || falls_to(claim));
  if (worst && (outcome || low || (time && !harm))) claim.comparison->sense = "lowest";
  if (!worst && time && harm) claim.comparison->sense = "lowest";
}

// "the worst [year]", "[Last year] was the worst": a stretch of months, in which something was made or sold
// or went wrong.
bool ComparisonFinder::is_long_time(Index chunk) const {
  static constexpr NamedWords kLong = {"year", "quarter", "season", "month", "half", "decade"};
  if (kLong.contains(lemma(article_, scene_.head(chunk)))) return true;
  const Index clause = scene_.clause_of(chunk);
  const Index subject = clause == kNone ? kNone : scene_.clause(clause).subject;
  return scene_.head(chunk).tag == Tag::jjs && subject != kNone && subject < chunk &&
         kLong.contains(lemma(article_, scene_.head(subject)));
}

// What the figures around count, of the same paragraph: those before first.
Measure ComparisonFinder::measure_near(Index chunk) const {
  const Index sentence = article_.chunks[chunk].sentence;
  Measure found;
  for (Index s = sentence > 0 ? sentence - 1 : 0; s < article_.sentences.size() && s <= sentence + 1; ++s) {
    if (!scene_.same_block(sentence, s)) continue;
    for (const Index i : scene_.claims_around(article_.sentences[s].span)) {
      const Claim& figure = article_.claims[i];
      if (figure.kind != ClaimKind::figure || figure.unit == "percent" || figure.rule == "figure.base" ||
          !article_.sentences[s].span.contains(figure.quote))
        continue;
      found = figure.measure;
      if (s <= sentence) break;
      return found;
    }
    if (s >= sentence && !(found.property.empty() && found.population.empty())) return found;
  }
  return found;
}

// The figure that it is said of is told as a fall.
bool ComparisonFinder::falls_to(const Claim& claim) const {
  if (claim.about == kNone) return false;
  const Span quote = article_.claims[claim.about].quote;
  return std::ranges::any_of(scene_.claims_around(quote), [&](Index i) {
    const Claim& change = article_.claims[i];
    return change.kind == ClaimKind::change && change.quote.overlaps(quote) && change.change &&
           change.change->direction == Direction::down;
  });
}

// Whether a figure of the sentence may be the one that is compared.
bool ComparisonFinder::may_be_compared(const Claim& figure, Index chunk, Index clause) const {
  const Span sentence = article_.sentences[article_.chunks[chunk].sentence].span;
  if (figure.kind != ClaimKind::figure || !sentence.contains(figure.quote) ||
      figure.modality != Modality::observed || (is_deadly(chunk) && !counts_deaths(figure)))
    return false;
  if (figure.whole != kNone || figure.rule == "figure.base" || figure.rule == "figure.told") return false;
  // A trend is that of its own clause.
  const Index at_figure = chunk_at(article_, figure.quote.end - 1);
  const bool apart = scene_.kind(chunk) == ChunkKind::verb && at_figure != kNone && clause != kNone &&
                     (figure.quote.end <= span_of_chunks(article_, scene_.clause(clause).chunks).begin);
  // "The last is the lowest since 2020, when there were 88": what is told behind is another.
  const Index said_of = clause == kNone ? kNone : scene_.clause(clause).subject;
  const bool points_back = said_of != kNone && said_of < chunk && scene_.kind(said_of) == ChunkKind::noun &&
                           (is_anaphoric(scene_, said_of) || scene_.words(said_of) == "the last");
  return !apart && !(points_back && figure.quote.begin > scene_.span(chunk).end);
}

// The figure of the sentence, told before `end`, that stands nearest to a chunk; kNone where none may be
// meant.
Index ComparisonFinder::figure_near(Index chunk, Index clause, std::uint32_t end) const {
  constexpr std::uint32_t kAside = 200;  // bytes
  const Span at = scene_.span(chunk);
  Index best = kNone;
  std::uint32_t distance = ~0U;
  for (const Index i : scene_.claims_around(article_.sentences[article_.chunks[chunk].sentence].span)) {
    const Claim& figure = article_.claims[i];
    if (!may_be_compared(figure, chunk, clause) || figure.quote.end > end) continue;
    const std::uint32_t aside = stands_aside(figure) ? kAside : 0;
    const std::uint32_t gap = at.begin > figure.quote.end   ? at.begin - figure.quote.end
                              : figure.quote.begin > at.end ? figure.quote.begin - at.end
                                                            : 0;
    // "14 in 2021, 12 in 2022 and eight in 2023, the fewest": of a list told as one the last.
    const Index number = number_of(figure);
    const bool later = best != kNone && gap + aside == distance && gap == 0 && number != kNone &&
                       number < chunk && number > number_of(article_.claims[best]);
    if (gap + aside >= distance && !later) continue;
    distance = gap + aside;
    best = i;
  }
  return best;
}

void ComparisonFinder::set_subject(Claim& claim, Index chunk, Index clause, std::uint32_t end) {
  if (const Index best = figure_near(chunk, clause, end); best != kNone) {
    claim.about = best;
    claim.measure = article_.claims[best].measure;
    claim.unit = article_.claims[best].unit;
    return;
  }
  const Index said_of = clause == kNone ? kNone : scene_.clause(clause).subject;
  const Index had = measure_had(chunk, clause);
  // "Births at [lowest level] since 1946": of what a headline names.
  const bool headed = clause == kNone && chunk >= 2 && scene_.same_sentence(chunk, chunk - 2) &&
                      scene_.is_word(chunk - 1, "at");
  const Index subject = had != kNone ? had : headed ? chunk - 2 : said_of;
  if (subject == kNone || scene_.kind(subject) != ChunkKind::noun) return;
  if (is_anaphoric(scene_, subject)) {
    set_subject_before(claim, article_.sentences[article_.chunks[chunk].sentence].span.begin,
                       is_deadly(chunk));
    // "The 2009 figure was the lowest": not the one told last, if that was of 2010.
    const Mention* date = scene_.date_in(scene_.span(subject));
    if (date == nullptr || !date->period) return;
    if (claim.about != kNone && article_.claims[claim.about].period != date->period) claim.about = kNone;
    claim.period = date->period;
    claim.relative = date->relative;
    claim.period_basis = date->basis;
    return;
  }
  const Measured measured = measure_of_noun(scene_, subject);
  claim.measure = measured.measure;
  claim.unit = measured.unit;
}

Index ComparisonFinder::measure_had(Index chunk, Index clause) const {
  if (clause == kNone || scene_.clause(clause).object != chunk || scene_.kind(chunk) != ChunkKind::noun)
    return kNone;
  const Index subject = scene_.clause(clause).subject;
  const Token& verb = scene_.head(scene_.clause(clause).verb);
  const Token& head = scene_.head(chunk);
  const bool names = (head.tag == Tag::nn || head.tag == Tag::nns) && !is(head, WordClass::time) &&
                     !is(head, WordClass::superlative);
  if (subject == kNone || !names || lemma(article_, verb) == "be") return kNone;
  const Mention* name = scene_.name_in(scene_.span(subject));
  const bool doer = name != nullptr || is(scene_.head(subject), WordClass::organisation) ||
                    is(scene_.head(subject), WordClass::role) || is(scene_.head(subject), WordClass::group) ||
                    is(scene_.head(subject), WordClass::place);
  return doer ? chunk : kNone;
}

Index ComparisonFinder::number_of(const Claim& figure) const {
  for (const Mention& amount : Scene::starting_in(article_.amounts, figure.quote)) {
    if (amount.value && figure.value && amount.value->printed() == figure.value->printed())
      return chunk_at(article_, amount.span.begin);
  }
  return kNone;
}

bool ComparisonFinder::stands_aside(const Claim& figure) const {
  const Index chunk = number_of(figure);
  if (chunk == kNone) return false;
  static constexpr NamedWords kAside = {"in", "across", "from", "within", "after", "against", "than"};
  const Spelling preposition = preposition_of(article_, chunk);
  if (kAside.contains(preposition)) return true;
  // "after a profit of [148 million]"
  const bool of = preposition == "of" && chunk >= 2 && scene_.kind(chunk - 2) == ChunkKind::noun;
  const Spelling outer = of ? preposition_of(article_, chunk - 2) : Spelling();
  return outer == "after" || outer == "against" || outer == "from" || outer == "than";
}

// "the deadliest since 2011": of the dead, however near another number stands.
bool ComparisonFinder::is_deadly(Index chunk) const {
  const Spelling words = scene_.words(chunk);
  return words.contains("deadliest") || words.contains("bloodiest");
}

bool ComparisonFinder::counts_deaths(const Claim& figure) {
  const Vocabulary& known = vocabulary();
  for (const std::string& words : {figure.measure.property, figure.measure.population}) {
    const WordId id = known.find(std::string_view(words).substr(words.rfind(' ') + 1));
    if (id == 0) continue;
    for (const WordClass death :
         {WordClass::kill_verb, WordClass::die_verb, WordClass::killed_adjective, WordClass::killed_noun}) {
      if (known.is(id, death)) return true;
    }
  }
  return false;
}

// "38 per cent eat there. That is the widest gap": of what the sentence right before tells, and not of a
// figure farther back.
bool ComparisonFinder::told_in_percent(Index figure, std::uint32_t byte) const {
  const Index here = sentence_at(article_, byte);
  if (here == 0 || sentence_at(article_, article_.claims[figure].quote.begin) + 1 >= here) return false;
  return std::ranges::any_of(scene_.claims_around(article_.sentences[here - 1].span), [&](Index i) {
    const Claim& claim = article_.claims[i];
    return claim.kind == ClaimKind::figure && claim.unit == "percent" && claim.rule != "figure.told" &&
           article_.sentences[here - 1].span.contains(claim.quote);
  });
}

void ComparisonFinder::set_subject_before(Claim& claim, std::uint32_t byte, bool deadly) {
  Index best = kNone;
  for (const Index i : scene_.claims_around({byte > kNearBytes ? byte - kNearBytes : 0, byte})) {
    const Claim& figure = article_.claims[i];
    if (figure.kind != ClaimKind::figure || figure.quote.end > byte || figure.quote.end + kNearBytes < byte)
      continue;
    const bool main = figure.whole == kNone && figure.rule != "figure.base" &&
                      figure.modality == Modality::observed && figure.unit != "percent" &&
                      (!deadly || counts_deaths(figure));
    if (main && (best == kNone || article_.claims[best].quote.begin <= figure.quote.begin)) best = i;
  }
  if (best == kNone || told_in_percent(best, byte)) return;
  claim.about = best;
  claim.measure = article_.claims[best].measure;
  claim.unit = article_.claims[best].unit;
  claim.evidence.push_back(article_.claims[best].quote);
}

}  // namespace tally
