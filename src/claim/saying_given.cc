// Figures that somebody gives without saying a sentence → sayings of kind `given`: the source, and the
// stretch that its figures stand in.
//
//   The ministry counted |640 burglaries|.         Organisers put |the crowd at 5,000|, police at 2,200.
//   the ministry's estimate |of 4.1 million tonnes|     By the fire service's count, |77 cars burned|.
#include <algorithm>

#include "base/characters.h"
#include "claim/saying_finder.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kFarthestFigure = 12;  // chunks between a verb and the figure that it gives

}  // namespace

// A person, a body or a document can give a figure; a place or a storm cannot.
bool SayingFinder::may_speak(Index noun) const {
  if (!is_kind(noun, ChunkKind::noun)) return false;
  const Token& head = scene_.head(noun);
  if (head.tag == Tag::prp) return true;
  for (const Mention* name : scene_.names_in(scene_.span(noun))) {
    if (!name->span.contains(head.span)) continue;
    return name->name_kind == NameKind::person || name->name_kind == NameKind::organisation ||
           (name->name_kind == NameKind::other && !is(head, WordClass::happening));
  }
  return is_any(head, {WordClass::role, WordClass::source_noun, WordClass::organisation, WordClass::person,
                       WordClass::group}) ||
         is_document(noun) || is_capitalised(noun) || is_centre(noun);
}

// "Ballot Watch noted": two capitals or more that no list knows; in a headline capitals tell nothing.
bool SayingFinder::is_capitalised(Index noun) const {
  const BlockKind block = scene_.block_kind(sentence_);
  const Index head = article_.chunks[noun].head;
  if (block == BlockKind::title || block == BlockKind::subtitle || block == BlockKind::heading ||
      head == article_.chunks[noun].tokens.begin)
    return false;
  const Token& before = article_.tokens[head - 1];
  const auto proper = [&](Index i) {
    const Token& token = article_.tokens[i];
    return is_nominal(token.tag) && (token.flags & kCapitalised) != 0 &&
           !is_any(token, {WordClass::place, WordClass::month, WordClass::weekday, WordClass::time,
                           WordClass::happening});
  };
  const auto names = scene_.names_in(scene_.span(noun));
  const bool known = std::ranges::any_of(
      names, [&](const Mention* name) { return name->span.contains(scene_.head(noun).span); });
  return proper(head) && is_nominal(before.tag) && (before.flags & kCapitalised) != 0 && !known;
}

// "The rebels speak of 300; [the army admits to 41]": a clause with its own verb is another's.
std::uint32_t SayingFinder::end_before_semicolon(Index from, std::uint32_t end) const {
  for (Index i = from; i < chunks_.end && begin_of(i) < end; ++i) {
    const bool another = is_mark(i, ";") && may_speak(i + 1) && is_kind(i + 2, ChunkKind::verb);
    if (another && verb_group(article_, i + 2).finite) return std::min(end, end_of(i - 1));
  }
  return end;
}

bool SayingFinder::names_place(Index noun) const {
  if (!is_kind(noun, ChunkKind::noun)) return false;
  const Mention* name = scene_.name_in(scene_.span(noun));
  return name != nullptr && name->name_kind == NameKind::place && name->span.begin == begin_of(noun) &&
         name->span.end >= scene_.head(noun).span.end;
}

// "figures", "the count", "a table": words for where figures stand.
bool SayingFinder::is_document(Index noun) const {
  return is_kind(noun, ChunkKind::noun) && is(scene_.head(noun), WordClass::report_noun);
}

bool SayingFinder::has_amount(Index chunk) const {
  return chunk < chunks_.end && !Scene::starting_in(article_.amounts, scene_.span(chunk)).empty();
}

