// What a comparison reaches back to, and when it holds.
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
constexpr Index kReachWords = 18;          // words between a superlative's group and "since"
constexpr Index kListed = 6;       // chunks between a number and what is said of it: "8 in 2022, the …"
constexpr Index kSinceWords = 14;  // words in which the date of "since" stands

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

// "After that[,] …", "after that [the number] …", but "after that year", "after that he left".
bool is_bare(const Article& article, Index behind, Index end) {
  if (behind >= end) return true;
  const Token& next = article.tokens[behind];
  return next.kind == TokenKind::punctuation || next.tag == Tag::dt || next.tag == Tag::prp;
}

// "since [then]", "from [then] on", "after [that]", "[thereafter]": where words point back to a time; kNone
// where none do.
Index then_in(const Article& article, Range tokens) {
  const auto word = [&](Index t) { return t < tokens.end ? lower(article, article.tokens[t]) : Spelling(); };
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    const Spelling here = word(t);
    const Spelling next = word(t + 1);
    if (here == "thereafter" || here == "afterwards" || here == "afterward") return t;
    if (next == "then" && (here == "since" || (here == "from" && word(t + 2) == "on"))) return t;
    if (here == "after" && next == "that" && is_bare(article, t + 2, tokens.end)) return t;
    // "from that [year] on"
    if (here == "from" && next == "that" && word(t + 3) == "on") return t;
  }
  return kNone;
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
  set_since_then(detail, chunk);
  claim.comparison = std::move(detail);
  judge(claim, chunk);
  set_period(claim, chunk, clause);
  // "a loss of 6 million, its worst result since 2009": no series of losses tells the lowest result.
  if (is(scene_.head(chunk), WordClass::outcome) && is_harm(claim.measure.property)) {
    claim.measure = {};
    claim.about = kNone;
  }
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
    const bool since = i > chunk + 1 && scene_.is_word(i - 1, "since");
    // "the largest fall in any one year since 1930": how long a step is, and no reach.
    const bool step = scene_.words(i).starts_with("any ") || scene_.words(i).starts_with("a single ");
    // "the longest strike since the 150 days of 2017"
    const bool duration = !since && !step && duration_in(scene_.span(i)) != nullptr;
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

Span ComparisonFinder::set_duration(ComparisonDetail& detail, const Mention& duration) const {
  const Span words = duration.extent.empty() ? duration.span : duration.extent;
  detail.span = std::string(article_.text(words));
  detail.years = years_of(duration);
  return words;
}

Span ComparisonFinder::set_span(ComparisonDetail& detail, Index chunk) const {
  if (const Index at = span_after(chunk); at != kNone) {
    if (const Mention* duration = duration_in(scene_.span(at))) return set_duration(detail, *duration);
    const When when = when_of(scene_, at);
    if (when.period) detail.since = Period::of(when.period->from);
    return when.span;
  }
  return set_since(detail, chunk);
}

// The date of "since [the spring of 2017]"; null where none is told.
const Mention* ComparisonFinder::date_since(Range tokens, Index since) const {
  Index end = since + 1;
  // "since "Salt" in 2009"
  const auto quoted = [&](const Token& token) {
    return token.tag == Tag::open_quote || token.tag == Tag::close_quote || article_.text(token) == "\"";
  };
  // "since the fire at Kilmore, [where] 14 died in 2011"
  const auto tells_on = [&](Index comma) {
    return equals_lower(article_.text(article_.tokens[comma]), ",") && comma + 1 < tokens.end &&
           (article_.tokens[comma + 1].tag == Tag::wrb || article_.tokens[comma + 1].tag == Tag::wdt);
  };
  while (end < tokens.end && end < since + kSinceWords &&
         (quoted(article_.tokens[end]) || !parts_words(article_, article_.tokens[end]) || tells_on(end)))
    ++end;
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
  const bool then = since + 1 < tokens.end && equals_lower(article_.text(article_.tokens[since + 1]), "then");
  const Mention* date = then ? nullptr : date_since(tokens, since);
  if (date != nullptr) {
    detail.since = Period::of(date->period->from);
    return cover(article_.tokens[since].span, date->span);
  }
  // "184,300 in 2012; the number has fallen every year [since]"
  if (!then && since + 1 < tokens.end && !parts_words(article_, article_.tokens[since + 1])) return {};
  detail.since = time_told_before(article_.tokens[since].span.begin);
  return article_.tokens[since].span;
}

