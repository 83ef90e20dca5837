// What is said once for several amounts: a unit behind or in front of a list, a weight told in two units.
// Entry: shared_functions.
//
//   "45 and 50 mg"  →  45 milligram, 50 milligram        "9 kg, or 20 pounds"  →  20 pound
#include "mention/shared_functions.h"

#include <algorithm>
#include <string_view>

#include "mention/amount_functions.h"
#include "mention/measure_functions.h"
#include "mention/number_functions.h"

namespace tally::grammar {
namespace {

constexpr std::int16_t kThousand = 3;  // the power of the least multiplier

// A number to which a unit said elsewhere may belong: no year, and of the same order as the other.
bool may_share(const Meaning& number, const Meaning& other) {
  if (number.symbol != 0 || ((number.flags ^ other.flags) & kSpelled) != 0) return false;
  const bool year = number.digits == 4 && number.number >= Decimal(1900) && number.number <= Decimal(2100);
  const auto bare = other.number.shifted(-other.part[kScale]);
  const auto most = bare ? bare->times(Decimal(1000)) : std::nullopt;
  const auto least = number.number.times(Decimal(1000));
  return !year && most && least && number.number <= *most && *bare <= *least;
}

// "8.1 million" beside "7.2 million tonnes": the number by itself, where both have a multiplier.
Meaning bare(const Meaning& number, const Meaning& other) {
  Meaning out = number;
  if (other.part[kScale] >= kThousand)
    out.number = number.number.shifted(-number.part[kScale]).value_or(number.number);
  return out;
}

// "118 or 38 per cent are foreigners" tells one number twice, "5 or 6 per cent" two shares.
bool tells_share_too(const Call& call, const Meaning& with) {
  const std::size_t size = call.pieces.size();
  if (call.grammar.text(with.symbol) != "percent" || size != 3 || call.text(call.pieces[1]) != "or")
    return false;
  const Meaning* count = call.pieces[0].meaning;
  const auto twice = with.number.times(Decimal(2));
  const auto count_twice = count == nullptr ? std::nullopt : count->number.times(Decimal(2));
  return count != nullptr && twice && count_twice &&
         (count->number > with.number || *count_twice < with.number || count->number > *twice);
}

// elide(with, length): what is said once behind several numbers ("45 and 50 mg"). The meaning is that of
// the last; who emits it gives its unit and its multiplier to all. `length`: of lengths only.
bool make_elide(const Call& call, Meaning& out) {
  const Meaning* with = call.arguments[0];
  if (with == nullptr || (with->symbol == 0 && with->part[kScale] < kThousand)) return false;
  const char first = call.text(call.pieces.back()).front();
  if ((with->flags & kSpelled) == 0 && (first < '0' || first > '9')) return false;  // "5 and $6"
  if (tells_share_too(call, *with)) return false;
  if (call.arguments[1] != nullptr && !is_length(call.grammar.text(with->symbol))) return false;
  for (const Piece& piece : call.pieces.first(call.pieces.size() - 1)) {
    if (piece.meaning == nullptr) continue;
    if (!may_share(bare(*piece.meaning, *with), *with)) return false;
    const bool whole = with->part[kScale] >= kThousand && piece.meaning->part[kScale] >= kThousand;
    if (whole && with->symbol == 0) return false;
  }
  out = *with;
  return true;
}

// carry(of): what is said once in front ("from 208 pounds to 193").
bool make_carry(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  const Meaning* last = call.pieces.back().meaning;
  if (of == nullptr || last == nullptr || !may_share(*last, *of)) return false;
  out = *of;
  return true;
}

// carry_first(): the unit of what stands first for what it was before ("7.2 tonnes from 8.2").
bool make_carry_first(const Call& call, Meaning& out) {
  const Meaning* of = call.pieces.front().meaning;
  const Meaning* last = call.pieces.back().meaning;
  if (of == nullptr || last == nullptr) return false;
  // "2 basis points up from 1.73" percent: so many steps from what is no step.
  const std::string_view unit = call.grammar.text(of->symbol);
  if (unit == "basis_point" || unit == "percentage_point") return false;
  if (!may_share(bare(*last, *of), *of)) return false;
  out = *of;
  return true;
}

// carry_each(): the unit of what stands first for all of a list ("30 tonnes for Alder, 31 for Selm").
bool make_carry_each(const Call& call, Meaning& out) {
  const Meaning* of = call.pieces.front().meaning;
  if (of == nullptr) return false;
  for (const Piece& piece : call.pieces.subspan(1)) {
    if (piece.meaning == nullptr || call.grammar.text(piece.kind) != "number") continue;
    if (!may_share(bare(*piece.meaning, *of), *of)) return false;
  }
  out = *of;
  return true;
}

// carry_alike(): the unit of what stands some words in front, for a number written as it is: both in
// billions, or both to one place ("$3.486 billion at the end of the quarter, up from 3.381 billion").
bool make_carry_alike(const Call& call, Meaning& out) {
  const Meaning* of = call.pieces.front().meaning;
  const Meaning* last = call.pieces.back().meaning;
  if (of == nullptr || last == nullptr || of->part[kRange] != 0) return false;
  const bool scaled = of->part[kScale] >= kThousand && of->part[kScale] == last->part[kScale];
  const bool placed = of->step < Decimal(1) && of->step == last->step;
  return (scaled || placed) && make_carry_first(call, out);
}

// carry_scaled(of): the currency of sums that show by a glued letter that they are such: "$390m, 401.8m
// and 412m".
bool make_carry_scaled(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  if (of == nullptr || of->part[kScale] < kThousand) return false;
  const Symbol metre = call.grammar.symbol("metre");
  bool after = false;
  for (const Piece& piece : call.pieces) {
    if (piece.meaning == nullptr || piece.meaning == of) {
      after = after || piece.meaning == of;
      continue;
    }
    const std::string_view text = call.text(piece);
    const bool glued = text.back() >= 'a' && text.back() <= 'z' && text.find(' ') == std::string_view::npos;
    const bool scaled = piece.meaning->symbol == 0 && piece.meaning->part[kScale] >= kThousand;
    if (!after || !glued || (!scaled && piece.meaning->symbol != metre)) return false;
  }
  out = *of;
  return true;
}

constexpr std::string_view kMasses =
    " kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos g gram grams tonne tonnes ton tons ";
constexpr std::string_view kBetween = " or about around roughly nearly almost approximately some over ";

// "A tonne is equal to 2,204.6 pounds": what equals a mass is one.
constexpr std::string_view kEquals = " equals is equal to equivalent exactly ";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_one_of(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); !word.empty() && at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    if (words[at - 1] == ' ' && words[at + word.size()] == ' ') return true;
  }
  return false;
}

