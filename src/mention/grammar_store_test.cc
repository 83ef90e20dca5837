#include "mention/grammar_store.h"

#include <gtest/gtest.h>

#include <array>

#include "mention/grammars.h"
#include "mention/number_functions.h"
#include "text/stages.h"

namespace tally::grammar {
namespace {

constexpr std::string_view kWords = "million\tmultiplier\t1000000\npeople\tperson\tperson\n";
constexpr std::string_view kRules =
    "rank 1\nrule crowd: <numeral:a> \"million\" !\"of\" <person> => <crowd>\n";

Result<Grammar> small() {
  const std::array<lexicon::File, 2> files = {{{"xx", "small.tsv", kWords}, {"xx", "small.rules", kRules}}};
  return Grammar::compile(files, number_functions());
}

TEST(GrammarStore, GivesBackWhatWasPacked) {
  const auto made = small();
  ASSERT_TRUE(made) << message(made.error());
  const Grammar& grammar = *made;
  std::string packed;
  pack("xx other", grammar, packed);
  pack("xx small", grammar, packed);
  const auto again = unpack(packed, "xx small", number_functions());
  ASSERT_TRUE(again);
  std::string repacked;
  pack("xx other", *again, repacked);
  pack("xx small", *again, repacked);
  EXPECT_EQ(repacked, packed);
  EXPECT_EQ(again->symbol("person"), grammar.symbol("person"));
}

TEST(GrammarStore, KnowsNoOtherKey) {
  const auto made = small();
  ASSERT_TRUE(made) << message(made.error());
  std::string packed;
  pack("xx small", *made, packed);
  EXPECT_FALSE(unpack(packed, "xx", number_functions()));
  EXPECT_FALSE(unpack("", "xx small", number_functions()));
}

TEST(GrammarStore, KeysNameLanguageAndFiles) {
  constexpr std::array<std::string_view, 2> kNames = {"numbers", "dates"};
  EXPECT_EQ(key_of("en", kNames), "en numbers dates");
}

TEST(GrammarStore, PacksTheGrammarsOfEveryLanguage) {
  const std::string packed = packed_grammars();
  EXPECT_NE(packed.find("en numbers units money amounts"), std::string::npos);
  EXPECT_NE(packed.find("ko numbers dates"), std::string::npos);
  EXPECT_TRUE(problems().empty());
}

}  // namespace
}  // namespace tally::grammar
