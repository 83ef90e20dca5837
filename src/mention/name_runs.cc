// Tokens of a sentence → runs of capitalised words that may be names; name_cuts.cc cuts them where one name
// ends and the next begins.
//
//   South Korean President Park Geun-hye   →   South Korean | (President) Park Geun-hye
//   Unification Ministry spokesman …       →   Unification Ministry
#include <algorithm>
#include <array>

#include "mention/lower.h"
#include "mention/name_runs.h"
#include "mention/name_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally::names {
namespace {

bool is_participle_like(std::string_view word) {
  constexpr std::array<std::string_view, 22> kEnds = {
      "led",  "based", "born", "run",  "made", "held", "wide", "bound", "era",   "style", "like",
      "type", "area",  "only", "free", "old",  "year", "day",  "style", "built", "owned", "turned"};
  return std::ranges::find(kEnds, word) != kEnds.end() || word.ends_with("ed") || word.ends_with("ing");
}

}  // namespace

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
  if (is_worded_name(at) || is_known_surname(at) || past_shared_tail(at, at + 1) > at + 1) return true;
  const bool more = particle || (capital(at + 1) && (kinds(at + 1) & bit(Kind::common)) == 0);
  if (!more) return (known & (kPlaceKinds | bit(Kind::people) | bit(Kind::outlet))) != 0;
  if ((known & (kNameKinds | bit(Kind::head) | bit(Kind::numbered) | bit(Kind::place_head))) != 0)
    return true;
  // "Defense Ministry officials": a plain noun before the head of an organisation.
  const std::uint32_t next = kinds(at + 1);
  return (next & (bit(Kind::tail) | bit(Kind::title))) != 0 && vocabulary().may_be(token.word, Pos::noun) &&
         !vocabulary().may_be(token.word, Pos::adv);
}

// "Open Hands[, the relief group]": said behind the comma to be a body.
bool Runs::is_told_as_body(Index comma) const {
  constexpr Index kWords = 4;
  if (!text(comma, ",") || !(text(comma + 1, "a") || text(comma + 1, "an") || text(comma + 1, "the")))
    return false;
  for (Index i = comma + 2; i < std::min(comma + 2 + kWords, range_.end); ++i) {
    if (article_.tokens[i].kind != TokenKind::word) return false;
    if (is_any(article_.tokens[i], {WordClass::group, WordClass::organisation})) return true;
  }
  return false;
}

// "Open Hands, a relief group": two plain words at the start, the second of which has a capital too.
bool Runs::is_worded_name(Index at) const {
  if (at + 2 >= range_.end || !capital(at + 1) || !spaced(article_.tokens[at + 1])) return false;
  const Token& first = article_.tokens[at];
  const Token& second = article_.tokens[at + 1];
  const bool describes =
      vocabulary().may_be(first.word, Pos::noun) || vocabulary().may_be(first.word, Pos::adj);
  const bool small =
      is_any(first,
             {WordClass::determiner, WordClass::preposition, WordClass::conjunction, WordClass::pronoun,
              WordClass::subordinator, WordClass::role, WordClass::person, WordClass::source_noun}) ||
      ((vocabulary().may_be(first.word, Pos::adv) || first.tag == Tag::rb || is_verb(first.tag)) &&
       !is_told_as_body(at + 2));
  return is_plain_word(second) && kinds(at + 1) == 0 && kinds(at) == 0 && describes && !small &&
         few_capitals();
}

