// The shapes that silence has whatever its verb: telling, showing, counting that is negated, with a question
// or something that can be told behind it → absences.
//
//   "The budget does not show what was spent."     "Nothing has been heard of the crew."     "It is
//   impossible to say how many left."     "Who paid has not come out."     "There is no official figure."
//   "Deaths at home are not counted."
#include <algorithm>

#include "claim/absence_finder.h"
#include "text/named_words.h"

namespace tally {

bool AbsenceFinder::read_untold(Index chunk, Index sentence, Index subject) {
  return read_not_shown(chunk, sentence, subject) || read_nothing_told(chunk, sentence, subject) ||
         read_impossible(chunk, sentence, subject) || read_not_out(chunk, sentence, subject) ||
         read_omitted(chunk, sentence, subject) || read_none_there(chunk, sentence, subject) ||
         read_hidden(chunk, sentence, subject) || read_never_counted(chunk, sentence, subject) ||
         read_only_sign(chunk, sentence, subject) || read_still_open(chunk, sentence, subject) ||
         read_never_told(chunk, sentence, subject) || read_lack(chunk, sentence, subject);
}

// "[How many] live there is not known", "Just [how many] …": the question that a sentence opens with, before
// a verb; kNone where it opens otherwise.
Index AbsenceFinder::opening_question(Index verb) const {
  constexpr Index kFarthest = 3;
  for (Index i = chunks_.begin; i < std::min(verb, chunks_.begin + kFarthest); ++i) {
    if (is_question(i) && !scene_.is_word(i, "if")) return i + 1 < verb ? i : kNone;
    if (scene_.kind(i) != ChunkKind::adverb && scene_.kind(i) != ChunkKind::conjunction) return kNone;
  }
  return kNone;
}

// "[no longer] publishes": the negation stands before its verb, as adverbs of its own.
bool AbsenceFinder::is_no_longer(Index verb) const {
  return verb >= chunks_.begin + 2 && scene_.is_word(verb - 1, "longer") && scene_.is_word(verb - 2, "no");
}

// A document that tells or leaves out, one or many: "the files", "its budget".
bool AbsenceFinder::is_teller(Index chunk) const {
  static constexpr NamedWords kPapers = {"budget", "accounts", "file", "paper", "balance", "form", "plan"};
  if (chunk == kNone || scene_.kind(chunk) != ChunkKind::noun) return false;
  const Token& head = scene_.head(chunk);
  return is_keeper(chunk) || is(head, WordClass::report_noun) || kPapers.contains(lemma(article_, head));
}

// "The budget does not show what was spent", "has not confirmed the losses".
bool AbsenceFinder::read_not_shown(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  const Token& head = scene_.head(chunk);
  if (verb.passive || verb.infinitive || subject == kNone || subject > chunk || !is_teller(subject) ||
      !is_same_clause(subject, chunk) || !is_same_clause(chunk + 1, chunk))
    return false;
  if (!verb.negated && !is_negated_by_subject(chunk, subject) && !is_no_longer(chunk)) return false;
  const bool tells = is_telling_verb(head) || is(head, WordClass::show_verb);
  const bool asked = tells && is_question(chunk + 1) && !scene_.is_word(chunk + 1, "if");
  const bool keeps = is_no_longer(chunk) && is_any(head, {WordClass::count_verb, WordClass::disclose_verb}) &&
                     told_thing_after(chunk + 1) == chunk + 1;
  const bool confirms = is(head, WordClass::confirm_verb) && verb.perfect && is_somebody(subject) &&
                        scene_.kind(chunk + 1) == ChunkKind::noun && starts_with(chunk + 1, "the");
  if (!asked && !keeps && !confirms) return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// "Nothing has been heard of the crew", "have been told nothing about it", "The register says nothing about
// age".
bool AbsenceFinder::read_nothing_told(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kTelling = {"hear",   "tell",     "say",    "publish", "report",  "learn",
                                          "inform", "disclose", "reveal", "know",    "announce"};
  static constexpr NamedWords kAbout = {"about", "of", "on", "from", "as", "to"};
  const VerbGroup verb = verb_group(article_, chunk);
  if (subject == kNone || subject > chunk || !is_same_clause(subject, chunk) || verb.infinitive ||
      verb.negated || !kTelling.contains(lemma(article_, scene_.head(chunk))))
    return false;
  const auto about = [&](Index at) {
    return is_same_clause(at, chunk) && scene_.kind(at) == ChunkKind::preposition &&
           kAbout.contains_lower(scene_.head_text(at));
  };
  if (verb.passive && scene_.is_word(subject, "nothing") && (verb.perfect || !verb.past) &&
      about(chunk + 1)) {
    emit(chunk, sentence, kNone, chunk + 1);
    return true;
  }
  const bool object = is_same_clause(chunk + 1, chunk) && scene_.is_word(chunk + 1, "nothing");
  if (!object || !about(chunk + 2) || !(verb.passive || is_teller(subject))) return false;
  emit(chunk, sentence, verb.passive ? kNone : subject, chunk + 1);
  return true;
}

// "It is impossible to say how many left", "it is too early to tell whether", "There is no way of knowing
// who".
bool AbsenceFinder::read_impossible(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kHard = {"impossible", "difficult", "hard", "early", "possible"};
  static constexpr NamedWords kTelling = {"say",   "tell",  "know",     "establish", "determine",
                                          "count", "judge", "estimate", "ascertain", "verify",
                                          "check", "gauge", "work"};
  if (lemma(article_, scene_.head(chunk)) != "be" || subject == kNone || !is_same_clause(chunk + 2, chunk))
    return false;
  const bool there = scene_.is_word(chunk + 1, "no way");
  Index at = there ? chunk + 1 : state_behind(chunk);
  if (at == chunk || (!there && !kHard.contains_lower(scene_.head_text(at)))) return false;
  const bool possible = scene_.is_word(at, "possible");
  if (!there && (!scene_.is_word(subject, "it") || possible != is_negated_up_to(chunk, at))) return false;
  ++at;
  if (is_same_clause(at, chunk) && scene_.is_word(at, "of")) ++at;
  if (!is_same_clause(at, chunk) || scene_.kind(at) != ChunkKind::verb ||
      !kTelling.contains(lemma(article_, scene_.head(at))))
    return false;
  Index asked = at + 1;
  while (is_same_clause(asked, chunk) && scene_.kind(asked) == ChunkKind::adverb) ++asked;
  if (!is_same_clause(asked, chunk) || !(is_question(asked) || is_what(asked))) return false;
  emit(chunk, sentence, kNone, asked);
  return true;
}

// "Who paid for the trip has not come out", "No motive has emerged".
bool AbsenceFinder::read_not_out(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kEmerging = {"emerge", "transpire", "surface", "come", "become", "come out"};
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  if (verb.passive || verb.infinitive || !kEmerging.contains(word)) return false;
  const Index next = chunk + 1;
  const bool out =
      is_same_clause(next, chunk) && (scene_.is_word(next, "out") || scene_.words(next) == "to light" ||
                                      (scene_.is_word(next, "to") && scene_.is_word(next + 1, "light")));
  if (word == "come" && !out && !is_group_word(chunk, "out")) return false;
  if (word == "become" &&
      !(is_same_clause(next, chunk) && (scene_.is_word(next, "known") || scene_.is_word(next, "clear"))))
    return false;
  const Index asked = opening_question(chunk);
  const bool what = subject != kNone && subject < chunk && is_same_clause(subject, chunk) && is_what(subject);
  if (asked != kNone && verb.negated) return emit(chunk, sentence, kNone, asked), true;
  if (!what || !(verb.negated || starts_with(subject, "no"))) return false;
  emit(chunk, sentence, kNone, subject);
  return true;
}

// "The report leaves out the cost of the strike", "omitted how many had died".
bool AbsenceFinder::read_omitted(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  const Index object = chunk + 1;
  const bool leaves =
      word == "omit" || word == "leave out" || (word == "leave" && is_group_word(chunk, "out"));
  if (!leaves || verb.passive || verb.negated || !is_teller(subject) || subject > chunk ||
      !is_same_clause(object, chunk))
    return false;
  const bool told = is_question(object) || is_what(object) || told_thing_after(object) == object;
  if (!told || scene_.head(object).tag == Tag::prp) return false;
  emit(chunk, sentence, subject, object);
  return true;
}

// "There is no comparable figure for 2021", "Reliable statistics do not exist", "no such list exists".
bool AbsenceFinder::read_none_there(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kCounts = {
      "figure", "number", "estimate", "count",    "tally", "statistic", "breakdown", "register",
      "record", "list",   "census",   "database", "toll",  "total",     "survey",    "inventory"};
  static constexpr NamedWords kOf = {"of", "on", "for", "about", "by"};
  static constexpr NamedWords kSure = {"official",   "comparable", "reliable", "exact",    "precise",
                                       "separate",   "published",  "agreed",   "public",   "independent",
                                       "definitive", "firm",       "accurate", "reliable", "overall",
                                       "central",    "complete",   "such"};
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  if (subject == kNone || verb.passive || verb.infinitive || verb.modal) return false;
  if (word == "exist") {
    const bool none = verb.negated || starts_with(subject, "no");
    if (!none || !is_same_clause(subject, chunk) ||
        !(kCounts.contains(lemma(article_, scene_.head(subject))) ||
          is(scene_.head(subject), WordClass::report_noun)))
      return false;
    return emit(chunk, sentence, kNone, subject), true;
  }
  const bool there = word == "be" && chunk > chunks_.begin && scene_.head(chunk - 1).tag == Tag::ex;
  const Index what = chunk + 1;
  if (!there || verb.negated || !is_same_clause(what, chunk) || scene_.kind(what) != ChunkKind::noun ||
      !starts_with(what, "no") || !kCounts.contains(lemma(article_, scene_.head(what))))
    return false;
  const Range words = article_.chunks[what].tokens;
  const bool sure = words.size() > 2 && kSure.contains_lower(article_.text(article_.tokens[words.begin + 1]));
  const bool of = is_same_clause(what + 1, chunk) && scene_.kind(what + 1) == ChunkKind::preposition &&
                  kOf.contains_lower(scene_.head_text(what + 1));
  if (!sure && !of) return false;
  emit(chunk, sentence, kNone, what);
  return true;
}

// "The ministry keeps the list secret", "The audit remains under lock and key".
bool AbsenceFinder::read_hidden(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kHidden = {"secret", "confidential", "hidden", "private"};
  static constexpr NamedWords kStaying = {"be", "remain", "stay", "lie", "keep"};
  const VerbGroup verb = verb_group(article_, chunk);
  const Spelling word = lemma(article_, scene_.head(chunk));
  const Index next = chunk + 1;
  if (subject == kNone || subject > chunk || verb.negated || !kStaying.contains(word) ||
      !is_same_clause(next, chunk))
    return false;
  const bool under = scene_.is_word(next, "under") && is_same_clause(next + 1, chunk) &&
                     (starts_with(next + 1, "lock") || scene_.is_word(next + 1, "seal"));
  if (under && (is_what(subject) || told_thing_after(subject) == subject))
    return emit(chunk, sentence, kNone, subject), true;
  if (word != "keep" || verb.passive || !is_somebody(subject) || scene_.kind(next) != ChunkKind::noun)
    return false;
  const Range words = article_.chunks[next].tokens;
  const bool within = words.size() > 2 &&
                      kHidden.contains_lower(article_.text(article_.tokens[words.end - 1])) &&
                      is_any(article_.tokens[words.end - 2],
                             {WordClass::report_noun, WordClass::unknown_noun, WordClass::count_noun});
  const bool behind = is_same_clause(next + 1, chunk) && scene_.kind(next + 1) == ChunkKind::adjective &&
                      kHidden.contains_lower(scene_.head_text(next + 1)) && told_thing_after(next) == next;
  if (!within && !behind) return false;
  emit(chunk, sentence, subject, next);
  return true;
}

// "It is still open who will pay", "How much will be left remains to be seen".
bool AbsenceFinder::read_still_open(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kOpen = {"open", "unanswered", "unsettled", "undecided", "uncertain"};
  static constexpr NamedWords kSeeing = {"see", "establish", "determine", "explain", "clarify", "settle"};
  const Spelling word = lemma(article_, scene_.head(chunk));
  if (word != "be" && word != "remain") return false;
  const Index state = state_behind(chunk) == chunk ? chunk + 1 : state_behind(chunk);
  if (!is_same_clause(state, chunk) || verb_group(article_, chunk).negated) return false;
  const bool open =
      kOpen.contains_lower(scene_.head_text(state)) && scene_.kind(state) == ChunkKind::adjective;
  const bool seen = word == "remain" && scene_.kind(state) == ChunkKind::verb &&
                    verb_group(article_, state).infinitive &&
                    kSeeing.contains(lemma(article_, scene_.head(state)));
  if (!open && !seen) return false;
  const Index asked = opening_question(chunk);
  const bool it = subject != kNone && scene_.is_word(subject, "it") && is_same_clause(state + 1, chunk) &&
                  is_question(state + 1);
  // "The question of who gave the order is still open"
  const bool question = subject != kNone && subject < chunk && is_same_clause(subject, chunk) &&
                        scene_.is_word(subject, "question") && is_question(subject + 2);
  if (asked == kNone && !it && !question) return false;
  emit(chunk, sentence, kNone, it ? state + 1 : question ? subject : asked);
  return true;
}

// What is published as a whole, or told: a text, a result, whose words are nobody's.
bool AbsenceFinder::is_published_thing(Index chunk) const {
  static constexpr NamedWords kWritten = {"agreement", "contract",  "text",   "result",  "plan",
                                          "minutes",   "recording", "video",  "footage", "map",
                                          "letter",    "term",      "finding"};
  const Token& head = scene_.head(chunk);
  return kWritten.contains(lemma(article_, head)) || is_what(chunk) || told_thing_after(chunk) == chunk;
}

// "The agreement has never been published", "The terms were not made known", "has never been explained".
bool AbsenceFinder::read_never_told(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  if (!verb.passive || verb.infinitive || verb.future || subject == kNone || subject > chunk ||
      !is_same_clause(subject, chunk) || scene_.kind(subject) != ChunkKind::noun ||
      !(verb.negated || starts_with(subject, "no")))
    return false;
  const Token& head = scene_.head(chunk);
  const Spelling word = lemma(article_, head);
  const bool known = word == "make" && is_same_clause(chunk + 1, chunk) && scene_.is_word(chunk + 1, "known");
  const bool tells = known || (is(head, WordClass::disclose_verb) && word != "report");
  const bool explained = word == "explain" && !is_somebody(subject);
  if (!explained && !(tells && is_published_thing(subject))) return false;
  emit(chunk, sentence, kNone, subject);
  if (const Index agent = agent_of(chunk); agent != kNone) add_source(claims_.back(), chunk, sentence, agent);
  return true;
}

// "Nationwide figures are lacking", "There is a lack of reliable figures", "The ministry lacks figures on
// it".
bool AbsenceFinder::read_lack(Index chunk, Index sentence, Index subject) {
  const Spelling word = lemma(article_, scene_.head(chunk));
  const auto figures = [&](Index at) {
    return is_same_clause(at, chunk) && scene_.kind(at) == ChunkKind::noun &&
           scene_.head(at).tag != Tag::nn && is(scene_.head(at), WordClass::report_noun);
  };
  if (subject == kNone || subject > chunk || !is_same_clause(subject, chunk)) {
    const bool there = word == "be" && scene_.is_word(chunk + 1, "a lack") && scene_.is_word(chunk + 2, "of");
    if (there && figures(chunk + 3)) return emit(chunk, sentence, kNone, chunk + 3), true;
    return false;
  }
  if (word == "be" && scene_.is_word(chunk + 1, "lack") && scene_.is_word(chunk + 2, "of") &&
      figures(chunk + 3))
    return emit(chunk, sentence, kNone, chunk + 3), true;
  if (word != "lack") return false;
  if (verb_group(article_, chunk).progressive && figures(subject))
    return emit(chunk, sentence, kNone, subject), true;
  if (!is_keeper(subject) || !figures(chunk + 1)) return false;
  emit(chunk, sentence, subject, chunk + 1);
  return true;
}

// "Deaths at home are not counted": nobody keeps count; "are not counted as jobs" tells what is meant.
bool AbsenceFinder::read_never_counted(Index chunk, Index sentence, Index subject) {
  static constexpr NamedWords kCounting = {"count", "record", "log", "track", "monitor", "register", "tally"};
  const VerbGroup verb = verb_group(article_, chunk);
  if (subject == kNone || subject > chunk || !is_same_clause(subject, chunk) || !verb.passive || verb.past ||
      verb.perfect || verb.modal || !(verb.negated || is_no_longer(chunk)) ||
      !kCounting.contains(lemma(article_, scene_.head(chunk))))
    return false;
  const Token& head = scene_.head(subject);
  if (head.tag != Tag::nns && !scene_.is_word(subject, "they")) return false;
  const Index next = chunk + 1;
  const bool meant = is_same_clause(next, chunk) && scene_.kind(next) == ChunkKind::preposition &&
                     !scene_.is_word(next, "by") && !scene_.is_word(next, "in");
  if (meant) return false;
  emit(chunk, sentence, kNone, subject);
  if (const Index agent = agent_of(chunk); agent != kNone) add_source(claims_.back(), chunk, sentence, agent);
  return true;
}

// "Asked how many beds were free, the director shrugged": a sign for an answer, and no words.
bool AbsenceFinder::read_only_sign(Index chunk, Index sentence, Index subject) {
  if (lemma(article_, scene_.head(chunk)) != "shrug" || !is_somebody(subject) || subject > chunk ||
      !equals_lower(article_.text(article_.tokens[article_.chunks[chunks_.begin].tokens.begin]), "asked") ||
      !is_same_clause(chunks_.begin + 1, chunk) || !is_question(chunks_.begin + 1))
    return false;
  const bool ends = chunk + 1 >= chunks_.end || scene_.kind(chunk + 1) == ChunkKind::punctuation;
  if (!ends) return false;
  emit(chunk, sentence, subject, chunks_.begin + 1);
  return true;
}

}  // namespace tally
