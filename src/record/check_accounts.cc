// Two counts of one thing that a report sets side by side itself, whatever variables they were aligned
// to: one that takes the place of another, or two authorities.
//
//   "905 people failed to clock in rather than 865"              a correction: explained
//   "The union said 1,140 had joined. The company put it at 865"  two authorities: explained
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "record/checks.h"
#include "record/counterpart_words.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/rival_counts.h"
#include "record/rivalry.h"
#include "record/shared_words.h"
#include "record/slots.h"
#include "record/told_corrections.h"
#include "record/told_counts.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr int kReach = 1;      // sentences
constexpr int kRevision = 15;  // percent

enum class Account { none, corrected, authority };

// Both count one thing, as far as their words go.
bool may_be_one(const Sheet& sheet, Index a, Index b) {
  const Claim& x = sheet.claim(a);
  const Claim& y = sheet.claim(b);
  return x.unit != "percent" && unit_key(x.unit) == unit_key(y.unit) && within_twice(*x.value, *y.value) &&
         !is_plan(x) && !is_plan(y) && !is_hedged(x) && !is_hedged(y) && !is_tied(sheet, a, b) &&
         same_or_unsaid(x.measure.place, y.measure.place) && !are_of_two_places(sheet, a, b);
}

// What stands right before the second number.
std::string_view words_before(const Sheet& sheet, Index a, Index b) {
  constexpr std::size_t kClose = 60;  // bytes
  const std::string_view text = text_between(sheet, a, b);
  return text.size() > kClose ? text.substr(text.size() - kClose) : text;
}

// "It is 179 and not 176; three have died since": the one for the other, whatever adds up beside them.
bool is_set_right(const Sheet& sheet, Index a, Index b) {
  const Claim& x = sheet.claim(a);
  const Claim& y = sheet.claim(b);
  return unit_key(x.unit) == unit_key(y.unit) && within_twice(*x.value, *y.value) && sets_right(sheet, a, b);
}

Account account_of(const Sheet& sheet, Index a, Index b) {
  if (!may_be_one(sheet, a, b)) return Account::none;
  const Claim& x = sheet.claim(a);
  const Claim& y = sheet.claim(b);
  if (sets_right(sheet, a, b) || y.rule == "figure.instead") return Account::corrected;
  const bool implied = x.period_basis == Basis::implied || y.period_basis == Basis::implied;
  const bool one_time = !at_other_times(x, y);
  const bool one_measure = same_or_unsaid(x.measure.population, y.measure.population) &&
                           same_or_unsaid(x.measure.property, y.measure.property);
  const bool one_kind = same_or_unsaid(x.measure.population, y.measure.population);
  const auto gap = percent_apart(*y.value->printed(), *x.value->printed());
  const bool slight = *x.value->printed() >= Decimal(20) && gap && *gap <= Decimal(kRevision);
  if (slight && one_kind && (one_time || implied) && !is_compared(sheet, a, b) &&
      !starts_a_change(sheet, b) && tells_earlier_count(words_before(sheet, a, b)))
    return Account::corrected;
  if (is_whole_told(sheet, a) || !one_time || !one_measure || starts_a_change(sheet, a) ||
      starts_a_change(sheet, b))
    return Account::none;
  const Index first = named_source(sheet, a);
  const Index second = named_source(sheet, b);
  const bool named = x.measure.population == y.measure.population &&
                     x.measure.property == y.measure.property && !(x.measure == Measure{});
  if (first != kNone && second != kNone && first != second && (named || sentences_between(sheet, a, b) == 0))
    return Account::authority;
  return Account::none;
}

// "… and came to 312 homes"
bool sums_to(const Sheet& sheet, Index i) {
  const std::vector<std::string> before = plain_words(words_up_to(sheet, i));
  return before.size() >= 2 && before.back() == "to";
}

// "It also lists 205 springs": beside the wells told before.
bool is_beside(const Sheet& sheet, Index i) {
  const std::vector<std::string> before = plain_words(words_up_to(sheet, i));
  return std::ranges::find(before, "also") != before.end();
}

