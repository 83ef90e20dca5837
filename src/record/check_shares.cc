// Percentages held against the two numbers beside them: "1,900 of its 23,000 employees, or about 8
// percent"; "61,480 people in 51,178 places: 120 percent".
//
// No words tie the three together for certain, so two numbers nearby can bear a percentage out and
// never refute it, and only where it would be no chance: the wider the percentage and the more
// pairs there are to try, the less one that fits says.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/slots.h"
#include "tally/rounding.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr int kSentences = 2;       // how far apart the three may stand
constexpr double kNoChance = 0.35;  // of a fit by chance, at most
constexpr double kSmallestWhole = 20;

struct Pair {
  Index part = kNone;
  Index whole = kNone;
  Decimal percent = 0;
};

bool is_count(const Sheet& sheet, Index i) {
  const Claim& c = sheet.claim(i);
  const auto number = number_of(*c.value);
  return c.unit != "percent" && c.unit != "percentage_point" && number && *number > Decimal(0);
}

// Both count the same kind of thing, or places for people.
bool one_kind(const Claim& a, const Claim& b) {
  // A time that only the tense gave may be that of the telling.
  const bool implied = a.period_basis == Basis::implied || b.period_basis == Basis::implied;
  return unit_key(a.unit) == unit_key(b.unit) && (implied || !at_other_times(a, b));
}

std::vector<Pair> pairs_of(const Sheet& sheet, const std::vector<Index>& figures, bool above_all) {
  std::vector<Pair> pairs;
  for (const Index part : figures) {
    for (const Index whole : figures) {
      if (part == whole || !is_count(sheet, part) || !is_count(sheet, whole)) continue;
      const double x = number_of(*sheet.claim(part).value)->to_double();
      const double y = number_of(*sheet.claim(whole).value)->to_double();
      if (y < kSmallestWhole || (x > y) != above_all || x == y) continue;
      if (!one_kind(sheet.claim(part), sheet.claim(whole))) continue;
      if (const auto percent = Decimal::round(x / y * 100, 2)) pairs.push_back({part, whole, *percent});
    }
  }
  return pairs;
}

std::optional<Pair> pair_of(const Sheet& sheet, Index part, Index whole) {
  const double x = number_of(*sheet.claim(part).value)->to_double();
  const double y = number_of(*sheet.claim(whole).value)->to_double();
  const auto percent = x < y && y >= kSmallestWhole ? Decimal::round(x / y * 100, 2) : std::nullopt;
  return percent ? std::optional(Pair{part, whole, *percent}) : std::nullopt;
}

// How much of the percentage its printed digits leave open.
double openness(const Value& share) {
  const Stretch s = percent_stretch(share);
  const double printed = share.printed()->to_double();
  return s.low && s.high ? (s.high->to_double() - s.low->to_double()) / printed : 1;
}

void add_fails(Checks& checks, Index share, const Pair& pair) {
  const Sheet& sheet = checks.sheet;
  const Value& value = *sheet.claim(share).value;
  add(checks, {.verdict = Verdict::fails,
               .kind = "share",
               .claim = share,
               .against = {pair.part, pair.whole},
               .explanation = in_words(*sheet.claim(pair.part).value) + " of " +
                              in_words(*sheet.claim(pair.whole).value) + " is " + in_words(pair.percent) +
                              " %, not " + in_words(value) + " %",
               .suspect = "report",
               .rank = Rank::own_figures,
               .relative_size = percent_apart(pair.percent, *value.printed())});
}

void add_holds(Checks& checks, Index share, const Pair& fit) {
  const Value& value = *checks.sheet.claim(share).value;
  add(checks, {.verdict = Verdict::holds,
               .kind = "share",
               .claim = share,
               .against = {fit.part, fit.whole},
               .explanation = in_words(*checks.sheet.claim(fit.part).value) +
                              (*value.printed() > Decimal(100) ? " to " : " of ") +
                              in_words(*checks.sheet.claim(fit.whole).value) + " is " +
                              in_words(fit.percent) + " %: " + in_words(value) + " % fits",
               .suspect = "",
               .rank = Rank::plain,
               .relative_size = percent_apart(fit.percent, *value.printed())});
}

