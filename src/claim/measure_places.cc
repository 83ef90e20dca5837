// Where what is measured is: "arrivals in South Korea", "killed in Washington, Oregon and California".
#include <string>

#include "claim/amount_use.h"
#include "claim/measures.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

std::string place_text(const Scene& scene, const Mention& name) {
  return name.canonical.empty() ? std::string(scene.article().text(name.span)) : name.canonical;
}

bool is_place(const Mention& name) {
  return name.name_kind == NameKind::place || name.name_kind == NameKind::organisation;
}

}  // namespace

// "The city", "the town": a place that is not named here.
static bool is_some_place(const Scene& scene, Index chunk) {
  const Range tokens = scene.article().chunks[chunk].tokens;
  return tokens.size() == 2 && lower(scene.article(), scene.article().tokens[tokens.begin]) == "the" &&
         is(scene.head(chunk), WordClass::settlement);
}

// "Killings rose in Oakland. [The city] had 110": the one place that the sentence before names, or this one
// before; null where there is none or are several.
static const Mention* place_meant(const Scene& scene, Index chunk) {
  const Article& article = scene.article();
  if (!is_some_place(scene, chunk)) return nullptr;
  const Index sentence = article.chunks[chunk].sentence;
  for (Index back = 0; back < 2 && back <= sentence; ++back) {
    if (!scene.same_block(sentence - back, sentence)) break;
    const Span words{article.sentences[sentence - back].span.begin,
                     back == 0 ? scene.span(chunk).begin : article.sentences[sentence - back].span.end};
    const Mention* found = nullptr;
    for (const Mention& name : Scene::starting_in(article.names, words)) {
      if (name.name_kind != NameKind::place) continue;
      // "Oakland, California": the second tells where the first is.
      const bool within = found != nullptr && name.span.begin <= found->span.end + 2;
      if (found != nullptr && !within && found->canonical != name.canonical) return nullptr;
      if (found == nullptr) found = &name;
    }
    if (found != nullptr) return found;
  }
  return nullptr;
}

// A number whose noun is left out.
static bool is_bare_number(const Scene& scene, Index chunk) {
  const auto amounts = Scene::starting_in(scene.article().amounts, scene.span(chunk));
  return !amounts.empty() && amounts.front().unit.empty() && amounts.front().value &&
         is_bare(scene, amounts.front(), chunk);
}

// "in Washington, Oregon and California": all of them; "in Oakland, California": the one in the other.
static std::string places_from(const Scene& scene, Index chunk, const Mention& first) {
  const Article& article = scene.article();
  std::string places = place_text(scene, first);
  std::string list = places;
  for (Index i = chunk + 1; scene.same_sentence(chunk, i + 1); i += 2) {
    const bool comma = scene.is_word(i, ",");
    const bool last = scene.is_word(i, "and");
    const Mention* name = scene.kind(i + 1) == ChunkKind::noun ? scene.name_in(scene.span(i + 1)) : nullptr;
    const bool place = name != nullptr && name->name_kind == NameKind::place &&
                       name->span.contains(scene.head(i + 1).span) &&
                       Scene::starting_in(article.amounts, scene.span(i + 1)).empty();
    if ((!comma && !last) || !place) break;
    list += ", " + place_text(scene, *name);
    if (last) return list;
  }
  return places;
}

void add_places(const Scene& scene, Index clause, Measure& measure, Index counted) {
  const Range chunks = scene.clause(clause).chunks;
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    if (scene.kind(i) != ChunkKind::noun || scene.clause_of(i) != clause) continue;
    if (counted != kNone && i > counted && is_bare_number(scene, i)) break;
    const Mention* name = scene.name_in(scene.span(i));
    if (name == nullptr) name = place_meant(scene, i);
    if (name == nullptr || name->name_kind != NameKind::place) continue;
    const Spelling preposition = preposition_of(scene.article(), i);
    if (preposition == "from") {
      if (measure.origin.empty()) measure.origin = place_text(scene, *name);
    } else if (preposition == "in" || preposition == "to" || preposition == "into" || preposition == "at" ||
               preposition == "across" || preposition == "near" || preposition == "throughout" ||
               preposition == "on" || i == scene.clause(clause).object ||
               (i == scene.clause(clause).subject && i != kNone)) {
      if (measure.place.empty()) measure.place = places_from(scene, i, *name);
    }
  }
}

void add_noun_places(const Scene& scene, Index noun, Measure& measure) {
  // "arrivals in South Korea", "exports from Chile"
  for (Index i = noun + 1; scene.kind(i) == ChunkKind::preposition && scene.kind(i + 1) == ChunkKind::noun;
       i += 2) {
    const Mention* name = scene.name_in(scene.span(i + 1));
    if (name == nullptr || !is_place(*name)) continue;
    std::string& slot = scene.is_word(i, "from") ? measure.origin : measure.place;
    if (slot.empty()) slot = place_text(scene, *name);
  }
}

// "…; [Belmont], 5,210 kg per ha; …": the place right before a number that says nothing else.
static Index place_in_row(const Scene& scene, Index chunk) {
  const Article& article = scene.article();
  if (chunk < 2 || !scene.same_sentence(chunk - 2, chunk) || scene.kind(chunk) != ChunkKind::noun)
    return kNone;
  const Index owner = chunk - 2;
  const Mention* name = scene.kind(owner) == ChunkKind::noun ? scene.name_in(scene.span(owner)) : nullptr;
  const bool place = name != nullptr && name->name_kind == NameKind::place && name->span == scene.span(owner);
  if (!place || !scene.is_word(chunk - 1, ",")) return kNone;
  const auto amounts = Scene::starting_in(article.amounts, scene.span(chunk));
  const bool bare = !amounts.empty() && amounts.front().span.contains(scene.head(chunk).span) &&
                    amounts.front().counted.empty();
  const Index after = chunk + 1;
  const bool closed = !scene.same_sentence(chunk, after) || scene.kind(after) == ChunkKind::punctuation ||
                      scene.kind(after) == ChunkKind::conjunction;
  if (!bare || !closed) return kNone;
  // "Kent and [Essex], 40": of both.
  const bool opens =
      owner == 0 || !scene.same_sentence(owner - 1, owner) ||
      scene.kind(owner - 1) == ChunkKind::punctuation || scene.kind(owner - 1) == ChunkKind::preposition ||
      (owner > 1 && scene.is_word(owner - 1, "and") && scene.kind(owner - 2) == ChunkKind::punctuation);
  return opens ? owner : kNone;
}

std::string place_of_row(const Scene& scene, Index chunk) {
  const Index owner = place_in_row(scene, chunk);
  if (owner == kNone) return {};
  constexpr Index kStep = 6;  // chunks from one number to the next: ", and two places,"
  bool list = false;
  for (Index away = 3; away <= kStep && !list; ++away) {
    const auto also = [&](Index other) {
      return scene.same_sentence(chunk, other) && place_in_row(scene, other) != kNone;
    };
    list = also(chunk + away) || (away <= chunk && also(chunk - away));
  }
  return list ? place_text(scene, *scene.name_in(scene.span(owner))) : std::string();
}

}  // namespace tally
