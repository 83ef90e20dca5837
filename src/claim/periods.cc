// Times of clauses and figures.
#include "claim/periods.h"

#include "claim/time_chunks.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

bool passes_time_on(const Scene& scene, const Clause& clause) {
  if (clause.parent == kNone) return false;
  switch (clause.kind) {
    case ClauseKind::participle:
    case ClauseKind::fragment:
    case ClauseKind::infinitive:
      return true;
    case ClauseKind::relative:
      return !clause.finite;
    case ClauseKind::complement: {
      const Clause& parent = scene.clause(clause.parent);
      return parent.verb != kNone && !is(scene.head(parent.verb), WordClass::report_verb) &&
             !is(scene.head(parent.verb), WordClass::confirm_verb) &&
             !is(scene.head(parent.verb), WordClass::claim_verb);
    }
    default:
      return false;
  }
}

// "since the young leader succeeded his father in 2011, …": an adverbial clause dates the one it
// hangs on.
When time_of_since_clause(const Scene& scene, Index clause) {
  const Range clauses = scene.clauses_of(scene.clause(clause).sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& inner = scene.clause(i);
    if (inner.kind != ClauseKind::adverbial || inner.marker == kNone || !scene.is_word(inner.marker, "since"))
      continue;
    if (inner.parent != clause && inner.parent != scene.clause(clause).parent) continue;
    When when = own_time(scene, i);
    if (!when.known()) continue;
    when.role = TimeRole::since;
    return when;
  }
  return {};
}

// "in August last year, when ten workers fled": the time that a relative clause hangs on.
When antecedent_time(const Scene& scene, const Clause& clause) {
  const bool hangs = clause.kind == ClauseKind::relative || clause.kind == ClauseKind::adverbial;
  if (!hangs || clause.marker == kNone || !scene.is_word(clause.marker, "when")) return {};
  Index before_marker = clause.marker;
  for (int steps = 0; steps < 2 && before_marker > 0; ++steps) {
    --before_marker;
    if (scene.kind(before_marker) != ChunkKind::time) continue;
    When when = when_of(scene, before_marker);
    when.role = TimeRole::at;
    return when;
  }
  return {};
}

}  // namespace

// "lost 143,000 customers, most of them [in October]": when some of it happened.
static bool is_of_part(const Scene& scene, Index time) {
  const Index preposition = chunk_before(scene, time);
  const Index noun = preposition == kNone ? kNone : chunk_before(scene, preposition);
  return noun != kNone && scene.kind(preposition) == ChunkKind::preposition && scene.is_word(noun, "them");
}

// The first time chunk that stands in a clause itself and says when.
When own_time(const Scene& scene, Index clause) {
  const Range chunks = scene.clause(clause).chunks;
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    if (scene.kind(i) != ChunkKind::time || scene.clause_of(i) != clause) continue;
    if (is_of_part(scene, i)) continue;
    const When when = when_of(scene, i);
    if (when.known() && when.role != TimeRole::base) return when;
  }
  return {};
}

namespace {

// "last year's 12.1 million", "the year before (6,630,000)": a date in the number's own group, or
// right before its bracket.
When when_around(const Scene& scene, Index chunk) {
  if (scene.kind(chunk) != ChunkKind::noun) return {};
  if (const Mention* date = scene.date_in(scene.span(chunk));
      date != nullptr && date->kind == MentionKind::date) {
    return when_printed(*date, chunk);
  }
  const bool bracket =
      chunk >= 2 && scene.same_sentence(chunk, chunk - 2) && scene.head(chunk - 1).tag == Tag::open_bracket;
  if (!bracket || scene.kind(chunk - 2) != ChunkKind::time) return {};
  When when = when_of(scene, chunk - 2);
  when.role = TimeRole::at;
  return when;
}

}  // namespace

// "for the week [from July 10 to 16]": of two times side by side the second says which the first is.
static When said_more_exactly(const Scene& scene, Index time, When when) {
  if (!scene.same_sentence(time, time + 1) || scene.kind(time + 1) != ChunkKind::time) return when;
  const When next = when_of(scene, time + 1);
  const bool exact = next.period && next.role == TimeRole::at && when.basis == Basis::implied;
  if (!exact || (when.period && when.period->known() && next.period->known() &&
                 next.period->last_day() - next.period->first_day() >
                     when.period->last_day() - when.period->first_day()))
    return when;
  return next;
}

// "71.3 per cent ([2016]), 74.8 per cent ([2011])", "449 (Murcala, [2001])"
static When when_in_bracket(const Scene& scene, Index chunk) {
  if (!scene.same_sentence(chunk, chunk + 3) || scene.head(chunk + 1).tag != Tag::open_bracket) return {};
  constexpr Index kLongest = 5;
  for (Index at = chunk + 2; at < chunk + kLongest && scene.same_sentence(chunk, at + 1); ++at) {
    if (scene.kind(at) == ChunkKind::time && scene.head(at + 1).tag == Tag::close_bracket) {
      When when = when_of(scene, at);
      when.role = TimeRole::at;
      return when;
    }
    const bool name = scene.kind(at) == ChunkKind::noun || scene.is_word(at, ",");
    if (!name || !Scene::starting_in(scene.article().amounts, scene.span(at)).empty()) return {};
  }
  return {};
}

