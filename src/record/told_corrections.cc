// Words around numbers → whether they say that one count took the place of another.
//
//   "the office corrected 352 to 356", "927 incidents rather than 914", "was first published as"
#include "record/told_corrections.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/nearby.h"
#include "record/number_place.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {

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

// "Our last edition", "the previous report": where the earlier count was printed.
bool names_earlier_print(const std::vector<std::string>& words) {
  static constexpr NamedWords kPrints = {"edition", "report",  "bulletin", "issue",
                                         "release", "article", "yearbook", "survey"};
  static constexpr NamedWords kEarlier = {"last", "previous", "earlier", "former"};
  for (std::size_t w = 1; w < words.size(); ++w) {
    if (kPrints.contains(words[w]) && (kEarlier.contains(words[w - 1]) || words[w - 1] == "our")) return true;
  }
  return false;
}

// "Took four [off the count]", "were struck [from the list]"
bool takes_off(const std::vector<std::string>& words) {
  static constexpr NamedWords kCounts = {"count", "list", "total", "tally", "toll", "register"};
  for (std::size_t w = 2; w < words.size(); ++w) {
    const bool off = words[w - 2] == "off" || words[w - 2] == "from";
    if (off && words[w - 1] == "the" && kCounts.contains(words[w])) return true;
  }
  return false;
}

int correction_marks(std::string_view text) {
  const Vocabulary& known = vocabulary();
  const std::vector<std::string> words = plain_words(text);
  bool gives = names_earlier_print(words);
  int marks = (gives ? 1 : 0) + (takes_off(words) ? 1 : 0);
  for (const std::string& word : words) {
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

bool correction_hinted(std::string_view text) {
  return correction_marks(text) > 0;
}

bool tells_correction(const Sheet& sheet, Index a, Index b) {
  return correction_told(around(sheet, a, b)) > 0;
}

bool hints_at_correction(const Sheet& sheet, Index a, Index b) {
  return correction_marks(around(sheet, a, b)) > 0;
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

}  // namespace tally
