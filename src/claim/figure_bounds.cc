// The time of a figure → its claim: the stretch as a reader counts it, and what kind of count that makes it.
//
//   "so far this year 1,208 cases" told on 6 June   2024-01-01/2024-06-06, a total
//   "at the end of June the debt stood at 94 million"   2024-06-30, a level
#include <algorithm>
#include <optional>
#include <string>

#include "claim/figure_finder.h"
#include "text/vocabulary.h"

namespace tally {

void FigureFinder::set_time(Claim& claim, const When& when) {
  if (!when.known()) return;
  if (when.period) claim.period = in_whole_months(*when.period);
  claim.relative = when.relative;
  claim.period_basis = when.basis;
  if (when.role == TimeRole::since) {
    if (when.period) claim.period = since_until_publication(article_, *when.period);
    claim.period_basis = Basis::implied;
  }
}

// What is told in the past was not in the future: "Sixty-two died on 24 March", but "600 tents are due on
// 24 March".
void FigureFinder::settle_tense(Claim& claim, const AmountUse& use) const {
  const VerbGroup verb = use.verb == kNone ? VerbGroup{} : verb_group(article_, use.verb);
  const bool of_now = verb.finite && !verb.past && !verb.perfect;
  if (of_now && use.use != Use::base) return;
  const Date published = article_.info.published.date;
  // "Sixty-two died between January and June", told on New Year's Day.
  const bool ahead = claim.period && claim.period->known() && published.known() && !claim.period->open_from &&
                     claim.period->first_day() > published.last_day();
  if (ahead && !claim.relative && claim.period_basis == Basis::implied && claim.period->interval) {
    claim.period = in_year(*claim.period, static_cast<std::int16_t>(claim.period->from.year - 1));
    return;
  }
  // "employed 13,190 people at year-end", told in February: the end of the year before.
  const bool year_end = ahead && claim.relative && claim.relative->grain == Grain::year &&
                        claim.relative->offset == 0 && claim.period_basis == Basis::implied &&
                        claim.period->from.month == 12 && claim.period->from.day == 31 &&
                        !claim.period->interval;
  if (year_end) {
    claim.period = in_year(*claim.period, static_cast<std::int16_t>(claim.period->from.year - 1));
    claim.relative->offset = -1;
    return;
  }
  // "The fee is to rise to 26 in January": what was read around the date tells which January.
  if (verb.infinitive && !verb.finite) return;
  if (!claim.relative || !claim.period || !published.known() || claim.period->open_from) return;
  if (claim.relative->pick != RelativeDate::Pick::future || claim.relative->offset > 0) return;
  if (claim.period->first_day() <= published.last_day()) return;
  RelativeDate past = *claim.relative;
  past.pick = RelativeDate::Pick::past;
  const std::optional<Period> period = resolve(past, published);
  if (!period || period->first_day() > published.last_day()) return;
  claim.period = period;
  claim.relative = past;
}

void FigureFinder::set_bounds(Claim& claim, const When& when) const {
  if (!claim.period || claim.period->open_from || when.chunk == kNone) return;
  const Mention* date = scene_.date_in(when.span);
  const bool flow = claim.unit != "percent" && claim.measure.aggregate == Aggregate::unknown;
  const bool as_of_day = when.role == TimeRole::as_of && claim.period->grain() == Grain::day;
  if (flow && (when.role == TimeRole::since || as_of_day)) claim.measure.aggregate = Aggregate::total;
  // "now has 31 cases": how it stands.
  if (flow && date != nullptr && date->timex && date->timex->value == "PRESENT_REF")
    claim.measure.aggregate = Aggregate::level;
  if (claim.period->open_to) return;
  const Grain grain = claim.period->grain();
  const bool long_stretch = grain == Grain::month || grain == Grain::year || grain == Grain::quarter;
  if (date != nullptr && date->timex && date->timex->mod == "END" && long_stretch) {
    claim.period = Period::of(Date::of(claim.period->last_day()));
    if (claim.measure.aggregate == Aggregate::unknown)
      claim.measure.aggregate = when.role == TimeRole::as_of ? Aggregate::total : Aggregate::level;
    return;
  }
  if (const auto until = counted_until(when); until && long_stretch && claim.period->contains(*until)) {
    claim.period = Period::between(Date::of(claim.period->first_day()), until->from);
    claim.measure.aggregate = Aggregate::total;
    return;
  }
  const Date published = article_.info.published.date;
  if (published.day == 0 || !long_stretch || !claim.period->contains(Period::of(published))) return;
  // "so far this year", "so far in August", "this year so far"
  for (const int away : {-1, 1, -2}) {
    if (away < 0 && when.chunk < static_cast<Index>(-away)) continue;
    const Index i = when.chunk + static_cast<Index>(away);
    if (!scene_.same_sentence(i, when.chunk)) continue;
    if (away == -2 && scene_.kind(when.chunk - 1) != ChunkKind::preposition) continue;
    const Spelling words = scene_.words(i);
    const bool so_far = words == "so far" || (words == "far" && i > 0 && scene_.is_word(i - 1, "so")) ||
                        (words == "so" && scene_.is_word(i + 1, "far"));
    if (!so_far) continue;
    claim.period = Period::between(Date::of(claim.period->first_day()), published);
    claim.period_basis = Basis::implied;
    claim.measure.aggregate = Aggregate::total;
    return;
  }
}

// "1,208 cases this year [as of 6 June]": the day up to which the clause counts.
std::optional<Period> FigureFinder::counted_until(const When& when) const {
  const Index clause = scene_.clause_of(when.chunk);
  if (clause == kNone) return std::nullopt;
  constexpr Index kFarthest = 16;
  Range chunks = scene_.clause(clause).chunks;
  chunks.begin = std::max(chunks.begin, when.chunk - std::min(when.chunk, kFarthest));
  chunks.end = std::min(chunks.end, when.chunk + kFarthest);
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    if (i == 0 || i == when.chunk || scene_.kind(i) != ChunkKind::time) continue;
    if (scene_.words(i - 1) != "as of") continue;
    const When until = when_of(scene_, i);
    if (until.role == TimeRole::as_of && until.period && !until.period->interval &&
        until.period->from.day != 0)
      return until.period;
  }
  return std::nullopt;
}

