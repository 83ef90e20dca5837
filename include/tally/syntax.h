// Blocks, sentences, tokens, chunks and clauses: the layers between text and claims. All are
// plain structs that point into the article by byte span or by index.
#pragma once

#include <cstdint>
#include <string_view>

#include "tally/span.h"

namespace tally {

using Index = std::uint32_t;
inline constexpr Index kNone = 0xFFFFFFFF;

// A range of indices into another layer, half-open.
struct Range {
  Index begin = 0;
  Index end = 0;
  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr Index size() const { return end - begin; }
  [[nodiscard]] constexpr bool contains(Index i) const { return begin <= i && i < end; }
  friend constexpr bool operator==(Range, Range) = default;
};

// What a stretch of the page is. Furniture, captions and bylines carry mentions, never claims.
enum class BlockKind : std::uint8_t {
  title,
  subtitle,
  byline,
  dateline,
  paragraph,
  heading,
  list_item,
  quotation,
  table_cell,
  caption,
  furniture
};
[[nodiscard]] std::string_view name(BlockKind kind);
struct Block {
  Span span{};
  BlockKind kind = BlockKind::paragraph;
  // Table cells only: the table, row and column it stands in, and the spans of its row and
  // column head.
  std::uint16_t table = 0, row = 0, column = 0;
  Span row_head{}, column_head{};
  friend constexpr bool operator==(const Block&, const Block&) = default;
};
// Claims are read out of these only.
[[nodiscard]] constexpr bool is_news(BlockKind kind) {
  return kind != BlockKind::byline && kind != BlockKind::caption && kind != BlockKind::furniture &&
         kind != BlockKind::dateline;
}

struct Sentence {
  Span span{};
  Index block = kNone;
  Range tokens{};
  Range chunks{};  // empty until they are found, and where the sentence has none
  Range clauses{};
};

enum class TokenKind : std::uint8_t { word, number, punctuation, symbol };

// Universal part of speech (Universal Dependencies v2).
enum class Pos : std::uint8_t {
  x,
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb
};
// Penn Treebank tag, as in the XPOS column of UD English-EWT.
enum class Tag : std::uint8_t {
  none,
  cc,
  cd,
  dt,
  ex,
  fw,
  in,
  jj,
  jjr,
  jjs,
  ls,
  md,
  nn,
  nns,
  nnp,
  nnps,
  pdt,
  pos,
  prp,
  prps,
  rb,
  rbr,
  rbs,
  rp,
  sym,
  to,
  uh,
  vb,
  vbd,
  vbg,
  vbn,
  vbp,
  vbz,
  wdt,
  wp,
  wps,
  wrb,
  hyph,
  add,
  afx,
  nfp,
  gw,
  comma,
  period,
  colon,
  open_quote,
  close_quote,
  open_bracket,
  close_bracket,
  currency
};
[[nodiscard]] std::string_view name(Pos pos);
[[nodiscard]] std::string_view name(Tag tag);

struct Token {
  Span span{};
  std::uint32_t word = 0;  // id in the vocabulary, by lower-case form; 0 unknown
  TokenKind kind = TokenKind::word;
  Pos pos = Pos::x;  // set by the tagger, on sentences that are worth it
  Tag tag = Tag::none;
  std::uint8_t flags = 0;  // kCapitalised …
};
inline constexpr std::uint8_t kCapitalised = 1;    // first letter upper case
inline constexpr std::uint8_t kAllCapitals = 2;    // two letters or more, no lower case
inline constexpr std::uint8_t kSpaceBefore = 4;    // white space stands before it
inline constexpr std::uint8_t kSentenceStart = 8;  // first word of its sentence

// Noun group, verb group and the words between them: the second level of a cascade of finite-state
// layers (Hobbs et al. 1997, "FASTUS"). A date mention is one `time` chunk.
enum class ChunkKind : std::uint8_t {
  noun,
  verb,
  time,
  adjective,
  adverb,
  preposition,
  conjunction,
  subordinator,
  relative,
  punctuation,
  other
};
[[nodiscard]] std::string_view name(ChunkKind kind);
struct Chunk {
  ChunkKind kind = ChunkKind::noun;
  Range tokens{};
  Index head = kNone;  // token; of a verb group its main verb
  Index sentence = kNone;
  Index clause = kNone;  // the innermost clause it stands in
};

// How a verb group is built.
struct VerbGroup {
  Index main = kNone;  // token of the main verb
  bool finite = false;
  bool infinitive = false;  // "to reach"
  bool passive = false;     // "were killed", "been found"; a bare past participle too
  bool perfect = false;     // "has risen"
  bool past = false;        // simple past or past perfect
  bool negated = false;
  bool future = false;  // "will", "is to", "going to"
  bool modal = false;   // "would", "could", "may", "might", "should"
  bool progressive = false;
};

// A clause: a verb group with what hangs on it. Indices are chunks; kNone where absent.
enum class ClauseKind : std::uint8_t {
  main,
  relative,    // "who entered South Korea"; "dispatched to Russia" too (reduced)
  complement,  // "that arrivals rose" after a verb of saying
  adverbial,   // "while the number fell"
  participle,  // ", marking the first increase"
  infinitive,  // "to reach 2914"
  fragment     // no verb: a headline, a bracket
};
[[nodiscard]] std::string_view name(ClauseKind kind);
struct Clause {
  ClauseKind kind = ClauseKind::main;
  Range chunks{};  // from its first to its last chunk, embedded clauses included
  Index sentence = kNone;
  Index parent = kNone;   // the clause it stands in
  Index shares = kNone;   // the coordinated clause whose subject it shares ("fell and then rose")
  Index verb = kNone;     // verb chunk; kNone in a fragment
  Index subject = kNone;  // noun chunk; of a relative clause the noun it hangs on
  Index object = kNone;
  Index marker = kNone;  // subordinator or relative pronoun
  bool passive = false;
  bool negated = false;
  bool finite = true;
};

}  // namespace tally
