// What nobody knows or found out, and who could not be asked → absences.
//
//   "The cause remains unknown."     "No motive was ever found."      "It could not be established who
//   fired." "Calls to the firm were not returned."   "The ministry could not be reached."   "kept quiet about
//   the fee"
#include "base/characters.h"
#include "claim/absence_finder.h"
#include "text/named_words.h"

namespace tally {

// What a verb of being says, over adverbs: "is [still] unclear"; the verb itself where it says nothing.
Index AbsenceFinder::state_behind(Index verb) const {
  constexpr Index kAdverbs = 2;
  Index at = verb + 1;
  while (at <= verb + kAdverbs && is_same_clause(at, verb) &&
         (scene_.kind(at) == ChunkKind::adverb ||
          (scene_.kind(at) == ChunkKind::punctuation && scene_.head(at).tag == Tag::open_quote)))
    ++at;
  return is_same_clause(at, verb) ? at : verb;
}

bool AbsenceFinder::is_negated_up_to(Index verb, Index state) const {
  if (verb_group(article_, verb).negated) return true;
  for (Index t = article_.chunks[verb].tokens.end; t < article_.chunks[state].tokens.end; ++t) {
    if (is_negation(article_, t)) return true;
  }
  return false;
}

bool AbsenceFinder::is_negated_after_nor(Index verb, Index subject) const {
  if (subject == kNone || subject <= chunks_.begin || !is_same_clause(subject, verb)) return false;
  constexpr Index kBefore = 2;
  for (Index back = 1; back <= kBefore && subject >= chunks_.begin + back; ++back) {
    const Index before = subject - back;
    const Spelling words = scene_.words(before);
    if (words == "nor" || words.starts_with("nor ") || words == "neither") return true;
    if (scene_.kind(before) == ChunkKind::punctuation) break;
  }
  return false;
}

// "Nobody at the agency", "no one in the village".
bool AbsenceFinder::is_nobody(Index chunk) const {
  static constexpr NamedWords kAlone = {"no-one", "none"};
  if (chunk == kNone) return false;
  const Range tokens = article_.chunks[chunk].tokens;
  const std::string_view first = article_.text(article_.tokens[tokens.begin]);
  const std::string_view last = article_.text(article_.tokens[tokens.end - 1]);
  if (equals_lower(last, "nobody") || (tokens.size() == 1 && kAlone.contains_lower(last))) return true;
  return tokens.size() == 2 && ((equals_lower(first, "nobody") && equals_lower(last, "else")) ||
                                (equals_lower(first, "no") && equals_lower(last, "one")));
}

bool AbsenceFinder::read_state(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kBeing = {"be", "remain", "stay", "keep"};
  const Spelling word = lemma(article_, scene_.head(chunk));
  if (!kBeing.contains(word)) return false;
  const Index state = state_behind(chunk);
  if (state == chunk) return false;
  const Token& head = scene_.head(state);
  if (read_quiet(chunk, sentence, subject, state)) return true;
  const bool negated = is_negated_up_to(chunk, state) || is_negated_by_subject(chunk, subject);
  if (read_lacking(chunk, sentence, subject, state)) return true;
  // "was not available for comment", "Nobody at the firm was available for comment"
  if (negated && scene_.is_word(state, "available") && is_same_clause(state + 2, chunk) &&
      scene_.is_word(state + 1, "for")) {
    const bool talk = scene_.is_word(state + 2, "comment") || scene_.is_word(state + 2, "interview");
    if (talk && subject != kNone && subject < chunk) emit(chunk, sentence, subject, state + 1);
    return talk;
  }
  const bool unknown = is(head, WordClass::unknown_adjective) && !negated;
  const bool unclear = negated && (scene_.is_word(state, "clear") || scene_.is_word(state, "known") ||
                                   scene_.is_word(state, "certain"));
  if (!unknown && !unclear) return false;
  // "How much it will cost is still unknown"
  if (const Index asked = opening_question(chunk); asked != kNone) {
    emit(chunk, sentence, kNone, asked);
    return true;
  }
  const bool how = is_same_clause(state + 1, chunk) && (is_question(state + 1) || is_unknown(state + 1));
  const bool what = subject != kNone && subject < chunk && is_same_clause(subject, chunk) && is_what(subject);
  if (!how && !what) return false;
  emit(chunk, sentence, kNone, what ? subject : state + 1);
  return true;
}

// "The data for 2022 are missing", "Exact numbers are hard to come by", "Reliable figures are scarce".
bool AbsenceFinder::read_lacking(Index chunk, Index sentence, Index subject, Index state) {
  static constexpr NamedWords kLacking = {"missing", "scarce", "unavailable", "lacking"};
  if (subject == kNone || subject > chunk || !is_same_clause(subject, chunk)) return false;
  const Token& what = scene_.head(subject);
  const bool figures = (what.tag == Tag::nns || lemma(article_, what) == "data") &&
                       is_any(what, {WordClass::report_noun, WordClass::count_noun, WordClass::total_noun}) &&
                       scene_.name_in(what.span) == nullptr;
  const bool hard = scene_.is_word(state, "hard") && is_same_clause(state + 1, chunk) &&
                    scene_.words(state + 1) == "to come";
  if (!figures || is_negated_up_to(chunk, state) ||
      !(hard || kLacking.contains(lower(article_, scene_.head(state)))))
    return false;
  emit(chunk, sentence, kNone, subject);
  return true;
}

// "has remained silent about the losses", "has kept quiet about the fee".
bool AbsenceFinder::read_quiet(Index chunk, Index sentence, Index subject, Index state) {
  static constexpr NamedWords kQuiet = {"silent", "quiet", "mum", "tight-lipped"};
  const bool tight = scene_.words(state).ends_with("lipped");
  if (!(tight || kQuiet.contains(lower(article_, scene_.head(state)))) || !is_same_clause(state + 1, chunk))
    return false;
  const Index end = state + 1;
  // "The bank has remained silent."
  const bool ends = is_somebody(subject) && scene_.is_word(state, "silent") &&
                    (scene_.is_word(end, "since") ||
                     ((scene_.kind(end) == ChunkKind::punctuation || scene_.is_word(end, "on")) &&
                      is(scene_.head(subject), WordClass::organisation)));
  const bool about = ends || scene_.is_word(state + 1, "about") || scene_.is_word(state + 1, "on") ||
                     scene_.is_word(state + 1, "over");
  if (!about || subject == kNone || subject > chunk) return false;
  emit(chunk, sentence, subject, state + 2 < chunks_.end ? state + 2 : state + 1);
  return true;
}

// A thing that may be known or not: "the motive", "the cause of the fire", "the number of dead".
bool AbsenceFinder::is_what(Index chunk) const {
  if (chunk == kNone || scene_.kind(chunk) != ChunkKind::noun) return false;
  const Token& head = scene_.head(chunk);
  return is_any(head,
                {WordClass::unknown_noun, WordClass::count_noun, WordClass::rate_noun, WordClass::total_noun,
                 WordClass::measure, WordClass::killed_noun, WordClass::report_noun, WordClass::share_noun});
}

// "No cause was ever found", "could not be established who fired", "the cause has yet to be determined".
bool AbsenceFinder::read_not_found(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  if (!verb.passive || !is(scene_.head(chunk), WordClass::establish_verb)) return false;
  // "Whether it contributed to the deaths could not be determined"
  if (const Index asked = opening_question(chunk); verb.negated && asked != kNone) {
    emit(chunk, sentence, kNone, asked);
    return true;
  }
  if (subject == kNone || !is_same_clause(subject, chunk)) return false;
  const bool never = verb.negated || starts_with(subject, "no");
  if (!never) return false;
  const bool it = scene_.is_word(subject, "it");
  const bool asks = is_same_clause(chunk + 1, chunk) && is_question(chunk + 1);
  if (!(it && asks) && !is_what(subject)) return false;
  emit(chunk, sentence, kNone, it ? chunk + 1 : subject);
  return true;
}

// "Calls to the firm were not returned", "an email to the mayor's office went unanswered", "could not be
// reached": who was asked, and did not answer.
bool AbsenceFinder::read_unreached(Index chunk, Index sentence, Index subject) {
  if (subject == kNone || subject > chunk || !is_same_clause(subject, chunk)) return false;
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  // "Nobody at the plant could be reached"
  const bool nobody = is_nobody(subject) && verb.modal;
  if (word == "reach" && verb.passive && (nobody || (verb.negated && is_somebody(subject)))) {
    emit(chunk, sentence, subject, chunk + 1);
    return true;
  }
  const bool asked = is(scene_.head(subject), WordClass::contact_noun);
  // "did not return calls", "did not pick up the phone"
  static constexpr NamedWords kTaking = {"return", "pick", "pick up", "take", "answer"};
  static constexpr NamedWords kPhone = {"phone", "telephone"};
  const Index object =
      scene_.clause_of(chunk) == kNone ? kNone : scene_.clause(scene_.clause_of(chunk)).object;
  const bool rung = object != kNone && object > chunk &&
                    (is(scene_.head(object), WordClass::contact_noun) || seeks_talk(object) ||
                     (word != "return" && kPhone.contains_lower(scene_.head_text(object))));
  // "nobody from the army has contacted us"
  const bool silent = is_nobody(subject) && verb.perfect && word == "contact";
  if (silent || (!asked && kTaking.contains(word) && (verb.negated || is_nobody(subject)) && rung)) {
    if (silent) return emit(chunk, sentence, subject, chunk + 1), true;
    emit(chunk, sentence, subject, object);
    return true;
  }
  // "Requests for an interview were turned down", "our letters have been ignored"
  static constexpr NamedWords kDenying = {"turn", "turn down", "reject", "decline", "refuse", "ignore"};
  const bool denied = verb.passive && !verb.negated && kDenying.contains(word) &&
                      (word != "turn" || is_group_word(chunk, "down")) &&
                      (word == "ignore" || is_for_talk(subject));
  // "The firm ignored requests for comment"
  if (!asked && word == "ignore" && !verb.passive && !verb.negated && is_somebody(subject) &&
      object != kNone && object > chunk && is_for_talk(object)) {
    emit(chunk, sentence, subject, object);
    return true;
  }
  const bool dropped = denied || (verb.passive && verb.negated && (word == "return" || word == "answer"));
  const bool unanswered = (word == "go" || word == "remain" || word == "be") &&
                          state_behind(chunk) != chunk && scene_.is_word(state_behind(chunk), "unanswered");
  if (!asked || !(dropped || unanswered)) return false;
  const bool to = scene_.is_word(subject + 1, "to") && scene_.kind(subject + 2) == ChunkKind::noun;
  emit(chunk, sentence, to ? subject + 2 : kNone, subject);
  return true;
}

// "a call [seeking comment]": taken into one group with what it asks for.
bool AbsenceFinder::seeks_talk(Index group) const {
  const Range tokens = article_.chunks[group].tokens;
  for (Index t = tokens.begin + 1; t < tokens.end; ++t) {
    if (equals_lower(article_.text(article_.tokens[t]), "seeking") &&
        is(article_.tokens[t - 1], WordClass::contact_noun))
      return true;
  }
  return false;
}

// "requests [for comment]", "questions from this newspaper": words that ask for words.
bool AbsenceFinder::is_for_talk(Index asked) const {
  static constexpr NamedWords kTalk = {"comment",     "interview", "statement",
                                       "information", "figure",    "detail"};
  if (!is(scene_.head(asked), WordClass::contact_noun)) return false;
  if (lemma(article_, scene_.head(asked)) == "question") return true;
  return scene_.same_sentence(asked, asked + 2) && scene_.is_word(asked + 1, "for") &&
         kTalk.contains(lemma(article_, scene_.head(asked + 2)));
}

Index AbsenceFinder::agent_of(Index verb) const {
  const Index agent = verb + 2;
  return is_same_clause(agent, verb) && scene_.is_word(verb + 1, "by") && is_somebody(agent) ? agent : kNone;
}

// "No assessment has been carried out", "the list is not published", "their use is not registered".
bool AbsenceFinder::read_not_done(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  if (subject == kNone || subject > chunk || !is_same_clause(subject, chunk)) return false;
  // "No figures exist for the years before"
  if (starts_with(subject, "no") && !verb.passive && lemma(article_, scene_.head(chunk)) == "exist" &&
      is_any(scene_.head(subject), {WordClass::report_noun, WordClass::count_noun})) {
    emit(chunk, sentence, kNone, subject);
    return true;
  }
  if (!verb.passive || (!verb.negated && !starts_with(subject, "no"))) return false;
  static constexpr NamedWords kDoing = {"carry", "conduct", "undertake", "keep", "make"};
  const Token& head = scene_.head(chunk);
  const Spelling word = lemma(article_, head);
  const Token& what = scene_.head(subject);
  const bool counts = is(what, WordClass::count_noun) && starts_with(subject, "no");  // "no count was made"
  const bool studied = kDoing.contains(word) && (counts || is(what, WordClass::report_noun));
  const bool published =
      is(head, WordClass::disclose_verb) && is_any(what, {WordClass::unknown_noun, WordClass::report_noun});
  // "Figures for festivals are not collected by the centre", "causes are not examined"
  static constexpr NamedWords kGathering = {"collect",  "gather",   "compile", "hold",   "examine",
                                            "evaluate", "maintain", "analyse", "analyze"};
  const bool gathered = (kGathering.contains(word) || is(head, WordClass::count_verb)) && verb.negated &&
                        !verb.past && !verb.modal && what.tag != Tag::nn &&
                        is_any(what, {WordClass::report_noun, WordClass::unknown_noun});
  // "The use of helmets is not registered": nobody counts what people do.
  const bool counted = is(head, WordClass::count_verb) && !verb.past && !verb.perfect && !verb.modal &&
                       scene_.is_word(subject + 1, "of");
  if (!studied && !published && !counted && !gathered) return false;
  emit(chunk, sentence, kNone, subject);
  if (const Index agent = agent_of(chunk); agent != kNone) add_source(claims_.back(), chunk, sentence, agent);
  return true;
}

}  // namespace tally
