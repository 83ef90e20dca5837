#include "page/plain_text.h"

#include <gtest/gtest.h>

#include <string>

#include "page/page_dates.h"
#include "page/stages.h"

namespace tally {
namespace {

Article read(std::string text) {
  Page page;
  page.bytes = std::move(text);
  page.media_type = "text/plain";
  auto article = read_page(page, {});
  EXPECT_TRUE(article.has_value()) << (article ? "" : message(article.error()));
  return article ? std::move(*article) : Article{};
}

// "title: words / furniture: words / …", one block a line.
std::string blocks(const Article& article) {
  std::string out;
  for (const auto& block : article.blocks) {
    out += std::string(name(block.kind)) + ": " + std::string(article.text(block.span)) + "\n";
  }
  return out;
}

TEST(PlainText, OneLineIsNoFurniture) {
  EXPECT_EQ(blocks(read("Please log in")), "paragraph: Please log in\n");
  EXPECT_EQ(blocks(read("12 wells ran dry in 2014")), "paragraph: 12 wells ran dry in 2014\n");
}

TEST(PlainText, MarksOtherReportsUnderTheLastParagraph) {
  const std::string report =
      "Ferry sinks off Orlo\n\nAt least 12 people died on Monday when a ferry sank off Orlo, police said on "
      "Tuesday.\n\nRescuers found 40 survivors on an island in the bay.\n";
  const std::string told =
      "title: Ferry sinks off Orlo\nparagraph: At least 12 people died on Monday when a ferry sank off Orlo, "
      "police said on Tuesday.\nparagraph: Rescuers found 40 survivors on an island in the bay.\n";
  // Each with its first lines under it, to the end of the page.
  EXPECT_EQ(
      blocks(read(report + "Also read\nStorm kills at least 33 in Vern\nThe storm hit the coast of Vern on "
                           "Sunday night.\n13 killed after house collapses in Sarn\nAt least 13 people were "
                           "killed when a house collapsed in Sarn.\n")),
      told +
          "furniture: Also read\nfurniture: Storm kills at least 33 in Vern\nfurniture: The storm hit "
          "the coast of Vern on Sunday night.\nfurniture: 13 killed after house collapses in "
          "Sarn\nfurniture: At least 13 people were killed when a house collapsed in Sarn.\n");
  // The report goes on.
  EXPECT_EQ(blocks(read(report +
                        "Also read\nStorm kills at least 33 in Vern\nThe ferry was built in 1987 and held 40 "
                        "people.\nIts owner said that nobody had warned him of the storm.\n")),
            told +
                "furniture: Also read\nfurniture: Storm kills at least 33 in Vern\nparagraph: The ferry was "
                "built in 1987 and held 40 people.\nparagraph: Its owner said that nobody had warned him of "
                "the storm.\n");
  // In a list, in capitals.
  const auto listed = read(report +
                           "- The Fall of the House of Berg\n- Column: 6 Proven Ways to Sleep Better\n- Ads "
                           "Are Coming to Your Fridge Soon\n");
  EXPECT_EQ(listed.blocks.back().kind, BlockKind::furniture);
  // Facts in a list are the report's.
  const auto facts =
      read(report + "- 12 people died in the bay\n- 40 reached an island alone\n- nobody had a vest\n");
  EXPECT_NE(facts.blocks.back().kind, BlockKind::furniture);
}

TEST(PlainText, MarksMenusAndPromptsAroundTheBody) {
  const auto article = read(
      "Fewer wells run dry in the hills\n\nNews > Country > Water\n\nprint share print\n\nFewer wells run "
      "dry in the hills\n\n"
      "The number of dry wells fell to 212 last year, the water office said on Monday.\n\n"
      "It had counted 260 of them the year before, most of them in the two northern valleys.\n\n"
      "Log in to your account to comment\nlock icon\n\nHouse rules (0/300)\n");
  EXPECT_EQ(
      blocks(article),
      "title: Fewer wells run dry in the hills\n"
      "furniture: News > Country > Water\n"
      "furniture: print share print\n"
      "furniture: Fewer wells run dry in the hills\n"
      "paragraph: The number of dry wells fell to 212 last year, the water office said on Monday.\n"
      "paragraph: It had counted 260 of them the year before, most of them in the two northern valleys.\n"
      "furniture: Log in to your account to comment\n"
      "furniture: lock icon\n"
      "furniture: House rules (0/300)\n");
  EXPECT_EQ(article.info.title, "Fewer wells run dry in the hills");
}

TEST(PlainText, AMonthAndItsIssueAreThePapersHead) {
  const auto article = read(
      "THE LOOM\nFor weavers and dyers          March 2021, No. 3 (Year 40)\n\nLess yarn, more cloth than "
      "before\n\n"
      "The mills of the valley wove 212 miles of cloth last year, the guild told us on a wet morning.\n\n"
      "It had been 260 miles the year before, most of them in the two northern valleys of the country.\n\n"
      "Questions: 00 555 0120, Mon-Thu 9-15 h\nISSN 1848-2201\n");
  EXPECT_EQ(article.info.published.date.to_string(), "2021-03");
  EXPECT_EQ(article.info.title, "Less yarn, more cloth than before");
  EXPECT_EQ(article.blocks.back().kind, BlockKind::furniture);
}

TEST(PlainText, DatelineGivesAgencyAndDateAndStandsApart) {
  const auto article = read(
      "Ferry numbers up\n\nLAKE TOWN, April 12, 2016 (Yonhap) — Some 340 people took the ferry on Sunday, "
      "its owner said.\n");
  EXPECT_EQ(article.text(article.blocks[1].span), "LAKE TOWN, April 12, 2016 (Yonhap) —");
  EXPECT_EQ(article.blocks[1].kind, BlockKind::dateline);
  EXPECT_EQ(article.text(article.blocks[2].span),
            "Some 340 people took the ferry on Sunday, its owner said.");
  EXPECT_EQ(article.blocks[2].kind, BlockKind::paragraph);
  EXPECT_EQ(article.info.credit, "Yonhap");
  EXPECT_EQ(article.info.published.date.to_string(), "2016-04-12");
  EXPECT_EQ(article.info.published.rule, "dateline");
}

TEST(PlainText, ReadsADateWithItsLabelRunIntoTheReport) {
  const auto article = read(
      "Date 2016-04-12 Some 340 people took the ferry on Sunday, its owner said.\n\n"
      "It had carried 310 of them the Sunday before, in spite of the rain.\n");
  EXPECT_EQ(article.blocks[0].kind, BlockKind::dateline);
  EXPECT_EQ(article.text(article.blocks[0].span), "Date 2016-04-12");
  EXPECT_EQ(article.info.published.date.to_string(), "2016-04-12");
  const auto placed = read(
      "Published: 12 April 2016 LAKE TOWN (Yonhap) — Some 340 people took the ferry on Sunday, its owner "
      "said.\n");
  EXPECT_EQ(placed.info.credit, "Yonhap");
  EXPECT_EQ(placed.info.published.date.to_string(), "2016-04-12");
}

TEST(PlainText, ReadsDatelinesThatStandInNoCapitals) {
  const auto published = [](const char* head) {
    const auto article =
        read(std::string("Ferry numbers up\n\n") + head +
             " some 340 people took the ferry on Sunday, its owner said in a note to the port.\n");
    return article.info.published.date.to_string();
  };
  EXPECT_EQ(published("Turin, 5 Dec 2024 (Linea Nord) - For once,"), "2024-12-05");
  EXPECT_EQ(published("Turin, June 10, 2024. For once,"), "2024-06-10");
  EXPECT_EQ(published("Turin, December 2024. For once,"), "2024-12");
  EXPECT_EQ(published("(Linea) 5 Dec 2024 – For once,"), "2024-12-05");
  EXPECT_EQ(published("In Turin, on 5 Dec 2024, for once,"), "..");
}

TEST(PlainText, ReadsTheDateOfTheHead) {
  const auto published = [](const char* head) {
    const auto article =
        read(std::string("Ferry numbers up\n") + head +
             "\n\nSome 340 people took the ferry on Sunday, its owner said in a note to the port.\n");
    return article.info.published.date.to_string();
  };
  EXPECT_EQ(published("17 March 2019 | Last updated 08:40 | By Dora Lind and Paul Henn"), "2019-03-17");
  EXPECT_EQ(published("The newsletter of the friends of ferries - No. 7, December 2024"), "2024-12");
  EXPECT_EQ(published("Report of the harbour master to the town council, Old Quay, 17 March 2019"),
            "2019-03-17");
  EXPECT_EQ(published("HARBOUR UPDATE – Sunday 17 March 2019, 6 pm"), "2019-03-17");
  EXPECT_EQ(published("Harbour week 11: 26 February – 3 March 2019\nPublished: 6 March 2019"), "2019-03-06");
  EXPECT_EQ(published("NOTE TO THE PRESS            17 March 2019\nFor use at once      Ref. 7/2019"),
            "2019-03-17");
  EXPECT_EQ(published("Timetable valid until 17 March 2019 and beyond"), "..");
  EXPECT_EQ(published("Quarterly report, period ended 30 June 2019"), "..");
}

TEST(PlainText, ReadsTheDateOfABylineInTheText) {
  const auto published = [](const char* end) {
    const auto article = read(
        std::string("Ferry numbers up\n\nSome 340 people took the ferry on Sunday, its owner said in a note "
                    "to the port and to the town council that has paid for it since the spring. ") +
        end + "\n\nThe ferry took 290 people a week before and never more than 400 on one day.\n");
    return article.info.published.date.to_string();
  };
  EXPECT_EQ(published("By Dora Lind, harbour editor, 17 March 2019"), "2019-03-17");
  EXPECT_EQ(published("It was first released on 17 March 2019"), "..");
}

TEST(PlainText, KnowsFurnitureAfterTheText) {
  const auto last_kind = [](const char* tail) {
    const auto article =
        read(std::string("Ferry numbers up\n\nSome 340 people took the ferry on Sunday, its owner said in a "
                         "note to the port.\n\n") +
             tail + "\n");
    return article.blocks.back().kind;
  };
  EXPECT_EQ(last_kind("Friends of Ferries, Quay 12, 4051 Hafen. Telephone 061 555 01 99. Donations welcome."),
            BlockKind::furniture);
  EXPECT_EQ(last_kind("3 comments"), BlockKind::furniture);
  EXPECT_EQ(last_kind("Read also\n7 lakes that you should see\nThe 10 best piers"), BlockKind::furniture);
  EXPECT_EQ(last_kind("HAFEN PRESS / dl / 11:20"), BlockKind::furniture);
  EXPECT_EQ(last_kind("In 2012-2013 it carried 12 000 000 people, said the owner, who called that a record."),
            BlockKind::paragraph);
  EXPECT_EQ(last_kind("Men: 120\nWomen: 140\nChildren: 80"), BlockKind::list_item);
}

TEST(PlainText, ReadsPublishedAndUpdated) {
  const auto article = read(
      "Ferry numbers up\nBy Ann Marsh\nPublished: 12 April 2016 Updated: 13 April 2016\n\n"
      "Some 340 people took the ferry on Sunday, its owner said in a note to the port.\n");
  EXPECT_EQ(article.info.published.date.to_string(), "2016-04-12");
  EXPECT_EQ(article.info.published.modified.to_string(), "2016-04-13");
  EXPECT_EQ(article.info.byline, "By Ann Marsh");
}

TEST(PlainText, JoinsWrappedLines) {
  const auto article = read(
      "The port said that some 340 people took the ferry on\nSunday, which was more than on any other day of "
      "that\n"
      "month, and that it would add two boats to the line\nbefore the summer.\n");
  EXPECT_EQ(article.blocks.size(), 1U);
}

// As wires and books set them: a paragraph begins with an indent, without a blank line before it.
TEST(PlainText, JoinsWrappedLinesOfIndentedParagraphs) {
  const auto article = read(
      "The port of Ostra said that some 340 people had taken\nthe ferry on Sunday.\n"
      "    The owner said in a note that it was more than on any\nother day.\n"
      "    She called it a record, and said that two boats would be\nadded to the line.\n");
  EXPECT_EQ(article.blocks.size(), 3U) << blocks(article);
}

TEST(PlainText, JoinsIndentedLinesOfAnItem) {
  const auto article = read(
      "- The port said that 340 people took the ferry on that day.\n  Sunday brought more people than any "
      "other day of the month,\n  which nobody had foreseen.\n");
  EXPECT_EQ(article.blocks.size(), 1U) << blocks(article);
}

// The break after "that" falls a letter short of the longest line, and no stop stands there.
TEST(PlainText, JoinsLinesThatFallALittleShort) {
  const auto article = read(
      "The port said that some 340 people had taken the ferry on\n"
      "Sunday, which was more than on any other day of that\n"
      "month, and that it would add two more boats to the line,\n"
      "with forty seats in each of them, before the summer comes to\nan end.\n");
  EXPECT_EQ(article.blocks.size(), 1U) << blocks(article);
}

TEST(PlainText, LeavesHeadlinesOfNearlyOneLengthByThemselves) {
  const auto article = read(
      "Ferry to Ostra carries more people than in any year yet\nTwo hurt as a boat strikes the old pier at "
      "dawn on\nMon Dieu, says owner, as the 212 boats are counted\nBy a hair: harbour wins its case "
      "against the line of\nOstra Boats\n");
  EXPECT_EQ(article.blocks.size(), 5U) << blocks(article);
}

TEST(PlainText, RefusesWhatIsNoText) {
  Page page;
  page.name = "x.txt";
  EXPECT_EQ(read_page(page, {}).error().code, ErrorCode::empty);
  page.bytes = std::string("abc\0def", 7);
  EXPECT_EQ(read_page(page, {}).error().code, ErrorCode::not_text);
  page.bytes = "Fine so far \xC3\xA9 and then \xFF\xFE not.";
  const auto bad = read_page(page, {});
  EXPECT_EQ(bad.error().code, ErrorCode::bad_encoding);
  EXPECT_NE(bad.error().what.find("byte 24"), std::string::npos) << bad.error().what;
  page.bytes = "abc \xFF\xFE def";
  EXPECT_EQ(read_page(page, {}).error().code, ErrorCode::bad_encoding);
  page.bytes = std::string(100, 'a');
  ReadOptions small;
  small.largest_page = 50;
  EXPECT_EQ(read_page(page, small).error().code, ErrorCode::too_large);
}

TEST(PlainText, ReadsOldEncodings) {
  Page page;
  page.bytes =
      "Au caf\xE9 de la gare, on a compt\xE9 douze personnes bless\xE9"
      "es pendant la soir\xE9"
      "e.";
  const auto article = read_page(page, {});
  ASSERT_TRUE(article.has_value());
  EXPECT_NE(article->text().find("café"), std::string::npos);
  EXPECT_FALSE(article->source.empty());
}

TEST(PlainText, MarksMastheadsBoxesAndCredits) {
  const auto article = read(
      "The Hill Post   85p\n\nWeather: 9 degrees, showers\n\nFewer wells run dry in the hills\n\n"
      "The number of dry wells fell to 212 last year, the water office said on Monday.\n\n"
      "A farmer draws water from the last of three wells on Friday.  Ada Berg/Reuters\n\n"
      "It had counted 260 of them the year before, most of them in the two northern valleys.\n\n"
      "You have read 4 of your 5 free articles this month.\n\n"
      "FOR SALE: 12 hens and a coop, 40 pounds.\nA pump, 3 years old, can be seen at the old mill on "
      "Sunday.\n\n"
      "Next week: 9 ways to save water.\n");
  EXPECT_EQ(
      blocks(article),
      "furniture: The Hill Post   85p\n"
      "furniture: Weather: 9 degrees, showers\n"
      "title: Fewer wells run dry in the hills\n"
      "paragraph: The number of dry wells fell to 212 last year, the water office said on Monday.\n"
      "caption: A farmer draws water from the last of three wells on Friday.  Ada Berg/Reuters\n"
      "paragraph: It had counted 260 of them the year before, most of them in the two northern valleys.\n"
      "furniture: You have read 4 of your 5 free articles this month.\n"
      "furniture: FOR SALE: 12 hens and a coop, 40 pounds.\n"
      "furniture: A pump, 3 years old, can be seen at the old mill on Sunday.\n"
      "furniture: Next week: 9 ways to save water.\n");
}

TEST(PlainText, LabelsInTheReportAreNoBoxes) {
  const std::string body =
      "The water office counts wells each spring, and the ones that it found dry are these:\n\n"
      "Deaths: 31\n\nThe weather: it rained on 40 days, more than in any year since 1990, the office says.\n";
  const auto article = read(body);
  EXPECT_NE(article.blocks[1].kind, BlockKind::furniture);
  EXPECT_EQ(article.blocks[2].kind, BlockKind::paragraph);
}

TEST(PlainText, ReadsRowsAndTables) {
  const std::string body =
      "The number of boats has fallen again, the harbour office said on Monday in its yearly report.\n\n";
  const auto rows =
      read("Fewer boats come\n\n" + body + "Boats by quarter:\n\n2023 ..... 468\n2024 ..... 402\n");
  EXPECT_EQ(blocks(rows).substr(blocks(rows).find("heading")),
            "heading: Boats by quarter:\nlist_item: 2023 ..... 468\nlist_item: 2024 ..... 402\n");
  const auto table = read("Fewer boats come\n\n" + body +
                          "Year / boats / of which ferries\n2023 / 468 / 12\n2024 / 402 / 9\n");
  const Block& cell = table.blocks.back();
  EXPECT_EQ(cell.kind, BlockKind::table_cell);
  EXPECT_EQ(table.text(cell.span), "9");
  EXPECT_EQ(table.text(cell.row_head), "2024");
  EXPECT_EQ(table.text(cell.column_head), "of which ferries");
}

TEST(PlainText, ReadsTheDateUnderTheText) {
  const std::string body =
      "The number of boats has fallen again, the harbour office said on Monday in its yearly report.\n\n"
      "It had carried 310 people the Sunday before, in spite of the rain that fell all day.\n\n";
  EXPECT_EQ(read("Fewer boats come\n\n" + body + "Wednesday, 17 August 2022, page 3\n")
                .info.published.date.to_string(),
            "2022-08-17");
  EXPECT_EQ(read("Fewer boats come\n\n" + body + "Wednesday, 17 August 2022: the harbour is shut for all\n")
                .info.published.date.to_string(),
            "..");
  EXPECT_EQ(read("BOATS MONTHLY · November 2018 · Markets\n\nFewer boats come\n\n" + body)
                .info.published.date.to_string(),
            "2018-11");
}

TEST(PlainText, LinearOnOneLongLine) {
  EXPECT_EQ(read(std::string(2'000'000, '7')).blocks.size(), 1U);
  std::string words;
  for (int i = 0; i < 200'000; ++i) words += "share on ";
  EXPECT_EQ(read(words).blocks.size(), 1U);
}

TEST(PageDates, ReadsCommonNotations) {
  const auto first = [](std::string_view text, page::SlashOrder order = page::SlashOrder::day_first) {
    const auto date = page::read_date(text, order);
    return date ? date->to_string() : "none";
  };
  EXPECT_EQ(first("Published: 12 April 2016, 10:30"), "2016-04-12");
  EXPECT_EQ(first("Apr. 12th, 2016"), "2016-04-12");
  EXPECT_EQ(first("2016-04-12T10:30:00Z"), "2016-04-12");
  EXPECT_EQ(first("20160412T1030"), "2016-04-12");
  EXPECT_EQ(first("12.04.2016"), "2016-04-12");
  EXPECT_EQ(first("04/13/2016"), "2016-04-13");
  EXPECT_EQ(first("04/05/2016", page::SlashOrder::month_first), "2016-04-05");
  EXPECT_EQ(first("2016년 4월 12일"), "2016-04-12");
  EXPECT_EQ(first("12. března 2016"), "2016-03-12");
  EXPECT_EQ(first("el 12 de abril de 2016"), "2016-04-12");
  EXPECT_EQ(first("flight 2016-99-12"), "none");
  EXPECT_EQ(first("call 555-1234"), "none");
}

TEST(PlainText, NumbersOfParagraphsThatGoOnAreMarks) {
  const auto article = read(
      "Audit of the harbour board\n\n"
      "3.1 The board paid its contractors 4.1 million in 2018, more than in any year before.\n"
      "3.2 Fees rose for three years running and then fell back to where they had been.\n");
  EXPECT_EQ(article.blocks.at(1).kind, BlockKind::list_item);
  EXPECT_EQ(article.blocks.at(2).kind, BlockKind::list_item);
  const auto alone = read(
      "Quake in the north\n\n"
      "5.4 Magnitude was what the institute gave at first, and many had felt it in their beds.\n");
  EXPECT_EQ(alone.blocks.at(1).kind, BlockKind::paragraph);
}

TEST(PlainText, ALineOfPiecesIsJudgedByItsPieces) {
  const auto article = read(
      "The Valley Herald\nFor the valley since 1904 · £1.20\nFewer barns burn\nBy Ada Berg\n\n"
      "Forty barns burned down in the valley last year, nine fewer than in the year before, brigades "
      "said.\n\n"
      "12 comments    Seen this? 1. Ten walks for ten dogs\n"
      "Wheat, June contract: 204 euros, +0.7%\n"
      "Newsdesk: +44 20 5550 1234. Readers can set up ten alerts.\n");
  EXPECT_EQ(blocks(article),
            "heading: The Valley Herald\nfurniture: For the valley since 1904 · £1.20\n"
            "title: Fewer barns burn\nbyline: By Ada Berg\n"
            "paragraph: Forty barns burned down in the valley last year, nine fewer than in the year before, "
            "brigades said.\n"
            "furniture: 12 comments    Seen this? 1. Ten walks for ten dogs\n"
            "furniture: Wheat, June contract: 204 euros, +0.7%\n"
            "furniture: Newsdesk: +44 20 5550 1234. Readers can set up ten alerts.\n");
}

}  // namespace
}  // namespace tally
