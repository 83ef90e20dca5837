// Noun groups by tags: determiner? (adjective | participle | noun | 's | hyphen)* noun.
#include "mention/noun_groups.h"

#include <algorithm>

#include "mention/year_counts.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kLongestGroup = 10;  // tokens
constexpr Index kMostLinks = 4;      // of a chain of noun phrases
constexpr Index kFarthest = 24;      // tokens looked back for what leads to an amount

}  // namespace

Range NounGroups::tokens_of(Span span) const {
  const auto first = article_.tokens.begin() + sentence_.begin;
  const auto last = article_.tokens.begin() + sentence_.end;
  const auto begin = std::lower_bound(first, last, span.begin,
                                      [](const Token& t, std::uint32_t at) { return t.span.end <= at; });
  const auto end = std::lower_bound(begin, last, span.end,
                                    [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  return {static_cast<Index>(begin - article_.tokens.begin()),
          static_cast<Index>(end - article_.tokens.begin())};
}

bool NounGroups::is(Index at, std::string_view word) const {
  if (at >= sentence_.end) return false;
  const std::string_view text = article_.text(article_.tokens[at]);
  return text.size() == word.size() && std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b;
         });
}

// The tags of words in other alphabets than the Latin one mean nothing.
bool NounGroups::is_noun(Index at) const {
  constexpr unsigned char kGreek = 0xCE;  // the first byte of its letters, and less than that of all behind
  const Token& token = article_.tokens[at];
  return is_nominal(token.tag) && token.kind == TokenKind::word &&
         static_cast<unsigned char>(article_.text()[token.span.begin]) < kGreek;
}

bool NounGroups::is_modifier(Index at) const {
  const Tag t = tag(at);
  return is_adjective(t) || t == Tag::vbn || t == Tag::vbg || t == Tag::pos || t == Tag::hyph ||
         t == Tag::afx;
}

Range NounGroups::group_at(Index at) const {
  Index end = at;
  Index after_noun = at;
  bool plural = false;
  for (; end < sentence_.end && end - at < kLongestGroup; ++end) {
    if (is_apart(end)) break;
    if (after_noun == end && joins_word(end)) continue;  // "18 fact-checkers"
    if (const Index behind = plural ? end : behind_compound(end); behind != end) {
      end = behind - 1;  // "two well-known hosts", "five state-of-the-art plants"
      continue;
    }
    if (const Index joined = behind_joined_number(end); after_noun == end && joined != end) {
      end = joined - 1;  // "7 million COVID-19 cases", "five F-16 jets"
    } else if (is_noun(end)) {
      // "13 people Monday": a plural noun ends the group before a name.
      const bool name = tag(end) == Tag::nnp || tag(end) == Tag::nnps;
      if (plural && name) break;
      // "300 people sleep", "two in three men smoke": verbs that look like nouns.
      if (plural && is_person(end - 1) && !(tag(end) == Tag::nns && is_person(end))) break;
      plural = tag(end) == Tag::nns;
      after_noun = end + 1;
    } else if (is_modifier(end)) {
      // A participle after a plural noun begins what is said of it.
      if (plural && (tag(end) == Tag::vbn || tag(end) == Tag::vbg || is_adjective(tag(end)))) break;
    } else if ((tag(end) == Tag::rb || tag(end) == Tag::rbs) && end + 1 < sentence_.end &&
               (is_adjective(tag(end + 1)) || tag(end + 1) == Tag::vbn)) {
      // "the five most recent polls", "two newly built mills"
      if (after_noun > at) break;
    } else if (tag(end) == Tag::rb && end == at && end + 1 < sentence_.end && is_noun(end + 1) &&
               vocabulary().may_be(article_.tokens[end].word, Pos::adj)) {
      continue;  // "43 daily admissions"
    } else {
      // "coal- and gas-fired plants": the head of both stands behind.
      if (after_noun == end && is(end, "-") && (is(end + 1, "and") || is(end + 1, "or"))) {
        ++end;
        continue;
      }
      // "large, old trees".
      const bool joins = (tag(end) == Tag::comma || tag(end) == Tag::cc) && after_noun == at && end > at;
      const bool between = joins && end + 1 < sentence_.end && is_adjective(tag(end + 1));
      if (!between) break;
    }
  }
  // A possessive at the end belongs to what is not there.
  return after_noun > at ? Range{at, after_noun} : Range{};
}

