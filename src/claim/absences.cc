// Negated verbs of telling → absences, with who is silent, on what, for which time.
//
//   The ministry has not disclosed the number of pupils who left school early last year.
//     absence by the ministry, population "pupil", period last year, status undisclosed
//   refused to say how big     would not confirm     has not commented     has had no answer
//   has yet to publish it      holds no data on      was unable to say     without saying how many
#include "claim/absences.h"

#include <algorithm>

#include "base/characters.h"
#include "claim/absence_finder.h"
#include "claim/measures.h"
#include "claim/periods.h"
#include "claim/sentence_cues.h"
#include "claim/sources.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {

void AbsenceFinder::recall_until(std::uint32_t byte) {
  for (; next_ < order_.size() && attributions_.sayings[order_[next_]].cue.begin < byte; ++next_) {
    for (const Source& source : attributions_.sources[order_[next_]]) reader_.recall(source);
  }
}

bool AbsenceFinder::is_unknown(Index from) const {
  for (Index i = from; i < std::min(chunks_.end, from + 4); ++i) {
    const Range tokens = article_.chunks[i].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      const Token& token = article_.tokens[t];
      if (is(token, WordClass::count_noun) || is(token, WordClass::rate_noun) ||
          is(token, WordClass::total_noun) || is(token, WordClass::question_word) ||
          is(token, WordClass::measure) || is(token, WordClass::report_noun) || is_question(i) ||
          is(token, WordClass::killed_noun) || is(token, WordClass::unknown_noun)) {
        return true;
      }
      const Spelling word = lower(article_, token);
      if (word == "whether" || word == "what" || word == "who" || word == "any" || word == "if" ||
          word == "further") {
        return true;
      }
    }
    if (scene_.kind(i) == ChunkKind::verb) break;
  }
  return false;
}

void AbsenceFinder::read(Index sentence) {
  static constexpr NamedWords kRefusing = {
      "decline", "refuse",    "stop",        "cease", "leave",     "turn",  "ignore",  "withhold",
      "reject",  "turn down", "duck",        "dodge", "sidestep",  "evade", "deflect", "skirt",
      "parry",   "brush",     "brush aside", "laugh", "laugh off", "wave",  "shrug",   "refer",
      "hang",    "hang up",   "leave out",   "omit",  "deny",      "wait",  "await"};
  chunks_ = scene_.chunks_of(sentence);
  recall_until(article_.sentences[sentence].span.begin);
  // Without such a word nobody keeps silent in a sentence, but for "refused to say".
  const bool cued = cues_of(article_, article_.sentences[sentence].tokens).has(Cue::silence);
  if (cued) read_no_comment(sentence);
  for (Index i = chunks_.begin; i < chunks_.end; ++i) {
    if (cued && scene_.kind(i) == ChunkKind::noun) read_undisclosed_sum(i, sentence);
    if (scene_.kind(i) != ChunkKind::verb) continue;
    if (cued || kRefusing.contains(lemma(article_, scene_.head(i)))) read_verb(i, sentence);
  }
}

void AbsenceFinder::read_verb(Index chunk, Index sentence) {
  Index subject = subject_around(scene_.clause_of(chunk));
  // "• Coast College: would not share its numbers"
  if (subject == kNone && chunk >= chunks_.begin + 2 && scene_.is_word(chunk - 1, ":") &&
      is_somebody(chunk - 2))
    subject = chunk - 2;
  if (subject == kNone) subject = noun_straight_before(chunk);
  // "None of the clubs [we asked] would say": the clause between has the subject that stands nearer.
  if (is_none_of(chunks_.begin) && scene_.kind(chunk - 1) == ChunkKind::verb) subject = chunks_.begin;
  // "1,360 would rather not say": so many people asked are no speakers; "Two would not talk" are.
  if (subject != kNone && scene_.head(subject).kind == TokenKind::number &&
      !(article_.chunks[subject].tokens.size() == 1 && is(scene_.head(chunk), WordClass::speak_verb)))
    return;
  const std::size_t before = claims_.size();
  read_shapes(chunk, sentence, subject);
  if (claims_.size() == before && !read_untold(chunk, sentence, subject) &&
      !read_unanswered(chunk, sentence, subject))
    read_kept_back(chunk, sentence, subject);
}

