// tokens → amounts: numbers, ordinals, percentages, money, quantities, ranges, by the grammar of the
// article's language (lexicon/<language>/mention). Entry: find_amounts.
//
//   "more than 1.2 million people"   number >1200000 "1.2 million"
#include <array>

#include "mention/grammar.h"
#include "mention/number_functions.h"
#include "mention/stages.h"

namespace tally {
namespace {

using grammar::Chart;
using grammar::Item;
using grammar::Meaning;

constexpr std::array<std::string_view, 4> kGrammars = {"numbers", "units", "money", "amounts"};

const grammar::Grammar* grammar_for(const Article& article, const ReadOptions& options) {
  const std::string& language = options.language.empty() ? article.info.language : options.language;
  return grammar::grammar_of(language.empty() ? "en" : language, kGrammars, grammar::number_functions());
}

void add_item(Article& article, const Chart& chart, const Item& item) {
  const std::string_view kind = chart.grammar().text(item.kind);
  Mention mention;
  if (kind == "ordinal") {
    mention.kind = MentionKind::ordinal;
  } else if (kind != "number") {
    return;
  }
  const Meaning& meaning = chart.meaning(item);
  mention.span = article.span_of({item.begin, item.end});
  mention.extent = mention.span;
  mention.value = Value::exact(meaning.number, meaning.step);
  mention.rule = chart.grammar().rule_name(item.rule);
  article.amounts.push_back(std::move(mention));
}

}  // namespace

void find_amounts(Article& article, const ReadOptions& options) {
  article.amounts.clear();
  const grammar::Grammar* grammar = grammar_for(article, options);
  if (grammar == nullptr) return;
  Chart chart(*grammar);
  for (const Sentence& sentence : article.sentences) {
    chart.parse(article, sentence.tokens);
    for (const std::uint32_t top : chart.tops()) add_item(article, chart, chart.item(top));
  }
}

}  // namespace tally
