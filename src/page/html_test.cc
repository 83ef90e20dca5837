#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "page/html_document.h"
#include "page/html_entities.h"
#include "page/html_tokenizer.h"
#include "page/stages.h"

namespace tally::html {
namespace {

std::string tokens(std::string_view page) {
  Tokenizer tokenizer(page);
  HtmlToken token;
  std::string out;
  while (tokenizer.next(token)) {
    static constexpr std::string_view kMarks = "t<>";
    out += kMarks[static_cast<std::size_t>(token.type)];
    out += std::to_string(token.span.begin) + "-" + std::to_string(token.span.end) + " ";
    if (token.type == TokenType::start_tag) tokenizer.enter(token.tag);
  }
  return out;
}

TEST(Tokenizer, GivesByteOffsets) {
  EXPECT_EQ(tokens("<p class=\"x\">A &amp; b</p>"), "<0-13 t13-22 >22-26 ");
  EXPECT_EQ(tokens("a < b <!-- <p> --> c<br/>"), "t0-6 t18-20 <20-25 ");
  EXPECT_EQ(tokens("<!doctype html><!-->x"), "t20-21 ");
  EXPECT_EQ(tokens("x</>y</ z>w<?php ?>v"), "t0-1 t4-5 t10-11 t19-20 ");
}

TEST(Tokenizer, ReadsRawText) {
  EXPECT_EQ(tokens("<script>a</b><p></script>x"), "<0-8 t8-16 >16-25 t25-26 ");
  EXPECT_EQ(tokens("<script><!--<script></script>--></script>x"), "<0-8 t8-32 >32-41 t41-42 ");
  EXPECT_EQ(tokens("<title>a<b></title>"), "<0-7 t7-11 >11-19 ");
  EXPECT_EQ(tokens("<style>p{}</style"), "<0-7 t7-17 ");
}

TEST(Tokenizer, ReadsAttributesAsBrowsersDo) {
  Tokenizer tokenizer("<a href=x/y b='1>2' c = \"3\"d/e =f>");
  HtmlToken token;
  ASSERT_TRUE(tokenizer.next(token));
  EXPECT_EQ(tokenizer.attributes().size(), 5U);
  EXPECT_EQ(token.span.end, 34U);
}

TEST(Entities, AreDecoded) {
  EXPECT_EQ(decode_references("&eacute;&amp&#8217;&#x41;&zzz;&notit;", false), "é&’A&zzz;¬it;");
  EXPECT_EQ(decode_references("a&copy=1&lt;", true), "a&copy=1<");
  EXPECT_EQ(decode_references("&#0;&#xD800;&#150;", false), "\xEF\xBF\xBD\xEF\xBF\xBD–");
}

TEST(Document, SetsMisnestingRight) {
  const Document document("<div><p>A<p>B<ul><li>1<li>2</ul></div>C");
  std::string shape;
  for (const auto& node : document.nodes()) {
    shape += node.tag == Tag::text ? std::string(document.raw(node.span)) : "(";
    shape += std::to_string(node.end) + " ";
  }
  EXPECT_EQ(shape, "(12 (11 (4 A4 (6 B6 (11 (9 19 (11 211 C12 ");
}

TEST(Document, ReadsMillionsOfTagsInLinearTime) {
  for (const std::string tag : {"<div>", "<b>", "<p><a>", "<table><tr><td>", "</div>", "<li>", "<svg>"}) {
    std::string page;
    for (int i = 0; i < 1'000'000; ++i) page += tag;
    const auto begin = std::chrono::steady_clock::now();
    const Document document(page);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(took.count(), 4.0) << tag;
  }
}

TEST(HtmlArticle, KeepsTablesAsCellsWithTheirHeads) {
  Page page;
  page.bytes =
      "<html><body><p>The office counted 212 dry wells in the hills last year, it said on Monday.</p>"
      "<table><tr><th>Year<th>Dry wells<tr><td>2014<td>260<tr><td>2015<td>212</table></body></html>";
  const auto article = read_page(page, {});
  ASSERT_TRUE(article.has_value());
  ASSERT_EQ(article->blocks.size(), 7U);
  const auto& cell = article->blocks.back();
  EXPECT_EQ(cell.kind, BlockKind::table_cell);
  EXPECT_EQ(article->text(cell.span), "212");
  EXPECT_EQ(article->text(cell.row_head), "2015");
  EXPECT_EQ(article->text(cell.column_head), "Dry wells");
}

TEST(HtmlArticle, ReadsFragments) {
  Page page;
  page.bytes =
      "<p>The office counted 212 dry wells in the hills last year, it said on Monday.</p>"
      "<p>It had counted 260 of them the year before, most of them in two valleys.</p>";
  const auto article = read_page(page, {});
  ASSERT_TRUE(article.has_value());
  EXPECT_EQ(article->blocks.size(), 2U);
}

// Every run of the map stands in the text as in the page, but for references and white space.
TEST(HtmlArticle, KeepsTheWayBackToTheBytes) {
  Page page;
  page.media_type = "text/html";
  page.bytes =
      "<html><body><nav><a href=/>Home</a></nav><article><h1>Wells</h1><p>The office counted   212 dry wells "
      "&amp; ponds in "
      "the hills last year, it said on Monday.</p><p>It had counted <b>260</b> of them the year before, most "
      "of them in "
      "two&nbsp;valleys.</p></article><footer>Imprint</footer></body></html>";
  const auto article = read_page(page, {});
  ASSERT_TRUE(article.has_value());
  EXPECT_EQ(article->text(),
            "The office counted 212 dry wells & ponds in the hills last year, it said on Monday.\n\n"
            "It had counted 260 of them the year before, most of them in two valleys.");
  EXPECT_EQ(article->info.title, "Wells");
  std::uint32_t at = 0;
  for (const auto& run : article->source) {
    EXPECT_GE(run.text.begin, at);
    at = run.text.end;
    if (run.text.size() == run.page.size()) {
      EXPECT_EQ(article->text(run.text), page.bytes.substr(run.page.begin, run.page.size()));
    }
  }
}

}  // namespace
}  // namespace tally::html
