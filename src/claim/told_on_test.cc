// Series that go on in the next sentence, in sentences of our own.
#include <gtest/gtest.h>

#include <string>

#include "claim/read_for_test.h"
#include "claim/stages.h"
#include "tally/article.h"

namespace tally {
namespace {

// Who tells each figure, in order: "1098 ministry, 1254 ministry".
std::string who_tells(const std::string& text) {
  Article article = read_to_figures("What the latest numbers say\n\n" + text + "\n", "2024-03-04");
  find_statements(article);
  std::string all;
  for (const Claim& claim : article.claims) {
    if (claim.kind != ClaimKind::figure || !claim.value->best) continue;
    if (!all.empty()) all += ", ";
    all += claim.value->best->to_string();
    for (const Source& source : claim.attribution)
      all += " " + (source.name.empty() ? source.role : source.name);
  }
  return all;
}

TEST(ToldOn, TheSameSeriesAtAnotherTime) {
  EXPECT_EQ(
      who_tells("In 2023 the ministry counted 1,098 deaths. In 2022 there were 1,254 and in 2021 1,310."),
      "1098 ministry, 1254 ministry, 1310 ministry");
  EXPECT_EQ(who_tells("The union logged 45 accidents in 2023. In 2022 it was 38."), "45 union, 38 union");
}

TEST(ToldOn, NoFurtherThanItsOwnWordsAndSources) {
  EXPECT_EQ(
      who_tells("The ship sank. The union logged 45 accidents in 2023.\n\nMore than that: in 2022 there were "
                "38.\n\nIn 2021 there were 31."),
      "45 union, 38 union, 31");
  EXPECT_EQ(who_tells("“We had 45 fires in 2023,” said Ann Berg. In 2022 there were 38."), "45 Ann Berg, 38");
}

}  // namespace
}  // namespace tally
