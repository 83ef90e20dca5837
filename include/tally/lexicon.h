// Words and patterns of a user's own, beside those compiled into the program.
#pragma once

#include <string>

#include "tally/result.h"

namespace tally {

// Adds DIR/<language>/mention/*.tsv and *.rules, in the format of lexicon/. Call before anything is read.
[[nodiscard]] Result<void> add_lexicon(const std::string& folder);

}  // namespace tally