void AbsenceFinder::read_shapes(Index chunk, Index sentence, Index subject) {
  if (read_nor_another(chunk, sentence) || read_neither(chunk, sentence, subject)) return;
  if (read_pending(chunk, sentence, subject) || read_secret(chunk, sentence, subject) ||
      read_silence(chunk, sentence, subject) || read_refusal(chunk, sentence, subject) ||
      read_no_answer(chunk, sentence, subject) || read_nothing_given(chunk, sentence, subject))
    return;
  if (read_state(chunk, sentence, subject) || read_not_found(chunk, sentence, subject) ||
      read_unreached(chunk, sentence, subject))
    return;
  if (read_unknown(chunk, sentence, subject) || read_withheld(chunk, sentence, subject) ||
      read_evasion(chunk, sentence, subject) || read_closed(chunk, sentence, subject))
    return;
  read_not_done(chunk, sentence, subject);
}

// "has not disclosed the number", "did not say how many", "would not confirm it", "has not commented".
Index AbsenceFinder::subject_around(Index clause) const {
  for (int depth = 0; clause != kNone && depth < 4; ++depth) {
    const Index subject = scene_.subject_of(clause);
    const bool there = subject != kNone && scene_.head(subject).tag == Tag::ex;
    if (subject != kNone && !there) return subject;
    clause = scene_.clause(clause).parent;
  }
  return kNone;
}

// "does not keep such figures", "has not collected the data", "does not record the reasons".
bool AbsenceFinder::keeps_no_figures(Index chunk, Index subject) const {
  const Index clause = scene_.clause_of(chunk);
  const Index object = clause == kNone ? kNone : scene_.clause(clause).object;
  if (subject == kNone || object != chunk + 1) return false;
  const Token& keeper = scene_.head(subject);
  if (!is_any(keeper, {WordClass::organisation, WordClass::place}) && keeper.tag != Tag::prp) return false;
  const Spelling word = lemma(article_, scene_.head(chunk));
  const bool counts = is(scene_.head(chunk), WordClass::count_verb);
  const bool keeps = counts || word == "keep" || word == "hold" || word == "collect" || word == "have" ||
                     word == "gather" || word == "compile" || word == "maintain";
  const Token& head = scene_.head(object);
  const bool listed = lemma(article_, head) == "list" && scene_.head(object).tag == Tag::nn;
  const bool figures =
      listed || (is(head, WordClass::report_noun) && (head.tag == Tag::nns || head.tag == Tag::nn));
  return keeps && (figures || (counts && is(head, WordClass::unknown_noun)));
}

