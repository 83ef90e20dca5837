// Parts added up and held against their whole: do the numbers leave room for it?
//
//   58 + 69 + 54 = 181 beside 171          10 more
//   5.7 + 5.2 + 4.6 + 3.1 million = 18.6   to the digit
//   1,204 + 893 beside "about 2,100"       fits: the whole is rounded
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/checks.h"

namespace tally {

struct Sum {
  Decimal total = 0;
  Decimal slack = 0;  // how far rounded parts may be off together
  bool exact = true;
  std::string words;
};

// nullopt where a part has no single number.
[[nodiscard]] std::optional<Sum> sum_of(const std::vector<Value>& parts);

struct Whole {
  Value value;
  Index claim = kNone;  // the finding's own claim
  std::vector<Index> against;
  // The parts are all there is; else they may leave some out.
  bool exhaustive = true;
  // Nothing is counted twice among them: they cannot come to more than the whole.
  bool disjoint = false;
};

// The sum is what comes later in the text: the parts in brackets, or the total that closes a list.
[[nodiscard]] Whole arranged(const Sheet& sheet, Index whole, const std::vector<Index>& parts);
void judge_sum(Checks& checks, const Whole& whole, const std::vector<Value>& parts);
[[nodiscard]] std::vector<Value> values_of(const Sheet& sheet, const std::vector<Index>& claims);

// Sums within one list that no words tie to its whole.
void check_lists(Checks& checks);

}  // namespace tally
