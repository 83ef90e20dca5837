// Figures without a time of their own → the time that the tense gives them, as a reader takes it:
//
//   "41 people have been killed and 230 are missing"   as of the report
//   "The quake struck on Wednesday. … Some 1,150 houses were destroyed."   when the thing that they count
//   happened: the day of their event, else the day that the report's first lines tell of
//   "Thieves cut 914 cables last year. … The operator put the bill at 12.6 million."   the stretch that
//   the first lines speak of, where they speak of one
//
// What was expected, asked or denied gets none, nor does a percentage: it may be of any stretch.
#include <algorithm>
#include <optional>
#include <vector>

#include "claim/amount_use.h"
#include "claim/scene.h"
#include "claim/stages.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

class TimeGiver {
 public:
  explicit TimeGiver(Article& article) : article_(article), scene_(article) {}

  void give() {
    const std::vector<Span> lead = first_lines();
    lead_ = time_of_lead(lead);
    stretch_ = stretch_of_lead(lead);
    for (Index i = 0; i < article_.claims.size(); ++i) {
      const Claim& claim = article_.claims[i];
      const bool open = claim.kind == ClaimKind::figure && !claim.period && !claim.relative;
      if (open && claim.modality == Modality::observed && !is_ratio(claim)) give_time(i);
    }
  }

 private:
  [[nodiscard]] static bool is_ratio(const Claim& claim) {
    return claim.unit == "percent" || claim.unit == "percentage_point";
  }

  [[nodiscard]] std::vector<Span> first_lines() const {
    std::vector<Span> lines;
    for (const Index s : scene_.lead()) lines.push_back(article_.sentences[s].span);
    return lines;
  }

  // The day of the first event that the first lines tell of; none where they give none.
  [[nodiscard]] std::optional<Period> time_of_lead(const std::vector<Span>& lead) const {
    for (const Span line : lead) {
      for (const Claim& claim : article_.claims) {
        if (claim.kind != ClaimKind::event || claim.modality != Modality::observed) continue;
        if (line.contains(claim.event->trigger_span) && is_day(claim)) return claim.period;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] static bool is_day(const Claim& claim) {
    return claim.period && claim.period->known() && claim.period->grain() == Grain::day;
  }

  void give_time(Index i) {
    Claim& claim = article_.claims[i];
    const Index chunk = chunk_of(claim);
    const Index clause = chunk == kNone ? kNone : scene_.verb_clause_of(chunk);
    if (clause == kNone) return;
    const VerbGroup verb = verb_group(article_, scene_.clause(clause).verb);
    if (verb.modal || verb.future || verb.negated || verb.infinitive) return;
    if (!verb.past && verb.finite) {
      if (stands_now(i, clause, verb)) stand_at_publication(claim, verb.perfect);
      return;
    }
    // What it is compared with was at another time.
    if (verb.perfect || claim.rule == "figure.base") return;
    if (const Claim* event = event_of(claim); event != nullptr) return take_over(claim, *event);
    const Token& head = scene_.head(scene_.clause(clause).verb);
    if (lead_ && (is_casualty_verb(head) || is(head, WordClass::damage_verb)))
      return happen_since(claim, *lead_);
    // "The hearing lasted nine hours": not a year long.
    if (stretch_ && !lead_ && !scene_.is_quoted(claim.quote) && !is_time_unit(claim.unit))
      take_over(claim, *stretch_);
  }

  // "27 remain at large", "36,000 people have been driven out": what is, and what has come together by now.
  // "That makes 2,260", "puts the loss at 610" only reckon, and "has shrunk from 10,030 in 2016 to 9,120"
  // ends where the last count was taken.
  [[nodiscard]] bool stands_now(Index i, Index clause, const VerbGroup& verb) const {
    const Token& head = scene_.head(scene_.clause(clause).verb);
    if (verb.perfect) {
      const bool restated = is(head, WordClass::revise_verb);
      return !restated && !has_dated_base(i);
    }
    return verb.passive || verb.progressive || lemma(article_, head) == "be" ||
           is(head, WordClass::level_verb);
  }

  // A year, or another stretch, that the change of this figure starts from.
  [[nodiscard]] bool has_dated_base(Index i) const {
    for (Index j = i; j > 0 && i - j < 3; --j) {
      const Claim& before = article_.claims[j - 1];
      if (before.rule == "figure.base" && before.period && before.period->grain() != Grain::day) return true;
    }
    return false;
  }

  // The first figure of the first lines that is told of a year, a quarter or a month; none where none is.
  [[nodiscard]] std::optional<Claim> stretch_of_lead(const std::vector<Span>& lead) const {
    for (const Span line : lead) {
      for (const Claim& claim : article_.claims) {
        const bool figure = claim.kind == ClaimKind::figure && claim.modality == Modality::observed;
        if (!figure || claim.rule == "figure.base" || !line.contains(claim.quote)) continue;
        if (claim.period && is_stretch(*claim.period)) return claim;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] static bool is_stretch(const Period& period) {
    const Grain grain = period.grain();
    return period.known() && !period.open_from && !period.open_to &&
           (grain == Grain::year || grain == Grain::quarter || grain == Grain::half || grain == Grain::month);
  }

  // The chunk of the claim's number.
  [[nodiscard]] Index chunk_of(const Claim& claim) const {
    for (const Mention& amount : Scene::starting_in(article_.amounts, claim.quote)) {
      if (amount.value == claim.value) return chunk_at(article_, amount.span.begin);
    }
    return kNone;
  }

  // The dated event that the figure counts; null where there is none.
  [[nodiscard]] const Claim* event_of(const Claim& claim) const {
    if (claim.happening == kNone) return nullptr;
    const Claim& event = article_.claims[claim.happening];
    return event.period ? &event : nullptr;
  }

  // How it stands is told as of the report; what "has been" counted up to then is a total.
  void stand_at_publication(Claim& claim, bool counted_up) const {
    // An undated report is dated by what its figures say, not by what they are taken to say.
    if (!article_.info.published.date.known()) return;
    claim.period_basis = Basis::implied;
    claim.period = Period::of(article_.info.published.date);
    if (claim.measure.aggregate == Aggregate::unknown)
      claim.measure.aggregate = counted_up ? Aggregate::total : Aggregate::level;
  }

  // The harm of an event was done between its day and the report.
  void happen_since(Claim& claim, const Period& event) const {
    const Date published = article_.info.published.date;
    if (!published.known() || event.first_day() > published.last_day()) return;
    claim.period_basis = Basis::implied;
    claim.period = event.contains(Period::of(published)) ? event : Period::between(event.from, published);
    if (claim.measure.aggregate == Aggregate::unknown) claim.measure.aggregate = Aggregate::total;
  }

  static void take_over(Claim& claim, const Claim& event) {
    claim.period = event.period;
    claim.relative = event.relative;
    claim.period_basis = Basis::implied;
  }

  Article& article_;
  Scene scene_;
  std::optional<Period> lead_;    // the day of the first lines' event
  std::optional<Claim> stretch_;  // the figure whose stretch the first lines speak of
};

}  // namespace

void find_default_times(Article& article) {
  TimeGiver(article).give();
}

}  // namespace tally
