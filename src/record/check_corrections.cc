// One count that took the place of another, told by the report that gives both, in whatever words.
//
//   "2023: 4,338 (revised) … The number published in May, 4,402, included 64 who had been counted twice"
//   "… and 884 in 2009 … The number for 2009 was previously published as 872"
//
// Two numbers of one unit that are near each other, and words of correction beside them: explained, both
// the new number and the old.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/told_corrections.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr int kReach = 2;            // sentences
constexpr int kSlight = 15;          // percent
constexpr int kOutright = 35;        // where the words leave no doubt
constexpr std::uint32_t kFar = 600;  // bytes

class Corrections {
 public:
  Corrections(Checks& checks, Index document) : checks_(checks), sheet_(checks.sheet) {
    const Index begin = sheet_.first_claim[document];
    for (Index i = begin; i < begin + sheet_.documents[document].claims.size(); ++i) {
      const Claim& c = sheet_.claim(i);
      if (is_printed(sheet_, i) && !c.in_title && c.value->modifier == Modifier::exact && c.value->best &&
          surprise(*c.value) >= 2)
        figures_.push_back(i);
    }
    std::ranges::stable_sort(figures_, {}, [&](Index i) { return number_end(sheet_, i); });
  }

  void find() {
    for (std::size_t at = 0; at < figures_.size(); ++at) {
      if (const Index a = corrected_by(figures_, at); a != kNone) tell(a, figures_[at]);
    }
  }

 private:
  // Of the numbers before it that this one may have taken the place of, the nearest in size.
  [[nodiscard]] Index corrected_by(const std::vector<Index>& figures, std::size_t at) const {
    const Index b = figures[at];
    Index best = kNone;
    std::optional<Decimal> least;
    for (std::size_t back = at; back-- > 0;) {
      const Index a = figures[back];
      if (number_end(sheet_, a) + kFar < number_end(sheet_, b)) break;
      const auto gap = percent_apart(*sheet_.claim(b).value->best, *sheet_.claim(a).value->best);
      if (!gap || (least && *gap >= *least) || !is_correction(a, b)) continue;
      best = a;
      least = gap;
    }
    return best;
  }

  // The text from the beginning of the first number's sentence to the end of the second's.
  [[nodiscard]] std::string_view around(Index a, Index b) const {
    const std::string_view text = sheet_.document_of(a).text;
    const std::string_view first = words_up_to(sheet_, a);
    const std::string_view last = words_from(sheet_, b);
    if (first.empty() || last.data() == nullptr) return text_between(sheet_, a, b);
    const auto begin = static_cast<std::size_t>(first.data() - text.data());
    const auto end = static_cast<std::size_t>(last.data() - text.data()) + last.size();
    return begin < end && end <= text.size() ? text.substr(begin, end - begin) : std::string_view();
  }

  [[nodiscard]] bool is_correction(Index a, Index b) const {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    const auto gap = percent_apart(*y.value->best, *x.value->best);
    if (x.unit == "percent" || unit_key(x.unit) != unit_key(y.unit) || !gap || gap->is_zero() ||
        *gap > Decimal(kOutright) || sentences_between(sheet_, a, b) > kReach)
      return false;
    // "May 281 … The number for May was given as 268; 13 late notifications have been added": no part of it.
    const bool parts = (sheet_.tied(a, x.whole) == b || sheet_.tied(b, y.whole) == a ||
                        (x.whole != kNone && x.whole == y.whole)) &&
                       !tells_earlier_count(words_up_to(sheet_, b));
    if (parts || x.rule == "figure.base" || tells_change(a, b) || are_two_times(x, y)) return false;
    const int told = correction_told(around(a, b));
    const std::string& one = x.measure.population;
    const std::string& other = y.measure.population;
    const bool one_kind = one.empty() || other.empty() || one == other;
    return told == 2 ||
           (told == 1 && *gap <= Decimal(kSlight) && one_kind && !are_two_times(x, y) && of_one_length(x, y));
  }

  // What May had is not what the half-year had.
  [[nodiscard]] static bool of_one_length(const Claim& x, const Claim& y) {
    return !x.period || !y.period || !x.period->known() || !y.period->known() ||
           x.period->grain() == Grain::day || y.period->grain() == Grain::day ||
           x.period->grain() == y.period->grain();
  }

  // "2,912 in 2022 and 3,204 in 2023": both of years, both printed.
  [[nodiscard]] static bool are_two_times(const Claim& x, const Claim& y) {
    return at_other_times(x, y) && x.period->grain() == y.period->grain() &&
           x.period_basis == Basis::printed && y.period_basis == Basis::printed;
  }

  // A change runs from the one to the other, and no count was corrected: "up from 2,912 to 3,204".
  [[nodiscard]] bool tells_change(Index a, Index b) const {
    const auto from = sheet_.claim(a).value->best;
    const auto to = sheet_.claim(b).value->best;
    const Index begin = sheet_.first_claim[sheet_.claims[a].document];
    const auto end = begin + sheet_.document_of(a).claims.size();
    for (Index i = begin; i < end; ++i) {
      const Claim& c = sheet_.claim(i);
      if (c.kind != ClaimKind::change || !c.change || !c.change->from) continue;
      const Index about = sheet_.tied(i, c.about);
      const bool runs = (c.change->from == from && (c.change->to == to || (!c.change->to && about == b))) ||
                        (c.change->from == to && (c.change->to == from || (!c.change->to && about == a)));
      if (runs && !tells_revision(sheet_, i)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_told(Index claim, Index other) const {
    return std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.verdict != Verdict::cannot_tell && f.claim == sheet_.claims[claim].id &&
             rests_on(sheet_, f, claim, other) &&
             (f.kind == "revision" || f.kind == "slip" || f.kind == "difference" ||
              f.kind == "contradiction");
    });
  }

  // A finding for each of the two; listings show the first.
  void tell(Index a, Index b) {
    for (const auto& [claim, other] : {std::pair(a, b), std::pair(b, a)}) {
      if (is_told(claim, other)) continue;
      const Value& own = *sheet_.claim(claim).value;
      const Value& against = *sheet_.claim(other).value;
      const auto by = own.best->minus(*against.best).value_or(Decimal(0)).abs();
      const auto percent = percent_apart(*own.best, *against.best);
      add(checks_, {.verdict = Verdict::explained,
                    .kind = "revision",
                    .claim = claim,
                    .against = {other},
                    .explanation = in_words(own) + " beside " + in_words(against) +
                                   ": the report says that the count was made anew (by " + in_words(by) +
                                   (percent ? ", " + in_words(*percent) + " %)" : ")"),
                    .suspect = "",
                    .rank = Rank::revision,
                    .relative_size = percent});
    }
  }

  Checks& checks_;
  const Sheet& sheet_;
  std::vector<Index> figures_;
};

}  // namespace

void check_corrections(Checks& checks) {
  for (Index d = 0; d < checks.sheet.documents.size(); ++d) Corrections(checks, d).find();
}

}  // namespace tally
