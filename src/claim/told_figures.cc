// Numbers that no rule of use places: what is told with a verb, or goes on a list, is a figure all the same,
// but of no measure that could be held against another.
//
//   "They are to get 7 per cent over two years"   "Divers have recovered 52"   "The worst did it with 41,900"
#include <algorithm>
#include <ranges>

#include "base/characters.h"
#include "claim/figure_finder.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kNear = 400;  // bytes back to a figure that a bare number is like
constexpr Index kHowMany = 5;         // chunks into the sentence that takes a number up
constexpr double kFarMore = 1000;     // times the figure before: of something else
constexpr float kUnplaced = 0.4F;     // confidence: the number is sure, what it counts is not

// "The driver, [58], was": between commas, as old as a person may be.
bool is_age(const Scene& scene, const Mention& amount, Index chunk) {
  if (chunk < 2 || !scene.same_sentence(chunk, chunk - 2) || !scene.is_word(chunk - 1, ",")) return false;
  const Token& whose = scene.head(chunk - 2);
  if (whose.pos != Pos::propn && !is(whose, WordClass::person) && !is(whose, WordClass::role)) return false;
  const std::optional<Decimal> printed = amount.value->printed();
  constexpr std::int64_t kOldest = 115;
  if (!printed || *printed > Decimal(kOldest)) return false;
  const Index after = chunk + 1;
  return !scene.same_sentence(chunk, after) || scene.kind(after) == ChunkKind::punctuation;
}

// "14,280", "1.83 million": so are things counted, and not named.
bool has_thousands(const Article& article, const Mention& amount) {
  const std::string_view words = article.text(amount.span);
  return words.find(',') != std::string_view::npos || words.find("illion") != std::string_view::npos;
}

bool is_spelled(const Article& article, const Mention& amount) {
  return article.text(amount.span).find_first_of("0123456789") == std::string_view::npos;
}

// "row 12", "ticket 64": the number of a thing, right behind it. "By the union's count 14,280 worked",
// "Webster seven": no thing's number is told with its thousands, nor in small letters.
bool is_numbered(const Scene& scene, const Mention& amount) {
  const Article& article = scene.article();
  if (has_thousands(article, amount)) return false;
  if (is_spelled(article, amount) && !is_upper(static_cast<unsigned char>(article.text(amount.span).front())))
    return false;
  const Index at = token_from(article, amount.span.begin);
  if (at == 0) return false;
  const Token& before = article.tokens[at - 1];
  if (before.kind == TokenKind::symbol) return true;
  if (scene.date_over(before.span) != nullptr) return false;  // "Last year [35] went"
  // "rural dwellings 10 per cent", but "exports crash 29 %"
  const bool moves =
      is_any(before, {WordClass::up_noun, WordClass::down_noun, WordClass::up_verb, WordClass::down_verb});
  return (amount.unit.empty() || moves) && (before.pos == Pos::noun || before.pos == Pos::propn);
}

// Two large numbers of which one may be a part of the other.
bool is_as_large(Decimal now, Decimal then) {
  constexpr std::int64_t kLarge = 1000;
  constexpr std::int64_t kPart = 100;
  if (now < Decimal(kLarge) || then < Decimal(kLarge)) return false;
  return now.to_double() * kPart >= then.to_double() && now.to_double() <= then.to_double() * kPart;
}

// Four digits that may be a year.
bool looks_like_year(std::string_view words) {
  return words.size() == 4 && (words.starts_with("19") || words.starts_with("20")) &&
         words.find_first_not_of("0123456789") == std::string_view::npos;
}

// "(2023: 731)": no number stands for itself where it may be a year.
bool is_year(const Article& article, const Mention& amount) {
  return looks_like_year(article.text(amount.span));
}

// "43 miles ([69 kilometres])": the same once more in another unit, but "more than in 2022 (18,940 tonnes)".
bool is_conversion(const Scene& scene, const Mention& amount, Index chunk) {
  const bool bracket = chunk > 0 && !amount.unit.empty() && amount.unit != "percent" &&
                       scene.same_sentence(chunk, chunk - 1) &&
                       scene.head(chunk - 1).tag == Tag::open_bracket;
  const bool dated =
      chunk >= 2 && scene.same_sentence(chunk, chunk - 2) && scene.kind(chunk - 2) == ChunkKind::time;
  return bracket && !dated;
}

