// A change that its own numbers do not come out with, and that comes out where one of them has two digits
// changed, as another report prints it.
//
//   A: "37 in the week from 10 July"   B: "88, more than double the 73 of the week before"     88 : 37 = 2.4
//   A: "2,380 jobs"                    C: "2,150, which is 230 fewer than the 2,830 …"         2,150 + 230 =
//   2,380
//
// The reckoning says which of the two numbers was meant, so that two digits are enough, and the words need
// not agree: only unit and time must not part them.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "record/change_bases.h"
#include "record/nearby.h"
#include "record/reckoning.h"
#include "record/rivalry.h"
#include "record/slots.h"

namespace tally {
namespace {

// The same digits but for two that changed places.
bool are_swapped(Decimal a, Decimal b) {
  const std::string x = a.to_string();
  const std::string y = b.to_string();
  if (x.size() != y.size() || x.size() < 2) return false;
  std::vector<std::size_t> apart;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] != y[i]) apart.push_back(i);
  }
  return apart.size() == 2 && x[apart[0]] == y[apart[1]] && x[apart[1]] == y[apart[0]];
}

class ReckonedSlips {
 public:
  explicit ReckonedSlips(Checks& checks) : checks_(checks), sheet_(checks.sheet) {}

  void find() {
    std::set<Id> failing;
    for (const Finding& f : checks_.findings) {
      const bool reckoned = f.kind == "percent" || f.kind == "factor" || f.kind == "difference_by";
      if (f.verdict == Verdict::fails && reckoned) failing.insert(f.claim);
    }
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      const Claim& c = sheet_.claim(i);
      if (c.change && failing.contains(sheet_.claims[i].id)) hold(i);
    }
  }

 private:
  void hold(Index change) {
    const ChangeDetail& told = *sheet_.claim(change).change;
    const Index about = sheet_.tied(change, sheet_.claim(change).about);
    std::optional<Decimal> to = told.to;
    if (!to && about != kNone && sheet_.claim(about).value) to = number_of(*sheet_.claim(about).value);
    if (!told.from || !to) return;
    Ends ends;
    ends.to.value = Value::exact(*to);
    for (const Index other : swapped_elsewhere(change, *told.from, told.base_period)) {
      ends.from.value = *sheet_.claim(other).value;
      if (judge(ends, told).fits) return tell(change, base_told(sheet_, change), *told.from, other);
    }
    ends.from.value = Value::exact(*told.from);
    if (about == kNone) return;
    for (const Index other : swapped_elsewhere(about, *to, sheet_.claim(about).period)) {
      ends.to.value = *sheet_.claim(other).value;
      if (judge(ends, told).fits) return tell(about, about, *to, other);
    }
  }

  // Figures of other reports that print the number with two digits changed, and whose own report does not
  // print it as well.
  [[nodiscard]] std::vector<Index> swapped_elsewhere(Index claim, Decimal number,
                                                     const std::optional<Period>& period) const {
    std::vector<Index> found;
    Claim told = sheet_.claim(claim);
    told.period = period;
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      const Claim& c = sheet_.claim(i);
      if (sheet_.claims[i].document == sheet_.claims[claim].document || !is_printed(sheet_, i) ||
          !c.value->best || !are_swapped(*c.value->best, number) || at_other_times(told, c))
        continue;
      // The unit of a change is that of its percentage.
      const std::string& unit = told.kind == ClaimKind::figure ? told.unit : c.unit;
      const bool apart = !unit.empty() && !c.unit.empty() && unit_key(unit) != unit_key(c.unit);
      const bool share = c.unit == "percent" && told.unit != "percent";
      if (!apart && !share) found.push_back(i);
    }
    return found;
  }

  void tell(Index change, Index base, Decimal number, Index other) {
    const Index claim = base == kNone ? change : base;
    const bool known = std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.kind == "slip" && f.verdict == Verdict::fails && f.claim == sheet_.claims[claim].id;
    });
    if (known) return;
    add(checks_, {.verdict = Verdict::fails,
                  .kind = "slip",
                  .claim = claim,
                  .against = {other, change},
                  .explanation = in_words(number) + " against " +
                                 said(*sheet_.claim(other).value, sheet_.claim(other).period) +
                                 ": two digits changed places, and only with the latter the change comes out",
                  .suspect = "report",
                  .rank = Rank::same_scope,
                  .relative_size = percent_apart(number, *sheet_.claim(other).value->best)});
  }

  Checks& checks_;
  const Sheet& sheet_;
};

}  // namespace

void check_reckoned_slips(Checks& checks) {
  ReckonedSlips(checks).find();
}

}  // namespace tally
