// The compiled vocabulary: lemmas, classes, families and meanings that the later stages lean on.
#include "text/vocabulary.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "text/inflection.h"

namespace tally {
namespace {

WordId id(std::string_view word) {
  return vocabulary().find(word);
}

TEST(Vocabulary, KnowsWhatPhrasesForEventsEndWith) {
  const Vocabulary words;  // without those that other tests lay over it
  for (const char* word : {"flood", "floods", "fall"})
    EXPECT_TRUE(words.may_end_happening(words.find(word))) << word;
  for (const char* word : {"the", "minister", "attack"})
    EXPECT_FALSE(words.may_end_happening(words.find(word))) << word;
}

TEST(Vocabulary, FindsFormsAndLemmas) {
  struct Case {
    std::string_view form;
    Pos pos;
    std::string_view lemma;
  };
  constexpr std::array kCases = {
      Case{"fell", Pos::verb, "fall"},      Case{"fallen", Pos::verb, "fall"},
      Case{"dropped", Pos::verb, "drop"},   Case{"workers", Pos::noun, "worker"},
      Case{"women", Pos::noun, "woman"},    Case{"rose", Pos::verb, "rise"},
      Case{"said", Pos::verb, "say"},       Case{"found", Pos::verb, "find"},
      Case{"is", Pos::aux, "be"},           Case{"'s", Pos::aux, "be"},
      Case{"n't", Pos::part, "not"},        Case{"companies", Pos::noun, "company"},
      Case{"highest", Pos::adj, "high"},    Case{"people", Pos::noun, "people"},
      Case{"data", Pos::noun, "data"},      Case{"them", Pos::pron, "they"},
      Case{"arrived", Pos::verb, "arrive"}, Case{"has", Pos::aux, "have"},
      Case{"children", Pos::noun, "child"}, Case{"lives", Pos::noun, "life"},
      Case{"ca", Pos::aux, "can"},          Case{"spokesmen", Pos::noun, "spokesman"},
      Case{"cut", Pos::verb, "cut"},        Case{"totalled", Pos::verb, "total"},
      Case{"totaled", Pos::verb, "total"},  Case{"better", Pos::adj, "good"},
      Case{"left", Pos::verb, "leave"},
  };
  for (const auto& [form, pos, lemma] : kCases) {
    ASSERT_NE(id(form), 0U) << form;
    EXPECT_EQ(vocabulary().lemma(id(form), pos), lemma) << form;
  }
  EXPECT_EQ(id("xyzzyq"), 0U);
  EXPECT_EQ(id(""), 0U);
}

TEST(Vocabulary, KnowsWhatKindOfThingANounIs) {
  struct Case {
    std::string_view word;
    WordClass word_class;
    bool expected;
  };
  constexpr std::array kCases = {
      Case{"defectors", WordClass::person, true},     Case{"worker", WordClass::person, true},
      Case{"patients", WordClass::person, true},      Case{"refugees", WordClass::person, true},
      Case{"people", WordClass::person, true},        Case{"ministry", WordClass::organisation, true},
      Case{"company", WordClass::organisation, true}, Case{"hospital", WordClass::place, true},
      Case{"camp", WordClass::place, true},           Case{"year", WordClass::time, true},
      Case{"earthquake", WordClass::happening, true}, Case{"cattle", WordClass::animal, true},
      Case{"vehicle", WordClass::thing, true},        Case{"table", WordClass::person, false},
      Case{"report", WordClass::person, false},       Case{"number", WordClass::measure, true},
      Case{"number", WordClass::person, false},       Case{"house", WordClass::person, false},
      Case{"minister", WordClass::role, true},        Case{"fell", WordClass::down_verb, true},
      Case{"dropping", WordClass::down_verb, true},   Case{"rose", WordClass::up_verb, true},
      Case{"said", WordClass::report_verb, true},     Case{"decline", WordClass::down_noun, true},
      Case{"dollars", WordClass::money, true},        Case{"mother", WordClass::kin, true},
      Case{"case", WordClass::person, false},         Case{"cases", WordClass::thing, false},
  };
  for (const auto& [word, word_class, expected] : kCases) {
    EXPECT_EQ(vocabulary().is(id(word), word_class), expected) << word << " " << name(word_class);
  }
}

TEST(Vocabulary, JoinsFamilies) {
  const auto root = [](std::string_view word) { return vocabulary().root(id(word)); };
  EXPECT_EQ(root("defection"), root("defected"));
  EXPECT_EQ(root("defectors"), root("defected"));
  EXPECT_EQ(root("arrivals"), root("arrived"));
  EXPECT_EQ(root("deaths"), root("died"));
  EXPECT_EQ(root("growth"), root("grew"));
  EXPECT_EQ(root("production"), root("produced"));
  EXPECT_NE(root("ministry"), root("company"));
}

TEST(Vocabulary, KnowsMeanings) {
  EXPECT_TRUE(vocabulary().are_synonyms(id("bought"), id("purchases"), Pos::verb));
  EXPECT_FALSE(vocabulary().are_synonyms(id("drop"), id("say"), Pos::verb));
  EXPECT_TRUE(vocabulary().is_kind_of(id("defectors"), "person"));
  EXPECT_FALSE(vocabulary().is_kind_of(id("table"), "person"));
}

TEST(Vocabulary, TakesWordsOfAUser) {
  Vocabulary own;
  const auto added =
      own.add_words("# comment\nfrobnicate\tverb\tdown_verb\nrise\tverb\t-up_verb\n", "own.tsv");
  ASSERT_TRUE(added.has_value());
  EXPECT_EQ(*added, 2U);
  EXPECT_TRUE(own.is(own.find("frobnicated"), WordClass::down_verb));
  EXPECT_EQ(own.lemma(own.find("frobnicating"), Pos::verb), "frobnicate");
  EXPECT_FALSE(own.is(own.find("rise"), WordClass::up_verb));
  EXPECT_TRUE(vocabulary().is(id("rise"), WordClass::up_verb));
  const auto wrong = own.add_words("ok\tnoun\t\nbad\tverb\tno_such_class\n", "own.tsv");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(message(wrong.error()), "own.tsv:2: no such word class: no_such_class");
}

TEST(Inflection, GuessesLemmasOfUnknownWords) {
  EXPECT_EQ(guess_lemma("frobnicated", Tag::vbd), "frobnicate");
  EXPECT_EQ(guess_lemma("tweeters", Tag::nns), "tweeter");
  EXPECT_EQ(guess_lemma("subclasses", Tag::nns), "subclass");
  EXPECT_EQ(guess_lemma("rezipping", Tag::vbg), "rezip");
  EXPECT_EQ(guess_lemma("blorries", Tag::vbz), "blorry");
}

}  // namespace
}  // namespace tally
