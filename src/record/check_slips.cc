// Slips of the pen between reports on one story: a number that one report gives and no other, beside
// the same number with two digits changed places, which it does not give itself.
//
//   A, B: "a quota of 23,040 tonnes of cod"    C: "the cod quota was fixed at 23,400 tonnes"
//
// Unlike rivals of one variable (check_rivals.cc) the two need not have been aligned: of many digits
// two numbers are each other's swap hardly ever by chance, so that the digits say what the words
// leave open. The fewer the digits, the more of time, words and source must agree.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/rivalry.h"
#include "record/shared_words.h"
#include "record/slots.h"
#include "record/words.h"
#include "tally/rounding.h"

namespace tally {
namespace {

constexpr int kUnknown = 1'000'000;  // days: a report without a date quotes the others
constexpr std::size_t kCrowd = 32;   // reports that give one value: of no story any more
constexpr int kOneStory = 4;         // digits that reports on one story share
constexpr std::size_t kLeast = 2;    // digits of an amount of money whose swap says anything
constexpr std::size_t kFewest = 3;   // digits of a number whose swap says anything
constexpr std::size_t kTelling = 4;  // digits that need little beside them
constexpr int kSomeWords = 2;        // in common of both sentences
constexpr int kManyWords = 3;
constexpr std::size_t kRare = 5;     // digits that meet by chance in no two reports
constexpr std::size_t kCertain = 6;  // digits that need nothing beside them

using Place = std::pair<std::string, Decimal>;  // unit and number

struct Printed {
  Index claim = kNone;
  Decimal number = 0;
  Index base = kNone;  // into `bases_`: the number that a change starts from, no figure of its own
};

// Zeros at the end of both say nothing: 1,200 and 2,100 are two digits each.
std::size_t telling_digits(Decimal a, Decimal b) {
  std::string x = a.to_string();
  std::string y = b.to_string();
  std::erase(x, '.');
  std::erase(y, '.');
  while (!x.empty() && !y.empty() && x.back() == '0' && y.back() == '0') {
    x.pop_back();
    y.pop_back();
  }
  return x.size();
}

// "212", "2.56": three digits at least.
bool has_digits(Decimal number) {
  return number >= Decimal(100) || (number.scale() > 0 && number.shifted(number.scale()) >= Decimal(100));
}

class SlipFinder {
 public:
  explicit SlipFinder(Checks& checks) : checks_(checks), sheet_(checks.sheet) {}

  void find() {
    collect();
    collect_told();
    add_events();
    add_names();
    for (const auto& [pair, digits] : shared_) {
      if (digits >= kOneStory) compare(pair.first, pair.second, kLeast);
    }
    for (const auto& pair : pairs_by_digits()) {
      const auto known = shared_.find(pair);
      if (known == shared_.end() || known->second < kOneStory) compare(pair.first, pair.second, kRare);
    }
  }

 private:
  void collect() {
    figures_.resize(sheet_.documents.size());
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      if (!is_printed(sheet_, i)) continue;
      const auto number = number_of(*sheet_.claim(i).value);
      if (number) printed_by_[{unit_key(sheet_.claim(i).unit), *number}].insert(sheet_.claims[i].document);
      if (!number || !is_exact(*sheet_.claim(i).value) || !has_digits(*number)) continue;
      figures_[sheet_.claims[i].document].push_back({i, *number});
      holders_[{unit_key(sheet_.claim(i).unit), *number}].insert(sheet_.claims[i].document);
    }
    for (Index i = 0; i < sheet_.claims.size(); ++i) add_ends(i);
    for (const auto& [place, documents] : holders_) {
      const int digits = surprise(Value::exact(place.second));
      if (digits < 2 || documents.size() > kCrowd) continue;
      add_pairs(documents, digits == 2 ? 1 : digits);
    }
  }

