// Quotations: what is one, what is none, and what may never happen.
#include "mention/quotes.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "mention/stages.h"

namespace tally {
namespace {

// "speech:…|scare:…" in order of the text.
std::string quotes_of(const std::string& text) {
  Article article(text);
  find_quotes(article);
  std::string all;
  for (const Mention& quote : article.quotes) {
    if (!all.empty()) all += '|';
    all += std::string(quote.rule) + ":" + std::string(article.text(inside(article, quote)));
  }
  return all;
}

TEST(Quotes, ReadsEveryPairOfMarks) {
  EXPECT_EQ(quotes_of("“We are ready to go,” she said."), "speech:We are ready to go,");
  EXPECT_EQ(quotes_of("\"We are ready to go,\" she said."), "speech:We are ready to go,");
  EXPECT_EQ(quotes_of("‘We are ready to go,’ she said."), "speech:We are ready to go,");
  EXPECT_EQ(quotes_of("'We are ready to go,' she said."), "speech:We are ready to go,");
  EXPECT_EQ(quotes_of("He said: «We are ready to go.»"), "speech:We are ready to go.");
  EXPECT_EQ(quotes_of("그는 「다시는 가지 않겠다」고 말했다"), "speech:다시는 가지 않겠다");
}

TEST(Quotes, TellsScareQuotesFromSpeech) {
  EXPECT_EQ(quotes_of("a so-called “special operation” in the east"), "scare:special operation");
  EXPECT_EQ(quotes_of("“Never,” he said."), "speech:Never,");
}

TEST(Quotes, NestsAndKeepsTheOrder) {
  EXPECT_EQ(quotes_of("“They shouted ‘go home now’ at us,” he said."),
            "speech:They shouted ‘go home now’ at us,|speech:go home now");
  EXPECT_EQ(quotes_of("\"They shouted 'go home now' at us,\" he said."),
            "speech:They shouted 'go home now' at us,|speech:go home now");
}

TEST(Quotes, AnApostropheIsNoQuote) {
  EXPECT_EQ(quotes_of("The workers’ union isn’t ready, says Tom’s aunt."), "");
  EXPECT_EQ(quotes_of("It's the farmers' and the miners' day, rock 'n' roll of the '90s."), "");
  EXPECT_EQ(quotes_of("‘The workers’ union won’t sign this,’ he said."),
            "speech:The workers’ union won’t sign this,");
  EXPECT_EQ(quotes_of("He is 6'2\" tall and weighs 90 kg."), "");
}

TEST(Quotes, GoesOnOverParagraphs) {
  EXPECT_EQ(quotes_of("“We left at night.\n“Nobody saw us go.”\nShe wept."),
            "continued:We left at night.|speech:Nobody saw us go.");
  EXPECT_EQ(quotes_of("\"We left at night.\n\n\"Nobody saw us go.\"\n"),
            "continued:We left at night.|speech:Nobody saw us go.");
}

TEST(Quotes, AnUnclosedMarkSwallowsNothing) {
  EXPECT_EQ(quotes_of("He called it “a disgrace to all.\nThe mayor left.\n“I am done with it,” she said."),
            "speech:I am done with it,");
  EXPECT_EQ(quotes_of("\"A bad start. Then \"we won the match again\" came."),
            "speech:we won the match again");
  EXPECT_EQ(quotes_of("No opening mark,” he said. “But then one came after.”"),
            "speech:But then one came after.");
}

TEST(Quotes, SpansAreInsideSortedAndOnBorders) {
  constexpr std::string_view kPieces[] = {"“",  "”", "\"", "'", "‘", "’",  "«", "»", "「",
                                          "」", "a", "s",  "é", " ", "\n", ".", "9"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (unsigned i = 0; i < random() % 60; ++i) text += kPieces[random() % std::size(kPieces)];
    Article article(text);
    find_quotes(article);
    std::vector<Span> open;
    Span last;
    for (const Mention& quote : article.quotes) {
      ASSERT_LT(quote.span.begin, quote.span.end);
      ASSERT_LE(quote.span.end, text.size());
      ASSERT_TRUE(quote.span.contains(inside(article, quote))) << text;
      ASSERT_TRUE(quote.span.begin >= last.begin) << text;
      while (!open.empty() && open.back().end <= quote.span.begin) open.pop_back();
      const bool nested = open.empty() || open.back().contains(quote.span);
      ASSERT_TRUE(nested) << text;  // never crosswise
      open.push_back(quote.span);
      last = quote.span;
    }
  }
}

TEST(Quotes, ReadsAMillionMarksInLinearTime) {
  for (const std::string_view mark : {"“", "\"", " \"a", "‘", "'s ", " 's b", "”"}) {
    std::string text;
    for (int i = 0; i < 1'000'000; ++i) text += mark;
    Article article(text);
    const auto begin = std::chrono::steady_clock::now();
    find_quotes(article);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5)) << mark;
  }
}

}  // namespace
}  // namespace tally
