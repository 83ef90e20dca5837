// The name that a number stands behind: what it names, and whether names and numbers take turns around it.
// Entry: Names.
//
//   "Alder had 12, Dunmore 30 and Selm 9"   a row: the numbers are what each name is given
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "mention/gazetteer.h"
#include "mention/grammar.h"
#include "text/vocabulary.h"

namespace tally::grammar {

inline constexpr Index kLongestName = 4;  // words
inline constexpr Index kMostPairs = 6;    // looked at on either side
inline constexpr Index kEnoughPairs = 3;
inline constexpr Index kLongestJoint = 3;     // tokens between a number and the next name: ", and in"
inline constexpr Index kFarthestFigure = 30;  // tokens back to the figure of the clause before

// What leads to a place in which something is counted.
inline constexpr auto kPlacing =
    std::to_array<std::string_view>({"in", "at", "near", "from", "around", "outside", "of", "for", "to", "by",
                                     "on", "with", "across", "between"});

// The name before a number, and the names and numbers around it.
class Names {
 public:
  explicit Names(const Call& call) : call_(call) {}

  // The words with capitals that end before this token, in its sentence.
  [[nodiscard]] Range name_before(Index end) const {
    Index begin = end;
    while (begin > 0 && end - begin < kLongestName && is_capital(begin - 1) && !is_article(begin - 1)) {
      --begin;
      if (starts_sentence(begin)) break;
    }
    return {begin, end};
  }
  [[nodiscard]] bool is(Range name, std::uint32_t kinds) const {
    for (Index begin = name.begin; begin < name.end; ++begin) {
      if ((gazetteer::kinds(key({begin, name.end})) & kinds) != 0) return true;
    }
    return false;
  }
  [[nodiscard]] bool begins_with_given_name(Range name) const {
    return !name.empty() && (gazetteer::kinds(key({name.begin, name.begin + 1})) &
                             gazetteer::bit(gazetteer::Kind::given_name)) != 0;
  }
  // "a Boeing", "an Ardent": one of many.
  [[nodiscard]] bool is_one_of_many(Range name) const {
    return name.begin > 0 && !name.empty() && !starts_sentence(name.begin) && is_article(name.begin - 1);
  }
  // "Unit", "Shaft": a word alone that is a noun of what people build and number. Other nouns may well be
  // names ("Alder", "the Blues").
  [[nodiscard]] bool is_numbered_noun(Range name) const {
    const Token& head = token(name.end - 1);
    const bool definite = name.begin > 0 && text(name.begin - 1) == "the";
    return name.size() == 1 && !definite && vocabulary().may_be(head.word, Pos::noun) &&
           is_any(head, {WordClass::thing, WordClass::place, WordClass::group, WordClass::organisation,
                         WordClass::settlement, WordClass::measure}) &&
           !is_any(head, {WordClass::country, WordClass::city, WordClass::region});
  }
  // "Then 61 in 2021", "Another 24 of them": a capital that only begins the sentence.
  [[nodiscard]] bool only_begins(Range name) const {
    if (name.size() != 1 || !starts_sentence(name.begin)) return false;
    const WordId word = token(name.begin).word;
    const std::uint32_t names =
        gazetteer::bit(gazetteer::Kind::country) | gazetteer::bit(gazetteer::Kind::city) |
        gazetteer::bit(gazetteer::Kind::subdivision) | gazetteer::bit(gazetteer::Kind::region) |
        gazetteer::bit(gazetteer::Kind::organisation) | gazetteer::bit(gazetteer::Kind::given_name);
    if (word == 0 || (gazetteer::kinds(key(name)) & names) != 0) return false;
    const auto facts = vocabulary().facts(word);
    return facts.slots != 0 && facts.common != format::slot_of(Pos::noun);
  }
  // Whether the number at `at` is one of a row of names with their numbers.
  [[nodiscard]] bool is_in_row(Index at) {
    names_.clear();
    keep(at - 1);
    Index number = at;
    for (Index pairs = 0; pairs < kMostPairs && (number = next_number(number)) != 0; ++pairs)
      keep(number - 1);
    number = at;
    for (Index pairs = 0; pairs < kMostPairs && (number = previous_number(number)) != 0; ++pairs)
      keep(number - 1);
    std::ranges::sort(names_);
    return names_.size() >= kEnoughPairs && !has_numbered_ &&
           std::ranges::adjacent_find(names_) == names_.end();
  }
  // "Kidneys 498 ¶ Hearts 71 ¶ Lungs 49": a line each, which nothing but a name and its number fills; lines
  // of one name ("Hall 4 ¶ Hall 5") number it.
  [[nodiscard]] bool is_in_lines(Index at) const {
    if (!fills_line(at)) return false;
    std::vector<std::string> names = {key(name_before(at))};
    const auto take = [&](Index number) { names.push_back(key(name_before(number))); };
    for (Index number = at; names.size() < kEnoughPairs && (number = line_after(number)) != 0;) take(number);
    for (Index number = at; names.size() < kEnoughPairs && (number = line_before(number)) != 0;) take(number);
    std::ranges::sort(names);
    return names.size() >= kEnoughPairs && std::ranges::adjacent_find(names) == names.end();
  }
  // "Selm had 58 and the Rynek 39", "in Mawar 12 drowned, in Tolu 9", "Dunmore had 407, Alder 190": a clause
  // that leaves out what the one before said of its figure.
  [[nodiscard]] bool is_gapped(Range name) const {
    Index at = name.begin;
    while (at > 0 && name.begin - at < kLongestJoint && is_small_word(at - 1)) --at;
    if (at == 0 || !is_joint({at - 1, name.begin})) return false;
    for (Index back = at; back > 0 && at - back < kFarthestFigure && !starts_sentence(back); --back) {
      if (is_plain_figure(back - 1)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_place(Range name) const {
    return is(name, gazetteer::bit(gazetteer::Kind::country) | gazetteer::bit(gazetteer::Kind::region) |
                        gazetteer::bit(gazetteer::Kind::subdivision) | gazetteer::bit(gazetteer::Kind::city));
  }
  // "in Selm", "at the Rynek": where something was counted.
  [[nodiscard]] bool follows_preposition(Range name) const {
    Index at = name.begin;
    if (at > 0 && !starts_sentence(at) && text(at - 1) == "the") --at;
    if (at == 0 || starts_sentence(at)) return false;
    return std::ranges::find(kPlacing, lower(call_.article, token(at - 1))) != kPlacing.end();
  }
  // "review", but neither "reviews" nor "review pages": one thing, which no number above one counts.
  [[nodiscard]] bool is_lone_singular(Index at) const {
    if (at >= end() || is_capital(at)) return false;
    const Token& word = token(at);
    if (!vocabulary().is_lemma(word.word, Pos::noun) || text(at).ends_with('s')) return false;
    if (vocabulary().may_be(word.word, Pos::adj) || is_any(word, {WordClass::person, WordClass::measure}))
      return false;
    const bool ends = at + 1 >= end() || token(at + 1).kind == TokenKind::punctuation;
    return ends || (is_common_noun(at) && !is_common_noun(at + 1) && !is_number(at + 1));
  }
  [[nodiscard]] bool is_number(Index at) const { return token(at).kind == TokenKind::number; }
  // Whether the sentence has told another figure before.
  [[nodiscard]] bool has_number_before(Index at) const {
    while (at > 0 && !starts_sentence(at)) {
      if (is_number(--at)) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_common_noun(Index at) const {
    return at < end() && token(at).kind == TokenKind::word && !is_capital(at) && token(at).word != 0 &&
           vocabulary().facts(token(at).word).common == format::slot_of(Pos::noun);
  }
  [[nodiscard]] bool is_verb_or_adverb(Index at) const {
    if (at >= end() || token(at).kind != TokenKind::word || is_capital(at) || token(at).word == 0)
      return false;
    const WordId word = token(at).word;
    return (vocabulary().may_be(word, Pos::verb) || vocabulary().may_be(word, Pos::adv)) &&
           !vocabulary().may_be(word, Pos::noun) && !vocabulary().may_be(word, Pos::adj);
  }
  // "Held the ball", "Lost his man": a word with a capital, and what it did it to.
  [[nodiscard]] bool has_object(Index at) const {
    if (at + 1 >= end() || !is_capital(at) || !vocabulary().may_be(token(at).word, Pos::verb)) return false;
    const std::string_view next = text(at + 1);
    return next == "the" || next == "a" || next == "an" || next == "his" || next == "her";
  }
  // Whether nothing stands before the name of this number but the start of the sentence, a colon or a dash.
  [[nodiscard]] bool opens(Index number) const {
    const Range name = name_before(number);
    if (name.begin == 0 || starts_sentence(name.begin)) return true;
    const std::string_view before = text(name.begin - 1);
    if (token(name.begin - 1).kind == TokenKind::number && starts_sentence(name.begin - 1)) return true;
    return before == ":" || before == "(" || before == "-" || before == "–" || before == "—";
  }
  // In a headline every noun has a capital: "Crash Leaves 12 Dead".
  [[nodiscard]] bool goes_on_in_capitals(Index after) const { return after < end() && is_capital(after); }
  // "the district 14 schools": a place with an article, and a plural behind the number.
  [[nodiscard]] bool counts_in_place(Index number, Index after) const {
    if (number < 2 || is_capital(number - 1) ||
        !is_any(token(number - 1), {WordClass::place, WordClass::group}))
      return false;
    const std::string_view before = text(number - 2);
    const bool definite = before == "the" || before == "this" || before == "that" || before == "each";
    if (!definite || after >= end() || token(after).kind != TokenKind::word || is_capital(after))
      return false;
    const std::string_view counted = text(after);
    return counted.ends_with('s') || tally::is(token(after), WordClass::person);
  }

 private:
  [[nodiscard]] bool is_article(Index at) const {
    const std::string_view word = text(at);
    return word == "a" || word == "an" || word == "A" || word == "An";
  }
  [[nodiscard]] bool is_small_word(Index at) const {
    const std::string_view word = text(at);
    return word == "the" || word == "in" || word == "at" || word == "for" || word == "from";
  }
  [[nodiscard]] const Token& token(Index at) const { return call_.all_tokens[at]; }
  [[nodiscard]] std::string_view text(Index at) const { return call_.article.text(token(at)); }
  [[nodiscard]] bool starts_sentence(Index at) const { return (token(at).flags & kSentenceStart) != 0; }
  [[nodiscard]] bool is_capital(Index at) const {
    return token(at).kind == TokenKind::word && (token(at).flags & (kCapitalised | kAllCapitals)) != 0;
  }
  // The tokens are those of the article wherever names have capitals: only then is it known where they end.
  [[nodiscard]] Index end() const {
    return call_.all_tokens == call_.article.tokens.data() ? static_cast<Index>(call_.article.tokens.size())
                                                           : call_.tokens.end;
  }
  [[nodiscard]] std::string key(Range words) const {
    return gazetteer::key_of(
        call_.article.text(Span{token(words.begin).span.begin, token(words.end - 1).span.end}));
  }
  // What stands between two pairs: ", and in the"; something that parts them must be among it.
  [[nodiscard]] bool is_joint(Range between) const {
    bool parts = false;
    for (Index at = between.begin; at < between.end; ++at) {
      if (starts_sentence(at) && at > between.begin) return false;
      const std::string_view word = text(at);
      parts = parts || word == "," || word == ";" || word == "and" || word == "but" || word == "while";
      if (token(at).kind == TokenKind::word && is_capital(at)) return false;
    }
    return parts;
  }
  [[nodiscard]] Index next_number(Index number) const {
    Index name = number + 1;
    while (name < end() && name - number <= kLongestJoint && !is_capital(name)) ++name;
    if (name >= end() || !is_joint({number + 1, name})) return 0;
    Index after = name;
    while (after < end() && after - name < kLongestName && is_capital(after) && !starts_sentence(after))
      ++after;
    return after > name && after < end() && token(after).kind == TokenKind::number ? after : 0;
  }
  [[nodiscard]] Index previous_number(Index number) const {
    const Range name = name_before(number);
    if (name.empty() || starts_sentence(name.begin)) return 0;
    Index before = name.begin;
    while (before > 0 && name.begin - before < kLongestJoint && token(before - 1).kind != TokenKind::number)
      --before;
    if (before == 0 || token(before - 1).kind != TokenKind::number || !is_joint({before, name.begin}))
      return 0;
    const Index found = before - 1;
    return found > 0 && is_capital(found - 1) ? found : 0;
  }

  // Whether a name before this number and the number are all that its sentence holds.
  [[nodiscard]] bool fills_line(Index number) const {
    if (number + 1 < end() && !starts_sentence(number + 1)) return false;
    const Range name = name_before(number);
    return !name.empty() && starts_sentence(name.begin);
  }
  [[nodiscard]] Index line_after(Index number) const {
    for (Index at = number + 2; at < end() && at <= number + 1 + kLongestName; ++at) {
      if (is_number(at)) return fills_line(at) && name_before(at).begin == number + 1 ? at : 0;
    }
    return 0;
  }
  [[nodiscard]] Index line_before(Index number) const {
    const Range name = name_before(number);
    if (name.begin < 2 || !is_number(name.begin - 1)) return 0;
    return fills_line(name.begin - 1) ? name.begin - 1 : 0;
  }

  void keep(Index head) {
    const Range name = name_before(head + 1);
    const Index first = name.empty() ? head : name.begin;
    names_.push_back(call_.article.text(Span{token(first).span.begin, token(head).span.end}));
    has_numbered_ = has_numbered_ || is_numbered_noun(name);
  }
  // A number in digits that no name stands before, and no year.
  [[nodiscard]] bool is_plain_figure(Index at) const {
    if (token(at).kind != TokenKind::number || at == 0 || is_capital(at - 1)) return false;
    const std::string_view digits = text(at);
    const bool year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    const bool age = text(at - 1) == "," && at > 1 && is_capital(at - 2);
    return !year && !age;
  }

  const Call& call_;
  std::vector<std::string_view> names_;  // of a row, each whole: "North Central", "West Central"
  bool has_numbered_ = false;
};

}  // namespace tally::grammar
