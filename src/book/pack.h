// Pages and source maps as the book stores them: compressed, and as plain numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tally/article.h"
#include "tally/result.h"

namespace tally {

[[nodiscard]] std::string compress(std::string_view bytes);
[[nodiscard]] Result<std::string> decompress(std::string_view bytes, std::size_t size);

// Four numbers a run, 32 bits each, lowest byte first.
[[nodiscard]] std::string pack(const std::vector<SourceRun>& runs);
[[nodiscard]] std::vector<SourceRun> unpack(std::string_view bytes);

}  // namespace tally
