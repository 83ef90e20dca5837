// Two counts of nearly one thing that a report gives close to each other, and words that tell why they
// differ.
//
//   "Police said 41,300 fans came. The club, which counts tickets sold, put the attendance at 38,200."
//   "… employed 4,210 people. That number includes those who work for agencies. Without them it is 3,760."
//   "96 cyclists were killed in 2022. The final figure, published in July, is 104."
//
// What is counted need not have the same words: the second number stands bare, or counts what the first does.
// Between them must stand no other time, no change, no whole and no part. Then a clause that tells what one
// of them takes in, words for an earlier or a final count, or somebody else who counts explains the
// difference.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/checks.h"
#include "record/counterpart_words.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/rival_counts.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/told_counts.h"
#include "record/told_scopes.h"
#include "record/words.h"
#include "record/yardsticks.h"

namespace tally {
namespace {

constexpr std::int64_t kLeast = 10;  // smaller numbers stand side by side by chance
constexpr int kReach = 3;            // sentences
constexpr int kStillNear = 5;        // where what stands between tells why
constexpr int kFar = 12;             // sentences: further is no worse
constexpr std::size_t kFewNumbers = 3;

constexpr double kTwice = 2.5;  // where the words tell why
constexpr double kFarthest = 3;
constexpr std::int64_t kLeastOfOneThing = 3;
constexpr std::array<std::string_view, 6> kTurns = {"; ",        " but ",    " while ",
                                                    " whereas ", " though ", " and "};

enum class Why : std::uint8_t { none, scope, earlier, counter, way };

struct Reason {
  Why why = Why::none;
  std::string words;  // what the report says of it
};

class Counterparts {
 public:
  Counterparts(Checks& checks, Words& words) : checks_(checks), sheet_(checks.sheet), words_(words) {}

  void find(Index document) {
    std::vector<Index> figures;
    const Index begin = sheet_.first_claim[document];
    for (Index i = begin; i < begin + sheet_.documents[document].claims.size(); ++i) {
      const Claim& c = sheet_.claim(i);
      if (is_printed(sheet_, i) && !c.in_title && !is_plan(c) && c.value->printed()) figures.push_back(i);
    }
    std::ranges::stable_sort(figures, {}, [&](Index i) { return number_end(sheet_, i); });
    for (std::size_t at = 1; at < figures.size(); ++at) look_back(figures, at);
  }

 private:
  // The best of the figures before this one that it is another count of: right before it, or, where a clause
  // tells what it takes in, anywhere before.
  void look_back(const std::vector<Index>& figures, std::size_t at) {
    constexpr std::size_t kMany = 40;  // figures
    const Index b = figures[at];
    std::vector<Index> others;
    for (std::size_t back = 1; back <= std::min(at, kMany); ++back) {
      if (may_be_counterparts(figures[at - back], b)) others.push_back(figures[at - back]);
    }
    if (others.empty() || numbers_in(b) > kFewNumbers) return;
    const std::string_view scope = scope_of(sheet_, b);
    Index best = kNone;
    Reason reason;
    int most = 0;
    for (const Index a : others) {
      const int apart = std::min(sentences_between(sheet_, a, b), kFar);
      if (apart > kReach && !is_told_far(a, b, scope)) continue;
      const Reason found = reason_for(a, b, scope);
      const int score = found.why == Why::none ? 0 : 20 + 2 * likeness_of(a, b) - apart;
      if (score <= most) continue;
      most = score;
      best = a;
      reason = found;
    }
    if (best != kNone) tell(best, b, reason);
  }

  // Far from each other, with a clause that tells what one of them takes in.
  [[nodiscard]] bool is_told_far(Index a, Index b, std::string_view scope) const {
    const bool between =
        sentences_between(sheet_, a, b) <= kStillNear && !scope_between(sheet_, a, b).empty();
    return (!scope.empty() || between) && is_firm(a, b);
  }

  // Far from each other: of one size, or of one thing and time.
  [[nodiscard]] bool is_firm(Index a, Index b) const {
    return numbers_in(a) <= kFewNumbers && (is_near(a, b, 1.4) || (one_thing(a, b) && one_time(a, b)));
  }

