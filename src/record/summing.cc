// Adding up, with the room that rounded numbers leave.
#include "record/summing.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "record/fractions.h"
#include "record/nearby.h"
#include "record/rivalry.h"
#include "tally/rounding.h"

namespace tally {
namespace {

// Parts that come within a fifth of their whole were meant to make it up.
constexpr double kMeantToSum = 0.2;

// Half a unit of the last digit that counts, for hedged and round numbers; what is counted one by one
// has none. Round numbers have at least `zeros` behind their first two digits.
Decimal slack_of(const Value& value, Decimal number, Decimal least_unit) {
  const Decimal unit = last_unit(number, value.step);
  const auto larger = unit.shifted(1);
  const bool round = value.step != Decimal(1) || (unit >= least_unit && larger && *larger <= number.abs());
  if (is_exact(value) && !round) return 0;
  return Decimal::round(unit.to_double() / 2, 6).value_or(Decimal(0));
}

bool leaves_room(const Value& whole, const Sum& sum) {
  const auto low = sum.total.minus(sum.slack).value_or(sum.total);
  const auto high = sum.total.plus(sum.slack).value_or(sum.total);
  const Stretch reached{.low = low, .high = high};
  if (!whole.best) return stretch(whole).meets(reached);
  const Decimal slack = slack_of(whole, *whole.best, Decimal(10));
  const Stretch meant{.low = whole.best->minus(slack).value_or(*whole.best),
                      .high = whole.best->plus(slack).value_or(*whole.best)};
  return meant.meets(reached) || stretch(whole).meets(reached);
}

// "Of 3,105 contacts 2,481 have left, [570] are watched and 54 are ill": what the parts lack is printed
// beside them.
bool prints_rest(const Sheet& sheet, const Whole& whole, Decimal rest) {
  Span all = sheet.claim(whole.claim).quote;
  for (const Index i : whole.against) {
    if (sheet.claims[i].document != sheet.claims[whole.claim].document) return false;
    all = cover(all, sheet.claim(i).quote);
  }
  const std::string_view text = sheet.document_of(whole.claim).text;
  if (all.end > text.size()) return false;
  for (std::string token : fraction_tokens(text.substr(all.begin, all.size()))) {
    std::erase(token, ',');
    if (token == rest.to_string()) return true;
  }
  return false;
}

// "Comprised 17,480 cases of violence, 6,205 …, 8,340 … and 6,225 …", of the 38,250 told before: what was
// taken for the whole is a part as well.
bool is_part_of_more(const Sheet& sheet, const Whole& whole, Decimal total) {
  const auto all = whole.value.best ? total.plus(*whole.value.best) : std::nullopt;
  const Index document = sheet.claims[whole.claim].document;
  const Index begin = sheet.first_claim[document];
  for (Index i = begin; all && i < begin + sheet.documents[document].claims.size(); ++i) {
    if (is_printed(sheet, i) && sheet.claim(i).value->best == *all) return true;
  }
  return false;
}

// "£1.24 billion, and nine and £0.69 billion": no sum has parts that its other parts are too coarse for.
bool has_crumbs(const Sum& sum, const std::vector<Value>& parts) {
  constexpr double kCrumb = 1e-5;
  return std::ranges::any_of(parts, [&](const Value& part) {
    return part.best && part.best->to_double() < sum.total.to_double() * kCrumb;
  });
}

}  // namespace

std::optional<Sum> sum_of(const std::vector<Value>& parts) {
  Sum sum;
  for (const Value& part : parts) {
    if (!part.best) return std::nullopt;
    const auto next = sum.total.plus(*part.best);
    const auto slack = sum.slack.plus(slack_of(part, *part.best, Decimal(100)));
    if (!next || !slack) return std::nullopt;
    sum.total = *next;
    sum.slack = *slack;
    sum.exact = sum.exact && is_exact(part);
    sum.words += (sum.words.empty() ? "" : " + ") + in_words(part);
  }
  sum.words += " = " + in_words(sum.total);
  return sum;
}

std::vector<Value> values_of(const Sheet& sheet, const std::vector<Index>& claims) {
  std::vector<Value> values;
  values.reserve(claims.size());
  for (const Index i : claims) values.push_back(*sheet.claim(i).value);
  return values;
}

Whole arranged(const Sheet& sheet, Index whole, const std::vector<Index>& parts) {
  Whole w;
  w.value = *sheet.claim(whole).value;
  // A number stands at the end of its quote, where quotes begin alike.
  const Span first = sheet.claim(parts.front()).quote;
  const Span told = sheet.claim(whole).quote;
  const bool parts_later = first.begin > told.begin || (first.begin == told.begin && first.end > told.end);
  // The words of the list: what is left out of its later items is told in its first, so that their quotes
  // span it.
  const auto length = [&](Index i) {
    const Span quote = sheet.claim(i).quote;
    return quote.end - quote.begin;
  };
  const Index widest = *std::ranges::max_element(parts, {}, length);
  const bool spans = sheet.claim(widest).quote.overlaps(first) && length(widest) > length(parts.front());
  w.claim = !parts_later ? whole : spans ? widest : parts.front();
  if (parts_later) w.against.push_back(whole);
  for (const Index part : parts) w.against.push_back(part);
  return w;
}

void judge_sum(Checks& checks, const Whole& whole, const std::vector<Value>& parts) {
  const auto sum = parts.size() < 2 ? std::nullopt : sum_of(parts);
  if (!sum) return;
  Draft draft{.verdict = Verdict::holds,
              .kind = "sum",
              .claim = whole.claim,
              .against = whole.against,
              .explanation = sum->words,
              .suspect = "",
              .rank = Rank::plain,
              .relative_size = std::nullopt};
  if (leaves_room(whole.value, *sum)) {
    if (number_of(whole.value) != sum->total) draft.explanation += ", which fits " + in_words(whole.value);
    return add(checks, std::move(draft));
  }
  const auto printed = number_of(whole.value);
  if (!printed || printed->is_zero()) return;
  const double gap = (sum->total.to_double() - printed->to_double()) / printed->to_double();
  const bool complete = whole.exhaustive || (gap > 0 && whole.disjoint);
  // Parts that fall far short name only some; parts far beyond it overlap or count something else.
  if (gap < -kMeantToSum || gap > kMeantToSum || (gap < 0 && !complete)) return;
  const auto by = sum->total.minus(*printed).value_or(Decimal(0));
  if (has_crumbs(*sum, parts) || (by.is_negative() && prints_rest(checks.sheet, whole, by.abs())) ||
      is_part_of_more(checks.sheet, whole, sum->total))
    return;
  draft.explanation +=
      ", " + in_words(by.abs()) + (by.is_negative() ? " less than " : " more than ") + in_words(whole.value);
  draft.relative_size = percent_apart(sum->total, *printed);
  draft.verdict = is_exact(whole.value) && sum->exact && complete ? Verdict::fails : Verdict::cannot_tell;
  draft.rank = Rank::own_figures;
  if (draft.verdict == Verdict::fails) draft.suspect = "report";
  if (draft.verdict == Verdict::cannot_tell) draft.explanation += ", if none of them is counted twice";
  add(checks, std::move(draft));
}

}  // namespace tally
