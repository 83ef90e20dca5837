// Comparisons read word by word from what they reach back to or how often they happened, where chunks do
// not help: headlines, and groups with another clause behind them.
//
//   "the deadliest fire in Harlow since a lamp fell over in May 2018"   highest, since 2018-05
//   "the river has not been so high since 1954"                         highest, since 1954
//   "Steel output sinks for a third quarter"                            falling, 3 steps
#include <algorithm>
#include <string>
#include <utility>

#include "base/characters.h"
#include "claim/comparison_finder.h"
#include "claim/periods.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kGroupWords = 9;  // words between a superlative and "since"
constexpr Index kNear = 6;        // words between a change and "for a third quarter"
constexpr Index kNegation = 6;    // words between "not" and "so high"
constexpr Index kSoWords = 20;    // words between "never since" and "so many"

// The word itself, whatever it was taken for, is one of the class.
bool is_known(std::string_view word, WordClass wanted) {
  const Vocabulary& known = vocabulary();
  const WordId id = known.find(word);
  return id != 0 &&
         (known.is(id, wanted) || known.is(known.lemma_id(id, Pos::verb), wanted) ||
          known.is(known.lemma_id(id, Pos::noun), wanted) || known.is(known.lemma_id(id, Pos::adj), wanted));
}

Direction direction_of_word(std::string_view word) {
  const bool up = is_known(word, WordClass::up_verb) || is_known(word, WordClass::up_noun);
  const bool down = is_known(word, WordClass::down_verb) || is_known(word, WordClass::down_noun);
  return up == down ? Direction::unknown : up ? Direction::up : Direction::down;
}

// A word that no group of nouns runs over: punctuation, or a verb other than "has seen".
bool ends_group(const Article& article, Index token) {
  const Token& t = article.tokens[token];
  if (t.kind == TokenKind::punctuation) {
    const std::string_view text = article.text(t);
    return text != "-" && text != "'";
  }
  const bool finite = t.tag == Tag::vbd || t.tag == Tag::vbz || t.tag == Tag::md;
  return finite && lemma(article, t) != "have";
}

}  // namespace

void ComparisonFinder::read_reach(Range tokens) {
  static constexpr NamedWords kReaching = {"since", "ever", "in",     "for",   "so",  "never",
                                           "high",  "low",  "record", "every", "each"};
  read_crossing(tokens, tokens.begin);
  for (Index t = tokens.begin + 1; t < tokens.end; ++t) {
    const std::string_view text = article_.text(article_.tokens[t]);
    if (!kReaching.contains_lower(text)) continue;
    if (equals_lower(text, "since")) read_since(tokens, t);
    if (equals_lower(text, "ever")) read_ever(tokens, t, t + 1);
    if (equals_lower(text, "record") && equals_lower(article_.text(article_.tokens[t - 1]), "on"))
      read_ever(tokens, t - 1, t + 1);
    if (equals_lower(text, "high") || equals_lower(text, "low")) {
      read_new_high(tokens, t);
      read_high_of_years(tokens, t);
    }
    if (equals_lower(text, "in") || equals_lower(text, "for")) read_span(tokens, t);
    if (equals_lower(text, "so")) read_never_so(tokens, t);
    if (equals_lower(text, "never")) read_never_more(tokens, t);
    if (equals_lower(text, "for") && !read_crossing(tokens, t)) read_nth_time(tokens, t);
    read_each_over_last(tokens, t);
    read_more_each(tokens, t);
  }
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    if (is(article_.tokens[t], WordClass::in_a_row)) read_run_around(tokens, t);
  }
}

bool ComparisonFinder::is_told(Span words) const {
  return std::ranges::any_of(scene_.claims_around(words), [&](Index i) {
    const Claim& claim = article_.claims[i];
    return claim.kind == ClaimKind::comparison && claim.quote.overlaps(words);
  });
}