// "Tourism was up sharply.[17]"
bool is_note(const Article& article, const Mention& amount) {
  return amount.span.begin > 0 && article.text(Span{amount.span.begin - 1, amount.span.begin}) == "[";
}

}  // namespace

bool FigureFinder::is_told(const Mention& amount, const AmountUse& use) const {
  if (use.chunk == kNone || scene_.kind(use.chunk) != ChunkKind::noun || use.is_other ||
      use.use == Use::instead)
    return false;
  // "between 47,000 and 53,000", but no "lost 0-3".
  const bool range = amount.value->low && amount.value->high &&
                     article_.text(amount.span).find(' ') != std::string_view::npos;
  if ((!amount.value->printed() && !range) || is_fraction(amount) || is_time_unit(amount.unit) ||
      amount.unit == "fold")
    return false;
  if (is_age(scene_, amount, use.chunk) || is_numbered(scene_, amount) || is_year(article_, amount) ||
      is_note(article_, amount) || is_conversion(scene_, amount, use.chunk))
    return false;
  const bool list = previous_ != kNone && scene_.same_sentence(previous_, use.chunk);
  const bool by_time = is_told_by_time(use);
  if (use.clause == kNone && !list && !by_time && !is_announced(amount, use.chunk)) return false;
  // "split it in two", "given them six": words too small to be told for their number.
  if (is_indefinite(amount)) return list && closes_counts(amount, use.chunk);
  return !is_spelled(article_, amount) || list || by_time || is_some_of_them(use.chunk) ||
         does_as_others(amount, use);
}

// "Last year 35 went, and [nine] opened", "At least 18 have applied. [Five] have got it": whoever does what
// the clause tells, where a figure was told in the paragraph.
bool FigureFinder::does_as_others(const Mention& amount, const AmountUse& use) const {
  if (use.use != Use::counted || use.clause == kNone || scene_.clause(use.clause).subject != use.chunk ||
      scene_.span(use.chunk).begin != amount.span.begin)
    return false;
  const Index sentence = article_.chunks[use.chunk].sentence;
  for (const Claim& claim : std::views::reverse(article_.claims)) {
    if (claim.kind != ClaimKind::figure) continue;
    return scene_.same_block(sentence, sentence_at(article_, claim.quote.begin));
  }
  return false;
}

// "At the bottom stands a number: [8,875].", "The British were back: [63,900] of them": what the colon
// announces.
bool FigureFinder::is_announced(const Mention& amount, Index chunk) const {
  if (chunk == 0 || !scene_.same_sentence(chunk, chunk - 1) || !scene_.is_word(chunk - 1, ":")) return false;
  const Index after = chunk + 1;
  const bool ends = !scene_.same_sentence(chunk, after) || scene_.kind(after) == ChunkKind::punctuation;
  const Index first = scene_.chunks_of(article_.chunks[chunk].sentence).begin;
  const bool clause = scene_.verb_clause_of(chunk - 2) != kNone && chunk > first + 2;
  return clause && ((ends && has_thousands(article_, amount)) || is_some_of_them(chunk));
}

// "[The year before that], 13,120.", "The rate: [2019], 70 percent.": the time that opens a sentence or an
// item without a verb; kNone where none does.
Index FigureFinder::time_that_opens(const AmountUse& use) const {
  if (use.clause != kNone || use.chunk < 2 || !scene_.is_word(use.chunk - 1, ",")) return kNone;
  const Index time = use.chunk - 2;
  if (scene_.kind(time) != ChunkKind::time || !scene_.same_sentence(time, use.chunk)) return kNone;
  const Index first = scene_.chunks_of(article_.chunks[use.chunk].sentence).begin;
  if (time == first || scene_.kind(time - 1) == ChunkKind::punctuation) return time;
  return time == first + 1 && scene_.kind(first) == ChunkKind::preposition ? time : kNone;
}

// "more are being sent back: 1,294 from January to June": no verb, but a time.
bool FigureFinder::is_told_by_time(const AmountUse& use) const {
  return use.clause == kNone &&
         (time_that_opens(use) != kNone || when_beside(scene_, use.chunk, limit_).known());
}

