// A sentence that is a heading and the rows under it, as offices write them → the rows.
//
//   "Cyclists killed: 2018 – 286; 2019 – 257"       "Staff by grade: nurses 1,200, doctors 340"
//   "Killed, by month: January 4, February 6"       "Arrivals were: in 2018, 4,100; in 2019, 3,900"
//
// Each row is a label and one number, and every item behind the colon must be such a row: one that is not,
// and the sentence is left to its clauses.
#pragma once

#include <optional>
#include <vector>

#include "claim/scene.h"

namespace tally {

struct HeadedRow {
  Range label;  // tokens
  const Mention* amount = nullptr;
  Range tail;  // tokens behind the number: "46 [killed]"
};

struct HeadedRows {
  Range head;  // chunks before the colon
  bool by_month = false;
  std::vector<HeadedRow> rows;
};

[[nodiscard]] std::optional<HeadedRows> headed_rows(const Scene& scene, Index sentence);

}  // namespace tally
