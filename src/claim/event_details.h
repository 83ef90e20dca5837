// Where an event happened and what became of whom, read off chunks and figures.
//
//   "toppled a hospital on Sulawesi, killing at least 34 people"  →  where Sulawesi; part 34, killed
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "claim/scene.h"
#include "tally/claim.h"

namespace tally {

// Places named in a stretch where a preposition, a possessor or a place noun says that something is
// there; those that lie in others first ("Saint Petersburg" before "Russia").
void add_places_of(const Scene& scene, Range chunks, EventDetail& detail);

// A country, a state or a sea: much happens there.
[[nodiscard]] bool is_wide_place(std::string_view place);

// killed, injured, missing, arrested, displaced, rescued, infected, arrived, left; empty for others.
[[nodiscard]] std::string_view role_of(const Token& token);

// The people counted in a sentence whose fate a word beside them tells, as parts with a role.
void add_casualties(const Scene& scene, std::span<const Claim> figures, Index sentence, EventDetail& detail);

}  // namespace tally
