// What a change is told of, and where.
//
//   "The highest increases in [house prices] were recorded"   "[Perth] saw an increase": of what was told
//   before
#include <optional>
#include <string>

#include "claim/figure_finder.h"
#include "claim/use_finder.h"
#include "text/vocabulary.h"

namespace tally {

// "[Canberra] recorded an increase", "[both Cork and Galway cities] saw one": where, and not what.
bool FigureFinder::is_place_told(Index chunk) const {
  if (chunk == kNone || scene_.kind(chunk) != ChunkKind::noun) return false;
  const Token& head = scene_.head(chunk);
  const Mention* name = scene_.name_in(scene_.span(chunk));
  const bool named = name != nullptr && name->name_kind == NameKind::place;
  return (named && name->span.contains(head.span)) || is(head, WordClass::settlement);
}

// "The highest annual increases", "a sharp fall": that something changed, and not what.
bool FigureFinder::is_mere_change(Index chunk) const {
  if (!is_change_noun(scene_, chunk) || is(scene_.head(chunk), WordClass::measure)) return false;
  const Range tokens = article_.chunks[chunk].tokens;
  for (Index i = tokens.begin; i < article_.chunks[chunk].head; ++i) {
    const Token& token = article_.tokens[i];
    if (token.pos == Pos::noun || token.pos == Pos::propn) return is(token, WordClass::unit);
  }
  return true;
}

// "The highest increases in [house prices] were recorded", else what was told before.
Measured FigureFinder::measure_of_mere_change(Index chunk) {
  const Index noun = chunk + 2;
  const bool in = scene_.same_sentence(chunk, noun) &&
                  (scene_.is_word(chunk + 1, "in") || scene_.is_word(chunk + 1, "of")) &&
                  scene_.kind(noun) == ChunkKind::noun && !is_place_told(noun) &&
                  Scene::starting_in(article_.amounts, scene_.span(noun)).empty();
  return in ? measure_of_noun(scene_, noun) : measure_moved_before(chunk);
}

Measured FigureFinder::measure_moved_before(Index chunk) const {
  const bool told = moved_.sentence != kNone && near(moved_.sentence, article_.chunks[chunk].sentence);
  if (!told) return {};
  Measured measured{.measure = moved_.measure};
  measured.measure.place.clear();
  return measured;
}

// "rose by 0.7 % in [the euro area]", "[Perth] led the market with a 4.1 % increase".
std::string FigureFinder::place_of_change(const AmountUse& use) const {
  const Index noun = use.chunk + 2;
  const bool in = scene_.same_sentence(use.chunk, noun) &&
                  (scene_.is_word(noun - 1, "in") || scene_.is_word(noun - 1, "across")) &&
                  scene_.kind(noun) == ChunkKind::noun;
  if (in) {
    const Mention* name = scene_.name_in(scene_.span(noun));
    // "in the EU": a union of countries is read as a body, and is where here.
    const bool place = name != nullptr &&
                       (name->name_kind == NameKind::place || name->name_kind == NameKind::organisation) &&
                       name->span.end >= scene_.span(noun).end;
    if (place) return name_of_owner(noun);
    if (is(scene_.head(noun), WordClass::place)) return places_told(noun);
  }
  const Index subject = use.clause == kNone ? kNone : scene_.clause(use.clause).subject;
  const bool there =
      subject != kNone && subject < use.chunk && subject != use.measure && is_place_told(subject);
  return there ? places_told(subject) : std::string();
}

std::string FigureFinder::places_told(Index chunk) const {
  std::string places;
  for (const Mention& name : Scene::starting_in(article_.names, scene_.span(chunk))) {
    if (name.name_kind != NameKind::place) continue;
    places += places.empty() ? "" : ", ";
    places += name.canonical.empty() ? std::string(article_.text(name.span)) : name.canonical;
  }
  return places.empty() ? population_of(scene_, chunk, {}) : places;
}

// "Prices rose by 3 percent. [Canberra] recorded 4": what was told before, there.
Measured FigureFinder::moved_there(Index chunk) {
  Measured measured;
  const bool told = moved_.sentence != kNone && near(moved_.sentence, article_.chunks[chunk].sentence);
  if (told) {
    measured = measure_moved_before(chunk);
  } else if (const std::optional<Measured> before = measure_before({.chunk = chunk})) {
    measured.measure = before->measure;
  }
  measured.measure.place = places_told(chunk);
  return measured;
}

// "There were 202 fewer floods": the floods; else what the clause names.
std::optional<Measured> FigureFinder::measure_changed(const Mention& amount, const AmountUse& use) {
  const bool counts = amount.kind == MentionKind::quantity && !amount.counted.empty() &&
                      amount.unit != "percent" && use.change_noun == kNone;
  const bool own = counts && (use.measure == kNone || use.measure == use.chunk);
  const bool counted = use.measure != kNone && use.change_noun != kNone &&
                       !Scene::starting_in(article_.amounts, scene_.span(use.measure)).empty();
  if (counted && use.measure != use.change_noun && use.measure != use.chunk)
    return measure_of_mere_change(use.change_noun);
  if (!own && is_place_told(use.measure)) return moved_there(use.measure);
  if (!own && is_mere_change(use.measure)) return measure_of_mere_change(use.measure);
  return own ? std::optional(measure_of_counted(scene_, use.chunk, amount)) : measure_named(use);
}

}  // namespace tally
