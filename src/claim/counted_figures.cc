// Numbers that count something, and parts of what was counted → figures.
//
//   "1,417 defectors entered"          counted: defectors, enter
//   "…, 845 of them women"             part: of the figure before
//   "30 were injured"                  counted: the people of the figure before
#include <algorithm>
#include <ranges>

#include "claim/figure_finder.h"
#include "claim/use_finder.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr NamedWords kSex = {"male", "female", "adult", "juvenile"};

// "Another 24 were killed", after "17 females": bears.
void leave_sex(std::string& counted) {
  const std::size_t space = counted.find(' ');
  if (space != std::string::npos && kSex.contains(std::string_view(counted).substr(0, space)))
    counted.erase(0, space + 1);
}

}  // namespace

// "Destroyed 300 homes and damaged 1,204 [others]": others of what stands before, where that is a thing.
void FigureFinder::stay_with_things(Measured& measured, const Mention& amount, const AmountUse& use) const {
  const Measure& told = focus_.measured.measure;
  if (amount.counted.empty() || lower_case(article_.text(amount.counted)) != "others" ||
      focus_.claim == kNone || !scene_.same_sentence(focus_.chunk, use.chunk) || told.population.empty() ||
      !focus_.unit.empty() || (use.verb != kNone && is_casualty_verb(scene_.head(use.verb))))
    return;
  measured.measure.population = told.population;
  measured.unit.clear();
}

// "The mayor, who has [three children]": somebody's family is no count.
bool FigureFinder::is_own_family(const Mention& amount, const AmountUse& use) const {
  constexpr std::int64_t kMost = 15;
  const std::optional<Decimal> printed = amount.value->printed();
  if (use.verb == kNone || !printed || *printed > Decimal(kMost) ||
      lemma(article_, scene_.head(use.verb)) != "have" || !is(scene_.head(use.chunk), WordClass::kin))
    return false;
  const Index subject = scene_.subject_of(scene_.clause_of(use.verb));
  if (subject == kNone) return false;
  const Token& who = scene_.head(subject);
  if (who.tag == Tag::prp) {
    static constexpr NamedWords kOne = {"he", "she", "i"};
    return kOne.contains(lower(article_, who));
  }
  const Mention* name = scene_.name_in(scene_.span(subject));
  const bool person = name != nullptr && name->name_kind == NameKind::person && name->span.contains(who.span);
  return person || (who.tag == Tag::nn && is_any(who, {WordClass::role, WordClass::person, WordClass::kin}) &&
                    !is_any(who, {WordClass::organisation, WordClass::group}));
}

void FigureFinder::read_counted(const Mention& amount, const AmountUse& use) {
  if (counts_times(article_, amount)) return read_times(amount, use);
  if (is_share_in_words(amount)) {
    read_share(amount, use);
    return;
  }
  if (names_nothing(amount, use.chunk) || is_own_family(amount, use)) return;
  Measured measured = measure_of_counted(scene_, use.chunk, amount);
  const PartOf part = part_here(use);
  // "hundreds of homes": vague counts are kept of people only.
  if (amount.value->modifier == Modifier::vague && measured.unit != "person") return;
  // "14 were fired upon": nobody was dismissed.
  const bool upon = use.verb != kNone && is(scene_.head(use.verb), WordClass::dismiss_verb) &&
                    scene_.same_sentence(use.verb, use.verb + 1) &&
                    (scene_.is_word(use.verb + 1, "upon") || scene_.is_word(use.verb + 1, "on") ||
                     scene_.is_word(use.verb + 1, "at"));
  const bool casualties = use.verb != kNone && !upon && is_casualty_verb(scene_.head(use.verb));
  if (part == PartOf::none && !casualties && is_indefinite(amount)) return;
  if (is_told_as_place(amount, use)) return;
  if (const Index noun = noun_said_of(use); noun != kNone && measured.measure.population.empty()) {
    measured.measure.population = population_of(scene_, noun, {});
    measured.unit = counts_people(scene_, noun) ? "person" : "";
  }
  if (counts_animals()) stay_with_animals(measured, use);
  stay_with_things(measured, amount, use);
  if (measured.measure.population.empty() && casualties && focus_.unit != "person" && part == PartOf::none &&
      !befalls_things(use)) {
    measured.measure.population = "person";
    measured.unit = "person";
  }
  tell_own(measured);
  tell_those(measured, use);
  // "761 were male": whoever they are.
  if (measured.unit.empty() && amount.unit.empty() && is_said_of_people(use)) measured.unit = "person";
  if (measured.measure.population.empty()) inherit_population(measured, amount, use);
  tell_left_as(measured, use);
  tell_row(measured, use);
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
  leave_people(article_.claims[claim], measured);
  // "leads by 14 points": the next count is no point; "it was 1.9 points in 2019, 2.4 in 2020" goes on.
  const bool apart = measured.measure.population == "point" &&
                     !(use.verb != kNone && lemma(article_, scene_.head(use.verb)) == "be" && when.known());
  if (!apart && !use.in_bracket && !is_aside(scene_, amount, use.chunk))
    set_focus(claim, use, measured, when);
}

