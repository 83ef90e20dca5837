// A run of tokens → what it names: place, people, organisation, person or something else, by the
// gazetteer, by the words in it and by those beside it.
#include <algorithm>
#include <array>

#include "mention/name_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally::names {
namespace {

class Classifier {
 public:
  Classifier(const Article& article, Draft& draft)
      : article_(article), draft_(draft), range_(article.sentences[draft.sentence].tokens) {
    words_ = std::string(article.text(article.span_of(draft.tokens)));
    for (Index i = draft.tokens.begin; i < draft.tokens.end; ++i) inside_ |= kinds_of(article, i);
    last_ = kinds_of(article, draft.tokens.end - 1);
    first_ = kinds_of(article, draft.tokens.begin);
  }

  void run() {
    if (draft_.titled && !has_tail()) return set(NameKind::person, "title", true);
    if (by_gazetteer()) return;
    if (token(draft_.tokens.end - 1).kind == TokenKind::number) return set(NameKind::other, "numbered", true);
    if (by_tail()) return;
    if (has_body_beside()) return set(NameKind::organisation, "body", false);
    if (by_person()) return;
    if (speaks_of_its_own()) return set(NameKind::organisation, "its", false);
    if (by_shape()) return;
    by_neighbours();
  }

 private:
  [[nodiscard]] Index size() const { return draft_.tokens.size(); }
  [[nodiscard]] const Token& token(Index at) const { return article_.tokens[at]; }
  [[nodiscard]] bool after_is(std::string_view what) const {
    return draft_.tokens.end < range_.end && is_text(article_, draft_.tokens.end, what);
  }
  [[nodiscard]] std::string_view before() const {
    return draft_.tokens.begin > range_.begin ? article_.text(token(draft_.tokens.begin - 1))
                                              : std::string_view();
  }
  [[nodiscard]] bool has_tail() const {
    return (last_ & bit(Kind::tail)) != 0 && size() > 1 && !is_initial_before_last();
  }
  // "John F. Post": after an initial a tail is a family name.
  [[nodiscard]] bool is_initial_before_last() const {
    return size() > 2 && article_.text(token(draft_.tokens.end - 2)).size() <= 2 &&
           article_.text(token(draft_.tokens.end - 2)).ends_with(".");
  }
  void set(NameKind kind, std::string_view rule, bool sure) {
    draft_.kind = kind;
    draft_.rule = rule;
    draft_.sure = sure;
  }
  bool by_gazetteer();
  bool by_tail();
  bool by_person();
  bool by_shape();
  void by_neighbours();
  void take(const gazetteer::Entry& entry);
  [[nodiscard]] bool is_said_by() const;
  [[nodiscard]] bool in_place() const;
  [[nodiscard]] bool is_somewhere() const;
  [[nodiscard]] bool has_role_beside() const;
  [[nodiscard]] bool has_body_beside() const;
  [[nodiscard]] bool owns_office() const;
  // "Cloud Ireland said [its] members had left"
  [[nodiscard]] bool speaks_of_its_own() const {
    const Index said = draft_.tokens.end;
    return said + 1 < range_.end && is(token(said), WordClass::report_verb) &&
           is_text(article_, said + 1, "its");
  }
  // "Marks & Holm"
  [[nodiscard]] bool is_firm() const { return words_.find(" & ") != std::string::npos; }
  [[nodiscard]] bool is_introduced() const {
    return after_is(",") && draft_.tokens.end + 1 < range_.end &&
           (is_text(article_, draft_.tokens.end + 1, "a") || is_text(article_, draft_.tokens.end + 1, "an"));
  }
  [[nodiscard]] bool is_role(Index at) const {
    return is_any(token(at), {WordClass::role, WordClass::source_noun}) && token(at).tag == Tag::nn &&
           !is_capitalised(token(at));
  }

