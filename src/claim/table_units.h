// What the numbers of a table are measured in, as its caption or the head of a row or column says.
//
//   "Cargo in million tonnes"   tonne, × 1,000,000        "Output (₹ crore)"   INR, × 10,000,000
//   "Growth (%)"                percent                   "Passengers ('000)"  × 1,000
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tally/decimal.h"

namespace tally {

struct TableUnit {
  std::string unit;       // as of a mention; empty: what is counted is no measure
  Decimal factor = 1;     // one in the table stands for so many
  std::size_t begin = 0;  // where in the words the unit begins, its bracket or "in" included
};

[[nodiscard]] std::optional<TableUnit> table_unit(std::string_view words);

}  // namespace tally
