// With what a superlative or a record is compared: all that there ever was, all that somebody has seen, a
// year, what a country has had.
//
//   "the best year so far"     "the largest order the yard has taken"     "an all-time high of 9 euros"
//   "the film of the year"     "the county's worst bus crash"
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

// "in living [memory]", "of recent [times]": words that stand for all the past, with what stands before them.
bool is_all_past(std::string_view words) {
  static constexpr NamedWords kPast = {
      "ever",        "record",   "history",       "so far",       "far",          "yet",
      "date",        "all time", "years",         "decades",      "recent years", "recent times",
      "generations", "memory",   "recent memory", "modern times", "a generation", "a lifetime"};
  return kPast.contains(words) || words.ends_with(" history");
}

}  // namespace

bool ComparisonFinder::says_ever(Index chunk) const {
  if (is_of_all_seen(chunk) || is_of_stretch(chunk)) return true;
  for (Index i = chunk + 1; i < chunk + 7 && scene_.same_sentence(chunk, i); ++i) {
    if (scene_.kind(i) == ChunkKind::verb && !scene_.is_word(i, "living")) break;
    if (is_all_past(scene_.words(i))) return true;
  }
  return false;
}

// "the worst year [we have counted]", "the largest order [the yard has taken]": of whom it is said is no man.
bool ComparisonFinder::is_of_all_seen(Index chunk) const {
  constexpr Index kOwner = 4;  // chunks of "the chamber of trade of the town"
  Index verb = chunk + 1;
  if (scene_.same_sentence(chunk, verb) && scene_.kind(verb) == ChunkKind::time)
    ++verb;  // "the hottest [June]"
  if (scene_.same_sentence(chunk, verb) &&
      (scene_.kind(verb) == ChunkKind::relative || scene_.is_word(verb, "that")))
    ++verb;
  const Index owner = verb;
  while (
      scene_.same_sentence(chunk, verb) && verb < owner + kOwner &&
      (scene_.kind(verb) == ChunkKind::noun || (verb > owner && scene_.kind(verb) == ChunkKind::preposition)))
    ++verb;
  if (verb == chunk + 1 || !scene_.same_sentence(chunk, verb) || scene_.kind(verb) != ChunkKind::verb)
    return false;
  const VerbGroup group = verb_group(article_, verb);
  const Token& head = scene_.head(verb);
  if (!group.perfect || group.negated || group.progressive) return false;
  const bool seen = is(head, WordClass::count_verb) || is(head, WordClass::report_verb) ||
                    lemma(article_, head) == "see" || lemma(article_, head) == "have";
  if (seen) return true;
  const bool done = verb > owner && !group.passive && !is(head, WordClass::auxiliary);
  return done && scene_.head(chunk).tag != Tag::nns &&
         !is_any(scene_.head(chunk), {WordClass::person, WordClass::role, WordClass::group});
}

// "the costliest storm [of the year]": among what came in it.
bool ComparisonFinder::is_of_stretch(Index chunk) const {
  if (!scene_.same_sentence(chunk, chunk + 2) || !scene_.is_word(chunk + 1, "of")) return false;
  const Spelling words = scene_.words(chunk + 2);
  const bool whole = words.starts_with("the ") || words.starts_with("this ") || words.starts_with("last ");
  const Token& head = scene_.head(chunk + 2);
  return whole && is_any(head, {WordClass::time, WordClass::season}) && head.tag == Tag::nn &&
         article_.chunks[chunk + 2].tokens.size() == 2 &&
         !is_any(scene_.head(chunk), {WordClass::person, WordClass::role, WordClass::time});
}

// "[the county's worst bus crash]": a happening, among those that a place or a body has had.
bool ComparisonFinder::is_of_owner(Index chunk) const {
  const Token& head = scene_.head(chunk);
  if (!is_any(head, {WordClass::happening, WordClass::any_happening, WordClass::harm})) return false;
  const Range tokens = article_.chunks[chunk].tokens;
  for (Index t = tokens.begin; t + 1 < tokens.end; ++t) {
    const Token& owner = article_.tokens[t];
    if (article_.tokens[t + 1].tag != Tag::pos) continue;
    return is_any(owner, {WordClass::place, WordClass::settlement, WordClass::organisation,
                          WordClass::country, WordClass::city, WordClass::region}) ||
           (is_nominal(owner.tag) && (owner.flags & kCapitalised) != 0);
  }
  return false;
}

