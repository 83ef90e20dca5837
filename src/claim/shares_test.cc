#include <gtest/gtest.h>

#include <string>

#include "claim/stages.h"
#include "mention/stages.h"
#include "page/stages.h"
#include "tally/pipeline.h"
#include "text/stages.h"

namespace tally {
namespace {

// "4.4 of 61480": the share of the text and the whole that it is tied to.
std::string share_in(const std::string& body) {
  Page page;
  page.bytes = "The ferry company tells how it went\n\n" + body + "\n";
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
  find_shares(article);
  for (const Claim& claim : article.claims) {
    if (claim.unit != "percent" || !claim.value) continue;
    std::string told = claim.value->best->to_string();
    if (claim.whole != kNone) told += " of " + article.claims[claim.whole].value->best->to_string();
    return told;
  }
  return {};
}

TEST(Shares, TieACountToItsNamedWhole) {
  EXPECT_EQ(share_in("The company dismissed 190 of its 2,300 workers, or about 8 percent of the workforce."),
            "8 of 2300");
  // Named wholes are tied whether the share fits or not.
  EXPECT_EQ(share_in("The company dismissed 190 of its 2,300 workers, or about 20 percent of the workforce."),
            "20 of 2300");
}

TEST(Shares, TieAShareToTheWholeBeforeOnlyWhereItFits) {
  EXPECT_EQ(
      share_in("The island had 61,480 inhabitants in 2024. Among them were 2,682 women, or 4.4 percent."),
      "4.4 of 61480");
  EXPECT_EQ(share_in("The island had 61,480 inhabitants in 2024. Among them were 2,682 women, or 9 percent."),
            "9");
}

}  // namespace
}  // namespace tally
