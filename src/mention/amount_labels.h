// Numbers that are no figures: part of the name before them, scores, hours, numbers to dial; and figures
// that a name is given. Entry: label_functions.
//
//   "Office 39"   label        "Italy 120, Spain 240 and France 88"   three figures
#pragma once

#include <span>

#include "mention/grammar.h"

namespace tally::grammar {

[[nodiscard]] std::span<const Function> label_functions();

}  // namespace tally::grammar
