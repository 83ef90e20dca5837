// Words → kinds of happening, by the classes that the lexicon gives them.
#include "record/deeds.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/vocabulary.h"

namespace tally {
namespace {

enum class Sort : std::uint8_t { other, harm, mishap, act, journey };

struct Kind {
  Sort sort;
  std::array<WordClass, 3> classes;  // words of one family may tell one happening: "hurt" and "injured"
};

constexpr Kind alone(Sort sort, WordClass word_class) {
  return {sort, {word_class, word_class, word_class}};
}

constexpr std::array<Kind, 40> kKinds = {{
    {Sort::harm, {WordClass::kill_verb, WordClass::die_verb, WordClass::killed_adjective}},
    {Sort::harm, {WordClass::injure_verb, WordClass::injured_adjective, WordClass::injured_noun}},
    {Sort::harm, {WordClass::missing_adjective, WordClass::missing_noun, WordClass::missing_noun}},
    {Sort::harm, {WordClass::displace_verb, WordClass::displaced_adjective, WordClass::displaced_adjective}},
    alone(Sort::harm, WordClass::rescue_verb),
    {Sort::other, {WordClass::arrest_verb, WordClass::arrested_adjective, WordClass::arrest_noun}},
    alone(Sort::other, WordClass::free_verb),
    alone(Sort::other, WordClass::infect_verb),
    alone(Sort::journey, WordClass::arrive_verb),
    alone(Sort::journey, WordClass::leave_verb),
    alone(Sort::mishap, WordClass::attack_verb),
    alone(Sort::other, WordClass::dismiss_verb),
    alone(Sort::other, WordClass::convict_verb),
    alone(Sort::mishap, WordClass::fire_deed),
    alone(Sort::mishap, WordClass::shooting_deed),
    alone(Sort::mishap, WordClass::blast_deed),
    alone(Sort::mishap, WordClass::collapse_deed),
    alone(Sort::mishap, WordClass::sinking_deed),
    alone(Sort::mishap, WordClass::crash_deed),
    alone(Sort::mishap, WordClass::flood_deed),
    alone(Sort::mishap, WordClass::quake_deed),
    alone(Sort::mishap, WordClass::storm_deed),
    alone(Sort::mishap, WordClass::slide_deed),
    alone(Sort::mishap, WordClass::riot_deed),
    alone(Sort::act, WordClass::strike_deed),
    alone(Sort::act, WordClass::protest_deed),
    alone(Sort::act, WordClass::vote_deed),
    alone(Sort::act, WordClass::ruling_deed),
    alone(Sort::act, WordClass::closure_deed),
    alone(Sort::act, WordClass::resign_deed),
    alone(Sort::other, WordClass::find_deed),
    alone(Sort::act, WordClass::theft_deed),
    alone(Sort::act, WordClass::hack_deed),
    alone(Sort::act, WordClass::hostage_deed),
    alone(Sort::journey, WordClass::flight_deed),
    alone(Sort::act, WordClass::open_deed),
    alone(Sort::act, WordClass::sign_deed),
    alone(Sort::act, WordClass::appoint_deed),
    alone(Sort::act, WordClass::sale_deed),
    alone(Sort::act, WordClass::bankrupt_deed),
}};

Deeds of_sort(Sort sort) {
  Deeds all = 0;
  for (std::size_t k = 0; k < kKinds.size(); ++k) {
    if (kKinds[k].sort == sort) all |= Deeds{1} << k;
  }
  return all;
}

Deeds kinds_of(WordId word) {
  if (word == 0) return 0;
  Deeds deeds = 0;
  for (std::size_t k = 0; k < kKinds.size(); ++k) {
    if (std::ranges::any_of(kKinds[k].classes, [&](WordClass c) { return vocabulary().is(word, c); }))
      deeds |= Deeds{1} << k;
  }
  return deeds;
}

}  // namespace

Deeds deeds_of(std::string_view words) {
  const Vocabulary& known = vocabulary();
  std::string joined(words);  // as the lexicon writes them: "cave_in"
  std::ranges::replace(joined, ' ', '_');
  if (const WordId phrase = known.find(joined); phrase != 0) {
    if (const Deeds deeds = kinds_of(phrase); deeds != 0) return deeds;
  }
  const std::size_t space = words.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? words : words.substr(space + 1);
  const WordId word = known.find(last);
  if (word == 0) return 0;
  const Deeds deeds = kinds_of(known.lemma_id(word, Pos::noun));
  return deeds != 0 ? deeds : kinds_of(known.find(words.substr(0, words.find(' '))));
}

Deeds harm() {
  static const Deeds all = of_sort(Sort::harm);
  return all;
}

Deeds mishap() {
  static const Deeds all = of_sort(Sort::mishap);
  return all;
}

Deeds act() {
  static const Deeds all = of_sort(Sort::act);
  return all;
}

Deeds journey() {
  static const Deeds all = of_sort(Sort::journey);
  return all;
}

bool may_be_one_deed(Deeds a, Deeds b) {
  if ((a & b) != 0) return true;
  return ((a & harm()) != 0 && (b & (harm() | mishap())) != 0) || ((b & harm()) != 0 && (a & mishap()) != 0);
}

}  // namespace tally
