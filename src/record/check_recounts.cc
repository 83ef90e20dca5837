// One count that two reports of one story give for one time in other words, a little apart: the later one was
// made anew.
//
//   "21,480 children were born in Ostrava region in 2022"     "20,310 births …, against 21,612 in 2022"
//   "handed in 48,312 fakes in 2023"                          "In 2023 there had been 48,377 (a figure that
//                                                              now includes 65 notes …)"
//
// Two numbers of four digits seldom come so near each other. What their sentences share, who gives them, how
// near they are and whether the words say that something was counted anew must add up; nothing fails by it.
#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/rivalry.h"
#include "record/shared_words.h"
#include "record/slots.h"
#include "record/told_corrections.h"
#include "tally/rounding.h"

namespace tally {
namespace {

constexpr int kTelling = 3;         // digits
constexpr int kMany = 4;            // digits that hardly meet by chance
constexpr int kNear = 2;            // percent: what a count made anew moves by
constexpr int kStillNear = 5;       // where more speaks for it
constexpr int kToldAnew = 7;        // where the words say so
constexpr std::size_t kBeside = 8;  // numbers that lie between two
constexpr int kEnough = 4;          // of evidence

class Recounts {
 public:
  explicit Recounts(Checks& checks) : checks_(checks), sheet_(checks.sheet) {}

  void find() {
    for (auto& [unit, figures] : by_unit()) {
      std::ranges::stable_sort(figures, {}, [&](Index i) { return *sheet_.claim(i).value->best; });
      for (std::size_t a = 0; a < figures.size(); ++a) {
        for (std::size_t b = a + 1; b < figures.size() && b <= a + kBeside; ++b)
          compare(figures[a], figures[b]);
      }
    }
    tell_nearest();
  }

 private:
  struct Recount {
    Decimal gap;  // percent
    Index first = kNone;
    Index later = kNone;
  };

  // Of several numbers that one may have been, the nearest: a number of a report is told of once.
  void tell_nearest() {
    std::ranges::stable_sort(found_, {}, &Recount::gap);
    std::set<std::pair<Index, Decimal>> told;
    for (const Recount& recount : found_) {
      const auto first =
          std::pair(sheet_.claims[recount.first].document, *sheet_.claim(recount.first).value->best);
      const auto later =
          std::pair(sheet_.claims[recount.later].document, *sheet_.claim(recount.later).value->best);
      const bool known = told.contains(first) || told.contains(later);
      told.insert(first);
      told.insert(later);
      if (!known) tell(recount.first, recount.later);
    }
  }

  // What is counted in one unit.
  [[nodiscard]] std::map<std::string, std::vector<Index>> by_unit() const {
    std::map<std::string, std::vector<Index>> figures;
    std::map<std::tuple<Index, Decimal, std::string>, bool> known;  // once a report and time
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      const Claim& c = sheet_.claim(i);
      if (!sheet_.counts(i) || !is_exact(*c.value) || surprise(*c.value) < kTelling || c.unit == "percent" ||
          c.in_title || c.whole != kNone)
        continue;
      const std::string time = c.period && c.period->known() ? c.period->to_string() : "";
      if (known.emplace(std::tuple(sheet_.claims[i].document, *c.value->best, time), true).second)
        figures[unit_key(c.unit)].push_back(i);
    }
    return figures;
  }

  void compare(Index a, Index b) {
    const Index x = sheet_.claims[a].document;
    const Index y = sheet_.claims[b].document;
    const auto gap = percent_apart(*sheet_.claim(b).value->best, *sheet_.claim(a).value->best);
    if (x == y || !gap || gap->is_zero() || *gap > Decimal(kToldAnew)) return;
    const Date told_x = sheet_.documents[x].published.date;
    const Date told_y = sheet_.documents[y].published.date;
    if (!told_x.known() || !told_y.known()) return;
    constexpr auto kWeek = std::chrono::days(7);
    const auto between = told_y.first_day() - told_x.first_day();
    if (between < kWeek && between > -kWeek) return;
    const Index first = between > between.zero() ? a : b;
    const Index later = first == a ? b : a;
    if (may_be_one(a, b) && evidence(first, later, *gap) >= enough_for(first, later, *gap))
      found_.push_back({*gap, first, later});
  }

