// Amounts in their clauses → figures.
//
//   "Arrivals fell to 820 in 2013, 790 in 2014" →
//     figure 820 (2013), change down to 820; figure 790 (2014), change down to 790
#include <algorithm>
#include <ranges>

#include "claim/figure_finder.h"
#include "claim/modality.h"
#include "claim/stages.h"
#include "claim/use_finder.h"
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
  for (Index s = 0; s < article_.sentences.size(); ++s) {
    if (scene_.is_news(s)) read_sentence(s);
  }
}

void FigureFinder::read_sentence(Index sentence) {
  if (focus_.sentence != kNone && !near(focus_.sentence, sentence)) focus_ = {};
  const std::vector<const Mention*> amounts = amounts_of(article_.sentences[sentence].span);
  previous_ = kNone;
  part_chunk_ = kNone;
  last_change_ = kNone;
  base_figure_ = kNone;
  stepping_ = false;
  // "Four years ago we met …," she said: what is quoted sets no time for what the report goes on to tell.
  times_.enter(sentence, is_quoted(sentence) ? When{} : when_told(sentence));
  latest_ = {};
  if (read_rows(sentence)) return;
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
    completed_ = false;
    read_amount(*amounts[i], use);
    if (article_.claims.size() == before && !completed_) read_told(*amounts[i], use);
    if (list == lists.end() || list->last != i) continue;
    if (article_.claims.size() > before && article_.claims[before].kind == ClaimKind::figure) {
      spread(*list, amounts);
    }
    ++list;
  }
  step_runs(sentence, amounts);
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

void FigureFinder::read_counted(const Mention& amount, const AmountUse& use) {
  if (is_share_in_words(amount)) {
    read_share(amount, use);
    return;
  }
  if (names_nothing(amount, use.chunk)) return;
  Measured measured = measure_of_counted(scene_, use.chunk, amount);
  const PartOf part = part_here(use);
  // "hundreds of homes": vague counts are kept of people only.
  if (amount.value->modifier == Modifier::vague && measured.unit != "person") return;
  const bool casualties = use.verb != kNone && is_casualty_verb(scene_.head(use.verb));
  if (part == PartOf::none && !casualties && is_indefinite(amount)) return;
  if (const Index noun = noun_said_of(use); noun != kNone && measured.measure.population.empty()) {
    measured.measure.population = population_of(scene_, noun, {});
    measured.unit = counts_people(scene_, noun) ? "person" : "";
  }
  if (counts_animals()) stay_with_animals(measured, use);
  if (measured.measure.population.empty() && casualties && focus_.unit != "person" && part == PartOf::none) {
    measured.measure.population = "person";
    measured.unit = "person";
  }
  const bool of_us = scene_.same_sentence(use.chunk, use.chunk + 2) && scene_.is_word(use.chunk + 1, "of") &&
                     scene_.is_word(use.chunk + 2, "us");
  // "Seven of those who died"
  const Index whole = use.chunk + 2;
  const bool of_people = scene_.same_sentence(use.chunk, whole + 1) && scene_.is_word(use.chunk + 1, "of") &&
                         scene_.is_word(whole, "those") && scene_.is_word(whole + 1, "who");
  if (of_people && measured.unit.empty()) {
    measured.measure.population = "people";
    measured.unit = "person";
  }
  if (of_us && (focus_.claim == kNone || focus_.unit != "person")) {
    measured.measure.population = "people";
    measured.unit = "person";
  }
  // "761 were male": whoever they are.
  if (measured.unit.empty() && amount.unit.empty() && is_said_of_people(use)) measured.unit = "person";
  if (measured.measure.population.empty()) inherit_population(measured, use);
  if (measured.measure.population.empty() && measured.unit.empty()) return;
  if (use.is_share) measured.measure.aggregate = Aggregate::share;
  if (part != PartOf::none) {
    add_part(amount, use, measured, part);
    return;
  }
  if (use.use == Use::part) return;
  const When when = when_of_figure(use, measured);
  const bool out_of = focus_.claim != kNone && use.chunk > 0 && scene_.words(use.chunk - 1) == "out of" &&
                      scene_.same_sentence(focus_.chunk, use.chunk);
  const Index claim = add_figure(amount, use, measured, when);
  // "1,140 had walked out, out of 1,380": it goes on speaking of the 1,140.
  if (out_of) {
    previous_ = use.chunk;
    return;
  }
  set_focus(claim, use, measured, when);
}

