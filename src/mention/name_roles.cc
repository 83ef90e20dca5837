// The words beside a person's name → what he is and of what.
//
//   ministry spokesman Jeong Joon-hee                        role "spokesman"
//   Ana Pereira, a senior analyst at Institute for …         role "senior analyst", of "Institute …"
//   Jan Novak, Moravia’s former deputy governor              role "former deputy governor", of "Mora-
//   via"
#include <algorithm>
#include <array>

#include "mention/name_words.h"
#include "mention/names.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

using names::bit;
using names::Kind;

constexpr Index kFarthest = 12;

class Roles {
 public:
  Roles(const Article& article, const Mention& person) : article_(article) {
    const auto at = std::ranges::lower_bound(article.tokens, person.span.begin, {},
                                             [](const Token& t) { return t.span.begin; });
    begin_ = static_cast<Index>(at - article.tokens.begin());
    end_ = begin_;
    while (end_ < article.tokens.size() && article.tokens[end_].span.end <= person.span.end) ++end_;
    const auto sentence = std::ranges::upper_bound(article.sentences, person.span.begin, {},
                                                   [](const Sentence& s) { return s.span.begin; });
    if (sentence != article.sentences.begin()) range_ = (sentence - 1)->tokens;
  }

  Role find() {
    Role role = after();
    const std::string of = role.of;
    if (role.role.empty()) role = apposed();
    if (role.role.empty()) role = before();
    if (role.of.empty()) role.of = of;
    return role;
  }

 private:
  [[nodiscard]] bool is_role(Index at) const {
    if (at < range_.begin || at >= range_.end || article_.tokens[at].kind != TokenKind::word) return false;
    const Token& token = article_.tokens[at];
    // "Commuter Jill Brandt missed her train": the capital is the sentence's.
    const bool small = !names::is_capitalised(token) || (token.flags & kSentenceStart) != 0;
    // "Reveck, the board's count showed": no nobleman.
    if (small && is(token, WordClass::report_noun)) return false;
    return is(token, WordClass::role) || is(token, WordClass::source_noun) ||
           (is(token, WordClass::person) && small) ||
           (names::kinds_of(article_, at) & (bit(Kind::title) | bit(Kind::role))) != 0;
  }
  // A word that may stand before the role noun and belongs to the role: "chief", "former deputy".
  [[nodiscard]] bool is_modifier(Index at) const {
    const Token& token = article_.tokens[at];
    if (token.tag == Tag::vbd || token.tag == Tag::vbz || token.tag == Tag::vbp) return false;
    if (token.kind != TokenKind::word || is(token, WordClass::determiner) ||
        is(token, WordClass::preposition) || is(token, WordClass::conjunction) ||
        is(token, WordClass::pronoun) || is(token, WordClass::subordinator)) {
      return false;
    }
    // "Chief Operating Officer": a title in capitals.
    const bool titled = at > range_.begin && is_role(at - 1) &&
                        names::is_capitalised(article_.tokens[at - 1]) && at + 1 < range_.end &&
                        is_role(at + 1);
    const bool opens = (token.flags & kSentenceStart) != 0 && name_starting(at) == kNone;
    // "Tourism Minister": a plain noun before a title in capitals.
    const bool office = is_office_word(at) && at + 1 < range_.end &&
                        (is_titled_role(at + 1) || (is_office_word(at + 1) && is_titled_role(at + 2)));
    if (names::is_capitalised(token) && !is_role(at) && !opens) return titled || office;
    // "managing director", "acting mayor"
    if (token.tag == Tag::vbg && at + 1 < range_.end && is_role(at + 1)) return true;
    return vocabulary().may_be(token.word, Pos::noun) || vocabulary().may_be(token.word, Pos::adj) ||
           token.word == 0;
  }
  [[nodiscard]] bool is_titled_role(Index at) const {
    return is_role(at) && names::is_capitalised(article_.tokens[at]);
  }
  // "Local Government" of "Local Government Minister".
  [[nodiscard]] bool is_office_word(Index at) const {
    if (at >= range_.end) return false;
    const Token& token = article_.tokens[at];
    return names::is_capitalised(token) && name_at(article_, token.span.begin) == kNone &&
           (names::is_plain_word(token) || is(token, WordClass::role));
  }
  [[nodiscard]] std::string words(Index begin, Index end) const {
    return std::string(article_.text(article_.span_of({begin, end})));
  }
  [[nodiscard]] Index name_starting(Index token) const {
    if (token >= range_.end) return kNone;
    const Index name = name_at(article_, article_.tokens[token].span.begin);
    return name != kNone && article_.names[name].span.begin == article_.tokens[token].span.begin ? name
                                                                                                 : kNone;
  }
  [[nodiscard]] Index past(const Mention& name, Index at) const {
    while (at < range_.end && article_.tokens[at].span.end <= name.span.end) ++at;
    return at;
  }
  [[nodiscard]] std::string of_after(Index at, Span& span) const;
  [[nodiscard]] std::string plain_body(Index at, Span& span) const;
  [[nodiscard]] Role led(Index at) const;
  [[nodiscard]] std::string unit_led(Index at, Span& span) const;
  [[nodiscard]] bool leads(Index at) const;
  [[nodiscard]] Role works_for(Index at) const;
  [[nodiscard]] Index body_led(Index at) const;
  [[nodiscard]] std::string body_after(Index at, Span& span) const;
  [[nodiscard]] Index told_from(Index at) const;
  [[nodiscard]] Index past_age(Index at) const;
  [[nodiscard]] bool is_one(Index at) const;
  [[nodiscard]] Index past_role(Index at, Index& begin, Role& role) const;
  [[nodiscard]] Index past_field(Index at) const;
  [[nodiscard]] Index past_office(Index at) const;
  [[nodiscard]] Role after() const;
  [[nodiscard]] Role apposed() const;
  [[nodiscard]] Role before() const;
  [[nodiscard]] Index office_before(Index at) const;
  // Of a phrase that starts here: "the ministry's spokesman", "a spokeswoman for the Red Cross".
  [[nodiscard]] Role phrase(Index begin, Index end) const;

