// Sources that stand by a noun or a preposition: "according to", nouns of saying, a speaker before a
// colon.
//
//   according to the ministry, |arrivals rose|      the firm's claim |that arrivals rose|
#include <algorithm>

#include "claim/saying_finder.h"
#include "text/vocabulary.h"

namespace tally {

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
  const bool own =
      is_mark(chunk - 1, ";") || (is_kind(chunk - 1, ChunkKind::conjunction) && is_comma(last + 1));
  const bool first = chunk == chunks_.begin || is_kind(chunk - 1, ChunkKind::subordinator) || own;
  if (first) {
    const Index from = past_description(last + 1);
    if (from >= chunks_.end) return;
    saying.content.push_back(trimmed({begin_of(from), content_end(from)}));
  } else {
    const Span before = content_before(begin_of(chunk));
    if (before.empty()) return;
    saying.content.push_back(before);
    const bool goes_on =
        last + 2 < chunks_.end && (has_finite_verb(last + 2, chunks_.end) || compares_on(last + 2));
    if (is_comma(last + 1) && goes_on && is_comma(chunk - 1)) {
      const Span rest = trimmed({begin_of(last + 2), content_end(last + 2)});
      if (rest.size() > 3) saying.content.push_back(rest);
    }
  }
  emit(std::move(saying));
}

// "40 died, according to police, [down from 61]", "[compared with 61]", "[after 61 in 2020]": the same count
// at another time.
bool SayingFinder::compares_on(Index at) const {
  const Spelling first = lower(article_, article_.tokens[article_.chunks[at].tokens.begin]);
  const bool compares = first == "up" || first == "down" || first == "compared" || first == "against";
  if (compares || first == "from" || first == "after") {
    for (Index i = at; i < std::min(chunks_.end, at + 3); ++i) {
      if (is_kind(i, ChunkKind::noun)) return has_amount(i);
    }
  }
  return false;
}

// "According to the report [released on Monday,] …", "the museum[, which keeps count,] …": past what is told
// of a source that opens the sentence, and the comma.
Index SayingFinder::past_description(Index after) const {
  const Index inner = is_comma(after) ? after + 1 : after;
  const bool relative = is_kind(inner, ChunkKind::relative) && !is_text(inner, "that");
  const bool participle = inner == after && is_kind(inner, ChunkKind::verb) &&
                          (!verb_group(article_, inner).finite ||
                           (is_document(after - 1) && is(scene_.head(inner), WordClass::disclose_verb)));
  const bool dated =
      inner == after && (is_time(inner) || (is_kind(inner, ChunkKind::preposition) && is_time(inner + 1)));
  if (relative || participle || dated) {
    Index comma = inner;
    while (comma < chunks_.end && !is_comma(comma) && !is_quote_mark(comma)) ++comma;
    if (is_comma(comma) && comma + 1 < chunks_.end) return comma + 1;
  }
  return inner;
}

// "The office said in its report that …": the words are the office's already.
bool SayingFinder::is_told_in(Index chunk) const {
  const std::uint32_t clause = begin_of(chunk + 1);
  for (std::size_t i = first_of_sentence_; i < out_.size(); ++i) {
    const Span content = out_[i].content.front();
    if (out_[i].cue.end <= begin_of(chunk) && content.begin >= clause && content.begin <= end_of(chunk + 2))
      return true;
  }
  return false;
}

