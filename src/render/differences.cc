// See differences.h.
#include "render/differences.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/words.h"
#include "tally/similarity.h"
#include "tally/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kContextWords = 4;
constexpr std::size_t kLongest = 240;  // bytes of one change that are shown

std::string shown(std::string_view text, Span span) {
  std::string words = one_line(text.substr(span.begin, span.size()));
  if (words.size() <= kLongest) return words;
  auto end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  return words.substr(0, end) + "…";
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// The last few words before a place, on its line.
std::string words_before(std::string_view text, std::size_t at) {
  auto begin = at;
  for (std::size_t words = 0; begin > 0 && text[begin - 1] != '\n'; --begin) {
    const bool edge = is_space(text[begin - 1]) && begin < at && !is_space(text[begin]);
    if (edge && ++words == kContextWords) break;
  }
  const std::string words = one_line(text.substr(begin, at - begin));
  return words.empty() ? words : words + " ";
}

std::string words_after(std::string_view text, std::size_t at) {
  auto end = at;
  for (std::size_t words = 0; end < text.size() && text[end] != '\n'; ++end) {
    const bool edge = is_space(text[end]) && end > at && !is_space(text[end - 1]);
    if (edge && ++words == kContextWords) break;
  }
  const std::string words = one_line(text.substr(at, end - at));
  const bool joined = words.empty() || at >= text.size() || !is_space(text[at]);
  return joined ? words : " " + words;
}

std::string in_words(std::string_view before, std::string_view after, const TextChange& change) {
  const std::string old = shown(before, change.before);
  const std::string fresh = shown(after, change.after);
  const std::string middle = old.empty()     ? "[+ " + fresh + "]"
                             : fresh.empty() ? "[− " + old + "]"
                                             : "[" + old + " → " + fresh + "]";
  // The words around are those of the text in which the change can be seen.
  const bool gone = change.after.empty();
  const std::string_view text = gone ? before : after;
  const Span place = gone ? change.before : change.after;
  return words_before(text, place.begin) + middle + words_after(text, place.end);
}

}  // namespace

std::vector<std::string> differences_in_words(std::string_view before, std::string_view after,
                                              std::size_t limit) {
  const auto changes = changes_between(before, after);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < std::min(limit, changes.size()); ++i)
    lines.push_back(in_words(before, after, changes[i]));
  if (changes.size() > limit) lines.push_back(fmt::format("and {} more", changes.size() - limit));
  return lines;
}

}  // namespace tally
