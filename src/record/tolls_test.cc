// Tolls of one happening told by two reports: explained by their dates or their sources, and left alone where
// the words may mean another toll.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "record/report_for_test.h"

namespace tally {
namespace {

struct Told {
  std::string_view text;
  std::string_view quote;  // of the number
  int value;
  std::string_view published;
  std::string_view source;
  std::string_view where = "Kolbach";
};

Period day(std::string_view edtf) {
  return *Period::parse(edtf);
}

// A report that tells of the collapse of 2 July, and how many it killed.
Document report(const Told& told, const std::string& id) {
  Document document = report_of(id, told.text, told.published);
  Claim event;
  event.kind = ClaimKind::event;
  event.quote = {0, static_cast<std::uint32_t>(told.text.find('.'))};
  event.period = day("2024-07-02");
  event.event = EventDetail{.trigger = "collapse", .where = {std::string(told.where), "Vestria"}};
  Claim figure = figure_of(told.text, told.quote, told.value);
  figure.unit = "person";
  figure.measure = {.property = "kill", .population = "people"};
  figure.period = event.period;
  if (!told.source.empty()) figure.attribution.push_back({.name = std::string(told.source)});
  add_claim(document, std::move(event));
  add_claim(document, std::move(figure));
  return document;
}

int explained(const Told& a, const Told& b) {
  const Record record = draw_up({report(a, "d1"), report(b, "d2")}, {});
  return static_cast<int>(std::ranges::count_if(
      record.findings, [](const Finding& f) { return f.verdict == Verdict::explained; }));
}

const Told kFirst = {.text = "A bridge in Kolbach collapsed, killing nine people.",
                     .quote = "nine",
                     .value = 9,
                     .published = "2024-07-03",
                     .source = ""};

TEST(Tolls, TheLaterCountExplainsTheEarlier) {
  Told later = kFirst;
  later.text = "The collapse of a bridge in Kolbach killed 11 people.";
  later.quote = "11";
  later.value = 11;
  later.published = "2024-07-06";
  EXPECT_EQ(explained(kFirst, later), 2);
  later.where = "Tarn";
  later.text = "The collapse of a bridge in Tarn killed 11 people.";
  EXPECT_EQ(explained(kFirst, later), 0);
}

TEST(Tolls, OfOneDayTwoSourcesCountApart) {
  Told other = kFirst;
  other.value = 14;
  EXPECT_EQ(explained(kFirst, other), 0);
  other.source = "Red Crescent";
  Told named = kFirst;
  named.source = "fire brigade";
  EXPECT_EQ(explained(named, other), 2);
}

TEST(Tolls, WhatIsCountedOfAYearIsNoToll) {
  Told year = kFirst;
  year.text = "After the collapse in Kolbach 31 people have been killed this year.";
  year.quote = "31";
  year.value = 31;
  year.published = "2024-07-06";
  EXPECT_EQ(explained(kFirst, year), 0);
}

}  // namespace
}  // namespace tally
