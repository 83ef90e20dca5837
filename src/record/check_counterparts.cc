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
#include "record/nearby.h"
#include "record/rival_counts.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/told_counts.h"
#include "record/told_scopes.h"
#include "record/words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::int64_t kLeast = 10;  // smaller numbers stand side by side by chance
constexpr int kReach = 3;            // sentences
constexpr int kFar = 12;             // sentences: further is no worse
constexpr std::size_t kFewNumbers = 3;

enum class Why : std::uint8_t { none, scope, earlier, counter };

struct Reason {
  Why why = Why::none;
  std::string_view clause;  // of the text, where it is told by one
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
      if (apart > kReach && (scope.empty() || !is_firm(a, b))) continue;
      const Reason found = reason_for(a, b, scope);
      const int score = found.why == Why::none ? 0 : 20 + 2 * likeness_of(a, b) - apart;
      if (score <= most) continue;
      most = score;
      best = a;
      reason = found;
    }
    if (best != kNone) tell(best, b, reason);
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
    const bool people = (x.unit.empty() && y.unit == "person") || (y.unit.empty() && x.unit == "person");
    if ((unit_key(x.unit) != unit_key(y.unit) && !people) || !is_near(a, b, 2) ||
        *x.value->printed() < Decimal(kLeast) || *y.value->printed() < Decimal(kLeast))
      return x.unit == "percent" && y.unit == "percent" && is_near(a, b, 2) && may_be_one_measure(a, b);
    return may_be_one_measure(a, b);
  }

  [[nodiscard]] bool may_be_one_measure(Index a, Index b) {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    const Rivalry how = rivalry(*x.value, *y.value);
    if (how == Rivalry::agree || how == Rivalry::rounding || x.whole != kNone || y.whole != kNone ||
        is_tied(sheet_, a, b) || !same_or_unsaid(x.measure.place, y.measure.place) || at_other_times(x, y) ||
        is_whole(a) || is_some_of(a) || is_some_of(b) || is_added(sheet_, b) || starts_a_change(sheet_, a) ||
        starts_a_change(sheet_, b) || is_base(b))
      return false;
    return counts_same(a, b);
  }

  // "Against 1,310", "compared with 870".
  [[nodiscard]] bool is_base(Index b) const {
    constexpr std::size_t kClose = 4;  // words
    const std::vector<std::string> before = plain_words(words_up_to(sheet_, b));
    return std::ranges::any_of(last_of(before, kClose), compares);
  }

  // "Of the 930 pupils", "out of 4,200".
  [[nodiscard]] bool is_whole(Index i) const {
    const std::vector<std::string> before = plain_words(words_up_to(sheet_, i));
    const std::size_t n = before.size();
    const std::size_t of = n >= 1 && before[n - 1] == "of"   ? n - 1
                           : n >= 2 && before[n - 2] == "of" ? n - 2
                                                             : n;
    return of < n && (of == 0 || before[of - 1] == "out");
  }

  // "Thirty-seven of the athletes", "12 of them".
  [[nodiscard]] bool is_some_of(Index i) const { return words_from(sheet_, i).starts_with(" of "); }

  // Nothing is counted behind the second number, or what the first counts, and nothing else is told of it.
  [[nodiscard]] bool counts_same(Index a, Index b) {
    const Slots x = slots_of(sheet_.claim(a), words_);
    const Slots y = slots_of(sheet_.claim(b), words_);
    const bool bare = is_bare(b);
    const bool like_things = (x.head != 0 && x.head == y.head) || share(x.population, y.population) ||
                             (is_near(a, b, 1.4) && counts_anything(words_.text(y.head)));
    if (!y.population.empty() && !x.population.empty() && !like_things) return false;
    const bool told_apart =
        !x.property.empty() && !y.property.empty() && !words_.alike(x.property, y.property);
    return (bare || (like_things && !told_apart)) && !is_held_against(b) && !is_held_against(a);
  }

  // "47 cases", "71 names", "34 of its members": of whatever was counted before.
  [[nodiscard]] static bool counts_anything(std::string_view head) {
    static constexpr std::array<std::string_view, 14> kHeads = {
        "case",  "name", "people", "person", "individual", "incident", "victim",
        "entry", "file", "death",  "body",   "member",     "human",    "participant"};
    return std::ranges::find(kHeads, head) != kHeads.end();
  }

  // "6.9 percent.", "11.9 million tonnes,", "the figure of 4,870 that …": a unit, and nothing counted.
  [[nodiscard]] bool is_bare(Index b) const {
    constexpr std::size_t kOfUnit = 3;  // words
    if (told_count(sheet_, b).bare || is_figure_of(b)) return true;
    const std::string& unit = sheet_.claim(b).unit;
    if (unit.empty() || unit == "person") return false;
    const std::string_view behind = words_from(sheet_, b);
    return plain_words(behind.substr(0, behind.find_first_of(",;:.()"))).size() <= kOfUnit;
  }

  [[nodiscard]] bool is_figure_of(Index b) const {
    const std::vector<std::string> before = plain_words(words_up_to(sheet_, b));
    if (before.size() < 2 || before.back() != "of") return false;
    const WordId id = vocabulary().find(before[before.size() - 2]);
    return id != 0 && vocabulary().is(vocabulary().lemma_id(id, Pos::noun), WordClass::count_noun);
  }

  // "Well above the 31,678", "more than the 412": compared, and counted at another time or place.
  [[nodiscard]] bool is_held_against(Index b) const {
    static constexpr std::array<std::string_view, 4> kMarks = {"than", "above", "below", "target"};
    constexpr std::size_t kClose = 3;  // words
    const std::vector<std::string> before = plain_words(words_up_to(sheet_, b));
    const bool marked = std::ranges::any_of(last_of(before, kClose), [](const std::string& word) {
      return std::ranges::find(kMarks, word) != kMarks.end();
    });
    return marked && !told_count(sheet_, b).told && !is_figure_of(b);
  }

  [[nodiscard]] Reason reason_for(Index a, Index b, std::string_view scope) const {
    const std::string_view own = sentence_of(sheet_, b);
    if (own.empty()) return {};
    const auto begin = static_cast<std::size_t>(own.data() - sheet_.document_of(b).text.data());
    if (number_end(sheet_, a) > begin && !is_near(a, b, 1.1)) return {};  // in one sentence
    if (!scope.empty()) return tells_of(scope, a, b) ? Reason{Why::scope, scope} : Reason{};
    if (const auto clause = scope_between(sheet_, a, b); !clause.empty() && tells_of(clause, a, b))
      return {Why::scope, clause};
    if (numbers_in(a) > kFewNumbers) return {};
    if (tells_other_stage(own) && is_near(a, b, 1.5)) return {Why::earlier, {}};
    return is_other_counter(a, b) ? Reason{Why::counter, {}} : Reason{};
  }

  // The clause is of these two: near in size, or of one thing and time, and what else it gives is their
  // difference.
  [[nodiscard]] bool tells_of(std::string_view clause, Index a, Index b) const {
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    if (!is_near(a, b, 1.6) || opens_elsewhere(sentence_of(sheet_, b))) return false;
    const std::string_view text = sheet_.document_of(b).text;
    const auto begin = static_cast<std::size_t>(clause.data() - text.data());
    const auto by = y.value->printed()->minus(*x.value->printed()).value_or(Decimal(0)).abs();
    return std::ranges::none_of(printed_near(sheet_, b, 1), [&](Index i) {
      const std::uint32_t end = number_end(sheet_, i);
      const bool inside = end > begin && end <= begin + clause.size();
      return inside && end != number_end(sheet_, b) && sheet_.claim(i).value->printed() != by;
    });
  }

  // How many figures its sentence gives.
  [[nodiscard]] std::size_t numbers_in(Index i) const { return figures_near(sheet_, i, 0).size() + 1; }

  // Somebody else gives the second number, which stands bare.
  [[nodiscard]] bool is_other_counter(Index a, Index b) const {
    const ToldCount count = told_count(sheet_, b);
    const Claim& x = sheet_.claim(a);
    const Claim& y = sheet_.claim(b);
    const Index first = named_source(sheet_, a);
    const Index second = named_source(sheet_, b);
    const bool may_be_one_time = !y.period || !y.period->known() || x.period == y.period;
    if (!is_bare(b) || count.has || !may_be_one_time || is_hedged(x) || is_hedged(y) || !is_near(a, b, 1.6) ||
        x.unit == "percent" || (first != kNone && first == second) || sentences_between(sheet_, a, b) > 1 ||
        is_whole_told(sheet_, a))
      return false;
    const bool somebody = count.subject != "it" && count.subject != "that" && count.subject != "this";
    return (count.told && somebody && (first != kNone || second != kNone)) ||
           ((is_of_list(b) || is_shown(b)) && first != kNone);
  }

  // "Automatic counters at the doors show 12,900".
  [[nodiscard]] bool is_shown(Index b) const {
    const std::vector<std::string> before = plain_words(words_up_to(sheet_, b));
    const WordId id = before.empty() ? 0 : vocabulary().find(before.back());
    return id != 0 && vocabulary().is(vocabulary().lemma_id(id, Pos::verb), WordClass::show_verb);
  }

  // "An internal list that this newspaper has seen runs to 812".
  [[nodiscard]] bool is_of_list(Index b) const {
    static constexpr std::array<std::string_view, 8> kLists = {"list",    "register", "registers", "database",
                                                               "records", "archive",  "map",       "lists"};
    const std::vector<std::string> before = plain_words(words_up_to(sheet_, b));
    return std::ranges::any_of(
        before, [](const std::string& word) { return std::ranges::find(kLists, word) != kLists.end(); });
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
           (reason.why == Why::earlier ? "an earlier and a later count of the same"
                                       : told_scope(reason.clause));
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
