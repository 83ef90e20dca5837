// Amounts in their clauses → figures.
//
//   "Arrivals fell to 820 in 2013, 790 in 2014" →
//     figure 820 (2013), change down to 820; figure 790 (2014), change down to 790
#include <algorithm>
#include <ranges>

#include "base/characters.h"
#include "claim/figure_finder.h"
#include "claim/modality.h"
#include "claim/stages.h"
#include "claim/use_finder.h"
#include "text/named_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kLongestQuote = 360;

}  // namespace

void find_figures(Article& article) {
  FigureFinder(article).find();
}

std::vector<TimeChoice> times_chosen(Article& article) {
  std::vector<TimeChoice> choices;
  FigureFinder(article, &choices).find();
  return choices;
}

void FigureFinder::find() {
  constexpr std::size_t kAmountsToFigure = 3;  // or a few more
  article_.claims.reserve(article_.amounts.size() / kAmountsToFigure);
  for (Index s = 0; s < article_.sentences.size(); ++s) {
    if (scene_.is_news(s)) read_sentence(s);
  }
}

void FigureFinder::read_sentence(Index sentence) {
  if (focus_.sentence != kNone && !near(focus_.sentence, sentence)) focus_ = {};
  // "14 in Munster, six in Ulster. Fourteen went …": of all, and not of the last in the list.
  if (head_place_) focus_.measured.measure.place = *head_place_;
  head_place_.reset();
  const std::vector<const Mention*> amounts = amounts_of(article_.sentences[sentence].span);
  previous_ = kNone;
  part_chunk_ = kNone;
  last_change_ = kNone;
  base_figure_ = kNone;
  stepping_ = false;
  // "Four years ago we met …," she said: what is quoted sets no time for what the report goes on to tell.
  times_.enter(sentence, is_quoted(sentence) ? When{} : when_told(sentence));
  latest_ = {};
  read_legend(sentence);
  if (read_rows(sentence)) return;
  const std::size_t told = article_.claims.size();
  const std::vector<NumberList> lists = number_lists(article_, amounts);
  const std::vector<OwnedNumber> owned = owned_numbers(scene_, amounts);
  list_.reset();
  list_first_ = kNone;
  auto list = lists.begin();
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (list != lists.end() && list->first <= i && i < list->last) continue;
    const Index next = i + 1 < amounts.size() ? chunk_at(article_, amounts[i + 1]->span.begin) : kNone;
    limit_ = next == kNone ? scene_.chunks_of(sentence).end : next;
    if (prices_by(*amounts[i]) || read_labelled(*amounts[i])) continue;
    if (!owned.empty() && !owned[i].owners.empty() && read_owned(owned[i])) {
      previous_ = chunk_at(article_, amounts[i]->span.begin);
      continue;
    }
    const std::size_t before = article_.claims.size();
    const AmountUse use = use_of(scene_, *amounts[i], previous_);
    if (read_share_restated(*amounts[i], use)) continue;
    completed_ = false;
    leave_length(*amounts[i], use);
    read_amount(*amounts[i], use);
    if (article_.claims.size() == before && !completed_) read_told(*amounts[i], use);
    if (list == lists.end() || list->last != i) continue;
    if (article_.claims.size() > before && article_.claims[before].kind == ClaimKind::figure) {
      spread(*list, amounts);
    }
    ++list;
  }
  if (!amounts.empty()) read_line_row(sentence, told);
  step_runs(sentence, amounts);
  read_year_runs(sentence, amounts);
  read_respectively(sentence, amounts);
  read_multiples(sentence);
  read_levels(sentence);
  read_trends(sentence);
  if (latest_.known()) {
    carried_ = latest_;
    carried_from_ = sentence;
  }
}

bool FigureFinder::is_quoted(Index sentence) const {
  const Span span = article_.sentences[sentence].span;
  const auto quotes = Scene::starting_in(article_.quotes, span);
  if (!quotes.empty() && quotes.front().span.size() * 2 > span.size()) return true;
  return scene_.is_quoted(span);
}

