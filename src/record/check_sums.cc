// Parts against their whole: "202 men and 845 women" beside 1,047; the parts of a head-count; the
// share that a part has of the whole.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/slots.h"
#include "tally/rounding.h"

namespace tally {
namespace {

// Parts that come within a fifth of their whole were meant to make it up.
constexpr double kMeantToSum = 0.2;

struct Sum {
  Decimal total = 0;
  bool exact = true;
  std::string words;
};

std::optional<Sum> sum_of(const std::vector<Value>& parts) {
  Sum sum;
  for (const Value& part : parts) {
    if (!part.best) return std::nullopt;
    const auto next = sum.total.plus(*part.best);
    if (!next) return std::nullopt;
    sum.total = *next;
    sum.exact = sum.exact && is_exact(part);
    sum.words += (sum.words.empty() ? "" : " + ") + in_words(part);
  }
  sum.words += " = " + in_words(sum.total);
  return sum;
}

struct Whole {
  Value value;
  Index claim = kNone;  // the finding's own claim
  std::vector<Index> against;
  // The parts are all there is and share nothing; else they may leave some out, or count some twice.
  bool exhaustive = true;
};

void judge(Checks& checks, const Whole& whole, const std::vector<Value>& parts) {
  const auto sum = parts.size() < 2 ? std::nullopt : sum_of(parts);
  if (!sum) return;
  Value total = Value::exact(sum->total);
  if (!sum->exact) total.modifier = Modifier::about;
  const Rivalry how = rivalry(whole.value, total);
  Draft draft{.verdict = Verdict::holds,
              .kind = "sum",
              .claim = whole.claim,
              .against = whole.against,
              .explanation = sum->words,
              .suspect = "",
              .rank = Rank::plain,
              .relative_size = std::nullopt};
  if (how == Rivalry::agree || how == Rivalry::rounding) {
    if (number_of(whole.value) != sum->total) draft.explanation += ", which fits " + in_words(whole.value);
    return add(checks, std::move(draft));
  }
  const auto printed = number_of(whole.value);
  if (!printed || printed->is_zero()) return;
  const double gap = (sum->total.to_double() - printed->to_double()) / printed->to_double();
  // Parts that fall far short name only some; parts far beyond it overlap or count something else.
  if (gap < -kMeantToSum || gap > kMeantToSum || (gap < 0 && !whole.exhaustive)) return;
  const auto by = sum->total.minus(*printed).value_or(Decimal(0));
  draft.explanation +=
      ", " + in_words(by.abs()) + (by.is_negative() ? " less than " : " more than ") + in_words(whole.value);
  draft.relative_size = percent_apart(sum->total, *printed);
  draft.verdict =
      is_exact(whole.value) && sum->exact && whole.exhaustive ? Verdict::fails : Verdict::cannot_tell;
  draft.rank = Rank::own_figures;
  if (draft.verdict == Verdict::fails) draft.suspect = "report";
  add(checks, std::move(draft));
}

// The sum is what comes later in the text: the parts in brackets, or the total that closes a list.
Whole arranged(const Sheet& sheet, Index whole, const std::vector<Index>& parts) {
  Whole w;
  w.value = *sheet.claim(whole).value;
  const bool parts_later = sheet.claim(parts.front()).quote.begin > sheet.claim(whole).quote.begin;
  w.claim = parts_later ? parts.front() : whole;
  if (parts_later) w.against.push_back(whole);
  for (const Index part : parts) w.against.push_back(part);
  return w;
}

// Percentages of a whole are checked against it, not added to it.
bool is_share(const Claim& claim) {
  return claim.unit == "percent";
}

void check_share(Checks& checks, Index share, Index whole, const std::vector<Index>& parts) {
  const Sheet& sheet = checks.sheet;
  const auto total = number_of(*sheet.claim(whole).value);
  const auto percent = sheet.claim(share).value->best;
  if (!total || !percent || total->is_zero()) return;
  for (const Index part : parts) {
    const auto count = number_of(*sheet.claim(part).value);
    const Measure& counted = sheet.claim(part).measure;
    const Measure& shared = sheet.claim(share).measure;
    // The share of one place says nothing of another's part.
    if (!count || counted.population != shared.population || counted.place != shared.place) continue;
    const auto actual = Decimal::round(count->to_double() / total->to_double() * 100, 2);
    if (!actual) continue;
    const bool fits = percent_stretch(*sheet.claim(share).value).holds(*actual);
    add(checks, {.verdict = fits ? Verdict::holds : Verdict::fails,
                 .kind = "share",
                 .claim = share,
                 .against = {part, whole},
                 .explanation = in_words(*count) + " of " + in_words(*total) + " is " + in_words(*actual) +
                                " %" + (fits ? ": " : ", not ") + in_words(*sheet.claim(share).value) + " %" +
                                (fits ? " fits" : ""),
                 .suspect = fits ? "" : "report",
                 .rank = fits ? Rank::plain : Rank::own_figures,
                 .relative_size = percent_apart(*actual, *percent)});
  }
}

void check_figures(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  std::map<Index, std::vector<Index>> parts_of;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Index whole = sheet.tied(i, sheet.claim(i).whole);
    if (whole != kNone && whole != i && sheet.counts(i) && sheet.counts(whole)) parts_of[whole].push_back(i);
  }
  for (auto& [whole, all] : parts_of) {
    std::vector<Index> parts;
    std::vector<Value> values;
    for (const Index i : all) {
      // One part may be printed twice, in the title and below it.
      const auto same = [&](Index other) {
        return sheet.claim(other).measure == sheet.claim(i).measure &&
               *sheet.claim(other).value == *sheet.claim(i).value;
      };
      if (is_share(sheet.claim(i)) != is_share(sheet.claim(whole)) || std::ranges::any_of(parts, same))
        continue;
      parts.push_back(i);
      values.push_back(*sheet.claim(i).value);
    }
    for (const Index i : all) {
      if (is_share(sheet.claim(i)) && !is_share(sheet.claim(whole))) check_share(checks, i, whole, parts);
    }
    // "… or 141 million in all. Of that, 61 million …": what is told later is no further part of the sum.
    const auto all_told = [&](Index i) { return sheet.claim(i).exhaustive; };
    if (std::ranges::count_if(parts, all_told) >= 2 && !std::ranges::all_of(parts, all_told)) {
      std::erase_if(parts, [&](Index i) { return !all_told(i); });
      values.clear();
      for (const Index i : parts) values.push_back(*sheet.claim(i).value);
    }
    if (parts.size() < 2) continue;
    Whole w = arranged(sheet, whole, parts);
    w.exhaustive = std::ranges::all_of(parts, [&](Index i) { return sheet.claim(i).exhaustive; });
    judge(checks, w, values);
  }
}

// Figures that stand side by side and that no words call parts, but that add up to another figure
// of their report to the digit. They can bear it out, never refute it.
constexpr std::size_t kLongestList = 8;
constexpr std::uint32_t kOneBreath = 160;  // bytes between two parts of one list

bool side_by_side(const Claim& a, const Claim& b) {
  // "About 1,900 evacuees … a further 1,500": what is left out is the same; boats are no people.
  const bool one_kind = a.unit == b.unit || (unit_key(a.unit) == unit_key(b.unit) &&
                                             (a.measure.population.empty() || b.measure.population.empty()));
  return one_kind && a.modality == b.modality && b.quote.end > a.quote.end &&
         b.quote.begin < a.quote.end + kOneBreath && number_of(*b.value) && !is_share(a);
}

// The same words, told once for all of them: "sixty-four of them died in Mamuju and nine in Majene".
bool is_one_list(const Sheet& sheet, const std::vector<Index>& parts) {
  const Measure& first = sheet.claim(parts.front()).measure;
  return std::ranges::all_of(parts, [&](Index i) {
    const Measure& m = sheet.claim(i).measure;
    return sentences_between(sheet, parts.front(), i) == 0 && m.property == first.property &&
           m.population == first.population;
  });
}

// "Some 151": the word hedges, the digits do not.
bool is_to_the_digit(const Value& value) {
  const auto printed = value.printed();
  return printed && value.modifier == Modifier::about && *printed >= Decimal(100) &&
         last_unit(*printed, value.step) == Decimal(1);
}

// Two numbers that make a third to the digit are worth telling where the third is no small one.
bool is_no_chance(const Value& whole, std::size_t parts, bool one_list) {
  const auto number = whole.printed();
  if (!number) return false;
  if (one_list) return *number >= Decimal(20);
  return (is_exact(whole) || is_to_the_digit(whole)) && *number >= Decimal(parts >= 3 ? 50 : 100) &&
         surprise(whole) >= 2;
}

// What is summed up stands for itself, or is told as a bound at the same hour: "at least 34".
bool sums_up(const Claim& whole, Decimal total, bool one_list) {
  if (whole.value->printed() != total) return false;
  return is_exact(*whole.value) || is_to_the_digit(*whole.value) ||
         (one_list && whole.value->modifier == Modifier::at_least);
}

// In one sentence with the parts, and another figure of their kind between: an item of the list. A
// number stands at the end of its quote.
bool stands_in_list(const Sheet& sheet, Index whole, const std::vector<Index>& parts,
                    const std::vector<Index>& figures) {
  if (sentences_between(sheet, whole, parts.front()) > 0) return false;
  const auto end_of = [&](Index i) { return sheet.claim(i).quote.end; };
  const std::uint32_t last = end_of(std::ranges::max(parts, {}, end_of));
  return std::ranges::any_of(figures, [&](Index i) {
    return i != whole && end_of(i) > last && end_of(i) < end_of(whole) &&
           unit_key(sheet.claim(i).unit) == unit_key(sheet.claim(whole).unit);
  });
}

// Plans and forecasts add up too.
bool may_be_summed(const Sheet& sheet, Index i) {
  if (!is_printed(sheet, i) || !sheet.claim(i).value->printed()) return false;
  const Modality modality = sheet.claim(i).modality;
  return modality == Modality::observed || modality == Modality::planned || modality == Modality::forecast;
}

// Figures of one report, in order and by what they print.
struct Printed {
  std::vector<Index> figures;
  std::map<Decimal, std::vector<Index>> by_value;
};

void look_for_whole(Checks& checks, const std::vector<Index>& parts, const Printed& printed) {
  const Sheet& sheet = checks.sheet;
  std::vector<Value> values;
  values.reserve(parts.size());
  for (const Index i : parts) values.push_back(*sheet.claim(i).value);
  const auto sum = sum_of(values);
  if (!sum) return;
  const auto wholes = printed.by_value.find(sum->total);
  if (wholes == printed.by_value.end()) return;
  const bool one_list = is_one_list(sheet, parts);
  for (const Index whole : wholes->second) {
    const Claim& c = sheet.claim(whole);
    if (std::ranges::find(parts, whole) != parts.end() || !sums_up(c, sum->total, one_list)) continue;
    const Claim& first = sheet.claim(parts.front());
    const bool one_time = !c.period || !first.period || c.period->overlaps(*first.period);
    if (unit_key(c.unit) != unit_key(first.unit) || !one_time ||
        stands_in_list(sheet, whole, parts, printed.figures) ||
        !is_no_chance(*c.value, parts.size(), one_list))
      continue;
    const Whole w = arranged(sheet, whole, parts);
    judge(checks, w, values);
    return;
  }
}

void check_lists(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  for (Index d = 0; d < sheet.documents.size(); ++d) {
    Printed printed;
    std::vector<Index>& figures = printed.figures;
    const Index begin = sheet.first_claim[d];
    for (Index i = begin; i < begin + sheet.documents[d].claims.size(); ++i) {
      if (!may_be_summed(sheet, i)) continue;
      figures.push_back(i);
      printed.by_value[*sheet.claim(i).value->printed()].push_back(i);
    }
    for (std::size_t f = 0; f < figures.size(); ++f) {
      std::vector<Index> parts = {figures[f]};
      for (std::size_t g = f + 1; g < figures.size() && parts.size() < kLongestList; ++g) {
        // "1,900 of the 3,400 … A further 1,500": what the parts are parts of stands among them.
        if (sheet.tied(parts.back(), sheet.claim(parts.back()).whole) == figures[g]) continue;
        if (!side_by_side(sheet.claim(parts.back()), sheet.claim(figures[g]))) break;
        parts.push_back(figures[g]);
        look_for_whole(checks, parts, printed);
      }
    }
  }
}

// Parts that an event lists, where no figures of their own stand for them.
void check_events(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  std::set<Index> told;  // events whose parts are figures
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (sheet.claim(i).whole != kNone) told.insert(sheet.tied(i, sheet.claim(i).happening));
  }
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.kind != ClaimKind::event || !c.event || !c.event->count || c.event->parts.size() < 2 ||
        sheet.out[i])
      continue;
    const bool as_figures = told.contains(i);
    // The dead and the injured are no parts of one head-count unless it says so.
    const bool roles_differ = std::ranges::any_of(c.event->parts, [&](const EventPart& p) {
      return !p.role.empty() && p.role != c.event->parts.front().role;
    });
    if (as_figures || roles_differ) continue;
    std::vector<Value> values;
    for (const EventPart& part : c.event->parts) values.push_back(part.value);
    judge(checks, {*c.event->count, i, {}}, values);
  }
}

}  // namespace

void check_sums(Checks& checks) {
  check_figures(checks);
  check_lists(checks);
  check_events(checks);
}

}  // namespace tally
