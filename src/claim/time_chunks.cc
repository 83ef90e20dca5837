// A chunk that tells a time → the time, and what it is to what stands around it: when something was, until or
// since when, or the time of another number.
//
//   "fell [in 2012] to 1,502 from 2,706 [in 2011]"   2012, at; 2011, the base
#include "claim/time_chunks.h"

#include "claim/periods.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {

Index chunk_before(const Scene& scene, Index chunk) {
  while (chunk > 0 && scene.same_sentence(chunk, chunk - 1)) {
    --chunk;
    if (scene.kind(chunk) != ChunkKind::adverb) return chunk;
  }
  return kNone;
}

bool names_stretch(const Scene& scene, Index noun) {
  if (scene.kind(noun) != ChunkKind::noun || scene.kind(noun - 1) != ChunkKind::preposition) return false;
  const bool of = scene.kind(noun + 1) == ChunkKind::preposition && scene.is_word(noun + 1, "of") &&
                  scene.kind(noun + 2) == ChunkKind::time;
  if (!of && scene.kind(noun + 1) != ChunkKind::time) return false;
  const Spelling word = lower(scene.article(), scene.head(noun));
  return is(scene.head(noun), WordClass::time) || word == "whole" || word == "rest" || word == "course" ||
         word == "all" || word == "those" || word == "that";
}

namespace {

bool is_comparing(const Scene& scene, Index chunk) {
  if (chunk == kNone) return false;
  static constexpr NamedWords kComparing = {"compare", "than", "against", "versus", "as", "like", "unlike"};
  if (scene.article().chunks[chunk].tokens.size() > 1) return false;  // "as of"
  return kComparing.contains(lemma(scene.article(), scene.head(chunk)));
}

// "its highest output [since 2009]", "more than in any year [since 1990]", "the first rise [since May]": how
// far a comparison reaches back, not how long the thing went on.
bool reaches_back(const Scene& scene, Index since) {
  const Article& article = scene.article();
  const Index own = scene.clause_of(since);
  const bool hangs = own != kNone && scene.clause(own).kind == ClauseKind::relative &&
                     scene.clause(own).verb != kNone && scene.clause(own).verb < since;
  constexpr Index kFarthest = 12;
  for (Index back = 1; back <= since && back < kFarthest; ++back) {
    const Index i = since - back;
    if (!scene.same_sentence(since, i)) return false;
    if (scene.kind(i) == ChunkKind::verb && !hangs) return false;
    if (scene.kind(i) == ChunkKind::punctuation && scene.is_word(i, ",")) return false;
    const Range tokens = article.chunks[i].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      const Token& token = article.tokens[t];
      const Spelling word = lower(article, token);
      if (token.tag == Tag::jjs || token.tag == Tag::rbs || is(token, WordClass::superlative))
        return word != "last";
      if (word == "any" || word == "ever" || word == "time" || word == "record" || word == "first")
        return true;
    }
  }
  return false;
}

bool is_long(const Scene& scene, Index time) {
  const Mention* date = scene.date_of(time);
  if (date == nullptr || !date->period) return false;
  const Grain grain = date->period->grain();
  return grain == Grain::year || grain == Grain::quarter || grain == Grain::half || grain == Grain::month;
}

// "the most [since the agency took over in 2005]": the time in a clause that a comparison reaches back to.
bool dates_reach(const Scene& scene, Index time) {
  const Index clause = scene.clause_of(time);
  if (clause == kNone || scene.clause(clause).marker == kNone) return false;
  const Index marker = scene.clause(clause).marker;
  return marker < time && scene.is_word(marker, "since") && reaches_back(scene, marker);
}