// The first noun chunk with a figure that a verb gives: its object, or what follows "at", "as", "of".
Index SayingFinder::given_figure(Index verb) const {
  const Token& head = scene_.head(verb);
  Index at = verb + 1;
  while (is_kind(at, ChunkKind::adverb) || is_time(at)) ++at;
  const bool joined = is_kind(at, ChunkKind::preposition);
  if (joined) {
    const bool speaks = is_text(at, "of") || is_text(at, "with") || is_text(at, "to");
    // "arrives at 640"
    // "knows of 640", "comes to 91"
    const Spelling word = lemma(article_, head);
    const bool bare = at + 1 < chunks_.end && scene_.head(at + 1).tag == Tag::cd;
    const bool gives =
        (is(head, WordClass::speak_verb) && speaks) || (is(head, WordClass::put_verb) && is_text(at, "at")) ||
        (word == "know" && is_text(at, "of")) ||
        ((word == "count" || word == "reckon") && (is_text(at, "on") || is_text(at, "with"))) ||
        (word == "come" && is_text(at, "to") && bare);
    if (gives && has_amount(at + 1)) return at + 1;
    // "sticks to its 10,000"
    static constexpr NamedWords kKeeping = {"stick", "hold", "stand", "keep"};
    const bool own = kKeeping.contains(word) && (is_text(at, "to") || is_text(at, "by")) &&
                     has_amount(at + 1) &&
                     article_.tokens[article_.chunks[at + 1].tokens.begin].tag == Tag::prps &&
                     scene_.head(at + 1).tag == Tag::cd;
    // "arrives at an even lower number: 51,020"
    const bool listed =
        is(head, WordClass::put_verb) && is_text(at, "at") && is_mark(at + 2, ":") && has_amount(at + 3);
    return own ? at + 1 : listed ? at + 3 : kNone;
  }
  if (!is_kind(at, ChunkKind::noun)) return kNone;
  const bool direct = is_any(head, {WordClass::count_verb, WordClass::forecast_verb});
  // "Police statistics show lower values (2023: 731)"
  static constexpr NamedWords kSampling = {"measure", "interview", "poll", "survey", "test", "examine"};
  const bool shows = is(head, WordClass::show_verb) || kSampling.contains(lemma(article_, head));
  if (!direct && shows && !is(head, WordClass::put_verb)) return figure_within(at);
  if (direct && has_amount(at)) return at;
  for (Index i = at; i + 1 < std::min(chunks_.end, at + kFarthestFigure); ++i) {
    if (is_kind(i, ChunkKind::verb) && verb_group(article_, i).finite) break;
    if (!is_kind(i, ChunkKind::preposition) || !has_amount(i + 1)) continue;
    const bool set = is(head, WordClass::put_verb) && (is_text(i, "at") || is_text(i, "as"));
    if (set || (direct && i == at + 1 && is_text(i, "of"))) return i + 1;
  }
  return kNone;
}

// The first figure from a chunk on, no finite verb and no other source between.
Index SayingFinder::figure_within(Index from) const {
  for (Index i = from; i < std::min(chunks_.end, from + kFarthestFigure); ++i) {
    if (is_kind(i, ChunkKind::verb) && verb_group(article_, i).finite) break;
    if (is_kind(i, ChunkKind::subordinator) || is_kind(i, ChunkKind::relative)) break;
    if (is_kind(i, ChunkKind::noun) && has_amount(i)) return i;
  }
  return kNone;
}

// "cut its estimate to 5,900", "has revised its figure upwards, from 62 to 64": the count that is changed is
// the subject's own; gives the chunk after it where a number follows.
Index SayingFinder::own_count(Index verb) const {
  Index object = verb + 1;
  while (is_kind(object, ChunkKind::adverb) || is_time(object)) ++object;
  if (is_kind(object, ChunkKind::noun) && is_changed_count(object) && is_text(object + 1, "to") &&
      has_amount(object + 2) && changes_count(verb))
    return object + 1;
  const bool value = is_any(scene_.head(std::min(object, chunks_.end - 1)),
                            {WordClass::average_noun, WordClass::count_noun, WordClass::total_noun}) &&
                     is_kind(object, ChunkKind::noun) && is(scene_.head(verb), WordClass::revise_verb);
  if ((!is_document(object) && !value) ||
      article_.tokens[article_.chunks[object].tokens.begin].tag != Tag::prps)
    return kNone;
  for (Index i = object + 1; i < std::min(chunks_.end, object + kFarthestFigure); ++i) {
    // "its estimate of the displaced"
    const bool participle = is_kind(i - 1, ChunkKind::noun) && scene_.head(i - 1).tag == Tag::dt;
    if (is_kind(i, ChunkKind::verb) && verb_group(article_, i).finite && !participle) break;
    if (has_amount(i)) return object + 1;
  }
  return kNone;
}

