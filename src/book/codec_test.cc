// What is decoded equals what was encoded, for claims with every field set and for reports as read.
#include "book/codec.h"

#include <gtest/gtest.h>

#include "tally/pipeline.h"

namespace tally {
namespace {

Claim full_claim() {
  Claim claim;
  claim.kind = ClaimKind::comparison;
  claim.status = Status::denied;
  claim.modality = Modality::planned;
  claim.period_basis = Basis::implied;
  claim.in_title = true;
  claim.quote = {3, 1'000'000};
  claim.evidence = {{1, 2}, {4'000'000'000U, 4'000'000'001U}};
  claim.value = Value{Decimal(110, 1), Decimal(-5, 3), Decimal(12, -5), Modifier::between, Decimal(1, 1)};
  claim.unit = "USD";
  claim.measure = {"enter", "north korean \"defector\"\n", "Südkorea", "origin", Aggregate::quarter};
  claim.period = Period::between({2016, 1, 0, false}, {2016, 3, 0, true});
  claim.relative = RelativeDate{};
  claim.relative->offset = -3;
  claim.relative->weekday = 4;
  claim.change = ChangeDetail{};
  claim.change->direction = Direction::down;
  claim.change->percent = Decimal(1105, 2);
  claim.change->base_period = Period::until({2009, 0, 0, false});
  claim.comparison = ComparisonDetail{};
  claim.comparison->sense = "lowest";
  claim.comparison->since = Period::since({2011, 0, 0, false});
  claim.comparison->steps = 3;
  claim.comparison->years = Decimal(25, 1);
  claim.event = EventDetail{};
  claim.event->where = {"Ningbo", "China"};
  claim.event->count = Value::exact(13);
  claim.event->parts = {{"women", "arrived", Value::exact(12), {5, 9}}};
  claim.speaker = Speaker{"Lee", "researcher", ""};
  claim.attribution = {{"Ministry", "spokesperson", "", "tell", {7, 15}, false},
                       {"", "official", "", "say", {}, true}};
  claim.status_by = {"the ministry", ""};
  claim.content = {{1, 4}, {6, 9}};
  claim.source = {{0, 1}};
  claim.cue = {{2, 3}};
  claim.about = 0;
  claim.whole = 7;
  claim.happening = kNone;
  claim.rule = "a-rule";
  claim.confidence = 0.123F;
  return claim;
}

TEST(Codec, KeepsEveryFieldOfAClaim) {
  const Claim claim = full_claim();
  Claim back;
  ASSERT_TRUE(decode(encode(claim), back));
  EXPECT_EQ(back, claim) << encode(claim);
  // Equal decimals may be printed otherwise: the scale is kept too.
  EXPECT_EQ(back.value->best->scale(), 1);
  EXPECT_EQ(back.value->high->scale(), -5);
}

TEST(Codec, KeepsDefaults) {
  Claim back;
  ASSERT_TRUE(decode(encode(Claim{}), back));
  EXPECT_EQ(back, Claim{});
}

TEST(Codec, KeepsPeriodsThatNotationCannotTellApart) {
  for (const Period& period :
       {Period{{2016, 0, 0, true}, {2016, 0, 0, true}, true, false, false}, Period{{}, {}, true, true, true},
        Period{{2016, 4, 0, false}, {2016, 0, 7, false}, true, false, false},
        Period{{-44, 3, 15, false}, {-44, 3, 15, false}, false, false, false}}) {
    Claim claim;
    claim.period = period;
    Claim back;
    ASSERT_TRUE(decode(encode(claim), back));
    EXPECT_EQ(back, claim) << encode(claim);
  }
}

TEST(Codec, KeepsClaimsAsTheyAreRead) {
  Page page;
  page.name = "a.txt";
  page.media_type = "text/plain";
  page.bytes =
      "LEEDS, 3 May 2016 – About 1,400 nurses walked out in Leeds on Monday, up from 1,150 in 2015, the "
      "union said.\n\n"
      "\"We have lost 12 of our 60 wards since 2011,\" said Ann Price, its secretary. The ministry did not "
      "confirm "
      "the figure. It was the lowest number of wards in more than a decade.\n";
  const Result<Article> article = read(page);
  ASSERT_TRUE(article);
  for (const Claim& claim : article->claims) {
    Claim back;
    ASSERT_TRUE(decode(encode(claim), back));
    EXPECT_EQ(back, claim) << encode(claim);
  }
}

TEST(Codec, RefusesWhatIsNoJson) {
  Claim claim;
  EXPECT_FALSE(decode("{\"kind\":", claim));
  EXPECT_FALSE(decode("", claim));
  EXPECT_FALSE(decode("[1]", claim));
}

}  // namespace
}  // namespace tally
