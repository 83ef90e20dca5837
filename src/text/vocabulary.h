// What is known of a word by itself: its lemmas, its classes, its family, its meanings. Built when
// the program is built, from lexicon/<language>/words/*.tsv and from WordNet (Fellbaum 1998), and
// compiled in; a user's own words are laid over it.
//
// Words are looked up by lower-case form, once a token, by the tokeniser; everything after works
// on the id.
#pragma once

#include <atomic>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/characters.h"
#include "tally/article.h"
#include "tally/result.h"
#include "text/spelling.h"
#include "text/vocabulary_format.h"
#include "text/word_class.h"

namespace tally {

using WordId = std::uint32_t;  // 0: not in the vocabulary

// Several classes, made one set when the program is compiled: is_any(token, {WordClass::up_verb, …}).
struct WordClasses {
  format::ClassSet set;
  explicit constexpr WordClasses(const format::ClassSet& some) : set(some) {}
  // NOLINTNEXTLINE(google-explicit-constructor): a list of classes is one
  consteval WordClasses(std::initializer_list<WordClass> classes) {
    for (const WordClass one : classes) set.add(one);
  }
};

class Vocabulary {
 public:
  Vocabulary();
  ~Vocabulary();
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

  [[nodiscard]] WordId find(std::string_view lower_case) const;
  // Finds many words at once, faster than one by one: it asks for the memory of all before it looks.
  struct Query {
    std::string_view word;    // lower case
    std::uint64_t state = 0;  // its own business
    WordId found = 0;
  };
  void find_all(std::span<Query> queries) const;
  // The phrase of two words, as in "set_fire", by the words' forms: the same pairs are asked for again and
  // again, and are remembered.
  [[nodiscard]] WordId find_phrase(WordId first, WordId second) const;
  // Whether a phrase that tells an event, as in "bomb_attack", may end with the word or its lemma: few do.
  [[nodiscard]] bool may_end_happening(WordId word) const {
    return is_grown_ || word >= summaries_.size() || (summaries_[word].self & format::kEndsHappening) != 0;
  }
  [[nodiscard]] std::string_view text(WordId word) const;
  [[nodiscard]] bool is(WordId word, WordClass word_class) const {
    return word < summaries_.size() ? class_sets_[summaries_[word].class_set].has(word_class)
                                    : is_added(word, word_class);
  }
  [[nodiscard]] bool is_any(WordId word, const WordClasses& classes) const {
    return (word < summaries_.size() ? class_sets_[summaries_[word].class_set] : classes_of_added(word))
        .meets(classes.set);
  }
  // Whether the word has a lemma of this part of speech.
  [[nodiscard]] bool may_be(WordId word, Pos pos) const {
    return ((summary(word).slots >> format::slot_of(pos)) & 1U) != 0;
  }
  // The lemma of the word as a noun, verb, adjective, adverb or word of a closed class; the word
  // itself where it is one, or where it has no such lemma.
  [[nodiscard]] std::string_view lemma(WordId word, Pos pos) const;
  [[nodiscard]] WordId lemma_id(WordId word, Pos pos) const;
  // The word is a lemma of this part of speech, whatever other word it is also a form of: "found".
  [[nodiscard]] bool is_lemma(WordId word, Pos pos) const {
    return ((summary(word).self >> format::slot_of(pos)) & 1U) != 0;
  }
  // One word for a family of derived words: "defect", "defection" and "defector" share a root.
  // Without a part of speech, the verb's root goes before the noun's, that before the adjective's.
  [[nodiscard]] std::string_view root(WordId word, Pos pos = Pos::x) const;
  // Two nouns or two verbs share a meaning among their first few: "drop" and "fall".
  [[nodiscard]] bool are_synonyms(WordId a, WordId b, Pos pos) const;
  // The nouns that say what a noun is, nearest first: "defector" → … "person" … "entity".
  [[nodiscard]] std::vector<WordId> kinds(WordId noun) const;
  [[nodiscard]] bool is_kind_of(WordId noun, std::string_view kind) const;

  // The facts that the tagger weighs. Slots are noun, verb, adjective, adverb and closed class
  // (format::Slot), as bits where there are several.
  struct Facts {
    std::uint8_t slots = 0;      // that the word may be
    std::uint8_t lemmas = 0;     // in which it is its own lemma; in the others it is an inflected form
    std::uint8_t common = 5;     // the one most used; 5: unknown
    std::uint8_t dominance = 0;  // of that one, 0 to 3
  };
  [[nodiscard]] Facts facts(WordId word) const;

  // Lays a user's words over the compiled ones; `file` is what an error names. Gives how many.
  // Not to be called while articles are read.
  Result<std::size_t> add_words(std::string_view tsv, std::string_view file);

 private:
  struct Tables;
  [[nodiscard]] bool is_added(WordId word, WordClass word_class) const;
  [[nodiscard]] const format::ClassSet& classes_of_added(WordId word) const;
  [[nodiscard]] format::Summary summary_of_added(WordId word) const;
  [[nodiscard]] format::Summary summary(WordId word) const {
    return word < summaries_.size() ? summaries_[word] : summary_of_added(word);
  }

  std::unique_ptr<Tables> tables_;
  std::span<const format::Summary> summaries_;  // of the compiled words; asked for many times a word
  std::span<const format::ClassSet> class_sets_;
  bool is_grown_ = false;  // words were laid over it
};

namespace detail {
extern std::atomic<const Vocabulary*> kept_vocabulary;  // null until it is first asked for
[[nodiscard]] const Vocabulary& make_vocabulary();
}  // namespace detail
// Asked for several times a token.
[[nodiscard]] inline const Vocabulary& vocabulary() {
  const Vocabulary* const kept = detail::kept_vocabulary.load(std::memory_order_acquire);
  return kept != nullptr ? *kept : detail::make_vocabulary();
}
// Adds all *.tsv of a folder (or of its folder "words", if there is one) to the vocabulary. To be
// called before articles are read.
[[nodiscard]] Result<std::size_t> extend_vocabulary(const std::string& folder);

// The lemma of a tagged token, by rule where the vocabulary does not know the word. Lower case,
// but for proper nouns.
[[nodiscard]] Spelling lemma(const Article& article, const Token& token);
// The words of the vocabulary that these are; 0 where they are none. For `lower`, see below.
[[nodiscard]] WordId lemma_word(const Token& token);
[[nodiscard]] WordId lower_word(const Token& token);
// The lower-case form of a token.
[[nodiscard]] inline Spelling lower(const Article& article, const Token& token) {
  const std::string_view text = article.text(token);
  return is_small_ascii(text) ? Spelling(text) : Spelling(lower_case(text));
}
[[nodiscard]] inline bool is(const Token& token, WordClass word_class) {
  return token.word != 0 && vocabulary().is(token.word, word_class);
}
[[nodiscard]] inline bool is_any(const Token& token, const WordClasses& classes) {
  return token.word != 0 && vocabulary().is_any(token.word, classes);
}

}  // namespace tally
