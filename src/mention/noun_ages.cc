// Numbers that tell how old somebody is, by the noun groups around them.
//
//   "the boy, 7, and a woman, 24."      "voters under 30 turned out"      "the median age was 38"
#include "mention/noun_groups.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {

bool NounGroups::is_age(Range number) const {
  if (number.size() != 1 || number.begin < sentence_.begin + 2 || number.end >= sentence_.end) return false;
  const Token& token = article_.tokens[number.begin];
  const Token& noun = article_.tokens[number.begin - 2];
  // "a woman, 24." too, where an article says that she is one.
  const bool ends = is(number.end, ".") || is(number.end, ";");
  const bool one = number.begin > sentence_.begin + 2 &&
                   (is(number.begin - 3, "a") || is(number.begin - 3, "an") || is(number.begin - 3, "the"));
  const bool set_off =
      tag(number.begin - 1) == Tag::comma && (tag(number.end) == Tag::comma || (ends && one));
  if (set_off && token.kind == TokenKind::number && noun.tag == Tag::nn &&
      is_any(noun, {WordClass::person, WordClass::kin}))
    return true;
  // "a boy of nine", "an usher of 17, Ann Berg"; but "a mother of three", "a crew of nine".
  const bool somebody = noun.tag == Tag::nn && is_any(noun, {WordClass::person, WordClass::role}) &&
                        !is_any(noun, {WordClass::kin, WordClass::group, WordClass::organisation});
  return is(number.begin - 1, "of") && somebody && has_article(number.begin - 2) && ends_phrase(number.end);
}

// "[a] small boy"
bool NounGroups::has_article(Index noun) const {
  while (noun > sentence_.begin && is_adjective(tag(noun - 1))) --noun;
  return noun > sentence_.begin && (is(noun - 1, "a") || is(noun - 1, "an"));
}

bool NounGroups::is_age_of_group(Range number) const {
  if (number.begin < sentence_.begin + 2) return false;
  const Index bound = number.begin - 1;
  if (!is(bound, "under") && !is(bound, "over") && !is(bound, "above") && !is(bound, "below")) return false;
  const Index group = bound - 1;
  const bool people = (tag(group) == Tag::nns && is_person(group)) || is(group, "people") ||
                      is(group, "those") || is(group, "anyone") || is(group, "everyone");
  return people && ends_phrase(number.end);
}

bool NounGroups::is_age_told(Range number) const {
  if (number.begin == sentence_.begin || !ends_phrase(number.end)) return false;
  const Index verb = number.begin - 1;
  if (!is(verb, "was") && !is(verb, "is") && !is(verb, "were") && !is(verb, "are")) return false;
  const Range subject = subject_before(number.begin);
  for (Index at = subject.begin; at < subject.end; ++at) {
    const bool head = at + 1 == subject.end || is(at + 1, "of") || is(at + 1, "at") || is(at + 1, "for");
    if ((is(at, "age") || is(at, "ages")) && head) return true;
  }
  return false;
}

}  // namespace tally
