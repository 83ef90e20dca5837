// The search for the use of one number (amount_use.h). Of the questions that it asks in turn, changes and
// bases stand in amount_change.cc, amount_compared.cc and amount_base.cc, values and lists in amount_value.cc
// and amount_duration.cc, ages in amount_ages.cc, the rest in amount_use.cc.
#pragma once

#include <string>
#include <string_view>

#include "claim/amount_use.h"
#include "claim/scene.h"

namespace tally {

class UseFinder {
 public:
  UseFinder(const Scene& scene, const Mention& amount, Index previous)
      : scene_(scene), amount_(amount), previous_(previous) {}

  AmountUse find();

 private:
  bool set(Use use) {
    use_.use = use;
    return true;
  }
  bool set_value();

  // Numbers that describe a thing or a place and measure nothing: multiples ("three times as many"), "a
  // five-storey house", "six kilometres north of the town".
  [[nodiscard]] bool is_attribute() const;
  [[nodiscard]] bool tells_age() const;
  [[nodiscard]] bool tells_age_bound() const;
  [[nodiscard]] bool is_own_age() const;
  [[nodiscard]] bool is_class_with() const;
  [[nodiscard]] bool is_summed() const;
  [[nodiscard]] bool is_how_often() const;
  // "Two Rivers United", "Three Crosses Square": a capitalised word for a number before a proper noun.
  [[nodiscard]] bool is_part_of_name() const;
  // A word of direction right behind the number: "six kilometres [northeast] of", "200 metres [from]".
  [[nodiscard]] bool points_somewhere() const;

  bool is_change();
  bool set_change(Index noun, Direction direction);
  [[nodiscard]] Index measure_moved() const;
  [[nodiscard]] Index measure_of_change(Index noun) const;
  [[nodiscard]] Direction direction_behind() const;
  [[nodiscard]] bool is_told_base(Index token) const;
  // "a loss of 436 million euros": what is lost in money is a value, not a change of one.
  [[nodiscard]] bool is_balance(Index noun) const;
  // "fell below 400": the number is where it went, not by how much.
  [[nodiscard]] bool is_bound_reached() const;
  // "The increase amounts to 26 %": the noun of change that is the subject; kNone where it is none.
  [[nodiscard]] Index change_told_of() const;
  [[nodiscard]] Index change_ranging() const;
  [[nodiscard]] Index item_moved(Index noun) const;
  [[nodiscard]] bool is_as() const;
  [[nodiscard]] Index told_in_bracket() const;
  // "3,914, against 5,207 a year before [(-24.8 per cent)]"
  [[nodiscard]] Direction signed_aside() const;
  // "6.1 % [above] the 255 of 2021", no "20 % above average".
  [[nodiscard]] Direction stands_over() const;
  // "54 percent more than", "673 fewer than": what a comparative measures is read by comparatives.cc.
  [[nodiscard]] bool is_compared() const;
  [[nodiscard]] bool is_level() const;
  [[nodiscard]] bool is_told_in_percent_too() const;
  [[nodiscard]] bool is_told_in_count_too() const;
  [[nodiscard]] std::uint32_t sentence_begin() const;
  // "202 [fewer] floods", "30 [more] boats than": which way, where a comparative stands behind the number.
  [[nodiscard]] Direction difference_inside() const;
  // Which way "40 % [higher]" says that something stands above or below another; unknown: no comparative.
  [[nodiscard]] Direction compared_direction() const;
  // "the [planned] 600"
  [[nodiscard]] bool says_planned() const;
  // "from 2,952", "compared with 1,276", "against 1,502 a year earlier".
  bool is_base();
  [[nodiscard]] bool goes_on_to() const;
  [[nodiscard]] bool stands_behind_percentage(Index outer) const;
  // "puts the figure at 640", "corrected the number from 361 to 355": the clause around the number whose
  // verb gives its object a value, whatever is said of that object in between ("bringing the number [of
  // people who died] to 73"); kNone where there is none.
  [[nodiscard]] Index setting_clause() const;

