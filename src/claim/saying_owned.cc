// Numbers that are told back with whose they are → sayings of kind `given`.
//
//   28 more than |the 143| of the mine centre      well below |the 2,400| the operators give
//   not |the €14.5 million| quoted in a report     |Wolves killed 312 sheep| (Game Inspectorate, May 2023)
#include <algorithm>

#include "claim/saying_finder.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kLongestBracket = 8;  // chunks

}  // namespace

void SayingFinder::read_told_back(Index chunk) {
  if (!is_number_told(chunk) || inside_quote(begin_of(chunk))) return;
  if (read_number_of(chunk) || read_number_given(chunk) || read_number_quoted(chunk)) return;
  read_number_from(chunk);
}

// "the 143", "the figure of 640", "the 1,146 cases": a number that is known already.
bool SayingFinder::is_number_told(Index chunk) const {
  if (!has_amount(chunk)) return false;
  const Token& first = article_.tokens[article_.chunks[chunk].tokens.begin];
  const Token& second = article_.tokens[std::min<Index>(article_.chunks[chunk].tokens.begin + 1,
                                                        article_.chunks[chunk].tokens.end - 1)];
  if (first.tag == Tag::dt && is(first, WordClass::determiner) &&
      (second.tag == Tag::cd || second.kind == TokenKind::symbol))
    return true;
  return is_text(chunk - 1, "of") && tells_count(chunk - 2);
}

void SayingFinder::emit_number(Index number, Index cue, Range owner) {
  Saying saying = given_saying(article_.chunks[cue].head, article_.span_of(owner));
  saying.lemma = "give";
  saying.content.push_back(scene_.span(number));
  emit(std::move(saying));
}

// "28 more than the 143 [of the National Mine Centre]": behind a comparison the bare number is a body's.
bool SayingFinder::read_number_of(Index chunk) {
  const bool compared = is_text(chunk - 1, "than") || is_text(chunk - 1, "against") ||
                        is_text(chunk - 1, "not") || is_text(chunk - 1, "with") ||
                        is_text(chunk - 1, "from") || is_text(chunk - 1, "below") ||
                        is_text(chunk - 1, "above");
  if (!compared || scene_.head(chunk).tag != Tag::cd || !is_text(chunk + 1, "of") || !is_body(chunk + 2))
    return false;
  const Token& owner = scene_.head(chunk + 2);
  if (owner.tag == Tag::nns) return false;
  emit_number(chunk, chunk + 1, article_.chunks[chunk + 2].tokens);
  return true;
}

// A verb by which somebody has a number: "counted", "gives", "reported".
bool SayingFinder::gives_number(Index verb) const {
  if (!is_kind(verb, ChunkKind::verb)) return false;
  static constexpr NamedWords kGiving = {"give", "quote", "cite", "publish", "name", "mention", "print"};
  const Token& head = scene_.head(verb);
  return is_any(head, {WordClass::count_verb, WordClass::report_verb, WordClass::claim_verb,
                       WordClass::forecast_verb}) ||
         kGiving.contains(lemma(article_, head));
}

// "the 1,146 that [the institute counted]", "the 2,400 [the operators give]": the verb has no object but it.
bool SayingFinder::read_number_given(Index chunk) {
  Index noun = chunk + 1;
  if (is_kind(noun, ChunkKind::relative) || is_text(noun, "that")) ++noun;
  if (!is_kind(noun, ChunkKind::noun) || has_amount(noun) || !may_speak(noun)) return false;
  const Index verb = appositive_end(noun) + 1;
  if (!gives_number(verb)) return false;
  const VerbGroup group = verb_group(article_, verb);
  if (!group.finite || group.passive || group.negated) return false;
  const bool object = is_kind(verb + 1, ChunkKind::noun) && !is_time(verb + 1);
  if (object || is_text(verb + 1, "that")) return false;
  emit_number(chunk, verb, widened(noun, verb - 1));
  return true;
}

// "the €14.5 million quoted [in a report]", "the 640 given [by the ministry]".
bool SayingFinder::read_number_quoted(Index chunk) {
  if (!gives_number(chunk + 1)) return false;
  const bool by = is_text(chunk + 2, "by") && may_speak(chunk + 3);
  const bool in = is_text(chunk + 2, "in") && is_document(chunk + 3);
  const Token& verb = scene_.head(chunk + 1);
  const bool participle = verb.tag == Tag::vbn || verb.tag == Tag::vbd;
  if (!participle || article_.chunks[chunk + 1].tokens.size() != 1 || (!by && !in)) return false;
  emit_number(chunk, chunk + 1, widened(chunk + 3, appositive_end(chunk + 3)));
  return true;
}

// "The figure of 12,000 comes [from the police]", "The 12,000 figure was supplied [by the police]".
bool SayingFinder::read_number_from(Index chunk) {
  if (!tells_count(chunk) && !is_text(chunk - 1, "of")) return false;
  const Index verb = chunk + 1;
  if (!is_kind(verb, ChunkKind::verb) || !may_speak(verb + 2)) return false;
  static constexpr NamedWords kGiving = {"give", "supply",  "provide", "quote",
                                         "cite", "release", "publish", "issue"};
  const Spelling word = lemma(article_, scene_.head(verb));
  const bool comes = (word == "come" || word == "stem" || word == "originate") && is_text(verb + 1, "from");
  const bool given = verb_group(article_, verb).passive && kGiving.contains(word) && is_text(verb + 1, "by");
  if (!comes && !given) return false;
  emit_number(chunk, verb, widened(verb + 2, appositive_end(verb + 2)));
  return true;
}

// "Wolves killed 312 sheep (Game Inspectorate, May 2023)", "(source: Game Inspectorate)": a body and a time,
// or a body behind a label, and nothing else in the bracket.
void SayingFinder::read_bracket(Index open) {
  Index noun = open + 1;
  const bool label = is_mark(noun + 1, ":") && (is_text(noun, "source") || is_text(noun, "sources") ||
                                                is_text(noun, "figures") || is_text(noun, "data"));
  if (label) noun += 2;
  if (!is_kind(noun, ChunkKind::noun) || has_amount(noun) || !(is_body(noun) || is_capitalised(noun))) return;
  Index last = noun;
  while (is_text(last + 1, "of") && is_kind(last + 2, ChunkKind::noun)) last += 2;
  Index close = last + 1;
  const bool dated =
      is_comma(close) &&
      (is_time(close + 1) || scene_.date_in(scene_.span(std::min(close + 1, chunks_.end - 1))) != nullptr);
  if (dated) close += 2;
  if (!is_mark(close, ")") || !(label || dated) || close - open > kLongestBracket) return;
  const Span before = content_before(begin_of(open));
  if (before.empty()) return;
  Saying saying = given_saying(article_.chunks[noun].head, article_.span_of(widened(noun, last)));
  saying.lemma = "give";
  saying.rule = kBracketed;
  saying.content.push_back(before);
  emit(std::move(saying));
}

}  // namespace tally
