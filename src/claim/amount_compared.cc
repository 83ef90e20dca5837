// Numbers that a comparative measures: "54 percent more than", "202 fewer floods", "6 % above the 255 of
// 2021".
#include <algorithm>
#include <string>

#include "claim/use_finder.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {

Direction UseFinder::stands_over() const {
  const Index over = use_.chunk + 1;
  if ((!is_ratio_unit(amount_) && !is_fraction(amount_)) || !bare_ || use_.verb == kNone ||
      !scene_.same_sentence(use_.chunk, over + 1) || scene_.kind(over) != ChunkKind::preposition)
    return Direction::unknown;
  const bool above = scene_.is_word(over, "above");
  if (!above && !scene_.is_word(over, "below")) return Direction::unknown;
  const Token& base = scene_.article().tokens[scene_.article().chunks[over + 1].tokens.begin];
  // "44 % above [that of May]", "a third below [the level of 2019]"
  const bool of = (scene_.is_word(over + 1, "that") || scene_.is_word(over + 1, "those") ||
                   scene_.is_word(over + 1, "level")) &&
                  scene_.is_word(over + 2, "of") && scene_.same_sentence(over, over + 3);
  // "45 % below [the average of 386]"
  const bool average = is(scene_.head(over + 1), WordClass::average_noun) && scene_.is_word(over + 2, "of") &&
                       scene_.same_sentence(over, over + 3) &&
                       !Scene::starting_in(scene_.article().amounts, scene_.span(over + 3)).empty();
  const bool told = is_told_base(token_from(scene_.article(), base.span.begin)) || average ||
                    (of && scene_.kind(over + 3) == ChunkKind::time);
  return !told ? Direction::unknown : above ? Direction::up : Direction::down;
}

// "The number of deaths was [63,880], or 8.1 % less than in 2022", "rose to [4,120], or 12 % more than": what
// it came to, and behind the comma how that compares. "That is [1,377], or 0.6 % fewer" is a difference.
bool UseFinder::is_level() const {
  if (use_.clause == kNone) return false;
  if (preposition_ == "to") return true;
  const Index subject = scene_.clause(use_.clause).subject;
  if (subject == kNone || subject >= use_.chunk || scene_.kind(subject) != ChunkKind::noun) return false;
  const Token& head = scene_.head(subject);
  return (head.pos == Pos::noun || head.pos == Pos::propn) && !is_change_noun(scene_, subject) &&
         !is(head, WordClass::change_noun);
}

// "This is [1,377] students or 0.6 % fewer than": one difference, told in both.
bool UseFinder::is_told_in_percent_too() const {
  const Article& article = scene_.article();
  if (is_ratio_unit(amount_)) return false;
  Index at = token_from(article, amount_.counted.empty() ? amount_.span.end : amount_.counted.end);
  const Range sentence = article.sentences[article.chunks[use_.chunk].sentence].tokens;
  const auto word = [&](Index token) {
    return token < sentence.end ? lower(article, article.tokens[token]) : Spelling();
  };
  if (word(at) == "," && is_level()) return false;
  if (word(at) == ",") ++at;
  if (word(at) != "or" && word(at) != "(") return false;
  for (const Mention& ratio : Scene::starting_in(article.amounts, article.tokens[at + 1].span)) {
    if (ratio.unit != "percent") continue;
    Index behind = token_from(article, ratio.span.end);
    if (word(behind) == ")") ++behind;
    if (behind >= sentence.end) return false;
    return is(article.tokens[behind], WordClass::comparative_up) ||
           is(article.tokens[behind], WordClass::comparative_down);
  }
  return false;
}

// "is [6.2 per cent], or [472,000 people], more than": one difference, the share first.
bool UseFinder::is_told_in_count_too() const {
  const Article& article = scene_.article();
  const Range sentence = article.sentences[article.chunks[use_.chunk].sentence].tokens;
  const auto word = [&](Index token) {
    return token >= sentence.begin && token < sentence.end ? lower(article, article.tokens[token])
                                                           : Spelling();
  };
  const auto compared = [&](const Mention& count) {
    Index behind = token_from(article, std::max(count.span.end, count.counted.end));
    if (word(behind) == ",") ++behind;
    return behind < sentence.end && word(behind + 1) == "than" &&
           is_any(article.tokens[behind], {WordClass::comparative_up, WordClass::comparative_down});
  };
  if (is_ratio_unit(amount_)) {
    Index at = token_from(article, amount_.span.end);
    if (word(at) == ",") ++at;
    if (word(at) != "or" || at + 1 >= sentence.end) return false;
    const auto counts = Scene::starting_in(article.amounts, article.tokens[at + 1].span);
    return !counts.empty() && !is_ratio_unit(counts.front()) && compared(counts.front());
  }
  Index before = token_from(article, number_words(amount_).begin);
  if (before < sentence.begin + 2 || word(before - 1) != "or" || !compared(amount_)) return false;
  before -= word(before - 2) == "," ? 3 : 2;
  return std::ranges::any_of(
      Scene::starting_in(article.amounts, Span{sentence_begin(), article.tokens[before].span.end}),
      [&](const Mention& share) {
        return share.unit == "percent" && share.span.end == article.tokens[before].span.end;
      });
}

