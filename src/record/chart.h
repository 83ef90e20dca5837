// The values of each variable, period by period, with the rival values of each point and why they
// differ. Series are written out of it and checks reckon with it.
//
//   2009: 2,952 · 2,927 · 2,914      rivals of one point; the latest vintage is chosen
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claim/periods.h"
#include "record/rivalry.h"
#include "record/sheet.h"

namespace tally {

// Why a value of a point is not the chosen one.
enum class Cause : std::uint8_t {
  none,           // it is the chosen one
  revision,       // an earlier vintage
  authority,      // another source counts otherwise
  growing,        // a toll of the same happening, counted at another hour
  swapped,        // two digits changed places
  factor_ten,     // a digit too many or too few
  neighbour,      // the value of the period beside it
  contradiction,  // nothing explains it
  unclear         // too far apart to be one measure, or too thinly joined to say
};

struct Rival {
  Value value;
  std::vector<Index> claims;   // that print it, exactly
  std::vector<Index> rounded;  // that agree with it rounded, hedged or as a bound
  Date vintage;                // the latest publication among its claims
  Date first_vintage;
  std::set<Index> documents;
  std::set<Index> origins;
  Cause cause = Cause::none;
  Index beside = kNone;  // neighbour: a claim of the period whose value it is
};

struct ChartPoint {
  std::vector<Rival> rivals;  // the chosen one first
  Standing standing = Standing::single;
  [[nodiscard]] const Rival& chosen() const { return rivals.front(); }
  // The claim that stands for the chosen value: one of the given report where there is one.
  [[nodiscard]] Index claim_near(const Sheet& sheet, Index document) const;
};

using Line = std::map<Period, ChartPoint>;

struct Chart {
  std::map<Index, Line> lines;  // by variable
  [[nodiscard]] const Line* line(Index variable) const;
  [[nodiscard]] const ChartPoint* at(Index variable, const Period& period) const;
};

[[nodiscard]] Chart draw_chart(const Sheet& sheet);
[[nodiscard]] bool is_slip(Cause cause);

}  // namespace tally
