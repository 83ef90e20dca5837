// Runs of steps told around another word than the verb → comparisons:
//
//   "a third season of growth in a row"                    rising, 3 steps
//   "For the second year running the museum drew fewer"    falling, 2 steps
//   "every year lower than the one before"                 falling at each step
#include <algorithm>
#include <string>
#include <utility>

#include "base/characters.h"
#include "claim/comparison_finder.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kBefore = 8;   // words between a step's number and the words that say it goes on
constexpr Index kBehind = 12;  // words behind them in which the direction stands

bool is_any_of(const Token& word, std::initializer_list<WordClass> classes) {
  return std::ranges::any_of(classes, [&](WordClass c) { return is(word, c); });
}

}  // namespace

// Which way one word says that something goes; nothing where it is a name or a time.
Direction ComparisonFinder::way_of(Index token) const {
  const Token& word = article_.tokens[token];
  const bool more = word.tag == Tag::jjr || word.tag == Tag::rbr;
  if (more && is_any_of(word, {WordClass::up_adjective, WordClass::comparative_up})) return Direction::up;
  if (more && is_any_of(word, {WordClass::down_adjective, WordClass::comparative_down}))
    return Direction::down;
  // "inflation": a rate, which may fall.
  if (lemma(article_, word) == "inflation") return Direction::unknown;
  // "came down", "went up"
  if (token > 0 && is_verb(article_.tokens[token - 1].tag)) {
    static constexpr NamedWords kMoving = {"come", "go", "move", "head", "edge", "creep"};
    const std::string_view text = article_.text(word);
    const bool moves = kMoving.contains(lemma(article_, article_.tokens[token - 1]));
    if (moves && equals_lower(text, "down")) return Direction::down;
    if (moves && equals_lower(text, "up")) return Direction::up;
  }
  const bool verb = is_verb(word.tag);
  const bool noun = word.tag == Tag::nn || word.tag == Tag::nns;
  const bool up = (verb && is(word, WordClass::up_verb)) || (noun && is(word, WordClass::up_noun));
  const bool down = (verb && is(word, WordClass::down_verb)) || (noun && is(word, WordClass::down_noun));
  return up == down ? Direction::unknown : up ? Direction::up : Direction::down;
}

// The word of direction nearest to a stretch, before it or behind it in its own clause; kNone where none is.
Index ComparisonFinder::way_around(Range tokens, Range stretch, Direction& way) const {
  const auto stops = [&](Index t) {
    const std::string_view text = article_.text(article_.tokens[t]);
    return text == ";" || text == ":" || text == "." || article_.tokens[t].kind == TokenKind::number;
  };
  for (Index t = stretch.begin; t < stretch.end; ++t) {
    way = way_of(t);
    if (way != Direction::unknown) return t;
  }
  for (Index t = stretch.end; t < std::min(stretch.end + kBehind, tokens.end) && !stops(t); ++t) {
    way = way_of(t);
    if (way != Direction::unknown) return t;
  }
  return kNone;
}

// "third … in a row", "second consecutive", "for the fifth year running".
void ComparisonFinder::read_run_around(Range tokens, Index run) {
  Index nth = run;
  const Index least = run > tokens.begin + kBefore ? run - kBefore : tokens.begin;
  for (Index t = run; t > least; --t) {
    const Token& before = article_.tokens[t - 1];
    if (before.kind == TokenKind::punctuation && article_.text(before) != "-") break;
    if (!is(before, WordClass::ordinal) || equals_lower(article_.text(before), "first")) continue;
    nth = t - 1;
    break;
  }
  const std::optional<std::int32_t> steps = number_in(article_.tokens[nth].span);
  if (nth == run || !steps) return;
  Direction way = Direction::unknown;
  const Index moved = way_around(tokens, {nth, run + 1}, way);
  if (moved == kNone) return;
  const Span words = cover(article_.tokens[nth].span, article_.tokens[std::max(run, moved)].span);
  const Span sentence = article_.span_of(tokens);
  const bool told = std::ranges::any_of(scene_.claims_around(sentence), [&](Index i) {
    const Claim& claim = article_.claims[i];
    return claim.kind == ClaimKind::comparison && sentence.contains(claim.quote) &&
           claim.comparison->steps == steps;
  });
  const Index chunk = chunk_at(article_, article_.tokens[moved].span.begin);
  if (told || chunk == kNone) return;
  ComparisonDetail detail;
  detail.sense = way == Direction::up ? "rising" : "falling";
  detail.each_step = true;
  detail.steps = steps;
  add_claim(chunk, std::move(detail), words, ~0U);
  // "for a fourth quarter in a row": how many there were is no time of it.
  const Mention* date = scene_.date_in(words);
  if (date != nullptr && date->period) drop_time(article_.claims.back(), *date->period);
}

// "every year lower than the one before", "each August beat the last".
void ComparisonFinder::read_each_over_last(Range tokens, Index every) {
  const std::string_view word = article_.text(article_.tokens[every]);
  if ((!equals_lower(word, "every") && !equals_lower(word, "each")) || every + 3 >= tokens.end) return;
  const Token& step = article_.tokens[every + 1];
  if (!is(step, WordClass::time) && !is(step, WordClass::month)) return;
  const Index end = std::min(every + kBehind, tokens.end);
  Direction way = Direction::unknown;
  for (Index t = every + 2; t + 1 < end; ++t) {
    const Token& token = article_.tokens[t];
    if (token.kind == TokenKind::punctuation) return;
    if (const Direction here = way_of(t); here != Direction::unknown) way = here;
    if (is_verb(token.tag) && is(token, WordClass::exceed_verb)) way = Direction::up;
    const Spelling last = lower(article_, article_.tokens[t + 1]);
    const Spelling here = lower(article_, token);
    const bool before =
        here == "the" && (last == "one" || last == "last" || last == "year" || last == "previous");
    if (!before || way == Direction::unknown) continue;
    const Span words = article_.span_of({every, t + 2});
    const Index chunk = chunk_at(article_, step.span.begin);
    if (chunk == kNone || is_told(words)) return;
    ComparisonDetail detail;
    detail.sense = way == Direction::up ? "rising" : "falling";
    detail.each_step = true;
    add_claim(chunk, std::move(detail), words, ~0U);
    return;
  }
}

