// Sentences that speak of what another report tells.
#include "record/event_mentions.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "record/report_for_test.h"

namespace tally {
namespace {

struct Told {
  std::string_view words;
  std::string_view trigger;
  std::string_view where;
  std::string_view when;
};

Document report_on(const Told& told, std::string_view text) {
  Document report = report_of("a", text, "2024-05-04");
  Claim claim;
  claim.kind = ClaimKind::event;
  claim.quote = span_in(report.text, told.words);
  claim.event = EventDetail{};
  claim.event->trigger = std::string(told.trigger);
  if (!told.where.empty()) claim.event->where = {std::string(told.where)};
  claim.period = Period::parse(told.when);
  claim.period_basis = Basis::printed;
  add_claim(report, claim);
  return report;
}

// The sentence of another report that speaks of the happening; empty where none does.
std::string mention(const Told& told, std::string_view text, std::string_view published = "2025-02-03") {
  const Document first = report_on(told, std::string(told.words) + " Nobody was hurt in Ebersol.");
  const Document second = report_of("b", text, published);
  const Record record = draw_up({first, second}, {});
  if (record.events.size() != 1 || record.events.front().mentions.empty()) return {};
  EXPECT_EQ(record.events.front().documents, (std::vector<Id>{"a", "b"}));
  const EventMention& found = record.events.front().mentions.front();
  EXPECT_EQ(found.document, "b");
  return std::string(text.substr(found.span.begin, found.span.size()));
}

constexpr Told kFire = {"A fire broke out in a dye works in Tarrock on 3 May 2024.", "fire", "Tarrock",
                        "2024-05-03"};
constexpr Told kVote = {"The council of Tarrock voted on 3 May 2024 to sell the ferry slip.", "vote",
                        "Tarrock", "2024-05-03"};

TEST(EventMentions, ByPlaceKindAndMonth) {
  EXPECT_EQ(
      mention(kFire, "Ebersol has new rules. Since the Tarrock blaze last May insurers ask for sprinklers."),
      "Since the Tarrock blaze last May insurers ask for sprinklers.");
}

TEST(EventMentions, ByDayAndKind) {
  EXPECT_NE(mention(kFire, "Ebersol mourns. The fire of 3 May taught the town a lesson, its mayor wrote."),
            "");
}

TEST(EventMentions, ByDayAndWhatItWasAbout) {
  EXPECT_NE(mention(kVote, "On 3 May the ferry slip went to the highest bidder. Ebersol looked on."), "");
}

TEST(EventMentions, OfTheOnlyHappeningOfItsDayOneWordMore) {
  EXPECT_EQ(mention(kVote, "Ebersol is cross. The slip has been shut since 3 May."),
            "The slip has been shut since 3 May.");
  // The report's own day is that of whatever it tells.
  EXPECT_EQ(mention(kVote, "Ebersol, 3 May 2024. The slip is dear to it.", "2024-05-03"), "");
}

TEST(EventMentions, WhatTheSentenceTellsItselfIsTheHappening) {
  const Told roof = {"The roof of a dye works in Tarrock collapsed on 3 May 2024.", "collapse", "Tarrock",
                     "2024-05-03"};
  const Document first = report_on(roof, std::string(roof.words) + " Nobody was hurt in Ebersol.");
  Document second = report_of(
      "b", "Ebersol has new rules. Since the dye works collapsed last May it pays more.", "2025-02-03");
  Claim claim;
  claim.kind = ClaimKind::event;
  claim.quote = span_in(second.text, "the dye works collapsed last May");
  claim.event = EventDetail{};
  claim.event->trigger = "collapse";
  add_claim(second, claim);
  const Record record = draw_up({first, second}, {});
  ASSERT_EQ(record.events.size(), 1U);
  EXPECT_EQ(record.events.front().documents, (std::vector<Id>{"a", "b"}));
  EXPECT_TRUE(record.events.front().mentions.empty());
}

TEST(EventMentions, AnotherTimeIsAnother) {
  EXPECT_EQ(mention(kFire, "Ebersol recalls the Tarrock fire of 2011, in which a dye works was lost."), "");
  EXPECT_EQ(mention(kFire, "Ebersol recalls the Tarrock fire of 9 June 2024."), "");
}

TEST(EventMentions, ThePlaceOrTheDayAloneIsNotEnough) {
  EXPECT_EQ(mention(kFire, "Tarrock has 4,100 inhabitants. Ebersol has more."), "");
  EXPECT_EQ(mention(kFire, "On 3 May the swimming bath of Ebersol opened its doors for the summer."), "");
}

TEST(EventMentions, NobodySpeaksOfWhatIsToCome) {
  EXPECT_EQ(mention(kVote, "The council will vote on 3 May on the ferry slip in Tarrock, near Ebersol.",
                    "2024-04-20"),
            "");
}

TEST(EventMentions, AnotherKindInTheSamePlaceIsAnother) {
  EXPECT_EQ(mention(kVote, "An avalanche hit Tarrock in May, and Ebersol sent men."), "");
}

}  // namespace
}  // namespace tally