  const Article& article_;
  Index begin_ = 0;
  Index end_ = 0;
  Range range_;
};

// "at Institute …", "for the Ministry", "of China’s …": the name after a preposition.
std::string Roles::of_after(Index at, Span& span) const {
  if (at >= range_.end) return {};
  const std::string_view word = article_.text(article_.tokens[at]);
  if (word != "of" && word != "for" && word != "at" && word != "with" && word != "in" && word != "from")
    return {};
  for (Index i = at + 1; i < std::min(range_.end, at + 6); ++i) {
    const Index name = name_starting(i);
    if (name != kNone) {
      const Index next = past(article_.names[name], i);
      // "North Korea’s reconnaissance bureau": the body, not its country.
      if (names::is_possessive(article_, next) && next + 1 < range_.end) {
        if (name_starting(next + 1) != kNone) continue;
        // "Italy's civil protection agency"
        if (std::string body = plain_body(next + 1, span); !body.empty())
          return words(i, next + 1) + " " + body;
      }
      // "the Tasmanian department"
      if (article_.names[name].name_kind == NameKind::people) {
        if (std::string body = plain_body(next, span); !body.empty()) return words(i, next) + " " + body;
      }
      span = cover(span, article_.names[name].span);
      return full_name(article_, article_.names[name]);
    }
    const Token& token = article_.tokens[i];
    // "Mayor of the town of Lipowiec"
    const bool kind = names::is_text(article_, i, "of") &&
                      is_any(article_.tokens[i - 1], {WordClass::settlement, WordClass::place});
    if (token.kind != TokenKind::word || (is(token, WordClass::preposition) && !kind)) break;
  }
  return word == "of" || word == "for" ? plain_body(at + 1, span) : std::string();
}

// "the regional governor", "the company": a body or an office without a name; empty for anything else.
std::string Roles::plain_body(Index at, Span& span) const {
  if (at < range_.end && is(article_.tokens[at], WordClass::determiner)) ++at;
  Index end = at;
  while (end < range_.end && end < at + 4 && article_.tokens[end].kind == TokenKind::word &&
         (is_modifier(end) || names::is_possessive(article_, end)) && name_starting(end) == kNone)
    ++end;
  // "the teachers' union", "the Police Headquarters' traffic bureau"
  if (end > at && end + 1 < range_.end && article_.tokens[end].tag == Tag::pos) {
    Index owned = end + 1;
    while (owned < range_.end && owned < end + 4 && is_modifier(owned)) ++owned;
    if (owned > end + 1) end = owned;
  }
  if (end == at) return {};
  const Token& head = article_.tokens[end - 1];
  const bool body =
      is(head, WordClass::organisation) || is(head, WordClass::role) || is(head, WordClass::group);
  if (!body) return {};
  span = cover(span, article_.span_of({at, end}));
  return words(at, end);
}

