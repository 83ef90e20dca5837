// Numbers of one report that make one another to the digit, whatever words, times and units they were given:
//
//   "employment to 15,850 people. Four years earlier it had been 20,600. The 4,750 jobs that have gone"
//   "77,600 pieces, which is 86.5 per cent of everything sold", two paragraphs after "89,700 were sold"
//
// The checks before ask what the words tie together, and a time or unit that was read wrongly keeps them from
// asking at all. Here the digits alone speak: three numbers that add up are meant to where hardly any three
// of those around them would, as a record linker trusts a rare value more than a common one (Fellegi and
// Sunter 1969). So they bear out and never refute.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "tally/rounding.h"

namespace tally {
namespace {

constexpr double kNoChance = 0.01;   // that some three of those around it add up by chance
constexpr double kPartKnown = 0.08;  // that some whole fits, where the part stands beside its percentage
constexpr double kBeside = 0.12;     // and where the whole stands in the sentence or the one before
constexpr int kReach = 3;            // sentences that lie between the first of three numbers and the last
constexpr int kLeastDigits = 3;
constexpr std::size_t kMost = 200;  // numbers of a report; a table of more adds up by itself
constexpr double kSmallestWhole = 20;

// A printed number, in the order of the text.
struct Printed {
  Index claim = kNone;
  Decimal number = 0;
  int digits = 0;
  int sentence = 0;  // counted from the first number of the report
};

bool smaller(const Printed& a, const Printed& b) {
  return a.number < b.number;
}

bool is_percentage(const Claim& c) {
  return c.unit == "percent" || c.unit == "percentage_point";
}

bool may_be_of_one_kind(const Claim& a, const Claim& b) {
  return a.unit.empty() || b.unit.empty() || unit_key(a.unit) == unit_key(b.unit);
}

// The number that stands alone in a claim: of a figure its value, of a change the amount of it.
std::optional<Decimal> own_number(const Sheet& sheet, Index i) {
  const Claim& c = sheet.claim(i);
  if (is_printed(sheet, i)) return is_exact(*c.value) ? c.value->best : std::nullopt;
  const bool amount = c.kind == ClaimKind::change && !sheet.out[i] && c.change && c.change->by;
  return amount && c.change->modifier == Modifier::exact ? c.change->by : std::nullopt;
}

class Coincidences {
 public:
  explicit Coincidences(Checks& checks) : checks_(checks), sheet_(checks.sheet) {
    for (const Finding& f : checks_.findings) {
      if (f.verdict != Verdict::cannot_tell) settled_.insert(f.claim);
    }
  }

  void find_in(Index document) {
    gather(document);
    if (numbers_.size() < 3 || numbers_.size() > kMost) return;
    for (std::size_t at = 0; at < numbers_.size(); ++at) {
      if (is_percentage(sheet_.claim(numbers_[at].claim))) {
        bear_out_share(at);
      } else {
        add_up(at);
      }
    }
  }

 private:
  void gather(Index document) {
    numbers_.clear();
    const Index begin = sheet_.first_claim[document];
    for (Index i = begin; i < begin + sheet_.documents[document].claims.size(); ++i) {
      const auto number = own_number(sheet_, i);
      if (number && *number > Decimal(0))
        numbers_.push_back({i, *number, surprise(Value::exact(*number)), 0});
    }
    std::ranges::stable_sort(numbers_, {}, [&](const Printed& p) { return number_end(sheet_, p.claim); });
    for (std::size_t n = 1; n < numbers_.size(); ++n) {
      numbers_[n].sentence =
          numbers_[n - 1].sentence + sentences_between(sheet_, numbers_[n - 1].claim, numbers_[n].claim);
    }
  }

  // The numbers before one, no more than so many sentences away, each value once, of its kind.
  [[nodiscard]] std::vector<Printed> before(std::size_t at, int sentences) const {
    std::vector<Printed> found;
    const Printed& last = numbers_[at];
    for (std::size_t n = at; n > 0 && last.sentence - numbers_[n - 1].sentence <= sentences; --n) {
      const Printed& p = numbers_[n - 1];
      const bool again = p.number == last.number ||
                         std::ranges::any_of(found, [&](const Printed& f) { return f.number == p.number; });
      if (!again && !is_percentage(sheet_.claim(p.claim)) && p.digits >= kLeastDigits &&
          may_be_of_one_kind(sheet_.claim(p.claim), sheet_.claim(last.claim)))
        found.push_back(p);
    }
    return found;
  }

