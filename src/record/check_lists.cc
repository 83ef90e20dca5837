// Figures that stand side by side, and another figure of their report that they make up.
//
//   "1,840 homes: 960 flats, 540 terraced houses and 370 others"      1,870, 30 more: fails
//   "111 men and 40 women" beside "some 151 people"                   holds
//
// Where the text says that the list is all there is (a colon, "in all") it may refute the whole; else
// no words tie the two together, and a sum to the digit can only bear it out.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <map>
#include <vector>

#include "record/figure_runs.h"
#include "record/nearby.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/summing.h"
#include "tally/rounding.h"

namespace tally {
namespace {

constexpr int kTelling = 4;           // digits that hardly come about by chance
constexpr std::int64_t kFilled = 10;  // the least that parts of all its time make by no chance

// How the text sets a list beside its whole.
enum class Frame {
  none,   // no words tie them
  close,  // in one sentence
  opened  // "1,840 homes: 960 flats, …"
};

class ListFinder {
 public:
  ListFinder(Checks& checks, FigureRuns& runs)
      : checks_(checks), sheet_(checks.sheet), runs_(runs), figures_(runs.figures()) {
    for (const Index i : figures_) by_value_[*sheet_.claim(i).value->printed()].push_back(i);
  }

  void find() {
    for (std::size_t f = 0; f + 2 < figures_.size(); ++f) look_behind(f);
    for (const bool one_sentence : {true, false}) {
      for (std::size_t f = 0; f < figures_.size(); ++f) {
        Run parts = runs_.from(f, one_sentence);
        while (parts.size() >= 2 && !look_for_whole(parts)) parts.pop_back();
        if (parts.size() >= 2) runs_.take(parts);
      }
    }
    for (std::size_t f = 0; f < figures_.size(); ++f) hold_to_words(f);
  }

 private:
  // The list right behind a figure in its sentence: "some 1,150 houses, 870 here and 280 there".
  void look_behind(std::size_t whole) {
    Run parts = runs_.from(whole, true);
    if (parts.size() < 3) return;
    const Decimal wanted = *sheet_.claim(parts.front()).value->printed();
    // "212 of 1,904 stations, namely 138 …": what is larger is no part.
    std::erase_if(parts, [&](Index i) { return *sheet_.claim(i).value->printed() >= wanted; });
    for (; parts.size() >= 2; parts.pop_back()) {
      const auto sum = sum_of(values_of(sheet_, parts));
      if (!sum || sum->total != wanted || !is_whole_of(figures_[whole], parts, wanted)) continue;
      judge_sum(checks_, arranged(sheet_, figures_[whole], parts), values_of(sheet_, parts));
      runs_.take(parts);
      return;
    }
  }

  // Numbers that make another to the digit are worth telling where it is no small one.
  [[nodiscard]] bool is_no_chance(Decimal total, const Run& parts, bool one_list, Frame frame) const {
    if (frame == Frame::opened) return true;
    if (one_list || frame == Frame::close) return total >= Decimal(20);
    const int digits = surprise(Value::exact(total));
    if (runs_.in_one_sentence(parts) || parts.size() >= 3)
      return total >= Decimal(parts.size() >= 3 ? 50 : 100) && digits >= 2;
    return total >= Decimal(100) && digits >= 3;
  }

  [[nodiscard]] bool sums_up(const Claim& whole, const Run& parts, bool one_list, Frame frame) const {
    const Value& value = *whole.value;
    if (is_exact(value) || is_to_the_digit(value)) return true;
    if (value.modifier == Modifier::about && (frame != Frame::none || are_finer(parts, value))) return true;
    return one_list && value.modifier == Modifier::at_least;
  }

  // "Approximately 2.1 million": three numbers told to the ten thousand make that by no chance.
  [[nodiscard]] bool are_finer(const Run& parts, const Value& whole) const {
    constexpr std::size_t kSome = 3;
    const Decimal unit = last_unit(*whole.printed(), whole.step);
    return parts.size() >= kSome && std::ranges::any_of(parts, [&](Index i) {
             const Value& part = *sheet_.claim(i).value;
             return last_unit(*part.printed(), part.step) < unit;
           });
  }

  // The times of the parts, one behind the other, are all of the whole's: four quarters and their year.
  [[nodiscard]] bool fill_time(const Run& parts, Index whole) const {
    const auto& all = sheet_.claim(whole).period;
    if (!all || !all->known() || all->open_from || all->open_to) return false;
    auto next = all->first_day();
    for (const Index i : parts) {
      const auto& own = sheet_.claim(i).period;
      if (!own || !own->known() || own->open_from || own->open_to || own->first_day() != next) return false;
      next = own->last_day() + std::chrono::days(1);
    }
    return next == all->last_day() + std::chrono::days(1);
  }

