// The words up to a number → whether somebody gives it as a count of their own.
//
//   "The cabin union, which had called the strike, speaks of 460."       told, bare, by a union
//   "The government's highest figure was 44,300."                        told, bare
//   "Basel has 170,000 people."                                          nothing
#include "record/told_counts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/nearby.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// Words between the verb and its number.
bool joins(std::string_view word) {
  static constexpr NamedWords kJoints = {"nearer",  "closer", "about", "some",  "around", "nearly", "almost",
                                         "roughly", "only",   "just",  "that",  "at",     "it",     "them",
                                         "this",    "of",     "to",    "as",    "by",     "the",    "count",
                                         "toll",    "a",      "total", "number"};
  return kJoints.contains(word);
}

bool is_of(std::string_view word, WordClass wanted) {
  const Vocabulary& known = vocabulary();
  const WordId id = known.find(word);
  return id != 0 && (known.is(id, wanted) || known.is(known.lemma_id(id, Pos::verb), wanted) ||
                     known.is(known.lemma_id(id, Pos::noun), wanted));
}

bool tells(std::string_view word) {
  return is_of(word, WordClass::report_verb) || is_of(word, WordClass::count_verb) ||
         is_of(word, WordClass::put_verb) || is_of(word, WordClass::speak_verb) ||
         word.starts_with("believe") || word == "think" || word == "thinks" || word == "thought";
}

// "… 318.", "… 2.61 million, …", "… 460 in all": no noun behind the number.
bool is_bare(std::string_view behind) {
  for (const std::string_view scale : {" million", " billion", " trillion", " thousand", " lakh", " crore"}) {
    if (behind.starts_with(scale)) behind.remove_prefix(scale.size());
  }
  if (behind.empty() || behind[0] == '.' || behind[0] == ',' || behind[0] == ';' || behind[0] == ')')
    return true;
  for (const std::string_view next : {" in ", " for ", " by ", " on ", " at ", " as ", " last ", " this "}) {
    if (behind.starts_with(next)) return true;
  }
  return false;
}

// "The union says … that revenue was closer to", "it was nearer": nearer than what was told before.
bool is_nearer(const std::vector<std::string>& words) {
  std::size_t n = words.size();
  if (n > 1 && words[n - 1] == "to") --n;
  if (n < 3 || (words[n - 1] != "closer" && words[n - 1] != "nearer")) return false;
  static constexpr NamedWords kLinks = {"was", "is", "were", "are", "it"};
  return kLinks.contains(words[n - 2]);
}

// "The government's highest figure was", "gives a higher figure for the dead,"
bool is_figure_of(const std::vector<std::string>& words) {
  const std::size_t n = words.size();
  if (n >= 3 && (words[n - 1] == "was" || words[n - 1] == "is") && is_of(words[n - 2], WordClass::count_noun))
    return std::ranges::find(words, "s") != words.end();
  for (std::size_t w = 0; w + 1 < n; ++w) {
    const bool other = words[w] == "higher" || words[w] == "lower" || words[w] == "different";
    if (other && is_of(words[w + 1], WordClass::count_noun)) return true;
  }
  return false;
}

// "The figure they now give is"
bool is_figure_given(const std::vector<std::string>& words) {
  constexpr std::size_t kFew = 6;  // words
  const std::size_t n = words.size();
  if (n < 4 || (words[n - 1] != "is" && words[n - 1] != "was")) return false;
  for (std::size_t w = n - std::min(n, kFew); w + 3 < n; ++w) {
    const bool somebody = words[w + 1] == "they" || words[w + 1] == "it" || words[w + 1] == "he" ||
                          words[w + 1] == "she" || words[w + 1] == "we";
    if (somebody && is_of(words[w], WordClass::count_noun)) return true;
  }
  return false;
}

// "The federation gave a different number. It said 27 …": the sentence before says so.
bool is_announced(const Sheet& sheet, Index claim) {
  constexpr std::size_t kClose = 48;  // bytes
  const std::string_view text = sheet.document_of(claim).text;
  const std::string_view own = words_up_to(sheet, claim);
  if (own.empty()) return false;
  const auto begin = static_cast<std::size_t>(own.data() - text.data());
  const std::size_t from = begin - std::min(begin, kClose);
  const std::vector<std::string> words = plain_words(text.substr(from, begin - from));
  const std::size_t n = words.size();
  return n >= 2 && is_of(words[n - 1], WordClass::count_noun) &&
         (words[n - 2] == "different" || words[n - 2] == "other" || words[n - 2] == "another" ||
          words[n - 2] == "higher" || words[n - 2] == "lower" || words[n - 2] == "own");
}