bool FigureFinder::is_said_of_people(const AmountUse& use) const {
  if (use.verb == kNone || scene_.clause(use.clause).subject != use.chunk || counts_animals()) return false;
  const Index said = use.verb + 1;
  if (lemma(article_, scene_.head(use.verb)) != "be" || !scene_.same_sentence(use.chunk, said)) return false;
  return is(scene_.head(said), WordClass::sex_or_age) || is(scene_.head(said), WordClass::demonym);
}

// "39 bears were shot, 22 males and 17 females. Another 24 were killed", "25 whales died and 200 are
// stranded": a count that leaves its noun out counts no people where animals were counted before.
void FigureFinder::stay_with_animals(Measured& measured, const AmountUse& use) const {
  const bool assumed = measured.measure.population == "person" && !is_person_noun(scene_, use.chunk);
  if (measured.unit == "person" && (assumed || is(scene_.head(use.chunk), WordClass::sex_or_age)))
    measured.unit.clear();
  if (measured.measure.population.empty() || assumed)
    measured.measure.population = focus_.measured.measure.population;
}

bool FigureFinder::counts_animals() const {
  if (focus_.claim == kNone) return false;
  const std::string& counted = focus_.measured.measure.population;
  const WordId head = vocabulary().find(std::string_view(counted).substr(counted.rfind(' ') + 1));
  return head != 0 && vocabulary().is(head, WordClass::animal) && !vocabulary().is(head, WordClass::person);
}

// "84 were [drivers]": the noun that a bare count is said to be; kNone where there is none. "The two
// were students" counts nobody anew.
Index FigureFinder::noun_said_of(const AmountUse& use) const {
  if (article_.tokens[article_.chunks[use.chunk].tokens.begin].tag == Tag::dt) return kNone;
  // "78 people, 41 of them [adults]"
  const Index third = use.chunk + 3;
  const bool of_them = scene_.same_sentence(use.chunk, third) && scene_.is_word(use.chunk + 1, "of") &&
                       scene_.head(use.chunk + 2).tag == Tag::prp && scene_.kind(third) == ChunkKind::noun &&
                       Scene::starting_in(article_.amounts, scene_.span(third)).empty();
  if (of_them) return third;
  if (use.clause == kNone || scene_.clause(use.clause).subject != use.chunk) return kNone;
  const Index noun = scene_.clause(use.clause).object;
  const bool is_noun = noun != kNone && scene_.kind(noun) == ChunkKind::noun &&
                       lemma(article_, scene_.head(use.verb)) == "be" &&
                       Scene::starting_in(article_.amounts, scene_.span(noun)).empty();
  const Tag tag = is_noun ? scene_.head(noun).tag : Tag::none;
  return tag == Tag::nns || tag == Tag::nnps ? noun : kNone;
}

PartOf FigureFinder::part_here(const AmountUse& use) const {
  if (const PartOf part = part_of(scene_, use, focus_.chunk); part != PartOf::none) return part;
  return goes_on_list(scene_, part_chunk_, use.chunk) ? part_kind_ : PartOf::none;
}

void FigureFinder::inherit_population(Measured& measured, const AmountUse& use) {
  if (use.clause == kNone) return;
  // "17 of the 49 have permits": of those that were told as 49.
  if (scene_.same_sentence(use.chunk, use.chunk + 2) && scene_.is_word(use.chunk + 1, "of")) {
    const auto wholes = Scene::starting_in(article_.amounts, scene_.span(use.chunk + 2));
    constexpr std::size_t kBack = 200;  // claims
    const std::span<const Claim> told_before(article_.claims);
    const auto last = told_before.last(wholes.empty() ? 0 : std::min(kBack, told_before.size()));
    for (const Claim& told : std::views::reverse(last)) {
      if (told.kind != ClaimKind::figure || !told.value || !wholes.front().value) continue;
      if (told.value->printed() != wholes.front().value->printed()) continue;
      measured.measure.population = told.measure.population;
      measured.unit = told.unit;
      return;
    }
  }
  if (focus_.claim == kNone) {
    // "New infections fell. … counted 2,914 of them"
    const std::optional<Measured> before = measure_before(use);
    if (!before) return;
    const Measure& told = before->measure;
    measured.measure.population = told.population.empty() ? told.property : told.population;
    if (measured.unit.empty()) measured.unit = before->unit;
    return;
  }
  // "$862 million for the bags. The union followed its members up: 71 had found work": a count that leaves
  // its noun out counts no sum of money.
  const bool money =
      focus_.unit.size() >= 3 && std::ranges::all_of(std::string_view(focus_.unit).substr(0, 3),
                                                     [](char c) { return c >= 'A' && c <= 'Z'; });
  if (money) return;
  if (focus_.measured.measure.population.empty()) return;
  measured.measure.population = focus_.measured.measure.population;
  // "That is 29 %. Another 540 are …": a count is no percentage of what it counts.
  if (measured.unit.empty()) {
    const bool ratio = focus_.unit == "percent" || focus_.unit.find("per_") != std::string::npos;
    measured.unit = ratio ? std::string() : focus_.unit;
  }
  // "Ten of them were fatal, above the [seven] of 2012": measured against, it is the same measure.
  const std::string preposition = preposition_of(article_, use.chunk);
  const bool against = preposition == "than" || preposition == "against" || is_bound_word(preposition);
  if (against && measured.measure.property.empty())
    measured.measure.property = focus_.measured.measure.property;
}

