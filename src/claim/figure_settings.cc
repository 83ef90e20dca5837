// The setting of a figure without a time of its own, for the model that chooses one among the times told
// (time_choice.h):
//
//   "Officers arrested 2,315 persons."   past, counted, person, opens its paragraph, first of its sentence
#include <string>
#include <utility>

#include "base/characters.h"
#include "claim/figure_finder.h"
#include "claim/modality.h"
#include "text/vocabulary.h"

namespace tally {

When FigureFinder::when_in_focus(const AmountUse& use, const Measured& measured) {
  // "…, which works out at 1.41 tonnes per hectare": said of the figure just read.
  if (focus_.claim != kNone && use.clause != kNone &&
      scene_.clause(use.clause).kind == ClauseKind::relative &&
      scene_.clause(use.clause).subject == focus_.chunk && focus_.when.known()) {
    return carried_time(focus_.when);
  }
  const bool anaphor = use.measure != kNone && is_anaphoric(scene_, use.measure);
  if (focus_.claim != kNone && use.restates && (anaphor || use.measure == kNone) && focus_.when.known())
    return carried_time(focus_.when);
  TimeChoice choice{.number = scene_.span(use.chunk),
                    .settings = settings_of(use, measured),
                    .candidates = times_.candidates(use.chunk, measured.measure.population)};
  const When best = best_of(choice);
  if (choices_ != nullptr) choices_->push_back(std::move(choice));
  return best;
}

std::string FigureFinder::unit_of(const AmountUse& use, const Measured& measured) const {
  const auto amounts = Scene::starting_in(article_.amounts, scene_.span(use.chunk));
  return measured.unit.empty() && !amounts.empty() ? amounts.front().unit : measured.unit;
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
  settings.add(Setting::goes_on, times_.goes_on(measured.measure.population));
  const std::string words = scene_.words(use.chunk);
  settings.add(Setting::another, words.starts_with("another ") || words.starts_with("a further "));
  settings.add(Setting::portion, is_portion(use));
  settings.add(Setting::anaphor, use.measure != kNone && is_anaphoric(scene_, use.measure));
  return settings;
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
  const ClauseKind kind = scene_.clause(use.clause).kind;
  settings.add(Setting::hanging, kind == ClauseKind::relative);
  settings.add(Setting::adverbial, kind == ClauseKind::adverbial);
}

}  // namespace tally
