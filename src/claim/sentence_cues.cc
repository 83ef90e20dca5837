// Words → what a sentence with them may tell.
#include "claim/sentence_cues.h"

#include <array>
#include <string_view>

#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

Cues cues_of_word(WordId word, std::string_view small) {
  static constexpr NamedWords kSilent = {
      "no",           "nobody",       "none",          "no-one",      "neither",      "nothing",
      "without",      "yet",          "secret",        "n't",         "n’t",          "unable",
      "unwilling",    "silent",       "quiet",         "mum",         "tight-lipped", "unclear",
      "unknown",      "unanswered",   "unreported",    "unrecorded",  "unregistered", "uncounted",
      "undocumented", "missing",      "scarce",        "unavailable", "lacking",      "hard",
      "guess",        "confidential", "classified",    "wraps",       "withheld",     "undisclosed",
      "lipped",       "attempt",      "attempts",      "effort",      "efforts",      "itself",
      "himself",      "herself",      "themselves",    "lock",        "seal",         "few",
      "little",       "investigated", "investigation", "impossible",  "difficult",    "early",
      "only",         "open",         "lack",          "lacks",       "remains"};
  static constexpr NamedWords kRanking = {"first", "record", "running", "high", "low", "every", "each"};
  static constexpr NamedWords kReaching = {"since", "ever", "for",    "so",    "never",
                                           "high",  "low",  "record", "every", "each"};
  const auto is_any = [&](const WordClasses& classes) {
    return word != 0 && vocabulary().is_any(word, classes);
  };
  Cues cues;
  cues.add(Cue::silence, kSilent.contains(small) || small == "nor" ||
                             is_any({WordClass::negation, WordClass::unknown_adjective}));
  cues.add(Cue::rank, kRanking.contains(small) || is_any({WordClass::in_a_row, WordClass::steady,
                                                          WordClass::least, WordClass::greatest}));
  cues.add(Cue::reach, kReaching.contains(small) || is_any({WordClass::in_a_row}));
  cues.add(Cue::than, small == "than");
  cues.add(Cue::within, small == "in");
  return cues;
}

// The cues of words asked for of late, by vocabulary id.
struct Remembered {
  WordId word = 0;
  Cues cues;
};
constexpr std::size_t kRemembered = 16384;

Cues cues_of_known(WordId word) {
  static thread_local std::array<Remembered, kRemembered> remembered{};
  Remembered& slot = remembered[word % kRemembered];
  if (slot.word != word) slot = {word, cues_of_word(word, vocabulary().text(word))};
  return slot.cues;
}

}  // namespace

Cues cues_of(const Article& article, Range tokens) {
  Cues cues;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    const Token& token = article.tokens[t];
    if (token.word != 0)
      cues.add(cues_of_known(token.word));
    else if (token.kind == TokenKind::word)
      cues.add(cues_of_word(0, lower(article, token)));
    cues.add(Cue::rank, token.tag == Tag::jjs);
  }
  return cues;
}

}  // namespace tally