bool AbsenceFinder::read_silence(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  const Token& head = scene_.head(chunk);
  // "…, without saying how many people received it".
  const bool without = verb.progressive && chunk > chunks_.begin && scene_.is_word(chunk - 1, "without");
  const bool negated = verb.negated || without || is_negated_by_subject(chunk, subject) ||
                       (chunk > chunks_.begin && is_nobody(chunk - 1)) ||
                       is_negated_after_nor(chunk, subject) || is_no_longer(chunk);
  if (!negated || verb.passive) return false;
  if (keeps_no_figures(chunk, subject)) {
    emit(chunk, sentence, subject, chunk + 1);
    return true;
  }
  // "has not spoken about the sinking"
  // "has not spoken in public", "would not discuss the case"
  const bool discusses = lemma(article_, head) == "discuss" && (verb.modal || verb.future);
  const bool openly =
      verb.perfect && (scene_.is_word(chunk + 2, "public") || scene_.is_word(chunk + 1, "publicly"));
  const bool speaks = discusses || (is(head, WordClass::speak_verb) && is_same_clause(chunk + 1, chunk) &&
                                    (scene_.is_word(chunk + 1, "about") || openly || talks_to_press(chunk)));
  if (claims_nothing(chunk, subject)) {
    emit(chunk, sentence, kNone, chunk + 1);
    return true;
  }
  if (offers_no_answer(chunk, subject) || keeps_none(chunk, subject) || keeps_back(chunk, subject)) {
    emit(chunk, sentence, subject, chunk + 1);
    return true;
  }
  if (!is_telling_verb(head) && !is(head, WordClass::answer_verb) && !speaks) return false;
  if (tells_of_things(chunk, subject)) return false;
  if (read_question_before(chunk, sentence)) return true;
  const bool somebody = subject != kNone && subject < chunk && scene_.same_sentence(subject, chunk);
  if (is(head, WordClass::answer_verb) || speaks) {
    const bool door = is_same_clause(chunk + 1, chunk) && scene_.is_word(chunk + 1, "door");
    if (somebody && !door) emit(chunk, sentence, subject, chunk + 1);
    return true;
  }
  const bool confirms = is(head, WordClass::confirm_verb) && !is(head, WordClass::disclose_verb);
  // "would not confirm the demand": what he could not confirm is in doubt, what he would not is kept back.
  const bool ends = chunk + 1 >= chunks_.end || scene_.kind(chunk + 1) == ChunkKind::punctuation;
  const bool refuses = (verb.modal || verb.future) && somebody &&
                       (is_group_word(chunk, "would") || (ends && is_group_word(chunk, "wo")));
  // "did not name the suspect"
  const Spelling word = lemma(article_, head);
  const bool names = somebody && (word == "name" || word == "identify") && is_same_clause(chunk + 1, chunk) &&
                     scene_.kind(chunk + 1) == ChunkKind::noun;
  // "The police have not released them", "has not confirmed that"
  const Index after = chunk + 1;
  const bool pronoun = is_same_clause(after, chunk) &&
                       (scene_.is_word(after, "them") || scene_.is_word(after, "it") ||
                        scene_.is_word(after, "this") || scene_.is_word(after, "that")) &&
                       (after + 1 >= chunks_.end || scene_.kind(after + 1) == ChunkKind::punctuation);
  const bool withholds = pronoun && somebody && is_somebody(subject) && verb.perfect;
  // "at a price that it has not disclosed", "The city has not said.": nothing stands behind.
  const bool kept =
      ends && somebody && (verb.perfect || verb.past) && !verb.passive && is_left_unsaid(chunk, subject);
  if (refuses || names || withholds || kept || (!confirms && is_unknown(chunk + 1)))
    emit(chunk, sentence, subject, chunk + 1);
  // "did not provide evidence": what was to be handed over is asked for elsewhere.
  return word != "provide" && word != "share" && word != "produce";
}

// "did not offer any comment", "has not offered an explanation"
bool AbsenceFinder::offers_no_answer(Index chunk, Index subject) const {
  return lemma(article_, scene_.head(chunk)) == "offer" && is_somebody(subject) &&
         is_same_clause(chunk + 1, chunk) && is(scene_.head(chunk + 1), WordClass::answer_noun);
}

// "Nobody keeps count", "it does not record them"
bool AbsenceFinder::keeps_none(Index chunk, Index subject) const {
  if (!is_same_clause(chunk + 1, chunk) || scene_.kind(chunk + 1) != ChunkKind::noun) return false;
  const Token& head = scene_.head(chunk);
  const Token& object = scene_.head(chunk + 1);
  const Spelling what = lemma(article_, object);
  if (is_nobody(subject) && lemma(article_, head) == "keep")
    return what == "count" || what == "track" || what == "score" || is(object, WordClass::report_noun);
  const VerbGroup verb = verb_group(article_, chunk);
  const bool them =
      object.tag == Tag::prp && (what == "they" || what == "it" || scene_.is_word(chunk + 1, "them"));
  const bool ends = chunk + 2 >= chunks_.end || scene_.kind(chunk + 2) == ChunkKind::punctuation;
  return them && ends && is(head, WordClass::count_verb) && !is_telling_verb(head) && !verb.past &&
         !verb.perfect && !verb.modal && is_keeper(subject) && !is(scene_.head(subject), WordClass::person);
}

// "The authority has not released the telemetry": published nothing of what it has.
bool AbsenceFinder::keeps_back(Index chunk, Index subject) const {
  const Spelling word = lemma(article_, scene_.head(chunk));
  if (word != "release" && word != "publish" && word != "disclose") return false;
  const VerbGroup verb = verb_group(article_, chunk);
  if (!verb.perfect || !is_same_clause(chunk + 1, chunk) || scene_.kind(chunk + 1) != ChunkKind::noun ||
      !is_somebody(subject))
    return false;
  const Token& object = scene_.head(chunk + 1);
  const std::string_view first = article_.text(article_.tokens[article_.chunks[chunk + 1].tokens.begin]);
  bool definite = equals_lower(first, "the") || equals_lower(first, "its") || equals_lower(first, "their");
  // "has not released [Pruitt's] personnel file"
  const Range words = article_.chunks[chunk + 1].tokens;
  for (Index t = words.begin; t < words.end; ++t) definite = definite || article_.tokens[t].tag == Tag::pos;
  return definite && (object.tag == Tag::nn || object.tag == Tag::nns) &&
         !is_any(object, {WordClass::person, WordClass::role, WordClass::money, WordClass::animal,
                          WordClass::group}) &&
         Scene::starting_in(article_.amounts, scene_.span(chunk + 1)).empty();
}

