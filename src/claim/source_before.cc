// Whom the sentences before tell of → what a pronoun, "the 43-year-old" or "its" stands for, where nobody has
// spoken yet.
//
//   "Last week I met |a woman| who …. “…,” she said."     "We wrote to |the diocese|. It has yet to reply."
#include <algorithm>
#include <iterator>

#include "claim/sources.h"
#include "text/named_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// The first noun group that no preposition governs, the subject where a verb stands somewhere after it; the
// end where there is none.
Index first_free_noun(const Scene& scene, Range chunks) {
  Index noun = chunks.begin;
  while (noun < chunks.end && (scene.kind(noun) != ChunkKind::noun ||
                               (noun > chunks.begin && scene.kind(noun - 1) == ChunkKind::preposition)))
    ++noun;
  return noun;
}

}  // namespace

// "the [43-year-old]"
bool SourceReader::is_aged(Span words) const {
  return article_.text(words).ends_with("-year-old") && scene_.names_in(words).empty();
}

// "Bolan was among the first. “…,” he says.", "Last week I met [a woman] who …": the one whom the sentences
// before bring in, where nobody has spoken yet.
Source SourceReader::somebody_met(const Saying& saying) const {
  constexpr Index kFarthest = 4;  // sentences
  const Index here = sentence_at(article_, std::min(saying.cue.begin, saying.content.front().begin));
  if (here == kNone) return {};
  const Index first = told_before(here);
  const bool she =
      article_.text(saying.antecedent).starts_with("s") || article_.text(saying.antecedent).starts_with("S");
  for (Index back = 1; back <= std::min(kFarthest, first); ++back) {
    const Index sentence = first - back;
    if (!scene_.is_news(sentence)) break;
    if (const Mention* only = only_person(sentence)) return read_person(*only);
    const Range chunks = scene_.chunks_of(sentence);
    for (Index i = chunks.begin; i < chunks.end; ++i) {
      if (brings_in(i, she)) return read_words(scene_.span(i));
    }
  }
  return {};
}

// "a woman", "a baker"; "Bolan" where he does something: one person, of whom nothing was told before.
bool SourceReader::brings_in(Index chunk, bool she) const {
  static constexpr NamedWords kWomen = {"woman", "girl", "mother", "widow", "sister", "daughter", "wife"};
  static constexpr NamedWords kMen = {"man", "boy", "father", "widower", "brother", "son", "husband"};
  if (scene_.kind(chunk) != ChunkKind::noun) return false;
  const Token& head = scene_.head(chunk);
  const Spelling word = lemma(article_, head);
  const Spelling first = lower(article_, article_.tokens[article_.chunks[chunk].tokens.begin]);
  if (head.tag == Tag::nn && (first == "a" || first == "an"))
    return is_any(head, {WordClass::person, WordClass::role, WordClass::source_noun}) &&
           !is_any(head, {WordClass::organisation, WordClass::group}) &&
           !(she ? kMen : kWomen).contains(word);
  const Index clause = scene_.clause_of(chunk);
  const Mention* name = scene_.name_in(scene_.span(chunk));
  const bool named =
      name == nullptr || name->name_kind == NameKind::other || name->name_kind == NameKind::person;
  return head.tag == Tag::nnp && named && clause != kNone && scene_.clause(clause).subject == chunk &&
         !is_any(head, {WordClass::organisation, WordClass::group, WordClass::place, WordClass::time,
                        WordClass::month, WordClass::weekday, WordClass::report_noun});
}

