// What came to nothing, is kept close or is nowhere set down → absences.
//
//   "Attempts to reach the owner failed."     "The firm keeps its sales to itself."     "It disclosed neither
//   the price nor the buyer."     "The police gave few details."     "The census does not record religion."
#include "claim/absence_finder.h"
#include "text/named_words.h"

namespace tally {

bool AbsenceFinder::read_closed(Index chunk, Index sentence, Index subject) {
  return read_vain(chunk, sentence, subject) || read_kept_close(chunk, sentence, subject) ||
         read_little_told(chunk, sentence, subject) || read_uncounted(chunk, sentence, subject) ||
         read_under_inquiry(chunk, sentence);
}

// "Attempts to contact [the owner] were unsuccessful", "Efforts to reach her failed".
bool AbsenceFinder::read_vain(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kTrying = {"attempt", "effort"};
  static constexpr NamedWords kReaching = {"reach", "contact", "interview", "trace", "find", "speak"};
  static constexpr NamedWords kVain = {"unsuccessful", "fruitless", "vain"};
  if (subject == kNone || subject + 3 > chunk || !is_same_clause(subject, chunk) ||
      !kTrying.contains(lemma(article_, scene_.head(subject))))
    return false;
  const Index reach = subject + 1;
  if (scene_.kind(reach) != ChunkKind::verb || !verb_group(article_, reach).infinitive ||
      !kReaching.contains(lemma(article_, scene_.head(reach))))
    return false;
  const Spelling word = lemma(article_, scene_.head(chunk));
  const Index state = chunk + 1;
  const bool unsuccessful = word == "be" && is_same_clause(state, chunk) &&
                            (kVain.contains_lower(scene_.head_text(state)) ||
                             (scene_.is_word(state, "in") && scene_.is_word(state + 1, "vain")));
  if (!unsuccessful && word != "fail") return false;
  Index whom = reach + 1;
  if (scene_.kind(whom) == ChunkKind::preposition) ++whom;
  const bool named = whom < chunk && scene_.kind(whom) == ChunkKind::noun;
  emit(chunk, sentence, named ? whom : kNone, subject);
  return true;
}

// "keeps its sales figures to itself", "has been kept under lock and key".
bool AbsenceFinder::read_kept_close(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  if (lemma(article_, scene_.head(chunk)) != "keep" || verb.negated || subject == kNone ||
      !is_same_clause(subject, chunk))
    return false;
  if (verb.passive) {
    const bool locked = scene_.is_word(chunk + 1, "under") && is_same_clause(chunk + 2, chunk) &&
                        (scene_.is_word(chunk + 2, "lock") || scene_.is_word(chunk + 2, "seal"));
    if (locked) emit(chunk, sentence, kNone, subject);
    return locked;
  }
  static constexpr NamedWords kSelves = {"itself", "himself", "herself", "themselves"};
  const Index to = chunk + 2;
  if (!is_somebody(subject) || !is_same_clause(to + 1, chunk) || !scene_.is_word(to, "to") ||
      !kSelves.contains_lower(scene_.head_text(to + 1)) || told_thing_after(chunk + 1) != chunk + 1)
    return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// "released few details", "disclosed neither the price nor the buyer".
bool AbsenceFinder::read_little_told(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kGiving = {"give",     "release", "offer", "provide",
                                         "disclose", "reveal",  "share"};
  const VerbGroup verb = verb_group(article_, chunk);
  const Index object = chunk + 1;
  if (verb.passive || verb.negated || verb.infinitive || !is_somebody(subject) || subject > chunk ||
      !is_same_clause(object, chunk) || !kGiving.contains(lemma(article_, scene_.head(chunk))))
    return false;
  const bool neither = starts_with(object, "neither") && is(scene_.head(chunk), WordClass::disclose_verb);
  const Spelling what = lemma(article_, scene_.head(object));
  const bool few = (starts_with(object, "few") || starts_with(object, "little")) &&
                   (what == "detail" || what == "information" || what == "explanation");
  if (!neither && !few) return false;
  emit(chunk, sentence, subject, object);
  return true;
}

// "Nobody has counted the strays", "The census does not record religion": habits of who keeps count, not what
// he left out once.
bool AbsenceFinder::read_uncounted(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kCounting = {"count",   "record", "register", "track",
                                           "monitor", "log",    "collect"};
  const VerbGroup verb = verb_group(article_, chunk);
  if (verb.passive || verb.infinitive || verb.modal || subject == kNone || subject > chunk ||
      !kCounting.contains(lemma(article_, scene_.head(chunk))) || !is_same_clause(chunk + 1, chunk) ||
      scene_.kind(chunk + 1) != ChunkKind::noun ||
      !Scene::starting_in(article_.amounts, scene_.span(chunk + 1)).empty())
    return false;
  const bool habit = verb.negated && !verb.past && !verb.perfect &&
                     (is_keeper(subject) || is_document(subject)) &&
                     !is(scene_.head(subject), WordClass::person) && scene_.head(subject).tag != Tag::prp;
  const bool nobody = is_nobody(subject) && (verb.perfect || !verb.past);
  const Spelling what = lemma(article_, scene_.head(chunk));
  const bool thing = what != "collect" && what != "count";
  if (!nobody && !(habit && thing)) return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// "What caused it is still being investigated", "Who gave the order remains under investigation".
bool AbsenceFinder::read_under_inquiry(Index chunk, Index sentence) {
  if (!is_question(chunks_.begin) || chunk <= chunks_.begin + 1) return false;
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  const bool looked_into = word == "investigate" && verb.passive && !verb.negated && !verb.perfect;
  const bool under = (word == "be" || word == "remain") && scene_.is_word(chunk + 1, "under") &&
                     scene_.is_word(chunk + 2, "investigation");
  if (!looked_into && !under) return false;
  emit(chunk, sentence, kNone, chunks_.begin);
  return true;
}

}  // namespace tally
