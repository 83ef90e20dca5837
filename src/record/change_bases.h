// What the words of a change say of its two ends: where it begins, which number prints that, whether they say
// which way it went.
#pragma once

#include <vector>

#include "record/checks.h"

namespace tally {

// Where the change begins: as the claim says, else the period before, else (within a year, where a text may
// mean either) also the same stretch a year before. Where numbers stand rather than flow: the last one told
// before.
[[nodiscard]] std::vector<Period> bases_of(const Claim& claim, const Period& period, const Line* line,
                                           bool stands);
// The figure that prints the base of a change, in its sentence; kNone where it has none of its own.
[[nodiscard]] Index base_told(const Sheet& sheet, Index claim);
// The base with the words around it: "when it was nearly 30,000".
[[nodiscard]] Value as_told(const Sheet& sheet, Index claim, Decimal from);
// "They fell to 126 in 2020 and 158 in 2021": the second number only follows in the list, and its change is
// not said of it.
[[nodiscard]] bool says_its_direction(const Sheet& sheet, Index claim);
// A figure of the report that prints the number in the unit of the base.
[[nodiscard]] Index printed_as(const Sheet& sheet, Index claim, Index base, Decimal number);
// "Slid from 95.1 percent in 2018, the last year in which …, to 88.6 percent last year, a loss of 5.6
// points": the number behind "to", between the base and the amount; kNone where there is none.
[[nodiscard]] Index end_between(const Sheet& sheet, Index claim);

}  // namespace tally
