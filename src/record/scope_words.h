// The words around a number → the clause that tells what its count takes in or how it was made.
//
//   "The club, which counts tickets sold, put it at 38,200"     "which counts tickets sold"
//   "Without them it comes to 3,760"                            "Without them it comes to 3,760"
//   "It leaves out those who were let go without a record"      the sentence
#pragma once

#include <string_view>

namespace tally {

// The first clause of a stretch of text that says so; empty where none does.
[[nodiscard]] std::string_view scope_told(std::string_view text);

}  // namespace tally
