// When a figure holds and over which stretch: the time beside it, of its clause, of the clause that
// hangs on its noun, or of what was told last.
#include <algorithm>
#include <utility>

#include "base/characters.h"
#include "claim/figure_finder.h"
#include "claim/modality.h"
#include "claim/report_times.h"
#include "claim/stages.h"
#include "mention/numeral.h"
#include "text/vocabulary.h"

namespace tally {

When FigureFinder::when_of_figure(const AmountUse& use, const Measured& measured) {
  if (use.use != Use::change_by && is_dimension(use)) return {};
  When when = anchored(find_when(use, measured));
  if (is_of_any_season(when, use)) return {};
  // "12,640 in the first, 12,910 in the second and 12,180 in the third quarter"
  const bool behind = when.chunk != kNone && when.chunk > use.chunk + 2 && when.period;
  if (behind) {
    if (const When counted = when_of_ordinal(use.chunk, when); counted.known()) when = counted;
  }
  const bool past = use.verb == kNone || verb_group(article_, use.verb).past;
  if (past) end_by_publication(when);
  return when;
}

// "a [100-foot] yacht": what a thing is like.
bool FigureFinder::is_put_before(const Mention& amount) const {
  const std::string_view words = article_.text(amount.span);
  const std::size_t hyphen = words.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == words.size()) return false;
  const bool unit_behind = grammar::is_digit(words[hyphen - 1]) && !grammar::is_digit(words[hyphen + 1]);
  const bool money = is_upper(static_cast<unsigned char>(amount.unit.front()));
  return unit_behind && !money && !amount.unit.starts_with("percent");
}

// "The vessel, [28 metres] long, was built in 1986": a thing is as long as it is at any time.
bool FigureFinder::is_dimension(const AmountUse& use) const {
  const auto amounts = Scene::starting_in(article_.amounts, scene_.span(use.chunk));
  if (amounts.empty() || amounts.front().unit.empty()) return false;
  if (is_put_before(amounts.front())) return true;
  const Index after = token_from(article_, amounts.front().span.end);
  if (after >= article_.tokens.size() ||
      !article_.sentences[article_.chunks[use.chunk].sentence].span.contains(article_.tokens[after].span))
    return false;
  return is(article_.tokens[after], WordClass::dimension);
}

// "In winter a nurse treats 14 patients": in any.
bool FigureFinder::is_of_any_season(const When& when, const AmountUse& use) const {
  const bool season = when.relative && when.relative->season != 0 && when.relative->offset == 0;
  if (!season || when.chunk == kNone || when.span.empty() || use.verb == kNone) return false;
  if (article_.text(when.span).find(' ') != std::string_view::npos) return false;
  const VerbGroup verb = verb_group(article_, use.verb);
  return verb.finite && !verb.past && !verb.perfect && !verb.modal && !verb.future && !verb.progressive;
}

// "The firm, [with 31 employees], carried 14,200 passengers in 2016": beside what the clause tells.
bool FigureFinder::is_set_aside(const When& when, Index chunk, Index clause) const {
  const Index verb = scene_.clause(clause).verb;
  const bool after_comma =
      chunk >= 2 && scene_.same_sentence(chunk - 2, chunk) && scene_.is_word(chunk - 2, ",");
  return after_comma && verb != kNone && chunk < verb && when.chunk != kNone && when.chunk > verb &&
         preposition_of(article_, chunk) == "with";
}

// "Output was 1.6 million tonnes in the first quarter", told in February: that of the year before. Who tells
// what a stretch brought tells it when the stretch is nearly over.
void FigureFinder::end_by_publication(When& when) const {
  const Date published = article_.info.published.date;
  if (!when.period || when.basis != Basis::implied || published.day == 0 || !when.period->known()) return;
  if (when.period->open_from || when.period->open_to || !when.period->interval) return;
  const bool own_year =
      when.relative && (when.relative->pick == RelativeDate::Pick::same || when.relative->offset != 0 ||
                        when.relative->length != 0 || when.relative->anchor == RelativeDate::Anchor::focus);
  const bool stretch = when.period->from.year == when.period->to.year && when.period->to.day == 0;
  if (own_year || !stretch || when.role != TimeRole::at) return;
  constexpr std::chrono::days kNearly{15};
  if (when.period->last_day() <= published.last_day() + kNearly) return;
  when.period = in_year(*when.period, static_cast<std::int16_t>(when.period->from.year - 1));
  when.relative.reset();
}