// "Six were on hikers, three on foresters and [one] on a hunter": told as the one before is.
bool FigureFinder::closes_counts(const Mention& amount, Index chunk) const {
  const Index preposition = chunk + 1;
  if (article_.text(amount.span) != "one" || chunk == 0 || !scene_.is_word(chunk - 1, "and") ||
      !scene_.same_sentence(chunk, preposition) || scene_.kind(preposition) != ChunkKind::preposition ||
      !is_bare(scene_, amount, chunk))
    return false;
  for (Index i = chunk - 1; i > 0 && scene_.same_sentence(i - 1, chunk); --i) {
    const auto numbers = Scene::starting_in(article_.amounts, scene_.span(i - 1));
    if (numbers.empty()) continue;
    return is_bare(scene_, numbers.front(), i - 1) && scene_.words(i) == scene_.words(preposition) &&
           scene_.words(i) != "of";
  }
  return false;
}

// "[Fifteen] of them were in Leinster"
bool FigureFinder::is_some_of_them(Index chunk) const {
  const Index them = chunk + 2;
  return scene_.same_sentence(chunk, them) && scene_.is_word(chunk + 1, "of") &&
         scene_.head(them).tag == Tag::prp;
}

// "1.84 billion euros. Housing accounts for [640 million]", "3,590,000 tonnes, tubes for [252,000]": told in
// what the figure before is told in, where it is no further from it than a part from its whole.
bool FigureFinder::is_like(const Mention& amount, const Claim& before) const {
  if (before.unit.empty() || before.unit == "percent" || before.unit == "percentage_point") return false;
  if (is_time_unit(before.unit) || !before.value || !before.value->printed() || !amount.value->printed())
    return false;
  return is_as_large(*amount.value->printed(), *before.value->printed());
}

// "Aid of 2 million zloty went to 640 farmers. They had asked for [3.6 million]": the last figure of the
// paragraph that a bare number is like; kNone where there is none.
Index FigureFinder::figure_like(const Mention& amount) const {
  if (focus_.claim == kNone) return kNone;
  Index things = kNone;
  for (Index i = focus_.claim + 1; i > 0; --i) {
    const Claim& told = article_.claims[i - 1];
    if (told.quote.end + kNear < amount.span.begin) break;
    const Index sentence = sentence_at(article_, told.quote.begin);
    if (!scene_.same_block(sentence, sentence_at(article_, amount.span.begin))) break;
    if (told.kind != ClaimKind::figure) continue;
    if (is_like(amount, told)) return is_money_unit(told.unit) && things != kNone ? things : i - 1;
    // "1.84 billion euros. They made 13.6 million tyres, down from [15.1 million]"
    const bool alike = told.unit.empty() && sentence == sentence_at(article_, amount.span.begin) &&
                       told.value && told.value->printed() && amount.value->printed() &&
                       is_as_large(*amount.value->printed(), *told.value->printed());
    if (alike && things == kNone) things = i - 1;
  }
  return kNone;
}

// "829 deaths, which is 75 percent. The other drug contributed to [351]": the last count of the paragraph,
// where a percentage or a sum of money was told behind it; kNone where there is none near.
Index FigureFinder::count_before(const Mention& amount, const AmountUse& use) const {
  constexpr std::int64_t kFewest = 10;
  constexpr double kPart = 100;
  const std::optional<Decimal> now = amount.value->printed();
  if (!now || !now->is_integer() || *now < Decimal(kFewest) || use.clause == kNone ||
      is_spelled(article_, amount))
    return kNone;
  for (std::size_t i = article_.claims.size(); i > 0; --i) {
    const Claim& told = article_.claims[i - 1];
    if (told.kind != ClaimKind::figure) continue;
    const Index sentence = sentence_at(article_, told.quote.begin);
    const bool near = told.quote.end + kNear >= amount.span.begin &&
                      scene_.same_block(sentence, article_.chunks[use.chunk].sentence);
    if (!near) return kNone;
    if ((!told.unit.empty() && told.unit != "person") || !told.value || !told.value->printed()) continue;
    const double then = told.value->printed()->to_double();
    return now->to_double() <= then * kPart && now->to_double() * kPart >= then ? static_cast<Index>(i - 1)
                                                                                : kNone;
  }
  return kNone;
}

// "2019, 70 percent. There were no exams in 2020. Then [61] in 2021": of the rate told before.
bool FigureFinder::goes_on_in_percent(const Mention& amount, const AmountUse& use) {
  constexpr std::int64_t kMost = 100;
  const std::optional<Decimal> printed = amount.value->printed();
  const bool rate = focus_.claim != kNone && focus_.unit == "percent" && focus_.when.known() && printed &&
                    *printed <= Decimal(kMost) && amount.unit.empty() && amount.counted.empty() &&
                    scene_.same_block(focus_.sentence, article_.chunks[use.chunk].sentence);
  if (!rate || !is_told_by_time(use)) return false;
  AmountUse dated = use;
  if (dated.time == kNone) dated.time = time_that_opens(use);
  const Measured measured = focus_.measured;
  const When when = when_of_figure(dated, measured);
  const Index claim = add_figure(amount, use, measured, when);
  article_.claims[claim].unit = "percent";
  set_focus(claim, dated, measured, when);
  return true;
}

