// Clauses that say what a count takes in: "counts only …", "leaves out …", "including …", "by the definition
// of …".
#include "record/scope_words.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "record/nearby.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

using Plain = std::vector<std::string>;

template <std::size_t size>
bool has(const Plain& words, const NamedWords<size>& wanted) {
  return std::ranges::any_of(words, [&](const std::string& word) { return wanted.contains(word); });
}

std::string_view verb_of(const std::string& word) {
  const WordId id = vocabulary().find(word);
  return id == 0 ? std::string_view(word) : vocabulary().lemma(id, Pos::verb);
}

// "Counts", "listed": what those who keep a count do; "the count", "its own list" are things.
bool counts_at(const Plain& words, std::size_t w) {
  static constexpr NamedWords kCount = {"count", "list", "register", "record", "cover", "enter", "measure"};
  static constexpr NamedWords kOfThings = {"the", "its",   "own",   "their", "no",    "a",
                                           "our", "first", "final", "this",  "every", "by"};
  return kCount.contains(verb_of(words[w])) && (w == 0 || !kOfThings.contains(words[w - 1]));
}

// "Leaves them out", "struck off": a verb and its particle, close by.
bool has_phrase(const Plain& words, std::string_view verb, std::string_view particle, std::size_t reach) {
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (verb_of(words[w]) != verb && (verb != "leave" || words[w] != "left")) continue;
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(w) + 1;
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(std::min(w + 1 + reach, words.size()));
    if (std::find(begin, end, particle) != end) return true;
  }
  return false;
}

// "Including 12 women", "among them", tells of a part and of no other way to count.
bool tells_part(std::string_view clause) {
  const auto at = clause.find("including ");
  if (at == std::string_view::npos) return false;
  const std::string_view next = clause.substr(at + 10);
  const Plain words = plain_words(next.substr(0, 24));
  const bool digit = !next.empty() && std::isdigit(static_cast<unsigned char>(next.front())) != 0;
  const WordId first = words.empty() ? 0 : vocabulary().find(words.front());
  return digit || (first != 0 && vocabulary().is(first, WordClass::cardinal));
}

// "Unlike the ministry it takes in those who …"; "it had taken 1,400 in 2021" does not.
bool tells_takes_in(const Plain& words) {
  for (std::size_t w = 0; w + 2 < words.size(); ++w) {
    if ((words[w] == "takes" || words[w] == "take") && words[w + 1] == "in") return true;
  }
  return false;
}

// "Includes", "excluding", "without", "regardless of", "unlike the ministry".
bool takes_in_or_leaves_out(const Plain& words) {
  static constexpr NamedWords kVerbs = {"include", "exclude", "omit", "disregard", "encompass"};
  static constexpr NamedWords kWords = {"excluding",  "unlike",       "regardless",
                                        "definition", "irrespective", "definitions"};
  const bool verb =
      std::ranges::any_of(words, [](const std::string& word) { return kVerbs.contains(verb_of(word)); });
  const bool without = words.front() == "without";
  return verb || without || has(words, kWords) || has_phrase(words, "leave", "out", 4) ||
         has_phrase(words, "leave", "off", 4) || has_phrase(words, "take", "account", 2) ||
         has_phrase(words, "take", "into", 1) || tells_takes_in(words);
}

// "Which counts tickets sold", "since it also lists shelves run by volunteers", "does not count them".
bool tells_how_it_counts(const Plain& words) {
  static constexpr NamedWords kOpeners = {"which", "who", "whose", "since", "because",
                                          "as",    "it",  "they",  "that",  "but"};
  static constexpr NamedWords kNarrow = {"only", "also",  "not",    "never", "too", "just",
                                         "t",    "twice", "double", "if",    "even"};
  static constexpr NamedWords kWho = {"they", "which", "who", "we", "also"};
  constexpr std::size_t kClose = 4;  // words
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (!counts_at(words, w)) continue;
    const std::size_t from = w > kClose ? w - kClose : 0;
    const Plain before(words.begin() + static_cast<std::ptrdiff_t>(from),
                       words.begin() + static_cast<std::ptrdiff_t>(w));
    const Plain beside(words.begin() + static_cast<std::ptrdiff_t>(from),
                       words.begin() + static_cast<std::ptrdiff_t>(std::min(w + kClose, words.size())));
    const bool finite = words[w].ends_with("s") || (w > 0 && kWho.contains(words[w - 1]));
    if (finite ? has(before, kOpeners) : has(beside, kNarrow)) return true;
  }
  return false;
}

// "By the definition of the Labour Office", "on the narrower measure".
bool names_yardstick(const Plain& words) {
  static constexpr NamedWords kYardsticks = {"definition", "reckoning", "measure", "method", "standard",
                                             "yardstick",  "criteria",  "basis",   "count"};
  static constexpr NamedWords kWhose = {"the", "its", "their", "his", "this", "that", "our", "s"};
  constexpr std::size_t kClose = 4;  // words
  for (std::size_t w = 0; w + 2 < words.size(); ++w) {
    if ((words[w] != "by" && words[w] != "on" && words[w] != "under" && words[w] != "at") ||
        !kWhose.contains(words[w + 1]))
      continue;
    for (std::size_t p = w + 2; p < std::min(w + 1 + kClose, words.size()); ++p) {
      if (kYardsticks.contains(words[p])) return true;
    }
  }
  return false;
}

// "If those in private clinics are counted", "only those who", "were never reported".
bool sets_condition(const Plain& words) {
  static constexpr NamedWords kAdded = {"counted", "included", "added", "considered"};
  static constexpr NamedWords kWhom = {"those", "what", "when", "if", "such"};
  static constexpr NamedWords kKnown = {"reported", "tested", "registered", "recorded"};
  for (std::size_t w = 0; w + 1 < words.size(); ++w) {
    if (words[w] == "only" && kWhom.contains(words[w + 1])) return true;
    if (words[w] == "never" && kKnown.contains(words[w + 1])) return true;
  }
  return words.front() == "if" && has(words, kAdded);
}

bool is_scope(std::string_view clause) {
  if (tells_part(clause)) return false;
  const Plain words = plain_words(clause);
  if (words.empty()) return false;
  return takes_in_or_leaves_out(words) || tells_how_it_counts(words) || names_yardstick(words) ||
         sets_condition(words);
}

// Where a clause ends: a comma between digits ends none.
std::size_t clause_end(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool last = at + 1 == text.size();
    const bool stop =
        c == ';' || c == '(' || c == ')' || c == '\n' ||
        ((c == ',' || c == ':' || c == '.' || c == '!' || c == '?') && (last || text[at + 1] == ' '));
    if (stop) return at;
  }
  return text.size();
}

}  // namespace

std::string_view scope_told(std::string_view text) {
  while (!text.empty()) {
    std::string_view clause = text.substr(0, clause_end(text));
    text.remove_prefix(std::min(clause.size() + 1, text.size()));
    while (!clause.empty() && (clause.front() == ' ' || clause.front() == '"')) clause.remove_prefix(1);
    if (is_scope(clause)) return clause;
  }
  return {};
}

}  // namespace tally
