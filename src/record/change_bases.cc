// Words and periods of a change → where it begins.
#include "record/change_bases.h"

#include <algorithm>
#include <string>

#include "claim/periods.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "tally/rounding.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// Levels and totals are told as of a date: the last one told before is what they rose from.
std::optional<Period> last_before(const Line* line, const Period& period) {
  std::optional<Period> last;
  for (const auto& [at, point] : line != nullptr ? *line : Line{}) {
    if (at.last_day() < period.first_day()) last = at;
  }
  return last;
}

}  // namespace

std::vector<Period> bases_of(const Claim& claim, const Period& period, const Line* line, bool stands) {
  if (claim.change->base_period && claim.change->base_period->known())
    return {as_long_as(period, *claim.change->base_period)};
  // "From 2009 to 2011 it fell": the first end is the base.
  if (claim.period && claim.period->interval && claim.period->from.known() && claim.period->to == period.to &&
      claim.period->from != period.from && claim.period->grain() == Grain::none) {
    return {Period::of(claim.period->from)};
  }
  std::vector<Period> bases;
  if (stands) {
    if (const auto before = last_before(line, period)) return {*before};
    return {};
  }
  if (const auto before = period_before(period)) bases.push_back(*before);
  if (period.grain() != Grain::year) {
    if (const auto before = year_before(period)) bases.push_back(*before);
  }
  return bases;
}

Index base_told(const Sheet& sheet, Index claim) {
  const Claim& c = sheet.claim(claim);
  for (const Index i : printed_near(sheet, claim, 0)) {
    if (i != c.about && sheet.claim(i).value->printed() == c.change->from) return i;
  }
  return kNone;
}

Value as_told(const Sheet& sheet, Index claim, Decimal from) {
  const Index base = base_told(sheet, claim);
  const bool hedged = base != kNone && !is_exact(*sheet.claim(base).value);
  if (hedged && number_of(*sheet.claim(base).value) == from) return *sheet.claim(base).value;
  return Value::exact(from);
}

bool says_its_direction(const Sheet& sheet, Index claim) {
  const Claim& c = sheet.claim(claim);
  const std::string_view text = sheet.document_of(claim).text;
  if (c.rule != "change.to" || c.change->percent || c.change->by || c.change->factor ||
      c.quote.end > text.size())
    return true;
  const Vocabulary& known = vocabulary();
  const auto words = plain_words(text.substr(c.quote.begin, c.quote.size()));
  return std::ranges::any_of(words, [&](const std::string& word) {
    const WordId id = known.find(word);
    if (id == 0) return false;
    const WordId verb = known.lemma_id(id, Pos::verb);
    const WordId noun = known.lemma_id(id, Pos::noun);
    const bool moves = known.is(verb, WordClass::up_verb) || known.is(verb, WordClass::down_verb) ||
                       known.is(verb, WordClass::cause_change_verb) || known.is(verb, WordClass::motion_verb);
    return moves || known.is(noun, WordClass::up_noun) || known.is(noun, WordClass::down_noun) ||
           known.is(id, WordClass::up_adjective) || known.is(id, WordClass::down_adjective) ||
           known.is(id, WordClass::comparative_up) || known.is(id, WordClass::comparative_down);
  });
}

Index printed_as(const Sheet& sheet, Index claim, Index base, Decimal number) {
  const Index begin = sheet.first_claim[sheet.claims[claim].document];
  for (Index i = begin; i < begin + sheet.document_of(claim).claims.size(); ++i) {
    if (sheet.counts(i) && sheet.claim(i).value->best == number &&
        (base == kNone || unit_key(sheet.claim(i).unit) == unit_key(sheet.claim(base).unit)))
      return i;
  }
  return kNone;
}

Index end_between(const Sheet& sheet, Index claim) {
  const Index base = base_told(sheet, claim);
  if (base == kNone) return kNone;
  Index found = kNone;
  for (const Index i : printed_near(sheet, claim, 0)) {
    const Claim& c = sheet.claim(i);
    if (number_end(sheet, i) <= number_end(sheet, base) || c.unit != sheet.claim(base).unit ||
        !number_of(*c.value) || number_end(sheet, i) > sheet.claim(claim).quote.end)
      continue;
    const std::vector<std::string> before = plain_words(words_up_to(sheet, i));
    if (before.empty() || before.back() != "to") continue;
    if (found != kNone) return kNone;
    found = i;
  }
  return found;
}

}  // namespace tally
