// Slots of figures, and how alike two of them are.
#include "record/slots.h"

#include <algorithm>
#include <sstream>

#include "claim/periods.h"

namespace tally {
namespace {

Aggregate of_relative(const RelativeDate& relative) {
  if (relative.day != 0 || relative.weekday != 0) return Aggregate::day;
  if (relative.month != 0) return Aggregate::month;
  if (relative.quarter != 0) return Aggregate::quarter;
  if (relative.half != 0) return Aggregate::half;
  return aggregate_of(relative.grain);
}

// "Kazakh wheat" beside "wheat harvested in Kazakhstan": the people say what the place says.
Roots told_anyway(const Slots& a, const Slots& b) {
  return !a.homes.empty() && includes(b.place, a.homes) ? without(a.core(), a.peoples) : a.core();
}

// The words that one slot has and the other lacks narrow it down, unless they are names.
bool only_names_apart(const Roots& a, const Roots& b, const Roots& names) {
  return includes(names, without(a, b)) && includes(names, without(b, a));
}

bool properties_agree(const Slots& a, const Slots& b, const Words& words) {
  if (a.property == b.property || words.alike(a.property, b.property)) return true;
  if (a.property.empty()) return true;
  if (b.property.empty()) return true;
  // "defectors who entered" and "North Koreans who defected": the doing of one names the other.
  return includes(b.population, a.property) || includes(a.population, b.property);
}

bool populations_agree(const Slots& a, const Slots& b, const Roots& names, const Words& words) {
  if (a.population == b.population) return true;
  // "The number of moves" does not say whose; the same doing may be theirs.
  if ((a.population.empty() || b.population.empty()) && words.alike(a.property, b.property)) return true;
  // "Moves" are counted where nurses who moved are: the doing taken for what is counted.
  if (a.deed && a.property.empty() && includes(b.property, a.population)) return true;
  if (b.deed && b.property.empty() && includes(a.property, b.population)) return true;
  if (a.head != 0 && b.head != 0 && a.population.size() == 1 && b.population.size() == 1 &&
      words.alike(a.head, b.head)) {
    return true;
  }
  const Roots left = a.population.empty() ? a.property : a.population;
  const Roots right = b.population.empty() ? b.property : b.population;
  if (only_names_apart(left, right, names) && share(left, right)) return true;
  // "North Koreans who defected": what they did says what they are.
  return only_names_apart(a.core(), right, names) || only_names_apart(left, b.core(), names);
}

}  // namespace

bool places_agree(const Roots& a, const Roots& b) {
  return a.empty() || b.empty() || includes(a, b) || includes(b, a);
}

bool is_step(Grain grain) {
  return grain == Grain::year || grain == Grain::half || grain == Grain::quarter || grain == Grain::month;
}

bool is_flow(Aggregate aggregate) {
  switch (aggregate) {
    case Aggregate::year:
    case Aggregate::half:
    case Aggregate::quarter:
    case Aggregate::month:
    case Aggregate::week:
    case Aggregate::day:
    case Aggregate::unknown:
      return true;
    default:
      return false;
  }
}

Aggregate aggregate_of(const Claim& claim) {
  const Aggregate stated = claim.measure.aggregate;
  const bool stretch = stated == Aggregate::event && claim.happening != kNone;
  if (!is_flow(stated) && !stretch) return stated;
  if (stretch) {
    // See Sheet::counts_a_stretch: such a head-count is a flow of its year, half or quarter.
    const Grain grain = claim.period && claim.period->known() ? claim.period->grain() : Grain::none;
    const Aggregate flow =
        grain == Grain::none && claim.relative ? of_relative(*claim.relative) : aggregate_of(grain);
    return flow == Aggregate::year || flow == Aggregate::half || flow == Aggregate::quarter ? flow : stated;
  }
  // Percentages of one thing are shares whatever their time: "91 percent in 2018, 90 the year after".
  if (claim.unit == "percent") return Aggregate::share;
  // An odd stretch (January to October) is a flow of its own kind: unknown, but dated.
  if (claim.period && claim.period->known()) return aggregate_of(claim.period->grain());
  if (stated == Aggregate::unknown && claim.relative && claim.relative->length == 0)
    return of_relative(*claim.relative);
  return stated;
}

bool compatible(const Slots& left, const Slots& right) {
  const Aggregate a = left.aggregate;
  const Aggregate b = right.aggregate;
  if (a == b) return true;
  if (is_flow(a) && is_flow(b)) return !left.dated || !right.dated;
  // A number without any time may be a total told in passing: "it has since risen to 30,208".
  if ((a == Aggregate::total && !right.dated) || (b == Aggregate::total && !left.dated)) return true;
  if (a == Aggregate::level || b == Aggregate::level) {
    const Aggregate other = a == Aggregate::level ? b : a;
    // "Eight are dead" is no year's toll.
    if (left.stands || right.stands) return other == Aggregate::day || other == Aggregate::unknown;
    return other == Aggregate::year || other == Aggregate::month || other == Aggregate::day ||
           other == Aggregate::unknown;
  }
  return (a == Aggregate::share && b == Aggregate::rate) || (a == Aggregate::rate && b == Aggregate::share);
}

std::string unit_key(const std::string& unit) {
  // News means the metric tonne by either word.
  if (unit == "ton") return "tonne";
  return unit.empty() ? "person" : unit;
}

std::string value_key(const Claim& claim) {
  return unit_key(claim.unit) + '|' + claim.value->best->to_string();
}

bool units_agree(const Slots& a, const Slots& b) {
  if (a.unit == b.unit) return true;
  if (unit_key(a.unit) != unit_key(b.unit)) return false;
  if (!a.unit.empty() && !b.unit.empty()) return true;
  return a.unit.empty() ? a.deed || a.population.empty() : b.deed || b.population.empty();
}

Slots slots_of(const Claim& claim, Words& words) {
  const Measure& m = claim.measure;
  Slots slots;
  slots.unit = claim.unit;
  slots.aggregate = aggregate_of(claim);
  slots.part = claim.whole != kNone;
  slots.dated = slots.aggregate != Aggregate::unknown || (claim.period && claim.period->known());
  slots.stands = slots.aggregate == Aggregate::level && claim.period_basis == Basis::implied &&
                 claim.period && claim.period->grain() == Grain::day && claim.unit != "percent";
  slots.population = words.roots(m.population);
  slots.property = words.roots(m.property);
  slots.printed = slots.core();
  slots.population = words.with_one_death(slots.population);
  slots.property = words.with_one_death(slots.property);
  slots.place = words.name_words(m.place);
  slots.origin = words.name_words(m.origin);
  for (const std::string* text : {&m.population, &m.property}) {
    words.peoples(*text, slots.peoples, slots.homes);
  }
  slots.head = words.head(m.population);
  slots.deed = slots.head != 0 && words.is_doing(m.population);
  return slots;
}

Likeness likeness(const Slots& a, const Slots& b, const Roots& names, const Words& words) {
  if (!units_agree(a, b) || !compatible(a, b)) return Likeness::apart;
  if (!places_agree(a.place, b.place) || !places_agree(a.origin, b.origin)) return Likeness::apart;
  if (a.unit == b.unit && a.population == b.population && a.property == b.property && !a.core().empty()) {
    return Likeness::same;
  }
  if (!share(a.core(), b.core()) && !words.alike(a.property, b.property)) return Likeness::apart;
  if (properties_agree(a, b, words) && populations_agree(a, b, names, words)) return Likeness::related;
  // One side is no more than a noun group ("Kazakh wheat output"): what is left of it without names
  // and words of measure stands in the other.
  if (!a.population.empty() && !b.population.empty() && !a.property.empty() && !b.property.empty())
    return Likeness::apart;
  const Roots left = words.without_measures(without(told_anyway(a, b), names));
  const Roots right = words.without_measures(without(told_anyway(b, a), names));
  const bool inside = !left.empty() && !right.empty() && (includes(left, right) || includes(right, left));
  return inside ? Likeness::hinted : Likeness::apart;
}

bool is_wordless(const Slots& slots, const Words& words) {
  return words.without_measures(slots.core()).empty();
}

std::set<std::string> words_of(const Measure& measure) {
  std::set<std::string> words;
  for (const std::string* slot : {&measure.population, &measure.property}) {
    std::istringstream in(*slot);
    for (std::string word; in >> word;) words.insert(word);
  }
  return words;
}

}  // namespace tally
