// What was found of dates → the article's layer of dates.
#pragma once

#include "mention/date_finder.h"
#include "tally/pipeline.h"

namespace tally::dates {

void write_dates(Article& article, const Grammar& grammar, const Finder& finder, const ReadOptions& options);

}  // namespace tally::dates
