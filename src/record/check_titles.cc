// The number of a headline against the text below it, where the text gives another for the same thing
// and its own nowhere.
//
//   "148 people died on Irish roads"     "Figures show that 151 people were killed on Irish roads …"
//
// Only what the first lines say is held against the title: it is what the title sums up.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "tally/rounding.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::size_t kFirstLines = 3;  // sentences with a figure that a title may sum up

bool tells_death(const Measure& measure) {
  const Vocabulary& known = vocabulary();
  return std::ranges::any_of(words_of(measure), [&](const std::string& word) {
    const WordId id = known.find(word);
    return id != 0 && (known.is(id, WordClass::kill_verb) || known.is(id, WordClass::die_verb) ||
                       known.is(id, WordClass::killed_noun) || known.is(id, WordClass::killed_adjective));
  });
}

bool speak_of_one(const Claim& title, const Claim& body) {
  if (unit_key(title.unit) != unit_key(body.unit) || title.unit == "percent") return false;
  if (at_other_times(title, body)) return false;
  if (tells_death(title.measure) || tells_death(body.measure))
    return tells_death(title.measure) && tells_death(body.measure);
  return title.measure.property == body.measure.property &&
         title.measure.population == body.measure.population && !(title.measure == Measure{});
}

// Nobody rounds what is counted in tens.
bool agree(const Value& a, const Value& b) {
  const Rivalry how = rivalry(a, b);
  return how == Rivalry::agree || (how == Rivalry::rounding && *number_of(a) >= Decimal(100));
}

// The figures of the first sentences of the body that have any.
std::vector<Index> first_figures(const Sheet& sheet, const std::vector<Index>& body) {
  std::vector<Index> first;
  std::size_t lines = 0;
  for (const Index i : body) {
    if (first.empty() || sentences_between(sheet, first.back(), i) > 0) ++lines;
    if (lines > kFirstLines) break;
    first.push_back(i);
  }
  return first;
}

// Rivals of one variable are told already.
bool is_told(const Checks& checks, Index a, Index b) {
  return std::ranges::any_of(checks.findings, [&](const Finding& f) {
    return f.verdict == Verdict::fails && rests_on(checks.sheet, f, a, b);
  });
}

// "621 cases in Kolvin", in the text 612: two digits changed places, of one kind of thing.
bool is_retyped(const Claim& title, const Claim& body) {
  return unit_key(title.unit) == unit_key(body.unit) && !at_other_times(title, body) &&
         !title.measure.population.empty() && title.measure.population == body.measure.population &&
         rivalry(*title.value, *body.value) == Rivalry::swapped;
}

void check_title(Checks& checks, Index title, const std::vector<Index>& body) {
  const Sheet& sheet = checks.sheet;
  const Claim& told = sheet.claim(title);
  if (!told.value || !is_exact(*told.value) || told.whole != kNone) return;
  const auto repeats = [&](Index i) {
    return unit_key(sheet.claim(i).unit) == unit_key(told.unit) && agree(*told.value, *sheet.claim(i).value);
  };
  if (std::ranges::any_of(body, repeats)) return;
  std::vector<Index> rivals;
  for (const Index i : first_figures(sheet, body)) {
    const Claim& c = sheet.claim(i);
    const bool rival = is_exact(*c.value) && c.whole == kNone && c.rule != "figure.base" &&
                       (speak_of_one(told, c) || is_retyped(told, c)) && near_in_size(*told.value, *c.value);
    if (rival) rivals.push_back(i);
  }
  // "151 people were killed in 139 fatal crashes": people beside people.
  const auto counts_alike = [&](Index i) { return sheet.claim(i).unit == told.unit; };
  if (std::ranges::any_of(rivals, counts_alike))
    std::erase_if(rivals, [&](Index i) { return !counts_alike(i); });
  const auto retyped = [&](Index i) { return is_retyped(told, sheet.claim(i)); };
  if (std::ranges::any_of(rivals, retyped)) std::erase_if(rivals, [&](Index i) { return !retyped(i); });
  std::set<Decimal> values;
  for (const Index i : rivals) values.insert(*number_of(*sheet.claim(i).value));
  if (values.size() != 1 || is_told(checks, title, rivals.front())) return;
  add(checks, {.verdict = Verdict::fails,
               .kind = "title",
               .claim = title,
               .against = {rivals.front()},
               .explanation = "the title says " + said(*told.value, told.period) + ", the text " +
                              said(*sheet.claim(rivals.front()).value, sheet.claim(rivals.front()).period),
               .suspect = "report",
               .rank = Rank::own_figures,
               .relative_size = percent_apart(*number_of(*told.value), *values.begin())});
}

}  // namespace

void check_titles(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  for (Index d = 0; d < sheet.documents.size(); ++d) {
    std::vector<Index> titles;
    std::vector<Index> body;
    const Index begin = sheet.first_claim[d];
    for (Index i = begin; i < begin + sheet.documents[d].claims.size(); ++i) {
      if (!sheet.counts(i) || !number_of(*sheet.claim(i).value)) continue;
      (sheet.claim(i).in_title ? titles : body).push_back(i);
    }
    const auto at = [&](Index i) { return sheet.claim(i).quote.begin; };
    std::ranges::stable_sort(body, {}, at);
    for (const Index title : titles) check_title(checks, title, body);
  }
}

}  // namespace tally
