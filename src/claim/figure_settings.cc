// The setting of a figure without a time of its own, for the model that chooses one among the times told
// (time_choice.h):
//
//   "Officers arrested 2,315 persons."   past, counted, person, opens its paragraph, first of its sentence
#include <string>
#include <utility>

#include "base/characters.h"
#include "claim/figure_finder.h"
#include "claim/modality.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {

When FigureFinder::when_in_focus(const AmountUse& use, const Measured& measured) {
  // "…, which works out at 1.41 tonnes per hectare": said of the figure just read.
  if (focus_.claim != kNone && use.clause != kNone &&
      scene_.clause(use.clause).kind == ClauseKind::relative &&
      scene_.clause(use.clause).subject == focus_.chunk && focus_.when.known()) {
    return carried_time(focus_.when);
  }
  if (is_of_any_time(use)) return {};
  const bool anaphor = use.measure != kNone && is_anaphoric(scene_, use.measure);
  if (focus_.claim != kNone && use.restates && (anaphor || use.measure == kNone) && focus_.when.known())
    return carried_time(focus_.when);
  const std::string unit = unit_of(use, measured);
  const std::string subject = subject_of(use);
  TimeChoice choice{.number = scene_.span(use.chunk),
                    .settings = settings_of(use, measured),
                    .candidates = times_.candidates({.chunk = use.chunk,
                                                     .measure = measured.measure.population,
                                                     .unit = unit,
                                                     .tense = tense_of(use),
                                                     .subject = subject})};
  const When best = best_of(choice);
  if (choices_ != nullptr) choices_->push_back(std::move(choice));
  return best;
}

// "It [can] turn out 120,000 tonnes a year", "a plant [must] stand 300 metres away": what may be or has to
// be, not what was.
bool FigureFinder::is_of_any_time(const AmountUse& use) const {
  if (use.verb == kNone) return false;
  static constexpr NamedWords kAble = {"can", "must", "may", "cannot"};
  const Range tokens = article_.chunks[use.verb].tokens;
  const bool able = kAble.contains(lower(article_, article_.tokens[tokens.begin]));
  return able && !verb_group(article_, use.verb).perfect;
}

// A change has the time of its clause like a figure; what it is held against is none.
When FigureFinder::when_of_change(const AmountUse& use, const Measured& measured, ChangeDetail& change) {
  const std::optional<Period> base = base_period_after(use.chunk);
  When when = when_of_figure(use, measured);
  // "has grown by a third since 2006"
  if (when.role == TimeRole::since && when.period && when.period->from.known())
    change.base_period = Period::of(when.period->from);
  const bool from = when.known() && when.chunk != kNone && when.chunk > use.chunk &&
                    preposition_of(article_, when.chunk) == "from";
  if (!from && !(base && when.period == base)) return when;
  // "This year's cases are 83 percent higher than last year's"
  when = use.clause == kNone ? When{} : when_of_clause(scene_, use.clause);
  if (!when.known() || (base && when.period == base)) when = when_in_focus(use, measured);
  return base && when.period == base ? When{} : when;
}

// What was told of a time, for what is told without one.
void FigureFinder::tell_time(const Claim& claim, const AmountUse& use, const When& when) {
  if (claim.modality != Modality::observed || (!claim.period && !claim.relative)) return;
  const VerbGroup verb = use.verb == kNone ? VerbGroup{} : verb_group(article_, use.verb);
  // "in the previous quarter", "a year earlier": seen from what the report tells, and no step on from there.
  const bool aside = when.chunk != kNone && when.relative && when.relative->offset < 0 &&
                     when.relative->anchor == RelativeDate::Anchor::focus;
  times_.tell({.when = {.period = claim.period, .relative = claim.relative, .basis = claim.period_basis},
               .chunk = use.chunk,
               .is_base = use.use == Use::base,
               .is_aside = aside,
               .past_perfect = verb.past && verb.perfect,
               .is_state = use.verb != kNone && (is(scene_.head(use.verb), WordClass::level_verb) ||
                                                 lemma(article_, scene_.head(use.verb)) == "be"),
               .measure = claim.measure.population,
               .unit = claim.unit,
               .tense = tense_of(use),
               .is_printed = claim.period_basis == Basis::printed,
               .subject = subject_of(use)});
}

