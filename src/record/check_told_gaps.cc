// Two counts of one thing that differ by a number which the report gives for the difference.
//
//   "There were 34 fires. (We wrote 31 at the time; three more came to light in an audit.)"
//   "The Alliance knows of 96, nine more than the ministry"     beside "87" further up
//   "… 4,338 … The number published in May, 4,402, included 64 who had been counted twice"
//
// That a number is just what two others lie apart hardly happens by chance, but sums do it on purpose: "31
// men and three women". So the words beside it must say that something was counted anew, left out or taken
// in, or set one who counts against another.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/rival_counts.h"
#include "record/rivalry.h"
#include "record/scope_words.h"
#include "record/slots.h"
#include "record/told_corrections.h"
#include "record/told_scopes.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr double kNear = 1.6;
constexpr int kTelling = 2;                // digits, of a number in another report
constexpr std::int64_t kLeast = 2;         // a difference of one is met everywhere
constexpr double kLargest = 0.25;          // of the count
constexpr std::uint32_t kBeside = 400;     // bytes from the count to the difference
constexpr std::uint32_t kFarthest = 4000;  // bytes from the one count to the other

// A number that may be what two counts lie apart.
struct Gap {
  Index claim = kNone;
  Decimal size;
};

class ToldGaps {
 public:
  explicit ToldGaps(Checks& checks) : checks_(checks), sheet_(checks.sheet) {
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      if (is_count(i))
        by_value_[{unit_key(sheet_.claim(i).unit), *sheet_.claim(i).value->printed()}].push_back(i);
    }
  }

  void find(Index document) {
    collect_gaps(document);
    const Index begin = sheet_.first_claim[document];
    for (Index b = begin; b < begin + sheet_.documents[document].claims.size(); ++b) {
      if (!is_count(b)) continue;
      const std::uint32_t at = place_of(b);
      const auto first = std::ranges::lower_bound(gaps_, at > kBeside ? at - kBeside : 0, {},
                                                  [&](const Gap& gap) { return place_of(gap.claim); });
      for (auto gap = first; gap != gaps_.end() && place_of(gap->claim) <= at + kBeside; ++gap) {
        if (gap->claim != b && sentences_between(sheet_, gap->claim, b) <= 1) hold(b, *gap);
      }
    }
  }

 private:
  [[nodiscard]] bool is_count(Index i) const {
    const Claim& c = sheet_.claim(i);
    return is_printed(sheet_, i) && c.value->printed() && !c.in_title && !is_plan(c);
  }

  void collect_gaps(Index document) {
    gaps_.clear();
    const Index begin = sheet_.first_claim[document];
    for (Index i = begin; i < begin + sheet_.documents[document].claims.size(); ++i) {
      const Claim& c = sheet_.claim(i);
      if (sheet_.out[i] || c.in_title) continue;
      if (is_count(i)) gaps_.push_back({i, *c.value->printed()});
      const bool aside = c.kind == ClaimKind::change && c.change && c.change->by && !c.change->from;
      if (aside) gaps_.push_back({i, *c.change->by});
    }
    std::erase_if(gaps_, [](const Gap& gap) { return gap.size < Decimal(kLeast); });
    std::ranges::stable_sort(gaps_, {}, [&](const Gap& gap) { return place_of(gap.claim); });
  }

  [[nodiscard]] std::uint32_t place_of(Index i) const { return sheet_.claim(i).quote.begin; }

  // The numbers that lie just so far below and above.
  void hold(Index b, const Gap& gap) {
    const Decimal own = *sheet_.claim(b).value->printed();
    if (gap.size.to_double() > kLargest * own.to_double()) return;
    const std::string unit = unit_key(sheet_.claim(b).unit);
    for (const auto& other : {own.minus(gap.size), own.plus(gap.size)}) {
      if (!other) continue;
      if (tell_of(b, gap, unit, *other)) return;
      // "The number of patients is higher, 778": of the 741 people told before.
      if (sheet_.claim(b).unit.empty() && tell_of(b, gap, unit_key("person"), *other)) return;
    }
  }

  bool tell_of(Index b, const Gap& gap, const std::string& unit, Decimal number) {
    const auto found = by_value_.find({unit, number});
    const Index a = found == by_value_.end() ? kNone : partner_of(b, gap, found->second);
    if (a != kNone) tell(a, b, gap);
    return a != kNone;
  }

  // Of its own report before another on the same.
  [[nodiscard]] Index partner_of(Index b, const Gap& gap, const std::vector<Index>& others) const {
    constexpr std::size_t kMany = 16;  // a number of so many reports says nothing
    const Index document = sheet_.claims[b].document;
    const auto first =
        std::ranges::lower_bound(others, document, {}, [&](Index i) { return sheet_.claims[i].document; });
    for (auto a = first; a != others.end() && sheet_.claims[*a].document == document; ++a) {
      if (is_within_reach(*a, b) && may_differ_by(*a, b, gap)) return *a;
    }
    for (const Index a : others) {
      const Index other = sheet_.claims[a].document;
      if (others.size() <= kMany && other != document && surprise(*sheet_.claim(a).value) >= kTelling &&
          checks_.subjects.are_one(document, other) && may_differ_by(a, b, gap))
        return a;
    }
    return kNone;
  }

  [[nodiscard]] bool is_within_reach(Index a, Index b) const {
    return std::max(place_of(a), place_of(b)) - std::min(place_of(a), place_of(b)) <= kFarthest;
  }

  [[nodiscard]] bool may_differ_by(Index a, Index b, const Gap& gap) const {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    const bool times = at_other_times(x, y) && x.period_basis == Basis::printed &&
                       y.period_basis == Basis::printed && x.period->grain() == y.period->grain();
    const bool starts = starts_a_change(sheet_, a) || starts_a_change(sheet_, b);
    return a != gap.claim && within_factor(*x.value, *y.value, kNear) && !times &&
           same_or_unsaid(x.measure.place, y.measure.place) &&
           (starts ? correction_told(words_of(b, gap)) > 0 : tells_why(b, gap));
  }

  // The words from the count to the difference, and what follows it.
  [[nodiscard]] std::string words_of(Index b, const Gap& gap) const {
    return std::string(sentence_of(sheet_, b)) + ' ' + std::string(sentence_of(sheet_, gap.claim));
  }

  [[nodiscard]] bool tells_why(Index b, const Gap& gap) const {
    const std::string text = words_of(b, gap);
    // "The lists name 37 persons twice": of two digits one word is enough.
    const bool hinted = gap.size >= Decimal(10) && correction_hinted(text);
    return hinted || correction_told(text) > 0 || !scope_told(text).empty() || sets_counters_apart(text);
  }

  // No time and no measure: "than the year before", "than the average".
  [[nodiscard]] static bool is_somebody(const std::string& word) {
    static constexpr NamedWords kOther = {"year",   "month",  "week",    "day",   "previous",
                                          "same",   "one",    "average", "last",  "number",
                                          "figure", "season", "quarter", "record"};
    const WordId id = vocabulary().find(word);
    const bool number = word.find_first_of("0123456789") != std::string::npos;
    return !number && !kOther.contains(word) && (id == 0 || !vocabulary().is(id, WordClass::cardinal));
  }

  // "Nine more than the ministry", "the difference of 23": no number behind "than".
  [[nodiscard]] static bool sets_counters_apart(const std::string& text) {
    const std::vector<std::string> words = plain_words(text);
    for (std::size_t w = 0; w < words.size(); ++w) {
      if (words[w] == "difference" || words[w] == "discrepancy") return true;
      if (words[w] == "than" && w + 2 < words.size() && words[w + 1] == "the" && is_somebody(words[w + 2]))
        return true;
    }
    return false;
  }

  void tell(Index a, Index b, const Gap& gap) {
    const bool told = std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.verdict == Verdict::explained && rests_on(sheet_, f, a, b);
    });
    if (told) return;
    const Value& x = *sheet_.claim(a).value;
    const Value& y = *sheet_.claim(b).value;
    for (const auto& [claim, other] : {std::pair(b, a), std::pair(a, b)}) {
      add(checks_, {.verdict = Verdict::explained,
                    .kind = "difference",
                    .claim = claim,
                    .against = {other},
                    .explanation = in_words(y) + " beside " + in_words(x) + ": the report tells of the " +
                                   in_words(gap.size) + " by which they differ" + apart(x, y),
                    .suspect = "",
                    .rank = Rank::authority,
                    .relative_size = percent_apart(*y.printed(), *x.printed())});
    }
  }

  Checks& checks_;
  const Sheet& sheet_;
  std::vector<Gap> gaps_;
  std::map<std::pair<std::string, Decimal>, std::vector<Index>> by_value_;
};

}  // namespace

void check_told_gaps(Checks& checks) {
  ToldGaps gaps(checks);
  for (Index d = 0; d < checks.sheet.documents.size(); ++d) gaps.find(d);
}

}  // namespace tally
