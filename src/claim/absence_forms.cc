// Less plain ways to keep silent → absences: what is not known, not yet told, not made public, kept by
// nobody.
//
//   has yet to publish it      holds no data on      was unable to say      the cause is not known
#include <algorithm>
#include <array>
#include <string>

#include "claim/absence_finder.h"
#include "text/named_words.h"

namespace tally {
namespace {

// "did not want to say", "was not able to give", "is not prepared to comment".
bool is_willing(std::string_view lemma) {
  static constexpr NamedWords kWilling = {"want", "wish", "be", "prepare", "care"};
  return kWilling.contains(lemma);
}

}  // namespace

// "No figures were available", "the number was not disclosed", "it is not known how many", "the cause is
// unclear".
bool AbsenceFinder::read_unknown(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  const Token& head = scene_.head(chunk);
  const Spelling word = lemma(article_, head);
  const bool known = verb.passive && word == "know";
  const bool shown = verb.passive && (is(head, WordClass::disclose_verb) || known);
  const auto state = [&](std::string_view text) {
    return word == "be" && state_behind(chunk) != chunk && scene_.is_word(state_behind(chunk), text);
  };
  const bool unclear =
      state("unclear") || state("unknown") || (verb.negated && (state("clear") || state("known")));
  const bool available = state("available") || state("known") || unclear;
  if ((!shown && !available) || subject == kNone || !scene_.same_sentence(subject, chunk)) return false;
  // "Nothing was known on Monday night about the cause"
  if (known && !verb.negated && scene_.is_word(subject, "nothing")) {
    emit(chunk, sentence, kNone, chunk + 1);
    return true;
  }
  const bool negated =
      available && word == "be" ? is_negated_up_to(chunk, state_behind(chunk)) : verb.negated;
  if (!(negated || starts_with(subject, "no") || unclear)) return false;
  const Index after = known ? chunk + 1 : chunk + 2;
  // "How many changed bank after a closure is not known"
  if (const Index asked = opening_question(chunk); known && verb.negated && asked != kNone) {
    emit(chunk, sentence, kNone, asked);
    return true;
  }
  const bool how = (unclear || known) && is_unknown(after);
  if (!how && !is_unknown(subject)) return false;
  emit(chunk, sentence, kNone, how ? after : subject);
  return true;
}

// "would not talk [to reporters]", "Two would not talk."
bool AbsenceFinder::talks_to_press(Index verb) const {
  static constexpr NamedWords kPress = {"reporter", "journalist", "press", "media", "we", "newspaper", "us"};
  const VerbGroup group = verb_group(article_, verb);
  const Index to = verb + 1;
  if (!group.modal) return false;
  if (scene_.kind(to) == ChunkKind::punctuation) return scene_.head_text(to) == ".";
  return scene_.is_word(to, "to") && is_same_clause(to + 1, verb) &&
         kPress.contains(lemma(article_, scene_.head(to + 1)));
}

// "a price that [it has not disclosed]", "[The city has not said]": what was asked stands before.
bool AbsenceFinder::is_left_unsaid(Index verb, Index subject) const {
  const Spelling word = lemma(article_, scene_.head(verb));
  const bool relative = subject > chunks_.begin && (scene_.kind(subject - 1) == ChunkKind::relative ||
                                                    scene_.is_word(subject - 1, "that"));
  if (relative)
    return is_somebody(subject) && (word == "disclose" || word == "reveal" || word == "publish" ||
                                    word == "name" || word == "release" || word == "specify");
  return subject == chunks_.begin && verb == subject + 1 && is_keeper(subject) &&
         (word == "say" || word == "disclose" || word == "explain" || word == "elaborate");
}

bool AbsenceFinder::starts_with(Index chunk, std::string_view word) const {
  const Range tokens = article_.chunks[chunk].tokens;
  return !tokens.empty() && lower(article_, article_.tokens[tokens.begin]) == word;
}

bool AbsenceFinder::is_same_clause(Index chunk, Index verb) const {
  return chunk < chunks_.end && scene_.same_sentence(chunk, verb);
}

// Who can tell or keep silent: a body, a person, somebody named, a pronoun; no document.
bool AbsenceFinder::is_somebody(Index chunk) const {
  if (chunk == kNone || scene_.kind(chunk) != ChunkKind::noun) return false;
  const Token& head = scene_.head(chunk);
  if (head.tag == Tag::prp) return true;
  if (is_any(head, {WordClass::organisation, WordClass::role, WordClass::source_noun, WordClass::person,
                    WordClass::group}))
    return true;
  const Mention* name = scene_.name_in(scene_.span(chunk));
  return name != nullptr && name->name_kind != NameKind::place && name->span.contains(head.span);
}

bool AbsenceFinder::is_place_name(Index chunk) const {
  const Mention* name = scene_.kind(chunk) == ChunkKind::noun ? scene_.name_in(scene_.span(chunk)) : nullptr;
  return name != nullptr && name->name_kind == NameKind::place;
}

// "Neither ministry would publish", "no official would say".
bool AbsenceFinder::is_negated_by_subject(Index chunk, Index subject) const {
  if (subject == kNone || subject > chunk || !is_same_clause(subject, chunk)) return false;
  return is_nobody(subject) || (is_somebody(subject) && starts_with(subject, "no")) ||
         starts_with(subject, "neither");
}

// "has yet to release a breakdown", "is yet to determine how many", "has yet to be published".
bool AbsenceFinder::read_pending(Index chunk, Index sentence, Index subject) {
  const Spelling word = lemma(article_, scene_.head(chunk));
  if ((word != "have" && word != "be") || chunk + 2 >= chunks_.end || !scene_.is_word(chunk + 1, "yet") ||
      scene_.kind(chunk + 2) != ChunkKind::verb)
    return false;
  const VerbGroup told = verb_group(article_, chunk + 2);
  const Token& head = scene_.head(chunk + 2);
  const bool tells =
      is_any(head, {WordClass::answer_verb, WordClass::establish_verb}) || is_telling_verb(head);
  if (!told.infinitive || !(tells || is_question(chunk + 3))) return false;
  if (told.passive) {
    // "How the fire began has yet to be explained"
    const bool asked = is_question(chunks_.begin) && chunk > chunks_.begin;
    // "It has yet to be established who opened the gate"
    const bool it = subject != kNone && scene_.is_word(subject, "it") && is_question(chunk + 3);
    if (!asked && !it && (subject == kNone || !is_same_clause(subject, chunk) || !is_unknown(subject)))
      return false;
    emit(chunk, sentence, kNone, asked ? chunks_.begin : it ? chunk + 3 : subject);
    return true;
  }
  // "The commission has yet to issue a single page"
  const Spelling telling = lemma(article_, head);
  const bool issues =
      is_somebody(subject) && (telling == "issue" || telling == "publish" || telling == "release");
  if (!is(head, WordClass::answer_verb) && !issues && !is_unknown(chunk + 3)) return false;
  emit(chunk, sentence, subject, std::min(chunk + 3, chunks_.end));
  return true;
}

// "has not made public the report", "their names are not being made public", "would not be drawn".
bool AbsenceFinder::read_secret(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  if (subject == kNone || !is_same_clause(subject, chunk)) return false;
  const Spelling word = lemma(article_, scene_.head(chunk));
  // "The cost of the project has been kept secret"
  if (word == "keep" && verb.passive && !verb.negated && is_same_clause(chunk + 1, chunk) &&
      scene_.is_word(chunk + 1, "secret")) {
    emit(chunk, sentence, kNone, subject);
    return true;
  }
  if (!verb.negated) return false;
  if (word == "draw" && verb.passive && verb.modal && is_somebody(subject)) {
    emit(chunk, sentence, subject, chunk + 1);
    return true;
  }
  if (word != "make" || !is_same_clause(chunk + 1, chunk) || !scene_.is_word(chunk + 1, "public"))
    return false;
  if (verb.passive) {
    emit(chunk, sentence, kNone, subject);
  } else {
    emit(chunk, sentence, subject, chunk + 2);
  }
  return true;
}

// "The council gave no reason", "published no figures", "there are no statistics on".
bool AbsenceFinder::read_nothing_given(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  if (verb.negated || verb.passive || verb.infinitive || !is_same_clause(chunk + 1, chunk) ||
      scene_.kind(chunk + 1) != ChunkKind::noun)
    return false;
  const Token& head = scene_.head(chunk);
  // "has said nothing about the tender"
  if (is_telling_verb(head) && says_nothing(scene_.words(chunk + 1)) && is_somebody(subject) &&
      subject < chunk && !scene_.is_word(subject, "it")) {
    emit(chunk, sentence, subject, chunk + 1);
    return true;
  }
  if (!starts_with(chunk + 1, "no")) return false;
  const Token& object = scene_.head(chunk + 1);
  const bool records = is(object, WordClass::report_noun) && object.tag != Tag::nn;
  const Spelling what = lemma(article_, object);
  const bool told = is(object, WordClass::report_noun) || is(object, WordClass::answer_noun) ||
                    is(object, WordClass::count_noun) || what == "reason" || what == "detail" ||
                    what == "breakdown" || is(object, WordClass::unknown_noun);
  const Spelling word = lemma(article_, head);
  const bool there = word == "be" && chunk > chunks_.begin && scene_.head(chunk - 1).tag == Tag::ex;
  // "There is no official count of the missing"
  const bool uncounted = there && is_same_clause(chunk + 2, chunk) &&
                         (what == "count" || what == "tally" || what == "register" || what == "record") &&
                         (scene_.is_word(chunk + 2, "of") || scene_.is_word(chunk + 2, "on"));
  const bool offers = word == "offer" && is(object, WordClass::answer_noun);
  const bool keeps = word == "have" || word == "hold" || word == "keep" || word == "collect";
  const bool issues = word == "issue" && is(object, WordClass::statement_noun);  // "issued no statement"
  const bool gives = issues || (is(head, WordClass::disclose_verb) && told);
  const bool mass = records || what == "data" || what == "information";
  const bool file = word == "keep" && is(object, WordClass::report_noun);  // "keeps no record of them"
  if (uncounted || (there && mass)) {
    emit(chunk, sentence, kNone, chunk + 1);
    return true;
  }
  const bool place = subject != kNone && gives && is_place_name(subject);  // "Kenya has published no study"
  if (!(gives || offers || (keeps && (mass || file))) ||
      (!(file ? is_keeper(subject) : is_somebody(subject)) && !place) || subject > chunk)
    return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// "What that was he would not tell us.", "How many were hurt, the ministry could not say."
bool AbsenceFinder::read_question_before(Index chunk, Index sentence) {
  if (!is_question(chunks_.begin) || chunk <= chunks_.begin + 1) return false;
  const bool nobody = is_nobody(chunk - 1) || is_none_of_them(chunk - 1);
  if (!nobody && !is_somebody(chunk - 1) && !is_document(chunk - 1)) return false;
  Index after = chunk + 1;
  if (after < chunks_.end && scene_.kind(after) == ChunkKind::noun && scene_.head(after).tag == Tag::prp)
    ++after;
  if (after < chunks_.end && scene_.kind(after) != ChunkKind::punctuation) return false;
  emit(chunk, sentence, chunk - 1, chunks_.begin);
  return true;
}

// "How much they spend none of [them] would tell us"
bool AbsenceFinder::is_none_of_them(Index chunk) const {
  return chunk >= chunks_.begin + 2 && scene_.is_word(chunk - 1, "of") && scene_.is_word(chunk - 2, "none");
}

// "was unable to say how many", "did not want to talk about it", "was not prepared to comment".
bool AbsenceFinder::read_unwilling(Index chunk, Index sentence, Index subject) {
  const VerbGroup group = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  // "is therefore unable", "is therefore not able"
  const Index at = word == "be" && state_behind(chunk) != chunk ? state_behind(chunk) : chunk + 1;
  const bool negated = is_same_clause(at, chunk) ? is_negated_up_to(chunk, at) : group.negated;
  const auto state = [&](std::string_view text) { return scene_.is_word(at, text); };
  const bool described = word == "be" && is_same_clause(at, chunk) && scene_.kind(at) == ChunkKind::adjective;
  const bool unable =
      described && (state("unable") || state("unwilling") ||
                    (negated && (state("able") || state("willing") || state("prepared") || state("ready"))));
  // "is not in a position to announce a dividend"
  const bool placed = word == "be" && negated && scene_.is_word(at, "in") && is_same_clause(at + 1, chunk) &&
                      scene_.is_word(at + 1, "position");
  if (!unable && !placed && !(group.negated && is_willing(word))) return false;
  const Index told = placed ? at + 2 : unable ? at + 1 : chunk + 1;
  if (!is_same_clause(told, chunk) || scene_.kind(told) != ChunkKind::verb) return false;
  const VerbGroup verb = verb_group(article_, told);
  const Token& head = scene_.head(told);
  const bool answers =
      is_any(head, {WordClass::answer_verb, WordClass::speak_verb}) || lemma(article_, head) == "discuss";
  const bool body = answers && subject != kNone && subject < chunk && scene_.head(subject).tag == Tag::nn;
  if (!verb.infinitive || verb.passive || (!is_somebody(subject) && !body) || !is_same_clause(subject, chunk))
    return false;
  const bool confirms = is(head, WordClass::confirm_verb) && !is(head, WordClass::disclose_verb);
  // "unable to establish where it came from"
  const bool finds = unable && is(head, WordClass::establish_verb) && is_question(told + 1);
  if (!answers && !confirms && !finds && !(is_telling_verb(head) && (placed || is_unknown(told + 1))))
    return false;
  emit(chunk, sentence, subject, told + 1);
  return true;
}

}  // namespace tally
