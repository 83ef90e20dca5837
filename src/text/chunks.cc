// Tagged tokens → chunks: noun groups, verb groups and the words between them.
//
//   [The number] of [arrivals] [fell] to [820] in [2013]
//
// One pass, longest match, no backtracking: the second level of a cascade of finite-state layers
// (Hobbs et al. 1997). Amounts and dates that are known by now are taken whole.
#include <algorithm>
#include <array>
#include <string>

#include "text/mend_tags.h"
#include "text/phrases.h"
#include "text/stages.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

class Chunker {
 public:
  explicit Chunker(Article& article) : article_(article) {}

  void chunk(Index sentence) {
    sentence_ = sentence;
    end_ = article_.sentences[sentence].tokens.end;
    had_amount_ = false;
    for (Index at = article_.sentences[sentence].tokens.begin; at < end_;) at = next(at);
  }

 private:
  [[nodiscard]] const Token& token(Index at) const { return article_.tokens[at]; }
  [[nodiscard]] Tag tag(Index at) const { return at < end_ ? article_.tokens[at].tag : Tag::none; }

  Index next(Index at) {
    if (const Index after = date_end(at); after > at) return add(ChunkKind::time, at, after, after - 1);
    if (const Index after = compound_preposition_end(at); after > at)
      return add(ChunkKind::preposition, at, after, at);
    if (const Index after = verb_group_end(at); after > at)
      return add(ChunkKind::verb, at, after, main_verb_);
    if (const Index after = noun_group_end(at); after > at) return add(ChunkKind::noun, at, after, head_);
    return add(single_kind(at), at, at + 1, at);
  }

  Index add(ChunkKind kind, Index begin, Index end, Index head) {
    article_.chunks.push_back(
        {.kind = kind, .tokens = {begin, end}, .head = head, .sentence = sentence_, .clause = kNone});
    return end;
  }

  // The end of the date mention that starts here; `at` where none does.
  Index date_end(Index at) {
    const Mention* date = mention_at(article_.dates, next_date_, at);
    if (date == nullptr) return at;
    // "2016 figures": a date inside a noun group stays in it.
    const Index after = first_token_from(at, date->span.end);
    return after;
  }

  // The end of the amount, hedges included, that starts here; `at` where none does.
  Index amount_end(Index at) {
    const Mention* amount = mention_at(article_.amounts, next_amount_, at);
    if (amount != nullptr && is_movement(article_, *amount)) amount = number_in(*amount);
    if (amount == nullptr || amount->kind == MentionKind::ordinal) return at;
    if (is_verb(tag(at)) && amount->unit == "fold") return at;  // "tripled": the verb that it is
    std::uint32_t end = amount->extent.empty() ? amount->span.end : amount->extent.end;
    // A count's span reaches over its noun group; only the number itself is taken here.
    if (amount->kind == MentionKind::quantity && !amount->counted.empty())
      end = std::min(end, amount->counted.begin);
    return first_token_from(at, end);
  }

  // "from 300 to 400": of two ends the first, where it starts with the range.
  [[nodiscard]] const Mention* number_in(const Mention& range) const {
    for (std::size_t i = next_amount_ + 1; i < article_.amounts.size(); ++i) {
      const Mention& inner = article_.amounts[i];
      if (inner.span.begin > range.span.begin) break;
      if (inner.kind != MentionKind::range) return &inner;
    }
    return nullptr;
  }

  // The mention of a layer that starts at a token, longest first; moves a cursor over the layer.
  const Mention* mention_at(const std::vector<Mention>& layer, std::size_t& cursor, Index at) const {
    const std::uint32_t byte = token(at).span.begin;
    const auto start = [](const Mention& mention) {
      return mention.extent.empty() ? mention.span.begin : std::min(mention.extent.begin, mention.span.begin);
    };
    while (cursor > 0 && start(layer[cursor - 1]) >= byte) --cursor;
    while (cursor < layer.size() && start(layer[cursor]) < byte) ++cursor;
    return cursor < layer.size() && start(layer[cursor]) == byte ? &layer[cursor] : nullptr;
  }

  [[nodiscard]] Index first_token_from(Index at, std::uint32_t byte) const {
    while (at < end_ && token(at).span.begin < byte) ++at;
    return at;
  }

