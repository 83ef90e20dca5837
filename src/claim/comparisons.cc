// Words that compare a figure with its own series → comparisons, without a number of their own:
//
//   "the lowest rate in more than a decade"       lowest, 10 years
//   "the first annual increase since 2011"        first_increase, since 2011
//   "increased continuously until 2009"           rising, each step, ../2009
//   "fell for the third year running"             falling, 3 steps
#include <algorithm>
#include <array>
#include <string>

#include "base/characters.h"
#include "claim/comparison_finder.h"
#include "claim/sentence_cues.h"
#include "claim/stages.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {

void ComparisonFinder::find() {
  for (Index s = 0; s < article_.sentences.size(); ++s) {
    if (!scene_.is_news(s)) continue;
    const Range tokens = article_.sentences[s].tokens;
    const Cues cues = cues_of(article_, tokens);
    const Range chunks = scene_.chunks_of(s);
    for (Index i = chunks.begin; i < chunks.end; ++i) {
      if (scene_.kind(i) == ChunkKind::noun && cues.has(Cue::rank)) read_noun(i);
      if (scene_.kind(i) == ChunkKind::verb) read_verb(i);
    }
    if (cues.has(Cue::than)) read_than_any(tokens);
    if (equals_lower(article_.text(article_.tokens[tokens.begin]), "only")) read_only_then(tokens);
    const bool length = tells_length(article_.sentences[s].span);
    if (cues.has(Cue::reach) || (cues.has(Cue::within) && length)) read_reach(tokens);
    if (length) read_years_of(tokens);
  }
}

bool ComparisonFinder::tells_length(Span sentence) const {
  return std::ranges::any_of(Scene::starting_in(article_.dates, sentence),
                             [](const Mention& date) { return date.kind == MentionKind::duration; });
}

ComparisonFinder::Signs ComparisonFinder::signs_of(Index chunk) const {
  Signs signs;
  const Range tokens = article_.chunks[chunk].tokens;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    const std::string_view word = article_.text(article_.tokens[t]);
    signs.first = signs.first || equals_lower(word, "first");
    signs.record =
        signs.record ||
        (equals_lower(word, "record") && (article_.chunks[chunk].head != t || is_record_number(chunk))) ||
        equals_lower(word, "unprecedented");
    signs.steady = signs.steady || is(article_.tokens[t], WordClass::steady);
    const bool least = is(article_.tokens[t], WordClass::least);
    const bool greatest = is(article_.tokens[t], WordClass::greatest);
    if (!least && !greatest && article_.tokens[t].tag != Tag::jjs) continue;
    if (is_at_least(t)) continue;
    if (const auto nth = rank_at(t); nth) signs.rank = nth;
    if (!signs.rank && is_ranked(t)) continue;
    if (least) signs.extreme = "lowest";
    if (greatest) signs.extreme = "highest";
    const bool other = article_.tokens[t].tag == Tag::jjs && signs.extreme.empty() &&
                       !equals_lower(word, "most") && !equals_lower(word, "least");
    if (other) signs.rarer = is(article_.tokens[t], WordClass::little) ? "lowest" : "highest";
  }
  return signs;
}

void ComparisonFinder::read_noun(Index chunk) {
  const auto [first, record, steady, extreme, rarer, rank] = signs_of(chunk);
  if (rank) return read_ranked(chunk, extreme.empty() ? rarer : extreme, *rank);
  const Direction way = direction_of(scene_, chunk);
  if (read_run(chunk, way) || read_more_each_step(chunk) || read_high_of_years(chunk) ||
      read_first_of_subject(chunk))
    return;
  // "the first fatal crash on the line": it happened, and nothing fell.
  const bool happened = is_any(scene_.head(chunk), {WordClass::crash_deed, WordClass::collapse_deed}) &&
                        !names_measure_moved(chunk);
  if (first && way != Direction::unknown && !happened) {
    add(chunk, way == Direction::up ? "first_increase" : "first_decrease", false);
  } else if (steady && way != Direction::unknown) {
    add(chunk, way == Direction::up ? "rising" : "falling", true);
  } else if (read_record(chunk, record)) {
    return;
  } else if (!extreme.empty() && compares_measure(chunk)) {
    add(chunk, extreme, false);
  } else if (extreme.empty() && !rarer.empty() &&
             (span_after(chunk) != kNone || says_ever(chunk) || names_its_time(chunk) ||
              is_of_owner(chunk))) {
    add(chunk, rarer, false);
  } else {
    read_peer(chunk, extreme.empty() ? rarer : extreme);
  }
}

