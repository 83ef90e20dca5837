// The words that name a source → its name, its role and the body it belongs to.
//
//   a lawyer for the company → role "lawyer", of "company"      police figures → of "police"
#include <algorithm>
#include <array>

#include "base/characters.h"
#include "claim/source_tokens.h"
#include "claim/sources.h"
#include "mention/names.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

bool is_quote(const Token& token) {
  return token.tag == Tag::open_quote || token.tag == Tag::close_quote;
}

}  // namespace

// "[Berg]'s party": whose the head is.
bool SourceReader::owns_head(const Mention& name, Range tokens, Index head) const {
  const Index after = token_from(article_, name.span.end);
  return after < tokens.end && after <= head && article_.tokens[after].tag == Tag::pos && after < head;
}

// A name at the end of the words, or with but its place or its house behind it: "Hellas Chem of Piraeus",
// "Prof Ann Berg of the University of Marl".
bool SourceReader::closes_words(const Mention& name, Range tokens) const {
  const Index behind = token_from(article_, name.span.end);
  if (behind >= tokens.end) return true;
  const Spelling word = lower(article_, article_.tokens[behind]);
  if ((word != "of" && word != "in" && word != "from" && word != "at") || behind + 1 >= tokens.end)
    return false;
  const Mention* last = scene_.name_in(article_.tokens[tokens.end - 1].span);
  const Index begin = last == nullptr ? kNone : token_from(article_, last->span.begin);
  if (last == nullptr) return false;
  const bool determined = begin == behind + 2 && is(article_.tokens[behind + 1], WordClass::determiner);
  return (begin == behind + 1 || determined) && last->name_kind != NameKind::person;
}

// "director of roads [Ann Berg]", "the mine's manager, [Ann Berg]": a name that closes the words and follows
// a noun or the comma behind the head.
bool SourceReader::is_apposed(const Mention& name, Range tokens, Index head) const {
  const Token& told = article_.tokens[head];
  const bool one = lower(article_, told) == "one";                        // "one of them, Ann Berg"
  const bool titled = is(told, WordClass::title) && head > tokens.begin;  // "The Director-General, Ann Berg"
  if ((!is_person_word(told) && !is(told, WordClass::organisation) && !one && !titled) || tokens.empty() ||
      !closes_words(name, tokens))
    return false;
  const Index first = token_from(article_, name.span.begin);
  if (first <= head) return false;
  const Token& before = article_.tokens[first - 1];
  // "the committee member for health, Dr. Ann Berg"
  if ((before.pos == Pos::propn || article_.text(before) == ".") &&
      is(article_.tokens[first - 1], WordClass::title) && first >= 2 &&
      article_.text(article_.tokens[first - 2]) == ",")
    return true;
  // "the operator of the home, Sorrel Care": over its phrases.
  const auto comma = [&](Index i) { return article_.text(article_.tokens[i]) == ","; };
  bool alone = comma(first - 1);
  for (Index i = head + 1; i + 1 < first; ++i) alone = alone && !comma(i);
  return alone || ((before.tag == Tag::nn || before.tag == Tag::nns) && first > head + 1);
}

// "North Holland mayor [Ann Berg]": who holds an office of what is named
// before it.
bool SourceReader::is_officer_of(const Mention& name, const Mention& before) const {
  constexpr Index kLongest = 3;  // words of the office
  const Index begin = token_from(article_, before.span.end);
  const Index end = token_from(article_, name.span.begin);
  if (begin >= end || end - begin > kLongest || !is_person_word(article_.tokens[end - 1])) return false;
  return std::all_of(article_.tokens.begin() + begin, article_.tokens.begin() + end, [](const Token& word) {
    return word.kind == TokenKind::word && (word.flags & kCapitalised) == 0 &&
           (word.pos == Pos::noun || word.pos == Pos::propn || word.pos == Pos::adj);
  });
}

