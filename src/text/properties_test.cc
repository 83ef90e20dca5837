// What holds of sentences and tokens for any text: random mixtures of what trips tokenisers, and
// texts of a million characters in one piece.
#include <gtest/gtest.h>

#include <array>
#include <ctime>
#include <random>
#include <string>

#include "base/characters.h"
#include "tally/utf8.h"
#include "text/stages.h"

namespace tally {
namespace {

Article read(std::string text) {
  Article article(std::move(text));
  find_sentences(article);
  find_tokens(article);
  return article;
}

bool is_border(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// Tokens lie in order inside their sentences, on code point borders, and leave out only spaces.
void expect_sound(const Article& article) {
  const auto& text = article.text();
  std::size_t covered = 0;
  const auto expect_spaces = [&](std::size_t end) {
    while (covered < end) {
      const auto c = code_point_at(text, covered);
      ASSERT_EQ(class_of(c.value), CharClass::space) << "left out at " << covered << " of: " << text;
      covered += c.size;
    }
  };
  for (const auto& sentence : article.sentences) {
    for (Index i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const auto span = article.tokens[i].span;
      ASSERT_FALSE(span.empty());
      ASSERT_TRUE(sentence.span.contains(span));
      ASSERT_GE(span.begin, covered);
      ASSERT_TRUE(is_border(text, span.begin) && is_border(text, span.end));
      expect_spaces(span.begin);
      covered = span.end;
    }
  }
  expect_spaces(text.size());
}

TEST(TokenProperties, HoldForRandomMixtures) {
  constexpr std::array<std::string_view, 44> kPieces = {
      " ",          "\n",     "\n\n",         ".",      "...",    "?",        "!\"",    "\"",
      "'",          "\u2019", "\u201C",       "\u201D", "n't",    "'s",       "(",      ")",
      "-",          "\u2013", "\u2014",       "$",      "\u20AC", "%",        "1",      "2,706",
      "1.2",        "bn",     "3rd",          "Mr",     "U.S",    "No",       "Jan",    "The",
      "said",       "\u00E9", "\u00C9cole",   "명",     "지난해", "他走了。", "\u00A0", "\u200B",
      "\U0001F600", "@",      "http://a.b/c", "&"};
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const auto pieces = random() % 24;
    for (unsigned i = 0; i < pieces; ++i) text += kPieces[random() % kPieces.size()];
    expect_sound(read(text));
    if (HasFatalFailure()) return;
  }
}

double seconds_for(const std::string& piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  const auto begin = std::clock();
  auto article = read(std::move(text));
  tag_tokens(article);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST(TokenProperties, TimeIsLinear) {
  (void)seconds_for("warm up. ", 1000);
  for (const std::string piece : {"a", "1", ".", "a.", "U.", "'", "\"", "-", "1,", "a'", "a-", "a@", "명",
                                  "\u2019", "!a", ". ", "\n", "A.B c"}) {
    const double one = seconds_for(piece, 500'000);
    const double two = seconds_for(piece, 1'000'000);
    // Quadratic time would be four times as much, and seconds of it.
    EXPECT_TRUE(two < 1.0 || two < 3.0 * one) << "\"" << piece << "\": " << one << " s, then " << two << " s";
    EXPECT_LT(two, 10.0) << piece;
  }
}

}  // namespace
}  // namespace tally