bool ComparisonFinder::read_record(Index chunk, bool record) {
  if (is_record_told(chunk)) {
    add(chunk, "highest", false);
  } else if (is_record_set(chunk)) {
    add(chunk, "highest", false);
    leave_series(article_.claims.back());
    article_.claims.back().comparison->span.clear();  // "for births in a single day"
    article_.claims.back().comparison->years.reset();
  } else if (record && (names_measure(chunk) || is_record_number(chunk))) {
    add(chunk, is_low(chunk) ? "lowest" : "highest", false);
    // "votes for a record tax rise": how steep rises are is no series of who votes.
    Claim& claim = article_.claims.back();
    const bool step = is_any(scene_.head(chunk), {WordClass::up_noun, WordClass::down_noun});
    if (step && claim.about == kNone) claim.measure = {};
  } else {
    return false;
  }
  return true;
}

// "the fifth fall in a row", "its third consecutive monthly rise", "five declines running".
bool ComparisonFinder::read_run(Index chunk, Direction way) {
  if (way == Direction::unknown) return false;
  constexpr Index kRunWords = 3;
  Index run = kNone;
  for (Index i = chunk; i <= chunk + kRunWords && scene_.same_sentence(chunk, i) && run == kNone; ++i) {
    const bool verb = scene_.kind(i) == ChunkKind::verb && !scene_.is_word(i, "running");
    if (i > chunk && (verb || scene_.kind(i) == ChunkKind::punctuation)) break;
    if (scene_.is_word(i, "running")) run = i;
    const Range tokens = article_.chunks[i].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      if (is(article_.tokens[t], WordClass::in_a_row)) run = i;
    }
  }
  const std::optional<std::int32_t> steps = number_in(scene_.span(chunk));
  if (run == kNone || !steps) return false;
  add(chunk, way == Direction::up ? "rising" : "falling", true, run);
  article_.claims.back().comparison->steps = steps;
  return true;
}

// "fewer bad days every year since 2018"
bool ComparisonFinder::read_more_each_step(Index chunk) {
  const Token& first = article_.tokens[article_.chunks[chunk].tokens.begin];
  const std::string_view word = article_.text(first);
  const bool more = equals_lower(word, "more") || equals_lower(word, "higher");
  const bool less = equals_lower(word, "fewer") || equals_lower(word, "less") || equals_lower(word, "lower");
  const Index steps = chunk + 1;
  if ((!more && !less) || !scene_.same_sentence(chunk, steps) || !is_each_step(steps)) return false;
  add(chunk, more ? "rising" : "falling", true, steps);
  return true;
}

// "every year", "each season".
bool ComparisonFinder::is_each_step(Index chunk) const {
  const Spelling words = scene_.words(chunk);
  return (words.starts_with("every ") || words.starts_with("each ")) &&
         is(scene_.head(chunk), WordClass::time);
}

// "at [least]", "at [best]"; but "births at [lowest] level since 1946"
bool ComparisonFinder::is_at_least(Index token) const {
  if (token == 0 || lower(article_, article_.tokens[token - 1]) != "at") return false;
  const Spelling word = lower(article_, article_.tokens[token]);
  return word == "least" || word == "most" || word == "best" || word == "worst";
}