// The organisation that follows "of", "from" or "at" straight after a name; empty where none does.
std::string Roles::body_after(Index at, Span& span) const {
  if (at < range_.end && names::is_text(article_, at, ",")) ++at;
  if (at >= range_.end || !(names::is_text(article_, at, "of") || names::is_text(article_, at, "from") ||
                            names::is_text(article_, at, "at")))
    return {};
  Index begin = at + 1;
  if (begin < range_.end && is(article_.tokens[begin], WordClass::determiner)) ++begin;
  // "the charity Open Seas": what kind of body it is, before its name.
  const bool kind = begin + 1 < range_.end && name_starting(begin) == kNone &&
                    is(article_.tokens[begin], WordClass::organisation);
  const Index name = name_starting(kind ? begin + 1 : begin);
  // "Dana Ruiz of the teachers' union"
  if (name == kNone) return plain_body(begin, span);
  const NameKind named = article_.names[name].name_kind;
  if (named != NameKind::organisation && !(kind && named != NameKind::place)) return {};
  span = article_.names[name].span;
  return full_name(article_, article_.names[name]);
}

bool Roles::leads(Index at) const {
  constexpr std::array<std::string_view, 6> kLead = {"run", "head", "lead", "chair", "direct", "manage"};
  const std::string_view verb = vocabulary().lemma(article_.tokens[at].word, Pos::verb);
  return std::ranges::find(kLead, verb) != kLead.end();
}

// "…, who runs the State Grain Laboratory": the name of what somebody leads; kNone where none does.
Index Roles::body_led(Index at) const {
  if (at + 3 >= range_.end || !names::is_text(article_, at, "who") || !leads(at + 1)) return kNone;
  Index begin = at + 2;
  if (is(article_.tokens[begin], WordClass::determiner)) ++begin;
  const Index name = name_starting(begin);
  return name == kNone || article_.names[name].name_kind == NameKind::person ? kNone : name;
}

// "who heads [the surgical ward at Mercy Hospital]": the body that what he leads belongs to.
std::string Roles::unit_led(Index at, Span& span) const {
  for (Index i = at; i < std::min(range_.end, at + 6) && article_.tokens[i].kind == TokenKind::word; ++i) {
    if (is_finite(article_.tokens[i].tag)) break;
    if (i > at && is(article_.tokens[i], WordClass::preposition)) return of_after(i, span);
  }
  return {};
}

// "…, who leads the union": what somebody leads, by its name or without one.
Role Roles::led(Index at) const {
  Role role;
  if (const Index name = body_led(at); name != kNone) {
    role.of = full_name(article_, article_.names[name]);
    role.span = article_.names[name].span;
  } else if (at + 3 < range_.end && leads(at + 1)) {
    role.of = plain_body(at + 2, role.span);
    if (role.of.empty()) role.of = unit_led(at + 2, role.span);
  }
  // "who heads the office": a verb that is the word for who does it.
  const std::string_view verb =
      at + 1 < range_.end ? vocabulary().lemma(article_.tokens[at + 1].word, Pos::verb) : std::string_view();
  if (!role.of.empty() && (verb == "head" || verb == "chair") && before().role.empty()) role.role = verb;
  return role;
}

// "…, who speaks for the opposition Greens on justice", "who works at Mercy Hospital": the name behind the
// verb.
Role Roles::works_for(Index at) const {
  constexpr std::array<std::string_view, 6> kWork = {"speak",     "work",      "teach",
                                                     "volunteer", "represent", "sit"};
  Role role;
  if (at + 3 >= range_.end) return role;
  const std::string_view verb = vocabulary().lemma(article_.tokens[at + 1].word, Pos::verb);
  if (std::ranges::find(kWork, verb) == kWork.end()) return role;
  Index joint = at + 2;
  // "works as a nurse at"
  if (names::is_text(article_, joint, "as")) {
    Index begin = 0;
    const Index end = past_role(told_from(joint + 1), begin, role);
    if (end > begin) {
      role.role = words(begin, end);
      role.span = article_.span_of({begin, end});
      joint = end;
    }
  }
  const bool direct = verb == "represent";
  for (Index i = direct ? joint : joint + 1; i < std::min(range_.end, joint + 5); ++i) {
    const Index name = name_starting(i);
    if (name != kNone && article_.names[name].name_kind != NameKind::person) {
      const bool joined = direct || is(article_.tokens[joint], WordClass::preposition);
      if (joined) role.of = full_name(article_, article_.names[name]);
      break;
    }
    if (article_.tokens[i].kind != TokenKind::word) break;
  }
  return role;
}

