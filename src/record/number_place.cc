// A claim → where its number ends in the text, in digits or spelled out: what stands before and behind a
// number says what it is a number of.
//
//   quote "were six women and three men", 3   → behind "three"
#include "record/number_place.h"

#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>

namespace tally {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The digits of a number that say something: "1.24" of 1,240,000.
std::string significant(std::string_view number) {
  std::string digits;
  for (const char c : number) {
    if (is_digit(c) && !(digits.empty() && c == '0')) digits += c;
  }
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return digits;
}

// "fifty-two" of 52; empty from a hundred on.
std::string spelled(int number) {
  static constexpr std::array<std::string_view, 20> kFew = {
      "",         "one",     "two",     "three",     "four",     "five",    "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static constexpr std::array<std::string_view, 10> kTens = {"",      "",      "twenty",  "thirty", "forty",
                                                             "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (number <= 0 || number >= 100) return {};
  if (number < 20) return std::string(kFew[static_cast<std::size_t>(number)]);
  const auto tens = std::string(kTens[static_cast<std::size_t>(number / 10)]);
  return number % 10 == 0 ? tens : tens + '-' + std::string(kFew[static_cast<std::size_t>(number % 10)]);
}

// The word stands here, in whatever case, a blank as good as its hyphen, and is no part of another: the "two"
// of "fifty-two".
bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
  if (at + word.size() > text.size()) return false;
  const char before = at == 0 ? ' ' : text[at - 1];
  const char behind = at + word.size() < text.size() ? text[at + word.size()] : ' ';
  if (is_letter(before) || before == '-' || is_letter(behind)) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = static_cast<char>(std::tolower(static_cast<unsigned char>(text[at + i])));
    if (c != word[i] && !(word[i] == '-' && c == ' ')) return false;
  }
  return true;
}

}  // namespace

std::uint32_t number_end(const Sheet& sheet, Index claim) {
  const Claim& c = sheet.claim(claim);
  const std::string_view text = sheet.document_of(claim).text;
  const auto printed = c.value ? c.value->printed() : std::nullopt;
  if (!printed || c.quote.end > text.size()) return c.quote.end;
  const std::string wanted = significant(printed->abs().to_string());
  std::optional<std::uint32_t> found;
  for (std::uint32_t at = c.quote.begin; at < c.quote.end; ++at) {
    if (!is_digit(text[at])) continue;
    std::uint32_t end = at;
    while (end < c.quote.end && (is_digit(text[end]) || ((text[end] == ',' || text[end] == '.') &&
                                                         end + 1 < c.quote.end && is_digit(text[end + 1]))))
      ++end;
    if (significant(text.substr(at, end - at)) == wanted) found = end;
    at = end;
  }
  if (found || printed->scale() > 0 || *printed >= Decimal(100)) return found.value_or(c.quote.end);
  const std::string word = spelled(static_cast<int>(printed->to_double()));
  for (std::uint32_t at = c.quote.begin; !word.empty() && at < c.quote.end; ++at) {
    if (stands_at(text.substr(0, c.quote.end), at, word))
      found = at + static_cast<std::uint32_t>(word.size());
  }
  return found.value_or(c.quote.end);
}

}  // namespace tally
