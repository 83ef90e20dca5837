#include "claim/sentence_cues.h"

#include <gtest/gtest.h>

#include <string>

#include "text/stages.h"

namespace tally {
namespace {

Cues cues_in(const std::string& text) {
  Article article(text);
  article.blocks.push_back({.span = {0, static_cast<std::uint32_t>(text.size())}});
  find_sentences(article);
  find_tokens(article);
  return cues_of(article, {0, static_cast<Index>(article.tokens.size())});
}

TEST(SentenceCues, AreThoseOfAnyWord) {
  EXPECT_TRUE(cues_in("The office hasn’t said when.").has(Cue::silence));
  EXPECT_TRUE(cues_in("Nor did the mayor.").has(Cue::silence));
  EXPECT_FALSE(cues_in("The office said when.").has(Cue::silence));
  const Cues lowest = cues_in("It was the lowest since 2011.");
  EXPECT_TRUE(lowest.has(Cue::rank));
  EXPECT_TRUE(lowest.has(Cue::reach));
  EXPECT_FALSE(lowest.has(Cue::than));
  const Cues plain = cues_in("Forty ships called in May.");
  EXPECT_TRUE(plain.has(Cue::within));
  EXPECT_FALSE(plain.has(Cue::rank));
  EXPECT_FALSE(plain.has(Cue::reach));
}

}  // namespace
}  // namespace tally
