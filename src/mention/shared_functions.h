// The functions of amounts.rules that give several amounts what is said of one of them.
#pragma once

#include <span>

#include "mention/grammar.h"

namespace tally::grammar {

[[nodiscard]] std::span<const Function> shared_functions();

}  // namespace tally::grammar
