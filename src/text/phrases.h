// Questions about tags, chunks and clauses that several stages ask.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "tally/article.h"
#include "text/spelling.h"

namespace tally {

// Several tags, made one set when the program is compiled: asked for many times a token.
class TagSet {
 public:
  constexpr TagSet() = default;
  constexpr TagSet(std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) add(tag);
  }
  constexpr void add(Tag tag) { bits_ |= std::uint64_t{1} << static_cast<unsigned>(tag); }
  [[nodiscard]] constexpr bool contains(Tag tag) const {
    return ((bits_ >> static_cast<unsigned>(tag)) & 1U) != 0;
  }
  [[nodiscard]] constexpr bool meets(TagSet other) const { return (bits_ & other.bits_) != 0; }

 private:
  std::uint64_t bits_ = 0;
};
static_assert(static_cast<unsigned>(Tag::currency) < 64);  // the last one

inline constexpr TagSet kVerbTags = {Tag::vb, Tag::vbd, Tag::vbg, Tag::vbn, Tag::vbp, Tag::vbz};
inline constexpr TagSet kFiniteTags = {Tag::vbd, Tag::vbp, Tag::vbz, Tag::md};
inline constexpr TagSet kNominalTags = {Tag::nn, Tag::nns, Tag::nnp, Tag::nnps, Tag::fw, Tag::gw};

[[nodiscard]] constexpr bool is_verb(Tag tag) {
  return kVerbTags.contains(tag);
}
[[nodiscard]] constexpr bool is_finite(Tag tag) {
  return kFiniteTags.contains(tag);
}
[[nodiscard]] constexpr bool is_nominal(Tag tag) {
  return kNominalTags.contains(tag);
}
[[nodiscard]] constexpr bool is_adjective(Tag tag) {
  return tag == Tag::jj || tag == Tag::jjr || tag == Tag::jjs;
}

// "not", "n't", "never", "no longer".
[[nodiscard]] bool is_negation(const Article& article, Index token);

// "came", "rose", "took": a past tense that is spelled as no participle.
[[nodiscard]] bool is_past_only(const Article& article, Index token);

// How a verb group is built: kept by the article once its clauses are known.
namespace detail {
[[nodiscard]] VerbGroup read_verb_group(const Article& article, Index chunk);
}  // namespace detail
[[nodiscard]] inline VerbGroup verb_group(const Article& article, Index chunk) {
  return chunk < article.verb_groups.size() && article.verb_groups[chunk].main != kNone
             ? article.verb_groups[chunk]
             : detail::read_verb_group(article, chunk);
}

// Lemma of a chunk's head, with the particle of a verb ("lay off").
[[nodiscard]] Spelling head_lemma(const Article& article, Index chunk);

// The preposition that governs a noun or time chunk, in lower case; empty where none does.
[[nodiscard]] Spelling preposition_of(const Article& article, Index chunk);

// "fell from 300 to 200", "raised it from 12 to 15": two ends of a movement, not a range.
[[nodiscard]] bool is_movement(const Article& article, const Mention& range);

// The noun chunk with the prepositional phrases and the relative clause that follow it: "the number
// of defectors who entered South Korea". Chunk range.
[[nodiscard]] Range noun_phrase(const Article& article, Index chunk);

// What the look-ups below go by: made once the tokens are there, and once the chunks are. Without it they
// search.
void lay_out_tokens(Article& article);
void lay_out_chunks(Article& article);

// The chunk that holds a byte position or a token; kNone where none does. Chunks are in text order.
[[nodiscard]] Index chunk_at(const Article& article, std::uint32_t byte);
[[nodiscard]] Index sentence_at(const Article& article, std::uint32_t byte);
// The first token that starts at a byte position or after; the number of tokens where none does.
[[nodiscard]] Index token_from(const Article& article, std::uint32_t byte);
// The tokens that start and end within a span: where they stand, and themselves.
[[nodiscard]] Range token_range(const Article& article, Span span);
[[nodiscard]] std::span<const Token> tokens_within(const Article& article, Span span);

[[nodiscard]] Span span_of_chunks(const Article& article, Range chunks);
[[nodiscard]] inline Span span_of_chunk(const Article& article, Index chunk) {
  return article.span_of(article.chunks[chunk].tokens);
}

}  // namespace tally