  // "Shrank, from 68,390 to 67,715", "to build 1,850 kilometres": numbers that no figure holds.
  void add_ends(Index i) {
    const Claim& c = sheet_.claim(i);
    if (c.kind != ClaimKind::change || !c.change || sheet_.out[i]) return;
    const Index to = sheet_.tied(i, c.about);
    Claim base = to == kNone ? c : sheet_.claim(to);
    if (to == kNone && base.unit == "percent") base.unit.clear();
    base.period = c.change->base_period;
    if (c.change->from) add_end(i, *c.change->from, std::move(base));
    Claim by = c;
    by.period.reset();
    if (c.change->by && !c.unit.empty()) add_end(i, *c.change->by, std::move(by));
  }

  void add_end(Index i, Decimal number, Claim base) {
    if (number < Decimal(1000) || base.unit == "percent") return;
    const Place place{unit_key(base.unit), number};
    const Index document = sheet_.claims[i].document;
    if (const auto known = holders_.find(place); known != holders_.end() && known->second.contains(document))
      return;
    base.value = Value::exact(number);
    bases_.push_back(std::move(base));
    figures_[document].push_back({i, number, static_cast<Index>(bases_.size() - 1)});
    holders_[place].insert(document);
  }

  [[nodiscard]] const Claim& claim_of(const Printed& p) const {
    return p.base == kNone ? sheet_.claim(p.claim) : bases_[p.base];
  }

  // Reports that print rare numbers of the same digits, whatever else they have in common.
  [[nodiscard]] std::set<std::pair<Index, Index>> pairs_by_digits() const {
    std::map<std::string, std::set<Index>> reports;
    for (Index d = 0; d < figures_.size(); ++d) {
      for (const Printed& p : figures_[d]) {
        if (surprise(Value::exact(p.number)) >= static_cast<int>(kRare)) reports[key_of(p)].insert(d);
      }
    }
    std::set<std::pair<Index, Index>> pairs;
    for (const auto& [key, documents] : reports) {
      if (documents.size() > kCrowd) continue;
      for (auto a = documents.begin(); a != documents.end(); ++a) {
        for (auto b = std::next(a); b != documents.end(); ++b) pairs.emplace(*a, *b);
      }
    }
    return pairs;
  }

  void add_pairs(const std::set<Index>& documents, int digits) {
    for (auto a = documents.begin(); a != documents.end(); ++a) {
      for (auto b = std::next(a); b != documents.end(); ++b) shared_[{*a, *b}] += digits;
    }
  }

  [[nodiscard]] std::size_t reports_with(const Printed& p) const {
    const Place place{unit_key(claim_of(p).unit), p.number};
    const auto hedged = printed_by_.find(place);
    return std::max(holders_.at(place).size(), hedged == printed_by_.end() ? 0 : hedged->second.size());
  }
  [[nodiscard]] bool gives(Index document, const std::string& unit, Decimal number) const {
    const auto known = holders_.find({unit, number});
    return known != holders_.end() && known->second.contains(document);
  }

  // Reports that tell of one event tell one story, whatever numbers they share.
  void add_events() {
    std::map<Index, std::set<Index>> tellers;
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      const bool told = sheet_.claim(i).kind == ClaimKind::event && !sheet_.out[i];
      if (told && sheet_.event[i] != kNone) tellers[sheet_.event[i]].insert(sheet_.claims[i].document);
    }
    for (const auto& [event, documents] : tellers) {
      if (documents.size() <= kCrowd) add_pairs(documents, kOneStory);
    }
  }

  // So do reports that write the same names, which few others do; in a small book any names.
  void add_names() {
    constexpr std::size_t kSmallBook = 8;
    constexpr std::size_t kMost = 64;  // reports: of more the numbers must tell
    if (sheet_.documents.size() > kMost) return;
    const Subjects& subjects = checks_.subjects;
    for (Index a = 0; a < sheet_.documents.size(); ++a) {
      for (Index b = a + 1; b < sheet_.documents.size(); ++b) {
        const bool few = sheet_.documents.size() <= kSmallBook && share(subjects.names[a], subjects.names[b]);
        if (few || subjects.share_names(a, b)) shared_[{a, b}] += kOneStory;
      }
    }
  }

