// The reader of figures and of the changes told with them: goes through an article sentence by
// sentence and keeps the measure in focus, so that "it then fell to 300" and a list whose head
// stands before it find what they speak of. figures.cc reads figures, figure_times.cc gives them
// their time, changes.cc reads changes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "claim/amount_use.h"
#include "claim/headed_rows.h"
#include "claim/measures.h"
#include "claim/number_lists.h"
#include "claim/owned_numbers.h"
#include "claim/parts.h"
#include "claim/periods.h"
#include "claim/scene.h"
#include "claim/time_choice.h"

namespace tally {

class FigureFinder {
 public:
  // `choices`: where the choices of times are kept, for the training of their model; null where nobody asks.
  explicit FigureFinder(Article& article, std::vector<TimeChoice>* choices = nullptr)
      : article_(article), scene_(article), times_(scene_), choices_(choices) {}

  void find();

 private:
  // What was read last: later figures inherit from it.
  struct Focus {
    Measured measured;
    std::string unit;
    Direction direction = Direction::unknown;
    When when;
    Index claim = kNone;
    Index chunk = kNone;
    Index sentence = kNone;
  };

  void read_sentence(Index sentence);
  [[nodiscard]] bool is_quoted(Index sentence) const;
  // A measure stays in focus within its paragraph and into the one that follows.
  [[nodiscard]] bool near(Index a, Index b) const;
  // The largest amounts of a sentence that belong to no date and no name.
  std::vector<const Mention*> amounts_of(Span sentence);
  void add_durations(std::vector<const Mention*>& amounts, Span sentence) const;
  [[nodiscard]] bool in_date(Span span) const;
  [[nodiscard]] bool is_pronoun(const Mention& amount, std::span<const Mention* const> before) const;
  // "Eleven of [the 41]": a number told before, named once more.
  [[nodiscard]] bool is_whole_again(const Mention& amount) const;
  [[nodiscard]] bool is_code(const Mention& amount) const;
  [[nodiscard]] bool is_label(const Mention& amount) const;
  [[nodiscard]] bool is_denominator(const Mention& amount) const;
  [[nodiscard]] bool in_name(Span span) const;
  void read_amount(const Mention& amount, const AmountUse& use);
  // "5.7, 5.2 and 4.6 million tonnes": figures like the one just read out of the last number, each with the
  // place or date that stands at its place in a list of as many.
  void spread(const NumberList& list, std::span<const Mention* const> amounts);
  [[nodiscard]] std::vector<Period> steps_of(const When& when, std::size_t size, Span sentence) const;
  void step_runs(Index sentence, std::span<const Mention* const> amounts);
  // The figures of the numbers of a run; none where one of them is no figure.
  [[nodiscard]] std::vector<Index> figures_of(const NumberList& run,
                                              std::span<const Mention* const> amounts) const;
  [[nodiscard]] bool count_the_same(std::span<const Index> figures) const;
  // Dates a figure by its place in a row of periods.
  static void set_step(Claim& figure, const Period& period);
  // A figure with the year that stands beside it, where one does.
  struct YearOfFigure {
    Index figure;
    std::optional<int> year;
  };
  // The years of numbers told year by year (year_runs.cc).
  void read_year_runs(Index sentence, std::span<const Mention* const> amounts);
  void fill_years(const std::vector<YearOfFigure>& run, Index sentence);
  void repeat_years(Index sentence, std::span<const Mention* const> amounts);
  // "Kent (940 cases or 18 percent), Essex (820 or 16 percent)": a figure for each owner; false where nothing
  // says what is counted.
  bool read_owned(const OwnedNumber& number);
  [[nodiscard]] std::optional<Measured> counted_in_list(Index first) const;
  // "Staff by grade: nurses 1,200, doctors 340": a figure for each row; false where the sentence has none.
  bool read_rows(Index sentence);
  void read_column(Index sentence, const HeadedRow& row);
  void take_back(std::size_t before);
  void read_line_row(Index sentence, std::size_t before);
  void read_legend(Index sentence);
  [[nodiscard]] std::optional<Measured> measure_headed(const HeadedRows& rows) const;
  [[nodiscard]] Measured measure_of_row(const HeadedRow& row, const Measured& headed) const;
  [[nodiscard]] When when_of_month(const HeadedRows& rows, const Token& month, const When& headed) const;
  [[nodiscard]] When when_of_row(const HeadedRows& rows, const HeadedRow& row, const When& headed) const;
  void share_time(Claim& figure, bool is_share, bool own_when);
  [[nodiscard]] bool is_part_of_focus(const Claim& figure) const;
  [[nodiscard]] std::string name_of_owner(Index chunk) const;
  void read_counted(const Mention& amount, const AmountUse& use);
  // "two-thirds of the patients", "one in five tenants" (told_shares.cc).
  [[nodiscard]] bool is_share_in_words(const Mention& amount) const;
  void read_share(const Mention& amount, const AmountUse& use);
  [[nodiscard]] Index whole_of_share(const Mention& amount, Index chunk) const;
  void stay_with_animals(Measured& measured, const AmountUse& use) const;
  [[nodiscard]] bool counts_animals() const;
  [[nodiscard]] static bool is_of_animals(const std::string& counted);
  static void leave_people(Claim& figure, Measured& measured);
  [[nodiscard]] bool is_told_as_place(const Mention& amount, const AmountUse& use) const;
  static void tell_own(Measured& measured);
  [[nodiscard]] bool tells_mean_age(const Mention& amount, const AmountUse& use) const;
  [[nodiscard]] bool continues_unit(const Mention& amount) const;
  [[nodiscard]] static bool is_aside(const Scene& scene, const Mention& amount, Index chunk);
  void settle_measure(Measured& measured, const Mention& amount, const AmountUse& use) const;
  void read_times(const Mention& amount, const AmountUse& use);
  bool read_alone(const Mention& amount, Index sentence);
  void take_ratio(Claim& claim, const Mention& amount) const;
  [[nodiscard]] bool is_ratio_in_words(const Mention& amount) const;
  [[nodiscard]] static Value share_value(const Value& part);
  bool read_ratio_of_focus(const Mention& amount, const AmountUse& use);
  bool read_ratio_aside(const Mention& amount, const AmountUse& use);
  [[nodiscard]] bool is_of_none(const AmountUse& use) const;
  [[nodiscard]] bool is_price_of_many(const Mention& amount) const;
  [[nodiscard]] bool closes_counts(const Mention& amount, Index chunk) const;
  void tell_left_as(Measured& measured, const AmountUse& use) const;
  [[nodiscard]] bool is_said_of_people(const AmountUse& use) const;
  [[nodiscard]] Index noun_said_of(const AmountUse& use) const;
  [[nodiscard]] bool names_nothing(const Mention& amount, Index chunk) const;
  [[nodiscard]] bool is_own_family(const Mention& amount, const AmountUse& use) const;
  // "one engineer": an article more than a number, unless people are counted out.
  void tell_those(Measured& measured, const AmountUse& use) const;
  void tell_row(Measured& measured, const AmountUse& use) const;
  [[nodiscard]] bool is_indefinite(const Mention& amount) const;
  // A part by its own words, or as the next item of a list of parts.
  [[nodiscard]] PartOf part_here(const AmountUse& use) const;
  [[nodiscard]] bool befalls_things(const AmountUse& use) const;
  // "30 were injured": the people of the figure before.
  [[nodiscard]] Index noun_of_them(const AmountUse& use) const;
  void inherit_population(Measured& measured, const Mention& amount, const AmountUse& use);
  // A part has the property, the place and the time of its whole where it names none.
  void add_part(const Mention& amount, const AmountUse& use, Measured measured, PartOf part);
  void read_value(const Mention& amount, const AmountUse& use);
  void leave_length(const Mention& amount, const AmountUse& use);
  [[nodiscard]] When when_of_value(const Mention& amount, const AmountUse& use, const Measured& measured);
  void tie_parts(Index sum);
  // The measure that a value belongs to: what the clause names, or what is in focus.
  [[nodiscard]] bool is_somebody(Index noun) const;
  [[nodiscard]] Index measure_outside(Index noun) const;
  std::optional<Measured> measure_named(const AmountUse& told);
  [[nodiscard]] bool prices_by(const Mention& amount) const;
  // The last noun group before, up to three sentences back, that names a measure.
  std::optional<Measured> measure_before(const AmountUse& use);
  // "927 rather than [914]": the count that another took the place of.
  void read_instead(const Mention& amount, const AmountUse& use);
  void read_listed(const Mention& amount, const AmountUse& use);
  [[nodiscard]] When when_of_listed(const AmountUse& use, const Focus& head);
  bool goes_on_listing(const Mention& amount, const AmountUse& use);
  // What no rule above has placed: a figure without a measure (told_figures.cc).
  void read_told(const Mention& amount, const AmountUse& use);
  [[nodiscard]] bool is_some_of_them(Index chunk) const;
  [[nodiscard]] bool opens_telling(const Mention& amount, const AmountUse& use) const;
  [[nodiscard]] bool is_told(const Mention& amount, const AmountUse& use) const;
  [[nodiscard]] bool does_as_others(const Mention& amount, const AmountUse& use) const;
  [[nodiscard]] bool is_announced(const Mention& amount, Index chunk) const;
  [[nodiscard]] Index count_before(const Mention& amount, const AmountUse& use) const;
  bool goes_on_in_percent(const Mention& amount, const AmountUse& use);
  [[nodiscard]] When when_after_told(const AmountUse& use) const;
  [[nodiscard]] bool ends_move(const Mention& amount, const AmountUse& use) const;
  bool tell_unplaced(const Mention& amount);
  [[nodiscard]] Index time_that_opens(const AmountUse& use) const;
  [[nodiscard]] bool is_told_by_time(const AmountUse& use) const;
  // "6,210 (2022: 5,890)": the same for the year that labels it, and in the rows that follow.
  bool read_labelled(const Mention& amount);
  // "NOK 3.42 billion (3.11)": the year before, in a report that puts it in brackets.
  bool read_year_before(const Mention& amount);
  [[nodiscard]] bool has_column_before();
  [[nodiscard]] When when_of_label(const Mention& date, Index chunk) const;
  [[nodiscard]] Index figure_like(const Mention& amount) const;
  [[nodiscard]] bool is_like(const Mention& amount, const Claim& before) const;
  [[nodiscard]] Index label_of_item(Index chunk) const;
  bool goes_on_change(const Mention& amount, const AmountUse& use);
  bool retells_change(const Mention& amount);
  [[nodiscard]] bool tells_pace(Index chunk) const;
  [[nodiscard]] Index owner_of_bracket(Index chunk) const;
  void give_to_owner(Claim& change, Index chunk) const;
  void read_respectively(Index sentence, std::span<const Mention* const> amounts);
  [[nodiscard]] Index change_by(const Mention& amount, Span sentence) const;
  // "190 on the coast and 50 on lakes", "4,030 during the strikes": parts told by a phrase of their own.
  bool read_phrase_part(const Mention& amount, const AmountUse& use);
  [[nodiscard]] bool refocus(const AmountUse& use);
  // "For 1.4 million … For 50,000": the same preposition as the figure before.
  [[nodiscard]] bool is_parallel(const AmountUse& use) const;
  [[nodiscard]] bool is_done_otherwise(const AmountUse& use) const;
  [[nodiscard]] bool is_measure_too(Index gap) const;
  [[nodiscard]] bool measures_subject(Index subject) const;
  [[nodiscard]] Measured measured_beside(Index noun) const;
  void stay_with_things(Measured& measured, const Mention& amount, const AmountUse& use) const;
  // "They take 14.7 million": the object of a verb, its noun left out.
  void read_object(const Mention& amount, const AmountUse& use);
  // The place that tells one item of a list from the next: "[604] from Copperbelt", "in Spain [240]".
  [[nodiscard]] std::string place_beside(Index chunk) const;
  [[nodiscard]] std::string place_named(Index noun) const;
  // "the south [nine]": whose number it is; the head of the list then has its own subject for place.
  void set_owner(Measured& measured, const AmountUse& use);
  [[nodiscard]] bool counts_too(Index noun) const;
  [[nodiscard]] Source source_of(Index noun) const;
  [[nodiscard]] std::string unit_of(const Mention& amount, const AmountUse& use, const Measured& measured);
  void set_modality(Claim& claim, const AmountUse& use);
  Index add_figure(const Mention& amount, const AmountUse& use, const Measured& measured, const When& when);
  [[nodiscard]] Value value_in_clause(const Mention& amount, const AmountUse& use) const;
  static std::string_view rule_name(Use use);
  // The number with its noun group, its verb and its date, as far as they stand close by.
  [[nodiscard]] Span quote_of(const Mention& amount, const AmountUse& use, const When& when) const;
  When when_of_figure(const AmountUse& use, const Measured& measured);
  When find_when(const AmountUse& use, const Measured& measured);
  [[nodiscard]] bool is_put_before(const Mention& amount) const;
  [[nodiscard]] bool is_dimension(const AmountUse& use) const;
  void end_by_publication(When& when) const;
  // "the 13 workers, who escaped in April, said": the clause on the noun dates it.
  // Only a clause whose verb stands before the chunk `before` does.
  When when_of_hanging(Index noun, Index before = kNone);
  [[nodiscard]] bool has_unread_time(Index chunk) const;
  [[nodiscard]] When when_it_happened(Index clause) const;
  [[nodiscard]] bool has_unplaced_year(Index clause) const;
  [[nodiscard]] static bool is_told_by_its_ends(const Article& article, const When& when);
  [[nodiscard]] static bool is_counted_from_new_year(const When& when);
  [[nodiscard]] When when_a_year_before(const AmountUse& use) const;
  [[nodiscard]] bool has_since(Index clause) const;
  [[nodiscard]] When when_published() const;
  [[nodiscard]] When when_of_next(Index clause) const;
  [[nodiscard]] bool parts(const When& when, Index chunk) const;
  [[nodiscard]] When when_that_opens(Index chunk, Index clause) const;
  [[nodiscard]] When at_its_end(const AmountUse& use, When when) const;
  [[nodiscard]] std::optional<Period> counted_until(const When& when) const;
  [[nodiscard]] When when_of_restriction(Index number) const;
  [[nodiscard]] When when_restricted(const Clause& clause) const;
  [[nodiscard]] When when_of_what_is_put(Index number) const;
  [[nodiscard]] When when_of_clock(Index clause) const;
  [[nodiscard]] When when_told(Index sentence) const;
  [[nodiscard]] When when_next(const AmountUse& use);
  [[nodiscard]] When when_of_ordinal(Index chunk, const When& before) const;
  // The first ordinal in a span; 0 where there is none.
  [[nodiscard]] int ordinal_in(Span span) const;
  [[nodiscard]] When when_of_row(Index chunk) const;
  // "when a bus overturned on Saturday": the clause beside it dates what has no date.
  [[nodiscard]] When when_of_adverbial(Index clause) const;
  // The time of a base: its own, "the same period of 2022", or the start of the clause's interval.
  [[nodiscard]] When when_of_base(const AmountUse& use);
  [[nodiscard]] When find_when_of_base(const AmountUse& use) const;
  // What is told from another time, seen from the one that the figures before hold at.
  [[nodiscard]] When anchored(const When& when) const;
  [[nodiscard]] bool is_of_any_season(const When& when, const AmountUse& use) const;
  [[nodiscard]] bool is_set_aside(const When& when, Index chunk, Index clause) const;
  [[nodiscard]] bool dates_base(const When& when, Index chunk) const;
  // What happened in the past and gives no date of its own happened when the last thing did.
  When when_in_focus(const AmountUse& use, const Measured& measured);
  [[nodiscard]] When when_of_change(const AmountUse& use, const Measured& measured, ChangeDetail& change);
  void tell_time(const Claim& claim, const AmountUse& use, const When& when);
  // What speaks for one time or another in the clause of a figure.
  [[nodiscard]] Flags<Setting> settings_of(const AmountUse& use, const Measured& measured) const;
  void add_verb(Flags<Setting>& settings, const AmountUse& use) const;
  void add_words(Flags<Setting>& settings, const AmountUse& use) const;
  void add_report(Flags<Setting>& settings, const AmountUse& use) const;
  [[nodiscard]] Tense tense_of(const AmountUse& use) const;
  [[nodiscard]] std::string subject_of(const AmountUse& use) const;
  [[nodiscard]] std::string unit_of(const AmountUse& use, const Measured& measured) const;
  [[nodiscard]] bool is_of_any_time(const AmountUse& use) const;
  [[nodiscard]] bool is_generic(const AmountUse& use) const;
  [[nodiscard]] bool is_portion(const AmountUse& use) const;
  // The time of another figure, taken over.
  static When carried_time(When when);
  void set_time(Claim& claim, const When& when);
  void set_aggregate(Claim& claim, const AmountUse& use);
  void stand_at_publication(Claim& claim) const;
  // A past told with a date that was read into the future ("in June" after a November report) is the last
  // one.
  void settle_tense(Claim& claim, const AmountUse& use) const;
  // "At the end of June" is its last day where something stands; "so far this year" ends with the report.
  void set_bounds(Claim& claim, const When& when) const;
  // "a total of 48 were destroyed" counts what one sentence tells; "have been destroyed", what came together.
  [[nodiscard]] bool is_running(const AmountUse& use) const;
  [[nodiscard]] bool says_total(const AmountUse& use) const;
  void add_change_to(Index figure);
  // "The area burnt has fallen compared with last year": a change without a number.
  void read_trends(Index sentence);
  void read_change(const Mention& amount, const AmountUse& use);
  [[nodiscard]] bool counts_changes(const Mention& amount, const AmountUse& use) const;
  [[nodiscard]] Index figure_meant() const;
  bool read_share_restated(const Mention& amount, const AmountUse& use);
  [[nodiscard]] Index figure_moved(const Claim& base, Direction way) const;
  bool complete_change(Index figure, const ChangeDetail& change, Span quote);
  [[nodiscard]] bool is_place_told(Index chunk) const;
  [[nodiscard]] std::string places_told(Index chunk) const;
  [[nodiscard]] std::string place_of_change(const AmountUse& use) const;
  [[nodiscard]] bool is_mere_change(Index chunk) const;
  [[nodiscard]] Measured measure_of_mere_change(Index chunk);
  [[nodiscard]] Measured measure_moved_before(Index chunk) const;
  [[nodiscard]] Measured moved_there(Index chunk);
  std::optional<Measured> measure_changed(const Mention& amount, const AmountUse& use);
  // A change told in several pieces ("rose 18 percent to 1.2 billion, from 1.1 billion") is one claim:
  // the one of this verb, or kNone.
  [[nodiscard]] Index change_of_clause(Index clause) const;
  void add_base(Index figure, const AmountUse& use);
  // "arrivals doubled", "more than halved": a factor in a verb.
  void read_multiples(Index sentence);
  [[nodiscard]] bool is_phrasal(Index verb) const;
  static std::optional<Decimal> factor_of(std::string_view verb);
  [[nodiscard]] std::optional<Decimal> fold_of(const Clause& clause) const;
  [[nodiscard]] Modifier hedge_of(Index verb) const;
  void add_multiple(Index index, Decimal factor);
  // "remained unchanged at 40,000", "stayed at the level of 2022"
  void read_levels(Index sentence);
  void add_level(Index index, const std::optional<Period>& base);
  [[nodiscard]] bool says_unchanged(Index verb) const;
  [[nodiscard]] const Mention* level_kept(Index verb) const;
  // The figure in the same sentence that the change is told of, if one was read.
  [[nodiscard]] bool points_back(const AmountUse& use) const;
  [[nodiscard]] bool reaches_back(Index verb) const;
  [[nodiscard]] bool is_one_run() const;
  [[nodiscard]] std::optional<Period> since_told(Index verb) const;
  [[nodiscard]] Index figure_changed(const AmountUse& use) const;
  // "compared to 2015", "from a year earlier", "over the same month of 2014".
  [[nodiscard]] std::optional<Period> base_period_after(Index chunk) const;
  void set_focus(Index claim, const AmountUse& use, const Measured& measured, const When& when);

