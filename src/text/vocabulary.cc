#include "text/vocabulary.h"

#include "base/characters.h"

namespace tally {

WordId Vocabulary::find(std::string_view) const {
  return 0;
}
std::string_view Vocabulary::text(WordId) const {
  return {};
}
bool Vocabulary::is(WordId, WordClass) const {
  return false;
}
std::string_view Vocabulary::lemma(WordId, Pos) const {
  return {};
}
std::string_view Vocabulary::root(WordId) const {
  return {};
}
const Vocabulary& vocabulary() {
  static const Vocabulary only;
  return only;
}
std::string lower(const Article& article, const Token& token) {
  return lower_case(article.text(token));
}
std::string lemma(const Article& article, const Token& token) {
  return lower(article, token);
}

}  // namespace tally
