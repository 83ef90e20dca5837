// Runs of figures that all but come to a number of their report.
//
//   "5,120 children, 2,860 women and 1,260 men" of "9,340 people"     9,240: one digit is another
//   "15 here, 14 there, eight … and six …" of "the 41"                 43: more than there are
#include <algorithm>
#include <string>

#include "record/figure_runs.h"
#include "record/nearby.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/summing.h"
#include "tally/rounding.h"

namespace tally {
namespace {

// One digit is another one, or two changed places.
bool differ_by_a_slip(Decimal a, Decimal b) {
  const int scale = std::max(a.scale(), b.scale());
  std::string x = a.shifted(scale).value_or(a).to_string();
  std::string y = b.shifted(scale).value_or(b).to_string();
  if (x.size() != y.size()) return false;
  std::vector<std::size_t> apart;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] != y[i]) apart.push_back(i);
  }
  if (apart.size() == 1) return true;
  return apart.size() == 2 && x[apart[0]] == y[apart[1]] && x[apart[1]] == y[apart[0]];
}

class ListSlips {
 public:
  ListSlips(Checks& checks, const FigureRuns& runs) : checks_(checks), sheet_(checks.sheet), runs_(runs) {}

  void find() {
    for (const bool one_sentence : {true, false}) {
      for (std::size_t f = 0; f < runs_.figures().size(); ++f) {
        if (!runs_.begins(f, one_sentence)) continue;
        const Run parts = runs_.from(f, one_sentence);
        look_for_slip(parts);
        if (one_sentence) look_for_excess(parts);
      }
    }
  }

 private:
  // A list that comes to a number but for one digit: "5,120 children, 2,860 women and 1,260 men" of "9,340
  // people". Of all the numbers of a report hardly any other is so near.
  void look_for_slip(const Run& parts) {
    const auto is_whole = [&](Index i) { return slips_from(i, parts); };
    if (parts.size() < 2) return;
    // The whole may open or close the list.
    const Index opening = parts.front();
    const Index closing = parts.back();
    if (parts.size() > 2 && slips_from(opening, {parts.begin() + 1, parts.end()}))
      return tell_sum(checks_, opening, {parts.begin() + 1, parts.end()}, true);
    if (parts.size() > 2 && slips_from(closing, {parts.begin(), parts.end() - 1}))
      return tell_sum(checks_, closing, {parts.begin(), parts.end() - 1}, true);
    Run wholes;
    for (const Index i : runs_.figures()) {
      if (std::ranges::find(parts, i) == parts.end() && is_near(i, parts) && is_whole(i)) wholes.push_back(i);
    }
    if (give_one_number(sheet_, wholes)) tell_sum(checks_, wholes.front(), parts, true);
  }

  // A list of classes that comes to a little more than the number right before it, which it divides: "the
  // last of the 41 … Fifteen of them were in the east, 14 in the south, eight in the west and six in the
  // north." Such a list may leave some out; it cannot hold more than there are.
  void look_for_excess(const Run& parts) {
    constexpr std::size_t kLeast = 3;
    if (parts.size() < kLeast || opens_list(runs_, parts.front(), parts[1])) return;
    Run wholes;
    for (const Index i : runs_.figures()) {
      if (stands_before(i, parts.front()) && is_exceeded(i, parts)) wholes.push_back(i);
    }
    if (give_one_number(sheet_, wholes)) tell_sum(checks_, wholes.back(), parts, true);
  }

  // In the sentence before, or where the report opens.
  [[nodiscard]] bool stands_before(Index whole, Index first) const {
    if (runs_.end(whole) >= runs_.end(first)) return false;
    const int far = sentences_between(sheet_, whole, first);
    return far == 1 || far == 2 || (far > 0 && opens_report(whole));
  }

  [[nodiscard]] bool is_exceeded(Index whole, const Run& parts) const {
    const Claim& c = sheet_.claim(whole);
    const auto sum = sum_of(values_of(sheet_, parts));
    const auto number = c.value->printed();
    if (!sum || !sum->exact || !number || !is_exact(*c.value)) return false;
    // What rounding explains is no excess.
    if (sum->total.to_double() <= number->to_double() + sum->slack.to_double()) return false;
    const Claim& part = sheet_.claim(parts.front());
    return unit_key(c.unit) == unit_key(part.unit) && !at_other_times(c, part) &&
           comes_near(sheet_, whole, parts) && is_largest(*number, parts);
  }

  [[nodiscard]] bool is_largest(Decimal number, const Run& parts) const {
    return std::ranges::all_of(parts, [&](Index i) { return *sheet_.claim(i).value->printed() < number; });
  }

  // Up to so many sentences before the list or behind it; for two digits right before it. What the title or
  // the lead gives is what all of the report is about.
  [[nodiscard]] bool is_near(Index whole, const Run& parts) const {
    constexpr int kReach = 3;
    constexpr std::size_t kFullList = 3;
    if (parts.size() >= kFullList && surprise(*sheet_.claim(whole).value) >= 3 && opens_report(whole))
      return true;
    const bool before = runs_.end(whole) < runs_.end(parts.front());
    const int far = sentences_between(sheet_, whole, before ? parts.front() : parts.back());
    const auto digits = surprise(*sheet_.claim(whole).value);
    return digits >= 4 ? far <= kReach + 1 : digits == 3 ? far <= kReach : far <= 1;
  }

  [[nodiscard]] bool opens_report(Index claim) const {
    constexpr std::uint32_t kLead = 600;  // bytes
    return sheet_.claim(claim).quote.begin < kLead;
  }

  // The sum is the number with one digit another, or two changed places.
  [[nodiscard]] bool slips_from(Index whole, const Run& parts) const {
    constexpr int kLeastDigits = 2;
    const Claim& c = sheet_.claim(whole);
    const auto sum = sum_of(values_of(sheet_, parts));
    const auto number = c.value->printed();
    if (!sum || !sum->exact || !number || !is_exact(*c.value) || *number == sum->total) return false;
    const Claim& part = sheet_.claim(parts.front());
    const int digits = surprise(Value::exact(*number));
    // Three numbers or more that all but make one of four digits do so whatever times were read for them.
    const bool sure = parts.size() >= 3 && digits >= 4;
    if (unit_key(c.unit) != unit_key(part.unit) || (at_other_times(c, part) && !sure)) return false;
    const std::size_t least = digits >= 4 ? 2 : 3;
    if (digits < kLeastDigits || parts.size() < least) return false;
    if (digits == kLeastDigits && !is_of(runs_, whole) && !divides(runs_, whole, parts.front())) return false;
    return is_largest(*number, parts) && differ_by_a_slip(*number, sum->total);
  }

  Checks& checks_;
  const Sheet& sheet_;
  const FigureRuns& runs_;
};

}  // namespace

void check_list_slips(Checks& checks, const FigureRuns& runs) {
  ListSlips(checks, runs).find();
}

}  // namespace tally
