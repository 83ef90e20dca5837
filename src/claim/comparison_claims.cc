// What a comparison reaches back to, which figure it speaks of, and when it holds.
//
//   "18.6 million tonnes …. It is the largest crop since 2011"   of the 18.6 million, back to 2011
#include <algorithm>
#include <charconv>
#include <optional>
#include <ranges>
#include <string>

#include "claim/comparison_finder.h"
#include "claim/measures.h"
#include "claim/modality.h"
#include "claim/periods.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kNearBytes = 400;  // between a figure and the sentence that speaks of it as "it"

// "P10Y" → 10, "P6M" → 0.5; nullopt for anything else.
std::optional<Decimal> years_of(const Mention& duration) {
  if (!duration.timex || duration.timex->value.size() < 3 || duration.timex->value[0] != 'P')
    return std::nullopt;
  const std::string& value = duration.timex->value;
  int count = 0;
  const auto [end, error] = std::from_chars(value.data() + 1, value.data() + value.size(), count);
  if (error != std::errc{}) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(value.data() + value.size() - end));
  if (unit == "Y") return Decimal(count);
  if (unit == "DE") return Decimal(count).shifted(1);
  if (unit == "CE") return Decimal(count).shifted(2);
  if (unit == "M") return Decimal::round(count / 12.0, 2);
  return std::nullopt;
}

}  // namespace

void ComparisonFinder::add(Index chunk, std::string sense, bool each_step, Index after) {
  ComparisonDetail detail;
  detail.sense = std::move(sense);
  detail.each_step = each_step;
  const Index tail = after == kNone ? chunk : after;
  Span quote = cover(scene_.span(chunk), scene_.span(tail));
  quote = cover(quote, set_span(detail, tail));
  add_claim(chunk, std::move(detail), quote, ~0U);
}

void ComparisonFinder::add_claim(Index chunk, ComparisonDetail detail, Span quote, std::uint32_t end) {
  Claim claim;
  claim.kind = ClaimKind::comparison;
  claim.rule = "comparison";
  const Index clause = scene_.verb_clause_of(chunk);
  set_subject(claim, chunk, clause, end);
  claim.comparison = std::move(detail);
  set_period(claim, chunk, clause);
  if (clause != kNone && scene_.clause(clause).verb != kNone)
    quote = cover(quote, scene_.span(scene_.clause(clause).verb));
  claim.quote = quote;
  claim.modality = modality_of(scene_, clause);
  claim.in_title = scene_.block_kind(article_.chunks[chunk].sentence) == BlockKind::title;
  article_.claims.push_back(std::move(claim));
}

Index ComparisonFinder::span_after(Index chunk) const {
  for (Index i = chunk + 1; i < chunk + 7 && scene_.same_sentence(chunk, i); ++i) {
    const ChunkKind kind = scene_.kind(i);
    if (kind == ChunkKind::verb || (kind == ChunkKind::punctuation && !scene_.is_word(i, "-"))) break;
    const bool duration = duration_in(scene_.span(i)) != nullptr;
    const bool since = i > chunk + 1 && scene_.is_word(i - 1, "since");
    if (duration || (since && kind == ChunkKind::time)) return i;
  }
  return kNone;
}

const Mention* ComparisonFinder::duration_in(Span span) const {
  for (const Mention& date : Scene::starting_in(article_.dates, span)) {
    if (date.kind == MentionKind::duration) return &date;
  }
  return nullptr;
}

Span ComparisonFinder::set_span(ComparisonDetail& detail, Index chunk) const {
  if (const Index at = span_after(chunk); at != kNone) {
    if (const Mention* duration = duration_in(scene_.span(at))) {
      const Span words = duration->extent.empty() ? duration->span : duration->extent;
      detail.span = std::string(article_.text(words));
      detail.years = years_of(*duration);
      return words;
    }
    const When when = when_of(scene_, at);
    if (when.period) detail.since = Period::of(when.period->from);
    return when.span;
  }
  return set_since_clause(detail, chunk);
}

