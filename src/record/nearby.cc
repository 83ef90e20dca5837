// Claims and the text around them → the sentences between them, the words before and behind their numbers.
#include "record/nearby.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "record/number_place.h"
#include "text/named_words.h"
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
  static constexpr NamedWords kCut = {"approx", "est", "vol", "fig", "art", "nos",  "sec", "pp",
                                      "para",   "cf",  "max", "min", "avg", "incl", "no",  "ca"};
  std::size_t begin = stop;
  while (begin > 0 && text[begin - 1] >= 'a' && text[begin - 1] <= 'z') --begin;
  const std::string_view word = text.substr(begin, stop - begin);
  const bool capital = begin > 0 && text[begin - 1] >= 'A' && text[begin - 1] <= 'Z';
  return word.size() >= 2 && !capital && !kCut.contains(word);
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

std::string_view sentence_around(const Sheet& sheet, Index claim) {
  const std::string_view text = sheet.document_of(claim).text;
  const Span quote = sheet.claim(claim).quote;
  if (quote.end > text.size()) return {};
  const std::size_t from = quote.begin > kNeighbourhood ? quote.begin - kNeighbourhood : 0;
  const std::size_t begin = from + sentence_begin(text.substr(from, quote.begin - from));
  return text.substr(begin, quote.end - begin);
}

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

double chance(std::size_t tries, double width) {
  return std::min(1.0, static_cast<double>(tries) * width);
}

}  // namespace tally
