// Changes and the two numbers that the same breath gives, and numbers that only stand beside a change.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "tally/record.h"

namespace tally {
namespace {

Claim at(std::string_view text, std::string_view quote, ClaimKind kind) {
  Claim claim;
  claim.kind = kind;
  const auto begin = static_cast<std::uint32_t>(text.find(quote));
  claim.quote = {begin, begin + static_cast<std::uint32_t>(quote.size())};
  return claim;
}

struct Number {
  std::string_view printed;
  int value;
  std::int16_t year;
  std::string_view counted;
};

// The verdict on a change by so many percent that is told beside two numbers.
std::string verdict_on(std::string_view text, std::string_view quote, int percent, bool has_base,
                       const Number& first, const Number& second) {
  Document document;
  document.id = "report";
  document.text = std::string(text);
  for (const Number& number : {first, second}) {
    Claim claim = at(text, number.printed, ClaimKind::figure);
    claim.value = Value::exact(Decimal(number.value));
    claim.period = Period::of({.year = number.year});
    claim.measure.population = std::string(number.counted);
    document.claims.push_back(claim);
    document.claim_ids.emplace_back(number.printed);
  }
  Claim change = at(text, quote, ClaimKind::change);
  change.change = ChangeDetail{.direction = Direction::up, .percent = Decimal(percent)};
  if (has_base) change.change->from = Decimal(second.value);
  document.claims.push_back(change);
  document.claim_ids.emplace_back("change");
  const Record record = draw_up({document}, {});
  const auto found = std::ranges::find(record.findings, Id("change"), &Finding::claim);
  if (found == record.findings.end()) return "";
  return found->verdict == Verdict::fails ? "fails" : found->verdict == Verdict::holds ? "holds" : "open";
}

constexpr std::string_view kMore =
    "The trust sent out 48,000 doses in 2023, 42 % more than the 31,500 of 2022.";
constexpr std::string_view kRose = "Calls rose 42 %. The office took 4,800 in 2023 and 3,150 in 2022.";

TEST(BesideChanges, TheBaseOfItsSentence) {
  const Number base{"31,500", 31500, 2022, "dose"};
  EXPECT_EQ(verdict_on(kMore, "42 % more", 42, true, {"48,000", 48000, 2023, "dose"}, base), "fails");
  EXPECT_EQ(verdict_on(kMore, "42 % more", 52, true, {"48,000", 48000, 2023, "dose"}, base), "holds");
}

TEST(BesideChanges, BareNumbersOfTheNextSentence) {
  const Number base{"3,150", 3150, 2022, ""};
  EXPECT_EQ(verdict_on(kRose, "rose 42 %", 42, false, {"4,800", 4800, 2023, ""}, base), "fails");
  EXPECT_EQ(verdict_on(kRose, "rose 42 %", 52, false, {"4,800", 4800, 2023, ""}, base), "holds");
}

TEST(BesideChanges, NothingFailsByWhatCountsOtherThings) {
  const Number base{"3,150", 3150, 2022, "visitor"};
  EXPECT_NE(verdict_on(kRose, "rose 42 %", 42, false, {"4,800", 4800, 2023, "visitor"}, base), "fails");
}

}  // namespace
}  // namespace tally
