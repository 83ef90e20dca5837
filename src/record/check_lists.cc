// Figures that stand side by side, and another figure of their report that they make up.
//
//   "1,840 homes: 960 flats, 540 terraced houses and 370 others"      1,870, 30 more: fails
//   "111 men and 40 women" beside "some 151 people"                   holds
//
// Where the text says that the list is all there is (a colon, "in all") it may refute the whole; else
// no words tie the two together, and a sum to the digit can only bear it out.
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "record/nearby.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/summing.h"
#include "tally/rounding.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::size_t kLongestList = 8;
constexpr std::uint32_t kOneBreath = 160;  // bytes between two parts of one list

// "Some 151": the word hedges, the digits do not.
bool is_to_the_digit(const Value& value) {
  const auto printed = value.printed();
  return printed && value.modifier == Modifier::about && *printed >= Decimal(100) &&
         last_unit(*printed, value.step) == Decimal(1);
}

// Plans and forecasts add up too.
bool may_be_summed(const Sheet& sheet, Index i) {
  if (!is_printed(sheet, i) || !sheet.claim(i).value->printed()) return false;
  const Claim& c = sheet.claim(i);
  // What a change starts from is no part of what it comes to.
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

// How the text sets a list beside its whole.
enum class Frame {
  none,   // no words tie them
  close,  // in one sentence
  opened  // "1,840 homes: 960 flats, …"
};

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

class ListFinder {
 public:
  ListFinder(Checks& checks, Index document) : checks_(checks), sheet_(checks.sheet) {
    const Index begin = sheet_.first_claim[document];
    for (Index i = begin; i < begin + sheet_.documents[document].claims.size(); ++i) {
      if (may_be_summed(sheet_, i)) figures_.push_back(i);
    }
    for (const Index i : figures_) end_[i] = number_end(sheet_, i);
    std::ranges::stable_sort(figures_, {}, [&](Index i) { return end_.at(i); });
    for (const Index i : figures_) by_value_[*sheet_.claim(i).value->printed()].push_back(i);
  }

  void find() {
    for (std::size_t f = 0; f + 2 < figures_.size(); ++f) look_behind(f);
    for (const bool one_sentence : {true, false}) {
      for (std::size_t f = 0; f < figures_.size(); ++f) {
        std::vector<Index> parts = list_from(f, one_sentence);
        while (parts.size() >= 2 && !look_for_whole(parts)) parts.pop_back();
        if (parts.size() >= 2) used_.insert(parts.begin(), parts.end());
      }
    }
    for (std::size_t f = 0; f < figures_.size(); ++f) hold_to_words(f);
    for (const bool one_sentence : {true, false}) {
      for (std::size_t f = 0; f < figures_.size(); ++f) {
        if (begins_run(f, one_sentence)) look_for_slip(list_from(f, one_sentence));
      }
    }
  }

 private:
  // The list right behind a figure in its sentence: "some 1,150 houses, 870 here and 280 there".
  void look_behind(std::size_t whole) {
    std::vector<Index> parts = list_from(whole, true);
    if (parts.size() < 3) return;
    const Decimal wanted = *sheet_.claim(parts.front()).value->printed();
    // "212 of 1,904 stations, namely 138 …": what is larger is no part.
    std::erase_if(parts, [&](Index i) { return *sheet_.claim(i).value->printed() >= wanted; });
    for (; parts.size() >= 2; parts.pop_back()) {
      const auto sum = sum_of(values_of(sheet_, parts));
      if (!sum || sum->total != wanted || !is_whole_of(figures_[whole], parts, wanted)) continue;
      judge_sum(checks_, arranged(sheet_, figures_[whole], parts), values_of(sheet_, parts));
      used_.insert(parts.begin(), parts.end());
      return;
    }
  }

  // The figures that follow each other from this one on, in its sentence or beyond.
  [[nodiscard]] std::vector<Index> list_from(std::size_t first, bool one_sentence) const {
    std::vector<Index> parts = {figures_[first]};
    if (used_.contains(parts.front())) return {};
    for (std::size_t g = first + 1; g < figures_.size() && parts.size() < kLongestList; ++g) {
      const Index next = figures_[g];
      // "1,900 of the 3,400 … A further 1,500": what the parts are parts of stands among them.
      if (sheet_.tied(parts.back(), sheet_.claim(parts.back()).whole) == next) continue;
      if (used_.contains(next) || !follows(parts.back(), next, one_sentence)) break;
      if (one_sentence && sentences_between(sheet_, parts.front(), next) > 0) break;
      parts.push_back(next);
    }
    return parts;
  }

  [[nodiscard]] bool follows(Index a, Index b, bool one_sentence) const {
    return end_.at(b) > end_.at(a) && sheet_.claim(b).quote.begin < end_.at(a) + kOneBreath &&
           number_of(*sheet_.claim(b).value) && side_by_side(sheet_.claim(a), sheet_.claim(b), one_sentence);
  }

  [[nodiscard]] bool in_one_sentence(const std::vector<Index>& parts) const {
    return sentences_between(sheet_, parts.front(), parts.back()) == 0;
  }

  // The same words, told once for all of them: "sixty-four of them died in Mamuju and nine in Majene".
  [[nodiscard]] bool is_one_list(const std::vector<Index>& parts) const {
    const Measure& first = sheet_.claim(parts.front()).measure;
    return in_one_sentence(parts) && std::ranges::all_of(parts, [&](Index i) {
             const Measure& m = sheet_.claim(i).measure;
             return m.property == first.property && m.population == first.population;
           });
  }

  // Numbers that make another to the digit are worth telling where it is no small one.
  [[nodiscard]] bool is_no_chance(Decimal total, const std::vector<Index>& parts, bool one_list,
                                  Frame frame) const {
    if (frame == Frame::opened) return true;
    if (one_list || frame == Frame::close) return total >= Decimal(20);
    const int digits = surprise(Value::exact(total));
    if (in_one_sentence(parts) || parts.size() >= 3)
      return total >= Decimal(parts.size() >= 3 ? 50 : 100) && digits >= 2;
    return total >= Decimal(100) && digits >= 3;
  }

  [[nodiscard]] bool sums_up(const Claim& whole, bool one_list, Frame frame) const {
    const Value& value = *whole.value;
    if (is_exact(value) || is_to_the_digit(value)) return true;
    if (frame != Frame::none && value.modifier == Modifier::about) return true;
    return one_list && value.modifier == Modifier::at_least;
  }

  // In one sentence with the parts, and another figure of their kind between: an item of the list.
  [[nodiscard]] bool stands_in_list(Index whole, const std::vector<Index>& parts) const {
    if (sentences_between(sheet_, whole, parts.front()) > 0) return false;
    const auto at = [&](Index i) { return end_.at(i); };
    const auto last = std::ranges::upper_bound(figures_, at(parts.back()), {}, at);
    return std::any_of(last, figures_.end(), [&](Index i) {
      return i != whole && at(i) < at(whole) &&
             unit_key(sheet_.claim(i).unit) == unit_key(sheet_.claim(whole).unit);
    });
  }

  // No further item of their list stands right before or behind them: two out of four make many sums.
  [[nodiscard]] bool is_whole_run(const std::vector<Index>& parts, Index whole) const {
    const auto at = [&](Index i) { return end_.at(i); };
    const auto first = std::ranges::lower_bound(figures_, at(parts.front()), {}, at);
    const auto last = std::ranges::upper_bound(figures_, at(parts.back()), {}, at);
    const auto goes_on = [&](Index a, Index b) {
      return a != whole && b != whole && sentences_between(sheet_, a, b) == 0 && follows(a, b, true);
    };
    if (first != figures_.begin() && goes_on(*std::prev(first), parts.front())) return false;
    return last == figures_.end() || !goes_on(parts.back(), *last);
  }

  [[nodiscard]] bool is_whole_of(Index whole, const std::vector<Index>& parts, Decimal total) const {
    const Claim& c = sheet_.claim(whole);
    const Claim& first = sheet_.claim(parts.front());
    if (std::ranges::find(parts, whole) != parts.end() || unit_key(c.unit) != unit_key(first.unit))
      return false;
    const bool opens =
        end_.at(whole) <= end_.at(parts.front()) && sentences_between(sheet_, whole, parts.back()) == 0;
    const bool colon = opens && this->opens(whole, parts.front());
    const Frame frame = colon ? Frame::opened : opens ? Frame::close : Frame::none;
    const bool tied =
        std::ranges::any_of(parts, [&](Index i) { return sheet_.tied(i, sheet_.claim(i).whole) == whole; });
    const bool one_list = is_one_list(parts) || tied;
    // Three numbers or more that make one of four digits do so whatever times were read for them.
    const bool sure = parts.size() >= 3 && surprise(Value::exact(total)) >= 4;
    const bool one_time = opens || sure || !at_other_times(c, first);
    if (parts.size() == 2 && !one_list && !opens && !is_whole_run(parts, whole)) return false;
    return one_time && sums_up(c, one_list, frame) && !stands_in_list(whole, parts) &&
           is_no_chance(total, parts, one_list, frame);
  }

  bool look_for_whole(const std::vector<Index>& parts) {
    const auto sum = sum_of(values_of(sheet_, parts));
    const auto wholes = sum ? by_value_.find(sum->total) : by_value_.end();
    if (wholes == by_value_.end()) return false;
    Index nearest = kNone;
    const auto distance = [&](Index i) {
      const auto a = static_cast<std::int64_t>(end_.at(i));
      return std::abs(a - static_cast<std::int64_t>(end_.at(parts.front())));
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
    std::vector<Index> all = list_from(first, true);
    if (all.size() < 3) return;
    if (opens(all.front(), all[1])) {
      const Index whole = all.front();
      all.erase(all.begin());
      return tell(whole, all, true);
    }
    const Index before = first == 0 ? kNone : figures_[first - 1];
    const bool begins = before == kNone || sentences_between(sheet_, before, all.front()) > 0 ||
                        !follows(before, all.front(), true);
    if (!begins) return;
    const Index opening = all.front();
    const Index closing = all.back();
    if (all.size() > 3 && is_divided(opening, all[1])) {
      all.erase(all.begin());
      tell(opening, all, false);
    } else if (closes(all[all.size() - 2], closing)) {
      all.pop_back();
      tell(closing, all, true);
    } else if (all.size() > 3 && is_of(opening) && comes_near(opening, {all.begin() + 1, all.end()})) {
      all.erase(all.begin());
      tell(opening, all, true);
    } else if (closes_rest(closing) || opens_division(opening)) {
      hold_to_nearest(all);
    }
  }

  // "[Of] the 87 who set out, 23 are alive, 52 are dead and 11 are missing"
  [[nodiscard]] bool is_of(Index whole) const {
    const std::vector<std::string> words = plain_words(words_up_to(sheet_, whole));
    constexpr std::size_t kFew = 3;
    return !words.empty() && words.size() <= kFew && words.front() == "of";
  }

  // A list that was meant to make the whole up misses it by little.
  [[nodiscard]] bool comes_near(Index whole, const std::vector<Index>& parts) const {
    constexpr double kLittle = 0.05;
    const auto sum = sum_of(values_of(sheet_, parts));
    const double wanted = number_of(*sheet_.claim(whole).value).value_or(Decimal(0)).to_double();
    return sum && sum->exact && wanted > 0 && std::abs(sum->total.to_double() - wanted) <= kLittle * wanted;
  }

  // "…; in the [remaining] 46 other means were used"
  [[nodiscard]] bool closes_rest(Index last) const {
    constexpr std::size_t kClose = 24;  // bytes
    std::string_view before = words_up_to(sheet_, last);
    if (before.size() > kClose) before.remove_prefix(before.size() - kClose);
    const std::vector<std::string> words = plain_words(before);
    return std::ranges::find(words, "remaining") != words.end() ||
           std::ranges::find(words, "rest") != words.end();
  }

  // "[By region], 66 were found in Brenna, 31 in Oslava and 18 in Tisna"
  [[nodiscard]] bool opens_division(Index first) const {
    const std::string_view before = words_up_to(sheet_, first);
    const auto comma = before.find(',');
    const std::vector<std::string> words = plain_words(before.substr(0, comma));
    constexpr std::size_t kFew = 3;
    return comma != std::string_view::npos && words.size() >= 2 && words.size() <= kFew &&
           words.front() == "by" && comma + 8 >= before.size();
  }

  // A list that says that nothing is left out, against the one number told before that it comes near.
  void hold_to_nearest(const std::vector<Index>& parts) {
    std::set<Decimal> numbers;
    Index whole = kNone;
    constexpr std::ptrdiff_t kBefore = 64;  // figures
    const auto at = [&](Index i) { return end_.at(i); };
    const auto last = std::ranges::lower_bound(figures_, at(parts.front()), {}, at);
    const auto first = last - std::min(kBefore, last - figures_.begin());
    for (auto figure = first; figure != last; ++figure) {
      const Index i = *figure;
      const Claim& c = sheet_.claim(i);
      if (c.value->modifier != Modifier::exact ||
          unit_key(c.unit) != unit_key(sheet_.claim(parts.front()).unit) ||
          at_other_times(c, sheet_.claim(parts.front())) || !comes_near(i, parts))
        continue;
      numbers.insert(*number_of(*c.value));
      whole = i;
    }
    if (numbers.size() == 1) tell(whole, parts, true);
  }

  [[nodiscard]] bool begins_run(std::size_t f, bool one_sentence) const {
    if (f == 0) return true;
    const Index before = figures_[f - 1];
    return used_.contains(before) || !follows(before, figures_[f], one_sentence) ||
           (one_sentence && sentences_between(sheet_, before, figures_[f]) > 0);
  }

  // A list that comes to a number but for one digit: "5,120 children, 2,860 women and 1,260 men" of "9,340
  // people". Of all the numbers of a report hardly any other is so near.
  void look_for_slip(std::vector<Index> parts) {
    const auto is_whole = [&](Index i) { return slips_from(i, parts); };
    if (parts.size() < 2) return;
    // The whole may open or close the list.
    const Index opening = parts.front();
    const Index closing = parts.back();
    if (parts.size() > 2 && slips_from(opening, {parts.begin() + 1, parts.end()}))
      return tell(opening, {parts.begin() + 1, parts.end()}, true);
    if (parts.size() > 2 && slips_from(closing, {parts.begin(), parts.end() - 1}))
      return tell(closing, {parts.begin(), parts.end() - 1}, true);
    std::vector<Index> wholes;
    for (const Index i : figures_) {
      if (std::ranges::find(parts, i) == parts.end() && is_near(i, parts) && is_whole(i)) wholes.push_back(i);
    }
    std::set<Decimal> numbers;
    for (const Index i : wholes) numbers.insert(*sheet_.claim(i).value->printed());
    if (numbers.size() == 1) tell(wholes.front(), parts, true);
  }

  // Up to so many sentences before the list or behind it; for two digits right before it. What the title or
  // the lead gives is what all of the report is about.
  [[nodiscard]] bool is_near(Index whole, const std::vector<Index>& parts) const {
    constexpr int kReach = 3;
    constexpr std::size_t kFullList = 3;
    if (parts.size() >= kFullList && surprise(*sheet_.claim(whole).value) >= 3 && opens_report(whole))
      return true;
    const bool before = end_.at(whole) < end_.at(parts.front());
    const int far = sentences_between(sheet_, whole, before ? parts.front() : parts.back());
    const auto digits = surprise(*sheet_.claim(whole).value);
    return digits >= 4 ? far <= kReach + 1 : digits == 3 ? far <= kReach : far <= 1;
  }

  [[nodiscard]] bool opens_report(Index claim) const {
    constexpr std::uint32_t kLead = 400;  // bytes
    return sheet_.claim(claim).quote.begin < kLead;
  }

  // The sum is the number with one digit another, or two changed places.
  [[nodiscard]] bool slips_from(Index whole, const std::vector<Index>& parts) const {
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
    if (digits == kLeastDigits && !is_of(whole) && !is_divided(whole, parts.front())) return false;
    const bool largest =
        std::ranges::all_of(parts, [&](Index i) { return *sheet_.claim(i).value->printed() < *number; });
    return largest && differ_by_a_slip(*number, sum->total);
  }

  [[nodiscard]] bool opens(Index whole, Index part) const {
    const std::string_view between = text_between(sheet_, whole, part);
    const auto colon = between.find(": ");
    return colon != std::string_view::npos && !says(between, WordClass::inclusion);
  }

  [[nodiscard]] bool closes(Index part, Index whole) const {
    constexpr std::uint32_t kBehind = 16;  // bytes: "in all", "altogether"
    const std::string_view text = sheet_.document_of(whole).text;
    const std::uint32_t end = end_.at(whole);
    const std::string_view behind = text.substr(std::min<std::size_t>(end, text.size()), kBehind);
    const std::string_view between = text_between(sheet_, part, whole);
    // "The 14 other counties together had 357": theirs alone.
    const bool apart = between.find_first_of(",;:.") != std::string_view::npos;
    return (apart && says(between, WordClass::all_told)) ||
           says(behind.substr(0, behind.find_first_of(".;,")), WordClass::all_told);
  }

  // "41, of whom 29 are inmates, nine guards and four firefighters": each is one of them.
  [[nodiscard]] bool is_divided(Index whole, Index part) const {
    const std::string_view between = text_between(sheet_, whole, part);
    return between.find(" of whom ") != std::string_view::npos ||
           between.find(" of which ") != std::string_view::npos;
  }

  void tell(Index whole, const std::vector<Index>& parts, bool exhaustive) {
    if (sheet_.claim(whole).value->modifier != Modifier::exact) return;
    const auto told = std::ranges::find_if(checks_.findings, [&](const Finding& f) {
      return f.kind == "sum" && rests_on(sheet_, f, whole, parts.front());
    });
    if (told != checks_.findings.end()) {
      // What was left open for want of words is settled by the digits.
      if (told->verdict != Verdict::cannot_tell || !exhaustive) return;
      checks_.findings.erase(told);
    }
    Whole w = arranged(sheet_, whole, parts);
    w.exhaustive = exhaustive;
    w.disjoint = true;
    judge_sum(checks_, w, values_of(sheet_, parts));
  }

  Checks& checks_;
  const Sheet& sheet_;
  std::vector<Index> figures_;
  std::map<Index, std::uint32_t> end_;  // where their numbers end
  std::map<Decimal, std::vector<Index>> by_value_;
  std::set<Index> used_;  // parts of a sum that was found
};

}  // namespace

void check_lists(Checks& checks) {
  for (Index d = 0; d < checks.sheet.documents.size(); ++d) ListFinder(checks, d).find();
}

}  // namespace tally
