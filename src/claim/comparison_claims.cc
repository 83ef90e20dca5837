// What a comparison reaches back to, which figure it speaks of, and when it holds.
//
//   "18.6 million tonnes …. It is the largest crop since 2011"   of the 18.6 million, back to 2011
#include <algorithm>
#include <array>
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
constexpr Index kReachWords = 12;          // words between a superlative's group and "since"
constexpr Index kSinceWords = 14;          // words in which the date of "since" stands

bool parts_words(const Article& article, const Token& token) {
  if (token.kind != TokenKind::punctuation) return false;
  const std::string_view text = article.text(token);
  return text != "-" && text != "'";
}

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
                                WordClass::infected_adjective};
  const Vocabulary& known = vocabulary();
  for (const auto part : std::views::split(words, ' ')) {
    const std::string_view word(part.begin(), part.end());
    const WordId id = known.find(word);
    const bool bad =
        id != 0 && std::ranges::any_of(kHarm, [&](WordClass harm) { return known.is(id, harm); });
    if (bad) return true;
  }
  return false;
}

}  // namespace

void ComparisonFinder::add(Index chunk, std::string sense, bool each_step, Index after) {
  ComparisonDetail detail;
  detail.sense = std::move(sense);
  detail.each_step = each_step;
  const Index tail = after == kNone ? chunk : after;
  Span quote = cover(scene_.span(chunk), scene_.span(tail));
  quote = cover(quote, set_span(detail, tail));
  const std::optional<Period> reached = detail.since;
  add_claim(chunk, std::move(detail), quote, ~0U);
  Claim& claim = article_.claims.back();
  if (reached && (!each_step || claim.period == reached)) drop_time(claim, *reached);
}

void ComparisonFinder::add_claim(Index chunk, ComparisonDetail detail, Span quote, std::uint32_t end) {
  Claim claim;
  claim.kind = ClaimKind::comparison;
  claim.rule = "comparison";
  const Index clause = scene_.verb_clause_of(chunk);
  set_subject(claim, chunk, clause, end);
  claim.comparison = std::move(detail);
  judge(claim, chunk);
  set_period(claim, chunk, clause);
  if (clause != kNone && scene_.clause(clause).verb != kNone)
    quote = cover(quote, scene_.span(scene_.clause(clause).verb));
  claim.quote = quote;
  claim.modality = modality_of(scene_, clause);
  claim.in_title = scene_.block_kind(article_.chunks[chunk].sentence) == BlockKind::title;
  article_.claims.push_back(std::move(claim));
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
  const Measure& measure = claim.measure;
  const bool known = !measure.property.empty() || !measure.population.empty();
  const bool harm = is_harm(measure.property) || is_harm(measure.population);
  const bool outcome = is(scene_.head(chunk), WordClass::outcome);
  // "The worst night was 3 March": of what happened in it.
  const bool time =
      known && is_any(scene_.head(chunk), {WordClass::time, WordClass::month}) && !names_its_time(chunk);
  if (worst && (outcome || (time && !harm))) claim.comparison->sense = "lowest";
  if (!worst && time && harm) claim.comparison->sense = "lowest";
}