Range NounGroups::described_at(Index at) const {
  const Range found = group_at(at);
  if (found.empty()) return {};
  const Tag first = tag(found.begin);
  const bool other = first == Tag::nnp || first == Tag::nnps || first == Tag::vbg || first == Tag::vbn;
  return other || is_in(article_.dates, found) ? Range{} : found;
}

bool NounGroups::is_in(const std::vector<Mention>& mentions, Range tokens) const {
  const Span span = article_.span_of(tokens);
  const auto after =
      std::upper_bound(mentions.begin(), mentions.end(), span.begin,
                       [](std::uint32_t at, const Mention& mention) { return at < mention.span.begin; });
  if (after != mentions.end() && after->span.overlaps(span)) return true;
  for (auto before = after; before != mentions.begin() && after - before < 4;) {
    if ((--before)->span.overlaps(span)) return true;
  }
  return false;
}

Range NounGroups::after_of(Index at) const {
  if (!is(at, "of")) return {};
  Index from = at + 1;
  while (from < sentence_.end && (tag(from) == Tag::dt || tag(from) == Tag::prps || tag(from) == Tag::pdt))
    ++from;
  if (from < sentence_.end && tag(from) == Tag::cd) return {};
  return group_at(from);
}

// "14 of its 60 branches": what both numbers count.
Range NounGroups::counted_of_number(Index at) const {
  if (!is(at, "of") && !(is(at, "out") && is(at + 1, "of"))) return {};
  Index from = is(at, "of") ? at + 1 : at + 2;
  while (from < sentence_.end && (tag(from) == Tag::dt || tag(from) == Tag::prps || is_adjective(tag(from))))
    ++from;
  Index end = from;
  while (end < sentence_.end && (article_.tokens[end].kind == TokenKind::number || tag(end) == Tag::cd))
    ++end;
  return end > from ? counted_after(end) : Range{};
}

bool NounGroups::names_people(Range group) const {
  const Span span = article_.span_of(group);
  const auto name = std::ranges::lower_bound(article_.names, span.begin, {},
                                             [](const Mention& mention) { return mention.span.begin; });
  return name != article_.names.end() && name->span == span && name->name_kind == NameKind::people &&
         article_.text(span).ends_with('s');
}

Range NounGroups::counted_after(Index at) const {
  // "a dozen or so houses", "ten or more people"
  if (is(at, "or") && (is(at + 1, "so") || is(at + 1, "more") || is(at + 1, "fewer") || is(at + 1, "less")))
    at += 2;
  at = behind_rank(at);
  if (is(at, "+") && (article_.tokens[at].flags & kSpaceBefore) == 0) ++at;  // "50+ nurses"
  if (is(at, "of")) return after_of(at);
  if (at < sentence_.end) at = behind_size(at);
  if (at < sentence_.end && (article_.tokens[at].kind == TokenKind::number || tag(at) == Tag::cd)) return {};
  if (is(at, "more") || is(at, "other") || is(at, "additional") || is(at, "further")) ++at;
  // "three dead, 12 hurt"; but "two dead people"
  const bool described = at + 1 < sentence_.end && tag(at + 1) == Tag::nns;
  if (is(at, "per") || ((is(at, "hurt") || is(at, "dead")) && !described)) return {};
  // "a 14-man squad" counts men, and describes the squad; but no dash.
  if (!is(at, "-") || (article_.tokens[at].flags & kSpaceBefore) != 0) return group_at(at);
  if (at + 1 >= sentence_.end) return {};
  if (is(at + 1, "odd") || is(at + 1, "plus")) return group_at(at + 2);
  if (is_adjective(tag(at + 1))) return {};  // "300-strong"
  const Range group = group_at(at + 1);
  return group.size() > 1 && is_noun(group.begin) ? Range{group.begin, group.begin + 1} : group;
}

bool NounGroups::is_step(Index begin, Index end, Direction change) const {
  if (change == Direction::up || change == Direction::down) return true;
  const auto is_any_of = [&](Index at, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return is(at, word); });
  };
  if (begin > sentence_.begin && is_any_of(begin - 1, {"up", "down", "by", "another", "further"}))
    return true;
  return is_any_of(end, {"lower", "higher", "more", "less", "fewer", "above", "below", "up", "down", "ahead",
                         "behind", "under", "over", "better", "worse", "clear", "short", "off"});
}

