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

// The paragraphs of a text are its blocks.
std::string last_edtf(std::string text, Date published) {
  Article article(std::move(text));
  article.info.language = "en";
  article.info.published.date = published;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i <= article.text().size(); ++i) {
    if (i < article.text().size() && article.text()[i] != '\n') continue;
    if (i > begin) article.blocks.push_back({{begin, i}, BlockKind::paragraph});
    begin = i + 1;
  }
  find_sentences(article);
  find_tokens(article);
  find_dates(article, {});
  return article.dates.empty() ? "none" : edtf(article.dates.back());
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
  EXPECT_EQ(chat("August 32"), "none");
  EXPECT_EQ(chat("Stop it after this year."), "2017-04-12");
  EXPECT_EQ(first_edtf(read("Let us meet on Friday.", kToday)), "2016-04-08");
}

TEST(Dates, AReportTellsItsOwnDayInOtherWords) {
  const auto own = [](const char* text) { return read(text, {}).info.published; };
  const Publication today = own("The report that it puts out today, 28 February 2023, tells of 40 boats.");
  EXPECT_EQ(today.date.to_string(), "2023-02-28");
  EXPECT_EQ(today.basis, DateBasis::inferred);
  EXPECT_EQ(today.rule, "text: today, 28 February 2023");
  EXPECT_EQ(own("Ten years ago, in 2014, it had 40 boats.").date.to_string(), "2024");
  EXPECT_EQ(own("It sold 17 boats in 2020, 45 in 2021 and 16 last year.").date.to_string(), "2023");
  EXPECT_EQ(own("It sold 17 boats in 2017, 45 in 2021 and 16 last year.").date.to_string(), "..");
  EXPECT_EQ(own("Last month (May 2019) it had 40 boats.").date.to_string(), "2019-06");
  EXPECT_EQ(own("Last year it had 40 boats. In 2014 it had 50.").date.to_string(), "..");
  EXPECT_EQ(own("Ten years ago, in 2014, it had 40. This year, 2019, it has 50.").date.to_string(), "..");
  EXPECT_EQ(last_edtf("Out today, 28 February 2023.\nLast month it had 40 boats.", {}), "2023-01");
  EXPECT_EQ(last_edtf("The town's paper, est. 1968\nIn March 40 boats were sold.", {}), "");
}

TEST(Dates, ChatWithoutADayOfItsOwnIsSaidToday) {
  Article article("Let us meet on Friday.");
  article.info.language = "en";
  article.blocks.push_back({{0, static_cast<std::uint32_t>(article.text().size())}, BlockKind::paragraph});
  find_sentences(article);
  find_tokens(article);
  find_dates(article, {.prefer = RelativeDate::Pick::future, .today = {2016, 4, 12, false}});
  EXPECT_EQ(first_edtf(article), "2016-04-15");
  find_dates(article, {.prefer = RelativeDate::Pick::past, .today = {2016, 4, 12, false}});
  EXPECT_EQ(first_edtf(article), "");
}

TEST(Dates, WithoutAReportsDayTheRelativeFormStays) {
  const Article article = read("The unit closed in April last year.", {});
  ASSERT_EQ(article.dates.size(), 1U);
  EXPECT_FALSE(article.dates[0].period);
  ASSERT_TRUE(article.dates[0].relative);
  EXPECT_EQ(resolve(*article.dates[0].relative, {2016, 4, 12, false})->to_string(), "2015-04");
}

TEST(Dates, AReportThatComparesYearsStaysInItsOwn) {
  constexpr Date kToday = {2023, 7, 10, false};
  EXPECT_EQ(last_edtf("In 1989 the toll was 310. In 2018 it was 146. Since 1997 it fell. In 2018 it was less "
                      "than in 1997. Twelve died in May.",
                      kToday),
            "2023-05");
}

TEST(Dates, AStoryOfThePastGoesOnFromItsLastDate) {
  constexpr Date kToday = {2016, 4, 12, false};
  const std::string story =
      "On 3 March 1936 they left. On 5 May 1936 they landed. In June 1937 they met. In August 1938 they "
      "parted. ";
  EXPECT_EQ(last_edtf(story + "On 9 September they wrote.", kToday), "1938-09-09");
  EXPECT_EQ(last_edtf(story + "In a book of 2004 it is told. On 9 September they wrote.", kToday),
            "1938-09-09");
}

TEST(Dates, AYearAsAHeadingIsTheYearOfWhatFollows) {
  constexpr Date kToday = {2016, 4, 12, false};
  EXPECT_EQ(last_edtf("The road was planned in 2010.\n2011\nIn March it was built.", kToday), "2011-03");
  EXPECT_EQ(last_edtf("The road was planned in 2010.\n2012: Works\nOn 4 May it opened.", kToday),
            "2012-05-04");
  EXPECT_EQ(last_edtf("2011\nThis year it was closed. It opened again in March.", kToday), "2016-03");
}

TEST(Dates, AReportWithoutADayTakesTheYearOfItsFirstLines) {
  EXPECT_EQ(last_edtf("Forty drowned at the weir in 2021.\nThere had been 31 in 2019 and 36 in 2020.\nTwelve "
                      "drowned in May.",
                      {}),
            "2021-05");
  EXPECT_EQ(last_edtf("More people drowned than in 2020.\nTwelve drowned in May.", {}), "");
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
