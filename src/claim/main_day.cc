// First sentences → the day of what their report tells of.
#include "claim/main_day.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "claim/report_times.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kFarthest = 40;  // chunks into a sentence
constexpr std::chrono::days kTwoYears{731};

class DayReader {
 public:
  explicit DayReader(const Scene& scene) : scene_(scene) {}

  // The day of what the report tells of: that of a happening named with its date, told as a subject or
  // counted back to; else of the first thing that its first lines tell in the past.
  [[nodiscard]] When read(const std::vector<Index>& sentences) const {
    for (const auto find : {&DayReader::day_of_happening, &DayReader::day_struck, &DayReader::days_after,
                            &DayReader::day_told}) {
      for (const Index s : sentences) {
        if (const When when = (this->*find)(s); when.known()) return when;
      }
    }
    return {};
  }

 private:
  [[nodiscard]] bool may_be_day(const When& when) const {
    if (!when.known() || when.role != TimeRole::at) return false;
    if (!when.period) return when.relative->weekday != 0 || when.relative->grain == Grain::day;
    const Date published = scene_.article().info.published.date;
    const bool day = when.period->known() && when.period->grain() == Grain::day && !when.period->interval;
    return day && (!published.known() || (when.period->first_day() <= published.last_day() &&
                                          when.period->last_day() + kTwoYears > published.first_day()));
  }

  // "the arrests of [9 June]", "the march on [Sunday]", "[Tuesday]'s explosion"
  [[nodiscard]] When day_of_happening(Index sentence) const {
    const Range chunks = scene_.chunks_of(sentence);
    for (Index i = chunks.begin; i < std::min(chunks.end, chunks.begin + kFarthest); ++i) {
      if (scene_.kind(i) != ChunkKind::noun || !is(scene_.head(i), WordClass::happening)) continue;
      When when = when_told_in(scene_, i);
      const bool beside = i + 2 < chunks.end && (scene_.is_word(i + 1, "of") || scene_.is_word(i + 1, "on"));
      if (!when.known() && beside) when = when_told_in(scene_, i + 2);
      const bool owned = i >= chunks.begin + 2 && scene_.is_word(i - 1, "'s");
      if (!when.known() && owned) when = when_told_in(scene_, i - 2);
      if (may_be_day(when)) return when;
    }
    return {};
  }

  // "[The quake] struck at 4.52 on Tuesday morning"
  [[nodiscard]] When day_struck(Index sentence) const {
    const Range chunks = scene_.chunks_of(sentence);
    if (chunks.size() < 3 || scene_.kind(chunks.begin) != ChunkKind::noun ||
        scene_.kind(chunks.begin + 1) != ChunkKind::verb || !is_the_happening(chunks.begin))
      return {};
    constexpr Index kBehind = 10;
    for (Index i = chunks.begin + 2; i < std::min(chunks.end, chunks.begin + kBehind); ++i) {
      if (const When when = when_told_in(scene_, i); may_be_day(when)) return when;
    }
    return {};
  }

  [[nodiscard]] bool is_the_happening(Index chunk) const {
    return is(scene_.head(chunk), WordClass::happening) && scene_.words(chunk).starts_with("the ");
  }

  // "on Friday, [three days after an earthquake]": so many days before what is told, or the report.
  [[nodiscard]] When days_after(Index sentence) const {
    const Range chunks = scene_.chunks_of(sentence);
    std::optional<Period> told;
    for (Index i = chunks.begin; i + 2 < std::min(chunks.end, chunks.begin + kFarthest); ++i) {
      if (!may_tell_time(scene_, i)) continue;
      if (const When when = when_told_in(scene_, i); may_be_day(when) && when.period) told = when.period;
      const Mention* length = scene_.date_of(i);
      const bool after = length != nullptr && length->kind == MentionKind::duration && length->timex &&
                         scene_.is_word(i + 1, "after") && scene_.kind(i + 2) == ChunkKind::noun &&
                         is(scene_.head(i + 2), WordClass::happening);
      const std::string_view value = after ? std::string_view(length->timex->value) : std::string_view();
      int days = 0;
      if (value.size() < 3 || value.front() != 'P' || value.back() != 'D' ||
          std::from_chars(value.data() + 1, value.data() + value.size() - 1, days).ec != std::errc{})
        continue;
      const Date published = scene_.article().info.published.date;
      if (!told && published.day == 0) return {};
      const auto from = told ? told->first_day() : published.first_day();
      return {.period = Period::of(Date::of(from - std::chrono::days(days))), .basis = Basis::implied};
    }
    return {};
  }

  // "came down on Monday night", but not "said on Thursday".
  [[nodiscard]] When day_told(Index sentence) const {
    const Range clauses = scene_.clauses_of(sentence);
    for (Index i = clauses.begin; i < clauses.end; ++i) {
      const Index verb = scene_.clause(i).verb;
      if (verb == kNone || scene_.clause(i).negated) continue;
      const VerbGroup group = verb_group(scene_.article(), verb);
      if (!group.past || group.perfect || group.modal || group.future || is_says_verb(scene_.head(verb)))
        continue;
      // "Rescuers were digging on Friday for workers buried the day before": what goes on is not what
      // happened.
      if (group.progressive) continue;
      if (const When when = own_time(scene_, i); may_be_day(when)) return when;
    }
    return {};
  }

  const Scene& scene_;
};

}  // namespace

bool is_says_verb(const Token& head) {
  return is_any(head, {WordClass::report_verb, WordClass::confirm_verb, WordClass::deny_verb,
                       WordClass::claim_verb, WordClass::disclose_verb, WordClass::show_verb});
}

When main_day(const Scene& scene, const std::vector<Index>& first) {
  return DayReader(scene).read(first);
}

}  // namespace tally