bool FigureFinder::is_running(const AmountUse& use) const {
  if (use.verb == kNone) return true;
  const Index token = article_.chunks[use.chunk].tokens.begin;
  const bool counted_up = token >= 3 && lower(article_, article_.tokens[token - 1]) == "of" &&
                          is(article_.tokens[token - 2], WordClass::total_noun) &&
                          lower(article_, article_.tokens[token - 3]) == "a";
  return !counted_up || verb_group(article_, use.verb).perfect;
}

void FigureFinder::set_aggregate(Claim& claim, const AmountUse& use) {
  Aggregate& aggregate = claim.measure.aggregate;
  if (aggregate != Aggregate::unknown) return;
  if (claim.unit == "percent") {
    aggregate = claim.measure.property.find("rate") != std::string::npos ? Aggregate::rate : Aggregate::share;
  } else if (says_total(use) && is_running(use)) {
    aggregate = Aggregate::total;
  } else if (claim.period) {
    aggregate = aggregate_of(claim.period->grain());
  }
}

// A running total without a date stands as of the report's own.
void FigureFinder::stand_at_publication(Claim& claim) const {
  claim.relative = RelativeDate{.grain = Grain::day};
  claim.period_basis = Basis::implied;
  if (article_.info.published.date.known()) claim.period = Period::of(article_.info.published.date);
}

bool FigureFinder::says_total(const AmountUse& use) const {
  const Span sentence = article_.sentences[article_.chunks[use.chunk].sentence].span;
  const Span clause =
      use.clause == kNone ? sentence : span_of_chunks(article_, scene_.clause(use.clause).chunks);
  const Index from = use.clause == kNone ? use.chunk : scene_.clause(use.clause).chunks.begin;
  for (Index i = from; i < article_.chunks.size() && scene_.span(i).begin < clause.end; ++i) {
    const Range tokens = article_.chunks[i].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      const Token& token = article_.tokens[t];
      if (is(token, WordClass::total_adjective) && lower(article_, token) != "combined") return true;
    }
  }
  return false;
}

}  // namespace tally