  // "according to", "because of": two words that govern a noun as one.
  [[nodiscard]] Index compound_preposition_end(Index at) const {
    static constexpr std::array<std::array<std::string_view, 2>, 19> kPairs = {{{"according", "to"},
                                                                                {"because", "of"},
                                                                                {"due", "to"},
                                                                                {"owing", "to"},
                                                                                {"thanks", "to"},
                                                                                {"such", "as"},
                                                                                {"instead", "of"},
                                                                                {"ahead", "of"},
                                                                                {"prior", "to"},
                                                                                {"out", "of"},
                                                                                {"along", "with"},
                                                                                {"rather", "than"},
                                                                                {"together", "with"},
                                                                                {"as", "of"},
                                                                                {"next", "to"},
                                                                                {"close", "to"},
                                                                                {"apart", "from"},
                                                                                {"aside", "from"},
                                                                                {"regardless", "of"}}};
    if (at + 1 >= end_ || (tag(at + 1) != Tag::in && tag(at + 1) != Tag::to)) return at;
    const std::string first = lower(article_, token(at));
    const std::string second = lower(article_, token(at + 1));
    const bool known =
        std::ranges::any_of(kPairs, [&](const auto& pair) { return pair[0] == first && pair[1] == second; });
    return known ? at + 2 : at;
  }

  // Verb groups.

  // The tagger's word for it, or a form of be, have or do with another verb right behind it.
  [[nodiscard]] bool is_auxiliary(Index at) const {
    if (token(at).pos == Pos::aux || tag(at) == Tag::md) return true;
    if (!is_verb(tag(at)) || !is(token(at), WordClass::auxiliary)) return false;
    Index next = at + 1;
    while (tag(next) == Tag::rb) ++next;
    return tag(next) == Tag::vbn || tag(next) == Tag::vbg;
  }

  [[nodiscard]] Index skip_adverbs(Index at) const {
    while (tag(at) == Tag::rb || tag(at) == Tag::rbr) ++at;
    // "has since risen": the tagger takes the adverb for a preposition.
    // "are in rented rooms": there it is one.
    if (at > 0 && at + 1 < end_ && is_auxiliary(at - 1) && tag(at) == Tag::in && tag(at + 1) == Tag::vbn &&
        !is_nominal(tag(at + 2)))
      ++at;
    return hedge_end(at);
  }

  // "has [more than] doubled": a hedge on the verb is no noun group.
  [[nodiscard]] Index hedge_end(Index at) const {
    const bool hedges = tag(at) == Tag::jjr || tag(at) == Tag::rbr;
    return hedges && token_is(at + 1, "than") && is_verb(tag(at + 2)) && tag(at + 2) != Tag::vbg ? at + 2
                                                                                                 : at;
  }

  // "The list [more than doubled]"
  [[nodiscard]] bool hedges_verb(Index at) const {
    const Index verb = hedge_end(at);
    return verb > at && is(token(verb), WordClass::multiply_verb);
  }

