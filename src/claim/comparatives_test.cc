#include <gtest/gtest.h>

#include <string>

#include "claim/stages.h"
#include "mention/stages.h"
#include "page/stages.h"
#include "tally/pipeline.h"
#include "text/stages.h"

namespace tally {
namespace {

Article read_claims(const std::string& sentence) {
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
  find_comparatives(article);
  return article;
}

// "up 54 % from 12.1 base 2023": what the last change says.
std::string change_in(const std::string& sentence) {
  const Article article = read_claims(sentence);
  std::string told;
  for (const Claim& claim : article.claims) {
    if (claim.rule != "change.comparative") continue;
    const ChangeDetail& change = *claim.change;
    told = std::string(name(change.direction));
    if (change.percent) told += " " + change.percent->to_string() + " %";
    if (change.by) told += " by " + change.by->to_string();
    if (change.factor) told += " times " + change.factor->to_string();
    if (change.from) told += " from " + change.from->to_string();
    if (change.base_period) told += " base " + change.base_period->to_string();
  }
  return told;
}

TEST(Comparatives, ReadPercentagesAgainstABase) {
  EXPECT_EQ(change_in("The ferries carried 6,200 tonnes of apples in 2024, 24 percent more than in 2023."),
            "up 24 % base 2023");
  EXPECT_EQ(
      change_in(
          "The ferries carried 6,200 tonnes of apples in 2024, 24 percent less than last year's 8,100."),
      "down 24 % from 8100 base 2024");
}

TEST(Comparatives, ReadDifferences) {
  EXPECT_EQ(change_in("The ferry held 620 people on 30 November 2024, 67 more than a month before."),
            "up by 67 base 2024-10");
  EXPECT_EQ(change_in("The company hired 166 people in 2024, 24 fewer than it had announced."), "down by 24");
}

TEST(Comparatives, ReadMultiples) {
  EXPECT_EQ(change_in("In 2024 the ferries carried 11,700 people, five times as many as in 2023."),
            "up times 5 base 2023");
}

TEST(Comparatives, LeaveWhatComparesNothing) {
  EXPECT_EQ(change_in("The company runs 23 ferries and plans 3 more."), "");
  EXPECT_EQ(change_in("The company runs 23 ferries, more than 20 of them old."), "");
  EXPECT_EQ(change_in("It carried 500 people, no fewer than 40 of them crew."), "");
}

}  // namespace
}  // namespace tally
