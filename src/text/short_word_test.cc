#include "text/short_word.h"

#include <gtest/gtest.h>

#include <string>

#include "text/word_form.h"

namespace tally {
namespace {

// What the word at the beginning of a text is, however it goes on there.
std::string small(const std::string& text) {
  const ShortWord word((text + std::string(ShortWord::kCapacity, ' ')).data());
  std::string form(ShortWord::kCapacity, '\0');
  word.copy_small(form.data());
  return form.substr(0, word.size());
}

TEST(ShortWord, EndsWhereLettersAndDigitsEnd) {
  EXPECT_EQ(small("Korea paid 12 m"), "korea");
  EXPECT_EQ(small("G20's"), "g20");
  EXPECT_EQ(small("seagoing, "), "seagoing");
  EXPECT_EQ(small("Seagoings@"), "seagoings");
  EXPECT_EQ(small("Zürich"), "z");
  EXPECT_EQ(small("under_score"), "under");
  EXPECT_EQ(small("[x]"), "");
}

TEST(ShortWord, HasTheFlagsOfItsLongerForm) {
  for (const char* text : {"a", "A", "AB", "Ab", "aB", "A1", "AB1", "McDonald", "INTERNATIONAL",
                           "INTERNATIONAl", "International", "iPhone", "X", "9A", "UNHCR", "UNhcr"}) {
    WordForm form;
    const std::string padded = text + std::string(ShortWord::kCapacity, '.');
    EXPECT_EQ(ShortWord(padded.data()).flags(), form.read(text)) << text;
    EXPECT_EQ(small(text), form.text()) << text;
  }
}

TEST(ShortWord, HasNothingBehindItsLetters) {
  EXPECT_EQ(ShortWord("Seoul, where it rained").small(), ShortWord("SEOUL/1/2/3/4/5/6").small());
  EXPECT_EQ(ShortWord("Pyongyang, the capital").small(), ShortWord("pyongyang to Seoul").small());
  EXPECT_NE(ShortWord("rise, where it rained").small(), ShortWord("rises where it rained").small());
}

TEST(ShortWord, MayGoOnWhereItFillsAllThatIsRead) {
  EXPECT_EQ(small("internationalisation").size(), ShortWord::kCapacity);
  EXPECT_EQ(small("responsibilities of").size(), ShortWord::kCapacity);
}

}  // namespace
}  // namespace tally
