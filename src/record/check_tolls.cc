// How many a happening killed, hurt or left missing, as one report and another tell it.
//
//   3 July: "… collapsed on Tuesday, killing nine people"     6 July: "The collapse … killed 11 people"
//   "At least 19 people died, the agency said"                "The Red Cross had counted 23 bodies"
//
// The tellings of one happening were joined by then, so what each counts needs no words in common but the
// fate that it tells of. A later report knows more: the older number is explained by the newer one, and so
// is one that somebody else gives on the same day. Which of two is right nobody can tell from here, so no
// toll fails by another.
#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/checks.h"
#include "record/deeds.h"
#include "record/nearby.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/told_counts.h"
#include "record/words.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr double kWildest = 8;  // tolls of one happening seldom grow further from one day to another

// A number that one report gives for one fate of a happening.
struct Toll {
  Index claim = kNone;
  Value value;
  Date told;
  Roots whom;  // "pilgrims"; empty: people
};

constexpr NamedWords kAnother = {"another", "further", "additional", "other"};
constexpr NamedWords kMore = {"more", "others", "other", "of"};
constexpr NamedWords kTheir = {"their", "his", "her"};
constexpr NamedWords kAnybody = {"people", "person", "body", "victim", "civilian"};
constexpr NamedWords kStretches = {"since", "year", "years", "winter", "summer", "season", "total"};

// "[Another] 12", "[three] more": some of them.
bool counts_more(const Sheet& sheet, Index i) {
  const std::vector<std::string> before = plain_words(words_up_to(sheet, i));
  const std::vector<std::string> behind = plain_words(words_from(sheet, i).substr(0, 24));
  const bool told = !before.empty() && kAnother.contains(before.back());
  return told || (!behind.empty() && kMore.contains(behind.front()));
}

bool tells_sex_or_age(const Words& words, const Roots& roots) {
  const Vocabulary& known = vocabulary();
  return std::ranges::any_of(roots, [&](Root root) {
    const WordId id = known.find(words.text(root));
    return id != 0 && known.is(known.lemma_id(id, Pos::noun), WordClass::sex_or_age);
  });
}

class Tolls {
 public:
  explicit Tolls(Checks& checks) : checks_(checks), sheet_(checks.sheet) {}

  void find() {
    collect_parts();
    collect_told();
    for (auto& [fate, tolls] : tolls_) {
      leave_out_the_unclear(tolls);
      compare(tolls);
    }
  }

 private:
  using Fate = std::pair<Index, std::string>;  // a happening, and what became of people in it

  // "Killing nine people and injuring 31": what a telling says of each fate.
  void collect_parts() {
    for (Index t = 0; t < sheet_.claims.size(); ++t) {
      const Claim& c = sheet_.claim(t);
      if (c.kind != ClaimKind::event || !c.event || sheet_.out[t] || sheet_.event[t] == kNone) continue;
      for (const EventPart& part : c.event->parts) {
        if (part.role.empty()) continue;
        const Index figure = figure_at(t, part);
        if (figure != kNone) add_toll({sheet_.event[t], part.role}, figure);
      }
    }
  }

  [[nodiscard]] Index figure_at(Index telling, const EventPart& part) const {
    for (const Index i : figures_near(sheet_, telling, 0)) {
      const Claim& c = sheet_.claim(i);
      if (c.value == part.value && (c.quote.overlaps(part.span) || sheet_.tied(i, c.happening) == telling))
        return i;
    }
    return kNone;
  }

