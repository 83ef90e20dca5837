// Words that compare a figure with its own series → comparisons, without a number of their own:
//
//   "the lowest rate in more than a decade"       lowest, 10 years
//   "the first annual increase since 2011"        first_increase, since 2011
//   "increased continuously until 2009"           rising, each step, ../2009
//   "fell for the third year running"             falling, 3 steps
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "claim/amount_use.h"
#include "claim/measures.h"
#include "claim/modality.h"
#include "claim/periods.h"
#include "claim/scene.h"
#include "claim/stages.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 6> kLowest = {"lowest", "smallest", "fewest",
                                                     "least",  "weakest",  "slowest"};
constexpr std::array<std::string_view, 7> kHighest = {"highest",  "largest",   "biggest", "most",
                                                      "greatest", "strongest", "steepest"};
// Superlatives of having or being little; all others speak of much.
constexpr std::array<std::string_view, 10> kLittle = {"cheapest",   "quietest", "calmest", "driest",
                                                      "poorest",    "shortest", "mildest", "thinnest",
                                                      "worst-paid", "emptiest"};
constexpr std::array<std::string_view, 5> kLesser = {"less", "fewer", "lower", "smaller", "weaker"};
constexpr std::array<std::string_view, 8> kSteady = {"steadily",   "continuously", "consistently",
                                                     "constantly", "steady",       "continuous",
                                                     "consistent", "uninterrupted"};
constexpr std::array<std::string_view, 5> kRunning = {"consecutive", "straight", "successive", "running",
                                                      "row"};

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

class ComparisonFinder {
 public:
  explicit ComparisonFinder(Article& article) : article_(article), scene_(article) {}

  void find() {
    for (Index s = 0; s < article_.sentences.size(); ++s) {
      if (!scene_.is_news(s)) continue;
      const Range chunks = scene_.chunks_of(s);
      for (Index i = chunks.begin; i < chunks.end; ++i) read(i);
      read_than_any(article_.sentences[s].tokens);
    }
  }

 private:
  void read(Index chunk) {
    switch (scene_.kind(chunk)) {
      case ChunkKind::noun:
        read_noun(chunk);
        break;
      case ChunkKind::verb:
        read_verb(chunk);
        break;
      default:
        break;
    }
  }

  // Nouns: superlatives, records, first rises.

