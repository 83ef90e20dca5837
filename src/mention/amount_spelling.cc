// Bytes around a span, never further than a code may be long.
#include "mention/amount_spelling.h"

#include <cstddef>

namespace tally::spelling {
namespace {

constexpr std::size_t kLongestCode = 40;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

bool is_glued(std::string_view text, Span number) {
  if (number.begin > 1 && text[number.begin - 1] == '.' && is_digit(text[number.begin - 2])) return true;
  return number.end < text.size() && is_letter(text[number.end]);
}

bool is_code(std::string_view text, Span number) {
  if (!is_digit(text[number.begin])) return false;
  if (number.end < text.size() && is_letter(text[number.end]) && is_digit(text[number.end - 1])) return true;
  std::size_t begin = number.begin;
  // "J1149[.5+6663]": back over what is glued in front.
  const auto is_joint = [](char c) { return c == ',' || c == '.' || c == '+'; };
  while (begin > 1 && number.begin - begin < kLongestCode &&
         (is_digit(text[begin - 1]) || (is_joint(text[begin - 1]) && is_digit(text[begin - 2]))))
    --begin;
  return begin > 0 && is_letter(text[begin - 1]);
}

bool begins_score(std::string_view text, Span number) {
  const std::size_t end = number.end;
  return end + 1 < text.size() && text[end] == '-' && is_digit(text[end + 1]);
}

}  // namespace tally::spelling