// "[Since] its first sitting in May 2009 the court has tried 243"
bool is_behind_since(const Scene& scene, Index time) {
  constexpr Index kFarthest = 5;  // chunks
  const Index first = scene.chunks_of(scene.article().chunks[time].sentence).begin;
  if (time == first || time - first > kFarthest || !scene.is_word(first, "since")) return false;
  for (Index i = first + 1; i < time; ++i) {
    if (scene.kind(i) == ChunkKind::punctuation) return false;
    if (scene.kind(i) == ChunkKind::verb && verb_group(scene.article(), i).finite) return false;
  }
  return true;
}

// "3 per cent below those of [2023]", "after a temporary rise in [2021]": the time of what a number is held
// against, or of what went before.
bool dates_other(const Scene& scene, Index preposition) {
  const Index noun = chunk_before(scene, preposition);
  const Index governing = noun == kNone ? kNone : chunk_before(scene, noun);
  if (governing == kNone || scene.kind(noun) != ChunkKind::noun ||
      scene.kind(governing) != ChunkKind::preposition ||
      !Scene::starting_in(scene.article().amounts, scene.span(noun)).empty())
    return false;
  const Spelling word = lower(scene.article(), scene.head(governing));
  const bool held =
      word == "below" || word == "above" || word == "under" || word == "against" || word == "than";
  if (scene.is_word(preposition, "of")) return held;
  const bool change = is_any(scene.head(noun), {WordClass::up_noun, WordClass::down_noun});
  return word == "after" && change && is_long(scene, preposition + 1);
}

// "13 % more than the 9,358 [who did so in 2023]": of the number that is held against.
bool dates_number_held_against(const Scene& scene, Index time) {
  const Index clause = scene.clause_of(time);
  if (clause == kNone || scene.clause(clause).kind != ClauseKind::relative) return false;
  const Index marker = scene.clause(clause).marker;
  if (marker == kNone || marker == 0 || marker > time || !scene.same_sentence(marker - 1, time)) return false;
  const Index number = marker - 1;
  if (scene.kind(number) != ChunkKind::noun ||
      Scene::starting_in(scene.article().amounts, scene.span(number)).empty())
    return false;
  static constexpr NamedWords kHeld = {"on", "than", "from", "against", "over", "above", "below", "after"};
  return kHeld.contains(preposition_of(scene.article(), number));
}

// "94 new cases, after [131] in the previous week and [158] in the one before": the number before the phrase
// that a time stands in.
Index number_before(const Scene& scene, Index time) {
  Index preposition = chunk_before(scene, time);
  const auto is_amount = [&](Index i) {
    return i != kNone && scene.kind(i) == ChunkKind::noun &&
           !Scene::starting_in(scene.article().amounts, scene.span(i)).empty();
  };
  const Mention* date = scene.date_of(time);
  const bool from_number =
      date != nullptr && date->relative && date->relative->anchor == RelativeDate::Anchor::focus;
  if (is_amount(preposition) && !from_number) return preposition;  // "from [95] last year"
  Index number = preposition == kNone ? kNone : chunk_before(scene, preposition);
  // "against three in the whole of last year"
  if (number != kNone && number > 0 && scene.same_sentence(number, number - 1) &&
      names_stretch(scene, number)) {
    preposition = number - 1;
    number = chunk_before(scene, preposition);
  }
  if (number == kNone || scene.kind(preposition) != ChunkKind::preposition ||
      scene.is_word(preposition, "since"))
    return kNone;
  // "short of [the 12.6 million] it flew in 2019": a clause without its "that".
  const bool restricted =
      scene.kind(number) == ChunkKind::verb && number >= 2 && scene.same_sentence(number, number - 2) &&
      scene.kind(number - 1) == ChunkKind::noun && scene.words(number - 2).starts_with("the ");
  if (restricted) number -= 2;
  return is_amount(number) ? number : kNone;
}

}  // namespace

