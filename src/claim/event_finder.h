// The work of reading events, shared by event_clauses.cc (what verbs tell), event_nouns.cc (what nouns
// name), event_people.cc (who took part, and how many), event_times.cc (when) and events.cc, which is the
// stage.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claim/periods.h"
#include "claim/scene.h"
#include "tally/article.h"

namespace tally {

class EventFinder {
 public:
  explicit EventFinder(Article& article) : article_(article), scene_(article) {}

  void find();

 private:
  // Clauses.

  void read_clause(Index index);

  // A day, a place or a name say that it happened once; a year's flow or a habit does not.
  [[nodiscard]] bool happened(const EventDetail& detail, const When& when,
                              const std::vector<Index>& who) const;

  [[nodiscard]] static bool is_long(const When& when);
  // "The first strike since 2016, [when the pilots stayed on the ground]": one happening, however long ago.
  [[nodiscard]] bool is_since_when(const Clause& clause) const;
  [[nodiscard]] bool is_of_many(const Clause& clause, const When& when) const;
  [[nodiscard]] bool tells_since_when(const Clause& clause) const;
  [[nodiscard]] bool goes_on_since_when(Index index) const;
  // "50 journalists were killed this year": a count over a long time is a flow, no happening.
  [[nodiscard]] bool is_flow(const Clause& clause, const EventDetail& detail, const When& when) const;

  // "There was a fire on 4 November", "the march took place on Sunday".
  bool read_there_was(Index index);

  [[nodiscard]] static bool is_to_the_day(const When& when);
  [[nodiscard]] static bool is_to_the_month(const When& when);

  // The figures of a sentence.
  [[nodiscard]] std::span<const Claim> figures_of(Index sentence) const;

  // A subject that something may happen to or that makes it happen; no figure and no words.
  [[nodiscard]] bool is_thing_told_of(Index subject) const;

  // "Hail destroyed the crop near Kostanay on 3 August": whatever takes part, a day and a place make
  // it a happening.
  [[nodiscard]] bool is_dated_and_placed(const Clause& clause, const When& when) const;

  // "Four guards were injured": the word after the copula tells what happened.
  [[nodiscard]] Index harm_of(const Clause& clause) const;

  [[nodiscard]] bool tells_event(Index clause) const;
  [[nodiscard]] bool tells_by_verb(Index clause) const;
  // Verbs that tell of no happening, or of none by themselves.
  [[nodiscard]] bool is_state(Index verb) const;
  [[nodiscard]] static bool is_light(std::string_view verb);  // its lemma
  // "The lights went out on Tuesday": what is told of one day, and no state, thought or word.
  [[nodiscard]] bool tells_occurrence(Index index) const;
  [[nodiscard]] bool tells_with_more(const Clause& clause) const;
  [[nodiscard]] bool does_more_than_say(Index index) const;
  [[nodiscard]] bool moves_no_measure(Index index) const;
  [[nodiscard]] bool is_solid(Index noun) const;
  [[nodiscard]] bool begins_of_itself(Index index) const;
  [[nodiscard]] bool gathers(Index index) const;
  [[nodiscard]] bool is_made_to(const Clause& clause) const;
  [[nodiscard]] bool tells_by_word(const Clause& clause) const;
  [[nodiscard]] bool decides(const Clause& clause) const;
  [[nodiscard]] bool unveils(const Clause& clause) const;
  [[nodiscard]] std::vector<Index> votes_in(const Clause& clause) const;
  void add_votes(const Clause& clause, EventDetail& detail) const;
  [[nodiscard]] bool removes(const Clause& clause) const;
  [[nodiscard]] bool is_decided(Index thing) const;
  [[nodiscard]] bool tells_deed(const Clause& clause) const;
  [[nodiscard]] Index state_entered(const Clause& clause) const;

  // "Gave way", "caught fire", "opened fire": the verb with the word behind it, where the two together tell
  // that something happened; empty otherwise.
  [[nodiscard]] std::string happening_told_by(Index verb) const;

  // "The roof fell in on Thursday": what rises, falls or runs is no measure but a thing, on a day.
  [[nodiscard]] bool moves_a_thing(Index clause) const;
  // "A wooden boat overturned off the island": what it befell takes part, though nobody says when.
  [[nodiscard]] bool runs_through(const Clause& clause) const;
  [[nodiscard]] bool tells_mishap(const Clause& clause) const;
  // "The cable was cut on Thursday", "the inquiry was widened": done to one thing, with no amount.
  [[nodiscard]] bool is_changed_thing(Index clause) const;
  // "The act came into force", "the ban took effect"
  [[nodiscard]] bool takes_effect(const Clause& clause) const;
  // The subject; of "it went over" that of the sentence before.
  [[nodiscard]] Index thing_meant(const Clause& clause) const;
  [[nodiscard]] When own_or_told_time(Index clause) const;

