// Digits that changed places within one report.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "record/report_for_test.h"

namespace tally {
namespace {

struct Told {
  std::string_view number;
  Decimal value;
  std::string_view period;
  bool in_title = false;
};

// The number that the report mistyped; empty where it did not.
std::string slip_in(std::string_view text, const std::vector<Told>& figures) {
  Document document = report_of("d1", text);
  for (const Told& told : figures) {
    Claim claim = figure_of(text, told.number, told.value);
    claim.measure.population = "lamb";
    claim.in_title = told.in_title;
    if (!told.period.empty()) claim.period = Period::parse(told.period);
    add_claim(document, std::move(claim));
  }
  const Record record = draw_up({document}, {});
  for (const Finding& f : record.findings) {
    if ((f.kind != "slip" && f.kind != "title") || f.verdict != Verdict::fails) continue;
    return f.explanation.substr(0, f.explanation.find(' '));
  }
  return {};
}

TEST(OwnSlips, TheTextBesideATable) {
  constexpr std::string_view kText =
      "Growers sold 26,120 lambs. It rained. Prices fell. Nobody minded. The box: 21,620.";
  EXPECT_EQ(slip_in(kText, {{"26,120", 26120, "2022"}, {"21,620", 21620, "2022"}}), "26,120");
  EXPECT_EQ(slip_in(kText, {{"26,120", 26120, "2022"}, {"21,620", 21620, "2021"}}), "");
}

TEST(OwnSlips, TheTitle) {
  EXPECT_NE(slip_in("Lambs down to 472\n\nThe valley has 427 lambs left. It rained.",
                    {{"472", 472, "", true}, {"427", 427, ""}}),
            "");
  EXPECT_EQ(slip_in("Lambs down to 472\n\nThe valley has 427 lambs left. It rained. Another has 472.",
                    {{"472", 472, "", true}, {"427", 427, ""}, {"472.", 472, ""}}),
            "");
}

TEST(OwnSlips, WhatWasSetRightIsNone) {
  EXPECT_EQ(slip_in("Growers sold 21,620 lambs. It rained. Prices fell. Nobody minded. We gave the number as "
                    "26,120. That was an error, which we have corrected.",
                    {{"21,620", 21620, "2022"}, {"26,120", 26120, "2022"}}),
            "");
}

}  // namespace
}  // namespace tally
