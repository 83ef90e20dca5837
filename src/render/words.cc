#include "render/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/characters.h"
#include "tally/utf8.h"

namespace tally {
namespace {

constexpr std::array<std::string_view, 13> kMonths = {"",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool is_currency(std::string_view unit) {
  return unit.size() == 3 && std::ranges::all_of(unit, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Marks that reorder or hide what stands around them.
bool is_harmful(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200B || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0x2028 || c == 0x2029 ||
         c == 0xFEFF;
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

// "U.S. troops", "Mr. Lee", "No. 14", "3.5": a stop that ends no sentence.
bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] == '!' || text[at] == '?') return true;
  if (text[at] != '.') return false;
  std::size_t word = at;
  while (word > 0 && text[word - 1] != ' ' && text[word - 1] != '\n') --word;
  const std::string_view before = text.substr(word, at - word);
  constexpr std::array<std::string_view, 10> kShort = {"Mr", "Mrs", "Ms",  "Dr", "St",
                                                       "No", "Gen", "Col", "vs", "approx"};
  if (before.size() <= 1 || before.contains('.')) return false;
  return std::ranges::find(kShort, before) == kShort.end();
}

bool is_closing(char c) {
  return c == '"' || c == '\'' || c == ')' || c == ']';
}

constexpr std::uint32_t kReach = 300;

std::uint32_t find_start(std::string_view text, std::uint32_t at) {
  const std::uint32_t least = at > kReach ? at - kReach : 0;
  while (at > least && text[at - 1] != '\n') {
    std::uint32_t stop = at;
    while (stop > least && (text[stop - 1] == ' ' || is_closing(text[stop - 1]))) --stop;
    if (stop < at && text[at - 1] == ' ' && stop > 0 && ends_sentence(text, stop - 1)) break;
    --at;
  }
  while (at < text.size() && is_continuation(text[at])) ++at;
  return at;
}

std::uint32_t find_end(std::string_view text, std::uint32_t at) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t most = std::min(size, at + kReach);
  while (at < most && text[at] != '\n') {
    const bool stands_alone = at + 1 >= size || text[at + 1] == ' ' || text[at + 1] == '\n' ||
                              is_closing(text[at + 1]) || !(static_cast<unsigned char>(text[at + 1]) < 0x80);
    if (stands_alone && ends_sentence(text, at)) {
      ++at;
      while (at < size && is_closing(text[at])) ++at;
      if (text.substr(at).starts_with("”")) at += 3;
      return at;
    }
    ++at;
  }
  while (at < size && is_continuation(text[at])) ++at;
  return at;
}

std::uint32_t next_word(std::string_view text, std::uint32_t at, std::uint32_t most) {
  while (at < most && text[at] != ' ') ++at;
  while (at < most && text[at] == ' ') ++at;
  return at;
}

std::uint32_t last_word(std::string_view text, std::uint32_t at, std::uint32_t least) {
  while (at > least && text[at - 1] != ' ') --at;
  while (at > least && text[at - 1] == ' ') --at;
  return at;
}

std::string span_of_months(const Period& period) {
  if (period.from.year == period.to.year) {
    return fmt::format("{}–{} {}", kMonths[period.from.month], kMonths[period.to.month], period.from.year);
  }
  return date_in_words(period.from) + "–" + date_in_words(period.to);
}

}  // namespace

std::string grouped(Decimal number) {
  std::string digits = number.to_string();
  std::size_t end = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  while (end > first + 3) {
    end -= 3;
    digits.insert(end, ",");
  }
  return digits;
}

std::string value_in_words(const Value& value) {
  const auto show = [](const std::optional<Decimal>& number) {
    return number ? grouped(*number) : std::string("?");
  };
  switch (value.modifier) {
    case Modifier::exact:
      if (value.best) return show(value.best);
      break;
    case Modifier::about:
      return (value.high && value.best == value.high ? "nearly " : "about ") + show(value.printed());
    case Modifier::more_than:
      return "more than " + show(value.low);
    case Modifier::at_least:
      return "at least " + show(value.low);
    case Modifier::less_than:
      return "less than " + show(value.high);
    case Modifier::at_most:
      return "at most " + show(value.high);
    case Modifier::between:
      return show(value.low) + " to " + show(value.high);
    case Modifier::vague:
      return "a vague number";
  }
  if (value.low && value.high) return show(value.low) + " to " + show(value.high);
  return show(value.printed());
}

std::string unit_in_words(std::string_view unit) {
  if (unit == "percent") return "%";
  std::string words(unit);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string amount_in_words(const Value& value, std::string_view unit) {
  std::string number = value_in_words(value);
  if (unit.empty() || value.modifier == Modifier::vague) return number;
  if (is_currency(unit)) return fmt::format("{} {}", unit, number);
  if (unit == "percent") return number + " %";
  if (unit == "person") return number + (number == "1" ? " person" : " people");
  return fmt::format("{} {}", number, unit_in_words(unit));
}

std::string date_in_words(const Date& date) {
  if (!date.known()) return "unknown";
  const std::string about = date.approximate ? "about " : "";
  if (date.day != 0) return fmt::format("{}{} {} {}", about, date.day, kMonths[date.month % 13], date.year);
  if (date.month != 0) return fmt::format("{}{} {}", about, kMonths[date.month % 13], date.year);
  return fmt::format("{}{}", about, date.year);
}

std::string period_in_words(const Period& period) {
  if (period.open_from) return "until " + date_in_words(period.to);
  if (period.open_to) return "since " + date_in_words(period.from);
  if (!period.interval) return date_in_words(period.from);
  const bool months = period.from.grain() == Grain::month && period.to.grain() == Grain::month;
  if (months && period.grain() == Grain::quarter) {
    return fmt::format("Q{} {}", (period.from.month + 2) / 3, period.from.year);
  }
  if (months && period.grain() == Grain::half) {
    return fmt::format("{} half {}", period.from.month == 1 ? "1st" : "2nd", period.from.year);
  }
  if (months) return span_of_months(period);
  return date_in_words(period.from) + "–" + date_in_words(period.to);
}

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (class_of(point.value) == CharClass::space || is_harmful(point.value)) {
      gap = true;
    } else {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out += text.substr(at, point.size);
    }
    at += point.size;
  }
  return out;
}