void FigureFinder::add_part(const Mention& amount, const AmountUse& use, Measured measured, PartOf part) {
  const Measure& whole = focus_.measured.measure;
  if (measured.measure.property.empty()) measured.measure.property = whole.property;
  if (measured.measure.place.empty()) measured.measure.place = whole.place;
  When own = when_beside(scene_, use.chunk, limit_);
  // "of which 2,100 [fell in August]"
  if (!own.known() && use.clause != kNone && scene_.clause_of(focus_.chunk) != use.clause)
    own = own_time(scene_, use.clause);
  // "in 2022, of which 2,100 in August": the August of the whole's year.
  const std::optional<Period>& whole_period = focus_.when.period;
  if (own.period && own.basis == Basis::implied && whole_period && whole_period->grain() == Grain::year &&
      own.period->from.known() && !whole_period->contains(*own.period)) {
    own.period = in_year(*own.period, whole_period->from.year);
    own.relative.reset();
  }
  const Index claim =
      add_figure(amount, use, measured, own.known() || !focus_.when.known() ? own : focus_.when);
  article_.claims[claim].whole = focus_.claim;
  article_.claims[claim].exhaustive = part == PartOf::all;
  article_.claims[claim].rule = "figure.part";
  part_chunk_ = use.chunk;
  part_kind_ = part;
  previous_ = use.chunk;
}

void FigureFinder::read_value(const Mention& amount, const AmountUse& use) {
  std::optional<Measured> measured = measure_named(use);
  // "The count is higher than the 3,657 cases of 2021": a base that says what it counts.
  if (!measured && !amount.counted.empty()) measured = measure_of_counted(scene_, use.chunk, amount);
  // "the count has reached 124 dead"
  const Index after = use.chunk + 1;
  if (!measured && scene_.same_sentence(use.chunk, after) && is_casualty(scene_.head(after)))
    measured = Measured{.measure = {.population = "person"}, .unit = "person"};
  if (!measured) return;
  // "1,004 poached rhinos; the toll reached 1,215": the dead are what was counted before.
  const bool of_animals = measured->unit == "person" && use.measure != kNone && counts_animals() &&
                          is(scene_.head(use.measure), WordClass::killed_noun);
  if (of_animals) {
    measured->unit.clear();
    if (measured->measure.population.empty())
      measured->measure.population = focus_.measured.measure.population;
  }
  if (use.is_sum) measured->measure.place.clear();
  // "3. California - $16.00": whose row it is.
  if (use.use == Use::value && use.gap != kNone) measured->measure.place = place_named(use.gap);
  const bool base = use.use == Use::base;
  When when;
  // "from 250,600 in the third quarter to 249,900 in the fourth"
  if (!base && base_figure_ != kNone)
    when = when_of_ordinal(use.chunk, {.period = article_.claims[base_figure_].period,
                                       .span = article_.claims[base_figure_].quote});
  if (!when.known()) when = base ? when_of_base(use) : when_of_figure(use, *measured);
  // "Between 2017 and 2021 it fell from 5,400 to 3,100": the interval's end.
  if (!base && base_figure_ != kNone && when.period && when.period->interval &&
      article_.claims[base_figure_].period == Period::of(when.period->from)) {
    when.period = Period::of(when.period->to);
  }
  const Index claim = add_figure(amount, use, *measured, when);
  if (base) {
    add_base(claim, use);
    previous_ = use.chunk;
    return;
  }
  if (use.is_sum) tie_parts(claim);
  const Claim& figure = article_.claims[claim];
  Direction way = use.direction;
  // "corrected the number from 361 to 355": the numbers say which way.
  if (way == Direction::unknown && base_figure_ != kNone && figure.value->best &&
      article_.claims[base_figure_].value->best && preposition_of(article_, use.chunk) == "to") {
    const auto from = *article_.claims[base_figure_].value->best;
    way = *figure.value->best < from ? Direction::down : Direction::up;
  }
  set_focus(claim, use, *measured, when);
  focus_.direction = way;
  if (way != Direction::unknown) add_change_to(claim);
}