bool FigureFinder::near(Index a, Index b) const {
  return scene_.same_block(a, b) || article_.sentences[b].block <= article_.sentences[a].block + 1;
}

void FigureFinder::read_amount(const Mention& amount, const AmountUse& use) {
  switch (use.use) {
    case Use::none:
      return;
    case Use::counted:
    case Use::part:
      read_counted(amount, use);
      break;
    case Use::value:
    case Use::base:
      read_value(amount, use);
      break;
    case Use::listed:
    case Use::elided:
      read_listed(amount, use);
      break;
    case Use::instead:
      read_instead(amount, use);
      return;
    case Use::change_by:
      read_change(amount, use);
      return;
  }
}

namespace {

// "Sh38,400 a month" is a sum of money; how often it is paid is the grain of its variable.
void take_pace(Claim& claim) {
  struct Pace {
    std::string_view unit;
    Aggregate grain;
  };
  static constexpr std::array<Pace, 5> paces = {{{"_per_year", Aggregate::year},
                                                 {"_per_quarter", Aggregate::quarter},
                                                 {"_per_month", Aggregate::month},
                                                 {"_per_week", Aggregate::week},
                                                 {"_per_day", Aggregate::day}}};
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::size_t letters = claim.unit.find('_');  // of a currency's code
  if (letters != 3 || !std::ranges::all_of(claim.unit.substr(0, letters), is_capital)) return;
  for (const auto& [unit, grain] : paces) {
    if (!claim.unit.ends_with(unit)) continue;
    claim.unit.resize(claim.unit.size() - unit.size());
    claim.measure.aggregate = grain;
    return;
  }
}

}  // namespace

// "from 300 to [400]"
bool FigureFinder::ends_move(const Mention& amount, const AmountUse& use) const {
  return use.use == Use::value && base_figure_ != kNone && amount.kind == MentionKind::number &&
         preposition_of(article_, use.chunk) == "to";
}

// What is printed beside the number or, where that is left out, what the last figure was told in.
std::string FigureFinder::unit_of(const Mention& amount, const AmountUse& use, const Measured& measured) {
  std::string unit = !measured.unit.empty() && (amount.unit.empty() || amount.unit == "person")
                         ? measured.unit
                         : amount.unit;
  const bool here = focus_.claim != kNone && focus_.sentence == article_.chunks[use.chunk].sentence;
  const bool base_here = use.use == Use::base && here && focus_.unit != "percent";
  const bool same_measure =
      base_here || ((use.use == Use::base || use.use == Use::value) && focus_.claim != kNone &&
                    measured.measure.property == focus_.measured.measure.property &&
                    measured.measure.population == focus_.measured.measure.population);
  // "86.5 percent of all; of the others there were 6,900": no percentage.
  constexpr std::int64_t kMost = 200;
  const std::optional<Decimal> printed = amount.value->printed();
  const bool too_large = amount.unit.empty() && printed && *printed > Decimal(kMost) &&
                         focus_.claim != kNone && focus_.unit == "percent" &&
                         article_.claims[focus_.claim].value->printed() <= Decimal(kMost);
  if (too_large && unit == "percent") unit.clear();
  if (unit.empty() && same_measure && !too_large && continues_unit(amount)) unit = focus_.unit;
  // "grew from 1,445 GWh to 1,510"
  if (unit.empty() && ends_move(amount, use)) unit = article_.claims[base_figure_].unit;
  // "a profit of 118 million crowns after a loss of 36 million"; the profit behind it in its paragraph, too.
  const bool paragraph =
      focus_.claim != kNone && scene_.same_block(focus_.sentence, article_.chunks[use.chunk].sentence);
  const bool sum = paragraph && unit.empty() && amount.kind == MentionKind::number &&
                   measured.head != kNone && is(scene_.head(measured.head), WordClass::money) &&
                   is_money_unit(focus_.unit);
  if (sum) unit = focus_.unit;
  // "62 rupees a kilo, up from 55 rupees": the "a kilo" is left out.
  if (here && use.use == Use::base && !unit.empty() && focus_.unit.starts_with(unit + "_per_"))
    unit = focus_.unit;
  return unit;
}