// "And the widow? She did not want to talk": the one without a name whom the sentence before is about, where
// nobody spoke since.
Source SourceReader::somebody_before(Index sentence) const {
  if (sentence == 0 || sentence == kNone || !scene_.is_news(sentence - 1) ||
      !scene_.same_block(sentence, sentence - 1))
    return {};
  const Span before = article_.sentences[sentence - 1].span;
  if (last_.span.begin >= before.begin) return {};
  const Range chunks = scene_.chunks_of(sentence - 1);
  Index subject = chunks.begin;
  while (subject < chunks.end && scene_.kind(subject) != ChunkKind::noun &&
         scene_.kind(subject) != ChunkKind::verb)
    ++subject;
  if (subject >= chunks.end || scene_.kind(subject) != ChunkKind::noun) return {};
  if (subject > chunks.begin && scene_.kind(subject - 1) == ChunkKind::preposition) return {};
  const Token& head = scene_.head(subject);
  const bool one = head.tag == Tag::nn &&
                   is_any(head, {WordClass::role, WordClass::source_noun, WordClass::person}) &&
                   !is(head, WordClass::organisation);
  const bool owned =
      subject + 1 < chunks.end && article_.tokens[article_.chunks[subject + 1].tokens.begin].tag == Tag::pos;
  if (!one || owned || !scene_.names_in(scene_.span(subject)).empty()) return {};
  return read_words(scene_.span(subject));
}

// "Prosecutors named nobody. They declined …": the people that the sentence before is about, where nobody
// spoke since.
Source SourceReader::people_before(Index sentence) const {
  if (sentence == 0 || sentence == kNone || !scene_.is_news(sentence - 1)) return {};
  const Span before = article_.sentences[sentence - 1].span;
  if (last_.span.begin >= before.begin && !last_is_document_) return {};
  const Range chunks = scene_.chunks_of(sentence - 1);
  const Index subject = first_free_noun(scene_, chunks);
  if (subject >= chunks.end) return {};
  const Token& head = scene_.head(subject);
  const bool many = head.tag == Tag::nns || is(head, WordClass::organisation);
  const bool speaks =
      is_any(head, {WordClass::role, WordClass::source_noun, WordClass::person, WordClass::organisation});
  return many && speaks ? read_words(scene_.span(subject)) : Source{};
}

// "I asked [the ministry] how many. It …", "We wrote to [the diocese]": who was asked in the sentence before.
Source SourceReader::body_asked(Index sentence) const {
  const Range clauses = scene_.clauses_of(sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene_.clause(i);
    if (clause.kind != ClauseKind::main || clause.verb == kNone) continue;
    const Index who = asked_of(clause);
    if (who == kNone) continue;
    Index end = who + 1;
    while (scene_.same_sentence(who, end + 1) && scene_.is_word(end, "of")) end += 2;
    const Mention* name = scene_.name_in(span_of_chunks(article_, {who, end}));
    const bool body = is(scene_.head(who), WordClass::organisation) || is_house(who) ||
                      (name != nullptr &&
                       (name->name_kind == NameKind::organisation || name->name_kind == NameKind::other));
    if (body) return read_words(span_of_chunks(article_, {who, end}));
  }
  return {};
}

// The chunk of whom a clause tells to have been asked, or written to; kNone where nobody was.
Index SourceReader::asked_of(const Clause& clause) const {
  static constexpr NamedWords kReaching = {"contact", "email", "e-mail", "phone", "approach", "call"};
  const Token& verb = scene_.head(clause.verb);
  const Spelling word = lemma(article_, verb);
  if (is(verb, WordClass::ask_verb) || kReaching.contains(word)) return clause.object;
  // "requested a meeting with [the ministry]", "sought an answer from [the bank]"
  const bool seeks = word == "request" || word == "seek" || word == "demand";
  if (!seeks && word != "write" && word != "apply" && word != "turn") return kNone;
  constexpr Index kFarthest = 8;  // "wrote on Monday in a letter to the diocese"
  for (Index i = clause.verb + 1; i < clause.verb + kFarthest && scene_.same_sentence(clause.verb, i + 1);
       ++i) {
    if (scene_.kind(i) == ChunkKind::verb) break;
    const bool to = seeks ? scene_.is_word(i, "with") || scene_.is_word(i, "from") : scene_.is_word(i, "to");
    if (to && scene_.kind(i + 1) == ChunkKind::noun) return i + 1;
  }
  return kNone;
}