// "104 million in the first half and 27 million in the second, or 141 million in all": what a sentence
// lists makes up what it calls the sum.
void FigureFinder::tie_parts(Index sum) {
  const Span sentence = article_.sentences[focus_.sentence].span;
  for (Index i = sum; i > 0; --i) {
    Claim& part = article_.claims[i - 1];
    if (!sentence.contains(part.quote)) break;
    if (part.kind != ClaimKind::figure || part.unit != article_.claims[sum].unit || part.whole != kNone)
      continue;
    part.whole = sum;
    part.exhaustive = true;
  }
}

// "The minister decreed a rise to 25.42": one person is no measure, whatever he does with one.
bool FigureFinder::is_somebody(Index noun) const {
  if (noun == kNone || scene_.kind(noun) != ChunkKind::noun) return false;
  const Token& head = scene_.head(noun);
  if (head.tag != Tag::nn && head.tag != Tag::nnp) return false;
  const Mention* name = scene_.name_in(scene_.span(noun));
  const bool person =
      name != nullptr && name->name_kind == NameKind::person && name->span.end >= scene_.span(noun).end;
  return person || (is(head, WordClass::role) && head.tag == Tag::nn);
}

std::optional<Measured> FigureFinder::measure_named(const AmountUse& use) {
  if (is_somebody(use.measure)) return std::nullopt;
  // "12 were stranded, compared to 5 last year": the same as the figure before.
  const bool here = focus_.claim != kNone && focus_.sentence == article_.chunks[use.chunk].sentence;
  if (here && use.use == Use::base && focus_.unit != "percent" && focus_.unit != "percentage_point" &&
      preposition_of(article_, use.chunk) != "from")
    return focus_.measured;
  if (use.measure != kNone && scene_.is_word(use.measure, "we")) {
    if (focus_.claim != kNone && focus_.unit == "person") return focus_.measured;
    // "We have recorded the following numbers of evicted households: 1,940 in 2018, …"
    if (use.verb != kNone && use.chunk > 0 && scene_.is_word(use.chunk - 1, ":")) {
      const Index object = scene_.clause(use.clause).object;
      if (object != kNone && scene_.kind(object) == ChunkKind::noun && object < use.chunk)
        return measure_of_noun(scene_, object);
    }
    return Measured{.measure = {.population = "people"}, .unit = "person", .span = scene_.span(use.measure)};
  }
  // "88.6 % in 2023, compared with 89.8 % in 2022": the number it is held against is no measure.
  if (use.measure != kNone && focus_.claim != kNone && use.measure == focus_.chunk) return focus_.measured;
  // "The decline from 640 to 510": of what was told before.
  const bool bare_change = use.measure != kNone && is_change_noun(scene_, use.measure) &&
                           !is(scene_.head(use.measure), WordClass::measure) &&
                           scene_.words(use.measure).starts_with("the ") &&
                           article_.chunks[use.measure].tokens.size() == 2 &&
                           !scene_.is_word(use.measure + 1, "in") && !scene_.is_word(use.measure + 1, "of");
  if (bare_change && focus_.claim != kNone) return focus_.measured;
  if (use.measure != kNone && !is_anaphoric(scene_, use.measure)) return measure_of_noun(scene_, use.measure);
  if (use.measure != kNone && scene_.kind(use.measure) != ChunkKind::noun) return std::nullopt;
  if (focus_.claim != kNone) return focus_.measured;
  return measure_before(use);
}