// The time told last before.
std::optional<Period> ComparisonFinder::time_told_before(std::uint32_t byte) const {
  const Span before{byte > kNearBytes ? byte - kNearBytes : 0, byte};
  for (const Mention& date : std::views::reverse(Scene::starting_in(article_.dates, before))) {
    if (date.kind != MentionKind::duration && date.period) return Period::of(date.period->from);
  }
  return std::nullopt;
}

// "1,930 in August. [From then on] they fell every month", "[After that] it rose for three years running".
void ComparisonFinder::set_since_then(ComparisonDetail& detail, Index chunk) const {
  if ((detail.sense != "rising" && detail.sense != "falling") || detail.since) return;
  const Range tokens = article_.sentences[article_.chunks[chunk].sentence].tokens;
  const Range words{tokens.begin, std::min(article_.chunks[chunk].tokens.end + kReachWords, tokens.end)};
  const Index then = then_in(article_, words);
  if (then != kNone) detail.since = time_told_before(article_.tokens[then].span.begin);
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
  // "14 in 2021 and eight in 2022, [the fewest]": of the number right before.
  if (is_apposed(chunk) && claim.about != kNone && article_.claims[claim.about].period &&
      number_of(article_.claims[claim.about]) + kListed > chunk &&
      number_of(article_.claims[claim.about]) < chunk)
    return take_time(claim, article_.claims[claim.about]);
  When when = clause == kNone ? When{} : when_of_clause(scene_, clause);
  if (!when.known() && is_apposed(chunk)) when = when_of_main(chunk);
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
  if (claim.period || claim.relative) return;
  if (claim.about != kNone) take_time(claim, article_.claims[claim.about]);
  if (!claim.period && !claim.relative && is_headline(article_.chunks[chunk].sentence))
    take_lead_period(claim);
}

// "…, [the fourth decline in a row]"
bool ComparisonFinder::is_apposed(Index chunk) const {
  return chunk > 0 && scene_.same_sentence(chunk, chunk - 1) && scene_.is_word(chunk - 1, ",") &&
         scene_.kind(chunk) == ChunkKind::noun;
}

// "Deaths fell [last year], by figures released on Monday, the fourth decline": of what is told first.
When ComparisonFinder::when_of_main(Index chunk) const {
  const Range clauses = scene_.clauses_of(article_.chunks[chunk].sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    if (scene_.clause(i).kind == ClauseKind::main && scene_.clause(i).verb != kNone &&
        scene_.clause(i).verb < chunk)
      return when_of_clause(scene_, i);
  }
  return {};
}

// One of the first lines that no full stop ends.
bool ComparisonFinder::is_headline(Index sentence) const {
  const Range tokens = article_.sentences[sentence].tokens;
  if (tokens.empty() || article_.text(article_.tokens[tokens.end - 1]) == ".") return false;
  const std::vector<Index> lead = scene_.lead();
  return std::ranges::find(lead, sentence) != lead.end();
}

// A headline's "births at lowest level since 1946" is of the stretch that the first lines tell of.
void ComparisonFinder::take_lead_period(Claim& claim) const {
  for (const Index s : scene_.lead()) {
    const Span line = article_.sentences[s].span;
    for (const Index i : scene_.claims_around(line)) {
      const Claim& figure = article_.claims[i];
      if (figure.kind != ClaimKind::figure || figure.rule == "figure.base" || !line.contains(figure.quote) ||
          figure.modality != Modality::observed || !figure.period || figure.period->grain() == Grain::day)
        continue;
      take_time(claim, figure);
      claim.period_basis = Basis::implied;
      return;
    }
  }
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
