// Claims and the parts of a record ⇄ JSON, without loss: what is decoded equals what was encoded.
#pragma once

#include <string>
#include <string_view>

#include "book/fields.h"

namespace tally {

[[nodiscard]] std::string encode(const Claim& claim);
[[nodiscard]] std::string encode(const DocumentFacts& facts);
[[nodiscard]] std::string encode(const ClaimFacts& facts);
[[nodiscard]] std::string encode(const Variable& variable);
[[nodiscard]] std::string encode(const SeriesPoint& point);
[[nodiscard]] std::string encode(const Event& event);
[[nodiscard]] std::string encode(const Finding& finding);
[[nodiscard]] std::string encode(const Origin& origin);
[[nodiscard]] std::string encode(const Entity& entity);
[[nodiscard]] std::string encode(const Decision& decision);

// False where the JSON is broken; the ids of things stand beside their JSON, not in it.
[[nodiscard]] bool decode(std::string_view json, Claim& claim);
[[nodiscard]] bool decode(std::string_view json, DocumentFacts& facts);
[[nodiscard]] bool decode(std::string_view json, ClaimFacts& facts);
[[nodiscard]] bool decode(std::string_view json, Variable& variable);
[[nodiscard]] bool decode(std::string_view json, SeriesPoint& point);
[[nodiscard]] bool decode(std::string_view json, Event& event);
[[nodiscard]] bool decode(std::string_view json, Finding& finding);
[[nodiscard]] bool decode(std::string_view json, Origin& origin);
[[nodiscard]] bool decode(std::string_view json, Entity& entity);
[[nodiscard]] bool decode(std::string_view json, Decision& decision);

// Dates and decimals in the form that the columns of the book use.
[[nodiscard]] std::string date_text(Date date);
[[nodiscard]] Date date_of(std::string_view text);

}  // namespace tally
