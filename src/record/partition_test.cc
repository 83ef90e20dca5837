// Components are a function of the set of reports, and reports on one thing are in one of them.
#include "record/partition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "record/ids.h"

namespace tally {
namespace {

using Sets = std::set<std::set<Id>>;

Document report(const std::string& name, const std::string& text) {
  Document document;
  document.id = hashed_id('d', name);
  document.text = text;
  document.info.file = name;
  return document;
}

// Places that nobody else writes of, two reports each.
std::vector<Document> unrelated(std::size_t count) {
  std::vector<Document> documents;
  for (std::size_t n = 0; n < count; ++n) {
    const std::string town = "Town" + std::string(1 + n % 7, 'x') + std::to_string(n / 2);
    const std::string mayor = "Mayor" + std::to_string(n / 2);
    documents.push_back(report("r" + std::to_string(n), "He said that Ada " + mayor + " of Old " +
                                                            (n % 2 == 0 ? town : "Town" + std::to_string(n)) +
                                                            " saw Ben" + mayor + " there."));
  }
  return documents;
}

Sets sets_of(const std::vector<Document>& documents, const std::vector<Decision>& decisions = {}) {
  Sets sets;
  for (const auto& component : partition(documents, decisions)) {
    std::set<Id> ids;
    for (const Index d : component) ids.insert(documents[d].id);
    sets.insert(std::move(ids));
  }
  return sets;
}

TEST(Partition, BooksGatheredByHandAreOneComponent) {
  EXPECT_EQ(sets_of(unrelated(kGatheredByHand)).size(), 1U);
  EXPECT_EQ(sets_of({}).size(), 0U);
}

TEST(Partition, ReportsThatShareRareNamesAreTogether) {
  EXPECT_EQ(sets_of(unrelated(kGatheredByHand + 2)).size(), kGatheredByHand / 2 + 1);
}

TEST(Partition, OrderPlaysNoPart) {
  auto documents = unrelated(kGatheredByHand + 40);
  const Sets sets = sets_of(documents);
  std::mt19937_64 random(5);
  for (int turn = 0; turn < 3; ++turn) {
    std::ranges::shuffle(documents, random);
    EXPECT_EQ(sets_of(documents), sets);
  }
}

TEST(Partition, ADecisionJoinsWhatItNames) {
  const auto documents = unrelated(kGatheredByHand + 40);
  Decision same;
  same.op = DecisionOp::same;
  same.target = {documents[0].id, documents[30].id, "c0000"};
  EXPECT_EQ(sets_of(documents, {same}).size(), sets_of(documents).size() - 1);
}

TEST(Partition, OnePageIsOneComponentHoweverManyHaveIt) {
  auto documents = unrelated(kGatheredByHand + 200);
  for (std::size_t d = 0; d < 100; ++d) documents[d * 2].info.url = "https://www.paper.example/story/";
  const Sets sets = sets_of(documents);
  EXPECT_EQ(std::ranges::max_element(sets, {}, &std::set<Id>::size)->size(), 200U);
}

TEST(Partition, CopiesAreTogetherAndPatternsApart) {
  auto documents = unrelated(kGatheredByHand + 2);
  const Sets before = sets_of(documents);
  for (std::size_t d = 0; d < 60; ++d) {
    const std::string number = std::to_string(d);
    documents.push_back(
        report("copy" + number, "Paper " + number +
                                    " has this from the wire. The harvest of Uldis "
                                    "came to 900 tonnes in all. Farmers in Uldis had feared for less."));
    documents.push_back(report("pattern" + number, "The council of P" + number +
                                                       " met to vote on the new road. It would "
                                                       "cost Otto X" +
                                                       number + " dear, said the clerk of Old Q" + number +
                                                       "."));
  }
  EXPECT_EQ(sets_of(documents).size(), before.size() + 61);
}

TEST(Partition, WhatATraitSaysOnlyGrowsLess) {
  for (const ReportKey trait : {ReportKey{2}, ReportKey{3}}) {
    for (std::size_t holders = 2; holders < 300; ++holders)
      EXPECT_LE(weight_of(trait, holders), weight_of(trait, holders - 1));
    EXPECT_TRUE(passes_bound(trait, most_holders(trait) + 1));
    EXPECT_FALSE(passes_bound(trait, most_holders(trait) + 2));
  }
  EXPECT_TRUE(passes_bound(ReportKey{2}, 5));
}

}  // namespace
}  // namespace tally
