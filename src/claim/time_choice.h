// The times that a report has told so far, and which of them a figure without one of its own holds at.
//
//   "Police recorded 318 homicides in 2023. … In 2021 there had been 367. … Officers arrested 2,315 persons."
//   → candidates for 2,315: 2021 (told last), 2023 (told first, in the title), the report's day, none
//
// What speaks for each is weighed by the model of claim/time_model.h.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claim/periods.h"
#include "claim/report_times.h"
#include "claim/scene.h"
#include "claim/time_model.h"

namespace tally {

struct TimeCandidate {
  When when;  // unknown: no time
  Flags<Clue> clues;
};

// A figure's number, what speaks for each time, and the candidates, "no time" first.
struct TimeChoice {
  Span number;
  Flags<Setting> settings;
  std::vector<TimeCandidate> candidates;
};

// What find_figures had to choose between, in order: for the training of the model. Adds the claims again.
[[nodiscard]] std::vector<TimeChoice> times_chosen(Article& article);

// The candidate of the highest score, where the model gives it more than half of the probability; else
// unknown.
[[nodiscard]] When best_of(const TimeChoice& choice);

enum class Tense : std::uint8_t { none, past, perfect, past_perfect, present, irreal };

// What candidates are asked for.
struct TimeQuestion {
  Index chunk = kNone;
  std::string_view measure;  // what the figure counts
  std::string_view unit;
  Tense tense = Tense::none;
  std::string_view subject;
};

class TimeMemory {
 public:
  // A figure with its time.
  struct Told {
    When when;
    Index chunk = kNone;
    bool is_base = false;
    bool is_aside = false;  // told from another time: "a year earlier"
    bool past_perfect = false;
    bool is_state = false;  // "22 were still in custody"
    std::string measure;    // what it counts
    std::string unit;
    Tense tense = Tense::none;
    bool is_printed = false;  // its time stands beside it
    std::string subject;      // of its clause
    Index block = kNone;
  };

  explicit TimeMemory(const Scene& scene)
      : scene_(scene), report_(report_times(scene)), lead_(scene.lead()) {}

  // Goes on to the next sentence that is news.
  void enter(Index sentence, const When& happened);
  void tell(Told told);
  [[nodiscard]] std::vector<TimeCandidate> candidates(const TimeQuestion& question) const;
  // The time that "a year earlier" is told from: of the last figure in this sentence or paragraph, or the one
  // before, what was only compared with left out; unknown where none was told.
  [[nodiscard]] When reference() const;
  // The same for "that year": of the last figure told, whichever was the latest.
  [[nodiscard]] When told_last() const;
  // The day that a clock time is of: "The peak came on 17 January. At 9 p.m. …"; unknown where this paragraph
  // told none, nor, for what looks farther, the last figure of the one before.
  [[nodiscard]] When day_told(bool farther) const;
  [[nodiscard]] bool opens_block() const { return opens_block_; }
  [[nodiscard]] bool is_lead() const;
  // The day of what the report tells of; unknown where none is found.
  [[nodiscard]] const When& main_day() const { return report_.main_day; }
  // Whether the report compares with the year before, and with no nearer time.
  [[nodiscard]] bool compares_by_year() const { return report_.compares_by_year; }
  // What lies before a figure.
  [[nodiscard]] Flags<Setting> before() const;
  [[nodiscard]] const ReportTimes& report() const { return report_; }
  // The last figure told counts this.
  [[nodiscard]] bool goes_on(const std::string& measure) const {
    return !told_.empty() && !measure.empty() && told_.back().measure == measure;
  }
  // No figure with a time was told in this sentence yet.
  [[nodiscard]] bool is_first_here() const;

 private:
  // Candidates as they come together, one for each time.
  class Gathered;
  struct Place {  // what a sentence or paragraph has told
    Index at = kNone;
    When first;  // of its figures
    When last;
    When last_plain;  // not told as what had been before
    When latest;      // of its figures
    When date;        // the first that is printed
    // The last and the latest that were not told from another one.
    When last_main;
    When latest_main;
    When base;  // the last that was only compared with
  };

  [[nodiscard]] When first_date(Index sentence) const;
  [[nodiscard]] std::vector<When> times_held_against(Index number) const;
  void add_from_sentence(Gathered& gathered, Index chunk) const;
  void add_from_before(Gathered& gathered) const;
  void add_from_lead(Gathered& gathered) const;
  void add_like(Gathered& gathered, const TimeQuestion& question) const;
  void add_from_next(Gathered& gathered) const;
  [[nodiscard]] Flags<Clue> clues_of_telling(const When& when, Tense tense) const;
  [[nodiscard]] Flags<Clue> kind_of(const When& when) const;
  [[nodiscard]] bool is_aside(Index date, Index number) const;

  const Scene& scene_;
  ReportTimes report_;
  std::vector<Index> lead_;  // the first sentences
  Place sentence_;
  Place sentence_before_;  // of the same paragraph
  Place block_;
  Place block_before_;
  When happened_here_;
  When happened_last_;
  When base_before_;
  When main_before_;
  When past_perfect_before_;
  When lead_figure_;
  When heading_date_;
  When latest_;
  When opened_here_;
  When opened_block_;
  std::vector<std::pair<Period, int>> often_;  // how many figures have a time
  std::vector<Told> told_;
  bool opens_block_ = false;
};

}  // namespace tally
