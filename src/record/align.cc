// Figures that measure one thing, by the wording of their slots.
#include <map>
#include <string>

#include "record/strata.h"

namespace tally {

void align(Sheet& sheet) {
  std::map<std::string, Index> wordings;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (!sheet.counts(i)) continue;
    const Claim& c = sheet.claim(i);
    const std::string key = c.unit + '|' + c.measure.population + '|' + c.measure.property + '|' +
                            c.measure.place + '|' + c.measure.origin + '|' +
                            std::string(name(c.measure.aggregate));
    sheet.variable[i] = wordings.try_emplace(key, static_cast<Index>(wordings.size())).first->second;
  }
  sheet.joined_by.assign(wordings.size(), {});
}

}  // namespace tally
