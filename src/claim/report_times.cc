// Title, head and first lines → the times that a report names once for all its figures.
#include "claim/report_times.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/characters.h"
#include "claim/main_day.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kFarthest = 40;     // chunks into a sentence
constexpr std::size_t kHead = 8;    // blocks
constexpr std::size_t kFirst = 12;  // sentences in which a report says what it is about
constexpr std::chrono::days kNearly{15};
constexpr std::chrono::days kTwoYears{731};

// "Half-year results", "QUARTERLY REPORT": over how many months a head says that the report goes; 0 where it
// does not say, or says two things.
int months_told(std::string_view head) {
  struct Length {
    std::string_view word;
    int months;
  };
  constexpr std::array<Length, 9> kLengths{{{"quarter", 3},
                                            {"three months", 3},
                                            {"half", 6},
                                            {"interim", 6},
                                            {"six months", 6},
                                            {"nine months", 9},
                                            {"year", 12},
                                            {"annual", 12},
                                            {"twelve months", 12}}};
  const std::string words = lower_case(head);
  int months = 0;
  for (const auto& [word, told] : kLengths) {
    if (words.find(word) == std::string::npos) continue;
    // "half-year": a year's half.
    const bool half_of_it = told == 12 && months == 6;
    if (months != 0 && months != told && !half_of_it) return 0;
    if (!half_of_it) months = told;
  }
  return months;
}

// "6,210 tonnes ([2021]: 5,890)": the time of the number behind it.
bool labels_another(const Scene& scene, Index chunk) {
  if (scene.kind(chunk) != ChunkKind::time || chunk == 0 || !scene.same_sentence(chunk, chunk - 1) ||
      !scene.same_sentence(chunk, chunk + 1))
    return false;
  return scene.head(chunk - 1).tag == Tag::open_bracket && scene.is_word(chunk + 1, ":");
}

class ReportReader {
 public:
  explicit ReportReader(const Scene& scene) : scene_(scene) {}

  ReportTimes read() {
    read_lead();
    read_closed_stretch();
    read_head();
    read_often_printed();
    first_ = first_sentences();
    say_season_exactly();
    times_.stretch = find_stretch();
    times_.main_day = main_day(scene_, first_);
    times_.compares_by_year = compares_by_year();
    return times_;
  }

 private:
  void read_lead() {
    for (const Index s : scene_.lead()) {
      if (!has_date(scene_, s)) continue;
      const Range chunks = scene_.chunks_of(s);
      for (Index i = chunks.begin; i < std::min(chunks.end, chunks.begin + kFarthest); ++i) {
        if (!may_tell_time(scene_, i)) continue;
        const When when = to_hold_at(scene_, when_told_in(scene_, i));
        if (!when.known()) continue;
        if (scene_.block_kind(s) == BlockKind::title && !times_.title_date.known()) times_.title_date = when;
        if (!times_.lead_date.known()) {
          times_.lead_date = when;
          times_.lead_date_at = s;
        }
        const bool day = when.period && when.period->grain() == Grain::day;
        if (day && !times_.lead_day.known()) times_.lead_day = when;
      }
    }
  }

  // Before any other time of the title: "Half-year results to 31 December 2023" is not of that day.
  void read_closed_stretch() {
    const Article& article = scene_.article();
    for (std::size_t b = 0; b < std::min(kHead, article.blocks.size()); ++b) {
      const Block& block = article.blocks[b];
      if (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item) return;
      for (const Mention& date : Scene::starting_in(article.dates, block.span)) {
        const When stretch = stretch_closed_by(date, block);
        if (!stretch.known()) continue;
        times_.title_date = stretch;
        return;
      }
    }
  }

  // "Landlord claims, April to June 2024", "Annual report 2023" over the text: the stretch that the report is
  // about, where its title does not say; the day that it appeared on is none.
  void read_head() {
    const Article& article = scene_.article();
    for (std::size_t b = 0; b < std::min(kHead, article.blocks.size()) && !times_.title_date.known(); ++b) {
      const Block& block = article.blocks[b];
      if (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item) return;
      for (const Mention& date : Scene::starting_in(article.dates, block.span)) {
        const When when = to_hold_at(scene_, when_printed(date, kNone));
        if (!when.period || when.period->grain() == Grain::day || date.kind == MentionKind::duration)
          continue;
        const Date published = article.info.published.date;
        if (published.known() && when.period->contains(Period::of(published)) && !when.period->interval)
          continue;
        times_.title_date = when;
        return;
      }
    }
  }

