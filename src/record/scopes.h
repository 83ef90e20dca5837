// What a superlative or trend is held against: which line of the record, from when, to when.
#pragma once

#include <optional>
#include <string>

#include "record/checks.h"

namespace tally {

// What a comparison is held against: a line, the figure it speaks of and the stretch it covers.
struct Scope {
  const Sheet& sheet;
  const Line* on_record;  // of the variable; null where a row beside the claim is all there is
  Index claim;
  Index figure;
  Period at;                // the period the claim speaks of
  Period first;             // the first period it covers
  bool bounded = false;     // the text says how far back it reaches
  std::string reach;        // in words
  bool firm = true;         // its words name the line; not only what stands before it
  std::optional<Line> row;  // numbers of its own report beside the claim, where they tell more

  [[nodiscard]] const Line& line() const { return row ? *row : *on_record; }
};

// nullopt: nothing on record that it could speak of.
[[nodiscard]] std::optional<Scope> scope_of(const Checks& checks, Index claim);
// Every period from the first to the last is on record.
[[nodiscard]] bool is_complete(const Scope& scope, const Period& last);
// "the second-highest since 2010" (check_ranks.cc)
void check_rank(Checks& checks, const Scope& scope);
// How many periods of its length lie between `first` and `at`.
[[nodiscard]] std::optional<int> steps_between(const Period& first, const Period& at);

}  // namespace tally
