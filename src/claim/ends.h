// Both ends of a change told in one sentence.
#pragma once

#include "tally/article.h"

namespace tally {

// "From 14 to 13", "after 214,600 in 2022, an increase of 6.7 percent": the numbers that a change runs
// between, where reading it verb by verb left one out.
void find_ends(Article& article);
// Changes between a figure and the number that it is held against.
void find_held_against(Article& article);

}  // namespace tally