  // Three numbers, the one at `at` told last, of which two make the third.
  void add_up(std::size_t at) {
    const Printed& last = numbers_[at];
    if (last.digits < kLeastDigits) return;
    for (int reach = 0; reach <= kReach; ++reach) {
      const std::vector<Printed> near = before(at, reach);
      const std::size_t tries = near.size() * (near.size() - (near.empty() ? 0 : 1)) / 2;
      for (std::size_t a = 0; a < near.size(); ++a) {
        for (std::size_t b = a + 1; b < near.size(); ++b) {
          std::array<Printed, 3> three = {near[a], near[b], last};
          const int digits = std::min({near[a].digits, near[b].digits, last.digits});
          if (chance(tries, std::pow(10, -digits)) > kNoChance || !makes(three)) continue;
          return tell(three);
        }
      }
    }
  }

  // The largest is what the others come to; then it stands first.
  static bool makes(std::array<Printed, 3>& three) {
    std::ranges::stable_sort(three, [](const Printed& a, const Printed& b) { return a.number > b.number; });
    const auto sum = three[1].number.plus(three[2].number);
    return sum && *sum == three[0].number;
  }

  void tell(const std::array<Printed, 3>& three) {
    for (const Printed& p : three) {
      for (const Printed& other : three) {
        if (p.claim != other.claim && is_told(p.claim, other.claim)) return;
      }
    }
    const auto& [whole, part, other] = three;
    add(checks_, {.verdict = Verdict::holds,
                  .kind = "sum",
                  .claim = whole.claim,
                  .against = {part.claim, other.claim},
                  .explanation =
                      in_words(part.number) + " + " + in_words(other.number) + " = " + in_words(whole.number),
                  .suspect = "",
                  .rank = Rank::plain,
                  .relative_size = std::nullopt});
  }

  // A finding holds the two against each other already.
  [[nodiscard]] bool is_told(Index a, Index b) const {
    return std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.verdict != Verdict::cannot_tell && rests_on(sheet_, f, a, b);
    });
  }

  // One of the two numbers is the last before the percentage in its sentence, the other stands anywhere
  // before.
  void bear_out_share(std::size_t at) {
    const Index share = numbers_[at].claim;
    if (at == 0 || sheet_.claim(share).unit != "percent" || settled_.contains(sheet_.claims[share].id) ||
        numbers_[at].number >= Decimal(100))
      return;
    const Printed& beside = numbers_[at - 1];
    if (beside.sentence != numbers_[at].sentence || is_percentage(sheet_.claim(beside.claim))) return;
    const Stretch told = percent_stretch(*sheet_.claim(share).value);
    if (!told.low || !told.high) return;
    const double open = (told.high->to_double() - told.low->to_double()) / numbers_[at].number.to_double();
    std::set<Decimal> tried;
    for (std::size_t n = at - 1; n-- > 0;) {
      const Printed& other = numbers_[n];
      if (other.number == beside.number || is_percentage(sheet_.claim(other.claim)) ||
          !may_be_of_one_kind(sheet_.claim(other.claim), sheet_.claim(beside.claim)))
        continue;
      const bool near = beside.sentence - other.sentence <= 1;
      const Printed& part = std::min(beside, other, smaller);
      const Printed& whole = std::max(beside, other, smaller);
      if (whole.number.to_double() < kSmallestWhole || (&whole == &beside && !near)) continue;
      tried.insert(other.number);
      if (chance(tried.size(), open) > (near ? kBeside : kPartKnown)) return;
      const auto percent = Decimal::round(part.number.to_double() / whole.number.to_double() * 100, 2);
      if (percent && told.holds(*percent)) return tell_share(share, part, whole, *percent);
    }
  }

  void tell_share(Index share, const Printed& part, const Printed& whole, Decimal percent) {
    const Value& value = *sheet_.claim(share).value;
    add(checks_, {.verdict = Verdict::holds,
                  .kind = "share",
                  .claim = share,
                  .against = {part.claim, whole.claim},
                  .explanation = in_words(part.number) + " of " + in_words(whole.number) + " is " +
                                 in_words(percent) + " %: " + in_words(value) + " % fits",
                  .suspect = "",
                  .rank = Rank::plain,
                  .relative_size = percent_apart(percent, *value.printed())});
  }

  Checks& checks_;
  const Sheet& sheet_;
  std::set<Id> settled_;
  std::vector<Printed> numbers_;
};

}  // namespace

void check_coincidences(Checks& checks) {
  Coincidences coincidences(checks);
  for (Index document = 0; document < checks.sheet.documents.size(); ++document)
    coincidences.find_in(document);
}

}  // namespace tally
