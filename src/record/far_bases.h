// The number that a change started from, where the text leaves it to the reader and it stands elsewhere
// in the report or in another: "27 more than the ministry", "18 percent fewer than in 2019".
//
//   62,153 on 30 November, "673 more than a month before"   62,153 − 673 = 61,480, which another
//   report gives for 31 October: holds
//
// It can only bear a change out, and only where the coincidence says more, in decimal digits, than
// there are numbers that it may hit: how narrow the change is, how near the number stands, whether it
// has the time that is named.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/checks.h"

namespace tally {

class FarBases {
 public:
  explicit FarBases(const Sheet& sheet);

  // A finding that holds was added.
  bool bear_out(Checks& checks, Index claim) const;

 private:
  bool bear_out(Checks& checks, Index claim, Index to, double needed) const;

  const Sheet& sheet_;
  std::map<std::string, std::multimap<Decimal, Index>> by_unit_;
};

// What stands at the change's beginning was later than what stands at its end.
[[nodiscard]] bool later_than(const Claim& base, const Claim& to);

// How likely it is that a change of this size runs between two numbers by chance: a percentage of three
// digits hardly ever, "tripled" now and then.
[[nodiscard]] double openness(const ChangeDetail& change);

}  // namespace tally