// The end of the longest gazetteer entry of a wanted kind that starts here; `at` where there is none.
Index Runs::longest_entry(Index at, Index limit, std::uint32_t wanted) const {
  if ((kinds(at) & bit(Kind::prefix)) == 0) return at;
  Index end = std::min({limit, range_.end, at + kLongestEntry});
  if (end <= at + 1) return at;
  // The key of fewer words begins that of all, where it is as long as what is printed.
  const std::string_view longest = article_.text(article_.span_of({at, end}));
  const gazetteer::Beginnings beginnings(gazetteer::key_of(longest));
  for (; end > at + 1; --end) {
    if (!word(end - 1)) continue;
    const std::string_view words = article_.text(article_.span_of({at, end}));
    const std::uint32_t found = beginnings.size() == longest.size()
                                    ? beginnings.kinds(words.size())
                                    : gazetteer::kinds(gazetteer::key_of(words));
    if ((found & wanted) != 0) return end;
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

// Whether an owner's mark here stands inside a name: before its head, or behind those whose it is.
bool Runs::is_owned(Index at) const {
  if (!is_possessive(article_, at) || !joined(at) || !capital(at + 1) ||
      !is_plain_word(article_.tokens[at - 1]))
    return false;
  // "Workers’ Party", "Children’s Hospital": a plain noun that owns the head.
  const bool plain = (kinds(at - 1) & (kPlaceKinds | kOrganisationKinds | bit(Kind::people) |
                                       bit(Kind::tail) | bit(Kind::title) | bit(Kind::given_name))) == 0;
  if (plain && (kinds(at + 1) & (bit(Kind::head) | bit(Kind::tail))) != 0) return true;
  // "People's List": those whose it is, with a capital inside a sentence that has few.
  return few_capitals() &&
         is_any(article_.tokens[at - 1], {WordClass::person, WordClass::group, WordClass::role}) &&
         is_plain_word(article_.tokens[at + 1]) &&
         (kinds(at + 1) & (bit(Kind::common) | bit(Kind::calendar) | bit(Kind::title))) == 0;
}

// "Ministry of Health [and Welfare]", "Department for Culture[, Media and Sport]": the end of what else a
// body is for, where the name so far is a head with its "of"; but not "the Ministry of Health and the Bank",
// nor two heads in a row. `end` where nothing follows.
Index Runs::past_fields(Index begin, Index end) const {
  const bool after_of =
      std::any_of(article_.tokens.begin() + begin, article_.tokens.begin() + end,
                  [&](const Token& t) { return article_.text(t) == "of" || article_.text(t) == "for"; });
  return after_of && (kinds(end - 1) & kPlaceKinds) == 0 ? past_list(end) : end;
}

// Past ", Media and Sport": plain words with capitals, the last behind "and".
Index Runs::past_list(Index end) const {
  Index at = end;
  while (text(at, ",")) {
    // "Media" is a word for a body elsewhere.
    const bool inner = capital(at + 1) && is_plain_word(article_.tokens[at + 1]) &&
                       (text(at + 2, ",") || text(at + 2, "and")) &&
                       (kinds(at + 1) & (kPlaceKinds | bit(Kind::people) | bit(Kind::given_name))) == 0;
    const Index item = inner ? at + 2 : past_field(at + 1);
    if (item == at + 1) return end;
    at = item;
  }
  if (!text(at, "and")) return end;
  const Index item = past_field(at + 1);
  return item == at + 1 ? end : item;
}

// "Urban Development": up to three plain words with capitals that name nobody, nowhere and no body.
Index Runs::past_field(Index at) const {
  constexpr std::uint32_t kOther = kPlaceKinds | bit(Kind::people) | bit(Kind::title) | bit(Kind::calendar) |
                                   bit(Kind::common) | bit(Kind::tail) | bit(Kind::head);
  Index end = at;
  while (end < at + 4 && capital(end) && spaced(article_.tokens[end]) &&
         (end == at || (kinds(end) & kPlaceKinds) == 0))
    ++end;
  if (end == at || end == at + 4) return at;
  for (Index i = at; i < end; ++i) {
    // "Urban" is a given name, too.
    const bool person = (kinds(i) & bit(Kind::given_name)) != 0 && end == at + 1;
    if ((kinds(i) & kOther) != 0 || person || !is_plain_word(article_.tokens[i])) return at;
  }
  return end;
}

// "Mine Safety [and Health Administration]": plain words in front of "and", behind it the word for a body
// that all of them belong to. The end of the name; `end` where there is none.
Index Runs::past_shared_tail(Index begin, Index end) const {
  if (!text(end, "and") || !has_small_words()) return end;
  const auto plain = [&](Index at) {
    constexpr std::uint32_t kOther = kPlaceKinds | kOrganisationKinds | bit(Kind::people) |
                                     bit(Kind::person) | bit(Kind::title) | bit(Kind::calendar) |
                                     bit(Kind::common);
    return capital(at) && is_plain_word(article_.tokens[at]) && (kinds(at) & kOther) == 0;
  };
  // "[Tasmania] Parks and Wildlife Service"
  const bool place = end > begin + 1 && capital(begin) && (kinds(begin) & kPlaceKinds) != 0;
  for (Index i = place ? begin + 1 : begin; i < end; ++i) {
    if (!plain(i) || (kinds(i) & (bit(Kind::tail) | bit(Kind::head))) != 0) return end;
  }
  Index last = end + 1;
  while (last < end + 5 && plain(last) && (kinds(last) & bit(Kind::tail)) == 0) ++last;
  const bool body = last > end + 1 && last < range_.end && capital(last) &&
                    (kinds(last) & bit(Kind::tail)) != 0 && (kinds(last) & bit(Kind::place_tail)) == 0;
  // "the Defence and Trade Ministries" are two.
  const bool two = body && (text(last, "Ministries") || text(last, "Departments"));
  return body && !two ? last + 1 : end;
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
  if (is_owned(end)) return end + 2;
  if (text(end, "&") && capital(end + 1)) return end + 2;
  if (has_head && text(end, ",")) return past_fields(begin, end);
  if (next.kind == TokenKind::number && spaced(next) && (kinds(end - 1) & bit(Kind::numbered)) != 0)
    return end + 1;
  if (next.kind != TokenKind::word || !spaced(next)) return end;
  if (has_head && (text(end, "of") || text(end, "for") || text(end, "on"))) {
    const Index after = text(end + 1, "the") ? end + 2 : end + 1;
    return capital(after) && (kinds(after) & (bit(Kind::calendar) | bit(Kind::common))) == 0 ? after + 1
                                                                                             : end;
  }
  if (text(end, "and")) return has_head ? past_fields(begin, end) : past_shared_tail(begin, end);
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
  if (const Index office = past_office(at, end); office > end) return office;
  cut(at, end);
  return end;
}

// "[Minister for Health and Social Care] Ann Berg": a title with what it is for is no name; `end` where it is
// only a title.
Index Runs::past_office(Index begin, Index end) const {
  const bool title =
      (kinds(end - 1) & bit(Kind::title)) != 0 || longest_entry(begin, end, bit(Kind::title)) == end;
  if (!title || !(text(end, "of") || text(end, "for"))) return end;
  const Index field = past_field(end + 1);
  return field == end + 1 ? end : past_list(field);
}

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

// The same for words that the vocabulary does not know, by what is printed.
class RememberedTexts {
 public:
  std::uint32_t kinds(std::string_view text) {
    if (text.size() > kLongest) return look_up(text);
    Slot& slot = slots_[format::hash(text) % slots_.size()];
    if (std::string_view(slot.text.data(), slot.size) != text) {
      std::ranges::copy(text, slot.text.begin());
      slot.size = static_cast<std::uint32_t>(text.size());
      slot.kinds = look_up(text);
    }
    return slot.kinds;
  }

 private:
  static constexpr std::size_t kLongest = 24;
  struct Slot {
    std::array<char, kLongest> text{};
    std::uint32_t size = 0;
    std::uint32_t kinds = 0;
  };
  std::array<Slot, kRemembered / 4> slots_{};
};

}  // namespace

std::uint32_t kinds_of(const Article& article, Index token) {
  const Token& one = article.tokens[token];
  if (one.kind != TokenKind::word) return 0;
  if (one.word == 0) {
    static thread_local RememberedTexts texts;
    return texts.kinds(article.text(one));
  }
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
