// Answers that were asked for and did not come, by what stands for the verb of telling → absences.
//
//   "The insurer replied; the builder did not."     "The union chose not to comment."     "would only say
//   that" "left that question unanswered"     "rejected a request for the figures"     "has no idea how many"
#include <algorithm>

#include "claim/absence_finder.h"
#include "text/named_words.h"

namespace tally {

bool AbsenceFinder::read_unanswered(Index chunk, Index sentence, Index subject) {
  return read_did_not(chunk, sentence, subject) || read_chose_not(chunk, sentence, subject) ||
         read_only_said(chunk, sentence, subject) || read_left_unanswered(chunk, sentence, subject) ||
         read_request_refused(chunk, sentence, subject) || read_no_idea(chunk, sentence, subject) ||
         read_unspoken(chunk, sentence, subject) || read_awaited(chunk, sentence, subject);
}

// "promised a reply by May. We are [still waiting] for it", "is still awaiting an answer from the bank": by
// whom was asked, or who gave his word.
bool AbsenceFinder::read_awaited(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kComing = {"see", "hear", "read", "get", "receive", "learn"};
  const Spelling word = lemma(article_, scene_.head(chunk));
  const VerbGroup verb = verb_group(article_, chunk);
  const bool waits = (word == "wait" || word == "await") && verb.progressive && !verb.negated;
  const bool still =
      is_group_word(chunk, "still") || (chunk > chunks_.begin && scene_.is_word(chunk - 1, "still"));
  if (!waits || !still || !is_somebody(subject) || subject > chunk) return false;
  const Index next = chunk + 1;
  const Index thing = scene_.is_word(next, "for") ? next + 1 : next;
  const bool told = is_same_clause(thing, chunk) && scene_.kind(thing) == ChunkKind::noun &&
                    (is(scene_.head(thing), WordClass::answer_noun) || scene_.head(thing).tag == Tag::prp ||
                     told_thing_after(thing) != kNone);
  const bool seen = scene_.same_sentence(next, chunk) && scene_.kind(next) == ChunkKind::verb &&
                    verb_group(article_, next).infinitive &&
                    kComing.contains(lemma(article_, scene_.head(next)));
  if (!told && !seen) return false;
  const bool from = told && scene_.is_word(thing + 1, "from") && is_somebody(thing + 2);
  Source by = from ? Source{} : reader_.body_asked_before(sentence);
  if (!from && called(by).empty()) by = reader_.somebody_bound_before(sentence);
  // "We are still waiting for rain": nobody was to tell anything.
  const bool pronoun = !seen && scene_.head(thing).tag == Tag::prp;
  if (called(by).empty() && (pronoun || seen) && !from) return false;
  emit(chunk, sentence, from ? thing + 2 : kNone, next);
  if (!called(by).empty()) claim_for(claims_.back(), by);
  return true;
}

// Nothing of the clause stands behind but a time.
bool AbsenceFinder::closes_clause(Index chunk) const {
  Index next = chunk + 1;
  while (is_same_clause(next, chunk) && scene_.kind(next) == ChunkKind::time) ++next;
  return next >= chunks_.end || scene_.kind(next) == ChunkKind::punctuation;
}

// "The insurer replied to our questions; [the builder did not]", "The mayor commented, the council has not".
bool AbsenceFinder::read_did_not(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kHelping = {"do", "have", "would", "will", "can", "could"};
  const VerbGroup verb = verb_group(article_, chunk);
  if (!verb.negated || !kHelping.contains(lemma(article_, scene_.head(chunk))) || !closes_clause(chunk) ||
      !is_somebody(subject) || subject > chunk || subject <= chunks_.begin)
    return false;
  for (Index i = chunks_.begin; i < subject; ++i) {
    if (scene_.kind(i) != ChunkKind::verb) continue;
    const Token& head = scene_.head(i);
    const bool answered = is(head, WordClass::answer_verb) && lemma(article_, head) != "decline";
    if (!answered || verb_group(article_, i).negated) continue;
    emit(chunk, sentence, subject, chunk + 1);
    return true;
  }
  return false;
}

// "chose not to comment", "preferred not to give his name", "opted not to publish it".
bool AbsenceFinder::read_chose_not(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kChoosing = {"choose", "prefer", "decide", "opt", "elect", "agree"};
  const Spelling word = lemma(article_, scene_.head(chunk));
  if (!kChoosing.contains(word) || !is_somebody(subject) || subject > chunk ||
      !is_same_clause(subject, chunk) || verb_group(article_, chunk).negated)
    return false;
  Index told = chunk + 1;
  bool negated = false;
  while (is_same_clause(told, chunk) && scene_.kind(told) == ChunkKind::adverb)
    negated = negated || scene_.is_word(told++, "not");
  if (!is_same_clause(told, chunk) || scene_.kind(told) != ChunkKind::verb) return false;
  const VerbGroup group = verb_group(article_, told);
  const Token& head = scene_.head(told);
  if (!(negated || group.negated) || !group.infinitive) return false;
  const bool answers = is_any(head, {WordClass::answer_verb, WordClass::speak_verb});
  const bool tells = is_telling_verb(head) && (closes_clause(told) || is_unknown(told + 1));
  if (!answers && !tells) return false;
  emit(chunk, sentence, subject, told + 1);
  return true;
}

// "The police would only say that an inquiry was under way": that, and no more.
bool AbsenceFinder::read_only_said(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  if (!(verb.modal || verb.future) || verb.negated || !is_somebody(subject) || subject > chunk ||
      lemma(article_, scene_.head(chunk)) != "say")
    return false;
  const bool only =
      is_group_word(chunk, "only") || (is_same_clause(chunk + 1, chunk) && scene_.is_word(chunk + 1, "only"));
  if (!only) return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// "left that question unanswered", "The union's phone rang unanswered".
bool AbsenceFinder::read_left_unanswered(Index chunk, Index sentence, Index subject) {
  constexpr Index kFarthest = 4;
  if (subject == kNone || subject > chunk || !is_same_clause(subject, chunk)) return false;
  const bool left = lemma(article_, scene_.head(chunk)) == "leave";
  for (Index i = chunk + 1; i < std::min(chunks_.end, chunk + kFarthest); ++i) {
    if (scene_.kind(i) == ChunkKind::punctuation || scene_.kind(i) == ChunkKind::verb) break;
    if (!is_group_word(i, "unanswered")) continue;
    const bool asked = is(scene_.head(subject), WordClass::contact_noun);
    if (!left && !asked && i != chunk + 1) return false;
    emit(chunk, sentence, left && is_somebody(subject) ? subject : kNone, left ? chunk + 1 : subject);
    return true;
  }
  return false;
}

// "rejected a freedom of information request for the figures", "was denied access to the files".
bool AbsenceFinder::read_request_refused(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kRefusing = {"reject", "refuse", "deny", "turn down", "turn", "decline"};
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  if (!kRefusing.contains(word) || verb.negated || subject == kNone || subject > chunk ||
      !is_same_clause(subject, chunk) || !is_same_clause(chunk + 1, chunk))
    return false;
  if (word == "turn" && !is_group_word(chunk, "down")) return false;
  Index object = chunk + 1;
  if (verb.passive) {
    const bool access = scene_.is_word(object, "access") && is_same_clause(object + 2, chunk) &&
                        scene_.is_word(object + 1, "to") && told_thing_after(object + 2) == object + 2;
    if (access) emit(chunk, sentence, kNone, object);
    return access;
  }
  while (is_same_clause(object, chunk) && scene_.kind(object) == ChunkKind::noun &&
         !is(scene_.head(object), WordClass::contact_noun) && scene_.is_word(object + 1, "of"))
    object += 2;
  if (!is_somebody(subject) || !is_same_clause(object + 2, chunk) || scene_.kind(object) != ChunkKind::noun ||
      !is(scene_.head(object), WordClass::contact_noun) || !scene_.is_word(object + 1, "for") ||
      told_thing_after(object + 2) == kNone)
    return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// "The ministry has no idea how many there are", "Nobody seems to know who gave the order".
bool AbsenceFinder::read_no_idea(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  const Index next = chunk + 1;
  if (subject == kNone || subject > chunk || !is_same_clause(next + 1, chunk)) return false;
  const bool idea =
      word == "have" && is_keeper(subject) && scene_.words(next) == "no idea" && is_question(next + 1);
  const bool seems = (word == "seem" || word == "appear") && is_nobody(subject) && !verb.negated &&
                     scene_.kind(next) == ChunkKind::verb && verb_group(article_, next).infinitive &&
                     is(scene_.head(next), WordClass::establish_verb) && is_question(next + 1);
  if (!idea && !seems) return false;
  emit(chunk, sentence, subject, next + 1);
  return true;
}

// "does not mention the second ship", "The statement named nobody", "would say neither when nor where",
// "none answered".
bool AbsenceFinder::read_unspoken(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  const Token& head = scene_.head(chunk);
  const Spelling word = lemma(article_, head);
  const Index next = chunk + 1;
  if (verb.passive || verb.infinitive) return false;
  const bool none = chunk > chunks_.begin && is_nobody(chunk - 1);
  if (none && is(head, WordClass::answer_verb) && !verb.negated && closes_clause(chunk))
    return emit(chunk, sentence, chunk - 1, next), true;
  if (subject == kNone || subject > chunk || !is_teller(subject) || !is_same_clause(next, chunk))
    return false;
  const bool mentions = word == "mention" && verb.negated && scene_.kind(next) == ChunkKind::noun &&
                        scene_.head(next).tag != Tag::prp;
  const bool names = (word == "name" || word == "identify") && !verb.negated && is_nobody(next);
  const bool neither = is_telling_verb(head) && !verb.negated && scene_.is_word(next, "neither") &&
                       is_same_clause(next + 1, chunk) && is_question(next + 1);
  if (!mentions && !names && !neither) return false;
  emit(chunk, sentence, subject, next);
  return true;
}

}  // namespace tally
