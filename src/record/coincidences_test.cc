// Numbers of one report that make one another to the digit.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "record/report_for_test.h"

namespace tally {
namespace {

struct Told {
  std::string_view quote;
  std::string_view value;
  std::string_view unit;
  std::string_view period;
};

std::vector<Finding> findings_of(std::string_view text, const std::vector<Told>& figures) {
  Document document = report_of("d1", text);
  std::size_t from = 0;
  for (const Told& told : figures) {
    Claim claim = figure_of(text, told.quote, *Decimal::parse(told.value), from);
    from = claim.quote.end;
    claim.unit = std::string(told.unit);
    if (!told.period.empty()) claim.period = Period::parse(told.period);
    add_claim(document, std::move(claim));
  }
  return draw_up({document}, {}).findings;
}

std::ptrdiff_t held(const std::vector<Finding>& findings, std::string_view kind) {
  return std::ranges::count_if(
      findings, [&](const Finding& f) { return f.verdict == Verdict::holds && f.kind == kind; });
}

constexpr std::string_view kJobs =
    "At the end of the year the yards employed 15,850 people. Four years earlier it had been 20,600. The "
    "4,750 jobs that have gone were welders' for the most part.";

TEST(Coincidences, AddUpWhateverTheirTimes) {
  const auto found = findings_of(kJobs, {{"15,850", "15850", "person", "2019-12"},
                                         {"20,600", "20600", "person", "2015-12"},
                                         {"4,750", "4750", "", "2019"}});
  EXPECT_EQ(held(found, "sum"), 3);  // the whole and each part
}

TEST(Coincidences, LeaveFewDigitsToChance) {
  const auto found =
      findings_of("The crews cut 12 trees in May. Later 27 fell in the wood. In all 39 roads were shut.",
                  {{"12", "12", "", "2019-05"}, {"27", "27", "", ""}, {"39", "39", "", "2018"}});
  EXPECT_EQ(held(found, "sum"), 0);
}

TEST(Coincidences, AddNoPeopleToMoney) {
  const auto found = findings_of(
      "The yards employed 15,850 people. They lost $20,600. The 4,750 jobs are gone.",
      {{"15,850", "15850", "person", ""}, {"20,600", "20600", "USD", ""}, {"4,750", "4750", "person", ""}});
  EXPECT_EQ(held(found, "sum"), 0);
}

constexpr std::string_view kPumps =
    "Last year 89,700 pumps were sold. The shops had hoped for more. Nobody knows what comes next. The trade "
    "is "
    "patient. Air pumps lead with 77,600 pieces, which is 86.5 per cent of everything sold.";

TEST(Coincidences, FindTheWholeOfAShareFarBeforeIt) {
  const std::vector<Told> told = {{"89,700", "89700", "", "2024"}, {"77,600", "77600", "", "2025-01-21"}};
  std::vector<Told> fitting = told;
  fitting.push_back({"86.5", "86.5", "percent", ""});
  EXPECT_GT(held(findings_of(kPumps, fitting), "share"), 0);
  std::vector<Told> other = told;
  other.push_back({"86.5", "81.5", "percent", ""});
  EXPECT_EQ(held(findings_of(kPumps, other), "share"), 0);
}

}  // namespace
}  // namespace tally
