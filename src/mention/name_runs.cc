// Tokens of a sentence → runs of capitalised words that may be names, cut where one name ends and
// the next begins.
//
//   South Korean President Park Geun-hye   →   South Korean | (President) Park Geun-hye
//   Unification Ministry spokesman …       →   Unification Ministry
#include <algorithm>
#include <array>

#include "mention/lower.h"
#include "mention/name_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally::names {
namespace {

constexpr Index kLongestEntry = 6;  // tokens of a gazetteer entry
constexpr Index kLongestName = 14;  // tokens of any name

class Runs {
 public:
  Runs(const Article& article, Index sentence, std::vector<Draft>& out)
      : article_(article), sentence_(sentence), range_(article.sentences[sentence].tokens), out_(out) {}

  void find() {
    for (Index at = range_.begin; at < range_.end;) at = take(at);
  }

 private:
  Index take(Index at);
  [[nodiscard]] bool may_start(Index at) const;
  [[nodiscard]] bool is_worded_name(Index at) const;
  [[nodiscard]] Index extend(Index at) const;
  [[nodiscard]] Index step(Index begin, Index end, bool has_head) const;
  [[nodiscard]] Index hyphenated(Index begin, Index end) const;
  [[nodiscard]] Index longest_entry(Index at, Index limit, std::uint32_t wanted) const;
  [[nodiscard]] Index longest_entry_inside(Index at, Index end, std::uint32_t wanted) const;
  [[nodiscard]] bool is_head_run(Index begin, Index end) const;
  [[nodiscard]] bool word(Index at) const {
    return at < range_.end && article_.tokens[at].kind == TokenKind::word;
  }
  [[nodiscard]] bool capital(Index at) const {
    return at < range_.end && is_capitalised(article_.tokens[at]);
  }
  [[nodiscard]] bool joined(Index at) const { return at < range_.end && !spaced(article_.tokens[at]); }
  [[nodiscard]] bool text(Index at, std::string_view what) const {
    return at < range_.end && is_text(article_, at, what);
  }
  [[nodiscard]] std::uint32_t kinds(Index at) const { return at < range_.end ? kinds_of(article_, at) : 0; }

  // "the North", "the South’s": short for a country, which is resolved later.
  [[nodiscard]] bool is_compass(Index at) const {
    const bool the =
        at > range_.begin && (is_text(article_, at - 1, "the") || is_text(article_, at - 1, "The"));
    return the && (text(at, "North") || text(at, "South") || text(at, "East") || text(at, "West"));
  }
  // "the WHO": all in capitals among words that are not.
  [[nodiscard]] bool is_acronym(Index at) const {
    const auto capitals = [&](Index i) {
      return i >= range_.begin && i < range_.end && (article_.tokens[i].flags & kAllCapitals) != 0;
    };
    return capitals(at) && article_.tokens[at].span.size() >= 3 && !capitals(at - 1) && !capitals(at + 1) &&
           text(at - 1, "the");
  }
  // "Clinics [Without Walls]": a small word with a capital, inside a sentence that has few.
  [[nodiscard]] bool is_inner_word(Index at) const {
    const Token& token = article_.tokens[at];
    if (!is_any(token, {WordClass::preposition, WordClass::determiner}) || !capital(at + 1) ||
        (kinds(at + 1) & (bit(Kind::common) | bit(Kind::calendar))) != 0)
      return false;
    return few_capitals();
  }
  // No headline: less than half of the words have a capital.
  [[nodiscard]] bool few_capitals() const {
    Index capitals = 0;
    Index words = 0;
    for (Index i = range_.begin; i < range_.end && words < 60; ++i) {
      if (!word(i)) continue;
      ++words;
      if (capital(i)) ++capitals;
    }
    return capitals * 2 < words;
  }
  // A capital here says nothing: the first word of a sentence or of a quotation.
  [[nodiscard]] bool is_first(Index at) const {
    if ((article_.tokens[at].flags & kSentenceStart) != 0 || at == range_.begin) return true;
    const std::string_view before = article_.text(article_.tokens[at - 1]);
    if (before == "“" || before == ":" || before == "‘") return true;
    return before == "\"" && !spaced(article_.tokens[at]);
  }
  [[nodiscard]] bool is_office(Index begin, Index end) const;
  [[nodiscard]] bool is_short_form(Index at) const;
  [[nodiscard]] bool is_body_word(Index at) const {
    return (kinds(at) & (bit(Kind::tail) | kPlaceKinds | kOrganisationKinds)) != 0;
  }
  [[nodiscard]] bool is_person_run(Index begin, Index end) const;
  template <class Test>
  bool cut_at_title(Index begin, Index end, Test passes);
  void cut(Index begin, Index end);
  bool cut_front(Index& begin, Index end, bool& titled);
  [[nodiscard]] bool is_known_surname(Index at) const;
  void emit(Index begin, Index end, bool titled);

