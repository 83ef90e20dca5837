// What a report has told of times → candidates with their clues, and the best of them.
#include "claim/time_choice.h"

#include <algorithm>
#include <cmath>
#include <ranges>

#include "claim/time_chunks.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kFarthest = 40;         // chunks from a number to a date of its sentence
constexpr std::size_t kBack = 60;       // figures that are looked back on
constexpr std::size_t kMostTimes = 64;  // different times that are counted
constexpr std::chrono::days kQuarter{92};
constexpr std::chrono::days kTwoYears{731};

bool same_time(const When& a, const When& b) {
  return a.period || b.period ? a.period == b.period : a.relative == b.relative;
}

bool is_later(const When& a, const When& b) {
  if (!b.known()) return a.known();
  return a.period && b.period && a.period->known() && b.period->known() &&
         a.period->last_day() > b.period->last_day();
}

}  // namespace

class TimeMemory::Gathered {
 public:
  Gathered() {
    candidates_.push_back({});
    candidates_.front().clues.add(Clue::nothing);
  }

  void add(When when, Clue clue) {
    if (!when.known()) return;
    when.basis = Basis::implied;
    when.chunk = kNone;
    when.role = TimeRole::at;
    for (TimeCandidate& candidate : candidates_ | std::views::drop(1)) {
      if (same_time(candidate.when, when)) return candidate.clues.add(clue);
    }
    candidates_.push_back({.when = when, .clues = {}});
    candidates_.back().clues.add(clue);
    candidates_.back().clues.add(Clue::told);
  }

  [[nodiscard]] std::vector<TimeCandidate>& candidates() { return candidates_; }

 private:
  std::vector<TimeCandidate> candidates_;
};

When best_of(const TimeChoice& choice) {
  std::vector<double> scores;
  scores.reserve(choice.candidates.size());
  for (const TimeCandidate& candidate : choice.candidates)
    scores.push_back(score(candidate.clues, choice.settings) / 1000.0);
  if (scores.empty()) return {};
  const auto best = static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
  double sum = 0;
  for (const double other : scores) sum += std::exp(other - scores[best]);
  // The best of several that share the rest: held out, one with this probability is right in half of the
  // cases.
  constexpr double kSure = 0.4;
  return 1.0 / sum > kSure ? choice.candidates[best].when : When{};
}

When TimeMemory::first_date(Index sentence) const {
  if (!has_date(scene_, sentence)) return {};
  const Range chunks = scene_.chunks_of(sentence);
  for (Index i = chunks.begin; i < std::min(chunks.end, chunks.begin + kFarthest); ++i) {
    if (!may_tell_time(scene_, i)) continue;
    if (const When when = to_hold_at(scene_, when_told_in(scene_, i)); when.known()) return when;
  }
  return {};
}

void TimeMemory::enter(Index sentence, const When& happened) {
  const Index block = scene_.article().sentences[sentence].block;
  opens_block_ = block != block_.at;
  if (opened_here_.known()) opened_block_ = opened_here_;
  if (opens_block_) opened_block_ = {};
  opened_here_ = time_that_opens(scene_, sentence);
  if (opens_block_) {
    if (block_.latest.known()) block_before_ = block_;
    block_ = {.at = block};
    sentence_before_ = {};
    if (scene_.block_kind(sentence) == BlockKind::heading) heading_date_ = {};
  } else {
    sentence_before_ = sentence_;
  }
  if (sentence_.base.known()) base_before_ = sentence_.base;
  if (happened_here_.known()) happened_last_ = happened_here_;
  happened_here_ = happened;
  sentence_ = {.at = sentence, .date = first_date(sentence)};
  if (!block_.date.known()) block_.date = sentence_.date;
  if (scene_.block_kind(sentence) == BlockKind::heading && sentence_.date.known())
    heading_date_ = sentence_.date;
}

void TimeMemory::tell(Told told) {
  told.when = to_hold_at(scene_, told.when);
  if (!told.when.known()) return;
  if (told.is_base) {
    sentence_.base = told.when;
    block_.base = told.when;
    return;
  }
  for (Place* place : {&sentence_, &block_}) {
    if (!place->first.known()) place->first = told.when;
    place->last = told.when;
    if (!told.past_perfect) place->last_plain = told.when;
    if (is_later(told.when, place->latest)) place->latest = told.when;
    if (told.is_aside) continue;
    place->last_main = told.when;
    if (is_later(told.when, place->latest_main)) place->latest_main = told.when;
  }
  told.block = block_.at;
  (told.past_perfect ? past_perfect_before_ : main_before_) = told.when;
  if (is_later(told.when, latest_)) latest_ = told.when;
  if (!lead_figure_.known()) lead_figure_ = told.when;
  if (told.when.period) {
    const auto at = std::ranges::find(often_, *told.when.period, &std::pair<Period, int>::first);
    if (at != often_.end())
      ++at->second;
    else if (often_.size() < kMostTimes)
      often_.emplace_back(*told.when.period, 1);
  }
  told_.push_back(std::move(told));
}

