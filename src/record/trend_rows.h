// Rows of the record that a trend may speak of though no figure of its own leads there: numbers of one
// variable at even distances in time, named by the words of its sentence or met by a number beside it.
//
//   "Arrivals have risen every year since 2020. … 39,910 last year"   beside the row of another report,
//   23,023 in 2020, 22,316 in 2021, 15,682 in 2022, 39,910 in 2023
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "record/checks.h"
#include "record/words.h"

namespace tally {

struct Stop {
  Period at;
  const ChartPoint* point = nullptr;
};

// Numbers of one variable in order of time.
struct Row {
  Index variable = kNone;
  std::vector<Stop> stops;
  int months = 0;         // between two stops, where that is even
  int words = 0;          // that its figures share with the sentence
  int beside = 0;         // a number of the row stands near the claim: 2 in its sentence, 1 beside it
  bool own = false;       // and is aligned to it
  bool anchored = false;  // and is a rare one, of its time
};

// Looks rows up by their words and their numbers.
class RowFinder {
 public:
  explicit RowFinder(const Checks& checks);

  // The rows that the trend may speak of, what fits best first.
  [[nodiscard]] std::vector<Row> rows_for(Index claim);

 private:
  void weigh_words(Index claim, std::map<Index, Row>& rows);
  void weigh_numbers(Index claim, std::map<Index, Row>& rows);
  [[nodiscard]] bool fits(Index claim, const Row& row) const;

  const Checks& checks_;
  Words words_;
  std::unordered_map<Root, std::vector<Index>> by_word_;
  std::map<Decimal, std::vector<Index>> by_number_;
  std::map<Index, Index> member_;  // of each variable a figure
};

// Trends that nothing else could tell about.
void check_trend_rows(Checks& checks);

}  // namespace tally
