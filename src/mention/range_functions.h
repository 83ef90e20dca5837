// The functions of amounts.rules that make ranges and bounds.
#pragma once

#include <span>

#include "mention/grammar.h"

namespace tally::grammar {

[[nodiscard]] std::span<const Function> range_functions();

}  // namespace tally::grammar
