// What differs between two texts, in words: for copies with local edits and versions of one page.
//
//   differences_in_words("killed 12 workers on", "killed 15 workers on", 12)   {"killed [12 → 15] workers
//   on"} added words are "[+ so]", words left out "[− so]"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

// At most `limit` of them, and then a line that says how many more there are.
[[nodiscard]] std::vector<std::string> differences_in_words(std::string_view before, std::string_view after,
                                                            std::size_t limit);

}  // namespace tally
