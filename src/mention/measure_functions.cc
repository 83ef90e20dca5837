// Measures out of their parts: lengths in two units, degrees below zero, marks for inches, coins.
// Entry: measure_functions.
//
//   "7 feet 10 inches"  →  94 inch        "2 km and 1 metre"  →  2001 metre
#include "mention/measure_functions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "mention/amount_functions.h"
#include "mention/number_functions.h"

namespace tally::grammar {
namespace {

// How many of the smallest unit of its family one unit is; families are never added to each other,
// but for the two of length by the foot.
struct Scale {
  std::string_view unit;
  int family;
  std::int64_t size;
};
enum Family : std::uint8_t { kMetric, kCustomary, kMass, kWeight, kVolume, kPints, kArc };
constexpr auto kScales = std::to_array<Scale>({
    {"kilometre", kMetric, 1'000'000},
    {"metre", kMetric, 1000},
    {"decimetre", kMetric, 100},
    {"centimetre", kMetric, 10},
    {"millimetre", kMetric, 1},
    {"mile", kCustomary, 63360},
    {"yard", kCustomary, 36},
    {"foot", kCustomary, 12},
    {"inch", kCustomary, 1},
    {"tonne", kMass, 1'000'000'000},
    {"kilogram", kMass, 1'000'000},
    {"gram", kMass, 1000},
    {"milligram", kMass, 1},
    {"stone", kWeight, 224},
    {"pound", kWeight, 16},
    {"ounce", kWeight, 1},
    {"litre", kVolume, 1000},
    {"decilitre", kVolume, 100},
    {"centilitre", kVolume, 10},
    {"millilitre", kVolume, 1},
    {"gallon", kPints, 8},
    {"quart", kPints, 2},
    {"pint", kPints, 1},
    {"degree", kArc, 3600},
    {"arcminute", kArc, 60},
    {"arcsecond", kArc, 1},
});

const Scale* scale_of(std::string_view unit) {
  const auto* const found =
      std::find_if(kScales.begin(), kScales.end(), [&](const Scale& scale) { return scale.unit == unit; });
  return found == kScales.end() ? nullptr : found;
}

// A foot in millimetres; miles and yards by it.
const Decimal kInch(254, 1);

// What the larger amount is in the unit of the smaller; nothing where the two are no parts of one measure.
std::optional<Decimal> in_smaller(Decimal large, const Scale& of, Decimal small, const Scale& unit) {
  if (of.family != unit.family || of.size <= unit.size || of.size % unit.size != 0) return std::nullopt;
  const auto limit = Decimal(10).times(Decimal(of.size / unit.size));
  if (!large.is_integer() || !limit || small >= *limit) return std::nullopt;
  const auto whole = large.times(Decimal(of.size / unit.size));
  return whole ? whole->plus(small) : std::nullopt;
}

// "1 metre and 1 foot": in the metric unit.
std::optional<Decimal> in_metric(Decimal metric, const Scale& of, Decimal other, const Scale& unit) {
  if (of.family != kMetric || unit.family != kCustomary) return std::nullopt;
  const auto millimetres = other.times(Decimal(unit.size));
  const auto length = millimetres ? millimetres->times(kInch) : std::nullopt;
  int places = 0;
  for (std::int64_t size = of.size; size > 1; size /= 10) ++places;
  const auto shifted = length ? length->shifted(-places) : std::nullopt;
  const auto sum = shifted ? metric.plus(*shifted) : std::nullopt;
  return sum ? std::optional(sum->normalised()) : std::nullopt;
}

// tolerance(of, unit): "2.45 ± 0.01 kg": the value with the unit of what follows.
bool make_tolerance(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr || call.arguments[1] == nullptr) return false;
  out = *call.arguments[0];
  out.symbol = call.arguments[1]->symbol;
  out.second = call.arguments[1]->second;
  return out.symbol != 0;
}

// Whether the text is nothing but this.
bool is_whole_text(const Call& call) {
  const Span span = {call.all_tokens[call.tokens.begin].span.begin,
                     call.all_tokens[call.tokens.end - 1].span.end};
  return span.begin <= 2 && span.end + 2 >= call.article.text().size();
}

// compound(a, b, c, smaller): "2 yards, 7 feet and 10 inches" in the smallest of the units.
// `smaller`: the unit of the last where it stands alone ("10" "in"). In running text only weights and
// pints are put together: metres and centimetres stand for themselves, feet and inches are feet.
bool make_compound(const Call& call, Meaning& out) {
  std::array<const Meaning*, 3> parts = {call.arguments[0], call.arguments[1], call.arguments[2]};
  const std::size_t count = parts[2] == nullptr ? 2 : 3;
  if (parts[0] == nullptr || parts[1] == nullptr) return false;
  Decimal sum = parts[0]->number;
  Symbol unit = parts[0]->symbol;
  const bool alone = is_whole_text(call);
  for (std::size_t i = 1; i < count; ++i) {
    const bool last = i + 1 == count && call.arguments[3] != nullptr;
    const Symbol next = last ? call.arguments[3]->symbol : parts[i]->symbol;
    const Scale* from = scale_of(call.grammar.text(unit));
    const Scale* to = scale_of(call.grammar.text(next));
    if (from == nullptr || to == nullptr || parts[i]->number.is_negative()) return false;
    if (!alone && from->family != kWeight && from->family != kPints) return false;
    if (const auto metric = in_metric(sum, *from, parts[i]->number, *to); metric) {
      sum = *metric;
      continue;
    }
    const auto added = in_smaller(sum, *from, parts[i]->number, *to);
    if (!added) return false;
    sum = *added;
    unit = next;
  }
  out.number = sum;
  out.step = parts[count - 1]->step;
  out.symbol = unit;
  return true;
}

// part_amount(under, unit): "half-litre", "tenth of a gallon".
bool make_part_amount(const Call& call, Meaning& out) {
  const Meaning* under = call.arguments[0];
  const Meaning* unit = call.arguments[1];
  if (under == nullptr || unit == nullptr || under->number.is_zero()) return false;
  const auto part = Decimal::round(1 / under->number.to_double(), 10);
  if (!part) return false;
  out.number = part->normalised();
  out.step = Decimal(1, out.number.scale());
  out.symbol = unit->symbol;
  out.flags = kSpelled;
  return true;
}

// below_zero(of, unit, degree): "2 degrees below zero"; without a unit it is a degree.
bool make_below_zero(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  const Meaning* unit = call.arguments[1] != nullptr ? call.arguments[1] : call.arguments[2];
  if (of == nullptr || unit == nullptr || of->number.is_negative()) return false;
  const std::string_view name = call.grammar.text(unit->symbol);
  if (!name.starts_with("degree") && name != "kelvin") return false;
  out = *of;
  out.number = -out.number;
  out.symbol = unit->symbol;
  return true;
}

// "2 pm is 2 picometres": the sentence names the unit in full.
bool names_unit(const Call& call, std::string_view unit) {
  constexpr Index kFarthest = 40;                                 // tokens
  const std::string_view stem = unit.substr(0, unit.size() - 2);  // "picomet-re", "-er", "-res"
  const auto names_it = [&](Index at) {
    const std::string_view word = call.article.text(call.all_tokens[at]);
    return word.starts_with(stem) && word.size() < unit.size() + 2;
  };
  const auto starts = [&](Index at) { return (call.all_tokens[at].flags & kSentenceStart) != 0; };
  Index at = call.tokens.begin;
  while (at > 0 && call.tokens.begin - at < kFarthest && !starts(at)) {
    if (names_it(--at)) return true;
  }
  const bool known = call.all_tokens == call.article.tokens.data();
  const Index end = known ? static_cast<Index>(call.article.tokens.size()) : call.tokens.end;
  for (at = call.tokens.end; at < end && at - call.tokens.end < kFarthest && !starts(at); ++at) {
    if (names_it(at)) return true;
  }
  return false;
}

// no_clock(of, unit): "2.1 pm" is no time of day.
bool make_no_clock(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  if (of == nullptr || call.arguments[1] == nullptr) return false;
  const bool clock = of->number.scale() == 0 || of->number.scale() == 2;
  if (clock && !names_unit(call, call.grammar.text(call.arguments[1]->symbol))) return false;
  out = *of;
  out.symbol = call.arguments[1]->symbol;
  return true;
}

// stone(of): "14st 7lb"; "1st" and "21st" are ordinals.
bool make_stone(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  if (of == nullptr) return false;
  const std::int64_t number = of->number.coefficient();
  if (number % 10 == 1 && number % 100 != 11) return false;
  out = *of;
  out.symbol = call.grammar.symbol("stone");
  return true;
}

// eighths(of, part, unit): "$5.93-1/2": parts of a cent behind the cents.
bool make_eighths(const Call& call, Meaning& out) {
  const auto& [of, part, unit, a3, a4, a5, a6, a7, a8, a9, a10, a11] = call.arguments;
  if (of == nullptr || part == nullptr || unit == nullptr || of->step != Decimal(1, 2)) return false;
  const auto cents = part->number.shifted(-2);
  const auto sum = cents && part->number < Decimal(1) ? of->number.plus(*cents) : std::nullopt;
  if (!sum) return false;
  out.number = sum->normalised();
  out.step = Decimal(1, out.number.scale());
  out.symbol = unit->symbol;
  out.flags = kImpliedUnit;
  return true;
}

// Whether the text ends in a sum of money and what leads to its high end: "£1-", "$10m to ".
bool leads_from_sum(std::string_view before) {
  constexpr std::uint32_t kFarthest = 20;  // bytes
  before = before.substr(before.size() - std::min<std::size_t>(before.size(), kFarthest));
  const auto leads = [&](std::string_view word) { return before.ends_with(word); };
  constexpr auto kLeads = std::to_array<std::string_view>({"-", "–", " to ", " and "});
  const auto* const lead = std::ranges::find_if(kLeads, leads);
  if (lead == kLeads.end()) return false;
  before.remove_suffix(lead->size());
  if (before.ends_with('m')) before.remove_suffix(1);
  before = before.substr(0, before.find_last_not_of("0123456789.,") + 1);
  constexpr auto kSigns =
      std::to_array<std::string_view>({"$", "£", "€", "¥", "EUR", "USD", "GBP", "RM", "Rs"});
  return std::ranges::any_of(kSigns, [&](std::string_view sign) { return before.ends_with(sign); });
}

// no_sum(of, unit): metres, but not in "£1-2m".
bool make_no_sum(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr || call.arguments[1] == nullptr) return false;
  const std::uint32_t begin = call.all_tokens[call.tokens.begin].span.begin;
  if (leads_from_sum(std::string_view(call.article.text()).substr(0, begin))) return false;
  out = *call.arguments[0];
  out.symbol = call.arguments[1]->symbol;
  return true;
}

// one_and_part(unit, part): "a mile and a half".
bool make_one_and_part(const Call& call, Meaning& out) {
  const Meaning* unit = call.arguments[0];
  const Meaning* part = call.arguments[1];
  if (unit == nullptr || part == nullptr || (part->flags & kFraction) == 0) return false;
  const auto value = part->number.plus(Decimal(1));
  if (!value || part->number >= Decimal(1)) return false;
  out.number = value->normalised();
  out.step = Decimal(1, out.number.scale());
  out.symbol = unit->symbol;
  out.flags = kSpelled;
  return true;
}

// Whether a quotation that began before is still open: the mark behind a number ends it.
bool in_quotation(const Call& call) {
  constexpr std::uint32_t kFarthest = 1000;
  const std::uint32_t end = call.all_tokens[call.tokens.begin].span.begin;
  const std::uint32_t begin = end > kFarthest ? end - kFarthest : 0;
  const std::string_view before = call.article.text(Span{begin, end});
  const std::string_view line = before.substr(before.rfind('\n') + 1);
  if (line.size() == kFarthest) return true;
  return std::count(line.begin(), line.end(), '"') % 2 != 0 || line.find("“") != std::string_view::npos;
}

// inches(of): "5\"", and "2 in" before a stop.
bool make_inches(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  if (of == nullptr || (call.pieces.back().meaning != nullptr && in_quotation(call))) return false;
  // At the end of a line that goes on below, "in" is a preposition.
  const std::string& text = call.article.text();
  std::size_t next = call.all_tokens[call.tokens.end - 1].span.end;
  const auto is_space = [&](std::size_t at) {
    return text[at] == ' ' || text[at] == '\n' || text[at] == '\t';
  };
  if (call.pieces.back().meaning == nullptr && next < text.size() && is_space(next)) {
    while (next < text.size() && is_space(next)) ++next;
    if (next < text.size()) return false;
  }
  out = *of;
  out.symbol = call.grammar.symbol("inch");
  return true;
}

// coin(unit, of): "dime", "a quarter", "four quarters" as the whole of a text.
bool make_coin(const Call& call, Meaning& out) {
  const Meaning* unit = call.arguments[0];
  if (unit == nullptr || !is_whole_text(call)) return false;
  const auto worth = call.arguments[1] == nullptr ? std::optional(unit->number)
                                                  : unit->number.times(call.arguments[1]->number);
  if (!worth) return false;
  out.number = *worth;
  out.step = unit->number;
  out.symbol = unit->symbol;
  out.flags = kImpliedUnit | kSpelled;
  return true;
}

// counter(of, unit): a number before a counter; no lone word, which may mean "this", "day" and the like.
bool make_counter(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  if (of == nullptr || (of->flags & kLone) != 0) return false;
  out = *of;
  if (call.arguments[1] != nullptr) out.symbol = call.arguments[1]->symbol;
  return true;
}

// lone_mass(of, unit): a metric mass that is the whole of a text, in grams ("0.5 kg of nails").
bool make_lone_mass(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  const Meaning* unit = call.arguments[1];
  const Scale* scale = unit == nullptr ? nullptr : scale_of(call.grammar.text(unit->symbol));
  if (scale == nullptr || scale->family != kMass || scale->unit == "tonne" || !is_whole_text(call))
    return false;
  const auto in_milligrams = (of == nullptr ? Decimal(1) : of->number).times(Decimal(scale->size));
  const auto grams = in_milligrams ? in_milligrams->shifted(-3) : std::nullopt;
  if (!grams) return false;
  if (of != nullptr) out = *of;
  out.number = grams->normalised();
  out.step = Decimal(1, out.number.scale());
  out.symbol = call.grammar.symbol("gram");
  return true;
}

// lone_amount(of): a number that is, but for a hedge, the whole of a text.
bool make_lone_amount(const Call& call, Meaning& out) {
  constexpr std::uint32_t kHedge = 16;  // the bytes of "approximately"
  const Span span = {call.all_tokens[call.tokens.begin].span.begin,
                     call.all_tokens[call.tokens.end - 1].span.end};
  const bool whole = span.begin <= kHedge && span.end + 2 >= call.article.text().size();
  if (!whole || call.arguments[0] == nullptr || call.arguments[0]->symbol != 0) return false;
  out = *call.arguments[0];
  return true;
}

// whole(of): a word that is a number only where it is the whole of a text ("a pair").
bool make_whole(const Call& call, Meaning& out) {
  if (call.arguments[0] == nullptr || !is_whole_text(call)) return false;
  out = *call.arguments[0];
  out.flags |= kSpelled;
  return true;
}

// sign_and_part(of, unit, rest, part): "10 $ 30 cents".
bool make_sign_and_part(const Call& call, Meaning& out) {
  const auto& [of, unit, rest, part, a4, a5, a6, a7, a8, a9, a10, a11] = call.arguments;
  if (of == nullptr || unit == nullptr || rest == nullptr || part == nullptr) return false;
  const auto parts = rest->number.times(part->number);
  const auto sum = parts ? of->number.plus(*parts) : std::nullopt;
  if (!sum || !of->number.is_integer() || *parts >= Decimal(1)) return false;
  out = *of;
  out.number = *sum;
  out.step = part->number;
  out.symbol = unit->symbol;
  out.flags |= kImpliedUnit;
  return true;
}

const std::vector<Function>& table() {
  static const std::vector<Function> functions = {
      {"compound", {"a", "b", "c", "smaller"}, make_compound},
      {"part_amount", {"under", "unit"}, make_part_amount},
      {"below_zero", {"of", "unit", "degree"}, make_below_zero},
      {"no_clock", {"of", "unit"}, make_no_clock},
      {"inches", {"of"}, make_inches},
      {"coin", {"unit", "of"}, make_coin},
      {"tolerance", {"of", "unit"}, make_tolerance},
      {"counter", {"of", "unit"}, make_counter},
      {"lone_mass", {"of", "unit"}, make_lone_mass},
      {"lone_amount", {"of"}, make_lone_amount},
      {"whole", {"of"}, make_whole},
      {"no_sum", {"of", "unit"}, make_no_sum},
      {"one_and_part", {"unit", "part"}, make_one_and_part},
      {"stone", {"of"}, make_stone},
      {"eighths", {"of", "part", "unit"}, make_eighths},
      {"sign_and_part", {"of", "unit", "rest", "part"}, make_sign_and_part},
  };
  return functions;
}

}  // namespace

bool is_length(std::string_view unit) {
  const Scale* scale = scale_of(unit);
  return scale != nullptr && (scale->family == kMetric || scale->family == kCustomary);
}

std::span<const Function> measure_functions() {
  return table();
}

}  // namespace tally::grammar
