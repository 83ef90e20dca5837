// Statements and who makes them, in sentences of our own.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "claim/read_for_test.h"

namespace tally {
namespace {

// "speaker (role, of): content | …" of every statement, in order.
std::string said(const std::string& text) {
  const Article article = read_to_statements(text);
  std::string all;
  for (const Claim& claim : article.claims) {
    if (claim.kind != ClaimKind::statement || claim.rule == kStatementPart) continue;
    if (!all.empty()) all += " || ";
    if (claim.speaker) {
      all += claim.speaker->name;
      if (!claim.speaker->role.empty())
        all += " (" + claim.speaker->role + (claim.speaker->of.empty() ? "" : ", " + claim.speaker->of) + ")";
    }
    for (const Span content : claim.content) all += " : " + std::string(article.text(content));
  }
  return all;
}

TEST(Statements, OfficesBodiesAndWhatTheyAreFor) {
  EXPECT_EQ(
      said("The Secretary of State for Work and Pensions, Mel Brand, told MPs that claims had been lost."),
      "Mel Brand (Secretary of State for Work and Pensions) : that claims had been lost");
  EXPECT_EQ(
      said("“Nobody came,” said Ann Berg, director of policy and research at the Institute for Schools."),
      "Ann Berg (director of policy and research, Institute for Schools) : “Nobody came,”");
  EXPECT_EQ(said("Ann Berg, head of Italy's civil protection agency, said villages were cut off."),
            "Ann Berg (head, Italy's civil protection agency) : villages were cut off");
  EXPECT_EQ(said("A union, Care Together, says that one in ten was done by others."),
            "Care Together (union) : that one in ten was done by others");
  EXPECT_EQ(said("The operator of the home, Sorrel Care, says that nobody was hurt."),
            "Sorrel Care (operator) : that nobody was hurt");
  EXPECT_EQ(said("The boat sank, said North Holland mayor Ann Berg."), "Ann Berg (mayor) : The boat sank");
  EXPECT_EQ(said("Jim Orr spokesman Lee Mann said that 12 had died."),
            "Lee Mann (spokesman) : that 12 had died");
  EXPECT_EQ(said("One of them, Lena Brook, said she had heard a bang."), "Lena Brook : she had heard a bang");
  EXPECT_EQ(
      said("The finance chief denied that officers had locked the gate and said they had done nothing."),
      " (finance chief) : that officers had locked the gate ||  (finance chief) : they had done nothing");
  EXPECT_EQ(said("The union's spokesman, Ivo Hradek, accused her of hiding behind the law."),
            "Ivo Hradek (spokesman, union) : of hiding behind the law");
}

TEST(Statements, WhoIsMeantByPronounsRolesAndWordsWithoutAVerb) {
  EXPECT_EQ(said("Last week I met a woman who had waited for months. “They told me nothing,” she said."),
            " (woman) : “They told me nothing,”");
  EXPECT_EQ(said("Bolan was among the first to leave. “I had nothing left,” he says."),
            "Bolan : “I had nothing left,”");
  EXPECT_EQ(said("Rosa Tell keeps a shop. “It was like thunder,” the 41-year-old said."),
            "Rosa Tell : “It was like thunder,”");
  EXPECT_EQ(said("The Minister of Energy, Karl Stam, was there. “It is a start,” the Minister declared."),
            "Karl Stam (Minister, Energy) : “It is a start,”");
  EXPECT_EQ(said("Nils Aas, 44, a teacher: “I paid for it twice.”"),
            "Nils Aas (teacher) : “I paid for it twice.”");
  EXPECT_EQ(said("The owners “do not discuss such matters”."), " (owners) : “do not discuss such matters”");
  EXPECT_EQ(said("For Nils Aas, the head of the union, it is “a joke without a punch line”."),
            "Nils Aas (head, union) : “a joke without a punch line”");
  EXPECT_EQ(said("The dish is known as “the poor man's roast of the hills”."), "");
  EXPECT_EQ(said("For Nils Aas, the head of the union, the trip was short."), "");
  EXPECT_EQ(said("“They give you a paper,” says one of them."), " (one of them) : “They give you a paper,”");
  EXPECT_EQ(said("Without it, Ann Berg told us, the clinic would close."),
            "Ann Berg : Without it : the clinic would close");
  EXPECT_EQ(said("A spokesman, Colonel Jon Tor, blamed rebels and said that three men had died."),
            "Jon Tor (spokesman) : rebels || Jon Tor (spokesman) : that three men had died");
}

TEST(Statements, RolesBesideNamesAndTheirBodies) {
  EXPECT_EQ(said("“The worst is over,” claimed guild chairman Ivo Tarn, addressing reporters at the mill."),
            "Ivo Tarn (guild chairman) : “The worst is over,”");
  EXPECT_EQ(said("The Director-General of the board, Dr. Anton Reel, said the number was low."),
            "Anton Reel (Director-General, board) : the number was low");
  EXPECT_EQ(said("“We have keys,” said Inspector Paul Reeve of the Harbour Police."),
            "Paul Reeve (Inspector, Harbour Police) : “We have keys,”");
  EXPECT_EQ(said("“The goat is sold,” said Ann Berg, who directs the water office."),
            "Ann Berg (director, water office) : “The goat is sold,”");
  EXPECT_EQ(said("The Guild of Millers objects. “We lost nine mills. Two burned down,” said its president, "
                 "Ivo Tarn."),
            "Ivo Tarn (president, Guild of Millers) : “We lost nine mills. Two burned down,”");
}

TEST(Statements, SignedQuotationsAndWordsQuotedInPassing) {
  EXPECT_EQ(said("“It is a disgrace.” — Tom Harris, head teacher"),
            "Tom Harris (head teacher) : “It is a disgrace.”");
  EXPECT_EQ(said("“It is a disgrace.”\n- Tom Harris, head teacher"),
            "Tom Harris (head teacher) : “It is a disgrace.”");
  EXPECT_EQ(said("Ann Berg, the firm's director, apologised “without an if or a but”."),
            "Ann Berg (director, firm) : “without an if or a but”");
  EXPECT_EQ(said("Asked whether she would go, the mayor said: “No.”"), " (mayor) : “No.”");
  EXPECT_EQ(said("“No one helped,” said a man who gave his name only as Idris."),
            "Idris (man) : “No one helped,”");
  EXPECT_EQ(said("Neither side has said when it will open."), "");
}

TEST(Statements, DirectSpeechWithItsSpeakerBeforeAfterAndBetween) {
  EXPECT_EQ(said("“We lost the whole harvest,” said Ana Pereira, a farmer."),
            "Ana Pereira (farmer) : “We lost the whole harvest,”");
  EXPECT_EQ(said("Ana Pereira said: “We lost the whole harvest.”"),
            "Ana Pereira : “We lost the whole harvest.”");
  EXPECT_EQ(said("“We lost it,” Ana Pereira said. “Nobody came to help.”"),
            "Ana Pereira : “We lost it,” : “Nobody came to help.”");
}

TEST(Statements, RolesAndBodiesOfSpeakers) {
  EXPECT_EQ(said("A lawyer for the company said that nobody had asked."),
            " (lawyer, company) : that nobody had asked");
  EXPECT_EQ(said("“We counted,” said Ann Berg of the charity Open Water."), "Ann Berg : “We counted,”");
  EXPECT_EQ(said("“We counted,” presiding judge Ann Berg said."),
            "Ann Berg (presiding judge) : “We counted,”");
  EXPECT_EQ(said("“We counted,” Ann Berg, who has been mayor of Alm since 2015, said."),
            "Ann Berg (mayor, Alm) : “We counted,”");
  EXPECT_EQ(said("“We counted,” said Ann Berg of the teachers' union."), "Ann Berg : “We counted,”");
  EXPECT_EQ(said("“We counted,” said Ann Berg, head of human resources."),
            "Ann Berg (head of human resources) : “We counted,”");
  EXPECT_EQ(said("“We counted,” said Ann Berg, who heads the water office."),
            "Ann Berg (head, water office) : “We counted,”");
  EXPECT_EQ(said("Farmer Ann Berg, 68, sold nine cows. “It is over,” she said."),
            "Ann Berg (Farmer) : “It is over,”");
}

TEST(Statements, APronounIsWhoTheSentenceBeforeIsAbout) {
  EXPECT_EQ(said("The minister, Ann Berg, was angry with Tom Hale. “It is over,” she said."),
            "Ann Berg (minister) : “It is over,”");
  EXPECT_EQ(said("Ann Berg told the house that Tom Hale's people were late. “It is over,” she said."),
            "Ann Berg : that Tom Hale's people were late || Ann Berg : “It is over,”");
}

TEST(Statements, WhoIsDescribedByWhatHeTellsSaysNothing) {
  EXPECT_EQ(said("They jailed reporters writing about the dam."), "");
  EXPECT_EQ(said("Those who report them are afraid."), "");
  EXPECT_EQ(said("The year has also seen a rise in thefts."), "");
  EXPECT_EQ(said("While the office says that thefts fell, shops count more of them."),
            " (office) : that thefts fell");
}

TEST(Statements, WhatIsSaidInAnotherSentenceIsAClaimOfItsOwn) {
  const Article article = read_to_statements("“We lost it,” Ana Pereira said. “Nobody came to help.”");
  ASSERT_EQ(article.claims.size(), 2U);
  EXPECT_EQ(article.claims[1].rule, kStatementPart);
  EXPECT_EQ(article.text(article.claims[1].quote), "“Nobody came to help.”");
  EXPECT_EQ(article.claims[1].speaker->name, "Ana Pereira");
}

TEST(Statements, WhoTheSentenceIsAboutSpeaksWhatItsColonOpens) {
  EXPECT_EQ(said("Ana Pereira, a farmer, put it best: “They sent us forms and no seed.”"),
            "Ana Pereira (farmer) : “They sent us forms and no seed.”");
  EXPECT_EQ(said("“Go home and stay there,” the actress Lena Brandt shouted to the crowd."),
            "Lena Brandt (actress) : “Go home and stay there,”");
}

TEST(Statements, ThingsAndCountsSayNothing) {
  EXPECT_EQ(said("The strait has claimed 52 lives."), "");
  EXPECT_EQ(said("Ukraine reported the highest number of cases."), "");
}

TEST(Statements, ReportedSpeech) {
  EXPECT_EQ(said("The Ministry of Health said on Monday that cases fell by a fifth."),
            "Ministry of Health : that cases fell by a fifth");
  EXPECT_EQ(said("Cases fell by a fifth last week, officials said."),
            " (officials) : Cases fell by a fifth last week");
  EXPECT_EQ(said("According to the Ministry of Health, cases fell by a fifth."),
            "Ministry of Health : cases fell by a fifth");
}

TEST(Statements, PronounsAndShortNamesGoBackToTheLastFittingPerson) {
  EXPECT_EQ(said("“The road is closed,” said Ana Pereira, a farmer. “It will stay so,” she said."),
            "Ana Pereira (farmer) : “The road is closed,” || Ana Pereira (farmer) : “It will stay so,”");
}

TEST(Statements, ARoleSpeaksForItsBody) {
  EXPECT_EQ(said("A spokesperson for the Ministry of Health told Reuters that cases fell."),
            "Ministry of Health (spokesperson) : that cases fell");
}

TEST(Statements, QuotesHoldContentAndCueInAFewHundredLetters) {
  std::string text = "The mayor said that the bridge ";
  for (int i = 0; i < 60; ++i) text += "and the old road ";
  text += "were closed.";
  const Article article = read_to_statements(text);
  for (const Claim& claim : article.claims) EXPECT_LE(claim.quote.size(), 400U);
}

TEST(Statements, WhoAnswersByTheHundredSaysNothing) {
  EXPECT_EQ(said("Of 1,130 workers asked, 352 said yes."), "");
  EXPECT_EQ(said("The owner, Berg Tours, was fined. About 61 percent said they were angry."), "");
}

TEST(Statements, APronounIsNoBody) {
  const Article article = read_to_statements(
      "The coach firm, Velja Tours, was searched. Its owner was freed. He denied that drivers were tired.");
  const Claim* claim = first_claim(article, ClaimKind::statement);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->speaker->role, "owner");
}

TEST(Statements, APronounIsWhoIsCalledSo) {
  const Article article = read_to_statements(
      "Ann Berg found her brother on Monday. Ivo was fifteen. “He wanted to see it,” she told us.");
  const Claim* claim = first_claim(article, ClaimKind::statement);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->speaker->name, "Ann Berg");
}

