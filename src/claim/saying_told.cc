// What is told without a quotation before it: before the source, on both its sides, or after the verb.
//
//   "The plan had failed, he said."     "He said that it had failed."     "As he said, it failed."
#include <algorithm>

#include "claim/saying_finder.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {

// What is told without a quotation before: before the source, on both its sides, or after the verb.
void SayingFinder::read_told(Index chunk, const SourceAt& source, std::uint32_t left, Saying saying) {
  const bool reports = is_reporting(scene_.head(chunk));
  const Span after = source.after ? Span{} : content_after(chunk, saying);
  if (reports && !source.after && is_told_as(chunk, source)) return read_as(chunk, source, std::move(saying));
  const bool comma_before = is_after_comma(left);
  const Index left_chunk = chunk_at(article_, left);
  // "Asked whether he would resign, the mayor said: …", "Commenting on the report, she said": no content.
  const bool circumstance = source.after == false && is_circumstance(chunks_.begin);
  // A headline's "Toll at 12, officials say" has no verb before.
  const bool told_before = left_chunk != kNone && has_finite_verb(chunks_.begin, left_chunk);
  const bool clause_before = comma_before && !circumstance &&
                             (told_before || (reports && !is_kind(chunks_.begin, ChunkKind::preposition)));
  // "X, he said.": what stands before is the content; "After X, he said that Y" is not.
  // "Without it, she told us, it would close."
  const bool listener = comma_before && takes_listener_at(chunk) && is_kind(chunk + 1, ChunkKind::noun) &&
                        scene_.head(chunk + 1).tag == Tag::prp && is_comma(chunk + 2);
  // "…, ministry data showed on Friday."
  const Index shown = past_circumstances(chunk + 1);
  const bool only_when = is_document(chunk - 1) && (shown >= chunks_.end || is_mark(shown, "."));
  const bool nothing_after = after.empty() || after.size() < 4 || listener || only_when;
  const bool explains = clause_before && !after.empty() && is_mark(chunk_at(article_, after.begin) - 1, ":");
  // "Shells killed 31, the hospital said on Sunday, in what residents called the worst day"
  const Index past_all = past_circumstances(chunk + 1);
  const bool goes_on = reports && told_before && comma_before && past_all > chunk + 1 && is_comma(past_all) &&
                       is_kind(past_all + 1, ChunkKind::preposition) && !says_that(past_all);
  if (source.after || goes_on || (clause_before && (nothing_after || explains)))
    return read_content_before(chunk, source, left, std::move(saying));
  const Index past = past_circumstances(chunk + (listener ? 2 : 1));
  if (nothing_after && is_comma(past) && comma_before && past + 1 < chunks_.end)
    return read_parenthesis(chunk, left, std::move(saying));
  if (after.empty() && reports && take_next_paragraph(chunk, saying)) return emit(std::move(saying));
  if (after.empty() || !is_content(chunk, after)) return;
  // "…, referring to the beach": what the words are about.
  const bool about =
      is_text(chunk + 1, "to") && !opens_clause(chunk + 2) && verb_group(article_, chunk).progressive;
  if (about) return;
  // "The strait has claimed 52 lives": a thing with an object says nothing; with a clause it may.
  // "The strait has claimed 52 lives".
  const Index object = chunk_at(article_, after.begin);
  if (is(scene_.head(chunk), WordClass::claim_verb) && lemma(article_, scene_.head(object)) == "life") return;
  // "those who report them", "a man writing about crime": what somebody does tells who he is.
  if (is_describing(chunk, source) && !opens_clause(chunk_at(article_, after.begin))) return;
  // "What worries us is blood": a thing that is asked for speaks to nobody.
  if (scene_.is_word(source.head, "what")) return;
  const bool counts = is(scene_.head(chunk), WordClass::count_verb);
  // "two shark attack deaths while …": only somebody speaks for or against.
  if (is_stance_verb(scene_.head(chunk)) && !is_reporting(scene_.head(chunk)) && !may_speak(source.head))
    return;
  if (!(counts ? may_speak(source.head) : may_say(source.head)) && !is_clause_content(after)) return;
  read_content_after(after, std::move(saying));
}

// "[Asked whether he would go], the mayor said": a participle without a subject opens the sentence.
bool SayingFinder::is_circumstance(Index first) const {
  if (!is_kind(first, ChunkKind::verb)) return false;
  const Tag tag = scene_.head(first).tag;
  return article_.chunks[first].tokens.size() == 1 && (tag == Tag::vbg || tag == Tag::vbn || tag == Tag::vbd);
}

// "…, as the agency reported", "As the ministry said on Monday, …": in agreement with who says so.
bool SayingFinder::is_told_as(Index chunk, const SourceAt& source) const {
  const Index first = chunk_at(article_, article_.tokens[source.tokens.begin].span.begin);
  if (first == kNone || first <= chunks_.begin || !is_text(first - 1, "as")) return false;
  const Index as = first - 1;
  const Index past = past_circumstances(chunk + 1);
  const bool ends = past >= chunks_.end || is_mark(past, ".") || is_mark(past, ";");
  return as == chunks_.begin ? is_comma(past) && past + 1 < chunks_.end : ends && is_comma(as - 1);
}