// "[A litre] of diesel costs 1.12 euros", "sold at 60 crowns [a kilo]": by what it is sold, and no figure.
bool FigureFinder::prices_by(const Mention& amount) const {
  const bool measured = amount.kind == MentionKind::quantity && !amount.unit.empty() &&
                        amount.counted.empty() && amount.unit != "person" && amount.unit != "fold" &&
                        amount.unit != "percentage_point";
  const std::string_view words = article_.text(amount.span);
  return measured && (words.starts_with("a ") || words.starts_with("A ") || words.starts_with("an ")) &&
         amount.value && amount.value->printed() == Decimal(1);
}

// "Is the number of placements going down? Yes. In 2006 it was [316]": up to three sentences back, into the
// paragraph before.
std::optional<Measured> FigureFinder::measure_before(const AmountUse& use) {
  constexpr Index kFarthest = 3;
  const Index sentence = article_.chunks[use.chunk].sentence;
  Index back = sentence;
  while (back > 0 && sentence - back < kFarthest && near(back - 1, sentence) && scene_.is_news(back - 1))
    --back;
  const Index first = scene_.chunks_of(back).begin;
  for (Index i = use.chunk; i-- > first;) {
    if (scene_.kind(i) != ChunkKind::noun || is_anaphoric(scene_, i)) continue;
    const Index clause = scene_.clause_of(i);
    const Index verb = clause == kNone ? kNone : scene_.clause(clause).verb;
    const bool moves = verb != kNone && scene_.clause(clause).subject == i &&
                       direction_of(scene_, verb) != Direction::unknown &&
                       !scene_.same_sentence(i, use.chunk);
    if (moves || is(scene_.head(i), WordClass::measure)) return measure_of_noun(scene_, i);
  }
  return std::nullopt;
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

Index FigureFinder::add_figure(const Mention& amount, const AmountUse& use, const Measured& measured,
                               const When& when) {
  Claim claim;
  claim.kind = ClaimKind::figure;
  claim.value = value_in_clause(amount, use);
  claim.unit = !measured.unit.empty() && (amount.unit.empty() || amount.unit == "person") ? measured.unit
                                                                                          : amount.unit;
  const bool base_here = use.use == Use::base && focus_.claim != kNone && focus_.unit != "percent" &&
                         focus_.sentence == article_.chunks[use.chunk].sentence;
  const bool same_measure =
      base_here || ((use.use == Use::base || use.use == Use::value) && focus_.claim != kNone &&
                    measured.measure.property == focus_.measured.measure.property &&
                    measured.measure.population == focus_.measured.measure.population);
  if (claim.unit.empty() && same_measure) claim.unit = focus_.unit;
  claim.measure = measured.measure;
  claim.quote = quote_of(amount, use, when);
  if (!measured.span.empty() && !claim.quote.contains(measured.span)) claim.evidence.push_back(measured.span);
  set_time(claim, when);
  set_bounds(claim, when);
  set_aggregate(claim, use);
  take_pace(claim);
  if (claim.measure.aggregate == Aggregate::total && !claim.period && !claim.relative)
    stand_at_publication(claim);
  claim.modality = modality_of(scene_, use.clause);
  // "905 people failed to clock in", "3,870 trains that never ran": so many there were.
  // "Of the 960 drivers, 205 did not vote".
  const bool counted_out = claim.modality == Modality::negated && use.use == Use::counted &&
                           use.verb != kNone && use.chunk < use.verb;
  if (counted_out) {
    claim.modality = Modality::observed;
    const bool subject = scene_.clause(use.clause).subject == use.chunk;
    if (subject && !claim.measure.property.empty()) claim.measure.property = "not " + claim.measure.property;
  }
  if (claim.modality == Modality::observed) settle_tense(claim);
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

// "exceeded 1,400", "stayed below 5 percent": the verb or preposition makes a bound of the number.
Value FigureFinder::value_in_clause(const Mention& amount, const AmountUse& use) const {
  Value value = *amount.value;
  if (use.is_exact && value.printed()) return Value::exact(*value.printed(), value.step);
  // "well above the 31,678 of 2006" gives that number itself.
  if (!amount.extent.empty() && amount.extent.begin < amount.span.begin && value.printed()) {
    const std::string_view words = article_.text(Span{amount.extent.begin, amount.span.begin});
    if (words.ends_with(" the ")) return Value::exact(*value.printed(), value.step);
  }
  const bool plain = value.modifier == Modifier::exact && value.best;
  if (!plain || use.verb == kNone || use.use == Use::part || use.use == Use::listed) return value;
  const std::string preposition = preposition_of(article_, use.chunk);
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
