// Texts → sentences, indexed.
#include "record/passages.h"

#include <algorithm>
#include <string>

namespace tally {
namespace {

constexpr std::size_t kLongest = 700;  // bytes of a sentence that is looked at

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool opens(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '"' || text[at] == '\'' || text[at] == '(')) ++at;
  return at >= text.size() || (text[at] >= 'A' && text[at] <= 'Z') || is_digit(text[at]) ||
         static_cast<unsigned char>(text[at]) >= 0x80;
}

// A stop before a blank and a capital, or a line's end.
std::vector<Span> sentences_of(std::string_view text) {
  std::vector<Span> found;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    while (begin < end && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
    const std::size_t size = std::min(end - begin, kLongest);
    if (size > 0)
      found.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)});
    begin = end;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool stop = (text[at] == '.' || text[at] == '!' || text[at] == '?') && at + 2 < text.size() &&
                      text[at + 1] == ' ' && opens(text, at + 2);
    if (stop || text[at] == '\n') close(at + 1);
  }
  close(text.size());
  return found;
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

}  // namespace

Roots numbers_in(std::string_view text, Words& words) {
  std::string numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const bool inside = at > 0 && is_letter(text[at - 1]);  // "R238"
    std::string digits;
    bool fraction = false;
    for (; at < text.size(); ++at) {
      const bool mark =
          (text[at] == ',' || text[at] == '.') && at + 1 < text.size() && is_digit(text[at + 1]);
      if (!is_digit(text[at]) && !mark) break;
      fraction = fraction || text[at] == '.';
      if (is_digit(text[at])) digits += text[at];
    }
    // "3.9" is one word, as "39" is.
    if (!inside && digits.size() >= 2 && !is_year(digits)) numbers += digits + (fraction ? "x " : " ");
  }
  return words.name_words(numbers);
}

Passages::Passages(const Sheet& sheet, Words& words) {
  for (Index d = 0; d < sheet.documents.size(); ++d) {
    const Document& document = sheet.documents[d];
    const std::string_view text = document.text;
    for (const Span span : sentences_of(text)) {
      const std::string_view sentence = text.substr(span.begin, span.size());
      all.push_back({.document = d,
                     .span = span,
                     .words = words.roots(sentence),
                     .numbers = numbers_in(sentence, words),
                     .times = told_times(sentence, document.published.date)});
    }
  }
  for (Index p = 0; p < all.size(); ++p) {
    for (const Root word : all[p].words) with_[word].push_back(p);
    for (const Root number : all[p].numbers) with_[number].push_back(p);
    for (const ToldTime& time : all[p].times) {
      if (time.date.day == 0) continue;
      auto& list = of_day_[32U * time.date.month + time.date.day];
      if (list.empty() || list.back() != p) list.push_back(p);
    }
  }
}

std::size_t Passages::times_written(Root word) const {
  const auto at = with_.find(word);
  return at == with_.end() ? 0 : at->second.size();
}

std::span<const Index> Passages::with(Root word) const {
  const auto at = with_.find(word);
  return at == with_.end() ? std::span<const Index>{} : std::span<const Index>(at->second);
}

std::span<const Index> Passages::of_day(unsigned month, unsigned day) const {
  const auto at = of_day_.find(32U * month + day);
  return at == of_day_.end() ? std::span<const Index>{} : std::span<const Index>(at->second);
}

}  // namespace tally
