// Counts that two reports of one story give a little apart: made anew, where enough says that they are one.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "record/report_for_test.h"

namespace tally {
namespace {

Document report(std::string_view text, std::string_view number, int value, std::string_view published) {
  Document document = report_of(published, text, published);
  Claim claim = figure_of(text, number, value);
  claim.period = Period::parse("2022");
  add_claim(document, std::move(claim));
  return document;
}

constexpr std::string_view kBorn = "In Ostrava region 21,480 children were born in 2022, Jana Holub said.";
constexpr std::string_view kBirths =
    "In Ostrava region 21,612 children were born in 2022, said Jana Holub. That figure has been corrected.";

std::ptrdiff_t revisions(const Document& a, const Document& b) {
  const Record record = draw_up({a, b}, {});
  return std::ranges::count_if(record.findings, [](const Finding& f) { return f.kind == "revision"; });
}

TEST(Recounts, TheLaterCountExplainsTheEarlier) {
  EXPECT_EQ(
      revisions(report(kBorn, "21,480", 21480, "2023-03-01"), report(kBirths, "21,612", 21612, "2024-03-02")),
      2);
}

TEST(Recounts, OfOneDayNothingWasMadeAnew) {
  EXPECT_EQ(
      revisions(report(kBorn, "21,480", 21480, "2024-03-01"), report(kBirths, "21,612", 21612, "2024-03-02")),
      0);
}

TEST(Recounts, OtherThingsOfOneSizeAreTwo) {
  EXPECT_EQ(
      revisions(report(kBorn, "21,480", 21480, "2023-03-01"),
                report("The ships of Carrig carried 21,612 boxes in 2022, the harbour board of Carrig said.",
                       "21,612", 21612, "2024-03-02")),
      0);
}

}  // namespace
}  // namespace tally
