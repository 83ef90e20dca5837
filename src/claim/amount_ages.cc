// Numbers that say how old somebody is, or of which kind, and count nobody: "A pensioner was 71", "families
// with three or more children".
#include "claim/use_finder.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {

// "under the age of 18"
bool UseFinder::tells_age() const {
  const Article& article = scene_.article();
  const Range tokens = article.chunks[use_.chunk].tokens;
  for (Index t = tokens.begin; t + 1 < tokens.end; ++t) {
    // "9,940 [children under the age of 18]": the number of the children is none.
    if (article.tokens[t].span.begin > amount_.span.begin) break;
    if (lower(article, article.tokens[t]).ends_with("age") &&
        lower(article, article.tokens[t + 1]).starts_with("of"))
      return true;
  }
  return false;
}

// "children [under 18]", "a child [under ten]", "3,120 were [under 18]": how old they are.
bool UseFinder::tells_age_bound() const {
  constexpr std::int64_t kOldest = 100;
  const Article& article = scene_.article();
  const std::optional<Decimal> printed = amount_.value ? amount_.value->printed() : std::nullopt;
  const bool hedged = !amount_.extent.empty() && amount_.extent.begin < amount_.span.begin;
  if (!hedged || !printed || *printed > Decimal(kOldest) || !printed->is_integer() || !amount_.unit.empty())
    return false;
  static constexpr NamedWords kBounds = {"under", "over", "above", "below"};
  const std::string_view hedge = article.text(Span{amount_.extent.begin, amount_.span.begin - 1});
  const Index at = token_from(article, amount_.extent.begin);
  if (!kBounds.contains_lower(hedge) || at == 0) return false;
  const Token& before = article.tokens[at - 1];
  if (is_any(before, {WordClass::person, WordClass::kin, WordClass::role})) return true;
  const Index clause = scene_.verb_clause_of(use_.chunk);
  const Index subject = clause == kNone ? kNone : scene_.clause(clause).subject;
  if (subject == kNone || subject >= use_.chunk || lemma(article, before) != "be" || !amount_.counted.empty())
    return false;
  const Token& who = scene_.head(subject);
  const bool number = !Scene::starting_in(article.amounts, scene_.span(subject)).empty();
  return number || is_any(who, {WordClass::person, WordClass::kin, WordClass::role}) ||
         scene_.is_word(subject, "who");
}

// "families with [three or more] children": what kind of families, and no children counted.
bool UseFinder::is_class_with() const {
  constexpr std::int64_t kFew = 12;
  const Modifier modifier = amount_.value ? amount_.value->modifier : Modifier::vague;
  const std::optional<Decimal> printed = amount_.value ? amount_.value->printed() : std::nullopt;
  const bool bound = modifier == Modifier::at_least || modifier == Modifier::more_than ||
                     modifier == Modifier::less_than || modifier == Modifier::at_most;
  if (!bound || !printed || *printed > Decimal(kFew) || amount_.counted.empty() ||
      preposition_of(scene_.article(), use_.chunk) != "with")
    return false;
  const Index whom = governor(scene_, use_.chunk);
  return whom != kNone && scene_.kind(whom) == ChunkKind::noun && scene_.head(whom).tag == Tag::nns;
}

// "A pensioner was [71]", "She would be [24] now", "the oldest was [87], the youngest [14]": how old one is.
bool UseFinder::is_own_age() const {
  constexpr std::int64_t kOldest = 115;
  const std::optional<Decimal> printed = amount_.value ? amount_.value->printed() : std::nullopt;
  const bool plain = amount_.kind == MentionKind::number && amount_.counted.empty() && printed;
  if (!plain || *printed > Decimal(kOldest) || !printed->is_integer()) return false;
  const auto of_extremes = [&](Index chunk) {
    const Spelling words = scene_.words(chunk);
    return words.starts_with("the oldest") || words.starts_with("the youngest");
  };
  if (of_extremes(use_.chunk)) return true;
  const Index clause = scene_.verb_clause_of(use_.chunk);
  const Index verb = clause == kNone ? kNone : scene_.clause(clause).verb;
  const Index subject = clause == kNone ? kNone : subject_measure(scene_, clause);
  if (verb == kNone || subject == kNone || subject >= use_.chunk || verb + 1 != use_.chunk ||
      lemma(scene_.article(), scene_.head(verb)) != "be")
    return false;
  const Token& who = scene_.head(subject);
  const bool one = who.tag == Tag::nn && is_any(who, {WordClass::person, WordClass::role, WordClass::kin});
  const bool pronoun = scene_.is_word(subject, "he") || scene_.is_word(subject, "she");
  return of_extremes(subject) || pronoun || (one && !says_average(scene_, subject));
}

}  // namespace tally
