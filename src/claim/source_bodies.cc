// The body that a source belongs to, the role told of it, and documents that speak for who wrote them.
//
//   "the company's lawyer" → of "company"     "the ministry's table" → of "ministry", role "table"
#include <algorithm>
#include <array>

#include "base/characters.h"
#include "claim/source_tokens.h"
#include "claim/sources.h"
#include "mention/names.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {

bool is_person_word(const Token& token) {
  return is(token, WordClass::role) || is(token, WordClass::source_noun) || is(token, WordClass::person) ||
         is(token, WordClass::group);
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
  const Spelling joint = lower(article_, article_.tokens[head + 1]);
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
  if (!is_any(body, {WordClass::organisation, WordClass::role, WordClass::group, WordClass::place}))
    return {};
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
  // "The bureau published its yearbook. [The table] gives 57": whose it was in the sentence before.
  const Index sentence = sentence_at(article_, words.begin);
  if (source.name.empty() && owner.role.empty() && head == tokens.begin + 1 && sentence != kNone &&
      article_.tokens[tokens.begin].tag == Tag::dt &&
      lower(article_, article_.tokens[tokens.begin]) == "the" && tokens.size() == 2)
    owner = publisher_before(sentence);
  if (source.name.empty()) source.name = owner.name;
  // A document without an owner stands for itself: "the annual report".
  source.of = source.name.empty() ? owner.role : owner.of;
  return source;
}

// "the ministry's table", "its count", "police figures".
Source SourceReader::owner_before(Range tokens, Index head) const {
  for (Index i = head; i-- > tokens.begin;) {
    const Token& token = article_.tokens[i];
    if (token.tag == Tag::prps) return owner_told(i);
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

// "The army lost 214 men, by [its] own account": whose a document is by a pronoun. What is "its" or "theirs"
// is no one person's.
Source SourceReader::owner_told(Index pronoun) const {
  const Spelling word = lower(article_, article_.tokens[pronoun]);
  const Index sentence = sentence_at(article_, article_.tokens[pronoun].span.begin);
  if (word == "his" || word == "her") return called(last_person_).empty() ? last_ : last_person_;
  if (word != "its" && word != "their") return last_;
  if (sentence != kNone && pronoun > article_.sentences[sentence].tokens.begin + 1) {
    if (Source own = body_before(sentence + 1); !called(own).empty()) return own;
  }
  return called(last_) == called(last_person_) && !last_is_document_ ? last_body_ : last_;
}

// "a table published by the office", "figures from the bank", "the figure that the union gives".
Source SourceReader::owner_after(Range tokens, Index head) const {
  for (Index i = head + 1; i + 1 < tokens.end && i < head + 5; ++i) {
    const Spelling word = lower(article_, article_.tokens[i]);
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
                      (word == "of" && is(article_.tokens[owner], WordClass::report_noun)) ||
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
  // "the superintendent of police", "a secretary of state": what has no article is part of the office
  const bool bare = is(article_.tokens[head], WordClass::role) &&
                    !is(article_.tokens[head], WordClass::organisation) && head + 2 < tokens.end &&
                    article_.text(article_.tokens[head + 1]) == "of" &&
                    (article_.tokens[head + 2].tag == Tag::nn || article_.tokens[head + 2].tag == Tag::nns) &&
                    !is_capital(article_.tokens[head + 2]) &&
                    (head + 3 == tokens.end || article_.text(article_.tokens[head + 3]) == ",");
  if (bare) end = head + 3;
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

}  // namespace tally
