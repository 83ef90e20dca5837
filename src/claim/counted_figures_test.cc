// What is counted and what is none, in sentences of our own.
#include <gtest/gtest.h>

#include <string>

#include "claim/read_for_test.h"
#include "tally/article.h"

namespace tally {
namespace {

// The figures with their units: "3000 person".
std::string counts(const std::string& text) {
  const Article article = read_to_figures("What the latest numbers say\n\n" + text + "\n", "2024-03-04");
  std::string all;
  for (const Claim& claim : article.claims) {
    if (claim.kind != ClaimKind::figure || !claim.value->best) continue;
    if (!all.empty()) all += ", ";
    all += claim.value->best->to_string() + (claim.unit.empty() ? "" : " " + claim.unit);
  }
  return all;
}

TEST(CountedFigures, SomebodysFamilyIsNoCount) {
  EXPECT_EQ(counts("The mayor, who has three children, opened the park."), "");
  EXPECT_EQ(counts("The village has three children."), "3 person");
}

TEST(CountedFigures, SomeOfThemAreTheSubjectOfABareVerb) {
  EXPECT_EQ(counts("There were 520 writers. 140 of them live abroad."), "520 person, 140 person");
  EXPECT_EQ(counts("The firm runs 87 shops. Only 41 of them make money."), "87, 41");
}

}  // namespace
}  // namespace tally
