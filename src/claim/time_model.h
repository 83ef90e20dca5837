// What speaks for a time as that of a figure, and how much: a linear model over clues.
//
// A figure without a time of its own holds at one of the times that the report has told, at the report's
// own, or at none. Each such candidate has clues (it is that of the figure before, it stands in the title,
// it is a year); each figure has a setting (its verb is past perfect, it opens a paragraph, it is a
// percentage). A clue in a setting has a weight; a candidate's score is the sum of its weights, its
// probability the softmax over the candidates (conditional logit: McFadden 1974). The weights stand in
// lexicon/figure_times.tsv, trained by tools/figure-times on the project's own stories.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tally {

enum class Clue : std::uint8_t {
  nothing,  // no time at all
  told,     // any time
  // Where it was told.
  figure_before,    // of the figure just before, in this sentence
  first_here,       // of the first figure of this sentence
  figure_here,      // of any figure before in this sentence
  base_here,        // of what is compared with, in this sentence
  date_before,      // the last time before the number in this sentence
  date_after,       // the first one behind it
  opens_sentence,   // a time among the first words of the sentence
  happened_here,    // when what this sentence tells happened
  happened_last,    // when what was told last happened
  sentence_before,  // of the last figure of the sentence before
  first_before,     // of the first figure of the sentence before
  latest_before,    // the latest of the last sentence with a figure, in this paragraph
  date_in_sentence_before,
  first_in_block,       // of the first figure of this paragraph
  date_in_block,        // the first time printed in this paragraph
  latest_block_before,  // the latest of the paragraph before
  first_block_before,   // of the first figure of the paragraph before
  base_before,          // of what was compared with before
  main_before,          // of the last figure that was not told in the past perfect
  past_perfect_before,  // of the last one that was
  lead_figure,          // of the first figure of the report
  lead_date,            // the first time printed in the first lines
  lead_day,             // the first day printed there
  title_date,
  heading_date,
  publication,
  since_lead,     // from that day to the report's
  same_measure,   // of the last figure that counts the same
  often_told,     // the one that most figures so far have
  often_printed,  // the one that is printed most often in the report
  opened_block,   // the last one that opens a sentence of this paragraph
  report,         // the stretch that the report is about
  main_day,       // the day of what it tells of
  of_state,       // told last of how something stood
  in_aside,       // printed in a clause of its own: "founded in 1962"
  // What it is.
  day,
  week,
  month,
  quarter,
  year,
  stretch,
  holds_publication,
  ends_shortly_before,  // no more than a quarter before the report
  ends_long_before,     // more than two years
  ahead,                // after the report
  latest_so_far,        // none told is later
  in_report,            // a part of the stretch that the report is about
  before_report,        // before that
  count
};

enum class Setting : std::uint8_t {
  always,
  past,
  perfect,
  past_perfect,
  present,
  irreal,  // would, will, to
  no_verb,
  counted,
  value,
  listed,
  person,
  ratio,
  money,
  unit,
  no_unit,
  casualty,
  level,  // "stands at", "remain"
  copula,
  passive,
  opens_block,
  first_here,  // no figure before in its sentence
  quoted,
  hanging,  // in a relative clause
  adverbial,
  anaphor,  // "it was", "that makes"
  in_title,
  in_lead,      // among the first lines
  goes_on,      // counts what the figure before counts
  another,      // "another 540", "a further 12"
  portion,      // "of those arrested, 71", "71 of them"
  existential,  // "there were"
  changed,      // by how much something went up or down
  generic,      // "a card costs", "each bus takes"
  count
};

[[nodiscard]] std::string_view name(Clue clue);
[[nodiscard]] std::string_view name(Setting setting);

// Bits, one for each clue or setting.
template <class Flag>
class Flags {
 public:
  constexpr void add(Flag flag, bool here = true) {
    if (here) bits_ |= bit(flag);
  }
  constexpr void add(Flags other) { bits_ |= other.bits_; }
  [[nodiscard]] constexpr bool has(Flag flag) const { return (bits_ & bit(flag)) != 0; }
  // Calls back with the number of each flag that is set.
  template <class Take>
  constexpr void for_each(Take take) const {
    for (std::uint64_t left = bits_; left != 0; left &= left - 1)
      take(static_cast<std::size_t>(std::countr_zero(left)));
  }

 private:
  static constexpr std::uint64_t bit(Flag flag) { return std::uint64_t{1} << static_cast<unsigned>(flag); }
  std::uint64_t bits_ = 0;
};

// Takes other weights than those built in, in the same form: to train on what a text shows whose own figures
// they were not learned from.
void use_weights(std::string_view lines);

// The sum of the weights of all pairs of a clue and a setting, in thousandths of a logit.
[[nodiscard]] std::int32_t score(Flags<Clue> clues, Flags<Setting> settings);

}  // namespace tally
