// Where figures come from, told beside them → sayings of kind `given`.
//
//   |912 were put down.| The figures come from the Racing Board.     That is what the inspectorate reported.
//   Among 1,200 tenants polled by the union, |61 % …|     If the police are right, |98 left|
//   The paper, citing hospital records, put |the dead at 63|.     The police keep a list of accidents.
#include <algorithm>

#include "claim/saying_finder.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {

void SayingFinder::read_sourced() {
  if (inside_quote(article_.sentences[sentence_].span.begin)) return;
  if (has_amounts_) {
    read_sourced_opening();
    if (whose_survey(chunks_.begin + 2) != kNone) read_figures_from();
    for (Index i = chunks_.begin; i < chunks_.end; ++i) read_cited(i);
  } else if (out_.size() == first_of_sentence_) {
    read_figures_from();
    read_kept_list();
  }
}

void SayingFinder::emit_sourced(Index cue, Range source, std::vector<Span> content) {
  Saying saying = given_saying(article_.chunks[cue].head, article_.span_of(source));
  saying.lemma = "give";
  saying.cue = scene_.span(cue);
  saying.rule = "sourced";
  saying.content = std::move(content);
  emit(std::move(saying));
}

// "The figures come from the Racing Board.", "That is what the inspectorate reported.", "That is the count of
// the fire service.": what the sentence before told, where nobody is its source.
void SayingFinder::read_figures_from() {
  if (sentence_ == 0 || !scene_.same_block(sentence_, sentence_ - 1) || !scene_.is_news(sentence_ - 1))
    return;
  const bool told =
      std::ranges::any_of(out_.rbegin(), out_.rbegin() + std::min<std::ptrdiff_t>(std::ssize(out_), 6),
                          [&](const Saying& saying) { return saying.sentence + 1 == sentence_; });
  const Span before = article_.sentences[sentence_ - 1].span;
  if (told || Scene::starting_in(article_.amounts, before).empty()) return;
  const Range source = source_of_figures();
  if (source.empty()) return;
  emit_sourced(chunks_.begin + 1, source, {before});
}

// Whose the figures told before are, by a sentence that tells only that; empty where it tells something else.
Range SayingFinder::source_of_figures() const {
  static constexpr NamedWords kComing = {"come", "stem", "originate", "be"};
  const Index first = chunks_.begin;
  const Index verb = first + 1;
  if (!is_kind(first, ChunkKind::noun) || !is_kind(verb, ChunkKind::verb)) return {};
  const Spelling word = lemma(article_, scene_.head(verb));
  const bool from = kComing.contains(word) && is_text(verb + 1, "from");
  const bool by =
      verb_group(article_, verb).passive && is_text(verb + 1, "by") &&
      is_any(scene_.head(verb), {WordClass::disclose_verb, WordClass::count_verb, WordClass::report_verb});
  if (tells_count(first) && (from || by) && is_source(verb + 2))
    return widened(verb + 2, appositive_end(verb + 2));
  const bool that = (is_text(first, "that") || is_text(first, "this")) && word == "be";
  if (!that) return {};
  // "That is what the inspectorate reported"
  if (is_text(verb + 1, "what") && is_source(verb + 2) && is_kind(verb + 3, ChunkKind::verb) &&
      (is_reporting(scene_.head(verb + 3)) || is(scene_.head(verb + 3), WordClass::count_verb)))
    return article_.chunks[verb + 2].tokens;
  // "That is the final figure of the inquiry"
  const Index of = verb + 2;
  const bool named = is_text(of, "of") || is_text(of, "from") || is_text(of, "by");
  if (const Index whose = whose_survey(verb + 1); whose != kNone) return article_.chunks[whose].tokens;
  if (!is_kind(verb + 1, ChunkKind::noun) || !tells_count(verb + 1)) return {};
  if (named && is_source(of + 1)) return article_.chunks[of + 1].tokens;
  const Span owner = owner_of(verb + 1);
  return owner.empty() ? Range{} : token_range(article_, owner);
}

// "That is the outcome of the survey [that the union] carries out", "… of a count made by [the police]": who
// asked or counted; kNone where nobody is told.
Index SayingFinder::whose_survey(Index noun) const {
  static constexpr NamedWords kComing = {"outcome", "result", "finding", "conclusion", "upshot"};
  static constexpr NamedWords kMaking = {"carry", "conduct", "make",    "do",   "hold",
                                         "run",   "take",    "publish", "keep", "compile"};
  const Index survey = noun + 2;
  const bool document = is_kind(noun, ChunkKind::noun) && is_text(noun + 1, "of") &&
                        kComing.contains(lemma(article_, scene_.head(noun))) && is_document(survey);
  if (!document) return kNone;
  if (is_text(survey + 1, "of") || is_text(survey + 1, "by"))
    return is_source(survey + 2) ? survey + 2 : kNone;
  const auto makes = [&](Index verb) {
    return is_kind(verb, ChunkKind::verb) && kMaking.contains(lemma(article_, scene_.head(verb)));
  };
  if (is_kind(survey + 1, ChunkKind::relative) || is_text(survey + 1, "that"))
    return is_source(survey + 2) && makes(survey + 3) ? survey + 2 : kNone;
  for (Index by = survey + 2; by < survey + 4; ++by) {
    if (makes(survey + 1) && is_text(by, "by") && is_source(by + 1)) return by + 1;
  }
  return kNone;
}

