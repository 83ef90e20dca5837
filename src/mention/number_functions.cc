// Numbers out of their parts: sums, products, fractions, groups of digits. Entry: number_functions.
#include "mention/number_functions.h"

#include <cmath>
#include <cstdlib>

namespace tally::grammar {
namespace {

// Whether the pieces hold a digit.
std::uint32_t spelled(const Call& call) {
  for (const Piece& piece : call.pieces) {
    if (piece.meaning == nullptr) continue;
    const char first = call.text(piece).front();
    if (first >= '0' && first <= '9') return 0;
  }
  return kSpelled;
}

// value(of): the meaning of a piece, as it is.
bool make_value(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr) return false;
  out = *call.arguments[0];
  out.flags |= spelled(call);
  return true;
}

// The place of the last digit that is not zero: 10 for 20, 100 for 1200, 1 for 21.
Decimal last_place(Decimal number) {
  if (number.scale() > 0 || number.is_zero()) return {1, number.scale()};
  std::int64_t place = 1;
  for (std::int64_t rest = number.coefficient(); rest % 10 == 0; rest /= 10) place *= 10;
  return {place, number.scale()};
}

// sum(a, b): "twenty" "five"; the later part is smaller than the last place of the earlier.
bool make_sum(const Call& call, Meaning& out) {
  const Meaning* a = call.arguments[0];
  const Meaning* b = call.arguments[1];
  if (a == nullptr || b == nullptr) return false;
  const auto sum = a->number.plus(b->number);
  if (!sum || b->number >= last_place(a->number)) return false;
  out.number = *sum;
  out.step = b->step;
  out.flags = a->flags | b->flags | spelled(call);
  return true;
}

// product(a, b, c): "1.2" × "million"; one unit of the last printed digit grows as well. `c` is the
// second of two multipliers ("three thousand million").
bool make_product(const Call& call, Meaning& out) {
  const Meaning* a = call.arguments[0];
  const Meaning* b = call.arguments[1];
  if (b == nullptr) return false;
  const auto factor =
      call.arguments[2] == nullptr ? std::optional(b->number) : b->number.times(call.arguments[2]->number);
  if (!factor) return false;
  const auto product = a == nullptr ? factor : a->number.times(*factor);
  const auto step = a == nullptr ? factor : a->step.times(*factor);
  if (!product || !step) return false;
  out.number = *product;
  out.step = *step;
  std::int16_t power = 0;
  for (std::int64_t rest = factor->coefficient(); rest >= 10 && rest % 10 == 0; rest /= 10) ++power;
  out.part[kScale] = power;
  out.flags = (a == nullptr ? 0 : a->flags) | b->flags | spelled(call);
  return true;
}

// total(): the pieces with a meaning, each smaller than one unit of the one before: "three
// million" "two hundred thousand" "five".
bool make_total(const Call& call, Meaning& out) {
  bool first = true;
  bool broken = false;  // the first piece is, by a decimal point: "3.1 million"
  for (const Piece& piece : call.pieces) {
    if (piece.meaning == nullptr) continue;
    // "2.24 million, 1.02 million" are two.
    if (!first && (piece.meaning->number >= out.step || !piece.meaning->number.is_integer())) return false;
    // So are "3.1 million and 11": after a decimal point nothing is added in words.
    if (broken) return false;
    const auto sum = out.number.plus(piece.meaning->number);
    if (!sum) return false;
    out.number = *sum;
    out.step = piece.meaning->step;
    out.flags |= piece.meaning->flags;
    broken = first && piece.meaning->step < Decimal(1, -piece.meaning->part[kScale]);
    out.part[kScale] = first ? piece.meaning->part[kScale] : std::int16_t{0};
    first = false;
  }
  out.flags |= spelled(call);
  return !first;
}

// compose(): digits, tens and myriads as written one after the other: "3" "만" "208", "이" "천" "십" "육".
// Of a large step all that stands before counts. A lone word that may mean anything else is marked.
bool make_compose(const Call& call, Meaning& out) {
  Decimal total;
  Decimal section;
  std::optional<Decimal> pending;
  Decimal last_small = Decimal(100000);
  Decimal last_large = Decimal(1, -20);
  const auto add = [](Decimal& to, Decimal what) {
    const auto sum = to.plus(what);
    if (sum) to = *sum;
    return sum.has_value();
  };
  Decimal step = 1;
  for (const Piece& piece : call.pieces) {
    if (piece.meaning == nullptr) return false;
    const Decimal value = piece.meaning->number;
    const std::string_view kind = call.grammar.text(piece.kind);
    if (kind == "small" || kind == "large") {
      Decimal& last = kind == "small" ? last_small : last_large;
      if (value >= last) return false;
      last = value;
      Decimal before = pending.value_or(0);
      if (kind == "large" && !add(before, section)) return false;
      if (before.is_zero()) before = 1;
      const auto product = before.times(value);
      const auto scaled = step.times(value);
      if (!product || !scaled || !add(kind == "small" ? section : total, *product)) return false;
      step = *scaled;
      if (kind == "large") {
        section = 0;
        last_small = Decimal(100000);
      }
      pending.reset();
    } else if (kind == "native_tens") {
      if (pending || !add(section, value)) return false;
      step = 1;
    } else {
      if (pending || (section.is_zero() ? false : value >= last_small)) return false;
      if ((kind == "native_ones" || kind == "adnominal") && section.is_zero() && !total.is_zero())
        last_small = 10;
      pending = value;
      step = piece.meaning->step;
    }
  }
  if (pending && !add(section, *pending)) return false;
  if (!add(total, section)) return false;
  out.number = total;
  out.step = step;
  out.flags = spelled(call);
  const bool native =
      call.grammar.text(call.pieces.front().kind) == "native_ones" || out.number == Decimal(20);
  if (call.pieces.size() == 1 && out.flags != 0 && !native) out.flags |= kLone;
  return true;
}

// not_lone(of): a number that needs no counter to be one.
bool make_not_lone(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr || (call.arguments[0]->flags & kLone) != 0) return false;
  out = *call.arguments[0];
  return true;
}

