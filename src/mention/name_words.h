// What one token says about a name that it may belong to: its letter case, what the gazetteer and the
// vocabulary know of it. Shared by the files that find names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mention/gazetteer.h"
#include "tally/article.h"

namespace tally::names {

using gazetteer::bit;
using gazetteer::Kind;

inline constexpr std::uint32_t kPlaceKinds =
    bit(Kind::country) | bit(Kind::region) | bit(Kind::subdivision) | bit(Kind::city);
inline constexpr std::uint32_t kOrganisationKinds = bit(Kind::organisation) | bit(Kind::outlet);

// A name as it is being made.
struct Draft {
  Range tokens;
  Index sentence = kNone;
  NameKind kind = NameKind::other;
  std::string canonical;
  std::string country;
  std::string_view rule;
  bool sure = false;    // the kind is known, not guessed
  bool titled = false;  // a title stands before it
  std::uint32_t population = 0;
};

// The gazetteer's kinds of one token, by its lower-case form.
[[nodiscard]] std::uint32_t kinds_of(const Article& article, Index token);
// A word that is written small in the middle of a sentence: known to the vocabulary, and no name.
[[nodiscard]] bool is_plain_word(const Token& token);
[[nodiscard]] inline bool is_capitalised(const Token& token) {
  return token.kind == TokenKind::word && (token.flags & kCapitalised) != 0;
}
[[nodiscard]] inline bool spaced(const Token& token) {
  return (token.flags & kSpaceBefore) != 0;
}
[[nodiscard]] bool is_text(const Article& article, Index token, std::string_view text);
[[nodiscard]] bool is_hyphen(const Article& article, Index token);
// "s" of a possessive, with either apostrophe.
[[nodiscard]] bool is_possessive(const Article& article, Index token);

// All runs of capitalised words of a sentence, cut into names.
void find_in_sentence(const Article& article, Index sentence, std::vector<Draft>& out);
// Of a headline, where capitals say nothing: only names that `known` or the gazetteer tells.
class Known;
void find_in_headline(const Article& article, Index sentence, const Known& known, std::vector<Draft>& out);
[[nodiscard]] bool is_headline(const Article& article, Index sentence);

// What a run of tokens names, by its own words and those beside it.
void classify(const Article& article, Draft& draft);

// Short forms, acronyms and family names to the fullest form of the article.
void resolve(const Article& article, std::vector<Draft>& drafts);

}  // namespace tally::names
