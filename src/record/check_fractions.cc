// Fractions in words held against the number that they are said of and a whole told before it.
//
//   "There are 4,870 survivors. 1,290 of them, roughly a quarter, have …"     26.5 %: holds
//   "of whom 214, or a third, are women"                                       of the 640 told before
//   "More than a third of the cancellations, 5,920, were put down to …"
//
// What part is meant is printed right beside the fraction; of what whole, the reader finds. So a whole that
// fits bears it out where few could fit by chance, and only "of them" right after its whole refutes it.
#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "record/checks.h"
#include "record/fractions.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/slots.h"
#include "text/named_words.h"

namespace tally {
namespace {

constexpr double kNoChance = 0.35;  // of a fit by chance, at most
constexpr int kReach = 3;           // sentences

constexpr NamedWords kJoints = {",", "(", "-"};  // between a number and the fraction that is said of it
constexpr NamedWords kIs = {"is", "was"};
constexpr NamedWords kThat = {"that", "this"};
constexpr NamedWords kEqual = {"equal", "equivalent"};
constexpr NamedWords kEnds = {",", ")", ".", ";", ":", "-", "of"};
constexpr NamedWords kFollows = {".", ",", "of"};

// What may stand behind a fraction that is said of the number before it.
bool ends_aside(const std::vector<std::string>& tokens, std::size_t at) {
  return at >= tokens.size() || kEnds.contains(tokens[at]);
}

// "[1,290] of them, roughly a quarter,", "[214], or a third,", "[11,500] (nearly a third)"
std::optional<Fraction> behind_number(const Sheet& sheet, Index part) {
  constexpr std::size_t kFew = 6;  // words of what is counted
  std::string_view behind = words_from(sheet, part);
  const std::vector<std::string> tokens = fraction_tokens(behind.substr(0, 120));
  for (std::size_t at = 0; at < tokens.size() && at <= kFew; ++at) {
    const bool joint = kJoints.contains(tokens[at]);
    if (!joint) {
      if (tokens[at].find_first_of("0123456789") != std::string::npos) return std::nullopt;
      continue;
    }
    std::size_t next = at + 1;
    if (next < tokens.size() && tokens[next] == "or") ++next;
    if (next + 1 < tokens.size() && (tokens[next] == "which" || tokens[next] == "that") &&
        kIs.contains(tokens[next + 1]))
      next += 2;
    if (next + 1 < tokens.size() && kEqual.contains(tokens[next])) next += 2;
    auto fraction = fraction_at(tokens, next);
    if (fraction && ends_aside(tokens, next + fraction->length)) return fraction;
    return std::nullopt;
  }
  return std::nullopt;
}

// "More than a third of the cancellations, [5,920],", "Almost half of them, [68],"
std::optional<Fraction> before_number(const Sheet& sheet, Index part) {
  constexpr std::size_t kFew = 6;  // words of what it is a part of
  std::string_view before = words_up_to(sheet, part);
  const auto digit = before.find_last_not_of("0123456789.,");
  if (digit == std::string_view::npos || digit + 1 == before.size()) return std::nullopt;
  before = before.substr(0, digit + 1);
  const std::vector<std::string> tokens = fraction_tokens(before);
  if (tokens.empty() || !kJoints.contains(tokens.back())) return std::nullopt;
  const std::size_t last = tokens.size() - 1;
  const std::size_t first = last > kFew + 5 ? last - kFew - 5 : 0;
  for (std::size_t at = first; at < last; ++at) {
    auto fraction = fraction_at(tokens, at);
    if (!fraction) continue;
    const std::size_t of = at + fraction->length;
    if (of == last) return fraction;  // "In one family out of four, [303] in all"
    if (of >= last || tokens[of] != "of" || last - of > kFew + 1) return std::nullopt;
    const bool plain = std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(of), tokens.end() - 1,
                                   [](const std::string& t) { return t.find_first_of("0123456789,;:") > 0; });
    return plain ? fraction : std::nullopt;
  }
  return std::nullopt;
}

// "Of the 118 who replied, [41] said so. That is more than a third."
std::optional<Fraction> in_next_sentence(const Sheet& sheet, Index part) {
  constexpr std::size_t kFarthest = 200;  // bytes
  const std::string_view text = sheet.document_of(part).text;
  const std::string_view rest = words_from(sheet, part);
  const std::size_t end = number_end(sheet, part) + rest.size();
  if (rest.find_first_of("0123456789") != std::string_view::npos) return std::nullopt;
  if (end + 2 >= text.size() || end - number_end(sheet, part) > kFarthest || text[end] != '.')
    return std::nullopt;
  const std::vector<std::string> tokens = fraction_tokens(text.substr(end + 1, 80));
  if (tokens.size() < 4 || !kThat.contains(tokens[0]) || !kIs.contains(tokens[1])) return std::nullopt;
  auto fraction = fraction_at(tokens, 2);
  if (fraction) fraction->beside = false;
  const std::size_t behind = fraction ? 2 + fraction->length : 0;
  return fraction && behind < tokens.size() && kFollows.contains(tokens[behind]) ? fraction : std::nullopt;
}

bool counts_things(const Sheet& sheet, Index i) {
  const Claim& c = sheet.claim(i);
  const auto number = is_printed(sheet, i) ? c.value->best : std::nullopt;
  return number && *number > Decimal(1) && c.unit != "percent" && c.unit != "percentage_point";
}

// Both count one kind of thing; "640 deminers", "214 women": what nobody knows the unit of may be people.
bool of_one_kind(const Claim& part, const Claim& whole) {
  return unit_key(part.unit) == unit_key(whole.unit);
}

double part_by(const Sheet& sheet, Index part, Index whole) {
  return sheet.claim(part).value->best->to_double() / sheet.claim(whole).value->best->to_double();
}

// The numbers it may be a part of, each once, the nearest of its value.
std::vector<Index> wholes_within(const Sheet& sheet, Index part, int sentences) {
  std::map<Decimal, Index> found;
  for (const Index i : printed_near(sheet, part, sentences)) {
    const bool larger =
        counts_things(sheet, i) && *sheet.claim(i).value->best > *sheet.claim(part).value->best;
    if (larger && of_one_kind(sheet.claim(part), sheet.claim(i))) found[*sheet.claim(i).value->best] = i;
  }
  std::vector<Index> wholes;
  wholes.reserve(found.size());
  for (const auto& [number, i] : found) wholes.push_back(i);
  std::ranges::stable_sort(wholes, {}, [&](Index i) { return sentences_between(sheet, part, i); });
  return wholes;
}

// A claim of the fraction itself, else the number that it is said of.
Index claim_of(const Sheet& sheet, Index part, const Fraction& fraction) {
  for (const Index i : printed_near(sheet, part, fraction.beside ? 0 : 1)) {
    const Claim& c = sheet.claim(i);
    const auto printed = c.value->printed();
    if (!printed) continue;
    const bool percent = c.unit == "percent";
    const double share = printed->to_double() / (percent ? 100 : 1);
    const bool told = percent || (c.unit.empty() && share < 1);  // "more than a third"
    if (told && share * 1.001 >= fraction.low && share * 0.999 <= fraction.high &&
        c.value->printed()->to_double() < 100)
      return i;
  }
  return part;
}

void tell(Checks& checks, Index part, Index whole, const Fraction& fraction, Verdict verdict) {
  const Sheet& sheet = checks.sheet;
  const double share = part_by(sheet, part, whole);
  const auto percent = Decimal::round(share * 100, 2);
  if (!percent) return;
  const bool fails = verdict == Verdict::fails;
  const Index claim = claim_of(sheet, part, fraction);
  std::erase_if(checks.findings, [&](const Finding& f) {
    return f.claim == sheet.claims[claim].id && f.kind == "share" && f.verdict == Verdict::cannot_tell;
  });
  add(checks, {.verdict = verdict,
               .kind = "share",
               .claim = claim,
               .against = {part, whole},
               .explanation = in_words(*sheet.claim(part).value) + " of " +
                              in_words(*sheet.claim(whole).value) + " is " + in_words(*percent) + " %" +
                              (fails ? ", not " : ": ") + fraction.words + (fails ? "" : " fits"),
               .suspect = fails ? "report" : "",
               .rank = fails ? Rank::own_figures : Rank::plain,
               .relative_size = std::nullopt});
}

bool is_told(const Checks& checks, Index claim) {
  const Id& id = checks.sheet.claims[claim].id;
  return std::ranges::any_of(checks.findings, [&](const Finding& f) {
    return f.kind == "share" && f.verdict != Verdict::cannot_tell && f.claim == id;
  });
}

void hold(Checks& checks, Index part, const Fraction& fraction) {
  const Sheet& sheet = checks.sheet;
  if (is_told(checks, claim_of(sheet, part, fraction))) return;
  // What was told before goes before what comes after.
  for (const bool before : {true, false}) {
    for (int reach = 0; reach <= (before ? kReach : 1); ++reach) {
      std::vector<Index> wholes = wholes_within(sheet, part, reach);
      std::erase_if(wholes,
                    [&](Index i) { return before && number_end(sheet, i) > number_end(sheet, part); });
      if (chance(wholes.size(), fraction.width()) > kNoChance) break;
      for (const Index whole : wholes) {
        if (fraction.holds(part_by(sheet, part, whole)))
          return tell(checks, part, whole, fraction, Verdict::holds);
      }
    }
  }
}

}  // namespace

void check_fractions(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (!counts_things(sheet, i)) continue;
    auto fraction = behind_number(sheet, i);
    if (!fraction) fraction = before_number(sheet, i);
    if (!fraction) fraction = in_next_sentence(sheet, i);
    if (fraction) hold(checks, i, *fraction);
  }
}

}  // namespace tally
