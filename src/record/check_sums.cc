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
#include "record/summing.h"
#include "tally/rounding.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// Percentages of a whole are checked against it, not added to it.
bool is_share(const Claim& claim) {
  return claim.unit == "percent";
}

// "23 % of the total": of all there is, not of the number told last.
bool is_of_total(const Sheet& sheet, Index share) {
  constexpr std::size_t kNext = 4;  // "of the total"
  std::vector<std::string> words = plain_words(words_from(sheet, share));
  words.resize(std::min(kNext, words.size()));
  return std::ranges::find(words, "total") != words.end();
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
    if (!count || counted.population != shared.population || counted.place != shared.place ||
        sentences_between(sheet, share, part) > 0)
      continue;
    const auto actual = Decimal::round(count->to_double() / total->to_double() * 100, 2);
    // More than all of it: of this number it is no share.
    if (!actual || (*actual > Decimal(100) && *percent <= Decimal(100))) continue;
    const bool fits = percent_stretch(*sheet.claim(share).value).holds(*actual);
    if (!fits && (is_of_total(sheet, share) || fits_another_whole(sheet, share, part, whole))) continue;
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

// Only those that meet the wish, where there are two of them or more.
template <typename Wish>
void keep_if_two(std::vector<Index>& parts, const Wish& wish) {
  if (std::ranges::count_if(parts, wish) >= 2) std::erase_if(parts, [&](Index i) { return !wish(i); });
}

bool tells_sex_or_age(const Claim& claim) {
  const Vocabulary& known = vocabulary();
  return std::ranges::any_of(words_of(claim.measure), [&](const std::string& word) {
    const WordId id = known.find(word);
    return id != 0 && known.is(id, WordClass::sex_or_age);
  });
}

// "11 have none": what the last part lacks, the part before it has.
bool ends_in_none(const Sheet& sheet, Index part) {
  constexpr std::uint32_t kNextWords = 12;  // bytes
  const std::string_view text = sheet.document_of(part).text;
  const std::uint32_t end = sheet.claim(part).quote.end;
  if (end >= text.size()) return false;
  const std::vector<std::string> words = plain_words(text.substr(end, kNextWords));
  const Vocabulary& known = vocabulary();
  return std::ranges::any_of(words, [&](const std::string& word) {
    const WordId id = known.find(word);
    return id != 0 && known.is(id, WordClass::negation);
  });
}

// Nobody is two of them: men, women and children; those who have it and those who have none.
bool are_disjoint(const Sheet& sheet, const std::vector<Index>& parts) {
  const bool one_sentence =
      std::ranges::all_of(parts, [&](Index i) { return sentences_between(sheet, parts.front(), i) == 0; });
  if (!one_sentence) return false;
  if (std::ranges::all_of(parts, [&](Index i) { return tells_sex_or_age(sheet.claim(i)); })) return true;
  return parts.size() == 2 && ends_in_none(sheet, parts.back());
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
    for (const Index i : all) {
      // One part may be printed twice, in the title and below it.
      const auto same = [&](Index other) {
        return sheet.claim(other).measure == sheet.claim(i).measure &&
               *sheet.claim(other).value == *sheet.claim(i).value;
      };
      if (is_share(sheet.claim(i)) == is_share(sheet.claim(whole)) && std::ranges::none_of(parts, same))
        parts.push_back(i);
    }
    for (const Index i : all) {
      if (is_share(sheet.claim(i)) && !is_share(sheet.claim(whole))) check_share(checks, i, whole, parts);
    }
    // "… or 141 million in all. Of that, 61 million …": what is told later is no further part of the sum.
    keep_if_two(parts, [&](Index i) { return sheet.claim(i).exhaustive; });
    keep_if_two(parts, [&](Index i) { return sentences_between(sheet, whole, i) == 0; });
    if (parts.size() < 2) continue;
    Whole w = arranged(sheet, whole, parts);
    w.exhaustive = std::ranges::all_of(parts, [&](Index i) { return sheet.claim(i).exhaustive; });
    w.disjoint = are_disjoint(sheet, parts);
    judge_sum(checks, w, values_of(sheet, parts));
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
    const bool itself = std::ranges::any_of(
        c.event->parts, [&](const EventPart& p) { return p.value.printed() == c.event->count->printed(); });
    if (as_figures || roles_differ || itself) continue;
    std::vector<Value> values;
    for (const EventPart& part : c.event->parts) values.push_back(part.value);
    judge_sum(checks, {.value = *c.event->count, .claim = i, .against = {}}, values);
  }
}

}  // namespace

void check_sums(Checks& checks) {
  check_figures(checks);
  check_lists(checks);
  check_events(checks);
}

}  // namespace tally
