// What chunks around a time tell of it, for time_chunks.cc and periods.cc.
#pragma once

#include "claim/scene.h"

namespace tally {

// The chunk before, adverbs passed over; kNone at the start of the sentence.
[[nodiscard]] Index chunk_before(const Scene& scene, Index chunk);
// "in [the same period] of 2022", "in [the whole] of 2023", "in [the same month] last year": what the date
// behind it is a stretch of.
[[nodiscard]] bool names_stretch(const Scene& scene, Index noun);
// "compared with [2,706] in 2011": the number that a time stands behind where that number is held against
// another; kNone where it is not.
[[nodiscard]] Index number_held_against(const Scene& scene, Index time);

}  // namespace tally
