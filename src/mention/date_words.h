// The words of dates.tsv and dates.rules that stand for something fixed: units, parts of the day,
// TIMEX3 modifiers, flags.
#pragma once

#include <cstdint>
#include <string_view>

#include "mention/when.h"
#include "tally/edtf.h"

namespace tally::dates {

[[nodiscard]] Grain grain_named(std::string_view word);
[[nodiscard]] DayPart day_part_named(std::string_view word);
[[nodiscard]] Mod mod_named(std::string_view word);
// 0 where there is no such flag.
[[nodiscard]] std::uint32_t flag_named(std::string_view word);
// Where a unit is counted in Length::counts, and how many of that it is: a fortnight is 2 weeks.
struct LengthPlace {
  int at = -1;
  int factor = 1;
};
[[nodiscard]] LengthPlace length_place(std::string_view unit);

}  // namespace tally::dates