// "… returned 71.5 million, or 7 % of the total": of the largest number of its kind in the report.
void bear_out_by_total(Checks& checks, Index share) {
  const Sheet& sheet = checks.sheet;
  const Value& value = *sheet.claim(share).value;
  if (chance(1, openness(value)) > kNoChance) return;
  Index part = kNone;
  for (const Index i : printed_near(sheet, share, 0)) {
    if (is_count(sheet, i) && sheet.claim(i).quote.end <= sheet.claim(share).quote.end) part = i;
  }
  if (part == kNone) return;
  const Index document = sheet.claims[share].document;
  const Index begin = sheet.first_claim[document];
  Index whole = kNone;
  for (Index i = begin; i < begin + sheet.documents[document].claims.size(); ++i) {
    if (!is_printed(sheet, i) || !is_count(sheet, i) || sheet.claim(i).unit != sheet.claim(part).unit)
      continue;
    if (whole == kNone || *number_of(*sheet.claim(i).value) > *number_of(*sheet.claim(whole).value))
      whole = i;
  }
  if (whole == kNone || whole == part || !one_kind(sheet.claim(part), sheet.claim(whole))) return;
  const double x = number_of(*sheet.claim(part).value)->to_double();
  const auto percent = Decimal::round(x / number_of(*sheet.claim(whole).value)->to_double() * 100, 2);
  if (percent && percent_stretch(value).holds(*percent)) add_holds(checks, share, {part, whole, *percent});
}

// The two counts right before the percentage in its sentence, the part first or last.
std::optional<Pair> right_before(const Sheet& sheet, Index share) {
  std::vector<Index> before;
  for (const Index i : printed_near(sheet, share, 0)) {
    if (is_count(sheet, i) && number_end(sheet, i) < number_end(sheet, share)) before.push_back(i);
  }
  std::ranges::stable_sort(before, {}, [&](Index i) { return number_end(sheet, i); });
  if (before.size() < 2) return std::nullopt;
  const Index first = before[before.size() - 2];
  const auto pairs = pairs_of(sheet, {first, before.back()}, false);
  // "31 million of the 72.4 million dollars": in dollars, both.
  const std::vector<std::string> of = plain_words(text_between(sheet, first, before.back()));
  if (pairs.empty() && sheet.claim(first).unit.empty() && of.size() >= 2 && of.size() <= 4 &&
      std::ranges::find(of, "of") != of.end())
    return pair_of(sheet, first, before.back());
  return pairs.empty() ? std::nullopt : std::optional(pairs.front());
}

// Empty where the two numbers stand far apart.
std::string_view close_between(const Sheet& sheet, Index a, Index b) {
  constexpr std::size_t kFarthest = 160;  // bytes
  const std::string_view between = text_between(sheet, a, b);
  return between.size() <= kFarthest ? between : std::string_view();
}

// "…, or 59 %", "… (54 %)", "…, equal to 19 per cent", "…, 12.4 %": said of what stands right before it.
bool is_apposed(const Sheet& sheet, Index before, Index share) {
  const std::string_view between = close_between(sheet, before, share);
  const auto digit = between.find_last_not_of("0123456789.,");
  if (between.empty() || digit == std::string_view::npos) return false;
  std::string_view joint = between.substr(0, digit + 1);
  for (const std::string_view hedge : {"about ", "nearly ", "almost ", "roughly ", "some ", "around "}) {
    if (joint.ends_with(hedge)) joint.remove_suffix(hedge.size());
  }
  const std::string_view behind = words_from(sheet, share);
  const auto next = behind.find_first_not_of("% ");
  const bool closes = next == std::string_view::npos || behind[next] == ')' || behind[next] == ',' ||
                      behind[next] == '.' || behind[next] == ';' || behind.substr(next).starts_with("per");
  return joint.ends_with("or ") || joint.ends_with("equal to ") || joint.ends_with("that is ") ||
         joint.ends_with("(") || (closes && joint.ends_with(", "));
}

