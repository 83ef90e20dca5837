// What the claim stages ask of an article again and again: which sentences are news, which chunks a
// sentence has, which mention a chunk holds. Each stage makes its own; chunks and dates stay as they are.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/characters.h"
#include "claim/claim_index.h"
#include "claim/when.h"
#include "tally/article.h"
#include "text/phrases.h"

namespace tally {

class Scene {
 public:
  explicit Scene(const Article& article) : article_(article) {}

  [[nodiscard]] const Article& article() const { return article_; }
  [[nodiscard]] Range chunks_of(Index sentence) const { return article_.sentences[sentence].chunks; }
  [[nodiscard]] Range clauses_of(Index sentence) const { return article_.sentences[sentence].clauses; }
  // Tagged, and in a block that claims are read from.
  [[nodiscard]] bool is_news(Index sentence) const {
    return tally::is_news(block_kind(sentence)) && !chunks_of(sentence).empty();
  }
  // The title and the first lines: the first few sentences that are news.
  [[nodiscard]] std::vector<Index> lead() const;
  [[nodiscard]] BlockKind block_kind(Index sentence) const {
    const Index block = article_.sentences[sentence].block;
    return block < article_.blocks.size() ? article_.blocks[block].kind : BlockKind::paragraph;
  }
  [[nodiscard]] bool same_block(Index a, Index b) const;

  // The date mention of a time chunk; null for other chunks.
  [[nodiscard]] const Mention* date_of(Index chunk) const;
  // The time of a time chunk, with what its preposition makes of it (periods.cc).
  [[nodiscard]] const When& when_of(Index time_chunk) const;
  // The first date mention inside a span; null where there is none.
  [[nodiscard]] const Mention* date_in(Span span) const;
  // The date mention that covers a span; null where there is none.
  [[nodiscard]] const Mention* date_over(Span span) const;
  // The mentions of a layer that start inside a span.
  [[nodiscard]] static std::span<const Mention> starting_in(const Mentions& layer, Span span);
  // The name mention, longest first, that overlaps a span; null where there is none.
  [[nodiscard]] const Mention* name_in(Span span) const;
  [[nodiscard]] std::vector<const Mention*> names_in(Span span) const;

  [[nodiscard]] ChunkKind kind(Index chunk) const {
    return chunk < chunks_.size() ? chunks_[chunk].kind : ChunkKind::other;
  }
  [[nodiscard]] bool same_sentence(Index a, Index b) const {
    return a < chunks_.size() && b < chunks_.size() && chunks_[a].sentence == chunks_[b].sentence;
  }
  [[nodiscard]] const Token& head(Index chunk) const { return article_.tokens[chunks_[chunk].head]; }
  [[nodiscard]] std::string_view head_text(Index chunk) const { return article_.text(head(chunk)); }
  // Lower case, the whole chunk's words joined by spaces.
  [[nodiscard]] Spelling words(Index chunk) const;
  [[nodiscard]] bool is_word(Index chunk, std::string_view word) const {
    return chunk < chunks_.size() && equals_lower(head_text(chunk), word);
  }
  [[nodiscard]] Span span(Index chunk) const { return article_.span_of(chunks_[chunk].tokens); }
  [[nodiscard]] const Clause& clause(Index i) const { return article_.clauses[i]; }
  [[nodiscard]] Index clause_of(Index chunk) const { return chunks_[chunk].clause; }
  // The claims whose quotes may touch a span, by index.
  [[nodiscard]] std::vector<Index> claims_around(Span span) const { return claims_.around(span); }
  // The figure that was read out of a number; kNone where none was.
  [[nodiscard]] Index figure_of(const Mention& amount) const;
  // The nearest clause around a chunk that has a verb; kNone in a headline.
  [[nodiscard]] Index verb_clause_of(Index chunk) const;
  // The whole span stands within quotation marks.
  [[nodiscard]] bool is_quoted(Span span) const;
  // The subject of a clause, or of the one that it shares its subject with; kNone where there is none.
  [[nodiscard]] Index subject_of(Index clause) const;

 private:
  // Times of chunks, asked for several times each: the last one of those that share a place.
  struct KeptTime {
    Index chunk = kNone;
    When when;
  };

  const Article& article_;
  std::span<const Chunk> chunks_{article_.chunks};
  ClaimIndex claims_{article_};
  mutable std::vector<KeptTime> times_;              // none until one is asked for
  mutable std::vector<std::uint32_t> quoted_up_to_;  // per quote: where those up to it end at the farthest
};

}  // namespace tally
