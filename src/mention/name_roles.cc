// The words beside a person's name → what he is and of what.
//
//   ministry spokesman Jeong Joon-hee                        role "spokesman"
//   Ana Pereira, a senior analyst at Institute for …         role "senior analyst", of "Institute …"
//   Jan Novak, Moravia’s former deputy governor              role "former deputy governor", of "Mora-
//   via"
#include <algorithm>
#include <array>

#include "mention/name_role_reader.h"
#include "mention/names.h"

namespace tally::names {

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
  // "chief consultant at the statistics office"
  const bool belongs = word == "of" || word == "for" || word == "at" || word == "with";
  return belongs ? plain_body(at + 1, span) : std::string();
}

// "the regional governor", "the company": a body or an office without a name; empty for anything else.
std::string Roles::plain_body(Index at, Span& span) const {
  if (at < range_.end && is(article_.tokens[at], WordClass::determiner)) ++at;
  const bool the = at > range_.begin && names::is_text(article_, at - 1, "the");
  Index end = at;
  // "the cabin and ground union"
  const auto joins = [&](Index i) {
    return i > at && names::is_text(article_, i, "and") && i + 1 < range_.end && is_modifier(i + 1) &&
           name_starting(i + 1) == kNone;
  };
  while (end < range_.end && end < at + 4 && article_.tokens[end].kind == TokenKind::word &&
         (is_modifier(end) || names::is_possessive(article_, end) || joins(end)) &&
         name_starting(end) == kNone)
    ++end;
  // "the teachers' union", "the Police Headquarters' traffic bureau"
  if (end > at && end + 1 < range_.end && article_.tokens[end].tag == Tag::pos) {
    Index owned = end + 1;
    while (owned < range_.end && owned < end + 4 && is_modifier(owned)) ++owned;
    if (owned > end + 1) end = owned;
  }
  if (end == at) return {};
  const Token& head = article_.tokens[end - 1];
  // "the head of the centre", "the owner of the bakery": a place that somebody runs.
  const bool house = the && is(head, WordClass::place) && head.tag == Tag::nn;
  const bool body = is_any(head, {WordClass::organisation, WordClass::role, WordClass::group}) || house;
  if (!body) return {};
  // "the pilots' union CGU"
  const Index name = is(head, WordClass::organisation) ? name_starting(end) : kNone;
  if (name != kNone && article_.names[name].name_kind == NameKind::organisation) {
    span = cover(span, article_.names[name].span);
    return full_name(article_, article_.names[name]);
  }
  span = cover(span, article_.span_of({at, end}));
  return words(at, end);
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
  // "the Ministry of Health's permanent secretary"
  if (const Index owner = name_starting(from); owner != kNone) {
    const Index mark = past(article_.names[owner], from);
    if (mark + 1 < end && names::is_possessive(article_, mark)) {
      role.of = full_name(article_, article_.names[owner]);
      from = mark + 1;
    }
  }
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
  // "the Managing Director": a title that looks like a name.
  const Index named = name_starting(from);
  const bool title = named != kNone && article_.names[named].name_kind == NameKind::other &&
                     is_role(past(article_.names[named], from) - 1);
  if (const Index name = named; name != kNone && !title && !is_role(from) && role.of.empty()) {
    role.of = full_name(article_, article_.names[name]);
    from = past(article_.names[name], from);
  }
  if (at == from || !is_role(at - 1) || article_.tokens[at - 1].tag == Tag::nns) return {};
  at = std::min(past_office(at), end);
  const Index field = past_bare_field(at, end);
  role.role = words(from, field);
  role.span = article_.span_of({from, at});
  if (std::string of = of_after(at, role.span); !of.empty()) role.of = std::move(of);
  return role;
}

// "superintendent [of police]", "secretary [of state]", "rookie [of the year]": what stands without an
// article, or is a time, is part of the office.
Index Roles::past_bare_field(Index at, Index end) const {
  if (at + 1 >= end || !names::is_text(article_, at, "of")) return at;
  Index field = at + 1;
  const bool determined = is(article_.tokens[field], WordClass::determiner);
  if (determined && ++field >= end) return at;
  const Token& what = article_.tokens[field];
  if (!is_nominal(what.tag) || names::is_capitalised(what) || name_starting(field) != kNone ||
      (determined && !is(what, WordClass::time)))
    return at;
  // "an official of state-owned Norrvik": joined to what follows, it is no field.
  const bool stop = field + 1 < end && article_.tokens[field + 1].kind == TokenKind::punctuation &&
                    !names::is_hyphen(article_, field + 1);
  const bool ends = field + 1 >= end || stop || is(article_.tokens[field + 1], WordClass::preposition);
  return ends ? field + 1 : at;
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
    const bool owned = names::is_possessive(article_, before) && before > range_.begin;
    if (owned) --before;
    const Index name = name_at(article_, article_.tokens[before].span.begin);
    if (name != kNone && article_.names[name].name_kind != NameKind::person &&
        article_.names[name].span.end <= role.span.begin) {
      role.of = full_name(article_, article_.names[name]);
      role.span = cover(role.span, article_.names[name].span);
    } else if (owned && name == kNone) {
      // "the company's finance chief Ann Berg"
      Index first = before;
      while (first > range_.begin && first + 3 > before && is_modifier(first - 1)) --first;
      role.of = words(first, before + 1);
    }
  }
  return role;
}

}  // namespace tally::names

namespace tally {

Role role_of(const Article& article, const Mention& person) {
  Role role = names::Roles(article, person).find();
  if (!role.role.empty() || person.canonical.empty()) return role;
  // "said Lorns": what he is was told where he was introduced.
  constexpr int kTries = 6;
  int tried = 0;
  for (const Mention& other : article.names) {
    if (other.name_kind != NameKind::person || other.canonical != person.canonical) continue;
    if (other.span == person.span || ++tried > kTries) break;
    Role told = names::Roles(article, other).find();
    if (role.of.empty()) role.of = told.of;
    if (told.role.empty()) continue;
    role.role = told.role;
    break;
  }
  return role;
}

}  // namespace tally