  // The same words stand for what they count.
  [[nodiscard]] bool one_thing(Index a, Index b) const {
    const std::string& counted = sheet_.claim(a).measure.population;
    return !counted.empty() && counted == sheet_.claim(b).measure.population;
  }

  [[nodiscard]] bool one_time(Index a, Index b) const {
    const auto& period = sheet_.claim(a).period;
    return period && period->known() && period == sheet_.claim(b).period;
  }

  // It is told already why it differs from another.
  [[nodiscard]] bool is_explained(Index b) const {
    return std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.verdict == Verdict::explained && f.claim == sheet_.claims[b].id;
    });
  }

  [[nodiscard]] int likeness_of(Index a, Index b) const {
    return (one_thing(a, b) ? 3 : 0) + (one_time(a, b) ? 2 : 0) + (is_near(a, b, 1.25) ? 1 : 0);
  }

  [[nodiscard]] bool is_near(Index a, Index b, double most) const {
    return within_factor(*sheet_.claim(a).value, *sheet_.claim(b).value, most);
  }

  [[nodiscard]] bool may_be_counterparts(Index a, Index b) {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    const bool percent = x.unit == "percent" && y.unit == "percent";
    const Decimal least(percent ? 0 : one_thing(a, b) ? kLeastOfOneThing : kLeast);
    return unit_key(x.unit) == unit_key(y.unit) && is_near(a, b, kFarthest) && *x.value->printed() >= least &&
           *y.value->printed() >= least && may_be_one_measure(a, b);
  }

  [[nodiscard]] bool may_be_one_measure(Index a, Index b) {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    const Rivalry how = rivalry(*x.value, *y.value);
    if (how == Rivalry::agree || how == Rivalry::rounding || x.whole != kNone || y.whole != kNone ||
        is_tied(sheet_, a, b) || !same_or_unsaid(x.measure.place, y.measure.place) ||
        is_whole_of_part(sheet_, a) || is_some_of(sheet_, a) || is_some_of(sheet_, b) ||
        is_added(sheet_, b) || starts_a_change(sheet_, a) || starts_a_change(sheet_, b) ||
        is_base(sheet_, b) || is_held_against(sheet_, a) || is_held_against(sheet_, b) ||
        are_of_two_places(sheet_, a, b))
      return false;
    return counts_same(a, b);
  }

  // Nothing is counted behind the second number, or what the first counts, and nothing else is told of it.
  [[nodiscard]] bool counts_same(Index a, Index b) {
    const Slots x = slots_of(sheet_.claim(a), words_);
    const Slots y = slots_of(sheet_.claim(b), words_);
    const bool bare = is_bare(sheet_, b);
    const bool like_things = (x.head != 0 && x.head == y.head) || share(x.population, y.population) ||
                             (is_near(a, b, 1.4) && counts_anything(words_.text(y.head))) || are_people(a, b);
    if (!y.population.empty() && !x.population.empty() && !like_things) return false;
    const bool told_apart =
        !x.property.empty() && !y.property.empty() && !words_.alike(x.property, y.property);
    return bare || (like_things && (!told_apart || are_people(a, b)));
  }

  // "278 people drowned" and "251 deaths", "arrivals" and "visitors": told of people by two who count, or
  // with what one of the counts takes in.
  [[nodiscard]] bool are_people(Index a, Index b) const {
    const bool people = sheet_.claim(a).unit == "person" && sheet_.claim(b).unit == "person";
    return people && sentences_between(sheet_, a, b) <= 1 && numbers_in(b) <= 2 &&
           (told_count(sheet_, b).told || !scope_of(sheet_, b).empty());
  }

  [[nodiscard]] Reason reason_for(Index a, Index b, std::string_view scope) {
    const std::string_view own = sentence_of(sheet_, b);
    if (own.empty() || are_of_two_times(a, b, scope)) return {};
    const auto begin = static_cast<std::size_t>(own.data() - sheet_.document_of(b).text.data());
    if (number_end(sheet_, a) > begin && !is_near(a, b, 1.1) && !is_set_against(a, b)) return {};
    if (!scope.empty()) return tells_of(scope, a, b) ? Reason{Why::scope, told_scope(scope)} : Reason{};
    if (const auto clause = scope_between(sheet_, a, b); !clause.empty() && tells_of(clause, a, b))
      return {Why::scope, told_scope(clause)};
    if (numbers_in(a) > kFewNumbers) return {};
    const bool beside = sentences_between(sheet_, a, b) <= 1 && is_of_one_measure(a, b);
    if (tells_other_stage(own) && is_near(a, b, beside ? kTwice : 1.5)) return {Why::earlier, {}};
    if (is_other_counter(a, b)) return {Why::counter, {}};
    return ways_of(a, b);
  }

