// One sentence → its sayings: verbs of saying, "according to", nouns of saying, a speaker before a
// colon; after the last sentence, quotations that go on with the speaker before.
#include "claim/saying_finder.h"

#include <algorithm>
#include <array>

#include "text/vocabulary.h"

namespace tally {
namespace {

// Longer ones are lists, tables or noise; the bound keeps the work linear.
constexpr Index kLongestSentence = 400;

bool is_one_of(const Token& token, std::initializer_list<WordClass> classes) {
  return std::ranges::any_of(classes, [&](WordClass one) { return is(token, one); });
}

// Verbs of saying proper, apart from those of opinion, asking, planning and the like.
bool is_reporting(const Token& token) {
  return is_one_of(
      token, {WordClass::report_verb, WordClass::claim_verb, WordClass::confirm_verb, WordClass::deny_verb});
}

// A body, a person or a document can say something; a price or a storm cannot.
bool may_speak(const Article& article, const Token& head) {
  if (head.tag == Tag::prp) {
    const std::string word = lower(article, head);
    return word != "it" || true;
  }
  return true;
}

}  // namespace

bool is_saying_verb(const Article&, const Token& token) {
  return is_one_of(
      token, {WordClass::report_verb, WordClass::claim_verb, WordClass::confirm_verb, WordClass::deny_verb,
              WordClass::opinion_verb, WordClass::ask_verb, WordClass::urge_verb, WordClass::show_verb,
              WordClass::disclose_verb, WordClass::plan_verb, WordClass::forecast_verb});
}

bool is_stance_verb(const Token& token) {
  return is(token, WordClass::stance_verb);
}

bool SayingFinder::is_quote_mark(Index chunk) const {
  if (chunk >= chunks_.end || !is_kind(chunk, ChunkKind::punctuation)) return false;
  const std::string_view text = scene_.head_text(chunk);
  return text == "\"" || text == "“" || text == "”" || text == "‘" || text == "’" || text == "''" ||
         text == "``" || text == "«" || text == "»" || text == "'";
}

bool SayingFinder::has_finite_verb(Index begin, Index end) const {
  for (Index i = begin; i < end; ++i) {
    if (is_kind(i, ChunkKind::verb) && verb_group(article_, i).finite) return true;
  }
  return false;
}

bool SayingFinder::is_cue_verb(Index chunk) const {
  if (!is_kind(chunk, ChunkKind::verb)) return false;
  const Token& head = scene_.head(chunk);
  return is_saying_verb(article_, head) || is_stance_verb(head);
}

void SayingFinder::read(Index sentence) {
  if (quote_taken_.empty()) quote_taken_.resize(article_.quotes.size() + 1, 0);
  sentence_ = sentence;
  chunks_ = scene_.chunks_of(sentence);
  first_of_sentence_ = out_.size();
  if (chunks_.size() > kLongestSentence) return;
  read_colon();
  for (Index i = chunks_.begin; i < chunks_.end; ++i) {
    if (is_cue_verb(i)) {
      read_verb(i);
    } else if (is_kind(i, ChunkKind::preposition) && scene_.words(i) == "according to") {
      read_according(i);
    } else if (is_kind(i, ChunkKind::noun)) {
      read_noun(i);
    }
  }
}

void SayingFinder::read_verb(Index chunk) {
  if (inside_quote(begin_of(chunk))) return;
  const VerbGroup verb = verb_group(article_, chunk);
  if (!is_telling(chunk, verb)) return;
  const bool by = is_kind(chunk + 1, ChunkKind::preposition) && is_text(chunk + 1, "by");
  if (verb.passive && by) return read_passive(chunk);
  const bool bare = article_.chunks[chunk].tokens.size() == 1;
  if (verb.passive && !(bare && is_reporting(scene_.head(chunk)))) return;
  const auto source = source_of(chunk);
  if (!source || !may_speak(article_, scene_.head(source->head))) return;

  Saying saying = saying_of_verb(chunk, *source);
  const std::uint32_t left = std::min(source->after ? begin_of(chunk) : saying.source.begin, begin_of(chunk));
  if (take_quote_before(chunk, *source, left, saying)) return emit(std::move(saying));
  read_told(chunk, *source, left, std::move(saying));
}

bool SayingFinder::is_telling(Index chunk, const VerbGroup& verb) const {
  if (verb.infinitive) return false;
  const Token& head = scene_.head(chunk);
  // "Supporters say": right after its noun a verb of saying is finite, however it was tagged.
  const bool after_noun = is_reporting(head) && is_kind(chunk - 1, ChunkKind::noun);
  return head.tag != Tag::vb || verb.finite || after_noun;
}

// All but the content.
Saying SayingFinder::saying_of_verb(Index chunk, const SourceAt& source) const {
  const Token& head = scene_.head(chunk);
  Saying saying;
  saying.lemma = lemma(article_, head);
  saying.kind = is_reporting(head) ? SayingKind::reported : SayingKind::stance;
  saying.token = article_.chunks[chunk].head;
  saying.sentence = sentence_;
  saying.negated = verb_group(article_, chunk).negated;
  saying.asked = is(head, WordClass::ask_verb);
  saying.source = article_.span_of(source.tokens);
  saying.antecedent = saying.source;
  saying.cue = scene_.span(chunk);
  saying.rule = "verb";
  // "who said": the pronoun stands for the noun before it.
  if (article_.chunks[source.head].tokens.begin != source.tokens.begin && source.tokens.size() == 1) {
    saying.antecedent = scene_.span(source.head);
  }
  return saying;
}

// “…,” he said, “…” and “…,” he said. “…”
bool SayingFinder::take_quote_before(Index chunk, const SourceAt& source, std::uint32_t left,
                                     Saying& saying) {
  const Mention* quote = quote_ending_before(left);
  if (quote == nullptr || is_scare_quote(*quote) || !is_reporting(scene_.head(chunk))) return false;
  saying.kind = SayingKind::speech;
  saying.rule = "quote-before";
  saying.content.push_back(quote->span);
  quote_taken_[static_cast<std::size_t>(quote - article_.quotes.data())] = 1;
  std::uint32_t at = source.after ? saying.source.end : end_of(chunk);
  for (Index i = chunk + 1; i < chunks_.end; ++i) {
    if (is_quote_mark(i)) break;
    at = std::max(at, end_of(i));
  }
  add_following_quotes(saying, at);
  return true;
}

bool SayingFinder::is_after_comma(std::uint32_t at) const {
  if (at <= article_.sentences[sentence_].span.begin) return false;
  const Index i = chunk_at(article_, at);
  return i != kNone && i > chunks_.begin && is_comma(i - 1);
}

// What is told without a quotation before: before the source, on both its sides, or after the verb.
void SayingFinder::read_told(Index chunk, const SourceAt& source, std::uint32_t left, Saying saying) {
  const bool reports = is_reporting(scene_.head(chunk));
  const Span after = source.after ? Span{} : content_after(chunk, saying);
  const bool comma_before = is_after_comma(left);
  const Index left_chunk = chunk_at(article_, left);
  // A headline's "Toll at 12, officials say" has no verb before.
  const bool told_before = left_chunk != kNone && has_finite_verb(chunks_.begin, left_chunk);
  const bool clause_before =
      comma_before && (told_before || (reports && !is_kind(chunks_.begin, ChunkKind::preposition)));
  // "X, he said.": what stands before is the content; "After X, he said that Y" is not.
  const bool nothing_after = after.empty() || after.size() < 4;
  if (source.after || (clause_before && nothing_after))
    return read_content_before(chunk, source, left, std::move(saying));
  if (nothing_after && is_comma(chunk + 1) && comma_before && chunk + 2 < chunks_.end)
    return read_parenthesis(chunk, left, std::move(saying));
  if (after.empty() && reports && take_next_paragraph(chunk, saying)) return emit(std::move(saying));
  if (after.empty() || !is_content(chunk, after)) return;
  read_content_after(after, std::move(saying));
}

// "X, he said.", and what may go on after it: "X, he said, with Y."
void SayingFinder::read_content_before(Index chunk, const SourceAt& source, std::uint32_t left,
                                       Saying saying) {
  const Span before = content_before(left);
  if (before.empty()) return;
  saying.content.push_back(before);
  saying.rule = "content-before";
  if (is_comma(chunk + 1) && !source.after && chunk + 2 < chunks_.end && !is_cue_verb(chunk + 2)) {
    const Span rest = trimmed({begin_of(chunk + 2), content_end(chunk + 2)});
    if (rest.size() > 3) saying.content.push_back(rest);
  }
  emit(std::move(saying));
}

// "But to prevent this, he said, officials should …": a parenthesis in the content.
void SayingFinder::read_parenthesis(Index chunk, std::uint32_t left, Saying saying) {
  const Span before = content_before(left);
  const Span rest = trimmed({begin_of(chunk + 2), content_end(chunk + 2)});
  if (!before.empty()) saying.content.push_back(before);
  if (!rest.empty()) saying.content.push_back(rest);
  saying.rule = "parenthesis";
  if (!saying.content.empty()) emit(std::move(saying));
}

// "He added:" at the end of a paragraph: the next one is what he added.
bool SayingFinder::take_next_paragraph(Index chunk, Saying& saying) const {
  if (!is_mark(chunk + 1, ":") || chunk + 2 < chunks_.end) return false;
  const Index next = sentence_ + 1;
  if (next >= article_.sentences.size()) return false;
  const Index block = article_.sentences[next].block;
  if (block == kNone || scene_.same_block(sentence_, next) || !scene_.is_news(next)) return false;
  saying.content.push_back(trimmed(article_.blocks[block].span));
  saying.kind = SayingKind::speech;
  saying.rule = "colon";
  return true;
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
  saying.content.push_back(after);
  if (saying.kind == SayingKind::speech) add_following_quotes(saying, after.end);
  emit(std::move(saying));
}

// "The leak was first reported by the Herald."
void SayingFinder::read_passive(Index chunk) {
  if (!is_kind(chunk + 2, ChunkKind::noun)) return;
  const Token& head = scene_.head(chunk);
  if (!is_reporting(head) ||
      is_one_of(head, {WordClass::disclose_verb, WordClass::free_verb, WordClass::plan_verb}))
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
  const Index subject = subject_of(scene_.clause_of(chunk));
  if (subject == kNone || subject >= chunk || !scene_.same_sentence(subject, chunk)) return;
  saying.content.push_back(trimmed({begin_of(subject), scene_.span(chunk).begin}));
  emit(std::move(saying));
}

// “…,” and “…?” lead into who said it; “….” has ended, and a new sentence begins.
bool SayingFinder::closes_into(const Mention& quote) const {
  const Span words = inside(article_, quote);
  return !words.empty() && article_.text()[words.end - 1] != '.';
}

// What follows a verb is told by the source where it is a clause or a quotation; a bare object is so
// only after verbs that can mean nothing but speech.
bool SayingFinder::is_content(Index chunk, Span after) const {
  const Token& head = scene_.head(chunk);
  const Index start = chunk_at(article_, after.begin);
  if (start == kNone) return false;
  if (is_quote_mark(start)) return true;
  const bool opens = is_kind(start, ChunkKind::subordinator) || is_kind(start, ChunkKind::relative) ||
                     (is_kind(start, ChunkKind::adverb) && is(scene_.head(start), WordClass::question_word));
  if (opens) return true;
  const bool clause = is_kind(start, ChunkKind::noun) && has_clause(start);
  const bool says = is_one_of(head, {WordClass::report_verb, WordClass::claim_verb, WordClass::urge_verb,
                                     WordClass::stance_verb, WordClass::ask_verb});
  // "released a report", "raised taxes": what is disclosed or changed is a thing, not words.
  const bool weak = is_one_of(head, {WordClass::disclose_verb, WordClass::free_verb, WordClass::clause_verb});
  if (is(head, WordClass::plan_verb) && is_kind(start, ChunkKind::verb))
    return verb_group(article_, start).infinitive;
  if (clause) return true;
  return says && !weak;
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

// "According to police, …", "…, according to the ministry’s data."
void SayingFinder::read_according(Index chunk) {
  if (!is_kind(chunk + 1, ChunkKind::noun) || inside_quote(begin_of(chunk))) return;
  const Index last = appositive_end(chunk + 1);
  Saying saying;
  saying.kind = SayingKind::according;
  saying.lemma = "according to";
  saying.token = article_.chunks[chunk].head;
  saying.sentence = sentence_;
  saying.source = article_.span_of(widened(chunk + 1, last));
  saying.antecedent = saying.source;
  saying.cue = scene_.span(chunk);
  saying.rule = "according";
  const bool first = chunk == chunks_.begin || is_kind(chunk - 1, ChunkKind::subordinator);
  if (first) {
    const Index from = is_comma(last + 1) ? last + 2 : last + 1;
    if (from >= chunks_.end) return;
    saying.content.push_back(trimmed({begin_of(from), content_end(from)}));
  } else {
    const Span before = content_before(begin_of(chunk));
    if (before.empty()) return;
    saying.content.push_back(before);
    if (is_comma(last + 1) && last + 2 < chunks_.end && has_finite_verb(last + 2, chunks_.end) &&
        is_comma(chunk - 1)) {
      const Span rest = trimmed({begin_of(last + 2), content_end(last + 2)});
      if (rest.size() > 3) saying.content.push_back(rest);
    }
  }
  emit(std::move(saying));
}

// "Trump’s claim that the tide is turning": a noun of saying with its own clause.
void SayingFinder::read_noun(Index chunk) {
  const Token& head = scene_.head(chunk);
  if (!is(head, WordClass::statement_noun) && !is(head, WordClass::report_noun)) return;
  if (!is_text(chunk + 1, "that") || chunk + 2 >= chunks_.end || is_kind(chunk + 2, ChunkKind::verb)) return;
  if (inside_quote(begin_of(chunk)) || read_verb_taken_for_noun(chunk)) return;
  if (is_kind(chunk + 1, ChunkKind::relative) && !is(head, WordClass::statement_noun)) return;
  const Range tokens = article_.chunks[chunk].tokens;
  Saying saying;
  saying.kind = SayingKind::noun;
  saying.lemma = lemma(article_, head);
  saying.token = article_.chunks[chunk].head;
  saying.sentence = sentence_;
  saying.rule = "noun";
  Index owner = kNone;
  for (Index i = tokens.begin; i < article_.chunks[chunk].head; ++i) {
    if (article_.tokens[i].tag == Tag::pos || article_.tokens[i].tag == Tag::prps) owner = i;
  }
  saying.cue = head.span;
  if (owner != kNone) {
    saying.source =
        article_.span_of({tokens.begin, article_.tokens[owner].tag == Tag::pos ? owner : owner + 1});
    saying.cue = article_.span_of({owner + 1, article_.chunks[chunk].head + 1});
  }
  saying.antecedent = saying.source;
  saying.content.push_back(trimmed({begin_of(chunk + 1), content_end(chunk + 1)}));
  emit(std::move(saying));
}

// "The Herald reports that …": a verb that the tagger took for a plural.
bool SayingFinder::read_verb_taken_for_noun(Index chunk) {
  const Token& head = scene_.head(chunk);
  const Range tokens = article_.chunks[chunk].tokens;
  const Index at = article_.chunks[chunk].head;
  if (head.tag != Tag::nns || at == tokens.begin ||
      !is_one_of(head, {WordClass::report_verb, WordClass::claim_verb}))
    return false;
  if (has_finite_verb(chunks_.begin, chunk)) return false;
  const auto names = scene_.names_in(article_.span_of({tokens.begin, at}));
  if (names.empty() || names.back()->span.end != article_.tokens[at - 1].span.end) return false;
  Saying saying;
  saying.lemma = vocabulary().lemma(head.word, Pos::verb);
  saying.token = at;
  saying.sentence = sentence_;
  saying.source = article_.span_of({tokens.begin, at});
  saying.antecedent = saying.source;
  saying.cue = head.span;
  saying.rule = "verb";
  saying.content.push_back(trimmed({begin_of(chunk + 1), content_end(chunk + 1)}));
  emit(std::move(saying));
  return true;
}

// "Jones: “We saw nothing.”" at the head of a paragraph.
void SayingFinder::read_colon() {
  if (chunks_.empty() || !is_kind(chunks_.begin, ChunkKind::noun) || !is_text(chunks_.begin + 1, ":")) return;
  const Mention* name = scene_.name_in(scene_.span(chunks_.begin));
  if (name == nullptr || name->name_kind == NameKind::place || chunks_.begin + 2 >= chunks_.end) return;
  const Index block = article_.sentences[sentence_].block;
  if (block != kNone && article_.sentences[sentence_].span.begin > article_.blocks[block].span.begin + 2)
    return;
  Saying saying;
  saying.kind = SayingKind::speech;
  saying.lemma = "say";
  saying.token = article_.chunks[chunks_.begin + 1].head;
  saying.sentence = sentence_;
  saying.source = scene_.span(chunks_.begin);
  saying.antecedent = saying.source;
  saying.cue = scene_.span(chunks_.begin + 1);
  saying.rule = "colon";
  saying.content.push_back(trimmed({begin_of(chunks_.begin + 2), content_end(chunks_.begin + 2)}));
  emit(std::move(saying));
}

void SayingFinder::emit(Saying saying) {
  std::erase_if(saying.content, [](Span span) { return span.empty(); });
  if (saying.content.empty() || saying.cue.empty()) return;
  // The same content by the same source twice ("did say"): the first stands.
  for (std::size_t i = first_of_sentence_; i < out_.size(); ++i) {
    if (out_[i].content == saying.content && out_[i].source == saying.source) return;
  }
  out_.push_back(std::move(saying));
}

// A paragraph that is one quotation goes on with the last speaker of speech.
void SayingFinder::finish() {
  std::vector<std::size_t> speech;
  std::size_t next = 0;
  const std::size_t count_before = out_.size();
  std::size_t latest = count_before;
  for (std::size_t i = 0; i < out_.size(); ++i) {
    if (out_[i].kind == SayingKind::speech && !out_[i].source.empty()) speech.push_back(i);
  }
  const std::size_t count = article_.quotes.size();
  for (std::size_t q = 0; q < count; ++q) {
    const Mention& quote = article_.quotes[q];
    if (quote_taken_.size() <= q || quote_taken_[q] != 0 || is_scare_quote(quote)) continue;
    const Index sentence = sentence_at(article_, quote.span.begin);
    if (sentence == kNone || !scene_.is_news(sentence)) continue;
    const Index block = article_.sentences[sentence].block;
    if (block == kNone) continue;
    const Span paragraph = article_.blocks[block].span;
    if (quote.span.begin > paragraph.begin + 1 || quote.span.end + 2 < paragraph.end) continue;
    for (; next < speech.size() && out_[speech[next]].content.front().begin < quote.span.begin; ++next) {
      if (latest >= out_.size() ||
          out_[speech[next]].content.front().begin > out_[latest].content.front().begin)
        latest = speech[next];
    }
    const Saying* last = latest < out_.size() ? &out_[latest] : nullptr;
    // Only what stands in the paragraph just before, or leaves its quotation open there.
    if (last == nullptr || quote.span.begin - last->content.back().end > 400) continue;
    Saying saying;
    saying.kind = SayingKind::speech;
    saying.lemma = last->lemma;
    saying.token = last->token;
    saying.sentence = sentence;
    saying.antecedent = last->antecedent;
    saying.content.push_back(quote.span);
    saying.rule = "goes-on";
    out_.push_back(std::move(saying));
    latest = out_.size() - 1;
  }
}

}  // namespace tally