// "412 departures were cancelled, Tessmer said. The union speaks of 460": somebody else's count of it.
bool is_other_count(const Sheet& sheet, Index a, Index b, const ToldCount& count) {
  constexpr double kBare = 3;
  constexpr double kNamed = 1.6;
  constexpr std::int64_t kLeast = 20;
  constexpr std::int64_t kLeastOwn = 10;  // where the words say that it is another count
  const Claim& x = sheet.claim(a);
  const Claim& y = sheet.claim(b);
  if (!x.value->printed() || !y.value->printed()) return false;
  // "More than 11 million … The authority disputes that and puts it at 6.8 million"
  const bool refuted = count.bare && rivalry(*x.value, *y.value) != Rivalry::agree;
  // "402 people will take redundancy, says the bank. The union says 455."
  const bool planned =
      (is_plan(x) || is_plan(y)) && !(count.bare && sentences_between(sheet, a, b) <= kReach);
  const bool other_thing = !count.bare && !same_or_unsaid(x.measure.population, y.measure.population);
  if (x.unit == "percent" || y.unit == "percent" || unit_key(x.unit) != unit_key(y.unit) || planned ||
      (other_thing && is_beside(sheet, b)) || ((is_hedged(x) || is_hedged(y)) && !refuted) ||
      is_tied(sheet, a, b) || is_whole_told(sheet, a) ||
      *x.value->printed() < Decimal(count.own ? kLeastOwn : kLeast))
    return false;
  if (!within_factor(*x.value, *y.value, count.bare && !count.has ? kBare : kNamed)) return false;
  const bool implied = x.period_basis == Basis::implied || y.period_basis == Basis::implied;
  if ((at_other_times(x, y) && !implied) || !same_or_unsaid(x.measure.place, y.measure.place)) return false;
  if (starts_a_change(sheet, a) || starts_a_change(sheet, b) || is_compared(sheet, a, b)) return false;
  if (are_of_two_places(sheet, a, b) || measures_its_own(x, y, count.subject)) return false;
  const Index first = named_source(sheet, a);
  const Index second = named_source(sheet, b);
  if (first != kNone && first == second) return false;
  // "The bill came to 312 million": a sum, where nobody else counts.
  if (!count.bare && !count.own && !count.subject.empty() && sums_to(sheet, b) &&
      (first == kNone || second == kNone))
    return false;
  return count.subject.empty() || told_count(sheet, a).subject != count.subject;
}

// Of one kind and of one printed time.
bool is_one_count(const Claim& x, const Claim& y) {
  return !x.measure.population.empty() && x.measure.population == y.measure.population && x.period &&
         x.period->known() && x.period == y.period;
}

// Both say when, and differ; what is only told of the day of the report may be of any.
bool are_at_other_times(const Claim& x, const Claim& y) {
  const bool told = y.period_basis == Basis::implied && y.period && y.period->grain() == Grain::day;
  return at_other_times(x, y) && !told;
}

// "51,460 were born … (several paragraphs on) The Fund, which pays for deliveries, arrives at a lower number:
// 51,020": of one time, or in like words.
bool is_far_count(const Sheet& sheet, Index a, Index b, const ToldCount& count) {
  constexpr double kNear = 1.6;
  constexpr double kTold = 3;  // of one kind and time, by somebody who puts it otherwise
  const Claim& x = sheet.claim(a);
  const Claim& y = sheet.claim(b);
  if (x.unit == "percent" || unit_key(x.unit) != unit_key(y.unit) || is_plan(x) || is_plan(y) ||
      is_hedged(x) || is_hedged(y) || is_tied(sheet, a, b) || is_whole_told(sheet, a) ||
      !within_factor(*x.value, *y.value, is_one_count(x, y) && count.bare ? kTold : kNear) ||
      surprise(*x.value) < 2 || are_at_other_times(x, y) ||
      !same_or_unsaid(x.measure.place, y.measure.place) || starts_a_change(sheet, a) ||
      starts_a_change(sheet, b))
    return false;
  const Index first = named_source(sheet, a);
  if ((first != kNone && first == named_source(sheet, b)) || is_added(sheet, a)) return false;
  const bool both_named = first != kNone && named_source(sheet, b) != kNone;
  const bool one_time = (both_named || count.own) && x.period && x.period->known() && x.period == y.period;
  const bool one_thing =
      (!x.measure.population.empty() && x.measure.population == y.measure.population) ||
      (count.own && !x.measure.property.empty() && x.measure.property == y.measure.property);
  return one_thing || (count.bare && (one_time || shared_words(sheet, a, b) > 0));
}

void tell(Checks& checks, Index a, Index b, Account account) {
  const Sheet& sheet = checks.sheet;
  const Value& x = *sheet.claim(a).value;
  const Value& y = *sheet.claim(b).value;
  // One for each of the two counts; listings show the first.
  for (const auto& [claim, other] : {std::pair(b, a), std::pair(a, b)}) {
    const bool told =
        std::ranges::any_of(checks.findings, [&, own = claim, beside = other](const Finding& f) {
          return f.verdict != Verdict::cannot_tell && f.kind != "sum" && f.kind != "difference_by" &&
                 f.claim == sheet.claims[own].id && rests_on(sheet, f, own, beside);
        });
    if (told) continue;
    Draft draft{.verdict = Verdict::explained,
                .kind = "revision",
                .claim = claim,
                .against = {other},
                .explanation = {},
                .suspect = "",
                .rank = Rank::revision,
                .relative_size = percent_apart(*y.printed(), *x.printed())};
    if (account == Account::corrected) {
      draft.explanation = in_words(x) + " beside " + in_words(y) +
                          ": the report says that one count took the place of the other" + apart(y, x);
    } else {
      draft.kind = "difference";
      draft.rank = Rank::authority;
      draft.explanation = two_authorities(sheet, a, b) + apart(x, y);
    }
    add(checks, std::move(draft));
  }
}

