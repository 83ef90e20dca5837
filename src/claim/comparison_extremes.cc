// Extremes told without a superlative → comparisons:
//
//   "exceeded 100 million for the first time"               highest: nothing before came as far
//   "fell below 3 million for the first time since 2009"    lowest, since 2009
//   "The ward has never been fuller."                       highest
//   "more than in the three previous years together"        highest, of three years
#include <algorithm>
#include <string>
#include <utility>

#include "base/characters.h"
#include "claim/comparison_finder.h"
#include "text/named_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kNumberWords = 14;  // words before "for the first time" in which its number stands
constexpr Index kMark = 4;          // words between a number and "for the first time": "the 500 mark"
constexpr Index kLeading = 5;       // words between "exceeded" and its number
constexpr Index kNeverWords = 8;    // words between "never" and the comparative
constexpr Index kTogether = 9;      // words between "than" and "together"

Direction side_of(const Article& article, Index token) {
  static constexpr NamedWords kOver = {"above", "over", "past", "beyond", "more"};
  static constexpr NamedWords kUnder = {"below", "under", "beneath", "fewer", "less"};
  const Token& word = article.tokens[token];
  if (is_verb(word.tag) && is(word, WordClass::exceed_verb)) return Direction::up;
  const std::string_view text = article.text(word);
  if (kOver.contains_lower(text)) return Direction::up;
  return kUnder.contains_lower(text) ? Direction::down : Direction::unknown;
}

}  // namespace

// The last number told before `end`, with no verb and no comma between.
const Mention* ComparisonFinder::amount_ending_before(Range tokens, Index end) const {
  const Index from = end > tokens.begin + kNumberWords ? end - kNumberWords : tokens.begin;
  const Mention* last = nullptr;
  for (const Mention& amount : Scene::starting_in(article_.amounts, article_.span_of({from, end}))) {
    if (amount.value && amount.kind != MentionKind::ordinal) last = &amount;
  }
  if (last == nullptr) return nullptr;
  const Index behind = token_from(article_, last->span.end);
  if (behind + kMark < end) return nullptr;
  for (Index t = behind; t < end; ++t) {
    const Token& token = article_.tokens[t];
    if (token.kind == TokenKind::punctuation || is_verb(token.tag)) return nullptr;
  }
  return last;
}

// "[exceeded] 50 million for the first time", "fell [below] 3 million for …": the word that says which side
// of a number it came to; kNone where none does.
Index ComparisonFinder::crossing_before(Range tokens, Index end, Direction& way) const {
  const Mention* amount = amount_ending_before(tokens, end);
  if (amount == nullptr) return kNone;
  const Index number = token_from(article_, amount->span.begin);
  for (Index t = number; t > tokens.begin && number - t < kLeading; --t) {
    if (article_.tokens[t - 1].kind == TokenKind::punctuation) return kNone;
    way = side_of(article_, t - 1);
    if (way != Direction::unknown) return t - 1;
  }
  return kNone;
}

// "… for the first time [since 2009]": nothing before, or since, had come to that side of the number.
bool ComparisonFinder::read_crossing(Range tokens, Index preposition) {
  constexpr Index kWords = 4;  // "for the first time"
  if (preposition + kWords > tokens.end ||
      !equals_lower(article_.text(article_.tokens[preposition]), "for") ||
      lower(article_, article_.tokens[preposition + 2]) != "first" ||
      lower(article_, article_.tokens[preposition + 3]) != "time")
    return false;
  Direction way = Direction::unknown;
  const bool in_front = preposition == tokens.begin;
  const Index crossing = in_front ? crossing_behind({preposition + kWords, tokens.end}, way)
                                  : crossing_before(tokens, preposition, way);
  if (crossing == kNone) return false;
  const Index chunk = chunk_at(article_, article_.tokens[crossing].span.begin);
  const Index time = chunk_at(article_, article_.tokens[preposition + 3].span.begin);
  const Span words = article_.span_of({preposition, preposition + kWords});
  Span quote = cover(article_.tokens[crossing].span, words);
  if (chunk == kNone || time == kNone) return false;
  if (is_told(quote)) return true;
  ComparisonDetail detail;
  detail.sense = way == Direction::up ? "highest" : "lowest";
  quote = cover(quote, set_span(detail, time));
  const std::optional<Period> reached = detail.since;
  add_claim(chunk, std::move(detail), quote, in_front ? ~0U : words.begin);
  if (reached) drop_time(article_.claims.back(), *reached);
  return true;
}

// "For the first time the bill [exceeded] 80 million": in the clause that the words open.
Index ComparisonFinder::crossing_behind(Range tokens, Direction& way) const {
  for (Index t = tokens.begin; t + 1 < tokens.end; ++t) {
    const Token& token = article_.tokens[t];
    if (token.kind == TokenKind::punctuation && t > tokens.begin) return kNone;
    way = is_verb(token.tag) || token.tag == Tag::in ? side_of(article_, t) : Direction::unknown;
    if (way == Direction::unknown) continue;
    const Span soon = article_.span_of({t + 1, std::min(t + kLeading, tokens.end)});
    return Scene::starting_in(article_.amounts, soon).empty() ? kNone : t;
  }
  return kNone;
}

