// A time as the words of one place tell it.
#pragma once

#include <cstdint>
#include <optional>

#include "tally/edtf.h"
#include "tally/relative_date.h"
#include "tally/span.h"
#include "tally/syntax.h"
#include "tally/value.h"

namespace tally {

// How a time stands in its clause: "in 2016", "since 2011", "until 2009", "compared to 2015".
enum class TimeRole : std::uint8_t { at, since, until, base, as_of };

struct When {
  std::optional<Period> period;  // absent while the report's own date is unknown
  std::optional<RelativeDate> relative;
  Basis basis = Basis::printed;
  TimeRole role = TimeRole::at;
  Index chunk = kNone;  // the time chunk
  Span span;            // its words

  [[nodiscard]] bool known() const { return period.has_value() || relative.has_value(); }
};

}  // namespace tally
