// The words right before and behind a number → whether it may be another count of what was told before.
#include "record/counterpart_words.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "record/nearby.h"
#include "record/rival_counts.h"
#include "record/told_counts.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// Up to so many words right before the number.
std::vector<std::string> last_words(const Sheet& sheet, Index figure, std::size_t count) {
  const std::vector<std::string> words = plain_words(words_up_to(sheet, figure));
  const auto last = last_of(words, count);
  return {last.begin(), last.end()};
}

bool is_figure_of(const Sheet& sheet, Index figure) {
  const std::vector<std::string> before = last_words(sheet, figure, 2);
  if (before.size() < 2 || before.back() != "of") return false;
  const WordId id = vocabulary().find(before.front());
  return id != 0 && vocabulary().is(vocabulary().lemma_id(id, Pos::noun), WordClass::count_noun);
}

// The words behind "in" with a capital, but for months and days, before the number in its sentence.
std::set<std::string_view> places_before(const Sheet& sheet, Index figure) {
  std::set<std::string_view> places;
  const std::string_view before = words_up_to(sheet, figure);
  for (const std::string_view mark : {"In ", " in "}) {
    for (auto at = before.find(mark); at != std::string_view::npos; at = before.find(mark, at + 1)) {
      std::string_view word = before.substr(at + mark.size());
      word = word.substr(0, word.find_first_of(" ,.;:"));
      const WordId id = vocabulary().find(word);
      const bool time =
          id != 0 && (vocabulary().is(id, WordClass::month) || vocabulary().is(id, WordClass::weekday));
      if (!word.empty() && word.front() >= 'A' && word.front() <= 'Z' && !time) places.insert(word);
    }
  }
  return places;
}

}  // namespace

bool are_of_two_places(const Sheet& sheet, Index a, Index b) {
  const std::set<std::string_view> first = places_before(sheet, a);
  const std::set<std::string_view> second = places_before(sheet, b);
  return !first.empty() && !second.empty() &&
         std::ranges::none_of(second, [&](std::string_view place) { return first.contains(place); });
}

bool measures_its_own(const Claim& a, const Claim& b, std::string_view who) {
  const std::string& own = b.measure.property;
  return !a.measure.property.empty() && a.measure.property != own && !who.empty() && own.ends_with(who);
}

bool is_base(const Sheet& sheet, Index figure) {
  return std::ranges::any_of(last_words(sheet, figure, 4), compares);
}

bool is_whole_of_part(const Sheet& sheet, Index figure) {
  const std::vector<std::string> before = plain_words(words_up_to(sheet, figure));
  const std::size_t n = before.size();
  const std::size_t of = n >= 1 && before[n - 1] == "of"   ? n - 1
                         : n >= 2 && before[n - 2] == "of" ? n - 2
                                                           : n;
  return of < n && (of == 0 || before[of - 1] == "out");
}

bool is_some_of(const Sheet& sheet, Index figure) {
  return words_from(sheet, figure).starts_with(" of ");
}

bool counts_anything(std::string_view head) {
  static constexpr NamedWords kHeads = {"case",     "name",   "people", "person",     "individual",
                                        "incident", "victim", "entry",  "file",       "death",
                                        "body",     "member", "human",  "participant"};
  return kHeads.contains(head);
}

bool is_bare(const Sheet& sheet, Index figure) {
  constexpr std::size_t kOfUnit = 3;  // words
  if (told_count(sheet, figure).bare || is_figure_of(sheet, figure)) return true;
  const std::string& unit = sheet.claim(figure).unit;
  if (unit.empty() || unit == "person") return false;
  const std::string_view behind = words_from(sheet, figure);
  return plain_words(behind.substr(0, behind.find_first_of(",;:.()"))).size() <= kOfUnit;
}

bool is_held_against(const Sheet& sheet, Index figure) {
  // "More than 11 million": a bound, and nothing that it is compared with.
  const Modifier modifier = sheet.claim(figure).value->modifier;
  if (modifier == Modifier::more_than || modifier == Modifier::less_than) return false;
  static constexpr NamedWords kMarks = {"than", "above", "below", "target"};
  return std::ranges::any_of(last_words(sheet, figure, 3),
                             [](const std::string& word) { return kMarks.contains(word); }) &&
         !told_count(sheet, figure).told && !is_figure_of(sheet, figure);
}

bool is_shown(const Sheet& sheet, Index figure) {
  const std::vector<std::string> before = last_words(sheet, figure, 1);
  const WordId id = before.empty() ? 0 : vocabulary().find(before.back());
  return id != 0 && vocabulary().is(vocabulary().lemma_id(id, Pos::verb), WordClass::show_verb);
}

bool is_of_list(const Sheet& sheet, Index figure) {
  static constexpr NamedWords kLists = {"list",    "register", "registers", "database",
                                        "records", "archive",  "map",       "lists"};
  return std::ranges::any_of(plain_words(words_up_to(sheet, figure)),
                             [](const std::string& word) { return kLists.contains(word); });
}

}  // namespace tally