// "11,500 of the 36,000, or 41 percent", "Of the 3,480 posts, 780 were vacant, that is 25 %": nothing else
// stands between part, whole and percentage.
bool is_told_outright(const Sheet& sheet, Index share, const Pair& pair) {
  constexpr std::size_t kFew = 4;  // words between the two
  const bool whole_first = number_end(sheet, pair.part) > number_end(sheet, pair.whole);
  if (!is_apposed(sheet, whole_first ? pair.part : pair.whole, share)) return false;
  if (whole_first) {
    const std::vector<std::string> before = plain_words(words_up_to(sheet, pair.whole));
    return !before.empty() && before.size() <= kFew + 1 && (before[0] == "of" || before[0] == "out");
  }
  const std::vector<std::string> of = plain_words(close_between(sheet, pair.part, pair.whole));
  return !of.empty() && of.size() <= kFew && std::ranges::find(of, "of") != of.end();
}

// What nobody knows the unit of may be of any: "211 of them … Of these, 29 died".
bool may_be_of_one_kind(const Claim& a, const Claim& b) {
  const bool open = a.unit.empty() || b.unit.empty();
  const bool implied = a.period_basis == Basis::implied || b.period_basis == Basis::implied;
  return one_kind(a, b) || (open && (implied || !at_other_times(a, b)));
}

// The larger numbers of the report, told before the share, that its part may be of; the nearest of each
// value.
std::map<Decimal, Index> wholes_before(const Sheet& sheet, Index share, Index part, int sentences) {
  const Index document = sheet.claims[share].document;
  const Index begin = sheet.first_claim[document];
  std::map<Decimal, Index> wholes;
  for (Index i = begin; i < begin + sheet.documents[document].claims.size(); ++i) {
    const bool may_be = is_printed(sheet, i) && is_count(sheet, i) && is_exact(*sheet.claim(i).value) &&
                        number_end(sheet, i) < number_end(sheet, share) &&
                        (sentences < 0 ? one_kind(sheet.claim(i), sheet.claim(part))
                                       : may_be_of_one_kind(sheet.claim(i), sheet.claim(part))) &&
                        *number_of(*sheet.claim(i).value) > *number_of(*sheet.claim(part).value);
    if (may_be && (sentences < 0 || sentences_between(sheet, i, part) <= sentences))
      wholes[*number_of(*sheet.claim(i).value)] = i;
  }
  return wholes;
}

// How far off the pair is, of half a unit of the last digit.
double miss_of(const Value& share, const Pair& pair) {
  const double off = std::abs(pair.percent.to_double() - share.printed()->to_double());
  return 2 * off / (openness(share) * share.printed()->to_double());
}

// 7.57 % for "8 %": if another whole gives 8.01, that is the one.
bool fits_barely(const Value& share, const Pair& pair) {
  constexpr double kBarely = 0.7;
  return miss_of(share, pair) > kBarely;
}

bool fits_closely(const Value& share, const Pair& pair) {
  constexpr double kClosely = 0.2;
  return miss_of(share, pair) < kClosely;
}

// "By the end of the year 187 cases, or 59 %, had been cleared up": of a larger number of the report, where
// there are few that it may be of; those nearby first.
bool bear_out_by_part(Checks& checks, Index share) {
  const Sheet& sheet = checks.sheet;
  const Value& value = *sheet.claim(share).value;
  Index part = kNone;
  for (const Index i : printed_near(sheet, share, 0)) {
    if (is_count(sheet, i) && is_apposed(sheet, i, share)) part = i;
  }
  if (part == kNone || *value.printed() >= Decimal(100)) return false;
  const double x = number_of(*sheet.claim(part).value)->to_double();
  // The part is certain, and of a number that lies anywhere far fewer come near than the words leave open.
  constexpr double kPartKnown = 0.6;
  std::optional<Pair> best;
  for (const int sentences : {0, 1, kSentences, -1}) {  // -1: all of the report
    const auto wholes = wholes_before(sheet, share, part, sentences);
    if (chance(wholes.size(), openness(value)) > (sentences < 0 ? kPartKnown : kNoChance)) continue;
    std::optional<Pair> fit;
    for (const auto& [number, whole] : wholes) {
      const auto percent = Decimal::round(x / number.to_double() * 100, 2);
      const bool nearer = !fit || number_end(sheet, whole) > number_end(sheet, fit->whole);
      if (percent && percent_stretch(value).holds(*percent) && nearer) fit = Pair{part, whole, *percent};
    }
    if (fit && (!best || fits_closely(value, *fit))) best = fit;
    if (best && !fits_barely(value, *best)) break;
  }
  if (best) add_holds(checks, share, *best);
  return best.has_value();
}

