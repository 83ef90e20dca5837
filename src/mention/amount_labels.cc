// Places known to the gazetteer are counted in and are not numbered themselves; and where several names
// and numbers take turns, the numbers are what each name is given.
#include "mention/amount_labels.h"

#include <algorithm>
#include <string>
#include <vector>

#include "mention/amount_functions.h"
#include "mention/gazetteer.h"
#include "text/vocabulary.h"

namespace tally::grammar {
namespace {

using gazetteer::bit;
using gazetteer::Kind;

constexpr Index kLongestName = 4;  // words
constexpr Index kMostPairs = 6;    // looked at on either side
constexpr Index kEnoughPairs = 3;
constexpr Index kLongestJoint = 3;           // tokens between a number and the next name: ", and in"
constexpr Index kFarthestFigure = 30;        // tokens back to the figure of the clause before
constexpr std::int64_t kMostDistrict = 100;  // "Paris 15": a part of the city

// What leads to a place in which something is counted.
constexpr auto kPlacing =
    std::to_array<std::string_view>({"in", "at", "near", "from", "around", "outside", "of", "for", "to", "by",
                                     "on", "with", "across", "between"});

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
    return !name.empty() &&
           (gazetteer::kinds(key({name.begin, name.begin + 1})) & bit(Kind::given_name)) != 0;
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
    const std::uint32_t names = bit(Kind::country) | bit(Kind::city) | bit(Kind::subdivision) |
                                bit(Kind::region) | bit(Kind::organisation) | bit(Kind::given_name);
    if (word == 0 || (gazetteer::kinds(key(name)) & names) != 0) return false;
    const auto facts = vocabulary().facts(word);
    return facts.slots != 0 && facts.common != format::slot_of(Pos::noun);
  }
  // Whether the number at `at` is one of a row of names with their numbers.
  [[nodiscard]] bool is_in_row(Index at) {
    heads_.clear();
    keep(at - 1);
    Index number = at;
    for (Index pairs = 0; pairs < kMostPairs && (number = next_number(number)) != 0; ++pairs)
      keep(number - 1);
    number = at;
    for (Index pairs = 0; pairs < kMostPairs && (number = previous_number(number)) != 0; ++pairs)
      keep(number - 1);
    std::ranges::sort(heads_);
    return heads_.size() >= kEnoughPairs && !has_numbered_ &&
           std::ranges::adjacent_find(heads_) == heads_.end();
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
    return is(name, bit(Kind::country) | bit(Kind::region) | bit(Kind::subdivision) | bit(Kind::city));
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

  void keep(Index head) {
    heads_.push_back(text(head));
    has_numbered_ = has_numbered_ || is_numbered_noun(name_before(head + 1));
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
  std::vector<std::string_view> heads_;  // of the names of a row
  bool has_numbered_ = false;
};

// label(of): whether the number belongs to the name before it.
bool make_label(const Call& call, Meaning& out) {
  (void)out;
  constexpr std::int64_t kFirstYear = 1890, kLastYear = 2100;
  const Meaning* of = call.arguments[0];
  const Index at = call.tokens.begin;
  if (of == nullptr || at == 0) return false;
  const bool year = of->digits == 4 && of->number >= Decimal(kFirstYear) && of->number <= Decimal(kLastYear);
  Names names(call);
  const Range name = names.name_before(at);
  if (names.only_begins(name)) return false;
  if (year || name.empty() || names.is(name, bit(Kind::numbered))) return true;
  const bool city = names.is(name, bit(Kind::city));
  if (names.is(name, bit(Kind::country) | bit(Kind::region))) return false;
  if (!city && names.is(name, bit(Kind::subdivision))) return false;
  if (city && of->number >= Decimal(kMostDistrict)) return false;
  return names.is_numbered_noun(name) || !(names.is_gapped(name) || names.is_in_row(at));
}

// version(of): "Ardent 19.2", "GNU Tarn 8.3": two short numbers and a point behind a name.
bool make_version(const Call& call, Meaning& out) {
  constexpr std::int64_t kHighest = 100;
  const Meaning* of = call.arguments[0];
  return of != nullptr && of->number.scale() > 0 && of->number.scale() <= 2 &&
         of->number < Decimal(kHighest) && make_label(call, out);
}

// numbered(): behind a noun that is numbered; "in the district 14 schools closed" counts schools.
bool make_numbered(const Call& call, Meaning& out) {
  (void)out;
  const Index at = call.tokens.begin;
  // A label has no groups of thousands: "Italians now number 148,200".
  if (call.text(call.pieces.back()).find(',') != std::string_view::npos) return false;
  return at == 0 || !Names(call).counts_in_place(at, call.tokens.end);
}

// age_aside(of, named): "Kim, 34,"; `named`: only behind a whole name ("Berta Holm (34)"); a place has no
// age, nor does a name in a list of figures ("Alder had 12 cases; Dunmore, 30;").
bool make_age_aside(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  if (of == nullptr || call.tokens.begin == 0) return false;
  const Names names(call);
  const Range name = names.name_before(call.tokens.begin);
  const bool place = names.is(name, bit(Kind::country) | bit(Kind::region) | bit(Kind::subdivision));
  const bool person = names.is(name, bit(Kind::given_name)) || names.begins_with_given_name(name);
  if (!person && (place || names.is_gapped(name))) return false;
  if (call.arguments[1] != nullptr && (!person || name.size() < 2)) return false;
  out = *of;
  out.symbol = call.grammar.symbol("year");
  out.flags |= kAge;
  return true;
}

// told_score(): "Norham 2, Ashford 1" by itself, not at the end of what lists figures.
bool make_told_score(const Call& call, Meaning& out) {
  (void)out;
  const Index at = call.tokens.begin;
  return at > 0 && Names(call).opens(at);
}

// footnote(): digits glued to the mark that ends what a word began: "the structure.10".
bool make_footnote(const Call& call, Meaning& out) {
  (void)out;
  const std::string& text = call.article.text();
  std::size_t at = call.all_tokens[call.tokens.begin].span.begin;
  while (at > 0 && (text[at - 1] == '.' || text[at - 1] == ',' || text[at - 1] == ')' || text[at - 1] == ';'))
    --at;
  if (at < 2) return false;
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  return is_small(text[at - 1]) && is_small(text[at - 2]);
}

// model(of): "a Tarpan 320": of things that a maker numbers.
bool make_model(const Call& call, Meaning& out) {
  (void)out;
  const Index at = call.tokens.begin;
  if (at == 0) return false;
  const Names names(call);
  const Range name = names.name_before(at);
  return names.is_one_of_many(name) ||
         (names.is_numbered_noun(name) && !names.goes_on_in_capitals(call.tokens.end));
}

// name_number(of): "the Tarpan 3 stops", "a Tarpan 3 review", "the Ardent 6.2 platform": a number behind the
// name of what is made, with nothing behind it that could be counted.
bool make_name_number(const Call& call, Meaning& out) {
  (void)out;
  constexpr std::int64_t kFirstYear = 1890, kLastYear = 2100, kHighestVersion = 100;
  const Meaning* of = call.arguments[0];
  const Index at = call.tokens.begin;
  if (of == nullptr || at == 0 || of->number < Decimal(2)) return false;
  const bool version = of->number.scale() > 0 && of->number.scale() <= 2;
  if (version ? of->number >= Decimal(kHighestVersion) : of->digits == 0 || of->digits > 4) return false;
  if (of->digits == 4 && of->number >= Decimal(kFirstYear) && of->number <= Decimal(kLastYear)) return false;
  Names names(call);
  const Range name = names.name_before(at);
  if (name.empty() || names.only_begins(name) || names.is_place(name) || names.follows_preposition(name))
    return false;
  if (names.is_gapped(name) || names.is_in_row(at)) return false;
  const Index next = call.tokens.end;
  if (version) return names.is_common_noun(next);
  if (names.is_lone_singular(next)) return true;
  return !names.opens(at) && !names.has_number_before(at) && names.is_verb_or_adverb(next);
}

// player_mark(): "Anna Holm: 7 Held the ball": behind the whole name of a person that begins the sentence.
bool make_player_mark(const Call& call, Meaning& out) {
  (void)out;
  const Index at = call.tokens.begin;
  if (at < 2) return false;
  const Names names(call);
  const Range name = names.name_before(at - 1);
  return name.size() > 1 && names.begins_with_given_name(name) && names.opens(at - 1);
}

// unbracketed(): "1) costs, 2) sales": no bracket was opened before in the sentence.
bool make_unbracketed(const Call& call, Meaning& out) {
  (void)out;
  constexpr Index kFarthest = 60;  // tokens
  const Index end = call.tokens.begin;
  for (Index at = end; at > 0 && end - at < kFarthest; --at) {
    const std::string_view text = call.article.text(call.all_tokens[at - 1]);
    if (text == ")" || text == "]") return true;
    if (text == "(" || text == "[") return false;
    if ((call.all_tokens[at - 1].flags & kSentenceStart) != 0) return true;
  }
  return true;
}

// score(a, b): "3-2" and "2-3"; "5-10" may be a range, left alone where the second is larger.
bool make_score(const Call& call, Meaning& out) {
  (void)out;
  return call.arguments[0] != nullptr && call.arguments[1] != nullptr &&
         call.arguments[0]->number >= call.arguments[1]->number;
}

// season(a, b): "2020-21", "1999-00": a date.
bool make_season(const Call& call, Meaning& out) {
  (void)out;
  const Meaning* a = call.arguments[0];
  const Meaning* b = call.arguments[1];
  if (a == nullptr || b == nullptr) return false;
  return (a->number.coefficient() + 1) % 100 == b->number.coefficient();
}

// score_row(): "2-1, 0-3 and 1-4": one of them is no range, so none is.
bool make_score_row(const Call& call, Meaning& out) {
  (void)out;
  Decimal first;
  bool odd = false;
  bool falls = false;
  for (Index at = call.tokens.begin; at < call.tokens.end; ++at) {
    if (call.all_tokens[at].kind != TokenKind::number) continue;
    const auto value = Decimal::parse(call.article.text(call.all_tokens[at]));
    if (!value) return false;
    falls = falls || (odd && *value < first);
    first = *value;
    odd = !odd;
  }
  return falls;
}

// calibre(of): "a .38 revolver".
bool make_calibre(const Call& call, Meaning& out) {
  (void)out;
  return call.text(call.pieces.front()).starts_with('.');
}

// leading_zero(of): "0171", "0800 6 888 000": a number to dial.
bool make_leading_zero(const Call& call, Meaning& out) {
  (void)out;
  const std::string_view text = call.text(call.pieces.front());
  return text.size() > 1 && text.front() == '0';
}

// clock_stop(of): "the 18.40 train".
bool make_clock_stop(const Call& call, Meaning& out) {
  (void)out;
  constexpr std::int64_t kHours = 24;
  const Meaning* of = call.arguments[0];
  if (of == nullptr || of->step != Decimal(1, 2) || of->number >= Decimal(kHours)) return false;
  const std::string_view text = call.text(call.pieces.front());
  return text.size() > 2 && text[text.size() - 2] < '6';
}

}  // namespace

std::span<const Function> label_functions() {
  static const std::vector<Function> functions = {{"label", {"of"}, make_label},
                                                  {"model", {"of"}, make_model},
                                                  {"version", {"of"}, make_version},
                                                  {"name_number", {"of"}, make_name_number},
                                                  {"player_mark", {}, make_player_mark},
                                                  {"unbracketed", {}, make_unbracketed},
                                                  {"age_aside", {"of", "named"}, make_age_aside},
                                                  {"told_score", {}, make_told_score},
                                                  {"numbered", {}, make_numbered},
                                                  {"footnote", {}, make_footnote},
                                                  {"score", {"a", "b"}, make_score},
                                                  {"season", {"a", "b"}, make_season},
                                                  {"score_row", {}, make_score_row},
                                                  {"leading_zero", {"of"}, make_leading_zero},
                                                  {"calibre", {"of"}, make_calibre},
                                                  {"clock_stop", {"of"}, make_clock_stop}};
  return functions;
}

}  // namespace tally::grammar