Span ComparisonFinder::set_since_clause(ComparisonDetail& detail, Index chunk) const {
  for (Index i = chunk + 1; i < chunk + 4 && scene_.same_sentence(chunk, i); ++i) {
    const bool since =
        (scene_.kind(i) == ChunkKind::subordinator || scene_.kind(i) == ChunkKind::preposition) &&
        scene_.is_word(i, "since");
    if (!since) continue;
    for (Index t = i + 1; t < i + 12 && scene_.same_sentence(chunk, t); ++t) {
      if (scene_.kind(t) == ChunkKind::punctuation && !scene_.is_word(t, "-")) break;
      if (scene_.kind(t) != ChunkKind::time) continue;
      const When when = when_of(scene_, t);
      if (!when.period) continue;
      detail.since = Period::of(when.period->from);
      return cover(scene_.span(i), when.span);
    }
  }
  return {};
}

void ComparisonFinder::set_subject(Claim& claim, Index chunk, Index clause, std::uint32_t end) {
  const Span sentence = article_.sentences[article_.chunks[chunk].sentence].span;
  Index best = kNone;
  std::uint32_t distance = ~0U;
  constexpr std::uint32_t kAside = 200;  // bytes
  const Index said_of = clause == kNone ? kNone : scene_.clause(clause).subject;
  const bool points_back = said_of != kNone && said_of < chunk && scene_.kind(said_of) == ChunkKind::noun &&
                           (is_anaphoric(scene_, said_of) || scene_.words(said_of) == "the last");
  for (const Index i : scene_.claims_around(sentence)) {
    const Claim& figure = article_.claims[i];
    if (figure.kind != ClaimKind::figure || !sentence.contains(figure.quote) ||
        figure.modality != Modality::observed || figure.quote.end > end)
      continue;
    if (figure.whole != kNone || figure.rule == "figure.base" || figure.rule == "figure.told") continue;
    // A trend is that of its own clause.
    const Index at_figure = chunk_at(article_, figure.quote.end - 1);
    const bool apart = scene_.kind(chunk) == ChunkKind::verb && at_figure != kNone && clause != kNone &&
                       (figure.quote.end <= span_of_chunks(article_, scene_.clause(clause).chunks).begin);
    if (apart) continue;
    const Span at = scene_.span(chunk);
    // "The last is the lowest since 2020, when there were 88": what is told behind is another.
    if (points_back && figure.quote.begin > at.end) continue;
    const std::uint32_t aside = stands_aside(figure) ? kAside : 0;
    const std::uint32_t gap = at.begin > figure.quote.end   ? at.begin - figure.quote.end
                              : figure.quote.begin > at.end ? figure.quote.begin - at.end
                                                            : 0;
    if (gap + aside < distance) {
      distance = gap + aside;
      best = i;
    }
  }
  if (best != kNone) {
    claim.about = best;
    claim.measure = article_.claims[best].measure;
    claim.unit = article_.claims[best].unit;
    return;
  }
  const Index had = measure_had(chunk, clause);
  const Index subject = had != kNone ? had : said_of;
  if (subject == kNone || scene_.kind(subject) != ChunkKind::noun) return;
  if (is_anaphoric(scene_, subject)) {
    set_subject_before(claim, sentence.begin);
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

bool ComparisonFinder::stands_aside(const Claim& figure) const {
  for (const Mention& amount : Scene::starting_in(article_.amounts, figure.quote)) {
    if (!amount.value || !figure.value || amount.value->printed() != figure.value->printed()) continue;
    const Index chunk = chunk_at(article_, amount.span.begin);
    if (chunk == kNone) return false;
    const std::string preposition = preposition_of(article_, chunk);
    return preposition == "in" || preposition == "across" || preposition == "from" || preposition == "within";
  }
  return false;
}

void ComparisonFinder::set_subject_before(Claim& claim, std::uint32_t byte) {
  Index best = kNone;
  for (const Index i : scene_.claims_around({byte > kNearBytes ? byte - kNearBytes : 0, byte})) {
    const Claim& figure = article_.claims[i];
    if (figure.kind != ClaimKind::figure || figure.quote.end > byte || figure.quote.end + kNearBytes < byte)
      continue;
    const bool main = figure.whole == kNone && figure.rule != "figure.base" &&
                      figure.modality == Modality::observed && figure.unit != "percent";
    if (main && (best == kNone || article_.claims[best].quote.begin <= figure.quote.begin)) best = i;
  }
  if (best == kNone) return;
  claim.about = best;
  claim.measure = article_.claims[best].measure;
  claim.unit = article_.claims[best].unit;
  claim.evidence.push_back(article_.claims[best].quote);
}

void ComparisonFinder::set_period(Claim& claim, Index chunk, Index clause) {
  if (claim.period) return;  // told by its subject
  // "the 7.8 million of 2019, its best year so far"
  if (chunk >= 2 && scene_.same_sentence(chunk, chunk - 2) && scene_.is_word(chunk - 1, ",") &&
      scene_.kind(chunk - 2) == ChunkKind::time && scene_.kind(chunk) == ChunkKind::noun &&
      is(scene_.head(chunk), WordClass::time)) {
    if (const When when = when_of(scene_, chunk - 2); when.known()) {
      claim.period = when.period;
      claim.relative = when.relative;
      claim.period_basis = when.basis;
      return;
    }
  }
  // "238,924 in comparison to the highest arrival of 244,536 in December": when the number in it was.
  if (claim.about != kNone) {
    const Claim& figure = article_.claims[claim.about];
    if (figure.period && figure.period_basis == Basis::printed && figure.quote.contains(scene_.span(chunk)) &&
        scene_.kind(chunk) != ChunkKind::verb && scene_.is_word(chunk + 1, "of")) {
      claim.period = figure.period;
      claim.period_basis = figure.period_basis;
      return;
    }
  }
  When when = clause == kNone ? When{} : when_of_clause(scene_, clause);
  if (scene_.kind(chunk) == ChunkKind::verb) {
    const When beside = when_beside(scene_, chunk, scene_.chunks_of(article_.chunks[chunk].sentence).end);
    if (beside.known()) when = beside;
  }
  if (is_of_base(when, scene_.span(chunk))) when = {};
  if (when.role == TimeRole::until && when.period) {
    claim.period = Period::until(when.period->to);
  } else if (when.role == TimeRole::since && when.period && claim.comparison->since) {
    // What it reaches back to is told apart; its own time is that of its figure.
  } else if (when.role == TimeRole::since && when.period) {
    claim.period = since_until_publication(article_, *when.period);
  } else if (when.known()) {
    claim.period = when.period;
    claim.relative = when.relative;
    claim.period_basis = when.basis;
  }
  if (!claim.period && !claim.relative && claim.about == kNone) carry_period(claim, chunk);
  if (claim.period || claim.relative || claim.about == kNone) return;
  const Claim& figure = article_.claims[claim.about];
  take_time(claim, figure);
}

// "reached a record 1,190, up from 1,098 [twelve months before]"
bool ComparisonFinder::is_of_base(const When& when, Span words) const {
  const Span sentence = article_.sentences[sentence_at(article_, words.begin)].span;
  return when.period && std::ranges::any_of(scene_.claims_around(sentence), [&](Index i) {
           const Claim& figure = article_.claims[i];
           return figure.kind == ClaimKind::figure && figure.rule == "figure.base" &&
                  sentence.contains(figure.quote) && figure.period == when.period &&
                  words.end < figure.quote.end;
         });
}

void ComparisonFinder::carry_period(Claim& claim, Index chunk) const {
  if (scene_.kind(chunk) != ChunkKind::verb || !verb_group(article_, chunk).past) return;
  const std::uint32_t byte = scene_.span(chunk).begin;
  const std::vector<Index> near = scene_.claims_around({byte > kNearBytes ? byte - kNearBytes : 0, byte});
  for (const Index i : std::views::reverse(near)) {
    const Claim& figure = article_.claims[i];
    if (figure.kind != ClaimKind::figure || figure.rule == "figure.base" || figure.quote.end > byte ||
        figure.quote.end + kNearBytes < byte || !figure.period || figure.period->grain() != Grain::year)
      continue;
    claim.period = figure.period;
    claim.relative = figure.relative;
    claim.period_basis = Basis::implied;
    return;
  }
}

}  // namespace tally