  const Article& article_;
  Index sentence_;
  Range range_;
  std::vector<Draft>& out_;
};

bool is_participle_like(std::string_view word) {
  constexpr std::array<std::string_view, 22> kEnds = {
      "led",  "based", "born", "run",  "made", "held", "wide", "bound", "era",   "style", "like",
      "type", "area",  "only", "free", "old",  "year", "day",  "style", "built", "owned", "turned"};
  return std::ranges::find(kEnds, word) != kEnds.end() || word.ends_with("ed") || word.ends_with("ing");
}

// At the start of a sentence every word has a capital: only what is known as a name, or unknown as a
// word, may start one there.
bool Runs::may_start(Index at) const {
  const Token& token = article_.tokens[at];
  if (!is_capitalised(token)) return false;
  const std::uint32_t known = kinds(at);
  if ((known & (bit(Kind::common) | bit(Kind::calendar))) != 0) {
    if (is_acronym(at)) return true;
    if ((known & bit(Kind::prefix)) == 0) return false;
    return longest_entry(at, range_.end, kPlaceKinds | kOrganisationKinds | bit(Kind::title)) > at + 1;
  }
  if (article_.text(token).size() == 1 && !(capital(at + 1) || text(at + 1, "."))) return false;
  if (!is_first(at)) return true;
  if (token.tag == Tag::nnp || token.tag == Tag::nnps) return true;
  constexpr std::uint32_t kNameKinds = kPlaceKinds | kOrganisationKinds | bit(Kind::people) |
                                       bit(Kind::given_name) | bit(Kind::person) | bit(Kind::title) |
                                       bit(Kind::family_first);
  if (!is_plain_word(token)) return true;
  if (longest_entry(at, range_.end, kPlaceKinds | kOrganisationKinds | bit(Kind::title)) > at + 1)
    return true;
  const bool particle =
      !capital(at + 1) && (kinds(at + 1) & bit(Kind::particle)) != 0 && (capital(at + 2) || capital(at + 3));
  const bool owns =
      is_possessive(article_, at + 1) && (kinds(at + 2) & bit(Kind::head)) != 0 && capital(at + 2);
  if (owns) return true;
  // "[Doctors] Without Borders".
  if (capital(at + 1) && is_inner_word(at + 1)) return true;
  if (is_worded_name(at) || is_known_surname(at)) return true;
  const bool more = particle || (capital(at + 1) && (kinds(at + 1) & bit(Kind::common)) == 0);
  if (!more) return (known & (kPlaceKinds | bit(Kind::people) | bit(Kind::outlet))) != 0;
  if ((known & (kNameKinds | bit(Kind::head) | bit(Kind::numbered) | bit(Kind::place_head))) != 0)
    return true;
  // "Defense Ministry officials": a plain noun before the head of an organisation.
  const std::uint32_t next = kinds(at + 1);
  return (next & (bit(Kind::tail) | bit(Kind::title))) != 0 && vocabulary().may_be(token.word, Pos::noun) &&
         !vocabulary().may_be(token.word, Pos::adv);
}

// "Open Hands, a relief group": two plain words at the start, the second of which has a capital too.
bool Runs::is_worded_name(Index at) const {
  if (at + 2 >= range_.end || !capital(at + 1) || !spaced(article_.tokens[at + 1])) return false;
  const Token& first = article_.tokens[at];
  const Token& second = article_.tokens[at + 1];
  const bool describes =
      vocabulary().may_be(first.word, Pos::noun) || vocabulary().may_be(first.word, Pos::adj);
  const bool small = is_any(first, {WordClass::determiner, WordClass::preposition, WordClass::conjunction,
                                    WordClass::pronoun, WordClass::subordinator, WordClass::role,
                                    WordClass::person, WordClass::source_noun}) ||
                     vocabulary().may_be(first.word, Pos::adv) || first.tag == Tag::rb || is_verb(first.tag);
  return is_plain_word(second) && kinds(at + 1) == 0 && kinds(at) == 0 && describes && !small &&
         few_capitals();
}

// The end of the longest gazetteer entry of a wanted kind that starts here; `at` where there is none.
Index Runs::longest_entry(Index at, Index limit, std::uint32_t wanted) const {
  if ((kinds(at) & bit(Kind::prefix)) == 0) return at;
  for (Index end = std::min({limit, range_.end, at + kLongestEntry}); end > at + 1; --end) {
    if (!word(end - 1)) continue;
    const std::string key = gazetteer::key_of(article_.text(article_.span_of({at, end})));
    if ((gazetteer::kinds(key) & wanted) != 0) return end;
  }
  return at;
}

// The same, but with capitals where a name has them: "House of Representatives".
Index Runs::longest_entry_inside(Index at, Index end, std::uint32_t wanted) const {
  const Index found = longest_entry(at, end, wanted);
  return found > at && capital(found - 1) ? found : at;
}

// Joined by a hyphen to what stands before: "Soo-seok", "Asia-Pacific", "F-16".
Index Runs::hyphenated(Index begin, Index end) const {
  if (!(end + 1 < range_.end) || !is_hyphen(article_, end) || !joined(end) || !joined(end + 1)) return end;
  const Token& part = article_.tokens[end + 1];
  if (part.kind == TokenKind::number) {
    const std::string_view before = article_.text(article_.tokens[end - 1]);
    return before.size() <= 5 || (kinds(end - 1) & bit(Kind::numbered)) != 0 ? end + 2 : end;
  }
  if (part.kind != TokenKind::word) return end;
  if (is_capitalised(part)) return end + 2;
  const std::string_view lowered = article_.text(part);
  // A given name of two syllables after a family name: Kim Jong-un.
  const bool after_name = end >= begin + 2 && spaced(article_.tokens[end - 1]);
  if (after_name && lowered.size() <= 6 && !is_participle_like(lowered) &&
      ((kinds(end - 2) & bit(Kind::family_first)) != 0 || !is_plain_word(part))) {
    return end + 2;
  }
  return end;
}

bool Runs::is_head_run(Index begin, Index end) const {
  for (Index i = begin; i < end; ++i) {
    if ((kinds(i) & bit(Kind::head)) != 0) return true;
  }
  return false;
}

// One step further from `end`; `end` where the name stops.
Index Runs::step(Index begin, Index end, bool has_head) const {
  if (end >= range_.end || end - begin >= kLongestName) return end;
  const Index hyphen = hyphenated(begin, end);
  if (hyphen > end) return hyphen;
  const Token& next = article_.tokens[end];
  if (is_capitalised(next) && spaced(next)) {
    const std::uint32_t known = kinds(end);
    const bool month_after_given = end == begin + 1 && (kinds(begin) & bit(Kind::given_name)) != 0 &&
                                   (text(end, "May") || text(end, "April") || text(end, "August"));
    const bool syllable = end + 1 < range_.end && is_hyphen(article_, end + 1) && joined(end + 1);
    const bool no_name = (known & (bit(Kind::common) | bit(Kind::calendar))) != 0;
    if (is_inner_word(end)) return end + 2;
    if (no_name && !month_after_given && !syllable) return end;
    // "Secretary of State", "House of Representatives".
    if (const Index entry = longest_entry(end, range_.end, kOrganisationKinds | bit(Kind::title));
        entry > end + 1 && capital(entry - 1))
      return entry;
    return end + 1;
  }
  // "Workers’ Party", "Children’s Hospital": a plain noun that owns the head.
  if (is_possessive(article_, end) && joined(end) && capital(end + 1) &&
      is_plain_word(article_.tokens[end - 1]) &&
      (kinds(end - 1) & (kPlaceKinds | kOrganisationKinds | bit(Kind::people) | bit(Kind::tail) |
                         bit(Kind::title) | bit(Kind::given_name))) == 0 &&
      (kinds(end + 1) & (bit(Kind::head) | bit(Kind::tail))) != 0) {
    return end + 2;
  }
  // "People's List": those whose it is, with a capital inside a sentence that has few.
  if (is_possessive(article_, end) && joined(end) && capital(end + 1) && few_capitals() &&
      is_any(article_.tokens[end - 1], {WordClass::person, WordClass::group, WordClass::role}) &&
      is_plain_word(article_.tokens[end - 1]) && is_plain_word(article_.tokens[end + 1]) &&
      (kinds(end + 1) & (bit(Kind::common) | bit(Kind::calendar) | bit(Kind::title))) == 0)
    return end + 2;
  if (text(end, "&") && capital(end + 1)) return end + 2;
  if (next.kind == TokenKind::number && spaced(next) && (kinds(end - 1) & bit(Kind::numbered)) != 0)
    return end + 1;
  if (next.kind != TokenKind::word || !spaced(next)) return end;
  if (has_head && (text(end, "of") || text(end, "for") || text(end, "on"))) {
    const Index after = text(end + 1, "the") ? end + 2 : end + 1;
    return capital(after) && (kinds(after) & (bit(Kind::calendar) | bit(Kind::common))) == 0 ? after + 1
                                                                                             : end;
  }
  if (has_head && text(end, "and") && capital(end + 1)) {
    // "Ministry of Health and Welfare", but not "the Ministry of Health and the Bank", nor two
    // heads in a row.
    const bool after_of =
        std::any_of(article_.tokens.begin() + begin, article_.tokens.begin() + end,
                    [&](const Token& t) { return article_.text(t) == "of" || article_.text(t) == "for"; });
    constexpr std::uint32_t kOther =
        kPlaceKinds | bit(Kind::people) | bit(Kind::given_name) | bit(Kind::title) | bit(Kind::calendar);
    return after_of && (kinds(end + 1) & kOther) == 0 && (kinds(end - 1) & kPlaceKinds) == 0 &&
                   !capital(end + 3)
               ? end + 2
               : end;
  }
  if ((kinds(end) & bit(Kind::particle)) != 0) {
    Index after = end + 1;
    while (after < range_.end && after < end + 3 && (kinds(after) & bit(Kind::particle)) != 0 &&
           !capital(after))
      ++after;
    if (capital(after) && spaced(article_.tokens[after])) return after + 1;
  }
  return end;
}

Index Runs::extend(Index at) const {
  constexpr std::uint32_t kWhole = kPlaceKinds | kOrganisationKinds | bit(Kind::title) | bit(Kind::person);
  Index end = std::max(at + 1, longest_entry(at, range_.end, kWhole));
  bool has_head = (kinds(end - 1) & bit(Kind::head)) != 0;
  while (true) {
    const Index next = step(at, end, has_head);
    if (next == end) return end;
    has_head = has_head || (kinds(next - 1) & bit(Kind::head)) != 0;
    end = next;
  }
}

Index Runs::take(Index at) {
  if (!may_start(at)) {
    // al-Qaeda, iPhone: a small letter first.
    const bool small_first = joined(at + 1) && article_.tokens[at].span.size() == 2 && !capital(at) &&
                             text(at, "al") && joined(at + 1) && is_hyphen(article_, at + 1) &&
                             capital(at + 2);
    if (!small_first) return at + 1;
  }
  const Index end = extend(at);
  cut(at, end);
  return end;
}

// Peoples and titles stand before a name and are no part of it.
bool Runs::cut_front(Index& begin, Index end, bool& titled) {
  constexpr std::uint32_t kWhole = kPlaceKinds | kOrganisationKinds | bit(Kind::people) | bit(Kind::person);
  const Index whole = longest_entry_inside(begin, end, kWhole);
  if (whole == end) return false;
  const bool organisation = (kinds(end - 1) & bit(Kind::tail)) != 0 || is_head_run(begin, end);
  // "Chief executive Leonie Hart": at the start the title's first word alone has a capital.
  const Index whole_title = is_first(begin) ? longest_entry(begin, end, bit(Kind::title))
                                            : longest_entry_inside(begin, end, bit(Kind::title));
  const Index title = std::max(whole_title, (kinds(begin) & bit(Kind::title)) != 0 ? begin + 1 : begin);
  if (title > begin && title < end && !organisation) {
    begin = title;
    return titled = true;
  }
  // "Farmer Ann Berg": at the start what somebody is has a capital too.
  const Token& word = article_.tokens[begin];
  const bool calling = is_first(begin) && end >= begin + 3 && is_plain_word(word) &&
                       is_any(word, {WordClass::role, WordClass::person, WordClass::source_noun}) &&
                       (kinds(begin) & bit(Kind::given_name)) == 0 &&
                       (kinds(begin + 1) & bit(Kind::given_name)) != 0 && !organisation;
  if (calling) {
    ++begin;
    return titled = true;
  }
  if (whole > begin + 1) {
    // "New York Mayor …", "Yonhap News Agency Reporter …": a known name, then something else.
    const bool goes_on = (kinds(whole) & (bit(Kind::tail) | bit(Kind::place_tail) | bit(Kind::head))) != 0;
    const bool people =
        (gazetteer::kinds(gazetteer::key_of(article_.text(article_.span_of({begin, whole})))) &
         bit(Kind::people)) != 0;
    if (!goes_on || people) {
      emit(begin, whole, false);
      begin = whole;
      return true;
    }
    return false;
  }
  if ((kinds(begin) & bit(Kind::people)) != 0 && end > begin + 1 && !is_hyphen(article_, begin + 1)) {
    constexpr std::array<std::string_view, 12> kOfState = {"Ministry",   "Police",   "Army",       "Navy",
                                                           "Parliament", "Embassy",  "Government", "Cabinet",
                                                           "Ministries", "Military", "Congress",   "Council"};
    const std::string_view last = article_.text(article_.tokens[end - 1]);
    if (!organisation || std::ranges::find(kOfState, last) != kOfState.end()) {
      emit(begin, begin + 1, false);
      ++begin;
      return true;
    }
  }
  return false;
}

// "Tourism [Minister …]", "ABC [Chief Executive …]": plain nouns or a body's short form before a title.
bool Runs::is_office(Index begin, Index end) const {
  for (Index i = begin; i < end; ++i) {
    const Token& token = article_.tokens[i];
    const bool noun = token.word == 0 ||
                      (is_plain_word(token) && vocabulary().may_be(token.word, Pos::noun)) ||
                      is_any(token, {WordClass::role, WordClass::organisation, WordClass::source_noun});
    if (!word(i) || !(noun || is_short_form(i))) return false;
  }
  return begin < end;
}

bool Runs::is_short_form(Index at) const {
  const Token& token = article_.tokens[at];
  return (token.flags & kAllCapitals) != 0 && token.span.size() >= 2 && token.span.size() <= 6;
}

// What can be a person's name after a title: two to four words that open with a given name or are no words.
bool Runs::is_person_run(Index begin, Index end) const {
  if (begin + 2 > end || end - begin > 4) return false;
  constexpr std::uint32_t kOther = kPlaceKinds | kOrganisationKinds | bit(Kind::head) | bit(Kind::tail);
  const std::uint32_t last = kinds(end - 1);
  return ((kinds(begin) & bit(Kind::given_name)) != 0 || !is_plain_word(article_.tokens[begin])) &&
         ((last & kOther) == 0 || (kinds(begin) & bit(Kind::given_name)) != 0);
}

// At the first title inside a run that what stands around it lets pass.
template <class Test>
bool Runs::cut_at_title(Index begin, Index end, Test passes) {
  if ((kinds(end - 1) & bit(Kind::tail)) != 0) return false;
  for (Index i = begin + 1; i + 1 < end; ++i) {
    // "Health Officer": a word for a role is a title where plain words make it one.
    const bool role = (kinds(i) & (bit(Kind::title) | bit(Kind::role))) != 0;
    const Index title = std::max(longest_entry_inside(i, end, bit(Kind::title)), role ? i + 1 : i);
    if (title == i || title >= end || is_hyphen(article_, i - 1) || is_hyphen(article_, i + 1)) continue;
    if (!passes(i, title)) continue;
    Index place = i;
    while (place > begin && (kinds(place - 1) & bit(Kind::place_tail)) == 0) --place;
    if (is_body_word(i - 1) || is_short_form(i - 1)) {
      emit(begin, i, false);
    } else if (place > begin) {
      emit(begin, place, false);
    }
    cut(i, end);
    return true;
  }
  return false;
}

void Runs::cut(Index begin, Index end) {
  bool titled = false;
  while (begin < end && cut_front(begin, end, titled)) {
  }
  if (begin >= end) return;
  // "Chief [Operating Officer]": all of it is the title.
  const bool role_ends = titled && (kinds(end - 1) & (bit(Kind::title) | bit(Kind::role))) != 0 &&
                         (kinds(begin) & bit(Kind::given_name)) == 0;
  if (role_ends && std::all_of(article_.tokens.begin() + begin, article_.tokens.begin() + end, is_plain_word))
    return;
  // "Unification Ministry Spokesman Jeong Joon-hee": a title inside, with a known body before it, else with
  // plain nouns or a short form before it and a person after it.
  if (cut_at_title(begin, end, [&](Index i, Index) { return is_body_word(i - 1); })) return;
  // "Lake County Health Officer Ann Berg": behind the place.
  Index office = begin;
  for (Index i = begin; i < end; ++i) {
    if ((kinds(i) & bit(Kind::place_tail)) != 0) office = i + 1;
  }
  const auto of_office = [&](Index i, Index title) {
    return i >= office && (i == office || is_office(office, i)) && is_person_run(title, end);
  };
  if (cut_at_title(begin, end, of_office)) return;
  emit(begin, end, titled);
}

// "Ann Baker … Baker says": a word that ended a person's name before, with a verb of saying behind it.
bool Runs::is_known_surname(Index at) const {
  constexpr std::size_t kLookBack = 60;
  if (at + 1 >= range_.end || !is(article_.tokens[at + 1], WordClass::report_verb)) return false;
  const std::string_view word = article_.text(article_.tokens[at]);
  for (std::size_t i = out_.size(), looked = 0; i-- > 0 && looked < kLookBack; ++looked) {
    const Draft& before = out_[i];
    if (before.kind == NameKind::person && before.tokens.size() >= 2 &&
        article_.text(article_.tokens[before.tokens.end - 1]) == word)
      return true;
  }
  return false;
}

void Runs::emit(Index begin, Index end, bool titled) {
  // A title alone, a common word alone, is no name.
  while (begin < end && !word(begin)) ++begin;
  if (begin >= end) return;
  const std::uint32_t known = kinds(begin);
  constexpr std::uint32_t kNames = kPlaceKinds | kOrganisationKinds | bit(Kind::people) | bit(Kind::person);
  if (end == begin + 1 && !titled) {
    const bool compass = is_compass(begin);
    const bool only_title = !compass &&
                            (known & (bit(Kind::title) | bit(Kind::numbered) | bit(Kind::place_head))) != 0 &&
                            (known & (kNames | bit(Kind::head) | bit(Kind::tail))) == 0;
    if (only_title) return;
    if ((known & kNames) == 0 && (known & bit(Kind::given_name)) == 0 &&
        is_plain_word(article_.tokens[begin]) && is_first(begin) && !is_known_surname(begin)) {
      return;
    }
  }
  Draft draft{.tokens = {begin, end}, .sentence = sentence_, .titled = titled};
  classify(article_, draft);
  out_.push_back(std::move(draft));
}

}  // namespace

