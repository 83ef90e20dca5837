// Weights of lexicon/figure_times.tsv → scores of candidates.
//
//   figure_before	past	1240
#include "claim/time_model.h"

#include <array>
#include <charconv>
#include <string_view>

#include "text/lexicon_lines.h"

namespace tally {

namespace embedded {
std::string_view figure_times();  // NOLINT(misc-use-internal-linkage): made by cmake/embed.cmake
}  // namespace embedded

namespace {

constexpr auto kClues = static_cast<std::size_t>(Clue::count);
constexpr auto kSettings = static_cast<std::size_t>(Setting::count);

constexpr std::array<std::string_view, kClues> kClueNames{"nothing",
                                                          "told",
                                                          "figure_before",
                                                          "first_here",
                                                          "figure_here",
                                                          "base_here",
                                                          "date_before",
                                                          "date_after",
                                                          "opens_sentence",
                                                          "happened_here",
                                                          "happened_last",
                                                          "sentence_before",
                                                          "first_before",
                                                          "latest_before",
                                                          "date_in_sentence_before",
                                                          "first_in_block",
                                                          "date_in_block",
                                                          "latest_block_before",
                                                          "first_block_before",
                                                          "base_before",
                                                          "main_before",
                                                          "past_perfect_before",
                                                          "lead_figure",
                                                          "lead_date",
                                                          "lead_day",
                                                          "title_date",
                                                          "heading_date",
                                                          "publication",
                                                          "since_lead",
                                                          "same_measure",
                                                          "often_told",
                                                          "often_printed",
                                                          "opened_block",
                                                          "report",
                                                          "main_day",
                                                          "of_state",
                                                          "in_aside",
                                                          "printed",
                                                          "told_near",
                                                          "told_far",
                                                          "same_unit",
                                                          "same_tense",
                                                          "told_aside",
                                                          "told_as_base",
                                                          "same_subject",
                                                          "often_here",
                                                          "first_told",
                                                          "date_in_next",
                                                          "day",
                                                          "week",
                                                          "month",
                                                          "quarter",
                                                          "year",
                                                          "stretch",
                                                          "holds_publication",
                                                          "ends_shortly_before",
                                                          "ends_long_before",
                                                          "last_year",
                                                          "years",
                                                          "ahead",
                                                          "latest_so_far",
                                                          "in_report",
                                                          "before_report"};
constexpr std::array<std::string_view, kSettings> kSettingNames{"always",
                                                                "past",
                                                                "perfect",
                                                                "past_perfect",
                                                                "present",
                                                                "irreal",
                                                                "no_verb",
                                                                "counted",
                                                                "value",
                                                                "listed",
                                                                "person",
                                                                "ratio",
                                                                "money",
                                                                "unit",
                                                                "no_unit",
                                                                "casualty",
                                                                "level",
                                                                "copula",
                                                                "passive",
                                                                "opens_block",
                                                                "first_here",
                                                                "quoted",
                                                                "hanging",
                                                                "adverbial",
                                                                "anaphor",
                                                                "in_title",
                                                                "in_lead",
                                                                "goes_on",
                                                                "another",
                                                                "portion",
                                                                "existential",
                                                                "changed",
                                                                "generic",
                                                                "now",
                                                                "so_far",
                                                                "also",
                                                                "in_all",
                                                                "then",
                                                                "conditional",
                                                                "future",
                                                                "infinitive",
                                                                "modal",
                                                                "progressive",
                                                                "negated",
                                                                "dated",
                                                                "report_of_day",
                                                                "report_of_stretch",
                                                                "undated",
                                                                "pronoun",
                                                                "definite",
                                                                "length",
                                                                "in_bracket",
                                                                "in_list",
                                                                "complement",
                                                                "moves",
                                                                "has",
                                                                "after_date",
                                                                "after_figure",
                                                                "after_told_date",
                                                                "after_past_perfect",
                                                                "after_base",
                                                                "after_heading",
                                                                "after_event",
                                                                "in_event",
                                                                "lead_day_known",
                                                                "late"};

using Weights = std::array<std::array<std::int32_t, kSettings>, kClues>;

template <std::size_t size>
std::size_t index_of(const std::array<std::string_view, size>& names, std::string_view wanted) {
  for (std::size_t i = 0; i < size; ++i) {
    if (names[i] == wanted) return i;
  }
  return size;
}

Weights read_weights(std::string_view lines) {
  Weights weights{};
  for_each_lexicon_line(lines, [&](const LexiconLine& line) {
    const std::size_t clue = index_of(kClueNames, line.fields[0]);
    const std::size_t setting = index_of(kSettingNames, line.fields[1]);
    const std::string_view digits = line.fields[2];
    if (clue < kClues && setting < kSettings)
      std::from_chars(digits.data(), digits.data() + digits.size(), weights[clue][setting]);
  });
  return weights;
}

Weights& weights_used() {
  static Weights weights = read_weights(embedded::figure_times());
  return weights;
}

}  // namespace

void use_weights(std::string_view lines) {
  weights_used() = read_weights(lines);
}

std::string_view name(Clue clue) {
  return kClueNames[static_cast<std::size_t>(clue)];
}
std::string_view name(Setting setting) {
  return kSettingNames[static_cast<std::size_t>(setting)];
}

std::int32_t score(Flags<Clue> clues, Flags<Setting> settings) {
  const Weights& weights = weights_used();
  std::int32_t sum = 0;
  clues.for_each([&](std::size_t clue) {
    settings.for_each([&](std::size_t setting) { sum += weights[clue][setting]; });
  });
  return sum;
}

}  // namespace tally