When TimeMemory::reference() const {
  for (const When* told : {&sentence_.last_main, &sentence_before_.latest_main, &block_.latest_main,
                           &block_before_.latest_main}) {
    if (told->known()) return *told;
  }
  return {};
}

When TimeMemory::told_last() const {
  for (const When* told :
       {&sentence_.last, &sentence_before_.last, &block_.last, &block_before_.last_plain}) {
    if (told->known()) return *told;
  }
  return {};
}

When TimeMemory::day_told(bool farther) const {
  const Date published = scene_.article().info.published.date;
  const auto is_day = [&](const When& told) {
    return told.period && told.period->grain() == Grain::day && !told.period->interval &&
           (!published.known() || told.period->first_day() <= published.last_day());
  };
  for (const When* told : {&sentence_.date, &sentence_.last, &sentence_before_.date, &sentence_before_.last,
                           &block_.last, &block_.date}) {
    if (is_day(*told)) return *told;
  }
  return farther && is_day(block_before_.last) ? block_before_.last : When{};
}

bool TimeMemory::is_lead() const {
  return std::ranges::find(lead_, sentence_.at) != lead_.end();
}

Flags<Setting> TimeMemory::before() const {
  Flags<Setting> settings;
  settings.add(Setting::after_date, sentence_before_.date.known());
  settings.add(Setting::after_figure, sentence_before_.last.known());
  settings.add(Setting::after_told_date, block_.date.known() && !same_time(block_.date, sentence_.date));
  settings.add(Setting::after_past_perfect, !told_.empty() && told_.back().past_perfect);
  settings.add(Setting::after_base, base_before_.known() && block_.base.known());
  settings.add(Setting::after_heading, heading_date_.known());
  settings.add(Setting::after_event, happened_last_.known());
  settings.add(Setting::in_event, happened_here_.known());
  settings.add(Setting::lead_day_known, report_.lead_day.known());
  return settings;
}

bool TimeMemory::is_first_here() const {
  return !sentence_.first.known();
}

std::vector<TimeCandidate> TimeMemory::candidates(const TimeQuestion& question) const {
  Gathered gathered;
  add_from_sentence(gathered, question.chunk);
  add_from_before(gathered);
  add_from_lead(gathered);
  add_like(gathered, question);
  add_from_next(gathered);
  std::erase_if(
      gathered.candidates(), [&, held = times_held_against(question.chunk)](const TimeCandidate& c) {
        return std::ranges::any_of(held, [&](const When& other) { return same_time(c.when, other); });
      });
  for (TimeCandidate& candidate : gathered.candidates() | std::views::drop(1)) {
    candidate.clues.add(kind_of(candidate.when));
    candidate.clues.add(clues_of_telling(candidate.when, question.tense));
  }
  return std::move(gathered.candidates());
}

// "120 loans, up from 95 [last year]": the times of what a number is held against are not its own.
std::vector<When> TimeMemory::times_held_against(Index number) const {
  std::vector<When> times;
  if (number == kNone) return times;
  for (Index i = number + 1; i < scene_.article().chunks.size() && scene_.same_sentence(number, i); ++i) {
    if (scene_.kind(i) != ChunkKind::time || number_held_against(scene_, i) == kNone) continue;
    const When when = when_of(scene_, i);
    // "A year earlier" is told from the time that is sought.
    const bool from_here = when.relative && when.relative->anchor == RelativeDate::Anchor::focus;
    if (when.known() && !from_here) times.push_back(when);
  }
  return times;
}

// How the last figure of this time was told, and how long ago.
Flags<Clue> TimeMemory::clues_of_telling(const When& when, Tense tense) const {
  constexpr std::size_t kNear = 3;
  constexpr std::size_t kFar = 8;
  Flags<Clue> clues;
  std::size_t back = 0;
  std::size_t here = 0;
  for (const Told& told : told_ | std::views::reverse | std::views::take(kBack)) {
    if (told.block != block_.at) break;
    if (same_time(told.when, when)) ++here;
  }
  clues.add(Clue::often_here, here > 1);
  clues.add(Clue::first_told, block_.first.known() && block_before_.first.known() &&
                                  same_time(block_.first, when) && same_time(block_before_.first, when));
  for (const Told& told : told_ | std::views::reverse | std::views::take(kBack)) {
    ++back;
    if (!same_time(told.when, when)) continue;
    clues.add(Clue::of_state, told.is_state);
    clues.add(Clue::printed, told.is_printed);
    clues.add(Clue::told_aside, told.is_aside);
    clues.add(Clue::same_tense, told.tense == tense);
    clues.add(Clue::told_near, back <= kNear);
    clues.add(Clue::told_far, back > kFar);
    break;
  }
  return clues;
}

