// What follows what among the figures of a report, and the words that make a list of them.
#include "record/figure_runs.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "record/nearby.h"
#include "record/number_place.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/summing.h"
#include "tally/rounding.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::size_t kLongestList = 8;
constexpr std::uint32_t kOneBreath = 160;  // bytes between two parts of one list

// Plans and forecasts add up too.
bool may_be_summed(const Sheet& sheet, Index i) {
  if (!is_printed(sheet, i) || !sheet.claim(i).value->printed()) return false;
  const Claim& c = sheet.claim(i);
  // What a change starts from, or is held against ("more than the 212 of 2023"), is no part of what it comes
  // to.
  const std::vector<std::string> before = plain_words(words_up_to(sheet, i));
  if (before.size() >= 2 && before.back() == "the" && before[before.size() - 2] == "than") return false;
  return c.unit != "percent" && c.rule != "figure.base" &&
         (c.modality == Modality::observed || c.modality == Modality::planned ||
          c.modality == Modality::forecast);
}

// In one sentence what is counted need not be said alike: "41, of whom 29 are inmates, nine guards".
bool side_by_side(const Claim& a, const Claim& b, bool one_sentence) {
  // So need not whether it is planned: "1,200 jobs will go, 450 agency workers have to leave".
  if (one_sentence) return unit_key(a.unit) == unit_key(b.unit);
  // "About 1,900 evacuees … a further 1,500": what is left out is the same; boats are no people.
  const bool one_kind = a.unit == b.unit || (unit_key(a.unit) == unit_key(b.unit) &&
                                             (a.measure.population.empty() || b.measure.population.empty()));
  return one_kind && a.modality == b.modality;
}

// A word of the class stands in the text.
bool says(std::string_view text, WordClass wanted) {
  const Vocabulary& known = vocabulary();
  return std::ranges::any_of(plain_words(text), [&](const std::string& word) {
    const WordId id = known.find(word);
    return id != 0 && known.is(id, wanted);
  });
}

}  // namespace

FigureRuns::FigureRuns(const Sheet& sheet, Index document) : sheet_(sheet) {
  const Index begin = sheet_.first_claim[document];
  for (Index i = begin; i < begin + sheet_.documents[document].claims.size(); ++i) {
    if (may_be_summed(sheet_, i)) figures_.push_back(i);
  }
  for (const Index i : figures_) end_[i] = number_end(sheet_, i);
  std::ranges::stable_sort(figures_, {}, [&](Index i) { return end_.at(i); });
}

Run FigureRuns::from(std::size_t first, bool one_sentence) const {
  Run parts = {figures_[first]};
  if (taken_.contains(parts.front())) return {};
  for (std::size_t g = first + 1; g < figures_.size() && parts.size() < kLongestList; ++g) {
    const Index next = figures_[g];
    // "1,900 of the 3,400 … A further 1,500": what the parts are parts of stands among them.
    if (sheet_.tied(parts.back(), sheet_.claim(parts.back()).whole) == next) continue;
    if (is_aside(parts.back(), next)) continue;
    if (taken_.contains(next) || !follows(parts.back(), next, one_sentence)) break;
    if (one_sentence && sentences_between(sheet_, parts.front(), next) > 0) break;
    parts.push_back(next);
  }
  // "In three phases: 720 jobs in 2024, 1,060 in 2025 and 600 in 2026": how many they are is none of them.
  if (parts.size() > 2 &&
      *sheet_.claim(parts.front()).value->printed() == Decimal(static_cast<std::int64_t>(parts.size() - 1)))
    parts.erase(parts.begin());
  return parts;
}

// "Syria: 5,480 (5,120)": what it was another time is no item of the list.
bool FigureRuns::is_aside(Index item, Index next) const {
  const std::string_view text = sheet_.document_of(next).text;
  const std::uint32_t end = end_.at(next);
  if (end >= text.size() || text[end] != ')' || !at_other_times(sheet_.claim(item), sheet_.claim(next)))
    return false;
  const std::string_view between = text_between(sheet_, item, next);
  return between.find('(') != std::string_view::npos;
}

bool FigureRuns::follows(Index a, Index b, bool one_sentence) const {
  return end_.at(b) > end_.at(a) && sheet_.claim(b).quote.begin < end_.at(a) + kOneBreath &&
         number_of(*sheet_.claim(b).value) && side_by_side(sheet_.claim(a), sheet_.claim(b), one_sentence);
}

bool FigureRuns::begins(std::size_t f, bool one_sentence) const {
  if (f == 0) return true;
  const Index before = figures_[f - 1];
  return taken_.contains(before) || !follows(before, figures_[f], one_sentence) ||
         (one_sentence && sentences_between(sheet_, before, figures_[f]) > 0);
}

bool FigureRuns::in_one_sentence(const Run& parts) const {
  return sentences_between(sheet_, parts.front(), parts.back()) == 0;
}

bool FigureRuns::is_one_list(const Run& parts) const {
  const Measure& first = sheet_.claim(parts.front()).measure;
  return in_one_sentence(parts) && std::ranges::all_of(parts, [&](Index i) {
           const Measure& m = sheet_.claim(i).measure;
           return m.property == first.property && m.population == first.population;
         });
}

