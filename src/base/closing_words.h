// The words right before a date by which a stretch of time ends with it.
//
//   "results for the year [ended] 30 June", "six months [to the] 30th"
#pragma once

#include <cstddef>
#include <string_view>

namespace tally {

// How many bytes at the end of `before` are such words, with the blanks around them; 0 where it ends
// otherwise. Case does not matter.
[[nodiscard]] std::size_t closing_words(std::string_view before);

}  // namespace tally