TEST(Statements, APronounIsWhomAParagraphTellsOf) {
  const auto speaker = [](const std::string& text) {
    const Article article = read_to_statements(text);
    const Claim* claim = first_claim(article, ClaimKind::statement);
    return claim == nullptr ? std::string() : claim->speaker->name;
  };
  EXPECT_EQ(
      speaker("Ann Berg drove to the coast and her son slept. Both are well.\n“It rained,” she told us."),
      "Ann Berg");
  EXPECT_EQ(
      speaker("They owe it to a guard, Ann Berg, who held the gate with her hands.\n“I stood,” she said."),
      "Ann Berg");
}

TEST(Statements, AKickerSpeaksNot) {
  EXPECT_EQ(said("EMPTY BEDS: inns count their losses"), "");
}

TEST(Statements, ARoleToldBeforeIsThatPerson) {
  EXPECT_NE(said("“It is over,” said Ann Berg, a nurse. “It was late,” the nurse said.")
                .find("Ann Berg (nurse) : “It was late,”"),
            std::string::npos);
}

// The last quotation of a report goes on with a paragraph whose mark is never closed.
TEST(Statements, NothingFollowsTheLastQuotation) {
  EXPECT_EQ(said("“We left at once,” Ann Berg said.\n\n“It was dark that night.\n\n“Nobody came to us"),
            "Ann Berg : “We left at once,” || Ann Berg : “It was dark that night.");
}