// groups(): "12 000", "1 250 000": digits in threes with one space between.
bool make_groups(const Call& call, Meaning& out) {
  for (Index at = call.tokens.begin + 1; at < call.tokens.end; ++at) {
    const Span gap = {call.all_tokens[at - 1].span.end, call.all_tokens[at].span.begin};
    if (gap.size() > 1 && call.article.text(gap).find_first_of(" \t\n") != std::string_view::npos)
      return false;
  }
  for (const Piece& piece : call.pieces) {
    if (piece.meaning == nullptr) continue;
    const auto shifted = out.number.times(1000);
    const auto sum = shifted ? shifted->plus(piece.meaning->number) : std::nullopt;
    if (!sum) return false;
    out.number = *sum;
    out.step = piece.meaning->step;
  }
  return true;
}

// fraction(over, under, proper, more, tens, times): "two thirds", "3/4", "one hundred and thirty" (over,
// more) "fifths", "three twenty-firsts" (tens, under). Decimals are kept to ten places.
bool make_fraction(const Call& call, Meaning& out) {
  constexpr double kMostParts = 100;  // "567/571" are two prices
  const Meaning* over = call.arguments[0];
  const Meaning* under = call.arguments[1];
  if (under == nullptr || under->number.is_zero()) return false;
  double top = over == nullptr ? 1 : over->number.to_double();
  double bottom = under->number.to_double();
  if (call.arguments[3] != nullptr) top += call.arguments[3]->number.to_double();
  if (call.arguments[4] != nullptr) bottom += call.arguments[4]->number.to_double();
  if (call.arguments[5] != nullptr) top *= call.arguments[5]->number.to_double();
  if (call.arguments[2] != nullptr && (top >= bottom || top >= kMostParts)) return false;
  const int kPlaces = top < bottom / 1000 ? 16 : 10;
  const auto ratio = Decimal::round(top / bottom, kPlaces);
  if (!ratio) return false;
  out.number = ratio->normalised();
  out.step = Decimal(1, out.number.scale());
  out.flags = kFraction | spelled(call);
  return true;
}