  // "The fight left four men [dead]": what became of whom the verb leaves; kNone otherwise.
  [[nodiscard]] Index harm_left(const Clause& clause) const;

  // "34 households lost their homes"
  [[nodiscard]] bool loses_home(const Clause& clause) const;

  [[nodiscard]] bool goes_on(const Clause& clause, const VerbGroup& verb) const;

  // The word that tells what happened.
  [[nodiscard]] std::string trigger_of(const Clause& clause, Index told_by) const;

  // Whom the verb's harm befalls: they take part, whatever the noun says of them.
  [[nodiscard]] Index befallen(const Clause& clause) const;

  // "Two firefighters lost their lives", "the fire claimed 14 lives"
  [[nodiscard]] bool loses_life(const Clause& clause) const;

  // "the worst since Las Cruces in 2005, [when] 32 prisoners died"
  void add_antecedent_place(const Clause& clause, EventDetail& detail) const;

  // "We stood outside the hall [as 30 families lost their homes]": what goes on meanwhile is there too.
  void add_place_around(const Clause& clause, EventDetail& detail) const;
  void add_place_meant(const Clause& clause, EventDetail& detail) const;
  void add_place_hit(const Clause& clause, EventDetail& detail) const;
  void add_where(const Clause& clause, const When& when, EventDetail& detail) const;
  void add_place_of_report(const Clause& clause, const When& when, EventDetail& detail) const;

  // "Reached the island of El Hierro", not "reached 30,000".
  [[nodiscard]] bool reaches_place(Index object) const;

  // Where they arrive comes before all else that the clause names.
  void add_reached(EventDetail& detail, Index object) const;

  // "A canoe with 118 people on board": the head-count of what carries them.
  [[nodiscard]] std::optional<Value> count_aboard(const Clause& clause) const;

  // "34 households lost their homes: 78 people, 41 of them adults": how many, behind a colon.
  void add_count_behind(const Clause& clause, EventDetail& detail);

  [[nodiscard]] bool counts_anything(Index chunk) const;

  // "defectors [who entered the South]": says which people are meant, not that something happened.
  [[nodiscard]] bool is_generic(Index noun) const;

  // Headlines tell of the past in the present tense.
  [[nodiscard]] bool is_headline(const Clause& clause) const;

  // Who takes part: people, organisations or happenings, as subject or object.
  [[nodiscard]] std::vector<Index> participants(const Clause& clause) const;

  [[nodiscard]] Index antecedent_of(const Clause& clause) const;

  [[nodiscard]] bool counts_people(Index chunk) const;

  [[nodiscard]] bool takes_part(Index chunk) const;

  [[nodiscard]] bool is_named_person(Index chunk) const;

  [[nodiscard]] Index head_count_at(Index chunk) const;
  // The head-count in a noun group: the figure that was read there.
  [[nodiscard]] std::optional<Value> count_of(Index chunk) const;

  // The counted figure whose number stands in this chunk; kNone where none does.
  [[nodiscard]] Index figure_at(Index chunk) const;

  // Figures are read in the order of the text; what later stages add to them is not.
  [[nodiscard]] Index in_order() const;

  // Claims are in the order of their sentences; quotes start at most a sentence before.
  [[nodiscard]] Index first_claim_near(Span span) const;

  When when_of_event(Index clause, const std::vector<Index>& who);
  // The time of a stretch without a verb after the clause, or of the clause whose "when" it is.
  [[nodiscard]] When when_beside_clause(Index clause) const;
  // "The accident of 5 October at Corma, [in which 23 died]": that of what it is said of.
  [[nodiscard]] When time_of_what(Index clause) const;
  [[nodiscard]] bool is_of_another(Index clause, const When& when) const;
  [[nodiscard]] bool is_day_of_noun(const Clause& clause, Index day) const;
  [[nodiscard]] When when_begun(const Clause& clause) const;
  [[nodiscard]] When time_in_nouns(Index clause) const;
  // "On the same day", "that night": the day told last.
  [[nodiscard]] bool points_back(const When& when) const;
  [[nodiscard]] When told_day(const When& when) const;
  // "Five days [after the roof fell in], ten men are missing": counted back from the report.
  [[nodiscard]] When when_after(Index clause) const;
  [[nodiscard]] Date counted_from(Index outer) const;
  [[nodiscard]] When so_long_ago(Index after, Index outer) const;
  When remember(Index clause, const When& when);
  // "On Tuesday … . A plane took off": what is told next happened that day, where the paragraph goes on.
  [[nodiscard]] When when_told_before(Index clause) const;
  // "Pavel Brand, who ran it until [he] resigned": the person named last in the sentence.
  [[nodiscard]] std::vector<Index> person_meant(const Clause& clause) const;

