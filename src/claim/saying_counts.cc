// Figures by whose count or survey it is → sayings of kind `given`: the document's owner, and the stretch
// that its figures stand in.
//
//   By the fire service's count, |77 cars burned|.     In a survey by the institute, |40 per cent were
//   against it|.
#include <algorithm>

#include "claim/saying_finder.h"
#include "text/vocabulary.h"

namespace tally {

// A ministry, a union, the Red Cross: whose count it can be.
bool SayingFinder::is_body(Index noun) const {
  if (!is_kind(noun, ChunkKind::noun)) return false;
  if (is_any(scene_.head(noun), {WordClass::organisation, WordClass::source_noun})) return true;
  const auto names = scene_.names_in(scene_.span(noun));
  return std::ranges::any_of(names,
                             [](const Mention* name) { return name->name_kind == NameKind::organisation; });
}

// The words in a noun group or after it that tell whose estimate, count or table it is; empty where
// nobody is named.
Span SayingFinder::owner_of(Index noun) const {
  const Range tokens = article_.chunks[noun].tokens;
  const Index head = article_.chunks[noun].head;
  for (Index i = tokens.begin; i < head; ++i) {
    if (article_.tokens[i].tag == Tag::pos || article_.tokens[i].tag == Tag::prps ||
        is_any(article_.tokens[i], {WordClass::organisation, WordClass::source_noun, WordClass::role}))
      return article_.span_of({tokens.begin, head + 1});
  }
  for (const Mention* name : scene_.names_in(article_.span_of({tokens.begin, head}))) {
    if (name->name_kind == NameKind::organisation || name->name_kind == NameKind::person)
      return article_.span_of({tokens.begin, head + 1});
  }
  Index by = noun + 1;
  if (is_kind(by, ChunkKind::verb) && verb_group(article_, by).passive) ++by;
  // "by the count [of the register]"
  const bool of =
      stands_by(noun) && by == noun + 1 && is_text(by, "of") && (is_document(by + 1) || is_body(by + 1));
  const bool joined = is_kind(by, ChunkKind::preposition) && (is_text(by, "by") || is_text(by, "from") || of);
  if (!joined || !may_speak(by + 1) || has_amount(by + 1)) return {};
  // "by the University [of Brann]"
  Index last = by + 1;
  while (is_text(last + 1, "of") && is_kind(last + 2, ChunkKind::noun) && !has_amount(last + 2)) last += 2;
  return cover(scene_.span(noun), scene_.span(last));
}

// "By our count 240 have started work": the count and its number stand in one noun group.
void SayingFinder::read_counted_by(Index chunk) {
  const Range tokens = article_.chunks[chunk].tokens;
  Index number = tokens.begin + 2;
  while (number < tokens.end && article_.tokens[number].tag != Tag::cd) ++number;
  if (number >= tokens.end || !is(article_.tokens[number - 1], WordClass::report_noun)) return;
  const bool owned =
      article_.tokens[tokens.begin].tag == Tag::prps || article_.tokens[number - 2].tag == Tag::pos;
  if (!owned) return;
  Saying saying = given_saying(number - 1, article_.span_of({tokens.begin, number}));
  saying.content.push_back(trimmed({article_.tokens[number].span.begin, content_end(chunk)}));
  emit(std::move(saying));
}

// "the organisers' 16": a bare number that somebody owns.
void SayingFinder::read_owned_number(Index chunk) {
  const Range tokens = article_.chunks[chunk].tokens;
  const Index head = article_.chunks[chunk].head;
  if (head < tokens.begin + 2 || article_.tokens[head - 1].tag != Tag::pos) return;
  const Token& owner = article_.tokens[head - 2];
  const bool people = owner.tag == Tag::nns && is_any(owner, {WordClass::person, WordClass::group});
  if (!people && !is_any(owner, {WordClass::role, WordClass::source_noun, WordClass::organisation})) return;
  Saying saying = given_saying(head, article_.span_of({tokens.begin, head - 1}));
  saying.lemma = "give";
  saying.cue = article_.tokens[head - 1].span;
  saying.content.push_back(article_.tokens[head].span);
  emit(std::move(saying));
}

// "by the police's count", "the ministry's estimate of 4.1 million tonnes".
void SayingFinder::read_owned(Index chunk) {
  if (chunk == chunks_.begin + 1 && is_text(chunk - 1, "by")) read_counted_by(chunk);
  const bool number = scene_.head(chunk).tag == Tag::cd;
  if ((!is_document(chunk) && !number) || inside_quote(begin_of(chunk))) return;
  if (number) return read_owned_number(chunk);
  const Span owner = owner_of(chunk);
  if (owner.empty()) return;
  Saying saying = given_saying(article_.chunks[chunk].head, owner);
  if (const Index whose = owner_before_colon(chunk); whose != kNone)
    saying.source = saying.antecedent = scene_.span(whose);
  // "By its own count [the union] lost 4,100": the pronoun stands for the subject behind.
  const bool own = article_.tokens[article_.chunks[chunk].tokens.begin].tag == Tag::prps;
  const Index behind = is_comma(chunk + 1) ? chunk + 2 : chunk + 1;
  if (own && chunk == chunks_.begin + 1 && stands_by(chunk) && may_speak(behind) && !has_amount(behind) &&
      scene_.head(behind).tag != Tag::prp && is_kind(behind + 1, ChunkKind::verb))
    saying.source = saying.antecedent = scene_.span(behind);
  Index after = chunk + 1;
  while (after < chunks_.end && begin_of(after) < owner.end) ++after;
  if (is_text(after, "of") && has_amount(after + 1)) {
    Index end = after + 1;
    while (is_kind(end + 1, ChunkKind::preposition) && is_kind(end + 2, ChunkKind::noun)) end += 2;
    saying.content.push_back(cover(scene_.span(after + 1), scene_.span(end)));
  } else if (const Index from = counted_from(chunk, after); from != kNone) {
    saying.content.push_back(trimmed({begin_of(from), content_end(from)}));
  } else if (stands_by(chunk) && chunk - 1 > chunks_.begin &&
             (after >= chunks_.end || is_kind(after, ChunkKind::punctuation))) {
    saying.content.push_back(content_before(begin_of(chunk - 1)));
  } else if (const Index listed = figure_behind_count(chunk, after); listed != kNone) {
    saying.content.push_back(trimmed({begin_of(listed), content_end(listed)}));
  } else if (stands_by(chunk) && is_comma(chunk - 2) && is_comma(after)) {
    // "those who, [by the count of the agency], died there: 26 men"
    saying.content.push_back(content_before(begin_of(chunk - 2)));
    saying.content.push_back(trimmed({begin_of(after + 1), content_end(after + 1)}));
  }
  emit(std::move(saying));
}

// "the bureau's count for the first quarter: [11 attacks]", "the ministry's number - [12 dead]": the figure
// behind a mark, past what hangs on the count; kNone where none is.
Index SayingFinder::figure_behind_count(Index document, Index after) const {
  while (is_kind(after, ChunkKind::preposition) &&
         (is_time(after + 1) || (is_kind(after + 1, ChunkKind::noun) && !has_amount(after + 1))))
    after += 2;
  const bool mark = is_mark(after, ":") || is_mark(after, "-") || is_mark(after, "–") || is_mark(after, "—");
  return mark && after <= document + 6 && has_amount(after + 1) ? after + 1 : kNone;
}

// "[The union] sees it differently: by its count, 45 left": whom the pronoun before a count stands for; kNone
// where no colon goes before, or nobody.
Index SayingFinder::owner_before_colon(Index document) const {
  const Token& first = article_.tokens[article_.chunks[document].tokens.begin];
  if (first.tag != Tag::prps || !is_mark(document - 2, ":") || document < chunks_.begin + 3) return kNone;
  const Index subject = scene_.subject_of(scene_.clause_of(document - 3));
  const bool known = subject != kNone && subject >= chunks_.begin && subject < document - 2;
  return known && may_speak(subject) ? subject : kNone;
}

// "[By] the police's count", "[on] our figures", "[per] its table".
bool SayingFinder::stands_by(Index document) const {
  return is_kind(document - 1, ChunkKind::preposition) &&
         (is_text(document - 1, "by") || is_text(document - 1, "on") || is_text(document - 1, "per"));
}

// "By the union's count, [45 left]", "By their reckoning [there were 41]", "In a survey by the institute, [11
// per cent] said": the chunk that what is told begins with, where the document opens the sentence or what
// follows a colon; kNone else.
Index SayingFinder::counted_from(Index document, Index after) const {
  const bool in = is_kind(document - 1, ChunkKind::preposition) && is_text(document - 1, "in");
  const bool opens = document == chunks_.begin + 1 || is_mark(document - 2, ":");
  if (!opens || !(stands_by(document) || in)) return kNone;
  // "in a survey by the institute [in May], …"
  const bool dated = is_kind(after, ChunkKind::preposition) && is_time(after + 1) && is_comma(after + 2);
  if (dated) after += 2;
  if (is_time(after) && is_comma(after + 1)) ++after;
  if (after + 1 >= chunks_.end) return kNone;
  if (is_comma(after)) return after + 1;
  const bool clause = has_amount(after) || is_text(after, "there") || is_kind(after, ChunkKind::noun);
  return !in && clause ? after : kNone;
}

// A number that closes its clause, past a comparative and its colon.
bool SayingFinder::is_amount_alone(Index at) const {
  if (is_kind(at, ChunkKind::adjective) && is_mark(at + 1, ":")) at += 2;
  const bool ends = at + 1 >= chunks_.end || is_kind(at + 1, ChunkKind::punctuation);
  return is_kind(at, ChunkKind::noun) && has_amount(at) && ends;
}

// "[The institute's count] of the winter's dead is 20": the subject of a verb that only tells how many, past
// what hangs on it; kNone where it is nobody's count.
Index SayingFinder::count_that_is(Index verb) const {
  if (lemma(article_, scene_.head(verb)) != "be" || !is_amount_alone(verb + 1)) return kNone;
  const Index subject = scene_.subject_of(scene_.clause_of(verb));
  const bool counts =
      subject != kNone && subject >= chunks_.begin && subject + 1 < verb && tells_count(subject);
  return counts && !owner_of(subject).empty() ? subject : kNone;
}

}  // namespace tally