TEST(Statements, WhomAParagraphHasTurnedTo) {
  const std::string before = "“It is over,” said Dev Nair, the council's leader.\n\n";
  const auto last = [&](const std::string& text) {
    const std::string all = said(before + text);
    return all.substr(all.rfind(" || ") + 4);
  };
  EXPECT_EQ(last("For Kay Lyle, who grew up there, it comes too late. “They had my file,” she says."),
            "Kay Lyle : “They had my file,”");
  EXPECT_EQ(
      last("Visitors stayed away and its director, Tunde Salako, resigned in May. He had been there for a "
           "year. “A museum without light is a warehouse,” he said."),
      "Tunde Salako (director) : “A museum without light is a warehouse,”");
  EXPECT_EQ(last("A swimmer opens the door. She has done this often. “You again,” she says."),
            " (swimmer) : “You again,”");
  EXPECT_EQ(last("Lena Marsh nods. “I have nothing to lose.”"), "Lena Marsh : “I have nothing to lose.”");
  EXPECT_EQ(said("The bridge stayed shut. “I have nothing to lose.”"), "");
  EXPECT_EQ(
      last("Mette Dahl, a 31-year-old teacher, came out. It had taken six minutes. “I paid,” she said."),
      "Mette Dahl (teacher) : “I paid,”");
  EXPECT_EQ(last("Tõnis, a farmer from the south, had driven since dawn. “I sold two cows,” he said."),
            "Tõnis (farmer) : “I sold two cows,”");
}

