// The tagger and the tokeniser held against the development part of UD English-EWT, where that
// stands beside the project; the bounds lie just below what docs/measurements.md states.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <set>

#include "tagger/conllu.h"
#include "text/stages.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

const std::string kDev = TALLY_SOURCE_DIR "/../shared/evals/ud-ewt/en_ewt-ud-dev.conllu";

class TaggerAccuracy : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kDev)) {
      GTEST_SKIP() << "SKIPPED ALOUD: UD English-EWT is not beside the project; accuracy was not checked";
    }
    gold_ = read_conllu(kDev);
  }
  std::vector<GoldSentence> gold_;
};

double percent(std::size_t part, std::size_t whole) {
  return 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

TEST_F(TaggerAccuracy, OnGoldTokens) {
  std::size_t all = 0;
  std::size_t pos = 0;
  std::size_t tag = 0;
  std::size_t lemmas = 0;
  for (const auto& sentence : gold_) {
    auto article = article_of(sentence.forms);
    tag_tokens(article);
    for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
      const auto& token = article.tokens[i];
      ++all;
      pos += token.pos == sentence.pos[i] ? 1 : 0;
      tag += token.tag == sentence.tags[i] ? 1 : 0;
      lemmas += lemma(article, token) == sentence.lemmas[i] ? 1 : 0;
    }
  }
  std::cout << "gold tokens: UPOS " << percent(pos, all) << ", XPOS " << percent(tag, all) << ", lemma "
            << percent(lemmas, all) << " %\n";
  EXPECT_GE(percent(pos, all), 95.6);
  EXPECT_GE(percent(tag, all), 94.9);
}

// F1 over the words whose characters are cut out alike, and of those that also have the right tag.
TEST_F(TaggerAccuracy, OnOwnTokens) {
  std::size_t gold = 0;
  std::size_t own = 0;
  std::size_t same = 0;
  std::size_t right = 0;
  for (const auto& sentence : gold_) {
    Article article(sentence.text);
    find_sentences(article);
    find_tokens(article);
    tag_tokens(article);
    // Words are named by the characters before them, spaces left out.
    std::set<std::tuple<std::size_t, std::size_t, int>> words;
    std::size_t at = 0;
    for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
      words.emplace(at, sentence.forms[i].size(), static_cast<int>(sentence.pos[i]));
      at += sentence.forms[i].size();
    }
    gold += sentence.forms.size();
    own += article.tokens.size();
    at = 0;
    for (const auto& token : article.tokens) {
      const auto size = token.span.size();
      const auto found = words.lower_bound({at, size, -1});
      if (found != words.end() && std::get<0>(*found) == at && std::get<1>(*found) == size) {
        ++same;
        right += std::get<2>(*found) == static_cast<int>(token.pos) ? 1 : 0;
      }
      at += size;
    }
  }
  const auto f1 = [&](std::size_t found) { return percent(2 * found, gold + own); };
  std::cout << "own tokens: F1 of words " << f1(same) << ", with UPOS " << f1(right) << " %\n";
  EXPECT_GE(f1(same), 98.1);
  EXPECT_GE(f1(right), 93.8);
}

}  // namespace
}  // namespace tally