// "Sealine, [founded in 1962], runs nine ships": in a clause that hangs on something else than the number.
bool TimeMemory::is_aside(Index date, Index number) const {
  const Index clause = scene_.clause_of(date);
  if (clause == kNone || clause == scene_.clause_of(number)) return false;
  const ClauseKind kind = scene_.clause(clause).kind;
  return kind == ClauseKind::relative || kind == ClauseKind::participle;
}

void TimeMemory::add_from_sentence(Gathered& gathered, Index chunk) const {
  gathered.add(sentence_.last, Clue::figure_before);
  gathered.add(sentence_.first, Clue::first_here);
  for (const Told& told : told_ | std::views::reverse | std::views::take(kBack)) {
    if (!scene_.same_sentence(told.chunk, chunk)) break;
    gathered.add(told.when, Clue::figure_here);
  }
  gathered.add(sentence_.base, Clue::base_here);
  gathered.add(happened_here_, Clue::happened_here);
  const Range chunks = scene_.chunks_of(sentence_.at);
  const auto date_at = [&](Index i) {
    return scene_.kind(i) == ChunkKind::time ? to_hold_at(scene_, when_told_in(scene_, i)) : When{};
  };
  for (Index i = chunk; i > chunks.begin && chunk - i < kFarthest; --i) {
    const When when = date_at(i - 1);
    if (!when.known()) continue;
    gathered.add(when, Clue::date_before);
    if (is_aside(i - 1, chunk)) gathered.add(when, Clue::in_aside);
    break;
  }
  for (Index i = chunk + 1; i < std::min(chunks.end, chunk + kFarthest); ++i) {
    // "17 minutes, compared with 12 [in 2019]": the time of another figure
    // "in 2020 201,400; then 219,800 [in 2021]"
    if (scene_.is_word(i, ";") || is(scene_.head(i), WordClass::base_mark) || scene_.is_word(i, "than") ||
        scene_.is_word(i, "compared") || is_multiple(scene_, i))
      break;
    const When when = date_at(i);
    if (!when.known()) continue;
    if (opens_joined_part(scene_, i)) break;
    // "the 10,450 of the previous year": what lies before the time told is another one.
    const bool before =
        when.relative && when.relative->anchor == RelativeDate::Anchor::focus && when.relative->offset < 0;
    if (!before) gathered.add(when, Clue::date_after);
    if (!before && is_aside(i, chunk)) gathered.add(when, Clue::in_aside);
    break;
  }
  constexpr Index kOpening = 3;
  for (Index i = chunks.begin; i < std::min(chunk, chunks.begin + kOpening); ++i)
    gathered.add(date_at(i), Clue::opens_sentence);
}

void TimeMemory::add_from_before(Gathered& gathered) const {
  gathered.add(sentence_before_.last, Clue::sentence_before);
  gathered.add(sentence_before_.first, Clue::first_before);
  gathered.add(sentence_before_.date, Clue::date_in_sentence_before);
  gathered.add(block_.latest, Clue::latest_before);
  gathered.add(block_.first, Clue::first_in_block);
  gathered.add(block_.date, Clue::date_in_block);
  gathered.add(block_before_.latest, Clue::latest_block_before);
  gathered.add(block_before_.first, Clue::first_block_before);
  gathered.add(base_before_, Clue::base_before);
  gathered.add(main_before_, Clue::main_before);
  gathered.add(past_perfect_before_, Clue::past_perfect_before);
  gathered.add(happened_last_, Clue::happened_last);
  gathered.add(heading_date_, Clue::heading_date);
  gathered.add(opened_block_, Clue::opened_block);
}