TEST(Statements, NobodyIsCalledOtherwiseThanHeIs) {
  EXPECT_EQ(said("Ms Anna Berg said it was over. Four officers were hurt. “Nobody won,” he said."),
            "Anna Berg : it was over ||  : “Nobody won,”");
  EXPECT_EQ(
      said("The prosecutor, Ana Ruiz, spoke first. “There is proof,” she said. Defence lawyer Tom Veal "
           "smiled. “There is none,” he said. “There is plenty,” she said."),
      "Ana Ruiz (prosecutor) : “There is proof,” || Tom Veal (Defence lawyer) : “There is none,” || Ana "
      "Ruiz (prosecutor) : “There is plenty,”");
}

TEST(Statements, WordsTheirOwnersAndDenials) {
  EXPECT_EQ(said("It is, in the words of the speaker, “a first step that costs nothing”."),
            " (speaker) : “a first step that costs nothing”");
  EXPECT_EQ(said("Ana Reyes called on ministers to act. “Enough reports,” was her message on Friday."),
            "Ana Reyes : on ministers to act || Ana Reyes : “Enough reports,”");
  EXPECT_EQ(said("Kyle Odu, 19, making only his second start: “I closed my eyes and hit it.”"),
            "Kyle Odu : “I closed my eyes and hit it.”");
  EXPECT_EQ(said("The firm denied breaking the law."), " (firm) : breaking the law");
  EXPECT_EQ(said("Doyle denied all 11 counts."), "Doyle : all 11 counts");
  EXPECT_EQ(said("The court denied bail."), "");
}

