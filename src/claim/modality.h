// Whether a clause tells what was observed, or what is planned, forecast, conditional, asked or
// negated.
#pragma once

#include "claim/scene.h"
#include "tally/claim.h"

namespace tally {

[[nodiscard]] Modality modality_of(const Scene& scene, Index clause);

}  // namespace tally