// "285 million [dollars], …": what the number is in says nothing of what it counts.
std::string_view behind_unit(const Sheet& sheet, Index claim) {
  std::string_view behind = words_from(sheet, claim);
  const std::string& unit = sheet.claim(claim).unit;
  const bool money = unit.size() == 3 && unit[0] >= 'A' && unit[0] <= 'Z';
  if (!money) return behind;
  for (const std::string_view scale : {" million", " billion", " trillion"}) {
    if (behind.starts_with(scale)) behind.remove_prefix(scale.size());
  }
  const std::size_t end = std::min(behind.find_first_of(" .,;)", 1), behind.size());
  const WordId word = behind.empty() ? 0 : vocabulary().find(behind.substr(1, end - 1));
  const bool noun = word != 0 && vocabulary().is(vocabulary().lemma_id(word, Pos::noun), WordClass::currency);
  return noun ? behind.substr(end) : behind;
}

// "Its own figure is", "our own count for the year was"
bool is_own_figure(const std::vector<std::string>& words) {
  const std::size_t n = words.size();
  if (n < 3 || (words[n - 1] != "was" && words[n - 1] != "is")) return false;
  const auto own = std::ranges::find(words, "own");
  return own != words.end() && own + 1 != words.end() && is_of(*(own + 1), WordClass::count_noun);
}

// "The Border Guard puts the arrests of 2021 at", "the inspectorate … comes to", "the ministry says that it
// was": which word tells the number that follows; nullopt where nobody does.
std::optional<std::size_t> teller_before(const std::vector<std::string>& words) {
  constexpr std::size_t kFar = 8;  // words
  const std::size_t n = words.size();
  if (n < 3) return std::nullopt;
  if (words[n - 1] == "to" && (words[n - 2] == "comes" || words[n - 2] == "came")) return n - 3;
  if ((words[n - 1] == "was" || words[n - 1] == "is") && words[n - 2] == "it" && n >= 4) {
    const std::size_t verb = words[n - 3] == "that" ? n - 4 : n - 3;
    if (verb > 0 && is_of(words[verb], WordClass::report_verb)) return verb - 1;
  }
  // "Hunters believe that there are"
  if ((words[n - 1] == "are" || words[n - 1] == "were") && words[n - 2] == "there" && n >= 4) {
    const std::size_t verb = words[n - 3] == "that" ? n - 4 : n - 3;
    if (verb > 0 && tells(words[verb])) return verb - 1;
  }
  if (words[n - 1] != "at") return std::nullopt;
  for (std::size_t w = n - 2; w > 0 && w + kFar > n; --w) {
    if (is_of(words[w], WordClass::put_verb)) return w - 1;
  }
  return std::nullopt;
}

}  // namespace

ToldCount told_count(const Sheet& sheet, Index claim) {
  ToldCount found;
  std::vector<std::string> words = plain_words(words_up_to(sheet, claim));
  found.bare = is_bare(behind_unit(sheet, claim));
  found.own = is_own_figure(words) || (found.bare && is_figure_of(words));
  if (is_own_figure(words) || is_announced(sheet, claim)) {
    found.told = true;
    found.own = true;
    return found;
  }
  if (found.bare && (is_figure_given(words) || is_nearer(words))) {
    found.told = true;
    found.own = true;
    return found;
  }
  if (is_figure_of(words)) {
    found.told = found.bare;
    return found;
  }
  const bool clause = std::ranges::find(words, "that") != words.end();
  if (const auto subject = teller_before(words); subject && (found.bare || words.back() == "to")) {
    found.told = true;
    found.earlier = words[*subject] == "had";
    found.subject = words[*subject];
    return found;
  }
  while (!words.empty() && joins(words.back())) words.pop_back();
  if (words.size() < 2) return found;
  const std::string verb = words.back();
  words.pop_back();
  // "The remaining 13 states together have 43": what is left, and nobody's own count.
  const bool rest = std::ranges::any_of(words, [](const std::string& word) {
    return word == "remaining" || word == "others" || word == "rest";
  });
  found.has = (verb == "has" || verb == "have") && !rest;
  found.earlier = words.back() == "had";
  found.told = found.has
                   ? found.bare
                   : !rest && tells(verb) && (found.bare || clause || is_of(verb, WordClass::count_verb));
  found.subject = words.back();
  return found;
}

}  // namespace tally
