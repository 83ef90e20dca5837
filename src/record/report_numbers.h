// The numbers of one report in the order of its text, each place once, with the sentences counted through.
#pragma once

#include <cstdint>
#include <vector>

#include "record/sheet.h"

namespace tally {

struct ReportNumber {
  Index claim = kNone;
  Decimal value = 0;
  std::uint32_t end = 0;  // in the text
  int sentence = 0;       // counted from the first number
};

// Those printed that are of one value, below the title; plans and forecasts too.
[[nodiscard]] std::vector<ReportNumber> numbers_of_report(const Sheet& sheet, Index document);

}  // namespace tally
