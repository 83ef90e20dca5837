// Who can give a figure though no list calls him a speaker, and by which words he has one.
//
//   The [archive] recorded 153 wrecks.     The city speaks of 1,900 empty flats.     The union gets 14,500.
#include <algorithm>

#include "base/characters.h"
#include "claim/saying_finder.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr int kFarthestName = 200;  // names back to the full one
constexpr std::size_t kFarthestSaying = 40;

// "National [Archive] of Shipwrecks": the word in capitals, between blanks.
bool holds_word(std::string_view name, std::string_view lower_word) {
  for (std::size_t at = 0; at + lower_word.size() <= name.size(); ++at) {
    const bool opens = at == 0 || name[at - 1] == ' ';
    const std::size_t end = at + lower_word.size();
    const bool closes = end == name.size() || name[end] == ' ' || name[end] == '\'';
    if (opens && closes && equals_lower(name.substr(at, lower_word.size()), lower_word)) return true;
  }
  return false;
}

}  // namespace

// "The police have 318", "the agency had on its books 13 attacks": a number that somebody has, and what
// follows it is no thing that can be owned.
Index SayingFinder::figure_had(Index verb) const {
  if (const Index got = figure_got(verb); got != kNone) return got;
  if (lemma(article_, scene_.head(verb)) != "have" || verb + 1 >= chunks_.end) return kNone;
  Index at = verb + 1;
  if (is_kind(at, ChunkKind::preposition) && is_kind(at + 1, ChunkKind::noun)) {
    const Token& first = article_.tokens[article_.chunks[at + 1].tokens.begin];
    const bool kept = first.tag == Tag::prps || is_document(at + 1);
    return is_text(at, "on") && kept && has_amount(at + 2) ? at + 2 : kNone;
  }
  while (is_kind(at, ChunkKind::adverb)) ++at;
  const bool bare = is_kind(at, ChunkKind::noun) && has_amount(at) && scene_.head(at).tag == Tag::cd;
  const bool ends = at + 1 >= chunks_.end || is_kind(at + 1, ChunkKind::punctuation) || is_time(at + 1) ||
                    is_kind(at + 1, ChunkKind::conjunction) ||
                    (is_kind(at + 1, ChunkKind::preposition) && is_time(at + 2));
  if (bare && ends) return at;
  // "has only 28 deaths for the same year"
  const bool of_a_time =
      is_text(at + 1, "for") &&
      (is_time(at + 2) || scene_.date_in(at + 2 < chunks_.end ? scene_.span(at + 2) : Span{}) != nullptr);
  if (is_kind(at, ChunkKind::noun) && has_amount(at) && of_a_time) return at;
  // "has 4,100 members [on its books]", "has [on file] 77 names"
  if (!is_kind(at, ChunkKind::noun) || !has_amount(at) || !is_text(at + 1, "on") ||
      !is_kind(at + 2, ChunkKind::noun))
    return kNone;
  static constexpr NamedWords kKept = {"book", "list", "register", "file", "record", "roll"};
  return kKept.contains(lemma(article_, scene_.head(at + 2))) ? at : kNone;
}

// "The programme [counted] 611 dogs", "The online archive has [traced] 2,211 paintings": what counts is no
// place, no time and no happening.
bool SayingFinder::is_counter(Index verb, Index noun) const {
  static constexpr NamedWords kCounting = {"count", "list",      "register", "document",
                                           "trace", "catalogue", "tally",    "log"};
  const Token& head = scene_.head(noun);
  const Token& first = article_.tokens[article_.chunks[noun].tokens.begin];
  return kCounting.contains(lemma(article_, scene_.head(verb))) && head.tag == Tag::nn &&
         (equals_lower(article_.text(first), "the") || first.tag == Tag::prps) &&
         !is_any(head, {WordClass::place, WordClass::time, WordClass::month, WordClass::season,
                        WordClass::happening, WordClass::measure, WordClass::harm, WordClass::animal});
}

// "Customs [had 640 seizures in 2022]": what a body has of a time, it has counted.
Index SayingFinder::figure_had_in(Index verb, Index noun) const {
  if (lemma(article_, scene_.head(verb)) != "have" || !is_body(noun)) return kNone;
  Index at = verb + 1;
  while (is_kind(at, ChunkKind::adverb)) ++at;
  const bool timed = is_time(at + 1) || (is_kind(at + 1, ChunkKind::preposition) && is_time(at + 2));
  return is_kind(at, ChunkKind::noun) && has_amount(at) && timed ? at : kNone;
}

