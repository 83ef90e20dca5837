// Numbers that share what stands behind the last of them, and the lists that run beside them:
//
//   "Kent, Surrey and Essex gave 5.7, 5.2 and 4.6 million tonnes"   three figures, a place each
//   "2.4 and 2.1 million in 2013 and 2014"                          two figures, a year each
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "claim/scene.h"
#include "tally/value.h"

namespace tally {

// Indices into the amounts of a sentence; the last one has the unit or the noun.
struct NumberList {
  std::size_t first = 0;
  std::size_t last = 0;
  [[nodiscard]] std::size_t size() const { return last - first + 1; }
};

[[nodiscard]] std::vector<NumberList> number_lists(const Article& article,
                                                   std::span<const Mention* const> amounts);

// Runs of so many numbers or more that only commas and "and" join, units or none: "212, 468, 1,105 and 317".
[[nodiscard]] std::vector<NumberList> number_runs(const Article& article,
                                                  std::span<const Mention* const> amounts,
                                                  std::size_t fewest = 3);

// The value of one item, with the "million" of the last.
[[nodiscard]] Value value_of_item(const Article& article, const Mention& item, const Mention& last);

// A run of exactly `size` mentions of a layer in a span, joined by commas and "and"; empty where there is
// none. Names count only where they name places or organisations.
[[nodiscard]] std::vector<const Mention*> parallel_run(const Article& article, const Mentions& layer,
                                                       Span within, std::size_t size);

// "Eighty-three million in 2015, [sixty-three] in 2016": what they are told in is said once for all of a
// size.
void take_scale(Value& value, const Value& head);

}  // namespace tally
