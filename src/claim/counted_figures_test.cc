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

}  // namespace
}  // namespace tally