// Whether it is told to be so, and how far it has gone.
void FigureFinder::set_modality(Claim& claim, const AmountUse& use) {
  claim.modality = modality_of(scene_, use.clause);
  if (claim.modality == Modality::observed && is_of_none(use)) claim.modality = Modality::negated;
  // "905 people failed to clock in", "3,870 trains that never ran": so many there were.
  // "Of the 960 drivers, 205 did not vote".
  const bool counted_out = claim.modality == Modality::negated && use.use == Use::counted &&
                           use.verb != kNone && use.chunk < use.verb;
  if (counted_out) {
    claim.modality = Modality::observed;
    const bool subject = scene_.clause(use.clause).subject == use.chunk;
    const bool fails = claim.measure.property == "fail";
    if (subject && !fails && !claim.measure.property.empty())
      claim.measure.property = "not " + claim.measure.property;
  }
  if (claim.modality == Modality::observed) settle_tense(claim, use);
}

Index FigureFinder::add_figure(const Mention& amount, const AmountUse& use, const Measured& measured,
                               const When& when) {
  Claim claim;
  claim.kind = ClaimKind::figure;
  claim.value = value_in_clause(amount, use);
  claim.unit = unit_of(amount, use, measured);
  // "from 702 million to 641": the million is said once.
  if (amount.unit.empty() && ends_move(amount, use))
    take_scale(*claim.value, *article_.claims[base_figure_].value);
  claim.measure = measured.measure;
  claim.quote = quote_of(amount, use, when);
  if (!measured.span.empty() && !claim.quote.contains(measured.span)) claim.evidence.push_back(measured.span);
  set_time(claim, when);
  set_bounds(claim, when);
  set_aggregate(claim, use);
  take_pace(claim);
  if (claim.measure.aggregate == Aggregate::total && !claim.period && !claim.relative)
    stand_at_publication(claim);
  take_ratio(claim, amount);
  set_modality(claim, use);
  const bool later =
      !latest_.known() || (latest_.period && when.period && latest_.period->known() && when.period->known() &&
                           latest_.period->last_day() < when.period->last_day());
  if (use.use != Use::base && when.known() && later && claim.modality == Modality::observed) latest_ = when;
  claim.in_title = scene_.block_kind(article_.chunks[use.chunk].sentence) == BlockKind::title;
  claim.rule = rule_name(use.use);
  tell_time(claim, use, when);
  article_.claims.push_back(std::move(claim));
  return static_cast<Index>(article_.claims.size() - 1);
}

// "one in six", "two out of three": a share, told in percent.
void FigureFinder::take_ratio(Claim& claim, const Mention& amount) const {
  if (!is_share_in_words(amount) || !is_ratio_in_words(amount)) return;
  claim.value = share_value(*amount.value);
  claim.unit = "percent";
  claim.measure.aggregate = Aggregate::share;
}

// "[No other region] has reported more than 50 cases"
bool FigureFinder::is_of_none(const AmountUse& use) const {
  const Index subject = use.clause == kNone ? kNone : scene_.clause(use.clause).subject;
  return subject != kNone && subject < use.chunk && scene_.kind(subject) == ChunkKind::noun &&
         scene_.words(subject).starts_with("no ") &&
         Scene::starting_in(article_.amounts, scene_.span(subject)).empty();
}

// "as many as 203,300 were sold": a number printed so finely was counted, and is no bound.
static bool is_as_many_as(const Article& article, const Mention& amount, std::string_view hedge) {
  constexpr int kFine = 3;  // digits that say something
  if (!lower_case(hedge).ends_with("as many as ")) return false;
  const std::string_view number = article.text(amount.span);
  const auto last = number.find_last_of("123456789");
  const auto digits =
      std::ranges::count_if(number.substr(0, last + 1), [](char c) { return c >= '0' && c <= '9'; });
  return last != std::string_view::npos && (digits >= kFine || number.find('.') != std::string_view::npos);
}