TEST(Statements, WhoseOfficeItIs) {
  EXPECT_EQ(said("“No,” said Pavel Ronde, the head of the centre."), "Pavel Ronde (head, centre) : “No,”");
  EXPECT_EQ(said("“No,” said Ann Berg, president of the cabin and ground union CGU."),
            "Ann Berg (president, CGU) : “No,”");
  EXPECT_EQ(said("The company's finance chief Ann Berg said it was over."),
            "Ann Berg (finance chief, company) : it was over");
  EXPECT_EQ(said("The Managing Director, Dr Ann Berg, opened the yard. “It works,” said Dr Berg."),
            "Ann Berg (Managing Director) : “It works,”");
  EXPECT_EQ(
      said("Tamba District Hospital had six vials. “We needed forty,” said the medical superintendent, Dr "
           "Elijah Sako."),
      "Elijah Sako (medical superintendent, Tamba District Hospital) : “We needed forty,”");
}

TEST(Statements, WhoeverIsShownBeforeTheWords) {
  EXPECT_EQ(said("Ann Berg shook her head. “It cannot go on like this.”"),
            "Ann Berg : “It cannot go on like this.”");
  EXPECT_EQ(said("Ann Berg opened the shop in May. “It cannot go on like this.”"), "");
  EXPECT_EQ(said("Ann Berg was in the laundry. She ran for the stairs. “I could not see my hand.”"),
            "Ann Berg : “I could not see my hand.”");
}

TEST(Statements, WhoHasTheFloorAndWhoseNameOpensASentence) {
  EXPECT_EQ(said("Ann Berg (opposition) has the floor and holds up a paper. “The sale has fallen by half!”"),
            "Ann Berg : “The sale has fallen by half!”");
  EXPECT_EQ(said("Minister Karl Wallin came late. The room was full. Wallin: the pumps have failed."),
            "Karl Wallin (Minister) : the pumps have failed");
}

TEST(Statements, TurnsOfATranscript) {
  EXPECT_EQ(said("With us is Ann Berg, who runs the mill.\n\nANN BERG: Good day. Forty last year."),
            "Ann Berg : Good day. Forty last year.");
  EXPECT_EQ(said("With us is Ann Wallin, who runs the mill.\n\nWALLIN: The fourth. It goes on."),
            "Ann Wallin : The fourth. It goes on.");
}

TEST(Statements, BodiesWithoutAName) {
  EXPECT_EQ(said("“It has settled,” said Lone Berg, chief consultant at the statistics office."),
            "Lone Berg (chief consultant, statistics office) : “It has settled,”");
  EXPECT_EQ(said("“Nobody slept,” said Anton Rewi, who leads the service's operation."),
            "Anton Rewi (leader, service) : “Nobody slept,”");
}

}  // namespace
}  // namespace tally
