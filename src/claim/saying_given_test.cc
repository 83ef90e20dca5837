// Who gives a figure without saying a sentence, in sentences of our own.
#include <gtest/gtest.h>

#include <string>

#include "claim/attribution.h"
#include "claim/read_for_test.h"
#include "claim/sources.h"

namespace tally {
namespace {

// Who vouches for the words, the innermost first: "name, role of body < …".
std::string who_gives(const std::string& words, const std::string& text) {
  const Article article = read_to_clauses(text);
  const auto at = static_cast<std::uint32_t>(text.find(words));
  const Vouching vouching = attribute(article).of({at, at + static_cast<std::uint32_t>(words.size())});
  std::string all;
  for (const Source& source : vouching.sources) {
    if (!all.empty()) all += " < ";
    all += source.name;
    if (!source.role.empty()) all += (source.name.empty() ? "" : ", ") + source.role;
    if (!source.of.empty()) all += " of " + source.of;
  }
  return all;
}

TEST(GivenFigures, TheSubjectOfAVerbThatGivesThem) {
  EXPECT_EQ(who_gives("640", "The National Police counted 640 burglaries in May."), "National Police");
  EXPECT_EQ(who_gives("48", "The regulator logged 48 complaints in January."), "regulator");
  EXPECT_EQ(who_gives("57", "The union put the number of dismissed drivers at 57."), "union");
  EXPECT_EQ(who_gives("14", "Witnesses spoke of 14 shots."), "witnesses");
  EXPECT_EQ(who_gives("14", "The storm put 14 villages at risk."), "");
}

TEST(GivenFigures, WhoCountsKeepsOrStandsByThem) {
  EXPECT_EQ(who_gives("611", "The programme counted 611 sick dogs last year."), "programme");
  EXPECT_EQ(who_gives("4,100", "The union has 4,100 people on its books."), "union");
  EXPECT_EQ(who_gives("10,000", "The palace sticks to its 10,000."), "palace");
  EXPECT_EQ(who_gives("1,180", "The Heritage Fund arrives at a higher number: 1,180."), "Heritage Fund");
  EXPECT_EQ(who_gives("214", "The army lost 214 men, by its own account."), "account of army");
  EXPECT_EQ(who_gives("12", "The lake counted 12 islands."), "");
}

TEST(GivenFigures, BodiesByTheirShortNameAndBodiesThatLook) {
  EXPECT_EQ(
      who_gives("153", "The National Archive of Shipwrecks is old. The archive recorded 153 wrecks in 2023."),
      "archive");
  EXPECT_EQ(who_gives("153", "The lake is old. The archive recorded 153 wrecks in 2023."), "");
  EXPECT_EQ(who_gives("1,900", "The city speaks of 1,900 empty flats."), "city");
  EXPECT_EQ(who_gives("312", "Inspectors found 312 faults on the line."), "inspectors");
  EXPECT_EQ(who_gives("12", "Ann Berg found 12 coins on the beach."), "");
  EXPECT_EQ(who_gives("640", "The customs authority had 640 seizures in 2022."), "customs authority");
  EXPECT_EQ(who_gives("90", "The court heard that 90 residents had to leave."), "court");
  EXPECT_EQ(who_gives("14,500", "Officials put the crowd at 12,000. The union gets 14,500."), "union");
}

TEST(GivenFigures, BesideARelativeClauseAndInAGap) {
  EXPECT_EQ(who_gives("26,400", "The ministry knows of 26,400 households that draw aid."), "ministry");
  const std::string text = "The opposition says 40,000 people came; the police 12,000.";
  EXPECT_EQ(who_gives("40,000", text), "opposition");
  EXPECT_EQ(who_gives("12,000", text), "police");
  EXPECT_EQ(who_gives("1,140", "Flights fell to 1,140, ministry data showed on Friday."),
            "ministry data of ministry");
}

TEST(GivenFigures, OfTheClauseThatSaysThem) {
  const std::string text = "The rebels speak of 300 dead; the government admits to 41.";
  EXPECT_EQ(who_gives("300", text), "rebels");
  EXPECT_EQ(who_gives("41", text), "government");
  EXPECT_EQ(who_gives("nine", "Gunmen killed nine villagers, the aid group that runs the clinic said."),
            "aid group");
}

TEST(GivenFigures, EachGetsItsOwnWhereTheVerbIsLeftOut) {
  const std::string text = "City police estimated the crowd at 31,000, the organisers at 120,000.";
  EXPECT_EQ(who_gives("31,000", text), "city police");
  EXPECT_EQ(who_gives("120,000", text), "organisers");
}

TEST(GivenFigures, ADocumentSpeaksForItsOwner) {
  EXPECT_EQ(who_gives("1,840", "There were 1,840 cases last year, figures released by Eurostat show."),
            "Eurostat, figures");
  EXPECT_EQ(who_gives("12,400", "A table published by the statistics office shows 12,400 births."),
            "table of statistics office");
  EXPECT_EQ(who_gives("512", "The firm has closed 512 shops, the annual report shows."), "annual report");
  EXPECT_EQ(
      who_gives("3,150",
                "According to figures that the Coast Guard released on Friday, 3,150 people were rescued."),
      "Coast Guard, figures");
}

TEST(GivenFigures, AnEstimateHasAnOwner) {
  EXPECT_EQ(who_gives("77", "By the fire service's count, 77 vehicles were burned."),
            "count of fire service");
  EXPECT_EQ(who_gives("4.1", "The ministry's estimate of 4.1 million tonnes came as a surprise."),
            "estimate of ministry");
}

TEST(GivenFigures, ACountThatItsOwnerChanges) {
  EXPECT_EQ(who_gives("5,900", "The council has cut its estimate of the homeless to 5,900 from 6,500."),
            "council");
  EXPECT_EQ(who_gives("64", "Since then the inspectorate has revised its figure upwards, from 62 to 64."),
            "inspectorate");
  EXPECT_EQ(who_gives("58", "The coastguard's count had stood at 58 on Monday."), "count of coastguard");
  EXPECT_EQ(who_gives("640", "The charity arrives at 640 for the same year."), "charity");
}

TEST(GivenFigures, PutInOrToldAcrossASemicolon) {
  EXPECT_EQ(who_gives("three", "By the end of May, the council confirmed to us, it had bought three."),
            "council");
  EXPECT_EQ(who_gives("eight", "Most bodies were recovered, the report says; eight people are missing."),
            "report");
  EXPECT_EQ(
      who_gives("65", "At least 65 people died, according to figures released on Tuesday by the union."),
      "figures of union");
}

TEST(GivenFigures, GivenByOrExpected) {
  EXPECT_EQ(who_gives("1.1", "Imports were put by the bank at 1.1 million tonnes."), "bank");
  EXPECT_EQ(who_gives("640", "The 640 burglaries were counted by the police."), "police");
  EXPECT_EQ(who_gives("400", "The bank expects 400 closures."), "bank");
  EXPECT_EQ(who_gives("571", "The central bank, which does the sums, puts receipts at 571 million."),
            "central bank");
  EXPECT_EQ(who_gives("11,640", "Tickets sold for this season: 11,640, says the club."), "club");
}

TEST(GivenFigures, AtTheEndOfTheSentence) {
  EXPECT_EQ(
      who_gives("8,300", "The outbreak has infected 8,300 people, the Health Ministry said on Tuesday."),
      "Health Ministry");
  EXPECT_EQ(who_gives("31", "The mayor's office said 31 houses had been destroyed."), "mayor's office");
  EXPECT_EQ(who_gives("66", "A spokesman, Inspector Luis Ortega, said 66 people had been arrested."),
            "Luis Ortega, spokesman");
  EXPECT_EQ(who_gives("11", "Two were held, police said on Sunday, and 11 were still in custody."), "police");
}

TEST(GivenFigures, WhatABodyHasOnItsBooks) {
  EXPECT_EQ(who_gives("318", "We counted 377 thefts in May. The police have 318."), "police");
  EXPECT_EQ(who_gives("13", "The forest agency had on its books 13 attacks."), "forest agency");
  EXPECT_EQ(who_gives("318", "No other country had more than 318."), "");
  EXPECT_EQ(who_gives("318", "The police have 318 cars."), "");
}

TEST(GivenFigures, NamesThatNoListKnowsAndPlacesForTheirGovernments) {
  EXPECT_EQ(who_gives("87", "Ballot Watch noted 87 irregularities in May."), "Ballot Watch");
  EXPECT_EQ(who_gives("79,635", "Lisbon puts the number of people stopped at 79,635."), "Lisbon");
  EXPECT_EQ(who_gives("640", "Lisbon counted 640 burglaries in May."), "");
}

TEST(GivenFigures, AListAfterAColonAndWhatDocumentsShow) {
  EXPECT_EQ(who_gives("2.3 million", "The regulator has given two answers: 2.1 million, then 2.3 million."),
            "regulator");
  EXPECT_EQ(who_gives("731", "Police statistics show lower values (2020: 731)."),
            "police statistics of police");
  EXPECT_EQ(who_gives("240", "By our count 240 have started work."), "our count");
  EXPECT_EQ(who_gives("640",
                      "Fires killed 640 people, according to figures that the Department of Health put out."),
            "Department of Health, figures");
}

TEST(GivenFigures, WhatSomebodysFigureIs) {
  EXPECT_EQ(who_gives("49", "The ministry's figure is 49."), "figure of ministry");
  EXPECT_EQ(who_gives("53", "The bureau's figures are higher: 53."), "figures of bureau");
  EXPECT_EQ(who_gives("50", "The number of missing was given as 50 by the police."), "police");
  EXPECT_EQ(who_gives("56", "The ministry had earlier spoken of 56 victims."), "ministry");
}

TEST(GivenFigures, WhoseOfficersAndWhoseCount) {
  EXPECT_EQ(who_gives("11", "The council's own officers count 11 deaths."), "officers of council");
  EXPECT_EQ(who_gives("58", "The coast guard's own count stood at 58."), "count of coast guard");
  EXPECT_EQ(who_gives("40", "It will cost 40 million euros, according to the finance director, Ann Berg."),
            "Ann Berg, finance director");
  EXPECT_EQ(who_gives("19", "The ministry rejects the claim by a committee of relatives that 19 died."),
            "committee of relatives < ministry");
}

TEST(GivenFigures, BySomebodysCountOrSurvey) {
  EXPECT_EQ(who_gives("45", "By the reckoning of the union, 45 workers were dismissed."),
            "reckoning of union");
  EXPECT_EQ(who_gives("512", "By the count of the online register, 512 pieces are left."),
            "count of online register");
  EXPECT_EQ(who_gives("14", "In a survey by the University of Brann, 14 per cent of the riders fell ill."),
            "University of Brann, survey");
  EXPECT_EQ(who_gives("38", "The skippers see it differently: by their reckoning there were 38 groundings."),
            "skippers");
  EXPECT_EQ(who_gives("40", "In a report on the economy, 40 pages deal with exports."), "");
}

TEST(GivenFigures, WhatIsComparedOnAndWhatIsForeseen) {
  EXPECT_EQ(who_gives("61", "About 40 boats sank, according to the coast guard, down from 61 in 2021."),
            "coast guard");
  EXPECT_EQ(who_gives("400", "Analysts expect the group to need 400 million euros."), "analysts");
  EXPECT_EQ(who_gives("400", "The group expects to hire 400 people."), "");
  EXPECT_EQ(who_gives("11", "In all 11 were hurt and three were not, department data show."),
            "department data of department");
  EXPECT_EQ(who_gives("9", "Shops lost a day, said Tom Reilly (Ind), who says that it cost 9 million."),
            "Tom Reilly");
}

TEST(GivenFigures, ACountPastWhatHangsOnItAndAListForListeners) {
  EXPECT_EQ(who_gives("31", "The fire service's count of the winter's dead is 31, after 44 in 2021."),
            "count of fire service");
  EXPECT_EQ(
      who_gives("85", "Fifty people left, Ann Berg told reporters: 45 by retirement, 85 by resignation."),
      "Ann Berg");
}

TEST(GivenFigures, NumbersToldBackWithWhoseTheyAre) {
  EXPECT_EQ(who_gives("143", "That is 28 more than the 143 of the National Mine Centre."),
            "National Mine Centre");
  EXPECT_EQ(who_gives("2,400", "It was well below the 2,400 the operators give."), "operators");
  EXPECT_EQ(who_gives("1,146", "That is half of the 1,146 that the National Institute counted in May."),
            "National Institute");
  EXPECT_EQ(who_gives("640", "It differs from the 640 given by the ministry."), "ministry");
  EXPECT_EQ(who_gives("12,000", "The figure of 12,000 comes from the police."), "police");
  EXPECT_EQ(who_gives("12,000", "The 12,000 figure was supplied by the police."), "police");
  EXPECT_EQ(who_gives("640", "It differs from the 640 of last year."), "");
  EXPECT_EQ(who_gives("640", "He sold the 640 sheep that the farmers bred."), "");
}

TEST(GivenFigures, InBracketsForItsSentenceAlone) {
  const std::string text =
      "Wolves killed 312 sheep last year (Game Inspectorate, May 2023). Farmers got 94,000 francs.";
  EXPECT_EQ(who_gives("312", text), "Game Inspectorate");
  EXPECT_EQ(who_gives("94,000", text), "");
  EXPECT_EQ(who_gives("312", "Wolves killed 312 sheep last year (source: Game Inspectorate)."),
            "Game Inspectorate");
  EXPECT_EQ(who_gives("312", "Wolves killed 312 sheep in the valley (Lower Brann, May 2023)."), "");
}

TEST(GivenFigures, BesideWhatStandsForThem) {
  EXPECT_EQ(who_gives("6,720", "The health ministry has a higher number, 6,720 to the same day."),
            "health ministry");
  EXPECT_EQ(who_gives("600", "Police thought it nearer 600."), "police");
  EXPECT_EQ(who_gives("4,100", "By its own count the union lost 4,100 members."), "union");
  EXPECT_EQ(who_gives("690", "The Labour Ministry had 690 people on its list on 31 December."),
            "Labour Ministry");
  EXPECT_EQ(who_gives("112", "The rebels' 112 could not be confirmed."), "rebels");
}

TEST(GivenFigures, WordsThatAreEasilyTakenForOthers) {
  EXPECT_EQ(who_gives("14", "Exports fell to 14 tonnes, the Gem Exporters' Chamber said on Monday."),
            "Gem Exporters' Chamber");
  EXPECT_EQ(who_gives("40", "Some 40 per cent would leave, a survey by the teachers' union found."),
            "survey of teachers' union");
  EXPECT_EQ(who_gives("900", "More than 900 people fled on Friday, aid workers said by telephone."),
            "aid workers");
  EXPECT_EQ(who_gives("200", "The union fears that 200 jobs will go."), "union");
  EXPECT_EQ(who_gives("12", "Residents were told by the company that 12 wells were affected."), "company");
}

TEST(GivenFigures, WhereTheyComeFromToldBeside) {
  EXPECT_EQ(who_gives("912", "In all, 912 horses died. The figures come from the Racing Board."),
            "Racing Board");
  EXPECT_EQ(who_gives("38", "There were 38 deaths last year. That is what the inspectorate reported."),
            "inspectorate");
  EXPECT_EQ(who_gives("61%", "Among 1,200 tenants polled by the union, 61% said rents were too high."),
            "union");
  EXPECT_EQ(who_gives("98", "If the foundation is to be believed, 98 people were deported."), "foundation");
  EXPECT_EQ(who_gives("312", "When rangers last counted, in 2021, there were 312 elephants."), "rangers");
  EXPECT_EQ(who_gives("63", "The paper, citing a doctor, put the number of dead at 63."), "paper < doctor");
  EXPECT_EQ(who_gives("11", "It began with the bureau's count for May: 11 attacks."), "count of bureau");
  EXPECT_EQ(who_gives("98", "The ministry on Friday raised the toll to 98."), "ministry");
  EXPECT_EQ(who_gives("912", "In all, 912 horses died. The horses come from the Racing Board."), "");
}

TEST(GivenFigures, BehindAWholeClause) {
  EXPECT_EQ(who_gives("21", "Seven were men and 21 were children, the inquiry established."), "inquiry");
  EXPECT_EQ(who_gives("640", "Reporting members of the league sold 640 boats, the league said."), "league");
  EXPECT_EQ(who_gives("640", "When members of the league sold 640 boats, the league learned."), "");
}

TEST(GivenFigures, ByListsCentresAndDocumentsWithAnAside) {
  EXPECT_EQ(
      who_gives("640",
                "Some 640 boats were lost, the harbour office's annual report, presented today, shows."),
      "annual report of harbour office");
  EXPECT_EQ(
      who_gives("915", "The council's own lists, which we were allowed to see, have 915 girls among them."),
      "council");
  EXPECT_EQ(who_gives("873", "The national fever centre confirmed 873 cases in May."),
            "national fever centre");
  EXPECT_EQ(who_gives("11", "It began with the bureau's count for the first quarter: 11 attacks."),
            "count of bureau");
  EXPECT_EQ(
      who_gives("61",
                "Last year 61 mills closed. That is the outcome of the survey which the guild carries out "
                "among 90 towns."),
      "guild");
  EXPECT_EQ(
      who_gives("61", "Last year 61 mills closed. That is the outcome of a long dispute with the guild."),
      "");
}

TEST(GivenFigures, ByWhoseVersionItIsAndWhoCountsOnIt) {
  EXPECT_EQ(who_gives("55", "The company's version is 55: 31 who stay and 24 who go."), "company");
  EXPECT_EQ(who_gives("17", "The plan is 17 pages long."), "");
  EXPECT_EQ(who_gives("2.4", "The lobby had counted on 2.4 million tonnes."), "lobby");
  EXPECT_EQ(who_gives("5", "The guild reckons with repairs of 5 million."), "guild");
}

TEST(GivenFigures, ByAnOfficeNamedBeforeItsSpeaker) {
  const std::string text =
      "Eleven were men and two were children, a spokesman for the harbour office, Anders Lind, said.";
  EXPECT_EQ(who_gives("Eleven", text), "Anders Lind, spokesman of harbour office");
  EXPECT_EQ(who_gives("two", text), "Anders Lind, spokesman of harbour office");
  EXPECT_EQ(who_gives("40", "What worries us is that 40 samples were lost."), "");
}

}  // namespace
}  // namespace tally
