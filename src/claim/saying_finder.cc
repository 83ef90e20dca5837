// One sentence → its sayings: verbs of saying, "according to", nouns of saying, a speaker before a
// colon; after the last sentence, quotations that go on with the speaker before.
#include "claim/saying_finder.h"

#include <algorithm>
#include <array>

#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// Longer ones are lists, tables or noise; the bound keeps the work linear.
constexpr Index kLongestSentence = 400;

}  // namespace

// Verbs of saying proper, apart from those of opinion, asking, planning and the like.
bool is_reporting(const Token& token) {
  return is_any(
      token, {WordClass::report_verb, WordClass::claim_verb, WordClass::confirm_verb, WordClass::deny_verb});
}

bool is_saying_verb(const Article&, const Token& token) {
  return is_any(token,
                {WordClass::report_verb, WordClass::claim_verb, WordClass::confirm_verb, WordClass::deny_verb,
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
  // "declined to say", but "assaults declined 5 percent"
  const bool moves = is(head, WordClass::down_verb) &&
                     !(is_kind(chunk + 1, ChunkKind::verb) && verb_group(article_, chunk + 1).infinitive);
  return is_saying_verb(article_, head) || (is_stance_verb(head) && !moves);
}

void SayingFinder::read(Index sentence) {
  if (quote_taken_.empty()) quote_taken_.resize(article_.quotes.size() + 1, 0);
  sentence_ = sentence;
  chunks_ = scene_.chunks_of(sentence);
  first_of_sentence_ = out_.size();
  has_amounts_ = !Scene::starting_in(article_.amounts, article_.sentences[sentence].span).empty();
  if (chunks_.size() > kLongestSentence) return;
  read_colon();
  for (Index i = chunks_.begin; i < chunks_.end; ++i) {
    const std::size_t before = out_.size();
    switch (article_.chunks[i].kind) {
      case ChunkKind::verb:
        if (is_cue_verb(i)) read_verb(i);
        if (out_.size() == before) read_trailing(i);
        if (out_.size() == before && has_amounts_) read_given(i);
        // "found a surprising 73 percent": what is found is a figure, and may be said as well.
        if (out_.size() == before || (out_.back().kind == SayingKind::given && out_.back().lemma == "find"))
          read_manner(i);
        break;
      case ChunkKind::punctuation:
        if (has_amounts_ && is_mark(i, "(")) read_bracket(i);
        if (!is_mark(i, ":")) break;
        read_speaker_before_colon(i);
        if (out_.size() == before) read_figures_behind_colon(i);
        break;
      case ChunkKind::preposition:
        if (scene_.is_word(i, "according") && scene_.words(i) == "according to") read_according(i);
        break;
      case ChunkKind::noun:
        read_noun(i);
        read_owned(i);
        if (has_amounts_) read_told_back(i);
        break;
      default:
        break;
    }
  }
  read_sourced();
}

namespace {

// "read", "put": the participle looks like the past, and may be it.
bool saying_form_is_lemma(const Token& token) {
  return token.word != 0 && vocabulary().is_lemma(token.word, Pos::verb);
}

}  // namespace

void SayingFinder::read_verb(Index chunk) {
  if (inside_quote(begin_of(chunk))) return;
  const VerbGroup verb = verb_group(article_, chunk);
  if (!is_telling(chunk, verb)) return;
  const bool by =
      is_kind(chunk + 1, ChunkKind::preposition) && is_text(chunk + 1, "by") && !is_means(chunk + 2);
  // "citing data released Wednesday": what is done to a document tells of it only.
  if (verb.passive && !by && is_document(chunk - 1) && is(scene_.head(chunk), WordClass::disclose_verb))
    return;
  if (verb.passive && by) return read_passive(chunk);
  const bool bare = article_.chunks[chunk].tokens.size() == 1;
  // "Ministry data show 640 died": no participle, however it was tagged.
  const bool shows = bare && (is_document(chunk - 1) || closes_document(chunk)) &&
                     is(scene_.head(chunk), WordClass::show_verb) &&
                     !is(scene_.head(chunk), WordClass::put_verb) && saying_form_is_lemma(scene_.head(chunk));
  if (verb.passive && !shows && !(bare && is_reporting(scene_.head(chunk)))) return;
  // "an outbreak blamed on rumours": a participle without an object is one.
  const bool own_form = saying_form_is_lemma(scene_.head(chunk));
  // "…, the council confirmed to us, …"
  const bool inserted =
      is_kind(chunk - 1, ChunkKind::noun) && is_comma(chunk - 2) && is_comma(past_circumstances(chunk + 1));
  if (verb.passive && !own_form && !inserted && !is_quote_mark(chunk - 1) &&
      is_kind(chunk + 1, ChunkKind::preposition) && !is_time(chunk + 2) && !is_means(chunk + 2) &&
      (!takes_listener_at(chunk) || is_text(chunk + 1, "on") || is_text(chunk + 1, "about")))
    return;
  // "a man, said to be 50": by nobody.
  const bool hearsay = bare && is_comma(chunk - 1) && is_kind(chunk + 1, ChunkKind::verb) &&
                       verb_group(article_, chunk + 1).infinitive;
  if (hearsay || is_attribute(chunk) || is_measured_by(chunk)) return;
  const auto source = source_of(chunk);
  if (!source || is_amount_told(source->head)) return;

  Saying saying = saying_of_verb(chunk, *source);
  const std::uint32_t left = std::min(source->after ? begin_of(chunk) : saying.source.begin, begin_of(chunk));
  if (take_quote_before(chunk, *source, left, saying)) return emit(std::move(saying));
  read_told(chunk, *source, left, std::move(saying));
}

// "two aid workers said by [telephone]": how something was said, and not by whom.
bool SayingFinder::is_means(Index noun) const {
  static constexpr NamedWords kMeans = {"telephone", "phone",  "email",    "e-mail", "mail",
                                        "text",      "letter", "video",    "radio",  "fax",
                                        "message",   "post",   "satellite"};
  return is_kind(noun, ChunkKind::noun) && kMeans.contains(lemma(article_, scene_.head(noun)));
}

// "[a survey by the union] found", "[a study of 300 patients] found": a document with what hangs on it, right
// before a verb that closes its sentence or opens a clause.
bool SayingFinder::closes_document(Index verb) const {
  Index noun = verb - 1;
  while (noun >= chunks_.begin + 2 && is_joined(noun)) noun -= 2;
  return noun < verb - 1 && is_document(noun) && (noun == chunks_.begin || is_comma(noun - 1));
}

// "the reported 3,657 cases", "the 72 confirmed attacks": before its noun a participle tells of it only.
bool SayingFinder::is_attribute(Index chunk) const {
  if (!is_kind(chunk - 1, ChunkKind::noun) || !is_kind(chunk + 1, ChunkKind::noun)) return false;
  const Tag before = scene_.head(chunk - 1).tag;
  return article_.chunks[chunk].tokens.size() == 1 && (before == Tag::dt || before == Tag::cd);
}

// "fewer than first reported", "as many as announced in May": what was said is a measure, and of nobody.
bool SayingFinder::is_measured_by(Index chunk) const {
  Index before = chunk - 1;
  while (is_kind(before, ChunkKind::adverb)) --before;
  const bool compares = is_text(before, "than") || is_text(before, "as");
  return compares && article_.chunks[chunk].tokens.size() == 1 && verb_group(article_, chunk).passive;
}

// "The number of people admitted": what rises and is counted says nothing.
bool SayingFinder::is_amount_told(Index noun) const {
  if (!is_kind(noun, ChunkKind::noun) || may_speak(noun)) return false;
  const Token& head = scene_.head(noun);
  // "352 said yes", "61 percent said they were unhappy": so many answered so.
  if (const auto amounts = Scene::starting_in(article_.amounts, scene_.span(noun)); !amounts.empty()) {
    const char first = article_.text(amounts.front().span).front();
    const bool share = amounts.front().kind == MentionKind::percent || head.kind == TokenKind::number;
    if (share && first >= '0' && first <= '9') return true;
  }
  return head.pos != Pos::propn &&
         is_any(head, {WordClass::count_noun, WordClass::up_noun, WordClass::down_noun,
                       WordClass::killed_noun, WordClass::average_noun});
}

bool SayingFinder::is_telling(Index chunk, const VerbGroup& verb) const {
  if (verb.infinitive) return false;
  const Token& head = scene_.head(chunk);
  // "Company told to stop sailing": it was told.
  const bool bare = article_.chunks[chunk].tokens.size() == 1;
  if (bare && lemma(article_, head) == "tell" && is_kind(chunk + 1, ChunkKind::verb) &&
      verb_group(article_, chunk + 1).infinitive)
    return false;
  // "The bank sees growth of 3 %", but "the year has seen a rise".
  if (is(head, WordClass::light_verb) && is(head, WordClass::forecast_verb) && (verb.past || verb.perfect))
    return false;
  // "Supporters say": right after its noun a verb of saying is finite, however it was tagged.
  const bool after_noun = is_reporting(head) && is_kind(chunk - 1, ChunkKind::noun);
  // "our lawyers, who met them there, say that": so is one whose subject stands before.
  const Index subject = scene_.subject_of(scene_.clause_of(chunk));
  const bool after_subject = is_reporting(head) && is_comma(chunk - 1) && !verb.modal && subject != kNone &&
                             subject < chunk && scene_.same_sentence(subject, chunk);
  // "Data from the office show that": so is one with its clause.
  const bool with_clause = is_kind(chunk - 1, ChunkKind::noun) && is_text(chunk + 1, "that");
  return head.tag != Tag::vb || verb.finite || after_noun || after_subject || with_clause;
}

// All but the content.
Saying SayingFinder::saying_of_verb(Index chunk, const SourceAt& source) const {
  const Token& head = scene_.head(chunk);
  Saying saying;
  saying.lemma = lemma(article_, head);
  saying.kind = is_reporting(head) ? SayingKind::reported : SayingKind::stance;
  saying.token = article_.chunks[chunk].head;
  saying.sentence = sentence_;
  saying.negated = verb_group(article_, chunk).negated ||
                   lower(article_, article_.tokens[source.tokens.begin]) == "neither";
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

bool SayingFinder::is_after_comma(std::uint32_t at) const {
  if (at <= article_.sentences[sentence_].span.begin) return false;
  const Index i = chunk_at(article_, at);
  return i != kNone && i > chunks_.begin && is_comma(i - 1);
}

// Whether a verb of saying belongs to a noun by "who" or as a participle straight after it.
bool SayingFinder::is_describing(Index chunk, const SourceAt& source) const {
  const bool relative = is_kind(chunk - 1, ChunkKind::relative) &&
                        (source.head + 2 == chunk || (source.head + 3 == chunk && is_comma(chunk - 2)));
  const VerbGroup verb = verb_group(article_, chunk);
  const bool participle = verb.progressive && !verb.finite && source.head + 1 == chunk;
  return relative || participle;
}

// Past when, where and to whom something was said: "said on Monday in a note", "confirmed to us".
Index SayingFinder::past_circumstances(Index past) const {
  while (is_kind(past, ChunkKind::adverb) || is_time(past) ||
         (is_kind(past, ChunkKind::preposition) &&
          (is_time(past + 1) || is_document(past + 1) || (is_text(past, "to") && may_speak(past + 1)))))
    past += is_kind(past, ChunkKind::preposition) ? 2 : 1;
  return past;
}

// A "that" to come: what was said stands behind it.
bool SayingFinder::says_that(Index from) const {
  for (Index i = from; i < chunks_.end; ++i) {
    if (is_text(i, "that") && !is_kind(i, ChunkKind::noun)) return true;
  }
  return false;
}

// “…,” and “…?” lead into who said it; “….” has ended, and a new sentence begins.
bool SayingFinder::closes_into(const Mention& quote) const {
  const Span words = inside(article_, quote);
  return !words.empty() && article_.text()[words.end - 1] != '.';
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

}  // namespace tally