// Nothing follows that the number before could count or measure.
bool NounGroups::ends_phrase(Index at) const {
  if (at >= sentence_.end) return true;
  if (is(at, "-") || is(at, "%") || is(at, "/") || tag(at) == Tag::cd) return false;
  return !is_noun(at) && !is_modifier(at);
}

bool NounGroups::is_pronoun(Range number) const {
  if (number.size() != 1 || number.begin == sentence_.begin || !is(number.begin, "one")) return false;
  const Tag before = tag(number.begin - 1);
  if (!is_adjective(before) && !is(number.begin - 1, "a") && !is(number.begin - 1, "another")) return false;
  return counted_after(number.end).empty() && !is(number.end, "-") && !is(number.end, "in");
}

bool NounGroups::is_year_of_clause(Range number) const {
  if (number.size() != 1 || number.begin == sentence_.begin || number.end >= sentence_.end) return false;
  const std::string_view text = article_.text(article_.tokens[number.begin]);
  const bool year = text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
  return year && is_noun(number.end) && !counts_what_follows(article_, number.begin, sentence_);
}

bool NounGroups::continues(Index at) const {
  if (at == sentence_.begin) return false;
  const Index before = at - 1;
  if (is(before, "(") || is(before, "/")) return true;
  const bool joins = tag(before) == Tag::comma || tag(before) == Tag::cc || is(before, "or");
  return joins && before > sentence_.begin &&
         (tag(before - 1) == Tag::cd || is(before - 1, "%") || is(before - 1, "percent"));
}

Range NounGroups::phrase_before(Index end, Index depth) const {
  Index begin = end;
  while (begin > sentence_.begin && end - begin < kLongestGroup &&
         (is_noun(begin - 1) || is_modifier(begin - 1)))
    --begin;
  while (begin < end && (tag(begin) == Tag::pos || tag(begin) == Tag::hyph)) ++begin;
  if (begin == end || !is_noun(end - 1)) return {};
  // What it hangs on: "exports to China", "the price of oil".
  Index before = begin;
  while (before > sentence_.begin && (tag(before - 1) == Tag::dt || tag(before - 1) == Tag::prps)) --before;
  if (before > sentence_.begin + 1 &&
      (is(before - 1, "of") || is(before - 1, "to") || is(before - 1, "for") || is(before - 1, "in"))) {
    const Index preposition = before - 1;
    if (preposition > sentence_.begin && is_noun(preposition - 1)) {
      const Range outer = depth < kMostLinks ? phrase_before(preposition, depth + 1) : Range{};
      if (!outer.empty() && end - outer.begin < 2 * kLongestGroup) return {outer.begin, end};
    }
  }
  return {begin, end};
}

bool NounGroups::is_verbal(Index at) const {
  const Tag t = tag(at);
  return is_verb(t) || t == Tag::md || t == Tag::to || t == Tag::rb || t == Tag::rp;
}

Range NounGroups::subject_before(Index end) const {
  bool infinitive = false;
  Index at = end;
  while (at > sentence_.begin && end - at < kFarthest) {
    while (at > sentence_.begin && is_verbal(at - 1)) {
      --at;
      infinitive = infinitive || tag(at) == Tag::to;
    }
    // The nearest noun phrase, over times and brackets.
    while (at > sentence_.begin && !is_noun(at - 1) && !is_verbal(at - 1)) --at;
    if (at == sentence_.begin) return {};
    if (is_verbal(at - 1)) continue;
    Range found = phrase_before(at);
    if (found.empty()) return {};
    const bool prepositional = found.begin > sentence_.begin && tag(found.begin - 1) == Tag::in;
    if (prepositional || is_in(article_.dates, found)) {
      at = found.begin;
      if (prepositional) --at;
      continue;
    }
    if (!infinitive || found.begin == sentence_.begin || !is_verbal(found.begin - 1)) return found;
    infinitive = false;
    at = found.begin;
  }
  return {};
}