When when_beside(const Scene& scene, Index chunk, Index limit) {
  if (When when = when_around(scene, chunk); when.known()) return when;
  if (When when = when_in_bracket(scene, chunk); when.known()) return when;
  Index at = chunk + 1;
  // The next amount ends the search; but it may be the time itself: "30 in the previous three months".
  while (at <= limit && scene.same_sentence(chunk, at)) {
    const ChunkKind kind = scene.kind(at);
    if (at == limit && kind != ChunkKind::time) break;
    if (kind == ChunkKind::time) {
      When when = when_of(scene, at);
      if (number_held_against(scene, at) == chunk) when.role = TimeRole::at;
      return when.role == TimeRole::base ? When{} : said_more_exactly(scene, at, when);
    }
    // "just 187 in [pandemic 2020]"
    if (const Mention* year = kind == ChunkKind::noun ? scene.date_in(scene.span(at)) : nullptr;
        year != nullptr && year->kind == MentionKind::date && year->span.end == scene.span(at).end &&
        year->period && preposition_of(scene.article(), at) == "in") {
      return when_printed(*year, at);
    }
    if (names_stretch(scene, at)) {
      at += scene.kind(at + 1) == ChunkKind::time ? 1 : 2;
      continue;
    }
    const bool of_phrase =
        kind == ChunkKind::preposition && scene.is_word(at, "of") && scene.kind(at + 1) == ChunkKind::noun;
    if (of_phrase)
      ++at;
    else if (kind != ChunkKind::preposition && kind != ChunkKind::adverb)
      break;
    ++at;
  }
  // "plunged in 2012 to 1,502", but "plunged to 1,502 in 2012 from 2,706"
  bool from = false;
  Index back = chunk;
  while (back > 0 && scene.same_sentence(chunk, back - 1)) {
    --back;
    const ChunkKind kind = scene.kind(back);
    if (kind == ChunkKind::time) {
      const When when = when_of(scene, back);
      return when.role == TimeRole::base || (from && when.role == TimeRole::at) ? When{} : when;
    }
    from = from || scene.is_word(back, "from");
    if (kind != ChunkKind::preposition && kind != ChunkKind::adverb) break;
  }
  return {};
}

// Whether of two clauses none tells the past, or what had been, where the other one does not.
static bool same_tense(const Scene& scene, Index a, Index b) {
  const Index first = scene.clause(a).verb;
  const Index second = scene.clause(b).verb;
  if (first == kNone || second == kNone) return true;
  const VerbGroup one = verb_group(scene.article(), first);
  const VerbGroup other = verb_group(scene.article(), second);
  return !one.finite || !other.finite || (one.past == other.past && one.perfect == other.perfect);
}

When when_of_clause(const Scene& scene, Index clause) {
  for (Index i = clause; i != kNone; i = scene.clause(i).parent) {
    if (When when = own_time(scene, i); when.known()) return when;
    if (When when = antecedent_time(scene, scene.clause(i)); when.known()) return when;
    if (When when = time_of_since_clause(scene, i); when.known()) return when;
    if (!passes_time_on(scene, scene.clause(i))) break;
  }
  // "was founded in 1988 and has 5,300 members": another tense, another time.
  const Index shared = scene.clause(clause).shares;
  return shared != kNone && same_tense(scene, clause, shared) ? own_time(scene, shared) : When{};
}

Period in_year(Period period, std::int16_t year) {
  const int shift = year - (period.from.known() ? period.from.year : period.to.year);
  if (period.from.known()) period.from.year = static_cast<std::int16_t>(period.from.year + shift);
  if (period.to.known()) period.to.year = static_cast<std::int16_t>(period.to.year + shift);
  return period;
}

Period in_whole_months(Period period) {
  if (!period.interval || period.open_from || period.open_to || period.from.day != 1) return period;
  if (period.to.day == 0 ||
      Date{.year = period.to.year, .month = period.to.month}.last_day() != period.to.last_day())
    return period;
  period.from.day = 0;
  period.to.day = 0;
  if (period.from.month == 1 && period.to.month == 12) {
    period.from.month = 0;
    period.to.month = 0;
  }
  return Period::between(period.from, period.to);
}

Period since_until_publication(const Article& article, const Period& from) {
  const Date published = article.info.published.date;
  if (!published.known()) return Period::since(from.from);
  // "Since the beginning of the year": from its first day, for the year is not over.
  const bool this_year = from.from.month == 0 && from.from.year == published.year && published.day != 0;
  return Period::between(this_year ? Date::of(from.from.first_day()) : from.from, published);
}

void take_time(Claim& claim, const Claim& from) {
  claim.period = from.period;
  claim.relative = from.relative;
  claim.period_basis = from.period_basis;
}

Aggregate aggregate_of(Grain grain) {
  switch (grain) {
    case Grain::year:
      return Aggregate::year;
    case Grain::half:
      return Aggregate::half;
    case Grain::quarter:
      return Aggregate::quarter;
    case Grain::month:
      return Aggregate::month;
    case Grain::week:
      return Aggregate::week;
    case Grain::day:
      return Aggregate::day;
    default:
      return Aggregate::unknown;
  }
}

}  // namespace tally
