// What several commands ask for in the same words: how to read, and where from.
#pragma once

#include <cstddef>
#include <string_view>

#include "cli/command.h"
#include "tally/reading.h"

namespace tally::cli {

// --from, --prefer, --fields, --max-size, --threads.
[[nodiscard]] Result<ReadingOptions> reading_options(const Arguments& arguments);
// "16M" → 16777216; also k and G.
[[nodiscard]] Result<std::size_t> size_of(std::string_view words);
[[nodiscard]] Result<std::size_t> count_of(std::string_view words);

}  // namespace tally::cli
