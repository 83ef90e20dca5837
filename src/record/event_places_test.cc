// Places of happenings that no telling places.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "record/report_for_test.h"

namespace tally {
namespace {

// Where the happening was that the words tell, in a report that tells another in Tarrock.
std::vector<std::string> place_of(std::string_view words, std::string_view before) {
  Document report = report_of(
      "a", "A dyke broke in Tarrock on 2 May.\n\n" + std::string(before) + std::string(words), "2024-05-04");
  for (const std::string_view told : {std::string_view("A dyke broke in Tarrock"), words}) {
    Claim claim;
    claim.kind = ClaimKind::event;
    claim.quote = span_in(report.text, told);
    claim.event = EventDetail{};
    claim.event->trigger = told == words ? "hurt" : "break";
    if (told != words) claim.event->where = {"Tarrock"};
    add_claim(report, claim);
  }
  const Record record = draw_up({report}, {});
  for (const Event& event : record.events) {
    if (event.claims.front() == "a2") return event.where;
  }
  return {"none"};
}

using Where = std::vector<std::string>;

TEST(EventPlaces, TheNearestNamedBefore) {
  EXPECT_EQ(place_of("Two boys were hurt.", "Men dug all night in Tarrock. "), Where{"Tarrock"});
  EXPECT_EQ(place_of("Two boys were hurt.", "A lorry overturned on Mill Bridge. "), Where{"Mill Bridge"});
  EXPECT_EQ(place_of("Two boys were hurt there.", "Take Tarrock. "), Where{"Tarrock"});
}

TEST(EventPlaces, NobodyKnowsWhere) {
  EXPECT_EQ(place_of("Two boys were hurt.", ""), Where{});  // another paragraph
  EXPECT_EQ(place_of("Two boys were hurt.", "Take Tarrock. "), Where{});
  EXPECT_EQ(place_of("Two boys were hurt.", "It was worse in August, at Norrland Cloud. "), Where{});
}

}  // namespace
}  // namespace tally
