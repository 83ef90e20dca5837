// The tagger on sentences of our own. How often it is right is tested by tools/tagger/accuracy_test.cc.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/stages.h"

namespace tally {
namespace {

std::string tagged(std::string text) {
  Article article(std::move(text));
  find_sentences(article);
  find_tokens(article);
  tag_tokens(article);
  std::string out;
  for (const auto& token : article.tokens) {
    if (!out.empty()) out += ' ';
    out += std::string(article.text(token)) + '/' + std::string(name(token.tag));
  }
  return out;
}

TEST(Tagger, ReadsNews) {
  EXPECT_EQ(tagged("The number of arrivals fell to 1,514 in 2013."),
            "The/DT number/NN of/IN arrivals/NNS fell/VBD to/IN 1,514/CD in/IN 2013/CD ./.");
  EXPECT_EQ(
      tagged("Thirteen workers have left, the ministry said on Thursday."),
      "Thirteen/CD workers/NNS have/VBP left/VBN ,/, the/DT ministry/NN said/VBD on/IN Thursday/NNP ./.");
  EXPECT_EQ(tagged("It didn't say how many were hurt."),
            "It/PRP did/VBD n't/RB say/VB how/WRB many/JJ were/VBD hurt/JJ ./.");
}

TEST(Tagger, TagsChosenSentencesOnly) {
  Article article("One fell. Two rose.");
  find_sentences(article);
  find_tokens(article);
  const std::vector<Index> chosen = {1};
  tag_tokens(article, chosen);
  EXPECT_EQ(article.tokens[0].tag, Tag::none);
  EXPECT_NE(article.tokens[4].tag, Tag::none);
}

TEST(Tagger, GivesTheSameTagsAgain) {
  const std::string text = "Prices rose. Officials said the rise was the first since May.";
  const auto first = tagged(text);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(tagged(text), first);
}

TEST(Tagger, TakesAnything) {
  (void)tagged("");
  std::string words;
  for (int i = 0; i < 20000; ++i) words += "w" + std::to_string(i) + "x ";
  const auto out = tagged(words);
  EXPECT_GT(out.size(), words.size());
}

}  // namespace
}  // namespace tally