Index number_held_against(const Scene& scene, Index time) {
  const Index number = number_before(scene, time);
  if (number == kNone) return kNone;
  static constexpr NamedWords kHeld = {"against", "versus", "vs", "after", "from"};
  const Spelling held = preposition_of(scene.article(), number);
  if (kHeld.contains(held)) return number;
  // "14 % below [the 46,300 tonnes] of 2017", "short of [the 12.6 million] it flew in 2019"
  static constexpr NamedWords kThan = {"than", "below", "above", "under", "over", "on", "beyond"};
  const Mention* date = scene.date_of(time);
  const Index behind = chunk_before(scene, time);
  const bool clause = behind > number + 1;
  const bool short_of = held == "of" && number >= 2 && scene.is_word(number - 2, "short");
  const bool known = date != nullptr && !date->relative && scene.words(number).starts_with("the ") &&
                     (clause || scene.is_word(behind, "of"));
  if (known && (short_of || kThan.contains(held))) return number;
  const bool joined = number >= 2 && scene.same_sentence(number, number - 2) &&
                      (scene.is_word(number - 1, "and") || scene.is_word(number - 1, ",")) &&
                      scene.kind(number - 2) == ChunkKind::time;
  return joined && number_held_against(scene, number - 2) != kNone ? number : kNone;
}

namespace {

TimeRole role_of(const Scene& scene, Index time) {
  if (number_held_against(scene, time) != kNone) return TimeRole::base;
  if (dates_number_held_against(scene, time)) return TimeRole::base;
  if (is_behind_since(scene, time)) return TimeRole::since;
  if (dates_reach(scene, time)) return TimeRole::base;
  const Index preposition = chunk_before(scene, time);
  if (preposition == kNone) return TimeRole::at;
  const ChunkKind kind = scene.kind(preposition);
  // "The record [dates from 2019]"
  if (scene.is_word(preposition, "from") && preposition > 0 &&
      scene.kind(preposition - 1) == ChunkKind::verb &&
      lemma(scene.article(), scene.head(preposition - 1)) == "date")
    return TimeRole::at;
  // "used more power than ever in 2024"
  if (scene.is_word(preposition, "in") && scene.is_word(preposition - 1, "ever")) return TimeRole::at;
  if (is_comparing(scene, preposition)) return TimeRole::base;
  if (kind != ChunkKind::preposition && kind != ChunkKind::subordinator) return TimeRole::at;
  // "As at 1 March"
  const Index as = chunk_before(scene, preposition);
  if (as != kNone && scene.is_word(preposition, "at") && scene.is_word(as, "as")) return TimeRole::as_of;
  if (is_comparing(scene, as)) return TimeRole::base;
  if (dates_other(scene, preposition)) return TimeRole::base;
  const Spelling word = lower(scene.article(), scene.head(preposition));
  if (word == "since") return reaches_back(scene, preposition) ? TimeRole::base : TimeRole::since;
  if (word == "until" || word == "till" || word == "through" || word == "before") return TimeRole::until;
  // "[Over] 2023 rents had gone up by 4 percent"
  const bool in_front = preposition == scene.chunks_of(scene.article().chunks[time].sentence).begin;
  if (word == "over" && in_front) return TimeRole::at;
  if (word == "from" || word == "over" || word == "than") return TimeRole::base;
  // "12 percent up on last year", "1.9 per cent below 2019"
  if ((word == "on" || word == "below" || word == "above") && is_long(scene, time)) return TimeRole::base;
  if (word == "by") return TimeRole::as_of;
  if (scene.words(preposition) == "as of") return TimeRole::as_of;
  // "as of" in two chunks
  const Index outer = chunk_before(scene, preposition);
  if (word == "of" && outer != kNone && scene.is_word(outer, "as")) return TimeRole::as_of;
  // "the lowest since the election of May 2017"
  const Index since = word == "of" && outer != kNone ? chunk_before(scene, outer) : kNone;
  if (since != kNone && scene.is_word(since, "since") && reaches_back(scene, since)) return TimeRole::base;
  return TimeRole::at;
}

// "in each of [the past three years]": one of them, not all together.
bool is_of_each(const Scene& scene, Index time) {
  const Index preposition = chunk_before(scene, time);
  const Index noun = preposition == kNone ? kNone : chunk_before(scene, preposition);
  if (noun == kNone || !scene.is_word(preposition, "of")) return false;
  const Spelling words = scene.words(noun);
  return words == "each" || words == "every one" || words == "any";
}

}  // namespace