// "39 bears were shot, 22 males": no persons, and the next count is of bears of either sex.
void FigureFinder::leave_people(Claim& figure, Measured& measured) {
  if (!is_of_animals(measured.measure.population)) return;
  if (measured.unit.empty() && figure.unit == "person") figure.unit.clear();
  leave_sex(measured.measure.population);
}

// "10,412 runners completed the [42.2 km course]", "a car with [400,000 kilometres] on the clock": how far
// tells nothing of what is counted next.
bool FigureFinder::is_aside(const Scene& scene, const Mention& amount, Index chunk) {
  if (!is_length(amount.unit)) return false;
  const bool attribute = scene.head(chunk).span.begin >= amount.span.end;
  return attribute || preposition_of(scene.article(), chunk) == "with";
}

// A count that leaves its noun out goes on in the unit of the one before where it may be a part of it or what
// it is a part of: "640 km of track; 210 are electrified", but after "400,000 kilometres" 104 are counted.
bool FigureFinder::continues_unit(const Mention& amount) const {
  if (focus_.claim == kNone || focus_.unit.empty() || focus_.unit == "person") return true;
  const std::optional<Value>& before = article_.claims[focus_.claim].value;
  if (!before || !before->printed() || !amount.value->printed()) return true;
  // "540 euros a barrel. The state has promised 90 million", "pays off 0.9": told as sums are.
  const std::string_view words = article_.text(amount.span);
  const bool plain =
      words.find('.') == std::string_view::npos && words.find("illion") == std::string_view::npos;
  constexpr double kPart = 100;
  const double then = before->printed()->to_double();
  const double now = amount.value->printed()->to_double();
  // "A pontoon costs $3,450, and we had only [six]": a sum would be told in digits.
  const bool spelled = plain && words.find_first_of("0123456789") == std::string_view::npos;
  if (is_money_unit(focus_.unit) && spelled && then > kPart) return false;
  // "641 million kroner on a harvest of 39,800 tonnes. The owners get 352 million": no tonnes.
  if (is_money_unit(focus_.unit) && !plain) return true;
  return now * kPart >= then && now <= then * kPart;
}

// "Ostra yields 5,660 kg per ha; Belmont, 5,210 kg per ha": in each place what was told first.
void FigureFinder::tell_row(Measured& measured, const AmountUse& use) const {
  std::string place = place_of_row(scene_, use.chunk);
  if (place.empty()) return;
  const bool goes_on =
      focus_.claim != kNone && scene_.same_sentence(focus_.chunk, use.chunk) && focus_.unit == measured.unit;
  if (goes_on) measured.measure = focus_.measured.measure;
  measured.measure.place = std::move(place);
}

// "64 of them on [one boat]", "between [two censuses]": where or when they were.
bool FigureFinder::is_told_as_place(const Mention& amount, const AmountUse& use) const {
  const Spelling where = preposition_of(article_, use.chunk);
  const bool words = article_.text(amount.span).find_first_of("0123456789") == std::string_view::npos;
  if (where == "between" && words) return true;
  return is_indefinite(amount) &&
         (where == "on" || where == "in" || where == "at" || where == "from" || where == "of");
}

