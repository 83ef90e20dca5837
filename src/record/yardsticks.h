// The words beside two counts → the way of counting that one of them names and the other does not.
//
//   "a net profit of 142 million" · "before tax it came to 188 million"       "net" · "before tax"
//   "612 beds on paper" · "only 548 can be used"                               "on paper"
#pragma once

#include <string>
#include <string_view>

namespace tally {

// What the two sides name, in words: "net against before tax"; empty where neither tells a way of its own.
[[nodiscard]] std::string ways_apart(std::string_view a, std::string_view b);

}  // namespace tally
