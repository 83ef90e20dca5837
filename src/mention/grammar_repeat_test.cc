// What is remembered of islands changes nothing of what is read: the second and third reading of a sentence
// are made by the steps of the first.
#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "mention/grammar_derivations.h"
#include "mention/stages.h"
#include "text/stages.h"

namespace tally {
namespace {

Article read(std::string_view text) {
  Article article{std::string(text)};
  article.info.published.date = {2016, 4, 12, false};
  find_sentences(article);
  find_tokens(article);
  find_amounts(article, {});
  find_dates(article, {});
  return article;
}

TEST(GrammarRepeat, ReadsASentenceAgainAsTheFirstTime) {
  constexpr std::array<std::string_view, 5> kTexts = {
      "More than 1,200 people paid between 18 and 25 dollars a day from 3 to 9 March 2014.",
      "In 1986 exports rose 4.5 per cent to 5.93 million tonnes, up from 5.8 a year earlier.",
      "The 3rd of May, two days after the vote, no fewer than 40 of them left at 10:30 pm.",
      "Shares fell by a third on Monday, the lowest since 2009/10.", "It said so on Tuesday."};
  for (const std::string_view text : kTexts) {
    const Article first = read(text);
    for (int again = 0; again < 3; ++again) {
      const Article next = read(text);
      EXPECT_EQ(first.amounts, next.amounts) << text;
      EXPECT_EQ(first.dates, next.dates) << text;
    }
  }
}

// Alike but for the values: no month has a thirty-second day, and ranges go up.
TEST(GrammarRepeat, AsksTheFunctionsAgain) {
  for (int again = 0; again < 3; ++again) {
    EXPECT_EQ(read("They met on 31/1/2015 there.").dates.size(), 1U);
    EXPECT_EQ(read("They met on 31/2/2015 there.").dates.size(),
              read("They met on 30/2/2015 there.").dates.size());
    EXPECT_EQ(read("Some 12 to 19 boats sank.").amounts.front().kind, MentionKind::range);
    EXPECT_EQ(read("Some 19 to 12 boats sank.").amounts, read("Some 19 to 12 boats sank.").amounts);
  }
}

TEST(GrammarRepeat, TakesUpWhatIsAskedForTwice) {
  grammar::Derivations derivations;
  grammar::Derivations::Draft draft;
  draft.key = {7, 8, 9};
  draft.tops = {3};
  bool wanted = true;
  EXPECT_FALSE(derivations.find(draft.key, wanted));
  EXPECT_FALSE(wanted);
  EXPECT_FALSE(derivations.find(draft.key, wanted));
  EXPECT_TRUE(wanted);
  derivations.keep(draft);
  const auto found = derivations.find(draft.key, wanted);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->tops, 1U);
  EXPECT_EQ(found->numbers.front(), 3U);
}

TEST(GrammarRepeat, BeginsAnewWhenItIsFull) {
  grammar::Derivations derivations;
  grammar::Derivations::Draft draft;
  bool wanted = false;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    draft.key = {i, i + 1};
    derivations.keep(draft);
    EXPECT_TRUE(derivations.find(draft.key, wanted)) << i;
  }
  draft.key = {1, 2};
  EXPECT_FALSE(derivations.find(draft.key, wanted));
}

}  // namespace
}  // namespace tally