// "talks [about 4,750 jobs]": what is talked of, and no hedge.
static bool is_told_about(const Article& article, const Mention& amount, std::string_view hedge) {
  static constexpr NamedWords kTalking = {"talk", "speak", "ask", "complain", "worry", "write", "argue"};
  const Index about = token_from(article, amount.extent.begin);
  return lower_case(hedge) == "about " && about > 0 &&
         kTalking.contains(lemma(article, article.tokens[about - 1]));
}

// "exceeded 1,400", "stayed below 5 percent": the verb or preposition makes a bound of the number.
Value FigureFinder::value_in_clause(const Mention& amount, const AmountUse& use) const {
  Value value = hedged_value(article_, amount);
  if (use.is_exact && value.printed()) return Value::exact(*value.printed(), value.step);
  // "well above the 31,678 of 2006" gives that number itself.
  if (!amount.extent.empty() && amount.extent.begin < amount.span.begin && value.printed()) {
    const std::string_view words = article_.text(Span{amount.extent.begin, amount.span.begin});
    if (words.ends_with(" the ")) return Value::exact(*value.printed(), value.step);
    if (is_as_many_as(article_, amount, words) || is_told_about(article_, amount, words))
      return Value::exact(*value.printed(), value.step);
  }
  const bool plain = value.modifier == Modifier::exact && value.best;
  if (!plain || use.verb == kNone || use.use == Use::part || use.use == Use::listed) return value;
  const Spelling preposition = preposition_of(article_, use.chunk);
  const bool object = scene_.clause(use.clause).object == use.chunk && preposition.empty();
  const bool exceeds = object && is(scene_.head(use.verb), WordClass::exceed_verb);
  // "passed two inspections", "beat three teams": what is counted is no bound.
  const bool counts = amount.kind == MentionKind::quantity && !amount.counted.empty() &&
                      !is(scene_.head(use.verb), WordClass::reach_verb) &&
                      lemma(article_, scene_.head(use.verb)) != "exceed" &&
                      lemma(article_, scene_.head(use.verb)) != "surpass";
  // "stayed below 5 percent", "fell below 400".
  const bool bound =
      (is(scene_.head(use.verb), WordClass::level_verb) || lemma(article_, scene_.head(use.verb)) == "be" ||
       direction_of(scene_, use.verb) != Direction::unknown) &&
      article_.tokens[article_.chunks[use.chunk].tokens.begin].tag != Tag::dt;
  const bool over =
      preposition == "above" || preposition == "over" || preposition == "past" || preposition == "beyond";
  if ((exceeds && !counts) || (bound && over)) {
    return {.low = value.best, .modifier = Modifier::more_than, .step = value.step};
  }
  if (bound && (preposition == "below" || preposition == "under" || preposition == "beneath"))
    return {.high = value.best, .modifier = Modifier::less_than, .step = value.step};
  return value;
}

std::string_view FigureFinder::rule_name(Use use) {
  switch (use) {
    case Use::counted:
      return "figure.counted";
    case Use::part:
      return "figure.part";
    case Use::value:
      return "figure.value";
    case Use::base:
      return "figure.base";
    case Use::listed:
      return "figure.listed";
    case Use::elided:
      return "figure.elided";
    default:
      return "figure";
  }
}

Span FigureFinder::quote_of(const Mention& amount, const AmountUse& use, const When& when) const {
  Span quote = cover(amount.span, scene_.span(use.chunk));
  const auto take = [&](Span more) {
    const Span wide = cover(quote, more);
    if (!more.empty() && wide.size() <= kLongestQuote) quote = wide;
  };
  if (use.change_noun != kNone) take(scene_.span(use.change_noun));
  if (use.verb != kNone && use.use != Use::listed && use.use != Use::part) take(scene_.span(use.verb));
  if (when.chunk != kNone && scene_.same_sentence(when.chunk, use.chunk)) take(when.span);
  return quote;
}

}  // namespace tally