// Where what is told of a person begins behind the comma after his name: past his age and "who was a".
Index Roles::told_from(Index at) const {
  // "who was convener at Norrvik", "who has been mayor since 2015", "who became chief executive in May"
  if (names::is_text(article_, at, "who")) {
    at += 2;
    if (at < range_.end && article_.tokens[at].tag == Tag::vbn) ++at;
  }
  // ", 54, a farmer".
  if (at + 1 < range_.end && article_.tokens[at].kind == TokenKind::number &&
      names::is_text(article_, at + 1, ","))
    at += 2;
  if (at < range_.end &&
      (is(article_.tokens[at], WordClass::determiner) || article_.tokens[at].tag == Tag::prps))
    ++at;
  return past_age(at);
}

// "a [19-year-old] student"
Index Roles::past_age(Index at) const {
  if (at >= range_.end || article_.tokens[at].kind != TokenKind::number) return at;
  Index end = at;
  while (end < range_.end && end < at + 6 && !names::is_text(article_, end, "old")) ++end;
  return end < range_.end && names::is_text(article_, end, "old") ? end + 1 : at;
}

// "who was …", not "who leads …".
bool Roles::is_one(Index at) const {
  const auto verb = [&](Index token) {
    return article_.tokens[token].word == 0 ? std::string_view()
                                            : vocabulary().lemma(article_.tokens[token].word, Pos::verb);
  };
  if (at + 2 >= range_.end) return false;
  const bool perfect = verb(at + 1) == "have" && (verb(at + 2) == "be" || verb(at + 2) == "become");
  return verb(at + 1) == "be" || verb(at + 1) == "become" || perfect;
}

// Past the words of a role from `at` on, and whose it is; `begin` is where the role itself begins.
Index Roles::past_role(Index at, Index& begin, Role& role) const {
  const Index limit = std::min(range_.end, at + kFarthest);
  begin = at;
  while (at < limit) {
    const Index name = name_starting(at);
    // "State Epidemiologist": a title that looks like a name.
    const Index name_end = name == kNone ? at : past(article_.names[name], at);
    const bool title =
        name != kNone && is_role(name_end - 1) && article_.names[name].name_kind == NameKind::other;
    if (title) {
      at = name_end;
    } else if (name != kNone && !is_role(at)) {
      // "North Korea’s former …", "Unification Ministry spokesman".
      role.of = full_name(article_, article_.names[name]);
      at = past(article_.names[name], at);
      if (names::is_possessive(article_, at)) ++at;
      begin = at;
    } else if (at > begin && names::is_possessive(article_, at)) {
      // "the company's chief executive"
      role.of = words(begin, at);
      begin = ++at;
    } else if (article_.tokens[at].tag != Tag::vbd &&
               (is_modifier(at) || is_role(at) || names::is_hyphen(article_, at))) {
      ++at;
    } else {
      break;
    }
  }
  while (at > begin && !is_role(at - 1)) --at;
  return at;
}

// "head of [human resources]", "director [of policy and research] at": what somebody heads is part of the
// role where it is no body.
Index Roles::past_field(Index at) const {
  if (const Index office = past_office(at); office > at) return office;
  if (at + 1 >= range_.end || !names::is_text(article_, at, "of")) return at;
  Index end = at + 1;
  const auto plain = [&](Index i) {
    return i < range_.end && article_.tokens[i].kind == TokenKind::word && name_starting(i) == kNone &&
           !names::is_capitalised(article_.tokens[i]) &&
           (is_nominal(article_.tokens[i].tag) || is_adjective(article_.tokens[i].tag));
  };
  while (end < at + 6 &&
         (plain(end) || (names::is_text(article_, end, "and") && end > at + 1 && plain(end + 1))))
    ++end;
  const bool closes = end >= range_.end || article_.tokens[end].kind == TokenKind::punctuation ||
                      names::is_text(article_, end, "at") || names::is_text(article_, end, "for");
  if (end == at + 1 || !closes) return at;
  const Token& head = article_.tokens[end - 1];
  return is_any(head, {WordClass::organisation, WordClass::role, WordClass::group}) ? at : end;
}

