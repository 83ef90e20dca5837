#include "text/spelling.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/characters.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

TEST(Spelling, IsTheLettersWhereverTheyStand) {
  const Spelling standing{std::string_view("mine")};
  const Spelling made{std::string("mine")};
  EXPECT_EQ(standing, made);
  EXPECT_TRUE(made == "mine");
  EXPECT_FALSE(made == "mines");
  EXPECT_TRUE(Spelling().empty());
  EXPECT_EQ(joined(standing, '_', made), "mine_mine");
}

TEST(Spelling, OfATokenIsItsLowerCase) {
  Article article("of McAdam ÉTAT état");
  for (const Span span : {Span{0, 2}, Span{3, 9}, Span{10, 15}, Span{16, 21}})
    article.tokens.push_back({.span = span});
  EXPECT_TRUE(lower(article, article.tokens[0]) == "of");
  EXPECT_TRUE(lower(article, article.tokens[1]) == "mcadam");
  EXPECT_EQ(lower(article, article.tokens[2]), lower(article, article.tokens[3]));
}

// Every length: words are looked at by blocks of eight, four and two letters.
TEST(Characters, ACapitalIsSeenWhereverItStands) {
  const std::string letters = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t size = 0; size <= letters.size(); ++size) {
    EXPECT_TRUE(is_small_ascii(letters.substr(0, size))) << size;
    for (std::size_t at = 0; at < size; ++at) {
      for (const char other : {'A', 'Z', '\xC3'}) {
        std::string word = letters.substr(0, size);
        word[at] = other;
        EXPECT_FALSE(is_small_ascii(word)) << word;
      }
    }
  }
  EXPECT_TRUE(is_small_ascii("@[`{'-9 "));
}

TEST(NamedWords, AreKnownByTheirLetters) {
  static constexpr NamedWords kQuiet = {"silent", "quiet", "mum", "n’t"};
  EXPECT_TRUE(kQuiet.contains("mum"));
  EXPECT_TRUE(kQuiet.contains_lower("Quiet"));
  EXPECT_TRUE(kQuiet.contains_lower("n’t"));
  EXPECT_FALSE(kQuiet.contains("Quiet"));
  EXPECT_FALSE(kQuiet.contains("mud"));
  EXPECT_FALSE(kQuiet.contains("mumm"));
  EXPECT_FALSE(kQuiet.contains(""));
}

}  // namespace
}  // namespace tally