When FigureFinder::find_when(const AmountUse& use, const Measured& measured) {
  if (use.time != kNone) return when_of(scene_, use.time);
  // "1.6 % more than in the previous quarter (267,000)"
  if (use.chunk >= 2 && scene_.same_sentence(use.chunk, use.chunk - 2) &&
      scene_.head(use.chunk - 1).tag == Tag::open_bracket && scene_.kind(use.chunk - 2) == ChunkKind::time) {
    if (When when = when_of(scene_, use.chunk - 2); when.known()) return when;
  }
  if (When when = when_beside(scene_, use.chunk, limit_); when.known() && !dates_base(when, use.chunk))
    return at_its_end(use, when);
  if (use.use == Use::counted) {
    if (When when = when_of_hanging(measured.head == kNone ? use.chunk : measured.head);
        when.known() && !dates_base(when, use.chunk))
      return when;
  }
  if (When when = when_of_restriction(use.chunk); when.known()) return when;
  if (When when = when_of_what_is_put(use.chunk); when.known()) return when;
  if (use.use == Use::value && use.measure != kNone && scene_.kind(use.measure) == ChunkKind::noun) {
    // "the number of ships [that called in 2014] was 940": over the phrases of the measure.
    for (Index noun = use.measure; noun < use.measure + 6 && scene_.kind(noun) == ChunkKind::noun;
         noun += 2) {
      if (When when = when_of_hanging(noun, use.chunk); when.known()) return when;
      if (When when = when_beside(scene_, noun, use.verb); when.known()) return when;
      if (scene_.kind(noun + 1) != ChunkKind::preposition) break;
    }
  }
  const Index clause = scene_.clause_of(use.chunk) != kNone ? scene_.clause_of(use.chunk) : use.clause;
  if (clause != kNone) {
    if (has_unread_time(use.chunk) || has_unplaced_year(clause)) return {};
    if (use.use == Use::value && has_since(clause)) return when_published();
    if (When when = when_of_next(clause); when.known()) return when;
    if (When when = time_since_then(scene_, use.chunk); when.known()) return when;
    if (When when = time_joined_on(scene_, use.chunk); when.known() && !dates_base(when, use.chunk))
      return at_its_end(use, when);
    if (When when = when_of_clause(scene_, clause); when.known() && !dates_base(when, use.chunk) &&
                                                    !parts(when, use.chunk) &&
                                                    !is_set_aside(when, use.chunk, clause))
      return at_its_end(use, when);
    if (When when = when_of_adverbial(clause); when.known()) return when;
    // "The home [that came to market in May] was advertised at 271,400"
    const Index subject = scene_.clause(clause).subject;
    if (subject != kNone && subject < use.chunk && scene_.kind(subject) == ChunkKind::noun) {
      if (When when = when_of_hanging(subject); when.known() && !dates_base(when, use.chunk)) return when;
    }
    if (When when = time_pointed_to(scene_, clause); when.known()) return when;
    if (When when = time_of_antecedent(scene_, clause); when.known()) return when;
    if (When when = time_of_subject(scene_, clause); when.known()) return when;
    if (When when = time_of_happening(scene_, clause); when.known()) return when;
    if (When when = when_that_opens(use.chunk, clause); when.known()) return when;
    if (When when = when_of_clock(clause); when.known()) return when;
  }
  if (When when = when_of_row(use.chunk); when.known()) return when;
  if (When when = time_of_entry(scene_, article_.chunks[use.chunk].sentence); when.known()) return when;
  if (When when = time_then(scene_, use.chunk); when.known()) return when;
  if (When when = when_it_happened(clause); when.known()) return when;
  return when_in_focus(use, measured);
}

// "A bus fell into a ravine, killing 14 people, police said on Thursday": on the day of which the report
// tells, not on that of the saying.
When FigureFinder::when_it_happened(Index clause) const {
  const When& day = times_.main_day();
  if (clause == kNone || !day.period || !times_.is_lead()) return {};
  const Index verb = scene_.clause(clause).verb;
  if (scene_.clause(clause).kind != ClauseKind::participle || verb == kNone) return {};
  const Range chunks = scene_.chunks_of(article_.chunks[verb].sentence);
  bool said = false;
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    if (scene_.kind(i) != ChunkKind::time) continue;
    if (!is_time_of_saying(scene_, i)) return {};
    said = true;
  }
  return said ? carried_time(day) : When{};
}

