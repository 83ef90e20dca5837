// What two figures have to do with each other, from their ties, their words and their sources.
#include "record/rival_counts.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "record/nearby.h"
#include "record/rivalry.h"
#include "text/vocabulary.h"

namespace tally {

bool within_factor(const Value& a, const Value& b, double most) {
  const auto x = a.printed();
  const auto y = b.printed();
  if (!x || !y || *x == *y) return false;
  const double p = std::abs(x->to_double());
  const double q = std::abs(y->to_double());
  return p > 0 && q > 0 && p <= most * q && q <= most * p;
}

bool within_twice(const Value& a, const Value& b) {
  return within_factor(a, b, 2);
}

bool is_plan(const Claim& c) {
  return c.modality == Modality::planned || c.modality == Modality::forecast || c.modality == Modality::asked;
}

bool same_or_unsaid(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

bool is_tied(const Sheet& sheet, Index a, Index b) {
  return sheet.tied(a, sheet.claim(a).whole) == b || sheet.tied(b, sheet.claim(b).whole) == a ||
         (sheet.claim(a).whole != kNone && sheet.claim(a).whole == sheet.claim(b).whole);
}

Index named_source(const Sheet& sheet, Index i) {
  const auto& chain = sheet.claim(i).attribution;
  const bool named = !chain.empty() && !(chain.front().name.empty() && chain.front().role.empty());
  return named ? sheet.origin[i] : kNone;
}

bool is_hedged(const Claim& c) {
  return c.value->modifier != Modifier::exact && c.value->modifier != Modifier::about;
}

bool compares(const std::string& word) {
  const Vocabulary& known = vocabulary();
  const WordId id = known.find(word);
  return id != 0 && (known.is(id, WordClass::base_mark) ||
                     known.is(known.lemma_id(id, Pos::verb), WordClass::compare_verb));
}

bool is_compared(const Sheet& sheet, Index a, Index b) {
  return std::ranges::any_of(plain_words(text_between(sheet, a, b)), compares);
}

bool starts_a_change(const Sheet& sheet, Index figure) {
  const Claim& c = sheet.claim(figure);
  if (c.rule == "figure.base") return true;
  const auto printed = c.value->printed();
  const Index begin = sheet.first_claim[sheet.claims[figure].document];
  const auto end = begin + sheet.document_of(figure).claims.size();
  constexpr Index kBeside = 12;  // claims: those of one sentence follow each other
  const Index first = figure > begin + kBeside ? figure - kBeside : begin;
  for (Index i = first; i < end && i < figure + kBeside; ++i) {
    const Claim& other = sheet.claim(i);
    if (other.kind == ClaimKind::change && other.change && other.change->from &&
        other.change->from == printed && sentences_between(sheet, i, figure) == 0)
      return true;
  }
  return false;
}

bool is_whole_told(const Sheet& sheet, Index i) {
  const std::vector<std::string> before = plain_words(words_up_to(sheet, i));
  const std::size_t n = before.size();
  return n >= 1 && (before[n - 1] == "of" || (n >= 2 && before[n - 2] == "of"));
}

bool is_added(const Sheet& sheet, Index i) {
  const std::vector<std::string> before = plain_words(words_up_to(sheet, i));
  return !before.empty() &&
         (before.back() == "further" || before.back() == "another" || before.back() == "additional");
}

std::string two_authorities(const Sheet& sheet, Index a, Index b) {
  const std::string x = in_words(*sheet.claim(a).value);
  const std::string y = in_words(*sheet.claim(b).value);
  const Index first = named_source(sheet, a);
  const Index second = named_source(sheet, b);
  const bool named = first != kNone && second != kNone && first != second;
  return (named ? sheet.origins[first].label + " gives " + x + ", " + sheet.origins[second].label + " " + y
                : y + " beside " + x) +
         ": two authorities, two counts";
}

std::string apart(const Value& a, const Value& b) {
  const auto x = a.printed();
  const auto y = b.printed();
  const auto by = y->minus(*x).value_or(Decimal(0)).abs();
  const auto percent = percent_apart(*y, *x);
  return " (by " + in_words(by) + (percent ? ", " + in_words(*percent) + " %)" : ")");
}

}  // namespace tally
