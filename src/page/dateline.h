// The dateline that a paragraph begins with: place, date, agency, then a dash; or place and date as
// a sentence of their own.
//
//   "SEOUL, April 12, 2016 (Yonhap) — More …"   agency Yonhap, date 2016-04-12, ends after the dash
//   "WASHINGTON (AP) - The …"                    agency AP
//   "Turin, 5 Dec 2024 (Linea) - Some …"         agency Linea, date 2024-12-05
//   "Turin, December 2024. Some …"               date 2024-12
//   "(Linea) 5 Dec 2024 - Some …"                agency Linea, date 2024-12-05
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tally/edtf.h"

namespace tally::page {

struct Dateline {
  std::string place;
  std::string agency;   // empty: none named
  Date date;            // unknown unless the year is printed
  std::size_t end = 0;  // first byte after the dash or stop and its space
};

[[nodiscard]] std::optional<Dateline> read_dateline(std::string_view paragraph);

}  // namespace tally::page