std::string ComparisonFinder::superlative_at(Range tokens, Index token) const {
  const Token& t = article_.tokens[token];
  const Spelling word = lower(article_, t);
  const bool least = is_known(word, WordClass::least) || is_known(word, WordClass::little);
  const bool superlative = t.tag == Tag::jjs || t.tag == Tag::rbs || least ||
                           is_known(word, WordClass::greatest) || word == "best";
  if (!superlative || (is_ranked(token) && !rank_at(token))) return {};
  if (is_at_least(token)) return {};
  const bool of = token + 2 < tokens.end && lower(article_, article_.tokens[token + 1]) == "of";
  if (of && lower(article_, article_.tokens[token + 2]) != "any") return {};  // "most of the men"
  return least ? "lowest" : "highest";
}

std::string ComparisonFinder::sense_at(Range tokens, Index token, Index end) const {
  const Spelling word = lower(article_, article_.tokens[token]);
  if (word == "first") {
    for (Index i = token + 1; i < std::min(token + 4, end); ++i) {
      const Spelling change = lower(article_, article_.tokens[i]);
      if (is_known(change, WordClass::crash_deed) || is_known(change, WordClass::collapse_deed)) continue;
      const Direction way = direction_of_word(change);
      if (way != Direction::unknown) return way == Direction::up ? "first_increase" : "first_decrease";
    }
    return {};
  }
  if ((word == "so" || word == "this" || word == "as") && token + 1 < tokens.end && is_degree(token + 1))
    return sense_of_so(tokens, token, end);
  return superlative_at(tokens, token);
}

bool ComparisonFinder::is_degree(Index token) const {
  const Token& degree = article_.tokens[token];
  return is_adjective(degree.tag) || is(degree, WordClass::degree) || is(degree, WordClass::vague) ||
         vocabulary().may_be(degree.word, Pos::adj) || equals_lower(article_.text(degree), "badly");
}

bool ComparisonFinder::is_low_degree(const Token& degree) const {
  static constexpr NamedWords kLow = {"low", "few", "small", "little", "poor", "weak", "cheap", "short"};
  return kLow.contains_lower(article_.text(degree));
}

// "has not been [so high] over there since", "[so few] had not been made since"
std::string ComparisonFinder::sense_of_so(Range tokens, Index so, Index end) const {
  const Index first = std::max(tokens.begin, so > kNegation ? so - kNegation : 0);
  for (Index i = first; i < end; ++i) {
    if (i == so || !(is_negation(article_, i) || equals_lower(article_.text(article_.tokens[i]), "no")))
      continue;
    return is_low_degree(article_.tokens[so + 1]) ? "lowest" : "highest";
  }
  return {};
}

// "Never since 2003 have [so many] been arrested": the words of degree; `sense` is that of them.
Index ComparisonFinder::so_behind(Range tokens, Index since, std::string& sense) const {
  if (since == tokens.begin || !is_negation(article_, since - 1)) return kNone;
  for (Index t = since + 1; t + 1 < tokens.end && t < since + kSoWords; ++t) {
    if (!equals_lower(article_.text(article_.tokens[t]), "so") || !is_degree(t + 1)) continue;
    sense = is_low_degree(article_.tokens[t + 1]) ? "lowest" : "highest";
    return t;
  }
  return kNone;
}

void ComparisonFinder::read_since(Range tokens, Index since) {
  std::string sense;
  Index at = so_behind(tokens, since, sense);
  if (at == kNone) at = since;
  while (sense.empty() && at > tokens.begin && since - at < kGroupWords && !ends_group(article_, at - 1)) {
    --at;
    sense = sense_at(tokens, at, since);
  }
  if (sense.empty() || is_told(article_.tokens[at].span)) return;
  if (since + 1 >= tokens.end || article_.tokens[since + 1].kind == TokenKind::punctuation) return;
  ComparisonDetail detail;
  detail.sense = std::move(sense);
  detail.rank = rank_at(at);
  Span quote = cover(article_.tokens[at].span, article_.tokens[since].span);
  if (const Mention* date = date_since(tokens, since)) {
    detail.since = Period::of(date->period->from);
    quote = cover(quote, date->span);
  }
  const Index chunk = chunk_at(article_, article_.tokens[at].span.begin);
  if (chunk == kNone) return;
  const std::optional<Period> reached = detail.since;
  add_claim(chunk, std::move(detail), quote, at < since ? article_.tokens[since].span.begin : ~0U);
  Claim& claim = article_.claims.back();
  if (claim.modality == Modality::negated) claim.modality = Modality::observed;  // "has not been so high"
  // The time in "since Las Cruces in 2005" is no time of what is compared with it.
  if (reached) drop_time(claim, *reached);
}

