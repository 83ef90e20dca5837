// Rival values of one point, one finding for each rival value, and hedged or bounded figures held
// against exact ones.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "record/checks.h"
#include "record/rival_counts.h"
#include "record/told_scopes.h"
#include "tally/rounding.h"

namespace tally {
namespace {

// Who counts: the source that the text names, else the outlet.
std::string source_of(const Sheet& sheet, const Rival& rival) {
  for (const Index i : rival.claims) {
    const auto& chain = sheet.claim(i).attribution;
    if (!chain.empty() && !(chain.front().name.empty() && chain.front().role.empty()) &&
        sheet.origin[i] != kNone)
      return sheet.origins[sheet.origin[i]].label;
  }
  constexpr std::size_t kLongestName = 40;  // bytes; what is longer is a motto
  const std::string& outlet = sheet.document_of(rival.claims.front()).info.outlet;
  if (outlet.empty() || outlet.size() > kLongestName) return "a report that names no source";
  return outlet;
}

std::string dated(const Rival& rival) {
  return in_words(rival.value) + (rival.vintage.known() ? " (" + rival.vintage.to_string() + ")" : "");
}

std::string apart(const Rival& best, const Rival& other) {
  const auto x = best.value.printed();
  const auto y = other.value.printed();
  if (!x || !y) return "";
  const auto by = y->minus(*x).value_or(Decimal(0)).abs();
  const auto percent = percent_apart(*y, *x);
  return " (by " + in_words(by) + (percent ? ", " + in_words(*percent) + " %)" : ")");
}

std::string reports(const Rival& best, const Rival& other) {
  std::set<Index> all = best.documents;
  all.insert(other.documents.begin(), other.documents.end());
  return all.size() == 1 ? "in one report" : "in " + std::to_string(all.size()) + " reports";
}

struct Reading {
  Verdict verdict;
  std::string_view kind;
  std::string_view suspect;
  Rank rank;
  std::string words;
};

bool one_report(const Rival& best, const Rival& other) {
  return best.documents.size() == 1 && best.documents == other.documents;
}

// Every report that gives the other value gives the chosen one too.
bool told_by_one(const Rival& best, const Rival& other) {
  return std::ranges::includes(best.documents, other.documents);
}

// Two values in one report are more often two things that we read as one than a slip of its own;
// a title against its body is the report's own affair.
bool telling(const Sheet& sheet, const Rival& best, const Rival& other) {
  if (!one_report(best, other)) return true;
  const auto titled = [&](Index i) { return sheet.claim(i).in_title; };
  return std::ranges::any_of(best.claims, titled) != std::ranges::any_of(other.claims, titled);
}

// The clause of either's report that tells what its count takes in: "which also counts open-air shows".
std::string_view scope_of_either(const Sheet& sheet, const Rival& best, const Rival& other) {
  constexpr double kNear = 1.6;
  if (!within_factor(best.value, other.value, kNear)) return {};
  for (const Rival* rival : {&other, &best}) {
    for (const Index i : rival->claims) {
      if (const auto clause = scope_of(sheet, i); !clause.empty()) return clause;
    }
  }
  return {};
}

Reading read(const Sheet& sheet, const Rival& best, const Rival& other, const Period& period) {
  const std::string both = said(period) + ": " + dated(other) + " against " + dated(best);
  const std::string size = apart(best, other);
  const bool own = one_report(best, other);
  const Rank rank = own ? Rank::own_figures : Rank::same_scope;
  const std::string_view kind = own ? "title" : "contradiction";
  const bool fails = telling(sheet, best, other);
  switch (other.cause) {
    case Cause::revision:
    case Cause::growing:
      return {Verdict::explained, "revision", "", Rank::revision,
              both + ", another count of the same" + size};
    case Cause::authority:
      return {Verdict::explained, "difference", "", Rank::authority,
              both + ": " + source_of(sheet, other) + " and " + source_of(sheet, best) +
                  " count differently" + size};
    case Cause::swapped:
      if (!fails) break;
      return {Verdict::fails, own ? kind : "slip", "report", rank,
              both + ": two digits changed places" + size};
    case Cause::factor_ten:
      if (!fails) break;
      return {Verdict::fails, own ? kind : "slip", "report", rank, both + ": a digit too many or too few"};
    case Cause::neighbour:
      // A report that gives the chosen value for that time too has the other for another time.
      if (!fails || told_by_one(best, other)) break;
      return {Verdict::fails, "slip", "report", Rank::wrong_period,
              both + ": the value of " + said(*sheet.claim(other.beside).period) + " stands under " +
                  said(period)};
    case Cause::contradiction:
      if (!fails) break;
      return {Verdict::fails, kind, "report", rank, both + " " + reports(best, other) + size};
    default:
      break;
  }
  if (const auto clause = scope_of_either(sheet, best, other); !own && !clause.empty())
    return {Verdict::explained, "difference", "", Rank::authority, both + ": " + told_scope(clause) + size};
  return {Verdict::cannot_tell, "difference", "reading", Rank::authority,
          both + ": perhaps not the same measure"};
}

std::vector<Index> members(const Rival& rival) {
  return rival.claims;
}

// Of two equals the claim is the one published later, of one text the later in it.
Index last_said(const Sheet& sheet, const Rival& rival) {
  return *std::ranges::max_element(
      rival.claims, {}, [&](Index i) { return std::pair(sheet.document_of(i).published.date, i); });
}

// Which of both is the finding's own claim: the less supported, of equals the later.
bool is_weaker(const Sheet& sheet, const Rival& a, const Rival& b) {
  if (a.origins.size() != b.origins.size()) return a.origins.size() < b.origins.size();
  if (a.documents.size() != b.documents.size()) return a.documents.size() < b.documents.size();
  if (a.first_vintage != b.first_vintage) return a.first_vintage > b.first_vintage;
  return last_said(sheet, a) > last_said(sheet, b);
}

bool comes_out(const Checks& checks, const Rival& rival) {
  return std::ranges::any_of(rival.claims, [&](Index i) { return is_borne_out(checks, i); });
}

void compare(Checks& checks, const Period& period, const ChartPoint& point) {
  const Rival& best = point.chosen();
  for (std::size_t r = 1; r < point.rivals.size(); ++r) {
    const Rival& other = point.rivals[r];
    Reading reading = read(checks.sheet, best, other, period);
    // Far apart and within one report: two things, not a finding.
    if (reading.verdict == Verdict::cannot_tell && told_by_one(best, other)) continue;
    // Of two numbers one of which is a slip it is not the one that percentages and sums come out with.
    const bool slipped = other.cause == Cause::swapped || other.cause == Cause::factor_ten;
    const bool turned = reading.verdict == Verdict::fails &&
                        (slipped ? comes_out(checks, other) && !comes_out(checks, best)
                                 : !is_slip(other.cause) && is_weaker(checks.sheet, best, other));
    const Rival& weak = turned ? best : other;
    const Rival& strong = turned ? other : best;
    const auto x = best.value.printed();
    const auto y = other.value.printed();
    add(checks, {.verdict = reading.verdict,
                 .kind = reading.kind,
                 .claim = last_said(checks.sheet, weak),
                 .against = members(strong),
                 .explanation = std::move(reading.words),
                 .suspect = reading.suspect,
                 .rank = reading.rank,
                 .relative_size = x && y ? percent_apart(*y, *x) : std::nullopt});
  }
}

bool is_in_sight(const Value& bound, Decimal number) {
  constexpr double kTwice = 2;
  const auto printed = bound.printed();
  if (!printed) return true;
  const double x = std::abs(printed->to_double());
  const double y = std::abs(number.to_double());
  return x <= kTwice * y && y <= kTwice * x;
}

bool is_rounded_off(const Value& round, Decimal number) {
  constexpr double kTenth = 0.1;
  const double x = round.best ? std::abs(round.best->to_double()) : 0;
  return x >= 100 && std::abs(x - std::abs(number.to_double())) <= kTenth * x;
}

// "exceeded 1,400" beside 1,417; "about 1,400" and "1,400" beside 1,397.
void check_roundings(Checks& checks, const Period& period, const Rival& rival) {
  if (!is_exact(rival.value)) return;
  for (const Index i : rival.rounded) {
    const Value& value = *checks.sheet.claim(i).value;
    const bool bound = !is_exact(value) && value.modifier != Modifier::about;
    const bool unhedged = is_exact(value);
    // Nobody rounds what is counted in tens, nor 80 to 100.
    if (unhedged && !is_rounded_off(value, *rival.value.best)) continue;
    // Far from its bound a number says nothing about it, nor is it likely the same thing.
    if (bound && !is_in_sight(value, *rival.value.best)) continue;
    add(checks, {.verdict = unhedged ? Verdict::explained : Verdict::holds,
                 .kind = bound ? "bound" : "rounding",
                 .claim = i,
                 .against = {rival.claims.front()},
                 .explanation =
                     said(rival.value, period) +
                     (unhedged ? ": " + in_words(value) + " is the same, rounded" : " is " + in_words(value)),
                 .suspect = "",
                 .rank = Rank::rounding,
                 .relative_size =
                     value.printed() ? percent_apart(*value.printed(), *rival.value.best) : std::nullopt});
  }
}

}  // namespace

void check_rivals(Checks& checks) {
  for (const auto& [variable, line] : checks.chart.lines) {
    for (const auto& [period, point] : line) {
      compare(checks, period, point);
      for (const Rival& rival : point.rivals) check_roundings(checks, period, rival);
    }
  }
}

}  // namespace tally