std::uint32_t UseFinder::sentence_begin() const {
  return scene_.article().sentences[scene_.article().chunks[use_.chunk].sentence].span.begin;
}

bool UseFinder::is_compared() const {
  if (is_told_in_percent_too() || is_told_in_count_too()) return true;
  const Index after = use_.chunk + 1;
  if (!bare_ || use_.verb == kNone || !scene_.same_sentence(use_.chunk, after) ||
      !scene_.same_sentence(use_.chunk, after + 1))
    return false;
  const Tag tag = scene_.head(after).tag;
  return (tag == Tag::jjr || tag == Tag::rbr) && scene_.is_word(after + 1, "than");
}

Direction UseFinder::compared_direction() const {
  const Index after = use_.chunk + 1;
  if (!bare_ || use_.verb == kNone || !scene_.same_sentence(use_.chunk, after) || !is_object())
    return Direction::unknown;
  const bool is_so = lemma(scene_.article(), scene_.head(use_.verb)) == "be";
  const Token& first = scene_.article().tokens[scene_.article().chunks[after].tokens.begin];
  if (first.tag != Tag::jjr && first.tag != Tag::rbr) return Direction::unknown;
  // "were nine fewer than the 81", but "were 12 more"
  const bool ratio = amount_.unit == "percent" || amount_.unit == "fold";
  // "maize costs 18 percent more than in December"
  if (!is_so && (amount_.unit != "percent" || (!scene_.words(after).contains(" than") && !is_compared())))
    return Direction::unknown;
  if (!ratio && !scene_.words(after).contains(" than") && !is_compared()) return Direction::unknown;
  if (is(first, WordClass::up_adjective)) return Direction::up;
  if (is(first, WordClass::down_adjective)) return Direction::down;
  // "60 per cent [dearer] than a decade ago": of one thing at two times.
  const Index than = token_from(scene_.article(), first.span.end);
  if (!ratio || !(is_told_base(than + 1) || is_told_base(than + 2))) return Direction::unknown;
  if (is(first, WordClass::comparative_up)) return Direction::up;
  return is(first, WordClass::comparative_down) ? Direction::down : Direction::unknown;
}

Direction UseFinder::difference_inside() const {
  const Article& article = scene_.article();
  const Range tokens = article.chunks[use_.chunk].tokens;
  Index next = tokens.begin;
  const Span number = number_words(amount_);
  while (next < tokens.end && article.tokens[next].span.begin < number.end) ++next;
  // What is counted may begin behind the comparative: "30 more [boats]".
  if (next > tokens.begin && article.tokens[next - 1].tag == Tag::jjr &&
      article.tokens[next - 1].span.begin > number.begin)
    --next;
  if (next + 1 >= tokens.end || article.tokens[next].tag != Tag::jjr || is_fraction(amount_))
    return Direction::unknown;
  if (is(article.tokens[next], WordClass::down_adjective)) return Direction::down;
  if (!is(article.tokens[next], WordClass::up_adjective)) return Direction::unknown;
  // "30 more boats came" only adds; "30 more boats than last year" compares.
  for (Index i = use_.chunk + 1; i < use_.chunk + 6 && scene_.same_sentence(i, use_.chunk); ++i) {
    if (scene_.is_word(i, "than")) return Direction::up;
    if (scene_.kind(i) == ChunkKind::punctuation) break;
  }
  return Direction::unknown;
}

// A time or a number that something is held against begins at the token.
bool UseFinder::is_told_base(Index token) const {
  const Article& article = scene_.article();
  const Index chunk =
      token < article.tokens.size() ? chunk_at(article, article.tokens[token].span.begin) : kNone;
  return chunk != kNone && (scene_.kind(chunk) == ChunkKind::time ||
                            !Scene::starting_in(article.amounts, scene_.span(chunk)).empty());
}

}  // namespace tally
