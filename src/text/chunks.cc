// Tagged tokens → chunks: noun groups, verb groups and the words between them.
//
//   [The number] of [arrivals] [fell] to [820] in [2013]
//
// One pass, longest match, no backtracking: the second level of a cascade of finite-state layers
// (Hobbs et al. 1997). Amounts and dates that are known by now are taken whole.
#include "text/chunker.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/characters.h"
#include "text/mend_tags.h"
#include "text/phrases.h"
#include "text/stages.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// What a group may begin with; a noun group also with any word of an amount.
constexpr TagSet kOpenVerbGroup = {Tag::to,  Tag::in,  Tag::md,  Tag::jjr, Tag::rbr, Tag::vb,
                                   Tag::vbd, Tag::vbg, Tag::vbn, Tag::vbp, Tag::vbz};
constexpr TagSet kOpenNounGroup = {Tag::pdt, Tag::dt,  Tag::prps, Tag::wps,     Tag::prp, Tag::ex,
                                   Tag::nn,  Tag::nns, Tag::nnp,  Tag::nnps,    Tag::fw,  Tag::gw,
                                   Tag::jj,  Tag::jjr, Tag::jjs,  Tag::cd,      Tag::vbg, Tag::vbn,
                                   Tag::rb,  Tag::rbr, Tag::rbs,  Tag::currency};

}  // namespace

Chunker::Chunker(Article& article)
    : article_(article), date_at_(starts_of(article.dates)), amount_at_(starts_of(article.amounts)) {}

void Chunker::chunk(Index sentence) {
  sentence_ = sentence;
  end_ = article_.sentences[sentence].tokens.end;
  had_amount_ = false;
  for (Index at = article_.sentences[sentence].tokens.begin; at < end_;) at = next(at);
}

Index Chunker::next(Index at) {
  if (const Index after = date_end(at); after > at) return add(ChunkKind::time, at, after, after - 1);
  if (const Index after = compound_preposition_end(at); after > at)
    return add(ChunkKind::preposition, at, after, at);
  if (const Index after = as_a_whole_end(at); after > at) return add(ChunkKind::adverb, at, after, at);
  const Tag opener = tag(at);
  if (kOpenVerbGroup.contains(opener)) {
    if (const Index after = verb_group_end(at); after > at)
      return add(ChunkKind::verb, at, after, main_verb_);
  }
  if (kOpenNounGroup.contains(opener) || amount_at_[at] != kNone) {
    if (const Index after = noun_group_end(at); after > at) return add(ChunkKind::noun, at, after, head_);
  }
  return add(single_kind(at), at, at + 1, at);
}

Index Chunker::add(ChunkKind kind, Index begin, Index end, Index head) {
  article_.chunks.push_back(
      {.kind = kind, .tokens = {begin, end}, .head = head, .sentence = sentence_, .clause = kNone});
  return end;
}

Index Chunker::end_of_amount(Index index, Index at) const {
  const Mention* amount = &article_.amounts[index];
  if (is_movement(article_, *amount)) amount = number_in(index);
  if (amount == nullptr || amount->kind == MentionKind::ordinal) return at;
  if (is_verb(tag(at)) && amount->unit == "fold") return at;  // "tripled": the verb that it is
  std::uint32_t end = amount->extent.empty() ? amount->span.end : amount->extent.end;
  // A count's span reaches over its noun group; only the number itself is taken here.
  if (amount->kind == MentionKind::quantity && !amount->counted.empty())
    end = std::min(end, amount->counted.begin);
  return first_token_from(at, end);
}

const Mention* Chunker::number_in(Index range) const {
  for (std::size_t i = range + 1; i < article_.amounts.size(); ++i) {
    const Mention& inner = article_.amounts[i];
    if (inner.span.begin > article_.amounts[range].span.begin) break;
    if (inner.kind != MentionKind::range) return &inner;
  }
  return nullptr;
}

// A mention that starts before another one in front of it is passed over.
std::vector<Index> Chunker::starts_of(const Mentions& layer) const {
  std::vector<Index> starts(article_.tokens.size(), kNone);
  std::uint32_t reached = 0;
  for (Index i = 0; i < layer.size(); ++i) {
    const Mention& mention = layer[i];
    const std::uint32_t start =
        mention.extent.empty() ? mention.span.begin : std::min(mention.extent.begin, mention.span.begin);
    if (i > 0 && start <= reached) continue;
    reached = start;
    const Index token = token_from(article_, start);
    if (token < starts.size() && article_.tokens[token].span.begin == start) starts[token] = i;
  }
  return starts;
}

Index Chunker::first_token_from(Index at, std::uint32_t byte) const {
  while (at < end_ && token(at).span.begin < byte) ++at;
  return at;
}

// "For 2018 [as a whole] output fell": no clause begins here.
Index Chunker::as_a_whole_end(Index at) const {
  if (at + 2 >= end_ || tag(at) != Tag::in || tag(at + 1) != Tag::dt) return at;
  const bool whole = equals_lower(article_.text(token(at)), "as") &&
                     equals_lower(article_.text(token(at + 1)), "a") &&
                     equals_lower(article_.text(token(at + 2)), "whole");
  return whole ? at + 3 : at;
}

