// Words of a sentence → the times that they tell, and how far such a time is that of a happening.
//
//   told_times("the power failure of 30 May", published)      → --05-30
//   told_times("in the fire last week", 12 June 2024)         → 2024-06-03/2024-06-11
#pragma once

#include <chrono>
#include <string_view>
#include <vector>

#include "tally/edtf.h"

namespace tally {

// A date with parts unknown (0), or the days between two where it hangs on the day of the report.
struct ToldTime {
  Date date;                    // year 0: not told
  std::chrono::sys_days first;  // of a stretch reckoned from the day of the report
  std::chrono::sys_days last;
  bool weekday = false;  // the day hangs on that of the report: "on Thursday", "yesterday"
  [[nodiscard]] bool is_stretch() const { return date == Date{}; }
};

enum class Agreement { against, silent, year, month, weekday, day };

// `published` with day, month or year unknown leaves out what hangs on it.
[[nodiscard]] std::vector<ToldTime> told_times(std::string_view sentence, Date published);
// How far the best of the times is that of a happening; `against` where all of them are others.
[[nodiscard]] Agreement agreement(const std::vector<ToldTime>& told, const Period& when, Date published);

}  // namespace tally
