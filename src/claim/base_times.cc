// When what a figure is held against was, and which times are that one's and not the figure's own:
//
//   "to 78,000 from 96,000 [in September]"              of 96,000
//   "In the first nine months 21,900, up from 15,300"   15,300 in the same months of the year before
#include <algorithm>
#include <optional>

#include "claim/figure_finder.h"
#include "claim/modality.h"
#include "claim/report_times.h"
#include "claim/time_chunks.h"
#include "text/vocabulary.h"

namespace tally {

// "[between] 2017 and 2018", "[from] May to July": a change came about from the one to the other; "fell to
// 8.1 million in the six months to September" counts those months.
bool FigureFinder::is_told_by_its_ends(const Article& article, const When& when) {
  const std::string_view words = article.text(when.span);
  for (const std::string_view start : {"between ", "from "}) {
    if (words.size() > start.size() && equals_lower(words.substr(0, start.size()), start)) return true;
  }
  const Index first = token_from(article, when.span.begin);
  if (first == 0 || first >= article.tokens.size()) return false;
  const Spelling before = lower(article, article.tokens[first - 1]);
  return before == "between" || before == "from";
}

When FigureFinder::when_of_base(const AmountUse& use) {
  const When when = anchored(find_when_of_base(use));
  return when.known() ? when : when_a_year_before(use);
}

// "In the first nine months 21,900, up from 15,300": what runs from New Year on for some months is held
// against the same months of the year before.
bool FigureFinder::is_counted_from_new_year(const When& when) {
  const std::optional<Period>& period = when.period;
  if (!period || !period->interval || !period->known() || period->open_from || period->open_to) return false;
  const bool from_new_year = period->from.month == 1 && period->from.day <= 1;
  return from_new_year && period->from.year == period->to.year && period->to.month > 3;
}

// "486 million in 2019, up [from 471 million]": a year is held against the year before where nothing else is
// said, and so is whatever a report tells of that compares by the year.
When FigureFinder::when_a_year_before(const AmountUse& use) const {
  if (focus_.claim == kNone || !scene_.same_sentence(focus_.chunk, use.chunk)) return {};
  // "88 men came, against 41 women": held against others.
  if (preposition_of(article_, use.chunk) != "from" && !times_.compares_by_year() &&
      !is_counted_from_new_year(focus_.when))
    return {};
  const bool of_others =
      scene_.same_sentence(use.chunk, use.chunk + 1) && scene_.is_word(use.chunk + 1, "of");
  const std::optional<Period>& period = focus_.when.period;
  if (of_others || has_unread_time(use.chunk) || !period || !period->known() || period->open_from ||
      period->open_to || period->grain() == Grain::day || !period->from.known())
    return {};
  return {.period = in_year(*period, static_cast<std::int16_t>(period->from.year - 1)),
          .basis = Basis::implied};
}

When FigureFinder::find_when_of_base(const AmountUse& use) const {
  When when = when_beside(scene_, use.chunk, limit_);
  if (!when.known()) when = when_of_restriction(use.chunk);
  // "has grown [since March] from 3,100": so many in March.
  if (when.role == TimeRole::since && when.period && when.period->from.known() &&
      preposition_of(article_, use.chunk) == "from")
    return {.period = Period::of(when.period->from), .basis = Basis::implied};
  if (when.known() || use.clause == kNone || preposition_of(article_, use.chunk) != "from") return when;
  // "Between 2017 and 2021 it fell from 5,400": the interval's start.
  const When whole = when_of_clause(scene_, use.clause);
  // "has doubled since 2020, from 1,260"
  if (whole.period && whole.role == TimeRole::since && whole.period->from.known())
    return {.period = Period::of(whole.period->from), .basis = Basis::implied};
  if (!whole.period || !whole.period->interval || whole.period->open_from || whole.role != TimeRole::at)
    return {};
  if (whole.period->grain() != Grain::none) return {};
  // "Between January and June it sold 1,200, up from 1,050": nothing went from the one to the other.
  const bool moves = use.verb == kNone || direction_of(scene_, use.verb) != Direction::unknown;
  if (!moves || !is_told_by_its_ends(article_, whole)) return {};
  when = whole;
  when.period = Period::of(whole.period->from);
  return when;
}

// The time of a clause that says which number is meant, though the number be one that is held against.
When FigureFinder::when_restricted(const Clause& clause) const {
  for (Index i = clause.chunks.begin; i < clause.chunks.end; ++i) {
    if (scene_.kind(i) != ChunkKind::time) continue;
    When when = when_of(scene_, i);
    if (when.role == TimeRole::base) when.role = TimeRole::at;
    if (when.known()) return when;
  }
  return {};
}

// "less than a third of the 472 [who died in 1997]": without a comma the clause says which.
When FigureFinder::when_of_restriction(Index number) const {
  if (!scene_.same_sentence(number, number + 1)) return {};
  // "the 12.6 million [it flew in 2019]": a clause without its "that".
  const bool definite = article_.tokens[article_.chunks[number].tokens.begin].tag == Tag::dt;
  if (definite && scene_.same_sentence(number, number + 4) && scene_.kind(number + 1) == ChunkKind::noun &&
      scene_.kind(number + 2) == ChunkKind::verb && scene_.kind(number + 3) == ChunkKind::preposition &&
      scene_.kind(number + 4) == ChunkKind::time) {
    When when = when_of(scene_, number + 4);
    if (number_held_against(scene_, number + 4) == number) when.role = TimeRole::at;
    if (when.known() && when.role == TimeRole::at) return when;
  }
  const Index hanging = scene_.clause_of(number + 1);
  if (hanging == kNone) return {};
  const Clause& clause = scene_.clause(hanging);
  const bool restricts =
      clause.kind == ClauseKind::relative && clause.marker == number + 1 && clause.verb != kNone;
  if (restricts) return when_restricted(clause);
  // "compared with 1,184 cases [recorded in 2015]"
  const bool hangs = clause.kind == ClauseKind::participle || clause.kind == ClauseKind::relative;
  Index time = number + 2;
  if (scene_.same_sentence(number, time) && scene_.kind(time) == ChunkKind::preposition) ++time;
  const bool reduced = hangs && clause.verb == number + 1 && clause.passive &&
                       scene_.same_sentence(number, time) && scene_.kind(time) == ChunkKind::time;
  const When when = reduced ? when_of(scene_, time) : When{};
  return when.role == TimeRole::at ? when : When{};
}

// "put [the 2022 toll] at 1,121", "revised [its 2021 figure] from 5,180 to 5,120"
When FigureFinder::when_of_what_is_put(Index number) const {
  constexpr Index kFarthest = 5;
  for (Index i = number; i > 0 && number - i < kFarthest && scene_.same_sentence(number, i - 1); --i) {
    const Index chunk = i - 1;
    if (scene_.kind(chunk) == ChunkKind::preposition && !scene_.is_word(chunk, "of")) continue;
    if (scene_.kind(chunk) != ChunkKind::noun) return {};
    const Mention* year = scene_.date_in(scene_.span(chunk));
    const bool before_noun = year != nullptr && year->kind == MentionKind::date && year->period &&
                             year->span.end < scene_.span(chunk).end;
    if (before_noun) return when_printed(*year, chunk);
    if (Scene::starting_in(article_.amounts, scene_.span(chunk)).empty()) return {};
  }
  return {};
}

// A clause's date that stands right behind what the number is compared with is that one's: "to 78,000
// from 96,000 [in September]".
bool FigureFinder::dates_base(const When& when, Index chunk) const {
  if (when.chunk == kNone || (chunk != kNone && !scene_.same_sentence(when.chunk, chunk))) return false;
  Index before = when.chunk;
  while (before > 0 && scene_.same_sentence(before, before - 1)) {
    --before;
    if (scene_.kind(before) != ChunkKind::preposition && scene_.kind(before) != ChunkKind::adverb) break;
  }
  const bool amount = scene_.kind(before) == ChunkKind::noun || scene_.kind(before) == ChunkKind::time;
  if (before == chunk || !amount) return false;
  const Index number = before;
  // "after [a rise] of 1.5 percent in the previous quarter"
  while (before >= 2 && scene_.same_sentence(before, before - 2) && scene_.is_word(before - 1, "of") &&
         before - 2 != chunk && scene_.kind(before - 2) == ChunkKind::noun)
    before -= 2;
  const Spelling preposition = preposition_of(article_, before);
  // "compared to 540 in the previous year"
  const bool compares = (preposition == "to" || preposition == "with") && before >= 2 &&
                        scene_.same_sentence(before, before - 2) &&
                        is(scene_.head(before - 2), WordClass::compare_verb);
  const bool compared = preposition == "from" || preposition == "than" || preposition == "against" ||
                        preposition == "after" || preposition == "on" || preposition == "over" ||
                        preposition == "above" || preposition == "below" || compares ||
                        is_multiple(scene_, before == 0 ? before : before - 1);
  return compared && !Scene::starting_in(article_.amounts, scene_.span(number)).empty();
}

}  // namespace tally
