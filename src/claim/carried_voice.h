// Whose figures a paragraph goes on with once its source is told.
#pragma once

#include <vector>

#include "claim/attribution.h"
#include "claim/scene.h"
#include "tally/claim.h"

namespace tally {

// Gives figures that nobody was found for the source that the sentences before speak by.
void carry_voices(const Scene& scene, const Attributions& attributions, std::vector<Claim>& claims);

}  // namespace tally
