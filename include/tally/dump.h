// One-line dumps: what `tally dump` prints and the corpora of rules expect.
//
//   money 1200000 USD "$1.2m" rule=symbol-first
#pragma once

#include <string>

#include "tally/article.h"

namespace tally {

// kind, value, unit, edtf, timex, then the words and what is said of them:
//   range 18..25 percent "between 18 and 25 percent" rule=…
//   number >30000 "30,000" extent="more than 30,000" rule=…
//   quantity 13 person "13 workers" counted="workers" rule=…
[[nodiscard]] std::string dump(const Article& article, const Mention& mention);
// "13", "~1400", ">30000", ">=5", "<5", "<=40", "18..25", "vague"; "~..17000" for about with a high end.
[[nodiscard]] std::string dump(const Value& value);

// noun "The number" head=number
[[nodiscard]] std::string dump(const Article& article, const Chunk& chunk);
// relative subject="North Koreans" verb="defected" object="…" "who defected to the South"
[[nodiscard]] std::string dump(const Article& article, const Clause& clause);
// figure 1417 person 2016 [enter|north korean defector|South Korea|year] "1417 defectors entered" rule=…
[[nodiscard]] std::string dump(const Article& article, const Claim& claim);

}  // namespace tally
