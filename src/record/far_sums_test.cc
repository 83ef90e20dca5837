// Numbers that others of their report make up, and shares of what is told far from them.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "record/report_for_test.h"

namespace tally {
namespace {

struct Told {
  std::string_view quote;
  std::string_view value;
  std::string_view unit;
};

Record record_of(std::string_view text, const std::vector<Told>& figures) {
  Document document = report_of("d1", text);
  for (const Told& told : figures) {
    Claim claim = figure_of(text, told.quote, *Decimal::parse(told.value));
    claim.unit = std::string(told.unit);
    add_claim(document, std::move(claim));
  }
  return draw_up({document}, {});
}

bool holds(const Record& record, std::string_view kind) {
  return std::ranges::any_of(record.findings,
                             [&](const Finding& f) { return f.kind == kind && f.verdict == Verdict::holds; });
}

TEST(FarSums, WhatTwoNumbersDifferBy) {
  EXPECT_TRUE(
      holds(record_of("The yard paid 8,430 people. A decade before it had paid 11,170. The 2,740 places "
                      "that are gone were welders' places.",
                      {{"8,430", "8430", "person"}, {"11,170", "11170", ""}, {"2,740", "2740", ""}}),
            "sum"));
  EXPECT_FALSE(
      holds(record_of("The yard paid 8,430 people. A decade before it had paid 11,170. The 2,750 places "
                      "that are gone were welders' places.",
                      {{"8,430", "8430", "person"}, {"11,170", "11170", ""}, {"2,750", "2750", ""}}),
            "sum"));
}

TEST(FarSums, SmallNumbersAreMetByChance) {
  EXPECT_FALSE(holds(record_of("Snow shut 17 passes. Nobody was hurt on the 23 lifts. Rescuers have 40 dogs.",
                               {{"17", "17", ""}, {"23", "23", ""}, {"40", "40", ""}}),
                     "sum"));
}

constexpr std::string_view kLambs =
    "Growers sold 61,300 lambs. It rained. Prices fell. Nobody minded. The winter was long. Most of them, "
    "52,880, "
    "went by rail, which is 86.3 per cent of everything sold.";

TEST(OpenShares, OfEverythingToldBefore) {
  EXPECT_TRUE(holds(
      record_of(kLambs,
                {{"61,300", "61300", ""}, {"52,880", "52880", ""}, {"86.3 per cent", "86.3", "percent"}}),
      "share"));
  EXPECT_FALSE(holds(
      record_of(kLambs,
                {{"61,300", "61300", ""}, {"52,880", "52880", ""}, {"86.3 per cent", "83.6", "percent"}}),
      "share"));
}

TEST(OpenShares, NoneWhereNothingRefersToThePart) {
  EXPECT_FALSE(holds(
      record_of("Growers sold 61,300 lambs. It rained. Prices fell. Nobody minded. The winter was "
                "long. Hikers counted 52,880 geese. The lake filled to 86.3 per cent.",
                {{"61,300", "61300", ""}, {"52,880", "52880", ""}, {"86.3 per cent", "86.3", "percent"}}),
      "share"));
}

}  // namespace
}  // namespace tally