void ComparisonFinder::read_than_any(Range tokens) {
  const auto is_word = [&](Index t, std::string_view word) {
    return t < tokens.end && equals_lower(article_.text(article_.tokens[t]), word);
  };
  for (Index t = tokens.begin + 1; t + 1 < tokens.end; ++t) {
    if (!is_word(t, "than")) continue;
    Index comparative = t;
    while (comparative > tokens.begin && comparative + 4 > t && !is_comparative(comparative)) --comparative;
    if (!is_comparative(comparative)) comparative = comparative_opening(tokens, t);
    if (comparative == kNone || read_than_together(tokens, comparative, t)) continue;
    Index any = t + 1;
    while (any < t + 3 && !is_word(any, "any") && !is_word(any, "ever")) ++any;
    if (!is_word(any, "any") && !is_word(any, "ever")) continue;
    const Index chunk = chunk_at(article_, article_.tokens[comparative].span.begin);
    const Index reach = chunk_at(article_, article_.tokens[any].span.begin);
    if (chunk == kNone || reach == kNone) continue;
    // "more than any other state": one place among others.
    const Index clause = scene_.clause_of(chunk);
    const Index who = clause == kNone ? kNone : scene_.clause(clause).subject;
    const bool of_place = is_word(any, "any") && is_word(any + 1, "other") && who != kNone &&
                          is(scene_.head(who), WordClass::place) && span_after(reach) == kNone;
    if (of_place || (is_word(any, "any") && is(scene_.head(reach), WordClass::place) &&
                     !is(scene_.head(reach), WordClass::time)))
      continue;
    add(chunk, is_of_less(comparative) ? "lowest" : "highest", false, reach);
  }
}

// "[Fewer] people leave the island than at any time since": the sentence, or its clause, opens with it.
Index ComparisonFinder::comparative_opening(Range tokens, Index than) const {
  constexpr Index kFarthest = 16;
  for (Index t = than; t > tokens.begin && than - t < kFarthest; --t) {
    const Token& before = article_.tokens[t - 1];
    if (before.kind == TokenKind::punctuation) return kNone;
    const std::string_view word = article_.text(before);
    const bool counts =
        equals_lower(word, "more") || equals_lower(word, "fewer") || equals_lower(word, "less");
    if (counts && t < than && is_nominal(article_.tokens[t].tag)) return t - 1;
  }
  return kNone;
}

bool ComparisonFinder::names_its_time(Index chunk) const {
  const Index clause = scene_.clause_of(chunk);
  if (clause == kNone || scene_.clause(clause).subject != chunk) return false;
  const Index verb = scene_.clause(clause).verb;
  return verb != kNone && lemma(article_, scene_.head(verb)) == "be" &&
         scene_.kind(verb + 1) == ChunkKind::time && is(scene_.head(chunk), WordClass::time);
}

// "the first [price] crash"
bool ComparisonFinder::names_measure_moved(Index chunk) const {
  const Index head = article_.chunks[chunk].head;
  return head > article_.chunks[chunk].tokens.begin &&
         is_any(article_.tokens[head - 1], {WordClass::measure, WordClass::money});
}

bool ComparisonFinder::names_measure(Index chunk) const {
  const Token& head = scene_.head(chunk);
  if (lemma(article_, head) == "date") return false;  // "the record date": of whom the books name
  // "a record year", "the record season"
  return is_any(head, {WordClass::measure, WordClass::time, WordClass::up_noun, WordClass::down_noun}) ||
         scene_.is_word(chunk, "high") || scene_.is_word(chunk, "low") || head.kind == TokenKind::number;
}

// "the districts with the most cases", "Kent had the highest number": one place among others, not one time.
bool ComparisonFinder::ranks_places(Index chunk) const {
  const auto is_place = [&](Index noun) {
    if (noun == kNone || scene_.kind(noun) != ChunkKind::noun) return false;
    const Mention* name = scene_.name_in(scene_.span(noun));
    return is(scene_.head(noun), WordClass::place) ||
           (name != nullptr && name->name_kind == NameKind::place &&
            name->span.contains(scene_.head(noun).span));
  };
  if (span_after(chunk) != kNone || says_ever(chunk)) return false;
  const bool with = chunk >= 2 && scene_.same_sentence(chunk, chunk - 2) && scene_.is_word(chunk - 1, "with");
  if (with && is_place(chunk - 2)) return true;
  const Index clause = scene_.clause_of(chunk);
  if (clause == kNone || scene_.clause(clause).verb == kNone) return false;
  const Token& verb = scene_.head(scene_.clause(clause).verb);
  const bool has =
      is(verb, WordClass::light_verb) || is(verb, WordClass::report_verb) || is(verb, WordClass::count_verb);
  return has && lemma(article_, verb) != "be" && scene_.clause(clause).verb < chunk &&
         is_place(scene_.clause(clause).subject);
}