// "seven [of those who] died", "40 [of us]"
void FigureFinder::tell_those(Measured& measured, const AmountUse& use) const {
  const bool of_us = scene_.same_sentence(use.chunk, use.chunk + 2) && scene_.is_word(use.chunk + 1, "of") &&
                     (scene_.is_word(use.chunk + 2, "us") || scene_.is_word(use.chunk + 2, "you"));
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
}

// "lost 40 [of its own]"
void FigureFinder::tell_own(Measured& measured) {
  if (measured.measure.population != "own") return;
  measured.measure.population = "people";
  measured.unit = "person";
}

// "The line rang 11,870 times", "Stadiums were inspected nine times": so often it was done.
void FigureFinder::read_times(const Mention& amount, const AmountUse& use) {
  const Index subject = use.clause == kNone ? kNone : scene_.clause(use.clause).subject;
  const bool named = subject != kNone && scene_.kind(subject) == ChunkKind::noun;
  if (use.verb == kNone || (subject != kNone && !named)) return;
  Measured measured;
  measured.measure.property = head_lemma(article_, use.verb);
  if (named && !is_anaphoric(scene_, subject))
    measured.measure.population = population_of(scene_, subject, {});
  measured.span = scene_.span(named ? subject : use.verb);
  const When when = when_of_figure(use, measured);
  const Index claim = add_figure(amount, use, measured, when);
  article_.claims[claim].unit.clear();
  set_focus(claim, use, measured, when);
}

// "An additional 96 remain missing": people, and what became of them.
void FigureFinder::tell_left_as(Measured& measured, const AmountUse& use) const {
  const Index left = use.verb == kNone ? kNone : use.verb + 1;
  const bool bare = measured.measure.population.empty() && !counts_animals();
  if (!bare || left == kNone || !scene_.same_sentence(use.chunk, left) ||
      scene_.clause(use.clause).subject != use.chunk || scene_.kind(left) != ChunkKind::adjective ||
      !is_casualty(scene_.head(left)))
    return;
  measured.measure.population = "person";
  measured.measure.property = lemma(article_, scene_.head(left));
  measured.unit = "person";
}

bool FigureFinder::is_said_of_people(const AmountUse& use) const {
  if (use.verb == kNone || scene_.clause(use.clause).subject != use.chunk || counts_animals()) return false;
  // "2,304 answered", "352 said yes": only people do.
  const bool speaks =
      is(scene_.head(use.verb), WordClass::answer_verb) || lemma(article_, scene_.head(use.verb)) == "say";
  if (speaks && use.verb == use.chunk + 1 && !scene_.clause(use.clause).passive) return true;
  const Index said = use.verb + 1;
  if (lemma(article_, scene_.head(use.verb)) != "be" || !scene_.same_sentence(use.chunk, said)) return false;
  return is(scene_.head(said), WordClass::sex_or_age) || is(scene_.head(said), WordClass::demonym);
}

// "39 bears were shot, 22 males and 17 females. Another 24 were killed", "25 whales died and 200 are
// stranded": a count that leaves its noun out counts no people where animals were counted before.
void FigureFinder::stay_with_animals(Measured& measured, const AmountUse& use) const {
  const bool assumed = measured.measure.population == "person" && !is_person_noun(scene_, use.chunk);
  // "22 males": of the bears, and so are those that the next count leaves out.
  if (kSex.contains(measured.measure.population)) {
    measured.unit.clear();
    const std::string& animals = focus_.measured.measure.population;
    measured.measure.population += " " + animals.substr(animals.rfind(' ') + 1);
    return;
  }
  if (measured.unit == "person" && (assumed || is(scene_.head(use.chunk), WordClass::sex_or_age)))
    measured.unit.clear();
  if (measured.measure.population.empty() || assumed)
    measured.measure.population = focus_.measured.measure.population;
}