// Somebody, or a document: who or what a figure may come from.
bool SayingFinder::is_source(Index noun) const {
  return is_kind(noun, ChunkKind::noun) && scene_.head(noun).tag != Tag::prp && !has_amount(noun) &&
         (may_speak(noun) || is_document(noun) || is_house(noun));
}

// "The police keep a list of accidents", "The ministry has released its figures", "The minister has figures
// too": what follows in the
// paragraph stands there.
void SayingFinder::read_kept_list() {
  static constexpr NamedWords kKeeping = {"keep",    "publish", "release", "maintain", "compile", "give",
                                          "present", "have",    "bring",   "get",      "show",    "read"};
  static constexpr NamedWords kLists = {"list",   "register", "figure",   "count",  "statistic",
                                        "record", "tally",    "database", "data",   "number",
                                        "log",    "table",    "result",   "finding"};
  Index verb = chunks_.begin + 1;
  while (is_kind(verb, ChunkKind::preposition) && is_kind(verb + 1, ChunkKind::noun)) verb += 2;
  if (!is_kind(verb, ChunkKind::verb) || !is_source(chunks_.begin) || is_document(chunks_.begin)) return;
  const VerbGroup group = verb_group(article_, verb);
  if (group.passive || group.negated || group.modal || group.future || group.infinitive ||
      !kKeeping.contains(lemma(article_, scene_.head(verb))))
    return;
  Index object = verb + 1;
  if (is_kind(object, ChunkKind::noun) && scene_.head(object).tag == Tag::prp) ++object;
  // "gets [out] the tables"
  while (is_kind(object, ChunkKind::adverb) || is_text(object, "out") || is_text(object, "up")) ++object;
  if (!is_kind(object, ChunkKind::noun) || !kLists.contains(lemma(article_, scene_.head(object))) ||
      lower(article_, article_.tokens[article_.chunks[object].tokens.begin]) == "no")
    return;
  emit_sourced(verb, widened(chunks_.begin, verb - 1), {scene_.span(object)});
}

// What the opening phrase of a sentence names as its source: all that follows.
void SayingFinder::read_sourced_opening() {
  Index cue = kNone;
  const Index after = polled_opening(cue) != kNone    ? polled_opening(cue)
                      : trusted_opening(cue) != kNone ? trusted_opening(cue)
                                                      : viewed_opening(cue);
  if (cue == kNone || after == kNone || after >= chunks_.end) return;
  emit_sourced(cue, article_.chunks[cue].tokens, {trimmed({begin_of(after), content_end(after)})});
}

// "Among 1,200 tenants polled by the union, […]": who asked them; gives the chunk behind the comma.
Index SayingFinder::polled_opening(Index& source) const {
  static constexpr NamedWords kAsking = {"poll", "survey", "interview", "question", "ask", "examine", "test"};
  const bool of = is_text(chunks_.begin, "among") || is_text(chunks_.begin, "of");
  const Index verb = chunks_.begin + 2;
  if (!of || !is_kind(chunks_.begin + 1, ChunkKind::noun) || !is_kind(verb, ChunkKind::verb) ||
      !kAsking.contains(lemma(article_, scene_.head(verb))) || !is_text(verb + 1, "by") ||
      !is_source(verb + 2))
    return kNone;
  Index comma = verb + 3;
  while (comma < chunks_.end && comma < verb + 7 && !is_comma(comma)) ++comma;
  if (!is_comma(comma)) return kNone;
  source = verb + 2;
  return comma + 1;
}

