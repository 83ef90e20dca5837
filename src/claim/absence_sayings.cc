// Which sayings tell that something was not said: they make no statement, absences.cc reads them.
//
//   "Nobody at the mill could say how many"    "did not know how many had left"    "has said nothing about
//   it"
#include "base/characters.h"
#include "claim/absence_finder.h"
#include "claim/absences.h"
#include "text/named_words.h"

namespace tally {
namespace {

// "[Nobody] at the mill could say", "[Neither] the bank nor its auditor would discuss it": who says nothing.
bool is_by_nobody(const Article& article, const Saying& saying) {
  static constexpr NamedWords kNobody = {"nobody", "none", "no-one", "neither", "nor"};
  if (saying.source.empty()) return false;
  const Index first = token_from(article, saying.source.begin);
  if (first >= article.tokens.size()) return false;
  const auto nobody = [&](Index at) { return kNobody.contains_lower(article.text(article.tokens[at])); };
  const bool no_one = equals_lower(article.text(article.tokens[first]), "no") &&
                      first + 1 < article.tokens.size() &&
                      equals_lower(article.text(article.tokens[first + 1]), "one");
  return nobody(first) || no_one || (first > 0 && nobody(first - 1));
}

// "did not know [how many] had left"
bool asks_what_nobody_knows(const Article& article, const Saying& saying) {
  if (!saying.negated || saying.content.empty() || saying.lemma != "know") return false;
  const Index told = token_from(article, saying.content.front().begin);
  const Tag tag = told < article.tokens.size() ? article.tokens[told].tag : Tag::none;
  return tag == Tag::wdt || tag == Tag::wp || tag == Tag::wrb;
}

}  // namespace

bool is_absence(const Scene& scene, const Saying& saying) {
  const Token& token = scene.article().tokens[saying.token];
  const bool tells = is_telling_verb(token) ||
                     is_any(token, {WordClass::answer_verb, WordClass::establish_verb}) ||
                     saying.lemma == "discuss";
  if (tells && saying.kind != SayingKind::speech && is_by_nobody(scene.article(), saying)) return true;
  if (asks_what_nobody_knows(scene.article(), saying)) return true;
  // "has said nothing about the tender"
  const Index told =
      saying.content.empty() ? kNone : token_from(scene.article(), saying.content.front().begin);
  if (told != kNone && told < scene.article().tokens.size() && is_telling_verb(token) &&
      says_nothing(lower(scene.article(), scene.article().tokens[told])))
    return true;
  if (saying.negated && is(token, WordClass::speak_verb)) return true;
  if (saying.lemma == "decline" || saying.lemma == "refuse") {
    const Index chunk = chunk_at(scene.article(), token.span.begin);
    return chunk != kNone && scene.kind(chunk + 1) == ChunkKind::verb &&
           (is_telling_verb(scene.head(chunk + 1)) ||
            lemma(scene.article(), scene.head(chunk + 1)) == "discuss" ||
            lemma(scene.article(), scene.head(chunk + 1)) == "draw");
  }
  return saying.negated && (is_telling_verb(token) || is(token, WordClass::answer_verb));
}

}  // namespace tally
