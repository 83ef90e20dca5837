// Amounts out of numbers, units and the words around them. Entry: amount_functions.
#include "mention/amount_functions.h"

#include <algorithm>
#include <array>
#include <string>

#include "mention/amount_labels.h"
#include "mention/measure_functions.h"
#include "mention/number_functions.h"
#include "mention/range_functions.h"
#include "mention/shared_functions.h"
#include "tally/value.h"

namespace tally::grammar {
namespace {

// amount(of, unit, implied, times, part, negative): a number with its unit; the unit may carry a factor
// (cents). `part`: only less than one ("half a mile").
bool make_amount(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  const Meaning* unit = call.arguments[1];
  if (of == nullptr || unit == nullptr) return false;
  if (call.arguments[4] != nullptr && of->number >= Decimal(1)) return false;
  out = *of;
  Decimal factor = unit->symbol != 0 && !unit->number.is_zero() ? unit->number : Decimal(1);
  if (call.arguments[3] != nullptr) factor = factor.times(call.arguments[3]->number).value_or(factor);
  const auto number = of->number.times(factor);
  const auto step = of->step.times(factor);
  if (!number || !step) return false;
  out.number = call.arguments[5] == nullptr ? *number : -*number;
  out.step = *step;
  out.symbol = unit->symbol;
  if (factor == Decimal(1, 2) && out.part[kScale] == 0) out.part[kScale] = kHundredth;
  const bool implied = call.arguments[2] != nullptr && call.arguments[2]->symbol == 0;
  if (implied) out.flags |= kImpliedUnit;
  return true;
}

// sum_of_money(of, unit, implied): a word that need not be a currency's is one where the number is written as
// a sum is: "R50,000", "P49.50", "8,680 won and".
bool make_sum_of_money(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  const bool as_sum = of != nullptr && (of->number >= Decimal(1000) || of->step == Decimal(1, 2));
  return as_sum && make_amount(call, out);
}

// millions_of_money(of, unit, implied): of a word that need not be a currency's too, where millions are said.
bool make_millions_of_money(const Call& call, Meaning& out) {
  constexpr int kMillion = 6;
  const Meaning* of = call.arguments[0];
  return of != nullptr && of->part[kScale] >= kMillion && make_amount(call, out);
}

// fold_sign(of, unit): "20x slower"; "2x4" and "0x1F" are none.
bool make_fold_sign(const Call& call, Meaning& out) {
  const Token& sign = call.all_tokens[call.tokens.end - 1];
  if (call.article.text(sign).back() != 'x') return false;  // "777X"
  return call.arguments[0] != nullptr && call.arguments[0]->number > Decimal(1) && make_amount(call, out);
}

// one(unit): "a dollar", "a grand".
bool make_one(const Call& call, Meaning& out) {
  const Meaning* unit = call.arguments[0];
  if (unit == nullptr || unit->symbol == 0) return false;
  out.number = unit->number;
  out.step = unit->number;
  out.symbol = unit->symbol;
  out.flags = kImpliedUnit | kSpelled;
  return true;
}

// What stands behind the point: "5", or "5 million", which is the multiplier of the whole.
bool add_decimals(const Call& call, const Meaning& rest, Meaning& out) {
  const auto piece = std::ranges::find(call.pieces, &rest, &Piece::meaning);
  if (piece == call.pieces.end()) return false;
  const std::string_view text = call.text(*piece);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto places = static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
  const std::int16_t power = rest.part[kScale];
  const auto bare = rest.number.shifted(-power);
  if (places == 0 || places > 9 || !bare) return false;
  const auto sum = out.number.plus(bare->shifted(-static_cast<int>(places)).value_or(Decimal(0)));
  const auto number = sum ? sum->shifted(power) : std::nullopt;
  if (!number) return false;
  out.number = *number;
  out.step = Decimal(1, static_cast<int>(places)).shifted(power).value_or(Decimal(1));
  return true;
}

// glued(of, decimals, times, implied): "USD115", "USD115" ".5" "million".
bool make_glued(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  if (of == nullptr) return false;
  out = *of;
  for (const Piece& piece : call.pieces.subspan(call.pieces.front().meaning == of ? 1 : 2)) {
    // Groups of three digits after commas; decimals and multipliers are arguments.
    if (piece.meaning == nullptr || piece.meaning == call.arguments[1] || piece.meaning == call.arguments[2])
      continue;
    Decimal places = 1000;
    for (const char c : call.text(piece)) places = c == ',' ? places.times(1000).value_or(places) : places;
    const auto thousands = out.number.times(places);
    const auto sum = thousands ? thousands->plus(piece.meaning->number) : std::nullopt;
    if (!sum) return false;
    out.number = *sum;
  }
  if (const Meaning* rest = call.arguments[1]; rest != nullptr && !add_decimals(call, *rest, out))
    return false;
  const Decimal factor = call.arguments[2] == nullptr ? Decimal(1) : call.arguments[2]->number;
  const auto number = out.number.times(factor);
  const auto step = out.step.times(factor);
  if (!number || !step) return false;
  out.number = *number;
  out.step = *step;
  if (call.arguments[3] != nullptr) out.flags |= kImpliedUnit;
  return true;
}

// rate(of, per): "$70 a barrel".
bool make_rate(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  const Meaning* per = call.arguments[1];
  if (of == nullptr || per == nullptr || of->symbol == 0 || of->second != 0 || of->symbol == per->symbol)
    return false;
  out = *of;
  out.second = per->symbol;
  return true;
}

// rate_and_on(of, per): "$3,500 a year on food"; not "a year on," or "a year on from", which are later.
bool make_rate_and_on(const Call& call, Meaning& out) {
  const Index next = call.tokens.end + 1;
  const auto& tokens = call.article.tokens;
  if (call.all_tokens != tokens.data() || next >= tokens.size()) return false;
  const std::string_view text = call.article.text(tokens[next]);
  return tokens[next].kind == TokenKind::word && text != "from" && text != "average" && make_rate(call, out);
}

// rate_squared(of, per): "9.8 metres per second squared".
bool make_rate_squared(const Call& call, Meaning& out) {
  if (!make_rate(call, out)) return false;
  out.second = call.grammar.symbol("square_second");
  return out.second != 0 && call.grammar.text(call.arguments[1]->symbol) == "second";
}

// speed(of, unit, per): "per hour" before the number.
bool make_speed(const Call& call, Meaning& out) {
  if (call.arguments[2] == nullptr || !make_amount(call, out)) return false;
  out.second = call.arguments[2]->symbol;
  return true;
}

// time_rate(of, unit, per): "30 hours a week"; "seven days a week" is always.
bool make_time_rate(const Call& call, Meaning& out) {
  struct Scale {
    std::string_view unit;
    std::int64_t seconds;
  };
  static constexpr auto kScales = std::to_array<Scale>({{"second", 1},
                                                        {"minute", 60},
                                                        {"hour", 3600},
                                                        {"day", 86'400},
                                                        {"week", 604'800},
                                                        {"month", 2'592'000},
                                                        {"year", 31'536'000}});
  if (call.arguments[1] == nullptr || call.arguments[2] == nullptr || !make_speed(call, out)) return false;
  const auto seconds = [&](Symbol unit) {
    const auto* const found = std::ranges::find(kScales, call.grammar.text(unit), &Scale::unit);
    return Decimal(found == kScales.end() ? 0 : found->seconds);
  };
  const Decimal unit = seconds(out.symbol);
  const Decimal per = seconds(out.second);
  const auto filled = unit.times(out.number);
  return filled && !unit.is_zero() && unit < per && *filled < per;
}

// multiple(of, change): "doubled".
bool make_multiple(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr || call.arguments[1] == nullptr) return false;
  out = *call.arguments[0];
  out.symbol = call.grammar.symbol("fold");
  const bool up = call.grammar.text(call.arguments[1]->symbol) == "up";
  out.part[kDirection] = static_cast<std::int16_t>(up ? Direction::up : Direction::down);
  return true;
}

// change(of, as): "rose" 7 percent.
bool make_change(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr || call.arguments[1] == nullptr) return false;
  out = *call.arguments[0];
  const std::string_view name = call.grammar.text(call.arguments[1]->symbol);
  out.part[kDirection] = static_cast<std::int16_t>(name == "up" ? Direction::up : Direction::down);
  return true;
}

bool is_unit_of_age(std::string_view unit) {
  return unit == "year" || unit == "month" || unit == "week" || unit == "day";
}

// age(of, unit).
bool make_age(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr) return false;
  out = *call.arguments[0];
  const bool told = call.arguments[1] != nullptr;
  if (!told && out.symbol != 0 && !is_unit_of_age(call.grammar.text(out.symbol)))
    return false;  // "5 to 11 kg"
  if (told) out.symbol = call.arguments[1]->symbol;
  if (out.symbol == 0) out.symbol = call.grammar.symbol("year");
  out.flags |= kAge;
  return true;
}

// money_sum(a, b, hundredths, tail): "10 dollars" "30 cents"; `tail`: a tenth of the part ("five mao five").
bool make_money_sum(const Call& call, Meaning& out) {
  const Meaning* a = call.arguments[0];
  const Meaning* b = call.arguments[1];
  const Meaning* hundredths = call.arguments[2];
  if (a == nullptr || !a->number.is_integer() || a->step > Decimal(1)) return false;
  Decimal rest = 0;
  if (b != nullptr) {
    const bool same = a->symbol == b->symbol || (b->flags & kImpliedUnit) != 0;
    if (!same || b->number >= Decimal(1)) return false;
    rest = b->number;
  } else if (hundredths != nullptr) {
    const bool fits = hundredths->number.is_integer() && hundredths->number < Decimal(100) &&
                      hundredths->number > Decimal(0);
    if (!fits) return false;
    rest = Decimal(hundredths->number.coefficient(), 2);
  }
  if (const Meaning* tail = call.arguments[3]; tail != nullptr) {
    if (b == nullptr || b->step != Decimal(1, 1) || !tail->number.is_integer() || tail->number >= Decimal(10))
      return false;
    rest = rest.plus(Decimal(tail->number.coefficient(), 2)).value_or(rest);
  }
  const auto sum = a->number.plus(rest);
  if (!sum) return false;
  out = *a;
  out.number = *sum;
  out.step = Decimal(1, 2);
  return true;
}

// feet(a, b): "5 ft 2 in" in feet; "5'10".
bool make_feet(const Call& call, Meaning& out) {
  const Meaning* feet = call.arguments[0];
  const Meaning* inches = call.arguments[1];
  if (feet == nullptr || inches == nullptr) return false;
  const Symbol foot = call.grammar.symbol("foot");
  const Symbol inch = call.grammar.symbol("inch");
  if ((feet->symbol != 0 && feet->symbol != foot) || (inches->symbol != 0 && inches->symbol != inch))
    return false;
  if (inches->number >= Decimal(12)) return false;
  const auto part = Decimal::round(inches->number.to_double() / 12, 10);
  const auto sum = part ? feet->number.plus(*part) : std::nullopt;
  if (!sum) return false;
  out.number = sum->normalised();
  out.step = Decimal(1, 1);
  out.symbol = foot;
  return true;
}

bool make_vague(const Call& call, Meaning& out) {
  (void)call;
  out.flags = kVague;
  return true;
}

// vague_amount(unit): "millions of dollars".
bool make_vague_amount(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr) return false;
  out.symbol = call.arguments[0]->symbol;
  out.flags = kVague;
  return true;
}