  // What both print settles; "employs 39,400 now" beside "at the end of 2023" may be told with what it
  // counts.
  [[nodiscard]] bool are_of_two_times(Index a, Index b, std::string_view scope) const {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    const bool implied = x.period_basis != Basis::printed || y.period_basis != Basis::printed;
    if (!at_other_times(x, y)) return false;
    const bool stage = is_near(a, b, 1.1) && tells_other_stage(sentence_of(sheet_, b));
    return !stage && (scope.empty() || !implied);
  }

  // In one sentence: "…; the board, which leaves out residents, counted …", "but only", "while the union".
  [[nodiscard]] bool is_set_against(Index a, Index b) const {
    const std::string_view between = text_between(sheet_, a, b);
    return std::ranges::any_of(kTurns, [&](std::string_view turn) { return between.contains(turn); });
  }

  // The words name a way of counting that only one of them has, or what they count is told by two nouns of
  // one family: "23,417 applications" of "19,806 applicants".
  [[nodiscard]] Reason ways_of(Index a, Index b) {
    if (sentences_between(sheet_, a, b) > 1 || numbers_in(a) > 2 || numbers_in(b) > 2) return {};
    if (const std::string nouns = nouns_apart(a, b); !nouns.empty()) return {Why::way, nouns};
    if (!is_of_one_measure(a, b) || !is_near(a, b, 1.6)) return {};
    const auto [first, second] = sides_of(a, b);
    const std::string ways = ways_apart(first, second);
    return ways.empty() ? Reason{} : Reason{Why::way, "another way to count (" + ways + ")"};
  }

  [[nodiscard]] std::string nouns_apart(Index a, Index b) {
    const std::string& x = sheet_.claim(a).measure.population;
    const std::string& y = sheet_.claim(b).measure.population;
    const std::string_view one = std::string_view(x).substr(x.rfind(' ') + 1);
    const std::string_view other = std::string_view(y).substr(y.rfind(' ') + 1);
    const bool derived = !one.empty() && !other.empty() && one != other && words_.head(x) == words_.head(y);
    return derived && is_near(a, b, kTwice) ? "the one counts " + x + ", the other " + y : "";
  }

  // The text on either side: of one sentence parted behind the first number.
  [[nodiscard]] std::pair<std::string_view, std::string_view> sides_of(Index a, Index b) const {
    std::string_view first = sentence_of(sheet_, a);
    std::string_view second = sentence_of(sheet_, b);
    if (first.data() != second.data()) return {first, second};
    const std::string_view between = text_between(sheet_, a, b);
    const std::size_t turn = std::min(between.find_first_of(",;"), between.size());
    const auto at = static_cast<std::size_t>(between.data() - first.data()) + turn;
    return {first.substr(0, at), second.substr(at)};
  }

  // The clause is of these two: near in size, or of one thing and time, and what else it gives is their
  // difference.
  [[nodiscard]] bool tells_of(std::string_view clause, Index a, Index b) const {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    if (!is_near(a, b, is_close(a, b) ? kTwice : 1.6) || opens_elsewhere(sentence_of(sheet_, b)))
      return false;
    const std::string_view text = sheet_.document_of(b).text;
    const auto begin = static_cast<std::size_t>(clause.data() - text.data());
    const auto by = y.value->printed()->minus(*x.value->printed()).value_or(Decimal(0)).abs();
    return std::ranges::none_of(printed_near(sheet_, b, 1), [&](Index i) {
      const std::uint32_t end = number_end(sheet_, i);
      const bool inside = end > begin && end <= begin + clause.size();
      return inside && end != number_end(sheet_, b) && sheet_.claim(i).value->printed() != by;
    });
  }

