// Quotations whose speaker no verb of saying tells → sayings: by the words of the sentence, or by whom the
// sentence before shows.
//
//   The owners |“do not discuss such matters”|.    For Ann Berg, the head of the union, it is |“a bad joke”|.
//   It is, in the words of the speaker, |“a first step”|.    |“Enough,”| was her message.
//   Ann Berg shrugs. |“I have nothing to lose.”|
#include <algorithm>

#include "claim/saying_finder.h"
#include "mention/names.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {

// "in the words of [the speaker], “a first step”", "in [Ann Berg's] words": empty where nobody's words are
// told.
Range SayingFinder::owner_before_words(Index mark) const {
  for (Index i = chunks_.begin; i + 1 < mark; ++i) {
    if (!is_text(i, "in") || !is_text(i + 1, "words")) continue;
    if (is_text(i + 2, "of") && i + 3 < mark && is_somebody(i + 3))
      return widened(i + 3, std::min(described_end(i + 3), mark - 1));
    if (const Span owner = owner_of(i + 1); !owner.empty()) return token_range(article_, owner);
  }
  return {};
}

// "“Enough,” was [her] message", "“No,” is the answer of [the ministry]": empty where nobody's is told.
Range SayingFinder::owner_behind(const Mention& quote) const {
  static constexpr NamedWords kMessages = {"message", "verdict", "advice",   "answer",   "reply",     "motto",
                                           "comment", "word",    "reaction", "response", "conclusion"};
  Index verb = chunk_at(article_, quote.span.end - 1);
  while (verb < chunks_.end && !is_kind(verb, ChunkKind::verb) && begin_of(verb) < quote.span.end) ++verb;
  const Index noun = verb + 1;
  if (!is_kind(verb, ChunkKind::verb) || !is_kind(noun, ChunkKind::noun) ||
      lemma(article_, scene_.head(verb)) != "be" || begin_of(verb) > quote.span.end + 2 ||
      !kMessages.contains(lemma(article_, scene_.head(noun))))
    return {};
  if (is_text(noun + 1, "of") && is_kind(noun + 2, ChunkKind::noun) && is_somebody(noun + 2))
    return widened(noun + 2, described_end(noun + 2));
  const Index first = article_.chunks[noun].tokens.begin;
  if (article_.tokens[first].tag == Tag::prps) return {first, first + 1};
  const Span owner = owner_of(noun);
  return owner.empty() ? Range{} : token_range(article_, owner);
}

// Whose words a quotation is that stands in a sentence without a verb of saying; empty where nobody is found.
Range SayingFinder::owner_of_words(const Mention& quote) const {
  const Range chunks = chunks_;
  const Index mark = chunk_at(article_, quote.span.begin);
  if (mark == kNone || mark < chunks.begin || mark >= chunks.end) return {};
  if (const Range behind = owner_behind(quote); !behind.empty()) return behind;
  if (mark == chunks.begin) return {};
  if (const Range before = owner_before_words(mark); !before.empty()) return before;
  if (is_text(chunks.begin, "for") && names_person(chunks.begin + 1)) {
    const Index last = described_end(chunks.begin + 1);
    if (is_comma(last + 1) && last < mark) return widened(chunks.begin + 1, last);
  }
  const Index first = token_from(article_, inside(article_, quote).begin);
  const bool acts = first < article_.tokens.size() && is_verb(article_.tokens[first].tag);
  const Index subject = mark - 1;
  const bool alone = subject == chunks.begin || is_comma(subject - 1) ||
                     is_kind(subject - 1, ChunkKind::conjunction) || is_mark(subject - 1, ";");
  return acts && alone && is_kind(subject, ChunkKind::noun) && is_somebody(subject)
             ? widened(subject, subject)
             : Range{};
}

// The words of somebody whom the sentence names without a verb of saying.
bool SayingFinder::read_owned_words(std::size_t at, Index sentence) {
  sentence_ = sentence;
  chunks_ = scene_.chunks_of(sentence);
  const Range owner = owner_of_words(article_.quotes[at]);
  if (!owner.empty()) take_owned(at, sentence, owner);
  return !owner.empty();
}

void SayingFinder::take_owned(std::size_t at, Index sentence, Range owner) {
  Saying saying;
  saying.kind = SayingKind::speech;
  saying.lemma = "say";
  saying.token = owner.begin;
  saying.sentence = sentence;
  saying.source = article_.span_of(owner);
  saying.antecedent = saying.source;
  saying.cue = saying.source;
  saying.rule = "owned";
  saying.content.push_back(article_.quotes[at].span);
  quote_taken_[at] = 1;
  out_.push_back(std::move(saying));
}

