// Lower-case words, families and the words that tell no measure from another.
#include "record/words.h"

#include <algorithm>
#include <iterator>

#include "mention/gazetteer.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// Function words, and words that say that something is counted, not what. They are left out of
// slots in whatever language the lexicon gives them; these are the English ones.
constexpr NamedWords kLink = {"a",   "an",    "and",  "as",  "at",   "by",   "for",  "from",
                              "his", "in",    "into", "its", "of",   "on",   "or",   "s",
                              "the", "their", "to",   "who", "with", "that", "which"};
constexpr NamedWords kCounting = {
    "amount", "annual",  "be",     "count",      "current", "do",       "figure", "get",
    "group",  "have",    "human",  "individual", "last",    "level",    "member", "month",
    "more",   "new",     "number", "other",      "overall", "people",   "person", "reach",
    "record", "some",    "stand",  "sum",        "such",    "their",    "this",   "total",
    "year",   "monthly", "yearly", "daily",      "quarter", "quarterly"};

std::string_view cut(std::string_view word, std::string_view ending, std::size_t least) {
  if (word.size() >= ending.size() + least && word.ends_with(ending)) word.remove_suffix(ending.size());
  return word;
}

// The family by endings alone, for words that no vocabulary knows.
std::string_view by_ending(std::string_view word) {
  word = cut(word, "'s", 2);
  if (word.ends_with("ies") && word.size() > 4) return word.substr(0, word.size() - 3);
  return cut(word, "s", 3);
}

std::string_view family(std::string_view word) {
  const Vocabulary& known = vocabulary();
  const WordId id = known.find(word);
  return id != 0 ? known.root(id) : by_ending(word);
}

// "13", "thirteen": how many says nothing of what.
bool is_number(std::string_view word) {
  if (word.find_first_not_of("0123456789") == std::string_view::npos) return true;
  const WordId id = vocabulary().find(word);
  return id != 0 && vocabulary().may_be(id, Pos::num) && !vocabulary().may_be(id, Pos::verb);
}

bool is_letter(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u >= 0x80 || c == '\'';
}

template <class Use>
void each_word(std::string_view words, Use use) {
  std::string word;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    if (i < words.size() && is_letter(words[i])) {
      const char c = words[i];
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      continue;
    }
    if (!word.empty()) use(std::string_view(word));
    word.clear();
  }
}

void tidy(Roots& roots) {
  std::ranges::sort(roots);
  const auto twice = std::ranges::unique(roots);
  roots.erase(twice.begin(), twice.end());
}

}  // namespace

Root Words::number(std::string_view family) {
  const auto [at, fresh] = numbers_.try_emplace(std::string(family), static_cast<Root>(text_.size()));
  if (fresh) text_.emplace_back(family);
  return at->second;
}

Roots Words::roots(std::string_view words) {
  Roots roots;
  each_word(words, [&](std::string_view word) {
    if (!kLink.contains(word) && !kCounting.contains(word) && !is_number(word))
      roots.push_back(number(family(word)));
  });
  tidy(roots);
  return roots;
}

Roots Words::name_words(std::string_view words) {
  Roots roots;
  each_word(words, [&](std::string_view word) {
    if (!kLink.contains(word)) roots.push_back(number(cut(word, "'s", 2)));
  });
  tidy(roots);
  return roots;
}

Roots Words::happenings(std::string_view words) {
  Roots roots;
  each_word(words, [&](std::string_view word) {
    const WordId id = vocabulary().find(word);
    if (id == 0 || !vocabulary().is(vocabulary().lemma_id(id, Pos::noun), WordClass::happening)) return;
    // Nouns only: "strikes" the verb tells too, but names nothing that others point back to.
    roots.push_back(number(vocabulary().lemma(id, Pos::noun)));
  });
  tidy(roots);
  return roots;
}

