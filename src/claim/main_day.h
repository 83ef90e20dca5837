// The day of what a report tells of, from its first sentences.
//
//   "Ten days after: the arrests of 9 June"           2024-06-09
//   "… said on Thursday. The quake struck on Tuesday" the Tuesday
#pragma once

#include <vector>

#include "claim/scene.h"
#include "claim/when.h"

namespace tally {

// Unknown where none of the sentences tells one.
[[nodiscard]] When main_day(const Scene& scene, const std::vector<Index>& first);
// The head of a verb group that says something of others' doings: "said", "confirmed", "showed".
[[nodiscard]] bool is_says_verb(const Token& head);

}  // namespace tally
