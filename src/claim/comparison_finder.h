// The search for comparisons (comparisons.cc): which words make one stands in comparisons.cc, what they reach
// back to and whose they are in comparison_claims.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "claim/amount_use.h"
#include "claim/periods.h"
#include "claim/scene.h"

namespace tally {

// Of what is counted, more is worse: "road death", "infect".
[[nodiscard]] bool is_harm(std::string_view words);

class ComparisonFinder {
 public:
  explicit ComparisonFinder(Article& article) : article_(article), scene_(article) {}

  void find();

 private:
  // "in [six years]"
  [[nodiscard]] bool tells_length(Span sentence) const;

  // Nouns: superlatives, records, first rises.

  // What the words of a group say.
  struct Signs {
    bool first = false;
    bool record = false;
    bool steady = false;
    std::string extreme;
    std::string rarer;  // "deadliest", "busiest": only with what it is compared with
    std::optional<std::int32_t> rank;
  };
  [[nodiscard]] Signs signs_of(Index chunk) const;
  void read_noun(Index chunk);
  bool read_record(Index chunk, bool record);

  bool read_run(Index chunk, Direction way);
  bool read_more_each_step(Index chunk);
  [[nodiscard]] bool is_each_step(Index chunk) const;

  [[nodiscard]] bool is_at_least(Index token) const;
  // "second-highest", "the third largest", "one of the biggest": not the extreme itself
  // (comparison_ranks.cc).
  [[nodiscard]] bool is_ranked(Index token) const;
  [[nodiscard]] std::optional<std::int32_t> rank_at(Index token) const;
  void read_ranked(Index chunk, std::string sense, std::int32_t rank);
  [[nodiscard]] std::int32_t times_told(Range tokens) const;
  // "Only in 2009 were fewer cars sold"
  void read_only_then(Range tokens);

  // "more than in any year since 1990", "fuller than at any time in the past decade", "fewer than ever":
  // a superlative in other words.
  void read_than_any(Range tokens);

  [[nodiscard]] Index comparative_opening(Range tokens, Index than) const;

  // Extremes without a superlative (comparison_extremes.cc).
  [[nodiscard]] const Mention* amount_ending_before(Range tokens, Index end) const;
  [[nodiscard]] Index crossing_before(Range tokens, Index end, Direction& way) const;
  [[nodiscard]] Index crossing_behind(Range tokens, Direction& way) const;
  bool read_crossing(Range tokens, Index preposition);
  [[nodiscard]] bool is_bare_comparative(Range tokens, Index token) const;
  [[nodiscard]] bool may_be_known(Index chunk) const;
  void read_never_more(Range tokens, Index never);
  bool read_than_together(Range tokens, Index comparative, Index than);

  [[nodiscard]] bool is_comparative(Index token) const;
  [[nodiscard]] bool is_of_less(Index token) const;

  // Extremes among several at one time, and runs told by their length (comparison_peers.cc).
  [[nodiscard]] bool is_had_by_one(Index chunk, Index clause) const;
  [[nodiscard]] bool is_one_of_them(Index chunk, Index clause) const;
  void read_peer(Index chunk, std::string sense);
  // No series of one of them can tell it wrong.
  static void leave_series(Claim& claim);
  void read_years_of(Range tokens);
  [[nodiscard]] Direction way_told(Index token, Range tokens) const;
  void add_years_of(const Mention& length, Index moved, Direction way);

  // Word by word, where the chunks of a headline or a long group are none (comparison_reach.cc).

  void read_reach(Range tokens);
  // "the deadliest fire in Harlow [since] a lamp fell over in May 2018", "not been so high [since] 1954"
  void read_since(Range tokens, Index since);
  // "the most [ever]", "the most [on record]": where these words begin and end
  void read_ever(Range tokens, Index ever, Index end);
  // "Output sinks [for] a third quarter", "List falls [for] first time in two years"
  void read_nth_time(Range tokens, Index preposition);
  void read_span(Range tokens, Index in);
  Span set_duration(ComparisonDetail& detail, const Mention& duration) const;
  // "has never had [so] many", "no film has done [so] well"
  void read_never_so(Range tokens, Index so);
  // "the most generous benefits that the country [has] ever had": the first word of what was ever done.
  [[nodiscard]] bool tells_whole_past(Range tokens, Index ever) const;
  // The sense that a superlative, a first change or "not so high" gives; empty where the word is none.
  [[nodiscard]] std::string sense_at(Range tokens, Index token, Index end) const;
  [[nodiscard]] bool is_degree(Index token) const;
  [[nodiscard]] bool is_low_degree(const Token& degree) const;
  [[nodiscard]] std::string sense_of_so(Range tokens, Index so, Index end) const;
  [[nodiscard]] Index so_behind(Range tokens, Index since, std::string& sense) const;
  // Runs told around another word (comparison_runs.cc).
  [[nodiscard]] Direction way_of(Index token) const;
  [[nodiscard]] Index way_around(Range tokens, Range stretch, Direction& way) const;
  void read_run_around(Range tokens, Index run);
  void read_each_over_last(Range tokens, Index every);
  void read_more_each(Range tokens, Index every);
  bool read_high_of_years(Index chunk);
  void read_high_of_years(Range tokens, Index high);
  bool add_high_of_years(Range tokens, Index high, Index chunk, Span words);
  [[nodiscard]] bool is_harm_told_for(Index chunk) const;
  [[nodiscard]] bool is_long_time(Index chunk) const;
  [[nodiscard]] Measure measure_near(Index chunk) const;
  bool read_first_of_subject(Index chunk);
  [[nodiscard]] std::string superlative_at(Range tokens, Index token) const;
  // The last word of direction before a token, with no punctuation between; kNone where there is none.
  [[nodiscard]] Index direction_before(Range tokens, Index token, Direction& way) const;
  [[nodiscard]] bool is_told(Span words) const;
  [[nodiscard]] bool is_run(Range tokens, Index token) const;
  // What the words that compare name is no time of what they compare.
  void drop_time(Claim& claim, const Period& told);

