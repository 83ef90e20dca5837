// Four digits before a plural noun: how many there are, or the year that they belong to.
//
//   "sold 2012 cars"   a count        "its 2018 results", "For 2026 yards expect"   years
#pragma once

#include "tally/article.h"

namespace tally {

// Whether the number token, which is like a year, says how many of what follows it. Needs tags.
[[nodiscard]] bool counts_what_follows(const Article& article, Index number, Range sentence);

}  // namespace tally