  // (to) (modal) (adverbs) auxiliaries main-verb (particle): "have not yet been found".
  Index verb_group_end(Index begin) {
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

  // "including", "regarding": participles that govern a noun and nothing else.
  [[nodiscard]] bool is_preposition_by_now(Index at) const {
    static constexpr std::array<std::string_view, 5> words = {"including", "excluding", "regarding",
                                                              "concerning", "pending"};
    return tag(at) == Tag::vbg && std::ranges::find(words, lower(article_, token(at))) != words.end();
  }

  // A participle that stands before its noun: "the increasing number", "dropping arrivals".
  [[nodiscard]] bool is_modifier_participle(Index begin, Index at) const {
    if (begin != at || (tag(at) != Tag::vbg && tag(at) != Tag::vbn)) return false;
    if (token(at).pos == Pos::aux || !is_nominal(tag(at + 1))) return false;
    if (article_.chunks.empty() || article_.chunks.back().sentence != sentence_) return tag(at) == Tag::vbn;
    const Chunk& before = article_.chunks.back();
    const bool governs = before.kind == ChunkKind::preposition || before.kind == ChunkKind::subordinator;
    if (before.tokens.end != at || !governs) return false;
    return tag(at) == Tag::vbn || !takes_gerund(before);
  }

  // "after killing", "by raising": the participle is the verb of its own clause.
  [[nodiscard]] bool takes_gerund(const Chunk& preposition) const {
    const std::string word = lower(article_, token(preposition.head));
    return word == "by" || word == "after" || word == "before" || word == "for" || word == "without" ||
           word == "of" || word == "from" || word == "in" || word == "while" || word == "when" ||
           word == "on";
  }

  // Noun groups.

  Index noun_group_end(Index begin) {
    head_ = kNone;
    last_amount_ = kNone;
    Index at = begin;
    if (tag(at) == Tag::pdt) ++at;
    const bool determined = tag(at) == Tag::dt || tag(at) == Tag::prps || tag(at) == Tag::wps;
    if (determined) ++at;
    if (tag(at) == Tag::prp || tag(at) == Tag::ex) return pronoun_group(begin, at);
    Index end = at;
    while (at < end_) {
      const Index head_before = head_;
      const Index after = modifier_end(at, determined || at > begin, begin);
      if (after == at) break;
      at = after;
      // What follows the last noun without another ("34 dead") is no part of the group.
      if (head_ != head_before) end = at;
    }
    if (head_ != kNone) return std::max(end, begin) + (is_run(begin, end) ? 1 : 0);
    if (is_adjective(tag(begin)) && begin + 1 == at && token_is(at, "of")) return quantifier_group(begin, at);
    return headless_group(begin, at, determined);
  }

  // "for the third year [running]".
  [[nodiscard]] bool is_run(Index begin, Index end) const {
    return end > begin + 1 && is(token(end - 1), WordClass::time) && token_is(end, "running");
  }

  Index pronoun_group(Index begin, Index at) {
    if (at != begin && tag(at) == Tag::ex) return begin;
    head_ = at;
    return at + 1;
  }

  [[nodiscard]] bool token_is(Index at, std::string_view word) const {
    return at < end_ && article_.text(token(at)) == word;
  }

  // "many of the workers", "most of it": the quantifier heads its group.
  Index quantifier_group(Index begin, Index at) {
    head_ = begin;
    return at;
  }

  // "the injured", "those", "the largest": a determiner whose noun is left out.
  Index headless_group(Index begin, Index at, bool determined) {
    if (!determined && tag(begin) != Tag::pdt) return begin;
    if (tag(at - 1) == Tag::prps || tag(at - 1) == Tag::wps) return begin;
    head_ = at - 1;
    return at;
  }

  // One modifier or noun; sets head_ where it may close a group.
  Index modifier_end(Index at, bool inside, Index begin) {
    if (inside && hedges_verb(at)) return at;
    if (const Index after = amount_end(at); after > at) {
      if (is_gapped(at, after, begin) || is_ordinal_gap(at, after, begin) || is_counted_behind(at) ||
          (head_ != kNone && head_ == last_amount_))
        return at;
      last_amount_ = after - 1;
      had_amount_ = true;
      head_ = after - 1;
      return after;
    }
    const Tag t = tag(at);
    // A date ends the group unless it stands before its noun ("the 2016 figures").
    if (inside) {
      if (const Index after = date_end(at); after > at && !is_nominal(tag(after))) return at;
    }
    if (is_nominal(t)) {
      head_ = at;
      return possessive_end(at + 1);
    }
    if (is_adjective(t)) return joined_end(at + 1);
    if (t == Tag::cd || t == Tag::currency) {
      head_ = at;
      return joined_end(at + 1);
    }
    // "the remaining 228"
    if (t == Tag::vbg && inside && tag(at + 1) == Tag::cd && tag(at - 1) == Tag::dt) return at + 1;
    if ((t == Tag::vbn || t == Tag::vbg) && token(at).pos != Pos::aux && !is_preposition_by_now(at) &&
        (inside || is_nominal(tag(at + 1)))) {
      return is_nominal(tag(at + 1)) || is_adjective(tag(at + 1)) || is_hyphen(at + 1) ? joined_end(at + 1)
                                                                                       : at;
    }
    if ((t == Tag::rb || t == Tag::rbs || t == Tag::rbr) && inside_adjective(at + 1) && !is_way(at))
      return at + 1;
    if (t == Tag::hyph || t == Tag::afx) return at > 0 && inside ? at + 1 : at;
    if (t == Tag::cc && joins_names(at)) return at + 1;
    return at;
  }

  // "[up] 4 points": says which way, and is no part of the number's group.
  [[nodiscard]] bool is_way(Index at) const {
    return tag(at + 1) == Tag::cd && (token_is(at, "up") || token_is(at, "down") ||
                                      token_is(at, "together") || token_is(at, "altogether"));
  }

  // "Turkey [120,000] and Tunisia [95,000]": a number behind a name, with no noun after it, is a
  // group of its own. Names that have a number are names by now ("Boeing 737").
  [[nodiscard]] bool is_gapped(Index at, Index after, Index begin) const {
    if (at == 0 || head_ != at - 1) return false;
    if (is_nominal(tag(after)) || is_adjective(tag(after))) return false;
    if (tag(at - 1) != Tag::nnp && tag(at - 1) != Tag::nnps) return is_noun_gap(at, after, begin);
    const std::uint32_t byte = token(at).span.begin;
    return std::ranges::none_of(article_.names,
                                [&](const Mention& name) { return name.span.contains(byte); });
  }

  // "in the third [1,860], in the fourth [1,905]": the ordinal's noun is left out.
  [[nodiscard]] bool is_ordinal_gap(Index at, Index after, Index begin) const {
    if (at != begin + 2 || tag(begin) != Tag::dt || !is(token(begin + 1), WordClass::ordinal)) return false;
    return after >= end_ || token(after).kind == TokenKind::punctuation || tag(after) == Tag::cc;
  }

  // "in Germany [512 people]", "the ministry [640 cases]": a number counts what stands after it, not
  // before.
  [[nodiscard]] bool is_counted_behind(Index at) {
    if (at < 2 || head_ != at - 1 || !is_nominal(tag(at - 1))) return false;
    // "1,018 men share 445 places": a verb that the tagger took for a noun.
    if (tag(at - 1) == Tag::nn && tag(at - 2) == Tag::nns &&
        vocabulary().may_be(token(at - 1).word, Pos::verb))
      return false;
    const Mention* amount = mention_at(article_.amounts, next_amount_, at);
    return amount != nullptr && amount->kind == MentionKind::quantity && !amount->counted.empty() &&
           amount->counted.begin > token(at).span.begin;
  }

  // "lost 12 villages and the south [nine]": the item of a list, its noun left out. A singular noun
  // without an article before a whole number is its label ("page 2").
  [[nodiscard]] bool is_noun_gap(Index at, Index after, Index begin) const {
    if (!had_amount_ || begin <= article_.sentences[sentence_].tokens.begin) return false;
    const Tag before = tag(begin - 1);
    const bool item = before == Tag::cc || before == Tag::comma || token_is(begin - 1, ";");
    const bool last = after >= end_ || token(after).kind == TokenKind::punctuation || tag(after) == Tag::cc ||
                      tag(after) == Tag::in;
    const bool label = tag(at - 1) == Tag::nn && tag(begin) != Tag::dt &&
                       article_.text(token(at)).find('.') == std::string_view::npos;
    return item && last && !label;
  }

  [[nodiscard]] bool is_hyphen(Index at) const { return tag(at) == Tag::hyph; }

  // "12-year-old", "long-range": what a hyphen joins is one modifier.
  [[nodiscard]] Index joined_end(Index at) const {
    while (is_hyphen(at) && at + 1 < end_) at += 2;
    return at;
  }

  // After a possessor the group goes on: "South Korea 's [Unification Ministry]".
  Index possessive_end(Index at) {
    at = joined_end(at);
    if (tag(at) != Tag::pos) return at;
    const Index after = at + 1;
    const bool goes_on = is_nominal(tag(after)) || is_adjective(tag(after)) || tag(after) == Tag::cd ||
                         tag(after) == Tag::vbn || tag(after) == Tag::vbg || tag(after) == Tag::rbs;
    return goes_on ? after : at;
  }

  [[nodiscard]] bool inside_adjective(Index at) const {
    return (is_adjective(tag(at)) || tag(at) == Tag::cd || tag(at) == Tag::vbn) &&
           (is_nominal(tag(at + 1)) || is_adjective(tag(at + 1)));
  }

  // "Defense and Unification Ministries": two names before one plural head.
  [[nodiscard]] bool joins_names(Index at) const {
    return at > 0 && tag(at - 1) == Tag::nnp && tag(at + 1) == Tag::nnp &&
           (tag(at + 2) == Tag::nnps || tag(at + 2) == Tag::nns) && head_ == at - 1;
  }

  // Single words.

  [[nodiscard]] ChunkKind single_kind(Index at) const {
    const Token& word = token(at);
    switch (word.tag) {
      case Tag::wdt:
      case Tag::wp:
      case Tag::wps:
      case Tag::wrb:
        return ChunkKind::relative;
      case Tag::in:
        return (word.pos == Pos::sconj && !is_prepositional(at)) || is_subordinating(at)
                   ? ChunkKind::subordinator
                   : ChunkKind::preposition;
      case Tag::to:
        return ChunkKind::preposition;
      case Tag::cc:
        return ChunkKind::conjunction;
      case Tag::rb:
      case Tag::rbr:
      case Tag::rbs:
      case Tag::rp:
        return ChunkKind::adverb;
      case Tag::jj:
      case Tag::jjr:
      case Tag::jjs:
        return ChunkKind::adjective;
      case Tag::vbg:
        return ChunkKind::preposition;  // "including", "following", as the tagger has it
      default:
        return word.kind == TokenKind::punctuation ? ChunkKind::punctuation : ChunkKind::other;
    }
  }

  // "since the leader came to power", "after a fire killed five": a noun group and its finite verb
  // follow, whatever the tagger calls the word.
  [[nodiscard]] bool is_subordinating(Index at) const {
    static constexpr std::array<std::string_view, 8> both = {"since", "after", "before",  "until",
                                                             "till",  "as",    "because", "once"};
    if (std::ranges::find(both, lower(article_, token(at))) == both.end()) return false;
    bool noun = false;
    // "after an earth dam above the town, in the north of the country, burst"
    bool set_off = false;
    const bool over_phrases = token_is(at, "after") || token_is(at, "before") || token_is(at, "because");
    for (Index i = at + 1; i < end_; ++i) {
      if (is_finite(tag(i))) return noun;
      if (over_phrases && tag(i) == Tag::comma && noun && (tag(i + 1) == Tag::in) != set_off) {
        if (set_off && !is_finite(tag(i + 1))) return false;
        set_off = !set_off;
        continue;
      }
      if (over_phrases && tag(i) == Tag::in && noun) continue;
      const bool goes_on = is_nominal(tag(i)) || is_adjective(tag(i)) || tag(i) == Tag::dt ||
                           tag(i) == Tag::prps || tag(i) == Tag::pos || tag(i) == Tag::hyph ||
                           tag(i) == Tag::prp || tag(i) == Tag::cd || tag(i) == Tag::rb;
      if (!goes_on) return false;
      noun = noun || is_nominal(tag(i)) || tag(i) == Tag::prp;
    }
    return false;
  }

  // A subordinator with no verb after it in its stretch is a preposition ("since 2011").
  [[nodiscard]] bool is_prepositional(Index at) const {
    for (Index i = at + 1; i < end_; ++i) {
      if (is_verb(tag(i)) || tag(i) == Tag::md) return false;
      if (token(i).kind == TokenKind::punctuation && tag(i) != Tag::hyph) return true;
    }
    return true;
  }

  Article& article_;
  Index sentence_ = 0;
  Index end_ = 0;
  Index head_ = kNone;
  Index main_verb_ = kNone;
  Index last_amount_ = kNone;  // last token of the amount that the group has; two amounts are two groups
  bool had_amount_ = false;    // a noun group of this sentence has one
  std::size_t next_date_ = 0;
  std::size_t next_amount_ = 0;
};

}  // namespace

void find_chunks(Article& article) {
  Chunker chunker(article);
  for (Index i = 0; i < article.sentences.size(); ++i) {
    const Range tokens = article.sentences[i].tokens;
    // Sentences that were not worth tagging carry no claim either.
    if (tokens.empty() || article.tokens[tokens.begin].tag == Tag::none) continue;
    mend_tags(article, tokens);
    chunker.chunk(i);
  }
}

}  // namespace tally
