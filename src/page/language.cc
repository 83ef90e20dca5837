// See language.h.
#include "page/language.h"

#include <algorithm>
#include <array>

#include "page/language_detector.h"

namespace tally::page {

namespace {

// Syllables U+AC00 to U+D7A3, which begin with the bytes EA B0 to ED 9E.
bool holds_hangul(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if ((first == 0xEA && second >= 0xB0) || first == 0xEB || first == 0xEC ||
        (first == 0xED && second <= 0x9E))
      return true;
  }
  return false;
}

// Small words that English alone writes.
constexpr std::array<std::string_view, 16> kEnglishOnly = {"the",  "and",   "that", "with", "from", "which",
                                                           "were", "would", "have", "has",  "this", "been",
                                                           "said", "their", "its",  "who"};

// Whether so many words of the text are small English ones that no other language need be thought of:
// much faster than to weigh its letters. ASCII only, so that no other script hides between them.
bool is_surely_english(std::string_view text) {
  constexpr int kSure = 6;
  int found = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    if ((c & 0x80) != 0) return false;
    if (c != ' ' && c != '\n') continue;
    const std::string_view word = text.substr(begin, at - begin);
    begin = at + 1;
    if (word.size() >= 3 && word.size() <= 5 && std::ranges::find(kEnglishOnly, word) != kEnglishOnly.end())
      ++found;
  }
  return found >= kSure;
}

// A piece from the middle, of whole characters: the ends of a page are where furniture stands.
std::string_view middle_of(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  text = text.substr((text.size() - size) / 2, size);
  const auto is_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
  while (!text.empty() && is_inside(text.front())) text.remove_prefix(1);
  return text;
}

}  // namespace

std::string language_of(std::string_view text) {
  constexpr std::size_t kEnough = 512;
  constexpr std::size_t kMost = std::size_t{1} << 13U;
  const std::string_view middle = middle_of(text, kEnough);
  if (is_surely_english(middle)) return "en";
  auto language = reliable_language(middle);
  if (language.empty() && middle.size() < text.size()) language = reliable_language(text.substr(0, kMost));
  // A line may be too short to tell by its words; Hangul tells by itself.
  return language.empty() && holds_hangul(text) ? "ko" : language;
}

}  // namespace tally::page
