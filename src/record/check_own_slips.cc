// Slips of the pen within one report: a number of its text or title beside the same number with two digits
// changed places, of one time.
//
//   "Town loses 31 shops; county down to 4,758"    below it "… brought the total to 4,785"
//   "the 26,120 lambs that were sold in 2022"      in the box beside it "2022: 21,620"
//
// Of four digits two numbers of one time are each other's swap by no chance. A title sums up what stands
// below it, so that three digits are enough there. What took the place of another says so and is no slip.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/told_corrections.h"
#include "tally/rounding.h"

namespace tally {
namespace {

constexpr int kTelling = 4;  // digits of two numbers in the text
constexpr int kTitle = 3;    // where the title has one of them

class OwnSlips {
 public:
  explicit OwnSlips(Checks& checks) : checks_(checks), sheet_(checks.sheet) {
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      if (is_plain(i)) holders_[value_key(sheet_.claim(i))].insert(sheet_.claims[i].document);
    }
  }

  void find_in(Index document) {
    std::map<std::string, std::vector<Index>> by_digits;
    const Index begin = sheet_.first_claim[document];
    for (Index i = begin; i < begin + sheet_.documents[document].claims.size(); ++i) {
      if (is_plain(i)) by_digits[digits_of(i)].push_back(i);
    }
    for (const auto& [digits, numbers] : by_digits) {
      if (numbers.size() <= kCrowd) compare(numbers);
    }
  }

 private:
  static constexpr std::size_t kCrowd = 16;

  [[nodiscard]] bool is_plain(Index i) const {
    const Claim& c = sheet_.claim(i);
    // "The Krugs are not among the 26,120": as many there were.
    const bool told = c.modality == Modality::observed || c.modality == Modality::negated;
    return told && is_printed(sheet_, i) && c.value->best && is_exact(*c.value) &&
           surprise(*c.value) >= kTitle;
  }

  [[nodiscard]] std::string digits_of(Index i) const {
    std::string digits = sheet_.claim(i).value->best->to_string();
    std::ranges::sort(digits);
    return unit_key(sheet_.claim(i).unit) + '|' + digits;
  }

  void compare(const std::vector<Index>& numbers) {
    for (std::size_t a = 0; a < numbers.size(); ++a) {
      for (std::size_t b = a + 1; b < numbers.size(); ++b) {
        if (is_slip(numbers[a], numbers[b])) return tell(numbers[a], numbers[b]);
      }
    }
  }

  [[nodiscard]] bool is_slip(Index a, Index b) const {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    constexpr int kApart = 2;  // sentences: what stands nearer may be held against each other
    const int apart = sentences_between(sheet_, a, b);
    if (rivalry(*x.value, *y.value) != Rivalry::swapped || is_set_right(a) || is_set_right(b) || apart == 0 ||
        (apart <= kApart && tells_correction(sheet_, a, b)))
      return false;
    const bool titled = x.in_title != y.in_title;
    const int digits = std::min(surprise(*x.value), surprise(*y.value));
    if (titled) return !is_repeated(x.in_title ? a : b) && of_one_kind(x, y);
    const bool one_time = x.period && x.period->known() && x.period == y.period;
    return digits >= kTelling && one_time && !x.in_title && places_agree(x, y) &&
           (of_one_kind(x, y) || is_given_elsewhere(a) != is_given_elsewhere(b));
  }

  // "The number was given as 3,565. The correct one is 3,655": its sentence or the next tells of a mistake.
  [[nodiscard]] bool is_set_right(Index i) const {
    constexpr std::size_t kBehind = 120;  // bytes
    constexpr int kOutright = 2;
    const std::string_view text = sheet_.document_of(i).text;
    const std::string_view sentence = whole_sentence(sheet_, i);
    if (sentence.empty()) return false;
    const auto begin = static_cast<std::size_t>(sentence.data() - text.data());
    return correction_told(text.substr(begin, sentence.size() + kBehind)) >= kOutright;
  }

  // The title's number stands below it too, or a rounder one for it: it is another one.
  [[nodiscard]] bool is_repeated(Index title) const {
    const Index begin = sheet_.first_claim[sheet_.claims[title].document];
    for (Index i = begin; i < begin + sheet_.document_of(title).claims.size(); ++i) {
      if (!is_plain(i) || sheet_.claim(i).in_title) continue;
      const Rivalry how = rivalry(*sheet_.claim(i).value, *sheet_.claim(title).value);
      if (how == Rivalry::agree || how == Rivalry::rounding) return true;
    }
    return false;
  }

  // Where other reports give one of the two and not the other, no words need tie them.
  [[nodiscard]] bool is_given_elsewhere(Index i) const {
    return holders_.at(value_key(sheet_.claim(i))).size() > 1;
  }

  // A word in common, or one has none of its own: a line of a table.
  [[nodiscard]] static bool of_one_kind(const Claim& x, const Claim& y) {
    const std::set<std::string> words = words_of(x.measure);
    const std::set<std::string> others = words_of(y.measure);
    return words.empty() || others.empty() || x.in_title != y.in_title ||
           std::ranges::any_of(words, [&](const std::string& word) { return others.contains(word); });
  }

  [[nodiscard]] static bool places_agree(const Claim& x, const Claim& y) {
    return x.measure.place.empty() || y.measure.place.empty() || x.measure.place == y.measure.place;
  }

  // The slip is in the title, or what no sum comes out with and fewer reports give; of equals what is told
  // first, since a table is copied.
  void tell(Index a, Index b) {
    const auto weight = [&](Index i) {
      return std::tuple(!sheet_.claim(i).in_title, holders_.at(value_key(sheet_.claim(i))).size(),
                        is_borne_out(checks_, i), i);
    };
    if (weight(b) < weight(a)) std::swap(a, b);
    const bool told = std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.verdict != Verdict::cannot_tell && f.kind != "sum" && rests_on(sheet_, f, a, b);
    });
    if (told) return;
    const Claim& slip = sheet_.claim(a);
    const Claim& other = sheet_.claim(b);
    add(checks_,
        {.verdict = Verdict::fails,
         .kind = "slip",
         .claim = a,
         .against = {b},
         .explanation = said(*slip.value, slip.period) + " against " + said(*other.value, other.period) +
                        " in the same report: two digits changed places",
         .suspect = "report",
         .rank = Rank::own_figures,
         .relative_size = percent_apart(*slip.value->best, *other.value->best)});
  }

  Checks& checks_;
  const Sheet& sheet_;
  std::map<std::string, std::set<Index>> holders_;  // reports that give a number of a unit
};

}  // namespace

void check_own_slips(Checks& checks) {
  OwnSlips slips(checks);
  for (Index document = 0; document < checks.sheet.documents.size(); ++document) slips.find_in(document);
}

}  // namespace tally
