// Extremes among several at one time, and runs told by how long they lasted → comparisons that no series of
// one of them can tell wrong, and so without a measure:
//
//   "Harrow recorded the fewest thefts"              lowest, among the districts
//   "The busiest route was that to Orlo"             highest, among the routes
//   "the longest-serving mayor in the province"      highest, among the mayors
//   "A decade of falling enrolment has emptied it"   falling, a decade
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

// "the [oldest] son", "the [latest] report": who or when, and nothing that is measured.
bool tells_who(const Article& article, Range tokens) {
  static constexpr NamedWords kWho = {"oldest",  "eldest",  "youngest", "latest",
                                      "nearest", "closest", "best",     "last"};
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    if (kWho.contains_lower(article.text(article.tokens[t]))) return true;
  }
  return false;
}

}  // namespace

// "[Harrow] had the most cases": what somebody had of something that is counted or measured.
bool ComparisonFinder::is_had_by_one(Index chunk, Index clause) const {
  const Clause& told = scene_.clause(clause);
  if (told.object != chunk || told.passive || told.subject == kNone || told.subject >= chunk) return false;
  const Token& verb = scene_.head(told.verb);
  const bool has =
      lemma(article_, verb) == "have" || is_any(verb, {WordClass::report_verb, WordClass::count_verb});
  const Token& head = scene_.head(chunk);
  const bool counted = head.tag == Tag::nns || is(head, WordClass::measure);
  return has && counted && !is(head, WordClass::time);
}

// "The busiest route was that to Orlo", "The largest buyer was China".
bool ComparisonFinder::is_one_of_them(Index chunk, Index clause) const {
  const Clause& told = scene_.clause(clause);
  if (lemma(article_, scene_.head(told.verb)) != "be" || !is_nominal(scene_.head(chunk).tag)) return false;
  if (told.subject == chunk)
    return chunk < told.verb && scene_.same_sentence(chunk, told.verb + 1) &&
           scene_.kind(told.verb + 1) == ChunkKind::noun;
  // "the longest-serving mayor [in the province]", "the most visited castle [of the seven]"
  const Index in = chunk + 1;
  if (chunk <= told.verb || chunk > told.verb + 2 || !scene_.same_sentence(chunk, in + 1)) return false;
  const bool among = scene_.is_word(in, "in") || scene_.is_word(in, "of") || scene_.is_word(in, "among");
  return among && scene_.kind(in + 1) == ChunkKind::noun;
}

void ComparisonFinder::read_peer(Index chunk, std::string sense) {
  const Range tokens = article_.chunks[chunk].tokens;
  const Index clause = scene_.clause_of(chunk);
  if (sense.empty() || clause == kNone || scene_.clause(clause).verb == kNone ||
      !equals_lower(article_.text(article_.tokens[tokens.begin]), "the") || tells_who(article_, tokens) ||
      is(scene_.head(chunk), WordClass::time))
    return;
  if (!is_had_by_one(chunk, clause) && !is_one_of_them(chunk, clause)) return;
  add(chunk, std::move(sense), false);
  leave_series(article_.claims.back());
}

void ComparisonFinder::leave_series(Claim& claim) {
  claim.measure = {};
  claim.unit.clear();
  claim.about = kNone;
}

// "[Six quarters] of decline", "a decade of falling enrolment": how long it went one way.
void ComparisonFinder::read_years_of(Range tokens) {
  constexpr Index kGroup = 4;  // words of "steadily falling numbers"
  for (const Mention& length : Scene::starting_in(article_.dates, article_.span_of(tokens))) {
    const Index of = token_from(article_, length.span.end);
    if (length.kind != MentionKind::duration || of + 1 >= tokens.end ||
        !equals_lower(article_.text(article_.tokens[of]), "of"))
      continue;
    for (Index t = of + 1; t < std::min(of + 1 + kGroup, tokens.end); ++t) {
      const Token& token = article_.tokens[t];
      if (token.kind != TokenKind::word || token.tag == Tag::in || token.tag == Tag::dt) break;
      const Direction way = way_told(t, tokens);
      if (way == Direction::unknown) continue;
      add_years_of(length, t, way);
      break;
    }
  }
}

// "of [growth]", "of [falling] numbers": the noun of change itself, or what stands before a noun.
Direction ComparisonFinder::way_told(Index token, Range tokens) const {
  const Token& word = article_.tokens[token];
  const bool before_noun = token + 1 < tokens.end && is_nominal(article_.tokens[token + 1].tag);
  if (before_noun) {
    if (is_any(word, {WordClass::up_adjective}) || (word.tag == Tag::vbg && is(word, WordClass::up_verb)))
      return Direction::up;
    const bool down =
        is(word, WordClass::down_adjective) || (word.tag == Tag::vbg && is(word, WordClass::down_verb));
    return down ? Direction::down : Direction::unknown;
  }
  const bool noun = word.tag == Tag::nn || word.tag == Tag::nns;
  if (!noun || is_any(word, {WordClass::crash_deed, WordClass::collapse_deed})) return Direction::unknown;
  if (is(word, WordClass::up_noun)) return Direction::up;
  return is(word, WordClass::down_noun) ? Direction::down : Direction::unknown;
}

void ComparisonFinder::add_years_of(const Mention& length, Index moved, Direction way) {
  const Span words = cover(length.span, article_.tokens[moved].span);
  const Index chunk = chunk_at(article_, article_.tokens[moved].span.begin);
  if (chunk == kNone || is_told(words)) return;
  ComparisonDetail detail;
  detail.sense = way == Direction::up ? "rising" : "falling";
  set_duration(detail, length);
  add_claim(chunk, std::move(detail), words, ~0U);
  // "After three years of growth sales slipped": over before the time of its clause.
  Claim& claim = article_.claims.back();
  leave_series(claim);
  claim.period.reset();
  claim.relative.reset();
}

}  // namespace tally