// "[raised] the toll to 98", "[cut] the estimate to 40": by a word for a change that is made.
bool SayingFinder::changes_count(Index verb) const {
  static constexpr NamedWords kMaking = {"raise", "lower", "revise", "cut", "correct", "adjust", "increase"};
  return kMaking.contains(lemma(article_, scene_.head(verb)));
}

// A count as such: "the toll", "the estimate", "the number of dead".
bool SayingFinder::is_changed_count(Index noun) const {
  static constexpr NamedWords kTolls = {"toll", "estimate", "forecast", "tally", "count", "figure", "number"};
  return kTolls.contains(lemma(article_, scene_.head(noun)));
}

// A figure that somebody gives by a word: all but its content.
Saying SayingFinder::given_saying(Index token, Span source) const {
  Saying saying;
  saying.kind = SayingKind::given;
  saying.lemma = lemma(article_, article_.tokens[token]);
  saying.token = token;
  saying.sentence = sentence_;
  saying.source = source;
  saying.antecedent = source;
  saying.cue = article_.tokens[token].span;
  saying.rule = "owned";
  return saying;
}

// "Imports were put by customs at 1.1 million tonnes", "640 burglaries were counted by police".
void SayingFinder::read_given_by(Index chunk) {
  const Token& head = scene_.head(chunk);
  static constexpr NamedWords kTaking = {"receive", "see", "treat", "value", "assess", "verify", "handle"};
  if (!(is_any(head, {WordClass::put_verb, WordClass::count_verb}) ||
        kTaking.contains(lemma(article_, head))) ||
      !may_speak(chunk + 2))
    return;
  const bool direct = is_text(chunk + 3, "at") && has_amount(chunk + 4);
  const Index last = direct ? chunk + 2 : appositive_end(chunk + 2);
  const Index subject = scene_.subject_of(scene_.clause_of(chunk));
  const bool after = is_text(last + 1, "at") && has_amount(last + 2);
  const bool before =
      subject != kNone && subject < chunk && scene_.same_sentence(subject, chunk) && has_amount(subject);
  if (!after && !before) return;
  Saying saying = given_saying(article_.chunks[chunk].head, article_.span_of(widened(chunk + 2, last)));
  saying.cue = scene_.span(chunk);
  saying.passive = true;
  saying.rule = "given";
  saying.content.push_back(after ? trimmed({begin_of(last + 2), content_end(last + 2)})
                                 : trimmed({begin_of(subject), begin_of(chunk)}));
  emit(std::move(saying));
}

// "The number was put at 50 by the police".
void SayingFinder::read_put_by(Index chunk) {
  if (!may_speak(chunk + 4) || !is_kind(chunk + 1, ChunkKind::preposition)) return;
  Saying saying = given_saying(article_.chunks[chunk].head,
                               article_.span_of(widened(chunk + 4, appositive_end(chunk + 4))));
  saying.cue = scene_.span(chunk);
  saying.passive = true;
  saying.rule = "given";
  saying.content.push_back(scene_.span(chunk + 2));
  emit(std::move(saying));
}

// "The centre has a higher number, [6,720]", "Police thought it nearer [600]": a bare number beside the
// object that stands for it; kNone where there is none.
Index SayingFinder::figure_beside_object(Index verb) const {
  const Index object = verb + 1;
  if (!is_kind(object, ChunkKind::noun) || has_amount(object)) return kNone;
  const auto bare = [&](Index at) {
    return is_kind(at, ChunkKind::noun) && has_amount(at) && scene_.head(at).tag == Tag::cd;
  };
  static constexpr NamedWords kHaving = {"have", "give", "name", "report", "quote", "cite", "use", "offer"};
  const Token& head = scene_.head(verb);
  if (tells_count(object) && is_comma(object + 1) && bare(object + 2) &&
      kHaving.contains(lemma(article_, head)))
    return object + 2;
  if (!is(head, WordClass::opinion_verb) || scene_.head(object).tag != Tag::prp) return kNone;
  const bool closer = is_text(object + 1, "nearer") || is_text(object + 1, "closer");
  const Index at = is_text(object + 2, "to") ? object + 3 : object + 2;
  return closer && bare(at) ? at : kNone;
}

