// Names for documents and claims that outlive rules and re-reading: a document's is made of its
// bytes and address, a claim's of its document, kind, span and ordinal. All else in the record is
// named after its smallest member.
//
//   document_id("…bytes…", "https://…") → "d1f0c2a6b7e39458"
//   claim_ids(document, claims)         → {"c…", "c…"}, parallel to the claims
//   named_after('v', "c1f0c2…")         → "v1f0c2…"
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "tally/claim.h"
#include "tally/record.h"

namespace tally {

[[nodiscard]] Id document_id(std::string_view bytes, std::string_view url);
[[nodiscard]] std::vector<Id> claim_ids(const Id& document, std::span<const Claim> claims);
// The id of a group by its smallest member, with another letter in front.
[[nodiscard]] Id named_after(char letter, std::string_view member);
// A letter and the hash of what makes the thing what it is.
[[nodiscard]] Id hashed_id(char letter, std::string_view what);

}  // namespace tally
