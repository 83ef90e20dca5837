// Places right behind an extreme → comparisons with a rank:
//
//   "the second-highest total ever recorded"         highest, rank 2
//   "Only in 2009 were fewer cars sold."             lowest, rank 2
//   "Only twice since 1950 has the river been higher"  highest, rank 3, since 1950
#include <algorithm>
#include <optional>
#include <utility>

#include "base/characters.h"
#include "claim/comparison_finder.h"
#include "text/vocabulary.h"

namespace tally {

bool ComparisonFinder::is_ranked(Index token) const {
  const Index begin =
      article_.sentences[article_.chunks[chunk_at(article_, article_.tokens[token].span.begin)].sentence]
          .tokens.begin;
  for (Index back = 1; back <= 3 && token >= begin + back; ++back) {
    const Token& before = article_.tokens[token - back];
    const Spelling word = lower(article_, before);
    if (is(before, WordClass::ordinal) && word != "first") return true;
    if (word == "among" || word == "next") return true;
    if (word == "of" && token >= begin + back + 1 &&
        lower(article_, article_.tokens[token - back - 1]) == "one")
      return true;
    if (before.kind == TokenKind::punctuation && word != "-") return false;
  }
  return false;
}

// "the [second]-highest", "the [third] lowest": straight before the superlative.
std::optional<std::int32_t> ComparisonFinder::rank_at(Index token) const {
  if (token == 0) return std::nullopt;
  Index nth = token - 1;
  if (nth > 0 && equals_lower(article_.text(article_.tokens[nth]), "-")) --nth;
  const Token& ordinal = article_.tokens[nth];
  if (!is(ordinal, WordClass::ordinal) || equals_lower(article_.text(ordinal), "first")) return std::nullopt;
  return number_in(ordinal.span);
}

// A superlative that a rank stands before, held against times: "the third-busiest day since 2010"; no "second
// largest town".
void ComparisonFinder::read_ranked(Index chunk, std::string sense, std::int32_t rank) {
  if (span_after(chunk) == kNone && !says_ever(chunk)) return;
  add(chunk, std::move(sense), false);
  article_.claims.back().comparison->rank = rank;
}

// How many times it was so before: "only [in 2009 and 2012]", "only [twice]"; 0 where none are told.
std::int32_t ComparisonFinder::times_told(Range tokens) const {
  const Spelling word = lower(article_, article_.tokens[tokens.begin]);
  if (word == "once") return 1;
  if (word == "twice") return 2;
  if (tokens.size() > 1 && lower(article_, article_.tokens[tokens.begin + 1]) == "times")
    return number_in(article_.tokens[tokens.begin].span).value_or(0);
  if (word != "in") return 0;
  std::int32_t times = 0;
  for (const Mention& date : Scene::starting_in(article_.dates, article_.span_of(tokens)))
    times += date.kind == MentionKind::date && date.period ? 1 : 0;
  return times;
}

void ComparisonFinder::read_only_then(Range tokens) {
  constexpr Index kWords = 16;  // from "only" to the comparative
  const Index end = std::min(tokens.begin + kWords, tokens.end);
  Index verb = tokens.begin + 1;
  while (verb < end && article_.tokens[verb].pos != Pos::aux && !is_verb(article_.tokens[verb].tag) &&
         article_.tokens[verb].kind != TokenKind::punctuation)
    ++verb;
  if (verb >= end || verb == tokens.begin + 1 || article_.tokens[verb].kind == TokenKind::punctuation) return;
  const std::int32_t times = times_told({tokens.begin + 1, verb});
  Index more = verb;
  while (times > 0 && more < end && article_.tokens[more].kind != TokenKind::punctuation &&
         !is_bare_comparative(tokens, more))
    ++more;
  if (times == 0 || more >= end || article_.tokens[more].kind == TokenKind::punctuation) return;
  const Index chunk = chunk_at(article_, article_.tokens[more].span.begin);
  if (chunk == kNone || is_told(article_.tokens[more].span)) return;
  ComparisonDetail detail;
  detail.sense = is_of_less(more) ? "lowest" : "highest";
  detail.rank = times + 1;
  for (Index t = tokens.begin; t < verb; ++t) {
    const bool since = equals_lower(article_.text(article_.tokens[t]), "since");
    if (const Mention* date = since ? date_since({tokens.begin, verb}, t) : nullptr; date != nullptr)
      detail.since = Period::of(date->period->from);
  }
  add_claim(chunk, std::move(detail), article_.span_of({tokens.begin, more + 1}), ~0U);
  // The years in which it was so are no time of what is compared with them.
  Claim& claim = article_.claims.back();
  const Mention* date = scene_.date_in(article_.span_of({tokens.begin, verb}));
  if (date != nullptr && date->period) drop_time(claim, *date->period);
}

}  // namespace tally
