// Changes whose base the text leaves to the reader: "27 more than the ministry", "240 fewer than it
// had announced in October", "a fall of 33 per cent" beside two numbers. Where the numbers that they
// run between are printed, here or in another report, they are borne out by them; only what stands
// right before them ("from 68,390 to 67,715, a fall of 1.8 %") can refute them.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "record/far_bases.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/reckoning.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "tally/rounding.h"

namespace tally {
namespace {

// Two numbers beside the change that it may run between.
struct Between {
  Index from = kNone;
  Index to = kNone;
};

bool may_run(const Sheet& sheet, Index from, Index to) {
  const Claim& a = sheet.claim(from);
  const Claim& b = sheet.claim(to);
  const auto x = number_of(*a.value);
  const auto y = number_of(*b.value);
  if (from == to || !x || !y || *x <= Decimal(0) || *y <= Decimal(0) || *x == *y || !tame(*x, *y))
    return false;
  const bool per_one = a.unit.starts_with(b.unit + "_per_") || b.unit.starts_with(a.unit + "_per_");
  if (a.unit == "percent" || (unit_key(a.unit) != unit_key(b.unit) && !per_one)) return false;
  return !later_than(a, b);
}

// "Almost 17,000 trains were cancelled, a rise of 14 per cent. … 16,917 did not run": the number itself.
bool stands_for(const Sheet& sheet, Index subject, Index figure) {
  if (subject == figure) return true;
  const Claim& a = sheet.claim(subject);
  const Claim& b = sheet.claim(figure);
  if (is_exact(*a.value) || !is_exact(*b.value) || unit_key(a.unit) != unit_key(b.unit)) return false;
  const Rivalry how = rivalry(*a.value, *b.value);
  return (how == Rivalry::agree || how == Rivalry::rounding) && !at_other_times(a, b);
}

// The number that it starts from stands in its own sentence.
bool starts_from(const Sheet& sheet, Index claim, Decimal number) {
  return std::ranges::any_of(printed_near(sheet, claim, 0),
                             [&](Index i) { return sheet.claim(i).value->printed() == number; });
}

// All that stand so near, or only those of what the change is said of.
std::vector<Between> pairs_beside(const Sheet& sheet, Index claim, int sentences, bool of_any = false) {
  std::vector<Index> near = printed_near(sheet, claim, sentences);
  std::vector<Between> pairs;
  const Index subject = of_any ? kNone : subject_of(sheet, claim);
  for (const Index from : near) {
    for (const Index to : near) {
      const bool of_subject =
          subject == kNone || stands_for(sheet, subject, to) || stands_for(sheet, subject, from);
      if (!of_subject) continue;
      // "Have tripled since 2021, when there were 1,310": it starts from no other number.
      const auto& told = sheet.claim(claim).change->from;
      if (told && sheet.claim(from).value->printed() != told && (!of_any || starts_from(sheet, claim, *told)))
        continue;
      if (may_run(sheet, from, to)) pairs.push_back({from, to});
    }
  }
  return pairs;
}

// The two numbers make the change to its digits; nullopt where they do not.
std::optional<Judgement> judged_by(const Sheet& sheet, const Between& pair, const ChangeDetail& change) {
  const Claim& a = sheet.claim(pair.from);
  const Claim& b = sheet.claim(pair.to);
  Judgement j = judge({{*a.value, a.period, pair.from}, {*b.value, b.period, pair.to}, true, false}, change);
  return j.fits && !j.rounded ? std::optional(std::move(j)) : std::nullopt;
}

void bear_out(Checks& checks, Index claim, const Between& pair, const Judgement& judgement) {
  const Value& from = *checks.sheet.claim(pair.from).value;
  const Value& to = *checks.sheet.claim(pair.to).value;
  add(checks, {.verdict = Verdict::holds,
               .kind = judgement.kind,
               .claim = claim,
               .against = {pair.from, pair.to},
               .explanation = judgement.words,
               .suspect = "",
               .rank = Rank::plain,
               .relative_size = percent_apart(*number_of(to), *number_of(from))});
}

// The percentage is that of the two numbers rounded, not cut off, and they are of the times that it is told
// of.
bool is_closely_met(const Sheet& sheet, const Between& pair, const ChangeDetail& change) {
  const Claim& from = sheet.claim(pair.from);
  const auto& base = change.base_period;
  if (base && base->known() && from.period && from.period->known() && *base != *from.period) return false;
  if (!change.percent) return true;
  const double x = number_of(*from.value)->to_double();
  const double y = number_of(*sheet.claim(pair.to).value)->to_double();
  const double off = std::abs(std::abs(y / x - 1) * 100 - change.percent->to_double());
  return change.modifier != Modifier::exact || off <= change.step.to_double() / 2;
}

// "… was seen by 8,215, 31 % fewer": two numbers nearby that it fits, where few are; of what the change is
// said of, else of anything.
bool bear_out_beside(Checks& checks, Index claim) {
  constexpr double kNoChance = 0.25;
  constexpr double kOfAny = 0.1;
  const ChangeDetail& change = *checks.sheet.claim(claim).change;
  for (const bool of_any : {false, true}) {
    for (const int sentences : {0, 1, 2, 4}) {
      const auto pairs = pairs_beside(checks.sheet, claim, sentences, of_any);
      const bool doubtful = of_any || sentences > 2;
      if (chance(pairs.size(), openness(change)) > (doubtful ? kOfAny : kNoChance)) break;
      for (const Between& pair : pairs) {
        const auto judgement = judged_by(checks.sheet, pair, change);
        if (!judgement || (doubtful && !is_closely_met(checks.sheet, pair, change))) continue;
        bear_out(checks, claim, pair, *judgement);
        return true;
      }
    }
  }
  return false;
}

// The change from one number to another that a percentage right after it speaks of: "from 68,390 to
// 67,715, a fall of 1.8 %".
Index run_before(const Sheet& sheet, Index claim) {
  constexpr std::uint32_t kRightAfter = 24;  // bytes
  const Claim& c = sheet.claim(claim);
  Index found = kNone;
  const Index begin = sheet.first_claim[sheet.claims[claim].document];
  for (Index i = begin; i < begin + sheet.document_of(claim).claims.size(); ++i) {
    const Claim& other = sheet.claim(i);
    if (i == claim || other.kind != ClaimKind::change || !other.change || !other.change->from ||
        !other.change->to)
      continue;
    if (other.quote.end > c.quote.begin || c.quote.begin - other.quote.end > kRightAfter) continue;
    if (other.change->direction == c.change->direction && sentences_between(sheet, i, claim) == 0) found = i;
  }
  return found;
}

bool judge_apposition(Checks& checks, Index claim) {
  const ChangeDetail& change = *checks.sheet.claim(claim).change;
  const Index run = change.percent || change.by ? run_before(checks.sheet, claim) : kNone;
  if (run == kNone) return false;
  const ChangeDetail& told = *checks.sheet.claim(run).change;
  if (!tame(*told.from, *told.to)) return false;
  Ends ends;
  ends.from.value = Value::exact(*told.from);
  ends.from.period = told.base_period;
  ends.to.value = Value::exact(*told.to);
  ends.to.period = checks.sheet.claim(run).period;
  const Judgement j = judge(ends, change);
  add(checks, {.verdict = j.fits ? (j.rounded ? Verdict::explained : Verdict::holds) : Verdict::fails,
               .kind = j.kind,
               .claim = claim,
               .against = {run},
               .explanation = j.words,
               .suspect = j.fits ? "" : "report",
               .rank = j.fits ? Rank::plain : Rank::own_figures,
               .relative_size = percent_apart(*told.to, *told.from)});
  return true;
}

Finding* failing_of(Checks& checks, Index claim) {
  const Id& id = checks.sheet.claims[claim].id;
  const auto found = std::ranges::find_if(checks.findings, [&](const Finding& f) {
    return f.verdict == Verdict::fails && is_of_change(f) && f.claim == id;
  });
  return found == checks.findings.end() ? nullptr : &*found;
}

// The unit of the number in its own sentence that the change was held against; empty where that stands
// elsewhere.
std::string unit_of_base(const Sheet& sheet, const Finding& failing, Index claim) {
  for (const Index i : printed_near(sheet, claim, 0)) {
    if (i != claim && std::ranges::find(failing.against, sheet.claims[i].id) != failing.against.end() &&
        !(sheet.claim(claim).change->to && sheet.claim(i).value->printed() == sheet.claim(claim).change->to))
      return unit_key(sheet.claim(i).unit);
  }
  return {};
}

// "From 86 in that year to 74 in 2014, 69 in 2015 and 58 in 2016. That is a drop of 33 per cent": it was held
// against a number that it does not fit, beside one that it fits. Where chance may have a hand in it, nothing
// is said at all.
void reconsider(Checks& checks, Index claim) {
  constexpr double kLikely = 0.5;
  const ChangeDetail& change = *checks.sheet.claim(claim).change;
  Finding* failing = failing_of(checks, claim);
  if (failing == nullptr) return;
  const std::string held_against = unit_of_base(checks.sheet, *failing, claim);
  const auto pairs = pairs_beside(checks.sheet, claim, 1, true);
  for (const Between& pair : pairs) {
    const auto judgement = judged_by(checks.sheet, pair, change);
    if (!judgement || held_against == unit_key(checks.sheet.claim(pair.from).unit)) continue;
    checks.findings.erase(checks.findings.begin() + (failing - checks.findings.data()));
    if (chance(pairs.size(), openness(change)) > kLikely) return;
    return bear_out(checks, claim, pair, *judgement);
  }
}

std::set<Id> settled(const Checks& checks) {
  std::set<Id> claims;
  for (const Finding& f : checks.findings) {
    if (f.verdict != Verdict::cannot_tell) claims.insert(f.claim);
  }
  return claims;
}

// "The difference of 59": of the two numbers told last before it.
void bear_out_gap(Checks& checks, Index gap) {
  const Sheet& sheet = checks.sheet;
  const std::vector<std::string> before = plain_words(words_up_to(sheet, gap));
  const std::size_t n = before.size();
  if (n < 2 || (before[n - 1] != "of" && before[n - 1] != "is") ||
      (before[n - 2] != "difference" && before[n - 2] != "gap"))
    return;
  std::vector<Index> told;
  for (const Index i : printed_near(sheet, gap, 2)) {
    if (number_end(sheet, i) < number_end(sheet, gap) && number_of(*sheet.claim(i).value)) told.push_back(i);
  }
  std::ranges::stable_sort(told, {}, [&](Index i) { return number_end(sheet, i); });
  if (told.size() < 2) return;
  const Index a = told[told.size() - 2];
  const Index b = told.back();
  const Decimal x = *number_of(*sheet.claim(a).value);
  const Decimal y = *number_of(*sheet.claim(b).value);
  const auto apart = x.minus(y);
  if (!apart || apart->abs() != *number_of(*sheet.claim(gap).value)) return;
  add(checks, {.verdict = Verdict::holds,
               .kind = "difference_by",
               .claim = gap,
               .against = {a, b},
               .explanation = in_words(std::max(x, y)) + " less " + in_words(std::min(x, y)) + " is " +
                              in_words(apart->abs()),
               .suspect = "",
               .rank = Rank::plain,
               .relative_size = percent_apart(x, y)});
}

// "Requests have tripled since the lists were found": what nobody gives the numbers of, nobody can tell.
void leave_open(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  std::set<Id> told;
  for (const Finding& f : checks.findings) told.insert(f.claim);
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.kind != ClaimKind::change || !c.change || sheet.out[i] || c.modality != Modality::observed)
      continue;
    const ChangeDetail& change = *c.change;
    if ((!change.by && !change.percent && !change.factor) || told.contains(sheet.claims[i].id)) continue;
    const bool dated = change.base_period && change.base_period->known();
    add(checks, {.verdict = Verdict::cannot_tell,
                 .kind = change.percent ? "percent"
                         : change.by    ? "difference_by"
                                        : "factor",
                 .claim = i,
                 .against = {},
                 .explanation = "no numbers on record that it speaks of: it would take those of " +
                                (dated ? said(*change.base_period) : std::string("before")) + " and of now",
                 .suspect = "",
                 .rank = Rank::plain,
                 .relative_size = std::nullopt});
  }
}

}  // namespace

void check_stray_changes(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  const std::set<Id> done = settled(checks);
  std::optional<FarBases> bases;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (is_printed(sheet, i) && number_of(*c.value)) bear_out_gap(checks, i);
    if (c.kind != ClaimKind::change || !c.change || sheet.out[i]) continue;
    if (!c.change->by && !c.change->percent && !c.change->factor) continue;
    reconsider(checks, i);
    if (c.modality == Modality::negated || c.modality == Modality::asked || done.contains(sheet.claims[i].id))
      continue;
    if (judge_apposition(checks, i)) continue;
    if (!c.change->by && bear_out_beside(checks, i)) continue;
    if (!bases) bases.emplace(sheet);
    if (!bases->bear_out(checks, i) && c.change->by) (void)bear_out_beside(checks, i);
  }
  leave_open(checks);
}

}  // namespace tally