  const Article& article_;
  Draft& draft_;
  Range range_;
  std::string words_;
  std::uint32_t inside_ = 0;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
};

// A verb of saying stands beside it: what speaks is a person or a body.
bool Classifier::is_said_by() const {
  const auto says = [&](Index at) {
    return at < range_.end && at >= range_.begin &&
           (is(token(at), WordClass::report_verb) || is(token(at), WordClass::claim_verb)) &&
           !is_capitalised(token(at));
  };
  return says(draft_.tokens.end) || (draft_.tokens.begin > range_.begin && says(draft_.tokens.begin - 1));
}

bool Classifier::in_place() const {
  constexpr std::array<std::string_view, 9> kPlaces = {"in",   "In",      "at",     "near", "from",
                                                       "From", "outside", "across", "to"};
  return std::ranges::find(kPlaces, before()) != kPlaces.end();
}

// "at Cerro Hondo", "the town of Ventillo", "outside Alba": somewhere, not somebody; a possessor may be
// anybody ("in Alba Nuez's words").
bool Classifier::is_somewhere() const {
  const Index begin = draft_.tokens.begin;
  if (begin <= range_.begin || is_possessive(article_, draft_.tokens.end)) return false;
  if (before() == "of" && begin >= range_.begin + 2)
    return is(token(begin - 2), WordClass::place) && !is_capitalised(token(begin - 2));
  // "outside the Eastern Terminal"
  const Index at = before() == "the" && begin >= range_.begin + 2 ? begin - 2 : begin - 1;
  if (is_text(article_, at, "near") || is_text(article_, at, "outside")) return true;
  // "died at Cerro Hondo", "a breach at La Jara"; "head of security at Velda Infra" is with a body.
  if (at <= range_.begin || !(is_text(article_, at, "at") || is_text(article_, at, "At"))) return false;
  const Token& what = token(at - 1);
  return is_verb(what.tag) || what.kind == TokenKind::number ||
         is_any(what, {WordClass::happening, WordClass::thing, WordClass::substance});
}

void Classifier::take(const gazetteer::Entry& entry) {
  draft_.canonical = gazetteer::name(entry);
  draft_.country = gazetteer::country(entry);
  draft_.population = entry.population;
}

bool Classifier::by_gazetteer() {
  const auto entries = gazetteer::find(gazetteer::key_of(words_));
  for (const gazetteer::Entry& entry : entries) {
    switch (entry.kind) {
      case Kind::country:
      case Kind::region:
      case Kind::subdivision:
        take(entry);
        set(NameKind::place, "gazetteer-place", true);
        return true;
      case Kind::people:
        take(entry);
        set(NameKind::people, "gazetteer-people", true);
        return true;
      case Kind::city: {
        // "Paris said", "Charlotte told": a given name is a place only where the words beside it say so.
        const bool maybe_person =
            (inside_ & (bit(Kind::given_name) | bit(Kind::family_first))) != 0 && size() == 1 &&
            !in_place() && (entry.population < 300'000 || (entry.population < 1'000'000 && is_said_by()));
        const bool maybe_word = size() == 1 && is_plain_word(token(draft_.tokens.begin)) && !in_place();
        const bool outnumbered = std::ranges::any_of(
            entries, [](const auto& e) { return e.kind == Kind::outlet || e.kind == Kind::organisation; });
        if (maybe_person || maybe_word || (outnumbered && !in_place())) break;
        take(entry);
        set(NameKind::place, "gazetteer-city", true);
        return true;
      }
      case Kind::organisation:
      case Kind::outlet:
        take(entry);
        draft_.country.clear();
        set(NameKind::organisation, entry.kind == Kind::outlet ? "outlet" : "gazetteer-organisation", true);
        return true;
      case Kind::person:
        take(entry);
        set(NameKind::person, "gazetteer-person", true);
        return true;
      default:
        break;
    }
  }
  return false;
}

bool Classifier::by_tail() {
  const std::string_view last = article_.text(token(draft_.tokens.end - 1));
  for (Index i = draft_.tokens.begin; i + 1 < draft_.tokens.end; ++i) {
    const bool of =
        is_text(article_, i + 1, "of") || is_text(article_, i + 1, "for") || is_text(article_, i + 1, "on");
    // "Doctors Without Borders": a small word with a capital inside a name.
    const bool inner = is(token(i + 1), WordClass::preposition) && is_capitalised(token(i + 1)) &&
                       i + 2 < draft_.tokens.end && is_plain_word(token(i));
    if (inner || (of && (kinds_of(article_, i) & bit(Kind::head)) != 0)) {
      set(NameKind::organisation, "head-of", true);
      return true;
    }
  }
  if (has_tail() && (last_ & bit(Kind::place_tail)) == 0) {
    set(NameKind::organisation, "tail", true);
    return true;
  }
  // A body alone: "the Ministry", "Parliament". What it is short for is resolved later.
  if (size() == 1 && (last_ & (bit(Kind::head) | bit(Kind::tail))) != 0) {
    const bool article_before = before() == "the" || before() == "The";
    if (article_before || (token(draft_.tokens.begin).flags & kSentenceStart) == 0) {
      set(NameKind::organisation, "body", false);
      return true;
    }
  }
  const bool has_place_tail = size() > 1 && (last_ & bit(Kind::place_tail)) != 0;
  const bool has_place_head =
      size() > 1 && (first_ & bit(Kind::place_head)) != 0 && (last_ & bit(Kind::given_name)) == 0;
  const bool lake = article_.text(token(draft_.tokens.begin)) == "Lake" ||
                    article_.text(token(draft_.tokens.begin)) == "Mount";
  if (has_place_tail || lake) {
    draft_.canonical = words_;
    const bool administrative = last == "Province" || last == "Prefecture" || last == "Oblast" ||
                                last == "Governorate" || last == "State" || last == "Region" ||
                                last == "Municipality" || last == "City";
    const std::string bare = words_.substr(0, words_.size() - std::min(words_.size(), last.size() + 1));
    if (const auto entries = gazetteer::find(gazetteer::key_of(bare)); has_place_tail && !entries.empty()) {
      for (const gazetteer::Entry& entry : entries) {
        const bool fits = last == "City" ? entry.kind == Kind::city
                                         : entry.kind == Kind::subdivision || entry.kind == Kind::city;
        if (!fits) continue;
        draft_.country = gazetteer::country(entry);
        if (administrative) draft_.canonical = gazetteer::name(entry);
        break;
      }
    } else if (administrative && last != "State") {
      draft_.canonical = bare;
    }
    set(NameKind::place, "place-tail", true);
    return true;
  }
  if (has_place_head && (first_ & bit(Kind::person)) == 0 && in_place()) {
    draft_.canonical = words_;
    set(NameKind::place, "place-head", false);
    return true;
  }
  return false;
}

bool Classifier::by_person() {
  if (size() < 2 || size() > 8 || is_somewhere() || is_firm()) return false;
  const bool acronym = (token(draft_.tokens.begin).flags & kAllCapitals) != 0 &&
                       article_.text(token(draft_.tokens.begin)).size() > 2;
  if (acronym) return false;
  if ((last_ & bit(Kind::tail)) != 0 && (first_ & bit(Kind::given_name)) == 0) return false;
  const bool given = (first_ & bit(Kind::given_name)) != 0;
  const bool family_first = (first_ & bit(Kind::family_first)) != 0;
  const bool hyphened = std::any_of(article_.tokens.begin() + draft_.tokens.begin + 1,
                                    article_.tokens.begin() + draft_.tokens.end,
                                    [&](const Token& t) { return article_.text(t) == "-"; });
  const bool initial = [&] {
    for (Index i = draft_.tokens.begin; i < draft_.tokens.end; ++i) {
      const std::string_view text = article_.text(token(i));
      if (text.size() == 2 && text[1] == '.') return true;
      if (text == "Jr." || text == "Sr." || text == "Jr" || text == "III") return true;
    }
    return false;
  }();
  const bool particle = (inside_ & bit(Kind::particle)) != 0 &&
                        std::any_of(article_.tokens.begin() + draft_.tokens.begin + 1,
                                    article_.tokens.begin() + draft_.tokens.end, [](const Token& t) {
                                      return t.kind == TokenKind::word && !is_capitalised(t);
                                    });
  if (given || initial || (family_first && (hyphened || size() == 3 || size() == 2)) || particle) {
    set(NameKind::person,
        given      ? "given-name"
        : initial  ? "initial"
        : particle ? "particle"
                   : "family-name-first",
        true);
    return true;
  }
  return false;
}

bool Classifier::by_shape() {
  const Token& only = token(draft_.tokens.begin);
  if (size() == 1 && (only.flags & kAllCapitals) != 0) {
    const std::string_view text = article_.text(only);
    const bool digits = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
    set(digits ? NameKind::other : NameKind::organisation, "acronym", false);
    return true;
  }
  if (size() < 2 || size() > 4) return false;
  if (is_firm()) return set(NameKind::organisation, "ampersand", false), true;
  // Words that no vocabulary knows: most often a person.
  Index unknown = 0;
  Index words = 0;
  for (Index i = draft_.tokens.begin; i < draft_.tokens.end; ++i) {
    if (token(i).kind != TokenKind::word) continue;
    ++words;
    if (!is_plain_word(token(i)) && (token(i).flags & kAllCapitals) == 0) ++unknown;
  }
  if (unknown == words && !is_somewhere() && before() != "in" &&
      (inside_ & (kPlaceKinds | bit(Kind::numbered) | bit(Kind::place_head) | bit(Kind::place_tail))) == 0) {
    set(NameKind::person, "unknown-words", false);
    return true;
  }
  return false;
}

// "Said [Central Java] police chief Ahmad Lutfi": whose office it is that the next name holds.
bool Classifier::owns_office() const {
  constexpr Index kLongest = 3;  // words of the office
  for (Index at = draft_.tokens.end; at < draft_.tokens.end + kLongest && at + 1 < range_.end; ++at) {
    const Token& word = token(at);
    if (word.kind != TokenKind::word || is_capitalised(word) || is_verb(word.tag)) return false;
    if (is_any(word, {WordClass::role, WordClass::source_noun}) && is_capitalised(token(at + 1))) return true;
  }
  return false;
}

// "the actress Alba Nuez", "A spokeswoman for the Red Cross, Alba Nuez,", "Alba Nuez, a farmer".
bool Classifier::has_role_beside() const {
  const Index begin = draft_.tokens.begin;
  const Index end = draft_.tokens.end;
  if (begin > range_.begin && is_role(begin - 1)) return true;
  // "Alba Nuez, once the mayor's secretary", "Alba Nuez, now a councillor"
  const bool before_now = end + 3 < range_.end && after_is(",") &&
                          (is_text(article_, end + 1, "once") || token(end + 1).tag == Tag::rb);
  const Index told = before_now ? end + 2 : end + 1;
  if (told + 1 < range_.end && after_is(",") && is(token(told), WordClass::determiner)) {
    // "Alba Nuez, a 31-year-old teacher"
    for (Index i = told + 1; i < std::min(range_.end, told + 8); ++i) {
      const bool kin = is(token(i), WordClass::kin) && token(i).tag == Tag::nn;
      if ((is_role(i) || kin) && token(std::min(i + 1, range_.end - 1)).tag != Tag::pos) return true;
      const bool part = token(i).kind != TokenKind::punctuation || token(i).tag == Tag::pos ||
                        names::is_hyphen(article_, i);
      if (!part || is(token(i), WordClass::preposition)) break;
    }
  }
  if (size() == 1) return false;
  const bool comma = begin > range_.begin + 1 && before() == ",";
  const bool closed = end >= range_.end || token(end).kind == TokenKind::punctuation;
  if (!comma || !closed) return false;
  Index from = begin - 1;
  while (from > range_.begin && begin - from < 10 && token(from - 1).kind == TokenKind::word) --from;
  // The head of the phrase before the comma: "a spokeswoman for the Red Cross".
  const bool opens = is(token(from), WordClass::determiner) || token(from).tag == Tag::prps;
  for (Index i = from; opens && i + 1 < begin; ++i) {
    const bool last = i + 2 == begin || is(token(i + 1), WordClass::preposition);
    if (last) return is_role(i);
  }
  return false;
}

// "The coach company, Velja Tours, was searched": what the words before the comma say that it is.
bool Classifier::has_body_beside() const {
  const Index begin = draft_.tokens.begin;
  if (begin < range_.begin + 3 || before() != "," || !after_is(",")) return false;
  const Token& head = token(begin - 2);
  if (!is(head, WordClass::organisation) || head.tag != Tag::nn || is_capitalised(head) ||
      is_any(head, {WordClass::role, WordClass::person, WordClass::place}))
    return false;
  constexpr Index kLongest = 5;  // tokens of the noun group
  for (Index i = begin - 2; i > range_.begin && begin - i <= kLongest; --i) {
    const Token& first = token(i - 1);
    if (is(first, WordClass::determiner) || first.tag == Tag::prps)
      return i < range_.begin + 2 || !is(token(i - 2), WordClass::preposition);
    if (first.kind != TokenKind::word || is_verb(first.tag)) return false;
  }
  return false;
}

void Classifier::by_neighbours() {
  // "the Turkish Minute said": nobody is called after a people.
  const bool of_people = (inside_ & bit(Kind::people)) != 0 && (inside_ & bit(Kind::given_name)) == 0;
  if (!of_people && is_said_by() && size() <= 3 && !owns_office() &&
      (size() > 1 || !is_plain_word(token(draft_.tokens.begin))) &&
      (inside_ & (bit(Kind::tail) | bit(Kind::head))) == 0)
    return set(NameKind::person, "speaker", false);
  // "Luka, a baker": by its first name alone only somebody told of for the first time.
  const bool alone = size() == 1 && !is_plain_word(token(draft_.tokens.begin)) && is_introduced();
  if ((alone || (size() >= 2 && size() <= 4)) && (inside_ & (bit(Kind::tail) | bit(Kind::head))) == 0 &&
      has_role_beside())
    return set(NameKind::person, "role", false);
  // ", 42," and ", a teacher": told of people.
  if (after_is(",") && draft_.tokens.end + 2 < range_.end) {
    const Token& next = token(draft_.tokens.end + 1);
    const bool age = next.kind == TokenKind::number && article_.text(next).size() <= 2 &&
                     is_text(article_, draft_.tokens.end + 2, ",");
    if (age) return set(NameKind::person, "age", true);
  }
  if (size() == 1 && (first_ & bit(Kind::given_name)) != 0 && (first_ & kPlaceKinds) == 0 &&
      !is_plain_word(token(draft_.tokens.begin))) {
    return set(NameKind::person, "given-name-alone", false);
  }
  if ((is_somewhere() || before() == "in" || before() == "In") &&
      !is_plain_word(token(draft_.tokens.begin)) && size() <= 3) {
    return set(NameKind::place, "preposition", false);
  }
  set(NameKind::other, "capitals", false);
}

}  // namespace

void classify(const Article& article, Draft& draft) {
  Classifier(article, draft).run();
}

}  // namespace tally::names
