// Pass 2 over a text for its dates: what was found, in order → the article's layer of dates, each seen
// from the report's day or from the date spoken of last. Entry: write_dates.
//
//   date_habits.cc          what the text as a whole tells: which years it prints, what it speaks from
//   date_writer.cc          dates and clock times
//   date_length_writer.cc   durations, what lies a duration away, sets
//   date_range_writer.cc    ranges of dates and of times
//   date_told_writer.cc     what leaves out what was said before
//   date_list_writer.cc     lists of dates, clock times that bound a day
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "mention/date_finder.h"
#include "mention/date_own_years.h"
#include "mention/date_resolution.h"
#include "tally/pipeline.h"

namespace tally::dates {

void write_dates(Article& article, const Grammar& grammar, const Finder& finder, const ReadOptions& options);

// The date right before (by −1) or after (by 1), as fine as this one.
[[nodiscard]] Date beside(const Date& date, int by);

// Makes mentions of what was found, in order, and keeps the date spoken of last.
class Writer {
 public:
  Writer(Article& article, const Grammar& grammar, const Finder& finder, const ReadOptions& options);

  void run();

 private:
  using Pick = RelativeDate::Pick;

  // What the text as a whole tells: the years it prints, whether it speaks from its own day, and
  // whether its dates in digits put the day first.
  void learn_habits();
  // How many dates print their year, those of them with a month, those far from the report's own year; how
  // many are said from the report's day.
  struct Habits {
    int printed = 0, full = 0, distant = 0, full_distant = 0, full_past = 0, deictic = 0;
  };
  [[nodiscard]] std::optional<Period> year_of_lead() const;
  [[nodiscard]] bool reaches_back(const Found& one) const;
  void count_year(const When& when, Habits& habits) const;
  static bool speaks_from_now(const Found& one);
  static bool is_narrative(const Habits& habits);
  // Whether the dates without a year that follow are to be seen from this one.
  [[nodiscard]] bool leads_on(const Found& one, const Period& period) const;
  // Takes the quarter or half that the text has come to.
  void come_to_part(const Found& one, const Period& period);
  [[nodiscard]] bool opens_block(const Found& one) const;
  // Of a date in digits whose day is above 12: whether the day stands first, not the year or month.
  [[nodiscard]] bool puts_day_first(Span span) const;
  // Whether four digits are a year: they are near the report's own, or other years of the text bear
  // them out, and no plural behind them is counted by them.
  [[nodiscard]] bool borne_out(const Found& one, int year) const;

  // A bare unit whose days follow it.
  [[nodiscard]] bool is_spelled_out(const Found& one) const;
  [[nodiscard]] std::uint32_t bracket_end(std::uint32_t at) const;
  void enter_aside(const Found& one, const Viewpoint& seen, std::size_t written);
  void leave_aside(std::uint32_t at);
  [[nodiscard]] bool is_plain_count(const Found& one) const;
  void write(const Found& one);
  [[nodiscard]] Mention mention_of(MentionKind kind, Span span, std::uint16_t rule) const;
  // "40,000 vans a year": one unit with an article, right behind what is counted.
  [[nodiscard]] bool is_rate(const Found& one) const;
  // Which of the dates that fit is meant. Tense decides; without it a day close ahead goes before one
  // that lies most of a year back. Chat means the nearest day of the year and the next of the week.
  [[nodiscard]] Pick pick_for(const Found& one, const When& when) const;
  // Whether the next such day is so many times closer than the last.
  [[nodiscard]] bool is_closer_ahead(const When& when, int ratio) const;
  // Whether the last is so many times closer than the next.
  [[nodiscard]] bool is_closer_behind(const When& when, int ratio) const;
  // The days since the last such day of the year and those until the next.
  [[nodiscard]] std::optional<std::array<int, 2>> days_around(const When& when) const;
  // "next week", "last month": in chat the day a week or a month away.
  static bool is_bare_stretch(const When& when);
  void bring_back(const Found& one, Resolved& season) const;
  [[nodiscard]] bool is_late_week(const When& when) const;
  void write_date(const Found& one);
  void add_date(const Part& part, const Resolved& resolved, std::uint16_t rule);
  void add_date(const Found& one, const Resolved& resolved);
  // The day of a clock time that stands alone: that of the date before where a time zone makes it a moment,
  // today in chat, whose midnight is the coming one.
  [[nodiscard]] std::optional<Period> day_of_clock(const When& when, Tense tense) const;
  void write_time(const Found& one);
  [[nodiscard]] std::optional<Period> published() const;

  [[nodiscard]] bool is_chat() const { return view_.prefer == Pick::future; }
  [[nodiscard]] std::string_view unit_of(const Meaning& meaning) const;

  // "In the first quarter 40, in the second 50".
  void write_part_again(const Found& one);
  // "Fewer than in the previous one": than in the week, month or year before the one told.
  void write_one_before(const Found& one);
  // "last season", where the text labels seasons by two years.
  [[nodiscard]] std::optional<Period> season_of_play(const When& when) const;
  // "2021/22", "last financial year" where the text tells in which month its years begin (date_own_years.h).
  void write_said_before(std::uint32_t end);
  void place_label(const Found& one, std::size_t place);
  [[nodiscard]] std::optional<Period> fiscal_year(const Found& one, const When& when) const;
  [[nodiscard]] std::optional<Period> of_business_year(const Found& one, const When& when) const;
  static std::optional<Period> part_told(const Period& year, const When& when, std::uint32_t flags);
  // "The second half of the year", told as past in January: of the year that is over.
  [[nodiscard]] bool is_of_last_year(const Found& one, const Resolved& resolved) const;