void TimeMemory::add_from_lead(Gathered& gathered) const {
  gathered.add(lead_figure_, Clue::lead_figure);
  // A title is dated by the first lines; what they tell is not dated by what they go on to.
  const bool ahead = report_.lead_date_at != kNone && report_.lead_date_at > sentence_.at &&
                     scene_.block_kind(sentence_.at) != BlockKind::title;
  if (!ahead) gathered.add(report_.lead_date, Clue::lead_date);
  gathered.add(report_.lead_day, Clue::lead_day);
  gathered.add(report_.title_date, Clue::title_date);
  gathered.add(report_.main_day, Clue::main_day);
  if (report_.stretch) gathered.add({.period = report_.stretch}, Clue::report);
  const Date published = scene_.article().info.published.date;
  // An undated report is dated by what its figures say, not by what they are taken to say.
  if (!published.known()) return;
  gathered.add({.period = Period::of(published), .relative = RelativeDate{.grain = Grain::day}},
               Clue::publication);
  const std::optional<Period>& day = (report_.main_day.period ? report_.main_day : report_.lead_day).period;
  if (!day || published.day == 0 || day->interval) return;
  if (day->last_day() < published.first_day())
    gathered.add({.period = Period::between(day->from, published)}, Clue::since_lead);
}

// "The ferry sank with 61 on board. It went down on 4 May": what is dated by the next sentence.
void TimeMemory::add_from_next(Gathered& gathered) const {
  const Index next = sentence_.at + 1;
  if (next < scene_.article().sentences.size() && scene_.same_block(sentence_.at, next))
    gathered.add(first_date(next), Clue::date_in_next);
}

void TimeMemory::add_like(Gathered& gathered, const TimeQuestion& question) const {
  const auto add_last = [&](Clue clue, std::string_view wanted, std::string Told::* slot) {
    if (wanted.empty()) return;
    for (const Told& told : told_ | std::views::reverse | std::views::take(kBack)) {
      if (told.*slot != wanted) continue;
      gathered.add(told.when, clue);
      return;
    }
  };
  add_last(Clue::same_measure, question.measure, &Told::measure);
  add_last(Clue::same_unit, question.unit, &Told::unit);
  add_last(Clue::same_subject, question.subject, &Told::subject);
  gathered.add(block_.base, Clue::told_as_base);
  if (!often_.empty()) {
    const auto most = std::ranges::max_element(often_, {}, &std::pair<Period, int>::second);
    gathered.add({.period = most->first}, Clue::often_told);
  }
  if (report_.often_printed) gathered.add({.period = report_.often_printed}, Clue::often_printed);
}

// "Last year" of a report that prints no date is a year all the same.
static Flags<Clue> kind_of(const RelativeDate& relative) {
  Flags<Clue> clues;
  const bool day = relative.day != 0 || relative.weekday != 0 || relative.grain == Grain::day;
  const bool quarter = relative.quarter != 0 || relative.half != 0;
  const bool month = relative.month != 0 || relative.grain == Grain::month;
  const bool year = relative.grain == Grain::year && !quarter && !month && relative.months == 0;
  clues.add(Clue::day, day);
  clues.add(Clue::quarter, !day && quarter);
  clues.add(Clue::month, !day && !quarter && month);
  clues.add(Clue::year, !day && year);
  clues.add(Clue::ends_shortly_before, !day && year && relative.offset == -1);
  clues.add(Clue::holds_publication, relative.offset == 0 && (year || relative.grain == Grain::day));
  return clues;
}

Flags<Clue> TimeMemory::kind_of(const When& when) const {
  Flags<Clue> clues;
  clues.add(Clue::latest_so_far, latest_.known() && same_time(when, latest_));
  if (!when.period && when.relative) clues.add(tally::kind_of(*when.relative));
  if (!when.period || !when.period->known()) return clues;
  const Grain grain = when.period->grain();
  clues.add(Clue::day, grain == Grain::day);
  clues.add(Clue::week, grain == Grain::week);
  clues.add(Clue::month, grain == Grain::month);
  clues.add(Clue::quarter, grain == Grain::quarter || grain == Grain::half);
  clues.add(Clue::year, grain == Grain::year);
  clues.add(Clue::stretch, grain == Grain::none);
  if (report_.stretch && when.period != report_.stretch) {
    clues.add(Clue::in_report, report_.stretch->contains(*when.period));
    clues.add(Clue::before_report, when.period->last_day() < report_.stretch->first_day());
  }
  const Date published = scene_.article().info.published.date;
  if (!published.known()) return clues;
  const auto ends = when.period->last_day();
  clues.add(Clue::holds_publication, when.period->contains(Period::of(published)));
  clues.add(Clue::last_year, grain == Grain::year && when.period->from.year + 1 == published.year);
  constexpr std::chrono::days kYear{366};
  clues.add(Clue::years, when.period->last_day() > when.period->first_day() + kYear);
  clues.add(Clue::ends_shortly_before,
            ends < published.first_day() && ends + kQuarter > published.first_day());
  clues.add(Clue::ends_long_before, ends + kTwoYears < published.first_day());
  clues.add(Clue::ahead, when.period->first_day() > published.last_day());
  return clues;
}

}  // namespace tally
