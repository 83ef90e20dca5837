// Two counts of one thing that a report sets side by side itself, whatever variables they were aligned
// to: one that takes the place of another, or two authorities.
//
//   "905 people failed to clock in rather than 865"              a correction: explained
//   "The union said 1,140 had joined. The company put it at 865"  two authorities: explained
#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/told_counts.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr int kReach = 1;  // sentences
constexpr double kTwice = 2;
constexpr int kRevision = 15;  // percent

enum class Account { none, corrected, authority };

bool within_twice(const Value& a, const Value& b) {
  const auto x = a.printed();
  const auto y = b.printed();
  if (!x || !y || *x == *y) return false;
  const double p = std::abs(x->to_double());
  const double q = std::abs(y->to_double());
  return p > 0 && q > 0 && p <= kTwice * q && q <= kTwice * p;
}

bool is_plan(const Claim& c) {
  return c.modality == Modality::planned || c.modality == Modality::forecast || c.modality == Modality::asked;
}

bool same_or_unsaid(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

bool is_tied(const Sheet& sheet, Index a, Index b) {
  return sheet.tied(a, sheet.claim(a).whole) == b || sheet.tied(b, sheet.claim(b).whole) == a ||
         (sheet.claim(a).whole != kNone && sheet.claim(a).whole == sheet.claim(b).whole);
}

// Who is named for a figure; kNone where nobody is.
Index named_source(const Sheet& sheet, Index i) {
  const auto& chain = sheet.claim(i).attribution;
  const bool named = !chain.empty() && !(chain.front().name.empty() && chain.front().role.empty());
  return named ? sheet.origin[i] : kNone;
}

bool is_hedged(const Claim& c) {
  return c.value->modifier != Modifier::exact && c.value->modifier != Modifier::about;
}

// Both count one thing, as far as their words go.
bool may_be_one(const Sheet& sheet, Index a, Index b) {
  const Claim& x = sheet.claim(a);
  const Claim& y = sheet.claim(b);
  return x.unit != "percent" && unit_key(x.unit) == unit_key(y.unit) && within_twice(*x.value, *y.value) &&
         !is_plan(x) && !is_plan(y) && !is_hedged(x) && !is_hedged(y) && !is_tied(sheet, a, b) &&
         same_or_unsaid(x.measure.place, y.measure.place);
}

// "Against 597,845", "compared with 13,813": two things, two times.
bool is_compared(const Sheet& sheet, Index a, Index b) {
  const Vocabulary& known = vocabulary();
  return std::ranges::any_of(plain_words(text_between(sheet, a, b)), [&](const std::string& word) {
    const WordId id = known.find(word);
    if (id == 0) return false;
    return known.is(id, WordClass::base_mark) ||
           known.is(known.lemma_id(id, Pos::verb), WordClass::compare_verb);
  });
}

// A change of its sentence starts from it.
bool starts_a_change(const Sheet& sheet, Index figure) {
  const Claim& c = sheet.claim(figure);
  if (c.rule == "figure.base") return true;
  const auto printed = c.value->printed();
  const Index begin = sheet.first_claim[sheet.claims[figure].document];
  const auto end = begin + sheet.document_of(figure).claims.size();
  constexpr Index kBeside = 12;  // claims: those of one sentence follow each other
  const Index first = figure > begin + kBeside ? figure - kBeside : begin;
  for (Index i = first; i < end && i < figure + kBeside; ++i) {
    const Claim& other = sheet.claim(i);
    if (other.kind == ClaimKind::change && other.change && other.change->from &&
        other.change->from == printed && sentences_between(sheet, i, figure) == 0)
      return true;
  }
  return false;
}

// What stands right before the second number.
std::string_view words_before(const Sheet& sheet, Index a, Index b) {
  constexpr std::size_t kClose = 60;  // bytes
  const std::string_view text = text_between(sheet, a, b);
  return text.size() > kClose ? text.substr(text.size() - kClose) : text;
}

// "Of its 2,610 nurses", "out of 4,200": what another number is some of.
bool is_whole_told(const Sheet& sheet, Index i) {
  const std::vector<std::string> before = plain_words(words_up_to(sheet, i));
  const std::size_t n = before.size();
  return n >= 1 && (before[n - 1] == "of" || (n >= 2 && before[n - 2] == "of"));
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

bool within_factor(const Value& a, const Value& b, double most) {
  const auto x = a.printed();
  const auto y = b.printed();
  if (!x || !y || *x == *y) return false;
  const double p = std::abs(x->to_double());
  const double q = std::abs(y->to_double());
  return p > 0 && q > 0 && p <= most * q && q <= most * p;
}

// "… and came to 312 homes"
bool sums_to(const Sheet& sheet, Index i) {
  const std::vector<std::string> before = plain_words(words_up_to(sheet, i));
  return before.size() >= 2 && before.back() == "to";
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
  if (x.unit == "percent" || y.unit == "percent" || unit_key(x.unit) != unit_key(y.unit) || planned ||
      ((is_hedged(x) || is_hedged(y)) && !refuted) || is_tied(sheet, a, b) || is_whole_told(sheet, a) ||
      *x.value->printed() < Decimal(count.own ? kLeastOwn : kLeast))
    return false;
  if (!within_factor(*x.value, *y.value, count.bare && !count.has ? kBare : kNamed)) return false;
  const bool implied = x.period_basis == Basis::implied || y.period_basis == Basis::implied;
  if ((at_other_times(x, y) && !implied) || !same_or_unsaid(x.measure.place, y.measure.place)) return false;
  if (starts_a_change(sheet, a) || starts_a_change(sheet, b) || is_compared(sheet, a, b)) return false;
  const Index first = named_source(sheet, a);
  const Index second = named_source(sheet, b);
  if (first != kNone && first == second) return false;
  // "The bill came to 312 million": a sum, where nobody else counts.
  if (!count.bare && !count.own && !count.subject.empty() && sums_to(sheet, b) &&
      (first == kNone || second == kNone))
    return false;
  return count.subject.empty() || told_count(sheet, a).subject != count.subject;
}

// "A further 29 were reported": beside those told before, not instead of them.
bool is_added(const Sheet& sheet, Index i) {
  const std::vector<std::string> before = plain_words(words_up_to(sheet, i));
  return !before.empty() &&
         (before.back() == "further" || before.back() == "another" || before.back() == "additional");
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
  const bool people = (x.unit.empty() && y.unit == "person") || (y.unit.empty() && x.unit == "person");
  const bool one_unit = unit_key(x.unit) == unit_key(y.unit) || (count.bare && people);
  if (x.unit == "percent" || !one_unit || is_plan(x) || is_plan(y) || is_hedged(x) || is_hedged(y) ||
      is_tied(sheet, a, b) || is_whole_told(sheet, a) ||
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

std::string apart(const Value& a, const Value& b) {
  const auto x = a.printed();
  const auto y = b.printed();
  const auto by = y->minus(*x).value_or(Decimal(0)).abs();
  const auto percent = percent_apart(*y, *x);
  return " (by " + in_words(by) + (percent ? ", " + in_words(*percent) + " %)" : ")");
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
      const Index first = named_source(sheet, a);
      const Index second = named_source(sheet, b);
      const bool named = first != kNone && second != kNone && first != second;
      draft.explanation = (named ? sheet.origins[first].label + " gives " + in_words(x) + ", " +
                                       sheet.origins[second].label + " " + in_words(y)
                                 : in_words(y) + " beside " + in_words(x)) +
                          ": two authorities, two counts" + apart(x, y);
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
