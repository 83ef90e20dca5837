// A series that goes on in the next sentence is told by whoever began it.
#pragma once

#include <vector>

#include "claim/attribution.h"
#include "claim/scene.h"
#include "tally/claim.h"

namespace tally {

// Gives figures that nobody was found for the source of the figure that they go on from.
void tell_on(const Scene& scene, const Attributions& attributions, std::vector<Claim>& claims);

}  // namespace tally