// "The ministry counts [9,120]", "The number is [121]": no telephone number, no offer and no page.
bool FigureFinder::opens_telling(const Mention& amount, const AmountUse& use) const {
  if (use.clause == kNone) return false;
  const Index subject = scene_.clause(use.clause).subject;
  const bool number = subject != kNone && subject < use.chunk && scene_.kind(subject) == ChunkKind::noun &&
                      scene_.head(subject).tag == Tag::nn && is(scene_.head(subject), WordClass::measure) &&
                      is_anaphoric(scene_, subject);
  // "the last of [the 41] that it closes", "the [22] of last year"
  const Index after = use.chunk + 1;
  const bool told_apart = scene_.words(use.chunk).starts_with("the ") &&
                          scene_.same_sentence(use.chunk, after + 1) &&
                          (scene_.is_word(after, "that") || scene_.is_word(after, "who") ||
                           (scene_.is_word(after, "of") && scene_.kind(after + 1) == ChunkKind::time));
  // "In 2015 it counted 61"
  const bool counts = use.verb != kNone && scene_.clause(use.clause).object == use.chunk &&
                      is(scene_.head(use.verb), WordClass::count_verb);
  // "The lobby says 82"
  const bool says = use.verb != kNone && scene_.clause(use.clause).object == use.chunk &&
                    use.verb + 1 == use.chunk && subject != kNone && !is_spelled(article_, amount) &&
                    is(scene_.head(use.verb), WordClass::report_verb);
  return number || told_apart || counts || says || is_some_of_them(use.chunk) ||
         is_announced(amount, use.chunk);
}

// "[13,910.] That is how many people work here": a number as a sentence of its own, of what the next names.
bool FigureFinder::read_alone(const Mention& amount, Index sentence) {
  const Sentence& own = article_.sentences[sentence];
  const Index next = sentence + 1;
  if (amount.kind != MentionKind::number || next >= article_.sentences.size() || own.tokens.size() > 2 ||
      !scene_.same_block(sentence, next) || !amount.value)
    return false;
  const Range chunks = scene_.chunks_of(next);
  Index noun = kNone;
  for (Index i = chunks.begin; i < std::min(chunks.end, chunks.begin + kHowMany); ++i) {
    const bool many =
        i > chunks.begin && scene_.is_word(i - 1, "how") && scene_.words(i).starts_with("many ");
    if (scene_.kind(i) != ChunkKind::noun || !many) continue;
    noun = i;
    break;
  }
  if (noun == kNone) return has_thousands(article_, amount) && tell_unplaced(amount);
  Measured measured = measure_of_noun(scene_, noun);
  if (measured.measure.population.empty()) std::swap(measured.measure.population, measured.measure.property);
  std::string& counted = measured.measure.population;
  constexpr std::string_view kMany = "many ";
  if (counted.starts_with(kMany)) counted.erase(0, kMany.size());
  const Index chunk = chunk_at(article_, amount.span.begin);
  if (chunk == kNone || counted.empty()) return false;
  const AmountUse use{.use = Use::counted, .chunk = chunk};
  const When when = when_of_figure(use, measured);
  const Index claim = add_figure(amount, use, measured, when);
  article_.claims[claim].quote = cover(article_.claims[claim].quote, scene_.span(noun));
  set_focus(claim, use, measured, when);
  return true;
}

// "14,970. We gave it as 15,121": a number of which nothing more is known than that it was told.
bool FigureFinder::tell_unplaced(const Mention& amount) {
  const AmountUse use{.use = Use::counted, .chunk = chunk_at(article_, amount.span.begin)};
  const When latest = latest_;
  const Index claim = add_figure(amount, use, {}, {});
  latest_ = latest;
  article_.claims[claim].rule = "figure.told";
  article_.claims[claim].confidence = kUnplaced;
  return true;
}