// "The ministry counted 640 burglaries", "a table published by the office shows 12,400 births".
void SayingFinder::read_given(Index chunk) {
  if (inside_quote(begin_of(chunk)) || is_attribute(chunk)) return;
  const Token& head = scene_.head(chunk);
  const VerbGroup verb = verb_group(article_, chunk);
  if (verb.passive && !verb.negated && is_text(chunk + 1, "by")) return read_given_by(chunk);
  if (verb.passive && !verb.negated && (is(head, WordClass::put_verb) || changes_count(chunk)) &&
      has_amount(chunk + 2) && is_text(chunk + 3, "by"))
    return read_put_by(chunk);
  // "The union put the number at 57": a participle with an object is none.
  // "The ministry had earlier spoken of 56": nor is one with its auxiliary before an adverb.
  const bool perfect = is_kind(chunk - 1, ChunkKind::adverb) && is_kind(chunk - 2, ChunkKind::verb) &&
                       lemma(article_, scene_.head(chunk - 2)) == "have";
  const bool passive = verb.passive && !perfect &&
                       !(article_.chunks[chunk].tokens.size() == 1 && is_kind(chunk + 1, ChunkKind::noun) &&
                         is(head, WordClass::put_verb));
  if (passive || verb.infinitive || verb.negated || verb.modal || verb.future) return;
  auto source = source_of(chunk);
  if (const Index count = count_that_is(chunk); count != kNone)
    source = SourceAt{article_.chunks[count].tokens, count, false};
  if (!source || source->after) return;
  const bool counted = source->head == count_that_is(chunk);
  if (!counted && !may_give(chunk, source->head)) return;
  if (!counted && !is_document(source->head) && is_list_of(source->head))
    source->tokens = owner_tokens(source->head);
  if (is_heard(chunk, source->head)) return read_heard(chunk, *source);
  if (const Index listed = figure_beside_object(chunk); listed != kNone) {
    Saying saying = saying_of_verb(chunk, *source);
    saying.kind = SayingKind::given;
    saying.rule = "given";
    saying.content.push_back(trimmed({begin_of(listed), content_end(listed)}));
    return emit(std::move(saying));
  }
  const Index own = own_count(chunk);
  const Index figure = own != kNone ? own : figure_given_by(chunk, source->head);
  // "The coastguard's count stood at 58".
  const bool stands = is_document(source->head) && !owner_of(source->head).empty() &&
                      is_kind(chunk + 1, ChunkKind::preposition) && has_amount(chunk + 2);
  // "The ministry's figure is 49", "the bureau's figures are higher: 53".
  const bool equals =
      counted || (is_list_of(source->head) && lemma(article_, head) == "be" && is_amount_alone(chunk + 1));
  // "The count is 12 percent higher": the number is the count's, told by whoever tells it.
  const bool shown = stands || equals ||
                     (figure == kNone && is_document(source->head) && has_amount(chunk + 1) &&
                      lemma(article_, head) != "be");
  if (figure == kNone && !shown) return;
  Saying saying = saying_of_verb(chunk, *source);
  saying.kind = SayingKind::given;
  saying.rule = "given";
  const Index clause = scene_.clause_of(chunk);
  const Index from = own != kNone ? own : chunk + 1;
  std::uint32_t end = content_end(from);
  if (own == kNone && clause != kNone && scene_.clause(clause).kind == ClauseKind::main)
    end = list_end(scene_.clause(clause).chunks.end, end);
  emit_gapped(std::move(saying), from, end_before_semicolon(from, end));
}

// "The ministry gives other figures: [6.26 million bags]", "The hospital's list is longer: [64 dead]",
// "The count of the Red Cross is higher: [77]": what is counted stands behind the colon.
void SayingFinder::read_figures_behind_colon(Index colon) {
  const Index figure = figure_within(colon + 1);
  if (figure == kNone || figure > colon + 3 || inside_quote(begin_of(colon))) return;
  const Index noun = source_of_list(colon);
  if (noun == kNone) return;
  const Index verb = scene_.clause(scene_.clause_of(colon - 1)).verb;
  Saying saying;
  saying.kind = SayingKind::given;
  saying.lemma = lemma(article_, scene_.head(verb));
  saying.token = article_.chunks[verb].head;
  saying.sentence = sentence_;
  saying.source = is_document(noun) && !owner_of(noun).empty() ? owner_of(noun) : scene_.span(noun);
  saying.antecedent = saying.source;
  saying.cue = scene_.span(verb);
  saying.rule = "given";
  saying.content.push_back(trimmed({begin_of(colon + 1), content_end(colon + 1)}));
  emit(std::move(saying));
}

