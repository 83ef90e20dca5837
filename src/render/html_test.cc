#include "render/html.h"

#include <gtest/gtest.h>

#include <cctype>

#include "render/sample_record.h"
#include "tally/render.h"

namespace tally {
namespace {

std::size_t count_of(std::string_view text, std::string_view words) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + words.size()))
    ++count;
  return count;
}

TEST(Html, EscapesWhatMarkupIsMadeOf) {
  EXPECT_EQ(escape("<a b=\"c\" d='e'>&"), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
}

TEST(Html, ShowsMarkupInArticlesAsText) {
  const std::string page =
      record_as_html(sample_record(), {.title = "<script>x</script>", .full_text = true});
  EXPECT_EQ(count_of(page, "<script"), 0U);
  EXPECT_EQ(count_of(page, "<b>so on"), 0U);
  EXPECT_GE(count_of(page, "&lt;script&gt;alert(&#39;no&#39;)&lt;/script&gt;"), 1U);
}

TEST(Html, FollowsNoAddressButWebAddresses) {
  Record record = sample_record();
  record.documents[0].info.url = "javascript:alert(1)";
  record.documents[1].info.url = "https://news.example/\"><script>";
  const std::string page = record_as_html(record);
  EXPECT_EQ(count_of(page, "javascript:"), 0U);
  EXPECT_EQ(count_of(page, "https://news.example/\""), 0U);
}

TEST(Html, FetchesAndRunsNothing) {
  const std::string page = record_as_html(sample_record());
  EXPECT_EQ(count_of(page, "default-src 'none'; style-src 'sha256-"), 1U);
  for (const std::string_view outside :
       {" style=", "src=", "<link", "@import", "url(", "onload", "<iframe", "<form"}) {
    EXPECT_EQ(count_of(page, outside), 0U) << outside;
  }
}

TEST(Html, GivesEveryClaimOnePlaceAndEveryLinkAnAim) {
  const std::string page = record_as_html(sample_record());
  for (const RecordClaim& claim : sample_record().claims) {
    EXPECT_EQ(count_of(page, "id=\"claim-" + claim.id + "\""), 1U) << claim.id;
  }
  for (std::size_t at = page.find("href=\"#"); at != std::string::npos; at = page.find("href=\"#", at + 1)) {
    const std::string aim = page.substr(at + 7, page.find('"', at + 7) - at - 7);
    EXPECT_EQ(count_of(page, "id=\"" + aim + "\""), 1U) << aim;
  }
}

TEST(Html, QuotesNoMoreThanTheSentencesOfClaims) {
  Record record = sample_record();
  record.documents[0].text += "Nobody claims anything in this sentence.\n";
  EXPECT_EQ(count_of(record_as_html(record), "Nobody claims anything"), 0U);
  EXPECT_EQ(count_of(record_as_html(record, {.full_text = true}), "Nobody claims anything"), 1U);
}

TEST(Html, TellsStandingsByShape) {
  const std::string page = record_as_html(sample_record());
  EXPECT_EQ(count_of(page, "class=\"mark diamond\" href"), 1U);
  EXPECT_EQ(count_of(page, "class=\"mark cross\" href"), 1U);
  EXPECT_EQ(count_of(page, "class=\"mark at-least\" href"), 1U);
  EXPECT_EQ(count_of(page, "class=\"mark dot\" href"), 1U);
}

TEST(Html, ClosesWhatItOpens) {
  const std::string page = record_as_html(sample_record(), {.full_text = true});
  for (const std::string_view tag :
       {"section", "article", "details", "div", "p", "span", "mark", "a", "li", "ul", "table", "svg"}) {
    const std::string open = "<" + std::string(tag);
    EXPECT_EQ(count_of(page, open + " ") + count_of(page, open + ">"),
              count_of(page, "</" + std::string(tag) + ">"))
        << tag;
  }
}

TEST(Html, IsTheSameTwiceAndStandsEmpty) {
  EXPECT_EQ(record_as_html(sample_record()), record_as_html(sample_record()));
  EXPECT_EQ(count_of(record_as_html(Record{}), "</html>"), 1U);
}

}  // namespace
}  // namespace tally
