// What the producing functions of dates.rules share.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "mention/when.h"

namespace tally::dates {

// The meaning's number, where it is an integer within bounds.
[[nodiscard]] std::optional<int> whole(const grammar::Meaning* meaning, int low, int high);
// The symbol of a meaning as a word; empty where there is none.
// How many quarters of a year a number counts that is read as a fraction: "three quarters".
[[nodiscard]] std::optional<Decimal> quarters_in(const grammar::Call& call, const grammar::Meaning* number);
[[nodiscard]] std::string_view word_of(const grammar::Call& call, const grammar::Meaning* meaning);

// The functions that make lengths of time and sets, dates whose parts are printed, clock times.
[[nodiscard]] std::span<const grammar::Function> length_functions();
[[nodiscard]] std::span<const grammar::Function> calendar_functions();
[[nodiscard]] std::span<const grammar::Function> clock_functions();

}  // namespace tally::dates