  // Two numbers of one measure side by side, with few others.
  [[nodiscard]] bool is_close(Index a, Index b) const {
    return sentences_between(sheet_, a, b) <= 1 && numbers_in(a) <= 2 && numbers_in(b) <= 2 &&
           (is_of_one_measure(a, b) || told_count(sheet_, b).told);
  }

  // In so many words, of one population or one property.
  [[nodiscard]] bool is_of_one_measure(Index a, Index b) const {
    const Measure& x = sheet_.claim(a).measure;
    const Measure& y = sheet_.claim(b).measure;
    const bool population = !x.population.empty() && x.population == y.population;
    const bool property = !x.property.empty() && x.property == y.property;
    return x.population.empty() && y.population.empty() ? property : population;
  }

  // Persons or things, no money and no measure.
  [[nodiscard]] static bool is_count(const Claim& c) { return c.unit.empty() || c.unit == "person"; }

  // How many figures its sentence gives.
  [[nodiscard]] std::size_t numbers_in(Index i) const { return figures_near(sheet_, i, 0).size() + 1; }

  // Somebody else gives the second number, which stands bare, or counts the same in the words of another.
  [[nodiscard]] bool is_other_counter(Index a, Index b) const {
    const ToldCount count = told_count(sheet_, b);
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    const Index first = named_source(sheet_, a);
    const Index second = named_source(sheet_, b);
    const bool may_be_one_time = !y.period || !y.period->known() || x.period == y.period;
    if (count.has || !may_be_one_time || measures_its_own(x, y, count.subject) ||
        (first != kNone && first == second) || sentences_between(sheet_, a, b) > 1 ||
        is_whole_told(sheet_, a))
      return false;
    const bool both = first != kNone && second != kNone && numbers_in(a) <= kFewNumbers;
    if (both && count.told && is_near(a, b, is_bare(sheet_, b) ? kFarthest : 1.6) &&
        (is_bare(sheet_, b) || is_count(y)) && numbers_in(b) <= 2)
      return true;
    const bool somebody = count.subject != "it" && count.subject != "that" && count.subject != "this";
    return is_bare(sheet_, b) && is_near(a, b, 1.6) && !is_hedged(x) && !is_hedged(y) &&
           x.unit != "percent" &&
           ((count.told && somebody && (first != kNone || second != kNone)) ||
            ((is_of_list(sheet_, b) || is_shown(sheet_, b)) && first != kNone));
  }

  [[nodiscard]] bool is_settled(Index a, Index b) const {
    return std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.verdict != Verdict::cannot_tell && f.kind != "sum" && rests_on(sheet_, f, a, b);
    });
  }

  [[nodiscard]] std::string why(Index a, Index b, const Reason& reason) const {
    if (reason.why == Why::counter) return two_authorities(sheet_, a, b);
    const std::string pair = in_words(*sheet_.claim(b).value) + " beside " + in_words(*sheet_.claim(a).value);
    return pair + ": " +
           (reason.why == Why::earlier ? "an earlier and a later count of the same" : reason.words);
  }

  // A finding for each of the two; listings show the first.
  void tell(Index a, Index b, const Reason& reason) {
    if (is_explained(b) || is_settled(a, b)) return;
    const Value& x = *sheet_.claim(a).value;
    const Value& y = *sheet_.claim(b).value;
    for (const auto& [claim, other] : {std::pair(b, a), std::pair(a, b)}) {
      if (is_explained(claim)) continue;
      add(checks_, {.verdict = Verdict::explained,
                    .kind = reason.why == Why::earlier ? "revision" : "difference",
                    .claim = claim,
                    .against = {other},
                    .explanation = why(a, b, reason) + apart(x, y),
                    .suspect = "",
                    .rank = reason.why == Why::earlier ? Rank::revision : Rank::authority,
                    .relative_size = percent_apart(*y.printed(), *x.printed())});
    }
  }

  Checks& checks_;
  const Sheet& sheet_;
  Words& words_;
};

}  // namespace

void check_counterparts(Checks& checks) {
  Words words;
  Counterparts counterparts(checks, words);
  for (Index d = 0; d < checks.sheet.documents.size(); ++d) counterparts.find(d);
}

}  // namespace tally
