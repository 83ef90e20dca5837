// Ranges and bounds out of numbers and amounts. Entry: range_functions.
//
//   "18 to 25 percent"  →  18..25 percent        "more than" 30,000  →  >30000
#include "mention/range_functions.h"

#include <string_view>
#include <utility>
#include <vector>

#include "mention/amount_functions.h"
#include "mention/number_functions.h"
#include "tally/value.h"

namespace tally::grammar {
namespace {

// The multiplier that a number was said with: 1,000,000 for "2.5 million".
Decimal scale_of(Decimal number) {
  Decimal scale = 1;
  while (Decimal(scale.coefficient() * 1000) <= number && scale.coefficient() < 1'000'000'000'000) {
    scale = Decimal(scale.coefficient() * 1000);
  }
  return scale;
}

bool looks_like_year(const Meaning& m) {
  return m.digits == 4 && m.symbol == 0 && m.number >= Decimal(1500) && m.number <= Decimal(2100);
}

bool looks_like_years(const Meaning& low, const Meaning& high) {
  return looks_like_year(low) && looks_like_year(high);
}

// "2018 - 203,700": a year and its figure, which is written or sized otherwise.
bool looks_like_row(const Meaning& low, const Meaning& high) {
  constexpr std::int64_t kFarMore = 10'000;
  const bool other_form = high.digits == 0 && high.number >= Decimal(1000);
  return looks_like_year(low) && high.symbol == 0 && (other_form || high.number >= Decimal(kFarMore));
}

// "from $3 billion in 2019 to $4 billion": the year of the first sum, and the second.
bool is_year_told_in(const Call& call, const Meaning& low) {
  const Index at = call.tokens.begin;
  return looks_like_year(low) && at > 0 && call.article.text(call.all_tokens[at - 1]) == "in";
}

// "3 <tab> -4": two columns of a table in plain text.
bool stands_in_columns(const Call& call) {
  const Span span = {call.all_tokens[call.tokens.begin].span.begin,
                     call.all_tokens[call.tokens.end - 1].span.end};
  const std::string_view text = call.article.text(span);
  return text.find('\t') != std::string_view::npos || text.find("   ") != std::string_view::npos;
}

// range(low, high, moves, next, unit): "18 to 25 percent"; a unit or multiplier of the high end is the low
// end's as well. `next`: only neighbours ("two or three"); `unit`: of both ("seven to ten years").
bool make_range(const Call& call, Meaning& out) {
  const Meaning* low = call.arguments[0];
  const Meaning* high = call.arguments[1];
  if (low == nullptr || high == nullptr || looks_like_years(*low, *high) || looks_like_row(*low, *high))
    return false;
  if (is_year_told_in(call, *low) || stands_in_columns(call)) return false;
  // "rose by a third to 1.2 million"
  if ((low->flags & kFraction) != 0 && (high->flags & kFraction) == 0 && high->number >= Decimal(10))
    return false;
  // "$35,000 to $60,000 a year": a rate said once, at the end.
  const bool same_rate = low->second == high->second || low->second == 0;
  if (low->symbol != 0 && high->symbol != 0 && (low->symbol != high->symbol || !same_rate)) return false;
  out = *high;
  if (high->symbol == 0) {
    out.symbol = low->symbol;
    out.second = low->second;
    out.flags |= low->flags & kImpliedUnit;
  }
  out.number = low->number;
  out.high = high->number;
  // "20 to 70 cents", "40p to 55": hundredths, both of them.
  if (low->symbol == 0 && high->part[kScale] == kHundredth) {
    out.number = low->number.shifted(kHundredth).value_or(low->number);
  } else if (high->symbol == 0 && low->part[kScale] == kHundredth && high->part[kScale] == 0) {
    out.high = high->number.shifted(kHundredth).value_or(high->number);
  }
  const std::int16_t power = high->part[kScale];
  const Decimal scale =
      power > 0 && power < 18 ? Decimal(1).shifted(power).value_or(1) : scale_of(high->number);
  if (low->number < Decimal(1000) && high->step >= Decimal(1000)) {
    const auto scaled = low->number.times(scale);
    if (scaled && *scaled < high->number) out.number = *scaled;
  }
  if (out.number > out.high && out.number.is_negative()) std::swap(out.number, out.high);
  if (out.number >= out.high) return false;
  const auto difference = out.high.minus(out.number);
  if (call.arguments[3] != nullptr && (!difference || *difference > Decimal(1).times(scale).value_or(1)))
    return false;
  if (call.arguments[4] != nullptr) out.symbol = call.arguments[4]->symbol;
  if (call.arguments[2] != nullptr) out.flags |= kMoves;
  out.part[kRange] = 1;
  out.part[kModifier] = 0;
  return true;
}

// near_range(low, high): "3,000 to 4,000 jobs", and not "300 to 4,000".
bool make_near_range(const Call& call, Meaning& out) {
  constexpr std::int64_t kMost = 3;
  const Meaning* low = call.arguments[0];
  const Meaning* high = call.arguments[1];
  if (low == nullptr || high == nullptr) return false;
  const auto most = low->number.times(Decimal(kMost));
  return most && high->number <= *most && make_range(call, out);
}

// same_noun_range(low, high): "between 12 million bags and 13 million [bags]": of one thing.
bool make_same_noun_range(const Call& call, Meaning& out) {
  Index at = call.tokens.end - 1;
  const auto text = [&](Index token) { return call.article.text(call.all_tokens[token]); };
  while (at > call.tokens.begin + 1 && text(at) != "and") --at;
  return text(at - 1) == text(call.tokens.end) && make_range(call, out);
}

// one_or_more(unit, high): "an inch or two".
bool make_one_or_more(const Call& call, Meaning& out) {
  constexpr std::int64_t kMost = 3;
  const Meaning* unit = call.arguments[0];
  const Meaning* high = call.arguments[1];
  if (unit == nullptr || high == nullptr || !high->number.is_integer()) return false;
  if (high->number <= Decimal(1) || high->number > Decimal(kMost)) return false;
  out = *high;
  out.symbol = unit->symbol;
  out.number = Decimal(1);
  out.high = high->number;
  out.part[kRange] = 1;
  return true;
}

std::int16_t modifier_of(const Call& call, const Meaning& word) {
  const std::string_view name = call.grammar.text(word.symbol);
  if (name == "nearly") return kNearly;
  const auto modifier = modifier_named(name);
  return modifier ? static_cast<std::int16_t>(static_cast<int>(*modifier) + 1) : std::int16_t{0};
}

// bounds(first, as, second, then): "more than 10 and less than 20".
bool make_bounds(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr || call.arguments[1] == nullptr) return false;
  const auto is_low = [&](const Meaning& word) {
    const auto name = call.grammar.text(word.symbol);
    return name == "more_than" || name == "at_least";
  };
  const auto is_high = [&](const Meaning& word) {
    const auto name = call.grammar.text(word.symbol);
    return name == "less_than" || name == "at_most";
  };
  const Meaning* low = call.arguments[0];
  const Meaning* high = call.arguments[2];
  if (is_high(*call.arguments[1]) && is_low(*call.arguments[3])) {
    std::swap(low, high);
  } else if (!is_low(*call.arguments[1]) || !is_high(*call.arguments[3])) {
    return false;
  }
  if (low->number >= high->number) return false;
  out = *high;
  if (out.symbol == 0) out.symbol = low->symbol;
  out.number = low->number;
  out.high = high->number;
  out.part[kRange] = 1;
  return true;
}

// bound(of, as): "more than" 30,000.
bool make_bound(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr || call.arguments[1] == nullptr) return false;
  out = *call.arguments[0];
  out.part[kModifier] = modifier_of(call, *call.arguments[1]);
  return true;
}

const std::vector<Function>& table() {
  static const std::vector<Function> functions = {
      {"range", {"low", "high", "moves", "next", "unit"}, make_range},
      {"near_range", {"low", "high"}, make_near_range},
      {"same_noun_range", {"low", "high", "moves", "next", "unit"}, make_same_noun_range},
      {"one_or_more", {"unit", "high"}, make_one_or_more},
      {"bounds", {"first", "as", "second", "then"}, make_bounds},
      {"bound", {"of", "as"}, make_bound},
  };
  return functions;
}

}  // namespace

std::span<const Function> range_functions() {
  return table();
}

}  // namespace tally::grammar
