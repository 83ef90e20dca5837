// Sentences and tokens: tables of texts in our own words, beside the properties that always hold.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/characters.h"
#include "text/stages.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

Article tokenized(std::string text) {
  Article article(std::move(text));
  find_sentences(article);
  find_tokens(article);
  return article;
}

std::string joined_tokens(const Article& article) {
  std::string out;
  for (const auto& token : article.tokens) {
    if (!out.empty()) out += ' ';
    out += article.text(token);
  }
  return out;
}

std::string joined_sentences(const Article& article) {
  std::string out;
  for (const auto& sentence : article.sentences) {
    if (!out.empty()) out += " | ";
    out += article.text(sentence.span);
  }
  return out;
}

struct Case {
  std::string text;
  std::string expected;
};

TEST(Sentences, EndWhereAReaderEndsThem) {
  const std::vector<Case> cases = {
      {"It fell. It rose.", "It fell. | It rose."},
      {"Mr. Lee met Dr. Kim. They talked.", "Mr. Lee met Dr. Kim. | They talked."},
      {"J. K. Smith of the U.S. Senate left.", "J. K. Smith of the U.S. Senate left."},
      {"He lives in the U.S. The family does not.", "He lives in the U.S. | The family does not."},
      {"Shares of Acme Inc. Chairman Lee fell 1.5 percent.",
       "Shares of Acme Inc. Chairman Lee fell 1.5 percent."},
      {"It began at 5 p.m. Officers came.", "It began at 5 p.m. | Officers came."},
      {"It began at 5 p.m. Monday.", "It began at 5 p.m. Monday."},
      {"\"We left,\" he said. \"It was late.\" Then he went.",
       "\"We left,\" he said. | \"It was late.\" | Then he went."},
      {"“When?” she asked. “Now.”", "“When?” she asked. | “Now.”"},
      {"On Jan. 5 it rose to 2.706. No. 5 fell.", "On Jan. 5 it rose to 2.706. | No. 5 fell."},
      {"First para\n\nSecond para", "First para | Second para"},
      {"A line that\nwraps here. Next", "A line that\nwraps here. | Next"},
      {"So he said.The ministry did not.", "So he said. | The ministry did not."},
      {"1. Open it.", "1. Open it."},
      {"The answer is no. Everybody knew.", "The answer is no. | Everybody knew."},
      {"She waited... and left.", "She waited... and left."},
      {"그는 말했다. 비가 왔다.", "그는 말했다. | 비가 왔다."},
      {"他走了。她来了。", "他走了。 | 她来了。"},
      {"", ""},
      {" \n ", ""},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(joined_sentences(tokenized(text)), expected);
}

TEST(Sentences, StayInsideTheirBlocks) {
  Article article("The title\nThe text goes on. And on");
  article.blocks = {{.span = {0, 9}, .kind = BlockKind::title}, {.span = {10, 34}}};
  find_sentences(article);
  EXPECT_EQ(joined_sentences(article), "The title | The text goes on. | And on");
  EXPECT_EQ(article.sentences[1].block, 1U);
}

TEST(Tokens, SplitAsUniversalDependenciesDoes) {
  const std::vector<Case> cases = {
      {"a 12-year-old", "a 12 - year - old"},
      {"They didn't; North Korea's can’t.", "They did n't ; North Korea 's ca n’t ."},
      {"I cannot, we'll, they’ve", "I can not , we 'll , they ’ve"},
      {"the workers' camp", "the workers ' camp"},
      {"2,706 and 30,208.5 or 1.2", "2,706 and 30,208.5 or 1.2"},
      {"11% of $1.2bn, US$5m, €3 and 10km", "11 % of $ 1.2 bn , US $ 5 m , € 3 and 10 km"},
      {"the 3rd, the 1990s, 2012–13, 18-25, 0/250", "the 3rd , the 1990s , 2012 – 13 , 18 - 25 , 0 / 250"},
      {"지난해 1417명, 3만208명", "지난해 1417 명 , 3 만 208 명"},
      {"U.S. troops, Kim Jong-un, G20, KF-16", "U.S. troops , Kim Jong - un , G20 , KF - 16"},
      {"Mr. O'Brien of AT&T (R&D)...", "Mr. O'Brien of AT&T ( R&D ) ..."},
      {"at 14:30 no. It is No. 5.", "at 14:30 no . It is No. 5 ."},
      {"See https://example.com/a?b=1, or write to a.b@example.org.",
       "See https://example.com/a?b=1 , or write to a.b@example.org ."},
      {"G7's plan -- \"new\"", "G7 's plan -- \" new \""},
      {"the U.S.-led group of the U.N.", "the U.S. - led group of the U.N."},
      {"5 o'clock rock 'n' roll", "5 o'clock rock ' n ' roll"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(joined_tokens(tokenized(text)), expected);
}

TEST(Tokens, CarryKindAndFlags) {
  const auto article = tokenized("“UN says: Éva took 3.5%");
  ASSERT_EQ(article.tokens.size(), 8U);
  EXPECT_EQ(article.tokens[0].flags, kSpaceBefore);
  EXPECT_EQ(article.tokens[1].flags, kCapitalised | kAllCapitals | kSentenceStart);
  EXPECT_EQ(article.tokens[2].flags, kSpaceBefore);
  EXPECT_EQ(article.tokens[4].flags, kCapitalised | kSpaceBefore);
  EXPECT_EQ(article.tokens[6].kind, TokenKind::number);
  EXPECT_EQ(article.tokens[7].kind, TokenKind::symbol);
  EXPECT_EQ(article.sentences[0].tokens, (Range{0, 8}));
}

TEST(Tokens, FindWordsLaidOverTheVocabularyThoughTheyWereMetBefore) {
  EXPECT_EQ(tokenized("They frobnicate a lot.").tokens[1].word, 0U);
  const auto folder = std::filesystem::path(testing::TempDir()) / "tally_tokens_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "own.tsv") << "frobnicate\tverb\tdown_verb\n";
  ASSERT_TRUE(extend_vocabulary(folder.string()).has_value());
  EXPECT_NE(tokenized("They frobnicate a lot.").tokens[1].word, 0U);
}

}  // namespace
}  // namespace tally