  // "The toll of last week's fire has risen to 26", "37 bodies have been found": of the one happening that
  // its sentence tells, or those right before it, else of the one that the report is about.
  void collect_told() {
    collect_mishaps();
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      if (!sheet_.counts(i) || !counts_dead(i)) continue;
      if (const Index group = happening_of(i); group != kNone) add_toll({group, "killed"}, i);
    }
  }

  void collect_mishaps() {
    for (Index t = 0; t < sheet_.claims.size(); ++t) {
      const Claim& c = sheet_.claim(t);
      if (c.kind != ClaimKind::event || !c.event || sheet_.out[t] || sheet_.event[t] == kNone) continue;
      Deeds deeds = deeds_of(c.event->trigger);
      for (const std::string& who : c.event->who) deeds |= deeds_of(who) & mishap();
      if ((deeds & (harm() | mishap())) != 0) mishaps_[sheet_.claims[t].document].push_back(t);
    }
  }

  [[nodiscard]] Index happening_of(Index i) const {
    constexpr int kBefore = 2;  // sentences
    const Index document = sheet_.claims[i].document;
    const auto told = mishaps_.find(document);
    if (told == mishaps_.end()) return kNone;
    for (int reach = 0; reach <= kBefore; ++reach) {
      std::set<Index> groups;
      for (const Index t : told->second) {
        const bool before = sheet_.claim(t).quote.begin <= sheet_.claim(i).quote.end;
        if (before && sentences_between(sheet_, t, i) == reach) groups.insert(sheet_.event[t]);
      }
      if (!groups.empty()) return groups.size() == 1 && (reach == 0 || goes_on(i)) ? *groups.begin() : kNone;
    }
    return kNone;
  }

  // In a sentence of its own: "The toll has risen to 26", "37 bodies have been found", "The Red Crescent
  // spoke of 58 dead".
  [[nodiscard]] bool goes_on(Index i) const {
    const Claim& c = sheet_.claim(i);
    return c.measure.population.empty() || c.measure.population == "body" || told_count(sheet_, i).told ||
           names_source(i);
  }

  [[nodiscard]] bool names_source(Index i) const {
    const auto& chain = sheet_.claim(i).attribution;
    return !chain.empty() && !(chain.front().name.empty() && chain.front().role.empty());
  }

  [[nodiscard]] bool counts_dead(Index i) {
    const Slots slots = slots_of(sheet_.claim(i), words_);
    if (includes(slots.core(), {words_.death()}) || words_.text(slots.head) == "body") return true;
    return tells_death(words_from(sheet_, i)) || ends_lives(words_from(sheet_, i));
  }

  // "58 [dead]", "22 pilgrims [were crushed to death]": before anything else is told.
  [[nodiscard]] bool tells_death(std::string_view behind) {
    constexpr std::size_t kFew = 48;  // bytes
    behind = behind.substr(0, std::min({kFew, behind.find(" and "), behind.find(','), behind.size()}));
    for (const std::string& word : plain_words(behind)) {
      const bool dies =
          word == "death" || includes(words_.with_one_death(words_.roots(word)), {words_.death()});
      if (dies) return true;
    }
    return false;
  }

  // "51 people lost their lives", "seven lives"
  [[nodiscard]] static bool ends_lives(std::string_view behind) {
    constexpr std::size_t kFew = 5;
    const std::vector<std::string> words = plain_words(behind);
    for (std::size_t w = 0; w < std::min(kFew, words.size()); ++w) {
      if (words[w] == "lives" && (w == 0 || kTheir.contains(words[w - 1]))) return true;
    }
    return false;
  }

  void add_toll(const Fate& fate, Index i) {
    const Claim& c = sheet_.claim(i);
    if (c.modality != Modality::observed || !c.value->printed() || c.value->modifier == Modifier::between ||
        c.whole != kNone || c.unit == "percent" || counts_more(sheet_, i) || !is_of_its_days(fate.first, i))
      return;
    Roots whom = words_.without_measures(slots_of(c, words_).population);
    if (tells_sex_or_age(words_, whom)) return;
    std::erase_if(whom, [&](Root root) {
      return root == words_.death() || root == words_.life() || kAnybody.contains(words_.text(root));
    });
    auto& tolls = tolls_[fate];
    const bool known = std::ranges::any_of(tolls, [&](const Toll& toll) { return toll.claim == i; });
    if (!known) tolls.push_back({i, *c.value, sheet_.document_of(i).published.date, std::move(whom)});
  }

  // Of what happened within days, and not of a winter or a year that the report calls to mind.
  [[nodiscard]] bool is_of_its_days(Index group, Index i) const {
    constexpr auto kShort = std::chrono::days(3);
    constexpr auto kWeek = std::chrono::days(7);
    constexpr auto kSlack = std::chrono::days(60);
    const auto& when = sheet_.events[sheet_.event_at.at(group)].when;
    if (!when || !when->known() || when->last_day() - when->first_day() > kShort) return false;
    for (const std::string_view told : {words_up_to(sheet_, i), words_from(sheet_, i)}) {
      for (const std::string& word : plain_words(told)) {
        if (kStretches.contains(word)) return false;
      }
    }
    const auto& period = sheet_.claim(i).period;
    if (!period || !period->known()) return true;
    if (period->open_from || period->open_to || period->last_day() - period->first_day() > kWeek)
      return false;
    return period->first_day() <= when->last_day() + kSlack &&
           period->last_day() + kSlack >= when->first_day();
  }

  // "Nine inmates and four guards", "five died, four where they fell": of a report that gives several numbers
  // for one fate none is sure to be of all, but for two that two sources give.
  void leave_out_the_unclear(std::vector<Toll>& tolls) const {
    std::set<Index> unclear;
    for (const Toll& a : tolls) {
      for (const Toll& b : tolls) {
        const bool one_report = sheet_.claims[a.claim].document == sheet_.claims[b.claim].document;
        if (one_report && a.value.printed() != b.value.printed() && !are_of_two_sources(a.claim, b.claim))
          unclear.insert(sheet_.claims[a.claim].document);
      }
    }
    std::erase_if(tolls,
                  [&](const Toll& toll) { return unclear.contains(sheet_.claims[toll.claim].document); });
  }

  // The first number that the text of each report gives, then those that it sets beside it.
  void compare(std::vector<Toll>& tolls) {
    std::ranges::stable_sort(tolls, [&](const Toll& a, const Toll& b) {
      return std::tuple(!a.told.known(), a.told, sheet_.claims[a.claim].document, a.claim) <
             std::tuple(!b.told.known(), b.told, sheet_.claims[b.claim].document, b.claim);
    });
    for (std::size_t b = 1; b < tolls.size(); ++b) {
      for (std::size_t a = b; a-- > 0;) {
        if (!may_be_one(tolls[a], tolls[b])) continue;
        const bool agree = tolls[a].value.printed() == tolls[b].value.printed();
        if (!agree) tell(tolls[a], tolls[b]);
        break;
      }
    }
  }

  [[nodiscard]] bool may_be_one(const Toll& a, const Toll& b) const {
    const double x = a.value.printed()->to_double();
    const double y = b.value.printed()->to_double();
    const bool whom = a.whom.empty() || b.whom.empty() || share(a.whom, b.whom);
    const bool titled =
        sheet_.claim(a.claim).in_title && sheet_.claims[a.claim].document == sheet_.claims[b.claim].document;
    return whom && !titled && x > 0 && y > 0 && x <= kWildest * y && y <= kWildest * x;
  }

  [[nodiscard]] bool are_of_two_sources(Index a, Index b) const {
    return names_source(a) && names_source(b) && sheet_.origin[a] != sheet_.origin[b];
  }

  void tell(const Toll& a, const Toll& b) {
    const bool one_report = sheet_.claims[a.claim].document == sheet_.claims[b.claim].document;
    const bool dated = a.told.known() && b.told.known();
    const bool later = !one_report && dated && b.told.first_day() > a.told.last_day();
    const bool sources = are_of_two_sources(a.claim, b.claim);
    // A toll falls where somebody else counts, or where it was wrong.
    const bool grows = *b.value.printed() > *a.value.printed();
    if (!sources && !(later && grows)) return;
    // What is no more than a bound holds where the other keeps to it.
    const bool bound = a.value.modifier != Modifier::exact || b.value.modifier != Modifier::exact;
    const Rivalry how = rivalry(a.value, b.value);
    if (bound && !later && how == Rivalry::agree) return;
    if (!bound && (how == Rivalry::agree || how == Rivalry::rounding)) return;
    add_both(a, b, later);
  }

  void add_both(const Toll& a, const Toll& b, bool later) {
    const bool told = std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      const bool rivals = f.kind == "revision" || f.kind == "difference" || f.kind == "contradiction" ||
                          f.kind == "slip" || f.kind == "title";
      return rivals && f.verdict != Verdict::cannot_tell && rests_on(sheet_, f, a.claim, b.claim);
    });
    if (told) return;
    std::erase_if(checks_.findings, [&](const Finding& f) {
      return f.verdict == Verdict::cannot_tell && f.kind == "difference" &&
             rests_on(sheet_, f, a.claim, b.claim);
    });
    const std::string words = dated(a) + " against " + dated(b) + ": " +
                              (later ? "a later count of the same" : "counted by somebody else");
    for (const auto& [claim, against] : {std::pair(a.claim, b.claim), std::pair(b.claim, a.claim)}) {
      if (is_settled(claim)) continue;
      add(checks_, {.verdict = Verdict::explained,
                    .kind = later ? "revision" : "difference",
                    .claim = claim,
                    .against = {against},
                    .explanation = words,
                    .suspect = "",
                    .rank = later ? Rank::revision : Rank::authority,
                    .relative_size = percent_apart(*b.value.printed(), *a.value.printed())});
    }
  }

  // Another check knows already what became of the number.
  [[nodiscard]] bool is_settled(Index claim) const {
    const Id& id = sheet_.claims[claim].id;
    return std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      const bool rivals = f.kind == "revision" || f.kind == "difference" || f.kind == "slip";
      return rivals && f.claim == id && f.verdict != Verdict::cannot_tell;
    });
  }

  static std::string dated(const Toll& toll) {
    return in_words(toll.value) + (toll.told.known() ? " (" + toll.told.to_string() + ")" : "");
  }

  Checks& checks_;
  const Sheet& sheet_;
  Words words_;
  std::map<Fate, std::vector<Toll>> tolls_;
  std::map<Index, std::vector<Index>> mishaps_;  // per report: the tellings of what befell people
};

}  // namespace

void check_tolls(Checks& checks) {
  Tolls(checks).find();
}

}  // namespace tally