bool ComparisonFinder::tells_whole_past(Range tokens, Index ever) const {
  return ever > tokens.begin && ever + 1 < tokens.end &&
         lemma(article_, article_.tokens[ever - 1]) == "have" && article_.tokens[ever + 1].pos == Pos::verb;
}

void ComparisonFinder::read_never_so(Range tokens, Index so) {
  if (so + 1 >= tokens.end || !is_degree(so + 1) || is_told(article_.tokens[so].span)) return;
  constexpr Index kBefore = 12;
  Index never = kNone;
  for (Index t = so; t > tokens.begin && so - t < kBefore; --t) {
    const Token& before = article_.tokens[t - 1];
    if (before.kind == TokenKind::punctuation) break;
    const Spelling word = lower(article_, before);
    const bool none = t - 1 == tokens.begin && word == "no";
    if (none || word == "never" || (word == "ever" && lower(article_, article_.tokens[tokens.begin]) == "no"))
      never = t - 1;
    // "I have never been so tired", but "no class before them has been so large"
    static constexpr NamedWords kObjects = {"it", "there", "them", "us", "him", "her", "me"};
    if (before.tag == Tag::prp && !kObjects.contains(word)) return;
  }
  if (never == kNone) return;
  // "No man is so bold": of all times only where the perfect or "before" says so.
  bool past = false;
  constexpr Index kAuxiliary = 2;
  for (Index t = std::max(tokens.begin, never > kAuxiliary ? never - kAuxiliary : 0); t < so; ++t) {
    const Spelling word = lower(article_, article_.tokens[t]);
    past = past || word == "before" || lemma(article_, article_.tokens[t]) == "have";
  }
  const Index chunk = chunk_at(article_, article_.tokens[so].span.begin);
  if (!past || chunk == kNone) return;
  ComparisonDetail detail;
  detail.sense = is_low_degree(article_.tokens[so + 1]) ? "lowest" : "highest";
  const Span reach = set_since(detail, chunk);
  const std::optional<Period> reached = detail.since;
  add_claim(chunk, std::move(detail), cover(article_.span_of({never, so + 2}), reach),
            article_.tokens[so].span.begin);
  Claim& claim = article_.claims.back();
  if (reached) drop_time(claim, *reached);
  if (claim.modality == Modality::negated) claim.modality = Modality::observed;
}

// "Cinemas report best first half [in] six years"
void ComparisonFinder::read_span(Range tokens, Index in) {
  if (in + 1 >= tokens.end) return;
  const auto dates = Scene::starting_in(article_.dates, article_.tokens[in + 1].span);
  if (dates.empty() || dates.front().kind != MentionKind::duration) return;
  std::string sense;
  Index at = in;
  while (sense.empty() && at > tokens.begin && in - at < kNegation && !ends_group(article_, at - 1)) {
    --at;
    sense = superlative_at(tokens, at);
  }
  const Index chunk = sense.empty() ? kNone : chunk_at(article_, article_.tokens[at].span.begin);
  if (chunk == kNone || is_told(article_.tokens[at].span)) return;
  ComparisonDetail detail;
  detail.sense = std::move(sense);
  detail.rank = rank_at(at);
  set_duration(detail, dates.front());
  add_claim(chunk, std::move(detail), cover(article_.tokens[at].span, dates.front().span), ~0U);
}

