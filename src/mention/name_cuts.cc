// A run of capitalised words → the names in it: peoples, titles and offices stand before a name and are no
// part of it.
//
//   South Korean President Park Geun-hye   →   South Korean | (President) Park Geun-hye
//   Lake County Health Officer Ann Berg    →   Lake County | (Health Officer) Ann Berg
#include <algorithm>
#include <array>

#include "mention/name_runs.h"
#include "text/vocabulary.h"

namespace tally::names {

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
    if (is_speaking_paper(begin, end)) return false;
    if (!organisation || std::ranges::find(kOfState, last) != kOfState.end()) {
      emit(begin, begin + 1, false);
      ++begin;
      return true;
    }
  }
  return false;
}

// "the Turkish Minute reported": plain nouns with capitals, which nobody is, that say something.
bool Runs::is_speaking_paper(Index begin, Index end) const {
  const bool said = begin > range_.begin && end < range_.end &&
                    (text(begin - 1, "the") || text(begin - 1, "The")) &&
                    is(article_.tokens[end], WordClass::report_verb);
  if (!said) return false;
  for (Index i = begin + 1; i < end; ++i) {
    const Token& token = article_.tokens[i];
    const bool thing =
        kinds(i) == 0 && is_plain_word(token) && vocabulary().may_be(token.word, Pos::noun) &&
        !is_any(token, {WordClass::role, WordClass::person, WordClass::source_noun, WordClass::organisation});
    if (!thing) return false;
  }
  return true;
}

// "Tourism [Minister …]", "ABC [Chief Executive …]": plain nouns or a body's short form before a title.
bool Runs::is_office(Index begin, Index end) const {
  for (Index i = begin; i < end; ++i) {
    const Token& token = article_.tokens[i];
    const bool noun = token.word == 0 ||
                      (is_plain_word(token) && (vocabulary().may_be(token.word, Pos::noun) ||
                                                vocabulary().may_be(token.word, Pos::adj))) ||
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

// "61st", "3rd".
bool Runs::is_ordinal_number(Index at) const {
  const std::string_view text = article_.text(article_.tokens[at]);
  const bool ends =
      text.ends_with("st") || text.ends_with("nd") || text.ends_with("rd") || text.ends_with("th");
  return ends && text.size() > 2 && text.front() >= '0' && text.front() <= '9' &&
         spaced(article_.tokens[at + 1]);
}

void Runs::emit(Index begin, Index end, bool titled) {
  // A title alone, a common word alone, is no name.
  while (begin < end && !word(begin)) ++begin;
  if (begin >= end) return;
  // "the [61st] Brigade", "the [14th] Street Band": a number in letters and digits is part of a body's name.
  if (begin > range_.begin && (kinds(end - 1) & bit(Kind::tail)) != 0 && is_ordinal_number(begin - 1))
    --begin;
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

}  // namespace tally::names
