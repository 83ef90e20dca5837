// Amounts in their clauses → figures, and the changes that are told with them.
//
//   "The number of defections dropped to 1514 in 2013, 1397 in 2014" →
//     figure 1514 (2013), change down to 1514; figure 1397 (2014), change down to 1397
//
// Reads sentence by sentence and keeps the measure in focus, so that "it then fell to 300" and a
// list whose head stands before it find what they speak of.
#include <algorithm>
#include <optional>
#include <vector>

#include "claim/amount_use.h"
#include "claim/measures.h"
#include "claim/modality.h"
#include "claim/periods.h"
#include "claim/scene.h"
#include "claim/stages.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kLongestQuote = 360;

// What was read last: later figures inherit from it.
struct Focus {
  Measured measured;
  std::string unit;
  Direction direction = Direction::unknown;
  When when;
  Index claim = kNone;
  Index chunk = kNone;
  Index sentence = kNone;
};

class FigureFinder {
 public:
  explicit FigureFinder(Article& article) : article_(article), scene_(article) {}

  void find() {
    for (Index s = 0; s < article_.sentences.size(); ++s) {
      if (scene_.is_news(s)) read_sentence(s);
    }
  }

 private:
  void read_sentence(Index sentence) {
    if (focus_.sentence != kNone && !near(focus_.sentence, sentence)) focus_ = {};
    const std::vector<const Mention*> amounts = amounts_of(article_.sentences[sentence].span);
    previous_ = kNone;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      const Index next = i + 1 < amounts.size() ? chunk_at(article_, amounts[i + 1]->span.begin) : kNone;
      limit_ = next == kNone ? scene_.chunks_of(sentence).end : next;
      read_amount(*amounts[i], use_of(scene_, *amounts[i], previous_));
    }
  }

  // A measure stays in focus within its paragraph and into the one that follows.
  [[nodiscard]] bool near(Index a, Index b) const {
    return scene_.same_block(a, b) || article_.sentences[b].block <= article_.sentences[a].block + 1;
  }

  // The largest amounts of a sentence that belong to no date and no name.
  std::vector<const Mention*> amounts_of(Span sentence) {
    std::vector<const Mention*> found;
    while (next_amount_ < article_.amounts.size() &&
           article_.amounts[next_amount_].span.begin < sentence.begin)
      ++next_amount_;
    for (; next_amount_ < article_.amounts.size(); ++next_amount_) {
      const Mention& amount = article_.amounts[next_amount_];
      if (amount.span.begin >= sentence.end) break;
      const bool inside = !found.empty() && found.back()->span.contains(amount.span);
      if (inside || amount.kind == MentionKind::ordinal || !amount.value) continue;
      if (scene_.date_in(amount.span) != nullptr || in_date(amount.span) || in_name(amount.span)) continue;
      if (amount.concept_word == "age") continue;
      found.push_back(&amount);
    }
    return found;
  }

  [[nodiscard]] bool in_date(Span span) const {
    const Index chunk = chunk_at(article_, span.begin);
    return chunk != kNone && scene_.kind(chunk) == ChunkKind::time;
  }

  [[nodiscard]] bool in_name(Span span) const {
    const Mention* name = scene_.name_in(span);
    return name != nullptr && name->span.contains(span);
  }

  void read_amount(const Mention& amount, const AmountUse& use) {
    switch (use.use) {
      case Use::none:
        return;
      case Use::counted:
        read_counted(amount, use);
        break;
      case Use::part:
        read_part(amount, use);
        break;
      case Use::value:
      case Use::base:
        read_value(amount, use);
        break;
      case Use::listed:
        read_listed(amount, use);
        break;
      case Use::change_by:
        read_change(amount, use);
        return;
    }
  }

  // Figures.

  void read_counted(const Mention& amount, const AmountUse& use) {
    Measured measured = measure_of_counted(scene_, use.chunk, amount);
    if (measured.measure.population.empty()) inherit_population(measured, use);
    if (measured.measure.population.empty() && measured.unit.empty()) return;
    if (use.is_share) measured.measure.aggregate = Aggregate::share;
    const When when = when_of_figure(use, measured);
    const Index claim = add_figure(amount, use, measured, when);
    set_focus(claim, use, measured, when);
  }

  // "30 were injured": the people of the figure before.
  void inherit_population(Measured& measured, const AmountUse& use) {
    if (focus_.claim == kNone || focus_.measured.measure.population.empty()) return;
    if (use.clause == kNone) return;
    measured.measure.population = focus_.measured.measure.population;
    measured.unit = focus_.unit;
  }

  void read_part(const Mention& amount, const AmountUse& use) {
    const Focus whole = focus_;
    Measured measured = measure_of_counted(scene_, use.chunk, amount);
    const bool hangs = whole.claim != kNone && whole.sentence == article_.chunks[use.chunk].sentence;
    if (hangs) {
      if (measured.measure.property.empty()) measured.measure.property = whole.measured.measure.property;
      if (measured.measure.place.empty()) measured.measure.place = whole.measured.measure.place;
    }
    const Index claim = add_figure(amount, use, measured,
                                   hangs && whole.when.known() ? whole.when : when_of_figure(use, measured));
    if (hangs) article_.claims[claim].whole = whole.claim;
  }

  void read_value(const Mention& amount, const AmountUse& use) {
    std::optional<Measured> measured = measure_named(use);
    if (!measured) return;
    const bool base = use.use == Use::base;
    const When when = base ? when_beside(scene_, use.chunk, limit_) : when_of_figure(use, *measured);
    const Index claim = add_figure(amount, use, *measured, when);
    if (base) return;
    set_focus(claim, use, *measured, when);
    focus_.direction = use.direction;
    if (use.direction != Direction::unknown) add_change_to(claim);
  }

  // The measure that a value belongs to: what the clause names, or what is in focus.
  std::optional<Measured> measure_named(const AmountUse& use) {
    if (use.measure != kNone && !is_anaphoric(scene_, use.measure))
      return measure_of_noun(scene_, use.measure);
    if (use.measure != kNone && scene_.kind(use.measure) != ChunkKind::noun) return std::nullopt;
    if (focus_.claim != kNone) return focus_.measured;
    return measure_before(use);
  }

  // The last noun group before, in this sentence or the one before, that names a measure.
  std::optional<Measured> measure_before(const AmountUse& use) {
    const Index sentence = article_.chunks[use.chunk].sentence;
    const Index first =
        sentence > 0 && scene_.same_block(sentence, sentence - 1) && scene_.is_news(sentence - 1)
            ? scene_.chunks_of(sentence - 1).begin
            : scene_.chunks_of(sentence).begin;
    for (Index i = use.chunk; i-- > first;) {
      if (scene_.kind(i) == ChunkKind::noun && is(scene_.head(i), WordClass::measure) &&
          !is_anaphoric(scene_, i)) {
        return measure_of_noun(scene_, i);
      }
    }
    return std::nullopt;
  }

  void read_listed(const Mention& amount, const AmountUse& use) {
    if (focus_.claim == kNone) return;
    const Focus head = focus_;
    When when = when_beside(scene_, use.chunk, limit_);
    if (!when.known()) return;
    const Index claim = add_figure(amount, use, head.measured, when);
    Claim& figure = article_.claims[claim];
    if (figure.unit.empty()) figure.unit = head.unit;
    figure.evidence.push_back(article_.claims[head.claim].quote);
    set_focus(claim, use, head.measured, when);
    focus_.direction = head.direction;
    if (head.direction != Direction::unknown) add_change_to(claim);
  }

  Index add_figure(const Mention& amount, const AmountUse& use, const Measured& measured, const When& when) {
    Claim claim;
    claim.kind = ClaimKind::figure;
    claim.value = amount.value;
    claim.unit = !measured.unit.empty() && (amount.unit.empty() || amount.unit == "person") ? measured.unit
                                                                                            : amount.unit;
    claim.measure = measured.measure;
    claim.quote = quote_of(amount, use, when);
    if (!measured.span.empty() && !claim.quote.contains(measured.span))
      claim.evidence.push_back(measured.span);
    set_time(claim, when);
    set_aggregate(claim, use);
    claim.modality = modality_of(scene_, use.clause);
    claim.in_title = scene_.block_kind(article_.chunks[use.chunk].sentence) == BlockKind::title;
    claim.rule = rule_name(use.use);
    article_.claims.push_back(std::move(claim));
    return static_cast<Index>(article_.claims.size() - 1);
  }

  static std::string_view rule_name(Use use) {
    switch (use) {
      case Use::counted:
        return "figure.counted";
      case Use::part:
        return "figure.part";
      case Use::value:
        return "figure.value";
      case Use::base:
        return "figure.base";
      case Use::listed:
        return "figure.listed";
      default:
        return "figure";
    }
  }

  // The number with its noun group, its verb and its date, as far as they stand close by.
  [[nodiscard]] Span quote_of(const Mention& amount, const AmountUse& use, const When& when) const {
    Span quote = cover(amount.span, scene_.span(use.chunk));
    const auto take = [&](Span more) {
      const Span wide = cover(quote, more);
      if (!more.empty() && wide.size() <= kLongestQuote) quote = wide;
    };
    if (use.change_noun != kNone) take(scene_.span(use.change_noun));
    if (use.verb != kNone && use.use != Use::listed && use.use != Use::part) take(scene_.span(use.verb));
    if (when.chunk != kNone && scene_.same_sentence(when.chunk, use.chunk)) take(when.span);
    return quote;
  }

  // Time.

  When when_of_figure(const AmountUse& use, const Measured& measured) {
    if (When when = when_beside(scene_, use.chunk, limit_); when.known()) return when;
    if (use.use == Use::counted) {
      if (When when = when_of_hanging(measured.head == kNone ? use.chunk : measured.head); when.known())
        return when;
    }
    const Index clause = scene_.clause_of(use.chunk) != kNone ? scene_.clause_of(use.chunk) : use.clause;
    if (clause != kNone) {
      if (When when = when_of_clause(scene_, clause); when.known()) return when;
    }
    return when_in_focus(use);
  }

  // "the 13 workers, who escaped in April, said": the clause on the noun dates it.
  When when_of_hanging(Index noun) {
    const Range clauses = scene_.clauses_of(article_.chunks[noun].sentence);
    for (Index i = clauses.begin; i < clauses.end; ++i) {
      const Clause& clause = scene_.clause(i);
      if (clause.kind != ClauseKind::relative || clause.subject != noun || clause.verb == kNone) continue;
      if (When when = when_of_clause(scene_, i); when.known()) return when;
    }
    return {};
  }

  // What happened in the past and gives no date of its own happened when the last thing did.
  When when_in_focus(const AmountUse& use) {
    if (!focus_.when.known() || use.verb == kNone) return {};
    const VerbGroup verb = verb_group(article_, use.verb);
    if (!verb.past || focus_.when.role != TimeRole::at) return {};
    When when = focus_.when;
    when.basis = Basis::implied;
    when.chunk = kNone;
    return when;
  }

  void set_time(Claim& claim, const When& when) {
    if (!when.known()) return;
    claim.period = when.period;
    claim.relative = when.relative;
    claim.period_basis = when.basis;
    if (when.role == TimeRole::since) {
      if (when.period) claim.period = since_until_publication(article_, *when.period);
      claim.period_basis = Basis::implied;
    }
  }

  // Aggregates.

  void set_aggregate(Claim& claim, const AmountUse& use) {
    Aggregate& aggregate = claim.measure.aggregate;
    if (aggregate != Aggregate::unknown) return;
    if (claim.unit == "percent") {
      aggregate =
          claim.measure.property.find("rate") != std::string::npos ? Aggregate::rate : Aggregate::share;
    } else if (says_total(use)) {
      aggregate = Aggregate::total;
    } else if (claim.period) {
      aggregate = aggregate_of(claim.period->grain());
    }
  }

  [[nodiscard]] bool says_total(const AmountUse& use) const {
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

  static Aggregate aggregate_of(Grain grain) {
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

  // Changes.

  void add_change_to(Index figure) {
    const Claim& of = article_.claims[figure];
    Claim claim = of;
    claim.kind = ClaimKind::change;
    claim.about = figure;
    claim.rule = "change.to";
    claim.change = ChangeDetail{.direction = focus_.direction,
                                .to = of.value->printed(),
                                .modifier = of.value->modifier,
                                .step = of.value->step};
    article_.claims.push_back(std::move(claim));
  }

  void read_change(const Mention& amount, const AmountUse& use) {
    if (use.direction == Direction::unknown || !amount.value || !amount.value->printed()) return;
    Claim claim;
    claim.kind = ClaimKind::change;
    claim.rule = "change.by";
    claim.unit = amount.unit;
    ChangeDetail change{
        .direction = use.direction, .modifier = amount.value->modifier, .step = amount.value->step};
    (amount.unit == "percent" ? change.percent : change.by) = amount.value->printed();
    const Index figure = figure_changed(use);
    When when;
    if (figure != kNone) {
      claim.about = figure;
      claim.measure = article_.claims[figure].measure;
      claim.period = article_.claims[figure].period;
      claim.relative = article_.claims[figure].relative;
      claim.period_basis = article_.claims[figure].period_basis;
    } else if (std::optional<Measured> measured = measure_named(use)) {
      claim.measure = measured->measure;
      if (use.clause != kNone) when = when_of_clause(scene_, use.clause);
      set_time(claim, when);
    }
    change.base_period = base_period_after(use.chunk);
    claim.change = change;
    claim.quote = quote_of(amount, use, when);
    claim.modality = modality_of(scene_, use.clause);
    article_.claims.push_back(std::move(claim));
  }

  // The figure in the same sentence that the change is told of, if one was read.
  [[nodiscard]] Index figure_changed(const AmountUse& use) const {
    const bool here = focus_.claim != kNone && focus_.sentence == article_.chunks[use.chunk].sentence;
    return here ? focus_.claim : kNone;
  }

  // "compared to 2015", "from a year earlier", "over the same month of 2014".
  [[nodiscard]] std::optional<Period> base_period_after(Index chunk) const {
    for (Index i = chunk + 1; i < chunk + 8 && scene_.same_sentence(chunk, i); ++i) {
      if (scene_.kind(i) == ChunkKind::punctuation && !scene_.is_word(i, "-")) break;
      if (scene_.kind(i) != ChunkKind::time) continue;
      const When when = when_of(scene_, i);
      if (when.role == TimeRole::base || preposition_of(article_, i) == "on") return when.period;
    }
    return std::nullopt;
  }

  void set_focus(Index claim, const AmountUse& use, const Measured& measured, const When& when) {
    focus_ = {.measured = measured,
              .unit = article_.claims[claim].unit,
              .direction = Direction::unknown,
              .when = when,
              .claim = claim,
              .chunk = use.chunk,
              .sentence = article_.chunks[use.chunk].sentence};
    previous_ = use.chunk;
  }

  Article& article_;
  Scene scene_;
  Focus focus_;
  Index previous_ = kNone;
  Index limit_ = kNone;  // chunk of the next amount
  std::size_t next_amount_ = 0;
};

}  // namespace

void find_figures(Article& article) {
  FigureFinder(article).find();
}

}  // namespace tally
