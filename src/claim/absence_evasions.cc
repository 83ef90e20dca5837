// How somebody gets round an answer, and what is kept for few eyes → absences.
//
//   "ducked the question"     "let the deadline pass without a reply"     "stopped short of naming the firm"
//   "“No comment,” said the chairman."     "is anyone's guess"     "The terms are confidential."
#include "base/characters.h"
#include "claim/absence_finder.h"
#include "text/named_words.h"

namespace tally {

// "Asked in the chamber, [the minister] declined": the noun straight before a verb that has no other subject.
Index AbsenceFinder::noun_straight_before(Index verb) const {
  Index at = verb;
  while (at > chunks_.begin && scene_.kind(at - 1) == ChunkKind::adverb) --at;
  if (at < chunks_.begin + 2) return kNone;
  // "…, the junior minister, Alan Tribe, did not": the name between the commas.
  if (scene_.is_word(at - 1, ",") && at >= chunks_.begin + 4 && scene_.is_word(at - 3, ",")) --at;
  const Index noun = at - 1;
  const bool free = noun > chunks_.begin && scene_.is_word(noun - 1, ",");
  return free && is_somebody(noun) ? noun : kNone;
}

bool AbsenceFinder::read_evasion(Index chunk, Index sentence, Index subject) {
  return read_dodged(chunk, sentence, subject) || read_without_answer(chunk, sentence, subject) ||
         read_stopped_short(chunk, sentence, subject) || read_anyones_guess(chunk, sentence, subject) ||
         read_confidential(chunk, sentence, subject) || read_undivided(chunk, sentence, subject) ||
         read_no_number_put(chunk, sentence, subject) || read_not_there(chunk, sentence, subject);
}

// "ducked the question", "brushed aside questions", "referred all inquiries to the ministry".
bool AbsenceFinder::read_dodged(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kDodging = {"duck", "dodge", "sidestep", "evade", "deflect", "skirt", "parry"};
  static constexpr NamedWords kAside = {"brush", "laugh", "wave", "bat", "shrug", "brush aside", "laugh off"};
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  const bool refers = word == "refer";
  const bool aside = kAside.contains(word);
  if (verb.passive || verb.negated || !is_somebody(subject) || !(refers || aside || kDodging.contains(word)))
    return false;
  Index object = chunk + 1;
  if (aside && is_same_clause(object, chunk) && scene_.kind(object) != ChunkKind::noun) ++object;
  if (!is_same_clause(object, chunk) || scene_.kind(object) != ChunkKind::noun) return false;
  const Spelling what = lemma(article_, scene_.head(object));
  const bool asked = what == "question" || what == "query" || what == "inquiry" || what == "enquiry";
  const bool passes_on = refers && is_same_clause(object + 1, chunk) && scene_.is_word(object + 1, "to");
  if (!asked || (refers && !passes_on)) return false;
  emit(chunk, sentence, subject, object);
  return true;
}

// "let two deadlines pass without a reply", "left without an explanation".
bool AbsenceFinder::read_without_answer(Index chunk, Index sentence, Index subject) {
  constexpr Index kFarthest = 5;
  if (!is_somebody(subject) || verb_group(article_, chunk).passive) return false;
  for (Index i = chunk + 1; i + 1 < std::min(chunks_.end, chunk + kFarthest); ++i) {
    if (scene_.kind(i) == ChunkKind::punctuation) return false;
    if (!scene_.is_word(i, "without")) continue;
    // "without taking questions"
    const bool takes = scene_.is_word(i + 1, "taking") || scene_.is_word(i + 1, "answering");
    if (takes && is_same_clause(i + 2, chunk) && lemma(article_, scene_.head(i + 2)) == "question")
      return emit(chunk, sentence, subject, i), true;
    if (scene_.kind(i + 1) != ChunkKind::noun) continue;
    const Token& what = scene_.head(i + 1);
    if (!is(what, WordClass::answer_noun) || lemma(article_, what) == "confirmation") return false;
    emit(chunk, sentence, subject, i + 1);
    return true;
  }
  return false;
}

// "stopped short of naming the company".
bool AbsenceFinder::read_stopped_short(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kSaying = {"name", "identify", "say", "confirm", "blame", "put", "specify"};
  if (lemma(article_, scene_.head(chunk)) != "stop" || !is_somebody(subject)) return false;
  for (Index i = chunk + 1; i < std::min(chunks_.end, chunk + 4); ++i) {
    if (scene_.kind(i) != ChunkKind::verb) continue;
    const bool tells = scene_.head(i).tag == Tag::vbg && kSaying.contains(lemma(article_, scene_.head(i)));
    const bool short_of = scene_.is_word(i - 1, "of") || scene_.words(i - 1) == "short of";
    if (!tells || !short_of) return false;
    emit(chunk, sentence, subject, i + 1);
    return true;
  }
  return false;
}

// "How many got in is anyone's guess", "who paid remains a mystery".
bool AbsenceFinder::read_anyones_guess(Index chunk, Index sentence, Index subject) {
  const Spelling word = lemma(article_, scene_.head(chunk));
  if ((word != "be" && word != "remain") || !is_same_clause(chunk + 1, chunk)) return false;
  const Index said = state_behind(chunk) == chunk ? chunk + 1 : state_behind(chunk);
  if (!is_same_clause(said, chunk)) return false;
  const Spelling words = scene_.words(said);
  const bool guess = words == "anyone's guess" || words == "anybody's guess" || words == "anyone’s guess" ||
                     words == "anybody’s guess";
  const Index asked = opening_question(chunk);
  const bool mystery = words == "a mystery" && asked != kNone;
  if (!guess && !mystery) return false;
  emit(chunk, sentence, kNone, asked != kNone ? asked : subject == kNone ? chunk + 1 : subject);
  return true;
}

// "The terms of the deal are confidential", "the contract remains under wraps", "their names are being
// withheld".
bool AbsenceFinder::read_confidential(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kClosed = {"confidential", "classified"};
  if (subject == kNone || subject > chunk || !is_same_clause(subject, chunk)) return false;
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  const Token& what = scene_.head(subject);
  const bool told = is_any(what, {WordClass::unknown_noun, WordClass::report_noun, WordClass::count_noun});
  const bool withheld = word == "withhold" && verb.passive && !verb.negated && told;
  const Index state = chunk + 1;
  const bool being = (word == "be" || word == "remain" || word == "stay" || word == "keep") &&
                     !verb.negated && is_same_clause(state, chunk);
  const bool wraps = being && scene_.is_word(state, "under") && is_same_clause(state + 1, chunk) &&
                     scene_.is_word(state + 1, "wraps");
  const bool closed = being && told && kClosed.contains_lower(scene_.head_text(state));
  if (!withheld && !wraps && !closed) return false;
  emit(chunk, sentence, kNone, subject);
  return true;
}

// "The statistics do not distinguish between", "does not break the total down", "are not counted separately".
bool AbsenceFinder::read_undivided(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  if (!verb.negated || verb.modal || subject == kNone || subject > chunk || !is_same_clause(subject, chunk))
    return false;
  const Spelling word = lemma(article_, scene_.head(chunk));
  bool down = word == "break down";
  bool apart = false;
  for (Index i = chunk; i < std::min(chunks_.end, chunk + 4); ++i) {
    down = down || scene_.is_word(i, "down") || is_group_word(i, "down");
    apart = apart || scene_.is_word(i, "separately");
  }
  const bool breaks = (word == "break" && down) || word == "break down";
  if (verb.passive) {
    if (!(breaks || (apart && is(scene_.head(chunk), WordClass::count_verb)))) return false;
    return emit(chunk, sentence, kNone, subject), true;
  }
  const bool divides = word == "distinguish" || word == "differentiate" || breaks;
  const bool teller = is_keeper(subject) || is(scene_.head(subject), WordClass::report_noun);
  if (!divides || !teller) return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// "[put] a figure on the cost"
bool AbsenceFinder::puts_number(Index verb) const {
  static constexpr NamedWords kNumbers = {"figure", "number", "price", "total", "date"};
  if (lemma(article_, scene_.head(verb)) != "put" || !is_same_clause(verb + 2, verb) ||
      scene_.kind(verb + 1) != ChunkKind::noun)
    return false;
  return kNumbers.contains(lemma(article_, scene_.head(verb + 1))) && scene_.is_word(verb + 2, "on");
}

// "would not put a figure on the cost", "were unwilling to put a number on it".
bool AbsenceFinder::read_no_number_put(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kShy = {"unwilling", "unable", "reluctant"};
  if (!is_somebody(subject) || !is_same_clause(subject, chunk)) return false;
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  Index put = verb.negated ? chunk : kNone;
  if (word == "decline" || word == "refuse") put = chunk + 1;
  if (word == "be" && is_same_clause(chunk + 2, chunk) && kShy.contains_lower(scene_.head_text(chunk + 1)))
    put = chunk + 2;
  if (put == kNone || !is_same_clause(put, chunk) || scene_.kind(put) != ChunkKind::verb || !puts_number(put))
    return false;
  emit(chunk, sentence, subject, put + 1);
  return true;
}

// "did not elaborate", "was not immediately available", "hung up when reached", "has nothing to say on it".
bool AbsenceFinder::read_not_there(Index chunk, Index sentence, Index subject) {
  if (!is_somebody(subject) && !is_document(subject)) return false;
  if (!is_same_clause(subject, chunk) || subject > chunk) return false;
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  const Index next = chunk + 1;
  if (!is_same_clause(next, chunk)) return false;
  const Index state = state_behind(chunk);
  const auto ends = [&](Index at) {
    return at >= chunks_.end || scene_.kind(at) == ChunkKind::punctuation ||
           scene_.kind(at) == ChunkKind::time || scene_.is_word(at, "on") || scene_.is_word(at, "further");
  };
  const bool elaborates = word == "do" && verb.negated && scene_.is_word(next, "elaborate") && ends(next + 1);
  const bool available =
      word == "be" && verb.negated && state != chunk && is_somebody(subject) &&
      scene_.is_word(state, "available") && ends(state + 1) &&
      is_any(scene_.head(subject), {WordClass::role, WordClass::source_noun, WordClass::person});
  const bool hung = (word == "hang" || word == "hang up") && !verb.negated && !verb.passive &&
                    (word == "hang up" || is_group_word(chunk, "up") || scene_.is_word(next, "up"));
  const bool nothing =
      word == "have" && scene_.is_word(next, "nothing") && is_same_clause(next + 1, chunk) &&
      scene_.kind(next + 1) == ChunkKind::verb &&
      (lemma(article_, scene_.head(next + 1)) == "say" || lemma(article_, scene_.head(next + 1)) == "add");
  if (!elaborates && !available && !hung && !nothing) return false;
  emit(chunk, sentence, subject, next);
  return true;
}

// "Neither did its parent", "Nor would the union": behind somebody's silence that of another.
bool AbsenceFinder::read_nor_another(Index chunk, Index sentence) {
  static constexpr NamedWords kHelping = {"do", "have", "would", "will", "can", "could", "be"};
  const bool opens = chunk == chunks_.begin + 1 &&
                     (scene_.words(chunks_.begin) == "neither" || scene_.words(chunks_.begin) == "nor");
  const bool silent = !claims_.empty() && claims_.back().kind == ClaimKind::absence && sentence > 0 &&
                      article_.sentences[sentence - 1].span.contains(claims_.back().quote.begin) &&
                      !claims_.back().attribution.empty();
  if (!opens || !silent || !kHelping.contains(lemma(article_, scene_.head(chunk))) ||
      article_.chunks[chunk].tokens.size() != 1)
    return false;
  const Index another = chunk + 1;
  const bool ends = another + 1 >= chunks_.end || scene_.kind(another + 1) == ChunkKind::punctuation;
  if (!is_same_clause(another, chunk) || !ends || !is_somebody(another)) return false;
  emit(chunk, sentence, another, chunk);
  return true;
}

// "“No comment,” said the chairman", "“No comment.”": the answer of whoever gives it.
void AbsenceFinder::read_no_comment(Index sentence) {
  for (const Mention& quote : Scene::starting_in(article_.quotes, article_.sentences[sentence].span)) {
    const std::string words = lower_case(article_.text(quote.span));
    constexpr std::size_t kLongest = 22;  // with marks of three bytes
    if (words.size() > kLongest || words.find("no comment") == std::string::npos) continue;
    for (Index i = 0; i < attributions_.sayings.size(); ++i) {
      if (attributions_.sayings[i].content.front() != quote.span || attributions_.sources[i].empty())
        continue;
      const Index mark = chunk_at(article_, quote.span.begin);
      if (mark == kNone) return;
      emit(mark, sentence, kNone, chunks_.end);
      claims_.back().quote = cover(quote.span, attributions_.sayings[i].cue);
      claims_.back().attribution.clear();
      claim_for(claims_.back(), attributions_.sources[i].front());
      return;
    }
  }
}

// "bought it for an undisclosed sum".
void AbsenceFinder::read_undisclosed_sum(Index chunk, Index sentence) {
  static constexpr NamedWords kSums = {"sum", "fee", "amount", "price", "number"};
  if (!is_group_word(chunk, "undisclosed") || !kSums.contains(lemma(article_, scene_.head(chunk)))) return;
  emit(chunk, sentence, kNone, chunk);
  claims_.back().attribution.clear();
}

}  // namespace tally