// "Secretary [of State for Work and Pensions]", "Minister [for Health]": what a title in capitals goes on
// with, in capitals and plain words; the same place where it does not.
Index Roles::past_office(Index at) const {
  if (at == range_.begin || !is_titled_role(at - 1)) return at;
  const auto field = [&](Index i) {
    return i < range_.end && names::is_capitalised(article_.tokens[i]) &&
           names::is_plain_word(article_.tokens[i]) && name_starting(i) == kNone;
  };
  Index end = at;
  while (end + 1 < range_.end && end < at + kFarthest) {
    const std::string_view joint = article_.text(article_.tokens[end]);
    const bool first = joint == "of" || joint == "for";
    const bool more = end > at && (joint == "and" || joint == ",");
    if (!(first || more) || !field(end + 1)) break;
    Index next = end + 1;
    while (field(next)) ++next;
    // "Minister of Trade, Ann": only a list goes on behind a comma.
    if (joint == "," && !names::is_text(article_, next, "and") && !names::is_text(article_, next, ",")) break;
    end = next;
  }
  return end;
}

Role Roles::after() const {
  Role role;
  // "Farouk Adeyemi of the University of …", "Samir Haddad, of the Centre for …": a body without a role.
  if (std::string of = body_after(end_, role.span); !of.empty()) {
    role.of = std::move(of);
    return role;
  }
  if (end_ + 1 >= range_.end || !names::is_text(article_, end_, ",")) return role;
  if (names::is_text(article_, end_ + 1, "who") && !is_one(end_ + 1)) {
    Role told = led(end_ + 1);
    return told.of.empty() && told.role.empty() ? works_for(end_ + 1) : told;
  }
  Index begin = 0;
  Index at = past_role(told_from(end_ + 1), begin, role);
  if (at == begin) return {};
  // "head of research at HomeFinder": what somebody heads is part of the role.
  if (at + 1 < range_.end && names::is_text(article_, at, "of") && names::is_text(article_, at + 2, "at") &&
      name_starting(at + 1) == kNone && article_.tokens[at + 1].kind == TokenKind::word)
    at += 2;
  at = past_field(at);
  role.role = words(begin, at);
  role.span = article_.span_of({begin, at});
  // "North Korea’s former ambassador in London" is North Korea’s.
  const bool only_where =
      at < range_.end && (names::is_text(article_, at, "in") || names::is_text(article_, at, "from"));
  if (only_where && !role.of.empty()) return role;
  if (std::string of = of_after(at, role.span); !of.empty()) role.of = std::move(of);
  return role;
}

// "A spokesman, Inspector Luis Ortega, said": what stands between the start of the clause and the comma
// before the name.
Role Roles::apposed() const {
  Index at = begin_;
  while (at > range_.begin && begin_ - at < 3 && is_role(at - 1)) --at;
  if (at < range_.begin + 2 || !names::is_text(article_, at - 1, ",")) return {};
  const bool ends = end_ >= range_.end || article_.tokens[end_].kind == TokenKind::punctuation;
  // "Minister of Trade, Ann Berg said": only where the title opens what stands before.
  const bool says = !ends && is(article_.tokens[end_], WordClass::report_verb);
  if (!ends && !says) return {};
  const Index comma = at - 1;
  Index begin = comma;
  while (begin > range_.begin && begin + kFarthest > comma) {
    // "The secretary of the Union of Teachers (UT), Grace Mulenda": over the short form.
    if (names::is_text(article_, begin - 1, ")") && begin >= range_.begin + 4 &&
        names::is_text(article_, begin - 3, "(")) {
      begin -= 3;
      continue;
    }
    const Token& token = article_.tokens[begin - 1];
    const bool breaks = token.kind == TokenKind::punctuation && token.tag != Tag::pos &&
                        !names::is_hyphen(article_, begin - 1) && !names::is_possessive(article_, begin - 1);
    const bool verb = token.tag == Tag::vbd || token.tag == Tag::vbz || token.tag == Tag::vbp;
    // "Secretary of State for Work [and] Pensions"
    const bool inner = is(token, WordClass::conjunction) && begin < comma &&
                       names::is_capitalised(article_.tokens[begin]) && begin >= range_.begin + 2 &&
                       names::is_capitalised(article_.tokens[begin - 2]);
    // "The company's finance director [and] deputy chair, Ann Berg"
    const bool both = is(token, WordClass::conjunction) && begin >= range_.begin + 2 && is_role(begin - 2);
    if (breaks || verb || (is(token, WordClass::conjunction) && !inner && !both)) break;
    --begin;
  }
  if (says && !is_titled_role(begin)) return {};
  return phrase(begin, comma);
}

