// What follows a person's name → what he is and of what.
//
//   "Ana Pereira, who runs the State Grain Laboratory"   of "State Grain Laboratory"
//   "Ivo Berg, 54, the union's spokesman"                role "spokesman", of "union"
#include <algorithm>
#include <array>

#include "mention/name_role_reader.h"

namespace tally::names {

namespace {

// "who directs it": director; empty where no word tells who does it.
std::string_view doer_of(std::string_view verb) {
  if (verb == "head" || verb == "chair") return verb;
  if (verb == "direct") return "director";
  if (verb == "lead") return "leader";
  return verb == "manage" ? "manager" : "";
}

}  // namespace

// The organisation that follows "of", "from" or "at" straight after a name; empty where none does.
std::string Roles::body_after(Index at, Span& span) const {
  if (at < range_.end && names::is_text(article_, at, ",")) ++at;
  // "Ann Berg, 61, of the ground staff"
  if (at > end_ && at + 2 < range_.end && article_.tokens[at].kind == TokenKind::number &&
      names::is_text(article_, at + 1, ","))
    at += 2;
  if (at >= range_.end || !(names::is_text(article_, at, "of") || names::is_text(article_, at, "from") ||
                            names::is_text(article_, at, "at")))
    return {};
  Index begin = at + 1;
  if (begin < range_.end && is(article_.tokens[begin], WordClass::determiner)) ++begin;
  // "of [Lagos-based consultants] Open Seas"
  if (const Index place = name_starting(begin); place != kNone) {
    const Index hyphen = past(article_.names[place], begin);
    Index kind = hyphen + 2;
    const bool based = kind < range_.end && names::is_hyphen(article_, hyphen) &&
                       names::is_text(article_, hyphen + 1, "based");
    while (based && kind < std::min(range_.end, hyphen + 5) && name_starting(kind) == kNone &&
           article_.tokens[kind].kind == TokenKind::word)
      ++kind;
    const Index named = based && kind < range_.end ? name_starting(kind) : kNone;
    if (named != kNone && article_.names[named].name_kind != NameKind::person &&
        article_.names[named].name_kind != NameKind::place) {
      span = article_.names[named].span;
      return full_name(article_, article_.names[named]);
    }
  }
  // "the charity Open Seas": what kind of body it is, before its name.
  const bool kind = begin + 1 < range_.end && name_starting(begin) == kNone &&
                    is(article_.tokens[begin], WordClass::organisation);
  const Index name = name_starting(kind ? begin + 1 : begin);
  // "Dana Ruiz of the teachers' union"
  if (name == kNone) return plain_body(begin, span);
  const NameKind named = article_.names[name].name_kind;
  // "Inspector Paul Reeve of the National Police": a body by its last word.
  const Index last = past(article_.names[name], begin) - 1;
  const bool body = named == NameKind::other && is(article_.tokens[last], WordClass::organisation);
  if (named != NameKind::organisation && !body && !(kind && named != NameKind::place)) return {};
  span = article_.names[name].span;
  return full_name(article_, article_.names[name]);
}

bool Roles::leads(Index at) const {
  constexpr std::array<std::string_view, 10> kLead = {"run",    "head",    "lead",  "chair", "direct",
                                                      "manage", "convene", "found", "own",   "coordinate"};
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
    // "who leads [the service's] operation"
    const bool owns = i + 1 < range_.end && names::is_possessive(article_, i + 1) &&
                      is_any(article_.tokens[i], {WordClass::organisation, WordClass::group});
    if (owns) {
      const Index begin = is(article_.tokens[at], WordClass::determiner) ? at + 1 : at;
      span = article_.span_of({begin, i + 1});
      return words(begin, i + 1);
    }
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
  if (!role.of.empty() && before().role.empty()) role.role = doer_of(verb);
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
  // ", 54, a farmer".
  if (at + 1 < range_.end && article_.tokens[at].kind == TokenKind::number &&
      names::is_text(article_, at + 1, ","))
    at += 2;
  // "who was convener at Norrvik", "who has been mayor since 2015", "who became chief executive in May"
  if (names::is_text(article_, at, "who")) {
    at += 2;
    if (at < range_.end && article_.tokens[at].tag == Tag::vbn) ++at;
  }
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
  // "Ann Berg, addressing reporters": what one person is told to be stands in the singular.
  if (at == begin || article_.tokens[at - 1].tag == Tag::nns) return {};
  // "head of research at HomeFinder": what somebody heads is part of the role.
  if (at + 1 < range_.end && names::is_text(article_, at, "of") && names::is_text(article_, at + 2, "at") &&
      name_starting(at + 1) == kNone && article_.tokens[at + 1].kind == TokenKind::word)
    at += 2;
  at = past_field(at);
  role.role = words(begin, past_bare_field(at, range_.end));
  role.span = article_.span_of({begin, at});
  // "North Korea’s former ambassador in London" is North Korea’s.
  const bool only_where =
      at < range_.end && (names::is_text(article_, at, "in") || names::is_text(article_, at, "from"));
  if (only_where && !role.of.empty()) return role;
  if (std::string of = of_after(at, role.span); !of.empty()) role.of = std::move(of);
  return role;
}

}  // namespace tally::names