  void compare(Index first, Index second, std::size_t least) {
    std::map<std::string, std::vector<Printed>> by_digits;
    for (const Printed& p : figures_[first]) by_digits[key_of(p)].push_back(p);
    for (const Printed& q : figures_[second]) {
      const auto same = by_digits.find(key_of(q));
      if (same == by_digits.end()) continue;
      for (const Printed& p : same->second) {
        if (may_be_one_unit(p, q) && is_slip(p, q, least)) tell(p, q);
      }
    }
  }

  // "Until June it had been 95,600": what is counted may have been told before.
  [[nodiscard]] bool may_be_one_unit(const Printed& p, const Printed& q) const {
    const std::string& a = claim_of(p).unit;
    const std::string& b = claim_of(q).unit;
    return unit_key(a) == unit_key(b) || ((a.empty() || b.empty()) && a != "percent" && b != "percent");
  }

  [[nodiscard]] std::string key_of(const Printed& p) const {
    std::string digits = p.number.to_string();
    std::ranges::sort(digits);
    return digits;
  }

  [[nodiscard]] bool is_slip(const Printed& p, const Printed& q, std::size_t least) const {
    const Claim& a = claim_of(p);
    const Claim& b = claim_of(q);
    if (rivalry(*a.value, *b.value) != Rivalry::swapped) return false;
    const std::size_t digits = telling_digits(p.number, q.number);
    if (digits < least || gives(sheet_.claims[q.claim].document, unit_key(a.unit), p.number) ||
        gives(sheet_.claims[p.claim].document, unit_key(b.unit), q.number))
      return false;
    const auto doubts = doubts_about(a, b);
    if (!doubts) return false;
    const bool dated = a.period && b.period && a.period->known() && b.period->known();
    const int needed = digits >= kCertain ? 0 : digits >= kTelling ? 1 : digits >= kFewest ? 2 : 4;
    return agreements(a, b, dated) + beside(p, q) >= needed + *doubts;
  }

  // What speaks against their being one; nullopt: they are two for sure.
  [[nodiscard]] static std::optional<int> doubts_about(const Claim& a, const Claim& b) {
    int doubts = 0;
    // "It was 1.73": what is told without a unit may have any.
    const bool bare =
        (a.unit.empty() && a.measure.population.empty()) || (b.unit.empty() && b.measure.population.empty());
    if (!bare && unit_key(a.unit) != unit_key(b.unit)) ++doubts;
    const std::string& here = a.measure.place;
    const std::string& there = b.measure.place;
    if (!here.empty() && !there.empty() && here != there) ++doubts;
    // What a quarter had is not what its year had.
    if (of_other_length(a, b)) ++doubts;
    if (!at_other_times(a, b)) return doubts;
    // Times that only follow from the reports' own dates do not part what all else holds together.
    if (a.period_basis == Basis::printed && b.period_basis == Basis::printed) return std::nullopt;
    return doubts + (a.period_basis == b.period_basis ? 1 : 2);
  }

  [[nodiscard]] static bool of_other_length(const Claim& a, const Claim& b) {
    if (!a.period || !b.period || !a.period->known() || !b.period->known()) return false;
    return (a.period->grain() == Grain::year) != (b.period->grain() == Grain::year);
  }

  // What their sentences have in common beside them.
  [[nodiscard]] int beside(const Printed& p, const Printed& q) const {
    const Claim& a = claim_of(p);
    const int words = shared_words(sheet_, p.claim, q.claim);
    const bool one_unit =
        !a.unit.empty() && a.unit == claim_of(q).unit && a.unit != "person" && a.unit != "percent";
    return (share_numbers(sheet_, p.claim, q.claim) ? 1 : 0) +
           (share_names(sheet_, p.claim, q.claim) ? 1 : 0) +
           (words >= kManyWords   ? 2
            : words >= kSomeWords ? 1
                                  : 0) +
           (one_unit ? 1 : 0);
  }

