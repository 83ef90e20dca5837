// The words that name a source → its name, its role and the body it belongs to.
//
//   a lawyer for the company → role "lawyer", of "company"      police figures → of "police"
#include <algorithm>
#include <array>

#include "base/characters.h"
#include "claim/sources.h"
#include "mention/names.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

bool is_person_word(const Token& token) {
  return is(token, WordClass::role) || is(token, WordClass::source_noun) || is(token, WordClass::person) ||
         is(token, WordClass::group);
}

// The tokens that end within a span.
Range tokens_within(const Article& article, Span words) {
  const Index begin = token_from(article, words.begin);
  Index end = begin;
  while (end < article.tokens.size() && article.tokens[end].span.end <= words.end) ++end;
  return {begin, end};
}

bool is_quote(const Token& token) {
  return token.tag == Tag::open_quote || token.tag == Tag::close_quote;
}

bool is_capital(const Token& token) {
  return (token.flags & kCapitalised) != 0;
}

// "National Oceanic [and] Atmospheric Administration", "Parks [and] Wildlife manager Nic Dunn": between two
// words in capitals of which the first names nobody and no body, and one behind does.
bool joins_body(const Article& article, Range tokens, Index at) {
  if (article.text(article.tokens[at]) != "and" || at <= tokens.begin || at + 1 >= tokens.end) return false;
  if (!is_capital(article.tokens[at + 1])) return false;
  for (Index i = tokens.begin; i < at; ++i) {
    const Token& before = article.tokens[i];
    if (is(before, WordClass::determiner)) continue;
    const Index name = name_at(article, before.span.begin);
    const bool person = name != kNone && article.names[name].name_kind == NameKind::person;
    if (!is_capital(before) || person || is_any(before, {WordClass::role, WordClass::organisation}))
      return false;
  }
  Index end = at + 1;
  while (end < tokens.end && article.tokens[end].kind == TokenKind::word &&
         (is_capital(article.tokens[end]) || is_nominal(article.tokens[end].tag) ||
          is_adjective(article.tokens[end].tag)))
    ++end;
  for (Index i = at + 2; i < end; ++i) {
    if (is_any(article.tokens[i], {WordClass::organisation, WordClass::role, WordClass::group})) return true;
  }
  return false;
}

// The head of the first noun group: the last word before "of", "for", a comma or the end.
Index first_head(const Article& article, Range tokens) {
  Index head = tokens.begin;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = article.tokens[i];
    // "more than 180,000 holders", "400 more than the union's people".
    const bool compares =
        i > tokens.begin && (article.tokens[i - 1].tag == Tag::jjr || article.tokens[i - 1].tag == Tag::rbr ||
                             i == tokens.begin + 1);
    if (article.text(token) == "than" && compares) continue;
    // "her son-in-law"
    if (i > tokens.begin && article.text(article.tokens[i - 1]) == "-" &&
        article.tokens[i - 1].span.end == token.span.begin) {
      if (token.kind == TokenKind::word) head = i;
      continue;
    }
    if (joins_body(article, tokens, i)) continue;
    if (i > tokens.begin && (is(token, WordClass::preposition) || article.text(token) == "," ||
                             is(token, WordClass::conjunction) ||
                             (is(token, WordClass::relative_pronoun) && (token.flags & kAllCapitals) == 0)))
      break;
    // "figures released by", "officials speaking to": what hangs on the noun.
    const bool hangs = (token.tag == Tag::vbn || token.tag == Tag::vbd || token.tag == Tag::vbg) &&
                       (token.flags & kCapitalised) == 0;
    if (hangs && i > tokens.begin && is_nominal(article.tokens[i - 1].tag)) break;
    if (token.kind == TokenKind::word) head = i;
  }
  return head;
}

}  // namespace

// "[Berg]'s party": whose the head is.
bool SourceReader::owns_head(const Mention& name, Range tokens, Index head) const {
  const Index after = token_from(article_, name.span.end);
  return after < tokens.end && after <= head && article_.tokens[after].tag == Tag::pos && after < head;
}

