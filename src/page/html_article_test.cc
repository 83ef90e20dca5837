// Whole pages: which date, which text, on pages that make it hard.
#include <gtest/gtest.h>

#include <string>

#include "page/stages.h"

namespace tally {
namespace {

Article read_html_page(std::string html, std::string url = {}) {
  Page page;
  page.media_type = "text/html";
  page.bytes = std::move(html);
  page.url = std::move(url);
  auto article = read_page(page, {});
  return article ? std::move(*article) : Article{};
}

std::string published(const Article& article) {
  return article.info.published.date.known() ? article.info.published.date.to_string() : "";
}

const std::string kFirst =
    "<p>The office counted 212 dry wells in the hills last year, it said in a statement on Monday.</p>";
const std::string kSecond =
    "<p>It had counted 260 of them the year before, most of them in the two valleys to the north.</p>";

TEST(HtmlDates, StandInTheFooterOfAReport) {
  EXPECT_EQ(published(read_html_page(
                "<html><body><article><h1>Wells</h1><footer>By Ann Field | 12 April 2016</footer>" + kFirst +
                kSecond + "</article></body></html>")),
            "2016-04-12");
  EXPECT_EQ(published(read_html_page("<html><body><article><h1>Wells</h1>" + kFirst + kSecond +
                                     "</article><footer>© 1998-2016 The Lamp</footer></body></html>")),
            "");
}

TEST(HtmlDates, MayHaveWiderSpacesBeforeThem) {
  EXPECT_EQ(published(read_html_page("<html><body><article><h1>Wells</h1><div>Published&ensp;<span>Apr 12, "
                                     "2016</span></div>" +
                                     kFirst + kSecond + "</article></body></html>")),
            "2016-04-12");
}

TEST(HtmlDates, WithSlashesAreTurnedAsThePageTurnsThem) {
  const std::string head = "<html lang='de'><head><meta name='date' content='04/12/2016 10:00'></head><body>";
  EXPECT_EQ(
      published(read_html_page(head + "<h1>Wells</h1>" + kFirst + kSecond + "<p>Published: 12.04.2016</p>")),
      "2016-04-12");
  const std::string sure = "<html lang='de'><head><meta name='date' content='2016-12-04'></head><body>";
  EXPECT_EQ(published(read_html_page(sure + "<h1>Wells</h1><p>04/12/2016</p>" + kFirst + kSecond)),
            "2016-12-04");
}

TEST(HtmlDates, ThatAreStampedAnewGiveWayToTheOneForPeople) {
  const std::string head =
      "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Wells\","
      "\"datePublished\":\"2019-08-21\",\"dateModified\":\"2019-08-21\"}</script></head><body>";
  EXPECT_EQ(
      published(read_html_page(head + "<h1>Wells</h1><div>Published Apr 12, 2016</div>" + kFirst + kSecond)),
      "2016-04-12");
}

TEST(HtmlText, IsTakenFromWhatMachinesAreToldWhereBlocksFail) {
  std::string body;
  for (int i = 10; i < 30; ++i)
    body += "In village number " + std::to_string(i) +
            " the office found wells that were dry all summer long.\\n";
  const auto article = read_html_page(
      "<html><head><script "
      "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Wells\",\"articleBody\":\"" +
      body +
      "\"}</script></head><body><div id='app'></div><p>Please enable scripts to read all of "
      "this.</p></body></html>");
  EXPECT_NE(article.text().find("In village number 29 the office"), std::string::npos);
  EXPECT_EQ(article.blocks.size(), 20U);
  ASSERT_EQ(article.source.size(), 1U);
}

TEST(HtmlText, OfLiveReportsHasNoClocksAndButtons) {
  std::string page = "<html><body><article><h1>Wells: latest</h1><p>Live updates</p>";
  page += "<div><time>14:32</time></div>" + kFirst + "<div>2h ago</div>" + kSecond +
          "<div>9.05 pm BST</div>" + kFirst;
  const auto article = read_html_page(page + "</article></body></html>");
  EXPECT_EQ(article.text().find("14:32"), std::string::npos);
  EXPECT_EQ(article.text().find("2h ago"), std::string::npos);
  EXPECT_EQ(article.text().find("9.05"), std::string::npos);
  EXPECT_NE(article.text().find("260"), std::string::npos);
}

TEST(HtmlText, OfAPageWithSeveralReportsIsTheOneOfItsTitle) {
  const auto report = [](const std::string& title, const std::string& words) {
    std::string text = "<article><h2>" + title + "</h2>";
    for (int i = 0; i < 6; ++i)
      text += "<p>" + words + " and the office said so again on day " + std::to_string(i) + ".</p>";
    return text + "</article>";
  };
  const auto article = read_html_page(
      "<html><head><title>Wells run dry</title></head><body><main>" +
      report("Wells run dry", "Dry wells were counted in the hills of the north") +
      report("Ferry stopped", "The ferry to the islands was stopped by the storm") + "</main></body></html>");
  EXPECT_NE(article.text().find("Dry wells"), std::string::npos);
  EXPECT_EQ(article.text().find("ferry"), std::string::npos);
}

TEST(HtmlText, OfMixedEncodingsIsReadWithoutBrokenBytes) {
  const auto article = read_html_page(
      "<html><head><meta charset='utf-8'></head><body><h1>Caf\xC3\xA9s</h1>" + kFirst +
      "<p>The caf\xE9 by the pier had its own well, which the office counted too.</p></body></html>");
  EXPECT_NE(article.text().find("by the pier"), std::string::npos);
  EXPECT_EQ(article.text().find('\xE9'), std::string::npos);
  const auto nul =
      read_html_page("<html><body><h1>We" + std::string(1, '\0') + "lls</h1>" + kFirst + kSecond);
  EXPECT_NE(nul.text().find("212 dry wells"), std::string::npos);
}

}  // namespace
}  // namespace tally
