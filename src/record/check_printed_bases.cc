// Changes whose one end the reader finds nearby: the number that they are said of stands in other words, in
// the sentence before, or at the head of the report.
//
//   "8,875 files. … an increase of 158 per cent on the 3,442 of 2022"
//   "143 people were killed or maimed. … The toll was down 9.5 percent from 158"
//   "3,823 in the first quarter. … 179 per cent more than a year before, when it was 1,371"
//
// What fits is told only where little could fit by chance: the narrower the words and the fewer the numbers
// around them, the more a fit says. It bears a change out, whatever number that was held against before, and
// never refutes one.
#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "record/change_bases.h"
#include "record/checks.h"
#include "record/far_bases.h"
#include "record/nearby.h"
#include "record/reckoning.h"
#include "record/rivalry.h"
#include "record/slots.h"

namespace tally {
namespace {

constexpr double kNoChance = 0.2;    // of a fit by chance, at most, where the base is printed
constexpr double kHardlyAny = 0.05;  // where neither end is
constexpr int kReach = 3;            // sentences
constexpr std::size_t kMostPairs = 400;

// How much of what two numbers may come to the words leave room for.
double room(const ChangeDetail& change) {
  if (!change.by) return openness(change);
  constexpr double kNear = 3;  // numbers of one text are of one size more often than by chance
  return kNear * std::pow(10, -surprise(Value::exact(*change.by)));
}

// Held already against something, but for numbers that stand further away than its own sentence.
bool is_settled(const Checks& checks, Index claim) {
  const Sheet& sheet = checks.sheet;
  const Id& id = sheet.claims[claim].id;
  const std::vector<Index> beside = printed_near(sheet, claim, 0);
  return std::ranges::any_of(checks.findings, [&](const Finding& f) {
    if (f.claim != id || !is_of_change(f) || f.verdict == Verdict::cannot_tell) return false;
    return f.verdict != Verdict::fails || std::ranges::any_of(f.against, [&](const Id& other) {
             return std::ranges::any_of(beside, [&](Index i) {
               return sheet.claims[i].id == other &&
                      number_of(*sheet.claim(i).value) != sheet.claim(claim).change->from;
             });
           });
  });
}

// Held against numbers that its words tie it to for certain: the ones that it prints itself.
bool fails_by_its_words(const Checks& checks, Index claim) {
  const ChangeDetail& change = *checks.sheet.claim(claim).change;
  return change.from && change.to;
}

bool may_be_end(const Sheet& sheet, Index i) {
  const Claim& c = sheet.claim(i);
  const auto number = is_printed(sheet, i) ? number_of(*c.value) : std::nullopt;
  return number && *number > Decimal(0) && c.unit != "percent" && c.unit != "percentage_point";
}

// People and what nobody knows the unit of may be one.
bool of_one_kind(const std::string& a, const std::string& b) {
  return unit_key(a) == unit_key(b);
}

bool printed_apart(const Claim& a, const Claim& b) {
  return at_other_times(a, b) && a.period_basis == Basis::printed && b.period_basis == Basis::printed;
}

std::vector<Index> ends_near(const Sheet& sheet, Index claim, int sentences) {
  std::vector<Index> near = printed_near(sheet, claim, sentences);
  std::erase_if(near, [&](Index i) {
    return !may_be_end(sheet, i) || printed_apart(sheet.claim(claim), sheet.claim(i));
  });
  std::ranges::stable_sort(near, {}, [&](Index i) { return sentences_between(sheet, claim, i); });
  return near;
}

// The numbers of its report that hardly any other is like.
std::vector<Index> rare_ends(const Sheet& sheet, Index claim) {
  constexpr int kRare = 3;  // digits
  const Index begin = sheet.first_claim[sheet.claims[claim].document];
  std::vector<Index> found;
  for (Index i = begin; i < begin + sheet.document_of(claim).claims.size(); ++i) {
    if (may_be_end(sheet, i) && surprise(*sheet.claim(i).value) >= kRare &&
        !printed_apart(sheet.claim(claim), sheet.claim(i)))
      found.push_back(i);
  }
  return found;
}

void tell(Checks& checks, Index claim, Index base, Index to, const Judgement& j) {
  const Id& id = checks.sheet.claims[claim].id;
  std::erase_if(checks.findings, [&](const Finding& f) { return f.claim == id && is_of_change(f); });
  const auto end = number_of(*checks.sheet.claim(to).value);
  const auto from =
      base == kNone ? checks.sheet.claim(claim).change->from : number_of(*checks.sheet.claim(base).value);
  add(checks, {.verdict = Verdict::holds,
               .kind = j.kind,
               .claim = claim,
               .against = {base, to},
               .explanation = j.words,
               .suspect = "",
               .rank = Rank::plain,
               .relative_size = from && end ? percent_apart(*end, *from) : std::nullopt});
}

std::optional<Judgement> fit(const Sheet& sheet, Index claim, const Stand& from, Index to) {
  const Claim& t = sheet.claim(to);
  const auto x = from.value.printed();
  if (!x || *x <= Decimal(0) || !tame(*x, *number_of(*t.value))) return std::nullopt;
  const Judgement j = judge({from, {*t.value, t.period, to}, true, false}, *sheet.claim(claim).change);
  return j.fits && !j.rounded ? std::optional(j) : std::nullopt;
}

// "Down 9.5 percent from 158": the number nearby that it leads to.
bool find_end(Checks& checks, Index claim) {
  const Sheet& sheet = checks.sheet;
  const ChangeDetail& change = *sheet.claim(claim).change;
  const Index base = base_told(sheet, claim);
  const Stand from{as_told(sheet, claim, *change.from), change.base_period, base};
  const std::string unit = base == kNone || sheet.claim(base).unit == "percent" ? "" : sheet.claim(base).unit;
  for (int reach = 0; reach <= kReach + 1; ++reach) {
    // Where numbers of its kind are few, it may stand anywhere in the report.
    std::vector<Index> near = reach > kReach ? rare_ends(sheet, claim) : ends_near(sheet, claim, reach);
    std::erase_if(near, [&](Index i) {
      const bool known = base != kNone && sheet.claim(base).unit != "percent";
      return i == base || number_of(*sheet.claim(i).value) == change.from ||
             (known && !of_one_kind(sheet.claim(i).unit, unit));
    });
    const double most = reach > kReach ? kHardlyAny : kNoChance;
    if (static_cast<double>(near.size()) * room(change) > most) return false;
    for (const Index to : near) {
      if (base != kNone && later_than(sheet.claim(base), sheet.claim(to))) continue;
      if (const auto j = fit(sheet, claim, from, to)) {
        tell(checks, claim, base, to, *j);
        return true;
      }
    }
  }
  return false;
}

// Neither end is printed with it: two numbers nearby that it runs between.
bool find_ends(Checks& checks, Index claim) {
  const Sheet& sheet = checks.sheet;
  const ChangeDetail& change = *sheet.claim(claim).change;
  for (int reach = 0; reach < kReach; ++reach) {
    const std::vector<Index> near = ends_near(sheet, claim, reach);
    const std::size_t pairs = near.size() * near.size();
    const bool own = !near.empty() && sentences_between(sheet, claim, near.front()) == 0;
    if (pairs > kMostPairs || static_cast<double>(pairs) / 2 * room(change) > kHardlyAny) return false;
    for (const Index base : near) {
      for (const Index to : near) {
        const Claim& b = sheet.claim(base);
        if (base == to || !of_one_kind(b.unit, sheet.claim(to).unit) || later_than(b, sheet.claim(to)))
          continue;
        // Of the numbers of its own sentence it speaks in any case.
        if (own && sentences_between(sheet, claim, base) > 0 && sentences_between(sheet, claim, to) > 0)
          continue;
        const auto j = fit(sheet, claim, {*b.value, b.period, base}, to);
        if (!j) continue;
        tell(checks, claim, base, to, *j);
        return true;
      }
    }
  }
  return false;
}

}  // namespace

void check_printed_bases(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.kind != ClaimKind::change || !c.change || sheet.out[i] || c.modality == Modality::negated ||
        c.modality == Modality::asked)
      continue;
    const ChangeDetail& change = *c.change;
    const bool says_how_far = change.percent || change.by || change.factor;
    if (!says_how_far || is_settled(checks, i) || fails_by_its_words(checks, i)) continue;
    if (change.from) {
      (void)find_end(checks, i);
    } else if (!change.to && !change.factor) {
      (void)find_ends(checks, i);
    }
  }
}

}  // namespace tally
