// Sources that a paragraph goes on with, in sentences of our own.
#include <gtest/gtest.h>

#include <string>

#include "claim/read_for_test.h"

namespace tally {
namespace {

TEST(CarriedVoice, ADocumentSpeaksToTheEndOfItsParagraph) {
  EXPECT_EQ(
      who_tells(
          "The road along the lake was closed for an hour on Sunday.\n\nAccording to the police, 4,812 flats "
          "were entered in 2023. Most "
          "windows had been forced. In 2,104 cases a tool was left behind.\n\nThe town has 14 locksmiths."),
      "4812 police, 2104 police, 14");
  EXPECT_EQ(who_tells("The road along the lake was closed for an hour on Sunday.\n\nAccording to a survey by "
                      "the club, 176 riders fell in 2023, but "
                      "only 41 wore a helmet."),
            "176 survey, 41 survey");
}

TEST(CarriedVoice, FromTheFirstParagraphIntoTheNext) {
  EXPECT_EQ(
      who_tells(
          "False banknotes rose by a quarter last year, the central bank said on Tuesday.\n\nShops handed "
          "in 48,312 of them in 2023.\n\nThe mint employs 340 people."),
      "48312 central bank, 340");
}

TEST(CarriedVoice, ABodyOnlyByWordsThatLeadBackToIt) {
  EXPECT_EQ(who_tells("The harbour was closed for an hour on Sunday morning.\n\nThe ferry company said that "
                      "310 boats sailed in 2023. In 2021 there "
                      "were 355 boats. The quay is 140 metres long."),
            "310 ferry company, 355 ferry company, 140");
}

TEST(CarriedVoice, EndsAtAnybodyElse) {
  const std::string count =
      "The road along the lake was closed for an hour on Sunday.\n\nThe register lists 8,640 doctors. ";
  EXPECT_EQ(who_tells(count + "The insurer paid for 310 patients."), "8640 register, 310");
  EXPECT_EQ(who_tells(count + "We found 41 empty practices."), "8640 register, 41");
  EXPECT_EQ(who_tells(count + "HealthFinder shows 310 of them on a map."), "8640 register, 310");
}

TEST(CarriedVoice, NobodysDocumentSpeaksForNobody) {
  EXPECT_EQ(who_tells("The figures tell the story of the ward. In 2023 there were 412 births."), "412");
}

TEST(CarriedVoice, WhoHasTheFiguresAndWhoseDataTheyAre) {
  EXPECT_EQ(
      who_tells(
          "The minister has figures too. Households sent in 251,300 letters in 2023. Of those 38,100 came "
          "late."),
      "251300 minister, 38100 minister");
  EXPECT_EQ(
      who_tells(
          "More riders died than before, police data released on Wednesday show. In all, 176 riders were "
          "killed in 2023."),
      "176 police data");
}

}  // namespace
}  // namespace tally