bool ComparisonFinder::is_record_number(Index chunk) const {
  const Range tokens = article_.chunks[chunk].tokens;
  for (Index t = tokens.begin; t < tokens.end && t + 1 < article_.tokens.size(); ++t) {
    if (!equals_lower(article_.text(article_.tokens[t]), "record")) continue;
    return !Scene::starting_in(article_.amounts, article_.tokens[t + 1].span).empty();
  }
  return false;
}

// "…, a record", "reached a new record": nothing but that.
bool ComparisonFinder::is_record_told(Index chunk) const {
  if (chunk == 0 || !scene_.same_sentence(chunk, chunk - 1)) return false;
  const bool reached =
      scene_.kind(chunk - 1) == ChunkKind::verb && is(scene_.head(chunk - 1), WordClass::reach_verb);
  const bool behind = reached || scene_.is_word(chunk - 1, ",") || scene_.is_word(chunk - 1, "at") ||
                      scene_.head(chunk - 1).pos == Pos::aux;
  const bool alone = !scene_.same_sentence(chunk, chunk + 1) ||
                     scene_.kind(chunk + 1) != ChunkKind::preposition ||
                     scene_.kind(chunk + 2) == ChunkKind::time ||
                     (scene_.is_word(chunk + 1, "for") &&
                      ((scene_.words(chunk + 2) == "any" || scene_.words(chunk + 2).starts_with("any ")) ||
                       scene_.words(chunk + 2).starts_with("the ")));
  if (!behind || !alone) return false;
  const Spelling words = scene_.words(chunk);
  return words == "a record" || words == "a new record" || (reached && words == "record");
}

// "set [a record] for births in a day", "broke [the record] of 2,041": among all of the kind.
bool ComparisonFinder::is_record_set(Index chunk) const {
  static constexpr NamedWords kSetting = {"set", "break", "beat", "smash", "shatter", "eclipse", "hold"};
  if (chunk == 0 || !scene_.same_sentence(chunk, chunk + 2) || scene_.kind(chunk - 1) != ChunkKind::verb ||
      !scene_.words(chunk).ends_with("record"))
    return false;
  const bool of = scene_.is_word(chunk + 1, "for") || scene_.is_word(chunk + 1, "of");
  return of && kSetting.contains(lemma(article_, scene_.head(chunk - 1))) &&
         scene_.kind(chunk + 2) == ChunkKind::noun;
}

// "at an all-time [high]", "reach new [low]": word by word, as chunks part "an" from "all-time high".
void ComparisonFinder::read_new_high(Range tokens, Index high) {
  static constexpr NamedWords kMaking = {"new", "time", "all-time", "historic", "fresh", "record"};
  static constexpr NamedWords kBeside = {"a", "an", "its", "their", "all", "-", "the", "another"};
  const bool low = equals_lower(article_.text(article_.tokens[high]), "low");
  bool made = false;
  Index first = high;
  for (; first > tokens.begin; --first) {
    const std::string_view word = article_.text(article_.tokens[first - 1]);
    const bool makes = kMaking.contains_lower(word);
    if (!makes && !kBeside.contains_lower(word)) break;
    made = made || makes;
  }
  if (!made || first == tokens.begin || !ends_extreme(tokens, high + 1)) return;
  const Token& before = article_.tokens[first - 1];
  const Spelling word = lower(article_, before);
  const bool reached = word == "at" || word == "to" || word == "," || before.pos == Pos::aux ||
                       (is_verb(before.tag) && is_any(before, {WordClass::reach_verb, WordClass::set_verb}));
  const Span words = article_.span_of({first, high + 1});
  const Index chunk = chunk_at(article_, article_.tokens[high].span.begin);
  if (!reached || chunk == kNone || is_told(words)) return;
  ComparisonDetail detail;
  detail.sense = low ? "lowest" : "highest";
  add_claim(chunk, std::move(detail), words, ~0U);
}

// Behind "a new high": the end, "of 9 euros", "in May", "for any month", "since"; no "high street".
bool ComparisonFinder::ends_extreme(Range tokens, Index behind) const {
  if (behind >= tokens.end) return true;
  if (article_.tokens[behind].kind == TokenKind::punctuation)
    return article_.tokens[behind].tag != Tag::hyph && article_.text(article_.tokens[behind]) != "-";
  const Token& next = article_.tokens[behind];
  const Spelling word = lower(article_, next);
  if (word != "of")
    return is_any(next, {WordClass::preposition, WordClass::conjunction, WordClass::subordinator});
  constexpr Index kNumber = 4;  // "of more than 9 euros"
  const Index end = std::min(behind + kNumber, tokens.end);
  return !Scene::starting_in(article_.amounts, article_.span_of({behind + 1, end})).empty();
}

}  // namespace tally