  // More, where they do not print one time, and where a number has few digits.
  [[nodiscard]] int enough_for(Index a, Index b, Decimal gap) const {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    const bool one_time = x.period && x.period->known() && x.period == y.period;
    const bool few = std::min(surprise(*x.value), surprise(*y.value)) < kMany;
    return kEnough + (one_time ? 0 : 2) + (few ? 1 : 0) + (gap > Decimal(kNear) ? 2 : 0);
  }

  [[nodiscard]] bool may_be_one(Index a, Index b) const {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    const bool places =
        x.measure.place.empty() || y.measure.place.empty() || x.measure.place == y.measure.place;
    return places && !are_two_times(x, y) &&
           checks_.subjects.are_one(sheet_.claims[a].document, sheet_.claims[b].document) &&
           rivalry(*x.value, *y.value) == Rivalry::near && !is_given_by(a, sheet_.claims[b].document) &&
           !is_given_by(b, sheet_.claims[a].document);
  }

  static bool are_two_times(const Claim& x, const Claim& y) {
    return at_other_times(x, y) && (x.period_basis == Basis::printed || y.period_basis == Basis::printed ||
                                    x.period->grain() == y.period->grain());
  }

  // A report that has both means two things, or says itself which took the other's place.
  [[nodiscard]] bool is_given_by(Index i, Index document) const {
    const Index begin = sheet_.first_claim[document];
    for (Index j = begin; j < begin + sheet_.documents[document].claims.size(); ++j) {
      const auto& value = sheet_.claim(j).value;
      if (value && value->printed() == sheet_.claim(i).value->best) return true;
    }
    return false;
  }

  [[nodiscard]] int evidence(Index first, Index later, Decimal gap) const {
    const Claim& x = sheet_.claim(first);
    const Claim& y = sheet_.claim(later);
    const bool anew = correction_told(around(later)) > 0;
    if (!anew && gap > Decimal(kStillNear)) return 0;
    const int words = shared_words(sheet_, first, later);
    const bool thing = !x.measure.population.empty() && x.measure.population == y.measure.population;
    const bool unit = !x.unit.empty() && x.unit == y.unit && x.unit != "person";
    if (!anew && words == 0 && !thing) return 0;
    return (anew ? 2 : 0) + (thing ? 2 : 0) + std::min(words, 2) + (have_one_source(x, y) ? 1 : 0) +
           (gap <= Decimal(1) ? 1 : 0) + (surprise(*x.value) > kMany ? 1 : 0) + (unit ? 1 : 0) +
           (share_names(sheet_, first, later) ? 1 : 0);
  }

  static bool have_one_source(const Claim& x, const Claim& y) {
    return !x.attribution.empty() && !y.attribution.empty() && !x.attribution.front().name.empty() &&
           x.attribution.front().name == y.attribution.front().name;
  }

  // The sentence of the number and a little of what follows.
  [[nodiscard]] std::string_view around(Index i) const {
    constexpr std::size_t kBehind = 160;  // bytes
    const std::string_view text = sheet_.document_of(i).text;
    const std::string_view before = words_up_to(sheet_, i);
    const std::size_t end = std::min<std::size_t>(number_end(sheet_, i) + kBehind, text.size());
    const std::size_t begin =
        before.empty() ? sheet_.claim(i).quote.begin : static_cast<std::size_t>(before.data() - text.data());
    return begin < end ? text.substr(begin, end - begin) : std::string_view();
  }

  void tell(Index first, Index later) {
    const bool told = std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.verdict != Verdict::cannot_tell && f.kind != "difference_by" &&
             rests_on(sheet_, f, first, later);
    });
    if (told) return;
    const Value& x = *sheet_.claim(first).value;
    const Value& y = *sheet_.claim(later).value;
    const std::string words = said(y, sheet_.claim(later).period) + " (" +
                              sheet_.document_of(later).published.date.to_string() + ") against " +
                              in_words(x) + " (" + sheet_.document_of(first).published.date.to_string() +
                              "): a later count of the same";
    for (const auto& [claim, against] : {std::pair(first, later), std::pair(later, first)}) {
      add(checks_, {.verdict = Verdict::explained,
                    .kind = "revision",
                    .claim = claim,
                    .against = {against},
                    .explanation = words,
                    .suspect = "",
                    .rank = Rank::revision,
                    .relative_size = percent_apart(*y.best, *x.best)});
    }
  }

  Checks& checks_;
  const Sheet& sheet_;
  std::vector<Recount> found_;
};

}  // namespace

void check_recounts(Checks& checks) {
  Recounts(checks).find();
}

}  // namespace tally