  // "Half-year results to 31 December 2023", "Quarterly report, period ended 30 June": the months up to a day
  // that closes one.
  [[nodiscard]] When stretch_closed_by(const Mention& date, const Block& block) const {
    const Article& article = scene_.article();
    if (!date.period || date.period->interval || date.period->grain() != Grain::day) return {};
    const Date day = date.period->from;
    if (Date{.year = day.year, .month = day.month}.last_day() != day.first_day()) return {};
    static constexpr std::array<std::string_view, 5> kClosing = {" to ", " ended ", " ending ", " to the ",
                                                                 " ended on "};
    const std::string_view before =
        article.text(Span{block.span.begin, std::max(block.span.begin, date.span.begin)});
    const bool closes = std::ranges::any_of(kClosing, [&](std::string_view word) {
      return before.size() > word.size() && equals_lower(before.substr(before.size() - word.size()), word);
    });
    const int months = closes ? months_told(article.text(block.span)) : 0;
    if (months == 0) return {};
    const auto last = std::chrono::year{day.year} / std::chrono::month{day.month};
    const auto first = last - std::chrono::months(months - 1);
    const Date from{.year = static_cast<std::int16_t>(int{first.year()}),
                    .month = static_cast<std::uint8_t>(unsigned{first.month()})};
    return {.period = Period::between(from, Date{.year = day.year, .month = day.month}),
            .basis = Basis::implied};
  }

  void read_often_printed() {
    std::vector<Period> periods;
    for (const Mention& date : scene_.article().dates) {
      if (date.kind != MentionKind::date || !date.period || !date.period->known()) continue;
      if (!date.period->open_from && !date.period->open_to) periods.push_back(*date.period);
    }
    std::ranges::sort(periods);
    std::size_t most = 1;
    for (std::size_t begin = 0; begin < periods.size();) {
      std::size_t end = begin;
      while (end < periods.size() && periods[end] == periods[begin]) ++end;
      if (end - begin > most) {
        most = end - begin;
        times_.often_printed = periods[begin];
      }
      begin = end;
    }
  }

  [[nodiscard]] bool compares_by_year() const {
    bool by_year = false;
    for (const Mention& date : scene_.article().dates) {
      if (!date.relative || date.relative->offset != -1 || date.relative->length != 0) continue;
      const bool year = date.relative->grain == Grain::year;
      if (date.relative->anchor == RelativeDate::Anchor::focus && !year) return false;
      by_year = by_year || (year && date.relative->anchor == RelativeDate::Anchor::focus);
    }
    return by_year;
  }

  // Those of the first that have a date.
  [[nodiscard]] std::vector<Index> first_sentences() const {
    std::vector<Index> sentences;
    for (Index s = 0; s < scene_.article().sentences.size() && sentences.size() < kFirst; ++s) {
      if (scene_.is_news(s)) sentences.push_back(s);
    }
    std::erase_if(sentences, [&](Index s) { return !has_date(scene_, s); });
    return sentences;
  }

  // "Winter 2023/24" in the head, "between 1 October 2023 and 30 April 2024" in the text: which months the
  // report counts to its season.
  void say_season_exactly() {
    const auto is_season_like = [](const When& when) {
      return when.period && when.period->known() && when.period->interval &&
             when.period->from.year + 1 == when.period->to.year && when.period->from.day == 0;
    };
    const When season = is_season_like(times_.title_date) ? times_.title_date : times_.lead_date;
    if (!is_season_like(season)) return;
    const Period around =
        Period::between(Date{.year = season.period->from.year}, Date{.year = season.period->to.year});
    for (const Index s : first_) {
      for (const Mention& date :
           Scene::starting_in(scene_.article().dates, scene_.article().sentences[s].span)) {
        const bool exact = date.kind == MentionKind::range && date.basis == Basis::printed && date.period &&
                           date.period->known() && !date.period->open_from && !date.period->open_to &&
                           date.period->from.day != 0;
        if (!exact || !around.contains(*date.period) || !is_as_long(*date.period, *season.period)) continue;
        for (When* told : {&times_.title_date, &times_.lead_date}) {
          if (told->period == season.period) told->period = in_whole_months(*date.period);
        }
        return;
      }
    }
  }

  // A season's length or more, and no longer than a year.
  static bool is_as_long(const Period& stretch, const Period& season) {
    constexpr std::chrono::days kYear{366};
    constexpr std::chrono::days kShortest{85};
    const auto days = [](const Period& period) { return period.last_day() - period.first_day(); };
    return days(stretch) <= kYear && days(stretch) >= (is_season(season) ? kShortest : days(season));
  }