// "41 dead [on the second day] and 178 on 24 June": a time of its own, which nobody can place.
bool FigureFinder::has_unread_time(Index chunk) const {
  const Index time = chunk + 2;
  if (!scene_.same_sentence(chunk, time) || scene_.kind(chunk + 1) != ChunkKind::preposition) return false;
  if (scene_.kind(time) != ChunkKind::time || time > limit_) return false;
  const Mention* date = scene_.date_of(time);
  return date != nullptr && date->kind == MentionKind::date && !date->period && !date->relative;
}

// "In FY23 it sold 2,310", where nothing tells when its years begin: not the time told before.
bool FigureFinder::has_unplaced_year(Index clause) const {
  const Range chunks = scene_.clause(clause).chunks;
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    if (scene_.kind(i) != ChunkKind::time || scene_.clause_of(i) != clause) continue;
    const Mention* date = scene_.date_of(i);
    if (date != nullptr && !date->period && date->timex && date->timex->value.starts_with("FY")) return true;
  }
  return false;
}

// "a fleet that [has since] grown to 412": no more at the time told before.
bool FigureFinder::has_since(Index clause) const {
  const Index verb = scene_.clause(clause).verb;
  if (verb == kNone) return false;
  const Range tokens = article_.chunks[verb].tokens;
  for (Index t = std::max<Index>(tokens.begin, 2) - 1; t < tokens.end; ++t) {
    if (lower(article_, article_.tokens[t]) == "since" && lemma(article_, article_.tokens[t - 1]) == "have")
      return true;
  }
  return false;
}

When FigureFinder::when_published() const {
  const Date published = article_.info.published.date;
  if (!published.known()) return {};
  return {.period = Period::of(published),
          .relative = RelativeDate{.grain = Grain::day},
          .basis = Basis::implied};
}

// "[The next year] brought 612": of what was told last, where what is told is past.
When FigureFinder::when_of_next(Index clause) const {
  const When own = own_time(scene_, clause);
  const Index verb = scene_.clause(clause).verb;
  if (!own.known() || own.chunk == kNone || verb == kNone || !verb_group(article_, verb).past) return {};
  if (!scene_.words(own.chunk).starts_with("the next ") || !carried_.period || carried_from_ == kNone)
    return {};
  const auto next = period_before(*carried_.period, -1);
  if (!next) return {};
  return {.period = next, .basis = Basis::implied, .chunk = own.chunk, .span = own.span};
}

// "…; the year before, it was [61]", "[96,700], and in 2019, before the lessons, 78,200": a time behind a
// semicolon, or one that opens what is joined on, dates what follows it there.
bool FigureFinder::parts(const When& when, Index chunk) const {
  if (when.chunk == kNone || !scene_.same_sentence(when.chunk, chunk)) return false;
  const auto [first, last] = std::minmax(when.chunk, chunk);
  for (Index i = first; i < last; ++i) {
    if (scene_.is_word(i, ";")) return true;
  }
  return chunk < when.chunk && opens_joined_part(scene_, when.chunk);
}

// What is quoted, or hangs on a noun, is not dated by the time that opens its sentence.
When FigureFinder::when_that_opens(Index chunk, Index clause) const {
  const ClauseKind kind = scene_.clause(clause).kind;
  if (kind == ClauseKind::relative || kind == ClauseKind::adverbial) return {};
  When when = fronted_time(scene_, chunk);
  if (!when.known() || scene_.is_quoted(scene_.span(chunk))) return {};
  return when;
}

// "tripled between 2017 and 2018 to 82,596": what a change comes to holds where the stretch ends.
When FigureFinder::at_its_end(const AmountUse& use, When when) const {
  const bool changes = use.verb != kNone && direction_of(scene_, use.verb) != Direction::unknown &&
                       preposition_of(article_, use.chunk) == "to";
  // "since 2020, from 1,260 to 2,540", "by 6 per cent since March to 3,640": as of now.
  const bool up_to_now = changes && when.role == TimeRole::since;
  if (up_to_now) {
    if (const When now = when_published(); now.known()) return now;
  }
  if (!changes || !when.period || !when.period->interval || when.period->open_to) return when;
  if (when.period->grain() == Grain::none && when.role == TimeRole::at && is_told_by_its_ends(article_, when))
    when.period = Period::of(when.period->to);
  return when;
}