bool ComparisonFinder::compares_measure(Index chunk) const {
  const Token& head = scene_.head(chunk);
  if (ranks_places(chunk)) return false;
  // "most areas", "most of the workers" compare nothing.
  if (scene_.words(chunk).starts_with("most ") && head.tag == Tag::nns && !says_ever(chunk)) return false;
  if (scene_.same_sentence(chunk, chunk + 1) && scene_.is_word(chunk, "most") &&
      scene_.is_word(chunk + 1, "of"))
    return false;
  // "The largest, at Torv, held 12 per cent": one of many, that did something.
  const Index clause = scene_.clause_of(chunk);
  const bool thing = head.tag == Tag::jjs && clause != kNone && scene_.clause(clause).subject == chunk &&
                     scene_.clause(clause).verb != kNone && chunk < scene_.clause(clause).verb &&
                     lemma(article_, scene_.head(scene_.clause(clause).verb)) != "be" &&
                     span_after(chunk) == kNone && !says_ever(chunk);
  if (thing) return false;
  const bool measure = is(head, WordClass::measure) || head.tag == Tag::jjs ||
                       head.kind == TokenKind::number || is(head, WordClass::up_noun) ||
                       is(head, WordClass::down_noun);
  return measure || span_after(chunk) != kNone || says_ever(chunk) || is_of_owner(chunk);
}

void ComparisonFinder::read_verb(Index chunk) {
  const Direction way = direction_of(scene_, chunk);
  if (way == Direction::unknown) return;
  const Index first_time = phrase_after(chunk, "time");
  if (first_time != kNone) {
    const Index phrase = article_.chunks[first_time].tokens.begin;
    if (phrase > 0 && read_crossing(article_.sentences[article_.chunks[chunk].sentence].tokens, phrase - 1))
      return;
    add(chunk, way == Direction::up ? "first_increase" : "first_decrease", false, first_time);
    return;
  }
  Index run = chunk;
  if (const std::optional<std::int32_t> steps = running_steps(chunk, run)) {
    add(chunk, way == Direction::up ? "rising" : "falling", true);
    Claim& told = article_.claims.back();
    told.comparison->steps = steps;
    told.quote = cover(told.quote, scene_.span(run));
  } else if (is_steady(chunk)) {
    add(chunk, way == Direction::up ? "rising" : "falling", true);
  } else if (goes_on(chunk)) {
    add(chunk, way == Direction::up ? "rising" : "falling", false);
  }
}

bool ComparisonFinder::goes_on(Index verb) const {
  const VerbGroup group = verb_group(article_, verb);
  const Index clause = scene_.clause_of(verb);
  if (!group.perfect || !group.progressive || group.negated || group.modal || clause == kNone) return false;
  const Range chunks = scene_.clause(clause).chunks;
  return scene_.clause(clause).object == kNone &&
         Scene::starting_in(article_.amounts, span_of_chunks(article_, {verb, chunks.end})).empty();
}

Index ComparisonFinder::phrase_after(Index verb, std::string_view head) const {
  for (Index i = verb + 1; i < verb + 8 && scene_.same_sentence(verb, i); ++i) {
    if (scene_.kind(i) == ChunkKind::verb) break;
    if (scene_.kind(i) != ChunkKind::noun || !scene_.is_word(i, head)) continue;
    if (scene_.words(i).contains("first")) return i;
  }
  return kNone;
}