Source SourceReader::read_words(Span words) const {
  const Range tokens = token_range(article_, words);
  const Index head = first_head(article_, tokens);
  const Mention* over_head = nullptr;
  const Mention* person = nullptr;
  const Mention* owner = nullptr;
  const Mention* body = nullptr;  // "the company that owns it, [Fennor Holdings]"
  for (const Mention* name : scene_.names_in(words)) {
    // "The Director-[General] of the board"
    const bool of_title = name->span == article_.tokens[head].span && head > tokens.begin &&
                          article_.text(article_.tokens[head - 1]) == "-" &&
                          is(article_.tokens[head], WordClass::title);
    if (of_title) continue;
    if (name->span.contains(article_.tokens[head].span)) over_head = name;
    const bool other = name->name_kind == NameKind::other;
    if ((other || name->name_kind == NameKind::organisation) && over_head == nullptr && person == nullptr &&
        is_apposed(*name, tokens, head))
      (other && is_person_word(article_.tokens[head]) ? person : body) = name;
    if (person != nullptr && name->name_kind == NameKind::person && is_officer_of(*name, *person))
      person = name;
    if (person != nullptr || name->name_kind != NameKind::person) continue;
    if (owns_head(*name, tokens, head)) {
      owner = name;
      continue;
    }
    // "A spokesman, Inspector Luis Ortega", "director of roads Martina Boyce": the head says what he is.
    const bool apposed = name->span.begin > article_.tokens[head].span.begin &&
                         (role_of(article_, *name).span.overlaps(article_.tokens[head].span) ||
                          is_apposed(*name, tokens, head));
    if (name->span.begin <= article_.tokens[head].span.begin || apposed) person = name;
  }
  Source source;
  const std::string joined = person == nullptr ? body_joined_by_and(tokens, head) : std::string();
  if (!joined.empty()) {
    source.name = joined;
  } else if (person != nullptr) {
    source = read_person(*person);
    // "the finance director, Ann Berg"
    if (source.role.empty() && person->span.begin > article_.tokens[head].span.begin &&
        is_apposed(*person, tokens, head) && is_person_word(article_.tokens[head]))
      source.role = persons_[source.name].role = role_in(tokens, head);
  } else if (body != nullptr && over_head == nullptr) {
    source.name = named(*body);
    source.role = role_in(tokens, head);
  } else if (over_head != nullptr) {
    source = read_named(*over_head, tokens, head);
    source.name = with_people(*over_head, tokens, std::move(source.name));
    if (over_head->name_kind == NameKind::other && over_head->span.begin > words.begin) source.role.clear();
  } else {
    source = read_unnamed(words, tokens, head);
    if (const Mention* one = person_in_role(source, tokens, head)) source = read_person(*one);
    if (owner != nullptr && source.of.empty()) source.of = full_name(article_, *owner);
    if (source.anonymous) name_given(tokens, source);
  }
  source.span = words;
  return source;
}

// "a man who gave his name only as Idris", "a nurse who asked to be identified as Rosa": the name that he
// goes by.
void SourceReader::name_given(Range tokens, Source& source) const {
  constexpr Index kFarthest = 16;
  bool names = false;
  for (Index i = tokens.begin; i + 1 < article_.tokens.size() && i < tokens.begin + kFarthest; ++i) {
    const Token& token = article_.tokens[i];
    if (article_.text(token) == "." || is_quote(token)) return;
    const Spelling word = lower(article_, token);
    names = names || word == "name" || word == "identified" || word == "known" || word == "named";
    if (!names || word != "as") continue;
    const Index name = name_at(article_, article_.tokens[i + 1].span.begin);
    const NameKind kind = name == kNone ? NameKind::none : article_.names[name].name_kind;
    if (kind != NameKind::person && kind != NameKind::other) return;
    source.name = full_name(article_, article_.names[name]);
    source.anonymous = false;
    return;
  }
}

// "the National Oceanic and Atmospheric Administration": all of its name.
std::string SourceReader::body_joined_by_and(Range tokens, Index head) const {
  if (head >= tokens.end || !is_any(article_.tokens[head], {WordClass::organisation, WordClass::group}) ||
      !is_capital(article_.tokens[head]))
    return {};
  for (Index i = tokens.begin; i < head; ++i) {
    if (!joins_body(article_, tokens, i)) continue;
    const bool article = is(article_.tokens[tokens.begin], WordClass::determiner);
    return std::string(
        article_.text(article_.span_of({article ? tokens.begin + 1 : tokens.begin, head + 1})));
  }
  return {};
}

// "the Scottish Government": a single word for a body, with whose it is.
std::string SourceReader::with_people(const Mention& body, Range tokens, std::string name) const {
  const Index first = token_from(article_, body.span.begin);
  if (first <= tokens.begin || name.find(' ') != std::string::npos || name != article_.text(body.span) ||
      !is(article_.tokens[first], WordClass::organisation))
    return name;
  const Index before = name_at(article_, article_.tokens[first - 1].span.begin);
  if (before == kNone || article_.names[before].name_kind != NameKind::people) return name;
  return std::string(article_.text(article_.names[before].span)) + " " + name;
}