// "[At 9 p.m.] the station reported 312", "were held [in the morning]": of the day that is told of. What
// opens a paragraph without a preposition ("11:45 The fields …") is the label of a ticker.
When FigureFinder::when_of_clock(Index clause) const {
  const Range chunks = scene_.clause(clause).chunks;
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    if (scene_.kind(i) != ChunkKind::time || scene_.clause_of(i) != clause) continue;
    const Mention* time = scene_.date_of(i);
    const bool clock = time != nullptr && time->kind == MentionKind::time && !time->period && !time->relative;
    if (!clock || i == scene_.chunks_of(article_.chunks[i].sentence).begin) return {};
    const bool hour = article_.text(time->span).find_first_of("0123456789") != std::string_view::npos;
    return carried_time(times_.day_told(!hour));
  }
  return {};
}

// "1994, Cerro Hondo: [121] dead", "Cases in the whole country, 2013: [94]": a row without a verb is dated by
// the time that opens or closes its label.
When FigureFinder::when_of_row(Index chunk) const {
  Range chunks = scene_.chunks_of(article_.chunks[chunk].sentence);
  if (!chunks.empty() && scene_.kind(chunks.begin) == ChunkKind::punctuation) ++chunks.begin;  // "- 3 May: …"
  if (chunks.empty() || chunk == chunks.begin) return {};
  Index colon = kNone;
  for (Index i = chunks.begin; i < chunk; ++i) {
    if (scene_.kind(i) == ChunkKind::verb) return {};
    if (colon == kNone && scene_.is_word(i, ":")) colon = i;
  }
  if (colon == kNone || colon == chunks.begin) return {};
  if (scene_.kind(chunks.begin) == ChunkKind::time) return when_of(scene_, chunks.begin);
  const bool closes =
      scene_.kind(colon - 1) == ChunkKind::time && colon - 1 > chunks.begin && scene_.is_word(colon - 2, ",");
  // "Guests, 2017: 131,200 [in the first], 396,700 in the second": of a part of that year.
  const bool of_part = scene_.same_sentence(chunk, chunk + 2) && ordinal_in(scene_.span(chunk + 2)) != 0;
  return closes && !of_part ? when_of(scene_, colon - 1) : When{};
}

When FigureFinder::when_of_adverbial(Index clause) const {
  const ClauseKind kind = scene_.clause(clause).kind;
  if (kind != ClauseKind::main && kind != ClauseKind::complement) return {};
  const Range clauses = scene_.clauses_of(scene_.clause(clause).sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& inner = scene_.clause(i);
    if (inner.parent != clause || inner.marker == kNone || inner.verb == kNone) continue;
    if (inner.kind != ClauseKind::adverbial && inner.kind != ClauseKind::complement) continue;
    if (!scene_.is_word(inner.marker, "when") && !scene_.is_word(inner.marker, "as")) continue;
    if (const When when = own_time(scene_, i); when.known() && when.role == TimeRole::at) return when;
  }
  return {};
}

// "In 2019 … in that year" goes back to the date just printed.
When FigureFinder::anchored(const When& when) const {
  if (when.chunk == kNone) return when;
  const Index sentence = article_.chunks[when.chunk].sentence;
  const Index before = sentence > 0 && scene_.same_block(sentence, sentence - 1) ? sentence - 1 : sentence;
  const Span near{article_.sentences[before].span.begin, when.span.begin};
  // "the fourth quarter of the year": of the year that is told, not of the date printed last.
  if (when.relative && when.relative->quarter != 0 && when.relative->offset == 0)
    return seen_from(scene_, when, times_.reference());
  // "met on Monday, 5 February. [Three days later] 400 signed": from the day printed just before.
  const bool by_days = when.relative && when.relative->offset != 0 && when.relative->grain == Grain::day;
  const auto is_day = [](const Mention& date) { return date.period && date.period->grain() == Grain::day; };
  if (by_days && std::ranges::any_of(Scene::starting_in(article_.dates, near), is_day)) return when;
  const bool same = when.relative && when.relative->offset == 0;
  // "6,900 tickets of [the year]", in a report on a year: of that one.
  const std::optional<Period>& stretch = times_.report().stretch;
  const bool the_year = same && when.relative->grain == Grain::year && stretch &&
                        stretch->grain() == Grain::year && equals_lower(article_.text(when.span), "the year");
  if (same && !Scene::starting_in(article_.dates, near).empty()) return when;
  if (the_year) return seen_from(scene_, when, {.period = stretch, .basis = Basis::implied});
  return seen_from(scene_, when, same ? times_.told_last() : times_.reference());
}