  // "…, 1,397 in 2014, and 1,276 in 2015", "604 from the north, 597 from the centre": only commas,
  // joints, dates and places since the last figure.
  bool is_listed();
  // "[Turkey] 120,000", "the police at 31,000, [the organisers] at 120,000", "and [the south] nine": the
  // verb is left out between a noun and its number.
  [[nodiscard]] bool is_gap(Index noun) const;
  [[nodiscard]] bool closes_item(Index noun) const;
  [[nodiscard]] bool is_label_inside() const;
  [[nodiscard]] bool is_share_aside(Index chunk) const;
  [[nodiscard]] bool tells_whole(Index noun) const;
  // The verb of a reduced clause on a noun.
  [[nodiscard]] bool hangs_on(Index verb, Index noun) const;
  [[nodiscard]] bool repeats_place(Index verb) const;
  [[nodiscard]] bool is_place_phrase(Index chunk) const;
  bool is_value();
  // "March 2023: 63,205", "3. California - $16.00": under a heading.
  bool is_row();
  [[nodiscard]] Index change_reaching() const;
  [[nodiscard]] Direction direction_set() const;
  // "The biggest gate, 19,604, was for …", "the average wait (14 weeks)".
  bool is_apposition();
  // "went up to 53": no bound but where it went.
  bool is_risen_to();
  // "The government admits to 25,000", "police spoke of 300", "we arrive at 58,000".
  [[nodiscard]] bool restates_focus() const;
  // "…: together 525,000 tons": of what was just listed.
  [[nodiscard]] bool is_sum() const;
  // "Passengers carried through the airports: 2.0 million in 2020, …"
  bool is_headed_by_colon();
  // "a loss of 436 million euros", "an occupancy of 120 percent", "a total of 300", "a crew of 22".
  bool is_of_measure();
  // "arrivals rose to 1,417 people": the noun counted repeats what the subject measures.
  [[nodiscard]] bool counts_the_measure() const;
  [[nodiscard]] bool is_person_chunk(Index chunk) const;
  [[nodiscard]] bool counts_things(Index chunk) const;
  // "the average delay was 17 minutes", "waited 43 days on average".
  [[nodiscard]] bool counts_time() const;
  void find_duration();
  [[nodiscard]] bool measures_time(Index chunk) const;
  [[nodiscard]] bool is_time_taken() const;
  [[nodiscard]] bool is_level_in_time() const;

  void find_counted();
  // "12 of them", "5,120 of those".
  [[nodiscard]] bool counts_some() const;
  [[nodiscard]] bool counts_some_thing() const;
  [[nodiscard]] bool has_amount_before(Index bracket) const;
  // "kills 361", "injuring more than 600": what is done to people leaves them unsaid.
  [[nodiscard]] bool is_casualty_object() const;
  // "left [12] dead".
  [[nodiscard]] bool names_casualties() const;
  // The subject of its own clause or of a reduced one: "[27,850] forced from their homes".
  bool is_subject();
  // Tonnes, hectares, euros: the unit says what is measured where no noun does.
  [[nodiscard]] bool has_measure_unit() const { return !amount_.unit.empty() && amount_.unit != "person"; }
  // "instead of the planned 600"
  [[nodiscard]] bool is_instead() const;
  // "a further 590,000"
  [[nodiscard]] bool is_further() const;
  // "gained 9,000 in December": things got and lost by somebody, no change of a measure.
  [[nodiscard]] bool is_gain() const;
  [[nodiscard]] bool is_of_worth() const;
  [[nodiscard]] bool is_object() const {
    return use_.verb != kNone && scene_.clause(use_.clause).object == use_.chunk && preposition_.empty();
  }

  const Scene& scene_;
  const Mention& amount_;
  Index previous_;
  AmountUse use_;
  std::string preposition_;
  bool bare_ = false;
};

// What the files of UseFinder share.

// The chunk before the preposition that governs `chunk`; kNone where no preposition does.
[[nodiscard]] Index governor(const Scene& scene, Index chunk);
// The same over dates: "plunged in 2012 to 1,502", "a fall in May to 3%".
[[nodiscard]] Index governor_over_times(const Scene& scene, Index chunk);
[[nodiscard]] bool is_moving(const Scene& scene, Index chunk);
// Percent and percentage points.
[[nodiscard]] bool is_ratio_unit(const Mention& amount);
[[nodiscard]] bool is_change_noun(const Scene& scene, Index chunk);
// "ranging", "varies": between two ends.
[[nodiscard]] bool is_size_verb(const Scene& scene, Index chunk);
// "reach", "exceed", "be": gives the value of its subject.
[[nodiscard]] bool is_reaching(const Scene& scene, Index verb);
// "an [average] gate"
[[nodiscard]] bool says_average(const Scene& scene, Index chunk);
// "[On average] a guest stayed 5.1 nights": said of many anywhere in the clause.
[[nodiscard]] bool is_told_on_average(const Scene& scene, Index clause);
// The same of a length of time, or told of what is measured in time ("the [delay] was 17 minutes").
[[nodiscard]] bool is_told_of_many(const Scene& scene, const AmountUse& use);
// "below", "above", "past": a preposition that makes a bound of what it governs.
[[nodiscard]] bool is_bound_word(std::string_view word);
// The noun chunk whose measure a verb's number gives: the subject of its clause.
[[nodiscard]] Index subject_measure(const Scene& scene, Index clause);

}  // namespace tally