// "[The minister] promised a written reply. We are still waiting": who gave his word in the sentence before.
Source SourceReader::somebody_bound_before(Index sentence) const {
  static constexpr NamedWords kBinding = {"promise",  "pledge", "vow", "undertake",
                                          "announce", "agree",  "say"};
  if (sentence == 0 || !scene_.same_block(sentence, sentence - 1)) return {};
  const Range clauses = scene_.clauses_of(sentence - 1);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene_.clause(i);
    if (clause.verb == kNone || !kBinding.contains(lemma(article_, scene_.head(clause.verb)))) continue;
    const Index who = scene_.subject_of(i);
    if (who == kNone || scene_.kind(who) != ChunkKind::noun || scene_.head(who).tag == Tag::prp) continue;
    Index end = who + 1;
    while (scene_.same_sentence(who, end + 1) && scene_.is_word(end, "of")) end += 2;
    return read_words(span_of_chunks(article_, {who, end}));
  }
  return {};
}

// "the centre", "the town": a place that may act as a body.
bool SourceReader::is_house(Index chunk) const {
  const Token& head = scene_.head(chunk);
  return head.tag == Tag::nn && is_any(head, {WordClass::place, WordClass::group}) &&
         lower(article_, article_.tokens[article_.chunks[chunk].tokens.begin]) == "the";
}

// "The [centre] in the capital has promised a team. It has not said when": a house that acts is a body.
bool SourceReader::may_speak(Index subject) const {
  const Index clause = is_house(subject) ? scene_.clause_of(subject) : kNone;
  if (clause == kNone || scene_.clause(clause).subject != subject || scene_.clause(clause).verb == kNone)
    return false;
  const VerbGroup verb = verb_group(article_, scene_.clause(clause).verb);
  return !verb.passive && lemma(article_, scene_.head(scene_.clause(clause).verb)) != "be";
}

// The sentence before, over those that stand within a quotation: what is quoted is not what the report is
// about.
Index SourceReader::told_before(Index sentence) const {
  constexpr Index kLongest = 6;  // sentences of a quotation
  Index before = sentence;
  const auto quoted = [&](Index s) {
    const std::uint32_t at = article_.sentences[s].span.begin;
    const auto quote =
        std::ranges::upper_bound(article_.quotes, at, {}, [](const Mention& q) { return q.span.begin; });
    return quote != article_.quotes.begin() && std::prev(quote)->span.contains(at);
  };
  while (before > 1 && sentence - before < kLongest && quoted(before - 1) &&
         scene_.same_block(sentence, before - 2))
    --before;
  return before;
}

// "[The bureau] publishes the number each May. The table …": the body that the sentence before is about,
// where it tells of something published.
Source SourceReader::publisher_before(Index sentence) const {
  if (sentence == 0 || !scene_.same_block(sentence, sentence - 1)) return {};
  const Range tokens = article_.sentences[sentence - 1].tokens;
  bool published = false;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    static constexpr NamedWords kPublishing = {"publish", "release", "issue", "present", "compile", "keep"};
    published = published || (is_verb(article_.tokens[t].tag) &&
                              kPublishing.contains(lemma(article_, article_.tokens[t])));
  }
  return published ? body_before(sentence) : Source{};
}

Source SourceReader::body_before(Index sentence) const {
  if (sentence != 0 && sentence != kNone && sentence < article_.sentences.size())
    sentence = told_before(sentence);
  if (sentence == 0 || sentence == kNone || !scene_.is_news(sentence - 1)) return {};
  if (Source asked = body_asked(sentence - 1); !called(asked).empty()) return asked;
  const Range chunks = scene_.chunks_of(sentence - 1);
  const Index subject = first_free_noun(scene_, chunks);
  if (subject >= chunks.end) return {};
  Index end = subject + 1;
  while (end + 1 < chunks.end && scene_.is_word(end, "of")) end += 2;
  const Mention* name = scene_.name_in(span_of_chunks(article_, {subject, end}));
  const bool body =
      is(scene_.head(subject), WordClass::organisation) ||
      (name != nullptr && (name->name_kind == NameKind::organisation || name->name_kind == NameKind::other) &&
       name->span.contains(scene_.head(subject).span));
  // "It employs 1,090": what "it" was there. Past the last sentence there is no block to compare with.
  const bool together = sentence == article_.sentences.size() || scene_.same_block(sentence, sentence - 1);
  if (scene_.is_word(subject, "it") && together) return body_before(sentence - 1);
  return body || may_speak(subject) ? read_words(span_of_chunks(article_, {subject, end})) : Source{};
}

}  // namespace tally