When FigureFinder::when_of_hanging(Index noun, Index before) {
  const Range clauses = scene_.clauses_of(article_.chunks[noun].sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene_.clause(i);
    if (clause.kind != ClauseKind::relative || clause.subject != noun || clause.verb == kNone) continue;
    if (clause.verb > before) continue;
    // "Losses, which stood at 27 % in 2018, have come down": told beside, of a number of its own.
    const bool beside =
        clause.marker != kNone && clause.marker > 0 && scene_.is_word(clause.marker - 1, ",") &&
        !Scene::starting_in(article_.amounts, span_of_chunks(article_, clause.chunks)).empty();
    if (beside) continue;
    if (When when = when_of_clause(scene_, i); when.known()) return when;
  }
  return {};
}

// "1,510,900 in the fourth quarter, after 2,114,300 in [the third]": the ordinal counts what the date
// of the figure before counts.
When FigureFinder::when_of_ordinal(Index chunk, const When& before) const {
  if (!before.period || !before.period->from.known()) return {};
  // "12,640 in the first", "and [the third] 1.49 million", "12,640 were born in the first"
  const Index verb =
      scene_.same_sentence(chunk, chunk + 1) && scene_.kind(chunk + 1) == ChunkKind::verb ? 1 : 0;
  for (const Index noun : {chunk + 2 + verb, chunk - 1}) {
    if (!scene_.same_sentence(chunk, noun) || !scene_.same_sentence(chunk, noun - 1)) continue;
    // "in the third", "and [the third] 1.49 million"
    const bool governed = scene_.kind(noun - 1) == ChunkKind::preposition || noun + 1 == chunk;
    const int ordinal = governed ? ordinal_in(scene_.span(noun)) : 0;
    if (ordinal == 0) continue;
    When when{.basis = Basis::implied, .chunk = noun, .span = scene_.span(noun)};
    const int told = ordinal_in(before.span);
    if (before.period->grain() == Grain::quarter && ordinal <= 4 && told != 0) {
      when.period = period_before(*before.period, told - ordinal);
    } else if (before.period->grain() == Grain::quarter && ordinal <= 4) {
      when.period = Period::quarter(before.period->from.year, ordinal);
    } else if (before.period->grain() == Grain::half && ordinal <= 2) {
      when.period = Period::half(before.period->from.year, ordinal);
    } else if (before.period->grain() == Grain::week && told != 0) {
      const auto days = std::chrono::days(7 * (ordinal - told));
      when.period = Period::between(Date::of(before.period->first_day() + days),
                                    Date::of(before.period->last_day() + days));
    }
    if (when.known()) return when;
  }
  return {};
}

int FigureFinder::ordinal_in(Span span) const {
  for (const Mention& amount : Scene::starting_in(article_.amounts, span)) {
    if (amount.kind != MentionKind::ordinal || !amount.value || !amount.value->best) continue;
    if (amount.span.end <= span.end && *amount.value->best < Decimal(54))
      return static_cast<int>(amount.value->best->to_double());
  }
  return 0;
}

// The date of the first thing that a sentence tells in the simple past: when something was said, or
// what had been before, does not count.
When FigureFinder::when_told(Index sentence) const {
  const Range clauses = scene_.clauses_of(sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene_.clause(i);
    if (clause.verb == kNone || clause.negated) continue;
    const Token& head = scene_.head(clause.verb);
    const VerbGroup verb = verb_group(article_, clause.verb);
    const bool says = is(head, WordClass::report_verb) || is(head, WordClass::confirm_verb) ||
                      is(head, WordClass::deny_verb) || is(head, WordClass::claim_verb) ||
                      is(head, WordClass::disclose_verb) || is(head, WordClass::show_verb);
    if (!verb.past || verb.perfect || verb.modal || verb.future || says) continue;
    const When when = own_time(scene_, i);
    if (when.known() && dates_base(when, kNone)) continue;
    const bool dated = when.relative || (when.period && when.period->from.day != 0);
    if (when.known() && dated && when.role == TimeRole::at) return when;
  }
  return {};
}

When FigureFinder::carried_time(When when) {
  when.basis = Basis::implied;
  when.chunk = kNone;
  return when;
}

}  // namespace tally