std::string FigureFinder::unit_of(const AmountUse& use, const Measured& measured) const {
  const auto amounts = Scene::starting_in(article_.amounts, scene_.span(use.chunk));
  return measured.unit.empty() && !amounts.empty() ? amounts.front().unit : measured.unit;
}

// "[A card] costs 12 pounds", "[each bus] takes 50": any of them, at any time.
bool FigureFinder::is_generic(const AmountUse& use) const {
  const Index subject = use.clause == kNone ? kNone : scene_.clause(use.clause).subject;
  if (subject == kNone || subject == use.chunk || scene_.kind(subject) != ChunkKind::noun) return false;
  const Spelling words = scene_.words(subject);
  return words.starts_with("a ") || words.starts_with("an ") || words.starts_with("each ") ||
         words.starts_with("every ");
}

// "[Of those arrested], 71 are nationals", "71 of them", "71 of the accidents"
bool FigureFinder::is_portion(const AmountUse& use) const {
  const Range chunks = scene_.chunks_of(article_.chunks[use.chunk].sentence);
  // "Of 51,200 candidates, 35,328 passed" brings its whole along.
  if (!chunks.empty() && scene_.is_word(chunks.begin, "of"))
    return Scene::starting_in(article_.amounts, scene_.span(chunks.begin + 1)).empty();
  return scene_.same_sentence(use.chunk, use.chunk + 2) && scene_.is_word(use.chunk + 1, "of") &&
         (scene_.words(use.chunk + 2).starts_with("the") || scene_.words(use.chunk + 2).starts_with("these"));
}

Flags<Setting> FigureFinder::settings_of(const AmountUse& use, const Measured& measured) const {
  Flags<Setting> settings;
  settings.add(Setting::always);
  add_verb(settings, use);
  settings.add(Setting::counted, use.use == Use::counted);
  settings.add(Setting::value, use.use == Use::value);
  settings.add(Setting::changed, use.use == Use::change_by);
  settings.add(Setting::listed, use.use == Use::listed || use.use == Use::elided);
  const std::string unit = unit_of(use, measured);
  const bool ratio = unit.starts_with("percent") || unit.find("per_") != std::string::npos;
  const bool money = unit.size() == 3 && is_upper(static_cast<unsigned char>(unit.front()));
  settings.add(Setting::person, unit == "person");
  settings.add(Setting::ratio, ratio);
  settings.add(Setting::money, money);
  settings.add(Setting::no_unit, unit.empty());
  settings.add(Setting::unit, !unit.empty() && unit != "person" && !ratio && !money);
  const Index sentence = article_.chunks[use.chunk].sentence;
  settings.add(Setting::opens_block, times_.opens_block());
  settings.add(Setting::first_here, times_.is_first_here());
  settings.add(Setting::quoted, scene_.is_quoted(scene_.span(use.chunk)));
  settings.add(Setting::in_title, scene_.block_kind(sentence) == BlockKind::title);
  settings.add(Setting::in_lead, times_.is_lead());
  settings.add(Setting::generic, is_generic(use));
  settings.add(Setting::goes_on, times_.goes_on(measured.measure.population));
  const Spelling words = scene_.words(use.chunk);
  settings.add(Setting::another, words.starts_with("another ") || words.starts_with("a further "));
  settings.add(Setting::portion, is_portion(use));
  add_words(settings, use);
  add_report(settings, use);
  settings.add(Setting::length, is_time_unit(unit));
  settings.add(Setting::definite,
               words.starts_with("the ") || words.starts_with("these ") || words.starts_with("those "));
  settings.add(Setting::anaphor, use.measure != kNone && is_anaphoric(scene_, use.measure));
  return settings;
}

// The lemma of its subject's last word; empty where there is none.
std::string FigureFinder::subject_of(const AmountUse& use) const {
  const Index subject = use.clause == kNone ? kNone : scene_.subject_of(use.clause);
  if (subject == kNone || subject == use.chunk) return {};
  const Token& head = scene_.head(subject);
  return is(head, WordClass::pronoun) ? std::string() : std::string(lemma(article_, head));
}

Tense FigureFinder::tense_of(const AmountUse& use) const {
  if (use.verb == kNone) return Tense::none;
  const VerbGroup verb = verb_group(article_, use.verb);
  if (verb.modal || verb.future || verb.infinitive) return Tense::irreal;
  if (verb.perfect) return verb.past ? Tense::past_perfect : Tense::perfect;
  if (verb.past) return Tense::past;
  return verb.finite ? Tense::present : Tense::none;
}