  void read_noun(Index chunk) {
    const Range tokens = article_.chunks[chunk].tokens;
    bool first = false;
    std::string extreme;
    std::string rarer;  // "deadliest", "busiest": only with what it is compared with
    bool record = false;
    bool steady = false;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      const std::string word = lower(article_, article_.tokens[t]);
      first = first || word == "first";
      record = record || (word == "record" && article_.chunks[chunk].head != t);
      steady = steady || is_one_of(kSteady, word);
      if (t > 0 && lower(article_, article_.tokens[t - 1]) == "at") continue;  // "at least"
      if (is_ranked(t)) continue;
      if (is_one_of(kLowest, word)) extreme = "lowest";
      if (is_one_of(kHighest, word)) extreme = "highest";
      const bool other =
          article_.tokens[t].tag == Tag::jjs && extreme.empty() && word != "most" && word != "least";
      if (other) rarer = is_one_of(kLittle, word) ? "lowest" : "highest";
    }
    const Direction way = direction_of(scene_, chunk);
    if (first && way != Direction::unknown) {
      add(chunk, way == Direction::up ? "first_increase" : "first_decrease", false);
    } else if (steady && way != Direction::unknown) {
      add(chunk, way == Direction::up ? "rising" : "falling", true);
    } else if (is_record_told(chunk)) {
      add(chunk, "highest", false);
    } else if (record && names_measure(chunk)) {
      add(chunk, is_low(chunk) ? "lowest" : "highest", false);
    } else if (!extreme.empty() && compares_measure(chunk)) {
      add(chunk, extreme, false);
    } else if (extreme.empty() && !rarer.empty() &&
               (span_after(chunk) != kNone || says_ever(chunk) || names_its_time(chunk))) {
      add(chunk, rarer, false);
    }
  }

  // "second-highest", "the third largest", "one of the biggest": not the extreme itself.
  [[nodiscard]] bool is_ranked(Index token) const {
    const Index begin =
        article_.sentences[article_.chunks[chunk_at(article_, article_.tokens[token].span.begin)].sentence]
            .tokens.begin;
    for (Index back = 1; back <= 3 && token >= begin + back; ++back) {
      const Token& before = article_.tokens[token - back];
      const std::string word = lower(article_, before);
      if (is(before, WordClass::ordinal) && word != "first") return true;
      if (word == "among" || word == "next") return true;
      if (word == "of" && token >= begin + back + 1 &&
          lower(article_, article_.tokens[token - back - 1]) == "one")
        return true;
      if (before.kind == TokenKind::punctuation && word != "-") return false;
    }
    return false;
  }

  // "more than in any year since 1990", "fuller than at any time in the past decade", "fewer than ever":
  // a superlative in other words.
  void read_than_any(Range tokens) {
    const auto word = [&](Index t) {
      return t < tokens.end ? lower(article_, article_.tokens[t]) : std::string();
    };
    for (Index t = tokens.begin + 1; t + 1 < tokens.end; ++t) {
      if (word(t) != "than") continue;
      Index any = t + 1;
      while (any < t + 3 && word(any) != "any" && word(any) != "ever") ++any;
      if (word(any) != "any" && word(any) != "ever") continue;
      Index comparative = t;
      while (comparative > tokens.begin && comparative + 4 > t && !is_comparative(comparative)) --comparative;
      if (!is_comparative(comparative)) continue;
      const Index chunk = chunk_at(article_, article_.tokens[comparative].span.begin);
      const Index reach = chunk_at(article_, article_.tokens[any].span.begin);
      if (chunk == kNone || reach == kNone) continue;
      add(chunk, is_one_of(kLesser, word(comparative)) ? "lowest" : "highest", false, reach);
    }
  }

  [[nodiscard]] bool is_comparative(Index token) const {
    const Tag tag = article_.tokens[token].tag;
    if (tag == Tag::jjr || tag == Tag::rbr) return true;
    const std::string word = lower(article_, article_.tokens[token]);
    return word == "more" || is_one_of(kLesser, word);
  }

  // "its best year so far", "the hottest day on record": with what the superlative is compared.
  [[nodiscard]] bool says_ever(Index chunk) const {
    for (Index i = chunk + 1; i < chunk + 7 && scene_.same_sentence(chunk, i); ++i) {
      if (scene_.kind(i) == ChunkKind::verb) break;
      const std::string words = scene_.words(i);
      if (words.ends_with(" history")) return true;
      if (words == "ever" || words == "record" || words == "history" || words == "so far" || words == "far" ||
          words == "yet")
        return true;
    }
    return false;
  }

  // "…, a record", "…, a new high": an apposition to the number before it.
  [[nodiscard]] bool is_record_told(Index chunk) const {
    const std::string words = scene_.words(chunk);
    const bool told = words == "a record" || words == "a new record" || words == "a record high" ||
                      words == "a new high" || words == "an all-time high";
    const bool behind = chunk > 0 && scene_.same_sentence(chunk, chunk - 1) &&
                        (scene_.is_word(chunk - 1, ",") || scene_.head(chunk - 1).pos == Pos::aux);
    const bool alone =
        !scene_.same_sentence(chunk, chunk + 1) || scene_.kind(chunk + 1) != ChunkKind::preposition;
    return told && behind && alone;
  }

  // "The busiest day was Friday, 26 July"
  [[nodiscard]] bool names_its_time(Index chunk) const {
    const Index clause = scene_.clause_of(chunk);
    if (clause == kNone || scene_.clause(clause).subject != chunk) return false;
    const Index verb = scene_.clause(clause).verb;
    return verb != kNone && lemma(article_, scene_.head(verb)) == "be" &&
           scene_.kind(verb + 1) == ChunkKind::time && is(scene_.head(chunk), WordClass::time);
  }

  [[nodiscard]] bool is_low(Index chunk) const { return scene_.is_word(chunk, "low"); }

  [[nodiscard]] bool names_measure(Index chunk) const {
    const Token& head = scene_.head(chunk);
    return is(head, WordClass::measure) || scene_.is_word(chunk, "high") || scene_.is_word(chunk, "low") ||
           head.kind == TokenKind::number;
  }

  // "the lowest", "the lowest rate", "the lowest number of arrivals", with a span of time to show
  // that the past is what it is compared with.
  [[nodiscard]] bool compares_measure(Index chunk) const {
    const Token& head = scene_.head(chunk);
    // "most of the workers" compares nothing.
    if (scene_.same_sentence(chunk, chunk + 1) && scene_.is_word(chunk, "most") &&
        scene_.is_word(chunk + 1, "of"))
      return false;
    const bool measure = is(head, WordClass::measure) || head.tag == Tag::jjs ||
                         head.kind == TokenKind::number || is(head, WordClass::up_noun) ||
                         is(head, WordClass::down_noun);
    return measure || span_after(chunk) != kNone || says_ever(chunk);
  }

  // Verbs: trends, first rises.

  void read_verb(Index chunk) {
    const Direction way = direction_of(scene_, chunk);
    if (way == Direction::unknown) return;
    const Index first_time = phrase_after(chunk, "time");
    if (first_time != kNone) {
      add(chunk, way == Direction::up ? "first_increase" : "first_decrease", false, first_time);
      return;
    }
    if (const std::optional<std::int32_t> steps = running_steps(chunk)) {
      add(chunk, way == Direction::up ? "rising" : "falling", true);
      article_.claims.back().comparison->steps = steps;
    } else if (is_steady(chunk)) {
      add(chunk, way == Direction::up ? "rising" : "falling", true);
    }
  }

  // "for the first time": the noun chunk "the first time" in the verb's clause.
  [[nodiscard]] Index phrase_after(Index verb, std::string_view head) const {
    for (Index i = verb + 1; i < verb + 8 && scene_.same_sentence(verb, i); ++i) {
      if (scene_.kind(i) == ChunkKind::verb) break;
      if (scene_.kind(i) != ChunkKind::noun || !scene_.is_word(i, head)) continue;
      if (scene_.words(i).find("first") != std::string::npos) return i;
    }
    return kNone;
  }

  // "for the third consecutive year", "three years in a row".
  [[nodiscard]] std::optional<std::int32_t> running_steps(Index verb) const {
    const Index clause = scene_.clause_of(verb);
    if (clause == kNone) return std::nullopt;
    const Range chunks = scene_.clause(clause).chunks;
    bool running = false;
    std::optional<std::int32_t> steps;
    for (Index i = verb + 1; i < chunks.end; ++i) {
      if (scene_.kind(i) == ChunkKind::verb && !scene_.is_word(i, "running")) break;
      const Range tokens = article_.chunks[i].tokens;
      for (Index t = tokens.begin; t < tokens.end; ++t)
        running = running || is_one_of(kRunning, lower(article_, article_.tokens[t]));
      if (const auto number = number_in(scene_.span(i))) steps = number;
    }
    return running ? steps : std::nullopt;
  }

  [[nodiscard]] std::optional<std::int32_t> number_in(Span span) const {
    for (const Mention& amount : Scene::starting_in(article_.amounts, span)) {
      if (!span.contains(amount.span) || !amount.value || !amount.value->best) continue;
      const Decimal best = *amount.value->best;
      if (best.is_integer() && best < Decimal(100)) return static_cast<std::int32_t>(best.to_double());
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_steady(Index verb) const {
    const Range tokens = article_.chunks[verb].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      if (is_one_of(kSteady, lower(article_, article_.tokens[t]))) return true;
    }
    for (Index i : {verb + 1, verb - 1}) {
      if (!scene_.same_sentence(verb, i)) continue;
      if (scene_.kind(i) == ChunkKind::adverb && is_one_of(kSteady, lower(article_, scene_.head(i))))
        return true;
    }
    Index behind = verb + 1;
    if (scene_.kind(behind) == ChunkKind::preposition && scene_.is_word(behind, "in")) ++behind;
    const std::string next = scene_.same_sentence(verb, behind) ? scene_.words(behind) : std::string();
    const bool steps = next.starts_with("every ") || next.starts_with("each ");
    if (steps && is(scene_.head(behind), WordClass::time)) return true;
    return next == "every year" || next == "each year" || next == "every month" || next == "year after year";
  }

  // The claim.

  void add(Index chunk, std::string sense, bool each_step, Index after = kNone) {
    Claim claim;
    claim.kind = ClaimKind::comparison;
    claim.rule = "comparison";
    ComparisonDetail detail;
    detail.sense = std::move(sense);
    detail.each_step = each_step;
    const Index tail = after == kNone ? chunk : after;
    Span quote = cover(scene_.span(chunk), scene_.span(tail));
    quote = cover(quote, set_span(detail, tail));
    const Index clause = verb_clause(chunk);
    set_subject(claim, chunk, clause);
    claim.comparison = std::move(detail);
    set_period(claim, chunk, clause);
    if (clause != kNone && scene_.clause(clause).verb != kNone)
      quote = cover(quote, scene_.span(scene_.clause(clause).verb));
    claim.quote = quote;
    claim.modality = modality_of(scene_, clause);
    claim.in_title = scene_.block_kind(article_.chunks[chunk].sentence) == BlockKind::title;
    article_.claims.push_back(std::move(claim));
  }

  [[nodiscard]] Index verb_clause(Index chunk) const {
    Index clause = scene_.clause_of(chunk);
    while (clause != kNone && scene_.clause(clause).verb == kNone) clause = scene_.clause(clause).parent;
    return clause;
  }

  // The time that a comparison reaches back to, after the words that make it; kNone where none.
  [[nodiscard]] Index span_after(Index chunk) const {
    for (Index i = chunk + 1; i < chunk + 7 && scene_.same_sentence(chunk, i); ++i) {
      const ChunkKind kind = scene_.kind(i);
      if (kind == ChunkKind::verb || (kind == ChunkKind::punctuation && !scene_.is_word(i, "-"))) break;
      const bool duration = duration_in(scene_.span(i)) != nullptr;
      const bool since = i > chunk + 1 && scene_.is_word(i - 1, "since");
      if (duration || (since && kind == ChunkKind::time)) return i;
    }
    return kNone;
  }

  [[nodiscard]] const Mention* duration_in(Span span) const {
    for (const Mention& date : Scene::starting_in(article_.dates, span)) {
      if (date.kind == MentionKind::duration) return &date;
    }
    return nullptr;
  }

  // Fills span, years and since; returns the words that say it.
  Span set_span(ComparisonDetail& detail, Index chunk) const {
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

  // "since Kim took power in 2011": the clause after the words, and the date in it.
  Span set_since_clause(ComparisonDetail& detail, Index chunk) const {
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

  // The figure of the same sentence that is compared, or the measure that the clause speaks of.
  void set_subject(Claim& claim, Index chunk, Index clause) {
    const Span sentence = article_.sentences[article_.chunks[chunk].sentence].span;
    Index best = kNone;
    std::uint32_t distance = ~0U;
    for (Index i = 0; i < article_.claims.size(); ++i) {
      const Claim& figure = article_.claims[i];
      if (figure.kind != ClaimKind::figure || !sentence.contains(figure.quote) ||
          figure.modality != Modality::observed)
        continue;
      if (figure.whole != kNone || figure.rule == "figure.base") continue;
      // A trend is that of its own clause.
      const Index at_figure = chunk_at(article_, figure.quote.end - 1);
      const bool apart = scene_.kind(chunk) == ChunkKind::verb && at_figure != kNone && clause != kNone &&
                         (figure.quote.end <= span_of_chunks(article_, scene_.clause(clause).chunks).begin);
      if (apart) continue;
      const Span at = scene_.span(chunk);
      const std::uint32_t gap = at.begin > figure.quote.end   ? at.begin - figure.quote.end
                                : figure.quote.begin > at.end ? figure.quote.begin - at.end
                                                              : 0;
      if (gap < distance) {
        distance = gap;
        best = i;
      }
    }
    if (best != kNone) {
      claim.about = best;
      claim.measure = article_.claims[best].measure;
      claim.unit = article_.claims[best].unit;
      return;
    }
    const Index subject = clause == kNone ? kNone : scene_.clause(clause).subject;
    if (subject == kNone || scene_.kind(subject) != ChunkKind::noun) return;
    if (is_anaphoric(scene_, subject)) {
      set_subject_before(claim, sentence.begin);
      return;
    }
    const Measured measured = measure_of_noun(scene_, subject);
    claim.measure = measured.measure;
    claim.unit = measured.unit;
  }

  // "It is the largest crop since 2011": the last figure told before that is no base and no part.
  void set_subject_before(Claim& claim, std::uint32_t byte) {
    Index best = kNone;
    for (Index i = 0; i < article_.claims.size(); ++i) {
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

  // A trend lasts until or since its date; an extreme is that of its clause or of its figure.
  void set_period(Claim& claim, Index chunk, Index clause) {
    When when = clause == kNone ? When{} : when_of_clause(scene_, clause);
    if (scene_.kind(chunk) == ChunkKind::verb) {
      const When beside = when_beside(scene_, chunk, scene_.chunks_of(article_.chunks[chunk].sentence).end);
      if (beside.known()) when = beside;
    }
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
    claim.period = figure.period;
    claim.relative = figure.relative;
    claim.period_basis = figure.period_basis;
  }

  // What happened in the past without a date of its own: the year of the last figure told before.
  void carry_period(Claim& claim, Index chunk) const {
    if (scene_.kind(chunk) != ChunkKind::verb || !verb_group(article_, chunk).past) return;
    const std::uint32_t byte = scene_.span(chunk).begin;
    for (std::size_t i = article_.claims.size(); i-- > 0;) {
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

  Article& article_;
  Scene scene_;
};

}  // namespace

void find_comparisons(Article& article) {
  ComparisonFinder(article).find();
}

}  // namespace tally
