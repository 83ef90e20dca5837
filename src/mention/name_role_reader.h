// The reader behind role_of: what stands beside one person's name. name_roles.cc reads what is before the
// name, name_roles_after.cc what follows it.
//
//   Roles(article, person).find()   role "spokesman", of "Ministry of Health"
#pragma once

#include <algorithm>
#include <string>

#include "mention/name_words.h"
#include "mention/names.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally::names {

inline constexpr Index kFarthest = 12;

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
  [[nodiscard]] Index past_bare_field(Index at, Index end) const;
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

}  // namespace tally::names
