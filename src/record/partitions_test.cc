// Lists whose items leave each other out, fractions beside their numbers, counts told far from each other:
// what the words of a report say of its numbers.
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
  int value;
  std::string_view source;
  std::string_view thing;  // what is counted, where the words say it
};

// The findings of one report whose figures have no words but those of the text.
std::vector<Finding> findings_of(std::string_view text, const std::vector<Told>& figures) {
  Document document = report_of("d1", text);
  std::size_t from = 0;
  for (const Told& told : figures) {
    Claim claim = figure_of(text, told.quote, told.value, from);
    from = claim.quote.end;
    claim.unit = "person";
    if (!told.thing.empty()) {
      claim.unit.clear();
      claim.measure.population = std::string(told.thing);
    }
    if (!told.source.empty()) claim.attribution.push_back({.name = std::string(told.source)});
    add_claim(document, std::move(claim));
  }
  return draw_up({document}, {}).findings;
}

bool tells(const std::vector<Finding>& findings, Verdict verdict, std::string_view kind) {
  return std::ranges::any_of(findings,
                             [&](const Finding& f) { return f.verdict == verdict && f.kind == kind; });
}

TEST(Partitions, RefuteAWholeThatTheyExceed) {
  const auto found = findings_of(
      "There were 13 attacks last year. Six were on hikers, four on foresters, three on dogs and one on a "
      "hunter.",
      {{"13", 13}, {"Six", 6}, {"four", 4}, {"three", 3}, {"one", 1}});
  EXPECT_TRUE(tells(found, Verdict::fails, "sum"));
}

TEST(Partitions, TakeMenAndWomenApart) {
  const auto found =
      findings_of("The toll has climbed to 31. The dead are 17 women, 11 men and five children.",
                  {{"31", 31}, {"17", 17}, {"11", 11}, {"five", 5}});
  EXPECT_TRUE(tells(found, Verdict::fails, "sum"));
}

TEST(Partitions, BearOutSmallWholes) {
  const auto found = findings_of("Nineteen people were killed, 16 women and three men.",
                                 {{"Nineteen", 19}, {"16", 16}, {"three", 3}});
  EXPECT_TRUE(tells(found, Verdict::holds, "sum"));
}

TEST(Partitions, LeaveWhatMayOverlap) {
  const auto found = findings_of("The club has 40 members. Today 22 play chess, 12 sing and 10 dance.",
                                 {{"40", 40}, {"22", 22}, {"12", 12}, {"10", 10}});
  EXPECT_FALSE(tells(found, Verdict::fails, "sum"));
}

TEST(Partitions, LeaveAnotherCrowd) {
  const auto found = findings_of("The choir has 20 singers. On Sunday it was heard by 12 men and nine women.",
                                 {{"20", 20}, {"12", 12}, {"nine", 9}});
  EXPECT_FALSE(tells(found, Verdict::fails, "sum"));
}

TEST(Partitions, FindANumberSpelledOutInItsQuote) {
  const auto found = findings_of("Nine pensioners died. The dead were six women and three men.",
                                 {{"Nine pensioners", 9}, {"were six women", 6}, {"and three men", 3}});
  EXPECT_TRUE(tells(found, Verdict::holds, "sum"));
}

TEST(Partitions, TakeOneWordOfEachForTheItem) {
  const auto found = findings_of("The ward has 14 midwives, nine of them full-time and six part-time.",
                                 {{"14 midwives", 14}, {"nine", 9}, {"six", 6}});
  EXPECT_TRUE(tells(found, Verdict::fails, "sum"));
}

TEST(Partitions, LeaveItemsThatMayMeet) {
  const auto found = findings_of("The ward has 14 midwives, nine of them full-time and six from abroad.",
                                 {{"14 midwives", 14}, {"nine", 9}, {"six", 6}});
  EXPECT_FALSE(tells(found, Verdict::fails, "sum"));
}

TEST(Lists, HoldNothingOfOtherThings) {
  const std::string_view text =
      "Of 52 rockets flown, 48 reached orbit. Two of the failures fell in May and one in June.";
  EXPECT_FALSE(tells(findings_of(text, {{"52", 52, "", "rocket"},
                                        {"48", 48, "", "rocket"},
                                        {"Two", 2, "", "failure"},
                                        {"one", 1, "", "failure"}}),
                     Verdict::fails, "sum"));
}

TEST(ClosingSums, AddUpWhatStandsBefore) {
  const std::string_view text =
      "Last week 88 people died in the province, more than twice as many as in the seven days before, the "
      "institute of public health told the council. The count stood at 37 for the second week and at 14 for "
      "the first. It brings the toll since July to 139.";
  EXPECT_TRUE(
      tells(findings_of(text, {{"88", 88}, {"37", 37}, {"14", 14}, {"139", 139}}), Verdict::holds, "sum"));
  EXPECT_FALSE(
      tells(findings_of(text, {{"88", 88}, {"37", 37}, {"14", 15}, {"139", 139}}), Verdict::fails, "sum"));
}

TEST(Lists, EndWhereANumberOpensASentence) {
  const auto found = findings_of(
      "Our line took 31,480 calls. Of the callers 26,130 were women, 4,090 were men and 1,360 would not say. "
      "9,130 "
      "had been to the police.",
      {{"31,480", 31480}, {"26,130", 26130}, {"4,090", 4090}, {"1,360", 1360}, {"9,130", 9130}});
  EXPECT_TRUE(tells(found, Verdict::fails, "sum"));
}

TEST(Corrections, AreToldByTheirLastWords) {
  const auto found =
      findings_of("CORRECTION: We wrote that 112 of the patients were adults. The number is 121.",
                  {{"112", 112}, {"121", 121}});
  EXPECT_TRUE(tells(found, Verdict::explained, "revision"));
}