  // "2,380 jobs by the end of 2026 … 720 in 2024, 1,060 in 2025 and 600 in 2026": over some time.
  [[nodiscard]] bool span_times(const Run& parts, const Claim& whole) const {
    const Claim& first = sheet_.claim(parts.front());
    constexpr std::size_t kSome = 3;
    return parts.size() >= kSome && at_other_times(first, sheet_.claim(parts.back())) &&
           !at_other_times(sheet_.claim(parts.back()), whole);
  }

  // In one sentence with the parts, an item of their list: another figure of their kind stands between, or it
  // follows one itself, as the 14 does in "15 in the east, 14 in the south, eight in the west and six in the
  // north".
  [[nodiscard]] bool stands_in_list(Index whole, const Run& parts) const {
    if (sentences_between(sheet_, whole, parts.front()) > 0) return false;
    const auto at = [&](Index i) { return runs_.end(i); };
    const auto last = std::ranges::upper_bound(figures_, at(parts.back()), {}, at);
    const bool behind = std::any_of(last, figures_.end(), [&](Index i) {
      return i != whole && at(i) < at(whole) &&
             unit_key(sheet_.claim(i).unit) == unit_key(sheet_.claim(whole).unit);
    });
    if (behind || at(whole) > at(parts.front())) return behind;
    const auto own = std::ranges::lower_bound(figures_, at(whole), {}, at);
    return own != figures_.begin() && own != figures_.end() &&
           surprise(*sheet_.claim(whole).value) < kTelling &&
           sentences_between(sheet_, *std::prev(own), whole) == 0 &&
           runs_.follows(*std::prev(own), whole, true) && !opens_list(runs_, whole, parts.front()) &&
           !divides(runs_, whole, parts.front());
  }

  // "[15 in the east, 14 in the south,] eight in the west and six in the north. … 18 in the third quarter":
  // parts of two lists, and not all of the first.
  [[nodiscard]] bool cuts_list(const Run& parts, Index whole) const {
    const auto own = std::ranges::find(figures_, parts.front());
    return !runs_.in_one_sentence(parts) && own != figures_.begin() && *std::prev(own) != whole &&
           sentences_between(sheet_, *std::prev(own), parts.front()) == 0 &&
           sentences_between(sheet_, parts.front(), parts[1]) == 0 &&
           runs_.follows(*std::prev(own), parts.front(), true);
  }

  // No further item of their list stands right before or behind them: two out of four make many sums.
  [[nodiscard]] bool is_whole_run(const Run& parts, Index whole) const {
    const auto at = [&](Index i) { return runs_.end(i); };
    const auto first = std::ranges::lower_bound(figures_, at(parts.front()), {}, at);
    const auto last = std::ranges::upper_bound(figures_, at(parts.back()), {}, at);
    const auto goes_on = [&](Index a, Index b) {
      return a != whole && b != whole && sentences_between(sheet_, a, b) == 0 && runs_.follows(a, b, true);
    };
    if (first != figures_.begin() && goes_on(*std::prev(first), parts.front())) return false;
    return last == figures_.end() || !goes_on(parts.back(), *last);
  }

  [[nodiscard]] bool is_whole_of(Index whole, const Run& parts, Decimal total) const {
    const Claim& c = sheet_.claim(whole);
    const Claim& first = sheet_.claim(parts.front());
    if (std::ranges::find(parts, whole) != parts.end() || unit_key(c.unit) != unit_key(first.unit))
      return false;
    const bool opens =
        runs_.end(whole) <= runs_.end(parts.front()) && sentences_between(sheet_, whole, parts.back()) == 0;
    const bool colon = opens && opens_list(runs_, whole, parts.front());
    const Frame frame = colon ? Frame::opened : opens ? Frame::close : Frame::none;
    const bool tied =
        std::ranges::any_of(parts, [&](Index i) { return sheet_.tied(i, sheet_.claim(i).whole) == whole; });
    const bool one_list = runs_.is_one_list(parts) || tied;
    // Three numbers or more that make one of four digits do so whatever times were read for them.
    const bool sure = parts.size() >= 3 && surprise(Value::exact(total)) >= 4;
    const bool one_time = opens || sure || !at_other_times(c, first) || span_times(parts, c);
    if (fill_time(parts, whole) && total >= Decimal(kFilled) && is_exact(*c.value)) return true;
    if (parts.size() == 2 && !one_list && !opens && !is_whole_run(parts, whole)) return false;
    if (cuts_list(parts, whole) && surprise(Value::exact(total)) < kTelling) return false;
    return one_time && sums_up(c, parts, one_list, frame) && !stands_in_list(whole, parts) &&
           is_no_chance(total, parts, one_list, frame);
  }

