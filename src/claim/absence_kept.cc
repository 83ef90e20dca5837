// What somebody has and does not give, by what kind of thing it is → absences: whatever can be published is
// kept back by who does not publish it; of what can be given only what tells something.
//
//   "does not disclose its donors"     "did not give a date"     "has announced no timetable"     "does not
//   count those who leave"     "Nobody in the ministry keeps such a list"     "has not set out how"
#include <algorithm>

#include "claim/absence_finder.h"
#include "text/named_words.h"

namespace tally {
namespace {

// By the meaning of the noun: words, ideas, what something is like, when it is.
bool tells_something(const Article& article, const Token& head) {
  static constexpr NamedWords kGranted = {
      "permission", "approval",  "consent",   "credit",  "hope",    "chance",  "attention",  "way",
      "notice",     "guarantee", "priority",  "value",   "support", "help",    "access",     "order",
      "warning",    "evidence",  "assurance", "thought", "advice",  "benefit", "power",      "right",
      "time",       "day",       "year",      "month",   "week",    "hour",    "impression", "care",
      "education",  "training",  "lesson",    "signal"};
  static constexpr NamedWords kTelling = {"copy",     "date",        "deadline", "recipe", "timetable",
                                          "name",     "schedule",    "proof",    "reason", "detail",
                                          "identity", "whereabouts", "result",   "motive", "address",
                                          "minute",   "minutes",     "breakdown"};
  const Spelling word = lemma(article, head);
  if (kTelling.contains(word)) return true;
  if (head.tag == Tag::prp || kGranted.contains(word)) return false;
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"communication", "status", "property", "plan"},
      [&](std::string_view kind) { return vocabulary().is_kind_of(head.word, kind); });
}

}  // namespace

// Who does not do it: somebody before his verb, past what hangs on him; kNone where nobody is told.
Index AbsenceFinder::keeper_before(Index verb, Index subject) const {
  if (subject == kNone || subject > verb || !is_same_clause(subject, verb)) return kNone;
  if (is_keeper(subject) || is_nobody(subject) || is_place_name(subject)) return subject;
  return starts_with(subject, "no") && scene_.kind(subject) == ChunkKind::noun ? subject : kNone;
}

bool AbsenceFinder::read_kept_back(Index chunk, Index sentence, Index subject) {
  const VerbGroup verb = verb_group(article_, chunk);
  const Index who = keeper_before(chunk, subject);
  if (verb.passive || verb.infinitive || who == kNone || !is_same_clause(chunk + 1, chunk)) return false;
  const Index object = chunk + 1;
  const bool negated = verb.negated || is_nobody(who) || starts_with(who, "no") ||
                       starts_with(who, "neither") || is_no_longer(chunk);
  const bool none = !negated && scene_.kind(object) == ChunkKind::noun && starts_with(object, "no");
  if (!negated && !none) return false;
  if (!keeps_thing(chunk, object) && !(negated && tells_question(chunk, object)) &&
      !(negated && leaves_uncounted(chunk, object, who)))
    return false;
  emit(chunk, sentence, who, object);
  return true;
}

// "[does not disclose] its donors", "[did not give] a date", "[has issued] no figures".
bool AbsenceFinder::keeps_thing(Index verb, Index object) const {
  static constexpr NamedWords kPublishing = {"publish", "disclose", "reveal", "divulge"};
  static constexpr NamedWords kGiving = {"release", "issue",   "share",  "provide",  "supply",
                                         "give",    "produce", "submit", "announce", "specify",
                                         "send",    "explain", "update", "indicate", "post",
                                         "have",    "hold",    "keep",   "state",    "set"};
  static constexpr NamedWords kHaving = {"have", "hold", "keep", "set"};
  if (scene_.kind(object) != ChunkKind::noun ||
      !Scene::starting_in(article_.amounts, scene_.span(object)).empty())
    return false;
  const Spelling word = lemma(article_, scene_.head(verb));
  const Token& head = scene_.head(object);
  if (kPublishing.contains(word)) return head.tag != Tag::prp || scene_.is_word(object, "them");
  if (!kGiving.contains(word)) return false;
  static constexpr NamedWords kLists = {"list",  "register",  "breakdown", "record",
                                        "count", "statistic", "figure"};
  if (kHaving.contains(word)) return kLists.contains(lemma(article_, head)) && word != "set";
  const bool figures = is_any(head, {WordClass::report_noun, WordClass::count_noun, WordClass::unknown_noun});
  return (figures && !is(head, WordClass::money)) || tells_something(article_, head);
}

// "[has not set out] how the money will be shared", "[No one tracks] how many are recycled".
bool AbsenceFinder::tells_question(Index verb, Index object) const {
  static constexpr NamedWords kTelling = {"set out", "spell out", "lay out", "specify", "indicate",
                                          "track",   "monitor",   "spell",   "set",     "lay",
                                          "record",  "clarify",   "count",   "state",   "keep"};
  const Spelling word = lemma(article_, scene_.head(verb));
  return kTelling.contains(word) && is_question(object) && !scene_.is_word(object, "if");
}

// "does not count those who leave", "has never counted the children", "does not list them separately": a
// habit, or what was never done; not what was left out once.
bool AbsenceFinder::leaves_uncounted(Index verb, Index object, Index who) const {
  static constexpr NamedWords kCounting = {"count", "record", "register", "track", "monitor", "log", "tally"};
  const VerbGroup group = verb_group(article_, verb);
  const Spelling word = lemma(article_, scene_.head(verb));
  const bool on_track = word == "keep" && scene_.is_word(object, "track");
  const bool apart = scene_.kind(object) == ChunkKind::noun && is_same_clause(object + 1, verb) &&
                     scene_.is_word(object + 1, "separately");
  if (on_track || (apart && is(scene_.head(verb), WordClass::count_verb))) return true;
  const bool body = is(scene_.head(who), WordClass::organisation) || is_nobody(who);
  return body && kCounting.contains(word) && scene_.kind(object) == ChunkKind::noun && !group.modal &&
         (!group.past || group.perfect) && Scene::starting_in(article_.amounts, scene_.span(object)).empty();
}

}  // namespace tally
