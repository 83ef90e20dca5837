// Sentences of two claims → the numbers, words and names that they have in common, and those that only one
// has.
#include "record/shared_words.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "record/nearby.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// Numbers as printed, but for the commas of thousands; years and what has one digit left out.
std::set<std::string> numbers_in(std::string_view text) {
  std::set<std::string> numbers;
  std::string number;
  const auto keep = [&] {
    while (!number.empty() && number.back() == '.') number.pop_back();
    const bool year = number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
    if (number.size() >= 2 && !year) numbers.insert(number);
    number.clear();
  };
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit || (c == '.' && !number.empty())) {
      number += c;
    } else if (c != ',' || number.empty()) {
      keep();
    }
  }
  keep();
  return numbers;
}

// The families of nouns, adjectives and verbs of a text, but for those that stand everywhere.
std::set<std::string_view> telling_words(std::string_view text) {
  static const std::set<std::string_view> kEverywhere = {
      "year",     "month",   "week",   "time",  "number", "figure", "people", "person", "total",   "have",
      "make",     "take",    "more",   "last",  "other",  "give",   "come",   "with",   "from",    "that",
      "this",     "were",    "than",   "them",  "they",   "their",  "which",  "when",   "where",   "also",
      "about",    "after",   "before", "over",  "under",  "into",   "some",   "most",   "many",    "much",
      "only",     "even",    "each",   "both",  "such",   "very",   "next",   "first",  "million", "billion",
      "thousand", "percent", "cent",   "there", "what"};
  const Vocabulary& known = vocabulary();
  std::set<std::string_view> words;
  for (const std::string& word : plain_words(text)) {
    const WordId id = word.size() < 4 ? 0 : known.find(word);
    const bool telling =
        id != 0 && (known.may_be(id, Pos::noun) || known.may_be(id, Pos::adj) || known.may_be(id, Pos::verb));
    if (!telling || known.is(id, WordClass::month) || known.is(id, WordClass::weekday)) continue;
    const std::string_view family = known.root(id);
    if (!kEverywhere.contains(family) && !kEverywhere.contains(word)) words.insert(family);
  }
  return words;
}

// Two words with capitals that follow each other.
std::set<std::string> names_in(std::string_view text) {
  std::set<std::string> names;
  std::string_view before;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    const bool stops = !word.empty() && (word.back() == ',' || word.back() == '.');
    if (stops) word.remove_suffix(1);
    const bool name = word.size() >= 3 && word.front() >= 'A' && word.front() <= 'Z';
    if (name && !before.empty()) names.insert(std::string(before) + ' ' + std::string(word));
    before = name && !stops ? word : std::string_view();
    at = end + 1;
  }
  return names;
}

}  // namespace

bool share_numbers(const Sheet& sheet, Index a, Index b) {
  const std::set<std::string> here = numbers_in(whole_sentence(sheet, a));
  const std::set<std::string> there = numbers_in(whole_sentence(sheet, b));
  return std::ranges::any_of(here, [&](const std::string& number) { return there.contains(number); });
}

int shared_words(const Sheet& sheet, Index a, Index b) {
  constexpr int kOfContext = 2;  // what both say before counts for less
  const auto count = [](std::string_view x, std::string_view y) {
    const std::set<std::string_view> here = telling_words(x);
    const std::set<std::string_view> there = telling_words(y);
    return static_cast<int>(
        std::ranges::count_if(here, [&](std::string_view word) { return there.contains(word); }));
  };
  return std::max(count(whole_sentence(sheet, a), whole_sentence(sheet, b)),
                  count(with_sentence_before(sheet, a), with_sentence_before(sheet, b)) - kOfContext);
}

bool names_year(const Sheet& sheet, Index claim, const Period& period) {
  if (period.grain() != Grain::year || !period.known()) return false;
  const std::string year = Date{.year = period.from.year}.to_string();
  constexpr std::uint32_t kRightBefore = 24;  // bytes: "The 2009 figure …"
  const std::string_view text = sheet.document_of(claim).text;
  const Span quote = sheet.claim(claim).quote;
  if (quote.end > text.size()) return false;
  const std::uint32_t begin = quote.begin > kRightBefore ? quote.begin - kRightBefore : 0;
  const std::string_view words = text.substr(begin, quote.begin - begin);
  const auto at = words.rfind(year);
  return at != std::string_view::npos && words.find_first_of(".!?;:", at) == std::string_view::npos;
}

bool names_another(const Sheet& sheet, Index claim, const std::vector<Index>& figures) {
  const std::string_view text = sheet.document_of(claim).text;
  std::string_view before = sentence_around(sheet, claim);
  const Span quote = sheet.claim(claim).quote;
  if (before.size() < quote.size() || quote.end > text.size()) return false;
  before.remove_suffix(quote.size());
  const auto comma = before.rfind(", ");
  if (comma == std::string_view::npos) return false;
  std::string_view rest = before.substr(comma + 2);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.size() < 4 || word.front() < 'A' || word.front() > 'Z') continue;
    const WordId known = vocabulary().find(plain_words(word).empty() ? std::string() : plain_words(word)[0]);
    if (known != 0 &&
        (vocabulary().is(known, WordClass::month) || vocabulary().is(known, WordClass::weekday)))
      continue;
    const bool told = std::ranges::any_of(figures, [&](Index i) {
      return i != kNone && (whole_sentence(sheet, i).find(word) != std::string_view::npos ||
                            with_sentence_before(sheet, i).find(word) != std::string_view::npos);
    });
    return !told;
  }
  return false;
}

bool share_names(const Sheet& sheet, Index a, Index b) {
  const std::set<std::string> here = names_in(whole_sentence(sheet, a));
  const std::set<std::string> there = names_in(whole_sentence(sheet, b));
  return std::ranges::any_of(here, [&](const std::string& name) { return there.contains(name); });
}

}  // namespace tally