Index ComparisonFinder::span_after(Index chunk) const {
  for (Index i = chunk + 1; i < chunk + 7 && scene_.same_sentence(chunk, i); ++i) {
    const ChunkKind kind = scene_.kind(i);
    if (kind == ChunkKind::verb || (kind == ChunkKind::punctuation && !scene_.is_word(i, "-"))) break;
    const bool since = i > chunk + 1 && scene_.is_word(i - 1, "since");
    // "the longest strike since the 150 days of 2017"
    const bool duration = !since && duration_in(scene_.span(i)) != nullptr;
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
  return set_since(detail, chunk);
}

// The date of "since [the spring of 2017]"; null where none is told.
const Mention* ComparisonFinder::date_since(Range tokens, Index since) const {
  Index end = since + 1;
  while (end < tokens.end && end < since + kSinceWords && !parts_words(article_, article_.tokens[end])) ++end;
  if (end == since + 1) return nullptr;
  for (const Mention& date : Scene::starting_in(article_.dates, article_.span_of({since + 1, end}))) {
    if (date.kind != MentionKind::duration && date.period) return &date;
  }
  return nullptr;
}

// "the largest crowd that the city has seen [since] 2017": the word that a superlative reaches back by.
Index ComparisonFinder::since_after(Range tokens, Index chunk) const {
  const Index begin = article_.chunks[chunk].tokens.end;
  for (Index t = begin; t < tokens.end && t < begin + kReachWords; ++t) {
    const Token& token = article_.tokens[t];
    if (equals_lower(article_.text(token), "since")) return t;
    const bool finite = token.tag == Tag::vbd || token.tag == Tag::vbz || token.tag == Tag::md;
    const bool seen = is_any(token, {WordClass::count_verb, WordClass::report_verb, WordClass::auxiliary}) ||
                      lemma(article_, token) == "see";
    if (parts_words(article_, token) || token.tag == Tag::cc || (finite && !seen)) return kNone;
  }
  return kNone;
}

Span ComparisonFinder::set_since(ComparisonDetail& detail, Index chunk) const {
  const Range tokens = article_.sentences[article_.chunks[chunk].sentence].tokens;
  const Index since = since_after(tokens, chunk);
  if (since == kNone) return {};
  if (const Mention* date = date_since(tokens, since)) {
    detail.since = Period::of(date->period->from);
    return cover(article_.tokens[since].span, date->span);
  }
  // "184,300 in 2012; the number has fallen every year [since]"
  if (since + 1 < tokens.end && !parts_words(article_, article_.tokens[since + 1])) return {};
  const std::uint32_t end = article_.tokens[since].span.begin;
  const Span before{end > kNearBytes ? end - kNearBytes : 0, end};
  for (const Mention& date : std::views::reverse(Scene::starting_in(article_.dates, before))) {
    if (date.kind == MentionKind::duration || !date.period) continue;
    detail.since = Period::of(date.period->from);
    break;
  }
  return article_.tokens[since].span;
}

void ComparisonFinder::set_subject(Claim& claim, Index chunk, Index clause, std::uint32_t end) {
  const Span sentence = article_.sentences[article_.chunks[chunk].sentence].span;
  Index best = kNone;
  std::uint32_t distance = ~0U;
  constexpr std::uint32_t kAside = 200;  // bytes
  const Index said_of = clause == kNone ? kNone : scene_.clause(clause).subject;
  const bool points_back = said_of != kNone && said_of < chunk && scene_.kind(said_of) == ChunkKind::noun &&
                           (is_anaphoric(scene_, said_of) || scene_.words(said_of) == "the last");
  const bool deadly = is_deadly(chunk);
  for (const Index i : scene_.claims_around(sentence)) {
    const Claim& figure = article_.claims[i];
    if (figure.kind != ClaimKind::figure || !sentence.contains(figure.quote) ||
        figure.modality != Modality::observed || figure.quote.end > end || (deadly && !counts_deaths(figure)))
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
    set_subject_before(claim, sentence.begin, deadly);
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

// "the deadliest since 2011": of the dead, however near another number stands.
bool ComparisonFinder::is_deadly(Index chunk) const {
  const std::string words = scene_.words(chunk);
  return words.find("deadliest") != std::string::npos || words.find("bloodiest") != std::string::npos;
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
  if (is_of_base(when, scene_.span(chunk), claim.about)) when = {};
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
bool ComparisonFinder::is_of_base(const When& when, Span words, Index about) const {
  const Span sentence = article_.sentences[sentence_at(article_, words.begin)].span;
  return when.period && std::ranges::any_of(scene_.claims_around(sentence), [&](Index i) {
           const Claim& figure = article_.claims[i];
           return figure.kind == ClaimKind::figure && figure.rule == "figure.base" &&
                  sentence.contains(figure.quote) && figure.period == when.period &&
                  (words.end < figure.quote.end || (about != kNone && article_.claims[about].period &&
                                                    article_.claims[about].period != when.period));
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