  // How many of time, words and source say that the two are one.
  [[nodiscard]] static int agreements(const Claim& a, const Claim& b, bool dated) {
    const std::set<std::string> words = words_of(a.measure);
    const std::set<std::string> others = words_of(b.measure);
    const bool shares =
        std::ranges::any_of(words, [&](const std::string& word) { return others.contains(word); });
    const bool same = shares && !a.measure.property.empty() && a.measure.property == b.measure.property &&
                      a.measure.population == b.measure.population;
    const bool sourced = !a.attribution.empty() && !b.attribution.empty() &&
                         !a.attribution.front().name.empty() &&
                         a.attribution.front().name == b.attribution.front().name;
    const bool one_time = dated && a.period == b.period;
    const bool one_day = one_time && a.period->grain() == Grain::day;
    return (one_time ? 1 : 0) + (one_day ? 1 : 0) + (shares ? 1 : 0) + (same ? 1 : 0) + (sourced ? 1 : 0);
  }

  // Slips found among the rivals of one variable, by their two numbers.
  void collect_told() {
    std::map<Id, Index> at;
    for (Index i = 0; i < sheet_.claims.size(); ++i) at.emplace(sheet_.claims[i].id, i);
    const auto number = [&](const Id& id) {
      const auto known = at.find(id);
      const auto& value = known == at.end() ? std::nullopt : sheet_.claim(known->second).value;
      return value && value->best ? *value->best : Decimal(0);
    };
    for (const Finding& f : checks_.findings) {
      if (f.kind == "slip" && !f.against.empty())
        told_.insert(std::minmax({number(f.claim), number(f.against.front())}));
    }
  }

  // The claim is the number that nothing in its report comes out with, then the one that fewer reports
  // give, of equals the one told later.
  void tell(Printed p, Printed q) {
    const auto weight = [&](const Printed& x) {
      const Date told = sheet_.document_of(x.claim).published.date;
      return std::tuple(x.base == kNone && is_borne_out(checks_, x.claim), reports_with(x),
                        told.known() ? -told.first_day().time_since_epoch().count() : -kUnknown, x.claim);
    };
    if (weight(q) < weight(p)) std::swap(p, q);
    const bool told = std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.verdict != Verdict::cannot_tell && f.kind != "sum" && rests_on(sheet_, f, p.claim, q.claim);
    });
    if (told_.contains(std::minmax({p.number, q.number}))) return;
    if (told && p.base == kNone && q.base == kNone) return;
    add(checks_, {.verdict = Verdict::fails,
                  .kind = "slip",
                  .claim = p.claim,
                  .against = {q.claim},
                  .explanation = said(*claim_of(p).value, claim_of(p).period) + " against " +
                                 said(*claim_of(q).value, claim_of(q).period) + ": two digits changed places",
                  .suspect = "report",
                  .rank = Rank::same_scope,
                  .relative_size = percent_apart(p.number, q.number)});
  }

  Checks& checks_;
  const Sheet& sheet_;
  std::vector<std::vector<Printed>> figures_;      // per report
  std::vector<Claim> bases_;                       // what changes start from
  std::map<Place, std::set<Index>> holders_;       // reports that give a number of a unit
  std::map<Place, std::set<Index>> printed_by_;    // and those that give it with a hedge: "some 21,300"
  std::set<std::pair<Decimal, Decimal>> told_;     // slips that other checks found
  std::map<std::pair<Index, Index>, int> shared_;  // digits of the values that two reports share
};

}  // namespace

void check_slips(Checks& checks) {
  SlipFinder(checks).find();
}

}  // namespace tally
