// What a number sums up is a row of the record, wherever its numbers were told.
//
//   "47 in 2018, 118 in 2019, … 318 last year"     A
//   "That makes 1,027 in all"                      B: the numbers of six years come to 1,027
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/slots.h"

namespace tally {
namespace {

constexpr std::size_t kLeast = 3;  // numbers of a run
constexpr int kDigits = 3;         // of the sum

// The words of a sum: "in all", "since 2018", "so far".
bool sums_up(const Sheet& sheet, Index claim) {
  static constexpr std::array<std::string_view, 9> kWords = {
      "in all", "in total", "a total of", "altogether", "together", "since", "so far", "combined", "until"};
  const std::string_view sentence = whole_sentence(sheet, claim);
  return sheet.claim(claim).measure.aggregate == Aggregate::total ||
         std::ranges::any_of(
             kWords, [&](std::string_view words) { return sentence.find(words) != std::string_view::npos; });
}

class RowTotals {
 public:
  explicit RowTotals(Checks& checks) : checks_(checks), sheet_(checks.sheet) {
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      if (!is_printed(sheet_, i) || !sheet_.claim(i).value->best || sheet_.claim(i).unit == "percent")
        continue;
      const Value& value = *sheet_.claim(i).value;
      if (value.modifier == Modifier::exact && surprise(value) >= kDigits && sums_up(sheet_, i))
        sums_[*value.best].push_back(i);
    }
    for (const Finding& f : checks.findings) {
      if (f.kind != "sum" || f.verdict != Verdict::holds) continue;
      told_.insert(f.claim);
      told_.insert(f.against.begin(), f.against.end());
    }
  }

  void find() {
    if (sums_.empty()) return;
    for (const auto& [variable, line] : checks_.chart.lines) {
      for (auto first = line.begin(); first != line.end(); ++first) hold_from(line, first);
    }
  }

 private:
  // Runs without a gap that begin there.
  void hold_from(const Line& line, Line::const_iterator first) {
    std::vector<Index> parts;
    Decimal total = 0;
    for (auto at = first; at != line.end(); ++at) {
      const Rival& chosen = at->second.chosen();
      const bool follows = at == first || period_before(at->first) == std::prev(at)->first;
      const auto sum = chosen.value.best ? total.plus(*chosen.value.best) : std::nullopt;
      if (!follows || !sum || chosen.value.modifier != Modifier::exact) return;
      total = *sum;
      parts.push_back(chosen.claims.front());
      if (parts.size() >= kLeast) tell_of(line, total, parts, at->first);
    }
  }

  void tell_of(const Line& line, Decimal total, const std::vector<Index>& parts, const Period& last) {
    const auto found = sums_.find(total);
    if (found == sums_.end()) return;
    for (const Index whole : found->second) {
      if (told_.contains(sheet_.claims[whole].id) || is_part(line, whole) || !may_be_of(whole, parts, last))
        continue;
      told_.insert(sheet_.claims[whole].id);
      tell(whole, parts);
    }
  }

  [[nodiscard]] bool is_part(const Line& line, Index whole) const {
    return std::ranges::any_of(line, [&](const auto& entry) {
      return std::ranges::any_of(entry.second.rivals, [&](const Rival& rival) {
        return std::ranges::find(rival.claims, whole) != rival.claims.end();
      });
    });
  }

  // On one story, in one unit, and told no earlier than its last part.
  [[nodiscard]] bool may_be_of(Index whole, const std::vector<Index>& parts, const Period& last) const {
    const Claim& c = sheet_.claim(whole);
    const Claim& part = sheet_.claim(parts.back());
    const Index document = sheet_.claims[whole].document;
    const bool early =
        c.period && c.period->known() && !c.period->open_to && c.period->last_day() < last.first_day();
    const bool bare = c.unit.empty() || part.unit.empty();
    return !early &&
           (bare ? !is_measure(c.unit) && !is_measure(part.unit) : unit_key(c.unit) == unit_key(part.unit)) &&
           std::ranges::all_of(parts, [&](Index i) {
             const Index other = sheet_.claims[i].document;
             return other == document || checks_.subjects.are_one(other, document);
           });
  }

  static bool is_measure(const std::string& unit) { return !unit.empty() && unit != "person"; }

  void tell(Index whole, const std::vector<Index>& parts) {
    std::string words;
    for (const Index i : parts) words += (words.empty() ? "" : " + ") + in_words(*sheet_.claim(i).value);
    words += " = " + in_words(*sheet_.claim(whole).value);
    add(checks_, {.verdict = Verdict::holds,
                  .kind = "sum",
                  .claim = whole,
                  .against = parts,
                  .explanation = words,
                  .suspect = "",
                  .rank = Rank::plain,
                  .relative_size = std::nullopt});
  }

  Checks& checks_;
  const Sheet& sheet_;
  std::map<Decimal, std::vector<Index>> sums_;  // numbers that sum something up
  std::set<Id> told_;
};

}  // namespace

void check_row_totals(Checks& checks) {
  RowTotals(checks).find();
}

}  // namespace tally