// "If the police are to be believed, […]", "When rangers last counted, […]": gives the chunk behind the
// comma.
Index SayingFinder::trusted_opening(Index& source) const {
  static constexpr NamedWords kRight = {"right", "correct", "accurate", "reliable"};
  const Index noun = chunks_.begin + 1;
  const bool when = is_text(chunks_.begin, "when");
  if (!(when || is_text(chunks_.begin, "if")) || !is_source(noun)) return kNone;
  Index verb = noun + 1;
  while (is_kind(verb, ChunkKind::adverb) || is_kind(verb, ChunkKind::adjective)) ++verb;
  if (!is_kind(verb, ChunkKind::verb)) return kNone;
  const bool counted =
      when && is(scene_.head(verb), WordClass::count_verb) && !verb_group(article_, verb).passive;
  const Spelling last =
      is_kind(verb + 1, ChunkKind::verb) ? lemma(article_, scene_.head(verb + 1)) : Spelling();
  const bool right = !when && lemma(article_, scene_.head(verb)) == "be" &&
                     ((verb + 1 < chunks_.end && kRight.contains_lower(scene_.head_text(verb + 1))) ||
                      last == "believe" || last == "trust");
  Index comma = verb + 1;
  while (comma < chunks_.end && comma < verb + 3 && !is_comma(comma)) ++comma;
  if (!(counted || right) || !is_comma(comma)) return kNone;
  source = noun;
  // "When rangers last counted, in 2021, […]"
  const Index next = comma + 1;
  const bool dated = (is_time(next) && is_comma(next + 1)) ||
                     (is_kind(next, ChunkKind::preposition) && is_time(next + 1) && is_comma(next + 2));
  return dated ? (is_time(next) ? next + 2 : next + 3) : next;
}

// "In the foundation's view […]", "By the police's reckoning, […]".
Index SayingFinder::viewed_opening(Index& source) const {
  static constexpr NamedWords kViews = {"view",      "opinion", "estimation", "reckoning", "judgment",
                                        "judgement", "guess",   "telling",    "version",   "eyes"};
  const Index noun = chunks_.begin + 1;
  if (!is_kind(chunks_.begin, ChunkKind::preposition) || !is_kind(noun, ChunkKind::noun) ||
      !kViews.contains(lemma(article_, scene_.head(noun))) || owner_of(noun).empty())
    return kNone;
  source = noun;
  return is_comma(noun + 1) ? noun + 2 : noun + 1;
}

// "Five were children, [the inquiry established].": behind a whole clause somebody and a verb of finding out,
// and nothing more.
void SayingFinder::read_trailing(Index verb) {
  static constexpr NamedWords kFinding = {"rule",       "hear", "learn", "decide",   "remember", "figure",
                                          "understand", "find", "hold",  "discover", "say"};
  const Token& head = scene_.head(verb);
  const VerbGroup group = verb_group(article_, verb);
  const bool finds = kFinding.contains(lemma(article_, head)) ||
                     is_any(head, {WordClass::establish_verb, WordClass::disclose_verb, WordClass::show_verb,
                                   WordClass::count_verb});
  // At the end of its sentence a form that may be the past is: "the inquiry established".
  const bool bare = article_.chunks[verb].tokens.size() == 1;
  if (!finds || (group.passive && !bare) || group.infinitive || group.negated || inside_quote(begin_of(verb)))
    return;
  const Index end = past_circumstances(verb + 1);
  if (end < chunks_.end && !is_mark(end, ".")) return;
  Index noun = verb - 1;
  while (noun >= chunks_.begin + 2 && is_joined(noun)) noun -= 2;
  if (noun <= chunks_.begin + 2 || noun >= verb || !is_source(noun) || !is_comma(noun - 1)) return;
  const bool subordinate =
      is_kind(chunks_.begin, ChunkKind::subordinator) || is_kind(chunks_.begin, ChunkKind::relative);
  if (subordinate || !has_finite_verb(chunks_.begin, noun - 1)) return;
  Saying saying = saying_of_verb(verb, SourceAt{widened(noun, verb - 1), noun, false});
  saying.kind = SayingKind::reported;
  saying.rule = "trailing";
  saying.content.push_back(content_before(saying.source.begin));
  emit(std::move(saying));
}

// "The paper, [citing hospital records], put the dead at 63", "…, the agency reported, [quoting the mayor]":
// whom a source goes by is one, too.
void SayingFinder::read_cited(Index chunk) {
  static constexpr NamedWords kCiting = {"cite", "quote"};
  const Token& head = scene_.head(chunk);
  if (!is_kind(chunk, ChunkKind::verb) || head.tag != Tag::vbg || article_.chunks[chunk].tokens.size() != 1 ||
      !kCiting.contains(lemma(article_, head)) || !is_source(chunk + 1) ||
      !(chunk == chunks_.begin || is_comma(chunk - 1)))
    return;
  const Range source = widened(chunk + 1, appositive_end(chunk + 1));
  const std::size_t said = out_.size();
  for (std::size_t i = first_of_sentence_; i < said; ++i) {
    if (out_[i].kind != SayingKind::reported && out_[i].kind != SayingKind::given) continue;
    if (out_[i].cue == scene_.span(chunk)) continue;
    return emit_sourced(chunk, source, std::vector<Span>(out_[i].content));
  }
}

}  // namespace tally
