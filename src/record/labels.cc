// Lemmas back into the words of the report.
#include "record/labels.h"

#include <algorithm>
#include <string_view>

#include "base/characters.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kBefore = 240;  // bytes before the quote in which its words may stand

bool is_letter(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || u >= 0x80 || c == '\'';
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > at) words.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

bool is_form_of(std::string_view printed, std::string_view lemma) {
  const std::string word = lower_case(printed);
  if (word == lemma) return true;
  const Vocabulary& known = vocabulary();
  const WordId id = known.find(word);
  if (id == 0)
    return word.size() > lemma.size() && word.starts_with(lemma) && word.size() <= lemma.size() + 2;
  return known.lemma(id, Pos::noun) == lemma || known.lemma(id, Pos::verb) == lemma;
}

bool is_shouted(std::string_view word) {
  return word.size() > 3 && std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// A capital inside a sentence marks a name, but where the line is a headline with capitals throughout.
bool is_name_in(std::string_view text, std::string_view word) {
  const auto at = static_cast<std::size_t>(word.data() - text.data());
  if (at == 0 || !is_capital(word.front())) return false;
  const std::size_t before = text.find_last_not_of(" \n", at - 1);
  if (before == std::string_view::npos || std::string_view(".!?:;\"").contains(text[before])) return false;
  const std::size_t begin = text.rfind('\n', at);
  const std::string_view line = text.substr(begin == std::string_view::npos ? 0 : begin + 1);
  const auto words = words_in(line.substr(0, line.find('\n')));
  const auto capitals =
      std::ranges::count_if(words, [](std::string_view w) { return is_capital(w.front()); });
  return static_cast<std::size_t>(capitals) * 2 < words.size();
}

// Words of the report near the claim, those of its quote first.
std::vector<std::string_view> words_near(const Sheet& sheet, Index claim) {
  const std::string_view text = sheet.document_of(claim).text;
  const Span quote = sheet.claim(claim).quote;
  if (quote.end > text.size()) return {};
  std::vector<std::string_view> words = words_in(text.substr(quote.begin, quote.size()));
  for (const Span span : sheet.claim(claim).evidence) {
    if (span.end > text.size()) continue;
    for (const std::string_view word : words_in(text.substr(span.begin, span.size()))) words.push_back(word);
  }
  const std::uint32_t from = quote.begin > kBefore ? quote.begin - kBefore : 0;
  for (const std::string_view word : words_in(text.substr(from, quote.begin - from))) words.push_back(word);
  return words;
}

std::string as_printed(std::string_view lemmas, std::string_view text,
                       const std::vector<std::string_view>& words) {
  std::string label;
  for (const std::string_view lemma : words_in(lemmas)) {
    const auto found =
        std::ranges::find_if(words, [&](std::string_view word) { return is_form_of(word, lemma); });
    const bool usable = found != words.end();
    // A capital that opens a sentence tells nothing of a word that the lexicon has.
    const bool name = usable && !is_shouted(*found) &&
                      (vocabulary().find(lower_case(*found)) == 0 || is_name_in(text, *found));
    label += (label.empty() ? "" : " ") + (!usable ? std::string(lemma)
                                           : name  ? std::string(*found)
                                                   : lower_case(*found));
  }
  return label;
}

// "people landed", but "wheat: output": a doing told by a verb stands right after who does it.
bool is_told(std::string_view printed, std::string_view lemma) {
  const Vocabulary& known = vocabulary();
  const WordId id = known.find(printed);
  return printed != lemma && !printed.ends_with("ing") && id != 0 && known.may_be(id, Pos::verb) &&
         known.lemma(id, Pos::verb) == lemma;
}

std::string per(Aggregate aggregate) {
  switch (aggregate) {
    case Aggregate::year:
    case Aggregate::half:
    case Aggregate::quarter:
    case Aggregate::month:
    case Aggregate::week:
      return ", per " + std::string(name(aggregate));
    case Aggregate::day:  // how many came, or how many there were
      return ", on one day";
    case Aggregate::total:
      return ", in total";
    case Aggregate::event:
      return ", at one event";
    case Aggregate::share:
      return ", share";
    case Aggregate::rate:
      return ", rate";
    default:
      return "";
  }
}

}  // namespace

std::string label_of(const Sheet& sheet, Index typical, const Measure& measure) {
  const std::vector<std::string_view> words = words_near(sheet, typical);
  const std::string_view text = sheet.document_of(typical).text;
  std::string label = as_printed(measure.population, text, words);
  if (!measure.property.empty()) {
    const std::string doing = as_printed(measure.property, text, words);
    label += (label.empty() ? "" : is_told(doing, measure.property) ? " " : ": ") + doing;
  }
  if (!measure.place.empty()) label += (label.empty() ? "" : ", ") + measure.place;
  if (!measure.origin.empty()) label += " from " + measure.origin;
  if (label.empty()) label = "unnamed measure";
  return label + per(measure.aggregate);
}

}  // namespace tally
