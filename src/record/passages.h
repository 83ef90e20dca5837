// The texts of all reports as sentences, by the words, numbers and times that they hold: where else a thing
// is spoken of is found by looking its rare words up.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/sheet.h"
#include "record/told_times.h"
#include "record/words.h"

namespace tally {

struct Passage {
  Index document = kNone;
  Span span;
  Roots words;
  Roots numbers;  // of two digits or more, years aside
  std::vector<ToldTime> times;
};

// The numbers of two digits or more that a text prints in digits, years aside.
[[nodiscard]] Roots numbers_in(std::string_view text, Words& words);

class Passages {
 public:
  Passages(const Sheet& sheet, Words& words);

  std::vector<Passage> all;  // in order of documents and text

  // In how many sentences the word or number stands.
  [[nodiscard]] std::size_t times_written(Root word) const;
  // Those sentences, where they are few.
  [[nodiscard]] std::span<const Index> with(Root word) const;
  // The sentences that print a day of a month.
  [[nodiscard]] std::span<const Index> of_day(unsigned month, unsigned day) const;

 private:
  std::unordered_map<Root, std::vector<Index>> with_;
  std::unordered_map<unsigned, std::vector<Index>> of_day_;
};

}  // namespace tally
