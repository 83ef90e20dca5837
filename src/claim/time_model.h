// What speaks for a time as that of a figure, and how much: a linear model over clues.
//
// A figure without a time of its own holds at one of the times that the report has told, at the report's
// own, or at none. Each such candidate has clues (it is that of the figure before, it stands in the title,
// it is a year); each figure has a setting (its verb is past perfect, it opens a paragraph, it is a
// percentage). A clue in a setting has a weight; a candidate's score is the sum of its weights, its
// probability the softmax over the candidates (conditional logit: McFadden 1974). The weights stand in
// lexicon/figure_times.tsv, trained by tools/figure-times on the project's own stories.
#pragma once

#include <array>
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
  printed,        // the last figure that has it stands beside it
  told_near,      // one of the last three figures has it
  told_far,       // none of the last eight has
  same_unit,      // of the last figure in this unit
  same_tense,     // the last figure that has it is told in the same tense
  told_aside,     // the last figure that has it is told from another one: "a year earlier"
  told_as_base,   // of what was last held against in this paragraph
  same_subject,   // of the last figure whose clause has the same subject
  often_here,     // of two figures or more of this paragraph
  first_told,     // of the first figure of this paragraph and of the one before
  date_in_next,   // the first printed in the sentence behind, in this paragraph
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
  last_year,            // the year before the report's
  years,                // more than a year long
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
  now,          // "now", "currently"
  so_far,       // "so far", "already", "yet"
  also,         // "also", "meanwhile", "too"
  in_all,       // "altogether", "in total"
  then,         // "then", "later"
  conditional,  // "if", "unless"
  future,
  infinitive,
  modal,
  progressive,
  negated,
  dated,          // another time is printed in the sentence
  report_of_day,  // the report tells of one day
  report_of_stretch,
  undated,   // nobody knows when the report was published
  pronoun,   // its subject is one
  definite,  // "the 14 workers"
  length,    // of time
  in_bracket,
  in_list,             // its paragraph is the item of a list
  complement,          // "said that"
  moves,               // its verb tells of a rise or a fall
  has,                 // its verb is "have"
  after_date,          // the sentence before, in its paragraph, prints a time
  after_figure,        // and has a figure
  after_told_date,     // one of the sentences of its paragraph prints a time
  after_past_perfect,  // the last figure told was
  after_base,          // the sentence before holds something against another time
  after_heading,       // a heading above it has a time
  after_event,         // something dated happened in the sentence before
  in_event,            // or in this one
  lead_day_known,
  late,  // not among the first eight paragraphs
  count
};

[[nodiscard]] std::string_view name(Clue clue);
[[nodiscard]] std::string_view name(Setting setting);

// Bits, one for each clue or setting.
template <class Flag>
class Flags {
 public:
  constexpr void add(Flag flag, bool here = true) {
    if (here) word_of(flag) |= bit(flag);
  }
  constexpr void add(Flags other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  [[nodiscard]] constexpr bool has(Flag flag) const {
    return (words_[static_cast<std::size_t>(flag) / kBits] & bit(flag)) != 0;
  }
  // Calls back with the number of each flag that is set.
  template <class Take>
  constexpr void for_each(Take take) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t left = words_[i]; left != 0; left &= left - 1)
        take(i * kBits + static_cast<std::size_t>(std::countr_zero(left)));
    }
  }

 private:
  static constexpr std::size_t kBits = 64;
  static constexpr std::uint64_t bit(Flag flag) {
    return std::uint64_t{1} << (static_cast<std::size_t>(flag) % kBits);
  }
  constexpr std::uint64_t& word_of(Flag flag) { return words_[static_cast<std::size_t>(flag) / kBits]; }
  std::array<std::uint64_t, (static_cast<std::size_t>(Flag::count) + kBits - 1) / kBits> words_{};
};

// Takes other weights than those built in, in the same form: to train on what a text shows whose own figures
// they were not learned from.
void use_weights(std::string_view lines);

// The sum of the weights of all pairs of a clue and a setting, in thousandths of a logit.
[[nodiscard]] std::int32_t score(Flags<Clue> clues, Flags<Setting> settings);

}  // namespace tally