// Whose figures a colon opens: the subject that has them, or the owner of a count that is compared.
Index SayingFinder::source_of_list(Index colon) const {
  const Index clause = colon > chunks_.begin ? scene_.clause_of(colon - 1) : kNone;
  if (clause == kNone || scene_.clause(clause).verb == kNone) return kNone;
  const Index subject = scene_.subject_of(clause);
  if (subject == kNone || subject >= colon || !is_kind(subject, ChunkKind::noun)) return kNone;
  const auto counts = [&](Index noun) {
    return is_document(noun) || (is_kind(noun, ChunkKind::noun) &&
                                 is_any(scene_.head(noun), {WordClass::count_noun, WordClass::total_noun}));
  };
  const Index object = scene_.clause(clause).object;
  if (object != kNone && object < colon && counts(object) && may_speak(subject) && !is_document(subject))
    return subject;
  if (!counts(subject)) return kNone;
  if (is_text(subject + 1, "of") && may_speak(subject + 2)) return subject + 2;
  return is_document(subject) && !owner_of(subject).empty() ? subject : kNone;
}

// "gave three answers: 2.1 million, then 2.3 million": a clause ends before what follows it, but for a list
// that its colon opens.
std::uint32_t SayingFinder::list_end(Index after, std::uint32_t end) const {
  Index colon = after;
  while (colon < chunks_.end && colon < after + 2 && !is_mark(colon, ":")) ++colon;
  if (!is_mark(colon, ":") && after > chunks_.begin && is_mark(after - 1, ":")) colon = after - 1;
  const bool list = is_mark(colon, ":") && has_amount(colon + 1) && !has_finite_verb(colon + 1, chunks_.end);
  return list ? end : std::min(end, end_of(after - 1));
}

// One source for what stands from a chunk on, and one for each that a gap follows.
void SayingFinder::emit_gapped(Saying saying, Index from, std::uint32_t end) {
  for (Index i = from; i < chunks_.end && begin_of(i) < end; ++i) {
    const Index next = gapped_source(i);
    if (next == kNone) continue;
    saying.content = {trimmed({begin_of(from), end_of(i - 1)})};
    emit(saying);
    saying.source = scene_.span(next);
    saying.antecedent = saying.source;
    saying.rule = "gapped";
    from = next + 1;
    i = next;
  }
  saying.content = {trimmed({begin_of(from), end})};
  emit(std::move(saying));
}

// "The firm says 120 came; the police 12,000": somebody with nothing but a number.
bool SayingFinder::leaves_verb_out(Index from, std::uint32_t end) const {
  for (Index i = from; has_amounts_ && i < chunks_.end && begin_of(i) < end; ++i) {
    const Index next = gapped_source(i);
    if (next != kNone && !is_text(next + 1, "at")) return true;
  }
  return false;
}

// "…, the organisers at 120,000", "… and the union 40": the noun chunk after this break that has no verb
// of its own; kNone where there is none.
Index SayingFinder::gapped_source(Index at) const {
  const bool breaks = is_comma(at) || is_mark(at, ";") || is_kind(at, ChunkKind::conjunction);
  if (!breaks) return kNone;
  Index noun = at + 1;
  if (is_kind(noun, ChunkKind::conjunction) || is_text(noun, "while")) ++noun;
  if (!may_speak(noun) || has_amount(noun) || scene_.head(noun).tag == Tag::prp) return kNone;
  const Index value = is_kind(noun + 1, ChunkKind::preposition) && is_text(noun + 1, "at") ? noun + 2 : kNone;
  if (value != kNone && has_amount(value)) return noun;
  // "…; [the police] 12,000": nothing but the number, and nothing behind it that it could belong to.
  const bool bare =
      is_kind(noun + 1, ChunkKind::noun) && has_amount(noun + 1) && scene_.head(noun + 1).tag == Tag::cd &&
      (noun + 2 >= chunks_.end || is_kind(noun + 2, ChunkKind::punctuation)) && !is_comma(noun + 2);
  return bare ? noun : kNone;
}

}  // namespace tally