void SayingFinder::read_as(Index chunk, const SourceAt& source, Saying saying) {
  const Index as = chunk_at(article_, article_.tokens[source.tokens.begin].span.begin) - 1;
  const Index past = past_circumstances(chunk + 1);
  const Span told = as == chunks_.begin ? trimmed({begin_of(past + 1), content_end(past + 1)})
                                        : content_before(begin_of(as));
  if (told.empty()) return;
  saying.content.push_back(told);
  saying.rule = "as";
  emit(std::move(saying));
}

// "X, he said.", and what may go on after it: "X, he said, with Y."
void SayingFinder::read_content_before(Index chunk, const SourceAt& source, std::uint32_t left,
                                       Saying saying) {
  const Span before = content_before(left);
  if (before.empty()) return;
  saying.content.push_back(before);
  saying.rule = "content-before";
  // "…, police said on Sunday, and …", "…, the agency now says: …", "…, the report says; …", "… told
  // reporters: …".
  Index past = past_circumstances(chunk + 1);
  if (takes_listener_at(chunk) && is_kind(past, ChunkKind::noun) && is_mark(past + 1, ":")) ++past;
  if ((is_comma(past) || is_mark(past, ":") || is_mark(past, ";")) && !source.after &&
      past + 1 < chunks_.end && !is_cue_verb(past + 1)) {
    const Span rest = trimmed({begin_of(past + 1), content_end(past + 1)});
    if (rest.size() > 3) saying.content.push_back(rest);
  }
  emit(std::move(saying));
}

// "But to prevent this, he said, officials should …": a parenthesis in the content.
void SayingFinder::read_parenthesis(Index chunk, std::uint32_t left, Saying saying) {
  const Span before = content_before(left);
  Index past = past_circumstances(chunk + 1);
  if (takes_listener_at(chunk) && is_kind(past, ChunkKind::noun) && is_comma(past + 1)) ++past;
  const Span rest = trimmed({begin_of(past + 1), content_end(past + 1)});
  if (!before.empty()) saying.content.push_back(before);
  if (!rest.empty()) saying.content.push_back(rest);
  saying.rule = "parenthesis";
  if (!saying.content.empty()) emit(std::move(saying));
}

// "He said that …"; it is speech where a quotation is all of it.
void SayingFinder::read_content_after(Span after, Saying saying) {
  if (const auto quote = std::ranges::lower_bound(article_.quotes, after.begin, {},
                                                  [](const Mention& q) { return q.span.begin; });
      quote != article_.quotes.end() && quote->span.begin == after.begin &&
      quote->span.end + 2 >= after.end && !is_scare_quote(*quote)) {
    saying.kind = SayingKind::speech;
    quote_taken_[static_cast<std::size_t>(quote - article_.quotes.begin())] = 1;
  }
  const Index from = chunk_at(article_, after.begin);
  if (saying.kind == SayingKind::reported && from != kNone &&
      (is(article_.tokens[saying.token], WordClass::put_verb) || leaves_verb_out(from, after.end)))
    return emit_gapped(std::move(saying), from, after.end);
  saying.content.push_back(after);
  if (saying.kind == SayingKind::speech) add_following_quotes(saying, after.end);
  emit(std::move(saying));
}

// "Residents were told [by the company] that 12 wells were affected": the subject only listens.
bool SayingFinder::read_passive_told(Index chunk) {
  const Index last = appositive_end(chunk + 2);
  const Index that = last + 1;
  const bool clause = is_text(that, "that") || is_text(that, "how") || is_text(that, "why");
  if (!clause || is_kind(that, ChunkKind::noun)) return false;
  Saying saying = given_saying(article_.chunks[chunk].head, article_.span_of(widened(chunk + 2, last)));
  saying.kind = SayingKind::reported;
  saying.negated = verb_group(article_, chunk).negated;
  saying.passive = true;
  saying.cue = scene_.span(chunk);
  saying.rule = "passive";
  saying.content.push_back(trimmed({begin_of(that), content_end(that)}));
  emit(std::move(saying));
  return true;
}

// "The leak was first reported by the Herald."
void SayingFinder::read_passive(Index chunk) {
  if (!is_kind(chunk + 2, ChunkKind::noun)) return;
  const Token& head = scene_.head(chunk);
  if (takes_listener_at(chunk) && may_speak(chunk + 2) && read_passive_told(chunk)) return;
  if (!is_reporting(head) ||
      is_any(head, {WordClass::disclose_verb, WordClass::free_verb, WordClass::plan_verb}))
    return;
  Saying saying;
  saying.lemma = lemma(article_, head);
  saying.token = article_.chunks[chunk].head;
  saying.sentence = sentence_;
  saying.negated = verb_group(article_, chunk).negated;
  saying.passive = true;
  saying.source = article_.span_of(widened(chunk + 2, appositive_end(chunk + 2)));
  saying.antecedent = saying.source;
  saying.cue = cover(scene_.span(chunk), scene_.span(chunk + 1));
  saying.rule = "passive";
  const Index subject = scene_.subject_of(scene_.clause_of(chunk));
  if (subject == kNone || subject >= chunk || !scene_.same_sentence(subject, chunk)) return;
  // "the register, which is maintained by the university": a body is not what is said.
  if (may_speak(subject) && !is_document(subject) && is(head, WordClass::claim_verb)) return;
  // "…, as shown by the report": all that stands before.
  if (is_text(chunk - 1, "as")) {
    saying.content.push_back(content_before(begin_of(chunk - 1)));
  } else {
    saying.content.push_back(trimmed({begin_of(subject), scene_.span(chunk).begin}));
  }
  emit(std::move(saying));
}

