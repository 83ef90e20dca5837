// Numbers that a report gives without any time → the time that other reports on its subject give the
// same rare number.
//
//   "The council paid €4.1 million", beside "€3.4 million in 2017, €4.1 million in 2018": of 2018
//
// A number of a sentence that tells no time has one that was carried to it from the sentences before. A
// reader believes the report that prints the time beside the same digits.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/rivalry.h"
#include "record/shared_words.h"
#include "record/slots.h"
#include "record/strata.h"
#include "record/subjects.h"
#include "record/told_scopes.h"
#include "record/told_times.h"

namespace tally {
namespace {

constexpr std::size_t kCrowd = 64;  // a number that so many figures give is nobody's
constexpr int kRare = 3;            // digits: with words in common
constexpr int kRarer = 4;           // in reports on one subject
constexpr int kClearly = 2;         // words more than any other

using Figures = std::map<std::string, std::vector<Index>>;  // by unit and number

bool has_time(const Claim& claim) {
  return claim.period && claim.period->known();
}

// What no time says anything of: shares, and head-counts that have the day of their happening.
bool may_borrow(const Claim& claim) {
  return !claim.period && claim.happening == kNone && claim.unit != "percent";
}

bool may_lend(const Claim& claim) {
  return has_time(claim) && !claim.period->open_from && !claim.period->open_to;
}

bool is_rarer(const Claim& claim) {
  return surprise(Value::exact(*claim.value->best)) >= kRarer;
}

// Its time was told elsewhere in the report, and its own sentence says nothing for it: "When it came in,
// divorces dropped to 10,830".
bool has_carried_time(const Sheet& sheet, Index i) {
  const Claim& claim = sheet.claim(i);
  if (!may_lend(claim) || claim.period_basis == Basis::printed || claim.happening != kNone) return false;
  const std::string_view sentence = sentence_of(sheet, i);
  if (sentence.empty()) return false;
  const Date published = sheet.document_of(i).published.date;
  const auto told = told_times(sentence, published);
  return agreement(told, *claim.period, published) <= Agreement::silent;
}

Figures rare_figures(const Sheet& sheet) {
  Figures figures;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (!sheet.counts(i) || !c.value || !c.value->best || surprise(Value::exact(*c.value->best)) < kRare)
      continue;
    figures[unit_key(c.unit) + '|' + c.value->best->to_string()].push_back(i);
  }
  return figures;
}

class Lender {
 public:
  Lender(const Sheet& sheet, Words& words, const Subjects& subjects)
      : sheet_(sheet), words_(words), subjects_(subjects) {}

  // The one time that other reports give the number, of what may be the same; of several the one that what is
  // told most alike has. A number that has a time takes another only where that is printed.
  [[nodiscard]] std::optional<Period> time_of(Index claim, const std::vector<Index>& alike) {
    std::map<Period, int> times;
    const Claim& borrower = sheet_.claim(claim);
    for (const Index other : alike) {
      const Claim& lender = sheet_.claim(other);
      const bool here = sheet_.claims[other].document == sheet_.claims[claim].document;
      if (other == claim || (here && lender.period_basis != Basis::printed) || !may_lend(lender) ||
          !are_one(claim, other))
        continue;
      if (borrower.period && lender.period->contains(*borrower.period)) return std::nullopt;
      if (borrower.period && borrower.period->contains(*lender.period)) return std::nullopt;
      if (borrower.period && lender.period_basis != Basis::printed) continue;
      int& best = times[*sheet_.claim(other).period];
      best = std::max(best, likeness_of(claim, other));
    }
    if (times.empty()) return std::nullopt;
    const auto first = std::ranges::max_element(times, {}, [](const auto& t) { return t.second; });
    const auto rivals =
        std::ranges::count_if(times, [&](const auto& t) { return t.second + kClearly > first->second; });
    return rivals == 1 ? std::optional(first->first) : std::nullopt;
  }

 private:
  [[nodiscard]] bool are_one(Index a, Index b) {
    const Slots x = slots_of(sheet_.claim(a), words_);
    const Slots y = slots_of(sheet_.claim(b), words_);
    if (!places_agree(x.place, y.place) || !places_agree(x.origin, y.origin)) return false;
    const Index here = sheet_.claims[a].document;
    const Index there = sheet_.claims[b].document;
    const bool rarer = is_rarer(sheet_.claim(a));
    if (rarer ? subjects_.are_one(here, there) : subjects_.are_closely_one(here, there)) return true;
    return share(x.core(), y.core()) || shared_words(sheet_, a, b) > 0;
  }

  [[nodiscard]] int likeness_of(Index a, Index b) const {
    const bool close = subjects_.are_closely_one(sheet_.claims[a].document, sheet_.claims[b].document);
    return std::max(shared_words(sheet_, a, b), 0) + (close ? 1 : 0);
  }

  const Sheet& sheet_;
  Words& words_;
  const Subjects& subjects_;
};

// What hangs on a number that borrows its time goes with it: its change, and its parts.
void lend_on(Sheet& sheet, std::map<Index, Period>& borrowed) {
  std::map<Index, Period> more;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& claim = sheet.claim(i);
    const bool change = claim.kind == ClaimKind::change;
    if (borrowed.contains(i) || (!change && (!sheet.counts(i) || !has_carried_time(sheet, i)))) continue;
    const auto lender = borrowed.find(sheet.tied(i, change ? claim.about : claim.whole));
    if (lender != borrowed.end() && claim.period == sheet.claim(lender->first).period)
      more.emplace(i, lender->second);
  }
  borrowed.merge(more);
}

}  // namespace

void borrow_times(Sheet& sheet, Words& words, const Subjects& subjects) {
  const Figures figures = rare_figures(sheet);
  Lender lender(sheet, words, subjects);
  std::map<Index, Period> borrowed;  // all at once: nothing is lent on
  for (const auto& [number, alike] : figures) {
    if (alike.size() < 2 || alike.size() > kCrowd) continue;
    for (const Index i : alike) {
      if (!may_borrow(sheet.claim(i)) && !(is_rarer(sheet.claim(i)) && has_carried_time(sheet, i))) continue;
      if (const auto time = lender.time_of(i, alike)) borrowed.emplace(i, *time);
    }
  }
  lend_on(sheet, borrowed);
  for (const auto& [i, time] : borrowed) {
    Claim& claim = sheet.claim(i);
    claim.period = time;
    claim.period_basis = Basis::implied;
    sheet.borrowed[i] = true;
  }
}

}  // namespace tally
