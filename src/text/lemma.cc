// Tagged token → lemma: by the vocabulary, else by rule.
#include "base/characters.h"
#include "text/inflection.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// A base form stands for itself, even where the same letters are also a form of another word.
bool is_base(Tag tag) {
  return tag == Tag::vb || tag == Tag::vbp || tag == Tag::nn || tag == Tag::jj || tag == Tag::rb ||
         tag == Tag::md;
}

}  // namespace

WordId lower_word(const Token& token) {
  // Another spelling of the same word is longer or shorter in bytes ("’" for "'").
  return token.word != 0 && vocabulary().text(token.word).size() == token.span.size() ? token.word : 0;
}

WordId lemma_word(const Token& token) {
  const auto& words = vocabulary();
  if (token.pos == Pos::propn || token.word == 0) return 0;
  if (is_base(token.tag) && words.is_lemma(token.word, token.pos)) return token.word;
  return words.may_be(token.word, token.pos) ? words.lemma_id(token.word, token.pos) : 0;
}

Spelling lemma(const Article& article, const Token& token) {
  if (token.pos == Pos::propn) return Spelling(article.text(token));
  const auto& words = vocabulary();
  if (token.word == 0) return Spelling(guess_lemma(lower(article, token), token.tag));
  if (is_base(token.tag) && words.is_lemma(token.word, token.pos)) return Spelling(words.text(token.word));
  if (words.may_be(token.word, token.pos)) return Spelling(words.lemma(token.word, token.pos));
  return Spelling(guess_lemma(words.text(token.word), token.tag));
}

}  // namespace tally
