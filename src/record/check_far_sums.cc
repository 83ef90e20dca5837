// Numbers of one report that others make up to the digit, whatever stands between them and whatever words
// they have.
//
//   "40,613 souls. … 21,274 women (52.4 percent) and 19,339 men"              three sentences on
//   "8,430 people; ten years before, 11,170. The 2,740 places that went"      what the two differ by
//
// The words need not tie them: the more digits a number has, and the fewer numbers stand around it, the less
// chance can have a hand in it. Nothing fails by it.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "record/checks.h"
#include "record/report_numbers.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/summing.h"
#include "tally/rounding.h"

namespace tally {
namespace {

constexpr double kNoChance = 0.08;       // that numbers around it make it up by chance
constexpr int kLongestRun = 7;           // parts
constexpr int kSpan = 3;                 // sentences that a run of parts goes through
constexpr std::size_t kCrowd = 200;      // numbers of one kind: a table
constexpr Decimal kLeast = Decimal(10);  // parts of small numbers are met everywhere

// How many numbers of so many digits one is met among; those of few crowd together.
double numbers_with(int digits) {
  constexpr int kFew = 3;
  return std::pow(10, digits <= kFew ? digits - 0.6 : digits);
}

struct Number {
  Index claim = kNone;
  Decimal value = 0;
  int digits = 0;
  int sentence = 0;  // counted from the first number
};

class FarSums {
 public:
  FarSums(Checks& checks, std::vector<Number> numbers) : checks_(checks), numbers_(std::move(numbers)) {
    for (std::size_t n = 0; n < numbers_.size(); ++n) by_value_[numbers_[n].value].push_back(n);
    for (const Finding& f : checks_.findings) {
      if (f.kind == "sum") told_.insert(f.claim);
    }
  }

  void find() {
    for (std::size_t n = 0; n < numbers_.size(); ++n) find_run(n);
    for (std::size_t a = 0; a < numbers_.size(); ++a) {
      for (std::size_t b = a + 1; b < numbers_.size(); ++b) find_pair(a, b);
    }
  }

 private:
  using Parts = std::vector<std::size_t>;

  // Numbers that follow each other, from this one on.
  void find_run(std::size_t first) {
    Parts parts = {first};
    Decimal total = numbers_[first].value;
    for (std::size_t n = first + 1; n < numbers_.size() && parts.size() < kLongestRun; ++n) {
      if (numbers_[n].sentence - numbers_[first].sentence > kSpan) return;
      const auto sum = total.plus(numbers_[n].value);
      if (!sum) return;
      total = *sum;
      parts.push_back(n);
      if (parts.size() > 2) look_for(total, parts);
    }
  }

  void find_pair(std::size_t a, std::size_t b) {
    if (const auto sum = numbers_[a].value.plus(numbers_[b].value)) look_for(*sum, {a, b});
  }

  void look_for(Decimal total, const Parts& parts) {
    const auto found = by_value_.find(total);
    if (found == by_value_.end()) return;
    const auto far = [&](std::size_t whole) { return reach(whole, parts); };
    const std::size_t whole = *std::ranges::min_element(found->second, {}, far);
    if (likelihood(whole, parts) > kNoChance) return;
    tell(whole, parts);
  }

  // How many sentences lie between the whole and the farthest part.
  [[nodiscard]] int reach(std::size_t whole, const Parts& parts) const {
    int far = 0;
    for (const std::size_t part : parts)
      far = std::max(far, std::abs(numbers_[part].sentence - numbers_[whole].sentence));
    return far;
  }

  // That what stands as near makes the number up by chance: of a run its whole, of two numbers any of the
  // three.
  [[nodiscard]] double likelihood(std::size_t whole, const Parts& parts) const {
    const int far = std::max(reach(whole, parts), 1);
    const auto around = static_cast<double>(std::ranges::count_if(
        numbers_, [&](const Number& n) { return std::abs(n.sentence - numbers_[whole].sentence) <= far; }));
    int digits = numbers_[whole].digits;
    if (parts.size() > 2) return around * kSpan / numbers_with(digits);
    for (const std::size_t part : parts) digits = std::min(digits, numbers_[part].digits);
    return around * around / 2 / numbers_with(digits);
  }

  void tell(std::size_t whole, const Parts& parts) {
    const Sheet& sheet = checks_.sheet;
    const Index claim = numbers_[whole].claim;
    std::vector<Index> against;
    std::string words;
    for (const std::size_t part : parts) {
      against.push_back(numbers_[part].claim);
      words += (words.empty() ? "" : " + ") + in_words(numbers_[part].value);
    }
    const bool known =
        std::ranges::any_of(against, [&](Index part) { return told_.contains(sheet.claims[part].id); });
    if (known || !told_.insert(sheet.claims[claim].id).second) return;
    add(checks_, {.verdict = Verdict::holds,
                  .kind = "sum",
                  .claim = claim,
                  .against = std::move(against),
                  .explanation = words + " = " + in_words(numbers_[whole].value),
                  .suspect = "",
                  .rank = Rank::plain,
                  .relative_size = Decimal(0)});
  }

  Checks& checks_;
  std::vector<Number> numbers_;  // of one kind, in order of the text
  std::map<Decimal, std::vector<std::size_t>> by_value_;
  std::set<Id> told_;  // claims with a sum of their own
};

bool may_be_added(const Sheet& sheet, const ReportNumber& number) {
  const Claim& c = sheet.claim(number.claim);
  return is_exact(*c.value) && c.unit != "percent" && c.unit != "year" && number.value >= kLeast;
}

// The numbers of a report by what they count.
std::map<std::string, std::vector<Number>> numbers_by_kind(const Sheet& sheet, Index document) {
  std::map<std::string, std::vector<Number>> numbers;
  for (const ReportNumber& n : numbers_of_report(sheet, document)) {
    if (may_be_added(sheet, n))
      numbers[unit_key(sheet.claim(n.claim).unit)].push_back(
          {n.claim, n.value, surprise(Value::exact(n.value)), n.sentence});
  }
  return numbers;
}

}  // namespace

void check_far_sums(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  for (Index document = 0; document < sheet.documents.size(); ++document) {
    if (sheet.documents[document].text.empty()) continue;
    for (auto& [unit, numbers] : numbers_by_kind(sheet, document)) {
      if (numbers.size() >= 3 && numbers.size() <= kCrowd) FarSums(checks, std::move(numbers)).find();
    }
  }
}

}  // namespace tally