// "Trump’s claim that the tide is turning": a noun of saying with its own clause.
void SayingFinder::read_noun(Index chunk) {
  const Token& head = scene_.head(chunk);
  const bool may_be_verb = is_any(
      head, {WordClass::report_verb, WordClass::claim_verb, WordClass::count_verb, WordClass::show_verb});
  if (may_be_verb && !inside_quote(begin_of(chunk)) &&
      (read_verb_at_end(chunk) || read_verb_taken_for_noun(chunk)))
    return;
  if (!inside_quote(begin_of(chunk)) && read_fear(chunk)) return;
  if (!is(head, WordClass::statement_noun)) return;
  const Index that = noun_clause(chunk);
  if (that == kNone) return;
  if (inside_quote(begin_of(chunk)) || is_told_in(chunk)) return;
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
  // "the claim by a committee of relatives that 19 died"
  if (owner == kNone && that > chunk + 1) saying.source = article_.span_of(widened(chunk + 2, that - 1));
  saying.antecedent = saying.source;
  saying.content.push_back(trimmed({begin_of(that), content_end(that)}));
  emit(std::move(saying));
}

// The "that" of a noun's clause: straight after it, or after who says so; kNone where there is none.
Index SayingFinder::noun_clause(Index noun) const {
  Index that = noun + 1;
  if (is_text(that, "by") && may_speak(that + 1)) {
    that += 2;
    while (is_kind(that, ChunkKind::preposition) && is_kind(that + 1, ChunkKind::noun)) that += 2;
  }
  const bool clause = is_text(that, "that") && that + 1 < chunks_.end && !is_kind(that + 1, ChunkKind::verb);
  return clause ? that : kNone;
}

// "…, the annual report shows.", "…, figures released by Eurostat show.", "“…”, the group reports.": a verb
// at the end that the tagger took for a noun; it agrees with the noun before.
bool SayingFinder::read_verb_at_end(Index chunk) {
  const Index at = article_.chunks[chunk].head;
  const Token& head = article_.tokens[at];
  const bool ends = chunk + 1 >= chunks_.end || is_kind(chunk + 1, ChunkKind::punctuation);
  const bool reports = is(head, WordClass::report_verb) && head.tag == Tag::nns;
  if (!ends || !(is(head, WordClass::show_verb) || reports) || !is_nominal(head.tag)) return false;
  // "…, the annual report[, presented today,] shows."
  Index last = chunk;
  if (at == article_.chunks[chunk].tokens.begin && is_comma(chunk - 1)) {
    Index aside = chunk - 1;
    while (aside > chunks_.begin && !is_comma(aside - 1)) --aside;
    const bool describes = is_kind(aside, ChunkKind::verb) || is_kind(aside, ChunkKind::relative);
    if (describes && is_comma(aside - 1)) last = aside - 1;
  }
  Index first = last;
  while (first > chunks_.begin && !is_comma(first - 1) && last - first < 8) --first;
  if (first == chunks_.begin || !is_comma(first - 1)) return false;
  const Mention* quote = quote_ending_before(begin_of(first));
  bool told = quote != nullptr;
  for (Index i = chunks_.begin; i < first; ++i) told = told || is_kind(i, ChunkKind::verb);
  if (!told) return false;
  if (!is_kind(first, ChunkKind::noun)) return false;
  if (first == chunk && at == article_.chunks[chunk].tokens.begin) return false;
  const Index noun = first == chunk ? at - 1 : article_.chunks[first].head;
  const bool body =
      is_any(article_.tokens[noun], {WordClass::organisation, WordClass::group, WordClass::role});
  if (!is(article_.tokens[noun], WordClass::report_noun) && !(reports && body)) return false;
  // "data show" and "data shows" are both written.
  const bool either = lower(article_, article_.tokens[noun]) == "data";
  const bool plural = article_.tokens[noun].tag == Tag::nns;
  const bool base = vocabulary().is_lemma(head.word, Pos::verb);
  if (plural != base && !either) return false;
  Saying saying;
  saying.lemma = vocabulary().lemma(head.word, Pos::verb);
  saying.token = at;
  saying.sentence = sentence_;
  const Index end = last == chunk ? at : article_.chunks[last].tokens.begin;
  saying.source = article_.span_of({article_.chunks[first].tokens.begin, end});
  saying.antecedent = saying.source;
  saying.cue = head.span;
  saying.rule = "verb";
  if (quote != nullptr && !is_scare_quote(*quote)) {
    saying.kind = SayingKind::speech;
    quote_taken_[static_cast<std::size_t>(quote - article_.quotes.data())] = 1;
    saying.content.push_back(quote->span);
  } else {
    saying.content.push_back(content_before(begin_of(first)));
  }
  emit(std::move(saying));
  return true;
}

