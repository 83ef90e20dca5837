// Sentences counted between claims.
#include "record/nearby.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr int kFar = 99;
constexpr std::uint32_t kNeighbourhood = 1200;  // bytes beyond which nothing is near
constexpr std::uint32_t kLongestQuote = 1000;   // bytes of a figure's quote

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '"';
}

bool opens_sentence(char c) {
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80 || c == '"' || c == '\n';
}

// "… would rather not say. 9,130 callers": a number opens a sentence, where the full stop is none of a word
// cut short ("No. 9", "approx. 30").
bool ends_word(std::string_view text, std::size_t stop) {
  static constexpr std::array<std::string_view, 16> kCut = {"approx", "est",  "vol",  "fig", "art", "nos",
                                                            "sec",    "pp",   "para", "cf",  "max", "min",
                                                            "avg",    "incl", "no",   "ca"};
  std::size_t begin = stop;
  while (begin > 0 && text[begin - 1] >= 'a' && text[begin - 1] <= 'z') --begin;
  const std::string_view word = text.substr(begin, stop - begin);
  const bool capital = begin > 0 && text[begin - 1] >= 'A' && text[begin - 1] <= 'Z';
  return word.size() >= 2 && !capital && std::ranges::find(kCut, word) == kCut.end();
}

// A full stop and a blank before a capital or a number, or an empty line. Of more than `most` one is counted.
int breaks_in(std::string_view text, int most) {
  int breaks = 0;
  for (std::size_t at = 0; at + 1 < text.size() && breaks <= most; ++at) {
    const bool stop = text[at] == '.' || text[at] == '!' || text[at] == '?';
    if (text[at] == '\n' && text[at + 1] == '\n') {
      if (at == 0 || (text[at - 1] != '.' && text[at - 1] != '\n')) ++breaks;
    } else if (stop && is_blank(text[at + 1])) {
      const std::size_t next = text.find_first_not_of(" \t\"", at + 1);
      const bool number = next != std::string_view::npos && text[next] >= '0' && text[next] <= '9';
      if (next == std::string_view::npos || opens_sentence(text[next]) || (number && ends_word(text, at)))
        ++breaks;
    }
  }
  return breaks;
}

// ". ", "! ", "? ", a paragraph's end, or a line's end behind a full stop.
bool ends_sentence(char last, char next) {
  return (next == ' ' && (last == '.' || last == '!' || last == '?')) ||
         (next == '\n' && (last == '\n' || last == '.'));
}

// Where the last sentence of a text begins.
std::size_t sentence_begin(std::string_view text) {
  std::size_t at = text.size();
  while (at >= 2 && !ends_sentence(text[at - 2], text[at - 1])) --at;
  return at >= 2 ? at : 0;
}

// Where its first one ends.
std::size_t sentence_end(std::string_view text) {
  std::size_t at = 0;
  while (at + 1 < text.size() && !ends_sentence(text[at], text[at + 1])) ++at;
  return at + 1 < text.size() ? at : text.size();
}

// The claim's words, from the beginning of their sentence.
std::string_view sentence_around(const Sheet& sheet, Index claim) {
  const std::string_view text = sheet.document_of(claim).text;
  const Span quote = sheet.claim(claim).quote;
  if (quote.end > text.size()) return {};
  const std::size_t from = quote.begin > kNeighbourhood ? quote.begin - kNeighbourhood : 0;
  const std::size_t begin = from + sentence_begin(text.substr(from, quote.begin - from));
  return text.substr(begin, quote.end - begin);
}

// The sentence that the claim begins in, to its end.
std::string_view whole_sentence(const Sheet& sheet, Index claim) {
  const std::string_view text = sheet.document_of(claim).text;
  const std::string_view known = sentence_around(sheet, claim);
  if (known.empty()) return {};
  const auto begin = static_cast<std::size_t>(known.data() - text.data());
  std::size_t end = begin + known.size();
  const std::size_t limit = std::min<std::size_t>(text.size(), end + kNeighbourhood);
  while (end < limit && !(text[end] == '.' && (end + 1 == text.size() || is_blank(text[end + 1]))) &&
         text[end] != '\n')
    ++end;
  return text.substr(begin, end - begin);
}

// The sentence that the claim begins in and the one before it in its paragraph.
std::string_view with_sentence_before(const Sheet& sheet, Index claim) {
  const std::string_view text = sheet.document_of(claim).text;
  const std::string_view own = whole_sentence(sheet, claim);
  if (own.empty()) return {};
  const auto begin = static_cast<std::size_t>(own.data() - text.data());
  if (begin < 2) return own;
  const std::size_t floor = begin > kNeighbourhood ? begin - kNeighbourhood : 0;
  std::size_t from = begin - 1;
  while (from > floor && (text[from] == ' ' || text[from] == '.')) --from;
  while (from > floor && text[from] != '\n' && !(text[from] == '.' && is_blank(text[from + 1]))) --from;
  return text.substr(from, begin + own.size() - from);
}

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