void ComparisonFinder::read_ever(Range tokens, Index ever, Index end) {
  const Index words_back = tells_whole_past(tokens, ever) ? kGroupWords + 3 : 4;
  std::string sense;
  Index at = ever;
  while (sense.empty() && at > tokens.begin && ever - at < words_back && !ends_group(article_, at - 1)) {
    --at;
    sense = superlative_at(tokens, at);
  }
  const Span words = article_.span_of({at, end});
  const Index chunk = chunk_at(article_, words.begin);
  if (sense.empty() || chunk == kNone || is_told(words)) return;
  ComparisonDetail detail;
  detail.sense = std::move(sense);
  detail.rank = rank_at(at);
  add_claim(chunk, std::move(detail), words, ~0U);
}

// "for the second quarter [in a row]"
bool ComparisonFinder::is_run(Range tokens, Index token) const {
  constexpr Index kFew = 3;
  for (Index i = token; i < std::min(token + kFew, tokens.end); ++i) {
    if (is_known(lower(article_, article_.tokens[i]), WordClass::in_a_row)) return true;
  }
  return false;
}

Index ComparisonFinder::direction_before(Range tokens, Index token, Direction& way) const {
  for (Index i = token; i > tokens.begin && token - i < kNear; --i) {
    const Token& before = article_.tokens[i - 1];
    if (before.kind == TokenKind::punctuation || before.kind == TokenKind::number) return kNone;
    const Spelling word = lower(article_, before);
    // "Cancellations down for the second quarter in a row"
    const bool right_before = i == token && (word == "up" || word == "down");
    way = right_before ? (word == "up" ? Direction::up : Direction::down) : direction_of_word(word);
    if (way != Direction::unknown) return i - 1;
  }
  return kNone;
}

void ComparisonFinder::read_nth_time(Range tokens, Index preposition) {
  Index nth = preposition + 1;
  if (nth + 1 >= tokens.end) return;
  const Spelling article = lower(article_, article_.tokens[nth]);
  if (article == "a" || article == "the") ++nth;
  if (nth + 1 >= tokens.end) return;
  const Spelling word = lower(article_, article_.tokens[nth]);
  const Spelling unit = lower(article_, article_.tokens[nth + 1]);
  const bool first = word == "first" && unit == "time";
  // "for a third time" need not be one after the other; a headline's "for third month" has no article.
  // So has "sales fell for the third year." a full stop; "the rain fell for the third day" is no measure.
  const bool ends = nth + 2 >= tokens.end || article_.tokens[nth + 2].kind == TokenKind::punctuation;
  const bool closes = article == "the" && ends && unit != "day" && unit != "night";
  const bool one_by_one = article == "a" || nth == preposition + 1 || is_run(tokens, nth + 2) || closes;
  const bool run = one_by_one && word != "first" && unit != "time" && is_known(word, WordClass::ordinal) &&
                   is_known(unit, WordClass::time);
  if (!first && !run) return;
  Direction way = Direction::unknown;
  const Index change = direction_before(tokens, preposition, way);
  if (change == kNone || is_told(article_.tokens[change].span)) return;
  const Index chunk = chunk_at(article_, article_.tokens[change].span.begin);
  const Index time = chunk_at(article_, article_.tokens[nth + 1].span.begin);
  if (chunk == kNone || time == kNone) return;
  const bool up = way == Direction::up;
  ComparisonDetail detail;
  Span quote = article_.span_of({change, nth + 2});
  if (first) {
    detail.sense = up ? "first_increase" : "first_decrease";
    quote = cover(quote, set_span(detail, time));
  } else {
    detail.sense = up ? "rising" : "falling";
    detail.each_step = true;
    detail.steps = number_in(article_.tokens[nth].span);
    if (!detail.steps) return;
  }
  add_claim(chunk, std::move(detail), quote, ~0U);
  const Mention* date = run ? scene_.date_in(article_.span_of({nth, nth + 2})) : nullptr;
  if (date != nullptr && date->period) drop_time(article_.claims.back(), *date->period);
}

void ComparisonFinder::drop_time(Claim& claim, const Period& told) {
  if (!claim.period || Period::of(claim.period->from) != Period::of(told.from)) return;
  claim.period.reset();
  claim.relative.reset();
  if (claim.about != kNone) take_time(claim, article_.claims[claim.about]);
}

}  // namespace tally
