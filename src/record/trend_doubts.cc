// Words and numbers around a trend → what speaks against its refutation.
#include "record/trend_doubts.h"

#include <algorithm>
#include <span>
#include <string>

#include "record/nearby.h"
#include "record/number_place.h"
#include "record/shared_words.h"
#include "record/slots.h"

namespace tally {
namespace {

// "Since then", "from then on", "after that" at the beginning of the sentence.
bool opens_with_then(const Sheet& sheet, Index claim) {
  const std::vector<std::string> words = plain_words(sentence_around(sheet, claim));
  const auto word = [&](std::size_t w) {
    return w < words.size() ? std::string_view(words[w]) : std::string_view();
  };
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (word(w) == "thereafter") return true;
    if (word(w + 1) == "then" && (word(w) == "since" || (word(w) == "from" && word(w + 2) == "on")))
      return true;
  }
  return word(0) == "after" && word(1) == "that";
}

// "Every year since the ban was lifted": when that was the record does not know.
bool reaches_back_to_an_event(const Sheet& sheet, Index claim) {
  constexpr std::uint32_t kBehind = 40;  // bytes
  const Claim& c = sheet.claim(claim);
  if (c.comparison->since || c.comparison->steps) return false;
  if (opens_with_then(sheet, claim)) return true;
  const std::string_view text = sheet.document_of(claim).text;
  if (c.quote.begin >= text.size()) return false;
  const std::string_view behind = text.substr(c.quote.begin, c.quote.size() + kBehind);
  const auto since = behind.find(" since ");
  const auto stop = behind.find(". ");
  return since != std::string_view::npos && (stop == std::string_view::npos || since < stop);
}

bool is_trend(const Sheet& sheet, Index claim) {
  const std::string& sense = sheet.claim(claim).comparison->sense;
  return sense == "rising" || sense == "falling";
}

// A change told in one sentence with the trend runs between the two numbers, the other way round.
bool runs_the_other_way(const Sheet& sheet, Index claim, const std::vector<Index>& against) {
  const Index begin = sheet.first_claim[sheet.claims[claim].document];
  const Decimal before = *sheet.claim(against[0]).value->best;
  const Decimal after = *sheet.claim(against[1]).value->best;
  for (Index i = begin; i < begin + sheet.document_of(claim).claims.size(); ++i) {
    const auto& change = sheet.claim(i).change;
    if (change && change->from == after && change->to == before && sentences_between(sheet, claim, i) == 0)
      return true;
  }
  return false;
}

// "Grew in every quarter, from 1,445 to 1,510 in the second, 1,590 in the third …": as they are told the
// numbers go on as the trend says, so it is their times that were misread.
bool is_told_in_order(const Sheet& sheet, Index claim, const std::vector<Index>& against) {
  constexpr std::size_t kRow = 3;
  const bool rising = sheet.claim(claim).comparison->sense == "rising";
  std::vector<Index> told;
  for (const Index i : figures_near(sheet, claim, 0)) {
    const Claim& c = sheet.claim(i);
    if (c.value->best && unit_key(c.unit) == unit_key(sheet.claim(against[0]).unit)) told.push_back(i);
  }
  const auto has = [&](Index i) { return std::ranges::find(told, i) != told.end(); };
  if (told.size() < kRow || !has(against[0]) || !has(against[1])) return false;
  std::ranges::sort(told, {}, [&](Index i) { return number_end(sheet, i); });
  for (std::size_t t = 1; t < told.size(); ++t) {
    const Decimal last = *sheet.claim(told[t - 1]).value->best;
    const Decimal next = *sheet.claim(told[t]).value->best;
    if (rising ? next <= last : next >= last) return false;
  }
  return true;
}

// The words tell another order of time than the figures were given.
bool is_order_misread(const Sheet& sheet, Index claim, const std::vector<Index>& against) {
  if (!is_trend(sheet, claim) || against.size() < 2) return false;
  const auto ends = std::span(against).first(2);
  if (std::ranges::any_of(ends,
                          [&](Index i) { return !sheet.claim(i).value || !sheet.claim(i).value->best; }))
    return false;
  return runs_the_other_way(sheet, claim, against) || is_told_in_order(sheet, claim, against);
}

}  // namespace

std::string_view doubt_about(const Sheet& sheet, Index claim, const std::vector<Index>& against) {
  if (reaches_back_to_an_event(sheet, claim)) return "the record does not know since when";
  if (names_another(sheet, claim, against)) return "it may be said of another";
  if (is_order_misread(sheet, claim, against)) return "its own sentence tells them in another order";
  return {};
}

int months_told(const Sheet& sheet, Index claim, std::uint32_t behind) {
  const std::string_view text = sheet.document_of(claim).text;
  const Span quote = sheet.claim(claim).quote;
  if (quote.begin >= text.size()) return 0;
  for (const std::string& word : plain_words(text.substr(quote.begin, quote.size() + behind))) {
    if (word.starts_with("quarter")) return 3;
    if (word.starts_with("month")) return 1;
    if (word == "year" || word == "years" || word == "annual" || word == "yearly" || word == "summer" ||
        word.starts_with("season"))
      return 12;
    if (word.starts_with("week") || word == "day" || word == "days") return -1;
  }
  return 0;
}

bool is_anothers(const Sheet& sheet, Index claim, Index figure) {
  const auto named = [&](Index i) {
    const auto& chain = sheet.claim(i).attribution;
    return !chain.empty() && !(chain.front().name.empty() && chain.front().role.empty());
  };
  return sheet.claims[claim].document == sheet.claims[figure].document && named(claim) && named(figure) &&
         sheet.origin[claim] != sheet.origin[figure];
}

bool goes_on_another_count(const ChartPoint& before, const ChartPoint& after, bool rising) {
  for (const Rival& a : before.rivals) {
    for (const Rival& b : after.rivals) {
      if (!a.value.best || !b.value.best) continue;
      if (rising ? *b.value.best > *a.value.best : *b.value.best < *a.value.best) return true;
    }
  }
  return false;
}

}  // namespace tally
