// When a figure holds and over which stretch: the time beside it, of its clause, of the clause that
// hangs on its noun, or of what was told last.
#include <algorithm>
#include <utility>

#include "base/characters.h"
#include "claim/figure_finder.h"
#include "claim/modality.h"
#include "claim/report_times.h"
#include "claim/stages.h"
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

// "The vessel, [28 metres] long, was built in 1986": a thing is as long as it is at any time.
bool FigureFinder::is_dimension(const AmountUse& use) const {
  const auto amounts = Scene::starting_in(article_.amounts, scene_.span(use.chunk));
  if (amounts.empty() || amounts.front().unit.empty()) return false;
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

// "…; the year before, it was [61]": a time behind a semicolon dates what follows it there.
bool FigureFinder::parts(const When& when, Index chunk) const {
  if (when.chunk == kNone || !scene_.same_sentence(when.chunk, chunk)) return false;
  const auto [first, last] = std::minmax(when.chunk, chunk);
  for (Index i = first; i < last; ++i) {
    if (scene_.is_word(i, ";")) return true;
  }
  return false;
}

// What is quoted, or hangs on a noun, is not dated by the time that opens its sentence.
When FigureFinder::when_that_opens(Index chunk, Index clause) const {
  const ClauseKind kind = scene_.clause(clause).kind;
  if (kind == ClauseKind::relative || kind == ClauseKind::adverbial) return {};
  When when = fronted_time(scene_, chunk);
  if (!when.known() || scene_.is_quoted(scene_.span(chunk))) return {};
  return when;
}

// "[between] 2017 and 2018", "[from] May to July": a change came about from the one to the other; "fell to
// 8.1 million in the six months to September" counts those months.
static bool is_told_by_its_ends(const Article& article, const When& when) {
  const std::string_view words = article.text(when.span);
  for (const std::string_view start : {"between ", "from "}) {
    if (words.size() > start.size() && equals_lower(words.substr(0, start.size()), start)) return true;
  }
  const Index first = token_from(article, when.span.begin);
  if (first == 0 || first >= article.tokens.size()) return false;
  const Spelling before = lower(article, article.tokens[first - 1]);
  return before == "between" || before == "from";
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

When FigureFinder::when_of_base(const AmountUse& use) {
  const When when = anchored(find_when_of_base(use));
  return when.known() ? when : when_a_year_before(use);
}

// "Fewer than a year before. … 486 million, [from 871 million]": a report that compares by the year does so
// where it does not say.
When FigureFinder::when_a_year_before(const AmountUse& use) const {
  if (!times_.compares_by_year() || focus_.claim == kNone || !scene_.same_sentence(focus_.chunk, use.chunk))
    return {};
  const bool of_others =
      scene_.same_sentence(use.chunk, use.chunk + 1) && scene_.is_word(use.chunk + 1, "of");
  const std::optional<Period>& period = focus_.when.period;
  if (of_others || has_unread_time(use.chunk) || !period || !period->known() || period->open_from ||
      period->open_to || period->grain() == Grain::day || !period->from.known())
    return {};
  // "In 2012 it cut its places from 420": told of another year, before or behind.
  if (focus_.when.basis != Basis::implied && period->grain() == Grain::year) return {};
  return {.period = in_year(*period, static_cast<std::int16_t>(period->from.year - 1)),
          .basis = Basis::implied};
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
  if (same && !Scene::starting_in(article_.dates, near).empty()) return when;
  return seen_from(scene_, when, same ? times_.told_last() : times_.reference());
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
    const When when = when_of(scene_, number + 4);
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

// "24 were killed, the highest number since [2005]": how far the comparison reaches, not when it was.
bool FigureFinder::dates_extreme(const When& when, Index chunk) const {
  if (when.chunk == kNone || when.role != TimeRole::since || when.chunk < chunk) return false;
  for (Index i = chunk + 1; i < when.chunk && scene_.same_sentence(i, when.chunk); ++i) {
    const Range tokens = article_.chunks[i].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      const Token& token = article_.tokens[t];
      if (token.tag == Tag::jjs || is(token, WordClass::superlative) || is(token, WordClass::ordinal))
        return true;
    }
  }
  return false;
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