  bool look_for_whole(const Run& parts) {
    const auto sum = sum_of(values_of(sheet_, parts));
    const auto wholes = sum ? by_value_.find(sum->total) : by_value_.end();
    if (wholes == by_value_.end()) return false;
    Index nearest = kNone;
    const auto distance = [&](Index i) {
      const auto a = static_cast<std::int64_t>(runs_.end(i));
      return std::abs(a - static_cast<std::int64_t>(runs_.end(parts.front())));
    };
    for (const Index whole : wholes->second) {
      if (!is_whole_of(whole, parts, sum->total)) continue;
      if (nearest == kNone || distance(whole) < distance(nearest)) nearest = whole;
    }
    if (nearest == kNone) return false;
    judge_sum(checks_, arranged(sheet_, nearest, parts), values_of(sheet_, parts));
    return true;
  }

  // The list of a sentence with the figure that opens or closes it by the report's own words.
  void hold_to_words(std::size_t first) {
    Run all = runs_.from(first, true);
    if (all.size() < 3) return;
    if (opens_list(runs_, all.front(), all[1])) {
      const Index whole = all.front();
      all.erase(all.begin());
      return tell_sum(checks_, whole, all, true);
    }
    const Index before = first == 0 ? kNone : figures_[first - 1];
    const bool begins = before == kNone || sentences_between(sheet_, before, all.front()) > 0 ||
                        !runs_.follows(before, all.front(), true);
    if (!begins) return;
    const Index opening = all.front();
    const Index closing = all.back();
    if (all.size() > 3 && divides(runs_, opening, all[1])) {
      all.erase(all.begin());
      tell_sum(checks_, opening, all, false);
    } else if (closes_list(runs_, all[all.size() - 2], closing)) {
      all.pop_back();
      tell_sum(checks_, closing, all, true);
    } else if (is_of(runs_, opening) && makes_up(opening, all)) {
      all.erase(all.begin());
      tell_sum(checks_, opening, all, true);
    } else if (closes_rest(runs_, closing) || opens_division(runs_, opening)) {
      hold_to_nearest(all);
    }
  }

  // "Of the 264, 190 have flats, and the remaining 84 …"; "of the 87, 23 are alive, 52 are dead and 11
  // missing"
  [[nodiscard]] bool makes_up(Index opening, const Run& all) const {
    return closes_rest(runs_, all.back()) ||
           (all.size() > 3 && comes_near(sheet_, opening, {all.begin() + 1, all.end()}));
  }

  // A list that says that nothing is left out, against the one number told before that it comes near.
  void hold_to_nearest(const Run& parts) {
    Run wholes;
    constexpr std::ptrdiff_t kBefore = 64;  // figures
    const auto at = [&](Index i) { return runs_.end(i); };
    const auto last = std::ranges::lower_bound(figures_, at(parts.front()), {}, at);
    const auto first = last - std::min(kBefore, last - figures_.begin());
    for (auto figure = first; figure != last; ++figure) {
      const Index i = *figure;
      const Claim& c = sheet_.claim(i);
      const Claim& part = sheet_.claim(parts.front());
      if (c.value->modifier == Modifier::exact && unit_key(c.unit) == unit_key(part.unit) &&
          !at_other_times(c, part) && comes_near(sheet_, i, parts))
        wholes.push_back(i);
    }
    if (give_one_number(sheet_, wholes)) tell_sum(checks_, wholes.back(), parts, true);
  }

  Checks& checks_;
  const Sheet& sheet_;
  FigureRuns& runs_;
  const Run& figures_;
  std::map<Decimal, Run> by_value_;
};

}  // namespace

void check_lists(Checks& checks) {
  for (Index d = 0; d < checks.sheet.documents.size(); ++d) {
    FigureRuns runs(checks.sheet, d);
    ListFinder(checks, runs).find();
    check_partitions(checks, runs);
    check_closing_sums(checks, runs);
    check_list_slips(checks, runs);
  }
}

}  // namespace tally
