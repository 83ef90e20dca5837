// What was asked for and not handed over, not heard of, or not in what was handed over → absences.
//
//   "has not provided the court with the lists"    "has not received the returns"    "gave no evidence"
//   "neither confirmed nor denied it"    "could not determine what struck the hull"    "did not pick up the
//   phone"    "Many falls are never reported."
#include <algorithm>

#include "claim/absence_finder.h"
#include "text/named_words.h"

namespace tally {
namespace {

// What tells something, and may be kept back or left out.
bool is_told_thing(const Article& article, const Token& head) {
  static constexpr NamedWords kProof = {"evidence", "proof", "paper", "telemetry", "footage", "tape"};
  return is_any(head, {WordClass::report_noun, WordClass::count_noun, WordClass::unknown_noun,
                       WordClass::answer_noun, WordClass::killed_noun, WordClass::rate_noun}) ||
         kProof.contains(lemma(article, head)) || is(head, WordClass::count_verb);
}

}  // namespace

bool AbsenceFinder::read_withheld(Index chunk, Index sentence, Index subject) {
  return read_unmentioned(chunk, sentence, subject) || read_not_provided(chunk, sentence, subject) ||
         read_not_received(chunk, sentence, subject) || read_left_out(chunk, sentence, subject) ||
         read_undetermined(chunk, sentence, subject) || read_unreported(chunk, sentence, subject);
}

// "neither confirmed nor denied the arrest", "would neither confirm nor deny it".
bool AbsenceFinder::read_neither(Index chunk, Index sentence, Index subject) {
  if (!is(scene_.head(chunk), WordClass::confirm_verb) || !scene_.is_word(chunk + 1, "nor")) return false;
  const bool neither =
      is_group_word(chunk, "neither") || (chunk > chunks_.begin && scene_.is_word(chunk - 1, "neither"));
  if (!neither || !is_same_clause(chunk + 2, chunk) || !is(scene_.head(chunk + 2), WordClass::deny_verb))
    return false;
  // "The prosecutor [neither] confirmed nor denied it": the conjunction parts him from his verb.
  const bool apart = subject == kNone && chunk >= chunks_.begin + 2 && is_somebody(chunk - 2);
  emit(chunk, sentence, apart ? chunk - 2 : subject, chunk + 1);
  return true;
}

// "The statement made no mention of compensation", "The council withheld the results of the test".
bool AbsenceFinder::read_unmentioned(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  if (subject == kNone || subject > chunk || verb.passive || verb.negated || verb.infinitive ||
      !is_same_clause(chunk + 1, chunk) || scene_.kind(chunk + 1) != ChunkKind::noun)
    return false;
  const bool mentions = word == "make" && starts_with(chunk + 1, "no") &&
                        (scene_.is_word(chunk + 1, "mention") || scene_.is_word(chunk + 1, "reference")) &&
                        (is_somebody(subject) || is_document(subject));
  const bool withholds = word == "withhold" && is_somebody(subject) && told_thing_after(chunk + 1) != kNone;
  if (!mentions && !withholds) return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// The first chunk from `from` on that names something told, before a comma or a verb; kNone where none does.
Index AbsenceFinder::told_thing_after(Index from) const {
  constexpr Index kFarthest = 6;
  for (Index i = from; i < std::min(chunks_.end, from + kFarthest); ++i) {
    if (scene_.kind(i) == ChunkKind::verb || scene_.kind(i) == ChunkKind::punctuation) break;
    if (scene_.kind(i) == ChunkKind::noun && is_told_thing(article_, scene_.head(i))) return i;
    // "does not contain one": of what the words before asked for
    if (scene_.is_word(i, "one") && i == from) return i;
  }
  return kNone;
}

// "has not provided the court with the lists", "wouldn't share its numbers", "did not supply the figures".
bool AbsenceFinder::read_not_provided(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kGiving = {"provide", "supply",  "furnish", "submit", "share", "hand",
                                         "deliver", "produce", "send",    "offer",  "give"};
  const VerbGroup verb = verb_group(article_, chunk);
  const Token& head = scene_.head(chunk);
  if (!verb.negated || verb.passive || verb.infinitive || !kGiving.contains(lemma(article_, head)))
    return false;
  if (!is_somebody(subject) || is_document(subject)) return false;
  const Index thing = told_thing_after(chunk + 1);
  if (thing == kNone || is(scene_.head(thing), WordClass::money)) return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// "has not yet received the returns": not told to it; "has not had an answer": by whom was asked.
bool AbsenceFinder::read_not_received(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kGetting = {"receive", "get", "have"};
  const VerbGroup verb = verb_group(article_, chunk);
  Index got = chunk + 1;
  // "have not had [so much as] an acknowledgement"
  while (got < chunk + 4 && scene_.same_sentence(chunk, got) && scene_.kind(got) != ChunkKind::noun &&
         scene_.kind(got) != ChunkKind::verb && scene_.kind(got) != ChunkKind::punctuation)
    ++got;
  if (!verb.negated || verb.passive || verb.modal ||
      !kGetting.contains(lemma(article_, scene_.head(chunk))) || !scene_.same_sentence(got, chunk) ||
      scene_.kind(got) != ChunkKind::noun || !is_somebody(subject))
    return false;
  const Token& object = scene_.head(got);
  if (is(object, WordClass::answer_noun)) {
    const bool from = scene_.is_word(got + 1, "from") && scene_.kind(got + 2) == ChunkKind::noun;
    emit(chunk, sentence, from ? got + 2 : kNone, got);
    const Source asked = from ? Source{} : reader_.body_asked_before(sentence);
    if (!called(asked).empty()) claim_for(claims_.back(), asked);
    return true;
  }
  const bool awaited = lemma(article_, scene_.head(chunk)) == "receive" && object.tag != Tag::nn &&
                       (is(object, WordClass::report_noun) || is(object, WordClass::outcome));
  if (!awaited || !verb.perfect) return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// Who keeps count: somebody, or a house or town that acts.
bool AbsenceFinder::is_keeper(Index chunk) const {
  if (is_somebody(chunk)) return true;
  return chunk != kNone && scene_.kind(chunk) == ChunkKind::noun && starts_with(chunk, "the") &&
         scene_.head(chunk).tag == Tag::nn &&
         is_any(scene_.head(chunk), {WordClass::place, WordClass::group});
}

// A document, which tells or leaves out.
bool AbsenceFinder::is_document(Index chunk) const {
  return chunk != kNone && scene_.kind(chunk) == ChunkKind::noun && scene_.head(chunk).tag == Tag::nn &&
         is(scene_.head(chunk), WordClass::report_noun);
}

// "The notice gave no reason", "The report does not contain one", "It offered no evidence".
bool AbsenceFinder::read_left_out(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kHolding = {"contain", "give", "include", "offer", "provide",
                                          "present", "show", "produce", "cite"};
  const VerbGroup verb = verb_group(article_, chunk);
  if (verb.passive || verb.infinitive || verb.modal ||
      !kHolding.contains(lemma(article_, scene_.head(chunk))) || !is_same_clause(chunk + 1, chunk) ||
      subject == kNone || subject > chunk)
    return false;
  const bool none = verb.negated || starts_with(chunk + 1, "no") || starts_with(chunk + 1, "neither");
  const bool teller = is_document(subject) || (is_somebody(subject) && starts_with(chunk + 1, "no"));
  if (!none || !teller || told_thing_after(chunk + 1) != chunk + 1) return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// "Divers could not determine what had struck the hull", "did not explain why".
bool AbsenceFinder::read_undetermined(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  const Token& head = scene_.head(chunk);
  const bool counts = (is(head, WordClass::count_verb) || lemma(article_, head) == "track") && !verb.past;
  const bool finds = is(head, WordClass::establish_verb) || counts;
  const bool nobody = is_nobody(subject) && is(head, WordClass::establish_verb);
  if (!(verb.negated || nobody) || verb.passive || verb.infinitive || !finds ||
      !is_same_clause(chunk + 1, chunk) || !is_question(chunk + 1))
    return false;
  if (nobody && !verb.negated) {
    emit(chunk, sentence, subject, chunk + 1);
    return true;
  }
  // "No one knows how many live there", "said it did not know how many had left"
  const Spelling asked = lower(article_, article_.tokens[article_.chunks[chunk + 1].tokens.begin]);
  const bool number = asked == "how" && is(head, WordClass::establish_verb) && subject != kNone &&
                      subject > chunks_.begin &&
                      (scene_.is_word(subject, "it") || scene_.is_word(subject, "they"));
  if (number && verb.negated) {
    emit(chunk, sentence, subject, chunk + 1);
    return true;
  }
  // "I do not know what to do"
  const bool known = subject != kNone && scene_.head(subject).tag != Tag::prp && is_keeper(subject);
  const bool to_do = scene_.kind(chunk + 2) == ChunkKind::verb && verb_group(article_, chunk + 2).infinitive;
  if (to_do || (!known && !(verb.modal && is_somebody(subject) && !is(head, WordClass::opinion_verb))))
    return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// "Many small thefts are never reported", "most falls go unreported": nobody tells of them.
bool AbsenceFinder::read_unreported(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kUntold = {"unreported", "unrecorded", "unregistered", "uncounted",
                                         "undocumented"};
  if (subject == kNone || subject > chunk || !is_same_clause(subject, chunk) ||
      scene_.head(subject).tag != Tag::nns)
    return false;
  const Token& head = scene_.head(chunk);
  const VerbGroup verb = verb_group(article_, chunk);
  const Index state = state_behind(chunk);
  const bool untold = state != chunk && kUntold.contains_lower(scene_.head_text(state)) && !verb.negated;
  const bool never = verb.passive && !verb.past && is_group_word(chunk, "never") &&
                     (lemma(article_, head) == "report" || is(head, WordClass::count_verb));
  if (!untold && !never) return false;
  emit(chunk, sentence, kNone, subject);
  return true;
}

}  // namespace tally