bool opens_list(const FigureRuns& runs, Index whole, Index part) {
  const std::string_view between = text_between(runs.sheet(), whole, part);
  const auto colon = between.find(": ");
  return colon != std::string_view::npos && !says(between, WordClass::inclusion);
}

bool closes_list(const FigureRuns& runs, Index part, Index whole) {
  constexpr std::uint32_t kBehind = 16;  // bytes: "in all", "altogether"
  const std::string_view text = runs.sheet().document_of(whole).text;
  const std::uint32_t end = runs.end(whole);
  const std::string_view behind = text.substr(std::min<std::size_t>(end, text.size()), kBehind);
  const std::string_view between = text_between(runs.sheet(), part, whole);
  // "The 14 other counties together had 357": theirs alone.
  const bool apart = between.find_first_of(",;:.") != std::string_view::npos;
  return (apart && says(between, WordClass::all_told)) ||
         says(behind.substr(0, behind.find_first_of(".;,")), WordClass::all_told);
}

bool divides(const FigureRuns& runs, Index whole, Index part) {
  const std::string_view between = text_between(runs.sheet(), whole, part);
  return between.find(" of whom ") != std::string_view::npos ||
         between.find(" of which ") != std::string_view::npos;
}

bool is_of(const FigureRuns& runs, Index whole) {
  const std::vector<std::string> words = plain_words(words_up_to(runs.sheet(), whole));
  constexpr std::size_t kFew = 3;
  return !words.empty() && words.size() <= kFew && words.front() == "of";
}

bool closes_rest(const FigureRuns& runs, Index last) {
  constexpr std::size_t kClose = 24;  // bytes
  std::string_view before = words_up_to(runs.sheet(), last);
  if (before.size() > kClose) before.remove_prefix(before.size() - kClose);
  const std::vector<std::string> words = plain_words(before);
  return std::ranges::find(words, "remaining") != words.end() ||
         std::ranges::find(words, "rest") != words.end();
}

bool opens_division(const FigureRuns& runs, Index first) {
  const std::string_view before = words_up_to(runs.sheet(), first);
  const auto comma = before.find(',');
  const std::vector<std::string> words = plain_words(before.substr(0, comma));
  constexpr std::size_t kFew = 3;
  return comma != std::string_view::npos && words.size() >= 2 && words.size() <= kFew &&
         words.front() == "by" && comma + 8 >= before.size();
}

bool comes_near(const Sheet& sheet, Index whole, const Run& parts) {
  constexpr double kLittle = 0.05;
  const auto sum = sum_of(values_of(sheet, parts));
  const double wanted = number_of(*sheet.claim(whole).value).value_or(Decimal(0)).to_double();
  return sum && sum->exact && wanted > 0 && std::abs(sum->total.to_double() - wanted) <= kLittle * wanted;
}

bool give_one_number(const Sheet& sheet, const Run& figures) {
  return !figures.empty() && std::ranges::all_of(figures, [&](Index i) {
    return sheet.claim(i).value->printed() == sheet.claim(figures.front()).value->printed();
  });
}

bool is_to_the_digit(const Value& value) {
  const auto printed = value.printed();
  return printed && value.modifier == Modifier::about && *printed >= Decimal(100) &&
         last_unit(*printed, value.step) == Decimal(1);
}

namespace {

// "640 jobs, two mixing lines, 380 jobs": a small number of other things than the large ones is no part of
// theirs.
bool mixes_things(const Sheet& sheet, const Run& parts) {
  constexpr std::int64_t kFar = 12;  // times as many
  const Vocabulary& known = vocabulary();
  const auto number = [&](Index i) { return *sheet.claim(i).value->printed(); };
  const Index largest = *std::ranges::max_element(parts, {}, number);
  const auto counted = [&](Index i) {
    std::set<std::string_view> words;
    for (const std::string& word : plain_words(sheet.claim(i).measure.population))
      words.insert(known.root(known.find(word)));
    return words;
  };
  const std::set<std::string_view> things = counted(largest);
  return std::ranges::any_of(parts, [&](Index i) {
    const auto least = number(i).times(Decimal(kFar));
    if (!sheet.claim(i).unit.empty() || !least || *least >= number(largest)) return false;
    const std::set<std::string_view> own = counted(i);
    return !own.empty() &&
           std::ranges::none_of(own, [&](std::string_view word) { return things.contains(word); });
  });
}

}  // namespace

void tell_sum(Checks& checks, Index whole, const Run& parts, bool exhaustive) {
  if (checks.sheet.claim(whole).value->modifier != Modifier::exact) return;
  const auto sum = sum_of(values_of(checks.sheet, parts));
  if (sum && sum->total != checks.sheet.claim(whole).value->best && mixes_things(checks.sheet, parts)) return;
  const auto told = std::ranges::find_if(checks.findings, [&](const Finding& f) {
    return f.kind == "sum" && rests_on(checks.sheet, f, whole, parts.front());
  });
  if (told != checks.findings.end()) {
    // What was left open for want of words is settled by the digits.
    if (told->verdict != Verdict::cannot_tell || !exhaustive) return;
    checks.findings.erase(told);
  }
  Whole w = arranged(checks.sheet, whole, parts);
  w.exhaustive = exhaustive;
  w.disjoint = true;
  judge_sum(checks, w, values_of(checks.sheet, parts));
}

}  // namespace tally