Span sentence_around(std::string_view text, Span span) {
  return {std::min(find_start(text, span.begin), span.begin),
          std::max(find_end(text, span.end > 0 ? span.end - 1 : 0), span.end)};
}

Excerpt excerpt_around(std::string_view text, Span words, std::uint32_t context) {
  Excerpt excerpt{sentence_around(text, words), words};
  if (words.begin - excerpt.whole.begin > context) {
    excerpt.whole.begin = next_word(text, words.begin - context, words.begin);
    excerpt.cut_before = true;
  }
  if (excerpt.whole.end - words.end > context) {
    excerpt.whole.end = last_word(text, words.end + context, words.end);
    excerpt.cut_after = true;
  }
  return excerpt;
}

std::string document_name(const Document& document) {
  if (!document.info.outlet.empty()) return one_line(document.info.outlet);
  if (!document.info.file.empty()) return one_line(document.info.file);
  return document.id;
}

std::string document_in_words(const Document& document) {
  std::string words = document_name(document);
  if (!document.published.date.known()) return words + ", no date";
  words += ", " + date_in_words(document.published.date);
  if (document.published.basis == DateBasis::inferred) words += " (inferred)";
  return words;
}

bool speaks_of(std::string_view text, std::string_view wanted) {
  const std::string all = lower_case(text);
  const std::string words = lower_case(wanted);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (!all.contains(std::string_view(words).substr(at, end - at))) return false;
    at = end + 1;
  }
  return true;
}

}  // namespace tally