// The letters at the end, "kg" of "9kg (", or the beginning.
std::string_view last_letters(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '(' || text.back() == ','))
    text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return text.substr(begin);
}
std::string_view first_letters(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_letter(text[end])) ++end;
  return text.substr(0, end);
}

// "9 kg (", "9 kilograms, or about".
bool ends_with_mass(std::string_view text) {
  std::string_view word = last_letters(text);
  while (is_one_of(kBetween, word) || is_one_of(kEquals, word)) {
    text = text.substr(0, static_cast<std::size_t>(word.data() - text.data()));
    word = last_letters(text);
  }
  return is_one_of(kMasses, word);
}

// "(9 kg", ", or about 9 kilograms".
bool begins_with_mass(std::string_view text) {
  const auto skip = [&](std::string_view what) {
    text.remove_prefix(std::min(text.find_first_not_of(what), text.size()));
  };
  if (text.empty() || is_letter(text.front())) return false;
  skip(" (,");
  while (is_one_of(kBetween, first_letters(text))) {
    text.remove_prefix(first_letters(text).size());
    skip(" (");
  }
  const std::size_t before = text.size();
  skip("0123456789.,");
  if (text.size() == before) return false;
  skip(" -");
  return is_one_of(kMasses, first_letters(text));
}

// told_twice(of, unit): pounds beside kilograms, in brackets or behind "or": "9 kg (20 pounds)".
bool make_told_twice(const Call& call, Meaning& out) {
  constexpr std::uint32_t kFarthest = 40;  // bytes
  if (call.arguments[0] == nullptr || call.arguments[1] == nullptr) return false;
  const std::uint32_t begin = call.all_tokens[call.tokens.begin].span.begin;
  const std::uint32_t end = call.all_tokens[call.tokens.end - 1].span.end;
  const std::string_view text = call.article.text();
  const std::string_view before = text.substr(begin - std::min(begin, kFarthest), std::min(begin, kFarthest));
  const std::string_view joint = last_letters(before);
  const bool joined = before.ends_with('(') || is_one_of(kBetween, joint) || is_one_of(kEquals, joint);
  if (!(joined && ends_with_mass(before)) && !begins_with_mass(text.substr(end, kFarthest))) return false;
  out = *call.arguments[0];
  out.symbol = call.arguments[1]->symbol;
  return true;
}

const std::vector<Function>& table() {
  static const std::vector<Function> functions = {
      {"elide", {"with", "length"}, make_elide},
      {"carry", {"of"}, make_carry},
      {"carry_each", {}, make_carry_each},
      {"carry_alike", {}, make_carry_alike},
      {"carry_first", {}, make_carry_first},
      {"carry_scaled", {"of"}, make_carry_scaled},
      {"told_twice", {"of", "unit"}, make_told_twice},
  };
  return functions;
}

}  // namespace

std::span<const Function> shared_functions() {
  return table();
}

}  // namespace tally::grammar
