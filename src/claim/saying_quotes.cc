// Quotations and who speaks them: those before the verb, those that go on after it, and those that
// nobody was found for when all is read.
//
//   |“We saw nothing,”| he said. |“It was dark.”|
#include <algorithm>

#include "claim/saying_finder.h"
#include "mention/names.h"
#include "text/vocabulary.h"

namespace tally {

// “…,” he said, “…” and “…,” he said. “…”
bool SayingFinder::take_quote_before(Index chunk, const SourceAt& source, std::uint32_t left,
                                     Saying& saying) {
  const Mention* quote = quote_ending_before(left);
  if (quote == nullptr || is_scare_quote(*quote) ||
      !(is_reporting(scene_.head(chunk)) || takes_listener_at(chunk)))
    return false;
  // “It is so.” She added that it had been: a sentence of its own, with its own words.
  const Index next = past_circumstances(chunk + 1);
  const bool tells_more = next < chunks_.end && !is_kind(next, ChunkKind::punctuation);
  if (!source.after && !closes_into(*quote) && tells_more) return false;
  // "Ten regions passed the mark, with a “rising trend,” the office said": the clause around it is his, too.
  const Span before = content_before(left);
  if (is_part_of_clause(*quote, before)) {
    saying.kind = SayingKind::reported;
    saying.rule = "content-before";
    saying.content.push_back(before);
    quote_taken_[static_cast<std::size_t>(quote - article_.quotes.data())] = 1;
    return true;
  }
  // "The mayor was blunt: “It is over,” he said."
  if (out_.size() > first_of_sentence_ && out_.back().rule == "colon" &&
      out_.back().content.front() == quote->span)
    out_.pop_back();
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

// Whether a quotation closes a clause told in the report's words, with nothing but words before it.
bool SayingFinder::is_part_of_clause(const Mention& quote, Span told) const {
  if (told.empty() || quote.span.begin <= told.begin + 2 || quote.span.end > told.end + 1) return false;
  const Index from = chunk_at(article_, told.begin);
  const Index mark = chunk_at(article_, quote.span.begin);
  if (from == kNone || mark == kNone || mark <= from || inside_quote(told.begin)) return false;
  const bool breaks = is_kind(mark - 1, ChunkKind::punctuation);
  const std::string_view words = article_.text(inside(article_, quote));
  const bool small = !words.empty() && words.front() >= 'a' && words.front() <= 'z';
  return small && (!breaks || is_comma(mark - 1)) &&
         (has_finite_verb(from, mark) || is_kind(from, ChunkKind::preposition) ||
          is_kind(from, ChunkKind::subordinator));
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

// “…,” he said. “…”: quotations that go on after the attribution, in the same paragraph.
void SayingFinder::add_following_quotes(Saying& saying, std::uint32_t at) {
  while (const Mention* next = quote_starting_after(at)) {
    if (saying.content.back().contains(next->span)) return;
    const Index from = sentence_at(article_, next->span.begin);
    if (from == kNone || !scene_.same_block(from, sentence_)) return;
    // “…,” said A. “…,” said B: the next one has its own source.
    const std::string_view text = article_.text();
    const char last = text[inside(article_, *next).end - 1];
    if (last == ',') return;
    saying.content.push_back(next->span);
    quote_taken_[static_cast<std::size_t>(next - article_.quotes.data())] = 1;
    at = next->span.end;
  }
}

// "“Go home,” the actress shouted.": after a quotation any verb tells how it was spoken.
void SayingFinder::read_manner(Index chunk) {
  if (article_.quotes.empty()) return;
  const VerbGroup verb = verb_group(article_, chunk);
  if (!verb.finite || verb.passive || verb.modal || verb.future ||
      is(scene_.head(chunk), WordClass::auxiliary))
    return;
  const auto source = source_of(chunk);
  if (!source || !may_speak(source->head) || is_document(source->head)) return;
  Saying saying = saying_of_verb(chunk, *source);
  const std::uint32_t left = source->after ? begin_of(chunk) : saying.source.begin;
  const Mention* quote = quote_ending_before(left);
  if (quote == nullptr && !source->after) return read_manner_before(chunk);
  // “Stop!”, “Stop,”: a quotation that the sentence goes on with.
  if (quote == nullptr || is_scare_quote(*quote) || !closes_into(*quote)) return;
  saying.kind = SayingKind::speech;
  saying.rule = "manner";
  saying.content.push_back(quote->span);
  quote_taken_[static_cast<std::size_t>(quote - article_.quotes.data())] = 1;
  emit(std::move(saying));
}

// "The minister apologised “without an if or a but”": some words of the clause stand in marks, and somebody
// is its subject: they are his.
void SayingFinder::read_manner_before(Index chunk) {
  constexpr Index kFarthest = 8;   // chunks
  constexpr int kFewestWords = 4;  // fewer are a name or a term
  const auto source = source_of(chunk);
  if (!source || source->after || !is_somebody(source->head)) return;
  Index mark = chunk + 1;
  while (mark < std::min(chunks_.end, chunk + kFarthest) && !is_quote_mark(mark)) {
    if (is_comma(mark) || is_kind(mark, ChunkKind::verb) || is_kind(mark, ChunkKind::relative)) return;
    ++mark;
  }
  if (!is_quote_mark(mark)) return;
  const auto quote = std::ranges::lower_bound(article_.quotes, begin_of(mark), {},
                                              [](const Mention& q) { return q.span.begin; });
  if (quote == article_.quotes.end() || quote->span.begin != begin_of(mark) || is_scare_quote(*quote)) return;
  const auto at = static_cast<std::size_t>(quote - article_.quotes.begin());
  const std::string_view words = article_.text(inside(article_, *quote));
  const bool small = !words.empty() && words.front() >= 'a' && words.front() <= 'z';
  if (quote_taken_[at] != 0 || !small || std::ranges::count(words, ' ') + 1 < kFewestWords) return;
  Saying saying = saying_of_verb(chunk, *source);
  saying.kind = SayingKind::speech;
  saying.rule = "manner";
  saying.content.push_back(quote->span);
  quote_taken_[at] = 1;
  emit(std::move(saying));
}

// A person or a body, by its noun or its name.
bool SayingFinder::is_somebody(Index noun) const {
  return may_speak(noun) && !is_document(noun) && scene_.head(noun).tag != Tag::ex && !is_text(noun, "it") &&
         !is_text(noun, "they") && !is_text(noun, "this");
}

// Who signs a quotation: the words behind a dash after it, or the line below that opens with a person's name
// and tells nothing else. Empty where nobody does.
Span SayingFinder::signature_after(const Mention& quote) const {
  constexpr std::uint32_t kLongest = 120;
  const std::string_view text = article_.text();
  std::uint32_t at = quote.span.end;
  int lines = 0;
  const auto is_blank = [&](std::uint32_t i) {
    return i < text.size() && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t');
  };
  while (is_blank(at)) lines += text[at++] == '\n' ? 1 : 0;
  const std::uint32_t before = at;
  for (const std::string_view dash : {"--", "-", "–", "—", "―"}) {
    if (!text.substr(at).starts_with(dash)) continue;
    at += static_cast<std::uint32_t>(dash.size());
    break;
  }
  const bool dashed = at > before;
  while (at < text.size() && text[at] == ' ') ++at;
  if (!dashed && lines == 0) return {};
  std::uint32_t end = at;
  while (end < text.size() && text[end] != '\n' && end - at <= kLongest) ++end;
  const Index sentence = at < text.size() ? sentence_at(article_, at) : kNone;
  if (end - at > kLongest || end == at || sentence == kNone || !scene_.is_news(sentence)) return {};
  const Index name = name_at(article_, at);
  const bool person = name != kNone && article_.names[name].name_kind == NameKind::person;
  if (!person && !dashed) return {};
  for (Index i = chunk_at(article_, at); i < article_.chunks.size() && scene_.span(i).begin < end; ++i) {
    const bool verb = scene_.kind(i) == ChunkKind::verb && verb_group(article_, i).finite;
    const bool stops =
        scene_.kind(i) == ChunkKind::punctuation && scene_.span(i).end < end && !scene_.is_word(i, ",");
    if (verb || (stops && !dashed)) return {};
  }
  return trimmed({at, end});
}

// "“It is a disgrace.” — Tom Harris, chair of the residents' association".
void SayingFinder::read_signed(std::size_t at) {
  const Mention& quote = article_.quotes[at];
  const Span source = signature_after(quote);
  if (source.empty()) return;
  Saying saying;
  saying.kind = SayingKind::speech;
  saying.token = token_from(article_, source.begin);
  saying.sentence = sentence_at(article_, source.begin);
  saying.source = source;
  saying.antecedent = source;
  saying.rule = "signed";
  saying.content.push_back(quote.span);
  quote_taken_[at] = 1;
  out_.push_back(std::move(saying));
}

// "Margaret Oakes, who is 81, put it best: “They …”": whom a sentence is about speaks what its colon opens.
void SayingFinder::read_speaker_before_colon(Index colon) {
  if (!is_quote_mark(colon + 1) || colon == chunks_.begin) return;
  const auto quote = std::ranges::lower_bound(article_.quotes, begin_of(colon + 1), {},
                                              [](const Mention& q) { return q.span.begin; });
  if (quote == article_.quotes.end() || quote->span.begin != begin_of(colon + 1) || is_scare_quote(*quote))
    return;
  const auto at = static_cast<std::size_t>(quote - article_.quotes.begin());
  if (quote_taken_[at] != 0) return;
  for (std::size_t i = first_of_sentence_; i < out_.size(); ++i) {
    if (out_[i].content.back().overlaps(quote->span)) return;
  }
  Index verb = colon;
  while (verb > chunks_.begin && !is_kind(verb, ChunkKind::verb)) --verb;
  // "Ann Berg, 44, a teacher: “…”": no verb at all
  // "Ann Berg, 44, making her second start: “…”": none but a participle
  const bool bare = names_person(chunks_.begin) && !has_finite_verb(chunks_.begin, colon);
  const auto source = bare ? std::optional(SourceAt{widened(chunks_.begin, colon - 1), chunks_.begin, false})
                      : is_kind(verb, ChunkKind::verb) ? source_of(verb)
                                                       : std::nullopt;
  if (bare) verb = colon;
  if (!source || source->after || !may_speak(source->head) || is_document(source->head)) return;
  Saying saying;
  saying.kind = SayingKind::speech;
  saying.lemma = bare ? "say" : lemma(article_, scene_.head(verb)).str();
  saying.token = article_.chunks[verb].head;
  saying.sentence = sentence_;
  saying.source = article_.span_of(source->tokens);
  saying.antecedent = saying.source;
  saying.cue = scene_.span(verb);
  saying.rule = "colon";
  saying.content.push_back(quote->span);
  quote_taken_[at] = 1;
  emit(std::move(saying));
}

// The saying whose source goes on with a quotation that nobody was found for: the last speech, where
// the quotation is a paragraph of its own; what was said in the sentence before, where it follows in
// the same paragraph. Past the end where there is none.
std::size_t SayingFinder::speaker_of_quote(const Mention& quote, Index sentence, std::size_t latest) const {
  const Index block = article_.sentences[sentence].block;
  const Span paragraph = article_.blocks[block].span;
  if (latest >= out_.size()) return out_.size();
  const Saying& last = out_[latest];
  const bool whole = quote.span.begin <= paragraph.begin + 1 && quote.span.end + 2 >= paragraph.end;
  if (whole) {
    const bool speech = last.kind == SayingKind::speech;
    return speech && quote.span.begin - last.content.back().end <= 400 ? latest : out_.size();
  }
  const bool opens = quote.span.begin <= article_.sentences[sentence].span.begin + 1;
  const bool follows = opens && last.sentence != kNone && last.sentence + 1 == sentence &&
                       scene_.same_block(last.sentence, sentence);
  return follows ? latest : out_.size();
}

// “It was dark. ¶ “Nobody came,” she said: a paragraph whose quotation the next one goes on with is by who
// speaks there.
void SayingFinder::read_continued() {
  std::vector<std::size_t> speech;
  for (std::size_t i = 0; i < out_.size(); ++i) {
    if (out_[i].kind == SayingKind::speech && !out_[i].source.empty()) speech.push_back(i);
  }
  std::ranges::stable_sort(speech, {}, [&](std::size_t i) { return out_[i].content.front().begin; });
  const std::size_t quotes = std::min(article_.quotes.size(), quote_taken_.size());
  for (std::size_t q = quotes; q-- > 0;) {
    const Mention& quote = article_.quotes[q];
    if (quote.rule != kContinuedQuote || quote_taken_[q] != 0 || q + 1 >= quotes) continue;
    const Span after = article_.quotes[q + 1].span;
    const auto at = std::ranges::lower_bound(speech, after.begin, {},
                                             [&](std::size_t i) { return out_[i].content.front().begin; });
    if (at == speech.end() || out_[*at].content.front().begin != after.begin ||
        out_[*at].cue.begin < after.begin)
      continue;
    Saying saying = out_[*at];
    saying.content = {quote.span};
    saying.rule = "continued";
    quote_taken_[q] = 1;
    speech.insert(at, out_.size());
    out_.push_back(std::move(saying));
  }
}

// Quotations that nobody was found for go on with the speaker before.
void SayingFinder::finish() {
  std::vector<std::size_t> spoken;
  for (std::size_t i = 0; i < out_.size(); ++i) {
    const bool speaks = out_[i].kind == SayingKind::speech || out_[i].kind == SayingKind::reported;
    if (speaks && !out_[i].source.empty()) spoken.push_back(i);
  }
  std::ranges::stable_sort(spoken, {}, [&](std::size_t i) { return out_[i].cue.begin; });
  read_continued();
  std::size_t next = 0;
  std::size_t latest = kNone;
  for (std::size_t q = 0; q < article_.quotes.size(); ++q) {
    const Mention& quote = article_.quotes[q];
    if (quote_taken_.size() <= q || quote_taken_[q] != 0 || is_scare_quote(quote)) continue;
    const Index sentence = sentence_at(article_, quote.span.begin);
    if (sentence == kNone || !scene_.is_news(sentence) || article_.sentences[sentence].block == kNone)
      continue;
    for (; next < spoken.size() && out_[spoken[next]].cue.begin < quote.span.begin; ++next)
      latest = spoken[next];
    read_signed(q);
    if (quote_taken_[q] != 0 || read_owned_words(q, sentence)) continue;
    const std::size_t speaker = speaker_of_quote(quote, sentence, latest);
    if (speaker >= out_.size()) {
      read_acted(q, sentence);
      continue;
    }
    Saying saying;
    saying.kind = SayingKind::speech;
    saying.lemma = out_[speaker].lemma;
    saying.token = out_[speaker].token;
    saying.sentence = sentence;
    saying.antecedent = out_[speaker].antecedent;
    saying.content.push_back(quote.span);
    saying.rule = "goes-on";
    out_.push_back(std::move(saying));
    latest = out_.size() - 1;
  }
}

}  // namespace tally