// How many times "for the third year running" says; `run` becomes the chunk that says it.
std::optional<std::int32_t> ComparisonFinder::running_steps(Index verb, Index& run) const {
  const Index clause = scene_.clause_of(verb);
  if (clause == kNone) return std::nullopt;
  const Range chunks = scene_.clause(clause).chunks;
  bool running = false;
  std::optional<std::int32_t> steps;
  for (Index i = verb + 1; i < chunks.end; ++i) {
    // "for the third year running, from 52 to 118": what comes behind is no count of years.
    if (running || (scene_.kind(i) == ChunkKind::verb && !scene_.is_word(i, "running"))) break;
    // "after five declines in a row" speaks for itself.
    if (scene_.kind(i) == ChunkKind::noun && direction_of(scene_, i) != Direction::unknown) break;
    const Range tokens = article_.chunks[i].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      if (!is(article_.tokens[t], WordClass::in_a_row)) continue;
      running = true;
      run = i;
    }
    // "have lost five matches in a row": no steps of a series.
    if (i == scene_.clause(clause).object && !is(scene_.head(i), WordClass::time)) return std::nullopt;
    if (const auto number = number_in(scene_.span(i))) steps = number;
  }
  return running ? steps : std::nullopt;
}

std::optional<std::int32_t> ComparisonFinder::number_in(Span span) const {
  for (const Mention& amount : Scene::starting_in(article_.amounts, span)) {
    if (!span.contains(amount.span) || !amount.value || !amount.value->best) continue;
    const Decimal best = *amount.value->best;
    if (best.is_integer() && best < Decimal(100)) return static_cast<std::int32_t>(best.to_double());
  }
  // "for three quarters running": no part of one.
  constexpr std::array<std::string_view, 7> kFew = {"two", "three", "four", "five", "six", "seven", "eight"};
  const Index token = token_from(article_, span.begin);
  const Spelling word = token < article_.tokens.size() ? lower(article_, article_.tokens[token]) : Spelling();
  const auto* const few = std::ranges::find(kFew, word.view());
  if (few == kFew.end() || !span.contains(article_.tokens[token].span) ||
      !scene_.is_word(chunk_at(article_, span.begin), "quarters"))
    return std::nullopt;
  return static_cast<std::int32_t>(few - kFew.begin()) + 2;
}

bool ComparisonFinder::is_steady(Index verb) const {
  const Range tokens = article_.chunks[verb].tokens;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    if (is(article_.tokens[t], WordClass::steady)) return true;
  }
  for (Index i : {verb + 1, verb - 1}) {
    if (!scene_.same_sentence(verb, i)) continue;
    if (scene_.kind(i) == ChunkKind::adverb && is(scene_.head(i), WordClass::steady)) return true;
  }
  Index behind = verb + 1;
  // "have gone up every year"
  if (scene_.kind(behind) == ChunkKind::adverb) ++behind;
  const bool at = scene_.kind(behind) == ChunkKind::preposition && scene_.is_word(behind, "at");
  if (at || (scene_.kind(behind) == ChunkKind::preposition && scene_.is_word(behind, "in"))) ++behind;
  const Spelling next = scene_.same_sentence(verb, behind) ? scene_.words(behind) : Spelling();
  const bool steps = next.starts_with("every ") || next.starts_with("each ");
  // "at every election"
  // "in each of the past four years"
  if (next == "each" && scene_.is_word(behind + 1, "of") &&
      (duration_in(scene_.span(behind + 2)) != nullptr ||
       (scene_.same_sentence(verb, behind + 2) && is(scene_.head(behind + 2), WordClass::season))))
    return true;
  if (steps && (at || is(scene_.head(behind), WordClass::time))) return true;
  // "[In each year] between, orders rose"
  const Index first = scene_.chunks_of(article_.chunks[verb].sentence).begin;
  if (scene_.is_word(first, "in") && first + 1 < verb && is_each_step(first + 1)) return true;
  return next == "every year" || next == "each year" || next == "every month" || next == "year after year";
}

void find_comparisons(Article& article) {
  ComparisonFinder(article).find();
}

}  // namespace tally