// Somebody, a body by its short name, a place that stands for its government; no place where cases were.
bool SayingFinder::may_give(Index verb, Index noun) const {
  const Token& speaker = scene_.head(noun);
  const bool place =
      speaker.pos != Pos::propn && is(speaker, WordClass::place) && !is(speaker, WordClass::organisation);
  if (!place && (may_speak(noun) || is_counter(verb, noun))) return true;
  return stands_for_government(verb, noun) || is_house(noun) || is_centre(noun) || is_list_of(noun);
}

// The chunk with the figure that a subject gives by its verb; kNone where it gives none.
Index SayingFinder::figure_given_by(Index verb, Index noun) const {
  // "No other country had more than three": a place has what is there.
  if (!is(scene_.head(noun), WordClass::place) || is_house(noun) || is_named_body(noun)) {
    if (const Index had = figure_had(verb); had != kNone) return had;
    if (const Index had = figure_had_in(verb, noun); had != kNone) return had;
  }
  static constexpr NamedWords kGiving = {"know", "come", "stick", "hold", "stand", "keep", "reckon"};
  const Token& head = scene_.head(verb);
  // "The council's own lists have 2,915 girls among them"
  if (is_list_of(noun) && lemma(article_, head) == "have") return figure_within(verb + 1);
  const bool gives = is_any(head, {WordClass::count_verb, WordClass::put_verb, WordClass::speak_verb,
                                   WordClass::forecast_verb}) ||
                     kGiving.contains(lemma(article_, head)) ||
                     (is_document(noun) && is(head, WordClass::show_verb)) || finds_figure(verb, noun);
  if (gives) return given_figure(verb);
  const bool in_document = opens_in_document() && verb > chunks_.begin + 1 && tells_in_document(verb);
  return in_document ? figure_within(verb + 1) : kNone;
}

// "the council's [lists]", "the union's [count]": where somebody has put down what he counted.
bool SayingFinder::is_list_of(Index noun) const {
  static constexpr NamedWords kLists = {"list", "register", "record", "file", "log", "database", "version"};
  if (!is_kind(noun, ChunkKind::noun)) return false;
  const bool list = is_document(noun) || kLists.contains(lemma(article_, scene_.head(noun)));
  return list && !owner_of(noun).empty();
}

// "[the council]'s own lists", "[its] register"
Range SayingFinder::owner_tokens(Index noun) const {
  Range tokens = article_.chunks[noun].tokens;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (article_.tokens[i].tag == Tag::pos) return {tokens.begin, i};
    if (article_.tokens[i].tag == Tag::prps) return {i, i + 1};
  }
  return tokens;
}

// "the national surveillance [centre]", "a [centre] for fire prevention": by what it is for a body, and no
// place.
bool SayingFinder::is_centre(Index noun) const {
  static constexpr NamedWords kFields = {"national",    "federal",      "regional",   "research",
                                         "information", "surveillance", "prevention", "monitoring",
                                         "crisis",      "coordination"};
  const Spelling word = lemma(article_, scene_.head(noun));
  if (word != "centre" && word != "center") return false;
  const Range tokens = article_.chunks[noun].tokens;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (kFields.contains(lower(article_, article_.tokens[i]))) return true;
  }
  return is_text(noun + 1, "for") && is_kind(noun + 2, ChunkKind::noun) && !has_amount(noun + 2);
}

// "[The archive] recorded 153": the short form of a body that is named in full before, or of one that spoke.
bool SayingFinder::is_house(Index noun) const {
  if (!is_kind(noun, ChunkKind::noun)) return false;
  const Token& head = scene_.head(noun);
  const Token& first = article_.tokens[article_.chunks[noun].tokens.begin];
  if (head.tag != Tag::nn || !equals_lower(article_.text(first), "the") ||
      is_any(head, {WordClass::settlement, WordClass::time, WordClass::measure, WordClass::harm}))
    return false;
  const Spelling word = lower(article_, head);
  int looked = 0;
  auto name = std::ranges::lower_bound(article_.names, head.span.begin, {},
                                       [](const Mention& m) { return m.span.begin; });
  for (; name != article_.names.begin() && looked < kFarthestName; ++looked) {
    --name;
    const bool body = name->name_kind == NameKind::organisation || name->name_kind == NameKind::other;
    if (body && holds_word(article_.text(name->span), word)) return true;
  }
  for (std::size_t back = 1; back <= std::min(out_.size(), kFarthestSaying); ++back) {
    const Saying& saying = out_[out_.size() - back];
    if (saying.sentence < sentence_ && holds_word(article_.text(saying.source), word)) return true;
  }
  return false;
}