  // "11/20, 11/22 or 11/25", "next Monday or Tue": short forms too, where a date stands among them.
  void write_date_list(const Found& one);
  // "3, 5 and 7 May": days that share a month.
  void write_day_list(const Found& one);
  // "tomorrow before 5 pm": the day, and the stretch up to the clock time; in chat the clock time itself.
  void write_time_bound(const Found& one);

  void write_duration(const Part& part, std::uint16_t rule);
  [[nodiscard]] Mention duration(const Part& part, std::uint16_t rule) const;
  [[nodiscard]] bool is_whole_text(Span span) const;
  // A sum of units counted in the smallest: 1 year and 3 months are 15 months.
  static void set_sum(const Length& length, Mention& mention);
  // Years and days: a year counts 365 days.
  static void set_sum_of_days(const Length& length, Mention& mention);
  static bool is_counted(const Length& length);
  // "the past three years": a length, and the stretch it comes to seen from the report.
  void write_past_duration(const Found& one);
  // "the previous three months": those before the date spoken of last.
  [[nodiscard]] std::optional<Period> before_focus(const Length& length) const;
  [[nodiscard]] std::optional<Timex> clock_stretch(const Length& length, const Meaning& meaning) const;
  [[nodiscard]] std::optional<Period> counted_from(const Length& length) const;
  [[nodiscard]] bool is_near_report(const Period& period) const;
  // "the following two quarters": those after it.
  [[nodiscard]] std::optional<Period> after_focus(RelativeDate relative, const Length& length) const;
  // "the last four working days".
  [[nodiscard]] std::optional<Period> workdays(const Length& length) const;
  // "within five days": a length; a day in chat.
  void write_within(const Found& one);
  // "in five days": a length in reports, a day in chat.
  void write_in_duration(const Found& one);
  // "the six months to June": one stretch.
  void write_length_to(const Found& one);
  // The date a length of time after the report.
  void write_ahead(const Part& part, const Meaning& meaning, std::uint16_t rule);
  void write_away(const Found& one);
  // `from`: what the length is counted from, where it is said; known() is false where that is not known.
  void add_away(const Part& part, const Length& length, const Meaning& meaning, std::uint16_t rule,
                const std::optional<Period>& from);
  // Seen from the report, "three years ago" is a year and "two months ago" a month; seen from the date
  // before, the year before keeps the month. Chat means the very day.
  void set_away(Mention& mention, const Length& length, bool by_focus);
  void add_clock_away(Mention mention, const Length& length);
  void write_set(const Found& one);

  // "since 2011", "before Friday": the stretch that begins or ends with the date written last.
  void add_bound(const Found& one);
  [[nodiscard]] std::optional<Period> bound_of(const Found& one, const Mention& date) const;
  [[nodiscard]] Timex bound_timex(const Found& one, const Mention& date, const Period& period) const;
  // "within five days": from the report's day on.
  [[nodiscard]] std::optional<Period> within(const Length& length) const;
  [[nodiscard]] std::string within_clock(const Length& length) const;
  // A range, and its two ends.
  void write_range(const Found& one);
  void add_range(const Found& one, const Resolved& first, const Resolved& second, std::size_t place);
  // "From the end of March to the middle of May": from April on, up to 15 May.
  static void cut_edges(const Meaning& a, const Meaning& b, Resolved& first, Resolved& second);
  // The first takes what it lacks from the second ("May to July 2016"); a second without its own year
  // is the next one after the first ("between May and July").
  [[nodiscard]] std::pair<Resolved, Resolved> resolve_ends(const Found& one, const Part& a,
                                                           const Part& b) const;
  // Whether it begins after the report's day.
  [[nodiscard]] bool is_ahead(const Period& period) const;
  // "3–5 March 2016", "2012–13": two ends in one meaning.
  void write_counted_range(const Found& one);
  // Which words are the first end and which the second: its number, with the month where that stands
  // beside it.
  void set_end_tokens(const Found& one, Part& first, Part& second) const;
  void write_time_range(const Found& one);
  // Two clock times, with the day or the part of the day where one stands beside them.
  struct TimeRange {
    std::array<Meaning, 2> ends{};
    std::size_t count = 0;
    std::optional<Part> date;
    DayPart part = DayPart::none;
  };
  [[nodiscard]] TimeRange collect_times(const Found& one) const;
  // "5 to 6 pm": the first takes the half of the day of the second, where it then stays before it; an end
  // that is not after the start is in the next half.
  static void share_half_day(std::array<Meaning, 2>& ends, DayPart part);

  Article& article_;
  const Grammar& grammar_;
  const Finder& finder_;
  const Kinds& kinds_;
  Viewpoint view_;
  Viewpoint before_aside_;       // what the story was at, where an aside began
  std::uint32_t aside_end_ = 0;  // 0: outside of any
  OwnYears own_years_;
  std::size_t own_said_ = 0;        // how many of those spoken of by their kind are written
  std::optional<Period> own_told_;  // the one told of last
  std::vector<int> years_;
  bool same_day_ = false;        // what lies away from the date before keeps its day
  bool labels_seasons_ = false;  // "2021-22"
  // The quarter or half told last, and where.
  struct Told {
    Period period;
    bool half = false;
    int nth = 0;
    std::uint32_t end = 0;
  };
  std::optional<Told> part_;
  bool tells_of_halves_ = false;  // of years and quarters elsewhere: "the first half" is no football then
  Index year_block_ = kNone;      // the heading that names the year
};

}  // namespace tally::dates