// The first word for a document among some tokens; `end` where there is none.
Index SayingFinder::first_report_noun(Index begin, Index end) const {
  while (begin < end && !is(article_.tokens[begin], WordClass::report_noun)) ++begin;
  return begin;
}

// "The Herald reports that …", "The coroner's report lists 23 victims": a verb that the tagger took for a
// plural.
bool SayingFinder::read_verb_taken_for_noun(Index chunk) {
  if (read_verb_behind_apposition(chunk)) return true;
  const Token& head = scene_.head(chunk);
  const Range tokens = article_.chunks[chunk].tokens;
  const Index at = article_.chunks[chunk].head;
  const Index noun = first_report_noun(tokens.begin, at);
  // "New figures published today show that": a plural with the bare verb.
  const bool plural = noun < at && head.tag == Tag::nn &&
                      (article_.tokens[noun].tag == Tag::nns || article_.tokens[noun].tag == Tag::nnps);
  if ((head.tag != Tag::nns && !plural) || at == tokens.begin ||
      !is_any(head,
              {WordClass::report_verb, WordClass::claim_verb, WordClass::count_verb, WordClass::show_verb}))
    return false;
  if (has_finite_verb(chunks_.begin, chunk)) return false;
  const auto names = scene_.names_in(article_.span_of({tokens.begin, at}));
  const bool named = !names.empty() && names.back()->span.end == article_.tokens[at - 1].span.end;
  const bool document = noun < at;
  if (!named && !document) return false;
  const bool gives = has_amount(chunk + 1);
  if (!gives && !is_text(chunk + 1, "that")) return false;
  Saying saying;
  if (gives) saying.kind = SayingKind::given;
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

// "The union [fears] that 200 jobs will go", "The ministry [hopes] that": a verb that the tagger took for
// what the union has; its own noun would stand behind an apostrophe.
bool SayingFinder::read_fear(Index chunk) {
  const Range tokens = article_.chunks[chunk].tokens;
  const Index at = article_.chunks[chunk].head;
  const Token& head = article_.tokens[at];
  if (at == tokens.begin || head.tag != Tag::nns || chunk != chunks_.begin || !is_text(chunk + 1, "that") ||
      is_kind(chunk + 1, ChunkKind::noun) ||
      !is_any(head, {WordClass::stance_verb, WordClass::opinion_verb, WordClass::forecast_verb}))
    return false;
  const Token& subject = article_.tokens[at - 1];
  if ((subject.tag != Tag::nn && subject.tag != Tag::nnp) ||
      !is_any(subject, {WordClass::organisation, WordClass::role, WordClass::source_noun}))
    return false;
  Saying saying;
  saying.kind = SayingKind::stance;
  saying.lemma = vocabulary().lemma(head.word, Pos::verb);
  saying.token = at;
  saying.sentence = sentence_;
  saying.source = saying.antecedent = article_.span_of({tokens.begin, at});
  saying.cue = head.span;
  saying.rule = "verb";
  saying.content.push_back(trimmed({begin_of(chunk + 1), content_end(chunk + 1)}));
  emit(std::move(saying));
  return true;
}

// "A union, Health Together, [says] that one in ten …": a verb behind an apposition, taken for a noun.
bool SayingFinder::read_verb_behind_apposition(Index chunk) {
  const Token& head = scene_.head(chunk);
  if (article_.chunks[chunk].tokens.size() != 1 || !is(head, WordClass::report_verb) ||
      head.tag != Tag::nns || !is_comma(chunk - 1) || !is_text(chunk + 1, "that") ||
      is_kind(chunk + 1, ChunkKind::noun))
    return false;
  const auto source = described_before(chunk);
  if (!source || !may_speak(source->head)) return false;
  Saying saying = saying_of_verb(chunk, *source);
  saying.lemma = vocabulary().lemma(head.word, Pos::verb);
  saying.content.push_back(trimmed({begin_of(chunk + 1), content_end(chunk + 1)}));
  emit(std::move(saying));
  return true;
}

// "ESTHER BERG": whom the report names "Esther Berg" elsewhere; null where it names nobody so.
const Mention* SayingFinder::person_in_capitals(Span name) const {
  const std::string letters = lower_case(article_.text(name));
  const auto same = std::ranges::find_if(article_.names, [&](const Mention& other) {
    return other.name_kind == NameKind::person && other.span.size() == name.size() && other.span != name &&
           lower_case(article_.text(other.span)) == letters;
  });
  return same == article_.names.end() ? nullptr : &*same;
}

// "Jones: “We saw nothing.”" at the head of a paragraph.
void SayingFinder::read_colon() {
  if (chunks_.empty() || !is_kind(chunks_.begin, ChunkKind::noun) || !is_text(chunks_.begin + 1, ":")) return;
  const Mention* name = scene_.name_in(scene_.span(chunks_.begin));
  if (name == nullptr || !name->span.contains(scene_.head(chunks_.begin).span) ||
      name->name_kind == NameKind::place || chunks_.begin + 2 >= chunks_.end)
    return;
  const Index block = article_.sentences[sentence_].block;
  // "… ¶ Some ask how many failed. Berg: inspectors have looked at 3,400.": inside a paragraph a person only.
  const bool later =
      block != kNone && article_.sentences[sentence_].span.begin > article_.blocks[block].span.begin + 2;
  if (later && !(name->name_kind == NameKind::person && has_finite_verb(chunks_.begin + 2, chunks_.end)))
    return;
  // "EMPTY STREETS: shops count their losses": the kicker of a headline.
  const Range opening = article_.chunks[chunks_.begin].tokens;
  bool kicker = name->name_kind == NameKind::other && opening.size() > 1;
  for (Index t = opening.begin; t < opening.end; ++t)
    kicker = kicker && (article_.tokens[t].flags & kAllCapitals) != 0;
  const Mention* person = kicker ? person_in_capitals(name->span) : nullptr;
  if (kicker && person == nullptr) return;
  // "Metro Harbour: 640 cases": a label of a number; no number is "BERG: The fourth."
  const auto told = Scene::starting_in(article_.amounts, scene_.span(chunks_.begin + 2));
  const bool number =
      std::ranges::any_of(told, [](const Mention& m) { return m.kind != MentionKind::ordinal; });
  if (number && !has_finite_verb(chunks_.begin + 2, chunks_.end)) return;
  Saying saying;
  saying.kind = SayingKind::speech;
  saying.lemma = "say";
  saying.token = article_.chunks[chunks_.begin + 1].head;
  saying.sentence = sentence_;
  saying.source = scene_.span(chunks_.begin);
  saying.antecedent = person == nullptr ? saying.source : person->span;
  saying.cue = scene_.span(chunks_.begin + 1);
  saying.rule = "colon";
  // "BERG: It is so. We counted.": in a transcript the whole paragraph is hers.
  const bool transcript = (name->name_kind == NameKind::person || kicker) &&
                          (scene_.head(chunks_.begin).flags & kAllCapitals) != 0 && block != kNone &&
                          !later && !is_quote_mark(chunks_.begin + 2);
  const std::uint32_t end = transcript ? article_.blocks[block].span.end : content_end(chunks_.begin + 2);
  saying.content.push_back(trimmed({begin_of(chunks_.begin + 2), end}));
  emit(std::move(saying));
}

}  // namespace tally