namespace {

// As many as there are, or one more than `most`.
int sentences_up_to(const Sheet& sheet, Index a, Index b, int most) {
  if (sheet.claims[a].document != sheet.claims[b].document) return kFar;
  Span first = sheet.claim(a).quote;
  Span second = sheet.claim(b).quote;
  if (second.begin < first.begin) std::swap(first, second);
  const std::string_view text = sheet.document_of(a).text;
  if (second.begin <= first.end) return 0;
  if (second.begin > text.size() || second.begin - first.end > kNeighbourhood) return kFar;
  return breaks_in(text.substr(first.end, second.begin - first.end + 1), most);
}

}  // namespace

int sentences_between(const Sheet& sheet, Index a, Index b) {
  return sentences_up_to(sheet, a, b, kFar);
}

std::vector<Index> printed_near(const Sheet& sheet, Index claim, int sentences) {
  std::vector<Index> near;
  const Index first = sheet.first_claim[sheet.claims[claim].document];
  const auto begin = sheet.by_place.begin() + first;
  const auto end = begin + static_cast<std::ptrdiff_t>(sheet.document_of(claim).claims.size());
  const Span quote = sheet.claim(claim).quote;
  const std::uint32_t reach = kNeighbourhood + kLongestQuote;
  const auto at =
      std::lower_bound(begin, end, quote.begin > reach ? quote.begin - reach : 0,
                       [&](Index i, std::uint32_t byte) { return sheet.claim(i).quote.begin < byte; });
  for (auto i = at; i != end && sheet.claim(*i).quote.begin <= quote.end + kNeighbourhood; ++i) {
    if (*i != claim && is_printed(sheet, *i) && sentences_up_to(sheet, claim, *i, sentences) <= sentences)
      near.push_back(*i);
  }
  std::ranges::sort(near);
  return near;
}

std::vector<Index> figures_near(const Sheet& sheet, Index claim, int sentences) {
  std::vector<Index> near = printed_near(sheet, claim, sentences);
  std::erase_if(near, [&](Index i) { return !sheet.counts(i); });
  return near;
}

bool is_printed(const Sheet& sheet, Index i) {
  const Claim& c = sheet.claim(i);
  return c.kind == ClaimKind::figure && c.value.has_value() && !sheet.out[i];
}

bool tells_revision(const Sheet& sheet, Index claim) {
  const Vocabulary& known = vocabulary();
  bool makes_change = false;  // "has lowered …"
  for (const std::string& word : plain_words(sentence_around(sheet, claim))) {
    const WordId id = known.find(word);
    if (id == 0) continue;
    const WordId verb = known.lemma_id(id, Pos::verb);
    if (known.is(verb, WordClass::revise_verb)) return true;
    // "… its count", "… their estimate": what is changed is a figure, not the thing itself.
    if (makes_change && known.is(known.lemma_id(id, Pos::noun), WordClass::report_noun)) return true;
    makes_change = makes_change || known.is(verb, WordClass::cause_change_verb);
  }
  return false;
}

