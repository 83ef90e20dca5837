// Times that stand outside the words of a figure's own clause and still date it.
//
//   "Last year, the ministry says, 1,846 people fell ill"   what opens a sentence dates all that it tells
//   "March alone brought 182"                               the subject is the time
//   "Three were hurt in Monday's crash"                     the happening that it is tied to has a date
#include <algorithm>
#include <ranges>
#include <string>

#include "claim/periods.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// Where the part of the sentence begins that a chunk stands in: behind the last semicolon, colon or dash.
Index part_begin(const Scene& scene, Index chunk) {
  const Index first = scene.chunks_of(scene.article().chunks[chunk].sentence).begin;
  for (Index i = chunk; i > first; --i) {
    if (scene.kind(i - 1) == ChunkKind::punctuation &&
        (scene.is_word(i - 1, ";") || scene.is_word(i - 1, ":")))
      return i;
  }
  return first;
}

}  // namespace

When fronted_time(const Scene& scene, Index chunk) {
  const Index first = part_begin(scene, chunk);
  const Index clause = scene.verb_clause_of(chunk);
  Index limit = chunk;
  if (clause != kNone && scene.clause(clause).verb < chunk) limit = scene.clause(clause).verb;
  if (clause != kNone && scene.clause(clause).subject < limit) limit = scene.clause(clause).subject;
  When found;
  constexpr Index kFarthest = 10;
  for (Index i = first; i < limit && i < first + kFarthest; ++i) {
    const ChunkKind kind = scene.kind(i);
    if (kind == ChunkKind::verb || kind == ChunkKind::relative || kind == ChunkKind::subordinator) break;
    // Only a phrase with a preposition, or the time alone, opens a sentence.
    const bool opens = i == first || kind != ChunkKind::noun || scene.kind(i - 1) == ChunkKind::preposition;
    if (!opens) break;
    if (kind != ChunkKind::time) continue;
    // "In May, the month before, …", "Since 2011": only a time that says when.
    const When when = when_of(scene, i);
    if (when.known() && when.role == TimeRole::at) found = when;
  }
  return found;
}

When time_of_subject(const Scene& scene, Index clause) {
  const Index subject = scene.clause(clause).subject;
  const Index verb = scene.clause(clause).verb;
  if (subject == kNone || verb == kNone || subject > verb) return {};
  if (scene.kind(subject) == ChunkKind::time) return when_of(scene, subject);
  // "The worst case of the year, in Hollen in [February], led to …"
  if (verb - subject > 12) return {};
  for (Index i = subject + 1; i < verb; ++i) {
    if (scene.kind(i) == ChunkKind::verb || scene.kind(i) == ChunkKind::relative) return {};
    if (scene.kind(i) != ChunkKind::time || scene.kind(i - 1) != ChunkKind::preposition) continue;
    // "the worst case of the year" does not say which; "the dead of that year", "of 2018" do.
    const Mention* date = scene.date_of(i);
    const bool which = date != nullptr && !scene.article().text(date->span).starts_with("the ");
    if (scene.is_word(i - 1, "of") && !which) continue;
    const When when = when_of(scene, i);
    if (when.known() && when.role == TimeRole::at) return when;
  }
  return {};
}

When time_pointed_to(const Scene& scene, Index clause) {
  const Article& article = scene.article();
  const Range chunks = scene.clause(clause).chunks;
  constexpr std::uint32_t kFarthest = 400;  // bytes
  for (Index i = std::max<Index>(chunks.begin, 1); i < chunks.end; ++i) {
    if (scene.kind(i) != ChunkKind::time && scene.kind(i) != ChunkKind::noun) continue;
    if (!scene.same_sentence(i, i - 1) || scene.kind(i - 1) != ChunkKind::preposition) continue;
    if (!is(scene.head(i), WordClass::time)) continue;
    const std::string words = scene.words(i);
    const std::string first = words.substr(0, words.find(' '));
    const bool points = first == "these" || first == "those" || first == "that" || first == "this";
    if (!points && !words.starts_with("the same ") && !words.starts_with("same ")) continue;
    if (const Mention* own = scene.date_in(scene.span(i)); own != nullptr && (own->period || own->relative))
      continue;
    const std::uint32_t here = scene.span(i).begin;
    const auto before = Scene::starting_in(article.dates, {here > kFarthest ? here - kFarthest : 0, here});
    for (const Mention& date : std::views::reverse(before)) {
      if (!date.period || !date.period->interval || !date.period->known()) continue;
      if (date.period->open_from || date.period->open_to) continue;
      return {.period = date.period, .basis = Basis::implied, .chunk = i, .span = scene.span(i)};
    }
  }
  return {};
}

When time_of_antecedent(const Scene& scene, Index clause) {
  const Clause& added = scene.clause(clause);
  if (added.kind != ClauseKind::relative || added.marker == kNone || added.parent == kNone) return {};
  const Index comma = added.marker == 0 ? kNone : added.marker - 1;
  if (!scene.is_word(added.marker, "which") || comma == 0 || comma == kNone || !scene.is_word(comma, ","))
    return {};
  if (scene.kind(comma - 1) != ChunkKind::time) return {};
  const When when = when_of(scene, comma - 1);
  return when.role == TimeRole::at ? when : When{};
}

When time_of_entry(const Scene& scene, Index sentence) {
  constexpr Index kLongestEntry = 12;  // sentences
  Index first = sentence;
  while (first > 0 && sentence - first < kLongestEntry && scene.same_block(first - 1, sentence)) --first;
  const Range chunks = scene.chunks_of(first);
  if (chunks.size() < 2 || scene.kind(chunks.begin) != ChunkKind::time) return {};
  const ChunkKind next = scene.kind(chunks.begin + 1);
  const bool alone = chunks.size() == 2 && next == ChunkKind::punctuation && first != sentence;
  const std::string_view mark = scene.head_text(chunks.begin + 1);
  const bool set_off =
      next == ChunkKind::punctuation && (mark == ":" || mark == "–" || mark == "—" || mark == "-");
  if (!alone && !set_off) return {};
  When when = when_of(scene, chunks.begin);
  const bool dated =
      when.period && when.period->known() && !when.period->interval && when.role == TimeRole::at;
  if (!dated || when.period->from.month == 0) return {};
  when.basis = Basis::implied;
  when.chunk = kNone;
  return when;
}

When time_of_happening(const Scene& scene, Index clause) {
  const Range chunks = scene.clause(clause).chunks;
  for (Index i = chunks.begin + 1; i < chunks.end; ++i) {
    if (scene.kind(i) != ChunkKind::noun || scene.clause_of(i) != clause) continue;
    if (scene.kind(i - 1) != ChunkKind::preposition || !is(scene.head(i), WordClass::happening)) continue;
    const bool governs = scene.is_word(i - 1, "in") || scene.is_word(i - 1, "during") ||
                         scene.is_word(i - 1, "after") || scene.is_word(i - 1, "at");
    if (!governs) continue;
    const Mention* date = scene.date_in(scene.span(i));
    if (date == nullptr || date->kind != MentionKind::date) continue;
    When when = when_printed(*date, i);
    when.basis = Basis::implied;
    return when;
  }
  return {};
}

}  // namespace tally
