// TIMEX3 values (ISO-TimeML, ISO 24617-1:2012) of what was read: "2016-04", "2016-W14", "P2Y",
// "XXXX-WXX-1", "2016-04-11TEV". Parts that are not known are printed as X.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "mention/when.h"
#include "tally/mention.h"

namespace tally::dates {

// A date, with the clock time or part of the day where there is one; `period` is what it came to.
[[nodiscard]] Timex timex_of(const When& when, std::uint32_t flags, const std::optional<Period>& period);
// "P2Y", "P2.5D", "PT3H", "PXY", "P1Y3M".
[[nodiscard]] std::string timex_of(const Length& length, std::uint32_t flags, const Decimal& number,
                                   std::string_view unit);
// What recurs: "XXXX-WXX-1", "XXXX-12-25", "XXXX-XX-XXT19:00".
[[nodiscard]] std::string recurring(const When& when);
// "T14:30", "T17:00:05Z".
[[nodiscard]] std::string clock_text(const When& when);
// "2016-04-07", "2016-W14", "2016-W14-WE", "2016-Q1", "199", "BC0490", "2011/2016".
[[nodiscard]] std::string timex_of(const Period& period);

}  // namespace tally::dates