namespace {

std::uint32_t look_up(std::string_view text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    grammar::LowerBuffer buffer;
    return gazetteer::kinds(buffer.lower(text));
  }
  return gazetteer::kinds(gazetteer::key_of(text));
}

// The kinds of words asked for of late, by vocabulary id: names are asked for the same few words again
// and again.
struct Remembered {
  std::uint32_t word = 0;
  std::uint32_t kinds = 0;
};
constexpr std::size_t kRemembered = 4096;

}  // namespace

std::uint32_t kinds_of(const Article& article, Index token) {
  const Token& one = article.tokens[token];
  if (one.kind != TokenKind::word) return 0;
  if (one.word == 0) return look_up(article.text(one));
  static thread_local std::array<Remembered, kRemembered> remembered{};
  Remembered& slot = remembered[one.word % kRemembered];
  if (slot.word != one.word) slot = {one.word, look_up(article.text(one))};
  return slot.kinds;
}

bool is_plain_word(const Token& token) {
  return token.word != 0 && !vocabulary().is(token.word, WordClass::proper);
}

bool is_text(const Article& article, Index token, std::string_view text) {
  return article.text(article.tokens[token]) == text;
}

bool is_hyphen(const Article& article, Index token) {
  const std::string_view text = article.text(article.tokens[token]);
  return text == "-" || text == "‐" || text == "‑";
}

bool is_possessive(const Article& article, Index token) {
  if (token >= article.tokens.size()) return false;
  const std::string_view text = article.text(article.tokens[token]);
  return text == "'s" || text == "’s" || text == "'" || text == "’";
}

void find_in_sentence(const Article& article, Index sentence, std::vector<Draft>& out) {
  Runs(article, sentence, out).find();
}

}  // namespace tally::names