  // "its best year so far", "the hottest day on record": with what the superlative is compared.
  [[nodiscard]] bool says_ever(Index chunk) const;

  // "…, a record", "…, a new high": an apposition to the number before it.
  [[nodiscard]] bool is_record_told(Index chunk) const;

  [[nodiscard]] bool is_record_set(Index chunk) const;

  // "a [record] £1,190"
  [[nodiscard]] bool is_record_number(Index chunk) const;

  // What a superlative or a record is held against (comparison_domains.cc).
  [[nodiscard]] bool is_of_all_seen(Index chunk) const;
  [[nodiscard]] bool is_of_stretch(Index chunk) const;
  [[nodiscard]] bool is_of_owner(Index chunk) const;
  void read_new_high(Range tokens, Index high);
  [[nodiscard]] bool ends_extreme(Range tokens, Index behind) const;

  // "The busiest day was Friday, 26 July"
  [[nodiscard]] bool names_its_time(Index chunk) const;

  [[nodiscard]] bool is_low(Index chunk) const { return scene_.is_word(chunk, "low"); }

  [[nodiscard]] bool names_measure(Index chunk) const;
  [[nodiscard]] bool names_measure_moved(Index chunk) const;

  // "the lowest", "the lowest rate", "the lowest number of arrivals", with a span of time to show
  // that the past is what it is compared with.
  [[nodiscard]] bool ranks_places(Index chunk) const;
  [[nodiscard]] bool compares_measure(Index chunk) const;

  // Verbs: trends, first rises.

  void read_verb(Index chunk);

  // "for the first time": the noun chunk "the first time" in the verb's clause.
  [[nodiscard]] Index phrase_after(Index verb, std::string_view head) const;

  // "for the third consecutive year", "three years in a row".
  [[nodiscard]] std::optional<std::int32_t> running_steps(Index verb, Index& run) const;

  [[nodiscard]] std::optional<std::int32_t> number_in(Span span) const;

  [[nodiscard]] bool is_steady(Index verb) const;

  // "Fares have been rising since 2015": it goes on, by no number told.
  [[nodiscard]] bool goes_on(Index verb) const;

  // The claim.

  void add(Index chunk, std::string sense, bool each_step, Index after = kNone);
  // Of the figures before `end` only.
  void add_claim(Index chunk, ComparisonDetail detail, Span quote, std::uint32_t end);

  // The time that a comparison reaches back to, after the words that make it; kNone where none.
  [[nodiscard]] Index span_after(Index chunk) const;

  [[nodiscard]] const Mention* duration_in(Span span) const;

  // Fills span, years and since; returns the words that say it.
  Span set_span(ComparisonDetail& detail, Index chunk) const;

  // "since the storm of 2011", "that it has seen since 2017": behind the words, and the date in it.
  Span set_since(ComparisonDetail& detail, Index chunk) const;
  void set_since_then(ComparisonDetail& detail, Index chunk) const;
  [[nodiscard]] std::optional<Period> time_told_before(std::uint32_t byte) const;
  [[nodiscard]] Index since_after(Range tokens, Index chunk) const;
  [[nodiscard]] const Mention* date_since(Range tokens, Index since) const;
  void judge(Claim& claim, Index chunk) const;
  [[nodiscard]] bool falls_to(const Claim& claim) const;

  // The figure of the same sentence that is compared, or the measure that the clause speaks of.
  void set_subject(Claim& claim, Index chunk, Index clause, std::uint32_t end);
  [[nodiscard]] bool may_be_compared(const Claim& figure, Index chunk, Index clause) const;
  [[nodiscard]] Index figure_near(Index chunk, Index clause, std::uint32_t end) const;
  // "the party took its [smallest share] of the vote": what somebody has the most or least of.
  [[nodiscard]] Index measure_had(Index chunk, Index clause) const;
  // "1,325,000 hectares in [three countries]": told by the way.
  [[nodiscard]] bool stands_aside(const Claim& figure) const;

  // "It is the largest crop since 2011": the last figure told before that is no base and no part.
  void set_subject_before(Claim& claim, std::uint32_t byte, bool deadly);
  [[nodiscard]] bool told_in_percent(Index figure, std::uint32_t byte) const;
  [[nodiscard]] bool is_deadly(Index chunk) const;
  [[nodiscard]] static bool counts_deaths(const Claim& figure);

  // A trend lasts until or since its date; an extreme is that of its clause or of its figure.
  void set_period(Claim& claim, Index chunk, Index clause);

  [[nodiscard]] bool is_of_base(const When& when, Span words, Index about) const;

  // What happened in the past without a date of its own: the year of the last figure told before.
  void carry_period(Claim& claim, Index chunk) const;
  void take_lead_period(Claim& claim) const;
  [[nodiscard]] bool is_headline(Index sentence) const;
  [[nodiscard]] bool is_apposed(Index chunk) const;
  [[nodiscard]] When when_of_main(Index chunk) const;
  // The chunk of the number that a figure was read from; kNone where none is found.
  [[nodiscard]] Index number_of(const Claim& figure) const;

  Article& article_;
  Scene scene_;
};

}  // namespace tally
