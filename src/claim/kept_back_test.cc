// Who keeps what back, and who somebody is, in sentences of our own.
#include <gtest/gtest.h>

#include <string>

#include "claim/read_for_test.h"
#include "claim/stages.h"
#include "tally/article.h"

namespace tally {
namespace {

Article read(const std::string& text) {
  Article article = read_to_figures("What the harbour office says\n\n" + text + "\n", "2024-03-04");
  find_statements(article);
  return article;
}

std::string called(const Speaker& who) {
  std::string all = who.name;
  if (!who.role.empty()) all += (all.empty() ? "" : ", ") + who.role;
  if (!who.of.empty()) all += " of " + who.of;
  return all;
}

// Who is silent, an absence a line; "-" where nobody is named.
std::string silent(const std::string& text) {
  const Article article = read(text);
  std::string all;
  for (const Claim& claim : article.claims) {
    if (claim.kind != ClaimKind::absence) continue;
    if (!all.empty()) all += " | ";
    all += claim.speaker && !called(*claim.speaker).empty() ? called(*claim.speaker) : "-";
  }
  return all;
}

std::string said_by(const std::string& text) {
  const Article article = read(text);
  std::string all;
  for (const Claim& claim : article.claims) {
    if (claim.kind != ClaimKind::statement || claim.rule == "statement.part" || !claim.speaker) continue;
    if (!all.empty()) all += " | ";
    all += called(*claim.speaker);
  }
  return all;
}

TEST(KeptBack, NobodyKnowsOrCanBeAsked) {
  EXPECT_EQ(silent("Nobody at the shipyard was available for comment."), "shipyard");
  EXPECT_EQ(silent("No one knows how many barrels lie on the sea bed."), "-");
  EXPECT_EQ(said_by("No one knows how many barrels lie on the sea bed."), "");
  EXPECT_EQ(silent("Neither the bank nor its auditor would discuss the loan."), "auditor");
  EXPECT_EQ(said_by("Neither the bank nor its auditor would discuss the loan."), "");
  EXPECT_EQ(silent("The federation said it did not know how many referees had quit."), "federation");
}

TEST(KeptBack, WhatIsMissingOrWithheld) {
  EXPECT_EQ(silent("The figures for 2019 are missing."), "-");
  EXPECT_EQ(silent("Reliable figures are hard to come by."), "-");
  EXPECT_EQ(silent("No records exist for the years before the fire."), "-");
  EXPECT_EQ(silent("The ministry has withheld the results of the audit."), "ministry");
  EXPECT_EQ(silent("The report made no mention of the second pump."), "report");
  EXPECT_EQ(silent("Good workers are hard to come by."), "");
  EXPECT_EQ(silent("Two of the hikers are missing."), "");
}

TEST(KeptBack, WhatStandsBeforeTheVerb) {
  EXPECT_EQ(silent("The council sold the yard at a price that it has not disclosed."), "council");
  EXPECT_EQ(silent("The engineers went home. They would not talk to reporters."), "engineers");
  EXPECT_EQ(silent("Requests for an interview were turned down."), "-");
  EXPECT_EQ(silent("The offer was turned down."), "");
  EXPECT_EQ(silent("He refused to be drawn on a date."), "-");
}

TEST(KeptBack, ByWhoTellsOfIt) {
  EXPECT_EQ(silent("Ana Volk said the tower was likely to be sold but declined to name the buyer."),
            "Ana Volk");
}

TEST(WhoSomebodyIs, BroughtInBehindAnother) {
  EXPECT_EQ(said_by("Its deputy, Ana Volk, was blunter. “We have been slow,” she said."),
            "Ana Volk, deputy of harbour office");
  EXPECT_EQ(said_by("His sister, Ana Volk, lost two goats. “We heard nothing,” she said."),
            "Ana Volk, sister");
  EXPECT_EQ(said_by("The study's author, Ivo Stead of the University of Marl, warns that the wall may fail."),
            "Ivo Stead, author of University of Marl");
}

TEST(WhoSomebodyIs, AnOfficeWithWhatItIsOf) {
  EXPECT_EQ(said_by("“I was not asked,” said Lena Ruiz, the rookie of the year."),
            "Lena Ruiz, rookie of the year");
  EXPECT_EQ(silent("The superintendent of police did not respond to calls."),
            "superintendent of police of police");
}

TEST(WhoSomebodyIs, NoFieldIsJoinedByAHyphen) {
  EXPECT_EQ(silent("An official of state-owned Norrvik Mining declined to comment."), "official");
}

TEST(WhoSomebodyIs, WhoSpeaksForTheBodyToldBefore) {
  EXPECT_EQ(said_by("The port authority counts 412 boats. A spokesman said that the fleet was growing."),
            "spokesman of port authority");
}

}  // namespace
}  // namespace tally
