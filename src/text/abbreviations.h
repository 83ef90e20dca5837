// Abbreviations that carry a full stop, and the words that begin or continue a sentence after
// one: lexicon/en/abbreviations.tsv and sentence_words.tsv.
#pragma once

#include <cstdint>
#include <string_view>

namespace tally {

enum class Abbreviation : std::uint8_t { none, before_name, before_number, may_end, often_end };

struct AbbreviationEntry {
  Abbreviation kind = Abbreviation::none;
  bool is_word = false;  // also an ordinary word: "no", "sun"
};

// `word` without its last full stop. Initials and letters with stops between ("J", "U.S") are
// `may_end` by their shape.
[[nodiscard]] AbbreviationEntry abbreviation(std::string_view word);

enum class SentenceWord : std::uint8_t { other, starts, continues };
[[nodiscard]] SentenceWord sentence_word(std::string_view capitalised);

}  // namespace tally
