// Whose a number on a list is, and what else is measured beside it:
//
//   "Kent reported 12 cases and [Essex] 9"            another place
//   "births numbered 1,204 and [deaths] 1,310"        another measure
#include <string>

#include "claim/figure_finder.h"
#include "text/vocabulary.h"

namespace tally {

// "Births numbered 1,204 and [deaths] 1,310", but "sales came to 412 and [Essex] 310": where what was
// measured is the subject itself, another noun that is nobody and no place is measured as well.
bool FigureFinder::is_measure_too(Index gap) const {
  const Token& noun = scene_.head(gap);
  const bool common = noun.tag == Tag::nn || noun.tag == Tag::nns;
  if (!common || scene_.name_in(scene_.span(gap)) != nullptr || scene_.is_word(gap, "that") ||
      is_any(noun, {WordClass::place, WordClass::organisation, WordClass::group, WordClass::person,
                    WordClass::role, WordClass::time}))
    return false;
  const Index clause = scene_.clause_of(focus_.chunk);
  const Index subject = clause == kNone ? kNone : scene_.clause(clause).subject;
  if (subject == kNone || subject == focus_.chunk || scene_.kind(subject) != ChunkKind::noun) return false;
  return measures_subject(subject);
}

// "[The birth rate] was 12.1": what the focus measures is the subject of its clause.
bool FigureFinder::measures_subject(Index subject) const {
  const Measure& told = focus_.measured.measure;
  return !told.property.empty() && told.property == measure_of_noun(scene_, subject).measure.property;
}

Measured FigureFinder::measured_beside(Index noun) const {
  Measured measured = measure_of_noun(scene_, noun);
  if (measured.measure.place.empty()) measured.measure.place = focus_.measured.measure.place;
  if (measured.measure.aggregate == Aggregate::unknown)
    measured.measure.aggregate = focus_.measured.measure.aggregate;
  return measured;
}

void FigureFinder::set_owner(Measured& measured, const AmountUse& use) {
  const auto owner = [&](Index chunk) -> std::string {
    const Mention* name = scene_.name_in(scene_.span(chunk));
    if (name != nullptr && !name->canonical.empty()) return name->canonical;
    return name != nullptr ? std::string(article_.text(name->span)) : population_of(scene_, chunk, {});
  };
  measured.measure.place = owner(use.gap);
  Measure& head = article_.claims[focus_.claim].measure;
  const Index clause = scene_.clause_of(focus_.chunk);
  const Index subject = clause == kNone ? kNone : scene_.clause(clause).subject;
  if (!head.place.empty() || subject == kNone || scene_.kind(subject) != ChunkKind::noun) return;
  if (subject != focus_.chunk && !measures_subject(subject)) head.place = owner(subject);
}

std::string FigureFinder::place_beside(Index chunk) const {
  const auto place_at = [&](Index noun) -> std::string {
    return scene_.same_sentence(noun, chunk) ? place_named(noun) : std::string();
  };
  if (chunk >= 2 && scene_.kind(chunk - 2) == ChunkKind::preposition) {
    if (std::string before = place_at(chunk - 1); !before.empty()) return before;
  }
  return scene_.kind(chunk + 1) == ChunkKind::preposition ? place_at(chunk + 2) : std::string();
}

// A place by name, or what stands behind a preposition of place: "from [the other provinces]".
std::string FigureFinder::place_named(Index noun) const {
  if (scene_.kind(noun) != ChunkKind::noun) return {};
  if (is(scene_.head(noun), WordClass::month)) return {};
  const Mention* name = scene_.name_in(scene_.span(noun));
  if (name != nullptr && name->name_kind == NameKind::place)
    return name->canonical.empty() ? std::string(article_.text(name->span)) : name->canonical;
  const Spelling preposition = preposition_of(article_, noun);
  if (preposition != "from" && preposition != "in" && preposition != "at") return {};
  if (ordinal_in(scene_.span(noun)) != 0) return {};
  const Token& head = scene_.head(noun);
  const bool place = is(head, WordClass::place) || head.pos == Pos::propn || head.tag == Tag::jj;
  return place ? population_of(scene_, noun, {}) : std::string();
}

// "1,760 inhabitants. … [Weddings] went up. The office counted 31,460 of them": what was spoken of since the
// figure before, in a sentence of its own; kNone where there is none.
Index FigureFinder::noun_of_them(const AmountUse& use) const {
  const Index them = use.chunk + 2;
  const bool of_them = scene_.same_sentence(use.chunk, them) && scene_.is_word(use.chunk + 1, "of") &&
                       (scene_.is_word(them, "them") || scene_.is_word(them, "these"));
  const Index sentence = article_.chunks[use.chunk].sentence;
  if (!of_them || sentence == 0 || !scene_.same_block(sentence, sentence - 1) ||
      (focus_.claim != kNone && focus_.sentence + 1 >= sentence))
    return kNone;
  const Range clauses = scene_.clauses_of(sentence - 1);
  Index found = kNone;
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene_.clause(i);
    const bool told = clause.subject != kNone && clause.verb != kNone && clause.finite &&
                      clause.subject < clause.verb && scene_.kind(clause.subject) == ChunkKind::noun &&
                      scene_.head(clause.subject).tag == Tag::nns;
    if (told && Scene::starting_in(article_.amounts, scene_.span(clause.subject)).empty())
      found = clause.subject;
  }
  if (found == kNone) return kNone;
  // "2.4 million fans came. … The fans were loud. Teams in the east had 1.2 million of them": the same ones.
  const std::string& told = focus_.measured.measure.population;
  const std::string meant = population_of(scene_, found, {});
  const std::string_view last = std::string_view(told).substr(told.rfind(' ') + 1);
  const bool same = told.empty() || std::string_view(meant).substr(meant.rfind(' ') + 1).starts_with(last);
  return same ? kNone : found;
}

}  // namespace tally
