// Dates held against what the text tells: a report cannot observe what happened after it.
#include <string>

#include "record/checks.h"

namespace tally {

void check_dates(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    const Publication& published = sheet.document_of(i).published;
    if (published.basis == DateBasis::inferred || !published.date.known() || !sheet.counts(i)) continue;
    if (c.relative || !c.period || !c.period->from.known() || c.period->open_from) continue;
    if (c.period->first_day() <= published.date.last_day()) continue;
    add(checks, {.verdict = Verdict::cannot_tell,
                 .kind = "date",
                 .claim = i,
                 .against = {},
                 .explanation = "the report is dated " + published.date.to_string() + " and tells of " +
                                said(*c.period) + " as past: its date or ours is wrong",
                 .suspect = "reading",
                 .rank = Rank::wrong_period,
                 .relative_size = std::nullopt});
  }
}

}  // namespace tally
