// What an amount is about, by the clause that it stands in.
#include <gtest/gtest.h>

#include <string>

#include "mention/read_for_test.h"

namespace tally {
namespace {

// The concepts of the amounts that no other holds, one after the other.
std::string concepts(const std::string& text) {
  Article article = read_to_counted(text);
  find_chunks(article);
  find_clauses(article);
  find_concepts(article);
  std::string found;
  std::uint32_t end = 0;
  for (const Mention& amount : article.amounts) {
    if (amount.span.end <= end) continue;
    end = amount.span.end;
    found += (found.empty() ? "" : "; ") + amount.concept_word;
  }
  return found;
}

TEST(Concepts, TheSubjectOfAClause) {
  EXPECT_EQ(concepts("Shares of the brewery rose 4 percent to $21."), "Shares brewery; Shares brewery");
  EXPECT_EQ(concepts("The tower is 320 metres tall and weighs 10,000 tonnes."), "tower; tower");
  EXPECT_EQ(concepts("The carrier plans to buy 40 planes."), "carrier");
}

TEST(Concepts, WhatTheAmountDescribesOrIsAPartOf) {
  EXPECT_EQ(concepts("The fund holds a 5% stake in the mill."), "stake mill, fund");
  EXPECT_EQ(concepts("Customs seized 30 kg of ivory."), "ivory, Customs");
  EXPECT_EQ(concepts("The mill fired about 5% of its workforce."), "workforce, mill");
}

TEST(Concepts, WhatTheAmountIsTheSizeOrTheNewValueOf) {
  EXPECT_EQ(concepts("The court imposed a fine of $3 million."), "fine, court");
  EXPECT_EQ(concepts("The bank cut its forecast to 2 percent."), "forecast, bank");
  EXPECT_EQ(concepts("Drought could cause grain prices to rise 11 percent."), "grain prices");
}

TEST(Concepts, ThePhraseBeforeOfStandsApartFromTheClause) {
  EXPECT_EQ(concepts("The samples held 4 mg below the legal limit of 15 mg."), "samples; legal limit");
  EXPECT_EQ(concepts("Surgeons studied the hearts of 13 athletes."), "hearts");
  EXPECT_EQ(concepts("The pickets are living on savings of $2,000."), "savings, pickets");
}

TEST(Concepts, TheObjectWithWhatHangsOnIt) {
  EXPECT_EQ(concepts("The tablet reduced the risk of stroke by 28 percent."), "risk stroke, tablet");
  EXPECT_EQ(concepts("Norham cut its forecast for the first quarter ended December to $8 million."),
            "forecast, Norham");
  EXPECT_EQ(concepts("Meanwhile, imports from Peru dropped 7%."), "imports Peru");
  EXPECT_EQ(concepts("The port raised its toll by 5 percent to $8."), "toll, port; toll, port");
}

TEST(Concepts, OfABaseThatOfTheValue) {
  EXPECT_EQ(concepts("The miller cut its debt to $3 million, down from $5 million."),
            "debt, miller; debt, miller");
}

TEST(Concepts, AgesSayWhose) {
  EXPECT_EQ(concepts("Moreno, 66, has retired."), "age, Moreno");
  EXPECT_EQ(concepts("Rangers met the boy, 7, and his sister, 9, near the mill."), "age, boy; age, sister");
}

TEST(Concepts, TheHeadingOfAListAndNamesBeforeASign) {
  EXPECT_EQ(concepts("Mills including: the Ashford mill, $3 million, and Norham, $5 million."),
            "Ashford mill, Mills; Norham, Mills");
}

TEST(Concepts, OfANameBeforeBracketsThatName) {
  EXPECT_EQ(concepts("The seats went to Alder (31), Kelm (14) and Dunmore (9)."), "Alder; Kelm; Dunmore");
  EXPECT_EQ(concepts("Torvik had 407, Malvek 190 and Kharun 143."), "Torvik; Malvek; Kharun");
}

TEST(Concepts, APronounStandsForTheSubjectBeforeOfItsKind) {
  EXPECT_EQ(concepts("The tower is old. It is 320 metres tall."), "tower");
  EXPECT_EQ(concepts("The towers are old. It is 320 metres tall."), "");
  EXPECT_EQ(concepts("The sister of the mayor sings. She owns 12 mills."), "sister mayor");
}

TEST(Concepts, NothingIsMadeUpForAPronoun) {
  EXPECT_EQ(concepts("It rose 3 percent."), "");
  EXPECT_EQ(concepts("There were 45,000 fans."), "");
}

}  // namespace
}  // namespace tally
