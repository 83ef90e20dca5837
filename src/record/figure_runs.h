// The figures of one report in the order of their numbers, and the runs that they form: numbers that follow
// each other within one breath, as the items of a list do, with the words that tie a run to its whole.
//
//   "1,840 homes: 960 flats, 540 terraced houses and 370 others"      one run of four, opened by a colon
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "record/checks.h"

namespace tally {

using Run = std::vector<Index>;

class FigureRuns {
 public:
  FigureRuns(const Sheet& sheet, Index document);

  [[nodiscard]] const Run& figures() const { return figures_; }
  [[nodiscard]] const Sheet& sheet() const { return sheet_; }
  // Where the number of a figure ends in the text.
  [[nodiscard]] std::uint32_t end(Index claim) const { return end_.at(claim); }
  // The figures that follow each other from this one on, in its sentence or beyond.
  [[nodiscard]] Run from(std::size_t first, bool one_sentence) const;
  [[nodiscard]] bool begins(std::size_t first, bool one_sentence) const;
  [[nodiscard]] bool follows(Index a, Index b, bool one_sentence) const;
  [[nodiscard]] bool is_aside(Index item, Index next) const;
  [[nodiscard]] bool in_one_sentence(const Run& parts) const;
  // The same words, told once for all of them: "sixty-four of them died in Mamuju and nine in Majene".
  [[nodiscard]] bool is_one_list(const Run& parts) const;
  // Parts of a sum that was found are parts of no other.
  void take(const Run& parts) { taken_.insert(parts.begin(), parts.end()); }

 private:
  const Sheet& sheet_;
  Run figures_;
  std::map<Index, std::uint32_t> end_;
  std::set<Index> taken_;
};

// What the words around a run say of its whole.

// "1,840 homes[:] 960 flats, …"
[[nodiscard]] bool opens_list(const FigureRuns& runs, Index whole, Index part);
// "…, 612 [in all]"
[[nodiscard]] bool closes_list(const FigureRuns& runs, Index part, Index whole);
// "41, [of whom] 29 are inmates, nine guards and four firefighters": each is one of them.
[[nodiscard]] bool divides(const FigureRuns& runs, Index whole, Index part);
// "[Of] the 87 who set out, 23 are alive, 52 are dead and 11 are missing"
[[nodiscard]] bool is_of(const FigureRuns& runs, Index whole);
// "…; in the [remaining] 46 other means were used"
[[nodiscard]] bool closes_rest(const FigureRuns& runs, Index last);
// "[By region], 66 were found in Brenna, 31 in Oslava and 18 in Tisna"
[[nodiscard]] bool opens_division(const FigureRuns& runs, Index first);
// A list that was meant to make the whole up misses it by little.
[[nodiscard]] bool comes_near(const Sheet& sheet, Index whole, const Run& parts);
// There are some, and all print one number.
[[nodiscard]] bool give_one_number(const Sheet& sheet, const Run& figures);
// "Some 151": the word hedges, the digits do not.
[[nodiscard]] bool is_to_the_digit(const Value& value);

// Holds the parts against the whole, unless that was told already.
void tell_sum(Checks& checks, Index whole, const Run& parts, bool exhaustive);

// Runs that all but come to a number: a digit is another one, or the parts are more than the whole.
void check_list_slips(Checks& checks, const FigureRuns& runs);

// Numbers that close a sum: "brings the toll to 139".
void check_closing_sums(Checks& checks, const FigureRuns& runs);

// Lists whose items leave each other out, held against the whole told before them.
void check_partitions(Checks& checks, const FigureRuns& runs);

}  // namespace tally