Index Chunker::compound_preposition_end(Index at) const {
  if (at + 1 >= end_ || (tag(at + 1) != Tag::in && tag(at + 1) != Tag::to)) return at;
  const std::string_view first = article_.text(token(at));
  const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return equals_lower(first, word); });
  };
  const Spelling second = lower(article_, token(at + 1));
  const bool known = second == "of" ? is_one_of({"because", "instead", "ahead", "out", "as", "regardless"})
                     : second == "to"
                         ? is_one_of({"according", "due", "owing", "thanks", "prior", "next", "close"})
                     : second == "as"   ? is_one_of({"such"})
                     : second == "with" ? is_one_of({"along", "together"})
                     : second == "than" ? is_one_of({"rather"})
                     : second == "from" ? is_one_of({"apart", "aside"})
                                        : false;
  return known ? at + 2 : at;
}

bool Chunker::is_auxiliary(Index at) const {
  if (token(at).pos == Pos::aux || tag(at) == Tag::md) return true;
  if (!is_verb(tag(at)) || !is(token(at), WordClass::auxiliary)) return false;
  Index next = at + 1;
  while (tag(next) == Tag::rb) ++next;
  return tag(next) == Tag::vbn || tag(next) == Tag::vbg;
}

Index Chunker::skip_adverbs(Index at) const {
  while (tag(at) == Tag::rb || tag(at) == Tag::rbr) ++at;
  // "has since risen": the tagger takes the adverb for a preposition.
  // "are in rented rooms": there it is one.
  if (at > 0 && at + 1 < end_ && is_auxiliary(at - 1) && tag(at) == Tag::in && tag(at + 1) == Tag::vbn &&
      !is_nominal(tag(at + 2)))
    ++at;
  return hedge_end(at);
}

Index Chunker::hedge_end(Index at) const {
  const bool hedges = tag(at) == Tag::jjr || tag(at) == Tag::rbr;
  return hedges && token_is(at + 1, "than") && is_verb(tag(at + 2)) && tag(at + 2) != Tag::vbg ? at + 2 : at;
}

bool Chunker::hedges_verb(Index at) const {
  const Index verb = hedge_end(at);
  return verb > at && is(token(verb), WordClass::multiply_verb);
}

Index Chunker::verb_group_end(Index begin) {
  Index at = hedges_verb(begin) ? hedge_end(begin) : begin;
  if (tag(at) == Tag::to || (tag(at) == Tag::in && tag(at + 1) == Tag::vb && token_is(at, "to"))) {
    at = skip_adverbs(at + 1);
    if (tag(at) != Tag::vb) return begin;
  }
  if (!is_verb(tag(at)) && tag(at) != Tag::md) return begin;
  if (is_modifier_participle(begin, at) || is_preposition_by_now(at)) return begin;
  main_verb_ = at;
  while (at < end_ && (is_verb(tag(at)) || tag(at) == Tag::md)) {
    main_verb_ = at;
    const Index after = skip_adverbs(at + 1);
    const bool goes_on = is_auxiliary(at) && (is_verb(tag(after)) || tag(after) == Tag::md) &&
                         !(tag(after) == Tag::vbg && date_end(after) > after);
    if (!goes_on) {
      ++at;
      break;
    }
    at = after;
  }
  // "rose up", but "will carry [up to 300]".
  if (tag(at) == Tag::rp && amount_end(at) == at) ++at;
  // "had not" with its verb left out, "did not": the negation belongs to the group.
  if (at < end_ && is_auxiliary(at - 1) && is_negation(article_, at)) ++at;
  return at;
}

bool Chunker::is_preposition_by_now(Index at) const {
  static constexpr std::array<std::string_view, 5> words = {"including", "excluding", "regarding",
                                                            "concerning", "pending"};
  return tag(at) == Tag::vbg && std::ranges::find(words, lower(article_, token(at)).view()) != words.end();
}

bool Chunker::is_modifier_participle(Index begin, Index at) const {
  if (begin != at || (tag(at) != Tag::vbg && tag(at) != Tag::vbn)) return false;
  if (token(at).pos == Pos::aux || !is_nominal(tag(at + 1))) return false;
  if (article_.chunks.empty() || article_.chunks.back().sentence != sentence_) return tag(at) == Tag::vbn;
  const Chunk& before = article_.chunks.back();
  const bool governs = before.kind == ChunkKind::preposition || before.kind == ChunkKind::subordinator;
  if (before.tokens.end != at || !governs) return false;
  return tag(at) == Tag::vbn || !takes_gerund(before);
}

bool Chunker::takes_gerund(const Chunk& preposition) const {
  const Spelling word = lower(article_, token(preposition.head));
  return word == "by" || word == "after" || word == "before" || word == "for" || word == "without" ||
         word == "of" || word == "from" || word == "in" || word == "while" || word == "when" || word == "on";
}

void find_chunks(Article& article) {
  for (Mentions* layer : {&article.amounts, &article.dates, &article.names, &article.quotes})
    layer->lay_out();
  Chunker chunker(article);
  article.chunks.reserve(article.tokens.size() * 2 / 3);
  for (Index i = 0; i < article.sentences.size(); ++i) {
    const Range tokens = article.sentences[i].tokens;
    article.sentences[i].chunks = {};
    // Sentences that were not worth tagging carry no claim either.
    if (tokens.empty() || article.tokens[tokens.begin].tag == Tag::none) continue;
    mend_tags(article, tokens);
    const auto first = static_cast<Index>(article.chunks.size());
    chunker.chunk(i);
    article.sentences[i].chunks = {first, static_cast<Index>(article.chunks.size())};
  }
  lay_out_chunks(article);
}

}  // namespace tally