// "The Ministry of Unification spokesperson": a name over the head, and the role after it.
Source SourceReader::read_named(const Mention& name, Range tokens, Index head) const {
  Source source;
  source.name = named(name);
  Index after = head;
  while (after < tokens.end && article_.tokens[after].span.begin < name.span.end) ++after;
  Index role_end = after;
  while (role_end < tokens.end && article_.tokens[role_end].kind == TokenKind::word &&
         !is(article_.tokens[role_end], WordClass::preposition))
    ++role_end;
  if (role_end > after && is_person_word(article_.tokens[role_end - 1])) {
    source.role = lower_case(article_.text(article_.span_of({after, role_end})));
    // "the UNRO spokeswoman": who she is was told before.
    if (const Mention* one = person_in_role(source, {tokens.begin, role_end}, role_end - 1))
      return read_person(*one);
  }
  return source;
}

// No name at the head: a role, with the body it belongs to.
Source SourceReader::read_unnamed(Span words, Range tokens, Index head) const {
  if (head < tokens.end && is(article_.tokens[head], WordClass::report_noun) &&
      !is(article_.tokens[head], WordClass::source_noun))
    return read_document(words, tokens, head);
  Source source;
  source.role = role_in(tokens, head);
  source.name = printed_name(tokens, head);
  if (!source.name.empty()) {
    source.role.clear();
    return source;
  }
  source.name = body_in(words, tokens, head);
  const Token& head_token = article_.tokens[std::min<std::size_t>(head, article_.tokens.size() - 1)];
  if (source.name.empty() && !tokens.empty()) {
    // "the ministry", "ministry officials": named before.
    // The head alone, where it is a body: "the military police" is no other with "military" in its name.
    const Index from = is(head_token, WordClass::organisation) ? head : tokens.begin;
    for (Index i = from; i <= head && source.name.empty(); ++i) {
      const bool body = is(article_.tokens[i], WordClass::organisation);
      if (body) source.name = body_named({tokens.begin, i + 1}, words.begin);
    }
    if (!source.name.empty() && is(head_token, WordClass::organisation)) source.role.clear();
  }
  if (source.name.empty() && !source.role.empty() && is_person_word(head_token))
    source.of = body_joined(tokens, head);
  if (source.name.empty() && source.of.empty() && is_person_word(head_token))
    source.of = body_owning(tokens, head);
  // "police", "the organisers", "the union" are known by what they are; "officials" are not.
  const bool body = is(head_token, WordClass::organisation) ||
                    (is(head_token, WordClass::role) && head_token.tag == Tag::nns &&
                     !is(head_token, WordClass::source_noun));
  source.anonymous = source.name.empty() && !body &&
                     (is(head_token, WordClass::source_noun) || head_token.tag == Tag::nns ||
                      head_token.tag == Tag::cd || is_person_word(head_token));
  return source;
}

// "the barman", "the UNRO spokeswoman": the one person told before who is that; null where two are.
const Mention* SourceReader::person_in_role(const Source& source, Range tokens, Index head) const {
  // "the barman, 44"
  const bool aged = head + 3 == tokens.end && article_.text(article_.tokens[head + 1]) == "," &&
                    article_.tokens[head + 2].kind == TokenKind::number;
  if (tokens.empty() || head >= tokens.end || source.role.empty() || (head + 1 != tokens.end && !aged) ||
      lower(article_, article_.tokens[tokens.begin]) != "the" ||
      (article_.tokens[head].tag != Tag::nn && article_.tokens[head].tag != Tag::nnp) ||
      !is_any(article_.tokens[head], {WordClass::role, WordClass::source_noun}) ||
      is(article_.tokens[head], WordClass::organisation))
    return nullptr;
  const auto end = std::ranges::lower_bound(article_.names, article_.tokens[tokens.begin].span.begin, {},
                                            [](const Mention& m) { return m.span.begin; });
  const Mention* found = nullptr;
  std::string full;
  int looked = 0;
  for (auto at = end; at != article_.names.begin() && looked < 100; ++looked) {
    --at;
    if (at->name_kind != NameKind::person) continue;
    const Role role = role_of(article_, *at);
    const std::string known = lower_case(role.role);
    // "the Minister", who was told to be Minister of Energy
    const bool same = known == source.role || known.ends_with(" " + source.role) ||
                      known.starts_with(source.role + " of ") || known.starts_with(source.role + " for ");
    if (!same || (!source.name.empty() && !role.of.empty() && role.of != source.name)) continue;
    const std::string name = full_name(article_, *at);
    if (found != nullptr && name != full) return nullptr;
    found = &*at;
    full = name;
  }
  return found;
}

}  // namespace tally