Role Roles::phrase(Index begin, Index end) const {
  Role role;
  if (begin < end && lower(article_, article_.tokens[begin]) == "as") ++begin;
  if (begin < end && is(article_.tokens[begin], WordClass::preposition)) return role;
  Index from = begin;
  while (from < end &&
         (is(article_.tokens[from], WordClass::determiner) || article_.tokens[from].tag == Tag::prps))
    ++from;
  Index at = from;
  for (Index i = from; i < end && !is(article_.tokens[i], WordClass::preposition); ++i) {
    if (names::is_possessive(article_, i)) {
      const Index name = name_at(article_, article_.tokens[i - 1].span.begin);
      role.of = name != kNone ? full_name(article_, article_.names[name]) : words(from, i);
      from = i + 1;
    }
    at = i + 1;
  }
  // "the union spokesman": the name of a body before the role.
  if (const Index name = name_starting(from); name != kNone && !is_role(from) && role.of.empty()) {
    role.of = full_name(article_, article_.names[name]);
    from = past(article_.names[name], from);
  }
  if (at == from || !is_role(at - 1) || article_.tokens[at - 1].tag == Tag::nns) return {};
  at = std::min(past_office(at), end);
  role.role = words(from, at);
  role.span = article_.span_of({from, at});
  if (std::string of = of_after(at, role.span); !of.empty()) role.of = std::move(of);
  return role;
}

// "[Minister for Health and Social Care] Ann Berg": where a title with what it is for begins; the same place
// where none stands there.
Index Roles::office_before(Index at) const {
  Index title = at;
  while (title > range_.begin && title + kFarthest > at &&
         (names::is_capitalised(article_.tokens[title - 1]) ||
          is_any(article_.tokens[title - 1], {WordClass::preposition, WordClass::conjunction}) ||
          names::is_text(article_, title - 1, ","))) {
    --title;
    if (is_titled_role(title) && past_office(title + 1) == at) return title;
  }
  return at;
}

Role Roles::before() const {
  Role role;
  Index at = begin_;
  // "a spokesman for the Ministry, Jeong Joon-hee".
  Index begin = at;
  while (begin > range_.begin && begin + 6 > at &&
         (is_role(begin - 1) || (begin < at && is_modifier(begin - 1)))) {
    --begin;
    // "secretary-general"
    if (begin >= range_.begin + 2 && names::is_hyphen(article_, begin - 1) && begin + 6 > at &&
        article_.tokens[begin - 1].span.end == article_.tokens[begin].span.begin)
      begin -= 2;
  }
  if (begin == at) begin = office_before(at);
  if (begin == at) return role;
  const std::string_view only = article_.text(article_.tokens[begin]);
  const bool courtesy =
      begin + 1 == at && (only.starts_with("Mr") || only.starts_with("Ms") || only.starts_with("Dr") ||
                          only == "Miss" || only == "Sir" || only == "Dame");
  if (courtesy) return role;
  role.role = words(begin, at);
  role.span = article_.span_of({begin, at});
  if (begin > range_.begin) {
    Index before = begin - 1;
    if (names::is_possessive(article_, before) && before > range_.begin) --before;
    const Index name = name_at(article_, article_.tokens[before].span.begin);
    if (name != kNone && article_.names[name].name_kind != NameKind::person &&
        article_.names[name].span.end <= role.span.begin) {
      role.of = full_name(article_, article_.names[name]);
      role.span = cover(role.span, article_.names[name].span);
    }
  }
  return role;
}

}  // namespace

Role role_of(const Article& article, const Mention& person) {
  Role role = Roles(article, person).find();
  if (!role.role.empty() || person.canonical.empty()) return role;
  // "said Lorns": what he is was told where he was introduced.
  constexpr int kTries = 6;
  int tried = 0;
  for (const Mention& other : article.names) {
    if (other.name_kind != NameKind::person || other.canonical != person.canonical) continue;
    if (other.span == person.span || ++tried > kTries) break;
    Role told = Roles(article, other).find();
    if (told.role.empty()) continue;
    if (role.of.empty()) role.of = told.of;
    role.role = told.role;
    break;
  }
  return role;
}

}  // namespace tally