// What stands right before a number, within its sentence.
std::string_view words_to(const Sheet& sheet, Index i) {
  constexpr std::size_t kClose = 60;  // bytes
  const std::string_view text = sheet.document_of(i).text;
  const std::size_t end = std::min<std::size_t>(number_end(sheet, i), text.size());
  const std::size_t begin = end > kClose ? end - kClose : 0;
  const std::string_view words = text.substr(begin, end - begin);
  const auto stop = words.rfind(". ");
  return stop == std::string_view::npos ? words : words.substr(stop);
}

// Both print the same time, and differ no more than counts that are corrected do.
bool is_for_one_time(const Sheet& sheet, Index a, Index b) {
  const Claim& x = sheet.claim(a);
  const Claim& y = sheet.claim(b);
  const bool same = x.period && x.period->known() && x.period == y.period &&
                    x.period_basis == Basis::printed && y.period_basis == Basis::printed;
  if (!same || x.unit == "percent" || unit_key(x.unit) != unit_key(y.unit) ||
      !within_twice(*x.value, *y.value) || is_tied(sheet, a, b) ||
      !same_or_unsaid(x.measure.population, y.measure.population))
    return false;
  const auto gap = percent_apart(*y.value->printed(), *x.value->printed());
  return *x.value->printed() >= Decimal(20) && gap && *gap <= Decimal(kRevision);
}

// Right before this figure stands one of the printed time of b, which this one is not of.
bool gives_other_time(const Sheet& sheet, const std::vector<Index>& figures, std::size_t back, Index b) {
  constexpr std::size_t kFew = 3;
  const auto& wanted = sheet.claim(b).period;
  if (!wanted || !wanted->known() || sheet.claim(figures[back]).period == wanted) return false;
  for (std::size_t other = back; other > 0 && other + kFew > back; --other) {
    const Index i = figures[other - 1];
    if (sheet.claim(i).period == wanted && unit_key(sheet.claim(i).unit) == unit_key(sheet.claim(b).unit) &&
        within_twice(*sheet.claim(i).value, *sheet.claim(b).value))
      return true;
  }
  return false;
}

// The nearest figure before it in its report that it stands beside as another count of the same.
void look_back(Checks& checks, const std::vector<Index>& figures, std::size_t at,
               std::set<std::pair<Decimal, Decimal>>& told) {
  constexpr std::uint32_t kFarthest = 400;  // bytes
  constexpr std::uint32_t kOneText = 2400;
  const Sheet& sheet = checks.sheet;
  const Index b = figures[at];
  const std::uint32_t end = number_end(sheet, b);
  const bool earlier = tells_earlier_count(words_to(sheet, b));
  const ToldCount count = told_count(sheet, b);
  for (std::size_t back = at; back-- > 0;) {
    const Index a = figures[back];
    if (number_end(sheet, a) + kFarthest < end) {
      // "The figure for 2023 was first published as …": wherever the report gives that of 2023.
      if (earlier && is_for_one_time(sheet, a, b)) return tell(checks, a, b, Account::corrected);
      if (!earlier && (!count.told || number_end(sheet, a) + kOneText < end)) return;
      if (!earlier && is_far_count(sheet, a, b, count)) return tell(checks, a, b, Account::authority);
      continue;
    }
    if (is_set_right(sheet, a, b)) return tell(checks, a, b, Account::corrected);
    // "Of the 105, 95 died": what stands before belongs to the whole.
    if (is_tied(sheet, a, b)) return;
    if (earlier && is_for_one_time(sheet, a, b)) return tell(checks, a, b, Account::corrected);
    // "74 in 2010 and 51 last year … The board has 77 for 2010": of the same year.
    if (count.told && gives_other_time(sheet, figures, back, b)) continue;
    if (count.told && sentences_between(sheet, a, b) <= kReach + 1 && is_other_count(sheet, a, b, count))
      return tell(checks, a, b, count.earlier ? Account::corrected : Account::authority);
    if (count.told && sentences_between(sheet, a, b) > kReach + 1 && is_far_count(sheet, a, b, count))
      return tell(checks, a, b, Account::authority);
    if (!may_be_one(sheet, a, b) || sentences_between(sheet, a, b) > kReach) continue;
    const Account account = account_of(sheet, a, b);
    if (account == Account::none) continue;
    const Decimal one = *sheet.claim(a).value->printed();
    const Decimal other = *sheet.claim(b).value->printed();
    if (told.insert(std::minmax(one, other)).second) tell(checks, a, b, account);
    return;
  }
}

}  // namespace

void check_accounts(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  for (Index d = 0; d < sheet.documents.size(); ++d) {
    std::vector<Index> figures;
    const Index begin = sheet.first_claim[d];
    for (Index i = begin; i < begin + sheet.documents[d].claims.size(); ++i) {
      if (is_printed(sheet, i) && !sheet.claim(i).in_title) figures.push_back(i);
    }
    std::ranges::stable_sort(figures, {}, [&](Index i) { return number_end(sheet, i); });
    std::set<std::pair<Decimal, Decimal>> told;
    for (std::size_t at = 0; at < figures.size(); ++at) look_back(checks, figures, at, told);
  }
}

}  // namespace tally