// "director of roads [Ann Berg]", "the mine's manager, [Ann Berg]": a name that closes the words and follows
// a noun or the comma behind the head.
bool SourceReader::is_apposed(const Mention& name, Range tokens, Index head) const {
  const Token& told = article_.tokens[head];
  const bool one = lower(article_, told) == "one";  // "one of them, Ann Berg"
  if ((!is_person_word(told) && !is(told, WordClass::organisation) && !one) || tokens.empty() ||
      name.span.end < article_.tokens[tokens.end - 1].span.end)
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

Source SourceReader::read_words(Span words) const {
  const Range tokens = tokens_within(article_, words);
  const Index head = first_head(article_, tokens);
  const Mention* over_head = nullptr;
  const Mention* person = nullptr;
  const Mention* owner = nullptr;
  const Mention* body = nullptr;  // "the company that owns it, [Fennor Holdings]"
  for (const Mention* name : scene_.names_in(words)) {
    if (name->span.contains(article_.tokens[head].span)) over_head = name;
    const bool other = name->name_kind == NameKind::other;
    if ((other || name->name_kind == NameKind::organisation) && over_head == nullptr && person == nullptr &&
        is_apposed(*name, tokens, head))
      (other && is_person_word(article_.tokens[head]) ? person : body) = name;
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
    const std::string word = lower(article_, token);
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
      lower(article_, article_.tokens[tokens.begin]) != "the" || article_.tokens[head].tag != Tag::nn ||
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
    const bool same = known == source.role || known.ends_with(" " + source.role);
    if (!same || (!source.name.empty() && !role.of.empty() && role.of != source.name)) continue;
    const std::string name = full_name(article_, *at);
    if (found != nullptr && name != full) return nullptr;
    found = &*at;
    full = name;
  }
  return found;
}

// "Ballot Watch", "Open Hands": capitals that no list knows, two words at least, for a body.
std::string SourceReader::printed_name(Range tokens, Index head) const {
  if (head >= tokens.end || is_person_word(article_.tokens[head]) ||
      is(article_.tokens[head], WordClass::organisation))
    return {};
  Index from = head + 1;
  const auto goes_on = [&](const Token& token) {
    if ((token.flags & kCapitalised) == 0) return false;
    // "Bright Cradle", also where it opens the sentence
    return is_nominal(token.tag) || token.tag == Tag::jj || token.tag == Tag::vbg;
  };
  while (from > tokens.begin && goes_on(article_.tokens[from - 1])) --from;
  if (from + 1 > head) return {};
  return std::string(article_.text(article_.span_of({from, head + 1})));
}

// "The company's lawyer", "the council's own officers": whose they are, by its name where that was told.
std::string SourceReader::body_owning(Range tokens, Index head) const {
  Index mark = head;
  while (mark > tokens.begin && article_.tokens[mark].tag != Tag::pos) --mark;
  if (mark == tokens.begin || !is(article_.tokens[mark - 1], WordClass::organisation)) return {};
  Index from = tokens.begin;
  if (is(article_.tokens[from], WordClass::determiner)) ++from;
  if (from >= mark) return {};
  std::string full = body_named({from, mark}, article_.tokens[tokens.begin].span.begin);
  return full.empty() ? lower_case(article_.text(article_.span_of({from, mark}))) : full;
}

// "a lawyer for the company", "a nurse at the infirmary": whose he is, by its name where that was told.
std::string SourceReader::body_joined(Range tokens, Index head) const {
  if (head + 2 >= tokens.end) return {};
  const std::string joint = lower(article_, article_.tokens[head + 1]);
  if (joint != "for" && joint != "of" && joint != "at" && joint != "with" && joint != "from") return {};
  Index begin = head + 2;
  if (is(article_.tokens[begin], WordClass::determiner) || article_.tokens[begin].tag == Tag::prps) ++begin;
  if (begin >= tokens.end) return {};
  // "a lawyer for Ann Berg"
  const Index name = name_at(article_, article_.tokens[begin].span.begin);
  if (name != kNone && article_.names[name].name_kind == NameKind::person)
    return full_name(article_, article_.names[name]);
  const Index last = first_head(article_, {begin, tokens.end});
  const Token& body = article_.tokens[last];
  if (!is(body, WordClass::organisation) && !is(body, WordClass::role)) return {};
  std::string full = is(body, WordClass::organisation)
                         ? body_called(lower_case(article_.text(body)), article_.tokens[begin].span.begin)
                         : std::string();
  return full.empty() ? lower_case(article_.text(article_.span_of({begin, last + 1}))) : full;
}

// "the health ministry" is no Ministry of Trade: the name has the noun before the word for a body as well.
std::string SourceReader::body_named(Range tokens, std::uint32_t before) const {
  const Index body = tokens.end - 1;
  std::string qualifier;
  if (body > tokens.begin) {
    const Token& word = article_.tokens[body - 1];
    const bool noun =
        word.tag == Tag::nn && !is(word, WordClass::organisation) && (word.flags & kCapitalised) == 0;
    if (noun) qualifier = lower_case(article_.text(word));
  }
  return body_called(lower_case(article_.text(article_.tokens[body])), before, qualifier);
}

Source SourceReader::read_document(Span words, Range tokens, Index head) const {
  is_document_ = true;
  // "our count": the report's own house.
  if (!tokens.empty() && lower(article_, article_.tokens[tokens.begin]) == "our")
    return {.name = {}, .role = lower_case(article_.text(article_.span_of({tokens.begin, head + 1})))};
  Source owner = owner_before(tokens, head);
  if (called(owner).empty()) owner = owner_after(tokens, head);
  Source source;
  source.role = role_in(tokens, head);
  source.name = owner.name;
  if (source.name.empty() && owner.role.empty()) source.name = body_in(words, tokens, head);
  // A document without an owner stands for itself: "the annual report".
  source.of = source.name.empty() ? owner.role : owner.of;
  return source;
}

// "the ministry's table", "its count", "police figures".
Source SourceReader::owner_before(Range tokens, Index head) const {
  for (Index i = head; i-- > tokens.begin;) {
    const Token& token = article_.tokens[i];
    if (token.tag == Tag::prps) return last_;
    if (token.tag == Tag::pos && i > tokens.begin) return read_words(article_.span_of({tokens.begin, i}));
  }
  Index from = head;
  while (
      from > tokens.begin && article_.tokens[from - 1].tag != Tag::jj &&
      is_any(article_.tokens[from - 1], {WordClass::organisation, WordClass::role, WordClass::source_noun}))
    --from;
  Source owner;
  // "Interior ministry data"
  while (from < head && from > tokens.begin && article_.tokens[from - 1].pos != Pos::adj &&
         is_nominal(article_.tokens[from - 1].tag) &&
         name_at(article_, article_.tokens[from - 1].span.begin) == kNone)
    --from;
  if (from < head && name_at(article_, article_.tokens[from].span.begin) == kNone)
    owner.role = lower_case(article_.text(article_.span_of({from, head})));
  return owner;
}

// "a table published by the office", "figures from the bank", "the figure that the union gives".
Source SourceReader::owner_after(Range tokens, Index head) const {
  for (Index i = head + 1; i + 1 < tokens.end && i < head + 5; ++i) {
    const std::string word = lower(article_, article_.tokens[i]);
    const bool joins = word == "by" || word == "from" || word == "of" ||
                       (i == head + 1 && is(article_.tokens[i], WordClass::relative_pronoun));
    if (!joins) continue;
    Index end = i + 1;
    while (end < tokens.end && !is_finite(article_.tokens[end].tag) &&
           article_.text(article_.tokens[end]) != ",")
      ++end;
    const Range rest{i + 1, end};
    if (rest.empty()) return {};
    const Index owner = first_head(article_, rest);
    const bool body = is_person_word(article_.tokens[owner]) ||
                      is(article_.tokens[owner], WordClass::organisation) ||
                      name_at(article_, article_.tokens[owner].span.begin) != kNone;
    return body ? read_words(article_.span_of(rest)) : Source{};
  }
  return {};
}

// The head with the words before it, back to a determiner, a possessive or a name.
std::string SourceReader::role_in(Range tokens, Index head) const {
  Index from = head;
  while (from > tokens.begin) {
    const Token& token = article_.tokens[from - 1];
    const bool hyphen = article_.text(token) == "-" && from - 1 > tokens.begin;
    // "the Paris-based group"
    if (hyphen && name_at(article_, article_.tokens[from - 2].span.begin) != kNone) {
      ++from;
      break;
    }
    // "the mayor's office", "the workers' council".
    const bool office = token.tag == Tag::pos && from - 1 > tokens.begin &&
                        is(article_.tokens[head], WordClass::organisation) &&
                        is_person_word(article_.tokens[from - 2]) &&
                        name_at(article_, article_.tokens[from - 2].span.begin) == kNone;
    if (office) {
      --from;
      continue;
    }
    if (is(token, WordClass::determiner) || token.tag == Tag::pos || token.tag == Tag::prps ||
        (token.kind != TokenKind::word && !hyphen))
      break;
    const Index name = name_at(article_, token.span.begin);
    // "the French coastguard": a people's name tells which.
    if (name != kNone && article_.names[name].name_kind != NameKind::people) break;
    --from;
  }
  // "One of them", "several of the miners".
  const bool counted =
      article_.tokens[head].tag == Tag::cd || is(article_.tokens[head], WordClass::determiner) ||
      is(article_.tokens[head], WordClass::cardinal) || is(article_.tokens[head], WordClass::vague);
  if (counted && head + 2 < tokens.end && article_.text(article_.tokens[head + 1]) == "of")
    return lower_case(article_.text(article_.span_of({from, std::min(tokens.end, head + 4)})));
  if (head >= tokens.end) return {};
  // "the council's own officers"
  if (from < head && article_.text(article_.tokens[from]) == "own") ++from;
  // "the ministry of health"
  const bool of = is(article_.tokens[head], WordClass::organisation) && head + 2 < tokens.end &&
                  article_.text(article_.tokens[head + 1]) == "of" &&
                  is_nominal(article_.tokens[head + 2].tag) &&
                  name_at(article_, article_.tokens[head + 2].span.begin) == kNone;
  Index end = of ? head + 3 : head + 1;
  // "the Minister for Health and Social Care"
  if (is_capital(article_.tokens[head]) && is(article_.tokens[head], WordClass::role))
    end = past_office(tokens, head + 1);
  return lower_case(article_.text(article_.span_of({from, end})));
}

// "Minister [for Health and Social Care]": in capitals, and no name.
Index SourceReader::past_office(Range tokens, Index at) const {
  Index end = at;
  while (end + 1 < tokens.end) {
    const std::string_view joint = article_.text(article_.tokens[end]);
    if (joint != "of" && joint != "for" && (end == at || joint != "and")) break;
    Index next = end + 1;
    while (next < tokens.end && is_capital(article_.tokens[next]) &&
           name_at(article_, article_.tokens[next].span.begin) == kNone)
      ++next;
    if (next == end + 1) break;
    end = next;
  }
  return end;
}

// Only what stands in the noun group and its phrases, before a comma or "who".
std::string SourceReader::body_in(Span words, Range tokens, Index head) const {
  std::uint32_t near = words.end;
  for (Index i = head + 1; i < tokens.end; ++i) {
    const Token& token = article_.tokens[i];
    if (article_.text(token) == "," || is(token, WordClass::relative_pronoun) || token.tag == Tag::vbg ||
        token.tag == Tag::vbn) {
      near = token.span.begin;
      break;
    }
  }
  std::string body;
  for (const Mention* name : scene_.names_in(words)) {
    if (name->span.begin >= near) break;
    if (name->name_kind == NameKind::people || name->name_kind == NameKind::person) continue;
    // "the Paris-based group"
    const Index after = token_from(article_, name->span.end);
    if (after < tokens.end && article_.text(article_.tokens[after]) == "-") continue;
    const bool place = name->name_kind == NameKind::place;
    // An organisation goes before the first place.
    if (place && !body.empty()) continue;
    body = named(*name);
    if (!place) break;
  }
  return body;
}

}  // namespace tally
