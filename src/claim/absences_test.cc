// What is not told and by whom, in sentences of our own.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "claim/read_for_test.h"

namespace tally {
namespace {

// Who keeps silent by the first absence of a text.
std::string silent(const std::string& text) {
  const Article article = read_to_statements(text);
  const Claim* claim = first_claim(article, ClaimKind::absence);
  if (claim == nullptr) return "nobody";
  if (!claim->speaker) return "unnamed";
  return !claim->speaker->name.empty() ? claim->speaker->name : claim->speaker->role;
}

TEST(Absences, WhatIsNotDisclosed) {
  const Article article = read_to_statements(
      "The Ministry of Health has not disclosed the number of patients who left the clinic last year.");
  const Claim* claim = first_claim(article, ClaimKind::absence);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->status, Status::undisclosed);
  ASSERT_TRUE(claim->speaker.has_value());
  EXPECT_EQ(claim->speaker->name, "Ministry of Health");
  EXPECT_EQ(first_claim(article, ClaimKind::statement), nullptr);
  EXPECT_NE(first_claim(read_to_statements("The company declined to say how many workers it had dismissed."),
                        ClaimKind::absence),
            nullptr);
  EXPECT_EQ(first_claim(read_to_statements("The company said how many workers it had dismissed."),
                        ClaimKind::absence),
            nullptr);
}

TEST(Absences, RefusalsAndSilenceInOtherWords) {
  EXPECT_EQ(silent("City police would not confirm the demand."), "city police");
  EXPECT_EQ(silent("The agency has not commented."), "agency");
  EXPECT_EQ(silent("Ana Pereira admitted that there was a loss, but refused to say how big it was."),
            "Ana Pereira");
  EXPECT_EQ(silent("The hospital does not keep such figures."), "hospital");
  EXPECT_EQ(silent("The ministry blamed the rain. It has not said how many homes were lost."), "ministry");
  EXPECT_EQ(silent("Harbour Logistics, which runs the site, declined to comment."), "Harbour Logistics");
  EXPECT_EQ(silent("The ministry has said nothing about the tender."), "ministry");
  EXPECT_EQ(silent("The mayor would not discuss the officers who were hurt."), "mayor");
  EXPECT_EQ(silent("Nobody at the plant could be reached."), "plant");
  EXPECT_EQ(silent("I asked the ministry how many were hurt. It did not answer my letters."), "ministry");
  EXPECT_EQ(silent("The police counted the dead. The police have not released them."), "police");
  EXPECT_EQ(silent("The prosecutor has given no cause of death."), "prosecutor");
  EXPECT_EQ(silent("Of those asked, 1,360 would rather not say how they came."), "nobody");
  EXPECT_EQ(silent("The mayor answered every question."), "nobody");
  EXPECT_EQ(silent("A letter came in March and said nothing."), "nobody");
}

TEST(Absences, WhatIsNotHandedOverHeardOfOrInIt) {
  EXPECT_EQ(silent("The ministry has not provided the court with the lists."), "ministry");
  EXPECT_EQ(silent("The ministry has not provided the villages with food."), "nobody");
  EXPECT_EQ(silent("Orland College would not share its numbers."), "Orland College");
  EXPECT_EQ(silent("The registry has not yet received the returns for July."), "registry");
  EXPECT_EQ(silent("The registry has not yet received the money."), "nobody");
  EXPECT_EQ(silent("We wrote to the diocese in May. We have not received a reply."), "diocese");
  EXPECT_EQ(silent("We wrote to the diocese on Monday. It has yet to answer."), "diocese");
  EXPECT_EQ(silent("We have asked the centre for their ages. It says that it does not record them."),
            "centre");
  EXPECT_EQ(silent("The union offered no evidence for its claim."), "union");
  EXPECT_EQ(silent("The notice gave no reason."), "notice");
  EXPECT_EQ(silent("The police neither confirmed nor denied the arrest."), "police");
  EXPECT_EQ(silent("Inspectors could not determine what had struck the hull."), "inspectors");
  EXPECT_EQ(silent("I do not know what to do."), "nobody");
  EXPECT_EQ(silent("The registry is therefore unable to say how far the change goes."), "registry");
  EXPECT_EQ(silent("The firm is therefore not in a position to announce a dividend."), "firm");
  EXPECT_EQ(silent("The museum keeps no record of the thefts."), "museum");
  EXPECT_EQ(silent("Many small thefts are never reported."), "unnamed");
  EXPECT_EQ(silent("Most small thefts go unreported."), "unnamed");
  EXPECT_EQ(silent("The lawyer refused all comment."), "lawyer");
  EXPECT_EQ(silent("The embassy had no comment."), "embassy");
  EXPECT_EQ(silent("The spokesman did not pick up the phone."), "spokesman");
  EXPECT_EQ(silent("The mayor did not answer the door."), "nobody");
  EXPECT_EQ(silent("How much was paid for the crew nobody will say."), "unnamed");
  EXPECT_EQ(silent("The figures were \"not available\"."), "unnamed");
  EXPECT_EQ(silent("How the fire began has yet to be explained."), "unnamed");
  EXPECT_EQ(silent("There is no information of any kind."), "unnamed");
  EXPECT_EQ(silent("The Road Safety Agency's report has not been released."), "Road Safety Agency");
  EXPECT_EQ(silent("The firm that bought the land, Fennor Holdings, has not replied to two letters."),
            "Fennor Holdings");
  EXPECT_EQ(silent("The governor's office won't say."), "governor's office");
}

TEST(Absences, WhatIsYetToBeToldOrKeptByNobody) {
  EXPECT_EQ(silent("The agency has yet to publish a breakdown by age."), "agency");
  EXPECT_EQ(silent("The hospital holds no data on visitors."), "hospital");
  EXPECT_EQ(silent("The council was unable to say how the money was shared."), "council");
  EXPECT_EQ(silent("The governor's office has not made public the report."), "governor's office");
  EXPECT_EQ(silent("Neither union would publish its lists."), "union");
  EXPECT_EQ(silent("The council gave no reason."), "council");
  EXPECT_EQ(silent("It is not known how many of them returned."), "unnamed");
  EXPECT_EQ(silent("The cause is not known."), "unnamed");
  EXPECT_EQ(silent("Their names are not being made public."), "unnamed");
  EXPECT_EQ(silent("The report contains no surprises."), "nobody");
  EXPECT_EQ(silent("A midwife did not want to be named."), "nobody");
  EXPECT_EQ(silent("The agency has yet to hire a driver."), "nobody");
  EXPECT_EQ(silent("The centre in Torv has promised help. It has not said when."), "centre");
  EXPECT_EQ(silent("The bank is closing inns. It employs 90 people. How much it earns it does not say."),
            "bank");
  EXPECT_EQ(silent("We have asked the ministry to look again. We have had no answer."), "ministry");
  EXPECT_EQ(silent("Figures for the islands are not collected by the ministry."), "ministry");
  EXPECT_EQ(silent("The causes are not examined by the agency."), "agency");
  EXPECT_EQ(silent("The ministry does not keep a waiting list."), "ministry");
  EXPECT_EQ(silent("It blamed the agency, which has never published the maps of the pits."), "agency");
  EXPECT_EQ(silent("The apples are not collected by the agency."), "nobody");
  EXPECT_EQ(silent("Asked about the cuts, the agency did not offer any comment."), "agency");
  EXPECT_EQ(silent("The army offered no explanation."), "army");
  EXPECT_EQ(silent("Minister Ann Berg declined to take questions."), "Ann Berg");
  EXPECT_EQ(silent("The agency closed its inquiry in May. It has not released the telemetry."), "agency");
  EXPECT_EQ(silent("The agency has not released the hostages."), "nobody");
  EXPECT_EQ(silent("Nothing was known on Monday about the cause."), "unnamed");
  EXPECT_EQ(silent("The commission has yet to issue a single page."), "commission");
  EXPECT_EQ(silent("The agency was asked for their ages. It does not record them."), "agency");
  EXPECT_EQ(silent("Nobody keeps count."), "unnamed");
  EXPECT_EQ(silent("Mrs Ann Berg has had a letter. She hasn't answered."), "Ann Berg");
}

TEST(Absences, HowAnAnswerIsGotRound) {
  EXPECT_EQ(silent("The minister ducked the question."), "minister");
  EXPECT_EQ(silent("The minister brushed aside questions about the fee."), "minister");
  EXPECT_EQ(silent("The press office let two deadlines pass without a reply."), "press office");
  EXPECT_EQ(silent("The organisers stopped short of naming the company."), "organisers");
  EXPECT_EQ(silent("The organisers stopped short of the bridge."), "nobody");
  EXPECT_EQ(silent("“No comment,” said the chairman, Rolf Adler."), "Rolf Adler");
  EXPECT_EQ(silent("The minister did not elaborate."), "minister");
  EXPECT_EQ(silent("The council would not put a figure on the cost."), "council");
  EXPECT_EQ(silent("Asked in the chamber, the junior minister, Alan Tribe, did not give a figure."),
            "Alan Tribe");
  EXPECT_EQ(silent("The committee issued no statement."), "committee");
  EXPECT_EQ(silent("The tenant left without a coat."), "nobody");
}

TEST(Absences, WhatIsKeptForFewEyes) {
  EXPECT_EQ(silent("The terms of the deal are confidential."), "unnamed");
  EXPECT_EQ(silent("The museum bought it for an undisclosed sum."), "unnamed");
  EXPECT_EQ(silent("How many fans got in remains a mystery."), "unnamed");
  EXPECT_EQ(silent("There is no official count of the missing."), "unnamed");
  EXPECT_EQ(silent("The statistics do not distinguish between men and women."), "statistics");
  EXPECT_EQ(silent("It has yet to be established who opened the gate."), "unnamed");
}

TEST(Absences, WhatCameToNothingOrIsKeptClose) {
  EXPECT_EQ(silent("Repeated attempts to contact the owner were unsuccessful."), "owner");
  EXPECT_EQ(silent("Attempts to repair the roof were unsuccessful."), "nobody");
  EXPECT_EQ(silent("The operator disclosed neither the price nor the buyer."), "operator");
  EXPECT_EQ(silent("The police have released few details."), "police");
  EXPECT_EQ(silent("The police have released few prisoners."), "nobody");
  EXPECT_EQ(silent("Nobody has counted the stray dogs since 2014."), "unnamed");
  EXPECT_EQ(silent("What caused the explosion is still being investigated."), "unnamed");
  EXPECT_EQ(silent("The results have been kept under lock and key."), "unnamed");
  EXPECT_EQ(silent("The ministry did not provide evidence for the claim."), "ministry");
  EXPECT_EQ(silent("The bank was not willing to discuss the terms."), "bank");
  EXPECT_EQ(silent("The firm did not immediately return a call seeking comment."), "firm");
}

TEST(Absences, ShapesWhateverTheVerb) {
  EXPECT_EQ(silent("The budget does not show what was spent on lawyers."), "budget");
  EXPECT_EQ(silent("The archive no longer publishes how many files it lends."), "archive");
  EXPECT_EQ(silent("It is impossible to say how many boats have left."), "unnamed");
  EXPECT_EQ(silent("Who paid for the trip has not come out."), "unnamed");
  EXPECT_EQ(silent("Nothing has been heard of the crew since."), "unnamed");
  EXPECT_EQ(silent("There is no comparable figure for the islands."), "unnamed");
  EXPECT_EQ(silent("Deaths at home are not counted."), "unnamed");
  EXPECT_EQ(silent("Volunteers are not counted as staff."), "nobody");
  EXPECT_EQ(silent("It is still open who will pay."), "unnamed");
  EXPECT_EQ(silent("It is possible to say how many boats have left."), "nobody");
  EXPECT_EQ(silent("Asked how many beds were free, the director shrugged."), "director");
}

TEST(Absences, AnswersThatDidNotCome) {
  EXPECT_EQ(silent("The union chose not to comment."), "union");
  EXPECT_EQ(silent("The union decided not to strike."), "nobody");
  EXPECT_EQ(silent("The police would only say that an inquiry was under way."), "police");
  EXPECT_EQ(silent("The council rejected a request for the figures."), "council");
  EXPECT_EQ(silent("The ministry has no idea how many there are."), "ministry");
  EXPECT_EQ(silent("The mayor left that question unanswered."), "mayor");
}

TEST(Absences, WhatIsKeptBackByWhatItIs) {
  EXPECT_EQ(silent("The trust does not disclose its donors."), "trust");
  EXPECT_EQ(silent("The council did not give a date."), "council");
  EXPECT_EQ(silent("The council did not give permission."), "nobody");
  EXPECT_EQ(silent("The office has not set out how the money will be shared."), "office");
  EXPECT_EQ(silent("The ministry does not count those who leave on their own."), "ministry");
  EXPECT_EQ(silent("The port has not published a timetable for the repairs."), "port");
}

TEST(Absences, AnswersThatAreAwaited) {
  EXPECT_EQ(silent("The mayor promised a written reply by May. We are still waiting for it."), "mayor");
  EXPECT_EQ(silent("The ministry said it would publish the figures. We are still waiting to see them."),
            "ministry");
  EXPECT_EQ(silent("The dam was full. We are still waiting for rain."), "nobody");
  EXPECT_EQ(silent("We have asked Kahu Oil for its logs and have not had so much as an acknowledgement."),
            "Kahu Oil");
  EXPECT_EQ(silent("The guild requested a meeting with the ministry and has received no answer."),
            "ministry");
  EXPECT_EQ(silent("The operator declined to discuss it."), "operator");
}

}  // namespace
}  // namespace tally
