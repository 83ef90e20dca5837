// Ids depend on what a thing is, never on the rule that read it or on the order of reading.
#include "record/ids.h"

#include <gtest/gtest.h>

#include "base/sha256.h"

namespace tally {
namespace {

TEST(Sha256, GivesThePublishedDigest) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Ids, AddressTellsTwoCopiesApart) {
  EXPECT_NE(document_id("text", "https://a.example/1"), document_id("text", "https://b.example/1"));
  EXPECT_EQ(document_id("text", ""), document_id("text", ""));
}

TEST(Ids, ClaimsOfOneSpanAreNumbered) {
  Claim claim;
  claim.quote = {3, 9};
  std::vector<Claim> claims = {claim, claim};
  const auto ids = claim_ids("d0", claims);
  EXPECT_NE(ids[0], ids[1]);
  claims[0].rule = "another rule";
  claims[0].period = Period::of({2016, 0, 0, false});
  EXPECT_EQ(claim_ids("d0", claims)[0], ids[0]);
}

TEST(Ids, GroupsAreNamedAfterTheirSmallestMember) {
  EXPECT_EQ(named_after('v', "c00ff"), "v00ff");
}

}  // namespace
}  // namespace tally
