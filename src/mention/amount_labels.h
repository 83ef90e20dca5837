// A number right behind a name: part of it, or a figure that the name is given.
// Entry: label_functions.
//
//   "Office 39"   label        "Italy 120, Spain 240 and France 88"   three figures
#pragma once

#include <span>

#include "mention/grammar.h"

namespace tally::grammar {

[[nodiscard]] std::span<const Function> label_functions();

}  // namespace tally::grammar