Range NounGroups::leading_to(Index at) const {
  if (at > sentence_.begin && is_verbal(at - 1)) {
    if (const Range subject = subject_before(at); !subject.empty()) return subject;
  }
  for (Index back = at; back > sentence_.begin && at - back < kFarthest; --back) {
    if (!is_noun(back - 1)) continue;
    const Range found = phrase_before(back);
    // Units and times lead to nothing: "rose 7 percent to".
    if (!found.empty() && !is_in(article_.amounts, found) && !is_in(article_.dates, found)) return found;
  }
  return {};
}

Range NounGroups::next_group(Index at) const {
  for (Index from = at; from < sentence_.end && from - at < kFarthest; ++from) {
    const Range found = group_at(from);
    if (!found.empty()) return found;
  }
  return {};
}

bool NounGroups::is_year_of_name(Range number) const {
  if (number.size() != 1 || number.begin == sentence_.begin || number.end >= sentence_.end) return false;
  const std::string_view text = article_.text(article_.tokens[number.begin]);
  const bool year =
      text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) && !text.ends_with("00");
  const bool named =
      tag(number.begin - 1) == Tag::nnp && !is_in(article_.dates, {number.begin - 1, number.begin});
  return year && named && is_noun(number.end);
}

std::string NounGroups::per_after(Index at) const {
  if (!is(at, "per") || at + 1 >= sentence_.end) return {};
  std::string unit = "_per_";
  if (is(at + 1, "million")) return unit + "1000000";
  if (article_.tokens[at + 1].kind != TokenKind::number && !is_noun(at + 1) && !is_modifier(at + 1))
    return {};
  add_lower(at + 1, unit);
  if ((is(at + 1, "square") || is(at + 1, "cubic")) && at + 2 < sentence_.end && is_noun(at + 2)) {
    unit += '_';
    add_lower(at + 2, unit);
  }
  return unit;
}

Range NounGroups::base_of_share(Index at) const {
  if (is(at, "in")) {
    ++at;
  } else if (is(at, "out") && is(at + 1, "of")) {
    at += 2;
  } else {
    return {};
  }
  if (is(at, "every") || is(at, "each")) ++at;
  const Index first = is(at, "a") ? at + 1 : at;  // "one person in a hundred"
  Index end = first;
  while (end < sentence_.end && (article_.tokens[end].kind == TokenKind::number || tag(end) == Tag::cd))
    ++end;
  const bool bare = end > first && counted_after(end).empty() && !is(end, "-") && !is(end, "of");
  return bare ? Range{at, end} : Range{};
}

bool NounGroups::is_won_by(Range number, Index won, bool small) const {
  const Index next = won + 1;
  if (next >= sentence_.end || article_.tokens[next].kind == TokenKind::punctuation) return false;
  if (is(next, "a") || is(next, "an") || is(next, "per") || is(next, "each")) return false;
  if (is(next, "coin") || is(next, "note") || is(next, "bill") || is(next, "fee")) return false;
  const Tag t = number.begin == sentence_.begin ? Tag::comma : tag(number.begin - 1);
  const bool subject = t == Tag::dt || t == Tag::comma || t == Tag::cc || is_nominal(t);
  const bool object = tag(next) == Tag::nns || tag(next) == Tag::dt || tag(next) == Tag::prps ||
                      tag(next) == Tag::nnp || tag(next) == Tag::cd || is_adjective(tag(next));
  return subject && (object || small);
}

bool NounGroups::befalls_people(Range counted) const {
  if (is_any(article_.tokens[counted.end - 1], {WordClass::thing, WordClass::animal})) return false;
  Index at = counted.end + 1;  // behind "per"
  while (at < sentence_.end && (article_.tokens[at].kind == TokenKind::number || tag(at) == Tag::cd)) ++at;
  const Range base = group_at(at);
  if (base.empty()) return true;
  return is_person(base.end - 1) || is(base.end - 1, "population") || is(base.end - 1, "inhabitants");
}

void NounGroups::add_lower(Index at, std::string& to) const {
  for (const char c : article_.text(article_.tokens[at])) {
    if (c != ',') to += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
}

bool NounGroups::is_person(Index at) const {
  return is_any(article_.tokens[at], {WordClass::person, WordClass::demonym}) || is(at, "people") ||
         is(at, "police");
}

}  // namespace tally