std::vector<Function> build_table() {
  std::vector<Function> functions(number_functions().begin(), number_functions().end());
  functions.insert(functions.end(), measure_functions().begin(), measure_functions().end());
  functions.insert(functions.end(), range_functions().begin(), range_functions().end());
  functions.insert(functions.end(), shared_functions().begin(), shared_functions().end());
  functions.insert(functions.end(), label_functions().begin(), label_functions().end());
  functions.push_back({"amount", {"of", "unit", "implied", "times", "part", "negative"}, make_amount});
  functions.push_back({"sum_of_money", {"of", "unit", "implied"}, make_sum_of_money});
  functions.push_back({"millions_of_money", {"of", "unit", "implied"}, make_millions_of_money});
  functions.push_back({"fold_sign", {"of", "unit"}, make_fold_sign});
  functions.push_back({"one", {"unit"}, make_one});
  functions.push_back({"glued", {"of", "decimals", "times", "implied"}, make_glued});
  functions.push_back({"rate", {"of", "per"}, make_rate});
  functions.push_back({"rate_and_on", {"of", "per"}, make_rate_and_on});
  functions.push_back({"rate_squared", {"of", "per"}, make_rate_squared});
  functions.push_back({"speed", {"of", "unit", "per"}, make_speed});
  functions.push_back({"multiple", {"of", "change"}, make_multiple});
  functions.push_back({"time_rate", {"of", "unit", "per"}, make_time_rate});
  functions.push_back({"change", {"of", "as"}, make_change});
  functions.push_back({"age", {"of", "unit"}, make_age});
  functions.push_back({"money_sum", {"a", "b", "hundredths", "tail"}, make_money_sum});
  functions.push_back({"feet", {"a", "b"}, make_feet});
  functions.push_back({"vague", {}, make_vague});
  functions.push_back({"vague_amount", {"unit"}, make_vague_amount});
  return functions;
}

}  // namespace

std::span<const Function> amount_functions() {
  static const std::vector<Function> functions = build_table();
  return functions;
}

}  // namespace tally::grammar
