// The numbers of a sentence that places own in a list, told by the places alone.
//
//   "the worst hit were Upper Marsh (940 cases or 18 percent) and Low Marsh (820 or 16 percent)"
//     940 and 18 percent: Upper Marsh; 820 and 16 percent: Low Marsh
//   "Kent had the most with 22, followed by Essex with 5; Surrey and Sussex had two each"
//
// Who owns a number is told by a bracket, "with", a colon, or the subject of "had"; one such number alone is
// no list, and is left to the clause.
#pragma once

#include <span>
#include <vector>

#include "claim/scene.h"

namespace tally {

struct OwnedNumber {
  std::vector<Index> owners;  // noun chunks; several for "two each"; empty: nobody's
  const Mention* amount = nullptr;
  bool share = false;   // a percentage beside the owner's number
  bool within = false;  // "one each in Kent and Essex": perhaps of a larger place named before
};

// One for each amount; empty where the sentence holds no list.
[[nodiscard]] std::vector<OwnedNumber> owned_numbers(const Scene& scene,
                                                     std::span<const Mention* const> amounts);

}  // namespace tally
