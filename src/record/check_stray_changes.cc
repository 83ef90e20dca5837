// Changes whose base the text leaves to the reader: "27 more than the ministry", "240 fewer than it
// had announced in October", "673 more than a month before". Where the number that they lead to is
// printed, here or in another report, they are borne out by it; they are never refuted that way.
//
//   62,153 on 30 November, "673 more than a month before"   62,153 − 673 = 61,480, which another
//   report gives for 31 October: holds
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "record/nearby.h"
#include "record/reckoning.h"
#include "record/slots.h"

namespace tally {
namespace {

// How much more a coincidence must say, in decimal digits, than there are figures that it may hit.
constexpr double kMargin = 1.3;
constexpr int kSubjects = 4;  // figures near the change that it may speak of

using ByValue = std::map<std::pair<std::string, Decimal>, std::vector<Index>>;

struct Book {
  ByValue by_value;
  std::map<std::string, int> of_unit;
};

Book index_of(const Sheet& sheet) {
  Book book;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (!is_printed(sheet, i)) continue;
    const auto number = sheet.claim(i).value->printed();
    if (!number || surprise(Value::exact(*number)) < 2) continue;
    const std::string unit = unit_key(sheet.claim(i).unit);
    book.by_value[{unit, *number}].push_back(i);
    ++book.of_unit[unit];
  }
  return book;
}

// What speaks for a number being the base, beside its digits: it stands by, or in the time named.
double weight_of(const Sheet& sheet, Index claim, Index to, Index base) {
  const Claim& c = sheet.claim(claim);
  const Claim& b = sheet.claim(base);
  double weight = surprise(Value::exact(*b.value->printed()));
  if (sheet.claims[base].document == sheet.claims[claim].document) {
    constexpr int kNear = 1;
    weight += sentences_between(sheet, claim, base) <= kNear ? 3 : 1.5;
  }
  const auto& wanted = c.change->base_period;
  const Date told = sheet.document_of(base).published.date;
  if (wanted && wanted->known() &&
      ((b.period && b.period->overlaps(*wanted)) || (told.known() && wanted->overlaps(Period::of(told)))))
    weight += 1.5;
  const auto& at = sheet.claim(to).period;
  const auto before = at ? period_before(*at) : std::nullopt;
  if (before && b.period && b.period == before) weight += 1;
  return weight;
}

// The figures that the change may speak of: the one it is tied to, else those before it.
std::vector<Index> subjects_of(const Sheet& sheet, Index claim) {
  if (const Index subject = subject_of(sheet, claim); subject != kNone) return {subject};
  std::vector<Index> subjects;
  for (const Index i : printed_near(sheet, claim, 1)) {
    if (sheet.claim(i).quote.begin <= sheet.claim(claim).quote.begin && sheet.claim(i).unit != "percent")
      subjects.push_back(i);
  }
  std::ranges::reverse(subjects);
  if (subjects.size() > kSubjects) subjects.resize(kSubjects);
  return subjects;
}

std::optional<Decimal> base_wanted(const Claim& change, const Claim& to) {
  const auto end = number_of(*to.value);
  if (!end || !change.change->by) return std::nullopt;
  const Decimal by = *change.change->by;
  return change.change->direction == Direction::down ? end->plus(by) : end->minus(by);
}

bool later_than(const Claim& base, const Claim& to) {
  return base.period && to.period && base.period->known() && to.period->known() &&
         base.period->first_day() > to.period->last_day();
}

bool bear_out(Checks& checks, const Book& book, Index claim, Index to) {
  const Sheet& sheet = checks.sheet;
  const Claim& c = sheet.claim(claim);
  const auto wanted = base_wanted(c, sheet.claim(to));
  if (!wanted || *wanted <= Decimal(0)) return false;
  const std::string unit = unit_key(sheet.claim(to).unit);
  const auto found = book.by_value.find({unit, *wanted});
  if (found == book.by_value.end()) return false;
  const double least = std::log10(std::max(1, book.of_unit.at(unit))) + kMargin;
  Index best = kNone;
  for (const Index base : found->second) {
    if (base == to || later_than(sheet.claim(base), sheet.claim(to))) continue;
    if (weight_of(sheet, claim, to, base) < least) continue;
    if (best == kNone || weight_of(sheet, claim, to, base) > weight_of(sheet, claim, to, best)) best = base;
  }
  if (best == kNone) return false;
  const Claim& base = sheet.claim(best);
  const Ends ends{
      {*base.value, base.period, best}, {*sheet.claim(to).value, sheet.claim(to).period, to}, false, false};
  add(checks, {.verdict = Verdict::holds,
               .kind = "difference_by",
               .claim = claim,
               .against = {best, to},
               .explanation = difference_in_words(ends),
               .suspect = "",
               .rank = Rank::plain,
               .relative_size = percent_apart(*sheet.claim(to).value->printed(), *wanted)});
  return true;
}

std::set<Id> settled(const Checks& checks) {
  std::set<Id> claims;
  for (const Finding& f : checks.findings) {
    if (f.verdict != Verdict::cannot_tell) claims.insert(f.claim);
  }
  return claims;
}

}  // namespace

void check_stray_changes(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  const std::set<Id> done = settled(checks);
  std::optional<Book> book;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.kind != ClaimKind::change || !c.change || sheet.out[i] || !c.change->by || c.change->percent)
      continue;
    if (c.modality == Modality::negated || c.modality == Modality::asked || done.contains(sheet.claims[i].id))
      continue;
    if (!book) book = index_of(sheet);
    for (const Index to : subjects_of(sheet, i)) {
      if (bear_out(checks, *book, i, to)) break;
    }
  }
}

}  // namespace tally
