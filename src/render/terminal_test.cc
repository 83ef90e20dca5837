#include "render/terminal.h"

#include <gtest/gtest.h>

#include "render/event_words.h"
#include "render/sample_record.h"
#include "render/words.h"
#include "tally/render.h"

namespace tally {
namespace {

TEST(Words, GroupDigits) {
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1417), "1,417");
  EXPECT_EQ(grouped(Decimal(-12345678, 1)), "-1,234,567.8");
}

TEST(Words, SayValues) {
  EXPECT_EQ(value_in_words(Value::exact(2706)), "2,706");
  EXPECT_EQ(value_in_words(more_than(30000)), "more than 30,000");
  EXPECT_EQ(value_in_words({std::nullopt, 18, 25, Modifier::between, 1}), "18 to 25");
  EXPECT_EQ(value_in_words({17000, std::nullopt, 17000, Modifier::about, 1}), "nearly 17,000");
  EXPECT_EQ(value_in_words({1400, std::nullopt, std::nullopt, Modifier::about, 1}), "about 1,400");
  EXPECT_EQ(amount_in_words(Value::exact(1), "person"), "1 person");
  EXPECT_EQ(amount_in_words(Value::exact(60), "USD"), "USD 60");
}

TEST(Words, TellEachHeadOnce) {
  Event event;
  event.parts = {{"Twelve women", "", Value::exact(12), {}},
                 {"47", "missing", Value::exact(47), {}},
                 {"person", "killed", Value::exact(31), {}},
                 {"204 people", "", Value::exact(204), {}},
                 {"fifty-two drivers", "", Value::exact(52), {}}};
  EXPECT_EQ(heads_of(event), "12 women, 47 missing, 31 killed, 204 people, 52 drivers");
}

TEST(Words, SayPeriods) {
  EXPECT_EQ(period_in_words(Period::quarter(2016, 3)), "Q3 2016");
  EXPECT_EQ(period_in_words(Period::half(2016, 2)), "2nd half 2016");
  EXPECT_EQ(period_in_words(Period::between({2024, 1}, {2024, 2})), "Jan–Feb 2024");
  EXPECT_EQ(period_in_words(Period::until({2009})), "until 2009");
  EXPECT_EQ(period_in_words(Period::of({2016, 4, 7})), "7 Apr 2016");
}

TEST(Words, MakeTextHarmless) {
  // NOLINTNEXTLINE(misc-misleading-bidirectional): what a hostile report would hold
  EXPECT_EQ(one_line("a\n\n b\x1b[31mc\u202Ed"), "a b [31mc d");
}

TEST(Words, FindTheSentence) {
  const std::string text = "Mr. Lee left. The U.S. sent 3.5 tonnes to St. Ives. It ended.\nNext line";
  const auto around = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(text.find(words));
    const Span span = sentence_around(text, {at, at + static_cast<std::uint32_t>(words.size())});
    return text.substr(span.begin, span.size());
  };
  EXPECT_EQ(around("tonnes"), "The U.S. sent 3.5 tonnes to St. Ives.");
  EXPECT_EQ(around("Lee"), "Mr. Lee left.");
  EXPECT_EQ(around("Next"), "Next line");
}

TEST(Terminal, WrapsByColumns) {
  EXPECT_EQ(wrap("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("abcdefgh", 3), (std::vector<std::string>{"abc", "def", "gh"}));
  EXPECT_EQ(columns("한국"), 4U);
  EXPECT_EQ(cut("abcdef", 4), "abc…");
}

TEST(Terminal, ShowsASeries) {
  const std::string text = series_as_text(sample_record(), {.width = 90});
  EXPECT_NE(text.find("walkers who crossed the pass, per year"), std::string::npos);
  EXPECT_NE(text.find("2011              2,706                       2        2  agreed"), std::string::npos)
      << text;
  EXPECT_NE(text.find("also 1,541: two digits swapped"), std::string::npos) << text;
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(Terminal, PutsWhatFailsFirst) {
  const std::string text = findings_as_text(sample_record());
  EXPECT_LT(text.find("DOES NOT ADD UP  2"), text.find("CANNOT TELL  1"));
  EXPECT_LT(text.find("CANNOT TELL  1"), text.find("ADDS UP  1"));
  EXPECT_NE(text.find("4 findings: 2 do not add up, 1 cannot tell, 1 adds up; 2 reports"), std::string::npos)
      << text;
}

TEST(Terminal, KeepsToTheWidth) {
  for (const unsigned width : {40U, 60U, 80U, 120U}) {
    const std::string text = findings_as_text(sample_record(), {.width = width, .unfolded = true}) +
                             events_as_text(sample_record(), {.width = width});
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = text.find('\n', at);
      EXPECT_LE(columns(text.substr(at, end - at)), width) << text.substr(at, end - at);
      at = end + 1;
    }
  }
}

TEST(Terminal, SelectsByWords) {
  EXPECT_NE(events_as_text(sample_record(), {.words = "stelvio rescued"}).find("13 walkers"),
            std::string::npos);
  EXPECT_EQ(events_as_text(sample_record(), {.words = "ningbo"}), "No event speaks of “ningbo”.\n");
  EXPECT_EQ(count_failing(sample_record()), 2U);
  EXPECT_EQ(count_failing(sample_record(), "swapped"), 1U);
}

TEST(Terminal, ExplainsAnythingByItsId) {
  const Record record = sample_record();
  EXPECT_NE(explanation_as_text(record, "c4")->find("dropped to 1514 in 2013"), std::string::npos);
  EXPECT_NE(explanation_as_text(record, "e1")->find("13 walkers rescued"), std::string::npos);
  EXPECT_NE(explanation_as_text(record, "v1")->find("2011: 2,706 people (agreed)"), std::string::npos);
  EXPECT_NE(explanation_as_text(record, "f1")->find("a rise, not a drop"), std::string::npos);
  EXPECT_FALSE(explanation_as_text(record, "c").has_value());
  EXPECT_FALSE(explanation_as_text(record, "nothing").has_value());
}

TEST(Terminal, IsTheSameTwice) {
  EXPECT_EQ(record_as_text(sample_record(), {.colour = true}),
            record_as_text(sample_record(), {.colour = true}));
}

}  // namespace
}  // namespace tally