// Whether somebody speaks of himself in a quotation: "I", "we", "my".
bool SayingFinder::speaks_of_himself(const Mention& quote) const {
  static constexpr NamedWords kOwn = {"i", "we", "my", "our", "me", "us"};
  return std::ranges::any_of(tokens_within(article_, quote.span),
                             [&](const Token& token) { return kOwn.contains_lower(article_.text(token)); });
}

// Whom a sentence shows: the person before its first verb, who acts; kNone where it shows nobody, or names
// another.
Index SayingFinder::person_shown() const {
  Index verb = chunks_.begin;
  while (verb < chunks_.end && !is_kind(verb, ChunkKind::verb)) ++verb;
  if (verb >= chunks_.end || verb == chunks_.begin) return kNone;
  const VerbGroup group = verb_group(article_, verb);
  static constexpr NamedWords kGone = {"die", "arrest", "bury", "kill", "charge", "convict"};
  if (!group.finite || group.passive || group.infinitive ||
      kGone.contains(lemma(article_, scene_.head(verb))))
    return kNone;
  Index shown = kNone;
  for (Index i = chunks_.begin; i < chunks_.end; ++i) {
    if (is_quote_mark(i) || is_kind(i, ChunkKind::subordinator)) return kNone;
    if (!names_person(i)) continue;
    const bool governed = i > chunks_.begin && is_kind(i - 1, ChunkKind::preposition);
    if (i > verb || governed || shown != kNone) return kNone;
    shown = i;
  }
  const Index after = shown == kNone ? 0 : article_.chunks[shown].tokens.end;
  const bool owns =
      shown != kNone && after < article_.tokens.size() && article_.tokens[after].tag == Tag::pos;
  return owns ? kNone : shown;
}

// "Her colleague, nurse Paul Wekesa, nods. “Yesterday I turned away forty mothers.”": words of their own
// behind a sentence that shows one person are that person's.
void SayingFinder::read_acted(std::size_t at, Index sentence) {
  const Mention& quote = article_.quotes[at];
  const Span own = article_.sentences[sentence].span;
  if (sentence == 0 || !scene_.is_news(sentence - 1) || !scene_.same_block(sentence, sentence - 1) ||
      quote.span.begin > own.begin + 1 || quote.span.end + 2 < own.end)
    return;
  sentence_ = sentence - 1;
  chunks_ = scene_.chunks_of(sentence_);
  const bool himself = speaks_of_himself(quote);
  Index shown = person_shown();
  if (shown != kNone && !himself && !makes_sign()) return;
  // "She ran for the stairs. “I could not see my hand.”"
  if (shown == kNone && himself) shown = person_before_quote();
  if (shown != kNone) take_owned(at, sentence, article_.chunks[shown].tokens);
}

// "shook his head", "expects worse", "is not convinced": what somebody does who is about to speak.
bool SayingFinder::makes_sign() const {
  static constexpr NamedWords kSigns = {"shake", "nod",   "shrug",  "sigh",  "laugh",  "smile", "grin",
                                        "wave",  "point", "wink",   "frown", "wince",  "groan", "scoff",
                                        "doubt", "agree", "expect", "fear",  "differ", "worry", "disagree"};
  Index verb = chunks_.begin;
  while (verb < chunks_.end && !is_kind(verb, ChunkKind::verb)) ++verb;
  if (verb >= chunks_.end) return false;
  const Spelling word = lemma(article_, scene_.head(verb));
  // "has the floor", "holds up a newspaper"
  const bool floor = (word == "have" || word == "take" || word == "get") &&
                     is_kind(verb + 1, ChunkKind::noun) && lemma(article_, scene_.head(verb + 1)) == "floor";
  return floor || (word == "hold" && is_text(verb + 1, "up")) || kSigns.contains(word);
}

// "He", "She" at the head of a sentence that names nobody; kNone where another opens it.
Index SayingFinder::person_before_quote() const {
  if (chunks_.empty() || !(is_text(chunks_.begin, "he") || is_text(chunks_.begin, "she"))) return kNone;
  const Index verb = chunks_.begin + 1;
  if (!is_kind(verb, ChunkKind::verb) || !verb_group(article_, verb).finite ||
      verb_group(article_, verb).passive)
    return kNone;
  for (Index i = verb + 1; i < chunks_.end; ++i) {
    if (names_person(i) || is_quote_mark(i)) return kNone;
  }
  return chunks_.begin;
}

}  // namespace tally