// "have become more frequent every year since 2014", "gets dearer each month since March".
void ComparisonFinder::read_more_each(Range tokens, Index every) {
  static constexpr NamedWords kTurning = {"become", "grow", "get", "turn"};
  constexpr Index kWords = 4;
  const std::string_view word = article_.text(article_.tokens[every]);
  if ((!equals_lower(word, "every") && !equals_lower(word, "each")) || every + 3 >= tokens.end ||
      !is(article_.tokens[every + 1], WordClass::time) ||
      !equals_lower(article_.text(article_.tokens[every + 2]), "since"))
    return;
  Direction way = Direction::unknown;
  Index verb = every;
  for (Index t = every; t > tokens.begin && every - t < kWords; --t) {
    const Token& before = article_.tokens[t - 1];
    if (before.kind == TokenKind::punctuation) return;
    if (before.tag == Tag::jjr || before.tag == Tag::rbr) {
      const bool down = is_any_of(before, {WordClass::down_adjective, WordClass::comparative_down});
      way = down ? Direction::down : Direction::up;
    }
    if (is_verb(before.tag) && kTurning.contains(lemma(article_, before))) verb = t - 1;
  }
  const Index chunk = verb == every ? kNone : chunk_at(article_, article_.tokens[verb].span.begin);
  const Span words = article_.span_of({verb, every + 3});
  if (way == Direction::unknown || chunk == kNone || is_told(words)) return;
  ComparisonDetail detail;
  detail.sense = way == Direction::up ? "rising" : "falling";
  detail.each_step = true;
  const Mention* date = date_since(tokens, every + 2);
  if (date != nullptr) detail.since = Period::of(date->period->from);
  const std::optional<Period> reached = detail.since;
  add_claim(chunk, std::move(detail), date == nullptr ? words : cover(words, date->span), ~0U);
  if (reached) drop_time(article_.claims.back(), *reached);
}

// "a 20-year low", "a five-month high": how far it reaches back stands before.
bool ComparisonFinder::read_high_of_years(Index chunk) {
  if (!scene_.is_word(chunk, "high") && !is_low(chunk)) return false;
  const Range tokens = article_.chunks[chunk].tokens;
  for (Index t = tokens.begin; t + 2 < tokens.end; ++t) {
    if (add_high_of_years(tokens, t + 3, chunk, scene_.span(chunk))) return true;
  }
  return false;
}

// "a ten-year [high] in March": taken for an adjective, it stands in no group.
void ComparisonFinder::read_high_of_years(Range tokens, Index high) {
  if (high < tokens.begin + 3 || !ends_extreme(tokens, high + 1) || is_told(article_.tokens[high].span))
    return;
  const Span words = article_.span_of({high - 3, high + 1});
  const Index chunk = chunk_at(article_, article_.tokens[high].span.begin);
  if (chunk != kNone) add_high_of_years(tokens, high, chunk, words);
}

// Before `end` stand a number, a hyphen and a time.
bool ComparisonFinder::add_high_of_years(Range tokens, Index end, Index chunk, Span words) {
  const Article& article = article_;
  if (end < tokens.begin + 3) return false;
  const Index number = end - 3;
  const Token& unit = article.tokens[number + 2];
  const bool joined =
      article.text(article.tokens[number + 1]) == "-" || article.tokens[number + 1].tag == Tag::hyph;
  const std::optional<std::int32_t> count = number_in(article.tokens[number].span);
  if (!joined || !count || !is(unit, WordClass::time)) return false;
  ComparisonDetail detail;
  detail.sense = article.text(words).ends_with("low") ? "lowest" : "highest";
  detail.span = std::string(article.text(cover(article.tokens[number].span, unit.span)));
  const Spelling word = lemma(article, unit);
  if (word == "year") detail.years = Decimal(*count);
  if (word == "decade") detail.years = Decimal(*count).shifted(1);
  if (word == "month") detail.years = Decimal::round(*count / 12.0, 2);
  add_claim(chunk, std::move(detail), words, ~0U);
  return true;
}

// "The increase is the first in seven years", "the drop was the first since 2011".
bool ComparisonFinder::read_first_of_subject(Index chunk) {
  const Token& head = scene_.head(chunk);
  if (!is(head, WordClass::ordinal) || !scene_.is_word(chunk, "first") || span_after(chunk) == kNone)
    return false;
  const Index clause = scene_.clause_of(chunk);
  if (clause == kNone || scene_.clause(clause).verb == kNone) return false;
  const Index subject = scene_.clause(clause).subject;
  if (subject == kNone || subject >= chunk ||
      lemma(article_, scene_.head(scene_.clause(clause).verb)) != "be")
    return false;
  const Direction way = direction_of(scene_, subject);
  if (way == Direction::unknown) return false;
  add(chunk, way == Direction::up ? "first_increase" : "first_decrease", false);
  return true;
}

}  // namespace tally
