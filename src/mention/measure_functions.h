// The functions of amounts.rules that make measures out of several parts, and coins.
#pragma once

#include <span>
#include <string_view>

#include "mention/grammar.h"

namespace tally::grammar {

[[nodiscard]] std::span<const Function> measure_functions();
// Whether this names a unit of length.
[[nodiscard]] bool is_length(std::string_view unit);

}  // namespace tally::grammar