// "The deaths do not always add up", "their absence did not present any issue": nobody keeps silent.
bool AbsenceFinder::tells_of_things(Index chunk, Index subject) const {
  const Spelling word = lemma(article_, scene_.head(chunk));
  if (subject == kNone || is_somebody(subject)) return false;
  // "The figures do not say how many": what is printed tells or leaves out.
  if (word == "say" && is(scene_.head(subject), WordClass::report_noun)) return false;
  return word == "add" || word == "present" ||
         is_any(scene_.head(subject), {WordClass::killed_noun, WordClass::count_noun, WordClass::time});
}

// "No one has claimed responsibility"
bool AbsenceFinder::claims_nothing(Index chunk, Index subject) const {
  return lemma(article_, scene_.head(chunk)) == "claim" && is_same_clause(chunk + 1, chunk) &&
         scene_.is_word(chunk + 1, "responsibility") && (is_nobody(subject) || starts_with(subject, "no"));
}

// "declined to comment on", "refused to say", "has stopped publishing", "has left open which".
bool AbsenceFinder::read_refusal(Index chunk, Index sentence, Index subject) {
  const Spelling word = lemma(article_, scene_.head(chunk));
  if (read_unwilling(chunk, sentence, subject)) return true;
  const bool next = scene_.kind(chunk + 1) == ChunkKind::verb && scene_.same_sentence(chunk, chunk + 1);
  const bool telling =
      next &&
      (is_telling_verb(scene_.head(chunk + 1)) || is(scene_.head(chunk + 1), WordClass::answer_verb) ||
       lemma(article_, scene_.head(chunk + 1)) == "interview" ||
       lemma(article_, scene_.head(chunk + 1)) == "discuss" ||
       (lemma(article_, scene_.head(chunk + 1)) == "draw" && verb_group(article_, chunk + 1).passive) ||
       (is_same_clause(chunk + 2, chunk) && scene_.is_word(chunk + 2, "questions")));
  // "refused all comment", "declined an interview"
  const bool answers = scene_.kind(chunk + 1) == ChunkKind::noun && scene_.same_sentence(chunk, chunk + 1) &&
                       (scene_.is_word(chunk + 1, "comment") || scene_.is_word(chunk + 1, "interview") ||
                        scene_.is_word(chunk + 1, "interviews"));
  const bool refuses = (word == "decline" || word == "refuse") && (telling || answers);
  const bool stops = (word == "stop" || word == "cease") && telling &&
                     verb_group(article_, chunk + 1).progressive && is_unknown(chunk + 2);
  const bool leaves = word == "leave" && scene_.is_word(chunk + 1, "open") && is_question(chunk + 2);
  if (!refuses && !stops && !leaves) return false;
  emit(chunk, sentence, subject, chunk + 2);
  return true;
}

// "We have had no answer from the trust", "there was no reply".
bool AbsenceFinder::read_no_answer(Index chunk, Index sentence, Index subject) {
  const Spelling word = lemma(article_, scene_.head(chunk));
  if (word != "have" && word != "receive" && word != "get" && word != "give" && word != "be" &&
      !((word == "make" || word == "offer") && scene_.is_word(chunk + 1, "comment")))
    return false;
  if (scene_.kind(chunk + 1) != ChunkKind::noun || !scene_.same_sentence(chunk, chunk + 1)) return false;
  const Range tokens = article_.chunks[chunk + 1].tokens;
  const bool none = lower(article_, article_.tokens[tokens.begin]) == "no";
  const bool there = subject != kNone && word == "be" && scene_.is_word(chunk + 1, "word");
  // "There was no immediate claim of responsibility"
  const bool claim = word == "be" && scene_.is_word(chunk + 1, "claim") && scene_.is_word(chunk + 2, "of") &&
                     is_same_clause(chunk + 3, chunk) && scene_.is_word(chunk + 3, "responsibility");
  if (!none || (!there && !claim && !is(scene_.head(chunk + 1), WordClass::answer_noun))) return false;
  const bool from = scene_.is_word(chunk + 2, "from") && scene_.kind(chunk + 3) == ChunkKind::noun;
  const bool comment = word != "be" && word != "receive" && scene_.is_word(chunk + 1, "comment");
  const bool gives = (word == "give" || comment) && is_somebody(subject) && subject < chunk;
  emit(chunk, sentence, from ? chunk + 3 : gives ? subject : kNone, chunk + 1);
  // "We asked the trust to look again. We have had no answer": from whom was asked.
  const Source asked = from || gives ? Source{} : reader_.body_asked_before(sentence);
  if (!called(asked).empty()) claim_for(claims_.back(), asked);
  return true;
}