bool FigureFinder::counts_animals() const {
  return focus_.claim != kNone && is_of_animals(focus_.measured.measure.population);
}

bool FigureFinder::is_of_animals(const std::string& counted) {
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

// "731 sentences; 204 were suspended", "450,000 doses, 31,500 were lost": of the things told right before.
bool FigureFinder::befalls_things(const AmountUse& use) const {
  static constexpr NamedWords verbs = {"drop",    "free",   "lose", "recover",
                                       "release", "rescue", "save", "suspend"};
  return focus_.claim != kNone && focus_.unit.empty() && !focus_.measured.measure.population.empty() &&
         scene_.same_sentence(focus_.chunk, use.chunk) &&
         verbs.contains(lemma(article_, scene_.head(use.verb)));
}

PartOf FigureFinder::part_here(const AmountUse& use) const {
  // "[Rescuers], 60 of them volunteers, worked": of those that stand right before, however many they are.
  const Index whom = use.chunk >= 2 ? use.chunk - 2 : kNone;
  const bool others = whom != kNone && whom != focus_.chunk && scene_.same_sentence(whom, use.chunk) &&
                      scene_.is_word(use.chunk - 1, ",") && scene_.kind(whom) == ChunkKind::noun &&
                      scene_.head(whom).tag == Tag::nns && preposition_of(article_, whom).empty() &&
                      scene_.is_word(use.chunk + 1, "of") && scene_.head(use.chunk + 2).tag == Tag::prp &&
                      Scene::starting_in(article_.amounts, scene_.span(whom)).empty();
  if (others) return PartOf::none;
  if (noun_of_them(use) != kNone) return PartOf::none;
  if (const PartOf part = part_of(scene_, use, focus_.chunk); part != PartOf::none) return part;
  return goes_on_list(scene_, part_chunk_, use.chunk) ? part_kind_ : PartOf::none;
}

void FigureFinder::inherit_population(Measured& measured, const Mention& amount, const AmountUse& use) {
  if (use.clause == kNone) return;
  // "7 were injured. The jobs lost earned 62 million": a sum of money counts nothing told before.
  if (is_money_unit(measured.unit) && !is_money_unit(focus_.unit)) return;
  // "26 were injured. The bus was licensed to carry 42": of nobody to whom it happened.
  const std::string& counted = focus_.measured.measure.population;
  const WordId known = vocabulary().find(counted);
  const bool casualties = known != 0 && (vocabulary().is(known, WordClass::injured_adjective) ||
                                         vocabulary().is(known, WordClass::killed_adjective));
  if (casualties && use.verb != kNone && scene_.clause(use.clause).object == use.chunk &&
      !is_casualty_verb(scene_.head(use.verb)) && !is(scene_.head(use.verb), WordClass::light_verb))
    return;
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
  if (const Index noun = noun_of_them(use); noun != kNone) {
    measured.measure.population = population_of(scene_, noun, {});
    measured.unit = counts_people(scene_, noun) ? "person" : "";
    return;
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
  if (is_money_unit(focus_.unit)) return;
  if (focus_.measured.measure.population.empty()) return;
  measured.measure.population = focus_.measured.measure.population;
  // "That is 29 %. Another 540 are …": a count is no percentage of what it counts.
  if (measured.unit.empty()) {
    const bool ratio = focus_.unit == "percent" || focus_.unit.find("per_") != std::string::npos;
    measured.unit = ratio || !continues_unit(amount) ? std::string() : focus_.unit;
  }
  // "Ten of them were fatal, above the [seven] of 2012": measured against, it is the same measure.
  const Spelling preposition = preposition_of(article_, use.chunk);
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
  // "in 2022, of which 2,100 in August": the August of the whole's year, but "today 1,960 of them".
  const std::optional<Period>& whole_period = focus_.when.period;
  const bool said_from_now = own.relative && own.relative->grain != Grain::none;
  if (own.period && !said_from_now && own.basis == Basis::implied && whole_period &&
      whole_period->grain() == Grain::year && own.period->from.known() &&
      !whole_period->contains(*own.period)) {
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

}  // namespace tally