bool FigureFinder::is_whole_again(const Mention& amount) const {
  const Index chunk = chunk_at(article_, amount.span.begin);
  if (chunk == kNone || chunk < 2 || !scene_.same_sentence(chunk, chunk - 2) ||
      !scene_.is_word(chunk - 1, "of") || !scene_.words(chunk).starts_with("the ") ||
      !is_bare(scene_, amount, chunk))
    return false;
  const auto some = Scene::starting_in(article_.amounts, scene_.span(chunk - 2));
  if (some.empty() || is_fraction(some.front()) || some.front().kind == MentionKind::percent) return false;
  const Index sentence = article_.chunks[chunk].sentence;
  return std::ranges::any_of(std::views::reverse(article_.claims), [&](const Claim& claim) {
    return claim.kind == ClaimKind::figure && claim.value && claim.value->printed() &&
           claim.value->printed() == amount.value->printed() &&
           scene_.same_block(sentence, sentence_at(article_, claim.quote.begin));
  });
}

// "In 2015 it counted 61, then [78]": a year after what its sentence told last.
When FigureFinder::when_after_told(const AmountUse& use) const {
  if (use.chunk == 0 || !scene_.is_word(use.chunk - 1, "then") || article_.claims.empty()) return {};
  const Claim& before = article_.claims.back();
  const Span sentence = article_.sentences[article_.chunks[use.chunk].sentence].span;
  const bool year = before.kind == ClaimKind::figure && sentence.contains(before.quote) && before.period &&
                    before.period->known() && !before.period->interval &&
                    before.period->grain() == Grain::year;
  if (!year) return {};
  return {.period = period_before(*before.period, -1), .basis = Basis::implied};
}

void FigureFinder::read_told(const Mention& amount, const AmountUse& use) {
  if (use.chunk != kNone && read_alone(amount, article_.chunks[use.chunk].sentence)) return;
  if (read_ratio_aside(amount, use)) return;
  if (is_whole_again(amount)) return;
  const bool told = is_told(amount, use);
  if ((told || label_of_item(use.chunk) != kNone) && goes_on_change(amount, use)) return;
  if (!told || goes_on_in_percent(amount, use)) return;
  Measured measured;
  bool alone = false;  // like nothing that was told before
  if (amount.unit.empty()) {
    if (!amount.counted.empty()) return;
    // "Some 26,112 were entered": what is done to them, but not who.
    const bool subject =
        use.use == Use::counted && use.clause != kNone && scene_.clause(use.clause).subject == use.chunk;
    const bool first = is_told_by_time(use) || (focus_.claim == kNone && opens_telling(amount, use));
    // "We counted 12 singers. You are listening to Channel 2, on 98.4": no part of a singer.
    const bool counts = amount.value->printed() && amount.value->printed()->is_integer();
    const bool things = focus_.claim != kNone && (counts || focus_.unit != "person") &&
                        (focus_.unit.empty() || focus_.unit == "person");
    // "612 women died. He hoped for 11 billion": no people, so many as there are.
    const std::optional<Decimal> told_before =
        focus_.claim == kNone ? std::nullopt : article_.claims[focus_.claim].value->printed();
    const bool far = told_before && amount.value->printed() &&
                     amount.value->printed()->to_double() > told_before->to_double() * kFarMore;
    Index alike = figure_like(amount);
    if (!things && alike == kNone) alike = count_before(amount, use);
    const bool placed = things || figure_like(amount) != kNone || subject || first;
    if (!placed && alike == kNone && !has_thousands(article_, amount)) return;
    alone = !placed && scene_.head(use.chunk - 1).tag != Tag::open_bracket;
    if (alike != kNone) {
      measured.unit = article_.claims[alike].unit;
    } else if (things && !far) {
      measured.unit = focus_.unit;
    }
  }
  AmountUse dated = use;
  if (dated.time == kNone) dated.time = time_that_opens(use);
  When when = when_of_figure(dated, measured);
  const bool here = when.chunk != kNone && scene_.same_sentence(when.chunk, use.chunk);
  if (alone && !here) when = {};
  if (const When next = when_after_told(use); next.known()) when = next;
  const When latest = latest_;  // what it is told of may be what others are compared with
  const Index claim = add_figure(amount, use, measured, when);
  latest_ = latest;
  if (focus_.claim == kNone && (is_some_of_them(use.chunk) || is_told_by_time(use)))
    set_focus(claim, dated, measured, when);
  article_.claims[claim].measure = {};
  article_.claims[claim].rule = "figure.told";
  article_.claims[claim].confidence = kUnplaced;
}

}  // namespace tally
