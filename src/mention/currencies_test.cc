// Whose pesos, francs and shillings an article means.
#include <gtest/gtest.h>

#include <string>

#include "mention/stages.h"
#include "text/stages.h"

namespace tally {
namespace {

// Value and unit of the first sum.
std::string sum(const std::string& text) {
  Article article(text);
  article.info.language = "en";
  article.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
  find_sentences(article);
  find_tokens(article);
  find_amounts(article, {});
  tag_tokens(article);
  find_names(article);
  find_currencies(article);
  for (const Mention& amount : article.amounts) {
    if (amount.kind == MentionKind::money) return amount.value->best->to_string() + " " + amount.unit;
  }
  return {};
}

TEST(Currencies, AreThoseOfTheCountriesNamed) {
  EXPECT_EQ(sum("Officials in Manila paid 40,000 pesos."), "40000 PHP");
  EXPECT_EQ(sum("The bridge in Cameroon cost 3 million francs."), "3000000 XAF");
  EXPECT_EQ(sum("In Uganda a loaf costs Sh5,200."), "5200 UGX");
  EXPECT_EQ(sum("Traders in Lahore asked Rs 3.4 lakh."), "340000 PKR");
}

TEST(Currencies, AreThoseThatTheArticlePrints) {
  EXPECT_EQ(sum("It fell 15 sen. The fund holds RM20 million."), "0.15 MYR");
  EXPECT_EQ(sum("It paid 900 Swiss francs in Paris."), "900 CHF");
}

TEST(Currencies, ADollarBesideUsDollarsIsTheCountrys) {
  EXPECT_EQ(sum("The fund in Sydney, Australia, lost $40 million. Australians paid US$3 million more."),
            "40000000 AUD");
  EXPECT_EQ(sum("The fund in Sydney, Australia, lost $40 million."), "40000000 USD");
}

TEST(Currencies, KeepTheirNameWhereNothingTellsWhoseTheyAre) {
  EXPECT_EQ(sum("The bond raised 280 million francs."), "280000000 franc");
  EXPECT_EQ(sum("It fell 15 sen."), "15 sen");
  EXPECT_EQ(sum("The clinic asked for Sh900,000."), "900000 KES");
  EXPECT_EQ(sum("He would not give a penny."), "1 penny");
  EXPECT_EQ(sum("He would not give a penny in Ohio."), "0.01 USD");
  EXPECT_EQ(sum("Shares fell a penny to 32p."), "0.01 GBP");
}

}  // namespace
}  // namespace tally
