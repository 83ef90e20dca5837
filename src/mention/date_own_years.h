// Years that begin in a month of their own, as a text tells them: "the coffee year, which runs from October
// to September", "the financial year 2020/21, which ended on 30 June", "2021/22 (October 2021 to September
// 2022)".
//
//   "In the year to March, 4,061 trains were cancelled; in 2022/23 it was 5,641."   2022/23 is
//   2022-04/2023-03
//
// So do its parts: "the half-year to 30 September", "the first quarter (April to June)".
//
// Where the text tells nothing, labels ("2022/23") are the years of the public accounts of the country that
// its words and its money point to, unless it labels seasons or school years so (dates.tsv: accounts_word).
// Without such a country they stay untold: "2022/23" is 2022/2023 then.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mention/date_finder.h"

namespace tally::dates {

struct OwnYear {
  bool business = false;  // of accounts
  bool by_parts = false;  // told by a half or a quarter of it, so that these are told without it
  std::string kind;  // the word before "year" or "season": "coffee", "financial"; empty where none stands
  std::uint8_t month = 0;   // its first
  std::uint8_t months = 0;  // how many it has
  Span head;                // the words that it is told of
  std::uint32_t told_at = 0;
};

// A year spoken of by its kind alone: "last coffee year", "in the financial year".
struct OwnYearSaid {
  Span span;
  int offset = 0;
  bool from_focus = false;  // "the coffee year": the one told of last
  std::size_t year = 0;     // which
};

class OwnYears {
 public:
  void learn(const Article& article, const Finder& finder, Date published);
  // The year that a label ("2021/22") at a place of the text speaks of; null where the text does not tell.
  [[nodiscard]] const OwnYear* of_label(const Article& article, Span label) const;
  // The business year of the text; null where it tells none.
  [[nodiscard]] const OwnYear* business() const;
  // The year that such a stretch is; null where it is none.
  [[nodiscard]] const OwnYear* like(const Period& period) const;
  [[nodiscard]] const OwnYear& at(std::size_t i) const { return years_[i]; }
  [[nodiscard]] const std::vector<OwnYearSaid>& said() const { return said_; }
  [[nodiscard]] bool known() const { return !years_.empty(); }

 private:
  void learn_from(const Article& article, const Finder& finder, const Found& one, Date published);
  void learn_from_length(const Article& article, const Finder& finder, const Found& one);
  void learn_from_months_of_part(const Article& article, const Finder& finder, const Found& part,
                                 const Found& months);
  void learn_from_country(const Article& article, const Finder& finder);
  void add(OwnYear own);
  void find_said(const Article& article);

  std::vector<OwnYear> years_;
  std::vector<OwnYearSaid> said_;
};

// A half or a quarter of a year: the second quarter of 2023-04/2024-03 is 2023-07/2023-09.
[[nodiscard]] Period part_of_own(const Period& year, int nth, int months);
// The one that begins in a year: 2021 → 2021-10/2022-09.
[[nodiscard]] Period in_own_year(const OwnYear& own, int year);
// The one that a date falls in begins in this year.
[[nodiscard]] int begun_by(const OwnYear& own, Date date);

}  // namespace tally::dates
