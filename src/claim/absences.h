// What a source does not tell: "has not disclosed the number of …", "declined to comment on how many",
// "no figures were available".
#pragma once

#include <vector>

#include "claim/attribution.h"
#include "claim/scene.h"
#include "tally/claim.h"

namespace tally {

// The saying tells that something was not said.
[[nodiscard]] bool is_absence(const Scene& scene, const Saying& saying);
void find_absences(const Scene& scene, const Attributions& attributions, std::vector<Claim>& claims);

}  // namespace tally