  // Nouns.

  // "a series of defections by ranking officials, including A and B"; "a similar case in August".
  void read_noun(Index chunk);

  // "the earthquake in West Sulawesi", "the march of 9 June": named with its place or its day, a
  // happening is told again, whatever the clause says of it.
  void read_named(Index chunk);

  void add_whom(Index chunk, EventDetail& detail);
  [[nodiscard]] bool is_over(Index chunk, Range phrase) const;

  // "The deaths of nine residents of the home": a noun that tells what became of people.
  void read_fate(Index chunk);

  // "[In Brask], prosecutors opened an inquiry": the place that opens the sentence is that of what it names.
  void add_fronted_place(Index sentence, EventDetail& detail) const;
  // "Fire", "the rock fall": a noun, or two together, that tell a happening.
  [[nodiscard]] bool is_happening(Index chunk) const;
  [[nodiscard]] bool is_deed_of_day(Index chunk) const;
  [[nodiscard]] bool is_of_one(Index chunk) const;
  [[nodiscard]] bool is_owned_by_name(Index chunk) const;
  [[nodiscard]] std::string happening_named_by(Index chunk) const;
  // "[mine collapse]": the head and the word before it are a happening that the vocabulary knows as one.
  [[nodiscard]] bool is_named_by_two(Index chunk) const;

  [[nodiscard]] When when_within(Range phrase) const;
  When add_aside(Index comma, EventDetail& detail) const;
  When add_that_of(Index chunk, EventDetail& detail) const;
  [[nodiscard]] bool is_of_day(Index chunk) const;
  // "The walkout by cabin crews[, which ended on Saturday]".
  [[nodiscard]] When when_it_was(Index comma) const;

  // "The bankruptcy of its owner, Delmore Civils[, in May]".
  [[nodiscard]] When when_over_apposition(Index comma) const;

  // The chunk after "including" or "such as" that follows a noun over its own phrases.
  [[nodiscard]] Index list_after(Index chunk) const;

  // "2008, La Jara: 17 dead, 900 displaced": a row of a register that tells when, where and of how many.
  void read_row(Index sentence);

  // The people of a list: free noun chunks up to the next finite verb of the outer clause.
  [[nodiscard]] std::vector<Index> items_of(Index begin) const;

  // First of the list, or after "and"; an apposition after a comma is no item of its own.
  [[nodiscard]] bool is_item(Index begin, Index chunk) const;

  void add_item(const std::string& trigger, Index noun, Index item);

  // An item with what describes it, up to the conjunction before the next.
  [[nodiscard]] Range item_phrase(Index item) const;

  // What they share.

  void fill(EventDetail& detail, const std::vector<Index>& who, Range chunks);
  [[nodiscard]] Range before_inner(Range chunks, bool others) const;

  // A name with the role that stands by it, otherwise the noun group.
  [[nodiscard]] Span person_span(Index chunk) const;

  // The chunks that describe a noun: its phrases and the reduced clauses that hang on it.
  [[nodiscard]] Range description(Index chunk) const;

  void add_parts(EventDetail& detail, Index chunk);
  // The head-count of what befell people is a part too: 17 killed.
  static void add_counted(EventDetail& detail, std::string_view role);

  [[nodiscard]] Span quote_of(const Clause& clause, const std::vector<Index>& who) const;

  Claim& add(EventDetail& detail, Span quote, const When& when, Index clause);

  // A figure whose number stands in an event's words counts that event.
  void tie_figures();

  Article& article_;
  Scene scene_;
  Index events_ = 0;          // claims from this one on are events
  Index dateline_ = kNone;    // the sentence that tells where the report was written
  Index figures_ = 0;         // claims before this one are figures in the order of their sentences
  When told_;                 // the day that was told last
  Index told_in_ = kNone;     // in which sentence
  std::string last_trigger_;  // what "a similar case" points back to
};

}  // namespace tally
