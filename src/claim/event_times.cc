// When a happening was: the time of its clause or of what stands beside it, the day told before, or so long
// before the report.
//
//   "Five days after the roof fell in, ten men are missing"   published 2019-05-14: the roof fell in on
//   2019-05-09
#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "claim/event_finder.h"
#include "claim/measures.h"
#include "text/vocabulary.h"

namespace tally {

bool EventFinder::is_long(const When& when) {
  if (when.period) return when.period->last_day() - when.period->first_day() > std::chrono::days(45);
  return when.relative && when.relative->grain == Grain::year && when.relative->day == 0 &&
         when.relative->weekday == 0 && when.relative->month == 0;
}

bool EventFinder::is_to_the_day(const When& when) {
  const bool day = (when.period && when.period->grain() == Grain::day) ||
                   (when.relative && (when.relative->day != 0 || when.relative->weekday != 0));
  return day && when.role == TimeRole::at;
}

bool EventFinder::is_to_the_month(const When& when) {
  const bool month =
      (when.period && when.period->grain() == Grain::month) || (when.relative && when.relative->month != 0);
  return is_to_the_day(when) || (month && when.role == TimeRole::at);
}

When EventFinder::own_or_told_time(Index clause) const {
  When when = when_of_clause(scene_, clause);
  if (!when.known()) when = when_beside_clause(clause);
  if (!when.known()) when = fronted_time(scene_, scene_.clause(clause).verb);
  return when.known() ? when : when_after(clause);
}

When EventFinder::when_of_event(Index clause, const std::vector<Index>& who) {
  When when = time_of_what(clause);
  // "… in which 23 died [and 26 were injured]"
  const Index begin = scene_.clause(clause).chunks.begin;
  const bool joined = clause > 0 && scene_.clause(clause - 1).sentence == scene_.clause(clause).sentence &&
                      (scene_.kind(begin) == ChunkKind::conjunction ||
                       (begin > 0 && scene_.kind(begin - 1) == ChunkKind::conjunction));
  if (!when.known() && joined && !own_time(scene_, clause).known()) {
    when = time_of_what(clause - 1);
    // "since October 2019, when a bus hit a wall [and eight were killed]"
    const Clause& before = scene_.clause(clause - 1);
    const bool on_time = before.kind == ClauseKind::relative && before.marker != kNone &&
                         scene_.is_word(before.marker, "when");
    if (!when.known() && on_time) when = when_of_clause(scene_, clause - 1);
  }
  if (!when.known()) when = when_of_clause(scene_, clause);
  if (!when.known()) when = when_beside_clause(clause);
  if (!when.known()) when = time_of_happening(scene_, clause);
  if (!when.known()) when = fronted_time(scene_, scene_.clause(clause).verb);
  if (!when.known()) when = when_after(clause);
  if (!when.known()) when = time_of_entry(scene_, scene_.clause(clause).sentence);
  if (!when.known()) when = when_begun(scene_.clause(clause));
  // "The note, introduced on 3 March last year, has been copied 96 times": no day but its own.
  const VerbGroup verb = verb_group(article_, scene_.clause(clause).verb);
  if (verb.perfect && !verb.past && when.known() && is_to_the_day(when) && !own_time(scene_, clause).known())
    return {};
  if (is_of_another(clause, when)) return {};
  if (!when.known()) when = time_in_nouns(clause);
  if (points_back(when)) when = told_day(when);
  if (when.known()) return remember(clause, when);
  // The day told a sentence before is nearer than what its figure was given.
  if (When told = when_told_before(clause); told.known()) return told;
  for (const Index chunk : who) {
    const Index figure = figure_at(chunk);
    if (figure == kNone) continue;
    const Claim& claim = article_.claims[figure];
    // A running count stands as of the day on which it was told; they died before.
    if (claim.measure.aggregate == Aggregate::total || claim.measure.aggregate == Aggregate::level) continue;
    if (claim.period || claim.relative)
      return {.period = claim.period, .relative = claim.relative, .basis = claim.period_basis};
  }
  return {};
}

// "Was closed from [24 May]": it happened then, however long it lasted.
When EventFinder::when_begun(const Clause& clause) const {
  if (!is(scene_.head(clause.verb), WordClass::closure_deed)) return {};
  for (Index i = clause.verb + 2; i < clause.chunks.end; ++i) {
    if (scene_.kind(i) != ChunkKind::time || !scene_.is_word(i - 1, "from")) continue;
    When when = when_of(scene_, i);
    when.role = TimeRole::at;
    return is_to_the_day(when) ? when : When{};
  }
  return {};
}

// "The rector resigned after the fire [of 12 May]": the day of what went before, not of the clause.
bool EventFinder::is_of_another(Index index, const When& when) const {
  if (!when.known() || when.span.empty()) return false;
  const Clause& clause = scene_.clause(index);
  const Index day = chunk_at(article_, when.span.begin);
  // "Ten people died, the last of them on 19 May"
  for (Index i = clause.verb + 1; day != kNone && i + 1 < day && scene_.same_sentence(i, day); ++i) {
    const bool one = scene_.is_word(i, "last") || scene_.is_word(i, "first") || scene_.is_word(i, "latest");
    if (one && scene_.kind(i) == ChunkKind::noun && scene_.is_word(i - 1, ",") && scene_.is_word(i + 1, "of"))
      return true;
  }
  if (day != kNone && is_day_of_noun(clause, day)) return true;
  if (day == kNone || day < 3 || scene_.verb_clause_of(day) != index || !scene_.same_sentence(day, day - 3) ||
      !scene_.is_word(day - 1, "of"))
    return false;
  const Index noun = day - 2;
  if (scene_.kind(noun) != ChunkKind::noun || !is_happening(noun) || noun == clause.subject ||
      noun == clause.object)
    return false;
  // What happened in it or at it was that day.
  constexpr std::array<std::string_view, 6> kWithin = {"in", "during", "at", "on", "by", "to"};
  return scene_.kind(noun - 1) != ChunkKind::verb &&
         std::ranges::find(kWithin, scene_.words(noun - 1)) == kWithin.end();
}

// "Two were charged over the theft of 12 coins on 3 December", told in January: the day of the theft. A
// weekday is that of what is told.
bool EventFinder::is_day_of_noun(const Clause& clause, Index day) const {
  constexpr std::array<std::string_view, 7> kAbout = {"over",  "for",  "after",  "since",
                                                      "about", "from", "despite"};
  const Mention* date = scene_.date_of(day);
  const Date published = article_.info.published.date;
  constexpr auto kWeek = std::chrono::days(7);
  if (date == nullptr || !date->period || date->period->grain() != Grain::day || published.day == 0 ||
      date->period->last_day() + kWeek > Period::of(published).first_day())
    return false;
  for (Index noun = day; noun-- > clause.verb + 1;) {
    if (!scene_.same_sentence(noun, day) || scene_.kind(noun) == ChunkKind::verb) return false;
    if (scene_.kind(noun) != ChunkKind::noun || noun == clause.object || !is_happening(noun)) continue;
    const Token& first = article_.tokens[article_.chunks[noun].tokens.begin];
    return is(first, WordClass::determiner) && noun_phrase(article_, noun).end > day &&
           std::ranges::find(kAbout, scene_.words(noun - 1)) != kAbout.end();
  }
  return false;
}

// "The April collapse killed four", "ships were diverted during the May strike": the month before a happening
// in whose course it was.
When EventFinder::time_in_nouns(Index index) const {
  const Clause& clause = scene_.clause(index);
  for (Index i = clause.chunks.begin; i < clause.chunks.end; ++i) {
    if (scene_.kind(i) != ChunkKind::noun || scene_.verb_clause_of(i) != index || !is_happening(i)) continue;
    const bool during =
        i > clause.chunks.begin && (scene_.is_word(i - 1, "during") || scene_.is_word(i - 1, "in"));
    if (i != clause.subject && !during) continue;
    const Mention* date = scene_.date_in(scene_.span(i));
    if (date == nullptr || !(date->period || date->relative)) continue;
    return {.period = date->period, .relative = date->relative, .basis = date->basis, .span = date->span};
  }
  return {};
}

When EventFinder::time_of_what(Index index) const {
  constexpr Index kBack = 8;  // chunks
  const Clause& clause = scene_.clause(index);
  Index which = clause.marker;
  if (clause.kind != ClauseKind::relative || which == kNone || !scene_.is_word(which, "which") ||
      which == 0 || scene_.kind(which - 1) != ChunkKind::preposition || own_time(scene_, index).known())
    return {};
  for (Index back = 2; back < kBack && back <= which && scene_.same_sentence(which, which - back); ++back) {
    const Index noun = which - back;
    // "Since the night of 4 May [on which the tannery blew up]"
    if (back == 2 && scene_.kind(noun) == ChunkKind::time && scene_.is_word(which - 1, "on")) {
      When day = when_of(scene_, noun);
      if (const Mention* date = scene_.date_of(noun); date != nullptr && date->period)
        day.period = date->period;
      day.role = TimeRole::at;
      if (is_to_the_day(day)) return day;
    }
    if (scene_.kind(noun) == ChunkKind::verb) break;
    if (scene_.kind(noun) != ChunkKind::noun || !is_happening(noun)) continue;
    const When when = when_within(noun_phrase(article_, noun));
    if (is_to_the_day(when)) return when;
  }
  return {};
}

bool EventFinder::points_back(const When& when) const {
  if (!when.known() || told_in_ == kNone || when.span.empty()) return false;
  const std::string_view words = article_.text(when.span);
  return words.starts_with("the same ") || words.starts_with("that ") || words.starts_with("same ");
}

When EventFinder::told_day(const When& when) const {
  if (!is_to_the_day(when) || (when.period && when.period->grain() != Grain::day)) return when;
  When day = told_;
  day.basis = Basis::implied;
  day.span = when.span;
  return day;
}

When EventFinder::when_after(Index index) const {
  const Clause& clause = scene_.clause(index);
  if (clause.kind != ClauseKind::adverbial || clause.marker == kNone ||
      !scene_.is_word(clause.marker, "after"))
    return {};
  const Index outer = clause.parent;
  if (outer == kNone) return {};
  if (When when = so_long_ago(clause.marker, outer); when.known()) return when;
  // "Had to rent a trailer in November after seven people were found dead": in the same month.
  for (Index i = outer; i != kNone; i = scene_.clause(i).parent) {
    When when = own_time(scene_, i);
    if (when.known() && when.role == TimeRole::at && !is_to_the_day(when) && is_to_the_month(when)) {
      when.basis = Basis::implied;
      return when;
    }
    if (when.known()) break;
  }
  return {};
}

Date EventFinder::counted_from(Index outer) const {
  const Date published = article_.info.published.date;
  if (outer == kNone || scene_.clause(outer).verb == kNone) return published;
  const VerbGroup verb = verb_group(article_, scene_.clause(outer).verb);
  if (!verb.past && !verb.future && !verb.modal && !verb.perfect) return published;
  // "Rescuers pulled more dead from the rubble on Sunday, two days after the earthquake"
  const When when = own_time(scene_, outer);
  const bool day = when.period && when.period->grain() == Grain::day && when.role == TimeRole::at;
  return day ? when.period->from : Date{};
}

When EventFinder::so_long_ago(Index after, Index outer) const {
  const Mention* length = after > 0 ? scene_.date_of(after - 1) : nullptr;
  if (length == nullptr || length->kind != MentionKind::duration || !length->timex) return {};
  const Date from = counted_from(outer);
  const std::string& value = length->timex->value;  // "P5D"
  if (from.day == 0 || value.size() < 3 || value.size() > 5 || value[0] != 'P') return {};
  int count = 0;
  for (const char c : std::string_view(value).substr(1, value.size() - 2)) {
    if (c < '0' || c > '9') return {};
    count = count * 10 + (c - '0');
  }
  if (value.back() != 'D' && value.back() != 'M' && value.back() != 'Y') return {};
  RelativeDate ago;
  ago.offset = static_cast<std::int16_t>(-count);
  ago.grain = value.back() == 'D' ? Grain::day : value.back() == 'M' ? Grain::month : Grain::year;
  const auto period = resolve(ago, from);
  if (!period) return {};
  return {.period = period, .relative = {}, .basis = Basis::implied, .span = length->span};
}

When EventFinder::when_beside_clause(Index clause) const {
  const Range all = scene_.clauses_of(scene_.clause(clause).sentence);
  // "spilled over [before dawn on Sunday]": no clause of its own, whatever opens it.
  for (Index i = clause + 1; i < all.end && scene_.clause(i).verb == kNone; ++i) {
    if (scene_.clause(i).kind != ClauseKind::adverbial) continue;
    if (When when = own_time(scene_, i); is_to_the_day(when)) return when;
  }
  // "came down at about 2:15 p.m. on Thursday": the clock and the day are one mention.
  const Mention* clock = scene_.date_in(span_of_chunks(article_, scene_.clause(clause).chunks));
  if (clock != nullptr && clock->kind == MentionKind::time && clock->period) {
    const When when{
        .period = clock->period, .relative = clock->relative, .basis = clock->basis, .span = clock->span};
    if (is_to_the_day(when)) return when;
  }
  // "lost their lives on 11 September [when their boat capsized]"
  for (Index i = clause; i != kNone; i = scene_.clause(i).parent) {
    const Index first = scene_.clause(i).chunks.begin;
    const Index parent = scene_.clause(i).parent;
    if (parent == kNone || !scene_.is_word(first, "when")) continue;
    if (When when = own_time(scene_, parent); is_to_the_day(when)) return when;
  }
  return {};
}

When EventFinder::remember(Index clause, const When& when) {
  // The day on which somebody said something is no day of what is told next.
  const bool says = is_any(scene_.head(scene_.clause(clause).verb),
                           {WordClass::report_verb, WordClass::claim_verb, WordClass::confirm_verb});
  if (is_to_the_day(when) && !says) {
    told_ = when;
    told_in_ = scene_.clause(clause).sentence;
  }
  return when;
}

When EventFinder::when_told_before(Index clause) const {
  constexpr Index kNearby = 2;  // sentences
  const Clause& here = scene_.clause(clause);
  const VerbGroup verb = verb_group(article_, here.verb);
  if (told_in_ == kNone || here.kind != ClauseKind::main || !verb.past || verb.perfect) return {};
  // "Six were fined on Monday [and one was arrested]"
  const bool joined = clause > 0 && scene_.clause(clause - 1).sentence == here.sentence &&
                      here.chunks.begin > 0 && scene_.kind(here.chunks.begin - 1) == ChunkKind::conjunction &&
                      is_to_the_day(own_time(scene_, clause - 1));
  if ((here.sentence == told_in_ && !joined) || here.sentence > told_in_ + kNearby ||
      !scene_.same_block(here.sentence, told_in_))
    return {};
  When when = told_;
  when.basis = Basis::implied;
  return when;
}

}  // namespace tally