void bear_out(Checks& checks, Index share) {
  const Value& value = *checks.sheet.claim(share).value;
  if (const auto pair = right_before(checks.sheet, share); pair && openness(value) <= kNoChance) {
    if (percent_stretch(value).holds(pair->percent)) return add_holds(checks, share, *pair);
    if (is_exact(value) && is_told_outright(checks.sheet, share, *pair))
      return add_fails(checks, share, *pair);
  }
  for (int reach = 0; reach <= kSentences; ++reach) {
    const auto pairs =
        pairs_of(checks.sheet, printed_near(checks.sheet, share, reach), *value.printed() > Decimal(100));
    if (chance(pairs.size(), openness(value)) > kNoChance) break;
    const auto fit = std::ranges::find_if(
        pairs, [&](const Pair& pair) { return percent_stretch(value).holds(pair.percent); });
    if (fit == pairs.end()) continue;
    return add_holds(checks, share, *fit);
  }
  if (!bear_out_by_part(checks, share)) bear_out_by_total(checks, share);
}

// A count beside the share, or the part that it was tied to.
std::vector<Index> likely_parts(const Sheet& sheet, Index share, Index part) {
  std::vector<Index> parts = {part};
  for (const Index i : printed_near(sheet, share, 0)) {
    if (i != part && is_count(sheet, i)) parts.push_back(i);
  }
  return parts;
}

}  // namespace

bool is_of_change(const Sheet& sheet, Index share) {
  const Vocabulary& known = vocabulary();
  for (const std::string& word : plain_words(words_from(sheet, share))) {
    if (word == "per" || word == "cent" || word == "percent" || word == "pc") continue;
    const WordId id = known.find(word);
    return id != 0 && (known.is(id, WordClass::comparative_up) || known.is(id, WordClass::comparative_down));
  }
  return false;
}

bool fits_another_whole(const Sheet& sheet, Index share, Index part, Index whole) {
  if (const auto percent = pairs_of(sheet, {part, whole}, false);
      !percent.empty() && is_told_outright(sheet, share, percent.front()))
    return false;
  const Value& value = *sheet.claim(share).value;
  const Index document = sheet.claims[share].document;
  const Index begin = sheet.first_claim[document];
  for (const Index counted : likely_parts(sheet, share, part)) {
    for (Index i = begin; i < begin + sheet.documents[document].claims.size(); ++i) {
      if (!is_printed(sheet, i) || number_end(sheet, i) > number_end(sheet, share)) continue;
      const auto pairs = pairs_of(sheet, {counted, i}, false);
      if (std::ranges::any_of(pairs, [&](const Pair& pair) {
            return pair.part == counted && percent_stretch(value).holds(pair.percent);
          }))
        return true;
    }
  }
  return false;
}

void check_shares(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  std::set<Id> told;  // held against the whole that they are tied to
  for (const Finding& f : checks.findings) {
    if (f.kind == "share") told.insert(f.claim);
  }
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (!is_printed(sheet, i) || c.unit != "percent" || !c.value->best || *c.value->best <= Decimal(0))
      continue;
    if (!told.contains(sheet.claims[i].id) && !is_of_change(sheet, i)) bear_out(checks, i);
  }
}

}  // namespace tally