When when_printed(const Mention& date, Index chunk) {
  return {.period = date.period,
          .relative = date.relative,
          .basis = date.basis,
          .chunk = chunk,
          .span = date.span};
}

namespace {

// The single date of a time chunk; null where it has another.
const Mention* plain_date(const Scene& scene, Index chunk) {
  const Mention* date = scene.date_of(chunk);
  const bool plain = date != nullptr && date->kind == MentionKind::date && date->period &&
                     date->period->known() && !date->period->interval;
  return plain ? date : nullptr;
}

// The chunk of the date that goes on with this one in a list: "January, [February] and March".
Index next_in_list(const Scene& scene, Index chunk) {
  if (!scene.same_sentence(chunk, chunk + 2)) return kNone;
  const bool joint = scene.is_word(chunk + 1, "and") || scene.is_word(chunk + 1, ",");
  const Mention* date = joint ? plain_date(scene, chunk) : nullptr;
  const Mention* next = date != nullptr ? plain_date(scene, chunk + 2) : nullptr;
  if (next == nullptr) return kNone;
  const Grain grain = date->period->grain();
  const bool stretch = grain == Grain::month || grain == Grain::year;
  return stretch && period_before(*next->period) == date->period ? chunk + 2 : kNone;
}

// "In [January and February] 38 left": months or years that follow one another are one stretch.
When joined(const Scene& scene, Index chunk) {
  Index first = chunk;
  while (first >= 2 && next_in_list(scene, first - 2) == first) first -= 2;
  Index last = chunk;
  bool closed = false;
  for (Index next = next_in_list(scene, first); next != kNone; next = next_in_list(scene, next)) {
    last = next;
    closed = scene.is_word(next - 1, "and");
  }
  if (!closed) return {};
  const Mention& from = *plain_date(scene, first);
  const Mention& to = *plain_date(scene, last);
  return {.period = Period::between(from.period->from, to.period->from),
          .basis = from.basis == Basis::printed ? to.basis : from.basis,
          .role = role_of(scene, first),
          .chunk = first,
          .span = cover(from.span, to.span)};
}

When read_time(const Scene& scene, Index time_chunk) {
  const Mention* date = scene.date_of(time_chunk);
  if (date == nullptr) return {};
  if (const When list = joined(scene, time_chunk); list.known()) return list;
  // "over the past seven days": a length with a place in the calendar
  const bool placed = date->kind == MentionKind::duration && date->period.has_value();
  const bool is_time =
      date->kind == MentionKind::date || date->kind == MentionKind::time || date->kind == MentionKind::range;
  if (!is_time && !placed) return {};
  if (placed && is_of_each(scene, time_chunk)) return {};
  if (!date->period && !date->relative) return {};
  const TimeRole role = role_of(scene, time_chunk);
  return {.period = date->period,
          .relative = date->relative,
          .basis = date->basis,
          .role = placed && role != TimeRole::base ? TimeRole::at : role,
          .chunk = time_chunk,
          .span = date->span};
}

}  // namespace

const When& Scene::when_of(Index time_chunk) const {
  constexpr std::size_t kPlaces = 16;
  if (times_.empty()) times_.resize(kPlaces);
  KeptTime& kept = times_[time_chunk % kPlaces];
  if (kept.chunk != time_chunk) kept = {.chunk = time_chunk, .when = read_time(*this, time_chunk)};
  return kept.when;
}

When when_of(const Scene& scene, Index time_chunk) {
  return scene.when_of(time_chunk);
}

}  // namespace tally
