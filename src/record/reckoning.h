// What a change says, held against two numbers: direction, percentage, amount, factor.
//
//   "dropped to 1514" beside 1502: 12 more, so no drop
//   "up 18 percent to 1.2 billion" beside 1.1 billion: the round numbers leave room for it
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/checks.h"

namespace tally {

// One number to reckon with, and where it stands.
struct Stand {
  Value value;
  std::optional<Period> period;
  Index claim = kNone;
};

// Two ends of a change, and what they come to.
struct Ends {
  Stand from;
  Stand to;
  bool own = false;   // the report's own figures
  bool firm = false;  // joined by more than likeness
};

// Verdict on one pair of ends.
struct Judgement {
  bool fits = true;
  bool rounded = false;  // fits only where round numbers were rounded
  std::string_view kind = "direction";
  std::string words;
};

[[nodiscard]] Judgement judge(const Ends& ends, const ChangeDetail& change);
// "1,514 in 2013 is 12 (0.8 %) more than 1,502 in 2012"
[[nodiscard]] std::string difference_in_words(const Ends& ends);
// The number of a change with the words around it: "more than 5".
[[nodiscard]] Value stated(Decimal number, const ChangeDetail& change);
// No further apart than changes go.
[[nodiscard]] bool tame(Decimal from, Decimal to);
// "Fell to 5.86 billion from 6.78": the first number lends the second its scale. What still differs
// by more than any change does was misread; nullopt.
[[nodiscard]] std::optional<Decimal> rescaled(Decimal from, Decimal to, const ChangeDetail& change);

}  // namespace tally
