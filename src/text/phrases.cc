// Questions about tags, chunks and clauses.
#include "text/phrases.h"

#include <algorithm>
#include <array>

#include <algorithm>

#include "base/characters.h"
#include "text/vocabulary.h"

namespace tally {

bool is_past_only(const Article& article, Index token) {
  static constexpr std::array<std::string_view, 40> kPast = {
      "arose", "ate",   "awoke", "became", "began", "blew",   "broke", "came",   "chose",    "drew",
      "drank", "drove", "fell",  "flew",   "froze", "gave",   "grew",  "knew",   "rang",     "rode",
      "rose",  "sang",  "sank",  "saw",    "shook", "shrank", "spoke", "sprang", "stole",    "swam",
      "swore", "threw", "took",  "tore",   "went",  "woke",   "wore",  "wove",   "withdrew", "wrote"};
  return std::ranges::find(kPast, lower(article, article.tokens[token]).view()) != kPast.end();
}

bool is_negation(const Article& article, Index token) {
  if (token >= article.tokens.size()) return false;
  const std::string_view word = article.text(article.tokens[token]);
  return is(article.tokens[token], WordClass::negation) || word == "n't" || word == "n’t";
}

namespace {

// Applies what one word of a verb group, before its main verb, says about the group. `after_have`: the last
// auxiliary is "have".
void take_auxiliary(const Article& article, const Token& token, VerbGroup& group, bool& after_have) {
  if (token.tag == Tag::md) {
    const Spelling modal = lower(article, token);
    group.finite = true;
    group.future = modal == "will" || modal == "'ll" || modal == "’ll" || modal == "shall" || modal == "wo";
    group.modal = !group.future;
    after_have = false;
  } else if (token.tag == Tag::to || equals_lower(article.text(token), "to")) {
    group.infinitive = true;
  } else if (is_verb(token.tag)) {
    if (is_finite(token.tag)) group.finite = true;
    if (token.tag == Tag::vbd) group.past = true;
    after_have = lemma(article, token) == "have";
    if (after_have) group.perfect = true;
  }
}

}  // namespace

VerbGroup detail::read_verb_group(const Article& article, Index chunk) {
  const Chunk& c = article.chunks[chunk];
  VerbGroup group;
  group.main = c.head;
  bool after_have = false;
  for (Index i = c.tokens.begin; i < c.tokens.end; ++i) {
    // "declined to say", but "declined to 81"
    const bool moves = i == c.head && is(article.tokens[i], WordClass::down_verb);
    if (is_negation(article, i) && !moves) group.negated = true;
    if (i < c.head) take_auxiliary(article, article.tokens[i], group, after_have);
  }
  const Tag main = article.tokens[c.head].tag;
  if (is_finite(main)) group.finite = true;
  if (main == Tag::vbd) group.past = true;
  // A bare participle ("dispatched to Russia") is passive; after "have" it is not.
  group.passive = main == Tag::vbn && !after_have;
  group.progressive = main == Tag::vbg;
  return group;
}

Spelling head_lemma(const Article& article, Index chunk) {
  const Chunk& c = article.chunks[chunk];
  Spelling word = lemma(article, article.tokens[c.head]);
  const Token& last = article.tokens[c.tokens.end - 1];
  if (c.kind != ChunkKind::verb || c.tokens.end <= c.head + 1 || last.tag != Tag::rp) return word;
  return Spelling(joined(word, ' ', lower(article, last)));
}

Spelling preposition_of(const Article& article, Index chunk) {
  for (Index i = chunk; i-- > 0;) {
    const Chunk& before = article.chunks[i];
    if (before.sentence != article.chunks[chunk].sentence) break;
    if (before.kind == ChunkKind::adverb) continue;
    if (before.kind != ChunkKind::preposition) break;
    return lower(article, article.tokens[before.head]);
  }
  return {};
}

Range noun_phrase(const Article& article, Index chunk) {
  Index end = chunk + 1;
  const Index sentence = article.chunks[chunk].sentence;
  const auto is = [&](Index i, ChunkKind kind) {
    return i < article.chunks.size() && article.chunks[i].sentence == sentence &&
           article.chunks[i].kind == kind;
  };
  const auto goes_on = [&](Index i) {
    return is(i, ChunkKind::preposition) && (is(i + 1, ChunkKind::noun) || is(i + 1, ChunkKind::time));
  };
  // "The death of a boy at St Anne['s] in Kolvin": a house is called by whose it is.
  const auto is_whose = [&](Index i) {
    return i < article.chunks.size() && article.tokens[article.chunks[i].head].tag == Tag::pos;
  };
  for (;;) {
    if (goes_on(end)) {
      end += 2;
    } else if (is_whose(end) && goes_on(end + 1)) {
      ++end;
    } else {
      break;
    }
  }
  if (!is(end, ChunkKind::relative)) return {chunk, end};
  const Index clause = article.chunks[end].clause;
  while (end < article.chunks.size() && article.chunks[end].sentence == sentence && clause != kNone &&
         article.clauses[clause].chunks.contains(end)) {
    ++end;
  }
  return {chunk, end};
}

namespace {

constexpr std::uint32_t kStep =
    16;  // bytes of the text to an entry of token_steps; the last one is the count

}  // namespace

void lay_out_tokens(Article& article) {
  article.token_steps.resize(article.text().size() / kStep + 2);
  std::size_t step = 0;
  for (Index i = 0; i < article.tokens.size(); ++i) {
    for (; step * kStep <= article.tokens[i].span.begin; ++step) article.token_steps[step] = i;
  }
  article.token_steps[step] = static_cast<Index>(article.tokens.size());
  article.token_steps.resize(step + 1);
}

void lay_out_chunks(Article& article) {
  article.token_chunks.assign(article.tokens.size(), kNone);
  for (Index i = 0; i < article.chunks.size(); ++i) {
    const Range tokens = article.chunks[i].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) article.token_chunks[t] = i;
  }
}