// What follows a verb is told by the source where it is a clause or a quotation; a bare object is so
// only after verbs that can mean nothing but speech.
bool SayingFinder::is_content(Index chunk, Span after) const {
  const Token& head = scene_.head(chunk);
  const Index start = chunk_at(article_, after.begin);
  if (start == kNone) return false;
  if (opens_clause(start)) return true;
  const bool clause = is_kind(start, ChunkKind::noun) && has_clause(start);
  // "Hospitals admitted 2,310 patients": whom they took in.
  if (lemma(article_, head) == "admit" && !clause && has_amount(start)) return false;
  const bool says = is_any(head, {WordClass::report_verb, WordClass::claim_verb, WordClass::urge_verb,
                                  WordClass::stance_verb, WordClass::ask_verb});
  // "released a report", "raised taxes": what is disclosed or changed is a thing, not words.
  const bool weak = is_any(head, {WordClass::disclose_verb, WordClass::free_verb, WordClass::clause_verb});
  if (is(head, WordClass::plan_verb) && is_kind(start, ChunkKind::verb))
    return verb_group(article_, start).infinitive;
  // "expects inflation to fall", "predicts that"
  if (is(head, WordClass::forecast_verb) && is_kind(start, ChunkKind::noun) && has_infinitive(start))
    return true;
  if (clause) return true;
  return (says && !weak) || is_denied_charge(chunk, start);
}

// "denied breaking the law", "deny any wrongdoing", "denied all 11 counts"; but "denied bail", "denied him
// entry".
bool SayingFinder::is_denied_charge(Index chunk, Index start) const {
  static constexpr NamedWords kCharges = {"wrongdoing", "involvement", "responsibility", "guilt",
                                          "count",      "knowledge",   "liability",      "link"};
  if (lemma(article_, scene_.head(chunk)) != "deny") return false;
  const Token& head = scene_.head(start);
  if (is_kind(start, ChunkKind::verb)) return head.tag == Tag::vbg;
  if (!is_kind(start, ChunkKind::noun)) return false;
  return is_text(start, "it") || is_any(head, {WordClass::statement_noun, WordClass::happening}) ||
         kCharges.contains(lemma(article_, head));
}

// "that", "whether", "how", a quotation.
bool SayingFinder::opens_clause(Index start) const {
  return is_quote_mark(start) || is_kind(start, ChunkKind::subordinator) ||
         is_kind(start, ChunkKind::relative) || is_text(start, "that") ||
         (is_kind(start, ChunkKind::adverb) && is(scene_.head(start), WordClass::question_word));
}

bool SayingFinder::is_clause_content(Span after) const {
  const Index start = chunk_at(article_, after.begin);
  return start != kNone && (is_quote_mark(start) || is_kind(start, ChunkKind::subordinator) ||
                            is_kind(start, ChunkKind::relative) || has_clause(start));
}

// Somebody, or a noun that no list tells anything else of.
bool SayingFinder::may_say(Index noun) const {
  if (may_speak(noun) || !is_kind(noun, ChunkKind::noun)) return true;
  const Token& head = scene_.head(noun);
  if (head.tag == Tag::nnp || head.tag == Tag::nnps) return true;
  return !is_any(head, {WordClass::place, WordClass::thing, WordClass::measure, WordClass::medical,
                        WordClass::time, WordClass::count_noun, WordClass::killed_noun,
                        WordClass::average_noun, WordClass::cardinal, WordClass::substance});
}

// "[inflation] to fall to 2 percent"
bool SayingFinder::has_infinitive(Index start) const {
  constexpr Index kPhrases = 5;
  Index at = start + 1;
  while (at < std::min(chunks_.end, start + kPhrases) &&
         (is_kind(at, ChunkKind::preposition) || is_kind(at, ChunkKind::noun)))
    ++at;
  return is_kind(at, ChunkKind::verb) && verb_group(article_, at).infinitive;
}

// "the plan had failed": a noun group with its phrases, then a finite verb.
bool SayingFinder::has_clause(Index start) const {
  Index at = start + 1;
  while (at < chunks_.end && at < start + 9 &&
         (is_kind(at, ChunkKind::preposition) || is_kind(at, ChunkKind::noun) ||
          is_kind(at, ChunkKind::adverb) || is_kind(at, ChunkKind::time) || is_text(at, "and"))) {
    ++at;
  }
  return is_kind(at, ChunkKind::verb) && verb_group(article_, at).finite;
}

}  // namespace tally
