// What the tagger weighs, as hashes: facts of a word by itself, of its neighbours, and of the tags
// just given. The trainer and the tagger share this file, so that a model means the same to both.
//
// Nearly all features belong to one word type in one role (itself, the word before, …), so that
// the tagger can add up their weights once a type; only the handful of `context_features` are
// looked up token by token.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tally/syntax.h"
#include "text/vocabulary.h"
#include "text/vocabulary_format.h"

namespace tally::tagger {

inline constexpr std::size_t kLabels = 64;
using Label = std::uint8_t;  // a pair of part of speech and tag, by the model's table

// Bits of WordView::state beside the token's own letter case flags.
inline constexpr std::uint8_t kStartsSentence = 4;
inline constexpr std::uint8_t kInHeadline = 8;  // nearly all words of the sentence are capitalised

struct WordView {
  std::string_view surface;
  std::string_view lower;  // digits as "0"
  WordId word = 0;
  TokenKind kind = TokenKind::word;
  std::uint8_t state = 0;
};

// The place of a word type as seen from the token to be tagged.
using Role = std::uint8_t;
inline constexpr Role kItself = 0;
inline constexpr Role kBefore = 1;
inline constexpr Role kAfter = 2;
inline constexpr Role kTwoBefore = 3;
inline constexpr Role kTwoAfter = 4;
inline constexpr Role kRoles = 5;

[[nodiscard]] inline std::uint32_t combine(unsigned kind, std::uint64_t a, std::uint64_t b = 0) {
  std::uint64_t state = (a + kind * 0x9E3779B97F4A7C15ULL) * 0xD6E8FEB86659FD93ULL;
  state ^= state >> 32U;
  state = (state ^ b) * 0xD6E8FEB86659FD93ULL;
  state ^= state >> 32U;
  state *= 0xD6E8FEB86659FD93ULL;
  return static_cast<std::uint32_t>(state >> 32U);
}

// What the context features need of a word.
struct WordKeys {
  std::uint32_t lower = 0;
  std::uint32_t likely = 0;  // what the vocabulary says, and the letter case
};

[[nodiscard]] inline std::string_view suffix_of(std::string_view word, std::size_t size) {
  return word.size() <= size ? word : word.substr(word.size() - size);
}

// Every part of speech that the vocabulary allows, and whether it knows the word as a proper name.
[[nodiscard]] inline std::uint32_t vocabulary_facts(const WordView& view) {
  const auto& words = vocabulary();
  const auto facts = words.facts(view.word);
  const std::uint32_t proper = view.word != 0 && words.is(view.word, WordClass::proper) ? 1 : 0;
  return facts.slots | static_cast<std::uint32_t>(facts.common) << 8U | proper << 12U |
         static_cast<std::uint32_t>(view.kind) << 13U;
}

// The likeliest part of speech, how likely, and whether the word is inflected: coarse, so that rare
// words share it with common ones.
[[nodiscard]] inline std::uint32_t likely_facts(const WordView& view) {
  const auto facts = vocabulary().facts(view.word);
  const auto bit = 1U << facts.common;
  const std::uint32_t inflected = (facts.slots & bit) != 0 && (facts.lemmas & bit) == 0 ? 1 : 0;
  const bool by_ending =
      view.lower.ends_with('s') || view.lower.ends_with("ed") || view.lower.ends_with("ing");
  return facts.common | static_cast<std::uint32_t>(facts.dominance) << 4U | inflected << 8U |
         (inflected != 0 && by_ending ? static_cast<std::uint32_t>(view.lower.back()) << 9U : 0U) |
         static_cast<std::uint32_t>(view.kind) << 20U;
}

// Letters, digits and others, runs shortened: "KF16" → "XX0", "Seoul" → "Xxx".
[[nodiscard]] inline std::uint32_t shape_of(std::string_view surface) {
  std::uint32_t shape = 0;
  unsigned last = 0;
  int run = 0;
  for (const char c : surface) {
    const unsigned kind = c >= 'a' && c <= 'z'   ? 1
                          : c >= 'A' && c <= 'Z' ? 2
                          : c >= '0' && c <= '9' ? 3
                          : (c & 0x80) != 0      ? 4
                                                 : static_cast<unsigned char>(c);
    run = kind == last ? run + 1 : 0;
    last = kind;
    if (run < 2) shape = shape * 131 + kind;
  }
  return shape;
}

[[nodiscard]] inline WordKeys keys_of(const WordView& view) {
  return {.lower = static_cast<std::uint32_t>(format::hash(view.lower) >> 32U),
          .likely = likely_facts(view) | static_cast<std::uint32_t>(view.state & 3U) << 24U};
}

// The groups of features below that many words share are added up once for all of them; the others are each
// a word's own, or nearly so.

// Shared: what the vocabulary and the letter case say of a word. Few kinds, each with weights for nearly all
// labels.
template <class Visit>
void features_of_kind(const WordView& view, Visit visit) {
  const auto facts = vocabulary_facts(view);
  const auto likely = likely_facts(view);
  visit(combine(14, facts));
  visit(combine(15, facts, view.state + 1U));
  visit(combine(18, view.state, static_cast<std::uint64_t>(view.kind)));
  visit(combine(20, 0));
  visit(combine(22, likely));
  visit(combine(23, likely, view.state + 1U));
}

// Shared: the last two letters.
template <class Visit>
void features_of_last_letters(const WordView& view, Visit visit) {
  for (std::size_t n = 1; n <= 2 && n < view.lower.size(); ++n)
    visit(combine(2 + static_cast<unsigned>(n), format::hash(suffix_of(view.lower, n))));
}
// The last three, and what the vocabulary says of words that end alike.
inline constexpr std::size_t kLongestEnding = 3;
template <class Visit>
void features_of_ending(const WordView& view, Visit visit) {
  const auto facts = vocabulary_facts(view);
  const auto ending = format::hash(suffix_of(view.lower, kLongestEnding));
  if (kLongestEnding < view.lower.size()) visit(combine(2 + kLongestEnding, ending));
  visit(combine(16, format::hash(suffix_of(view.lower, 2)), facts));
  visit(combine(17, ending, facts));
  visit(combine(19, ending, view.state));
}

// Shared: what many words begin alike with.
inline constexpr std::size_t kLongestBeginning = 2;
template <class Visit>
void features_of_beginning(const WordView& view, Visit visit) {
  for (std::size_t n = 1; n <= kLongestBeginning && n < view.lower.size(); ++n)
    visit(combine(8 + static_cast<unsigned>(n), format::hash(view.lower.substr(0, n))));
}

// Shared: its shape.
template <class Visit>
void features_of_shape(const WordView& view, Visit visit) {
  visit(combine(13, shape_of(view.surface), view.state));
}

// The first `kIdentityFeatures` say which word it is, the others what its letters are, beyond what it begins
// and ends in.
inline constexpr int kIdentityFeatures = 3;
template <class Visit>
void features_of_letters(const WordView& view, Visit visit) {
  const auto lower = format::hash(view.lower);
  const auto size = view.lower.size();
  visit(combine(1, format::hash(view.surface)));
  visit(combine(2, lower));
  visit(combine(21, lower, view.state));
  for (std::size_t n = kLongestEnding + 1; n <= 5 && n < size; ++n)
    visit(combine(2 + static_cast<unsigned>(n), format::hash(suffix_of(view.lower, n))));
  for (std::size_t n = kLongestBeginning + 1; n <= 4 && n < size; ++n)
    visit(combine(8 + static_cast<unsigned>(n), format::hash(view.lower.substr(0, n))));
}
template <class Visit>
void features_of_form(const WordView& view, Visit visit) {
  features_of_letters(view, visit);
  features_of_shape(view, visit);
  features_of_last_letters(view, visit);
  features_of_ending(view, visit);
  features_of_beginning(view, visit);
}

// Which word it is, as a neighbour.
[[nodiscard]] inline std::uint32_t identity_as_neighbour(std::uint64_t lower, Role role) {
  return combine(24U + 8U * role, lower);
}

// What it is like, as a neighbour: words that the model does not know by themselves share these. Each group
// but the ending is shared by many more.
template <class Visit>
void features_of_kind_beside(const WordView& view, Role role, Visit visit) {
  const auto base = 24U + 8U * role;
  visit(combine(base + 1, vocabulary_facts(view)));
  visit(combine(base + 5, likely_facts(view)));
}
[[nodiscard]] inline bool counts_form(Role role) {
  return role == kBefore || role == kAfter;
}
template <class Visit>
void features_of_ending_beside(const WordView& view, Role role, Visit visit) {
  visit(combine(26U + 8U * role, format::hash(suffix_of(view.lower, 3))));
}
template <class Visit>
void features_of_last_letters_beside(const WordView& view, Role role, Visit visit) {
  visit(combine(27U + 8U * role, format::hash(suffix_of(view.lower, 2))));
}
template <class Visit>
void features_of_shape_beside(const WordView& view, Role role, Visit visit) {
  visit(combine(28U + 8U * role, shape_of(view.surface), view.state & 3U));
}
template <class Visit>
void features_alike(const WordView& view, Role role, Visit visit) {
  features_of_kind_beside(view, role, visit);
  if (!counts_form(role)) return;
  features_of_ending_beside(view, role, visit);
  features_of_last_letters_beside(view, role, visit);
  features_of_shape_beside(view, role, visit);
}

inline constexpr std::size_t kMostFeatures = 24;  // of a word in one role
template <class Visit>
void features_in_role(const WordView& view, Role role, Visit visit) {
  if (role == kItself) {
    features_of_form(view, visit);
    features_of_kind(view, visit);
  } else {
    visit(identity_as_neighbour(format::hash(view.lower), role));
    features_alike(view, role, visit);
  }
}

// A word that had one label in training, nearly without exception, has a weight for this feature
// and that label; no others are weighed for it.
[[nodiscard]] inline std::uint32_t feature_of_certainty(std::string_view surface) {
  return combine(99, format::hash(surface));
}

// The tags just given, by themselves; the tagger keeps their sums in a square table.
template <class Visit>
void features_of_tags(Label two_before, Label before, Visit visit) {
  visit(combine(80, before));
  visit(combine(81, two_before));
  visit(combine(82, before, two_before));
}

// The likely part of speech with the label before: kept in a table as well.
[[nodiscard]] inline std::uint32_t feature_of_likely(const WordKeys& word, Label before) {
  return combine(96, word.likely, before);
}

// The word with the words beside it: known before anything is tagged.
[[nodiscard]] inline std::array<std::uint32_t, 2> features_of_pairs(const WordKeys& word_before,
                                                                    const WordKeys& word,
                                                                    const WordKeys& word_after) {
  return {combine(91, word.lower, word_before.lower), combine(92, word.lower, word_after.lower)};
}
// The word with the label before it.
[[nodiscard]] inline std::uint32_t feature_after(Label before, const WordKeys& word) {
  return combine(90, word.lower, before);
}

// All that are looked up token by token.
inline constexpr std::size_t kContextFeatures = 3;
[[nodiscard]] inline std::array<std::uint32_t, kContextFeatures> context_features(
    Label before, const WordKeys& word_before, const WordKeys& word, const WordKeys& word_after) {
  const auto pairs = features_of_pairs(word_before, word, word_after);
  return {feature_after(before, word), pairs[0], pairs[1]};
}

}  // namespace tally::tagger