TEST(OtherCounts, AreAnnouncedBySentences) {
  EXPECT_TRUE(
      tells(findings_of("The toll is 61. The federation gave a different number. It said 67 were dead.",
                        {{"61", 61}, {"67", 67}}),
            Verdict::explained, "difference"));
}

TEST(FractionsBesideNumbers, FindTheirWhole) {
  const auto found =
      findings_of("There are 4,870 survivors. Only 1,290 of them, roughly a quarter, have a pension.",
                  {{"4,870", 4870}, {"1,290", 1290}});
  EXPECT_TRUE(tells(found, Verdict::holds, "share"));
}

TEST(FractionsBesideNumbers, RefuteNothing) {
  const auto found = findings_of("There are 4,870 survivors. Only 1,290 of them, or half, have a pension.",
                                 {{"4,870", 4870}, {"1,290", 1290}});
  EXPECT_FALSE(tells(found, Verdict::fails, "share"));
  EXPECT_FALSE(tells(found, Verdict::holds, "share"));
}

TEST(FractionsBesideNumbers, StandInTheNextSentence) {
  const auto found = findings_of("Of the 118 who replied, 41 said so. That is more than a third.",
                                 {{"118", 118}, {"41", 41}});
  EXPECT_TRUE(tells(found, Verdict::holds, "share"));
}

TEST(FractionsBesideNumbers, StandBeforeTheirNumber) {
  const auto found =
      findings_of("We met 1,212 families in the camps. In one family out of four, 303 in all, nobody works.",
                  {{"1,212", 1212}, {"303", 303}});
  EXPECT_TRUE(tells(found, Verdict::holds, "share"));
}

TEST(ToldComparisons, HoldNumbersAgainstEachOther) {
  EXPECT_TRUE(tells(findings_of("There were 1,162 cases, fewer than the 1,231 of the year before.",
                                {{"1,162", 1162}, {"1,231", 1231}}),
                    Verdict::holds, "direction"));
  EXPECT_TRUE(tells(findings_of("They counted 910 birds, an eighth less than the 1,040 of the year before.",
                                {{"910", 910}, {"1,040", 1040}}),
                    Verdict::holds, "direction"));
  EXPECT_TRUE(
      tells(findings_of("They shot 498 boars, less than half the number of the year when it was 1,188.",
                        {{"498", 498}, {"1,188", 1188}}),
            Verdict::holds, "direction"));
  EXPECT_TRUE(
      tells(findings_of("A bed costs 84, 23 dearer than the 61 of last year.", {{"84", 84}, {"61", 61}}),
            Verdict::holds, "difference_by"));
}

TEST(ToldComparisons, RefuteNothing) {
  const auto found = findings_of("There were 1,262 cases, fewer than the 1,231 of the year before.",
                                 {{"1,262", 1262}, {"1,231", 1231}});
  EXPECT_FALSE(tells(found, Verdict::fails, "direction"));
  EXPECT_FALSE(tells(found, Verdict::holds, "direction"));
}

TEST(ClosingSums, AddWhatRemains) {
  const std::string_view text =
      "In all 612 cars were stolen in 17 towns. Ostvik had 226 thefts, Bardal 184, Edo 98 and Tarn 61. The "
      "remaining towns together have 43.";
  const std::vector<Told> told = {{"612", 612}, {"17", 17}, {"226", 226}, {"184", 184},
                                  {"98", 98},   {"61", 61}, {"43", 43}};
  EXPECT_TRUE(tells(findings_of(text, told), Verdict::holds, "sum"));
  EXPECT_FALSE(tells(findings_of(text, told), Verdict::explained, "difference"));
}

TEST(Partitions, TakePrepositionsOfPlaceForOne) {
  const auto found = findings_of("There were 11 finds. Seven were in Bardal and four around the lake.",
                                 {{"11", 11}, {"Seven", 7}, {"four", 4}});
  EXPECT_TRUE(tells(found, Verdict::holds, "sum"));
}

TEST(Lists, LackNothingThatIsToldBesideThem) {
  // No claim holds the 570.
  EXPECT_FALSE(tells(findings_of("Of 3,105 contacts 2,481 have left, 570 are watched and 54 are ill.",
                                 {{"3,105", 3105}, {"2,481", 2481}, {"54", 54}}),
                     Verdict::fails, "sum"));
  EXPECT_FALSE(tells(
      findings_of("There were 38,250 cases. They comprised 17,480 of violence, 6,205 of fraud, "
                  "8,340 of drugs and 6,225 others.",
                  {{"38,250", 38250}, {"17,480", 17480}, {"6,205", 6205}, {"8,340", 8340}, {"6,225", 6225}}),
      Verdict::fails, "sum"));
}

TEST(Lists, LeaveOutWhatIsComparedWith) {
  const auto found = findings_of(
      "In all 612 cars were stolen. Norrby has 240 pupils, more than the 212 of last year. Harsk has 180.",
      {{"612", 612}, {"240", 240}, {"212", 212}, {"180", 180}});
  EXPECT_FALSE(tells(found, Verdict::fails, "sum"));
}

TEST(FarCounts, AreTwoAuthorities) {
  const std::string between(500, 'x');
  const auto found =
      findings_of("The office counted 4,146 births in the town. " + between +
                      ". The insurers' fund, which pays for births, arrives at an even lower number: 4,102.",
                  {{"4,146", 4146, "office"}, {"4,102", 4102, "insurers' fund"}});
  EXPECT_TRUE(tells(found, Verdict::explained, "difference"));
}

}  // namespace
}  // namespace tally
