// See table_units.h. A unit is read by the grammar of amounts, as a reader tries it: "in million tonnes" is
// a unit where "1 million tonnes" is an amount.
#include "claim/table_units.h"

#include <algorithm>
#include <vector>

#include "mention/stages.h"
#include "text/stages.h"

namespace tally {
namespace {

constexpr std::size_t kLongestUnit = 40;  // bytes

struct Piece {
  std::string_view words;
  std::size_t begin = 0;  // with what introduces it
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kAround = " .:;,";
  const auto first = text.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kAround) + 1 - first);
}

std::string_view without_in(std::string_view words) {
  words = trimmed(words);
  return words.starts_with("in ") || words.starts_with("In ") ? words.substr(3) : words;
}

// One word in the singular is a name rather: "Second", "Pound", "Mark".
bool may_be_unit_alone(std::string_view words) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return words.ends_with('s') || !std::ranges::all_of(words, is_letter);
}

// Where a unit may stand: in brackets, behind the last "in", behind a comma, or alone.
std::vector<Piece> pieces_of(std::string_view words) {
  std::vector<Piece> pieces;
  if (const auto open = words.rfind('('); open != std::string_view::npos) {
    const auto inside = words.substr(open + 1, words.find(')', open) - open - 1);
    pieces.push_back({without_in(inside), open});
    if (const auto comma = inside.rfind(','); comma != std::string_view::npos)
      pieces.push_back({without_in(inside.substr(comma + 1)), open});
  }
  if (const auto in = words.rfind(" in "); in != std::string_view::npos)
    pieces.push_back({trimmed(words.substr(in + 4)), in});
  if (const auto comma = words.rfind(','); comma != std::string_view::npos)
    pieces.push_back({without_in(words.substr(comma + 1)), comma});
  if (may_be_unit_alone(words)) pieces.push_back({without_in(words), 0});
  return pieces;
}

// The amount that a text is from its first byte to its last.
std::optional<TableUnit> amount_of(std::string text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  Article article(std::move(text));
  find_sentences(article);
  find_tokens(article);
  find_amounts(article, {});
  for (const Mention& mention : article.amounts) {
    if (mention.span != Span{0, size} || !mention.value || !mention.value->best) continue;
    return TableUnit{.unit = mention.unit, .factor = *mention.value->best};
  }
  return std::nullopt;
}

// "A$ million", "€m", "EUR million": where the sign or code of a currency ends.
std::size_t sign_end(std::string_view words) {
  const auto in_sign = [](char c) { return (c >= 'A' && c <= 'Z') || c == '$' || (c & 0x80) != 0; };
  return static_cast<std::size_t>(std::ranges::find_if_not(words, in_sign) - words.begin());
}

// How a unit is written behind a number of its own.
std::vector<std::string> as_amounts(std::string_view words) {
  std::vector<std::string> texts;
  std::string_view scaled = words;
  for (const std::string_view mark : {"'000", "’000", "000s", "000"}) {
    if (!scaled.starts_with(mark)) continue;
    scaled.remove_prefix(mark.size());
    texts.push_back("1,000" + std::string(scaled));
    return texts;
  }
  texts.push_back("1 " + std::string(words));
  texts.push_back("1" + std::string(words));
  if (const auto of = words.find("s of "); of != std::string_view::npos)  // "thousands of tonnes"
    texts.push_back("1 " + std::string(words.substr(0, of)) + " " + std::string(words.substr(of + 5)));
  for (const std::size_t sign : {sign_end(words), words.find(' ')}) {
    if (sign == 0 || sign >= words.size()) continue;
    const std::string before(words.substr(0, sign));
    const std::string_view rest = words.substr(sign);
    texts.push_back(before + "1" + std::string(rest));
    texts.push_back(before + " 1" + std::string(rest));
    if (trimmed(rest) == "000" || trimmed(rest) == "'000") texts.push_back(before + "1,000");
  }
  return texts;
}

std::optional<TableUnit> unit_of(std::string_view words) {
  if (words.empty() || words.size() > kLongestUnit ||
      words.find_first_of("123456789") != std::string_view::npos)
    return std::nullopt;
  for (std::string& text : as_amounts(words)) {
    auto found = amount_of(std::move(text));
    if (found && (!found->unit.empty() || found->factor != Decimal(1))) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<TableUnit> table_unit(std::string_view words) {
  for (const Piece& piece : pieces_of(words)) {
    auto found = unit_of(piece.words);
    if (!found) continue;
    found->begin = piece.begin;
    return found;
  }
  return std::nullopt;
}

}  // namespace tally
