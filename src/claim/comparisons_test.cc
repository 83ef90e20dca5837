#include <gtest/gtest.h>

#include <string>

#include "claim/stages.h"
#include "mention/stages.h"
#include "page/stages.h"
#include "tally/pipeline.h"
#include "text/stages.h"

namespace tally {
namespace {

// "highest since 1999": what the first comparison of a sentence says.
std::string comparison_in(const std::string& sentence) {
  Page page;
  page.bytes = "The ferry company tells how it went\n\n" + sentence + "\n";
  page.media_type = "text/plain";
  page.published = "2025-03-05";
  const ReadOptions options;
  Article article = *read_page(page, options);
  find_sentences(article);
  find_tokens(article);
  find_quotes(article);
  find_amounts(article, options);
  tag_tokens(article);
  find_dates(article, options);
  find_names(article);
  find_counted(article);
  find_chunks(article);
  find_clauses(article);
  find_figures(article);
  find_comparisons(article);
  for (const Claim& claim : article.claims) {
    if (!claim.comparison) continue;
    std::string told = claim.comparison->sense;
    if (claim.comparison->since) told += " since " + claim.comparison->since->to_string();
    if (claim.comparison->years) told += " in " + claim.comparison->years->to_string() + " years";
    return told;
  }
  return {};
}

TEST(Comparisons, ReadSuperlativesInOtherWords) {
  EXPECT_EQ(comparison_in("The ferries carried 6,200 people in 2024, more than in any year since 1999."),
            "highest since 1999");
  EXPECT_EQ(comparison_in(
                "The ferries carried 6,200 people in 2024, fewer than at any time in the past ten years."),
            "lowest in 10 years");
}

TEST(Comparisons, ReadRarerSuperlativesWithWhatTheyReachBackTo) {
  EXPECT_EQ(comparison_in("It was the deadliest storm on the lake since 1999."), "highest since 1999");
  EXPECT_EQ(comparison_in("The kindest captain told a story."), "");
}

TEST(Comparisons, ReadTrends) {
  EXPECT_EQ(comparison_in("Arrivals have fallen for two weeks running."), "falling");
  EXPECT_EQ(comparison_in("Arrivals have risen every year since 2020."), "rising since 2020");
}

}  // namespace
}  // namespace tally