// share(over, under): "one in five", "three out of ten"; the second is larger and no year.
bool make_share(const Call& call, Meaning& out) {
  const Meaning* over = call.arguments[0];
  const Meaning* under = call.arguments[1];
  if (over == nullptr || under == nullptr || over->number >= under->number) return false;
  // "3.4 out of every 1,000".
  const bool of_many = under->number >= Decimal(100) && over->number < Decimal(100);
  const bool whole = under->number.is_integer() && (of_many || over->number.is_integer());
  const bool year = under->digits == 4 && under->number >= Decimal(1000) && under->number <= Decimal(2100);
  return whole && !over->number.is_zero() && !year && make_fraction(call, out);
}

// share_of_few(over, under): "two out of three", "95 out of 100"; "86 out of 151" are two counts.
bool make_share_of_few(const Call& call, Meaning& out) {
  constexpr std::int64_t kFew = 20;
  const Meaning* under = call.arguments[1];
  if (under == nullptr) return false;
  const std::string digits = under->number.to_string();
  const bool power_of_ten = digits.starts_with('1') && digits.find_first_not_of('0', 1) == std::string::npos;
  return (under->number <= Decimal(kFew) || power_of_ten) && make_share(call, out);
}

// mixed(whole, part, under, over, more): "two and a half", "10 1/2", "one hundred and three quarters"
// (over, under); of a whole with a multiplier the part is one of the multiplier ("five million and a half").
bool make_mixed(const Call& call, Meaning& out) {
  const auto& [whole, given, under, over, more, a5, a6, a7, a8, a9, a10, a11] = call.arguments;
  if (whole == nullptr || !whole->number.is_integer()) return false;
  std::optional<Decimal> part;
  if (given != nullptr) {
    part = given->number;
  } else if (under != nullptr && !under->number.is_zero()) {
    const double top = over == nullptr ? 1 : over->number.to_double();
    part = Decimal::round(top / under->number.to_double(), 10);
  }
  if (!part || *part >= Decimal(1) || part->is_integer()) return false;
  const Decimal unit = whole->step >= Decimal(1000) ? whole->step : Decimal(1);
  const auto start = more == nullptr ? std::optional(whole->number) : whole->number.plus(more->number);
  const auto scaled = part->normalised().times(unit);
  const auto sum = scaled && start ? start->plus(*scaled) : std::nullopt;
  const auto step = Decimal(1, part->normalised().scale()).times(unit);
  if (!sum || !step) return false;
  out.number = *sum;
  out.step = *step;
  out.flags = spelled(call);
  return true;
}

// part_of(under, b): "a quarter" of "a million".
bool make_part_of(const Call& call, Meaning& out) {
  const Meaning* under = call.arguments[0];
  const Meaning* whole = call.arguments[1];
  if (under == nullptr || whole == nullptr || under->number.is_zero()) return false;
  const auto ratio = Decimal::round(1 / under->number.to_double(), 10);
  const auto product = ratio ? ratio->normalised().times(whole->number) : std::nullopt;
  if (!product) return false;
  out.number = product->normalised();
  out.step = last_place(out.number);
  out.flags = spelled(call);
  return true;
}

// after_point(of, minus): ".08", "-.08".
bool make_after_point(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  if (of == nullptr || of->digits == 0 || of->digits > 18) return false;
  const auto value = of->number.shifted(-static_cast<int>(of->digits));
  if (!value) return false;
  out.number = call.arguments[1] == nullptr ? *value : -*value;
  out.step = Decimal(1, of->digits);
  return true;
}

// power_of_ten(a, power, minus): "6.2x10^-4".
bool make_power_of_ten(const Call& call, Meaning& out) {
  const Meaning* a = call.arguments[0];
  const Meaning* power = call.arguments[1];
  if (a == nullptr || power == nullptr) return false;
  const bool minus = call.arguments[2] != nullptr;
  const int places = static_cast<int>(power->number.coefficient()) * (minus ? -1 : 1);
  const auto value = a->number.shifted(places);
  const auto step = a->step.shifted(places);
  if (!value || !step) return false;
  out.number = *value;
  out.step = *step;
  return true;
}