void AbsenceFinder::claim_for(Claim& claim, const Source& source) {
  claim.speaker = speaker_of(source);
  claim.attribution.push_back(source);
  claim.status_by.push_back(called(source));
}

bool AbsenceFinder::is_group_word(Index chunk, std::string_view word) const {
  const Range tokens = article_.chunks[chunk].tokens;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    if (lower(article_, article_.tokens[t]) == word) return true;
  }
  return false;
}

// "which", "how", "whether".
bool AbsenceFinder::is_question(Index chunk) const {
  if (chunk >= chunks_.end) return false;
  const auto asks = [](const Token& token) {
    return token.tag == Tag::wdt || token.tag == Tag::wp || token.tag == Tag::wrb;
  };
  // "which", "[how] many of them"
  return asks(scene_.head(chunk)) || asks(article_.tokens[article_.chunks[chunk].tokens.begin]) ||
         scene_.is_word(chunk, "whether") || scene_.is_word(chunk, "if");
}

void AbsenceFinder::emit(Index chunk, Index sentence, Index subject, Index from) {
  // "Nobody [at the agency] would say when"
  const Index nobody = is_nobody(subject) && scene_.same_sentence(subject, chunk) ? subject : kNone;
  if (nobody != kNone) {
    const bool of = scene_.kind(subject + 1) == ChunkKind::preposition && subject + 2 < chunk &&
                    scene_.kind(subject + 2) == ChunkKind::noun;
    subject = of ? subject + 2 : kNone;
  }
  Claim claim;
  claim.kind = ClaimKind::absence;
  claim.status = Status::undisclosed;
  Index last = from < chunks_.end ? chunks_.end - 1 : chunk;
  while (last > chunk && scene_.kind(last) == ChunkKind::punctuation) --last;
  claim.quote = cover(scene_.span(chunk), scene_.span(last));
  if (from < chunk) claim.quote = cover(scene_.span(from), scene_.span(last));
  if (nobody != kNone) claim.quote = cover(claim.quote, scene_.span(nobody));
  claim.cue.push_back(scene_.span(chunk));
  claim.rule = "absence";
  claim.confidence = 0.85F;
  if (subject != kNone && scene_.same_sentence(subject, chunk)) add_source(claim, chunk, sentence, subject);
  for (Index i = from; subject == kNone && nobody == kNone && i < chunk && claim.attribution.empty(); ++i) {
    if (const Span owner = owner_of(i); !owner.empty()) add_source_words(claim, chunk, sentence, owner);
  }
  // "No details will be given, the school said": who says so.
  if (claim.attribution.empty()) claim.attribution = attributions_.of(scene_.span(chunk)).sources;
  if (from < chunks_.end) {
    claim.content.push_back(cover(scene_.span(from), scene_.span(std::max(last, from))));
    for (Index i = from; i <= last; ++i) {
      if (scene_.kind(i) != ChunkKind::noun) continue;
      claim.measure = measure_of_noun(scene_, i).measure;
      break;
    }
    for (Index i = from; i <= last; ++i) {
      if (scene_.kind(i) != ChunkKind::time) continue;
      const When when = when_of(scene_, i);
      claim.period = when.period;
      claim.relative = when.relative;
      claim.period_basis = when.basis;
      break;
    }
  }
  claims_.push_back(std::move(claim));
}

void find_absences(const Scene& scene, const Attributions& attributions, std::vector<Claim>& claims) {
  AbsenceFinder finder(scene, attributions, claims);
  for (Index i = 0; i < scene.article().sentences.size(); ++i) {
    if (scene.is_news(i)) finder.read(i);
  }
}

}  // namespace tally
