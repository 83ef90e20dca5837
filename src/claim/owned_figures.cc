// Numbers that places own in a list → a figure for each place, and a share where a percentage stands beside.
#include "claim/figure_finder.h"
#include "claim/owned_numbers.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kFarthestOwner = 160;  // bytes of a quote

// "the most cases", "the highest number of deaths": what the places are told apart by.
bool is_extreme(const Scene& scene, Index chunk) {
  const Article& article = scene.article();
  const Range tokens = article.chunks[chunk].tokens;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (article.tokens[i].tag == Tag::jjs || is(article.tokens[i], WordClass::superlative)) return true;
  }
  return chunk > 0 && scene.same_sentence(chunk, chunk - 1) && scene.is_word(chunk - 1, "most");
}

}  // namespace

// What the numbers of a list count where they do not say it themselves.
std::optional<Measured> FigureFinder::counted_in_list(Index first) const {
  const Index begin = scene_.chunks_of(article_.chunks[first].sentence).begin;
  Index found = kNone;
  for (Index i = begin; i < first; ++i) {
    if (scene_.kind(i) != ChunkKind::noun || is_anaphoric(scene_, i)) continue;
    const Token& head = scene_.head(i);
    if (head.tag != Tag::nns || is(head, WordClass::place) || is(head, WordClass::time)) continue;
    const bool of_extreme = i >= begin + 2 && scene_.is_word(i - 1, "of") && is_extreme(scene_, i - 2);
    if (found != kNone && !of_extreme && !is_extreme(scene_, i)) continue;
    found = i;
  }
  if (found == kNone) {
    const bool told = focus_.claim != kNone && focus_.unit != "percent";
    return told ? std::optional(focus_.measured) : std::nullopt;
  }
  const auto amounts = Scene::starting_in(article_.amounts, scene_.span(found));
  if (!amounts.empty()) return measure_of_counted(scene_, found, amounts.front());
  Measured counted{.measure = {.population = population_of(scene_, found, {})}};
  if (counts_people(scene_, found)) counted.unit = "person";
  counted.span = scene_.span(found);
  return counted;
}

bool FigureFinder::read_owned(const OwnedNumber& number) {
  const Mention& amount = *number.amount;
  const Index chunk = chunk_at(article_, amount.span.begin);
  Measured measured;
  if (!number.share) measured = measure_of_counted(scene_, chunk, amount);
  if (measured.measure.population.empty()) {
    if (!list_) list_ = counted_in_list(chunk);
    if (!list_) return false;
    measured = *list_;
  } else {
    measured.measure.property.clear();
  }
  list_ = measured;
  if (number.share) measured = {.measure = {.population = measured.measure.population}, .unit = "percent"};
  if (number.share) measured.measure.aggregate = Aggregate::share;
  AmountUse use{.use = Use::listed, .chunk = chunk, .clause = scene_.clause_of(chunk)};
  const bool goes_on = focus_.claim != kNone && focus_.sentence == article_.chunks[chunk].sentence;
  When when = when_beside(scene_, chunk, limit_);
  if (!when.known() && use.clause != kNone && scene_.clause(use.clause).verb != kNone)
    when = own_time(scene_, use.clause);
  const bool own_when = when.known();
  if (!own_when) when = goes_on ? focus_.when : when_of_figure(use, measured);
  for (const Index owner : number.owners) {
    measured.measure.place = name_of_owner(owner);
    const Index claim = add_figure(amount, use, measured, when);
    Claim& figure = article_.claims[claim];
    share_time(figure, number.share, own_when);
    if (const Span wide = cover(figure.quote, scene_.span(owner)); wide.size() <= kFarthestOwner)
      figure.quote = wide;
    const bool sibling = list_focus_ == focus_.claim && !number.within;
    if (number.share || sibling || !is_part_of_focus(figure)) continue;
    if (article_.claims[focus_.claim].measure.place == measured.measure.place)
      article_.claims[focus_.claim].measure.place.clear();
    figure.whole = focus_.claim;
    figure.rule = "figure.part";
  }
  if (number.share || goes_on) return true;
  set_focus(static_cast<Index>(article_.claims.size() - 1), use, measured, when);
  focus_.measured.measure.place.clear();
  list_focus_ = focus_.claim;
  return true;
}

// All numbers of one list hold at one time.
void FigureFinder::share_time(Claim& figure, bool is_share, bool own_when) {
  if (list_first_ == kNone) {
    if (!is_share) list_first_ = static_cast<Index>(article_.claims.size() - 1);
    return;
  }
  const Claim& first = article_.claims[list_first_];
  if (own_when) return;
  take_time(figure, first);
  if (!is_share) figure.measure.aggregate = first.measure.aggregate;
}

// "47 floods, one each in Kent and Essex": the number told before, of the same things, is larger.
bool FigureFinder::is_part_of_focus(const Claim& figure) const {
  if (focus_.claim == kNone || focus_.sentence != article_.chunks[focus_.chunk].sentence) return false;
  const Claim& whole = article_.claims[focus_.claim];
  const bool here = article_.chunks[focus_.chunk].sentence ==
                    article_.chunks[chunk_at(article_, figure.quote.begin)].sentence;
  return here && whole.measure.population == figure.measure.population && whole.value->best &&
         figure.value->best && *figure.value->best < *whole.value->best;
}

std::string FigureFinder::name_of_owner(Index chunk) const {
  const Mention* name = scene_.name_in(scene_.span(chunk));
  if (name != nullptr && !name->canonical.empty()) return name->canonical;
  return std::string(article_.text(name != nullptr ? name->span : scene_.span(chunk)));
}

}  // namespace tally
