// What the corpora cannot say of dates: chat conventions, reports without a date, long texts.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "mention/stages.h"
#include "text/stages.h"

namespace tally {
namespace {

Article read(std::string text, Date published, RelativeDate::Pick prefer = RelativeDate::Pick::past) {
  Article article(std::move(text));
  article.info.language = "en";
  article.info.published.date = published;
  article.blocks.push_back({{0, static_cast<std::uint32_t>(article.text().size())}, BlockKind::paragraph});
  find_sentences(article);
  find_tokens(article);
  find_dates(article, {.prefer = prefer});
  return article;
}

std::string first_edtf(const Article& article) {
  return article.dates.empty() ? "none" : edtf(article.dates.front());
}

TEST(Dates, ChatLooksForward) {
  constexpr Date kToday = {2016, 4, 12, false};
  const auto chat = [&](const char* text) {
    return first_edtf(read(text, kToday, RelativeDate::Pick::future));
  };
  EXPECT_EQ(chat("Let us meet on Friday."), "2016-04-15");
  EXPECT_EQ(chat("Call me next week."), "2016-04-19");
  EXPECT_EQ(chat("Back in five days."), "2016-04-17");
  EXPECT_EQ(chat("That was two years ago."), "2014-04-12");
  EXPECT_EQ(first_edtf(read("Let us meet on Friday.", kToday)), "2016-04-08");
}

TEST(Dates, WithoutAReportsDayTheRelativeFormStays) {
  const Article article = read("The unit closed in April last year.", {});
  ASSERT_EQ(article.dates.size(), 1U);
  EXPECT_FALSE(article.dates[0].period);
  ASSERT_TRUE(article.dates[0].relative);
  EXPECT_EQ(resolve(*article.dates[0].relative, {2016, 4, 12, false})->to_string(), "2015-04");
}

TEST(Dates, AMillionCharactersAreReadInLinearTime) {
  for (const char* piece :
       {"9", "2016-", "May ", "the ", "in the last two years of 2016 and ", "1/2/", "a year "}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    const Article article = read(std::move(text), {2016, 4, 12, false});
    for (const Mention& mention : article.dates) ASSERT_LE(mention.span.end, article.text().size());
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60)) << piece;
  }
}

}  // namespace
}  // namespace tally
