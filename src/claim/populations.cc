// Noun groups → who or what they count: the words that name it, whether they are people, whether they stand
// for what was named before.
#include <string>
#include <string_view>

#include "base/characters.h"
#include "claim/amount_use.h"
#include "claim/measures.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr NamedWords kAnaphors = {"it", "this", "that", "they", "which", "these", "those", "figure", "one"};
constexpr NamedWords kBareCounts = {"number", "total", "figure", "count"};

bool is_slot_word(const Token& token) {
  switch (token.tag) {
    case Tag::nn:
    case Tag::nns:
    case Tag::nnp:
    case Tag::nnps:
    case Tag::jj:
    case Tag::vbn:
    case Tag::vbg:
    case Tag::fw:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool is_bare_count(std::string_view word) {
  return kBareCounts.contains(word);
}

bool is_person_noun(const Scene& scene, Index chunk) {
  const Token& head = scene.head(chunk);
  return is(head, WordClass::person) || is(head, WordClass::role);
}

// People by name, and what happens to a person once: deaths, casualties.
bool counts_people(const Scene& scene, Index chunk) {
  const Token& head = scene.head(chunk);
  // "the number of injured"
  const bool casualties = head.tag != Tag::nn && is_casualty(head);
  return is_person_noun(scene, chunk) || casualties || is(head, WordClass::killed_noun) ||
         is(head, WordClass::missing_noun);
}

bool is_anaphoric(const Scene& scene, Index chunk) {
  if (chunk == kNone) return true;
  const Chunk& c = scene.article().chunks[chunk];
  const Spelling word = lemma(scene.article(), scene.head(chunk));
  if (c.tokens.size() <= 2 && kAnaphors.contains(word))
    return scene.kind(chunk + 1) != ChunkKind::preposition || !scene.is_word(chunk + 1, "of");
  // "[Staff] numbers have fallen"
  const Index head = c.head;
  const bool of_some = scene.head(chunk).tag == Tag::nns && word == "number" && head > c.tokens.begin &&
                       scene.article().tokens[head - 1].pos == Pos::noun;
  const bool bare = is_bare_count(word) && !of_some;
  // "put the number at 865" speaks of one told before, "the number of deaths" does not.
  return bare && (scene.kind(chunk + 1) != ChunkKind::preposition || scene.is_word(chunk + 1, "at"));
}

std::string population_of(const Scene& scene, Index chunk, Span number) {
  const Article& article = scene.article();
  const Range tokens = article.chunks[chunk].tokens;
  // A possessor ("the ministry's 300 staff") says whose, not what.
  Index begin = tokens.begin;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (article.tokens[i].tag == Tag::pos && i < article.chunks[chunk].head) begin = i + 1;
  }
  std::string out;
  // Nothing before the number says what it counts: "[Record] 940 people".
  for (Index i = begin; i < tokens.end && !number.empty(); ++i) {
    if (!number.overlaps(article.tokens[i].span)) continue;
    bool counts = false;
    for (Index after = i + 1; after < tokens.end; ++after)
      counts =
          counts || (is_slot_word(article.tokens[after]) && !number.overlaps(article.tokens[after].span));
    if (counts) begin = i;
    break;
  }
  for (Index i = begin; i < tokens.end; ++i) {
    const Token& token = article.tokens[i];
    if (number.overlaps(token.span) || !is_slot_word(token)) continue;
    if (!out.empty()) out += ' ';
    const bool names = token.tag == Tag::nnps && token.word != 0;
    const std::size_t begins = out.size();
    out += names ? Spelling(vocabulary().lemma(token.word, Pos::noun)) : lemma(article, token);
    lower_ascii(out.data() + begins, out.size() - begins);
  }
  return out;
}

}  // namespace tally