// The words of its sentence that tell of time without naming one.
void FigureFinder::add_words(Flags<Setting>& settings, const AmountUse& use) const {
  static constexpr NamedWords kNow = {"now", "currently", "today", "presently", "nowadays"};
  static constexpr NamedWords kSoFar = {"already", "yet", "still", "far"};
  static constexpr NamedWords kAlso = {"also", "meanwhile", "too", "moreover", "likewise", "additionally"};
  static constexpr NamedWords kThen = {"then", "later", "afterwards", "eventually", "finally"};
  static constexpr NamedWords kIf = {"if", "unless", "should"};
  const Index s = article_.chunks[use.chunk].sentence;
  const Range tokens = article_.sentences[s].tokens;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    const std::string_view word = article_.text(article_.tokens[t]);
    settings.add(Setting::now, kNow.contains_lower(word));
    settings.add(Setting::so_far, kSoFar.contains_lower(word));
    settings.add(Setting::also, kAlso.contains_lower(word));
    settings.add(Setting::then, kThen.contains_lower(word));
    settings.add(Setting::conditional, kIf.contains_lower(word));
    settings.add(Setting::in_all, is(article_.tokens[t], WordClass::all_told));
  }
  const Index t = article_.chunks[use.chunk].tokens.begin;
  settings.add(Setting::in_bracket, t > tokens.begin && article_.tokens[t - 1].tag == Tag::open_bracket);
  settings.add(Setting::dated, has_date(scene_, s));
}

void FigureFinder::add_report(Flags<Setting>& settings, const AmountUse& use) const {
  settings.add(times_.before());
  settings.add(Setting::report_of_day, times_.report().main_day.known());
  settings.add(Setting::report_of_stretch, times_.report().stretch.has_value());
  settings.add(Setting::undated, !article_.info.published.date.known());
  const Index s = article_.chunks[use.chunk].sentence;
  settings.add(Setting::in_list, scene_.block_kind(s) == BlockKind::list_item);
  constexpr Index kEarly = 8;
  settings.add(Setting::late, article_.sentences[s].block > kEarly);
}

void FigureFinder::add_verb(Flags<Setting>& settings, const AmountUse& use) const {
  settings.add(Setting::no_verb, use.verb == kNone);
  if (use.verb == kNone) return;
  const VerbGroup verb = verb_group(article_, use.verb);
  const Token& head = scene_.head(use.verb);
  const bool irreal =
      verb.modal || verb.future || verb.infinitive || modality_of(scene_, use.clause) != Modality::observed;
  settings.add(Setting::irreal, irreal);
  settings.add(Setting::past, verb.past && !verb.perfect);
  settings.add(Setting::past_perfect, verb.past && verb.perfect);
  settings.add(Setting::perfect, !verb.past && verb.perfect);
  settings.add(Setting::present, verb.finite && !verb.past && !verb.perfect && !irreal);
  settings.add(Setting::passive, verb.passive);
  settings.add(Setting::casualty, is_casualty_verb(head) || is(head, WordClass::damage_verb));
  settings.add(Setting::level, is(head, WordClass::level_verb));
  settings.add(Setting::copula, lemma(article_, head) == "be");
  settings.add(Setting::existential, use.verb > 0 && scene_.is_word(use.verb - 1, "there"));
  settings.add(Setting::future, verb.future);
  settings.add(Setting::modal, verb.modal);
  settings.add(Setting::infinitive, verb.infinitive);
  settings.add(Setting::progressive, verb.progressive);
  settings.add(Setting::negated, verb.negated);
  settings.add(Setting::has, lemma(article_, head) == "have");
  settings.add(Setting::moves, direction_of(scene_, use.verb) != Direction::unknown);
  const Index subject = scene_.clause(use.clause).subject;
  settings.add(Setting::pronoun, subject != kNone && is(scene_.head(subject), WordClass::pronoun));
  const ClauseKind kind = scene_.clause(use.clause).kind;
  settings.add(Setting::complement, kind == ClauseKind::complement);
  settings.add(Setting::hanging, kind == ClauseKind::relative);
  settings.add(Setting::adverbial, kind == ClauseKind::adverbial);
}

}  // namespace tally
