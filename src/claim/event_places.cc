// Where an event was, beyond its own clause: before its "when", in the clause around it, where it was
// reached.
//
//   "the worst since Las Cruces in 2005, when 32 prisoners died"   Las Cruces
#include <algorithm>
#include <chrono>
#include <ranges>
#include <string>
#include <vector>

#include "claim/event_details.h"
#include "claim/event_finder.h"
#include "claim/measures.h"
#include "mention/names.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// "NEW YORK" of a dateline → "New York".
std::string in_small_letters(std::string name) {
  const auto is_large = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (name.size() < 2 || !is_large(name[1])) return name;
  for (std::size_t i = name.size(); i-- > 1;) {
    if (is_large(name[i]) && name[i - 1] != ' ' && name[i - 1] != '-')
      name[i] = static_cast<char>(name[i] - 'A' + 'a');
  }
  return name;
}

}  // namespace

// The nearest words that say where come first.
void EventFinder::add_where(const Clause& clause, const When& when, EventDetail& detail) const {
  // "A dam above the town of Ventillo … burst and sent": what stands between subject and verb is of both.
  if (detail.where.empty() && clause.subject != kNone && clause.subject < clause.verb)
    add_places_of(scene_, {clause.subject, clause.verb}, detail);
  add_antecedent_place(clause, detail);
  if (detail.where.empty()) add_place_around(clause, detail);
  if (detail.where.empty()) add_place_meant(clause, detail);
  if (detail.where.empty()) add_place_hit(clause, detail);
  if (detail.where.empty()) add_place_of_report(clause, when, detail);
  // "[In Lindhaven] candles burn before the house in Mill Lane where …"
  if (clause.kind == ClauseKind::relative && detail.where.size() == 1)
    add_fronted_place(clause.sentence, detail);
}

// "ROSTOCK, March 12 – Four men were arrested on Monday": what a report begins with happened where it was
// written, unless it says where else.
void EventFinder::add_place_of_report(const Clause& clause, const When& when, EventDetail& detail) const {
  constexpr auto kNews = std::chrono::days(3);
  const Date published = article_.info.published.date;
  if (dateline_ == kNone || clause.sentence != dateline_ + 1 || published.day == 0 || !is_to_the_day(when) ||
      !when.period || when.period->last_day() + kNews < Period::of(published).first_day())
    return;
  for (const Mention* name : scene_.names_in(article_.sentences[dateline_].span)) {
    if (name->name_kind != NameKind::place) continue;
    detail.where = where_of(article_, *name);
    if (!detail.where.empty()) detail.where.front() = in_small_letters(std::move(detail.where.front()));
    return;
  }
}

void EventFinder::add_antecedent_place(const Clause& clause, EventDetail& detail) const {
  const Index first = clause.chunks.begin;
  constexpr Index kBack = 4;
  if (!detail.where.empty() || clause.kind != ClauseKind::relative) return;
  // The clause may begin behind its "when".
  const auto opens = [&](Index i) { return scene_.is_word(i, "when") || scene_.is_word(i, "where"); };
  const Index opener = opens(first) ? first : first > 0 && opens(first - 1) ? first - 1 : kNone;
  if (opener == kNone) return;
  for (Index back = 1; back <= std::min(kBack, opener); ++back) {
    const Index i = opener - back;
    if (!scene_.same_sentence(i, opener)) return;
    if (scene_.kind(i) == ChunkKind::verb) return;
    const Mention* name = scene_.kind(i) == ChunkKind::noun ? scene_.name_in(scene_.span(i)) : nullptr;
    if (name == nullptr || name->name_kind == NameKind::people) continue;
    detail.where = where_of(article_, *name);
    if (detail.where.empty()) detail.where.emplace_back(article_.text(name->span));
    return;
  }
}

void EventFinder::add_place_around(const Clause& clause, EventDetail& detail) const {
  if (clause.kind != ClauseKind::adverbial || clause.parent == kNone || clause.marker == kNone) return;
  // "were underground at San Lazaro when the roof came down", "dug in a mine after a gallery caved in"
  const bool mishap = tells_mishap(clause) &&
                      (scene_.is_word(clause.marker, "when") || scene_.is_word(clause.marker, "after"));
  const bool meanwhile =
      scene_.is_word(clause.marker, "as") || scene_.is_word(clause.marker, "while") || mishap;
  const Clause& outer = scene_.clause(clause.parent);
  if (meanwhile && outer.verb != kNone && outer.verb < clause.chunks.begin)
    add_places_of(scene_, {outer.chunks.begin, clause.chunks.begin}, detail);
}

// "You will have heard of Drenn. On 9 October 63 conscripts left the barracks [there]": the last place told.
void EventFinder::add_place_meant(const Clause& clause, EventDetail& detail) const {
  if (clause.sentence == 0 || !scene_.same_block(clause.sentence, clause.sentence - 1)) return;
  const Index end = std::min<Index>(clause.chunks.end, static_cast<Index>(article_.chunks.size()));
  bool there = false;
  for (Index i = clause.verb + 1; i < end && !there; ++i) {
    const Range tokens = article_.chunks[i].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t)
      there = there || lower(article_, article_.tokens[t]) == "there";
  }
  if (!there) return;
  for (const Mention* name :
       std::views::reverse(scene_.names_in(article_.sentences[clause.sentence - 1].span))) {
    if (name->name_kind != NameKind::place && name->name_kind != NameKind::other) continue;
    detail.where = where_of(article_, *name);
    if (detail.where.empty()) detail.where.emplace_back(article_.text(name->span));
    return;
  }
}

// "An earthquake shook [Pendle]", "the storm hit [Orla]": where it was, by its object.
void EventFinder::add_place_hit(const Clause& clause, EventDetail& detail) const {
  if (clause.subject == kNone || clause.object == kNone || scene_.kind(clause.object) != ChunkKind::noun ||
      !is_any(scene_.head(clause.subject),
              {WordClass::quake_deed, WordClass::storm_deed, WordClass::flood_deed, WordClass::slide_deed,
               WordClass::blast_deed, WordClass::fire_deed}))
    return;
  const Mention* name = scene_.name_in(scene_.span(clause.object));
  if (name == nullptr || name->span != scene_.span(clause.object) ||
      (name->name_kind != NameKind::place && name->name_kind != NameKind::other))
    return;
  detail.where = where_of(article_, *name);
  if (detail.where.empty()) detail.where.emplace_back(article_.text(name->span));
}

bool EventFinder::reaches_place(Index object) const {
  const Mention* name = scene_.name_in(span_of_chunks(article_, noun_phrase(article_, object)));
  const bool place = name != nullptr && name->name_kind == NameKind::place;
  return (place || is(scene_.head(object), WordClass::place)) && !counts_anything(object);
}

void EventFinder::add_reached(EventDetail& detail, Index object) const {
  if (object == kNone) return;
  for (const Mention* name : scene_.names_in(span_of_chunks(article_, noun_phrase(article_, object)))) {
    std::vector<std::string> before = where_of(article_, *name);
    if (before.empty()) before = {std::string(article_.text(name->span))};
    std::erase_if(detail.where,
                  [&](const std::string& place) { return std::ranges::find(before, place) != before.end(); });
    detail.where.insert(detail.where.begin(), before.begin(), before.end());
    return;
  }
}

}  // namespace tally
