// The functions of amounts.rules that make measures out of several parts, and coins.
#pragma once

#include <span>

#include "mention/grammar.h"

namespace tally::grammar {

[[nodiscard]] std::span<const Function> measure_functions();

}  // namespace tally::grammar
