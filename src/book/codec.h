// Claims and the parts of a record ⇄ JSON, without loss: what is decoded equals what was encoded.
#pragma once

#include <string>
#include <string_view>

#include "book/fields.h"

namespace tally {

// For everything that fields.h lists: Claim, DocumentFacts, ClaimFacts, Variable, SeriesPoint, Event,
// Finding, Origin, Entity and Decision.
template <class T>
[[nodiscard]] std::string encode(const T& value);

// False where the JSON is broken; the ids of things stand beside their JSON, not in it.
template <class T>
[[nodiscard]] bool decode(std::string_view json, T& value);

// Dates and decimals in the form that the columns of the book use.
[[nodiscard]] std::string date_text(Date date);
[[nodiscard]] Date date_of(std::string_view text);

}  // namespace tally