// Whether two tokens stand in columns of a table in plain text: a tab between them, or many blanks.
bool are_apart(const Call& call, Index before, Index after) {
  constexpr std::uint32_t kBlanks = 3;
  const Span gap = {call.all_tokens[before].span.end, call.all_tokens[after].span.begin};
  if (gap.end <= gap.begin) return false;
  const std::string_view between = call.article.text(gap);
  const bool blanks = between.find_first_not_of(' ') == std::string_view::npos;
  return between.find('\t') != std::string_view::npos || (blanks && between.size() >= kBlanks);
}

// negative(of, column): "minus 5"; `column`: behind a number, where the two stand in columns.
bool make_negative(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr) return false;
  const Index at = call.tokens.begin;
  if (call.arguments[1] != nullptr && (at == 0 || !are_apart(call, at - 1, at))) return false;
  out = *call.arguments[0];
  out.number = -out.number;
  return true;
}

// spoken(hundreds, rest): "one twenty two" as 122, where it is all that is said.
bool make_spoken(const Call& call, Meaning& out) {
  const Meaning* hundreds = call.arguments[0];
  const Meaning* rest = call.arguments[1];
  if (hundreds == nullptr || rest == nullptr || rest->number < Decimal(10)) return false;
  out.number = Decimal((hundreds->number.coefficient() * 100) + rest->number.coefficient());
  out.flags = spelled(call);
  return true;
}

// decimals(whole, digits…): "two point five", "zero point two five".
bool make_decimals(const Call& call, Meaning& out) {
  const Meaning* whole = call.arguments[0];
  std::string text = whole == nullptr ? "0" : whole->number.to_string();
  text += '.';
  for (const Piece& piece : call.pieces.subspan(whole == nullptr ? 0 : 1)) {
    if (piece.meaning != nullptr) text += piece.meaning->number.to_string();
  }
  const auto value = text.size() > 24 ? std::nullopt : Decimal::parse(text);
  if (!value) return false;
  out.number = *value;
  out.step = Decimal(1, value->scale());
  out.flags = spelled(call);
  return true;
}

// power(base, exponent, minus, negative, times): "2.5^-1", "-1.1^2", "8x2^10".
bool make_power(const Call& call, Meaning& out) {
  const Meaning* base = call.arguments[0];
  const Meaning* exponent = call.arguments[1];
  if (base == nullptr || exponent == nullptr || base->number.is_zero()) return false;
  const double sign = call.arguments[2] != nullptr ? -1 : 1;
  const auto value =
      Decimal::round(std::pow(base->number.to_double(), sign * exponent->number.to_double()), 10);
  const auto scaled = value && call.arguments[4] != nullptr ? value->times(call.arguments[4]->number) : value;
  if (!scaled) return false;
  out.number = call.arguments[3] != nullptr ? -scaled->normalised() : scaled->normalised();
  out.step = Decimal(1, out.number.scale());
  return true;
}

const std::vector<Function>& table() {
  static const std::vector<Function> functions = {
      {"value", {"of"}, make_value},
      {"sum", {"a", "b"}, make_sum},
      {"product", {"a", "b", "c"}, make_product},
      {"total", {}, make_total},
      {"groups", {}, make_groups},
      {"compose", {}, make_compose},
      {"not_lone", {"of"}, make_not_lone},
      {"fraction", {"over", "under", "proper", "more", "tens", "times"}, make_fraction},
      {"share", {"over", "under"}, make_share},
      {"share_of_few", {"over", "under"}, make_share_of_few},
      {"mixed", {"whole", "part", "under", "over", "more"}, make_mixed},
      {"part_of", {"under", "b"}, make_part_of},
      {"after_point", {"of", "minus"}, make_after_point},
      {"power_of_ten", {"a", "power", "minus"}, make_power_of_ten},
      {"power", {"base", "exponent", "minus", "negative", "times"}, make_power},
      {"negative", {"of", "column"}, make_negative},
      {"spoken", {"hundreds", "rest"}, make_spoken},
      {"decimals", {"whole"}, make_decimals},
  };
  return functions;
}

}  // namespace

std::span<const Function> number_functions() {
  return table();
}

}  // namespace tally::grammar
