// Changes and the two numbers that the same breath gives for their two times.
//
//   "The trust bought 48,000 vials, 42 % more than the 31,500 vials of 2022"          52 %: fails
//   "Complaints have more than doubled: the office had 1,930 in 2023 and 1,120 in 2019"  1.7 times: fails
//   "Thefts fell by a third. Police registered 2,840 cases, against 3,610 in 2022"     21 %: fails
//
// What is held against the record first finds no numbers there, since nothing but their place ties these to
// the change. Where the words leave no other number, nothing of another place or kind is told of them and
// their times are those of the change, they settle it; else they can only bear it out.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "record/change_bases.h"
#include "record/change_judges.h"
#include "record/checks.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/reckoning.h"
#include "record/rival_counts.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/told_scopes.h"
#include "record/words.h"
#include "text/named_words.h"

namespace tally {
namespace {

// Two numbers that are held against each other.
struct Pair {
  Index from = kNone;
  Index to = kNone;
};

class BesideChanges {
 public:
  explicit BesideChanges(Checks& checks) : checks_(checks), sheet_(checks.sheet) {
    for (const Finding& f : checks.findings) {
      if (is_of_change(f) && f.verdict != Verdict::cannot_tell) settled_.insert(f.claim);
    }
  }

  void hold(Index claim) {
    const Claim& c = sheet_.claim(claim);
    if (c.kind != ClaimKind::change || !c.change || sheet_.out[claim] || c.modality != Modality::observed ||
        (!c.change->percent && !c.change->factor) || c.change->to || c.in_title ||
        settled_.contains(sheet_.claims[claim].id))
      return;
    if (c.unit == "percentage_point") return;
    const Pair pair = c.change->from ? pair_with_base(claim) : pair_of_times(claim);
    if (pair.from != kNone && pair.to != kNone && are_its_times(claim, pair)) judge_pair(claim, pair);
  }

 private:
  [[nodiscard]] bool may_be_end(Index i) const {
    const Claim& c = sheet_.claim(i);
    const auto number = is_printed(sheet_, i) && !c.in_title ? number_of(*c.value) : std::nullopt;
    return number && *number > Decimal(0) && c.unit != "percent" && c.unit != "percentage_point" &&
           !is_plan(c) && c.rule != "figure.share";
  }

  [[nodiscard]] bool are_of_one_kind(Index a, Index b) {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    const Root one = head_of(a);
    const Root other = head_of(b);
    return unit_key(x.unit) == unit_key(y.unit) && (one == 0 || other == 0 || one == other);
  }

  // "[48,000 vials] for 212 clinics, 42 % more than the 31,500 vials": the one number of its kind before it
  // in its sentence, or the one that counts the same.
  [[nodiscard]] Pair pair_with_base(Index claim) {
    const Index base = base_told(sheet_, claim);
    if (base == kNone || !may_be_end(base) || sentences_between(sheet_, claim, base) > 0) return {};
    std::vector<Index> before = ends_before(base, 0);
    if (before.empty() && goes_on(base)) before = ends_before(base, 1);
    if (before.size() > 1) {
      const Root wanted = head_of(base);
      std::erase_if(before, [&](Index i) { return wanted == 0 || head_of(i) != wanted; });
    }
    return before.size() == 1 && are_of_one_kind(base, before.front()) ? Pair{base, before.front()} : Pair{};
  }

  // The numbers of its kind and size before it, no more than so many sentences away.
  [[nodiscard]] std::vector<Index> ends_before(Index base, int sentences) const {
    std::vector<Index> before = printed_near(sheet_, base, sentences);
    std::erase_if(before, [&](Index i) {
      const Claim& c = sheet_.claim(i);
      return !may_be_end(i) || number_end(sheet_, i) > number_end(sheet_, base) ||
             unit_key(c.unit) != unit_key(sheet_.claim(base).unit) ||
             !comparable_in_size(*c.value, *sheet_.claim(base).value);
    });
    return before;
  }

  // "That is more than double the 118 of 2021": of the number told in the sentence before.
  [[nodiscard]] bool goes_on(Index base) const {
    const std::vector<std::string> words = plain_words(words_up_to(sheet_, base));
    return words.size() > 1 && (words[0] == "that" || words[0] == "this" || words[0] == "it") &&
           (words[1] == "is" || words[1] == "was" || words[1] == "s");
  }

  [[nodiscard]] Root head_of(Index i) { return slots_of(sheet_.claim(i), words_).head; }

  // "1,930 in 2023 and 1,120 in 2019", "2,840 cases, against 3,610 in 2022": the only two numbers of their
  // sentence, of two times, in its own sentence or the next.
  [[nodiscard]] Pair pair_of_times(Index claim) {
    for (const int reach : {0, 1}) {
      std::vector<Index> near = printed_near(sheet_, claim, reach);
      std::erase_if(near, [&](Index i) {
        const bool behind = reach == 0 || number_end(sheet_, i) > sheet_.claim(claim).quote.end;
        return !may_be_end(i) || !behind || sentences_between(sheet_, claim, i) != reach;
      });
      if (near.empty()) continue;
      // "Handed in at two banks": far smaller than the numbers that are held against each other.
      const auto size = [&](Index i) { return *number_of(*sheet_.claim(i).value); };
      const Index largest = *std::ranges::max_element(near, {}, size);
      std::erase_if(near, [&](Index i) {
        return !comparable_in_size(*sheet_.claim(i).value, *sheet_.claim(largest).value);
      });
      if (near.size() != 2 || !are_of_one_kind(near[0], near[1]) || !are_told_apart(near[0], near[1]))
        return {};
      return is_later(near[0], near[1]) ? Pair{near[1], near[0]} : Pair{near[0], near[1]};
    }
    return {};
  }