  Article& article_;
  Scene scene_;
  TimeMemory times_;
  std::vector<TimeChoice>* choices_;
  Focus focus_;
  std::optional<Focus> before_length_;  // what was in focus before a length of time was told
  When latest_;                         // the latest time told of a figure in this sentence, bases left out
  When carried_;                        // that of the last sentence that told one
  // The last run of numbers told year by year.
  struct YearRun {
    int first = 0;
    std::size_t size = 0;
    Index sentence = kNone;
  };
  YearRun years_told_;
  Index carried_from_ = kNone;    // the sentence
  std::optional<Measured> list_;  // what the numbers count that places own in this sentence
  Index list_first_ = kNone;      // its first figure
  Index list_focus_ = kNone;      // its first figure, where it is in focus
  struct Label {
    When when;
    Index sentence = 0;
    bool legend = false;  // told for the whole report: "2022 in brackets"
  };
  struct LineRows {
    Index first = kNone;  // figure of the run's first row
    Index last = kNone;   // sentence of its last
  };
  LineRows line_rows_;
  std::optional<bool> column_before_;  // whether brackets hold the year before; unknown before it is asked
  Label label_;                        // the date that labelled a number in brackets last
  Index last_change_ = kNone;          // the change told last in this sentence
  struct Moved {
    Measure measure;
    Index sentence = kNone;
  };
  std::optional<std::string> head_place_;  // the place of what heads the list that is in focus
  Moved moved_;                            // what the last change was told of
  bool completed_ = false;                 // the number at hand completed a change told before
  bool stepping_ = false;                  // "then 24, 30 and 38": the numbers of the periods that follow
  Index base_figure_ = kNone;  // the base told in this sentence before its change: "from 300 to 400"
  Index previous_ = kNone;
  Index part_chunk_ = kNone;  // the part read last in this sentence
  PartOf part_kind_ = PartOf::none;
  Index limit_ = kNone;  // chunk of the next amount
  std::size_t next_amount_ = 0;
};

}  // namespace tally