namespace {

// How many words of a stretch of text go with a count made anew; kOutright where some say so outright.
constexpr int kOutright = 99;

int correction_marks(std::string_view text) {
  const Vocabulary& known = vocabulary();
  int marks = 0;
  bool gives = false;
  for (const std::string& word : plain_words(text)) {
    const WordId id = known.find(word);
    if (id == 0) continue;
    const WordId verb = known.lemma_id(id, Pos::verb);
    if (known.is(verb, WordClass::revise_verb) || known.is(id, WordClass::correction_noun)) return kOutright;
    if (known.is(id, WordClass::provisional) || known.lemma(id, Pos::verb) == "replace") marks += 2;
    if (known.is(id, WordClass::recount_mark) || known.is(verb, WordClass::recount_mark)) ++marks;
    gives = gives || word == "announced" || known.is(verb, WordClass::report_verb) ||
            known.is(verb, WordClass::put_verb) || known.is(verb, WordClass::disclose_verb) ||
            known.is(verb, WordClass::count_verb) || word == "given" || word == "gave" || word == "gives" ||
            word == "give";
  }
  return gives ? marks : 0;
}

// From the sentence of the first number to some way behind the second; empty where they are far apart.
std::string_view around(const Sheet& sheet, Index a, Index b) {
  if (sheet.claim(b).quote.end < sheet.claim(a).quote.end) std::swap(a, b);
  constexpr std::size_t kFarthest = 600;  // bytes
  constexpr std::size_t kBehind = 240;
  const std::string_view text = sheet.document_of(a).text;
  const std::string_view first = words_up_to(sheet, a);
  const std::size_t end = std::min<std::size_t>(number_end(sheet, b) + kBehind, text.size());
  if (sheet.claims[a].document != sheet.claims[b].document || first.empty()) return {};
  const auto begin = static_cast<std::size_t>(first.data() - text.data());
  return begin < end && end - begin <= kFarthest ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace

int correction_told(std::string_view text) {
  const int marks = correction_marks(text);
  return marks == kOutright ? 2 : marks >= 2 ? 1 : 0;
}

bool tells_correction(const Sheet& sheet, Index a, Index b) {
  return correction_told(around(sheet, a, b)) > 0;
}

bool hints_at_correction(const Sheet& sheet, Index a, Index b) {
  return correction_marks(around(sheet, a, b)) > 0;
}

bool is_of_its_time(const Sheet& sheet, Index claim) {
  const Claim& c = sheet.claim(claim);
  const Index whole = sheet.tied(claim, c.whole);
  if (whole == kNone || !c.period || !c.period->known()) return false;
  const auto& stretch = sheet.claim(whole).period;
  const Grain grain = c.period->grain();
  const bool step = grain == Grain::month || grain == Grain::quarter || grain == Grain::half ||
                    grain == Grain::year || grain == Grain::week;
  return step && stretch && stretch->known() && *stretch != *c.period && stretch->overlaps(*c.period);
}

bool is_replaced(const Sheet& sheet, Index claim) {
  if (sheet.claim(claim).rule == "figure.instead") return true;
  if (!tells_revision(sheet, claim)) return false;
  const std::vector<std::string> before = plain_words(words_up_to(sheet, claim));
  return !before.empty() && before.back() == "from";
}

bool tells_earlier_count(std::string_view text) {
  const Vocabulary& known = vocabulary();
  bool first = false;  // "was first published as"
  const std::vector<std::string> words = plain_words(text);
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::string& word = words[w];
    // "had been given as"
    first = first || (w >= 2 && words[w - 2] == "had" && words[w - 1] == "been");
    // "The number for May was given as"
    if (w >= 2 && word == "as" && words[w - 1] == "given" && words[w - 2] == "was") return true;
    const WordId id = known.find(word);
    if (id == 0) continue;
    const WordId verb = known.lemma_id(id, Pos::verb);
    const bool gives = known.is(verb, WordClass::report_verb) || known.is(verb, WordClass::disclose_verb) ||
                       known.is(verb, WordClass::put_verb) || known.is(verb, WordClass::count_verb) ||
                       word == "given";
    if ((first && gives) || known.is(id, WordClass::provisional) || known.is(verb, WordClass::revise_verb))
      return true;
    first = known.is(id, WordClass::ordinal) && known.is(id, WordClass::superlative);
  }
  return false;
}

bool sets_right(const Sheet& sheet, Index a, Index b) {
  if (sheet.claims[a].document != sheet.claims[b].document) return false;
  Span first = {.begin = sheet.claim(a).quote.begin, .end = number_end(sheet, a)};
  Span second = {.begin = sheet.claim(b).quote.begin, .end = number_end(sheet, b)};
  if (second.end < first.end) std::swap(first, second);
  const std::string_view text = sheet.document_of(a).text;
  constexpr std::uint32_t kClose = 120;
  constexpr std::size_t kNextTo = 40;  // bytes: the number and what it counts
  if (second.end > text.size() || second.end - first.end > kClose) return false;
  const std::string_view between = text.substr(first.end, second.end - first.end);
  for (const std::string_view mark : {"rather than ", "instead of ", ", not ", "and not "}) {
    const auto at = between.find(mark);
    if (at == std::string_view::npos) continue;
    // The number stands at the end of its quote, or opens it.
    const std::size_t end = first.end + at + mark.size();
    const bool opens = second.begin + kNextTo >= end && second.begin <= end + kNextTo / 4;
    if (at + mark.size() + kNextTo >= between.size() || (opens && second.begin > first.end)) return true;
  }
  return false;
}

std::string_view words_up_to(const Sheet& sheet, Index claim) {
  constexpr std::uint32_t kFarthest = 400;  // bytes
  const std::string_view text = sheet.document_of(claim).text;
  const auto end = std::min<std::size_t>(number_end(sheet, claim), text.size());
  const std::size_t from = end > kFarthest ? end - kFarthest : 0;
  const std::string_view before = text.substr(from, end - from);
  return before.substr(sentence_begin(before));
}

std::string_view words_from(const Sheet& sheet, Index claim) {
  constexpr std::uint32_t kFarthest = 240;  // bytes
  const std::string_view text = sheet.document_of(claim).text;
  const auto end = std::min<std::size_t>(number_end(sheet, claim), text.size());
  const std::string_view behind = text.substr(end, kFarthest);
  return behind.substr(0, sentence_end(behind));
}

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::span<const std::string> last_of(const std::vector<std::string>& words, std::size_t most) {
  return std::span(words).last(std::min(most, words.size()));
}

std::string_view text_between(const Sheet& sheet, Index a, Index b) {
  if (sheet.claims[a].document != sheet.claims[b].document) return {};
  const std::uint32_t begin = number_end(sheet, a);
  const std::uint32_t end = number_end(sheet, b);
  const std::string_view text = sheet.document_of(a).text;
  if (end <= begin || end > text.size() || end - begin > kNeighbourhood) return {};
  return text.substr(begin, end - begin);
}

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

double chance(std::size_t tries, double width) {
  return std::min(1.0, static_cast<double>(tries) * width);
}

}  // namespace tally
