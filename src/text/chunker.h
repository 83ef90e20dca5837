// Tagged tokens → chunks, at work on one article: verb groups and what is taken whole stand in chunks.cc,
// noun groups and single words in chunk_groups.cc.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tally/article.h"

namespace tally {

class Chunker {
 public:
  explicit Chunker(Article& article);

  void chunk(Index sentence);

 private:
  [[nodiscard]] const Token& token(Index at) const { return article_.tokens[at]; }
  [[nodiscard]] Tag tag(Index at) const { return at < end_ ? article_.tokens[at].tag : Tag::none; }

  Index next(Index at);

  Index add(ChunkKind kind, Index begin, Index end, Index head);

  // The end of the date mention that starts here; `at` where none does.
  [[nodiscard]] Index date_end(Index at) const {
    return at >= end_ || date_at_[at] == kNone ? at
                                               : first_token_from(at, article_.dates[date_at_[at]].span.end);
  }

  // The end of the amount, hedges included, that starts here; `at` where none does.
  [[nodiscard]] Index amount_end(Index at) const {
    return at >= end_ || amount_at_[at] == kNone ? at : end_of_amount(amount_at_[at], at);
  }
  [[nodiscard]] Index end_of_amount(Index amount, Index at) const;

  // "from 300 to 400": of two ends the first, where it starts with the range.
  [[nodiscard]] const Mention* number_in(Index range) const;

  // By token, the first mention of a layer that starts there, hedges included; kNone where none does.
  [[nodiscard]] std::vector<Index> starts_of(const Mentions& layer) const;

  [[nodiscard]] Index first_token_from(Index at, std::uint32_t byte) const;

  // "according to", "because of": two words that govern a noun as one.
  [[nodiscard]] Index compound_preposition_end(Index at) const;
  [[nodiscard]] Index as_a_whole_end(Index at) const;

  // Verb groups.

  // The tagger's word for it, or a form of be, have or do with another verb right behind it.
  [[nodiscard]] bool is_auxiliary(Index at) const;

  [[nodiscard]] Index skip_adverbs(Index at) const;

  // "has [more than] doubled": a hedge on the verb is no noun group.
  [[nodiscard]] Index hedge_end(Index at) const;

  // "The list [more than doubled]"
  [[nodiscard]] bool hedges_verb(Index at) const;

  // (to) (modal) (adverbs) auxiliaries main-verb (particle): "have not yet been found".
  Index verb_group_end(Index begin);

  // "including", "regarding": participles that govern a noun and nothing else.
  [[nodiscard]] bool is_preposition_by_now(Index at) const;

  // A participle that stands before its noun: "the increasing number", "dropping arrivals".
  [[nodiscard]] bool is_modifier_participle(Index begin, Index at) const;

  // "after killing", "by raising": the participle is the verb of its own clause.
  [[nodiscard]] bool takes_gerund(const Chunk& preposition) const;

  // Noun groups.

  Index noun_group_end(Index begin);

  // "for the third year [running]".
  [[nodiscard]] bool is_run(Index begin, Index end) const;

  Index pronoun_group(Index begin, Index at);

  [[nodiscard]] bool token_is(Index at, std::string_view word) const;

  // "many of the workers", "most of it": the quantifier heads its group.
  Index quantifier_group(Index begin, Index at);

  // "the injured", "those", "the largest": a determiner whose noun is left out.
  Index headless_group(Index begin, Index at, bool determined);

  // One modifier or noun; sets head_ where it may close a group.
  Index modifier_end(Index at, bool inside, Index begin);

  // "[up] 4 points": says which way, and is no part of the number's group.
  [[nodiscard]] bool is_way(Index at) const;

  // "Turkey [120,000] and Tunisia [95,000]": a number behind a name, with no noun after it, is a
  // group of its own. Names that have a number are names by now ("Boeing 737").
  [[nodiscard]] bool is_gapped(Index at, Index after, Index begin) const;

  // "in the third [1,860], in the fourth [1,905]": the ordinal's noun is left out.
  [[nodiscard]] bool is_ordinal_gap(Index at, Index after, Index begin) const;

  // "will cost the county [$41.7 million]"
  [[nodiscard]] bool is_second_object(Index at, Index after) const;

  // "in Germany [512 people]", "the ministry [640 cases]": a number counts what stands after it, not
  // before.
  [[nodiscard]] bool is_counted_behind(Index at) const;

  // "lost 12 villages and the south [nine]": the item of a list, its noun left out.
  [[nodiscard]] bool is_noun_gap(Index after, Index begin) const;

  [[nodiscard]] bool is_hyphen(Index at) const { return tag(at) == Tag::hyph; }

  // "12-year-old", "long-range": what a hyphen joins is one modifier.
  [[nodiscard]] Index joined_end(Index at) const;

  // After a possessor the group goes on: "South Korea 's [Unification Ministry]".
  Index possessive_end(Index at);

  [[nodiscard]] bool inside_adjective(Index at) const;

  // "Defense and Unification Ministries": two names before one plural head.
  [[nodiscard]] bool joins_names(Index at) const;

  // Single words.

  [[nodiscard]] ChunkKind single_kind(Index at) const;

  // "since the leader came to power", "after a fire killed five": a noun group and its finite verb
  // follow, whatever the tagger calls the word.
  [[nodiscard]] bool is_subordinating(Index at) const;

  // A subordinator with no verb after it in its stretch is a preposition ("since 2011").
  [[nodiscard]] bool is_prepositional(Index at) const;

  Article& article_;
  Index sentence_ = 0;
  Index end_ = 0;
  Index head_ = kNone;
  Index main_verb_ = kNone;
  Index last_amount_ = kNone;     // last token of the amount that the group has; two amounts are two groups
  bool had_amount_ = false;       // a noun group of this sentence has one
  std::vector<Index> date_at_;    // by token
  std::vector<Index> amount_at_;  // by token
};

}  // namespace tally
