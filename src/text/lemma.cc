// Tagged token → lemma: by the vocabulary, else by rule.
#include <array>

#include "base/characters.h"
#include "text/inflection.h"
#include "text/vocabulary.h"
#include "text/vocabulary_growth.h"

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

namespace {

// The lemmas of forms asked for of late: what the vocabulary says of a form and of its lemma lies far apart.
std::string_view lemma_of_form(WordId word, Pos pos) {
  struct Remembered {
    WordId word = 0;
    std::uint32_t slot = 0;
    std::string_view lemma;
  };
  constexpr std::size_t kRemembered = 2048;
  static thread_local std::array<Remembered, kRemembered> remembered{};
  static thread_local std::uint32_t growth = 0;
  if (growth != vocabulary_growth) remembered = {};
  growth = vocabulary_growth;
  const std::uint32_t slot = format::slot_of(pos);
  Remembered& one = remembered[(word * std::size_t{format::kSlots} + slot) % kRemembered];
  if (one.word != word || one.slot != slot) one = {word, slot, vocabulary().lemma(word, pos)};
  return one.lemma;
}

}  // namespace

Spelling lemma(const Article& article, const Token& token) {
  const std::string_view text = article.text(token);
  if (token.pos == Pos::propn) return Spelling(text);
  const auto& words = vocabulary();
  if (token.word == 0) return Spelling(guess_lemma(lower(article, token), token.tag));
  if (is_base(token.tag) && words.is_lemma(token.word, token.pos))
    return Spelling(is_small_ascii(text) ? text : words.text(token.word));
  if (words.may_be(token.word, token.pos)) return Spelling(lemma_of_form(token.word, token.pos));
  return Spelling(guess_lemma(words.text(token.word), token.tag));
}

}  // namespace tally