  // A stretch that was over, or nearly, when the report was written; "2022/23" may be any twelve months of
  // them.
  [[nodiscard]] bool may_be_stretch(const When& when) const {
    if (!when.period || !when.period->known()) return false;
    if (when.period->grain() == Grain::day || when.period->first_day() == when.period->last_day())
      return false;
    const Date published = scene_.article().info.published.date;
    if (!published.known()) return true;
    const auto half_a_year = std::chrono::days(is_season(*when.period) ? 183 : 0);
    return when.period->last_day() - half_a_year < published.last_day() + kNearly &&
           when.period->last_day() + kTwoYears > published.first_day();
  }

  // A report without a day of its own may begin with what went before it.
  [[nodiscard]] bool may_be_long_ago(Index sentence) const {
    return !scene_.article().info.published.date.known() && !tells_number(sentence);
  }

  // A number that is no date.
  [[nodiscard]] bool tells_number(Index sentence) const {
    const Article& article = scene_.article();
    const Span span = article.sentences[sentence].span;
    const auto dates = Scene::starting_in(article.dates, span);
    return std::ranges::any_of(Scene::starting_in(article.amounts, span), [&](const Mention& amount) {
      return std::ranges::none_of(dates,
                                  [&](const Mention& date) { return date.span.contains(amount.span); });
    });
  }

  // "PRICES FALL IN Q3", "Annual report 2023", "in the third quarter of 2025, the office said on Tuesday";
  // else what the text prints most often.
  [[nodiscard]] std::optional<Period> find_stretch() const {
    if (may_be_stretch(times_.title_date)) return times_.title_date.period;
    std::optional<Period> found;
    for (const Index s : first_) {
      const Range chunks = scene_.chunks_of(s);
      for (Index i = chunks.begin; i < std::min(chunks.end, chunks.begin + kFarthest); ++i) {
        if (!may_tell_time(scene_, i)) continue;
        const When when = to_hold_at(scene_, when_told_in(scene_, i));
        if (!when.known() || !may_be_stretch(when)) continue;
        if (!found && !may_be_long_ago(s)) return when.period;
        if (!found) found = when.period;
        // "The war ended in 1999. The mines stayed. In 2022, 173 people …"
        if (tells_number(s) && when.period->first_day() > found->last_day() + kTwoYears) return when.period;
      }
    }
    if (found) return found;
    return may_be_stretch({.period = times_.often_printed}) ? times_.often_printed : std::nullopt;
  }

  const Scene& scene_;
  ReportTimes times_;
  std::vector<Index> first_;
};

}  // namespace

ReportTimes report_times(const Scene& scene) {
  return ReportReader(scene).read();
}

When to_hold_at(const Scene& scene, When when) {
  if (when.role == TimeRole::base || when.role == TimeRole::until) return {};
  if (when.role == TimeRole::since) {
    if (!when.period) return {};
    when.period = since_until_publication(scene.article(), *when.period);
    when.relative.reset();
  }
  if (when.period && (when.period->open_from || when.period->open_to || !when.period->known())) return {};
  if (when.period) when.period = in_whole_months(*when.period);
  when.role = TimeRole::at;
  return when;
}

// "… killing 14, [police said on Thursday]": when it was said, not when it was. A clause of saying that has a
// number of its own may count up to that day.
bool is_time_of_saying(const Scene& scene, Index chunk) {
  const Index clause = scene.clause_of(chunk);
  if (clause == kNone) return false;
  const Index verb = scene.clause(clause).verb;
  if (verb == kNone || verb > chunk || !is_says_verb(scene.head(verb))) return false;
  const Article& article = scene.article();
  const Span span = span_of_chunks(article, scene.clause(clause).chunks);
  return std::ranges::none_of(Scene::starting_in(article.amounts, span), [&](const Mention& amount) {
    return std::ranges::none_of(Scene::starting_in(article.dates, span),
                                [&](const Mention& date) { return date.span.contains(amount.span); });
  });
}

When when_told_in(const Scene& scene, Index chunk) {
  if (!may_tell_time(scene, chunk) || labels_another(scene, chunk)) return {};
  if (scene.kind(chunk) == ChunkKind::time) return when_of(scene, chunk);
  const Mention* date = scene.date_in(scene.span(chunk));
  return date != nullptr && date->kind == MentionKind::date ? when_printed(*date, chunk) : When{};
}

When time_that_opens(const Scene& scene, Index sentence) {
  const Range chunks = scene.chunks_of(sentence);
  if (chunks.empty() || scene.kind(chunks.begin) == ChunkKind::noun) return {};
  for (Index i = chunks.begin; i < std::min(chunks.end, chunks.begin + kFarthest); ++i) {
    if (scene.kind(i) != ChunkKind::verb) continue;
    const VerbGroup verb = verb_group(scene.article(), i);
    if (verb.past && verb.perfect) return {};
    break;
  }
  return to_hold_at(scene, fronted_time(scene, chunks.end - 1));
}

}  // namespace tally
