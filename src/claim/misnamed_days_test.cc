// Which dates are held to the weekday printed beside them.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "claim/read_for_test.h"

namespace tally {
namespace {

std::vector<std::string> misnamed_in(const std::string& text, const std::string& published) {
  Article article = read_to_figures("What happened in the harbour\n\n" + text + "\n", published);
  find_misnamed_days(article);
  std::vector<std::string> found;
  for (const Claim& claim : article.claims) {
    if (claim.misnamed_day)
      found.emplace_back(claim.misnamed_day->day.to_string() + " " +
                         std::string(article.text(claim.misnamed_day->date)));
  }
  return found;
}

using Words = std::vector<std::string>;

TEST(MisnamedDays, AreTold) {
  EXPECT_EQ(misnamed_in("On Monday 12 March 2024 the harbour took in 312 boats.", "2024-09-02"),
            Words{"2024-03-12 Monday 12 March 2024"});
  EXPECT_EQ(misnamed_in("On Tuesday 12 March 2024 the harbour took in 312 boats.", "2024-09-02"), Words{});
}

TEST(MisnamedDays, NeedTheReportsOwnDateWhereTheYearIsNotPrinted) {
  EXPECT_EQ(misnamed_in("On Monday, 12 March, the harbour took in 312 boats.", "2024-03-20").size(), 1U);
  EXPECT_EQ(misnamed_in("On Monday, 12 March, the harbour took in 312 boats.", "2024-11-20"), Words{});
}

}  // namespace
}  // namespace tally