void Words::peoples(std::string_view words, Roots& peoples, Roots& homes) {
  each_word(words, [&](std::string_view word) {
    for (const gazetteer::Entry& entry : gazetteer::find(word)) {
      if (entry.kind != gazetteer::Kind::people) continue;
      peoples = together(peoples, {number(family(word))});
      homes = together(homes, name_words(gazetteer::country_name(gazetteer::country(entry))));
    }
  });
}

Roots Words::with_one_death(const Roots& roots) {
  Roots folded;
  for (const Root root : roots) {
    const std::string& word = text_[root];
    const WordId id = vocabulary().find(word);
    const auto is = [&](WordClass kind) { return id != 0 && vocabulary().is(id, kind); };
    const bool toll = is(WordClass::killed_noun) && !is(WordClass::injured_noun) &&
                      (is(WordClass::measure) || is(WordClass::person));  // the toll, the dead, fatalities
    folded.push_back(toll || word == "kill" || word == "perish" ? number("die") : root);
  }
  tidy(folded);
  return folded;
}

Root Words::death() {
  return number("die");
}

Root Words::life() {
  return number(family("life"));
}

Root Words::head(std::string_view words) {
  Root head = 0;
  each_word(words, [&](std::string_view word) {
    if (!kLink.contains(word) && !kCounting.contains(word)) head = number(family(word));
  });
  return head;
}

Roots Words::without_measures(const Roots& roots) const {
  Roots kept;
  for (const Root root : roots) {
    const WordId word = vocabulary().find(text_[root]);
    if (word == 0 || !vocabulary().is(word, WordClass::measure)) kept.push_back(root);
  }
  return kept;
}

bool Words::alike(Root a, Root b) const {
  if (a == b) return true;
  const Vocabulary& known = vocabulary();
  const WordId x = known.find(text_[a]);
  const WordId y = known.find(text_[b]);
  return x != 0 && y != 0 && (known.are_synonyms(x, y, Pos::verb) || known.are_synonyms(x, y, Pos::noun));
}

bool Words::alike(const Roots& a, const Roots& b) const {
  return std::ranges::any_of(
      a, [&](Root x) { return std::ranges::any_of(b, [&](Root y) { return alike(x, y); }); });
}

namespace {

// The last content word, a noun that names no person and no thing; 0 where it does.
WordId doing_noun(std::string_view words) {
  std::string last;
  each_word(words, [&](std::string_view word) {
    if (!kLink.contains(word) && !kCounting.contains(word)) last = word;
  });
  const Vocabulary& known = vocabulary();
  const WordId word = known.find(last);
  if (word == 0) return 0;
  const WordId noun = known.lemma_id(word, Pos::noun);
  const bool thing = known.is(noun, WordClass::person) || known.is(noun, WordClass::thing) ||
                     known.is(noun, WordClass::animal) || known.is(noun, WordClass::place);
  return thing ? 0 : noun;
}

}  // namespace

bool Words::is_doing(std::string_view words) {
  // A noun of a verb's family: "arrival" of "arrive"; or one that is a verb itself: "move".
  const WordId noun = doing_noun(words);
  return noun != 0 && (is_deed(words) || vocabulary().may_be(noun, Pos::verb));
}

bool Words::is_deed(std::string_view words) {
  const WordId noun = doing_noun(words);
  return noun != 0 && vocabulary().root(noun, Pos::noun) != vocabulary().text(noun);
}

bool share(const Roots& a, const Roots& b) {
  return !both(a, b).empty();
}

bool includes(const Roots& large, const Roots& small) {
  return std::ranges::includes(large, small);
}

Roots both(const Roots& a, const Roots& b) {
  Roots out;
  std::ranges::set_intersection(a, b, std::back_inserter(out));
  return out;
}

Roots without(const Roots& a, const Roots& b) {
  Roots out;
  std::ranges::set_difference(a, b, std::back_inserter(out));
  return out;
}

Roots together(const Roots& a, const Roots& b) {
  Roots out;
  std::ranges::set_union(a, b, std::back_inserter(out));
  return out;
}

}  // namespace tally