Index chunk_at(const Article& article, std::uint32_t byte) {
  if (!article.tokens.empty() && article.token_chunks.size() == article.tokens.size()) {
    Index token = token_from(article, byte);
    if (token == article.tokens.size() || article.tokens[token].span.begin > byte) {
      if (token == 0) return kNone;
      --token;
    }
    const Index at = article.token_chunks[token];
    return at != kNone && span_of_chunk(article, at).contains(byte) ? at : kNone;
  }
  const auto after = std::ranges::upper_bound(article.chunks, byte, {}, [&](const Chunk& chunk) {
    return article.tokens[chunk.tokens.begin].span.begin;
  });
  if (after == article.chunks.begin()) return kNone;
  const auto at = static_cast<Index>(after - article.chunks.begin() - 1);
  return span_of_chunk(article, at).contains(byte) ? at : kNone;
}

Index sentence_at(const Article& article, std::uint32_t byte) {
  const auto after =
      std::ranges::upper_bound(article.sentences, byte, {}, [](const Sentence& s) { return s.span.begin; });
  if (after == article.sentences.begin()) return kNone;
  const auto at = static_cast<Index>(after - article.sentences.begin() - 1);
  return article.sentences[at].span.contains(byte) ? at : kNone;
}

Span span_of_chunks(const Article& article, Range chunks) {
  if (chunks.empty()) return {};
  return cover(span_of_chunk(article, chunks.begin), span_of_chunk(article, chunks.end - 1));
}

Index token_from(const Article& article, std::uint32_t byte) {
  if (!article.token_steps.empty() && article.token_steps.back() == article.tokens.size()) {
    const std::size_t step = std::min<std::size_t>(byte / kStep, article.token_steps.size() - 1);
    Index token = article.token_steps[step];
    while (token < article.tokens.size() && article.tokens[token].span.begin < byte) ++token;
    return token;
  }
  const auto found =
      std::ranges::lower_bound(article.tokens, byte, {}, [](const Token& token) { return token.span.begin; });
  return static_cast<Index>(found - article.tokens.begin());
}

Range token_range(const Article& article, Span span) {
  const Index begin = token_from(article, span.begin);
  Index end = begin;
  while (end < article.tokens.size() && article.tokens[end].span.end <= span.end) ++end;
  return {begin, end};
}

std::span<const Token> tokens_within(const Article& article, Span span) {
  const Range tokens = token_range(article, span);
  return std::span(article.tokens).subspan(tokens.begin, tokens.size());
}

bool is_movement(const Article& article, const Mention& range) {
  constexpr Index kFarthestVerb = 16;
  if (range.kind != MentionKind::range) return false;
  Index at = token_from(article, range.span.begin);
  if (at >= article.tokens.size()) return false;
  const auto leads = [&](Index token) {
    const Spelling word = lower(article, article.tokens[token]);
    return word == "from" || word == "by";  // "grew by 200,000 to 2.3 million"
  };
  if (!leads(at)) {
    if (at == 0 || !leads(at - 1)) return false;
    --at;
  }
  for (Index back = 1; back <= kFarthestVerb && back <= at; ++back) {
    const Token& token = article.tokens[at - back];
    const std::string_view text = article.text(token);
    if (text == "." || text == ";" || text == ":") return false;
    // "variations ranging from 0.7 to 1.9 percent": where values lie, and no way that one went.
    if (back == 1 && is(token, WordClass::size_verb)) return false;
    for (const WordClass moves : {WordClass::up_verb, WordClass::down_verb, WordClass::cause_change_verb,
                                  WordClass::set_verb, WordClass::motion_verb}) {
      if (is_verb(token.tag) && is(token, moves)) return lemma(article, token) != "be";
    }
    if (is(token, WordClass::up_noun) || is(token, WordClass::down_noun)) return true;
    if (text == "up" || text == "down") return true;
  }
  return false;
}

}  // namespace tally
