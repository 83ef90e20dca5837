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
    const char first = call.article.text(call.article.tokens[piece.tokens.begin]).front();
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

// product(a, b): "1.2" × "million"; one unit of the last printed digit grows as well.
bool make_product(const Call& call, Meaning& out) {
  const Meaning* a = call.arguments[0];
  const Meaning* b = call.arguments[1];
  if (b == nullptr) return false;
  const auto product = a == nullptr ? std::optional(b->number) : a->number.times(b->number);
  const auto step = a == nullptr ? std::optional(b->number) : a->step.times(b->number);
  if (!product || !step) return false;
  out.number = *product;
  out.step = *step;
  out.flags = (a == nullptr ? 0 : a->flags) | b->flags | spelled(call);
  return true;
}

// total(): the pieces with a meaning, each smaller than one unit of the one before: "three
// million" "two hundred thousand" "five".
bool make_total(const Call& call, Meaning& out) {
  bool first = true;
  for (const Piece& piece : call.pieces) {
    if (piece.meaning == nullptr) continue;
    if (!first && piece.meaning->number >= out.step) return false;
    const auto sum = out.number.plus(piece.meaning->number);
    if (!sum) return false;
    out.number = *sum;
    out.step = piece.meaning->step;
    out.flags |= piece.meaning->flags;
    first = false;
  }
  out.flags |= spelled(call);
  return !first;
}

// groups(): "12 000", "1 250 000": digits in threes with spaces between.
bool make_groups(const Call& call, Meaning& out) {
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

// fraction(over, under): "two thirds", "one in five", "3/4". Decimals are kept to ten places.
bool make_fraction(const Call& call, Meaning& out) {
  const Meaning* over = call.arguments[0];
  const Meaning* under = call.arguments[1];
  if (under == nullptr || under->number.is_zero()) return false;
  const Decimal top = over == nullptr ? Decimal(1) : over->number;
  constexpr int kPlaces = 10;
  const auto ratio = Decimal::round(top.to_double() / under->number.to_double(), kPlaces);
  if (!ratio) return false;
  out.number = ratio->normalised();
  out.step = Decimal(1, out.number.scale());
  out.flags = kFraction | spelled(call);
  return true;
}

// ordinal(of): keeps the number; the class says that it orders.
// negative(of): "minus 5".
bool make_negative(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr) return false;
  out = *call.arguments[0];
  out.number = -out.number;
  return true;
}

// decimals(whole, digits…): "two point five", "zero point two five".
bool make_decimals(const Call& call, Meaning& out) {
  const Meaning* whole = call.arguments[0];
  std::string text = whole == nullptr ? "0" : whole->number.to_string();
  text += '.';
  bool after_point = whole == nullptr;
  for (const Piece& piece : call.pieces) {
    if (piece.meaning == nullptr || piece.meaning == whole) {
      after_point |= piece.meaning == nullptr;
      continue;
    }
    if (after_point) text += piece.meaning->number.to_string();
  }
  const auto value = text.size() > 24 ? std::nullopt : Decimal::parse(text);
  if (!value) return false;
  out.number = *value;
  out.step = Decimal(1, value->scale());
  out.flags = spelled(call);
  return true;
}

const std::vector<Function>& table() {
  static const std::vector<Function> functions = {
      {"value", {"of"}, make_value},         {"sum", {"a", "b"}, make_sum},
      {"product", {"a", "b"}, make_product}, {"total", {}, make_total},
      {"groups", {}, make_groups},           {"fraction", {"over", "under"}, make_fraction},
      {"negative", {"of"}, make_negative},   {"decimals", {"whole"}, make_decimals},
  };
  return functions;
}

}  // namespace

std::span<const Function> number_functions() {
  return table();
}

}  // namespace tally::grammar