// "Lisbon puts the number at 640", "The city speaks of 1,900": a place that stands for its government.
bool SayingFinder::stands_for_government(Index verb, Index noun) const {
  const Token& head = scene_.head(verb);
  if (is(head, WordClass::put_verb) && names_place(noun)) return true;
  const Token& speaker = scene_.head(noun);
  return is_any(head, {WordClass::put_verb, WordClass::speak_verb}) && speaker.tag == Tag::nn &&
         is(speaker, WordClass::settlement);
}

// "Inspectors [found] 312 faults", "The service [measured] 41 degrees": what a body or people of an office
// looked for; what one person came upon is a tale.
bool SayingFinder::finds_figure(Index verb, Index noun) const {
  static constexpr NamedWords kLooking = {"find", "measure", "interview", "poll",     "survey",
                                          "test", "examine", "identify",  "discover", "detect"};
  if (!kLooking.contains(lemma(article_, scene_.head(verb)))) return false;
  const Token& who = scene_.head(noun);
  const bool many = who.tag == Tag::nns && is_any(who, {WordClass::role, WordClass::source_noun});
  return many || is_body(noun) || is_house(noun);
}

// "[The Labour Ministry] had 690 people on its list": no place, though a ministry may be a house.
bool SayingFinder::is_named_body(Index noun) const {
  const auto names = scene_.names_in(scene_.span(noun));
  return std::ranges::any_of(names, [&](const Mention* name) {
    return name->name_kind == NameKind::organisation && name->span.contains(scene_.head(noun).span);
  });
}

// "The association [gets 14,500]": right after somebody else's figure, what a count comes out at.
Index SayingFinder::figure_got(Index verb) const {
  if (lemma(article_, scene_.head(verb)) != "get" || out_.empty() || out_.back().kind != SayingKind::given ||
      sentence_ - out_.back().sentence > 1)
    return kNone;
  const Index at = verb + 1;
  return is_amount_alone(at) && scene_.head(at).tag == Tag::cd ? at : kNone;
}

// "The court [heard] that 90 residents had to leave".
bool SayingFinder::is_heard(Index verb, Index noun) const {
  static constexpr NamedWords kHearing = {"court", "tribunal", "inquest", "inquiry", "hearing"};
  return lemma(article_, scene_.head(verb)) == "hear" && !is_text(verb + 1, "from") &&
         !is_text(verb + 1, "of") && kHearing.contains(lemma(article_, scene_.head(noun)));
}

void SayingFinder::read_heard(Index chunk, const SourceAt& source) {
  Saying saying = saying_of_verb(chunk, source);
  saying.kind = SayingKind::given;
  saying.rule = "given";
  saying.content.push_back(trimmed({begin_of(chunk + 1), content_end(chunk + 1)}));
  emit(std::move(saying));
}

// "[In its half-year report] the company shows a loss of …", "[In documents] that we have seen the operator
// …".
bool SayingFinder::opens_in_document() const {
  return is_kind(chunks_.begin, ChunkKind::preposition) && is_text(chunks_.begin, "in") &&
         is_document(chunks_.begin + 1);
}

bool SayingFinder::tells_in_document(Index verb) const {
  return is_any(scene_.head(verb), {WordClass::show_verb, WordClass::speak_verb, WordClass::report_verb,
                                    WordClass::disclose_verb, WordClass::confirm_verb});
}

// "the institute's [count]", "the registry's [number]".
bool SayingFinder::tells_count(Index noun) const {
  return is_document(noun) || (is_kind(noun, ChunkKind::noun) &&
                               is_any(scene_.head(noun), {WordClass::count_noun, WordClass::total_noun}));
}

}  // namespace tally