  [[nodiscard]] bool are_told_apart(Index a, Index b) const {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    return at_other_times(x, y) && x.period->grain() == y.period->grain() &&
           (y.rule == "figure.base" || x.period->grain() != Grain::day);
  }

  [[nodiscard]] bool is_later(Index a, Index b) const {
    return sheet_.claim(b).period->last_day() < sheet_.claim(a).period->first_day();
  }

  // The change says no other times.
  [[nodiscard]] bool are_its_times(Index claim, const Pair& pair) const {
    const Claim& c = sheet_.claim(claim);
    const auto fits = [](const std::optional<Period>& told, const std::optional<Period>& own) {
      return !told || !told->known() || !own || !own->known() || told->overlaps(*own);
    };
    return fits(c.change->base_period, sheet_.claim(pair.from).period) &&
           fits(c.period, sheet_.claim(pair.to).period);
  }

  void judge_pair(Index claim, const Pair& pair) {
    const Claim& from = sheet_.claim(pair.from);
    const Claim& to = sheet_.claim(pair.to);
    const ChangeDetail& change = *sheet_.claim(claim).change;
    ChangeDetail how_far = change;
    how_far.from.reset();
    const Ends ends{{*from.value, from.period, pair.from}, {*to.value, to.period, pair.to}, true, true};
    const Judgement j = judge(ends, how_far);
    const Decimal x = *number_of(*from.value);
    const Decimal y = *number_of(*to.value);
    if (j.rounded || !tame(x, y)) return;
    if (!j.fits && (is_wild(change, x, y) || !is_firm(claim, pair))) return;
    add(checks_, {.verdict = j.fits ? Verdict::holds : Verdict::fails,
                  .kind = j.kind,
                  .claim = claim,
                  .against = {pair.from, pair.to},
                  .explanation = j.words,
                  .suspect = j.fits ? "" : "report",
                  .rank = j.fits ? Rank::plain : Rank::own_figures,
                  .relative_size = percent_apart(y, x)});
  }

  // Nothing parts the numbers from what the change is said of: no other place, no narrower or wider kind.
  [[nodiscard]] bool is_firm(Index claim, const Pair& pair) {
    const std::string_view own = sentence_of(sheet_, pair.to);
    if (own.empty() || is_hedged(sheet_.claim(pair.to)) || is_hedged(sheet_.claim(pair.from))) return false;
    if (sheet_.claim(claim).change->from) return true;
    return !opens_elsewhere(own) && !widens(own) && !has_own_change(claim, pair) && speaks_of(claim, pair.to);
  }

  // "In all", "nationwide", "of these": of more, or of fewer.
  [[nodiscard]] static bool widens(std::string_view sentence) {
    static constexpr NamedWords kMarks = {"all",  "total", "overall", "altogether", "nationwide", "these",
                                          "them", "other", "only",    "alone",      "still",      "whole"};
    return std::ranges::any_of(plain_words(sentence),
                               [](const std::string& word) { return kMarks.contains(word); });
  }

  // The sentence of the two says itself how far they lie apart.
  [[nodiscard]] bool has_own_change(Index claim, const Pair& pair) const {
    const Index begin = sheet_.first_claim[sheet_.claims[claim].document];
    for (Index i = begin; i < begin + sheet_.document_of(claim).claims.size(); ++i) {
      const Claim& c = sheet_.claim(i);
      if (i != claim && (c.kind == ClaimKind::change || c.kind == ClaimKind::comparison) &&
          sentences_between(sheet_, i, pair.to) == 0)
        return true;
    }
    return false;
  }

  // What changed is what the numbers count: bare numbers, "cases", or, in its sentence, its own words.
  [[nodiscard]] bool speaks_of(Index claim, Index to) {
    static constexpr NamedWords kAny = {"case", "incident", "occurrence", "instance"};
    const Slots change = slots_of(sheet_.claim(claim), words_);
    const Slots figure = slots_of(sheet_.claim(to), words_);
    const Roots counted = figure.core();
    const bool any = kAny.contains(words_.text(figure.head));
    const bool own = sentences_between(sheet_, claim, to) == 0 && share(counted, change.core());
    return counted.empty() || any || (own && includes(counted, change.core()));
  }

  Checks& checks_;
  const Sheet& sheet_;
  std::set<Id> settled_;
  Words words_;
};

}  // namespace

void check_beside_changes(Checks& checks) {
  BesideChanges changes(checks);
  for (Index i = 0; i < checks.sheet.claims.size(); ++i) changes.hold(i);
}

}  // namespace tally