// A comparative that no "than" goes with: "[busier]", "[more] expensive", "a [worse] year".
bool ComparisonFinder::is_bare_comparative(Range tokens, Index token) const {
  static constexpr NamedWords kOfPlace = {"closer", "nearer", "further", "farther"};
  const Token& word = article_.tokens[token];
  const bool graded = word.tag == Tag::jjr || word.tag == Tag::rbr;
  if (!graded || kOfPlace.contains_lower(article_.text(word))) return false;
  constexpr Index kFew = 5;
  for (Index t = token + 1; t < std::min(token + kFew, tokens.end); ++t) {
    const std::string_view text = article_.text(article_.tokens[t]);
    if (equals_lower(text, "than") || equals_lower(text, "to")) return false;
  }
  // "never had more": of what?
  const bool more = equals_lower(article_.text(word), "more") || equals_lower(article_.text(word), "less");
  return !more || (token + 1 < tokens.end && article_.tokens[token + 1].kind == TokenKind::word);
}

// "I have never known a [worse year]": what somebody met is a time, a measure or a happening, no man.
bool ComparisonFinder::may_be_known(Index chunk) const {
  return is_any(scene_.head(chunk),
                {WordClass::time, WordClass::month, WordClass::season, WordClass::measure, WordClass::outcome,
                 WordClass::happening, WordClass::harm, WordClass::count_noun});
}

// "has never been busier", "have never known a worse year".
void ComparisonFinder::read_never_more(Range tokens, Index never) {
  const Index around = never > tokens.begin ? never - 1 : never;
  const bool perfect = lemma(article_, article_.tokens[around]) == "have" ||
                       (never + 1 < tokens.end && lemma(article_, article_.tokens[never + 1]) == "have");
  if (!perfect) return;
  Index at = never + 1;
  const Index end = std::min(never + kNeverWords, tokens.end);
  while (at < end && article_.tokens[at].kind != TokenKind::punctuation && !is_bare_comparative(tokens, at))
    ++at;
  if (at >= end || article_.tokens[at].kind == TokenKind::punctuation || is_told(article_.tokens[at].span))
    return;
  const Index chunk = chunk_at(article_, article_.tokens[at].span.begin);
  if (chunk == kNone) return;
  Index who = around;  // "[They] have never been happier"
  if (lemma(article_, article_.tokens[around]) == "have" && around > tokens.begin) --who;
  const Token& subject = article_.tokens[who];
  const bool pronoun = subject.tag == Tag::prp && !equals_lower(article_.text(subject), "it");
  if (pronoun && (scene_.kind(chunk) != ChunkKind::noun || !may_be_known(chunk))) return;
  ComparisonDetail detail;
  detail.sense = is_of_less(at) ? "lowest" : "highest";
  const Span reach = set_since(detail, chunk);
  add_claim(chunk, std::move(detail), cover(article_.span_of({never, at + 1}), reach),
            article_.tokens[at].span.begin);
  Claim& claim = article_.claims.back();
  if (claim.modality == Modality::negated) claim.modality = Modality::observed;
}

// "more than in the three previous years together": more than in each of them, too.
bool ComparisonFinder::read_than_together(Range tokens, Index comparative, Index than) {
  static constexpr NamedWords kBefore = {"last", "past", "previous", "preceding"};
  const Index end = std::min(than + kTogether, tokens.end);
  Index years = kNone;  // "the last four [years]"
  Index together = kNone;
  for (Index t = than + 1; t < end && together == kNone; ++t) {
    const Token& token = article_.tokens[t];
    if (token.kind == TokenKind::punctuation) break;
    if (is(token, WordClass::time) && token.tag == Tag::nns) years = t;
    const std::string_view text = article_.text(token);
    if (years == kNone && kBefore.contains_lower(text) && t + 1 < end &&
        number_in(article_.tokens[t + 1].span))
      years = t + 1;
    if (equals_lower(text, "together") || equals_lower(text, "combined")) together = t;
  }
  const Index chunk = chunk_at(article_, article_.tokens[comparative].span.begin);
  if (years == kNone || together == kNone || chunk == kNone) return false;
  ComparisonDetail detail;
  detail.sense = is_of_less(comparative) ? "lowest" : "highest";
  const Span reach = article_.span_of({than + 1, together + 1});
  const Index number = std::min(years, than + 3);
  for (Index t = than + 1; t <= number; ++t) {
    if (const auto steps = number_in(article_.tokens[t].span)) {
      detail.span = std::string(article_.text(article_.span_of({t, years + 1})));
      if (lemma(article_, article_.tokens[years]) == "year") detail.years = Decimal(*steps);
      break;
    }
  }
  add_claim(chunk, std::move(detail), cover(article_.tokens[comparative].span, reach), ~0U);
  return true;
}

// "fewer", "shorter" (of "shortest")
bool ComparisonFinder::is_of_less(Index token) const {
  if (is(article_.tokens[token], WordClass::down_adjective)) return true;
  std::string word = lower(article_, article_.tokens[token]).str();
  if (!word.ends_with("er")) return false;
  word.replace(word.size() - 2, 2, "est");
  const WordId id = vocabulary().find(word);
  return id != 0 && (vocabulary().is(id, WordClass::little) || vocabulary().is(id, WordClass::least));
}

bool ComparisonFinder::is_comparative(Index token) const {
  const Tag tag = article_.tokens[token].tag;
  if (tag == Tag::jjr || tag == Tag::rbr) return true;
  return equals_lower(article_.text(article_.tokens[token]), "more") ||
         is(article_.tokens[token], WordClass::down_adjective);
}

}  // namespace tally
