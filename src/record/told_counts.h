// Numbers that somebody gives for what was just told of: "The Alliance put it at 2,300", "The police have
// 318".
#pragma once

#include <string>

#include "record/sheet.h"

namespace tally {

// How far a sentence says that its number is somebody's own count of what stands before it.
struct ToldCount {
  bool told = false;
  bool bare = false;     // nothing is counted behind the number: it is of what was told before
  bool earlier = false;  // "the sheriff had put it at 19"
  bool has = false;      // "the ministry has 61,230": it may have so many of its own
  bool own = false;      // "its own figure is", "arrives at a lower number": another count, in so many words
  std::string subject;   // the last word of who tells it: "police"
};
[[nodiscard]] ToldCount told_count(const Sheet& sheet, Index claim);

}  // namespace tally
